import { type Days, dayOf, isCivil, monthDays, quarterDays } from "../calendar";
import { MONTHS } from "../date-words";
import { TIME_UNITS } from "../time-units";
import { isDash, type Tokens } from "../tokens";
import { type Atom, dayAtom, known, type Reader } from "./context";
import { afterMonth, gluedJoin } from "./days";
import { endsWord, fullYear, readYear, readYearTail } from "./years";

const isPart = (t: Tokens, i: number, longest: number): boolean => t.isDigits(i) && t.word(i).length <= longest;

/** Read 2017-03-22, 3/22/2017, 22.3.2017, 2019-aug-1, 20161016, 12-2015, 2015-3. */
export const readNumeric: Reader = (t, i) => {
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
export function readMonthDay(t: Tokens, i: number, sure: boolean): Atom | undefined {
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

/** Read 11/20 where it cannot be a fraction. */
export const readSlashed: Reader = (t, i) => readMonthDay(t, i, false);

/** Read 2017 april, 2017 q1, 2019 H2, 2017-q1. */
export const readYearFirst: Reader = (t, i) => {
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
  return letter === "h" && (t.isCapital(i) || t.word(i + 2).length === 4) && n >= 1 && n <= 2
    ? { next: i + 2, days: (year) => monthDays(year, n * 6 - 5, 6) }
    : undefined;
}

/** Read "Q3", "Q3 2016" and "H1 2017". */
export const readQuarterMark: Reader = (t, i, ctx) => {
  const mark = quarterMark(t, i);
  if (mark === undefined) return undefined;
  const year = readYearTail(t, mark.next, ctx) ?? readYear(t, mark.next, false);
  return year === undefined
    ? { next: mark.next, grain: "quarter", inYear: mark.days }
    : known(mark.days(year.year), year.next, "quarter");
};
