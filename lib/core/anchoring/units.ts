import { OPEN_ABBREVIATIONS } from "../text/abbreviations";
import type { Span } from "../text/span";

const LINE_FEED = 10;
const QUESTION_MARK = 63;
const CLOSERS = new Set("\"'”’)]}»");

/** White space as `String.prototype.trim` knows it. */
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 &&
    (code === 0xa0 || code === 0xfeff || (code >= 0x1680 && code <= 0x3000 && /\s/.test(String.fromCharCode(code)))));

/** Terminators: full stop, exclamation mark, question mark, ellipsis. */
const ends = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 0x2026;

const isLower = (code: number): boolean => code >= 97 && code <= 122;

/** Whether the line break at `i` only divides a word: "govern-", "ment". */
const breaksWord = (text: string, i: number): boolean =>
  text.charCodeAt(i - 1) === 45 && isLower(text.charCodeAt(i - 2)) && isLower(text.charCodeAt(i + 1));

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether the full stop at `dot` belongs to a word that no sentence ends with: a title ("Sen."), an initial, letters ("U.S."). */
function abbreviates(text: string, dot: number): boolean {
  if (text[dot] !== ".") return false;
  let from = dot;
  while (from > 0 && dot - from < 8 && isLetter(text.charCodeAt(from - 1))) from--;
  const before = text[from - 1];
  if (dot - from === 1) return before === "." || before === " " || before === undefined;
  return (
    dot > from &&
    OPEN_ABBREVIATIONS.has(text.slice(from, dot).toLowerCase()) &&
    before !== "." &&
    !/^(?:no|art|sec|ch|cf|al)$/.test(text.slice(from, dot))
  );
}

/**
 * Cut a text into the pieces that two versions of it are compared by: lines, cut again after every terminator that white space
 * follows. Pieces hold no white space at their edges and cover all other characters. They are smaller than sentences where an
 * abbreviation stands, which harms nobody: both versions are cut alike. Linear.
 */
export function cutUnits(text: string): Span[] {
  const units: Span[] = [];
  let begin = -1;
  let last = 0;
  const close = (): void => {
    if (begin >= 0) units.push({ start: begin, end: last });
    begin = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > QUESTION_MARK && code < 0xa0) {
      // Letters, most of every text, need no closer look.
      if (begin < 0) begin = i;
      last = i + 1;
      continue;
    }
    if (isSpace(code)) {
      if (code === LINE_FEED && !breaksWord(text, i)) close();
      continue;
    }
    if (begin < 0) begin = i;
    last = i + 1;
    if (!ends(code)) continue;
    while (last < text.length && (ends(text.charCodeAt(last)) || CLOSERS.has(text[last] ?? " "))) last++;
    i = last - 1;
    if (last >= text.length || (isSpace(text.charCodeAt(last)) && !abbreviates(text, i))) close();
  }
  close();
  return units;
}

/** Return the index of the first unit that ends after `offset`; `units.length` past the last. Binary search. */
export function unitAt(units: readonly Span[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Return the first and the last of the units that share characters with `span`; the last is before the first where none does. */
export function unitsWithin(units: readonly Span[], span: Span): readonly [first: number, last: number] {
  const first = unitAt(units, span.start);
  const next = unitAt(units, span.end - 1);
  return [first, (units[next]?.start ?? span.end) < span.end ? next : next - 1];
}
