import { type Coverage, cover, type ListedFact, outsideClaims } from "../coverage/coverage";
import type { FactSentence } from "../coverage/fact-sentences";
import type { PlacedClaim } from "../coverage/stretches";
import { paragraphsOf } from "../text/layers";
import { bySpan, type Span } from "../text/span";
import type { ReportWords } from "./languages/en";
import type { ReportDeed, ReportOutline } from "./report";

/** A fact that somebody left outside claims, offsets in UTF-16 code units. */
export interface ReportDismissedFact extends Span, ReportDeed {
  readonly text: string;
  readonly reason: string;
  readonly note: string;
}

/** A sentence with facts in no claim; its paragraph is counted from 1. */
export interface ReportBareSentence extends Span {
  readonly paragraph: number;
  readonly facts: readonly ListedFact[];
}

/** How much of the version's text is under a decision, and which facts are in no claim. */
export interface ReportCoverage extends Pick<Coverage, "facts" | "words"> {
  /** In the order of the text. */
  readonly bare: readonly ReportBareSentence[];
  readonly dismissed: readonly ReportDismissedFact[];
}

/** What the coverage of a report is made from. */
export interface CoverageInput {
  readonly text: string;
  readonly facts: readonly FactSentence[];
  readonly dismissedFacts: readonly ReportDismissedFact[];
  readonly claims: readonly Pick<ReportOutline, "place" | "standing">[];
}

/** Compose the coverage: a claim counts as verified only where the report shows it as signed off. */
export function composeCoverage({ text, facts, dismissedFacts, claims }: CoverageInput): ReportCoverage {
  const placed = claims.flatMap(({ place, standing }): PlacedClaim[] => {
    if (!place) return [];
    const state = standing === "signed" ? "verified" : standing === "dismissed" ? "dismissed" : "open";
    return [{ start: place.start, end: place.end, state }];
  });
  const { facts: counted, words, bare } = cover(text, facts, { claims: placed, dismissedFacts });
  const paragraphs = paragraphsOf(text);
  let paragraph = 0;
  return {
    facts: counted,
    words,
    bare: bare.map(({ start, end, facts: own }) => {
      while (paragraph < paragraphs.length - 1 && (paragraphs[paragraph]?.end ?? 0) <= start) paragraph++;
      return { start, end, facts: own, paragraph: paragraph + 1 };
    }),
    dismissed: outsideClaims(dismissedFacts, placed).sort(bySpan),
  };
}

/** The rows of the table of coverage: how words stand, the facts and the words that do. */
export function coverageRows(
  { facts, words }: ReportCoverage,
  { coverageRows: label }: ReportWords,
): readonly (readonly [string, number, number])[] {
  return [
    [label.verified, facts.verified, words.verified],
    [label.dismissed, facts.dismissed, words.dismissed],
    [label.dismissedFacts, facts.dismissedFacts, words.dismissed_fact],
    [label.open, facts.open, words.open],
    [label.bare, facts.bare, words.bare],
  ];
}
