import {
  CURRENCY_CODES,
  CURRENCY_FIRST_WORDS,
  CURRENCY_NAMES,
  CURRENCY_SIGNS,
  type Currency,
  SIGN_PREFIXES,
  WORD_PREFIXES,
  WORDLIKE_CODES,
} from "./currencies";
import { MONEY_SCALES, SCALES, SHORT_SCALES } from "./number-words";
import { type NumberRead, readNumber } from "./read-number";
import { TIME_UNITS } from "./time-units";
import { isDash, type Tokens } from "./tokens";
import { UNIT_FIRST_WORDS, UNIT_NAMES, UNIT_SYMBOLS, type Unit } from "./units";

/** What a number counts. */
export type Measure =
  | { readonly of: "money"; readonly currency: Currency }
  | { readonly of: "percent"; readonly points: boolean; readonly factor: number }
  | { readonly of: "quantity"; readonly unit: Unit }
  | { readonly of: "age"; readonly unit: string };

/** A measure read behind a number, the token after it, and a scale that stood behind it ("75 USD million"). */
export interface MeasureRead {
  readonly next: number;
  readonly measure: Measure;
  readonly times: number;
}

/** Tell whether token i - 1 ends a word, so that no letter or digit sticks to it. */
export function endsClean(t: Tokens, i: number): boolean {
  return !t.isGlued(i) || !(t.isWord(i) || t.isDigits(i));
}

const hyphenated = (t: Tokens, i: number): number =>
  isDash(t.word(i)) && t.isGlued(i) && t.isGlued(i + 1) ? i + 1 : i;

/** Read what a number counts, right behind it: %, dollars, km, years old. The longest reading wins. */
export function readMeasure(t: Tokens, number: NumberRead): MeasureRead | undefined {
  const at = number.next;
  const readings = [
    readPercentSign(t, number.value < 1 ? behindShare(t, at) : at),
    readAge(t, at),
    readCurrency(t, number),
    readUnit(t, at, number),
  ];
  let best: MeasureRead | undefined;
  for (const reading of readings) if (reading !== undefined && reading.next > (best?.next ?? 0)) best = reading;
  return best;
}

/** Past "of a" and "a" behind a fraction: "half a percent", "three quarters of one percent". */
function behindShare(t: Tokens, i: number): number {
  const at = t.word(i) === "of" ? i + 1 : i;
  return t.word(at) === "a" || (at > i && t.word(at) === "one") ? at + 1 : i;
}

function readPercentSign(t: Tokens, i: number): MeasureRead | undefined {
  const read = (next: number, points: boolean, factor = 1): MeasureRead => ({
    next,
    measure: { of: "percent", points, factor },
    times: 1,
  });
  const at = hyphenated(t, i);
  const word = t.word(at);
  const pointAt = (k: number): boolean => t.word(k) === "point" || t.word(k) === "points";
  if (word === "%" || word === "％" || word === "٪") {
    if (t.isGlued(at + 1) && (t.isDigits(at + 1) || t.word(at + 1) === "%")) return undefined;
    const dash = hyphenated(t, at + 1);
    return pointAt(dash) ? read(dash + 1, true) : read(at + 1, false);
  }
  if (word === "percent" || word === "percents" || word === "percentage" || word === "pct") {
    const dash = hyphenated(t, at + 1);
    if (pointAt(dash)) return read(dash + 1, true);
    return word === "percentage" ? undefined : read(at + 1, false);
  }
  if (word === "per" && (t.word(at + 1) === "cent" || t.word(at + 1) === "cents"))
    return pointAt(at + 2) ? read(at + 3, true) : read(at + 2, false);
  if (word === "basis" && pointAt(at + 1)) return read(at + 2, true, 0.01);
  if (word === "bps" || (word === "bp" && t.isGlued(at)))
    return endsClean(t, at + 1) ? read(at + 1, true, 0.01) : undefined;
  if (word === "pp" || word === "ppt" || word === "ppts") return endsClean(t, at + 1) ? read(at + 1, true) : undefined;
  if (word === "pc" && endsClean(t, at + 1)) return read(at + 1, false);
  return word === "p" && t.follows(at + 1, ".", "c", ".") ? read(at + 4, false) : undefined;
}

const AGE_UNITS: ReadonlySet<string> = new Set(["year", "month", "week", "day", "decade"]);

function readAge(t: Tokens, i: number): MeasureRead | undefined {
  const read = (next: number, unit: string): MeasureRead => ({ next, measure: { of: "age", unit }, times: 1 });
  const at = hyphenated(t, i);
  if (t.word(at) === "yo" && endsClean(t, at + 1)) return read(at + 1, "year");
  if (t.follows(at, "y", "/", "o")) return read(at + 3, "year");
  if (t.follows(at, "y", ".", "o", ".")) return read(at + 4, "year");
  const unit = TIME_UNITS.get(t.word(at));
  if (unit === undefined || !AGE_UNITS.has(unit.name)) return undefined;
  const old = isDash(t.word(at + 1)) ? at + 2 : at + 1;
  if (t.word(old) === "old" || t.word(old) === "olds") return read(old + 1, unit.name);
  return t.follows(at + 1, "of", "age") ? read(at + 3, unit.name) : undefined;
}

/** Find the name of a currency at i in one to four words ("u.s. dollars", "hong kong dollar"). */
function currencyName(t: Tokens, i: number): { next: number; currency: Currency; name: string } | undefined {
  const us = t.follows(i, "u", ".", "s");
  if (!us && !CURRENCY_FIRST_WORDS.has(t.word(i))) return undefined;
  let at = us ? (t.word(i + 3) === "." ? i + 4 : i + 3) : i + 1;
  let name = us ? "us" : t.word(i);
  let best: { next: number; currency: Currency; name: string } | undefined;
  for (let n = 0; n < 4; n++) {
    const currency = CURRENCY_NAMES.get(name);
    if (currency !== undefined) best = { next: at, currency, name };
    if (!t.isWord(at)) break;
    name += ` ${t.word(at)}`;
    at++;
  }
  return best;
}

/** Names that are also ordinary words: money only from a hundred on. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  "won colon colons ether leone leones sterling som soms lek leks kip lev leva lats dram drams pula tala kina real reals sol rand dong lari leu som ether mark marks crown crowns fen sen bolivar".split(
    " ",
  ),
);

const MONEY_CUES: ReadonlySet<string> = new Set(
  "pay pays paid paying cost costs costing price prices priced worth spend spends spent spending sell sells sold fine fined earn earns earned raise raised donate donated bid salary fee fees debt debts budget loan loans tax taxes bill wage wages fund funding funds invest invested money cash profit profits loss losses sales revenue owed owes owe save saved saving charge charged charges ticket tickets".split(
    " ",
  ),
);

/** Tell whether bare "pounds" behind a number are money: large sums, or a word of paying just before. */
function poundsAreMoney(t: Tokens, number: NumberRead, at: number): boolean {
  if (t.word(at + 2) === "pence" || t.word(at + 3) === "pence") return true;
  if (
    t.word(at + 1) === "of" ||
    t.word(at + 1) === "per" ||
    t.word(at + 1) === "heavier" ||
    t.word(at + 1) === "lighter"
  )
    return false;
  if (t.word(at + 1) === "a" || t.word(at + 1) === "each") return number.value >= 1;
  if (number.value >= 1e6 || number.scale >= 1e6) return true;
  for (let k = number.next - 1; k > number.next - 10 && k >= 0; k--) if (MONEY_CUES.has(t.word(k))) return true;
  return false;
}

const money = (next: number, currency: Currency, times = 1): MeasureRead => ({
  next,
  measure: { of: "money", currency },
  times,
});

function readCurrency(t: Tokens, number: NumberRead): MeasureRead | undefined {
  const i = number.next;
  const short = t.isGlued(i) && number.scale === 1 ? MONEY_SCALES.get(t.raw(i)) : undefined;
  if (short !== undefined && endsClean(t, i + 1) && !t.isGlued(i + 1)) {
    const after = readCurrencyAt(t, i + 1, number);
    if (after !== undefined) return { ...after, times: after.times * short };
  }
  return readCurrencyAt(t, i, number);
}

function readCurrencyAt(t: Tokens, i: number, number: NumberRead): MeasureRead | undefined {
  const at = hyphenated(t, i);
  const word = t.word(at);
  const of = (word === "of" && number.scale > 1) || (word === "a" && number.value < 1) ? at + 1 : at;
  const sign = CURRENCY_SIGNS.get(word);
  if (sign !== undefined) return signBelongsToLeft(t, at) ? money(at + 1, sign) : undefined;
  if (!t.isWord(at)) return undefined;
  if (word === "kr" && endsClean(t, at + 1)) return money(at + 1, { code: "SEK", factor: 1 });
  if (t.raw(at) === "p" && t.isGlued(at) && endsClean(t, at + 1)) return money(at + 1, { code: "GBP", factor: 0.01 });
  const prefixed = prefixedSign(t, at);
  if (prefixed !== undefined && !t.isDigits(prefixed.next)) return money(prefixed.next, prefixed.currency);
  const named = currencyName(t, of);
  if (named !== undefined) {
    if (AMBIGUOUS.has(named.name) && Math.abs(number.value) < 100) return undefined;
    if (named.name === "euro" && (t.word(named.next) === "zone" || t.word(named.next) === "area")) return undefined;
    return money(named.next, named.currency);
  }
  if ((word === "pound" || word === "pounds") && poundsAreMoney(t, number, at))
    return money(at + 1, { code: "GBP", factor: 1 });
  const code = codeAt(t, at, false);
  if (code === undefined) return undefined;
  const scale = SCALES.get(t.word(code.next)) ?? (number.scale === 1 ? SHORT_SCALES.get(t.word(code.next)) : undefined);
  if (scale !== undefined && scale >= 1000 && code.times === 1) return money(code.next + 1, code.currency, scale);
  return money(code.next, code.currency, code.times);
}

/** Tell whether a sign between two numbers belongs to the one before it ("10 $ 30 cent", but "1 $10"). */
function signBelongsToLeft(t: Tokens, i: number): boolean {
  if (t.isGlued(i + 1) && t.isDigits(i + 1)) return t.isGlued(i) && t.word(i) !== "$";
  if (t.isGlued(i + 1) && t.isWord(i + 1)) return false;
  if (!t.isDigits(i + 1) || t.isGlued(i)) return true;
  const cents = currencyName(t, i + 2);
  return cents !== undefined && cents.currency.factor < 1;
}

interface CodeRead {
  readonly next: number;
  readonly currency: Currency;
  readonly times: number;
}

const SCALE_LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Read a currency code at i: USD, or MUSD for millions. Codes that are words need capitals, and never lead. */
function codeAt(t: Tokens, i: number, leading: boolean): CodeRead | undefined {
  const word = t.word(i);
  const plain = word.length === 3 ? CURRENCY_CODES.get(word) : undefined;
  if (plain !== undefined) {
    const capitals = t.raw(i) === word.toUpperCase();
    const wordlike = WORDLIKE_CODES.has(word.toUpperCase());
    if (wordlike && (leading || !capitals)) return undefined;
    const clean = leading || endsClean(t, i + 1);
    return clean ? { next: i + 1, currency: plain, times: 1 } : undefined;
  }
  if (word.length !== 4 || t.raw(i) !== word.toUpperCase()) return undefined;
  const scale = SCALE_LETTERS[word.charAt(0)];
  const currency = CURRENCY_CODES.get(word.slice(1));
  return scale === undefined || currency === undefined ? undefined : { next: i + 1, currency, times: scale };
}

/** Read a sign with letters before it: US$, hk $, aud$, R$. */
function prefixedSign(t: Tokens, i: number): { next: number; currency: Currency } | undefined {
  if (t.word(i) === "u" && t.follows(i, "u", ".", "s", ".", "$"))
    return { next: i + 5, currency: { code: "USD", factor: 1 } };
  if (t.word(i + 1) !== "$") {
    return t.word(i + 1) === "¥" && /^(cn|rmb|jp)$/.test(t.word(i))
      ? { next: i + 2, currency: { code: t.word(i) === "jp" ? "JPY" : "CNY", factor: 1 } }
      : undefined;
  }
  const code = SIGN_PREFIXES.get(t.word(i)) ?? CURRENCY_CODES.get(t.word(i))?.code;
  if (code === undefined) return undefined;
  const glued = t.isGlued(i + 1);
  const capital = t.raw(i) === t.raw(i).toUpperCase();
  if (!glued && t.isGlued(i + 2) && !capital) return undefined;
  if (!glued && !/^(c|us|hk|nz|a|aud|cad|nt|s|mxn|nzd|hkd|sgd|usd)$/.test(t.word(i))) return undefined;
  if (
    !glued &&
    (t.word(i) === "a" || t.word(i) === "s" || t.word(i) === "us") &&
    !capital &&
    (t.word(i) !== "us" || t.isGlued(i + 2))
  )
    return undefined;
  return { next: i + 2, currency: { code, factor: 1 } };
}

/** Read a sign, code or word that leads an amount ("US$", "USD", "dollar 22.5 million"); the number begins at `next`. */
export function readMoneyLead(t: Tokens, i: number): CodeRead | undefined {
  const one = (next: number, currency: Currency): CodeRead => ({ next, currency, times: 1 });
  const sign = CURRENCY_SIGNS.get(t.word(i));
  if (sign !== undefined) return one(i + 1, sign);
  if (!t.isWord(i)) return undefined;
  const prefixed = prefixedSign(t, i);
  if (prefixed !== undefined) return one(prefixed.next, prefixed.currency);
  const code = codeAt(t, i, true);
  if (code !== undefined) return t.isDigits(code.next) ? code : undefined;
  const local = WORD_PREFIXES.get(t.word(i));
  if (local !== undefined && (t.isCapital(i) || t.word(i) === "kr" || t.word(i) === "rs")) {
    const next = t.word(i + 1) === "." ? i + 2 : i + 1;
    return t.isDigits(next) ? one(next, { code: local, factor: 1 }) : undefined;
  }
  if ((t.word(i) === "dollar" || t.word(i) === "dollars" || t.word(i) === "euro") && t.isDigits(i + 1)) {
    const currency = CURRENCY_NAMES.get(t.word(i));
    return currency === undefined ? undefined : one(i + 1, currency);
  }
  return undefined;
}

/** Read the scale letter that only money takes: "$5m", "£1.2t". */
export function readMoneyScale(t: Tokens, number: NumberRead): NumberRead {
  const glued = t.isGlued(number.next);
  const scale = MONEY_SCALES.get(t.raw(number.next));
  if (scale === undefined || number.scale !== 1 || !endsClean(t, number.next + 1)) return number;
  if (!glued && t.raw(number.next) !== "m") return number;
  return { ...number, next: number.next + 1, value: number.value * scale, scale, plain: false };
}

/** What joins the pieces of a unit's name as one key for the tables. */
function unitAt(t: Tokens, i: number, allowSpacedLetter: boolean): { next: number; unit: Unit } | undefined {
  if (t.word(i) === "°" || t.word(i) === "℃" || t.word(i) === "℉") return degreesAt(t, i);
  if (!t.isWord(i)) return undefined;
  const known = UNIT_FIRST_WORDS.has(t.word(i));
  if (!known && t.end(i) - t.start(i) > 5) return undefined;
  let best: { next: number; unit: Unit } | undefined;
  let raw = "";
  let name = "";
  for (let k = i; k < i + 6; k++) {
    const piece = t.raw(k);
    const glued = k > i && t.isGlued(k);
    const dash = isDash(piece);
    if (
      piece === "" ||
      !(
        t.isWord(k) ||
        dash ||
        piece === "/" ||
        piece === "²" ||
        piece === "³" ||
        piece === "." ||
        piece === "2" ||
        piece === "3"
      )
    )
      break;
    if ((piece === "2" || piece === "3") && !glued) break;
    if (piece === "." && !/^(sq|cu|ft|in|lb|oz|yd|mi)$/.test(t.word(k - 1))) break;
    if (dash || piece === ".") {
      if (!glued) break;
      continue;
    }
    const space =
      k === i || piece === "/" || t.word(k - 1) === "/" || (glued && !isDash(t.word(k - 1)) && t.word(k - 1) !== ".")
        ? ""
        : " ";
    raw += space + piece;
    name += space + t.word(k);
    const unit =
      (known ? UNIT_NAMES.get(name) : undefined) ??
      UNIT_SYMBOLS.get(raw) ??
      UNIT_SYMBOLS.get(name.length > 2 ? name : "");
    if (unit === undefined || !endsClean(t, k + 1)) continue;
    const letters = raw.length;
    if (!allowSpacedLetter && UNIT_NAMES.get(name) === undefined && !SPACED_SYMBOLS.has(raw) && letters < 3) continue;
    best = { next: k + 1, unit };
  }
  return best;
}

/** Symbols that are read with a space before them; the others ("in", "t", "pm", "hp") only where they touch their number. */
const SPACED_SYMBOLS: ReadonlySet<string> = new Set(
  "m km cm mm nm dm kg mg g µg μg ug lb oz ft mi ml mL dl cl L l ha kW MW GW TW W kV V Hz mb Mb MB GB gb TB tb KB kB kb kt yd hp dB db °C °F K qt m2 m3 m² m³ hL hl kJ MJ J Pa pc kn GW"
    .split(" ")
    .filter((symbol) => !["K", "pc", "g"].includes(symbol)),
);
const NEVER_SYMBOLS: ReadonlySet<string> = new Set(["pm", "PM", "am", "AM", "au"]);

function degreesAt(t: Tokens, i: number): { next: number; unit: Unit } | undefined {
  const scale = t.word(i) === "℃" ? "c" : t.word(i) === "℉" ? "f" : t.word(i + 1).charAt(0);
  const celsius = scale === "c" && /^(c|celsius|centigrade)$/.test(t.word(i) === "℃" ? "c" : t.word(i + 1));
  const fahrenheit = scale === "f" && /^(f|fahrenheit)$/.test(t.word(i) === "℉" ? "f" : t.word(i + 1));
  const unit = UNIT_SYMBOLS.get(celsius ? "°C" : fahrenheit ? "°F" : "°");
  return unit === undefined ? undefined : { next: (celsius || fahrenheit) && t.word(i) === "°" ? i + 2 : i + 1, unit };
}

const BRACKETS: Readonly<Record<string, string>> = { "(": ")", "{": "}", "<": ">", "[": "]" };

function readUnit(t: Tokens, i: number, number: NumberRead): MeasureRead | undefined {
  const quantity = (next: number, unit: Unit): MeasureRead => ({ next, measure: { of: "quantity", unit }, times: 1 });
  const close = BRACKETS[t.word(i)];
  if (close !== undefined) {
    const inner = unitAt(t, i + 1, true);
    return inner !== undefined && t.word(inner.next) === close ? quantity(inner.next + 1, inner.unit) : undefined;
  }
  const glued = t.isGlued(i) && t.isDigits(i - 1);
  if (NEVER_SYMBOLS.has(t.raw(i))) return undefined;
  const at = hyphenated(t, i);
  const of = t.word(at) === "of" && t.word(at + 1) === "a" && number.value < 1 ? at + 2 : at;
  const found =
    unitAt(t, of, glued && of === i) ?? (t.word(at) === "a" && number.value < 1 ? unitAt(t, at + 1, false) : undefined);
  return found === undefined ? undefined : quantity(found.next, found.unit);
}

/** The smaller unit that may follow a larger one, both with figures: 5 ft 2 in, 8 pounds 3 ounces. */
const SMALLER: Readonly<Record<string, string>> = {
  ft: "in",
  lb: "oz",
  yd: "ft",
  m: "cm",
  kg: "g",
  mi: "ft",
  st: "lb",
};

/** Read the smaller part behind a quantity and return it in the larger unit. */
export function readSmallerPart(t: Tokens, i: number, unit: Unit): { next: number; value: number } | undefined {
  const wanted = SMALLER[unit.symbol];
  if (wanted === undefined) return undefined;
  const at = t.word(i) === "and" || t.word(i) === "," || (isDash(t.word(i)) && t.isGlued(i)) ? i + 1 : i;
  const number = readNumber(t, at);
  if (number === undefined || number.value <= 0 || number.scale !== 1) return undefined;
  const part = unitAt(t, hyphenated(t, number.next), true);
  if (part === undefined || part.unit.symbol !== wanted) return undefined;
  const value = (number.value * part.unit.factor) / unit.factor;
  return value < 1 ? { next: part.next, value } : undefined;
}

/** Read the cents behind whole money: "3 dollars 50 cents", "15 dollars and 15." Returns the fraction of the main unit. */
export function readCents(t: Tokens, i: number, named: boolean): { next: number; value: number } | undefined {
  const at = t.word(i) === "and" ? i + 1 : i;
  const number = readNumber(t, at);
  if (number === undefined || !number.integer || number.scale !== 1 || number.value < 1 || number.value > 99)
    return undefined;
  const name = currencyName(t, number.next);
  if (name !== undefined)
    return name.currency.factor === 0.01 && named ? { next: name.next, value: number.value / 100 } : undefined;
  const after = t.word(number.next);
  const ends = after === "" || after === "more" || (after === "and" && at > i) || /^[.,;:!?)]$/.test(after);
  const digitsFollow = t.isGlued(number.next) && t.isGlued(number.next + 1) && t.isDigits(number.next + 1);
  return ends && !digitsFollow && (named || at > i) ? { next: number.next, value: number.value / 100 } : undefined;
}
