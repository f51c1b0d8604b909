import { boundAfter, boundBefore } from "./bounds";
import { readDuration, timexOf } from "./read-duration";
import {
  endsClean,
  type Measure,
  readCents,
  readMeasure,
  readMoneyLead,
  readMoneyScale,
  readSmallerPart,
} from "./read-measure";
import { type NumberRead, readNumber, readOrdinal } from "./read-number";
import { isApostrophe, isDash, type Tokens } from "./tokens";
import { UNITS } from "./units";
import type { Bound, Value } from "./value";

/** A value and the tokens it covers, `next` excluded. */
export interface ValueRead {
  readonly start: number;
  readonly next: number;
  readonly value: Value;
  /** The first token of a comparator before it, when that is not part of the span. */
  readonly lead?: number;
  /** The comparator of a rank, which its value does not carry. */
  readonly limit?: Bound;
}

/** A number with what it counts, before bounds and ranges are considered. */
interface Figure {
  readonly start: number;
  readonly next: number;
  readonly amount: number;
  readonly scale: number;
  readonly plain: boolean;
  readonly measure: Measure | undefined;
  readonly number: NumberRead;
}

const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** Read one amount with its unit: $2 billion · 12 cents · 45 % · 5 ft 2 in · 87 yo · 68. */
function readOne(t: Tokens, i: number): Figure | undefined {
  const lead = readMoneyLead(t, i);
  if (lead !== undefined) {
    const money = readLedMoney(t, i, lead.next, { of: "money", currency: lead.currency }, lead.times);
    if (money !== undefined) return money;
  }
  const number = readNumber(t, i);
  if (number === undefined || sticksToWord(t, i)) return undefined;
  const height = readFeetInches(t, i, number);
  if (height !== undefined) return height;
  const counted = readMeasure(t, number);
  if (counted === undefined) {
    return {
      start: i,
      next: number.next,
      amount: number.value,
      scale: number.scale,
      plain: number.plain,
      measure: undefined,
      number,
    };
  }
  const { measure } = counted;
  let amount = number.value * counted.times;
  let { next } = counted;
  if (measure.of === "quantity") {
    const smaller = readSmallerPart(t, next, measure.unit);
    if (smaller !== undefined) [amount, next] = [amount + smaller.value, smaller.next];
  }
  if (measure.of === "money" && measure.currency.factor === 1 && number.integer) {
    const cents = counted.times === 1 ? readCents(t, next, true) : undefined;
    const spelled = cents !== undefined && (number.scale === 1 || isCentsName(t, cents.next));
    if (spelled) [amount, next] = [amount + cents.value, cents.next];
  }
  return { start: i, next, amount, scale: number.scale * counted.times, plain: false, measure, number };
}

/** Tell whether an amount of cents ends in their name and not in a bare figure. */
const isCentsName = (t: Tokens, next: number): boolean =>
  t.isWord(next - 1) && /^(cents?|pence|penny|pennies)$/.test(t.word(next - 1));

/** Read 6'3" as feet and inches. */
function readFeetInches(t: Tokens, i: number, number: NumberRead): Figure | undefined {
  const unit = UNITS.get("ft");
  const [mark, inches] = [t.word(i + 1), Number(t.word(i + 2))];
  const shaped =
    t.isDigits(i) &&
    number.plain &&
    t.isGlued(i + 1) &&
    (isApostrophe(mark) || mark === "′") &&
    t.isDigits(i + 2) &&
    t.isGlued(i + 2);
  if (!shaped || unit === undefined || inches >= 12 || t.word(i + 2).length > 2 || !t.isGlued(i + 3)) return undefined;
  const close = /^["”″]$/.test(t.word(i + 3))
    ? i + 4
    : isApostrophe(t.word(i + 3)) && isApostrophe(t.word(i + 4))
      ? i + 5
      : undefined;
  if (close === undefined) return undefined;
  return {
    start: i,
    next: close,
    amount: number.value + inches / 12,
    scale: 1,
    plain: false,
    measure: { of: "quantity", unit },
    number,
  };
}

function readLedMoney(t: Tokens, start: number, at: number, measure: Measure, times: number): Figure | undefined {
  const bare = readNumber(t, at);
  if (bare === undefined || (!t.isDigits(at) && t.word(at) !== "." && !isDash(t.word(at)))) return undefined;
  const number = readMoneyScale(t, bare);
  if (!endsClean(t, number.next)) return undefined;
  const negative =
    isDash(t.word(start - 1)) &&
    t.isGlued(start) &&
    !(t.isGlued(start - 1) && (t.isWord(start - 2) || t.isDigits(start - 2)));
  const cents = number.plain && !negative ? readCents(t, number.next, false) : undefined;
  const amount = (number.value + (cents?.value ?? 0)) * times * (negative ? -1 : 1);
  const repeated = cents === undefined && !t.isGlued(at) ? repeatedName(t, number.next) : 0;
  return {
    start: negative ? start - 1 : start,
    next: (cents?.next ?? number.next) + repeated,
    amount,
    scale: number.scale * times,
    plain: number.plain,
    measure,
    number,
  };
}

/** "$ 10 dollars": the name said again belongs to the amount. */
const repeatedName = (t: Tokens, i: number): number => (t.word(i) === "dollars" || t.word(i) === "dollar" ? 1 : 0);

/** Tell whether a number at i is only the tail of a word or code ("scp173", "ABC-12345", "COVID-19" keeps its hyphen). */
function sticksToWord(t: Tokens, i: number): boolean {
  if (!t.isGlued(i)) return false;
  if (t.isWord(i - 1)) return true;
  if (!t.isDigits(i) || !isDash(t.word(i - 1)) || !t.isGlued(i - 1)) return false;
  const coded = t.isDigits(i - 2) && t.isGlued(i - 2) && t.isWord(i - 3);
  return coded || (t.isWord(i - 2) && !JOINING.has(t.word(i - 2)));
}

const JOINING: ReadonlySet<string> = new Set(["to", "through", "and", "under", "over", "pre", "post", "mid"]);

interface Joiner {
  readonly next: number;
  readonly dash: boolean;
}

/** Read what joins the ends of a range: to, through, -, –, "and" after between. */
function readJoiner(t: Tokens, i: number, between: boolean): Joiner | undefined {
  const word = t.word(i);
  if (between && word === "and") return { next: i + 1, dash: false };
  const hyphen = isDash(word) && t.isGlued(i) && t.word(i + 1) === "to" ? i + 1 : i;
  const to = t.word(hyphen);
  if (to === "to" || to === "through" || (to === "till" && between) || (to === "until" && between)) {
    return { next: isDash(t.word(hyphen + 1)) && t.isGlued(hyphen + 1) ? hyphen + 2 : hyphen + 1, dash: false };
  }
  if (!isDash(word) && word !== "~") return undefined;
  const spaced = !t.isGlued(i);
  if (spaced && (word === "—" || t.isGlued(i + 1))) return undefined;
  return { next: i + 1, dash: true };
}

const CHANGES: ReadonlySet<string> = new Set(
  "rose rise rises risen rising grew grow grows grown fell fall falls fallen falling dropped drop drops increased increase increases decreased declined decline jumped climbed slid surged cut up down went moved improved slipped raised lowered reduced reduce expanded shrank soared plunged tumbled widened narrowed changed gained edged advanced boosted lifted revised upgraded trimmed swung".split(
    " ",
  ),
);

/** Tell whether a verb of change stands within four tokens before i: "rose from 5 to 10" states two figures. */
function tellsChange(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= i - 4 && k >= 0; k--) if (CHANGES.has(t.word(k))) return true;
  return false;
}

function sameMeasure(a: Measure | undefined, b: Measure | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.of === "money" && b.of === "money")
    return a.currency.code === b.currency.code && a.currency.factor === b.currency.factor;
  if (a.of === "quantity" && b.of === "quantity") return a.unit.symbol === b.unit.symbol;
  if (a.of === "percent" && b.of === "percent") return a.points === b.points && a.factor === b.factor;
  return a.of === "age" && b.of === "age" && a.unit === b.unit;
}

/** Read the second end of a range and return the whole; undefined when the two do not make one. */
function readRange(
  t: Tokens,
  from: Figure,
): { next: number; from: number; to: number; start: number; measure: Measure | undefined } | undefined {
  const lead = t.word(from.start - 1);
  const between = lead === "between";
  const opened = between || lead === "from";
  const joiner = readJoiner(t, from.next, between);
  if (joiner === undefined) return undefined;
  if (!opened && (lead === "-" || lead === "/" || lead === "–") && t.isGlued(from.start)) return undefined;
  const to = readOne(t, joiner.next);
  if (to === undefined || (to.measure === undefined && !cleanEnd(t, to))) return undefined;
  if (
    joiner.dash &&
    (isDash(t.word(to.next)) || t.word(to.next) === "/") &&
    t.isGlued(to.next) &&
    t.isDigits(to.next + 1)
  )
    return undefined;
  const shares = from.measure === undefined || to.measure === undefined || sameMeasure(from.measure, to.measure);
  if (!shares || (from.measure !== undefined && to.measure === undefined && from.measure.of !== "money"))
    return undefined;
  const onlySecondLed = from.measure === undefined && readMoneyLead(t, to.start) !== undefined;
  if (onlySecondLed) return undefined;
  const measure = to.measure ?? from.measure;
  if (from.measure?.of === "money" && to.measure === undefined && !joiner.dash) return undefined;
  if (lead === "from" && (measure !== undefined || tellsChange(t, from.start - 1))) return undefined;
  if (!opened && !joiner.dash && measure !== undefined && tellsChange(t, from.start)) return undefined;
  const spread = from.scale === 1 && to.scale > 1 && from.amount < to.amount / to.scale && from.amount > 0;
  const low = spread ? from.amount * to.scale : from.amount;
  if (!(low < to.amount)) return undefined;
  return { next: to.next, from: low, to: to.amount, start: opened ? from.start - 1 : from.start, measure };
}

/** Tell whether nothing is glued to a bare number that would make it a code, a clock time, a score or a date. */
function cleanEnd(t: Tokens, figure: Figure): boolean {
  const { next } = figure;
  if (!t.isGlued(next)) return true;
  if (t.isWord(next) || t.isDigits(next)) return false;
  const glued = t.isGlued(next + 1);
  const word = t.word(next);
  if (word === ":" && glued && t.isDigits(next + 1)) return false;
  if ((word === "/" || isDash(word)) && glued && t.isDigits(next + 1) && figure.plain) {
    return !isChain(t, next);
  }
  return true;
}

/** Tell whether digits go on with the same separator twice, as telephone and serial numbers do. */
function isChain(t: Tokens, i: number): boolean {
  const before = t.word(i - 2) === t.word(i) && t.isGlued(i - 1) && t.isDigits(i - 3);
  const after = t.word(i + 2) === t.word(i) && t.isGlued(i + 2) && t.isDigits(i + 3);
  return before || after;
}

const PLUS = "+";

/** Tell whether a bare number stands inside a telephone number, a clock time or a serial number. */
function insideCode(t: Tokens, i: number, next: number): boolean {
  if (t.follows(i, "24", "/", "7") || t.follows(i - 2, "24", "/", "7")) return true;
  if (t.isGlued(i)) {
    const before = t.word(i - 1);
    const digitsBefore = t.isGlued(i - 1) && t.isDigits(i - 2);
    if (before === ":" && digitsBefore) return true;
    if (
      (isDash(before) || before === "/") &&
      digitsBefore &&
      (isChain(t, i - 1) || t.word(i - 4) === before || t.isWord(i - 3))
    )
      return true;
    if (before === "#" || before === "@") return before === "@";
  }
  if (t.word(i - 1) === PLUS && t.isGlued(i) && isDash(t.word(next)) && t.isGlued(next)) return true;
  return t.word(next) === ":" && t.isGlued(next) && t.isDigits(next + 1) && t.isGlued(next + 1);
}

/** Words before or behind "one" that make it a pronoun. */
const ONE_BEFORE: ReadonlySet<string> = new Set(
  "the that this which no any every each another some good bad big small great new old other first last next only such loved right wrong same everyone not many a an little whole whatever whichever these those what".split(
    " ",
  ),
);
const ONE_AFTER: ReadonlySet<string> = new Set(
  "of another may might can could must should would will shall who whom which that is was has had does did do cannot ought needs wants wishes thinks never always also and in on at to for from by with as but or if when where than so it he she they i you we".split(
    " ",
  ),
);

/** Tell whether "one" at i counts something: a noun follows, and no determiner makes it a pronoun. */
function oneCounts(t: Tokens, i: number): boolean {
  const [before, after] = [t.word(i - 1), t.word(i + 1)];
  if (NUMERIC_BEFORE.has(before)) return true;
  if (ONE_BEFORE.has(before) && before !== "only") return false;
  if (isApostrophe(after) || !t.isWord(i + 1)) return before === "number" || before === "equal" || before === "just";
  return !ONE_AFTER.has(after);
}

const NUMERIC_BEFORE: ReadonlySet<string> = new Set([
  "least",
  "than",
  "about",
  "over",
  "exactly",
  "nearly",
  "plus",
  "minus",
  "times",
  "equals",
]);

const HALF_NOT: ReadonlySet<string> = new Set(
  "first second other better third fourth last latter next top bottom back front upper lower left right early late former northern southern eastern western".split(
    " ",
  ),
);

/** Tell whether "half" is a share and not a part of a match, of a year, or of a compound. */
function halfCounts(t: Tokens, i: number, next: number): boolean {
  if (
    HALF_NOT.has(t.word(i - 1)) ||
    (isDash(t.word(next)) && t.isGlued(next)) ||
    (isDash(t.word(i - 1)) && t.isGlued(i))
  )
    return false;
  return (
    t.word(next) !== "time" &&
    !/^(hour|brother|sister|day|marathon|mast|way|back|term|full|empty|open|dead|hearted)s?$/.test(t.word(next)) &&
    t.word(i - 1) !== "in"
  );
}

/** Read "one out of three" and "one over 3" as the number they make. */
function readRatio(t: Tokens, from: Figure): { next: number; value: number } | undefined {
  if (from.measure !== undefined || !from.number.integer || from.amount === 0) return undefined;
  const over = t.word(from.next) === "over";
  const outOf = t.follows(from.next, "out", "of");
  if (!over && !outOf) return undefined;
  const at = over ? from.next + 1 : from.next + 2;
  const under = readNumber(t, at);
  if (under === undefined || under.value <= 0 || !under.integer) return undefined;
  const duration = readDuration(t, at);
  if ((duration !== undefined && duration.next > under.next) || readMeasure(t, under) !== undefined) return undefined;
  if (outOf && Math.abs(from.amount) > under.value) return undefined;
  return { next: under.next, value: from.amount / under.value };
}

function toValue(measure: Measure | undefined, low: number, high: number | undefined, bound: Bound | undefined): Value {
  const limit = bound === undefined ? {} : { bound };
  if (measure === undefined)
    return { kind: "number", value: round(low), ...(high === undefined ? {} : { valueTo: round(high) }), ...limit };
  switch (measure.of) {
    case "money": {
      const { code, factor } = measure.currency;
      return {
        kind: "money",
        amount: round(low * factor),
        ...(high === undefined ? {} : { amountTo: round(high * factor) }),
        currency: code,
        ...limit,
      };
    }
    case "percent":
      return {
        kind: "percent",
        value: round(low * measure.factor),
        ...(high === undefined ? {} : { valueTo: round(high * measure.factor) }),
        ...limit,
        ...(measure.points ? { points: true } : {}),
      };
    case "quantity":
      return {
        kind: "quantity",
        value: round(low),
        ...(high === undefined ? {} : { valueTo: round(high) }),
        unit: measure.unit.symbol,
        ...limit,
      };
    case "age":
      return {
        kind: "age",
        value: round(low),
        ...(high === undefined ? {} : { valueTo: round(high) }),
        unit: measure.unit,
        ...limit,
      };
  }
}

/** Attach the comparator before or behind a figure. */
function bounded(t: Tokens, start: number, next: number, make: (bound: Bound | undefined) => Value): ValueRead {
  const after = boundAfter(t, next);
  const before = boundBefore(t, start);
  const lead = before === undefined ? {} : { lead: before.start };
  const from = before?.inside ? before.start : start;
  if (after?.loose) {
    const loosened = before?.bound === ">" ? ">=" : before?.bound === "<" ? "<=" : undefined;
    return {
      start: from,
      next: loosened === undefined ? next : after.next,
      value: make(loosened ?? before?.bound),
      ...lead,
    };
  }
  return { start: from, next: after?.next ?? next, value: make(joinBounds(before?.bound, after?.bound)), ...lead };
}

/** "about five hundred or more" is a lower limit; "equal to or more" too. */
const joinBounds = (before: Bound | undefined, after: Bound | undefined): Bound | undefined =>
  after === undefined ? before : before === "~" || before === undefined ? after : before;

/** Read money, a percentage, a quantity, an age or a plain number from token i. */
export function readFigure(t: Tokens, i: number): ValueRead | undefined {
  const bracketless = readOne(t, i);
  if (bracketless === undefined) return readPercentOf(t, i) ?? readAged(t, i);
  const figure = bracketless;
  const range = readRange(t, figure);
  if (range !== undefined && !(range.measure === undefined && insideCode(t, figure.start, range.next))) {
    const before = boundBefore(t, range.start);
    return {
      start: before?.inside ? before.start : range.start,
      next: range.next,
      value: toValue(range.measure, range.from, range.to, before?.bound),
    };
  }
  if (figure.measure !== undefined)
    return bounded(t, figure.start, figure.next, (bound) => toValue(figure.measure, figure.amount, undefined, bound));
  return readBareNumber(t, figure);
}

function readBareNumber(t: Tokens, figure: Figure): ValueRead | undefined {
  if (!cleanEnd(t, figure) || (t.isDigits(figure.start) && insideCode(t, figure.start, figure.next))) return undefined;
  const ratio = readRatio(t, figure);
  if (ratio !== undefined)
    return bounded(t, figure.start, ratio.next, (bound) => toValue(undefined, ratio.value, undefined, bound));
  const single = figure.next === figure.start + 1;
  if (single && t.word(figure.start) === "one" && !oneCounts(t, figure.start)) return undefined;
  if (t.word(figure.next - 1) === "half" && single && !halfCounts(t, figure.start, figure.next)) return undefined;
  return (
    readApposedAge(t, figure) ??
    bounded(t, figure.start, figure.next, (bound) => toValue(undefined, figure.amount, undefined, bound))
  );
}

/** Read "John Smith, 45," as an age: a capitalised name, commas around, and no month before. */
function readApposedAge(t: Tokens, figure: Figure): ValueRead | undefined {
  const { start, next, amount } = figure;
  const fits =
    figure.plain &&
    amount >= 1 &&
    amount <= 115 &&
    t.word(start - 1) === "," &&
    !t.isGlued(start) &&
    t.isCapital(start - 2);
  if (!fits || t.word(next) !== "," || t.isGlued(next + 1) || t.isDigits(next + 1) || t.isCapital(next + 1))
    return undefined;
  if (!t.isCapital(start - 3) || t.end(start - 2) - t.start(start - 2) < 2) return undefined;
  return { start, next, value: { kind: "age", value: amount, unit: "year" } };
}

/** Read "percent of 10", which some tables write for 10 %. */
function readPercentOf(t: Tokens, i: number): ValueRead | undefined {
  const sign = t.word(i) === "percent" ? i + 1 : t.follows(i, "per", "cent") ? i + 2 : i;
  if (sign === i || t.word(sign) !== "of") return undefined;
  const number = readNumber(t, sign + 1);
  if (number === undefined || readMeasure(t, number) !== undefined || !endsClean(t, number.next)) return undefined;
  return { start: i, next: number.next, value: { kind: "percent", value: number.value } };
}

const YEARS_OLD: Measure = { of: "age", unit: "year" };

/** Read "aged 45" and "age 45", "ages 5 to 12", "in his 40s". */
function readAged(t: Tokens, i: number): ValueRead | undefined {
  const word = t.word(i);
  if (word !== "aged" && word !== "age" && word !== "ages") return undefined;
  const at = t.word(i + 1) === "of" ? i + 2 : t.word(i + 1) === "between" ? i + 2 : i + 1;
  const figure = readOne(t, at);
  if (figure === undefined || figure.amount < 0 || figure.amount > 130) return undefined;
  const measure: Measure = figure.measure ?? YEARS_OLD;
  if (measure.of !== "age") return undefined;
  const range = readRange(t, figure);
  if (range !== undefined && (range.measure === undefined || range.measure.of === "age")) {
    return { start: i, next: range.next, value: toValue(measure, range.from, range.to, undefined) };
  }
  const duration = readDuration(t, at);
  if (figure.measure === undefined && duration !== undefined) return undefined;
  return {
    ...bounded(t, figure.start, figure.next, (bound) => toValue(measure, figure.amount, undefined, bound)),
    start: i,
  };
}

const DURATION_LEADS: ReadonlySet<string> = new Set(
  "for in within after about than nearly almost over lasted lasts last lasting took takes take taking least half under every another once up most around approximately roughly during".split(
    " ",
  ),
);

const WHOLE: Readonly<Record<string, string>> = { day: "P1D", night: "P1D", week: "P1W", month: "P1M", year: "P1Y" };

/** Read a length of time as a value; "a day" counts only behind a preposition ("for a day", not "$5 a day"). */
export function readDurationValue(t: Tokens, i: number): ValueRead | undefined {
  const word = t.word(i);
  if (word === "all") {
    const letter = WHOLE[t.word(i + 1)];
    return letter !== undefined ? { start: i, next: i + 2, value: { kind: "duration", timex: letter } } : undefined;
  }
  if (sticksToWord(t, i)) return undefined;
  const read = readDuration(t, i);
  if (read === undefined || !endsClean(t, read.next)) return undefined;
  const only = read.parts.length === 1 ? read.parts[0] : undefined;
  const article = (word === "a" || word === "an") && only?.count === 1;
  if (article && !DURATION_LEADS.has(t.word(i - 1))) return undefined;
  const made = bounded(t, i, read.next, (bound) => {
    const limit = read.vague ? "~" : bound;
    return { kind: "duration", timex: timexOf(read.parts), ...(limit === undefined ? {} : { bound: limit }) };
  });
  return made;
}

/** Words after which "first" or "second" is an idiom and no rank. */
const IDIOM_BEFORE: ReadonlySet<string> = new Set(["at", "split"]);

/** Read a rank: 21st, eleventh, "number one". */
export function readOrdinalValue(t: Tokens, i: number): ValueRead | undefined {
  const named = readNumberOne(t, i);
  if (named !== undefined) return named;
  if (t.isGlued(i) && t.isWord(i - 1)) return undefined;
  const read = readOrdinal(t, i);
  if (read === undefined || !endsClean(t, read.next)) return undefined;
  if (read.next === i + 1 && IDIOM_BEFORE.has(t.word(i - 1)) && !t.isWord(i + 1)) return undefined;
  const second = t.word(i) === "second" && (t.word(i - 1) === "per" || t.word(i - 1) === "a") && !t.isWord(i + 1);
  if (second) return undefined;
  const large = /^(millionth|billionth|trillionth|thousandth|hundredth)$/.test(t.word(i));
  if (large && (t.word(i - 1) === "a" || t.word(i - 1) === "one")) return undefined;
  const limit = t.word(i - 1) === "the" && t.word(i - 2) === "than" ? boundBefore(t, i) : undefined;
  const rank: ValueRead = { start: i, next: read.next, value: { kind: "ordinal", value: read.value } };
  return limit === undefined ? rank : { ...rank, lead: limit.start, limit: limit.bound };
}

/** Read "number one" and "No. 1" as the rank they state. */
function readNumberOne(t: Tokens, i: number): ValueRead | undefined {
  if (t.word(i) === "number") {
    const number = readNumber(t, i + 1);
    const small = number?.words && number.next === i + 2 && number.integer && number.value <= 10;
    return small ? { start: i, next: i + 2, value: { kind: "ordinal", value: number.value } } : undefined;
  }
  const sign =
    t.word(i) === "no" && t.word(i + 1) === "." && t.isCapital(i) && t.isDigits(i + 2)
      ? i + 2
      : t.word(i) === "#" && t.isDigits(i + 1) && t.isGlued(i + 1)
        ? i + 1
        : 0;
  if (sign === 0 || t.word(sign).length > 3) return undefined;
  const clean = endsClean(t, sign + 1) && !(isDash(t.word(sign + 1)) && t.isGlued(sign + 1));
  return clean ? { start: i, next: sign + 1, value: { kind: "ordinal", value: Number(t.word(sign)) } } : undefined;
}
