import { whole } from "./context";
import type { Span } from "./span";

/** Widen a span that cuts a surrogate pair, so that its words are whole characters. */
export function wholeSpan(text: string, { start, end }: Span): Span {
  const from = whole(text, start);
  return { start: from === start ? start : start - 1, end: whole(text, end) };
}
