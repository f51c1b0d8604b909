import { SIGNED_FORMAT } from "@/lib/core/workflow/sign-off";
import { findVerdict, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { take } from "@/lib/core/workflow/workflow";
import type { Done } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/refusal";
import {
  allowed,
  amend,
  changedWhileReading,
  done,
  given,
  mergeEdit,
  requireClaim,
  requireFresh,
  rulesOf,
  stepOff,
  unchanged,
  type Work,
} from "./amending";
import { type ClaimRecord, contentHash, workflowFacts } from "./claim-record";
import type { ClaimChanged } from "./schema";
import * as store from "./store";

/** What a verdict says. */
interface VerdictFields {
  readonly verdict: string | null;
  readonly explanation: string;
  readonly authorsWordReason: string;
}

interface Proposal {
  readonly claimId: string;
  readonly rev: number;
  readonly base: { readonly [K in keyof VerdictFields]?: VerdictFields[K] | undefined };
  readonly verdict: string;
  readonly explanation: string;
  readonly authorsWordReason: string;
}

/**
 * Propose a verdict, or change the one in review. Whoever changed the verdict or its words last is the proposer, so that nobody
 * signs off words of their own.
 */
export async function propose(work: Work, { claimId, rev, base, ...mine }: Proposal): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const rules = await rulesOf(work);
  const { scale } = rules;
  const { verdict, explanation, authorsWordReason } = claim;
  const theirs: VerdictFields = { verdict, explanation, authorsWordReason };
  const merged = await mergeEdit<VerdictFields>(work, claim, { rev, base: given(base), mine, theirs });
  const fields = withoutIdleReason({ ...theirs, ...merged }, scale);
  const input = { verdict: fields.verdict, authorsWordReason: fields.authorsWordReason };
  const { next } = allowed(take("proposeVerdict", workflowFacts(claim), work.actor, rules, input), "authorsWordReason");
  const same = JSON.stringify(theirs) === JSON.stringify(fields);
  if (same && claim.state === next) return unchanged(claim);
  const proposer = { verdictById: work.actor.userId, verdictAt: work.now.toISOString() };
  const patch = { ...fields, ...proposer, state: next, stateNote: "" };
  const label = findVerdict(scale, fields.verdict)?.label ?? "";
  return done(work, [await amend(work, claim, patch, { why: "" })], { label });
}

/** A reason for the author's word goes only with a verdict that rests on it: nothing that no one sees is signed. */
function withoutIdleReason(fields: VerdictFields, scale: VerdictScale): VerdictFields {
  return findVerdict(scale, fields.verdict)?.authorsWord ? fields : { ...fields, authorsWordReason: "" };
}

interface Approval {
  readonly claimId: string;
  readonly rev: number;
  /** The hash of what the signer saw. */
  readonly contentHash: string;
  /** Why, although the newsroom's rule on sources is not met; kept only then. */
  readonly sourcingReason: string;
}

/** Sign off exactly what the signer saw: the claim is verified, bound to the hash of its content. */
export function sign(work: Work, approval: Approval): Promise<Done<ClaimChanged>> {
  return approve(work, "signOff", approval, null);
}

/** Sign off one's own verdict past the four-eyes rule, with a reason that ledger and report show. */
export function signPastFourEyes(work: Work, { reason, ...approval }: Approval & { readonly reason: string }) {
  return approve(work, "overrideSignOff", approval, reason);
}

async function approve(
  work: Work,
  name: "signOff" | "overrideSignOff",
  { claimId, rev, contentHash: seen, sourcingReason: typed }: Approval,
  overrideReason: string | null,
): Promise<Done<ClaimChanged>> {
  const { tx, actor, now, newId } = work;
  const claim = await requireClaim(work, claimId);
  if (await signedBefore(work, claim, seen)) return unchanged(claim);
  await requireFresh(work, claim, rev);
  const reasons = { ...(overrideReason === null ? {} : { reason: overrideReason }), sourcingReason: typed };
  const { next, lacks } = await stepOff(work, name, claim, reasons);
  const sourcingReason = lacks === "" ? "" : typed;
  const hash = contentHash(claim);
  if (hash !== seen) throw await changedWhileReading(work, claim, rev);
  if (!claim.place) throw new Refusal("not_now", "This claim has no place in the text. Give it one first.");
  const id = newId();
  const given = {
    id,
    claimId,
    versionId: claim.place.versionId,
    hash,
    format: SIGNED_FORMAT,
    byId: actor.userId,
    at: now,
  };
  const override = overrideReason !== null;
  await store.createSignOff(tx, { ...given, override, overrideReason: overrideReason ?? "", sourcingReason });
  const patch = { state: next, stateNote: "", signOffId: id };
  const data = {
    signOff: { id, hash, versionId: given.versionId, override },
    reason: overrideReason ?? "",
    ...(lacks === "" ? {} : { sourcing: { lacks, reason: sourcingReason } }),
  };
  return done(work, [await amend(work, claim, patch, { why: "" })], data);
}

/** Tell whether the same person signed the same content already: a second click is fine. */
async function signedBefore({ tx, actor }: Work, claim: ClaimRecord, hash: string): Promise<boolean> {
  if (claim.signOffId === null) return false;
  const signOffs = await store.listSignOffs(tx, claim.id);
  return signOffs.some((one) => one.id === claim.signOffId && one.byId === actor.userId && one.hash === hash);
}
