import { canonical, type Json } from "./canonical";

/** Hex SHA-256 of the UTF-8 form of a text, given by whoever may compute it. */
export type Hash = (text: string) => string;

/** Who ran a command, with the name they bore then. */
export interface LedgerActor {
  readonly id: string;
  readonly name: string;
}

/** What an entry states, before it is put into its chain. `at` is ISO 8601 in UTC with milliseconds; `seq` counts from 1. */
export interface LedgerBody {
  readonly chain: string;
  readonly seq: number;
  readonly at: string;
  /** Absent for what the product did by itself. */
  readonly actor: LedgerActor | null;
  readonly command: string;
  readonly subject: string;
  readonly data: Json;
}

/** An entry of which the data is not told; the salted hash that stands for it keeps its chain whole. */
export interface WithheldEntry extends Omit<LedgerBody, "data"> {
  /** Null for an entry of format 1, whose own hash can't be made without its data. */
  readonly dataHash: string | null;
  readonly prevHash: string;
  readonly hash: string;
}

/** One link of a chain: what was done, the hash of the link before it and its own. */
export interface LedgerEntry extends LedgerBody {
  readonly prevHash: string;
  readonly hash: string;
  /** Random; the hash covers a hash of salt and data (format 2). Null in format 1, where it covers the data itself. */
  readonly salt: string | null;
}

/** A chain found whole up to `length` with `head` as its last hash, or the first place where it is broken and why. */
export type ChainCheck =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string };

/** The hash that stands before the first entry of every chain. */
export const GENESIS = "0".repeat(64);

/** The check of a chain of which nothing has been read yet. */
export const UNREAD: ChainCheck = { ok: true, length: 0, head: GENESIS };

/**
 * Close a body into an entry: its hash covers every field of the body, the data through their salted hash, and the hash of the entry
 * before it. Without a salt it is an entry of format 1.
 */
export function sealEntry(body: LedgerBody, prevHash: string, hash: Hash, salt: string | null = null): LedgerEntry {
  const { chain, seq, at, actor, command, subject, data } = body;
  const text = sealedText(body, prevHash, salt === null ? null : dataHash(data, salt, hash));
  return { chain, seq, at, actor, command, subject, data, prevHash, hash: hash(text), salt };
}

/** Return what stands for an entry's data in its hash: over the RFC 8785 form of salt and data. */
export function dataHash(data: Json, salt: string, hash: Hash): string {
  return hash(canonical({ salt, data }));
}

/** Return an entry without its data, as an outsider may have it. */
export function withhold({ data, salt, ...rest }: LedgerEntry, hash: Hash): WithheldEntry {
  return { ...rest, dataHash: salt === null ? null : dataHash(data, salt, hash) };
}

/** Check a whole chain, entries in the order of `seq`. */
export function verifyChain(entries: Iterable<LedgerEntry | WithheldEntry>, hash: Hash): ChainCheck {
  return continueCheck(UNREAD, entries, hash);
}

/** Go on checking a chain with its next entries, so that a long one can be read in batches. A broken chain stays broken. */
export function continueCheck(
  before: ChainCheck,
  entries: Iterable<LedgerEntry | WithheldEntry>,
  hash: Hash,
  chain?: string,
): ChainCheck {
  let check = before;
  let name = chain;
  for (const entry of entries) {
    if (!check.ok) return check;
    name ??= entry.chain;
    const reason = fault(entry, check.length + 1, check.head, name, hash);
    check =
      reason === null
        ? { ok: true, length: entry.seq, head: entry.hash }
        : { ok: false, seq: check.length + 1, reason };
  }
  return check;
}

/** Compare a checked chain with the last link kept apart from it: entries cut off the end leave the rest whole. */
export function verifyHead(check: ChainCheck, head: { readonly seq: number; readonly hash: string }): ChainCheck {
  if (!check.ok) return check;
  if (check.length < head.seq) return broken(check.length + 1, "The entry is missing from the end of the chain.");
  if (check.length > head.seq) return broken(head.seq + 1, "The entry stands after the recorded end of the chain.");
  if (check.head !== head.hash) return broken(head.seq, "The entry is not the one recorded as the end of the chain.");
  return check;
}

function broken(seq: number, reason: string): ChainCheck {
  return { ok: false, seq, reason };
}

function fault(
  entry: LedgerEntry | WithheldEntry,
  seq: number,
  head: string,
  chain: string,
  hash: Hash,
): string | null {
  if (entry.seq !== seq) return `Entry ${seq} is missing: entry ${entry.seq} stands in its place.`;
  if (entry.chain !== chain) return "The entry belongs to another chain.";
  if (entry.prevHash !== head) return "The entry does not continue the entry before it.";
  if (isUnprovable(entry)) return null;
  if (entry.hash !== resealed(entry, hash)) return "The entry was changed after it was written.";
  return null;
}

/** Tell whether an entry is withheld and of format 1: its link holds it in the chain, its own words can't be checked. */
export function isUnprovable(entry: LedgerEntry | WithheldEntry): boolean {
  return "dataHash" in entry && entry.dataHash === null;
}

/** A tampered entry may hold what has no canonical form; that too is a fault of the chain, not of the reader. */
function resealed(entry: LedgerEntry | WithheldEntry, hash: Hash): string | null {
  try {
    if ("dataHash" in entry) return hash(sealedText({ ...entry, data: null }, entry.prevHash, entry.dataHash));
    return sealEntry(entry, entry.prevHash, hash, entry.salt).hash;
  } catch {
    return null;
  }
}

function sealedText(body: LedgerBody, prevHash: string, dataHash: string | null): string {
  const { chain, seq, at, actor, command, subject, data } = body;
  const who = actor === null ? null : { id: actor.id, name: actor.name };
  const frame = { chain, seq, at, actor: who, command, subject, prevHash };
  return canonical(dataHash === null ? { ...frame, data } : { ...frame, format: 2, dataHash });
}
