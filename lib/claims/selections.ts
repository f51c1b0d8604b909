import type { z } from "zod";
import { askAssign, type DismissReason, type StepResult, take } from "@/lib/core/workflow/workflow";
import type { Done, Entry } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/refusal";
import { rulesOf, type Work } from "./amending";
import { asJson, type ClaimChange, type Snapshot } from "./ledger-data";
import { type BulkDone, LIMITS, type selection } from "./schema";
import { requireAssignee } from "./steps";
import * as store from "./store";
import { listIds } from "./table-store";

type Selection = z.output<typeof selection>;

/** The fields that bulk commands change. */
export type BulkFields = Partial<Pick<store.BulkRow, "state" | "dismissReason" | "stateNote" | "assigneeId">>;

/** What is to become of one claim: its new fields, or why it is skipped. */
type Fate = { readonly patch: BulkFields } | { readonly skip: string };

interface Data {
  readonly [key: string]: string;
}

/** Lock the chosen claims, or all that match the filter now. Claims of other newsrooms, and claims taken away, are not there. */
async function lockSelection({ tx, actor }: Work, chosen: Selection): Promise<store.BulkRow[]> {
  if ("ids" in chosen) return store.lockBulk(tx, actor.newsroomId, chosen.ids);
  const ids = await listIds(tx, actor, chosen.filter, LIMITS.bulk + 1);
  if (ids.length > LIMITS.bulk) {
    throw new Refusal("too_large", `More than ${LIMITS.bulk.toLocaleString("en")} claims match. Narrow the filter.`);
  }
  return store.lockBulk(tx, actor.newsroomId, ids);
}

async function each(
  work: Work,
  chosen: Selection,
  fate: (row: store.BulkRow) => Fate,
  data: Data,
): Promise<Done<BulkDone>> {
  const rows = await lockSelection(work, chosen);
  const skipped: Record<string, number> = {};
  const changes: { readonly row: store.BulkRow; readonly patch: BulkFields }[] = [];
  for (const row of rows) {
    const decided = fate(row);
    if ("skip" in decided) skipped[decided.skip] = (skipped[decided.skip] ?? 0) + 1;
    else changes.push({ row, patch: decided.patch });
  }
  const output = { changed: changes.length, skipped };
  const entry = await saveAll(work, changes, data);
  return { output, entry, placed: (undo) => ({ ...output, undo }) };
}

/** Save many claims, those with the same new values in one statement, and make one entry for each article. */
export async function saveAll(
  { tx, actor, now }: Work,
  changes: readonly { readonly row: store.BulkRow; readonly patch: BulkFields }[],
  data: Readonly<Record<string, unknown>>,
): Promise<readonly Entry[] | null> {
  if (changes.length === 0) return null;
  const { newsroomId } = actor;
  for (const group of grouped(changes, ({ patch }) => JSON.stringify(patch)).values()) {
    const ids = group.map(({ row }) => row.id);
    await store.saveBulk(tx, newsroomId, ids, group[0]?.patch ?? {}, now);
  }
  const byArticle = grouped(changes, ({ row }) => row.articleId);
  await store.touchArticles(tx, [...byArticle.keys()], now);
  return [...byArticle].map(([articleId, group]) => {
    const claims = group.map(({ row }) => row.id);
    const changes = group.map(({ row, patch }) => bulkChange(row, patch));
    return { newsroomId, articleId, subject: articleId, data: asJson({ ...data, claims, changes }) };
  });
}

function bulkChange(row: store.BulkRow, patch: BulkFields): ClaimChange {
  const before: Snapshot = Object.fromEntries(KEYS.filter((key) => key in patch).map((key) => [key, row[key]]));
  const { id: claimId, number, rev } = row;
  return { claimId, number, rev: { before: rev, after: rev + 1 }, before, after: patch };
}
const KEYS = ["state", "dismissReason", "stateNote", "assigneeId"] as const satisfies readonly (keyof BulkFields)[];

/** Group items by a key, in the order in which the keys come first. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const decide = (result: StepResult, patch: (next: store.BulkRow["state"]) => BulkFields): Fate =>
  result.ok ? { patch: patch(result.next) } : { skip: result.why };

/** Accept every detected claim of a selection. */
export async function acceptAll(
  work: Work,
  { selection: chosen }: { readonly selection: Selection },
): Promise<Done<BulkDone>> {
  const rules = await rulesOf(work);
  const fate = (row: store.BulkRow): Fate => {
    if (row.state !== "detected" && row.state !== "dismissed") return { skip: "Accepted before." };
    return decide(take("accept", row, work.actor, rules, {}), (state) => ({ state }));
  };
  return each(work, chosen, fate, {});
}

/** Dismiss every claim of a selection that may be dismissed, with one reason and note. */
export async function dismissAll(
  work: Work,
  {
    selection: chosen,
    reason,
    note,
  }: { readonly selection: Selection; readonly reason: DismissReason; readonly note: string },
): Promise<Done<BulkDone>> {
  const rules = await rulesOf(work);
  const fate = (row: store.BulkRow): Fate => {
    if (row.state === "dismissed") return { skip: "Dismissed before." };
    const patch = (state: store.BulkRow["state"]) => ({ state, dismissReason: reason, stateNote: note });
    return decide(take("dismiss", row, work.actor, rules, { reason }), patch);
  };
  return each(work, chosen, fate, { reason, note });
}

/** Assign every claim of a selection to one member, or to nobody; priorities and due dates stay. */
export async function assignAll(
  work: Work,
  { selection: chosen, assigneeId }: { readonly selection: Selection; readonly assigneeId: string | null },
): Promise<Done<BulkDone>> {
  const assignee = await requireAssignee(work, assigneeId);
  const fate = (row: store.BulkRow): Fate => {
    if (row.assigneeId === assigneeId) return { skip: "Assigned so before." };
    return decide(askAssign(row, work.actor), () => ({ assigneeId }));
  };
  return each(work, chosen, fate, { assignee: assignee ?? "" });
}
