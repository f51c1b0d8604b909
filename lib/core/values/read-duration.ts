import { type NumberRead, readNumber } from "./read-number";
import { TIME_LETTERS, TIME_UNITS, type TimeUnit } from "./time-units";
import { isDash, readOnce, type Tokens } from "./tokens";

/** A length of time: each stated part, its token span and whether it was a figure or only "a few". */
export interface DurationRead {
  readonly next: number;
  readonly parts: readonly { readonly count: number; readonly unit: TimeUnit }[];
  readonly vague: boolean;
  readonly business: boolean;
}

/** A number of one unit of time, without what may be added to it. */
interface Part {
  readonly next: number;
  readonly count: number;
  readonly unit: TimeUnit;
  readonly business: boolean;
  readonly vague: boolean;
}

/** Find the unit of time at i; digits before it may carry a glued letter ("3h"). */
export function timeUnitAt(t: Tokens, i: number, afterDigits: boolean): { next: number; unit: TimeUnit } | undefined {
  const glued = t.isGlued(i);
  if (afterDigits && glued && t.isWord(i)) {
    if (t.isGlued(i + 1) && (t.isDigits(i + 1) || t.isWord(i + 1))) return undefined;
    const unit = TIME_UNITS.get(TIME_LETTERS.get(t.raw(i)) ?? t.word(i));
    return unit === undefined ? undefined : { next: i + 1, unit };
  }
  const at = isDash(t.word(i)) && glued && t.isGlued(i + 1) ? i + 1 : i;
  const word = t.word(at);
  const unit = TIME_UNITS.get(word);
  if (unit === undefined || word === "min" || word === "mo" || (unit.name === "quarter" && word !== "quarters")) {
    return word === "min" && unit !== undefined ? { next: at + 1, unit } : undefined;
  }
  const dotted =
    word.length <= 4 &&
    unit.name !== word &&
    t.word(at + 1) === "." &&
    /^(secs?|mins?|hrs?|yrs?|wks?)$/.test(word) &&
    t.isWord(at + 2) &&
    !t.isCapital(at + 2);
  return { next: dotted ? at + 2 : at + 1, unit };
}

const BUSINESS: ReadonlySet<string> = new Set(["business", "working", "trading"]);

function readPart(t: Tokens, i: number): Part | undefined {
  const word = t.word(i);
  const article = word === "a" || word === "an";
  if (word === "half" || (article && t.word(i + 1) === "half")) {
    const from = article ? i + 2 : i + 1;
    const at = t.word(from) === "a" || t.word(from) === "an" || isDash(t.word(from)) ? from + 1 : from;
    const unit = TIME_UNITS.get(t.word(at));
    if (unit !== undefined) return { next: at + 1, count: 0.5, unit, business: false, vague: false };
  }
  if (article) return readArticle(t, i);
  if (word === "some" || word === "several" || word === "few") return vague(t, i + 1, 3);
  if (word === "couple") return vague(t, t.word(i + 1) === "of" ? i + 2 : i + 1, 2);
  const number = readNumber(t, i);
  return number === undefined ? undefined : withUnit(t, number);
}

function vague(t: Tokens, i: number, count: number): Part | undefined {
  const unit = TIME_UNITS.get(t.word(i));
  if (unit === undefined || (!t.word(i).endsWith("s") && unit.name !== "century") || !t.isWord(i)) return undefined;
  return { next: i + 1, count, unit, business: false, vague: true };
}

function readArticle(t: Tokens, i: number): Part | undefined {
  const word = t.word(i + 1);
  if (word === "few") return vague(t, i + 2, 3);
  if (word === "couple") return vague(t, t.word(i + 2) === "of" ? i + 3 : i + 2, 2);
  const unit = TIME_UNITS.get(word);
  if (unit !== undefined && !word.endsWith("s") && unit.name !== "quarter") {
    return { next: i + 2, count: 1, unit, business: false, vague: false };
  }
  const number = readNumber(t, i);
  return number === undefined ? undefined : withUnit(t, number);
}

/** Complete a number with its unit of time, if one follows. */
function withUnit(t: Tokens, number: NumberRead): Part | undefined {
  const business = BUSINESS.has(t.word(number.next));
  const of = t.word(number.next) === "of" && (t.word(number.next + 1) === "an" || t.word(number.next + 1) === "a");
  const at = business ? number.next + 1 : of && number.value < 1 ? number.next + 2 : number.next;
  const found = timeUnitAt(t, at, t.isDigits(number.next - 1));
  if (found === undefined || number.value < 0) return undefined;
  if (found.unit.name === "second" && t.word(at) === "second" && number.value !== 1 && number.value >= 1)
    return undefined;
  if (found.next === at + 1 && t.isGlued(at) && t.raw(at) === "W" && number.value > 10) return undefined;
  return { next: found.next, count: number.value, unit: found.unit, business, vague: false };
}

/** Read "and a half", "and half", "and a quarter" behind a unit. */
function readHalf(t: Tokens, i: number): { next: number; count: number } | undefined {
  if (t.word(i) !== "and") return undefined;
  const at = t.word(i + 1) === "a" || t.word(i + 1) === "one" ? i + 2 : i + 1;
  const word = t.word(at);
  if (t.word(at + 1) === "of" || TIME_UNITS.has(t.word(at + 1))) return undefined;
  if (word === "half") return { next: at + 1, count: 0.5 };
  return word === "quarter" && at === i + 2 ? { next: at + 1, count: 0.25 } : undefined;
}

/** Read a length of time of one or more parts: 3h · two years and a half · 2 weeks and 2 days · half an hour. */
export const readDuration = readOnce(readDurationAt);

function readDurationAt(t: Tokens, i: number): DurationRead | undefined {
  const first = readPart(t, i);
  if (first === undefined) return undefined;
  const half = readHalf(t, first.next);
  const parts = [{ count: first.count + (half?.count ?? 0), unit: first.unit }];
  let next = half?.next ?? first.next;
  for (let n = 0, last = first; n < 5 && half === undefined; n++) {
    const at = t.word(next) === "and" || t.word(next) === "," ? next + 1 : next;
    if (!t.isDigits(at) && !t.isWord(at)) break;
    const more = t.word(at) === "a" || t.word(at) === "some" || t.word(at) === "several" ? undefined : readPart(t, at);
    if (more === undefined || more.unit.seconds >= last.unit.seconds || more.vague) break;
    if (t.word(more.next) === "ago" && t.word(next) === "and" && isLastRange(t, i)) break;
    if (t.word(next) === "," && t.word(more.next) === "later") break;
    if (t.word(next) === "and" && t.word(more.next) === "later") break;
    parts.push({ count: more.count, unit: more.unit });
    next = more.next;
    last = more;
  }
  return { next, parts, vague: first.vague, business: first.business };
}

/** "the last 3 months and 2 days ago": the second part begins another phrase. */
function isLastRange(t: Tokens, i: number): boolean {
  return ["last", "past", "previous", "next"].includes(t.word(i - 1));
}

const ORDER = ["Y", "M", "W", "D"];
const CLOCK = ["H", "M", "S"];

const plain = (count: number): string => String(Number(count.toPrecision(12)));

/** Return the ISO 8601 form, parts in its order: P2W2D, PT1.5H. */
export function timexOf(parts: DurationRead["parts"]): string {
  const sum = (letter: string, clock: boolean): number =>
    parts.reduce(
      (total, part) =>
        part.unit.letter === letter && part.unit.clock === clock ? total + part.count * part.unit.times : total,
      0,
    );
  const written = (letters: readonly string[], clock: boolean): string =>
    letters
      .map((letter) => [sum(letter, clock), letter] as const)
      .filter(([count]) => count > 0)
      .map(([count, letter]) => plain(count) + letter)
      .join("");
  const [days, time] = [written(ORDER, false), written(CLOCK, true)];
  return days === "" && time === "" ? "P0D" : `P${days}${time === "" ? "" : `T${time}`}`;
}
