import { altersFact, type Change } from "../anchoring/changes";
import { reasonWords } from "../anchoring/reason";
import { type Outcome, type Relocation, relocate } from "../anchoring/relocate";
import type { Span } from "../text/span";

/** A claim under a sign-off that stands, and its place in the text that was checked (UTF-16). */
export interface CheckedClaim extends Span {
  readonly id: string;
  /** Its number in the margin. */
  readonly number: number;
  readonly wording: string;
}

/** A place with its words (UTF-16). */
export interface PlaceWords extends Span {
  readonly exact: string;
}

/** What can become of a checked claim whose words are not the same any more. */
export type TouchOutcome = Exclude<Outcome, "exact" | "moved">;

/** A checked claim whose words another text does not have as they were. */
export interface TouchedClaim extends Pick<CheckedClaim, "id" | "number" | "wording"> {
  readonly outcome: TouchOutcome;
  /** Whether the claim still says what was signed off: only true of a claim that is reworded. */
  readonly harmless: boolean;
  readonly before: PlaceWords;
  /** Null when its words are not there, or it is not clear where. */
  readonly after: PlaceWords | null;
  readonly changes: readonly Change[];
  /** Why, in words without a full stop: "$2 billion became $5 billion". */
  readonly reason: string;
}

/** How two texts differ: not at all, in white space and typography only, or in their words. */
export type Difference = "none" | "typography" | "words";

/** What another text does to the claims of a checked one. */
export interface TextCheck {
  readonly difference: Difference;
  /** Every checked claim whose words changed, in the order of the checked text. */
  readonly touched: readonly TouchedClaim[];
  /** How many checked claims have the words they had. */
  readonly untouched: number;
}

/** Compare another text with the checked one, claim by claim. Near-linear in the texts and the number of claims; never throws. */
export function checkText(checked: string, other: string, claims: readonly CheckedClaim[]): TextCheck {
  const difference = differenceOf(checked, other);
  if (difference === "none") return { difference, touched: [], untouched: claims.length };
  const ordered = [...claims].sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
  const fates = relocate(checked, other, ordered);
  const touched = ordered.flatMap((claim, at) => touch(checked, other, claim, fates[at]));
  return { difference, touched, untouched: claims.length - touched.length };
}

function touch(checked: string, other: string, claim: CheckedClaim, fate: Relocation | undefined): TouchedClaim[] {
  if (!fate || fate.outcome === "exact" || fate.outcome === "moved") return [];
  const { id, number, wording, start, end } = claim;
  const { outcome, place, changes } = fate;
  return [
    {
      id,
      number,
      wording,
      outcome,
      harmless: outcome === "reworded" && !changes.some(altersFact),
      before: { start, end, exact: checked.slice(start, end) },
      after: place && { ...place, exact: other.slice(place.start, place.end) },
      changes,
      reason: reasonWords(outcome, changes),
    },
  ];
}

function differenceOf(a: string, b: string): Difference {
  if (a === b) return "none";
  return setPlainly(a) === setPlainly(b) ? "typography" : "words";
}

/**
 * Return a text as a plain typewriter would set it: one space for any white space, one kind of quotation mark, apostrophe and
 * short dash, no invisible characters. Letters, digits and every other sign stay.
 */
function setPlainly(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, "")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[‐‑–−]/g, "-")
    .replace(/…/g, "...")
    .replace(/\s+/g, " ")
    .trim();
}
