import { isApostrophe, isDash, type Tokens } from "../tokens";
import type { Bound } from "../value";

/** Tell whether what touches the token on its left makes it part of a code, a ticker or a word. */
export function blockedBefore(t: Tokens, i: number): boolean {
  const before = t.word(i - 1);
  if (t.isWord(i - 1) || before === "$" || before === "@" || before === "#") return true;
  const joined = isDash(before) || before === "/" || before === "." || before === ":";
  if (!joined || !t.isGlued(i - 1)) return false;
  return t.isDigits(i - 2) || (before === "." && t.isWord(i - 2) && t.isDigits(i));
}

/** Read a time of day and return the token after it: 5 p.m., 10:30, 7 o'clock. */
export function readClock(t: Tokens, i: number): number | undefined {
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
  "would",
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

/** Marks that end the stretch of text in which a verb is looked for. */
export const STOPS: ReadonlySet<string> = new Set([".", "!", "?", ";", "“", "”"]);

/** Where the nearest verb of the sentence points; "open" when none is found, and a news text then looks back. */
type Tense = "ahead" | "behind" | "open";

/** Find the tense of the sentence before token i, or behind a date that opens it. Looks at most fourteen tokens back. */
export function tenseAt(t: Tokens, i: number): Tense {
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

/** Return the limit that the words before a date make of it: since, after, before, until, by, no later than. */
export function boundOf(t: Tokens, i: number): Bound | undefined {
  const at = t.word(i - 1) === "the" ? i - 2 : i - 1;
  const word = t.word(at);
  if (word === "than" && t.word(at - 1) === "later") return t.word(at - 2) === "no" ? "<=" : ">";
  if (word === "than" && t.word(at - 1) === "earlier") return t.word(at - 2) === "no" ? ">=" : "<";
  if (word === "to" && t.word(at - 1) === "prior") return "<";
  return Object.hasOwn(POINT_BOUNDS, word) ? POINT_BOUNDS[word] : undefined;
}

/** Tell whether nothing sticks to the end of a date that makes it a code or a decimal. */
export function cleanAfter(t: Tokens, i: number): boolean {
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
export function yearIsMeant(t: Tokens, i: number, next: number): boolean {
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

const LENGTH_ONLY: ReadonlySet<string> = new Set(
  "time first second third highest lowest most least worst biggest best largest record once twice times fastest slowest only more less fewer".split(
    " ",
  ),
);

/** Tell whether a past verb or a superlative before "in ten years" makes it a length and no date. */
export function spokenOfPast(t: Tokens, i: number): boolean {
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
