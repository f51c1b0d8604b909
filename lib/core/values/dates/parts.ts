import {
  addMonths,
  civilOf,
  type Day,
  type Days,
  monthDays,
  nthWeekday,
  weekdayOf,
  weekOf,
  yearDays,
} from "../calendar";
import { MONTHS, WEEKDAYS } from "../date-words";
import { type DurationRead, readDuration } from "../read-duration";
import { readOrdinal } from "../read-number";
import { isDash, type Tokens } from "../tokens";
import {
  type Atom,
  type Context,
  DEEPEST,
  deeper,
  type Grain,
  known,
  move,
  type Reader,
  resolve,
  yearOf,
} from "./context";
import { readMonthFirst } from "./days";
import {
  readCentury,
  readDecade,
  readDecadeWord,
  readNamedYear,
  readRelativeYear,
  readShortDecade,
  readYear,
} from "./years";

/** Read "first 2 weeks of 2021", "last 3 weeks of this year": the count from the edge of a period. */
export function edgeOfPeriod(
  t: Tokens,
  i: number,
  part: DurationRead["parts"][number],
  step: number,
  ctx: Context,
): Atom | undefined {
  const whole = readWhole(t, i, ctx);
  if (whole?.days === undefined) return undefined;
  const { lo, hi } = whole.days;
  const count = part.count;
  if (part.unit.name === "week") {
    const edge = weekOf(whole.days, step < 0 ? -1 : 1);
    return known(
      step < 0 ? { lo: edge.lo - 7 * (count - 1), hi: edge.hi } : { lo: edge.lo, hi: edge.hi + 7 * (count - 1) },
      whole.next,
      "more",
    );
  }
  const days = step < 0 ? { lo: move(hi + 1, [part], -1), hi } : { lo, hi: move(lo, [part], 1) - 1 };
  return known(days, whole.next, "more");
}

/** Read a whole period that others are cut from: 2021, last year, this month, March, January 2015, the year. */
function readWhole(t: Tokens, i: number, outer: Context): Atom | undefined {
  if (outer.depth > DEEPEST) return undefined;
  const ctx = deeper(outer);
  const year = readYear(t, i, false);
  if (year !== undefined) return known(yearDays(year.year), year.next, "year");
  const quarter = readPartOfYear(t, i, ctx);
  const atom =
    quarter ??
    readNamedYear(t, i, ctx) ??
    readMonthFirst(t, i, ctx) ??
    ctx.grammar.period(t, i, ctx) ??
    readDecade(t, t.word(i) === "the" ? i + 1 : i, ctx) ??
    readCentury(t, t.word(i) === "the" ? i + 1 : i, ctx);
  if (atom === undefined || atom.grain === "day") return undefined;
  const days = resolve(atom, ctx);
  return days === undefined ? undefined : { ...atom, days };
}

/** Read "earlier this month", "later in the year", "early 2016", "late last year", "mid-March", "the end of 2008". */
export const readPartOf: Reader = (t, i, ctx) => {
  const the = t.word(i) === "the" ? i + 1 : i;
  const word = t.word(the);
  const half = word === "earlier" ? 0 : word === "later" ? 1 : undefined;
  if (half !== undefined && the === i) {
    const at = t.word(i + 1) === "in" ? i + 2 : i + 1;
    const whole = ctx.grammar.period(t, at, ctx);
    if (
      whole === undefined ||
      !/^(this|the|last|next)$/.test(t.word(at)) ||
      whole.grain === "day" ||
      whole.grain === "more"
    )
      return undefined;
    return whole.days === undefined ? whole : { ...whole, days: halfOf(whole.days, half, whole.grain) };
  }
  const third = THIRDS[word];
  if (third === undefined) return undefined;
  const of = t.word(the + 1) === "of" || t.word(the + 1) === "in" || isDash(t.word(the + 1));
  const needsOf = word === "end" || word === "start" || word === "beginning" || word === "middle";
  if (needsOf && t.word(the + 1) !== "of") return undefined;
  const at = of ? the + 2 : the + 1;
  const whole = readWhole(t, at, ctx) ?? (the > i ? (readShortDecade(t, at) ?? readDecadeWord(t, at, ctx)) : undefined);
  if (whole?.days === undefined) return undefined;
  const edge = third === 0 ? "start" : third === 1 ? "middle" : "end";
  return { ...whole, days: thirdOf(whole.days, third), grain: "more", edge, bareYear: false };
};

const THIRDS: Readonly<Record<string, 0 | 1 | 2>> = {
  early: 0,
  beginning: 0,
  start: 0,
  mid: 1,
  middle: 1,
  late: 2,
  end: 2,
};

function halfOf(days: Days, half: number, grain: Grain): Days {
  const length = days.hi - days.lo + 1;
  const middle =
    grain === "week"
      ? days.lo + 3
      : length > 300
        ? addMonths(days.lo, 6)
        : length > 80
          ? days.lo + Math.floor(length / 2)
          : days.lo + 15;
  return half === 0 ? { lo: days.lo, hi: middle - 1 } : { lo: middle, hi: days.hi };
}

/** Cut a period into early, middle and late: ten days of a month, four months of a year. */
function thirdOf(days: Days, third: 0 | 1 | 2): Days {
  const length = days.hi - days.lo + 1;
  const cut = (n: number): Day => {
    if (n === 0) return days.lo;
    if (n === 3) return days.hi + 1;
    if (length >= 28 && length <= 31) return days.lo + 10 * n;
    if (length > 366) return addMonths(days.lo, 12 * Math.round((Math.round(length / 365.25) * n) / 3));
    if (length === 365 || length === 366) return addMonths(days.lo, 4 * n);
    return days.lo + Math.round((length * n) / 3);
  };
  return { lo: cut(third), hi: cut(third + 1) - 1 };
}

/** Read the rank of a part: first, third, 3rd, last. -1 is the last one. */
function readRank(t: Tokens, i: number): { next: number; rank: number } | undefined {
  if (t.word(i) === "last" || t.word(i) === "final") return { next: i + 1, rank: -1 };
  const ordinal = readOrdinal(t, i);
  return ordinal === undefined || ordinal.value > 366 ? undefined : { next: ordinal.next, rank: ordinal.value };
}

/** Read quarters, halves, weeks, months and days of a period: "the third quarter", "first half of 2016", "3rd week of Jan". */
export const readPartOfYear: Reader = (t, i, ctx) => {
  const the = t.word(i) === "the" ? i + 1 : i;
  const fiscal = t.word(the) === "fiscal" ? the + 1 : the;
  const rank = readRank(t, fiscal);
  if (rank === undefined) return undefined;
  const gap =
    isDash(t.word(rank.next)) && t.isGlued(rank.next)
      ? rank.next + 1
      : t.word(rank.next) === "fiscal"
        ? rank.next + 1
        : rank.next;
  const counted = readDuration(t, gap);
  const several = counted?.parts[0];
  if (
    several !== undefined &&
    several.count >= 1 &&
    Number.isInteger(several.count) &&
    several.count < 500 &&
    !several.unit.clock &&
    (rank.rank === 1 || rank.rank === -1) &&
    t.word(counted?.next ?? 0) === "of"
  ) {
    return edgeOfPeriod(t, (counted?.next ?? 0) + 1, several, rank.rank === 1 ? 1 : -1, ctx);
  }
  const unit = t.word(gap);
  const next = gap + 1;
  const of = t.word(next) === "of" || t.word(next) === "in" ? next + 1 : next;
  const weekday = WEEKDAYS.get(unit);
  if (weekday !== undefined) return of === next ? undefined : readNthWeekday(t, of, weekday, rank.rank, ctx);
  if (unit === "quarter" || unit === "half") return readSlice(t, unit, rank.rank, next, of, ctx);
  if (!/^(week|month|day|weekend)$/.test(unit) || of === next) return undefined;
  const whole = readWhole(t, of, ctx);
  if (whole?.days === undefined || whole.bareYear)
    return whole?.days === undefined ? undefined : cutOut(unit, rank.rank, whole, whole.days);
  return cutOut(unit, rank.rank, whole, whole.days);
};

/** Read the month behind "the third Thursday of", "last Friday in": November, March 2016, next month. */
function readNthWeekday(t: Tokens, i: number, weekday: number, rank: number, ctx: Context): Atom | undefined {
  if (rank > 4) return undefined;
  const inMonth = (year: number, month: number): Days => {
    const day = nthWeekday(year, month, weekday, rank);
    return { lo: day, hi: day };
  };
  const month = MONTHS.has(t.word(i)) ? readMonthFirst(t, i, ctx) : ctx.grammar.period(t, i, ctx);
  if (month?.grain !== "month") return undefined;
  if (month.days === undefined) {
    const { month: n } = month;
    return n === undefined ? undefined : { next: month.next, grain: "day", inYear: (year) => inMonth(year, n) };
  }
  const { year, month: n } = civilOf(month.days.lo);
  return known(inMonth(year, n), month.next, "day");
}

/** Return the n-th week, month, day or weekend of a period. */
function cutOut(unit: string, rank: number, whole: Atom, days: Days): Atom | undefined {
  const from = (day: Day, hi: Day, grain: Grain): Atom | undefined =>
    day >= days.lo - 6 && hi <= days.hi + 6 ? known({ lo: day, hi }, whole.next, grain) : undefined;
  if (unit === "week") {
    const week = weekOf(days, rank);
    return from(week.lo, week.hi, "week");
  }
  if (unit === "day") {
    const day = rank < 0 ? days.hi : days.lo + rank - 1;
    return from(day, day, "day");
  }
  if (unit === "weekend") {
    const saturday =
      rank < 0 ? days.hi - ((weekdayOf(days.hi) + 2) % 7) : days.lo + ((12 - weekdayOf(days.lo)) % 7) + 7 * (rank - 1);
    return from(saturday, saturday + 1, "day");
  }
  const first = rank < 0 ? addMonths(days.hi + 1, -1) : addMonths(days.lo, rank - 1);
  return from(first, addMonths(first, 1) - 1, "month");
}

function readSlice(
  t: Tokens,
  unit: "quarter" | "half",
  rank: number,
  next: number,
  of: number,
  ctx: Context,
): Atom | undefined {
  const parts = unit === "quarter" ? 4 : 2;
  const n = rank < 0 ? parts : rank;
  if (n > parts) return undefined;
  const make = (year: number): Days => monthDays(year, ((n - 1) * 12) / parts + 1, 12 / parts);
  const year = readYear(t, of, false) ?? readRelativeYear(t, of, ctx) ?? namedYear(t, of);
  if (year !== undefined) return known(make(year.year), year.next, "quarter");
  const theYear = t.follows(of, "the", "year") && of > next;
  if (theYear)
    return ctx.today === undefined ? { next: of + 2, grain: "quarter" } : known(make(yearOf(ctx)), of + 2, "quarter");
  if (unit === "half" || rank < 0) return undefined;
  return { next, grain: "quarter", inYear: make };
}

function namedYear(t: Tokens, i: number): { next: number; year: number } | undefined {
  const at = t.word(i) === "fiscal" || t.word(i) === "calendar" ? (t.word(i + 1) === "year" ? i + 2 : i + 1) : i;
  return at > i ? readYear(t, at, false) : undefined;
}
