import { readFileSync } from "node:fs";
import path from "node:path";
import { importArticle } from "@/lib/articles/commands";
import { loadArticle } from "@/lib/articles/queries";
import {
  addSourceNote,
  assignClaim,
  bulkAccept,
  dismissClaim,
  proposeVerdict,
  signOff,
  tickFact,
} from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Role } from "@/lib/core/policy/policy";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, executePublic, type Outcome } from "@/lib/platform/command";
import type { Db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { uploadFile } from "@/lib/snapshots/commands";

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
  const people = new Map<string, Actor>();
  for (const { role, name, email } of DEMO_SIGN_INS) {
    const { userId } = must(await executePublic(addMember, { newsroomId, role, name, email, password }));
    const actor = await findActor(database, userId);
    if (actor) people.set(email, actor);
  }
  const person = (who: string): Actor => {
    const actor = people.get(`${who}@claimdesk.test`);
    if (!actor) throw new Error(`The demo newsroom has no ${who}.`);
    return actor;
  };
  await seedArticle({ editor: person("editor"), second: person("editor2"), reviewer: person("reviewer") });
}

/** Who brings the demo article in and checks some of it; all of one newsroom. */
export type Desk = Readonly<Record<"editor" | "second" | "reviewer", Actor>>;

/** Bring the demo article into the newsroom of these people, with a few of its claims on their way; returns the article's id. */
export async function seedArticle(desk: Desk): Promise<string> {
  const text = readSeedArticle("reuters-zones-of-stability");
  const { articleId } = must(await execute(importArticle, desk.editor, { ...DEMO_ARTICLE, text }));
  await checkSome(articleId, desk);
  return articleId;
}

/**
 * Take a few claims of the article some way, so that every state can be seen. The sources are invented, and say so;
 * most claims, the $2 billion among them, are left as they were found.
 */
async function checkSome(articleId: string, { editor, second, reviewer }: Desk): Promise<void> {
  const { claims } = await loadArticle(editor, articleId);
  const find = (words: string): string => {
    const claim = claims.find(({ wording }) => wording.includes(words));
    if (!claim) throw new Error(`The demo article has no claim with “${words}”.`);
    return claim.id;
  };
  const countries = find("68 countries");
  const first = find("first meeting of the coalition");
  const forces = find("three separate forces");
  const airlift = find("airlifted");
  const should = find("resources should be focused");
  must(await execute(bulkAccept, editor, { selection: { ids: [countries, first, forces, airlift] } }));

  const listed = { claimId: countries, ...PROGRAMME, locator: "List of participants" };
  const { sourceId } = must(await execute(addSourceNote, reviewer, listed));
  must(await execute(uploadFile, reviewer, { sourceId, file: programmeFile() }));
  await tickAll(countries, reviewer);
  await propose(countries, editor, "The list of participants has 68 entries.");
  const { rev, contentHash } = await loadClaim(second, countries);
  must(await execute(signOff, second, { claimId: countries, rev, contentHash }));

  must(await execute(addSourceNote, reviewer, { claimId: first, ...DIARY, locator: "Entries since November 2016" }));
  await propose(first, editor, "The diary shows no earlier meeting since the election.");

  await assign(forces, editor, reviewer);
  must(await execute(addSourceNote, reviewer, { claimId: forces, ...MAP, locator: "Legend" }));
  await assign(airlift, editor, reviewer);

  const opinion = await loadClaim(editor, should);
  const dismissal = { claimId: should, rev: opinion.rev, reason: "opinion", note: "What should be done, not what is." };
  must(await execute(dismissClaim, editor, dismissal));
}

const consultedOn = "2017-03-23";
const PROGRAMME = {
  sourceTitle: "Programme of the coalition meeting (invented for this demo)",
  sourceMedium: "document",
  sourceKind: "primary",
  sourcePublisher: "Demo press office",
  stance: "supports",
  quote: "delegations of 68 countries and organizations",
  note: "Counted the delegations: 68, of which four are organizations.",
  consultedOn,
};
/** The programme as somebody would upload it. */
function programmeFile(): File {
  return new File(
    [
      "Programme of the coalition meeting\n\nInvented for this demo.\n\n",
      "In the morning, delegations of 68 countries and organizations gather in Washington.\n\n",
      "In the afternoon, the delegations speak about stabilization and the return of refugees.\n",
    ],
    "programme.txt",
    { type: "text/plain" },
  );
}

const DIARY = {
  sourceTitle: "Diary of coalition meetings (invented for this demo)",
  sourceMedium: "document",
  sourceKind: "secondary",
  sourcePublisher: "Demo archive",
  stance: "supports",
  note: "The meeting before this one was held before the election.",
  consultedOn,
};
const MAP = {
  sourceTitle: "Map of the advance on Raqqa (invented for this demo)",
  sourceMedium: "document",
  sourceKind: "secondary",
  sourcePublisher: "Demo archive",
  stance: "context",
  note: "Shows three colours; who backs which force still has to be confirmed.",
  consultedOn,
};

async function tickAll(claimId: string, actor: Actor): Promise<void> {
  const { factList } = await loadClaim(actor, claimId);
  for (const fact of factList) must(await execute(tickFact, actor, { claimId, factId: fact.id, ticked: true }));
}

async function propose(claimId: string, actor: Actor, explanation: string): Promise<void> {
  const { rev } = await loadClaim(actor, claimId);
  must(await execute(proposeVerdict, actor, { claimId, rev, verdict: "confirmed", explanation }));
}

async function assign(claimId: string, actor: Actor, to: Actor): Promise<void> {
  const { rev } = await loadClaim(actor, claimId);
  must(await execute(assignClaim, actor, { claimId, rev, assigneeId: to.userId, priority: 2, dueOn: null }));
}

function must<Output>(outcome: Outcome<Output>): Output {
  if (!outcome.ok) throw new Error(`The demo newsroom could not be set up: ${outcome.refusal.message}`);
  return outcome.output;
}
