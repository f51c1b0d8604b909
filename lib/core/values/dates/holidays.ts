import { type Day, type Days, periodOf, weekDays, weekdayOf, weekOf, yearDays } from "../calendar";
import { HOLIDAY_FIRST_WORDS, HOLIDAYS, SEASONS, seasonDays } from "../date-words";
import { isApostrophe, type Tokens } from "../tokens";
import { type Atom, type Context, inYear, known, place, type Reader, resolve, yearOf } from "./context";
import { readDayFirst, readMonthFirst, readTheNth } from "./days";
import { readRelativeYear, readYear, readYearTail } from "./years";

/** Read "summer 2016" and "winter of last year". */
export const readSeasonYear: Reader = (t, i, ctx) => {
  const firstMonth = SEASONS.get(t.word(i));
  if (firstMonth === undefined) return undefined;
  const at = t.word(i + 1) === "of" || t.word(i + 1) === "," ? i + 2 : i + 1;
  const year = readYear(t, at, false) ?? readRelativeYear(t, at, ctx);
  return year === undefined ? undefined : known(seasonDays(year.year, firstMonth), year.next, "quarter");
};

/** Read a holiday with its year, or the weekend around it. */
export const readHoliday: Reader = (t, i, ctx) => {
  if (!HOLIDAY_FIRST_WORDS.has(t.word(i))) return undefined;
  let key = "";
  let found: { next: number; make: (year: number) => Day } | undefined;
  for (let k = i; k < i + 7 && t.word(k) !== ""; k++) {
    const word = isApostrophe(t.word(k)) ? "'" : t.word(k);
    key = key === "" ? word : `${key} ${word}`;
    const make = HOLIDAYS.get(key);
    if (make !== undefined) found = { next: k + 1, make };
  }
  if (found === undefined) return undefined;
  const { make } = found;
  const bare = found.next === i + 1 && t.word(i) === "new";
  if (bare) return undefined;
  const day = (year: number): Days => ({ lo: make(year), hi: make(year) });
  const year = readYearTail(t, found.next, ctx);
  const next = year?.next ?? found.next;
  const weekend = t.word(next) === "weekend";
  const shape = weekend ? (y: number): Days => weekendAround(make(y)) : day;
  const late = weekend && year === undefined ? readYearTail(t, next + 1, ctx) : undefined;
  const known_ = year ?? late;
  const end = late?.next ?? (weekend ? next + 1 : next);
  return known_ === undefined ? { next: end, grain: "day", inYear: shape } : known(shape(known_.year), end, "day");
};

/** Return the free days around a holiday: to Sunday from Thursday on, from Saturday up to Monday. */
function weekendAround(day: Day): Days {
  const weekday = weekdayOf(day);
  if (weekday >= 3) return { lo: Math.min(day, day - weekday + 5), hi: day - weekday + 6 };
  return { lo: day - weekday - 2, hi: day };
}

/** Read "weekend of Halloween", "the weekend", "week of the 18th", "week 3 of 2027", "w/c Feb 4", "a week starting tomorrow". */
export const readWeek: Reader = (t, i, ctx) => {
  const the = t.word(i) === "the" || t.word(i) === "a" ? i + 1 : i;
  if (t.word(the) === "weekend") {
    if (t.word(the + 1) === "of") {
      const base = readHoliday(t, the + 2, ctx) ?? readMonthFirst(t, the + 2, ctx) ?? readDayFirst(t, the + 2, ctx);
      if (base === undefined) return undefined;
      const make = inYear(base);
      const days = base.days ?? (make === undefined ? undefined : place(ctx, make));
      return { next: base.next, grain: "day", days: days === undefined ? undefined : weekendAround(days.lo) };
    }
    if (t.word(i) === "a" || (the === i && t.isWord(i + 1))) return undefined;
    return {
      next: the + 1,
      grain: "day",
      days: ctx.today === undefined ? undefined : periodOf("weekend", 0, ctx.today),
    };
  }
  if (t.word(i) === "w" && t.follows(i + 1, "/", "c")) return weekFrom(t, i + 3, ctx, true);
  if (t.word(the) !== "week") return undefined;
  if (t.isDigits(the + 1) && t.word(i) !== "a" && Number(t.word(the + 1)) >= 1 && Number(t.word(the + 1)) <= 53) {
    const tail = readYearTail(t, the + 2, ctx);
    if (tail === undefined && ctx.today === undefined) return undefined;
    return known(weekOf(yearDays(tail?.year ?? yearOf(ctx)), Number(t.word(the + 1))), tail?.next ?? the + 2, "week");
  }
  const verb = /^(starting|beginning|commencing)$/.test(t.word(the + 1));
  if (verb) return weekFrom(t, t.word(the + 2) === "on" ? the + 3 : the + 2, ctx, t.word(i) !== "a");
  return t.word(the + 1) === "of" ? weekFrom(t, the + 2, ctx, true) : undefined;
};

/** Read the week that holds a date (whole), or the seven days from it. */
function weekFrom(t: Tokens, i: number, ctx: Context, whole: boolean): Atom | undefined {
  const day = ctx.grammar.point(t, i, ctx) ?? readTheNth(t, i, ctx);
  if (day === undefined || day.grain !== "day") return undefined;
  const days = resolve(day, ctx);
  return {
    next: day.next,
    grain: "week",
    days: days === undefined ? undefined : whole ? weekDays(days.lo) : { lo: days.lo, hi: days.lo + 6 },
  };
}
