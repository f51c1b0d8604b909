import type { Span } from "./span";

/** Return a function that turns spans of `text` in UTF-16 code units into code points; an offset inside a pair counts the pair. */
export function codePointIndex(text: string): (span: Span) => Span {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  const point = (units: number) => units - pairsWhole(pairs, units);
  return ({ start, end }) => ({ start: point(start), end: point(end) });
}

/** How many pairs have their second half before `units`: each is two units and one code point. Binary search. */
function pairsWhole(pairs: readonly number[], units: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) + 1 < units) low = middle + 1;
    else high = middle;
  }
  return low;
}
