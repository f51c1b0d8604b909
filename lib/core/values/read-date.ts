import {
  addMonths,
  civilOf,
  type Day,
  type Days,
  dayOf,
  daysInMonth,
  isCivil,
  isoOf,
  monthDays,
  quarterDays,
  weekDays,
  weekdayOf,
  weekOf,
  yearDays,
} from "./calendar";
import {
  DECADES,
  DEICTIC,
  HOLIDAY_FIRST_WORDS,
  HOLIDAYS,
  MONTHS,
  RELATIVE,
  SEASONS,
  seasonDays,
  WEEKDAYS,
} from "./date-words";
import { SMALL, TENS } from "./number-words";
import { type DurationRead, readDuration } from "./read-duration";
import { readNumber, readOrdinal } from "./read-number";
import { TIME_UNITS } from "./time-units";
import { isApostrophe, isDash, type Tokens } from "./tokens";
import type { Bound, Value } from "./value";

/** A date as read; without a value it is a time of day, or a date that needs a reference date that is not known. */
export interface DateRead {
  readonly start: number;
  readonly next: number;
  readonly value: Value | undefined;
}

type Grain = "day" | "week" | "month" | "quarter" | "year" | "more";

/** One date or period. Month and day without a year wait for the reference date or a year named later. */
interface Atom {
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

interface Context {
  readonly today: Day | undefined;
  /** Tells whether the sentence speaks of what is to come; asked only when a date needs it. */
  readonly future: () => boolean;
  /** Tells whether the sentence speaks of what is over. */
  readonly told: () => boolean;
  /** How many dates this one is read inside of: "the last week of the first month of the year before …" ends somewhere. */
  readonly depth: number;
}

/** No date is counted from a date that is counted from a date that is counted from a fourth. */
const DEEPEST = 3;

const deeper = (ctx: Context): Context => ({ ...ctx, depth: ctx.depth + 1 });

/** Every word that may begin a date. */
export const DATE_WORDS: readonly string[] = [
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...RELATIVE.keys(),
  ...DEICTIC.keys(),
  ...SEASONS.keys(),
  ...DECADES.keys(),
  ...HOLIDAY_FIRST_WORDS,
  ..."from between the in within on for of week weekend q h early late mid earlier later beginning start end middle now year fiscal fy cy calendar all w sometime since".split(
    " ",
  ),
  "'",
  "’",
  "‘",
  "q1",
  "q2",
  "q3",
  "q4",
];

const known = (days: Days, next: number, grain: Grain): Atom => ({ next, grain, days });

/** Read a date or period that begins at token i. Looks at a bounded number of tokens on either side. */
export function readDate(t: Tokens, i: number, today: Day | undefined): DateRead | undefined {
  if (t.isGlued(i) && blockedBefore(t, i)) return undefined;
  const clock = readClock(t, i);
  if (clock !== undefined) return { start: i, next: clock, value: undefined };
  const ctx: Context = {
    today,
    future: () => tenseAt(t, i) === "ahead",
    told: () => tenseAt(t, i) === "behind",
    depth: 0,
  };
  const range = readRange(t, i, ctx);
  const single = readSingle(t, i, ctx);
  if (range !== undefined && range.next > (single?.next ?? 0)) return range;
  return single;
}

/** Tell whether what touches the token on its left makes it part of a code, a ticker or a word. */
function blockedBefore(t: Tokens, i: number): boolean {
  const before = t.word(i - 1);
  if (t.isWord(i - 1) || before === "$" || before === "@" || before === "#") return true;
  const joined = isDash(before) || before === "/" || before === "." || before === ":";
  if (!joined || !t.isGlued(i - 1)) return false;
  return t.isDigits(i - 2) || (before === "." && t.isWord(i - 2) && t.isDigits(i));
}

/** Read a time of day and return the token after it: 5 p.m., 10:30, 7 o'clock. */
function readClock(t: Tokens, i: number): number | undefined {
  if (!t.isDigits(i) || t.word(i).length > 2 || Number(t.word(i)) > 24) return undefined;
  const minutes =
    t.word(i + 1) === ":" && t.isGlued(i + 1) && t.isDigits(i + 2) && t.isGlued(i + 2) && t.word(i + 2).length === 2;
  const dotted =
    t.word(i + 1) === "." && t.isGlued(i + 1) && t.isDigits(i + 2) && t.isGlued(i + 2) && t.word(i + 2).length === 2;
  const at = minutes || dotted ? i + 3 : i + 1;
  const half = halfDay(t, at);
  if (half !== undefined) return half;
  if (dotted) return undefined;
  if (t.word(at) === "o" && isApostrophe(t.word(at + 1)) && t.word(at + 2) === "clock") return at + 3;
  if (!minutes) return undefined;
  if (t.word(at) === ":" && t.isGlued(at) && t.isDigits(at + 1))
    return t.word(at + 1).length === 2 ? at + 2 : undefined;
  return at;
}

function halfDay(t: Tokens, i: number): number | undefined {
  const word = t.word(i);
  if (word === "am" || word === "pm")
    return t.isGlued(i) || t.word(i) === "am" || !t.isWord(i + 1) || !/^(is|picometers?)$/.test(t.word(i + 1))
      ? i + 1
      : undefined;
  return (word === "a" || word === "p") && t.word(i + 1) === "." && t.word(i + 2) === "m"
    ? t.word(i + 3) === "."
      ? i + 4
      : i + 3
    : undefined;
}

const AHEAD: ReadonlySet<string> = new Set([
  "will",
  "ll",
  "shall",
  "scheduled",
  "due",
  "upcoming",
  "expected",
  "plans",
  "plan",
  "planning",
  "going",
  "schedule",
]);
const BEHIND: ReadonlySet<string> = new Set(
  "said told was were had has have did went came took made says held won lost met began since died killed ago added called began wrote found left saw".split(
    " ",
  ),
);
const STOPS: ReadonlySet<string> = new Set([".", "!", "?", ";", "“", "”"]);

/** Where the nearest verb of the sentence points; "open" when none is found, and a news text then looks back. */
type Tense = "ahead" | "behind" | "open";

/** Find the tense of the sentence before token i, or behind a date that opens it. Looks at most fourteen tokens back. */
function tenseAt(t: Tokens, i: number): Tense {
  for (let k = i - 1; k >= i - 14 && k >= 0; k--) {
    const word = t.word(k);
    if (AHEAD.has(word)) return "ahead";
    if (STOPS.has(word)) return opensAhead(t, i) ? "ahead" : "open";
    const participle = t.word(k - 1) === "be" || t.word(k - 1) === "is" || t.word(k - 1) === "are";
    if (!participle && (BEHIND.has(word) || (word.length > 4 && word.endsWith("ed")))) return "behind";
  }
  return i < 4 && opensAhead(t, i) ? "ahead" : "open";
}

function opensAhead(t: Tokens, i: number): boolean {
  for (let k = i + 1; k < i + 8; k++) {
    if (STOPS.has(t.word(k))) return false;
    if (t.word(k) === "will" || t.word(k) === "ll") return true;
  }
  return false;
}

const yearOf = (ctx: Context): number => civilOf(ctx.today ?? 0).year;

/** Choose the year of a date that names none: the latest that has begun, or the next one to come. */
function place(ctx: Context, make: (year: number) => Days | undefined, future = ctx.future()): Days | undefined {
  const { today } = ctx;
  if (today === undefined) return undefined;
  const year = yearOf(ctx);
  const candidates: Days[] = [];
  for (let y = year - 8; y <= year + 8; y++) {
    const days = make(y);
    if (days !== undefined) candidates.push(days);
  }
  const ahead = candidates.find((days) => days.hi >= today);
  const past = candidates.filter((days) => days.lo <= today).at(-1);
  return future ? ahead : past;
}

/** A day named without a year is seldom nine months old: with no past verb it is then the one to come. */
const STALE = 270;

function placeDay(ctx: Context, make: (year: number) => Days | undefined): Days | undefined {
  const past = place(ctx, make, false);
  const stale = past !== undefined && ctx.today !== undefined && ctx.today - past.hi > STALE;
  return stale && !ctx.told() ? place(ctx, make, true) : past;
}

/** Return how an atom lies in a year, when it names only month and day. */
function inYear(atom: Atom): ((year: number) => Days | undefined) | undefined {
  if (atom.inYear !== undefined) return atom.inYear;
  const { month, day } = atom;
  if (month === undefined) return undefined;
  if (day === undefined) return (year) => monthDays(year, month);
  return (year) =>
    isCivil(year, month, day) ? { lo: dayOf(year, month, day), hi: dayOf(year, month, day) } : undefined;
}

function resolve(atom: Atom, ctx: Context, future = ctx.future()): Days | undefined {
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
function stepYear(make: (year: number) => Days | undefined, step: number, ctx: Context, today: Day): Days | undefined {
  if (step === 0) return make(yearOf(ctx));
  return step > 0
    ? place({ ...ctx, today: today + 1 }, (y) => after(make(y), today), true)
    : place(ctx, (y) => before(make(y), today), false);
}

const after = (days: Days | undefined, today: Day): Days | undefined =>
  days !== undefined && days.lo > today ? days : undefined;
const before = (days: Days | undefined, today: Day): Days | undefined =>
  days !== undefined && days.hi < today ? days : undefined;

const POINT_BOUNDS: Readonly<Record<string, Bound>> = {
  since: ">=",
  after: ">",
  before: "<",
  until: "<=",
  till: "<=",
  by: "<=",
  around: "~",
  about: "~",
  circa: "~",
  til: "<=",
};

function boundOf(t: Tokens, i: number): Bound | undefined {
  const at = t.word(i - 1) === "the" ? i - 2 : i - 1;
  const word = t.word(at);
  if (word === "than" && t.word(at - 1) === "later") return t.word(at - 2) === "no" ? "<=" : ">";
  if (word === "than" && t.word(at - 1) === "earlier") return t.word(at - 2) === "no" ? ">=" : "<";
  if (word === "to" && t.word(at - 1) === "prior") return "<";
  return Object.hasOwn(POINT_BOUNDS, word) ? POINT_BOUNDS[word] : undefined;
}

function dateValue(days: Days, bound: Bound | undefined, timex?: string): Value {
  return {
    kind: "date",
    from: isoOf(days.lo),
    to: isoOf(days.hi),
    ...(timex === undefined ? {} : { timex }),
    ...(bound === undefined ? {} : { bound }),
  };
}

const inCalendar = (days: Days): boolean =>
  days.lo >= dayOf(1, 1, 1) && days.hi <= dayOf(9999, 12, 31) && days.lo <= days.hi;

function readSingle(t: Tokens, i: number, ctx: Context): DateRead | undefined {
  const atom = readPoint(t, i, ctx) ?? readShifted(t, i, ctx);
  if (atom === undefined || !cleanAfter(t, atom.next)) return undefined;
  if (atom.bareYear && !yearIsMeant(t, i, atom.next)) return undefined;
  const days = resolve(atom, ctx);
  const start = atom.start ?? i;
  if (days === undefined || !inCalendar(days)) return { start, next: atom.next, value: undefined };
  const bound = boundOf(t, i) ?? (atom.approximate ? "~" : undefined);
  return { start, next: atom.next, value: dateValue(atEdge(days, atom.edge, bound), bound) };
}

/** "by the end of 2018" limits by its last day, "since the start of 2018" by its first. */
function atEdge(days: Days, edge: Atom["edge"], bound: Bound | undefined): Days {
  if (edge === "end" && bound !== undefined && bound !== "~") return { lo: days.hi, hi: days.hi };
  return edge === "start" && bound !== undefined && bound !== "~" ? { lo: days.lo, hi: days.lo } : days;
}

/** Tell whether nothing sticks to the end of a date that makes it a code or a decimal. */
function cleanAfter(t: Tokens, i: number): boolean {
  if (!t.isGlued(i)) return true;
  if (t.isDigits(i) || (t.isWord(i) && t.isDigits(i - 1) && t.word(i) !== "t")) return false;
  const joins = isDash(t.word(i)) || t.word(i) === "/" || t.word(i) === "." || t.word(i) === ",";
  return !(joins && t.isGlued(i + 1) && t.isDigits(i + 1) && t.isDigits(i - 1)) || isDash(t.word(i));
}

const YEAR_BEFORE: ReadonlySet<string> = new Set(
  "in since by until till during before after year for fiscal fy of from through to between early late mid spring summer autumn fall winter season and or = ( than throughout circa around beyond cy".split(
    " ",
  ),
);
const STRONG_BEFORE: ReadonlySet<string> = new Set(
  "in since by until till during before after year fiscal fy cy throughout early late mid".split(" "),
);
const COUNTED_AFTER: ReadonlySet<string> = new Set(
  "people pieces men women children dead deaths troops soldiers jobs workers employees cases votes times copies units homes houses years days hours miles square metres meters feet tons percent students stores items points members seats residents families words pages cars euros".split(
    " ",
  ),
);
const DETERMINED: ReadonlySet<string> = new Set(["the", "its", "his", "her", "their", "our", "s", "a", "this", "that"]);

/** Return the token at i when it touches the one before it. */
const follows = (t: Tokens, i: number): string => (t.isGlued(i) ? t.word(i) : "");

/** Tell whether four digits are a year and not a count, from the words around. */
function yearIsMeant(t: Tokens, i: number, next: number): boolean {
  if (isDash(follows(t, next)) && isDash(follows(t, next + 2)) && t.isDigits(next + 1) && t.isDigits(next + 3))
    return false;
  const year = Number(t.word(i));
  const [prev, follower] = [t.word(i - 1), t.word(next)];
  if (!t.isDigits(i)) return true;
  if (COUNTED_AFTER.has(follower) || prev === "$" || prev === "no" || prev === "nr") return false;
  if (
    isDash(follower) &&
    t.isGlued(next) &&
    !t.isDigits(next + 1) &&
    t.isGlued(next + 1) &&
    !(year > 1900 && year < 2100)
  )
    return false;
  if (STRONG_BEFORE.has(prev) || (prev === "-" && t.word(i - 2) === "mid")) return year >= 1000;
  if (YEAR_BEFORE.has(prev))
    return year >= 1500 && year < 2100 && (year % 100 !== 0 || year === 1900 || year === 2000 || !/s$/.test(follower));
  if (DETERMINED.has(prev) || isApostrophe(prev)) return year >= 1500 && year < 2100 && year !== 2000;
  return (
    year >= 1900 &&
    year < 2060 &&
    year !== 2000 &&
    year !== 1900 &&
    !/^(than|over|about|some|nearly|almost|exceed|exceeding|minus|equal|number|room|flight|route)$/.test(prev)
  );
}

/** Read any period that needs no other date: the longest of all its shapes. */
function readPoint(t: Tokens, i: number, outer: Context): Atom | undefined {
  if (outer.depth > DEEPEST) return undefined;
  const ctx = deeper(outer);
  let best: Atom | undefined;
  for (const read of shapesAt(t, i)) {
    const atom = read(t, i, ctx);
    if (atom !== undefined && atom.next > (best?.next ?? i)) best = atom;
  }
  return best;
}

type Reader = (t: Tokens, i: number, ctx: Context) => Atom | undefined;

/** Choose the shapes that can begin with this token. */
function shapesAt(t: Tokens, i: number): readonly Reader[] {
  if (t.isDigits(i)) return DIGIT_SHAPES;
  const word = t.word(i);
  if (MONTHS.has(word)) return MONTH_SHAPES;
  if (WEEKDAYS.has(word)) return WEEKDAY_SHAPES;
  return OTHER_SHAPES;
}

// ---- years

/** Read a year at i: 2016, '87, nineteen ninety six, two thousand and fifteen. `loose` allows two digits and words. */
function readYear(t: Tokens, i: number, loose: boolean): { next: number; year: number } | undefined {
  const word = t.word(i);
  if (t.isDigits(i)) {
    const value = Number(word);
    if (word.length === 4 && value >= 1000 && value < 2200)
      return endsWord(t, i + 1) ? { next: i + 1, year: value } : undefined;
    return loose && word.length === 2 && endsWord(t, i + 1) ? { next: i + 1, year: fullYear(value) } : undefined;
  }
  if (isApostrophe(word) && t.isDigits(i + 1) && t.isGlued(i + 1) && t.word(i + 1).length === 2 && endsWord(t, i + 2)) {
    return { next: i + 2, year: fullYear(Number(t.word(i + 1))) };
  }
  return loose ? readYearWords(t, i) : undefined;
}

const endsWord = (t: Tokens, i: number): boolean =>
  !t.isGlued(i) ||
  !(
    t.isWord(i) ||
    t.isDigits(i) ||
    ((t.word(i) === "," || t.word(i) === ".") && t.isGlued(i + 1) && t.isDigits(i + 1))
  );

/** Two digits stand for the years 1930 to 2029. */
const fullYear = (two: number): number => (two < 30 ? 2000 + two : 1900 + two);

function readYearWords(t: Tokens, i: number): { next: number; year: number } | undefined {
  const century = t.word(i) === "twenty" ? 20 : (SMALL.get(t.word(i)) ?? 0);
  if (century >= 15 && century <= 20) {
    const hundred = t.word(i + 1) === "hundred";
    const dash =
      isDash(t.word(i + 1)) && t.isGlued(i + 1) ? i + 2 : hundred ? (t.word(i + 2) === "and" ? i + 3 : i + 2) : i + 1;
    const rest = readTwoDigits(t, dash);
    if (rest !== undefined) return { next: rest.next, year: century * 100 + rest.value };
    return hundred ? { next: i + 2, year: century * 100 } : undefined;
  }
  if (t.word(i) !== "two" || t.word(i + 1) !== "thousand") return undefined;
  const rest = readTwoDigits(t, t.word(i + 2) === "and" ? i + 3 : i + 2);
  return rest === undefined ? { next: i + 2, year: 2000 } : { next: rest.next, year: 2000 + rest.value };
}

function readTwoDigits(t: Tokens, i: number): { next: number; value: number } | undefined {
  const tens = TENS.get(t.word(i));
  const small = SMALL.get(t.word(i));
  if (small !== undefined && small > 0)
    return small >= 10 || t.word(i - 1) !== "nineteen" ? { next: i + 1, value: small } : undefined;
  if (t.word(i) === "oh" || t.word(i) === "o") {
    const unit = SMALL.get(t.word(i + 1));
    return unit !== undefined && unit < 10 ? { next: i + 2, value: unit } : undefined;
  }
  if (tens === undefined) return undefined;
  const at = isDash(t.word(i + 1)) && t.isGlued(i + 1) ? i + 2 : i + 1;
  const unit = SMALL.get(t.word(at));
  return unit !== undefined && unit > 0 && unit < 10
    ? { next: at + 1, value: tens + unit }
    : { next: i + 1, value: tens };
}

/** Read a year behind a month or a day: ", 1994", " of 1995", " in 2017", " of last year". */
function readYearTail(t: Tokens, i: number, ctx: Context): { next: number; year: number } | undefined {
  const comma = t.word(i) === ",";
  const of = t.word(i) === "of" || t.word(i) === "in";
  const separator = isDash(t.word(i)) || t.word(i) === "/";
  const at = comma || of || (separator && t.isGlued(i) && t.isGlued(i + 1)) ? i + 1 : i;
  const relative = readRelativeYear(t, at, ctx);
  if (relative !== undefined) return relative;
  const the = t.word(at) === "the" && t.word(at + 1) === "year" ? at + 2 : t.word(at) === "year" ? at + 1 : at;
  const exact = readYear(t, the, false);
  if (exact !== undefined) return exact;
  if (comma || separator) return undefined;
  const words = readYear(t, the, true);
  return words !== undefined && (of || t.isWord(the)) ? words : undefined;
}

function readRelativeYear(t: Tokens, i: number, ctx: Context): { next: number; year: number } | undefined {
  const step = RELATIVE.get(t.word(i));
  const the = t.word(i) === "the";
  const named = the ? RELATIVE.get(t.word(i + 1)) : step;
  const at = the && named !== undefined ? i + 2 : i + 1;
  if (ctx.today === undefined || named === undefined || t.word(at) !== "year") return undefined;
  return { next: at + 1, year: yearOf(ctx) + named };
}

const readBareYear: Reader = (t, i) => {
  if (!t.isDigits(i) || t.word(i).length !== 4) return undefined;
  const year = readYear(t, i, false);
  return year === undefined ? undefined : { ...known(yearDays(year.year), year.next, "year"), bareYear: true };
};

const readNamedYear: Reader = (t, i, ctx) => {
  const word = t.word(i);
  const lead =
    word === "fiscal" || word === "financial" || word === "calendar"
      ? t.word(i + 1) === "year"
        ? i + 2
        : i + 1
      : word === "year" || word === "fy" || word === "cy"
        ? i + 1
        : i;
  if (lead > i) {
    const year =
      readYear(t, t.word(lead) === "of" ? lead + 1 : lead, false) ??
      (word === "fy" ? readYear(t, lead, true) : undefined);
    if (year === undefined) return undefined;
    const named = known(yearDays(year.year), year.next, "year");
    return t.word(lead) === "of" ? { ...named, start: lead + 1 } : named;
  }
  if (isApostrophe(word)) {
    const decade = readShortDecade(t, i + 1, ctx);
    if (decade !== undefined) return decade;
    const year = /^(of|in|since|class|summer|spring|fall|winter|back)$/.test(t.word(i - 1))
      ? readYear(t, i, false)
      : undefined;
    return year === undefined ? undefined : known(yearDays(year.year), year.next, "year");
  }
  const strong = /^(in|since|by|until|before|after|during)$/.test(t.word(i - 1));
  const words = strong && t.isWord(i) ? readYearWords(t, i) : undefined;
  return words === undefined || words.next === i + 1 ? undefined : known(yearDays(words.year), words.next, "year");
};

// ---- decades and centuries

/** Find the "s" of a decade behind digits: 1990s, 1990's, 1990 s. Returns the token after it. */
function decadeMark(t: Tokens, i: number): number | undefined {
  const at = isApostrophe(t.word(i)) && t.isGlued(i) ? i + 1 : i;
  return t.word(at) === "s" && endsWord(t, at + 1) ? at + 1 : undefined;
}

const readDecade: Reader = (t, i) => {
  const word = t.word(i);
  if (!t.isDigits(i) || word.length !== 4 || !word.endsWith("0")) return undefined;
  const next = decadeMark(t, i + 1);
  const year = Number(word);
  const years = year % 100 === 0 && year < 2000 ? 100 : 10;
  return next === undefined || year < 1000 || year > 2190 ? undefined : known(yearDays(year, years), next, "more");
};

function readShortDecade(t: Tokens, i: number, _ctx: Context): Atom | undefined {
  const word = t.word(i);
  if (!t.isDigits(i) || word.length !== 2 || !word.endsWith("0")) return undefined;
  const next = decadeMark(t, i + 1);
  return next === undefined
    ? undefined
    : known(yearDays(Number(word) < 30 ? 2000 + Number(word) : 1900 + Number(word), 10), next, "more");
}

const readDecadeWord: Reader = (t, i, ctx) => {
  const word = t.word(i);
  const own = t.word(i - 1) === "his" || t.word(i - 1) === "her" || t.word(i - 1) === "their" || t.word(i - 1) === "my";
  if (own) return undefined;
  if (t.isDigits(i)) return t.word(i - 1) === "the" && t.word(i - 2) === "in" ? readShortDecade(t, i, ctx) : undefined;
  const tens = DECADES.get(word);
  const century = word === "nineteen" ? 1900 : word === "eighteen" ? 1800 : undefined;
  const spoken = century === undefined ? undefined : DECADES.get(t.word(i + 1));
  if (spoken !== undefined && century !== undefined) return known(yearDays(century + spoken, 10), i + 2, "more");
  if (tens === undefined) return undefined;
  return known(yearDays(tens < 30 && yearOf(ctx) > 2029 ? 2000 + tens : 1900 + tens, 10), i + 1, "more");
};

const readCentury: Reader = (t, i) => {
  const ordinal = readOrdinal(t, i);
  if (ordinal === undefined || ordinal.value < 1 || ordinal.value > 30) return undefined;
  const at = isDash(t.word(ordinal.next)) && t.isGlued(ordinal.next) ? ordinal.next + 1 : ordinal.next;
  return t.word(at) === "century"
    ? known(yearDays(Math.max(1, (ordinal.value - 1) * 100), 100), at + 1, "more")
    : undefined;
};

// ---- days and months

/** Read the day of a month: 3, 3rd, third, twenty nine. */
function readDayNumber(t: Tokens, i: number): { next: number; day: number; ordinal: boolean } | undefined {
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
const afterMonth = (t: Tokens, i: number): number =>
  t.word(i + 1) === "." && t.word(i).length <= 4 && t.word(i) !== "may" && t.word(i) !== "june" && t.word(i) !== "july"
    ? i + 2
    : i + 1;

/** Read what begins with a month: March 3, March 3, 2017, March 2017, Dec31, Oct/2, March. */
const readMonthFirst: Reader = (t, i, ctx) => {
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

const dayAtom = (year: number, month: number, day: number, next: number): Atom => {
  const at = dayOf(year, month, day);
  return known({ lo: at, hi: at }, next, "day");
};

const gluedJoin = (t: Tokens, i: number): boolean =>
  (isDash(t.word(i)) || t.word(i) === "/" || t.word(i) === ".") && t.isGlued(i) && t.isGlued(i + 1);

/** Read Sep-23-2020 and September-2020-23. */
function readMonthChain(t: Tokens, i: number, month: number): Atom | undefined {
  if (!gluedJoin(t, i + 1) || !t.isDigits(i + 2) || !gluedJoin(t, i + 3) || !t.isDigits(i + 4)) return undefined;
  const [a, b] = [t.word(i + 2), t.word(i + 4)];
  const [year, day] = a.length === 4 ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return Math.max(a.length, b.length) === 4 && isCivil(year, month, day) ? dayAtom(year, month, day, i + 5) : undefined;
}

/** Read what begins with a day: 3 March 2017, third of March, 05-Aug-2016, the 15th day of next month. */
const readDayFirst: Reader = (t, i, ctx) => {
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
  const period = readRelativePeriod(t, t.word(i) === "the" && !RELATIVE.has(t.word(i + 1)) ? i : i, ctx);
  if (period?.days === undefined || period.grain !== "month") return undefined;
  const at = period.days.lo + day - 1;
  return at <= period.days.hi ? known({ lo: at, hi: at }, period.next, "day") : undefined;
}

// ---- dates in digits

const isPart = (t: Tokens, i: number, longest: number): boolean => t.isDigits(i) && t.word(i).length <= longest;

/** Read 2017-03-22, 3/22/2017, 22.3.2017, 2019-aug-1, 20161016, 12-2015, 2015-3. */
const readNumeric: Reader = (t, i) => {
  const a = t.word(i);
  if (!t.isDigits(i)) return undefined;
  if (a.length === 8) return readCompact(t, i);
  if (
    a.length === 4 &&
    isPart(t, i + 1, 2) &&
    isPart(t, i + 2, 2) &&
    !t.isGlued(i + 1) &&
    !t.isGlued(i + 2) &&
    t.word(i + 1).length === 2 &&
    t.word(i + 2).length === 2 &&
    endsWord(t, i + 3)
  ) {
    const [y, m, d] = [Number(a), Number(t.word(i + 1)), Number(t.word(i + 2))];
    if (y > 1900 && y < 2100 && isCivil(y, m, d)) return dayAtom(y, m, d, i + 3);
  }
  if (!gluedJoin(t, i + 1)) return undefined;
  const separator = t.word(i + 1);
  const monthName = MONTHS.get(t.word(i + 2));
  if (monthName !== undefined && gluedJoin(t, i + 3) && t.isDigits(i + 4)) {
    const b = t.word(i + 4);
    const [year, day] =
      a.length === 4 ? [Number(a), Number(b)] : [b.length === 2 ? fullYear(Number(b)) : Number(b), Number(a)];
    return isCivil(year, monthName, day) && year >= 1000 ? dayAtom(year, monthName, day, i + 5) : undefined;
  }
  if (!t.isDigits(i + 2)) return undefined;
  const b = t.word(i + 2);
  const third = gluedJoin(t, i + 3) && t.word(i + 3) === separator && t.isDigits(i + 4) ? t.word(i + 4) : "";
  const more = third !== "" && gluedJoin(t, i + 5) && t.isDigits(i + 6) && separator !== "-";
  if (third !== "" && !more) return readThree(a, b, third, i + 5, separator);
  if (third === "" && separator !== ".") return readYearMonth(a, b, i + 3, separator);
  return undefined;
};

function readCompact(t: Tokens, i: number): Atom | undefined {
  const a = t.word(i);
  const [y, m, d] = [Number(a.slice(0, 4)), Number(a.slice(4, 6)), Number(a.slice(6))];
  return y >= 1900 && y < 2100 && isCivil(y, m, d) && endsWord(t, i + 1) ? dayAtom(y, m, d, i + 1) : undefined;
}

/** Order three numbers as a date: year first, or month first unless that is impossible. */
function readThree(a: string, b: string, c: string, next: number, separator: string): Atom | undefined {
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  if (a.length === 4)
    return b.length <= 2 && c.length <= 2 && isCivil(x, y, z) && x >= 1000 ? dayAtom(x, y, z, next) : undefined;
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined;
  if (c.length === 2 && separator === "-" && a.length === 2 && x > 31) return undefined;
  if (c.length === 2 && separator === ".") return undefined;
  const year = c.length === 2 ? (z < 50 ? 2000 + z : 1900 + z) : z;
  if (year < 1000 || year > 2200) return undefined;
  const dayFirst = separator === ".";
  if (dayFirst && isCivil(year, y, x)) return dayAtom(year, y, x, next);
  if (isCivil(year, x, y)) return dayAtom(year, x, y, next);
  return isCivil(year, y, x) ? dayAtom(year, y, x, next) : undefined;
}

function readYearMonth(a: string, b: string, next: number, separator: string): Atom | undefined {
  const [x, y] = [Number(a), Number(b)];
  if (a.length === 4 && b.length <= 2 && x > 1500 && x < 2200 && y >= 1 && y <= 12)
    return known(monthDays(x, y), next, "month");
  if (b.length === 4 && a.length <= 2 && y > 1500 && y < 2200 && x >= 1 && x <= 12)
    return known(monthDays(y, x), next, "month");
  return a.length === 4 && b.length === 2 && separator !== "/" && (x + 1) % 100 === y && x > 1800
    ? known({ lo: dayOf(x, 1, 1), hi: dayOf(x + 1, 12, 31) }, next, "more")
    : undefined;
}

const DATE_LEADS: ReadonlySet<string> = new Set(
  "on by from to until since before after between till this next last starting through back dated".split(" "),
);

/** Read month/day without a year. It is a fraction unless a word before says date or no common fraction looks like it. */
function readMonthDay(t: Tokens, i: number, sure: boolean): Atom | undefined {
  const separator = t.word(i + 1);
  if (!isPart(t, i, 2) || !isPart(t, i + 2, 2) || !gluedJoin(t, i + 1) || (separator !== "/" && !sure))
    return undefined;
  const beyond =
    t.isGlued(i + 3) &&
    (t.word(i + 3) === "/" || t.word(i + 3) === "." || t.isWord(i + 3)) &&
    (t.isDigits(i + 4) || t.isWord(i + 3)) &&
    t.isGlued(i + 4);
  if (beyond || t.isDigits(i + 3)) return undefined;
  const [month, day] = [Number(t.word(i)), Number(t.word(i + 2))];
  const common = month < day && (day <= 10 || day === 12 || day === 16 || day === 32 || day === 64);
  const attacks = month === 9 && day === 11 && !sure && !/^(on|by|dated|to)$/.test(t.word(i - 1));
  if (attacks) return dayAtom(2001, 9, 11, i + 3);
  if (!sure && !DATE_LEADS.has(t.word(i - 1)) && (common || month >= day)) return undefined;
  const counted = TIME_UNITS.has(t.word(i + 3)) || t.word(i + 3) === "of" || t.word(i + 3) === "%";
  if (counted && !sure) return undefined;
  return isCivil(2016, month, day)
    ? { next: i + 3, grain: "day", month, day }
    : isCivil(2016, day, month) && sure
      ? { next: i + 3, grain: "day", month: day, day: month }
      : undefined;
}

const readSlashed: Reader = (t, i) => readMonthDay(t, i, false);

/** Read 2017 april, 2017 q1, 2019 H2, 2017-q1. */
const readYearFirst: Reader = (t, i) => {
  if (!t.isDigits(i) || t.word(i).length !== 4) return undefined;
  const year = Number(t.word(i));
  if (year < 1000 || year > 2199) return undefined;
  const at = isDash(t.word(i + 1)) && t.isGlued(i + 1) ? i + 2 : i + 1;
  const part = quarterMark(t, at);
  if (part !== undefined) return known(part.days(year), part.next, "quarter");
  const month = MONTHS.get(t.word(at));
  if (month === undefined || at > i + 1 || t.isDigits(at + 1)) return undefined;
  if ((t.word(at) === "may" || t.word(at) === "march") && !t.isCapital(at)) return undefined;
  return known(monthDays(year, month), afterMonth(t, at), "month");
};

/** Find Q1 … Q4, H1, H2 at i. */
function quarterMark(t: Tokens, i: number): { next: number; days: (year: number) => Days } | undefined {
  const letter = t.word(i);
  const n = Number(t.word(i + 1));
  if ((letter !== "q" && letter !== "h") || !t.isDigits(i + 1) || !t.isGlued(i + 1) || !endsWord(t, i + 2))
    return undefined;
  if (letter === "q" && n >= 1 && n <= 4) return { next: i + 2, days: (year) => quarterDays(year, n) };
  return letter === "h" && t.isCapital(i) && n >= 1 && n <= 2
    ? { next: i + 2, days: (year) => monthDays(year, n * 6 - 5, 6) }
    : undefined;
}

const readQuarterMark: Reader = (t, i, ctx) => {
  const mark = quarterMark(t, i);
  if (mark === undefined) return undefined;
  const year = readYearTail(t, mark.next, ctx) ?? readYear(t, mark.next, false);
  return year === undefined
    ? { next: mark.next, grain: "quarter", inYear: mark.days }
    : known(mark.days(year.year), year.next, "quarter");
};

// ---- weekdays

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
const readWeekdayFirst: Reader = (t, i, ctx) => weekdayWith(t, i, ctx, undefined);

function weekdayWith(t: Tokens, i: number, ctx: Context, step: number | undefined): Atom | undefined {
  const weekday = WEEKDAYS.get(t.word(i));
  if (weekday === undefined || (t.word(i) === "sun" && !t.isCapital(i) && step === undefined)) return undefined;
  const short = SHORT_WEEKDAYS.has(t.word(i));
  const named = short && t.word(i + 1) === "." && (t.isWord(i + 2) || t.isDigits(i + 2)) ? i + 2 : i + 1;
  const comma = t.word(named) === "," ? named + 1 : named;
  const dated = weekdayDate(t, comma, ctx, weekday, step);
  if (dated !== undefined) return dated;
  const week = weekdayOfWeek(t, named, ctx, weekday);
  if (week !== undefined) return week;
  const shifted = readAnchored(t, comma, ctx);
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
  const week = readRelativePeriod(t, at, ctx);
  if (week?.grain !== "week" || week.days === undefined || week.days.hi - week.days.lo !== 6) return undefined;
  const day = week.days.lo + weekday;
  return known({ lo: day, hi: day }, week.next, "day");
}

// ---- relative periods

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

/** Return the period of a kind that lies `step` away from today. */
function periodOf(unit: string, step: number, today: Day, count = 1): Days | undefined {
  const { year, month } = civilOf(today);
  const spread = (lo: number): number => (step < 0 ? lo + step * count : lo + step);
  switch (unit) {
    case "day":
      return { lo: spread(today), hi: step < 0 ? today - 1 : step > 0 ? today + count : today };
    case "week": {
      const lo = weekDays(today).lo + 7 * spread(0);
      return { lo, hi: lo + 7 * count - 1 };
    }
    case "fortnight":
      return { lo: today + (step > 0 ? 1 : -14), hi: today + (step > 0 ? 14 : -1) };
    case "workweek": {
      const lo = weekDays(today).lo + 7 * step;
      return { lo, hi: lo + 4 };
    }
    case "weekend": {
      const lo = weekDays(today).lo + 5 + 7 * step;
      return { lo, hi: lo + 1 };
    }
    case "month":
      return {
        lo: addMonths(dayOf(year, month, 1), spread(0)),
        hi: addMonths(dayOf(year, month, 1), spread(0) + count) - 1,
      };
    case "quarter": {
      const lo = addMonths(dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1), 3 * spread(0));
      return { lo, hi: addMonths(lo, 3 * count) - 1 };
    }
    case "year":
      return yearDays(spread(year), count);
    case "decade":
      return yearDays(Math.floor(year / 10) * 10 + 10 * spread(0), 10 * count);
    case "century":
      return yearDays(Math.floor(year / 100) * 100 + 100 * spread(0), 100 * count);
    default:
      return undefined;
  }
}

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
function readRelativePeriod(t: Tokens, i: number, ctx: Context): Atom | undefined {
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

/** "this past Wednesday", "this coming Friday": the nearest on that side of today. */
function nearest(t: Tokens, i: number, step: number, ctx: Context): Atom | undefined {
  const weekday = WEEKDAYS.get(t.word(i));
  if (weekday === undefined) return undefined;
  if (ctx.today === undefined) return { next: i + 1, grain: "day" };
  const ahead = (weekday - weekdayOf(ctx.today) + 7) % 7;
  const day = step > 0 ? ctx.today + (ahead === 0 ? 7 : ahead) : ctx.today - (ahead === 0 ? 7 : 7 - ahead);
  return known({ lo: day, hi: day }, i + 1, "day");
}

function rollingDays(unit: string, count: number, step: number, today: Day): Days | undefined {
  const size = TIME_UNITS.get(unit);
  if (size === undefined) return undefined;
  const far = move(today, [{ count, unit: size }], step);
  return step < 0 ? { lo: far, hi: today - 1 } : { lo: today + 1, hi: far };
}

/** Read a weekday behind a week: "next week on Tuesday", "this week Monday", "previous week - Monday". */
function weekdayBehind(t: Tokens, week: Atom): Atom {
  if (week.grain !== "week" || week.days === undefined) return week;
  const at = t.word(week.next) === "on" || isDash(t.word(week.next)) ? week.next + 1 : week.next;
  const weekday = WEEKDAYS.get(t.word(at));
  if (weekday === undefined || week.days.hi - week.days.lo !== 6) return week;
  const day = week.days.lo + weekday;
  return known({ lo: day, hi: day }, at + 1, "day");
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
function readCountFirst(t: Tokens, i: number, ctx: Context): Atom | undefined {
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

/** Read "first 2 weeks of 2021", "last 3 weeks of this year": the count from the edge of a period. */
function edgeOfPeriod(
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
    readRelativePeriod(t, i, ctx) ??
    readDecade(t, t.word(i) === "the" ? i + 1 : i, ctx) ??
    readCentury(t, t.word(i) === "the" ? i + 1 : i, ctx);
  if (atom === undefined || atom.grain === "day") return undefined;
  const days = resolve(atom, ctx);
  return days === undefined ? undefined : { ...atom, days };
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
  if (season !== undefined) return readSeason(t, i, season, step, ctx);
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

/** Read "earlier this month", "later in the year", "early 2016", "late last year", "mid-March", "the end of 2008". */
const readPartOf: Reader = (t, i, ctx) => {
  const the = t.word(i) === "the" ? i + 1 : i;
  const word = t.word(the);
  const half = word === "earlier" ? 0 : word === "later" ? 1 : undefined;
  if (half !== undefined && the === i) {
    const at = t.word(i + 1) === "in" ? i + 2 : i + 1;
    const whole = readRelativePeriod(t, at, ctx);
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
  const whole = readWhole(t, of ? the + 2 : the + 1, ctx);
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
const readPartOfYear: Reader = (t, i, ctx) => {
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
  if (unit === "quarter" || unit === "half") return readSlice(t, unit, rank.rank, next, of, ctx);
  if (!/^(week|month|day|weekend)$/.test(unit) || of === next) return undefined;
  const whole = readWhole(t, of, ctx);
  if (whole?.days === undefined || whole.bareYear)
    return whole?.days === undefined ? undefined : cutOut(unit, rank.rank, whole, whole.days);
  return cutOut(unit, rank.rank, whole, whole.days);
};

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

// ---- seasons, holidays, weekends

function readSeason(t: Tokens, i: number, firstMonth: number, step: number, ctx: Context): Atom | undefined {
  const make = (year: number): Days => seasonDays(year, firstMonth);
  const { today } = ctx;
  if (today === undefined) return { next: i + 1, grain: "quarter" };
  const days = step === 0 ? make(yearOf(ctx)) : stepYear(make, step, ctx, today);
  return days === undefined ? undefined : known(days, i + 1, "quarter");
}

const readSeasonYear: Reader = (t, i, ctx) => {
  const firstMonth = SEASONS.get(t.word(i));
  if (firstMonth === undefined) return undefined;
  const at = t.word(i + 1) === "of" || t.word(i + 1) === "," ? i + 2 : i + 1;
  const year = readYear(t, at, false) ?? readRelativeYear(t, at, ctx);
  return year === undefined ? undefined : known(seasonDays(year.year, firstMonth), year.next, "quarter");
};

/** Read a holiday with its year, or the weekend around it. */
const readHoliday: Reader = (t, i, ctx) => {
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
const readWeek: Reader = (t, i, ctx) => {
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
  const day = readPoint(t, i, ctx) ?? readTheNth(t, i, ctx);
  if (day === undefined || day.grain !== "day") return undefined;
  const days = resolve(day, ctx);
  return {
    next: day.next,
    grain: "week",
    days: days === undefined ? undefined : whole ? weekDays(days.lo) : { lo: days.lo, hi: days.lo + 6 },
  };
}

/** Read "the 18th" as the day of a month. */
function readTheNth(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const day = readDayNumber(t, i);
  if (day === undefined || !day.ordinal || t.word(i) !== "the") return undefined;
  if (ctx.today === undefined) return { next: day.next, grain: "day" };
  const { year, month } = civilOf(ctx.today);
  const here = dayOf(year, month, 1);
  const shift = ctx.future() ? (day.day < civilOf(ctx.today).day ? 1 : 0) : day.day > civilOf(ctx.today).day ? -1 : 0;
  const at = addMonths(here, shift) + day.day - 1;
  return civilOf(at).day === day.day ? known({ lo: at, hi: at }, day.next, "day") : undefined;
}

const readOnTheNth: Reader = (t, i, ctx) => {
  if (t.word(i - 1) !== "on") return undefined;
  const day = readTheNth(t, i, ctx);
  const after = day === undefined ? "" : t.word(day.next);
  return day !== undefined &&
    (!t.isWord(day.next) || /^(and|but|at|to|in|for|with|that|when)$/.test(after)) &&
    !isDash(after)
    ? day
    : undefined;
};

const readDeictic: Reader = (t, i, ctx) => {
  const shift = DEICTIC.get(t.word(i));
  if (shift === undefined) return undefined;
  return {
    next: i + 1,
    grain: "day",
    days: ctx.today === undefined ? undefined : { lo: ctx.today + shift, hi: ctx.today + shift },
  };
};

const readRelative: Reader = (t, i, ctx) => readRelativePeriod(t, i, ctx);

const DIGIT_SHAPES: readonly Reader[] = [
  readNumeric,
  readYearFirst,
  readDecade,
  readDecadeWord,
  readDayFirst,
  readSlashed,
  readCentury,
  readBareYear,
  readPartOfYear,
  (t, i, ctx) => readCountFirst(t, i, ctx),
];
const MONTH_SHAPES: readonly Reader[] = [readMonthFirst, readHoliday];
const WEEKDAY_SHAPES: readonly Reader[] = [readWeekdayFirst, readHoliday];
const OTHER_SHAPES: readonly Reader[] = [
  readRelative,
  readDeictic,
  readPartOf,
  readPartOfYear,
  readDayFirst,
  readHoliday,
  readSeasonYear,
  readWeek,
  readNamedYear,
  readDecadeWord,
  readCentury,
  readQuarterMark,
  readOnTheNth,
];

// ---- dates counted from other dates

/** Move a day by a length of time; months keep the day of the month. */
function move(day: Day, parts: DurationRead["parts"], sign: number): Day {
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

const coarse = (parts: DurationRead["parts"]): boolean => parts.every((part) => part.unit.seconds >= 604800);

/** Read "two months ago", "three weeks from tomorrow", "3 days after January 12th", "a fortnight later". */
function readAnchored(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const length = readDuration(t, i);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  const relation = t.word(length.next);
  const { parts } = length;
  const at = (from: Day | undefined, sign: number, next: number): Atom => {
    const day = from === undefined ? undefined : move(from, parts, sign);
    return {
      next,
      grain: "day",
      days: day === undefined ? undefined : { lo: day, hi: day },
      approximate: length.vague || (coarse(parts) && sign < 0),
    };
  };
  if (relation === "ago") return at(ctx.today, -1, length.next + 1);
  if (relation === "hence" || (relation === "later" && ctx.future())) return at(ctx.today, 1, length.next + 1);
  if (relation === "earlier" && !t.isWord(length.next + 1)) return at(ctx.today, -1, length.next + 1);
  const sign =
    relation === "from" || relation === "after" || relation === "following" ? 1 : relation === "before" ? -1 : 0;
  if (sign === 0) return undefined;
  if (t.word(length.next + 1) === "now") return sign > 0 ? at(ctx.today, 1, length.next + 2) : undefined;
  const base = readPoint(t, length.next + 1, ctx);
  if (base === undefined || base.bareYear) return undefined;
  const days = resolve(base, ctx, base.days === undefined ? true : ctx.future());
  return at(days?.lo, sign, base.next);
}

/** Read what begins with a length of time or a preposition before one. */
function readShifted(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const word = t.word(i);
  if (word === "in" || word === "within") return readWithin(t, i, word === "within", ctx);
  if (word === "for") return readForFrom(t, i, ctx);
  if (word === "on") return undefined;
  const length = readDuration(t, i);
  if (length !== undefined && t.word(length.next) === "starting") {
    const base = readPoint(t, t.word(length.next + 1) === "on" ? length.next + 2 : length.next + 1, ctx);
    const days = base === undefined ? undefined : resolve(base, ctx);
    if (base !== undefined && days !== undefined)
      return known({ lo: days.lo, hi: move(days.lo, length.parts, 1) - 1 }, base.next, "more");
  }
  const anchored = readAnchored(t, i, ctx);
  if (anchored?.days === undefined || !t.follows(i - 2, "less", "than")) return anchored;
  const base = length === undefined ? undefined : move(anchored.days.lo, length.parts, -1);
  return base === undefined || !/^(after|from)$/.test(t.word(length?.next ?? 0))
    ? anchored
    : { ...known({ lo: base, hi: anchored.days.lo - 1 }, anchored.next, "more"), start: i - 2 };
}

/** Read "in two weeks" as a day to come, "within 9 months" as the time until then. Told in the past, it is only a length. */
function readWithin(t: Tokens, i: number, within: boolean, ctx: Context): Atom | undefined {
  const next = within && t.word(i + 1) === "the" ? i + 2 : i + 1;
  const at = within && (t.word(next) === "next" || t.word(next) === "coming") ? next + 1 : next;
  const length = readDuration(t, at);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  if (within && ctx.today !== undefined && !spokenOfPast(t, i))
    return known({ lo: ctx.today, hi: move(ctx.today, length.parts, 1) - 1 }, length.next, "more");
  if (within) return undefined;
  const since = t.word(length.next) === "since" || t.word(length.next) === "from";
  const base = since
    ? readPoint(
        t,
        t.word(length.next + 1) === "the" && t.word(length.next + 2) === "year" ? length.next + 2 : length.next + 1,
        ctx,
      )
    : undefined;
  const from = base === undefined ? undefined : resolve(base, ctx);
  if (from !== undefined && base !== undefined && t.word(length.next) === "since") {
    const day = move(from.lo, length.parts, 1);
    return known({ lo: day, hi: day }, base.next, "day");
  }
  if (since || t.word(length.next) === "of" || spokenOfPast(t, i)) return undefined;
  const day = ctx.today === undefined ? undefined : move(ctx.today, length.parts, 1);
  const on = t.word(length.next) === "on" ? WEEKDAYS.get(t.word(length.next + 1)) : undefined;
  if (on !== undefined && day !== undefined) {
    const there = weekDays(day).lo + on;
    return known({ lo: there, hi: there }, length.next + 2, "day");
  }
  return {
    next: length.next,
    grain: "day",
    days: day === undefined ? undefined : { lo: day, hi: day },
    approximate: coarse(length.parts),
  };
}

const LENGTH_ONLY: ReadonlySet<string> = new Set(
  "time first second third highest lowest most least worst biggest best largest record once twice times fastest slowest only more less fewer".split(
    " ",
  ),
);

/** Tell whether a past verb or a superlative before "in ten years" makes it a length and no date. */
function spokenOfPast(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= i - 9 && k >= 0; k--) {
    const word = t.word(k);
    if (AHEAD.has(word) || STOPS.has(word)) return false;
    if (word === "have" && (AHEAD.has(t.word(k - 1)) || t.word(k - 1) === "to")) return false;
    if (
      LENGTH_ONLY.has(word) ||
      BEHIND.has(word) ||
      (word.length > 4 && (word.endsWith("ed") || word.endsWith("est"))) ||
      /^(is|are|been|rose|fell|grew)$/.test(word)
    )
      return true;
  }
  return false;
}

/** Read "for 1 week, from 20th dec". */
function readForFrom(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const length = readDuration(t, i + 1);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  const at = t.word(length.next) === "," ? length.next + 1 : length.next;
  if (t.word(at) !== "from") return undefined;
  const base = readPoint(t, at + 1, ctx);
  if (base === undefined || base.grain !== "day") return undefined;
  const days = resolve(base, ctx, base.days === undefined ? true : ctx.future());
  return {
    next: base.next,
    grain: "more",
    days: days === undefined ? undefined : { lo: days.lo, hi: move(days.lo, length.parts, 1) - 1 },
  };
}

// ---- ranges

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
  const atom = readPoint(t, i, ctx);
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
function readRange(t: Tokens, i: number, ctx: Context): DateRead | undefined {
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
