import type { Json } from "@/lib/core/ledger/canonical";
import { type ChainCheck, continueCheck, GENESIS, type LedgerEntry, UNREAD, verifyHead } from "@/lib/core/ledger/chain";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import type { Prisma } from "@/prisma/generated/client";

/** Entries read at once while a chain is verified: memory stays flat however long the chain is. */
const BATCH = 1_000;

/** The last link of a chain as it is recorded apart from the entries. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Which entries of a chain to list. */
export interface EntryFilter {
  readonly newsroomId: string;
  readonly chain: string;
  readonly command?: string | undefined;
  readonly actorId?: string | undefined;
  /** Entries about this claim: those whose subject it is, and those that name it in their data. */
  readonly claimId?: string | undefined;
}

/** Name the chain of an article. */
export function articleChain(articleId: string): string {
  return `article:${articleId}`;
}

/** Name the chain of a newsroom's members, settings and sources. */
export function newsroomChain(newsroomId: string): string {
  return `newsroom:${newsroomId}`;
}

/** Tell whether a newsroom has this article. */
export async function hasArticle(tx: Tx, newsroomId: string, articleId: string): Promise<boolean> {
  return (await tx.article.count({ where: { id: articleId, newsroomId } })) === 1;
}

/** Read the recorded head of a chain; a chain without entries ends at its beginning. */
export async function readHead(tx: Tx, chain: string): Promise<Head> {
  const head = await tx.ledgerHead.findUnique({ where: { chain } });
  return head ? { seq: head.seq, hash: head.hash } : { seq: 0, hash: GENESIS };
}

/** Read every entry of a chain from its beginning, in batches, and check each hash, each link and the recorded head. */
export async function verify(tx: Tx, chain: string, head: Head): Promise<ChainCheck> {
  let check: ChainCheck = UNREAD;
  let after: number | null = null;
  while (check.ok) {
    const entries: LedgerEntry[] = await readBatch(tx, chain, after);
    const last = entries.at(-1);
    if (!last) break;
    check = continueCheck(check, entries, sha256, chain);
    after = last.seq;
  }
  return verifyHead(check, head);
}

/** Read every entry of a chain in its order, in batches. */
export async function* readChain(tx: Tx, chain: string): AsyncGenerator<LedgerEntry> {
  let after: number | null = null;
  for (;;) {
    const entries: LedgerEntry[] = await readBatch(tx, chain, after);
    const last = entries.at(-1);
    if (!last) return;
    yield* entries;
    after = last.seq;
  }
}

async function readBatch(tx: Tx, chain: string, after: number | null): Promise<LedgerEntry[]> {
  const from = after === null ? {} : { seq: { gt: after } };
  const rows = await tx.ledgerEntry.findMany({ where: { chain, ...from }, orderBy: { seq: "asc" }, take: BATCH });
  return rows.map(toEntry);
}

/** List the entries that match, newest first. */
export async function listEntries(tx: Tx, filter: EntryFilter, skip: number, take: number): Promise<LedgerEntry[]> {
  const rows = await tx.ledgerEntry.findMany({ where: where(filter), orderBy: { seq: "desc" }, skip, take });
  return rows.map(toEntry);
}

/** Count the entries that match. */
export function countEntries(tx: Tx, filter: EntryFilter): Promise<number> {
  return tx.ledgerEntry.count({ where: where(filter) });
}

/** List the commands and the people that occur in a chain, to offer as filters. */
export async function listFacets(tx: Tx, newsroomId: string, chain: string) {
  const scope = { newsroomId, chain };
  // One after the other: a transaction is one connection.
  const commands = await tx.ledgerEntry.groupBy({
    by: ["command"],
    where: scope,
    _count: true,
    orderBy: { command: "asc" },
  });
  const actors = await tx.ledgerEntry.groupBy({
    by: ["actorId"],
    where: { ...scope, actorId: { not: null } },
    _max: { actorName: true },
    orderBy: { actorId: "asc" },
  });
  return {
    commands: commands.map(({ command, _count }) => ({ command, count: _count })),
    actors: actors.flatMap(({ actorId, _max }) => (actorId ? { id: actorId, name: _max.actorName ?? "" } : [])),
  };
}

function where({ newsroomId, chain, command, actorId, claimId }: EntryFilter): Prisma.LedgerEntryWhereInput {
  return {
    newsroomId,
    chain,
    ...(command === undefined ? {} : { command }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(claimId === undefined ? {} : { OR: aboutClaim(claimId) }),
  };
}

/** A command on several claims lists what it did to each under `changes`, and those it only touched under `claims`. */
function aboutClaim(claimId: string): Prisma.LedgerEntryWhereInput[] {
  return [
    { subject: claimId },
    { data: { path: ["claims"], array_contains: [claimId] } },
    { data: { path: ["changes"], array_contains: [{ claimId }] } },
  ];
}

type Row = Prisma.LedgerEntryGetPayload<Record<string, never>>;

function toEntry({ actorId, actorName, at, data, newsroomId: _, articleId: __, ...row }: Row): LedgerEntry {
  const actor = actorId === null ? null : { id: actorId, name: actorName };
  return { ...row, at: at.toISOString(), actor, data: data as Json };
}
