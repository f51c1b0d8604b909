import { addMonths, civilOf, type Day, weekdayOf } from "../calendar";
import { MONTHS, RELATIVE, WEEKDAYS } from "../date-words";
import { isDash, type Tokens } from "../tokens";
import { type Atom, type Context, inYear, known, type Reader, yearOf } from "./context";
import { readDayFirst, readDayNumber, readMonthFirst } from "./days";
import { readMonthDay, readNumeric } from "./digits";

const SHORT_WEEKDAYS: ReadonlySet<string> = new Set([
  "mon",
  "tue",
  "tues",
  "wed",
  "weds",
  "thu",
  "thur",
  "thurs",
  "fri",
  "sat",
  "sun",
]);

/** Read what begins with a weekday: Wednesday, Wednesday, March 22, Monday 21, Friday 7/6, Tuesday of last week. */
export const readWeekdayFirst: Reader = (t, i, ctx) => weekdayWith(t, i, ctx, undefined);

/** Read a weekday with what belongs to it, behind last, this or next when `step` is given. */
export function weekdayWith(t: Tokens, i: number, ctx: Context, step: number | undefined): Atom | undefined {
  const weekday = WEEKDAYS.get(t.word(i));
  if (weekday === undefined || (t.word(i) === "sun" && !t.isCapital(i) && step === undefined)) return undefined;
  const short = SHORT_WEEKDAYS.has(t.word(i));
  const named = short && t.word(i + 1) === "." && (t.isWord(i + 2) || t.isDigits(i + 2)) ? i + 2 : i + 1;
  const comma = t.word(named) === "," ? named + 1 : named;
  const dated = weekdayDate(t, comma, ctx, weekday, step);
  if (dated !== undefined) return dated;
  const week = weekdayOfWeek(t, named, ctx, weekday);
  if (week !== undefined) return week;
  const shifted = ctx.grammar.anchored(t, comma, ctx);
  if (shifted?.days !== undefined) {
    const sunday = shifted.days.lo - ((weekdayOf(shifted.days.lo) + 1) % 7);
    const at = sunday + ((weekday + 1) % 7);
    return known({ lo: at, hi: at }, shifted.next, "day");
  }
  const prev = t.word(i - 1);
  if (
    short &&
    step === undefined &&
    !/^(on|or|and|until|by|since|next|last|this|week|,|from|to)$/.test(prev) &&
    !isDash(prev)
  )
    return undefined;
  if (t.word(i).endsWith("days")) return undefined;
  return { next: i + 1, grain: "day", weekday };
}

/** Read the date behind a weekday; a bare number is the day of the month. */
function weekdayDate(t: Tokens, i: number, ctx: Context, weekday: number, step: number | undefined): Atom | undefined {
  const bracket = t.word(i) === "(";
  const dash = isDash(t.word(i)) && t.isGlued(i);
  const at = bracket || dash ? i + 1 : t.word(i) === "the" && MONTHS.has(t.word(i + 1)) ? i + 1 : i;
  const explicit =
    readMonthFirst(t, at, ctx) ?? readDayFirst(t, at, ctx) ?? readNumeric(t, at, ctx) ?? readMonthDay(t, at, true);
  if (explicit !== undefined && explicit.grain === "day") {
    if (bracket && t.word(explicit.next) !== ")") return undefined;
    const next = bracket ? explicit.next + 1 : explicit.next;
    const { month, day } = explicit;
    return month === undefined || step === undefined || ctx.today === undefined || day === undefined
      ? { ...explicit, next }
      : withStep({ ...explicit, next }, weekday, step, ctx, ctx.today);
  }
  const day = t.word(i - 1) === "," && !t.isDigits(at) && t.word(at) !== "the" ? undefined : readDayNumber(t, at);
  if (
    day === undefined ||
    bracket ||
    (!day.ordinal && (!t.isDigits(at) || t.isWord(day.next) || t.word(day.next) === "," || t.word(i - 1) === ","))
  )
    return undefined;
  if (day.ordinal && t.word(at) !== "the" && t.isWord(at)) return undefined;
  return dayOnWeekday(day.day, day.next, weekday, ctx);
}

/** "this Friday 5/12" lies in this year, "next Sunday 5/20" is the nearest that falls on that weekday. */
function withStep(atom: Atom, weekday: number, step: number, ctx: Context, today: Day): Atom {
  const make = inYear(atom);
  const here = make?.(yearOf(ctx));
  if (here === undefined) return atom;
  if (step === 0) return { ...atom, days: here };
  const fits = [here, make?.(yearOf(ctx) + step)].find(
    (days) => days !== undefined && weekdayOf(days.lo) === weekday && (step > 0 ? days.lo >= today : days.lo <= today),
  );
  return { ...atom, days: fits ?? here };
}

/** Find the nearest month whose n-th day is this weekday, this month first. */
function dayOnWeekday(day: number, next: number, weekday: number, ctx: Context): Atom | undefined {
  if (ctx.today === undefined) return { next, grain: "day" };
  const first = ctx.today - civilOf(ctx.today).day + 1;
  for (let back = 0; back < 60; back++) {
    const month = addMonths(first, ctx.future() && back > 0 ? back : -back);
    const at = month + day - 1;
    if (civilOf(at).day === day && weekdayOf(at) === weekday && (back > 0 || at <= ctx.today + 31))
      return known({ lo: at, hi: at }, next, "day");
  }
  return undefined;
}

/** Read "of last week", "next week", "this week" behind a weekday. */
function weekdayOfWeek(t: Tokens, i: number, ctx: Context, weekday: number): Atom | undefined {
  const at = t.word(i) === "of" || t.word(i) === "in" ? i + 1 : i;
  if (at === i && !RELATIVE.has(t.word(i))) return undefined;
  const week = ctx.grammar.period(t, at, ctx);
  if (week?.grain !== "week" || week.days === undefined || week.days.hi - week.days.lo !== 6) return undefined;
  const day = week.days.lo + weekday;
  return known({ lo: day, hi: day }, week.next, "day");
}

/** "this past Wednesday", "this coming Friday": the nearest on that side of today. */
export function nearest(t: Tokens, i: number, step: number, ctx: Context): Atom | undefined {
  const weekday = WEEKDAYS.get(t.word(i));
  if (weekday === undefined) return undefined;
  if (ctx.today === undefined) return { next: i + 1, grain: "day" };
  const ahead = (weekday - weekdayOf(ctx.today) + 7) % 7;
  const day = step > 0 ? ctx.today + (ahead === 0 ? 7 : ahead) : ctx.today - (ahead === 0 ? 7 : 7 - ahead);
  return known({ lo: day, hi: day }, i + 1, "day");
}

/** Read a weekday behind a week: "next week on Tuesday", "this week Monday", "previous week - Monday". */
export function weekdayBehind(t: Tokens, week: Atom): Atom {
  if (week.grain !== "week" || week.days === undefined) return week;
  const at = t.word(week.next) === "on" || isDash(t.word(week.next)) ? week.next + 1 : week.next;
  const weekday = WEEKDAYS.get(t.word(at));
  if (weekday === undefined || week.days.hi - week.days.lo !== 6) return week;
  const day = week.days.lo + weekday;
  return known({ lo: day, hi: day }, at + 1, "day");
}
