import { compareWithQuote } from "@/lib/core/evidence/compare";
import type { ClaimFact, ComparedFact } from "@/lib/core/evidence/comparison";
import { extract } from "@/lib/core/extraction/extract";

/** The Wednesday on which the claims of the tests are published. */
export const WEDNESDAY = "2017-03-22";

/** Return the facts of a sentence as a claim on all of it would have them. */
export function factsOf(words: string, date: string = WEDNESDAY): ClaimFact[] {
  return extract(words, { date }).facts.map(({ start, end, type, text, name = "", title = "", value = null }, i) => ({
    ...{ id: `f${i}`, start, end, type, text, name, title, value },
  }));
}

/** Compare a claim with a source's words. */
export function compared(claim: string, quote: string, date?: string): ComparedFact[] {
  return compareWithQuote({ words: claim, facts: factsOf(claim) }, { quote, date });
}
