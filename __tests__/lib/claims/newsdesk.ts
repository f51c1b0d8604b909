import type { z } from "zod";
import type { Json } from "@/lib/core/ledger/canonical";
import { type LedgerEntry, verifyChain } from "@/lib/core/ledger/chain";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute, type Outcome } from "@/lib/platform/command";
import type { Db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import type { Refusal } from "@/lib/platform/refusal";
import { type BuiltArticle, buildArticle, buildMember, buildNewsroom } from "@/seeds/builders";

/** The article that most tests check. */
export const TEXT = `The bridge cost $3 million, Mayor Ana Torres said on Wednesday. It was built in 2016 by 40 workers.

More than 68 countries have sent engineers to see it. “It is the longest bridge in the region,” she said.

The ferry stopped in May. 😀 Nobody missed it.
`;

/** A newsroom with one person of each kind, and an article. */
export interface Newsdesk {
  readonly newsroomId: string;
  readonly owner: Actor;
  readonly admin: Actor;
  readonly ana: Actor;
  readonly marek: Actor;
  readonly tom: Actor;
  readonly lena: Actor;
  readonly article: BuiltArticle;
}

/** Build a newsroom: Ana and Marek are editors, Tom reviews, Lena reads. */
export async function newsdesk(db: Db, text = TEXT): Promise<Newsdesk> {
  const newsroomId = await buildNewsroom(db);
  const owner = await buildMember(db, newsroomId, "owner", "Ines Duarte");
  const admin = await buildMember(db, newsroomId, "admin", "Ada Admin");
  const ana = await buildMember(db, newsroomId, "editor", "Ana Silva");
  const marek = await buildMember(db, newsroomId, "editor", "Marek Novak");
  const tom = await buildMember(db, newsroomId, "reviewer", "Tom Okafor");
  const lena = await buildMember(db, newsroomId, "viewer", "Lena Vogt");
  const article = await buildArticle(db, ana, text);
  return { newsroomId, owner, admin, ana, marek, tom, lena, article };
}

/** Run a command that must not be refused; return its answer. */
export async function run<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  actor: Actor,
  input: z.input<Input>,
): Promise<Output> {
  const outcome = await execute(command, actor, input);
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

/** Run a command that must be refused; return the refusal. */
export async function refusal<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  actor: Actor | null,
  input: z.input<Input>,
): Promise<Refusal> {
  const outcome: Outcome<Output> = await execute(command, actor, input);
  if (outcome.ok) throw new Error(`${command.name} was not refused.`);
  return outcome.refusal;
}

/** Read a chain as the ledger keeps it. */
export async function chain(db: Db, name: string): Promise<LedgerEntry[]> {
  const rows = await db.ledgerEntry.findMany({ where: { chain: name }, orderBy: { seq: "asc" } });
  return rows.map(({ actorId, actorName, at, data, newsroomId, articleId, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: actorName },
    data: data as Json,
  }));
}

/** Read an article's entries, after checking that its chain is whole. */
export async function ledger(db: Db, articleId: string): Promise<LedgerEntry[]> {
  const entries = await chain(db, `article:${articleId}`);
  expect(verifyChain(entries, sha256)).toMatchObject({ ok: true, length: entries.length });
  return entries;
}

/** Read the last entry of an article's whole chain. */
export async function lastEntry(
  db: Db,
  articleId: string,
): Promise<Omit<LedgerEntry, "data"> & { readonly data: EntryData }> {
  const entry = (await ledger(db, articleId)).at(-1);
  if (!entry) throw new Error("The ledger is empty.");
  return { ...entry, data: entry.data as unknown as EntryData };
}

/** What the entries of claims hold. */
export interface EntryData {
  readonly changes: readonly {
    readonly claimId: string;
    readonly number: number;
    readonly rev: { readonly before: number; readonly after: number };
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  }[];
  readonly claims?: readonly string[];
  readonly voided?: string;
  readonly [key: string]: unknown;
}
