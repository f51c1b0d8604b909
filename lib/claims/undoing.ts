import { giveContactsBack } from "@/lib/contacts/store";
import { scored } from "@/lib/core/extraction/kept-features";
import { restorable } from "@/lib/core/workflow/workflow";
import { giveObjectionsBack } from "@/lib/objections/store";
import type { Done } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { type Amended, amend, changedWhileReading, done, type Work } from "./amending";
import type { ClaimRecord, FactRecord } from "./claim-record";
import { UNDOABLE } from "./history-lines";
import { type ClaimChange, changesData, type Snapshot } from "./ledger-data";
import type { BulkDone, ClaimChanged } from "./schema";
import { readWeights } from "./score-store";
import { type BulkFields, saveAll } from "./selections";
import { sameFact } from "./span-reading";
import * as store from "./store";

/** The first claim that went back to what it was; of a bulk command also how many did, and which could not and why. */
export type Undone = ClaimChanged & BulkDone;

interface Asked {
  readonly articleId: string;
  readonly seq: number;
}

/**
 * Undo one entry of an article's ledger, as a new entry: its claims go back to what they were, if nobody changed them since.
 * A sign-off never comes back: what was verified waits to be signed again.
 */
export async function undoEntry(work: Work, asked: Asked): Promise<Done<Undone>> {
  const { tx, actor } = work;
  const entry = await store.findEntry(tx, actor.newsroomId, asked.articleId, asked.seq);
  if (!entry) throw notFound("ledger entry");
  const read = changesData.safeParse(entry.data);
  if (!UNDOABLE.has(entry.command) || !read.success) {
    throw new Refusal("not_now", "This can't be undone. Change what has to be changed; the history shows both.");
  }
  const data = { undone: { seq: asked.seq, command: entry.command } };
  const { changes, moved } = read.data;
  if (changes.every(isPlain)) return undoFields(work, asked, changes, data);
  const undone = await undoRecords(work, changes, data, APART.has(entry.command));
  await giveContactsBack(tx, moved.contacts);
  await giveObjectionsBack(tx, moved.objections);
  return undone;
}

/** Commands whose claims have nothing to do with each other: those nobody touched since go back without the others. */
const APART: ReadonlySet<string> = new Set(["claim.takeReading"]);

/** Only fields that are set in one statement for many claims. */
function isPlain({ before }: ClaimChange): boolean {
  return Object.keys(before).every((key) => PLAIN.has(key));
}
const PLAIN: ReadonlySet<string> = new Set(["state", "dismissReason", "stateNote", "assigneeId"]);

type Data = Readonly<Record<string, unknown>>;

async function undoFields(
  work: Work,
  { articleId }: Asked,
  changes: readonly ClaimChange[],
  data: Data,
): Promise<Done<Undone>> {
  const rows = await store.lockBulk(
    work.tx,
    work.actor.newsroomId,
    changes.map(({ claimId }) => claimId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const fit = changes.flatMap(({ claimId, rev, before }) => {
    const row = byId.get(claimId);
    return row && row.rev === rev.after ? [{ row, patch: plain(before) }] : [];
  });
  const [first] = fit;
  if (!first) throw await sinceChanged(work, changes);
  const left = changes.length - fit.length;
  const skipped = skippedSince(left);
  const { id: claimId, rev } = first.row;
  return {
    output: { claimId, rev: rev + 1, articleId, changed: fit.length, skipped },
    entry: await saveAll(work, fit, data),
  };
}

const skippedSince = (left: number): BulkDone["skipped"] => (left === 0 ? {} : { "Changed since.": left });

/** One claim's old values, its state as far as undoing may bring it back. */
function plain({ state, dismissReason, stateNote, assigneeId }: Snapshot): BulkFields {
  return {
    ...(state === undefined ? {} : { state: restorable(state) }),
    ...(dismissReason === undefined ? {} : { dismissReason }),
    ...(stateNote === undefined ? {} : { stateNote }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
}

/** Say who changed one of the claims since. */
async function sinceChanged(work: Work, changes: readonly ClaimChange[]): Promise<Refusal> {
  const claims = await store.findClaims(
    work.tx,
    work.actor.newsroomId,
    changes.map(({ claimId }) => claimId),
  );
  for (const { claimId, rev } of changes) {
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim || claim.rev === rev.after) continue;
    const { detail } = await changedWhileReading(work, claim, rev.after);
    const by = detail.conflict?.by ?? "Somebody";
    return new Refusal("not_now", `${by} changed claim ${claim.number} since, so this can't be undone any more.`);
  }
  return new Refusal("not_now", "The claims changed since, so this can't be undone any more.");
}

async function undoRecords(
  work: Work,
  changes: readonly ClaimChange[],
  data: Data,
  apart: boolean,
): Promise<Done<Undone>> {
  const ids = changes.map(({ claimId }) => claimId);
  const claims = await store.lockClaims(work.tx, work.actor.newsroomId, ids);
  const pairs = changes.flatMap((change) => {
    const claim = claims.find(({ id }) => id === change.claimId);
    return claim && claim.rev === change.rev.after ? [{ claim, change }] : [];
  });
  const left = changes.length - pairs.length;
  if (pairs.length === 0 || (left > 0 && !apart)) throw await sinceChanged(work, changes);
  const pool = { facts: claims.flatMap(({ facts }) => facts), notes: claims.flatMap(({ notes }) => notes) };
  const why = `Change undone by ${work.actor.name}`;
  const amended: Amended[] = [];
  for (const { claim, change } of pairs) {
    const { patch, text } = await restore(work, claim, change.before, pool);
    amended.push(await amend(work, claim, patch, { why, text }));
  }
  const [first, ...others] = amended;
  if (!first) throw notFound("ledger entry");
  const { output, entry } = await done(work, [first, ...others], data);
  return { output: { ...output, changed: amended.length, skipped: skippedSince(left) }, entry };
}

/** What the claims of the entry have now: their ticks stay on facts that come back, their notes go back where they were. */
type Pool = Pick<ClaimRecord, "facts" | "notes">;

async function restore(work: Work, claim: ClaimRecord, before: Snapshot, pool: Pool) {
  const { facts, notes, state, place, ...fields } = before;
  const text = place ? await store.findVersionText(work.tx, place.versionId) : "";
  if (place && claim.place && place.versionId !== claim.place.versionId) {
    throw new Refusal("not_now", "The article has a new text since, so this can't be undone any more.");
  }
  const patch: Partial<ClaimRecord> = {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(place === undefined ? {} : { place }),
    ...(state === undefined ? {} : { state: restorable(state) }),
    ...(facts === undefined ? {} : { facts: facts.map((fact) => withTick(fact, pool.facts)) }),
    ...(notes === undefined ? {} : { notes: pool.notes.filter(({ id }) => notes.includes(id)) }),
  };
  return { patch: await rescored(work, patch), text };
}

/** A score that comes back is made anew under the weights of today; without its makings it stays as it was, and so do they. */
async function rescored(work: Work, patch: Partial<ClaimRecord>): Promise<Partial<ClaimRecord>> {
  if (patch.score === undefined && patch.features === undefined) return patch;
  if (!patch.features) return { ...patch, features: null };
  return { ...patch, ...scored(patch.features, await readWeights(work.tx, work.actor.newsroomId)) };
}

type FactSnapshot = NonNullable<Snapshot["facts"]>[number];

function withTick(fact: FactSnapshot, known: readonly FactRecord[]): FactRecord {
  const same = known.filter((one) => sameFact(one, fact));
  const { tickedById = null, tickedAt = null } = same.find((one) => one.tickedAt !== null) ?? {};
  return { ...fact, tickedById, tickedAt };
}
