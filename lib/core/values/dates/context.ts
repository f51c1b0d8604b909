import { addMonths, civilOf, type Day, type Days, dayOf, isCivil, monthDays, weekdayOf } from "../calendar";
import type { DurationRead } from "../read-duration";
import type { Tokens } from "../tokens";

/** How long a period is, as far as the grammar needs to know. */
export type Grain = "day" | "week" | "month" | "quarter" | "year" | "more";

/** One date or period. Month and day without a year wait for the reference date or a year named later. */
export interface Atom {
  readonly next: number;
  readonly grain: Grain;
  readonly days?: Days | undefined;
  readonly month?: number;
  readonly day?: number;
  readonly inYear?: ((year: number) => Days) | undefined;
  readonly weekday?: number | undefined;
  readonly approximate?: boolean;
  /** Which end of the period is meant when it bounds a range. */
  readonly edge?: "start" | "middle" | "end";
  /** A bare year, which may only be a number. */
  readonly bareYear?: boolean;
  readonly start?: number;
  /** Last, this or next, said before a date without a year. */
  readonly step?: number | undefined;
}

/** What a date is read against. */
export interface Context {
  readonly today: Day | undefined;
  /** Tells whether the sentence speaks of what is to come; asked only when a date needs it. */
  readonly future: () => boolean;
  /** Tells whether the sentence speaks of what is over. */
  readonly told: () => boolean;
  /** How many dates this one is read inside of: "the last week of the first month of the year before …" ends somewhere. */
  readonly depth: number;
  /** The readers that a smaller reader may need in turn. */
  readonly grammar: Grammar;
}

/** No date is counted from a date that is counted from a date that is counted from a fourth. */
export const DEEPEST = 3;

/** Return the context for a date inside a date. */
export const deeper = (ctx: Context): Context => ({ ...ctx, depth: ctx.depth + 1 });

/** Return a period whose days are known as an atom. */
export const known = (days: Days, next: number, grain: Grain): Atom => ({ next, grain, days });

/** Return the year of today; 1970 when today is unknown. */
export const yearOf = (ctx: Context): number => civilOf(ctx.today ?? 0).year;

/** How many years away the nearest occurrence may be: a 29th of February is up to eight years off. */
const FARTHEST = 8;

/** Choose the year of a date that names none: the latest that has begun, or the next one to come. */
export function place(ctx: Context, make: (year: number) => Days | undefined, future = ctx.future()): Days | undefined {
  const { today } = ctx;
  if (today === undefined) return undefined;
  const year = yearOf(ctx);
  // A period of this kind never reaches farther than into the year next to its own.
  const step = future ? 1 : -1;
  for (let away = -1; away <= FARTHEST; away++) {
    const days = make(year + step * away);
    if (days !== undefined && (future ? days.hi >= today : days.lo <= today)) return days;
  }
  return undefined;
}

/** A day named without a year is seldom nine months old: with no past verb it is then the one to come. */
const STALE = 270;

function placeDay(ctx: Context, make: (year: number) => Days | undefined): Days | undefined {
  const past = place(ctx, make, false);
  const stale = past !== undefined && ctx.today !== undefined && ctx.today - past.hi > STALE;
  return stale && !ctx.told() ? place(ctx, make, true) : past;
}

/** Return how an atom lies in a year, when it names only month and day. */
export function inYear(atom: Atom): ((year: number) => Days | undefined) | undefined {
  if (atom.inYear !== undefined) return atom.inYear;
  const { month, day } = atom;
  if (month === undefined) return undefined;
  if (day === undefined) return (year) => monthDays(year, month);
  return (year) =>
    isCivil(year, month, day) ? { lo: dayOf(year, month, day), hi: dayOf(year, month, day) } : undefined;
}

/** Return the days of an atom, choosing the year or week that the text leaves open; undefined without today. */
export function resolve(atom: Atom, ctx: Context, future = ctx.future()): Days | undefined {
  if (atom.days !== undefined) return atom.days;
  const { today } = ctx;
  const make = inYear(atom);
  if (today !== undefined && atom.step !== undefined && make !== undefined)
    return stepYear(make, atom.step, ctx, today);
  if (make !== undefined) return future || atom.month === undefined ? place(ctx, make, future) : placeDay(ctx, make);
  if (atom.weekday === undefined || today === undefined) return undefined;
  const back = (weekdayOf(today) - atom.weekday + 7) % 7;
  const day = future && back !== 0 ? today - back + 7 : today - back;
  return { lo: day, hi: day };
}

/** "last March" is the one before this month, "next March" the one after it, "this March" that of this year. */
export function stepYear(
  make: (year: number) => Days | undefined,
  step: number,
  ctx: Context,
  today: Day,
): Days | undefined {
  if (step === 0) return make(yearOf(ctx));
  return step > 0
    ? place({ ...ctx, today: today + 1 }, (y) => after(make(y), today), true)
    : place(ctx, (y) => before(make(y), today), false);
}

/** Return the days if they begin after today. */
export const after = (days: Days | undefined, today: Day): Days | undefined =>
  days !== undefined && days.lo > today ? days : undefined;

/** Return the days if they end before today. */
export const before = (days: Days | undefined, today: Day): Days | undefined =>
  days !== undefined && days.hi < today ? days : undefined;

/** One shape of date: read from token i, or undefined. */
export type Reader = (t: Tokens, i: number, ctx: Context) => Atom | undefined;

/** Return one complete day as an atom. */
export const dayAtom = (year: number, month: number, day: number, next: number): Atom => {
  const at = dayOf(year, month, day);
  return known({ lo: at, hi: at }, next, "day");
};

/** Move a day by a length of time; months keep the day of the month. */
export function move(day: Day, parts: DurationRead["parts"], sign: number): Day {
  let at = day;
  for (const { count, unit } of parts) {
    const size = count * unit.times * sign;
    if (unit.letter === "Y" || (unit.letter === "M" && !unit.clock)) {
      const months = unit.letter === "Y" ? size * 12 : size;
      at = addMonths(at, Math.trunc(months)) + Math.round((months - Math.trunc(months)) * 30);
    } else at += Math.round(unit.letter === "W" ? size * 7 : unit.letter === "D" ? size : 0);
  }
  return at;
}

/** Tell whether a length of time is stated in weeks or more, so that a day counted by it is only approximate. */
export const coarse = (parts: DurationRead["parts"]): boolean => parts.every((part) => part.unit.seconds >= 604800);

/** The readers that call each other in a circle: any date, a period said relative to today, a date counted from another. */
export interface Grammar {
  readonly point: Reader;
  readonly period: Reader;
  readonly anchored: Reader;
}
