import type { FactType } from "../extraction/types";
import { bySpan } from "../text/span";
import type { ClaimFact, ComparedFact, Finding } from "./comparison";
import { compareFigures, written } from "./figures";
import { compareName, compareQuotation, readQuote } from "./wording";

/** A claim as the side-by-side check sees it: its words in the text, and its facts at their places in them. */
export interface ClaimSide {
  readonly words: string;
  readonly facts: readonly ClaimFact[];
}

/** What a source note quotes, and the ISO date that "last year" in it refers to. */
export interface SourceSide {
  readonly quote: string;
  readonly date?: string | undefined;
}

const NAMES: ReadonlySet<FactType> = new Set(["person", "organisation", "place"]);
/** Facts of one claim that are compared; what has more is a list, not a claim. */
const MOST = 80;

/**
 * Compare each checkable fact of a claim with the words of a source: money, numbers, percentages, ranks, quantities, ages, dates,
 * durations, names and quotations, in the order of the facts. Superlatives, and numbers without a figure ("several"), are left out.
 * An empty quote compares nothing. The answer for a fact does not depend on where it stands in the list.
 */
export function compareWithQuote({ words, facts }: ClaimSide, { quote, date }: SourceSide): ComparedFact[] {
  if (quote.trim() === "") return [];
  const shown = facts.length > MOST ? [...facts].sort(bySpan).slice(0, MOST) : facts;
  const figures = compareFigures(words, shown, quote, date);
  const read = readQuote(quote);
  return shown.flatMap((fact) => {
    const finding = findingFor(fact, figures, read);
    return finding ? [{ ...finding, factId: fact.id, type: fact.type, claim: spelt(fact) }] : [];
  });
}

function findingFor(
  fact: ClaimFact,
  figures: ReadonlyMap<string, Finding>,
  read: ReturnType<typeof readQuote>,
): Finding | undefined {
  if (NAMES.has(fact.type)) return compareName(fact, read);
  return fact.type === "quote" ? compareQuotation(fact, read) : figures.get(fact.id);
}

const spelt = ({ text, value }: ClaimFact): string =>
  value === null ? text.replace(/\s+/gu, " ") : written(text, value);

/** Say a comparison in one line: "claim: more than $2 billion; source: $2.21 billion → compatible". */
export function comparisonSentence({ claim, source, outcome, why }: ComparedFact): string {
  const because = why === "" ? "" : ` (${why})`;
  return `claim: ${claim}; source: ${source === "" ? "nothing" : source} → ${outcome}${because}`;
}
