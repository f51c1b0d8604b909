import type { z } from "zod";
import type { Json } from "@/lib/core/ledger/canonical";
import { GENESIS, type LedgerBody, sealEntry } from "@/lib/core/ledger/chain";
import type { PolicyAction } from "@/lib/core/policy/policy";
import { type Actor, authorize } from "./actor";
import { db, type Tx } from "./db";
import { log } from "./log";
import { newId, newSalt, sha256 } from "./random";
import { Refusal } from "./refusal";

/** What a command puts into the ledger: about which thing, and what changed. `articleId` picks the article's chain, else the newsroom's. */
export interface Entry {
  readonly newsroomId: string;
  readonly articleId?: string;
  /** Id of the claim, member, source … that changed. */
  readonly subject: string;
  readonly data: Json;
}

/** What a running command may use; `now` and `newId` are given so that nothing reads a clock by itself. */
export interface Context<A> {
  readonly tx: Tx;
  readonly actor: A;
  readonly now: Date;
  readonly newId: () => string;
}

/** Where an entry stands in an article's ledger. */
export interface Place {
  readonly articleId: string;
  readonly seq: number;
}

/**
 * What a command returns: its answer, and the ledger entry that records it (null when nothing changed). `refusal` refuses
 * but keeps what was written (a failed sign-in is counted); every other refusal is thrown and rolls back.
 */
export type Done<Output> =
  | {
      readonly output: Output;
      readonly entry: Entry | readonly Entry[] | null;
      /** Completes the answer with where its entries stand in their articles' ledgers. */
      readonly placed?: (places: readonly Place[]) => Output;
    }
  | { readonly refusal: Refusal; readonly entry: Entry | null };

/** How far long work has come: the share of it that is done (0 to 1), and in words what is done now. */
export interface Progress {
  readonly share: number;
  readonly words: string;
}

/** Who runs a command, and whom to tell how far it has come. */
export interface Preparation {
  readonly actor: Actor;
  readonly report: (progress: Progress) => void;
}

/** One write, defined once: the server action, the endpoint, the ledger entry and the authorization test are made from this. */
export interface Command<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly type: "command";
  readonly name: string;
  readonly input: Input;
  readonly action: PolicyAction;
  /** Does what takes long and writes nothing, before the transaction opens; returns what runs in it. */
  readonly prepare: (
    preparation: Preparation,
    input: z.output<Input>,
  ) => Promise<(context: Context<Actor>) => Promise<Done<Output>>>;
}

/** A write by someone who is not signed in yet (signing in, joining, first set-up). */
export interface PublicCommand<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly type: "public-command";
  readonly name: string;
  readonly input: Input;
  readonly run: (context: Context<null>, input: z.output<Input>) => Promise<Done<Output>>;
}

/** A write that the product does by itself, in a job: no door leads to it, and the ledger names nobody. */
export interface SystemCommand<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly type: "system-command";
  readonly name: string;
  readonly input: Input;
  readonly run: (context: Context<null>, input: z.output<Input>) => Promise<Done<Output>>;
}

/** Define a command that needs nothing but its transaction. */
export function command<Input extends z.ZodType, Output>({
  run,
  ...definition
}: Omit<Command<Input, Output>, "type" | "prepare"> & {
  readonly run: (context: Context<Actor>, input: z.output<Input>) => Promise<Done<Output>>;
}): Command<Input, Output> {
  return { type: "command", ...definition, prepare: async (_, input) => (context) => run(context, input) };
}

/** Define a command with long work before its transaction, which would hold locks and a connection all the while. */
export function longCommand<Input extends z.ZodType, Output>(
  definition: Omit<Command<Input, Output>, "type">,
): Command<Input, Output> {
  return { type: "command", ...definition };
}

/** Define a command for people who are not signed in. */
export function publicCommand<Input extends z.ZodType, Output>(
  definition: Omit<PublicCommand<Input, Output>, "type">,
): PublicCommand<Input, Output> {
  return { type: "public-command", ...definition };
}

/** Define a command that only jobs run. */
export function systemCommand<Input extends z.ZodType, Output>(
  definition: Omit<SystemCommand<Input, Output>, "type">,
): SystemCommand<Input, Output> {
  return { type: "system-command", ...definition };
}

/** The answer of a command at the doors: its output, or an expected refusal as a value. */
export type Outcome<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Run a command for `actor` on unparsed input, in one transaction with its ledger entry. `report` is told how far a long one
 * has come. Unexpected errors are thrown.
 */
export async function execute<Input extends z.ZodType, Output>(
  target: Command<Input, Output>,
  actor: Actor | null,
  raw: unknown,
  report: Preparation["report"] = () => undefined,
): Promise<Outcome<Output>> {
  return settle(async () => {
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again; what you typed is kept.");
    if (actor.readsOnly) throw new Refusal("forbidden", "A token only reads. Sign in to change something.");
    authorize(actor, target.action);
    const input = parse(target.input, raw);
    const run = await target.prepare({ actor, report }, input);
    return transact(target.name, actor, (context) => run({ ...context, actor }));
  });
}

/** Run a public command on unparsed input. */
export function executePublic<Input extends z.ZodType, Output>(
  target: PublicCommand<Input, Output>,
  raw: unknown,
): Promise<Outcome<Output>> {
  return executeForNobody(target, raw);
}

/** Run a system command on unparsed input. */
export function executeSystem<Input extends z.ZodType, Output>(
  target: SystemCommand<Input, Output>,
  raw: unknown,
): Promise<Outcome<Output>> {
  return executeForNobody(target, raw);
}

async function executeForNobody<Input extends z.ZodType, Output>(
  target: PublicCommand<Input, Output> | SystemCommand<Input, Output>,
  raw: unknown,
): Promise<Outcome<Output>> {
  return settle(async () => {
    const input = parse(target.input, raw);
    return transact(target.name, null, (context) => target.run({ ...context, actor: null }, input));
  });
}

/** Ask a query for `actor` on unparsed input, with refusals as values as `execute` has them. It writes nothing. */
export async function consult<Input extends z.ZodType, Output>(
  input: Input,
  load: (actor: Actor, input: z.output<Input>) => Promise<Output>,
  actor: Actor | null,
  raw: unknown,
): Promise<Outcome<Output>> {
  return settle(async () => {
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again; what you typed is kept.");
    return load(actor, parse(input, raw));
  });
}

function parse<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  const first = parsed.error.issues[0];
  throw new Refusal("invalid", first ? first.message : "Something in this form is not right.", { fields });
}

async function settle<Output>(run: () => Promise<Output>): Promise<Outcome<Output>> {
  try {
    return { ok: true, output: await run() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error };
    throw error;
  }
}

async function transact<Output>(
  name: string,
  actor: Actor | null,
  run: (context: Omit<Context<null>, "actor">) => Promise<Done<Output>>,
): Promise<Output> {
  const { result, places } = await db().$transaction(async (tx) => {
    const now = new Date();
    const result = await run({ tx, now, newId });
    const places: Place[] = [];
    for (const entry of inChainOrder(result.entry)) {
      const seq = await append(tx, name, actor, now, entry);
      if (entry.articleId) places.push({ articleId: entry.articleId, seq });
    }
    return { result, places };
  });
  if ("refusal" in result) throw result.refusal;
  return result.placed ? result.placed(places) : result.output;
}

const chainOf = ({ articleId, newsroomId }: Entry): string =>
  articleId ? `article:${articleId}` : `newsroom:${newsroomId}`;

/** A command on several articles writes to several chains, always in the same order: two of them never wait in a ring. */
function inChainOrder(entry: Done<unknown>["entry"]): Entry[] {
  if (entry === null) return [];
  return [entry].flat().sort((a, b) => (chainOf(a) < chainOf(b) ? -1 : 1));
}

/** Append to the chain of the article, or of the newsroom, and return the place; the head's row lock puts writers of one chain in a line. */
async function append(tx: Tx, name: string, actor: Actor | null, now: Date, entry: Entry): Promise<number> {
  const chain = chainOf(entry);
  await tx.$executeRaw`INSERT INTO "LedgerHead" ("chain", "seq", "hash") VALUES (${chain}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`;
  const [head] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    SELECT "seq", "hash" FROM "LedgerHead" WHERE "chain" = ${chain} FOR UPDATE`;
  if (!head) throw new Error(`ledger head of ${chain} vanished`);
  const body: LedgerBody = {
    chain,
    seq: head.seq + 1,
    at: now.toISOString(),
    actor: actor ? { id: actor.userId, name: actor.name } : null,
    command: name,
    subject: entry.subject,
    data: entry.data,
  };
  const sealed = sealEntry(body, head.hash, sha256, newSalt());
  // As SQL: an entry on thousands of claims takes Prisma's serialiser many times as long as all the rest.
  await tx.$executeRaw`
    INSERT INTO "LedgerEntry" ("chain", "seq", "newsroomId", "articleId", "at", "actorId", "actorName", "command",
      "subject", "data", "prevHash", "hash", "salt")
    VALUES (${chain}, ${sealed.seq}, ${entry.newsroomId}, ${entry.articleId ?? null}, ${now}, ${actor?.userId ?? null},
      ${actor?.name ?? ""}, ${name}, ${entry.subject}, ${JSON.stringify(entry.data)}::jsonb, ${sealed.prevHash},
      ${sealed.hash}, ${sealed.salt})`;
  await tx.$executeRaw`UPDATE "LedgerHead" SET "seq" = ${sealed.seq}, "hash" = ${sealed.hash} WHERE "chain" = ${chain}`;
  const news = JSON.stringify({
    id: `${chain}#${sealed.seq}`,
    newsroomId: entry.newsroomId,
    articleId: entry.articleId ?? null,
    subject: entry.subject,
    by: actor?.userId ?? null,
  });
  await tx.$executeRaw`SELECT pg_notify('claimdesk', ${news})`;
  log.info({ command: name, subject: entry.subject, actor: actor?.userId }, "command");
  return sealed.seq;
}
