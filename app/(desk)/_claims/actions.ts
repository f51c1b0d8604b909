"use server";

import * as claims from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { action } from "@/lib/platform/action";
import { Refusal } from "@/lib/platform/refusal";
import { currentActor } from "@/lib/platform/session";
import { glanceAtClaim } from "@/lib/revisions/commands";
import { lookAtQuote } from "@/lib/snapshots/commands";
import { loadSources } from "@/lib/sources/queries";

export const markClaimAction = action(claims.markClaim);
export const changeClaimAction = action(claims.changeClaim);
export const respanClaimAction = action(claims.respanClaim);
export const splitClaimAction = action(claims.splitClaim);
export const mergeClaimsAction = action(claims.mergeClaims);
export const acceptClaimAction = action(claims.acceptClaim);
export const dismissClaimAction = action(claims.dismissClaim);
export const startCheckAction = action(claims.startCheck);
export const tickFactAction = action(claims.tickFact);
export const assignClaimAction = action(claims.assignClaim);
export const dateClaimAction = action(claims.dateClaim);
export const proposeVerdictAction = action(claims.proposeVerdict);
export const signOffAction = action(claims.signOff);
export const overrideSignOffAction = action(claims.overrideSignOff);
export const sendBackAction = action(claims.sendBack);
export const reopenClaimAction = action(claims.reopenClaim);
export const addSourceNoteAction = action(claims.addSourceNote);
export const editSourceNoteAction = action(claims.editSourceNote);
export const removeSourceNoteAction = action(claims.removeSourceNote);
export const bulkAcceptAction = action(claims.bulkAccept);
export const undoAction = action(claims.undo);
export const lookAtQuoteAction = action(lookAtQuote);
export const glanceAtClaimAction = action(glanceAtClaim);

/** Return the newest change of a claim that the reader may undo, or null. */
export async function findUndo(claimId: string): Promise<{ readonly articleId: string; readonly seq: number } | null> {
  const actor = await currentActor();
  if (!actor) return null;
  try {
    const claim = await loadClaim(actor, claimId);
    const newest = claim.history[0];
    return newest && newest.undoSeq !== null ? { articleId: claim.articleId, seq: newest.undoSeq } : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A source as the note form offers it. */
export interface SourceOffer {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Return at most eight sources of the newsroom that the reader knows and whose title, author, publisher or address holds `text`. */
export async function findSources(text: string): Promise<readonly SourceOffer[]> {
  const actor = await currentActor();
  if (!actor) return [];
  const found = await loadSources(actor, { text: text.slice(0, 200) });
  return found.slice(0, 8).map(({ id, title, publisher, url, date }) => ({
    id,
    title,
    detail: [publisher, date, url].filter(Boolean).join(" · "),
  }));
}
