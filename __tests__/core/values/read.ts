import { findValues } from "@/lib/core/values/find-values";
import { formatValue } from "@/lib/core/values/format-value";

/** The Wednesday on which the sentences of the tests are published. */
export const WEDNESDAY = "2017-03-22";

/** Return what is read in a sentence as "words = value", one line per figure, so that tables read as sentences. */
export function read(text: string, date: string = WEDNESDAY): string[] {
  return findValues(text, { date }).map(({ start, end, value }) => `${text.slice(start, end)} = ${formatValue(value)}`);
}
