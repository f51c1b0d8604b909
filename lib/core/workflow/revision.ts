import type { Outcome } from "../anchoring/relocate";
import type { ClaimState } from "./workflow";

/** What the state machine needs of a claim whose text changed. */
export interface Revisable {
  readonly state: ClaimState;
  /** Whether a sign-off stands. */
  readonly signed: boolean;
  /** Whether somebody worked on it: a note, a verdict, a tick, an assignee, a priority or a due date. */
  readonly touched: boolean;
}

/** Where a claim goes with a new version, and what becomes of its sign-off. `next` is null when the claim goes. */
export interface Revised {
  readonly next: ClaimState | null;
  readonly signOff: "none" | "kept" | "glance" | "void";
}

/**
 * Say what a new version does to a claim. Words that stayed keep everything; reworded ones keep the sign-off, to be glanced at, if the
 * newsroom wants so; anything else voids it and opens the claim again. A dismissed claim is looked at again when a fact in it changed,
 * and a machine's claim that nobody touched goes with its words.
 */
export function afterRevision(
  outcome: Outcome,
  { state, signed, touched }: Revisable,
  rewordedKeepsSignOff: boolean,
): Revised {
  if (outcome === "exact" || outcome === "moved") return { next: state, signOff: signed ? "kept" : "none" };
  if (outcome === "reworded" && rewordedKeepsSignOff) return { next: state, signOff: signed ? "glance" : "none" };
  if (outcome === "lost" && state === "detected" && !touched) return { next: null, signOff: "none" };
  return { next: opened(outcome, state), signOff: signed ? "void" : "none" };
}

/** A verdict speaks of certain words: with others it has to be proposed again. */
function opened(outcome: Outcome, state: ClaimState): ClaimState {
  if (state === "verified") return "reopened";
  if (state === "in_review") return "in_check";
  return state === "dismissed" && outcome === "value-changed" ? "reopened" : state;
}
