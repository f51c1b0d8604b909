import { may } from "@/lib/core/policy/policy";
import { askAssign, askTick, type DismissReason } from "@/lib/core/workflow/workflow";
import type { Done } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { allowed, amend, done, requireClaim, requireFresh, step, touchedSince, unchanged, type Work } from "./amending";
import { asJson } from "./ledger-data";
import type { ClaimChanged } from "./schema";
import * as store from "./store";

interface Seen {
  readonly claimId: string;
  /** The claim's rev as the actor saw it. */
  readonly rev: number;
}

/** Accept a detected claim as one to be checked; one accepted already is fine. */
export async function accept(work: Work, { claimId, rev }: Seen): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  if (claim.state !== "detected" && claim.state !== "dismissed") return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { next } = await step(work, "accept", claim);
  return done(work, [await amend(work, claim, { state: next }, { why: "" })]);
}

/** Dismiss a claim with one of the reasons and a free note. */
export async function dismiss(
  work: Work,
  { claimId, rev, reason, note }: Seen & { readonly reason: DismissReason; readonly note: string },
): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const same = claim.state === "dismissed" && claim.dismissReason === reason && claim.stateNote === note;
  if (same) return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { next } = await step(work, "dismiss", claim, { reason });
  const patch = { state: next, dismissReason: reason, stateNote: note };
  return done(work, [await amend(work, claim, patch, { why: "" })], { reason, note });
}

/** Start checking a claim; one that nobody has becomes the actor's. */
export async function startCheck(work: Work, { claimId, rev }: Seen): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  if (claim.state === "in_check") return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { next } = await step(work, "startCheck", claim);
  const patch = { state: next, assigneeId: claim.assigneeId ?? work.actor.userId };
  return done(work, [await amend(work, claim, patch, { why: "" })]);
}

/** Send a proposed verdict back to the check, with the reason. */
export async function sendBack(
  work: Work,
  { claimId, rev, reason }: Seen & { readonly reason: string },
): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  if (claim.state === "in_check" && claim.stateNote === reason) return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { next } = await step(work, "sendBack", claim, { reason });
  return done(work, [await amend(work, claim, { state: next, stateNote: reason }, { why: "" })], { reason });
}

/** Reopen a verified or dismissed claim, with the reason; a sign-off falls. */
export async function reopen(
  work: Work,
  { claimId, rev, reason }: Seen & { readonly reason: string },
): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  if (claim.state === "reopened" && claim.stateNote === reason) return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { next } = await step(work, "reopen", claim, { reason });
  const patch = { state: next, stateNote: reason, dismissReason: null };
  const why = `Reopened by ${work.actor.name}: ${reason}`;
  return done(work, [await amend(work, claim, patch, { why })], { reason });
}

/** Return the name of a member who may check claims; null for nobody. Refuse anyone else. */
export async function requireAssignee({ tx, actor }: Work, assigneeId: string | null): Promise<string | null> {
  if (assigneeId === null) return null;
  const members = await store.listMembers(tx, actor.newsroomId);
  const member = members.find(({ id }) => id === assigneeId);
  if (member && may(member.role, "claim.check")) return member.name;
  const why = member ? `${member.name} may not check claims.` : "Choose a member of the newsroom.";
  throw new Refusal("invalid", why, { fields: { assigneeId: why } });
}

interface Assignment {
  readonly assigneeId: string | null;
  readonly priority: number;
  readonly dueOn: string | null;
}

/** Assign a claim, with priority and due date. Only another assignment since is a conflict, not any other change. */
export async function assign(work: Work, { claimId, rev, ...wanted }: Seen & Assignment): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const { assigneeId, priority, dueOn } = wanted;
  if (claim.assigneeId === assigneeId && claim.priority === priority && claim.dueOn === dueOn) return unchanged(claim);
  if (await touchedSince(work, claim, rev, ["assigneeId", "priority", "dueOn"])) await requireFresh(work, claim, rev);
  allowed(askAssign(claim, work.actor));
  const assignee = await requireAssignee(work, assigneeId);
  return done(work, [await amend(work, claim, wanted, { why: "" })], { assignee: assignee ?? "" });
}

/** Tick a fact as checked, or take the tick back. Ticks never conflict and are not part of what is signed. */
export async function tick(
  work: Work,
  { claimId, factId, ticked }: { readonly claimId: string; readonly factId: string; readonly ticked: boolean },
): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const fact = claim.facts.find(({ id }) => id === factId);
  if (!fact) throw notFound("fact");
  allowed(askTick(claim, work.actor));
  if ((fact.tickedAt !== null) === ticked) return unchanged(claim);
  const { tx, actor, now } = work;
  await store.tickFact(tx, claimId, factId, ticked ? actor.userId : null, now);
  const { newsroomId, articleId, rev } = claim;
  const data = asJson({ fact: { id: factId, type: fact.type, text: fact.text, ticked } });
  return { output: { claimId, rev, articleId }, entry: { newsroomId, articleId, subject: claimId, data } };
}
