import { parseIso } from "./calendar";
import { CURRENCY_CODES, CURRENCY_SIGNS, SIGN_PREFIXES, WORD_PREFIXES } from "./currencies";
import { HOLIDAY_PAIRS } from "./date-words";
import { DOZENS, SCALE_ORDINALS, SCALES, SMALL, SMALL_ORDINALS, TENS, TENS_ORDINALS, VULGAR } from "./number-words";
import { DATE_WORDS, readDate } from "./read-date";
import { readDurationValue, readFigure, readOrdinalValue, type ValueRead } from "./read-figure";
import { TIME_UNITS } from "./time-units";
import { Tokens } from "./tokens";
import type { Bound, Value, ValueMention } from "./value";

const FIGURE = 1;
const DATE = 2;
/** A holiday of several words may begin here. */
const HOLIDAY = 4;
/** Begins a value only where one goes on at once: "the" last year, "in" May, "." 5. */
const LEAD = 8;
/** Begins nothing, but may stand behind a word that does: a "month", an "hour". */
const BEHIND = 16;
/** No value has more words than this before the first one that tells what it is ("within" "the" "last" …). */
const MOST_LEADS = 3;

/** What may begin at a word: looked up once per token, so that ordinary words cost nothing more. */
const TRIGGERS = new Map<string, number>();

function trigger(words: Iterable<string>, flag: number): void {
  for (const word of words) TRIGGERS.set(word, (TRIGGERS.get(word) ?? 0) | flag);
}

/** Mark words that need more behind them, unless they begin something else by themselves. */
function triggerLeads(words: readonly string[]): void {
  for (const word of words) {
    const flags = TRIGGERS.get(word) ?? 0;
    if ((flags & (FIGURE | DATE)) === 0) TRIGGERS.set(word, flags | FIGURE | LEAD);
  }
}

trigger(SMALL.keys(), FIGURE | DATE);
trigger(TENS.keys(), FIGURE | DATE);
for (const map of [SMALL_ORDINALS, TENS_ORDINALS]) trigger(map.keys(), FIGURE | DATE);
trigger(VULGAR.keys(), FIGURE | DATE);
trigger(SCALE_ORDINALS.keys(), FIGURE);
trigger(CURRENCY_SIGNS.keys(), FIGURE);
trigger(
  "a an half hundred thousand minus negative - − . percent per aged age ages number no # few some several couple all dollar dollars euro u one quarter".split(
    " ",
  ),
  FIGURE,
);
trigger(["a", "an", "some", "few", "several", "couple", "half"], DATE);
trigger(DATE_WORDS, DATE);
trigger(HOLIDAY_PAIRS.keys(), HOLIDAY);
trigger([..."the a an in on of for from between within since all no some".split(" "), ..."'’‘.-−#"], LEAD);
// A code or the letters of a sign ("S" of "S$") say nothing without the sign or the figure behind them.
triggerLeads([...CURRENCY_CODES.keys(), ...SIGN_PREFIXES.keys(), ...WORD_PREFIXES.keys()]);
triggerLeads([...CURRENCY_CODES.keys()].flatMap((code) => ["k", "m", "b"].map((scale) => scale + code)));
trigger(TIME_UNITS.keys(), BEHIND);
trigger([...SCALES.keys(), ...DOZENS, "halves"], BEHIND);
trigger(
  [...SMALL_ORDINALS.keys(), ...TENS_ORDINALS.keys(), ...SCALE_ORDINALS.keys()].map((word) => `${word}s`),
  BEHIND,
);
trigger("business working trading weekend workweek calendar financial academic work".split(" "), BEHIND);

/** What a reader returns: a value, or words that are read but state none (a time of day). */
interface Reading {
  readonly start: number;
  readonly next: number;
  readonly value: Value | undefined;
}

/** Return the longest of these readings, the first of equals. */
function longest(...reads: readonly (Reading | undefined)[]): Reading | undefined {
  let best: Reading | undefined;
  for (const read of reads) if (read !== undefined && read.next > (best?.next ?? 0)) best = read;
  return best;
}

/**
 * Find every figure in a text: money, numbers, percentages, ordinals, quantities, ages, durations and dates, in text order and
 * without overlap. `date` is the ISO date that "last year" refers to; without it only complete dates are resolved. Offsets are
 * UTF-16 code units. Linear in the length of the text; never throws.
 */
export function findValues(text: string, options: { readonly date?: string } = {}): ValueMention[] {
  const t = new Tokens(text);
  const today = options.date === undefined ? undefined : parseIso(options.date);
  const found: ValueRead[] = [];
  let free = 0;
  for (let i = 0; i < t.length; ) {
    const flags = flagsAt(t, i);
    const read = flags === 0 ? undefined : readAt(t, i, flags, today);
    if (read === undefined || read.next <= i) {
      i++;
      continue;
    }
    if (read.value !== undefined) found.push({ ...read, start: Math.max(read.start, free), value: read.value });
    i = read.next;
    free = i;
  }
  return mergeLimits(t, found).map((read) => ({
    start: t.start(read.start),
    end: t.end(read.next - 1),
    value: read.value,
  }));
}

/** Tell what may begin at token i, looking behind words that begin a value only together with the next ones. */
function flagsAt(t: Tokens, i: number): number {
  if (t.isDigits(i)) return FIGURE | DATE;
  const flags = TRIGGERS.get(t.word(i)) ?? 0;
  const holiday = (flags & HOLIDAY) !== 0 && (HOLIDAY_PAIRS.get(t.word(i))?.has(t.word(i + 1)) ?? false);
  const other = (flags & LEAD) === 0 || goesOn(t, i) ? flags & (FIGURE | DATE) : 0;
  return other | (holiday ? DATE : 0);
}

/** Tell whether what a lead needs follows it, behind at most two more leads. */
function goesOn(t: Tokens, i: number): boolean {
  for (let k = i + 1; k <= i + MOST_LEADS; k++) {
    if (t.isDigits(k)) return true;
    const flags = TRIGGERS.get(t.word(k)) ?? 0;
    if (flags === 0) return false;
    if ((flags & LEAD) === 0) return true;
  }
  return false;
}

function readAt(t: Tokens, i: number, flags: number, today: number | undefined): Reading | undefined {
  const date = (flags & DATE) !== 0 ? readDate(t, i, today) : undefined;
  if ((flags & FIGURE) === 0) return date;
  return longest(date, readDurationValue(t, i), readFigure(t, i), readOrdinalValue(t, i));
}

/** Join two limits that stand side by side into one range: "more than 10 and less than 20", "at most 100 and at least 20". */
function mergeLimits(t: Tokens, found: readonly ValueRead[]): readonly ValueRead[] {
  const merged: ValueRead[] = [];
  for (const read of found) {
    const before = merged.at(-1);
    const range = before === undefined ? undefined : joinLimits(t, before, read);
    if (range === undefined) merged.push(read);
    else merged[merged.length - 1] = range;
  }
  return merged;
}

function joinLimits(t: Tokens, a: ValueRead, b: ValueRead): ValueRead | undefined {
  const gap = (b.lead ?? b.start) - a.next;
  const [first, second] = [limitOf(a), limitOf(b)];
  if (gap < 1 || gap > 2 || first === undefined || second === undefined) return undefined;
  for (let k = a.next; k < a.next + gap; k++) if (!/^(and|but|,)$/.test(t.word(k))) return undefined;
  const upward = first.bound === ">" || first.bound === ">=";
  const [low, high] = upward ? [first, second] : [second, first];
  const limits = (low.bound === ">" || low.bound === ">=") && (high.bound === "<" || high.bound === "<=");
  if (!limits || low.value >= high.value) return undefined;
  const start = a.limit === undefined ? a.start : (a.lead ?? a.start);
  return { start, next: b.next, value: { kind: "number", value: low.value, valueTo: high.value } };
}

/** Return a limit on a number or on a rank; undefined for other values and for ranges. */
function limitOf(read: ValueRead): { readonly value: number; readonly bound: Bound | undefined } | undefined {
  const { value } = read;
  if (value.kind === "ordinal") return { value: value.value, bound: read.limit };
  return value.kind === "number" && value.valueTo === undefined
    ? { value: value.value, bound: value.bound }
    : undefined;
}
