import { compareWithQuote } from "../evidence/compare";
import type { FactType } from "../extraction/types";
import { bySpan } from "../text/span";
import type { ReportComparison } from "./evidence";
import { EN } from "./languages/en";
import type { ReportClaimInput } from "./report";

/** Lay the facts of a claim, in its words of the article, beside a note's quote; empty where one of them is missing. */
export function compareNote(
  { anchor, facts }: Pick<ReportClaimInput, "anchor" | "facts">,
  quote: string,
  date: string | null,
): ReportComparison[] {
  if (!anchor || quote === "") return [];
  const inside = [...facts].sort(bySpan).flatMap(({ type, start, end, text, name, title, value }, index) => {
    if (!isFactType(type) || start < anchor.start || end > anchor.end) return [];
    return { id: String(index), type, start: start - anchor.start, end: end - anchor.start, text, name, title, value };
  });
  const compared = compareWithQuote({ words: anchor.exact, facts: inside }, { quote, date: date ?? undefined });
  return compared.map(({ claim, source, outcome, why }) => ({ claim, source, outcome, why }));
}

function isFactType(type: string): type is FactType {
  return Object.hasOwn(EN.factTypes, type);
}
