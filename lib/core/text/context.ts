import type { Span } from "./span";

/** A place described by its words and what stands around them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Units of context kept on each side, as Hypothesis does; a surrogate pair is never cut. */
const CONTEXT = 32;

/** Describe `span` of `text` by its words and up to 32 UTF-16 units on each side. */
export function context(text: string, { start, end }: Span): Quote {
  const from = whole(text, Math.max(0, start - CONTEXT));
  const to = whole(text, Math.min(text.length, end + CONTEXT));
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, Math.max(end, to)) };
}

/** Move an offset that would cut a surrogate pair to after it. */
export function whole(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const cuts = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return cuts ? offset + 1 : offset;
}
