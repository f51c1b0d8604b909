import type { Span } from "../text/span";

/** The longest place of a claim, in UTF-16 code units. */
export const MAX_SPAN = 5_000;

/** A place that a claim can have, or why not in a sentence. */
export type Fitted = { readonly ok: true; readonly span: Span } | { readonly ok: false; readonly why: string };

const SPACE = /\s/u;

/** Return `span` without white space at its edges, if it lies inside `text`, holds words, cuts no character and is not too long. */
export function fitSpan(text: string, { start, end }: Span): Fitted {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start > end) {
    return { ok: false, why: "This place lies outside the text." };
  }
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) {
    return { ok: false, why: "This place begins or ends inside a character." };
  }
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from] ?? "")) from++;
  while (to > from && SPACE.test(text[to - 1] ?? "")) to--;
  if (from === to) return { ok: false, why: "Select some words of the text." };
  if (to - from > MAX_SPAN) {
    return { ok: false, why: `A claim covers at most ${MAX_SPAN.toLocaleString("en")} characters. Select less.` };
  }
  return { ok: true, span: { start: from, end: to } };
}

/** Tell whether an offset lies between the halves of a surrogate pair. */
export function cutsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
