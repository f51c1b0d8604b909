import { altersFact, type Change } from "../anchoring/changes";
import { changeWords } from "../anchoring/reason";
import type { QuoteOutcome } from "./quote-place";

/** Say what became of a quote that asks for a look, as a sentence without its full stop. */
export function lookWords({
  outcome,
  changes,
}: {
  readonly outcome: QuoteOutcome;
  readonly changes: readonly Change[];
}): string {
  if (outcome === "gone") return "A quote is gone from its source";
  const words = changedWords(changes);
  return `A quote changed in its source${words === "" ? "" : `: ${words}`}`;
}

/** Say which words changed, those that alter the fact first; "" when none are known. */
export function changedWords(changes: readonly Change[]): string {
  const altering = changes.filter(altersFact);
  return changeWords(altering.length > 0 ? altering : changes);
}
