import path from "node:path";
import type { Page } from "playwright-core";
import type { Role } from "@/lib/core/policy/policy";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { type Actor, findActor } from "@/lib/platform/actor";
import { executePublic, type Outcome } from "@/lib/platform/command";
import { db, disconnect } from "@/lib/platform/db";
import { type Cluster, startEmbedded } from "@/lib/platform/embedded-postgres";
import { adoptDatabase } from "@/lib/platform/env";
import { newId } from "@/lib/platform/random";
import { keepSecret } from "@/lib/platform/secret";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { seedArticle } from "@/seeds/desk";
import type { PageOptions, TestBrowser } from "./browser";

/** Who works in a newsroom of the tests. */
export type Desk = "owner" | "ana" | "marek" | "tom" | "lena";

/** A member of a newsroom of the tests. */
export type Person = {
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
  readonly userId: string;
};

/** A newsroom that one test file has for itself, beside the others in the running product. */
export type TestNewsroom = {
  readonly name: string;
  /** The demo article's id in this newsroom; throws when it was not asked for. */
  readonly articleId: () => string;
  readonly person: (who: Desk) => Person;
  /** Who somebody of this newsroom is to a command. */
  readonly actor: (who: Desk) => Promise<Actor>;
  /** Open a page in a session of its own, signed in as somebody of this newsroom. */
  readonly open: (who: Desk, options?: PageOptions) => Promise<Page>;
  /** Give the page's browser a valid session of somebody of this newsroom. */
  readonly signIn: (page: Page, who: Desk) => Promise<void>;
};

const PEOPLE: Readonly<Record<Desk, { readonly name: string; readonly role: Role }>> = {
  owner: { name: "Ines Duarte", role: "owner" },
  ana: { name: "Ana Silva", role: "editor" },
  marek: { name: "Marek Novak", role: "editor" },
  tom: { name: "Tom Okafor", role: "reviewer" },
  lena: { name: "Lena Vogt", role: "viewer" },
};
const PASSWORD = "a password for the tests";

function must<Output>(outcome: Outcome<Output>): Output {
  if (outcome.ok) return outcome.output;
  throw outcome.refusal;
}

async function fillNewsroom(name: string): Promise<ReadonlyMap<string, Person>> {
  const { newsroomId } = must(await executePublic(createNewsroom, { name }));
  const people = new Map<string, Person>();
  for (const [who, { name: full, role }] of Object.entries(PEOPLE)) {
    const email = `${who}-${newId().toLowerCase()}@claimdesk.test`;
    const member = { newsroomId, name: full, role, email, password: PASSWORD };
    const { userId } = must(await executePublic(addMember, member));
    people.set(who, { name: full, role, email, password: PASSWORD, userId });
  }
  return people;
}

/** Bring the demo article in, with a few of its claims on their way as in the demo newsroom. */
async function bringDemoArticle(people: ReadonlyMap<string, Person>): Promise<string> {
  const actor = async (who: Desk) => {
    const found = await findActor(db(), people.get(who)?.userId ?? "");
    if (!found) throw new Error(`${who} is not in the newsroom.`);
    return found;
  };
  return seedArticle({ editor: await actor("ana"), second: await actor("marek"), reviewer: await actor("tom") });
}

/**
 * Make a newsroom for the calling test file: an owner, two editors (Ana, Marek), a reviewer (Tom) and a viewer (Lena). Only
 * the journey of the demo works in the demo's own newsroom, so that no file depends on what another left there.
 */
export function openNewsroom(
  browser: TestBrowser,
  { name = "The Quay Desk", demoArticle = false }: { readonly name?: string; readonly demoArticle?: boolean } = {},
): TestNewsroom {
  let cluster: Cluster | undefined;
  let article = "";
  let people: ReadonlyMap<string, Person> = new Map();
  beforeAll(async () => {
    const data = process.env.CLAIMDESK_TEST_DATA;
    if (data === undefined) throw new Error("Browser tests run in the jest project `browser`.");
    cluster = await startEmbedded(data);
    adoptDatabase(cluster.url, keepSecret(path.join(data, "session-secret")));
    people = await fillNewsroom(name);
    if (demoArticle) article = await bringDemoArticle(people);
  }, 120_000);
  afterAll(async () => {
    await disconnect();
    await cluster?.stop();
  });
  const person = (who: Desk): Person => {
    const found = people.get(who);
    if (found === undefined) throw new Error("Ask for people inside the tests.");
    return found;
  };
  const actor = async (who: Desk): Promise<Actor> => {
    const found = await findActor(db(), person(who).userId);
    if (!found) throw new Error(`${who} is not in the newsroom.`);
    return found;
  };
  const signIn = async (page: Page, who: Desk): Promise<void> => {
    const value = await sessionToken(person(who).userId);
    const cookie = { name: sessionCookieName(), value, url: browser.url, httpOnly: true, sameSite: "Lax" as const };
    await page.context().addCookies([cookie]);
  };
  return {
    name,
    articleId: () => {
      if (article === "")
        throw new Error("Ask for the demo article when opening the newsroom, and for its id inside the tests.");
      return article;
    },
    person,
    actor,
    signIn,
    open: async (who, options) => {
      const page = await browser.open(options);
      await signIn(page, who);
      return page;
    },
  };
}
