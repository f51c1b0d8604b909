import {
  DOZENS,
  SCALE_ORDINALS,
  SCALES,
  SHORT_SCALES,
  SMALL,
  SMALL_ORDINALS,
  TENS,
  TENS_ORDINALS,
  VULGAR,
} from "./number-words";
import { isDash, readOnce, type Tokens } from "./tokens";

/** A number as read: the token after it, its value, and how it was written. */
export interface NumberRead {
  readonly next: number;
  readonly value: number;
  /** The scale word or letter it ends in (1e6 in "2.5 million"), 1 when there is none. */
  readonly scale: number;
  /** Written as digits without a sign, separator, fraction or scale: what a year, a day or a house number looks like. */
  readonly plain: boolean;
  readonly words: boolean;
  readonly integer: boolean;
}

/** No number in any text needs more pieces than this; the limit keeps hostile input linear. */
const MOST_PIECES = 24;

interface Literal {
  readonly next: number;
  readonly value: number;
  readonly plain: boolean;
}

const digitsValue = (t: Tokens, i: number): number => {
  const word = t.word(i);
  return word.length > 300 ? Number.NaN : Number(word);
};

const gluedDigits = (t: Tokens, i: number, separator: string): boolean =>
  t.word(i) === separator && t.isGlued(i) && t.isDigits(i + 1) && t.isGlued(i + 1);

/** Tell whether the digits at i stand in a chain of three or more joined by dots (an address or a version). */
function inDottedChain(t: Tokens, i: number): boolean {
  const left = t.isGlued(i) && t.word(i - 1) === "." && t.isGlued(i - 1) && t.isDigits(i - 2);
  const right = gluedDigits(t, i + 1, ".");
  const farRight = right && gluedDigits(t, i + 3, ".");
  return left || (farRight && !isThousands(t, i, "."));
}

/** Tell whether digits at i are followed by groups of three after this separator ("1.234.567"). */
function isThousands(t: Tokens, i: number, separator: string): boolean {
  if (t.word(i).length > 3) return false;
  let at = i;
  for (let n = 0; n < MOST_PIECES && gluedDigits(t, at + 1, separator); n++) {
    at += 2;
    if (t.word(at).length !== 3) return false;
  }
  return at > i;
}

/** Read grouped digits: 1,234,567 · 12,34,567 · 1.234,5 · 1 234 567. Returns the integer digits and the token after. */
function readGroups(t: Tokens, i: number): { next: number; digits: string; comma: boolean } {
  let digits = t.word(i);
  let next = i + 1;
  if (digits.length <= 3) {
    let at = next;
    let joined = digits;
    for (let n = 0; n < MOST_PIECES && gluedDigits(t, at, ",") && t.word(at + 1).length <= 3; n++) {
      if (t.word(at + 1).length === 1) break;
      joined += t.word(at + 1);
      at += 2;
    }
    const whole = at > next && t.word(at - 1).length === 3 && !gluedDigits(t, at, ",");
    const even = at - next === 2 || t.word(next + 1).length === 3 || t.word(next + 1).length === 2;
    if (whole && even) return { next: at, digits: joined, comma: true };
    if (isThousands(t, i, ".") && gluedDigits(t, i + 3, ",")) {
      digits += t.word(i + 2);
      next = i + 3;
      return { next, digits, comma: false };
    }
    if (gluedDigits(t, i + 3, ".") && isThousands(t, i, ".")) {
      for (let n = 0; n < MOST_PIECES && gluedDigits(t, next, "."); n++) {
        digits += t.word(next + 1);
        next += 2;
      }
      return { next, digits, comma: true };
    }
    return readSpacedGroups(t, i) ?? { next, digits, comma: false };
  }
  return { next, digits, comma: false };
}

/** Read 1 234 567: at least two groups after the first, or one that is 000 or stands behind a no-break or thin space. */
function readSpacedGroups(t: Tokens, i: number): { next: number; digits: string; comma: boolean } | undefined {
  let at = i + 1;
  let digits = t.word(i);
  let narrow = true;
  while (at - i < MOST_PIECES && t.isDigits(at) && t.word(at).length === 3 && t.start(at) - t.end(at - 1) === 1) {
    const space = t.text.charAt(t.end(at - 1));
    if (space !== "\u00a0" && space !== "\u2009" && space !== "\u202f") narrow = false;
    digits += t.word(at);
    at++;
  }
  const groups = at - i - 1;
  if (groups === 0 || (groups === 1 && !narrow && t.word(i + 1) !== "000")) return undefined;
  return { next: at, digits, comma: true };
}

/** Read digits with separators, decimals, powers and fractions, without sign or scale. */
function readLiteral(t: Tokens, i: number): Literal | undefined {
  if (
    t.word(i) === "." &&
    t.isDigits(i + 1) &&
    t.isGlued(i + 1) &&
    !(t.isGlued(i) && (t.isDigits(i - 1) || t.isWord(i - 1)))
  ) {
    if (gluedDigits(t, i + 2, ".")) return undefined;
    return { next: i + 2, value: Number(`0.${t.word(i + 1).slice(0, 300)}`), plain: false };
  }
  const vulgar = VULGAR.get(t.word(i));
  if (vulgar !== undefined) return { next: i + 1, value: vulgar, plain: false };
  if (!t.isDigits(i)) return undefined;
  if (inDottedChain(t, i)) return { next: i + 1, value: digitsValue(t, i), plain: true };
  const groups = readGroups(t, i);
  let { next } = groups;
  let written = groups.digits.slice(0, 310);
  let plain = next === i + 1;
  if (gluedDigits(t, next, ".") || (!groups.comma && gluedDigits(t, next, ",") && !gluedDigits(t, next + 2, ","))) {
    written += `.${t.word(next + 1).slice(0, 300)}`;
    next += 2;
    plain = false;
  }
  const value = Number(written);
  if (!Number.isFinite(value)) return undefined;
  return readPower(t, next, value) ?? readFractionPart(t, next, value, plain) ?? { next, value, plain };
}

/** Read what may follow a mantissa: e13, e+14, ^23, x10^6. */
function readPower(t: Tokens, i: number, mantissa: number): Literal | undefined {
  const exponentAt = (at: number): { next: number; value: number } | undefined => {
    const sign = t.word(at) === "-" || t.word(at) === "−" ? -1 : 1;
    const digit = sign < 0 || t.word(at) === "+" ? at + 1 : at;
    if (!t.isDigits(digit) || !t.isGlued(digit) || t.word(digit).length > 3) return undefined;
    return { next: digit + 1, value: sign * Number(t.word(digit)) };
  };
  if (!t.isGlued(i) && !t.follows(i, "x") && !t.follows(i, "×")) return undefined;
  const times = t.word(i) === "x" || t.word(i) === "×";
  const tenPower = times && t.word(i + 1) === "10" && t.word(i + 2) === "^";
  const exponent =
    t.word(i) === "e" || t.word(i) === "^" ? exponentAt(i + 1) : tenPower ? exponentAt(i + 3) : undefined;
  if (exponent === undefined) return undefined;
  const value =
    t.word(i) === "^"
      ? mantissa ** exponent.value
      : Number(`${mantissa}e${exponent.value}`) || mantissa * 10 ** exponent.value;
  return Number.isFinite(value) ? { next: exponent.next, value, plain: false } : undefined;
}

/** Read the rest of 4/5, 10 1/2 or 2½ after a whole number. */
function readFractionPart(t: Tokens, i: number, whole: number, plain: boolean): Literal | undefined {
  const vulgar = VULGAR.get(t.word(i));
  if (vulgar !== undefined) return { next: i + 1, value: whole + vulgar, plain: false };
  if (!plain) return undefined;
  if (
    gluedDigits(t, i, "/") &&
    t.word(i + 1).length <= 4 &&
    !gluedDigits(t, i + 2, "/") &&
    !gluedDigits(t, i + 2, ".")
  ) {
    const under = Number(t.word(i + 1));
    if (whole === 24 && under === 7) return undefined;
    return under > 0 ? { next: i + 2, value: whole / under, plain: false } : undefined;
  }
  if (t.isDigits(i) && !t.isGlued(i) && gluedDigits(t, i + 1, "/") && !gluedDigits(t, i + 3, "/")) {
    const [over, under] = [Number(t.word(i)), Number(t.word(i + 2))];
    if (over > 0 && over < under && under <= 64) return { next: i + 3, value: whole + over / under, plain: false };
  }
  return undefined;
}

interface OrdinalWord {
  readonly next: number;
  readonly value: number;
  readonly plural: boolean;
  /** Joined by hyphens into one word ("twenty-fifth"). */
  readonly hyphened: boolean;
}

const singular = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : word);

function smallOrdinal(word: string): number | undefined {
  return SMALL_ORDINALS.get(singular(word)) ?? SMALL_ORDINALS.get(word);
}

/** Read the last piece of an ordinal in words: fifth, twenty-fifth, twenty fifths, hundredth. */
function readOrdinalPiece(t: Tokens, i: number): OrdinalWord | undefined {
  const word = t.word(i);
  const plural = word.endsWith("s");
  const simple = smallOrdinal(word) ?? TENS_ORDINALS.get(singular(word)) ?? SCALE_ORDINALS.get(singular(word));
  if (simple !== undefined) return { next: i + 1, value: simple, plural, hyphened: false };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const dash = isDash(t.word(i + 1));
  const at = dash ? i + 2 : i + 1;
  const unit = smallOrdinal(t.word(at));
  if (unit === undefined || unit > 9) return undefined;
  return { next: at + 1, value: tens + unit, plural: t.word(at).endsWith("s"), hyphened: dash && t.isGlued(at) };
}

interface Cardinal {
  readonly next: number;
  readonly value: number;
  readonly scale: number;
  readonly plain: boolean;
  readonly words: boolean;
  /** Only "a" or "one": the numerator that a singular denominator needs. */
  readonly one: boolean;
}

/** Return the scale at i and the token after it: a word, or an abbreviation where digits stand before it. */
function scaleAt(t: Tokens, i: number, afterDigits: boolean): { next: number; value: number } | undefined {
  const at = isDash(t.word(i)) && t.isGlued(i) && t.isGlued(i + 1) && SCALES.has(t.word(i + 1)) ? i + 1 : i;
  const value = SCALES.get(t.word(at));
  if (value !== undefined) return { next: at + 1, value };
  if (!afterDigits || !t.isWord(i)) return undefined;
  const raw = t.raw(i);
  const short = SHORT_SCALES.get(raw) ?? (raw.length > 1 ? SHORT_SCALES.get(t.word(i)) : undefined);
  if (short === undefined) return undefined;
  const spaced = !t.isGlued(i);
  if (spaced && (raw === "b" || raw === "mm" || raw === "MM" || raw === "T" || raw === "mill")) return undefined;
  if (!spaced && (raw === "mm" || raw === "MM")) return undefined;
  const endsClean = !t.isGlued(i + 1) || !(t.isDigits(i + 1) || t.isWord(i + 1));
  return endsClean ? { next: i + 1, value: short } : undefined;
}

/**
 * Read a cardinal: digits or words with hundreds and scales ("4 thousand 3 hundred and 21", "two hundred and two thousand").
 * `group` is the part below the next scale; a scale must be smaller than the one before.
 */
function readCardinal(t: Tokens, i: number): Cardinal | undefined {
  let total = 0;
  let part = 0;
  let group = 0;
  let open: "none" | "units" | "tens" | "hundred" = "none";
  let hundreds = false;
  let lastScale = Number.POSITIVE_INFINITY;
  let scale = 1;
  let at = i;
  let words = false;
  let plain = false;
  let decimals = false;

  const first = readLiteral(t, i);
  const article = t.word(i) === "a" || t.word(i) === "an";
  if (first !== undefined) {
    if (Number.isNaN(first.value)) return undefined;
    group = first.value;
    open = "units";
    at = first.next;
    plain = first.plain;
    decimals = !Number.isInteger(first.value);
  } else if (article || t.word(i) === "hundred" || t.word(i) === "thousand") {
    const scaled = article ? i + 1 : i;
    const isScale = t.word(scaled) === "hundred" || SCALES.has(t.word(scaled));
    if (article ? !(isScale || DOZENS.has(t.word(scaled))) : !SCALES.has(t.word(i + 1))) return undefined;
    if (article && isScale && t.word(scaled).endsWith("s")) return undefined;
    group = 1;
    open = "units";
    at = scaled;
    words = true;
  }
  const start = at;
  const one = !article && first === undefined && t.word(i) === "one";

  for (let step = 0; step < MOST_PIECES; step++) {
    const begun = step > 0 || first !== undefined || words;
    const dash = begun && isDash(t.word(at));
    const spacedDash = dash && !t.isGlued(at);
    const and = begun && t.word(at) === "and" && (open === "hundred" || (open === "none" && total > 0));
    const p = dash || and ? at + 1 : at;
    const word = t.word(p);
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    if (small !== undefined && !plain) {
      const fits = open === "none" || open === "hundred" || (open === "tens" && small > 0 && small < 10);
      if (
        !fits ||
        (begun && small === 0) ||
        (spacedDash && open !== "tens") ||
        (begun && !fitsScale(t, p + 1, hundreds, lastScale))
      )
        break;
      if ((dash && open === "none" && begun) || (and && beginsFraction(t, p))) break;
      group += small;
      open = "units";
      words = true;
    } else if (tens !== undefined) {
      if ((open !== "none" && open !== "hundred") || (dash && begun) || (and && beginsFraction(t, p))) break;
      if (
        begun &&
        (!fitsScale(t, p + 1, hundreds, lastScale) ||
          (isDash(t.word(p + 1)) && (readOrdinalPiece(t, p)?.hyphened ?? false)))
      )
        break;
      if (!begun && isDash(t.word(p + 1)) && readOrdinalPiece(t, p)?.hyphened) break;
      group += tens;
      open = "tens";
      words = true;
    } else if (
      (word === "hundred" || word === "hundreds") &&
      group > 0 &&
      group < (plain ? 1000 : 100) &&
      !hundreds &&
      (open === "units" || open === "tens")
    ) {
      if (dash && spacedDash) break;
      group *= 100;
      hundreds = true;
      open = "hundred";
      scale = 100;
      plain = false;
      words = true;
      at = p + 1;
      continue;
    } else if (t.isDigits(p) && begun && !dash && !decimals && (open === "hundred" || (open === "none" && total > 0))) {
      const literal = readLiteral(t, p);
      const limit = open === "hundred" ? 100 : lastScale;
      if (first === undefined || literal === undefined || !Number.isInteger(literal.value)) break;
      if (literal.value <= 0 || literal.value >= limit || !fitsScale(t, literal.next, hundreds, lastScale)) break;
      group += literal.value;
      open = "units";
      at = literal.next;
      scale = 1;
      continue;
    } else {
      if (and || spacedDash) break;
      const found = scaleAt(t, at, first !== undefined && at === first.next);
      if (found === undefined || !begun) break;
      if (group > 0 && found.value < lastScale) {
        part = group * found.value;
        total += part;
        group = 0;
        hundreds = false;
      } else if (group === 0 && open === "none" && part > 0 && first?.next !== at) {
        total += part * found.value - part;
        part *= found.value;
      } else break;
      lastScale = found.value;
      scale = found.value;
      open = "none";
      plain = false;
      at = found.next;
      continue;
    }
    scale = 1;
    at = p + 1;
  }
  let value = total + group;
  if (at === start && first === undefined && !(words && DOZENS.has(t.word(at)))) return undefined;
  if (DOZENS.has(t.word(at)) && begunDozen(t, i, at)) {
    const counted = group > 100 && group % 100 !== 0 ? group % 100 : value;
    value += counted * 11;
    at++;
    plain = false;
  }
  return {
    next: at,
    value,
    scale,
    plain: plain && first !== undefined,
    words: first === undefined,
    one: one && value === 1,
  };
}

const begunDozen = (t: Tokens, i: number, at: number): boolean => at > i && !t.isGlued(at);

/** Tell whether a fraction below one is spelled out here, without reading it: "two thirds", "fifty-four hundredths". */
function beginsFraction(t: Tokens, i: number): boolean {
  const tens = TENS.get(t.word(i)) ?? 0;
  const unitAt = tens === 0 ? i : isDash(t.word(i + 1)) ? i + 2 : i + 1;
  const unit = SMALL.get(t.word(unitAt)) ?? 0;
  const after = unit > 0 ? unitAt + 1 : i + 1;
  const at = isDash(t.word(after)) ? after + 1 : after;
  const word = t.word(at);
  if (word === "half" || word === "quarter") return tens + unit === 1;
  if (word === "quarters") return tens + unit === 3;
  const under = readOrdinalPiece(t, at);
  return under !== undefined && under.value >= 3 && tens + unit < under.value && (under.plural || tens + unit === 1);
}

/** Tell whether a small number may join the one before it: "and 2 hundred" begins another number. */
function fitsScale(t: Tokens, i: number, hundreds: boolean, lastScale: number): boolean {
  const word = t.word(i);
  if (word === "hundred") return !hundreds;
  const scale = SCALES.get(word);
  return scale === undefined || scale < lastScale;
}

const ENDS_FRACTION: ReadonlySet<string> = new Set(
  "of the as more less fewer higher lower larger smaller bigger to its his her their our".split(" "),
);

interface Part {
  readonly next: number;
  readonly value: number;
}

/** Tell whether what follows lets "a third" be a fraction and not an ordinal ("a third person"). */
function closesFraction(t: Tokens, i: number): boolean {
  return !t.isWord(i) || ENDS_FRACTION.has(t.word(i)) || SCALES.has(t.word(i)) || t.word(i) === "percent";
}

/** Read a fraction in words or as one character: half, a quarter, two thirds, one twenty-fifth, ¾. */
function readFraction(t: Tokens, i: number, added = false): Part | undefined {
  const vulgar = VULGAR.get(t.word(i));
  if (vulgar !== undefined) return { next: i + 1, value: vulgar };
  const word = t.word(i);
  if (word === "half") return { next: i + 1, value: 0.5 };
  const article = word === "a" || word === "an";
  if ((article || word === "one") && t.word(i + 1) === "half") return { next: i + 2, value: 0.5 };
  if (word === "quarter" && t.word(i + 1) === "of" && t.word(i + 2) === "a" && SCALES.has(t.word(i + 3)))
    return { next: i + 1, value: 0.25 };
  const scaled = article && t.word(i + 1) === "hundred" ? readCardinal(t, i) : undefined;
  const over: Cardinal | undefined =
    scaled !== undefined
      ? scaled
      : article
        ? { next: i + 1, value: 1, scale: 1, plain: false, words: true, one: true }
        : readCardinal(t, i);
  if (over === undefined || !Number.isInteger(over.value)) return undefined;
  const dash = isDash(t.word(over.next));
  const at = dash ? over.next + 1 : over.next;
  const denominator = t.word(at);
  if (denominator === "quarter" || denominator === "quarters") {
    const fits = over.one ? denominator === "quarter" : over.value === 3 && denominator === "quarters";
    return fits && (added || !article || closesFraction(t, at + 1))
      ? { next: at + 1, value: over.value / 4 }
      : undefined;
  }
  if (denominator === "halves") return { next: at + 1, value: over.value / 2 };
  const under = readDenominator(t, at);
  if (under === undefined || under.value < 3) return undefined;
  if (!under.plural && !over.one) return undefined;
  if (!under.plural && article && !closesFraction(t, under.next)) return undefined;
  if (!over.words && !under.plural) return undefined;
  return { next: under.next, value: over.value / under.value };
}

/** Read a denominator in words, which may itself be compound ("one hundred and fifth"). */
function readDenominator(t: Tokens, i: number): OrdinalWord | undefined {
  const piece = readOrdinalPiece(t, i);
  if (piece !== undefined) return piece;
  return readCompoundOrdinal(t, i);
}

/** Read an ordinal of several words: "one hundred twenty fifth", "one hundred and thirty-fifths". */
function readCompoundOrdinal(t: Tokens, i: number): OrdinalWord | undefined {
  const head = readCardinal(t, i);
  if (head === undefined || !Number.isInteger(head.value)) return undefined;
  const and = t.word(head.next) === "and";
  const dash = isDash(t.word(head.next)) && t.isGlued(head.next);
  const at = and || dash ? head.next + 1 : head.next;
  const scaleOrdinal = SCALE_ORDINALS.get(singular(t.word(at)));
  if (scaleOrdinal !== undefined && !and) {
    return { next: at + 1, value: head.value * scaleOrdinal, plural: t.word(at).endsWith("s"), hyphened: false };
  }
  const tail = readOrdinalPiece(t, at);
  if (tail === undefined || tail.value >= 100 || !head.words) return undefined;
  const room = head.value % 10 !== 0 ? 0 : head.value % 100 !== 0 ? 10 : 100;
  return tail.value < room ? { ...tail, value: head.value + tail.value } : undefined;
}

/** Read an ordinal: 21st, eleventh, twenty-first, a hundred trillionth. Plural forms are fractions, not ordinals. */
export function readOrdinal(t: Tokens, i: number): Part | undefined {
  if (t.isDigits(i)) {
    const suffix = t.word(i + 1);
    const fits = suffix === "st" || suffix === "nd" || suffix === "rd" || suffix === "th";
    const length = t.word(i).length;
    if (!fits || length > 9 || !t.isGlued(i + 1) || (t.isGlued(i) && t.isWord(i - 1))) return undefined;
    return { next: i + 2, value: Number(t.word(i)) };
  }
  if (!t.isWord(i)) return undefined;
  const word = t.word(i);
  const piece = readOrdinalPiece(t, i);
  if (piece !== undefined) return piece.plural ? undefined : piece;
  if (word === "a" && !(t.word(i + 1) === "hundred" || SCALES.has(t.word(i + 1)))) return undefined;
  if (!isNumberWord(word) && word !== "a") return undefined;
  const compound = readCompoundOrdinal(t, i);
  return compound === undefined || compound.plural ? undefined : compound;
}

/** Tell whether a word alone may begin a number in words. */
export function isNumberWord(word: string): boolean {
  return SMALL.has(word) || TENS.has(word) || word === "hundred" || word === "thousand";
}

const NEGATIVE: ReadonlySet<string> = new Set(["minus", "negative"]);

/** Tell whether a minus sign at i belongs to the number behind it and is not a dash between words. */
function isSign(t: Tokens, i: number): boolean {
  const word = t.word(i);
  if (word !== "-" && word !== "−") return false;
  if (t.isGlued(i) && (t.isDigits(i - 1) || t.isWord(i - 1) || t.word(i - 1) === ")")) return false;
  if (t.isGlued(i) && isDash(t.word(i - 1))) return false;
  if (t.isDigits(i + 1) && isDash(t.word(i + 2)) && t.isGlued(i + 2)) return false;
  const follower = t.isDigits(i + 1) || (t.word(i + 1) === "." && t.isDigits(i + 2));
  return follower && (t.isGlued(i + 1) || i === 0);
}

/** Read a number in any notation, from its sign to its scale; undefined when none begins here. */
export const readNumber = readOnce(readNumberAt);

function readNumberAt(t: Tokens, i: number): NumberRead | undefined {
  const signed = NEGATIVE.has(t.word(i)) || isSign(t, i);
  const at = signed ? i + 1 : i;
  const read = readFractionNumber(t, at) ?? readWhole(t, at);
  if (read === undefined || !Number.isFinite(read.value)) return undefined;
  if (!signed) return read;
  if (t.isWord(i) && read.value === 0) return undefined;
  return { ...read, value: -read.value, plain: false };
}

/** Read "half a million", "two thirds of a million", "three quarters billion", "one fifth", "half". */
function readFractionNumber(t: Tokens, i: number): NumberRead | undefined {
  const fraction = t.isDigits(i) ? undefined : readFraction(t, i);
  if (fraction === undefined) return undefined;
  let { next } = fraction;
  if (t.word(next) === "of" && t.word(next + 1) === "a") next += 2;
  else if (t.word(next) === "a") next += 1;
  else if (isDash(t.word(next)) && t.isGlued(next)) next += 1;
  const scale = SCALES.get(t.word(next)) ?? (DOZENS.has(t.word(next)) ? 12 : undefined);
  const value = scale === undefined ? fraction.value : fraction.value * scale;
  const end = scale === undefined ? fraction.next : next + 1;
  return { next: end, value, scale: scale ?? 1, plain: false, words: true, integer: Number.isInteger(value) };
}

/** Read a cardinal with what may follow it: "point five", "and a half", "and three fifths", "over 21". */
function readWhole(t: Tokens, i: number): NumberRead | undefined {
  const cardinal = readCardinal(t, i);
  if (cardinal === undefined) return undefined;
  const base: NumberRead = {
    next: cardinal.next,
    value: cardinal.value,
    scale: cardinal.scale,
    plain: cardinal.plain,
    words: cardinal.words,
    integer: Number.isInteger(cardinal.value),
  };
  const whole = readPoint(t, base) ?? readAddedFraction(t, base) ?? readVulgarTail(t, base);
  return whole === undefined ? base : inDozens(t, whole);
}

/** Count "three and a half dozen" in dozens; whole dozens are read with their cardinal. */
function inDozens(t: Tokens, read: NumberRead): NumberRead {
  if (!DOZENS.has(t.word(read.next)) || t.isGlued(read.next)) return read;
  const value = read.value * 12;
  return { ...read, next: read.next + 1, value, scale: 12, integer: Number.isInteger(value) };
}

function readVulgarTail(t: Tokens, base: NumberRead): NumberRead | undefined {
  const vulgar = VULGAR.get(t.word(base.next));
  if (vulgar === undefined || !base.words) return undefined;
  return { ...base, next: base.next + 1, value: base.value + vulgar, plain: false, integer: false };
}

/** Read "point zero three" or "point seventy-one" behind a number in words. */
function readPoint(t: Tokens, base: NumberRead): NumberRead | undefined {
  if (!base.words || t.word(base.next) !== "point") return undefined;
  let digits = "";
  let at = base.next + 1;
  for (let n = 0; n < MOST_PIECES; n++) {
    const small = t.word(at) === "oh" ? 0 : SMALL.get(t.word(at));
    if (small === undefined || small > 9) break;
    digits += String(small);
    at++;
  }
  if (digits === "") {
    const rest = readCardinal(t, at);
    if (rest === undefined || !rest.words || rest.value >= 100) return undefined;
    digits = String(rest.value);
    at = rest.next;
  }
  const value = Number(`${base.value}.${digits}`);
  if (!Number.isFinite(value)) return undefined;
  const scale = scaleAt(t, at, false);
  return scale === undefined
    ? { ...base, next: at, value, integer: false }
    : { ...base, next: scale.next, value: value * scale.value, scale: scale.value, integer: false };
}

/** Read "and a half", which counts in the scale named last: "3 million and a half", "five and a half million". */
function readAddedFraction(t: Tokens, base: NumberRead): NumberRead | undefined {
  const dash = isDash(t.word(base.next)) && t.isGlued(base.next);
  const joiner = t.word(base.next) === "and" || (dash && t.word(base.next + 1) === "and");
  if (!joiner || !base.integer) return undefined;
  let begin = base.next + (dash ? 2 : 1);
  if (isDash(t.word(begin)) && t.isGlued(begin)) begin++;
  const extended = readMiddle(t, base, begin);
  let article = begin;
  if (t.word(begin) === "a" && isDash(t.word(begin + 1)) && t.word(begin + 2) === "half") article = begin + 2;
  const fraction = extended ?? readAddable(t, article) ?? readSlashed(t, article);
  if (fraction === undefined || fraction.value >= base.value + 100) return undefined;
  if (extended === undefined && fraction.value >= 1) return undefined;
  const dashed = isDash(t.word(fraction.next)) && t.isGlued(fraction.next) ? fraction.next + 1 : fraction.next;
  const scale = SCALES.get(t.word(dashed));
  if (scale !== undefined) {
    const value = base.scale > 1 ? base.value + fraction.value * scale : (base.value + fraction.value) * scale;
    return { next: dashed + 1, value, scale, plain: false, words: base.words, integer: Number.isInteger(value) };
  }
  const value = base.value + fraction.value * (base.scale >= 1000 ? base.scale : 1);
  return { ...base, next: fraction.next, value, plain: false, integer: Number.isInteger(value) };
}

/** Read 3/8 in digits behind "five and". */
function readSlashed(t: Tokens, i: number): Part | undefined {
  if (!t.isDigits(i) || !gluedDigits(t, i + 1, "/")) return undefined;
  const literal = readLiteral(t, i);
  return literal !== undefined && literal.next === i + 3 && literal.value < 1 ? literal : undefined;
}

/** Read the fraction after "and"; "and a third person" is no fraction, nor is "and half of them". */
function readAddable(t: Tokens, i: number): Part | undefined {
  const fraction = readFraction(t, i, true);
  if (fraction === undefined) return undefined;
  return t.word(fraction.next) === "of" || (t.word(i) === "half" && (t.word(i + 1) === "the" || t.word(i + 1) === "a"))
    ? undefined
    : fraction;
}

/** Read "three and three fifths" behind "twenty and". */
function readMiddle(t: Tokens, base: NumberRead, i: number): Part | undefined {
  const small = SMALL.get(t.word(i));
  if (small === undefined || small > 9 || base.value % 10 !== 0 || t.word(i + 1) !== "and") return undefined;
  const fraction = readFraction(t, i + 2);
  return fraction !== undefined && fraction.value < 1
    ? { next: fraction.next, value: small + fraction.value }
    : undefined;
}
