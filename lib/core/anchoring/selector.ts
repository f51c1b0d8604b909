import { toCodePoint, toCodeUnit } from "../text/code-points";
import { context, type Quote } from "../text/context";
import type { Span } from "../text/span";
import { clearlyBest, contextShared, occurrences } from "./copies";
import { type Relocation, relocate } from "./relocate";

/** A place described so that it can be found in another version: by its offsets (UTF-16 code units) and by its words. */
export interface Selector {
  /** The version of this format. */
  readonly format: 1;
  readonly position: Span;
  readonly quote: Quote;
}

/** The selectors of the W3C Web Annotation Data Model; the offsets are code points. */
export type Annotation = readonly [
  { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number },
  { readonly type: "TextQuoteSelector"; readonly exact: string; readonly prefix: string; readonly suffix: string },
];

/** Describe `span` of `text` by its offsets, its words and up to 32 UTF-16 units on each side. */
export function describe(text: string, span: Span): Selector {
  return { format: 1, position: { start: span.start, end: span.end }, quote: context(text, span) };
}

/** Return the W3C form of a selector of `text`, with offsets in code points. */
export function toAnnotation(text: string, { position, quote }: Selector): Annotation {
  return [
    { type: "TextPositionSelector", start: toCodePoint(text, position.start), end: toCodePoint(text, position.end) },
    { type: "TextQuoteSelector", exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
  ];
}

/** Return the selector that a W3C form describes, its offsets (code points) read in `text`. */
export function fromAnnotation(text: string, [position, { exact, prefix, suffix }]: Annotation): Selector {
  return {
    format: 1,
    position: { start: toCodeUnit(text, position.start), end: toCodeUnit(text, position.end) },
    quote: { exact, prefix, suffix },
  };
}

/**
 * Find a described place in a text without the text it was described in: where its words stand among their old surroundings, or
 * else where words like them do. Outcomes are those of `relocate`; several places that nothing tells apart are ambiguous.
 */
export function findSelector(text: string, { position, quote }: Selector): Relocation {
  const { exact, prefix, suffix } = quote;
  const starts = exact.trim() === "" ? [] : occurrences(text, exact);
  if (starts.length > 0) {
    const start = bestCopy(text, starts, position.start, quote);
    return start === undefined ? { outcome: "ambiguous", place: null, changes: [] } : kept(start, position, exact);
  }
  const span = { start: prefix.length, end: prefix.length + exact.length };
  const [found] = relocate(prefix + exact + suffix, text, [span]);
  return found ?? { outcome: "lost", place: null, changes: [] };
}

const kept = (start: number, position: Span, exact: string): Relocation => ({
  outcome: start === position.start ? "exact" : "moved",
  place: { start, end: start + exact.length },
  changes: [],
});

/** The copy whose surroundings are clearly the best, or the one that also stands where it stood. */
function bestCopy(text: string, starts: readonly number[], at: number, quote: Quote): number | undefined {
  const { exact, prefix, suffix } = quote;
  if (starts.length === 1) return starts[0];
  const best = clearlyBest(starts, (start) => contextShared(text, start, start + exact.length, prefix, suffix));
  if (best !== undefined) return best;
  const stays = starts.includes(at) && text.startsWith(prefix + exact + suffix, at - prefix.length);
  return stays ? at : undefined;
}
