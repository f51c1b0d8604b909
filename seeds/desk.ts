import { readFileSync } from "node:fs";
import path from "node:path";
import { importArticle } from "@/lib/articles/commands";
import type { Role } from "@/lib/core/policy/policy";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, executePublic, type Outcome } from "@/lib/platform/command";
import type { Db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** One member of the demo newsroom. The password is known to everybody: the demo listens on loopback only. */
export interface DemoSignIn {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const password = "claimdesk-demo";

/** The people of the demo newsroom, one of each role and a second editor to sign off. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { role: "owner", name: "Ines Duarte", email: "owner@claimdesk.test", password },
  { role: "editor", name: "Ana Silva", email: "editor@claimdesk.test", password },
  { role: "editor", name: "Marek Novak", email: "editor2@claimdesk.test", password },
  { role: "reviewer", name: "Tom Okafor", email: "reviewer@claimdesk.test", password },
  { role: "viewer", name: "Lena Vogt", email: "viewer@claimdesk.test", password },
];

/** The article of the demo newsroom; its date is what "on Wednesday" refers to. */
export const DEMO_ARTICLE = {
  title: "U.S. to set up “interim zones of stability” for refugees, Tillerson says",
  byline: "",
  publisher: "Reuters",
  url: "",
  publishedOn: "2017-03-22",
  language: "en",
} as const;

/** Return the text of an article that ships with Claimdesk. */
export function readSeedArticle(name: string): string {
  return readFileSync(path.join(env().CLAIMDESK_ROOT, "seeds", "articles", `${name}.txt`), "utf8");
}

/** Fill an empty database with the demo newsroom, through the same commands that people use. */
export async function seedDesk(database: Db): Promise<void> {
  const { newsroomId } = must(await executePublic(createNewsroom, { name: "The Harbour Desk" }));
  const actors: Actor[] = [];
  for (const { role, name, email } of DEMO_SIGN_INS) {
    const { userId } = must(await executePublic(addMember, { newsroomId, role, name, email, password }));
    const actor = await findActor(database, userId);
    if (actor) actors.push(actor);
  }
  const editor = actors.find((actor) => actor.role === "editor") ?? null;
  const text = readSeedArticle("reuters-zones-of-stability");
  must(await execute(importArticle, editor, { ...DEMO_ARTICLE, text }));
}

function must<Output>(outcome: Outcome<Output>): Output {
  if (!outcome.ok) throw new Error(`The demo newsroom could not be set up: ${outcome.refusal.message}`);
  return outcome.output;
}
