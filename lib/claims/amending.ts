import { type FieldConflict, mergeFields } from "@/lib/core/workflow/merge";
import {
  type Refused,
  type Step,
  type StepInput,
  type StepResult,
  sourcingLacks,
  take,
} from "@/lib/core/workflow/workflow";
import type { Actor } from "@/lib/platform/actor";
import type { Context, Done, Entry } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { NOTHING_HIDDEN } from "@/lib/sources/concealing";
import { readHidden } from "@/lib/sources/secret-store";
import { type ClaimRecord, contentHash, type NewsroomRules, workflowFacts } from "./claim-record";
import { concealLine, entryWords, fieldWords, readChange } from "./history-lines";
import { asJson, type ClaimChange, changeOf } from "./ledger-data";
import type { ClaimChanged } from "./schema";
import { readIndependence } from "./sourcing";
import * as store from "./store";

/** What a command on claims works with. */
export type Work = Context<Actor>;
/** What saving needs: also a job, for which nobody acts, has it. */
export type Saving = Omit<Work, "actor"> & { readonly actor: Actor | null };

/** How far back a lost race is looked up in the ledger. */
const RECENT = 200;

/** Load a standing claim of the actor's newsroom, locked until the transaction ends. */
export async function requireClaim({ tx, actor }: Work, claimId: string): Promise<ClaimRecord> {
  const [claim] = await store.lockClaims(tx, actor.newsroomId, [claimId]);
  if (!claim) throw notFound("claim");
  if (claim.removed)
    throw new Refusal("not_now", `Claim ${claim.number} was taken away by a merge, a split or an undo.`);
  return claim;
}

/** Turn the workflow's no into a refusal; `reasonField` is the form's field for the missing reason. */
export function refused({ code, why }: Refused, reasonField = "reason"): Refusal {
  switch (code) {
    case "role":
    case "four-eyes":
      return new Refusal("forbidden", why);
    case "state":
    case "needless-override":
    case "objection":
      return new Refusal("not_now", why);
    case "needs-verdict":
    case "needs-note":
      return new Refusal("invalid", why, { fields: { verdict: why } });
    case "needs-sources":
      return new Refusal("invalid", why, { fields: { sourcingReason: why } });
    case "needs-reason":
      return new Refusal("invalid", why, { fields: { [reasonField]: why } });
  }
}

/** Return what a workflow answer allows, or refuse. */
export function allowed(result: StepResult, reasonField?: string): Extract<StepResult, { ok: true }> {
  if (!result.ok) throw refused(result, reasonField);
  return result;
}

/** Take a step of the workflow with a claim, or refuse with its reason. */
export async function step(work: Work, name: Step, claim: ClaimRecord, input: StepInput = {}) {
  const rules = await store.requireRules(work.tx, work.actor.newsroomId);
  return allowed(take(name, workflowFacts(claim), work.actor, rules, input));
}

/** Take the step that signs a claim off, or refuse; says also what its sources lack of the newsroom's rule, "" when nothing. */
export async function stepOff(work: Work, name: "signOff" | "overrideSignOff", claim: ClaimRecord, input: StepInput) {
  const { newsroomId } = work.actor;
  const rules = await store.requireRules(work.tx, newsroomId);
  const sourcing = await readIndependence(work.tx, newsroomId, claim.notes);
  const facts = { ...workflowFacts(claim), sourcing };
  const { next } = allowed(take(name, facts, work.actor, rules, input));
  return { next, lacks: sourcingLacks(facts, rules) ?? "" };
}

// ---------------------------------------------------------------- lost races

interface Race {
  readonly by: string;
  readonly words: string;
  readonly change: ClaimChange;
}

/** Return what others did to a claim since `rev`, newest first. */
async function changesSince({ tx, actor }: Saving, claim: ClaimRecord, rev: number): Promise<Race[]> {
  const lines = await store.listHistory(tx, claim.articleId, claim.id, RECENT);
  const hidden = actor ? await readHidden(tx, actor) : NOTHING_HIDDEN;
  return lines
    .map((line) => concealLine(line, hidden))
    .flatMap((line) => {
      const change = readChange(line);
      if (!change || change.rev.after <= rev) return [];
      return [{ by: line.actorName, words: entryWords({ ...line, change }), change }];
    });
}

/** Refuse when the claim is no longer the one the actor saw. */
export async function requireFresh(work: Work, claim: ClaimRecord, rev: number): Promise<void> {
  if (claim.rev === rev) return;
  throw await changedWhileReading(work, claim, rev);
}

/** Make the refusal that says who changed the claim since `rev`, and how. */
export async function changedWhileReading(work: Saving, claim: ClaimRecord, rev: number): Promise<Refusal> {
  const [last] = await changesSince(work, claim, rev);
  const what = last ? `${last.by} was quicker: ${last.words}` : "It was changed meanwhile.";
  return new Refusal("conflict", `The claim changed while you were reading. ${what} Look at it again, then decide.`, {
    conflict: { rev: claim.rev, by: last?.by ?? null, fields: [] },
  });
}

/** Tell whether others changed one of `fields` of a claim since `rev`. */
export async function touchedSince(work: Work, claim: ClaimRecord, rev: number, fields: readonly string[]) {
  if (claim.rev === rev) return false;
  return (await changesSince(work, claim, rev)).some(({ change }) => fields.some((field) => field in change.after));
}

/** What the actor wants of some fields: `base` is what they started from, `theirs` what stands now. */
interface Edit<T> {
  readonly rev: number;
  readonly base: Partial<T>;
  readonly mine: Partial<T>;
  readonly theirs: T;
}

/** Return the fields to change. Edits of fresh fields merge with others' by themselves; the same field changed twice is a conflict. */
export async function mergeEdit<T extends object>(work: Work, claim: ClaimRecord, edit: Edit<T>): Promise<Partial<T>> {
  const { rev, base, mine, theirs } = edit;
  const merge = mergeFields<T>(rev === claim.rev ? theirs : base, mine, theirs);
  if (merge.ok) return merge.changes;
  throw await clash(work, claim, rev, merge.conflicts);
}

async function clash(work: Work, claim: ClaimRecord, rev: number, conflicts: readonly FieldConflict[]) {
  const fields = conflicts.map(({ field }) => field);
  const races = await changesSince(work, claim, rev);
  const by = races.find(({ change }) => fields.some((field) => field in change.after))?.by ?? races[0]?.by ?? null;
  return new Refusal(
    "conflict",
    `${by ?? "Somebody"} changed the ${fieldWords(fields)} while you were editing. Choose field by field what shall stand.`,
    { conflict: { rev: claim.rev, by, fields: conflicts } },
  );
}

/** Leave out the fields that were not given. */
export function given<T extends object>(fields: { readonly [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

// ---------------------------------------------------------------- saving

/** A claim as it was saved, and what the ledger keeps of it. */
export interface Amended {
  readonly claim: ClaimRecord;
  readonly change: ClaimChange;
  /** Why its sign-off fell, in words; empty when none did. */
  readonly voided: string;
}

/** What goes with a change: why in words, in case a sign-off falls, and the version's text where a place moves. */
interface Because {
  readonly why: string;
  readonly text?: string;
}

/**
 * Save a changed claim as its next rev. A sign-off that no longer covers exactly what stands is voided in the same transaction,
 * and the claim is open again.
 */
export async function amend(
  work: Saving,
  before: ClaimRecord,
  patch: Partial<ClaimRecord>,
  { why, text }: Because,
): Promise<Amended> {
  const after = settle(before, { ...before, ...patch, rev: before.rev + 1 });
  const { tx, now, newId } = work;
  const voids = before.signOffId !== null && after.signOffId === null;
  if (voids) await store.voidSignOffs(tx, before.id, why, now);
  const saved = await store.saveClaim(tx, before, after, { now, newId, ...(text === undefined ? {} : { text }) });
  if (!saved) throw await changedWhileReading(work, before, before.rev);
  return { claim: after, change: changeOf(before, after), voided: voids ? why : "" };
}

/** Drop a sign-off that no longer covers exactly what stands; a claim never stays verified without one. */
function settle(before: ClaimRecord, after: ClaimRecord): ClaimRecord {
  if (before.signOffId === null || after.signOffId !== before.signOffId) return after;
  const covered = after.state === "verified" && !after.removed && contentHash(before) === contentHash(after);
  if (covered) return after;
  return { ...after, signOffId: null, state: after.state === "verified" ? "reopened" : after.state };
}

/** Tell whether a change rewrites what is claimed: its wording, its place or who said it. */
export function rewords(before: ClaimRecord, patch: Partial<ClaimRecord>): boolean {
  const bare = { ...before, notes: [], verdict: null, explanation: "", authorsWordReason: "" };
  return contentHash(bare) !== contentHash({ ...bare, ...patch, notes: [], verdict: null });
}

/** Apply the workflow's step for rewording to a patch: a claim in review goes back to the check, a verified one is open again. */
export async function correct(work: Work, claim: ClaimRecord, patch: Partial<ClaimRecord>, why: string) {
  const { next } = await step(work, "correct", claim);
  if (!rewords(claim, patch) || next === claim.state) return patch;
  return { ...patch, state: next, stateNote: why };
}

/** Answer with the claim as it stands, nothing having changed. */
export function unchanged({ id, rev, articleId }: ClaimRecord): Done<ClaimChanged> {
  return { output: { claimId: id, rev, articleId }, entry: null };
}

/** Answer with the first of the amended claims, and record all of them in the ledger. */
export async function done(
  work: Saving,
  [first, ...others]: readonly [Amended, ...Amended[]],
  data: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly output: ClaimChanged; readonly entry: Entry }> {
  const { id, rev, articleId, newsroomId } = first.claim;
  await store.touchArticles(work.tx, [articleId], work.now);
  const all = [first, ...others];
  const voided = all.map((one) => one.voided).find((why) => why !== "");
  return {
    output: { claimId: id, rev, articleId },
    entry: {
      newsroomId,
      articleId,
      subject: id,
      data: asJson({
        ...data,
        ...(voided === undefined ? {} : { voided }),
        ...(others.length > 0 ? { claims: all.map(({ claim }) => claim.id) } : {}),
        changes: all.map(({ change }) => change),
      }),
    },
  };
}

/** Read the newsroom's rules. */
export function rulesOf({ tx, actor }: Work): Promise<NewsroomRules> {
  return store.requireRules(tx, actor.newsroomId);
}
