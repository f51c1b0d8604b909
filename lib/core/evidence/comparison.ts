import type { FactType } from "../extraction/types";
import type { Span } from "../text/span";
import type { Value } from "../values/value";

export const COMPARISON_OUTCOMES = ["equal", "compatible", "different", "missing"] as const;

/** How a fact of a claim stands to what a source says: "compatible" when both can be true, "missing" when the source does not speak of it. */
export type ComparisonOutcome = (typeof COMPARISON_OUTCOMES)[number];

/** A fact of a claim; offsets count in the claim's words. */
export interface ClaimFact extends Span {
  readonly id: string;
  readonly type: FactType;
  readonly text: string;
  /** The full name that a person or body resolves to; may be empty. */
  readonly name: string;
  readonly title: string;
  readonly value: Value | null;
}

/** What the source says of one fact, and why it is taken so; `why` may be empty. */
export interface Finding {
  readonly outcome: ComparisonOutcome;
  /** The source's own spelling; empty when it is missing. */
  readonly source: string;
  readonly why: string;
}

/** One line of the side-by-side check, with both spellings. */
export interface ComparedFact extends Finding {
  readonly factId: string;
  readonly type: FactType;
  readonly claim: string;
}

/** Make the finding that the source does not speak of a fact. */
export const missing = (why = ""): Finding => ({ outcome: "missing", source: "", why });
