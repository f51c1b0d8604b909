import { addMonths, civilOf, type Days, dayOf, daysInMonth, isoOf, weekdayOf, yearDays } from "../calendar";
import { DEICTIC, MONTHS, RELATIVE, WEEKDAYS } from "../date-words";
import { TENS } from "../number-words";
import { readOrdinal } from "../read-number";
import { isDash, type Tokens } from "../tokens";
import type { Bound, Value } from "../value";
import { type Atom, type Context, dayAtom, inYear, known, place, resolve } from "./context";
import { afterMonth, readDayNumber } from "./days";
import { readMonthDay } from "./digits";
import { readRelativePeriod } from "./periods";
import { cleanAfter, yearIsMeant } from "./surroundings";
import { readYear, readYearTail } from "./years";

/** A date as read; without a value it is a time of day, or a date that needs a reference date that is not known. */
export interface DateRead {
  readonly start: number;
  readonly next: number;
  readonly value: Value | undefined;
}

/** Return the value of a run of days. */
export function dateValue(days: Days, bound: Bound | undefined, timex?: string): Value {
  return {
    kind: "date",
    from: isoOf(days.lo),
    to: isoOf(days.hi),
    ...(timex === undefined ? {} : { timex }),
    ...(bound === undefined ? {} : { bound }),
  };
}

/** Tell whether days lie in the years 1 to 9999, in order. */
export const inCalendar = (days: Days): boolean =>
  days.lo >= dayOf(1, 1, 1) && days.hi <= dayOf(9999, 12, 31) && days.lo <= days.hi;

interface End {
  readonly next: number;
  readonly atom?: Atom;
  /** A bare day of a month that the other end names. */
  readonly day?: number;
}

function readEnd(t: Tokens, i: number, ctx: Context, sure: boolean): End | undefined {
  if (t.word(i) === "now" && ctx.today !== undefined)
    return { next: i + 1, atom: known({ lo: ctx.today, hi: ctx.today }, i + 1, "day") };
  const slashed = sure ? readMonthDay(t, i, true) : undefined;
  const atom = ctx.grammar.point(t, i, ctx);
  if (slashed !== undefined && slashed.next >= (atom?.next ?? 0)) return { next: slashed.next, atom: slashed };
  if (atom !== undefined) return { next: atom.next, atom };
  const month = MONTHS.get(t.word(i));
  if (month !== undefined && (t.isCapital(i) || t.word(i) !== "may"))
    return { next: afterMonth(t, i), atom: { next: afterMonth(t, i), grain: "month", month } };
  const weekday = WEEKDAYS.get(t.word(i));
  if (weekday !== undefined && t.word(i) !== "sun" && t.word(i) !== "sat")
    return { next: i + 1, atom: { next: i + 1, grain: "day", weekday } };
  const day = readDayNumber(t, i);
  return day === undefined ? undefined : { next: day.next, day: day.day };
}

/** Read two dates with to, till, through, a dash, or "and" after between. */
export function readRange(t: Tokens, i: number, ctx: Context): DateRead | undefined {
  const lead = t.word(i);
  const between = lead === "between";
  const opened = between || lead === "from";
  const begin = opened ? i + 1 : i;
  if (!opened && !startsDate(t, i)) return undefined;
  const a = readEnd(t, begin, ctx, opened);
  for (const first of a === undefined ? [] : [a, ...shorterEnds(t, begin, a)]) {
    const read = joinEnds(t, i, begin, first, between, opened, ctx);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** A first end that swallowed the joiner ("5/1-5" of "5/1-5/7", "10-1-2018-10" …) is tried again in its shortest shape. */
function shorterEnds(t: Tokens, i: number, a: End): readonly End[] {
  const ends: End[] = [];
  const slashed = readMonthDay(t, i, true);
  if (slashed !== undefined && slashed.next !== a.next) ends.push({ next: slashed.next, atom: slashed });
  const year = t.isDigits(i) ? readYear(t, i, false) : undefined;
  if (year !== undefined && year.next !== a.next)
    ends.push({ next: year.next, atom: { ...known(yearDays(year.year), year.next, "year"), bareYear: true } });
  const day = t.isDigits(i) ? readDayNumber(t, i) : undefined;
  if (day !== undefined && day.next !== a.next) ends.push({ next: day.next, day: day.day });
  const month = MONTHS.get(t.word(i));
  if (month !== undefined && a.next > i + 2)
    ends.push({ next: afterMonth(t, i), atom: { next: afterMonth(t, i), grain: "month", month } });
  return ends;
}

const startsDate = (t: Tokens, i: number): boolean =>
  t.isDigits(i) ||
  MONTHS.has(t.word(i)) ||
  WEEKDAYS.has(t.word(i)) ||
  t.word(i) === "the" ||
  RELATIVE.has(t.word(i)) ||
  DEICTIC.has(t.word(i)) ||
  TENS.has(t.word(i)) ||
  readOrdinal(t, i) !== undefined;

function readRangeJoiner(t: Tokens, i: number, between: boolean): number | undefined {
  const word = t.word(i);
  if (between && word === "and") return i + 1;
  if (
    word === "to" ||
    word === "till" ||
    word === "til" ||
    word === "until" ||
    word === "through" ||
    word === "thru" ||
    word === "~"
  )
    return i + 1;
  return isDash(word) ? i + 1 : undefined;
}

function joinEnds(
  t: Tokens,
  i: number,
  begin: number,
  a: End,
  between: boolean,
  opened: boolean,
  ctx: Context,
): DateRead | undefined {
  const at = readRangeJoiner(t, a.next, between);
  if (at === undefined) return undefined;
  const dash = isDash(t.word(a.next));
  const b = readEnd(t, at, ctx, opened || a.atom?.day !== undefined);
  if (b === undefined) return undefined;
  const inherit = shareMonth(t, a, b, ctx, opened);
  if (inherit === undefined) return undefined;
  const { first, second } = inherit;
  if (!plausible(t, first, second, opened, dash, begin)) return undefined;
  if (!cleanAfter(t, second.next) && !(isDash(t.word(second.next)) && !t.isDigits(second.next + 1))) return undefined;
  const year = second.days === undefined && second.month !== undefined ? readYearTail(t, second.next, ctx) : undefined;
  const next = year?.next ?? second.next;
  const days = orderEnds(first, second, year?.year, ctx);
  const start = opened ? i : begin;
  if (days === undefined) return { start, next, value: undefined };
  return inCalendar(days) ? { start, next, value: dateValue(days, undefined, days.label) } : undefined;
}

/** Give a bare day the month of the other end: "April 9th through 17th", "9 to 12 of June", "4-23 in next month". */
function shareMonth(
  t: Tokens,
  a: End,
  b: End,
  ctx: Context,
  opened: boolean,
): { first: Atom; second: Atom } | undefined {
  if (a.atom !== undefined && b.atom !== undefined) {
    const numericDay = a.atom.month !== undefined && a.atom.day !== undefined && b.atom.bareYear;
    return numericDay ? undefined : { first: a.atom, second: b.atom };
  }
  if (a.atom === undefined && b.atom?.month !== undefined && b.atom.day !== undefined && a.day !== undefined) {
    return a.day < b.atom.day ? { first: { ...b.atom, day: a.day, next: a.next }, second: b.atom } : undefined;
  }
  if (a.atom === undefined && b.atom?.days !== undefined && b.atom.grain === "day" && a.day !== undefined) {
    const { year, month, day } = civilOf(b.atom.days.lo);
    return a.day < day ? { first: dayAtom(year, month, a.day, a.next), second: b.atom } : undefined;
  }
  if (a.atom?.month !== undefined && a.atom.day !== undefined && b.day !== undefined) {
    if (b.day <= a.atom.day) return undefined;
    const second: Atom = { next: b.next, grain: "day", month: a.atom.month, day: b.day };
    return { first: a.atom, second };
  }
  if (a.day === undefined || b.day === undefined || !opened || (t.word(b.next) !== "in" && t.word(b.next) !== "of"))
    return undefined;
  const month = readRelativePeriod(t, b.next + 1, ctx);
  if (month?.grain !== "month" || month.days === undefined) return undefined;
  const { lo } = month.days;
  return {
    first: known({ lo: lo + a.day - 1, hi: lo + a.day - 1 }, a.next, "day"),
    second: known({ lo: lo + b.day - 1, hi: lo + b.day - 1 }, month.next, "day"),
  };
}

/** Tell whether two ends make a range: bare years need a reason, and a dash must not join parts of a code. */
function plausible(t: Tokens, first: Atom, second: Atom, opened: boolean, dash: boolean, begin: number): boolean {
  if (first.bareYear && second.bareYear) {
    const [a, b] = [first.days?.lo ?? 0, second.days?.lo ?? 0];
    return (
      a < b &&
      (opened || dash || t.word(first.next) !== "to" || yearIsMeant(t, begin, first.next)) &&
      a >= dayOf(1500, 1, 1) &&
      b < dayOf(2101, 1, 1)
    );
  }
  if (second.bareYear && first.days === undefined) return false;
  if (dash && !t.isGlued(first.next) && first.weekday !== undefined) return false;
  return true;
}

interface Ordered extends Days {
  readonly label?: string;
}

/** Resolve both ends together: an end without a year takes that of the other, and the second does not precede the first. */
function orderEnds(first: Atom, second: Atom, tail: number | undefined, ctx: Context): Ordered | undefined {
  const makeFirst = inYear(first);
  const makeSecond = inYear(second);
  let a = first.days ?? undefined;
  const b = tail === undefined ? second.days : makeSecond?.(tail);
  if (
    a === undefined &&
    b !== undefined &&
    makeFirst !== undefined &&
    first.step === undefined &&
    second.weekday === undefined
  ) {
    const { year } = civilOf(b.lo);
    const same = makeFirst(year);
    a = same !== undefined && same.lo <= b.lo ? same : makeFirst(year - 1);
  }
  a ??= makeFirst === undefined || first.step !== undefined ? resolve(first, ctx, false) : place(ctx, makeFirst, false);
  if (a === undefined) return undefined;
  const past = closeEnds(a, b, first, second, ctx);
  if (!ctx.future() || past === undefined || ctx.today === undefined || first.days !== undefined || b !== undefined)
    return past;
  const closes = past.label === undefined ? past.hi : addMonths(past.hi, 1) - 1;
  if (closes >= ctx.today) return past;
  const ahead = resolve(first, ctx, true);
  return ahead === undefined ? past : closeEnds(ahead, b, first, second, ctx);
}

/** Find the second end after the first. */
function closeEnds(from: Days, end: Days | undefined, first: Atom, second: Atom, ctx: Context): Ordered | undefined {
  const makeSecond = inYear(second);
  let b = end;
  if (b === undefined && second.step !== undefined) b = resolve(second, ctx);
  if (b === undefined && makeSecond !== undefined) {
    const { year } = civilOf(from.lo);
    b = [makeSecond(year), makeSecond(year + 1)].find((days) => days !== undefined && days.lo > from.lo);
  }
  if (b === undefined && second.weekday !== undefined) {
    const day = from.lo + ((second.weekday - weekdayOf(from.lo) + 7) % 7);
    b = { lo: day, hi: day };
  }
  if (b === undefined) return undefined;
  return spanEnds(first, from, second, b);
}

/**
 * Return first day and last day of a range. The last day is the first of a closing month or year ("from 2014 to 2018" ends as 2018
 * begins); the label keeps both ends as they were named.
 */
function spanEnds(first: Atom, a: Days, second: Atom, b: Days): Ordered | undefined {
  const lo = first.edge === "end" ? a.hi + 1 : first.edge === "middle" ? Math.floor((a.lo + a.hi + 1) / 2) : a.lo;
  const hi =
    second.edge === "end" || second.grain === "day"
      ? b.hi
      : second.edge === "middle"
        ? Math.floor((b.lo + b.hi + 1) / 2) - 1
        : b.lo;
  if (hi < lo) return undefined;
  const label = second.grain === "day" || second.edge !== undefined ? undefined : `${shortest(a)}/${shortest(b)}`;
  return { lo, hi, ...(label === undefined ? {} : { label }) };
}

/** Return the shortest ISO 8601 form of a period: 2016, 2016-03, 2016-03-22. */
export function shortest(days: Days): string {
  const iso = isoOf(days.lo);
  const { year, month } = civilOf(days.lo);
  if (days.lo === dayOf(year, 1, 1) && days.hi === dayOf(year, 12, 31)) return iso.slice(0, 4);
  if (days.lo === dayOf(year, month, 1) && days.hi === dayOf(year, month, daysInMonth(year, month)))
    return iso.slice(0, 7);
  return iso;
}
