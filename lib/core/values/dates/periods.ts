import { type Day, type Days, periodOf, weekDays, weekdayOf } from "../calendar";
import { DEICTIC, MONTHS, RELATIVE, SEASONS, seasonDays, WEEKDAYS } from "../date-words";
import { SMALL } from "../number-words";
import { type DurationRead, readDuration } from "../read-duration";
import { readNumber } from "../read-number";
import { TIME_UNITS } from "../time-units";
import { isApostrophe, isDash, type Tokens } from "../tokens";
import { type Atom, type Context, type Grain, known, move, stepYear, yearOf } from "./context";
import { readMonthFirst } from "./days";
import { readMonthDay } from "./digits";
import { readHoliday } from "./holidays";
import { edgeOfPeriod } from "./parts";
import { nearest, weekdayBehind, weekdayWith } from "./weekdays";

const PERIODS: ReadonlySet<string> = new Set([
  "day",
  "week",
  "month",
  "year",
  "quarter",
  "decade",
  "century",
  "weekend",
  "fortnight",
  "workweek",
]);

const GRAINS: Readonly<Record<string, Grain>> = {
  day: "day",
  week: "week",
  fortnight: "week",
  workweek: "week",
  weekend: "day",
  month: "month",
  quarter: "quarter",
  year: "year",
};

const grainOf = (unit: string): Grain => GRAINS[unit] ?? "more";

/** Read [the] last | this | next (N) units: last year, the past five years, next 4 business days, the week after next. */
export function readRelativePeriod(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const the = t.word(i) === "the";
  let at = the ? i + 1 : i;
  let step = RELATIVE.get(t.word(at));
  if (step === undefined) return readThePeriod(t, i, ctx) ?? readCountFirst(t, at, ctx);
  const own = t.word(at);
  const rolling = own === "past" && the && /^(over|in|during|within|for|of)$/.test(t.word(i - 1));
  at++;
  if (own === "this" && (RELATIVE.get(t.word(at)) ?? 0) !== 0) {
    step = RELATIVE.get(t.word(at)) ?? step;
    at++;
    if (WEEKDAYS.has(t.word(at))) return nearest(t, at, step, ctx);
  }
  if (
    t.word(at) === "calendar" ||
    t.word(at) === "fiscal" ||
    t.word(at) === "financial" ||
    t.word(at) === "work" ||
    t.word(at) === "academic"
  )
    at++;
  const word = t.word(at) === "week" && t.word(at - 1) === "work" ? "workweek" : t.word(at);
  if (PERIODS.has(word)) {
    if (word === "day" && own !== "next" && own !== "past") return undefined;
    if (word === "quarter" && (own === "last" || own === "next") && t.word(at + 1) === "of") return undefined;
    if (ctx.today === undefined) return { next: at + 1, grain: grainOf(word) };
    const days =
      rolling && word !== "quarter" && word !== "weekend"
        ? rollingDays(word, 1, step, ctx.today)
        : periodOf(word, step, ctx.today);
    return days === undefined ? undefined : weekdayBehind(t, known(days, at + 1, grainOf(word)));
  }
  return readCounted(t, at, step, own, ctx) ?? readRelativeNamed(t, at, step, own, ctx);
}

function rollingDays(unit: string, count: number, step: number, today: Day): Days | undefined {
  const size = TIME_UNITS.get(unit);
  if (size === undefined) return undefined;
  const far = move(today, [{ count, unit: size }], step);
  return step < 0 ? { lo: far, hi: today - 1 } : { lo: today + 1, hi: far };
}

/** Read "last 3 months and 2 weeks", "next 4 business days", "past two quarters", "next two decades". */
function readCounted(t: Tokens, i: number, step: number, own: string, ctx: Context): Atom | undefined {
  if (step === 0) return undefined;
  const length = readQuarters(t, i) ?? readDuration(t, i);
  const article = t.word(i) === "a" || t.word(i) === "an";
  if (length === undefined || article || length.parts.some((part) => part.unit.clock)) return undefined;
  const first = length.parts[0];
  if (
    first === undefined ||
    length.parts.some((part) => !Number.isInteger(part.count) || part.count < 1 || part.count > 5000)
  )
    return undefined;
  if (first.count === 1 && own === "this") return undefined;
  const ofPeriod = t.word(length.next) === "of" ? edgeOfPeriod(t, length.next + 1, first, step, ctx) : undefined;
  if (ofPeriod !== undefined) return ofPeriod;
  if (ctx.today === undefined) return { next: length.next, grain: "more" };
  return known(spanFrom(length, step, ctx.today), length.next, "more");
}

/** Read "three quarters" as three of them and not as the fraction. */
function readQuarters(t: Tokens, i: number): DurationRead | undefined {
  const unit = TIME_UNITS.get("quarter");
  const count = SMALL.get(t.word(i));
  if (unit === undefined || count === undefined || count < 2 || t.word(i + 1) !== "quarters") return undefined;
  return { next: i + 2, parts: [{ count, unit }], vague: false, business: false };
}

/** Return the days that a length of time covers from today on, or up to yesterday. */
function spanFrom(length: DurationRead, step: number, today: Day): Days {
  const first = length.parts[0];
  if (length.business && first !== undefined) return businessDays(today, first.count, step);
  if (first !== undefined && length.parts.length === 1 && /^(quarter|decade|century)$/.test(first.unit.name)) {
    const whole = periodOf(first.unit.name, step, today, first.count);
    if (whole !== undefined) return whole;
  }
  const far = move(today, length.parts, step);
  return step < 0 ? { lo: far, hi: today - 1 } : { lo: today + 1, hi: far };
}

function businessDays(today: Day, count: number, step: number): Days {
  let day = today;
  let near = today;
  for (let n = 0; n < Math.min(count, 600); ) {
    day += step;
    if (weekdayOf(day) > 4) continue;
    if (n === 0) near = day;
    n++;
  }
  return { lo: Math.min(near, day), hi: Math.max(near, day) };
}

/** Read "5 upcoming years", "10 previous weeks". */
export function readCountFirst(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const number = readNumber(t, i);
  const step = number === undefined ? undefined : RELATIVE.get(t.word(number.next));
  const unit = number === undefined ? undefined : TIME_UNITS.get(t.word(number.next + 1));
  if (number === undefined || step === undefined || step === 0 || unit === undefined || unit.clock || !number.integer)
    return undefined;
  if (number.value < 1 || number.value > 5000) return undefined;
  if (number.value !== 1 && !t.word(number.next + 1).endsWith("s")) return undefined;
  const next = number.next + 2;
  if (ctx.today === undefined) return { next, grain: "more" };
  return known(
    spanFrom({ next, parts: [{ count: number.value, unit }], vague: false, business: false }, step, ctx.today),
    next,
    "more",
  );
}

/** Read a name behind last, this or next: a weekday, month, season, holiday or 5/12. */
function readRelativeNamed(t: Tokens, i: number, step: number, own: string, ctx: Context): Atom | undefined {
  const word = t.word(i);
  if (WEEKDAYS.has(word)) {
    const dated = weekdayWith(t, i, ctx, step);
    if (dated === undefined || dated.weekday === undefined) return dated;
    if (ctx.today === undefined) return { next: i + 1, grain: "day" };
    if (own === "past") return nearest(t, i, -1, ctx);
    const day = weekDays(ctx.today).lo + dated.weekday + 7 * step;
    return known({ lo: day, hi: day }, i + 1, "day");
  }
  const season = SEASONS.get(word);
  if (season !== undefined) return readSeason(i, season, step, ctx);
  if (word === "night" && own === "last")
    return ctx.today === undefined
      ? { next: i + 1, grain: "day" }
      : known({ lo: ctx.today - 1, hi: ctx.today - 1 }, i + 1, "day");
  if (own === "this" && (word === "morning" || word === "afternoon" || word === "evening")) {
    return ctx.today === undefined
      ? { next: i + 1, grain: "day" }
      : known({ lo: ctx.today, hi: ctx.today }, i + 1, "day");
  }
  const month =
    MONTHS.has(word) && (word !== "may" || t.isCapital(i) || own !== "this") && (word !== "march" || t.isCapital(i))
      ? readMonthFirst(t, i, ctx)
      : undefined;
  const named = month ?? readHoliday(t, i, ctx) ?? readMonthDay(t, i, true);
  if (named === undefined) return undefined;
  return named.days === undefined ? { ...named, step: own === "following" ? 1 : step } : named;
}

/** Read "the week", "the month", "the year" behind in, for or of; "the day after tomorrow"; "the week after next". */
function readThePeriod(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const the = t.word(i) === "the";
  const unit = t.word(the ? i + 1 : i);
  const at = the ? i + 2 : i + 1;
  if (!PERIODS.has(unit) && unit !== "day") return undefined;
  const { today } = ctx;
  const jump =
    t.word(at) === "after" && t.word(at + 1) === "next"
      ? 2
      : t.word(at) === "before" && t.word(at + 1) === "last"
        ? -2
        : undefined;
  if (jump !== undefined && unit !== "day") {
    const days = today === undefined ? undefined : periodOf(unit, jump, today);
    return { next: at + 2, grain: grainOf(unit), days };
  }
  if (unit === "day") return readDayBeside(t, the, at, today);
  if (unit === "weekend") {
    if (t.word(at) === "of") return undefined;
    return { next: at, grain: "day", days: today === undefined ? undefined : periodOf("weekend", 0, today) };
  }
  const prepared =
    /^(in|for|of|during|throughout|until|earlier|later|through)$/.test(t.word(i - 1)) ||
    (unit === "year" && t.word(at) === "before");
  if (
    !the ||
    !prepared ||
    t.isDigits(at) ||
    isDash(t.word(at)) ||
    isApostrophe(t.word(at)) ||
    unit === "quarter" ||
    unit === "decade" ||
    unit === "century" ||
    unit === "workweek" ||
    unit === "fortnight"
  )
    return undefined;
  if (
    /^(of|starting|beginning|ending|that|when|in)$/.test(t.word(at)) ||
    (t.word(i - 1) === "of" && /^(end|rest|time|most|times|part|days|beginning|start)$/.test(t.word(i - 2)))
  ) {
    if (t.word(i - 1) !== "of") return undefined;
  }
  return { next: at, grain: grainOf(unit), days: today === undefined ? undefined : periodOf(unit, 0, today) };
}

function readDayBeside(t: Tokens, the: boolean, at: number, today: Day | undefined): Atom | undefined {
  const side = t.word(at) === "after" ? 1 : t.word(at) === "before" ? -1 : 0;
  const from = DEICTIC.get(t.word(at + 1));
  const day = (shift: number, next: number): Atom => ({
    next,
    grain: "day",
    days: today === undefined ? undefined : { lo: today + shift, hi: today + shift },
  });
  if (side !== 0 && from !== undefined) return day(from + side, at + 2);
  if (side !== 0 && the && !t.isWord(at + 1) && !t.isDigits(at + 1)) return day(side, at + 1);
  return the && t.word(at - 3) === "for" && !t.isWord(at) && !isApostrophe(t.word(at)) ? day(0, at) : undefined;
}

function readSeason(i: number, firstMonth: number, step: number, ctx: Context): Atom | undefined {
  const make = (year: number): Days => seasonDays(year, firstMonth);
  const { today } = ctx;
  if (today === undefined) return { next: i + 1, grain: "quarter" };
  const days = step === 0 ? make(yearOf(ctx)) : stepYear(make, step, ctx, today);
  return days === undefined ? undefined : known(days, i + 1, "quarter");
}
