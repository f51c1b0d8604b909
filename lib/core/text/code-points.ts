import type { Span } from "./span";

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Return how many code points stand before the UTF-16 offset `units`; an offset inside a surrogate pair counts the pair. */
export function toCodePoint(text: string, units: number): number {
  const end = Math.min(Math.max(units, 0), text.length);
  let points = 0;
  for (let i = 0; i < end; i++) {
    points++;
    if (isHigh(text.charCodeAt(i)) && i + 1 < text.length && isLow(text.charCodeAt(i + 1))) i++;
  }
  return points;
}

/** Return the UTF-16 offset at which code point number `points` begins; past the end it is `text.length`. */
export function toCodeUnit(text: string, points: number): number {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen++) {
    units += isHigh(text.charCodeAt(units)) && units + 1 < text.length && isLow(text.charCodeAt(units + 1)) ? 2 : 1;
  }
  return units;
}

/** Return `span`, given in UTF-16 code units of `text`, in code points: the form that leaves the product. */
export function spanToCodePoints(text: string, span: Span): Span {
  return { start: toCodePoint(text, span.start), end: toCodePoint(text, span.end) };
}

/** Return `span`, given in code points of `text`, in UTF-16 code units: the form used inside. */
export function spanToCodeUnits(text: string, span: Span): Span {
  return { start: toCodeUnit(text, span.start), end: toCodeUnit(text, span.end) };
}
