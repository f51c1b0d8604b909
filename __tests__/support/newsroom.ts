import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "@/lib/core/policy/policy";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { executePublic, type Outcome } from "@/lib/platform/command";
import { disconnect } from "@/lib/platform/db";
import { type Cluster, startEmbedded } from "@/lib/platform/embedded-postgres";
import { adoptDatabase } from "@/lib/platform/env";
import { newId } from "@/lib/platform/random";
import { keepSecret } from "@/lib/platform/secret";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import type { TestBrowser } from "./browser";

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
  readonly person: (who: Desk) => Person;
  /** Open a page in a session of its own, signed in as somebody of this newsroom. */
  readonly open: (who: Desk, options?: BrowserContextOptions) => Promise<Page>;
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

/** Make a newsroom for the calling test file: an owner, two editors (Ana, Marek), a reviewer (Tom) and a viewer (Lena). */
export function openNewsroom(browser: TestBrowser, name = "The Quay Desk"): TestNewsroom {
  let cluster: Cluster | undefined;
  let people: ReadonlyMap<string, Person> = new Map();
  beforeAll(async () => {
    const data = process.env.CLAIMDESK_TEST_DATA;
    if (data === undefined) throw new Error("Browser tests run in the jest project `browser`.");
    cluster = await startEmbedded(data);
    adoptDatabase(cluster.url, keepSecret(path.join(data, "session-secret")));
    people = await fillNewsroom(name);
  }, 60_000);
  afterAll(async () => {
    await disconnect();
    await cluster?.stop();
  });
  const person = (who: Desk): Person => {
    const found = people.get(who);
    if (found === undefined) throw new Error("Ask for people inside the tests.");
    return found;
  };
  const signIn = async (page: Page, who: Desk): Promise<void> => {
    const value = await sessionToken(person(who).userId);
    const cookie = { name: sessionCookieName(), value, url: browser.url, httpOnly: true, sameSite: "Lax" as const };
    await page.context().addCookies([cookie]);
  };
  return {
    name,
    person,
    signIn,
    open: async (who, options) => {
      const page = await browser.open(options);
      await signIn(page, who);
      return page;
    },
  };
}
