import { addMonths, civilOf, dayOf, daysInMonth, isCivil, monthDays } from "../calendar";
import { DEICTIC, MONTHS, RELATIVE } from "../date-words";
import { readOrdinal } from "../read-number";
import { isDash, type Tokens } from "../tokens";
import { type Atom, type Context, dayAtom, known, type Reader } from "./context";
import { readClock, STOPS } from "./surroundings";
import { endsWord, readTwoDigits, readYear, readYearTail } from "./years";

/** Read the day of a month: 3, 3rd, third, twenty nine. */
export function readDayNumber(t: Tokens, i: number): { next: number; day: number; ordinal: boolean } | undefined {
  const at = t.word(i) === "the" ? i + 1 : i;
  const ordinal = readOrdinal(t, at);
  if (ordinal !== undefined)
    return ordinal.value >= 1 && ordinal.value <= 31
      ? { next: ordinal.next, day: ordinal.value, ordinal: true }
      : undefined;
  if (t.isDigits(at)) {
    const day = Number(t.word(at));
    const clean = t.word(at).length <= 2 && day >= 1 && day <= 31 && endsWord(t, at + 1);
    return clean ? { next: at + 1, day, ordinal: false } : undefined;
  }
  if (at > i) return undefined;
  const words = readTwoDigits(t, at);
  return words !== undefined && words.value <= 31 && words.value >= 1
    ? { next: words.next, day: words.value, ordinal: false }
    : undefined;
}

const MONTH_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in since until till by during from through last next early late mid of between and throughout before after end beginning start middle to".split(
    " ",
  ),
);

/** Tell whether an ambiguous word ("may", "march", "sun", "dec") stands for a month here. */
function monthIsMeant(t: Tokens, i: number): boolean {
  const word = t.word(i);
  const prev = t.word(i - 1);
  if (word === "may" || word === "march" || word === "mar") {
    const prep = MONTH_PREPOSITIONS.has(prev) || (isDash(prev) && t.word(i - 2) === "mid");
    if (prep && prev !== "to" && prev !== "and")
      return (
        word !== "march" || t.isCapital(i) || prev === "in" || prev === "since" || prev === "last" || prev === "next"
      );
    if (!t.isCapital(i)) return false;
    if (word === "may")
      return (
        prev === "this" ||
        prev === "to" ||
        prev === "and" ||
        (t.isWord(i + 1) === false && i > 0 && prev !== "." && prev !== ",")
      );
    return (
      prev !== "the" &&
      prev !== "s" &&
      prev !== "a" &&
      prev !== "" &&
      !STOPS.has(prev) &&
      t.word(i + 1) !== "on" &&
      t.word(i + 1) !== "for" &&
      t.word(i + 1) !== "against"
    );
  }
  if (word === "august") return t.isCapital(i) || MONTH_PREPOSITIONS.has(prev) || prev === "this";
  if (word === "jan" || word === "jun" || word === "june" || word === "april")
    return word === "june" || word === "april"
      ? t.isCapital(i) || MONTH_PREPOSITIONS.has(prev) || prev === "this"
      : MONTH_PREPOSITIONS.has(prev) && !t.isCapital(i + 1);
  if (word === "dec" || word === "nov" || word === "sep" || word === "oct")
    return MONTH_PREPOSITIONS.has(prev) || prev === "" || t.word(i + 1) === ".";
  return true;
}

/** Return the token after a month's name and its point. */
export const afterMonth = (t: Tokens, i: number): number =>
  t.word(i + 1) === "." && t.word(i).length <= 4 && t.word(i) !== "may" && t.word(i) !== "june" && t.word(i) !== "july"
    ? i + 2
    : i + 1;

/** Read what begins with a month: March 3, March 3, 2017, March 2017, Dec31, Oct/2, March. */
export const readMonthFirst: Reader = (t, i, ctx) => {
  const month = MONTHS.get(t.word(i));
  if (month === undefined) return undefined;
  const named = afterMonth(t, i);
  const chained = readMonthChain(t, i, month);
  if (chained !== undefined) return chained;
  const separator =
    (t.word(named) === "/" && t.isGlued(named)) ||
    (isDash(t.word(named)) && t.isGlued(named) && t.isGlued(named + 1)) ||
    t.word(named) === ",";
  const dayAt = separator ? named + 1 : named;
  const day = readDayNumber(t, dayAt);
  const range = day !== undefined && isDash(t.word(named)) && t.isDigits(named + 1) && t.word(named + 1).length === 4;
  const comma = t.word(named) === ",";
  if (day !== undefined && !range && !dayIsCounted(t, day, dayAt, comma) && day.day <= daysInMonth(2016, month)) {
    const year =
      readYearTail(t, day.next, ctx) ??
      (day.ordinal && t.isWord(day.next - 1) && t.isDigits(day.next) && t.word(day.next).length === 2
        ? readYear(t, day.next, true)
        : undefined);
    if (year === undefined) return { next: day.next, grain: "day", month, day: day.day };
    if (isCivil(year.year, month, day.day)) return dayAtom(year.year, month, day.day, year.next);
    return { next: day.next, grain: "day", month, day: day.day };
  }
  const year = readYearTail(t, named, ctx);
  if (year !== undefined) return known(monthDays(year.year, month), year.next, "month");
  return monthIsMeant(t, i)
    ? {
        next: t.word(named - 1) === "." && !t.isWord(named) && !t.isDigits(named) ? i + 1 : named,
        grain: "month",
        month,
      }
    : undefined;
};

/** Tell whether the number behind a month counts something else: "In March 20 people", "October, 18 students". */
function dayIsCounted(t: Tokens, day: { next: number; ordinal: boolean }, dayAt: number, comma: boolean): boolean {
  if (comma && !day.ordinal) return true;
  const after = t.word(day.next);
  if (after === "%" || after === "percent" || (after === ":" && t.isDigits(day.next + 1))) return true;
  if (t.isDigits(dayAt) && readClock(t, dayAt) !== undefined) return true;
  return (
    !day.ordinal &&
    (after === "people" ||
      after === "million" ||
      after === "billion" ||
      after === "years" ||
      after === "thousand" ||
      after === "points")
  );
}

/** Tell whether a dash, slash or point at i joins its neighbours without spaces. */
export const gluedJoin = (t: Tokens, i: number): boolean =>
  (isDash(t.word(i)) || t.word(i) === "/" || t.word(i) === ".") && t.isGlued(i) && t.isGlued(i + 1);

/** Read Sep-23-2020 and September-2020-23. */
function readMonthChain(t: Tokens, i: number, month: number): Atom | undefined {
  if (!gluedJoin(t, i + 1) || !t.isDigits(i + 2) || !gluedJoin(t, i + 3) || !t.isDigits(i + 4)) return undefined;
  const [a, b] = [t.word(i + 2), t.word(i + 4)];
  const [year, day] = a.length === 4 ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return Math.max(a.length, b.length) === 4 && isCivil(year, month, day) ? dayAtom(year, month, day, i + 5) : undefined;
}

/** Read what begins with a day: 3 March 2017, third of March, 05-Aug-2016, the 15th day of next month. */
export const readDayFirst: Reader = (t, i, ctx) => {
  const day = readDayNumber(t, i);
  if (day === undefined) return undefined;
  const joined = gluedJoin(t, day.next) && t.word(day.next) !== ".";
  const of = t.word(day.next) === "of" || (t.word(day.next) === "day" && t.word(day.next + 1) === "of");
  const at = joined ? day.next + 1 : of ? day.next + (t.word(day.next) === "of" ? 1 : 2) : day.next;
  const month = MONTHS.get(t.word(at));
  if (month === undefined) {
    return of && day.ordinal ? dayOfPeriod(t, at, day.day, ctx) : readDayList(t, i, day, ctx);
  }
  if (
    !t.isCapital(at) &&
    !of &&
    !day.ordinal &&
    (t.word(at) === "may" || t.word(at) === "march" || t.word(at) === "mar")
  ) {
    if (!t.isDigits(i) || !t.isDigits(afterMonth(t, at))) {
      if (!t.isDigits(i) || t.word(at) !== "may" || /^(be|have|not|also|still|well|or)$/.test(t.word(at + 1)))
        return undefined;
    }
  }
  if (day.day > daysInMonth(2016, month)) return undefined;
  const named = afterMonth(t, at);
  const year = readYearTail(t, named, ctx);
  if (year !== undefined && isCivil(year.year, month, day.day)) return dayAtom(year.year, month, day.day, year.next);
  return {
    next: t.word(named - 1) === "." && !t.isWord(named) && !t.isDigits(named) ? named - 1 : named,
    grain: "day",
    month,
    day: day.day,
  };
};

/** Read the first day of "18 and 19 June" and "3, 4 and 5 May"; the others are read where they stand. */
function readDayList(t: Tokens, i: number, day: { next: number; day: number }, ctx: Context): Atom | undefined {
  const joined = t.word(day.next) === "and" || t.word(day.next) === "or" || t.word(day.next) === ",";
  const other = joined ? readDayNumber(t, day.next + 1) : undefined;
  if (other === undefined || other.day <= day.day || t.isWord(i)) return undefined;
  const last = readDayFirst(t, day.next + 1, ctx);
  const month = last?.month ?? (last?.days === undefined ? undefined : civilOf(last.days.lo).month);
  if (month === undefined || last?.grain !== "day") return undefined;
  const year = last.days === undefined ? undefined : civilOf(last.days.lo).year;
  if (day.day > daysInMonth(2016, month)) return undefined;
  if (year === undefined) return { next: day.next, grain: "day", month, day: day.day };
  return isCivil(year, month, day.day) ? dayAtom(year, month, day.day, day.next) : undefined;
}

/** Read "the 15th of next month". */
function dayOfPeriod(t: Tokens, i: number, day: number, ctx: Context): Atom | undefined {
  const period = ctx.grammar.period(t, t.word(i) === "the" && !RELATIVE.has(t.word(i + 1)) ? i : i, ctx);
  if (period?.days === undefined || period.grain !== "month") return undefined;
  const at = period.days.lo + day - 1;
  return at <= period.days.hi ? known({ lo: at, hi: at }, period.next, "day") : undefined;
}

/** Read "the 18th" as the day of a month. */
export function readTheNth(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const day = readDayNumber(t, i);
  if (day === undefined || !day.ordinal || t.word(i) !== "the") return undefined;
  if (ctx.today === undefined) return { next: day.next, grain: "day" };
  const { year, month } = civilOf(ctx.today);
  const here = dayOf(year, month, 1);
  const shift = ctx.future() ? (day.day < civilOf(ctx.today).day ? 1 : 0) : day.day > civilOf(ctx.today).day ? -1 : 0;
  const at = addMonths(here, shift) + day.day - 1;
  return civilOf(at).day === day.day ? known({ lo: at, hi: at }, day.next, "day") : undefined;
}

/** Read "on the 18th" where no noun follows. */
export const readOnTheNth: Reader = (t, i, ctx) => {
  if (t.word(i - 1) !== "on") return undefined;
  const day = readTheNth(t, i, ctx);
  const after = day === undefined ? "" : t.word(day.next);
  return day !== undefined &&
    (!t.isWord(day.next) || /^(and|but|at|to|in|for|with|that|when)$/.test(after)) &&
    !isDash(after)
    ? day
    : undefined;
};

/** Read today, tomorrow, yesterday and tonight. */
export const readDeictic: Reader = (t, i, ctx) => {
  const shift = DEICTIC.get(t.word(i));
  if (shift === undefined) return undefined;
  return {
    next: i + 1,
    grain: "day",
    days: ctx.today === undefined ? undefined : { lo: ctx.today + shift, hi: ctx.today + shift },
  };
};
