import { yearDays } from "../calendar";
import { DECADES, RELATIVE } from "../date-words";
import { SMALL, TENS } from "../number-words";
import { readOrdinal } from "../read-number";
import { isApostrophe, isDash, type Tokens } from "../tokens";
import { type Atom, type Context, known, type Reader, yearOf } from "./context";

/** Read a year at i: 2016, '87, nineteen ninety six, two thousand and fifteen. `loose` allows two digits and words. */
export function readYear(t: Tokens, i: number, loose: boolean): { next: number; year: number } | undefined {
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

/** Tell whether token i does not continue the digits or letters before it. */
export const endsWord = (t: Tokens, i: number): boolean =>
  !t.isGlued(i) ||
  !(
    t.isWord(i) ||
    t.isDigits(i) ||
    ((t.word(i) === "," || t.word(i) === ".") && t.isGlued(i + 1) && t.isDigits(i + 1))
  );

/** Two digits stand for the years 1930 to 2029. */
export const fullYear = (two: number): number => (two < 30 ? 2000 + two : 1900 + two);

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

/** Read a number below a hundred in words, as years and days are spoken: ninety six, seventeen, oh five. */
export function readTwoDigits(t: Tokens, i: number): { next: number; value: number } | undefined {
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
export function readYearTail(t: Tokens, i: number, ctx: Context): { next: number; year: number } | undefined {
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

/** Read "last year", "this year", "the next year" as the year it names. */
export function readRelativeYear(t: Tokens, i: number, ctx: Context): { next: number; year: number } | undefined {
  const step = RELATIVE.get(t.word(i));
  const the = t.word(i) === "the";
  const named = the ? RELATIVE.get(t.word(i + 1)) : step;
  const at = the && named !== undefined ? i + 2 : i + 1;
  if (ctx.today === undefined || named === undefined || t.word(at) !== "year") return undefined;
  return { next: at + 1, year: yearOf(ctx) + named };
}

/** Read four digits as a year; whether they are one, the words around decide later. */
export const readBareYear: Reader = (t, i) => {
  if (!t.isDigits(i) || t.word(i).length !== 4) return undefined;
  const year = readYear(t, i, false);
  return year === undefined ? undefined : { ...known(yearDays(year.year), year.next, "year"), bareYear: true };
};

/** Read "fiscal 2016", "the year of 2008", "FY2017", '87 and a year in words behind "in". */
export const readNamedYear: Reader = (t, i, _ctx) => {
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
    const decade = readShortDecade(t, i + 1);
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

/** Find the "s" of a decade behind digits: 1990s, 1990's, 1990 s. Returns the token after it. */
function decadeMark(t: Tokens, i: number): number | undefined {
  const at = isApostrophe(t.word(i)) && t.isGlued(i) ? i + 1 : i;
  return t.word(at) === "s" && endsWord(t, at + 1) ? at + 1 : undefined;
}

/** Read "the 1990s"; "the 1800s" is the century. */
export const readDecade: Reader = (t, i) => {
  const word = t.word(i);
  if (!t.isDigits(i) || word.length !== 4 || !word.endsWith("0")) return undefined;
  const next = decadeMark(t, i + 1);
  const year = Number(word);
  const years = year % 100 === 0 && year < 2000 ? 100 : 10;
  return next === undefined || year < 1000 || year > 2190 ? undefined : known(yearDays(year, years), next, "more");
};

/** Read "90s" behind words that make a decade of it; by itself it may as well be an age or a temperature. */
export function readShortDecade(t: Tokens, i: number): Atom | undefined {
  const word = t.word(i);
  if (!t.isDigits(i) || word.length !== 2 || !word.endsWith("0")) return undefined;
  const next = decadeMark(t, i + 1);
  return next === undefined
    ? undefined
    : known(yearDays(Number(word) < 30 ? 2000 + Number(word) : 1900 + Number(word), 10), next, "more");
}

const leadsDecade = (word: string): boolean =>
  /^(in|of|since|from|during|throughout|through|until|by|back|)$/.test(word);

/** Read "the nineties", "nineteen sixties" and "in the 80s". */
export const readDecadeWord: Reader = (t, i, ctx) => {
  const word = t.word(i);
  const own = t.word(i - 1) === "his" || t.word(i - 1) === "her" || t.word(i - 1) === "their" || t.word(i - 1) === "my";
  if (own) return undefined;
  if (t.isDigits(i)) return t.word(i - 1) === "the" && leadsDecade(t.word(i - 2)) ? readShortDecade(t, i) : undefined;
  const tens = DECADES.get(word);
  const century = word === "nineteen" ? 1900 : word === "eighteen" ? 1800 : undefined;
  const spoken = century === undefined ? undefined : DECADES.get(t.word(i + 1));
  if (spoken !== undefined && century !== undefined) return known(yearDays(century + spoken, 10), i + 2, "more");
  if (tens === undefined) return undefined;
  return known(yearDays(tens < 30 && yearOf(ctx) > 2029 ? 2000 + tens : 1900 + tens, 10), i + 1, "more");
};

/** Read "the 15th century": from 1400 to 1499. */
export const readCentury: Reader = (t, i) => {
  const ordinal = readOrdinal(t, i);
  if (ordinal === undefined || ordinal.value < 1 || ordinal.value > 30) return undefined;
  const at = isDash(t.word(ordinal.next)) && t.isGlued(ordinal.next) ? ordinal.next + 1 : ordinal.next;
  return t.word(at) === "century"
    ? known(yearDays(Math.max(1, (ordinal.value - 1) * 100), 100), at + 1, "more")
    : undefined;
};
