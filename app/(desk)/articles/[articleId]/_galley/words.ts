import type { Span } from "@/lib/core/text/span";

const WORD = /[\p{L}\p{M}\p{N}]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);

/** Return the span without white space at its ends and with words it cut completed; null when nothing is left. */
export function snapToWords(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? "")) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end--;
  if (start >= end) return null;
  while (start > 0 && isWord(text[start]) && isWord(text[start - 1])) start--;
  while (end < text.length && isWord(text[end - 1]) && isWord(text[end])) end++;
  return { start, end };
}
