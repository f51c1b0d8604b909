import { altersFact, type Change, findChanges } from "../anchoring/changes";
import { contextShared } from "../anchoring/copies";
import { relocate } from "../anchoring/relocate";
import { plain } from "../anchoring/word-key";
import type { Span } from "../text/span";
import type { Page } from "./document";

/**
 * What became of a quote in a source's text. found: its words stand there. moved: they stand elsewhere than before. changed: the place
 * is there, in other words that say the same. value-changed: the place says something else. ambiguous: they stand in several places.
 * gone: nothing like it is there.
 */
export const QUOTE_OUTCOMES = ["found", "moved", "changed", "value-changed", "ambiguous", "gone"] as const;
export type QuoteOutcome = (typeof QUOTE_OUTCOMES)[number];

/** Where a quote stands, and in which words the text differs from it. `place` is null when it is ambiguous or gone. */
export interface QuoteFinding {
  readonly outcome: QuoteOutcome;
  readonly place: Span | null;
  readonly changes: readonly Change[];
}

/** A text with its pages. */
export interface QuotedText {
  readonly text: string;
  readonly pages: readonly Page[];
}

const GONE: QuoteFinding = { outcome: "gone", place: null, changes: [] };
const AMBIGUOUS: QuoteFinding = { outcome: "ambiguous", place: null, changes: [] };

/**
 * Find a quote in a text: its very words, then without regard to white space, quotation marks, hyphens at line ends and other
 * typography, then words like them. An ellipsis stands for words left out. `locator` ("p. 12") decides among several places. Offsets are
 * UTF-16; null for a quote without words.
 */
export function placeQuote(source: QuotedText, quote: string, locator = ""): QuoteFinding | null {
  const parts = quoteParts(quote);
  if (parts.length === 0) return null;
  const places = wordsPlaces(source.text, parts);
  const place = choose(source, places, locator);
  if (place) return { outcome: "found", place, changes: [] };
  if (places.length > 1) return AMBIGUOUS;
  const raw = rawParts(quote);
  return raw.length > 1 ? placeParts(source, raw) : placeLike(source.text, raw[0] ?? "");
}

/**
 * Find a quote in a newer text of the same source: where the place that it had in the older one went. What it says there is compared with
 * the quote itself, so that two small changes are not two nothings.
 */
export function followQuote(
  from: { readonly text: string; readonly place: Span | null },
  to: QuotedText,
  quote: string,
  locator = "",
): QuoteFinding | null {
  const parts = quoteParts(quote);
  if (parts.length === 0) return null;
  if (from.place === null) return placeQuote(to, quote, locator);
  const [followed] = relocate(from.text, to.text, [from.place]);
  if (!followed?.place) return elsewhere(to, quote, locator, followed?.outcome === "ambiguous");
  const finding = compare(to.text, followed.place, quote.trim());
  const moved = finding.outcome === "found" && isMoved(from.text, from.place, to.text, followed.place);
  return moved ? { ...finding, outcome: "moved" } : finding;
}

/** The words went from their place: they may stand somewhere else in the text. */
function elsewhere(to: QuotedText, quote: string, locator: string, ambiguous: boolean): QuoteFinding {
  const parts = quoteParts(quote);
  const places = wordsPlaces(to.text, parts);
  const place = choose(to, places, locator);
  if (place) return { outcome: "moved", place, changes: [] };
  return ambiguous || places.length > 1 ? AMBIGUOUS : GONE;
}

/** Say of a place how its words differ from those of the quote. */
function compare(text: string, place: Span, quote: string): QuoteFinding {
  if (saysTheSame(text, place, quoteParts(quote))) return { outcome: "found", place, changes: [] };
  const parts = rawParts(quote);
  const changes = parts.length > 1 ? partChanges(text, place, parts) : findChanges(quote, whole(quote), text, place);
  const told = changes.filter(({ kind }) => kind !== "typography");
  if (told.length === 0) return { outcome: "found", place, changes: [] };
  return { outcome: told.some(altersFact) ? "value-changed" : "changed", place, changes: told };
}

const whole = (text: string): Span => ({ start: 0, end: text.length });

/** The changes of a quote with words left out, part by part; a part that is not there any more was taken out. */
function partChanges(text: string, place: Span, parts: readonly string[]): Change[] {
  const there = text.slice(place.start, place.end);
  return parts.flatMap((part) => {
    const { place: found, changes } = placeLike(there, part);
    return found ? changes : [{ from: part, to: "", kind: "words" as const }];
  });
}

/** Words that stand in no text, around a quote: without them it would be a whole sentence, and take in what its own one goes on to say. */
const EDGE = "\ue001x";

/** The place of words like those of the quote. */
function placeLike(text: string, quote: string): QuoteFinding {
  const start = EDGE.length + 1;
  const [like] = relocate(`${EDGE} ${quote} ${EDGE}`, text, [{ start, end: start + quote.length }]);
  if (like?.outcome === "ambiguous") return AMBIGUOUS;
  return like?.place ? compare(text, like.place, quote) : GONE;
}

/** The place of a quote with words left out, when all its parts have one, in their order. */
function placeParts(source: QuotedText, parts: readonly string[]): QuoteFinding {
  const places: Span[] = [];
  for (const part of parts) {
    const place = placeQuote(source, part)?.place;
    const before = places.at(-1);
    if (!place || (before && (place.start < before.end || place.start - before.end > APART))) return GONE;
    places.push(place);
  }
  const [first, last] = [places[0], places.at(-1)];
  return first && last ? compare(source.text, { start: first.start, end: last.end }, parts.join(" … ")) : GONE;
}

/**
 * Tell whether somebody should look: the place says something else than the quote now, or nothing like it is there any more, and that is
 * news since the snapshot before, or nobody has looked at it yet.
 */
export function asksForLook(
  finding: QuoteFinding,
  before: (Pick<QuoteFinding, "outcome" | "changes"> & { readonly looked: boolean }) | null,
): boolean {
  if (finding.outcome !== "value-changed" && finding.outcome !== "gone") return false;
  return !(before?.looked && isSameNews(finding, before));
}

/** Tell whether two findings say the same of a quote: the same outcome, by the same words. */
export function isSameNews(
  a: Pick<QuoteFinding, "outcome" | "changes">,
  b: Pick<QuoteFinding, "outcome" | "changes">,
): boolean {
  const key = ({ from, to }: Change) => `${from}\u0000${to}`;
  return (
    a.outcome === b.outcome &&
    a.changes.length === b.changes.length &&
    a.changes.every((change, n) => {
      const other = b.changes[n];
      return other !== undefined && key(change) === key(other);
    })
  );
}

// ---------------------------------------------------------------- the very words

/** What stands for words that a quote leaves out. */
const ELLIPSIS = /\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\./u;
/** How far apart, in UTF-16 units, two parts of one quote may stand. */
const APART = 3_000;
/** How many places are looked at. */
const MANY = 50;

/** The parts of a quote between its ellipses; those without words are left out. */
function rawParts(quote: string): string[] {
  return quote
    .split(ELLIPSIS)
    .map((part) => part.trim())
    .filter((part) => folded(part).text !== "");
}

/** The parts of a quote as letters and figures alone. */
const quoteParts = (quote: string): string[] => rawParts(quote).map((part) => folded(part).text);

interface Folded {
  readonly text: string;
  /** For each unit of the folded text where it stands in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What stays of a text when typography goes: letters, figures, and the marks that change a figure. */
const KEPT = /[\p{L}\p{N}\p{M}]+|(?<=\d)[.,:/](?=\d)|[$€£¥%+]|(?<![\p{L}\p{N}])[-−](?=\d)/gu;
const ASCII = /^[\x20-\x7e]*$/;

let last: { readonly of: string; readonly folded: Folded } | undefined;

function folded(text: string): Folded {
  if (last?.of === text) return last.folded;
  const starts: number[] = [];
  const ends: number[] = [];
  let out = "";
  for (const { 0: piece, index } of text.matchAll(KEPT)) {
    if (ASCII.test(piece)) {
      out += piece.toLowerCase();
      for (let i = 0; i < piece.length; i++) {
        starts.push(index + i);
        ends.push(index + i + 1);
      }
      continue;
    }
    let at = index;
    for (const sign of piece) {
      const bare = sign === "−" ? "-" : plain(sign);
      out += bare;
      for (let i = 0; i < bare.length; i++) {
        starts.push(at);
        ends.push(at + sign.length);
      }
      at += sign.length;
    }
  }
  const made = { text: out, starts, ends };
  // Many quotes are looked for in one text.
  if (text.length > 10_000) last = { of: text, folded: made };
  return made;
}

/** Where the parts of a quote stand one after the other in a text, in whole words and figures. */
function wordsPlaces(text: string, parts: readonly string[]): Span[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const made = folded(text);
  const found: Span[] = [];
  for (let at = made.text.indexOf(first); at >= 0 && found.length < MANY; at = made.text.indexOf(first, at + 1)) {
    const begin = spanOf(text, made, at, first.length);
    const end = begin && followParts(text, made, at + first.length, others, begin);
    if (begin && end) found.push({ start: begin.start, end: end.end });
  }
  return found;
}

function followParts(text: string, made: Folded, from: number, parts: readonly string[], begin: Span): Span | null {
  let [at, end] = [from, begin];
  for (const part of parts) {
    let next = made.text.indexOf(part, at);
    let span = next < 0 ? null : spanOf(text, made, next, part.length);
    while (next >= 0 && span === null) {
      next = made.text.indexOf(part, next + 1);
      span = next < 0 ? null : spanOf(text, made, next, part.length);
    }
    if (span === null || span.start - end.end > APART) return null;
    [at, end] = [next + part.length, span];
  }
  return end;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** The place of folded text in the original; null when it begins or ends inside a word or a figure. */
function spanOf(text: string, { starts, ends }: Folded, at: number, length: number): Span | null {
  const [start, end] = [starts[at], ends[at + length - 1]];
  if (start === undefined || end === undefined) return null;
  const cutsStart = WORD.test(before(text, start)) && WORD.test(from(text, start));
  const cutsEnd = WORD.test(before(text, end)) && WORD.test(from(text, end));
  const inFigure =
    /\d[.,]$/.test(text.slice(Math.max(0, start - 2), start)) && /^\d/.test(text.slice(start, start + 1));
  const goesOn = /\d$/.test(text.slice(Math.max(0, end - 1), end)) && /^[.,]\d/.test(text.slice(end, end + 2));
  return cutsStart || cutsEnd || inFigure || goesOn ? null : { start, end };
}

const from = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);
function before(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** Whether a place says the words of the quote, typography aside; an ellipsis stands for anything. */
function saysTheSame(text: string, place: Span, parts: readonly string[]): boolean {
  const words = folded(text.slice(place.start, place.end)).text;
  let at = 0;
  for (const [n, part] of parts.entries()) {
    const found = words.indexOf(part, at);
    if (found < 0 || (n === 0 && found > 0)) return false;
    at = found + part.length;
  }
  return at === words.length;
}

// ---------------------------------------------------------------- which of several

/** The one place, or the one on the page that the locator names; null when there is none or nothing tells them apart. */
function choose({ pages }: QuotedText, places: readonly Span[], locator: string): Span | null {
  if (places.length < 2) return places[0] ?? null;
  const named = locatorLabels(locator);
  if (named.length === 0) return null;
  const on = pages.filter(({ label }) => named.includes(label.toLowerCase()));
  const there = places.filter((place) => on.some((page) => page.start <= place.start && place.start < page.end));
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** The labels of pages or rows that a locator names, in lower case: "pp. 12–14" names 12, 13 and 14; a time such as 12:30 names none. */
export function locatorLabels(locator: string): readonly string[] {
  if (/\d:\d/.test(locator)) return [];
  const range = /(?<![\d.,])(\d{1,5})\s*[-–—]\s*(\d{1,5})(?![\d.,]*\d)/u.exec(locator);
  const [low, high] = [Number(range?.[1]), Number(range?.[2])];
  if (range && low < high && high - low < 50) return Array.from({ length: high - low + 1 }, (_, n) => String(low + n));
  const one = /(?:^|[\s.])(\d{1,5}|[ivxlc]{1,7})(?=$|[\s;)]|[,.](?!\d))/iu.exec(locator)?.[1];
  return one === undefined ? [] : [one.toLowerCase()];
}

// ---------------------------------------------------------------- moved

/** How much of what stands around a place is looked at, in UTF-16 units, and which share of it must still stand there. */
const AROUND = 64;
const STAYED = 0.25;

/** Whether words stand among others than they stood among. */
function isMoved(oldText: string, was: Span, newText: string, is: Span): boolean {
  const before = oldText.slice(Math.max(0, was.start - AROUND), was.start);
  const after = oldText.slice(was.end, was.end + AROUND);
  const all = folded(before).text.length + folded(after).text.length;
  return all > 0 && contextShared(newText, is.start, is.end, before, after) < STAYED * all;
}
