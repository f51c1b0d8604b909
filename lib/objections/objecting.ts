import { refused, requireClaim, type Work } from "@/lib/claims/amending";
import type { ClaimRecord } from "@/lib/claims/claim-record";
import { asJson } from "@/lib/claims/ledger-data";
import { touchArticles } from "@/lib/claims/store";
import {
  askObject,
  decideObjection,
  type ObjectionDecision,
  type ObjectionResult,
} from "@/lib/core/workflow/objections";
import type { Done } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import type { ObjectionChanged } from "./schema";
import * as store from "./store";

/** Object to how a claim is worded. Nothing moves, but nobody signs the claim off until it is decided. */
export async function raise(
  work: Work,
  { claimId, words }: { readonly claimId: string; readonly words: string },
): Promise<Done<ObjectionChanged>> {
  const claim = await requireClaim(work, claimId);
  pass(askObject(claim, work.actor));
  const { tx, now, actor, newId } = work;
  const id = newId();
  await store.createObjection(tx, { id, claimId, words, byId: actor.userId, at: now });
  return recorded(work, claim, { id, words });
}

interface Decided {
  readonly objectionId: string;
  readonly reason: string;
}

/** Decide an open objection: the wording stands, with the reason, or it is to be changed. */
export function decide(
  work: Work,
  { decision, ...decided }: Decided & { readonly decision: "stet" | "accepted" },
): Promise<Done<ObjectionChanged>> {
  return settle(work, decision, decided);
}

/** Take one's own objection back while it is open. */
export function withdraw(work: Work, decided: Decided): Promise<Done<ObjectionChanged>> {
  return settle(work, "withdrawn", decided);
}

async function settle(work: Work, decision: ObjectionDecision, { objectionId, reason }: Decided) {
  const { tx, actor, now } = work;
  const found = await store.findObjection(tx, actor.newsroomId, objectionId);
  if (!found) throw notFound("objection");
  const claim = await requireClaim(work, found.claimId);
  pass(decideObjection(found, decision, actor, reason));
  const saved = { decision, decisionReason: reason, decidedById: actor.userId, decidedAt: now };
  if (!(await store.saveDecision(tx, objectionId, saved))) {
    throw new Refusal("conflict", "This objection was decided while you were reading. Look at it again.");
  }
  return recorded(work, claim, { id: objectionId, words: found.words, decision, reason });
}

function pass(result: ObjectionResult): void {
  if (!result.ok) throw refused(result);
}

async function recorded(
  work: Work,
  { id: claimId, newsroomId, articleId }: ClaimRecord,
  objection: { readonly id: string; readonly words: string; readonly decision?: string; readonly reason?: string },
): Promise<Done<ObjectionChanged>> {
  await touchArticles(work.tx, [articleId], work.now);
  return {
    output: { objectionId: objection.id, claimId, articleId },
    entry: { newsroomId, articleId, subject: claimId, data: asJson({ objection }) },
  };
}
