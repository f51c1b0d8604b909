import { parseIso } from "./calendar";
import { UNITS } from "./units";
import { type Bound, VALUE_KINDS, type Value } from "./value";

/** How two values stand to each other: "compatible" when both can be true at once although they are not the same. */
export type Comparison = "equal" | "compatible" | "different" | "not-comparable";

/** What a value allows the true figure to be, in the base unit of its measure. */
interface Extent {
  /** Extents of different measures cannot be compared. */
  readonly measure: string;
  readonly lo: number;
  readonly hi: number;
  /** Stated as one exact figure. */
  readonly exact: boolean;
  readonly bound: Bound | undefined;
  /** The unit it was stated in, and what its last written digit leaves open in the base unit. */
  readonly unit?: string;
  readonly rounding?: number;
}

/** "About" allows a tenth to either side. */
const ABOUT = 0.1;

const TIME: Readonly<Record<string, number>> = { year: 365.25, month: 30.4375, week: 7, day: 1, decade: 3652.5 };

/** Where water freezes, in kelvin: "about 20 degrees" is said with this zero in mind. */
const FREEZING = 273.15;

function slackOf(measure: string, lo: number, hi: number): number {
  const zero = measure === "temperature" ? FREEZING : 0;
  const slack = Math.max(Math.abs(lo - zero), Math.abs(hi - zero)) * ABOUT;
  return measure === "temperature" ? Math.max(1, slack) : slack;
}

/** Return half of the last digit that a figure states: 0.05 for 1.5, 0.5 for 16, and two digits of a larger one, 50 for 2,100. */
function roundingOf(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const digits = String(Math.trunc(Math.abs(value))).length;
  return 0.5 * 10 ** (decimals > 0 ? -decimals : Math.max(0, digits - 2));
}

function extent(measure: string, from: number, to: number | undefined, bound: Bound | undefined): Extent {
  const [lo, hi] = to === undefined ? [from, from] : [Math.min(from, to), Math.max(from, to)];
  const slack = slackOf(measure, lo, hi);
  const exact = bound === undefined && to === undefined;
  switch (bound) {
    case ">":
    case ">=":
      return { measure, lo, hi: Number.POSITIVE_INFINITY, exact, bound };
    case "<":
    case "<=":
      return { measure, lo: Number.NEGATIVE_INFINITY, hi, exact, bound };
    case "~":
      return { measure, lo: lo - slack, hi: hi + slack, exact, bound };
    default:
      return { measure, lo, hi, exact, bound };
  }
}

/** Return an ISO 8601 duration in days, or undefined when it is none. */
function durationDays(timex: string): number | undefined {
  const match =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
      timex,
    );
  if (match === null) return undefined;
  const sizes = [365.25, 30.4375, 7, 1, 1 / 24, 1 / 1440, 1 / 86400];
  return sizes.reduce((total, size, k) => total + size * Number(match[k + 1] ?? 0), 0);
}

function extentOf(v: Value): Extent | undefined {
  switch (v.kind) {
    case "money":
      return extent(`money ${v.currency}`, v.amount, v.amountTo, v.bound);
    case "number":
      return extent("number", v.value, v.valueTo, v.bound);
    case "percent":
      return extent(v.points ? "points" : "percent", v.value, v.valueTo, v.bound);
    case "ordinal":
      return extent("ordinal", v.value, undefined, undefined);
    case "quantity": {
      const unit = UNITS.get(v.unit);
      const base = (value: number): number => (unit === undefined ? value : value * unit.factor + (unit.offset ?? 0));
      const to = v.valueTo === undefined ? undefined : base(v.valueTo);
      return {
        ...extent(unit?.measure ?? `unit ${v.unit}`, base(v.value), to, v.bound),
        unit: v.unit,
        rounding: roundingOf(v.value) * (unit?.factor ?? 1),
      };
    }
    case "age": {
      const days = TIME[v.unit] ?? 1;
      return extent("age", v.value * days, v.valueTo === undefined ? undefined : v.valueTo * days, v.bound);
    }
    case "duration": {
      const days = durationDays(v.timex);
      return days === undefined ? undefined : extent("duration", days, undefined, v.bound);
    }
    case "date":
      return dateExtent(v.from, v.to, v.bound);
  }
}

function dateExtent(from: string, to: string, bound: Bound | undefined): Extent | undefined {
  const [lo, hi] = [parseIso(from), parseIso(to)];
  if (lo === undefined || hi === undefined) return undefined;
  const slack = bound === "~" ? Math.max(2, (hi - lo + 1) / 2) : 0;
  return {
    measure: "date",
    lo: bound === "<" || bound === "<=" ? Number.NEGATIVE_INFINITY : lo - slack,
    hi: bound === ">" || bound === ">=" ? Number.POSITIVE_INFINITY : hi + slack,
    exact: bound === undefined && lo === hi,
    bound,
  };
}

/** Order values for a list: by kind, then by what they measure, then by the stated figure, whatever its limit. */
export function orderValues(a: Value, b: Value): number {
  const [x, y] = [extentOf(a), extentOf(b)];
  const byKind = VALUE_KINDS.indexOf(a.kind) - VALUE_KINDS.indexOf(b.kind);
  if (byKind !== 0 || x === undefined || y === undefined)
    return byKind || Number(x === undefined) - Number(y === undefined);
  if (x.measure !== y.measure) return x.measure < y.measure ? -1 : 1;
  return statedIn(x) - statedIn(y);
}

const statedIn = ({ lo, hi }: Extent): number => (Number.isFinite(lo) ? lo : hi);

const near = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/** Tell whether one value lies within what a strict limit leaves out ("more than 5" against exactly 5). */
function touchesOnly(a: Extent, b: Extent): boolean {
  const strict = (x: Extent, y: Extent): boolean =>
    (x.bound === ">" && near(y.hi, x.lo)) || (x.bound === "<" && near(y.lo, x.hi));
  return a.measure !== "date" && (strict(a, b) || strict(b, a));
}

/** Tell whether two exact figures in different units agree as far as they were written: 10 miles and 16 km. */
function isConverted(a: Extent, b: Extent): boolean {
  if (a.unit === b.unit || a.rounding === undefined || b.rounding === undefined) return false;
  return Math.abs(a.lo - b.lo) <= Math.max(a.rounding, b.rounding);
}

/**
 * Compare two values after converting their units: equal (same figure, same limit), compatible (one exact figure inside the other's
 * limit, overlapping ranges, or a conversion that was rounded), different, or not comparable (other measures or currencies). A tenth
 * is allowed for "about", for temperatures counted from the freezing point and at least one degree.
 */
export function compareValues(a: Value, b: Value): Comparison {
  const [x, y] = [extentOf(a), extentOf(b)];
  if (x === undefined || y === undefined || x.measure !== y.measure) return "not-comparable";
  if (near(x.lo, y.lo) && near(x.hi, y.hi) && x.bound === y.bound) return "equal";
  if (x.exact && y.exact) return isConverted(x, y) ? "compatible" : "different";
  const overlap = x.lo <= y.hi && y.lo <= x.hi;
  return overlap && !touchesOnly(x, y) ? "compatible" : "different";
}
