import type { Day, Days } from "./calendar";
import { DECADES, DEICTIC, HOLIDAY_WORDS, MONTHS, RELATIVE, SEASONS, WEEKDAYS } from "./date-words";
import { type Atom, type Context, DEEPEST, deeper, type Grammar, type Reader, resolve } from "./dates/context";
import { readAnchored, readShifted } from "./dates/counted";
import { readDayFirst, readDeictic, readMonthFirst, readOnTheNth } from "./dates/days";
import { readNumeric, readQuarterMark, readSlashed, readYearFirst } from "./dates/digits";
import { readHoliday, readSeasonYear, readWeek } from "./dates/holidays";
import { readPartOf, readPartOfYear } from "./dates/parts";
import { readCountFirst, readRelativePeriod } from "./dates/periods";
import { type DateRead, dateValue, inCalendar, readRange } from "./dates/ranges";
import { blockedBefore, boundOf, cleanAfter, readClock, tenseAt, yearIsMeant } from "./dates/surroundings";
import { readWeekdayFirst } from "./dates/weekdays";
import { readBareYear, readCentury, readDecade, readDecadeWord, readNamedYear } from "./dates/years";
import type { Tokens } from "./tokens";
import type { Bound } from "./value";

/** Every word that may begin a date. */
export const DATE_WORDS: readonly string[] = [
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...RELATIVE.keys(),
  ...DEICTIC.keys(),
  ...SEASONS.keys(),
  ...DECADES.keys(),
  ...HOLIDAY_WORDS,
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
    grammar: GRAMMAR,
  };
  const range = readRange(t, i, ctx);
  const single = readSingle(t, i, ctx);
  if (range !== undefined && range.next > (single?.next ?? 0)) return range;
  return single;
}

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

/** Choose the shapes that can begin with this token. */
function shapesAt(t: Tokens, i: number): readonly Reader[] {
  if (t.isDigits(i)) return DIGIT_SHAPES;
  const word = t.word(i);
  if (MONTHS.has(word)) return MONTH_SHAPES;
  if (WEEKDAYS.has(word)) return WEEKDAY_SHAPES;
  return OTHER_SHAPES;
}

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

const GRAMMAR: Grammar = { point: readPoint, period: readRelativePeriod, anchored: readAnchored };
