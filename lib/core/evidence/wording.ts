import { plain, readTokens, wordKey } from "../anchoring/word-key";
import { FEMALE_NAMES, MALE_NAMES } from "../extraction/first-names";
import { DEMONYMS } from "../extraction/gazetteer";
import type { Token } from "../text/tokens";
import { type ClaimFact, type Finding, missing } from "./comparison";

/** A quote of a source, read once for all names and quotations of a claim. */
export interface ReadQuote {
  readonly text: string;
  readonly words: readonly Token[];
  readonly keys: readonly string[];
}

/** Read the words of a quote; marks and white space are left out. */
export function readQuote(text: string): ReadQuote {
  const words = wordsOf(text);
  return { text, words, keys: words.map(wordKey) };
}

/** A hyphen within a word is taken for a space, so that "nation-building" and "nation building" are the same words. */
const wordsOf = (text: string): Token[] =>
  readTokens(text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, " ")).filter(
    ({ shape, lower }) => shape !== "mark" && lower !== "'s" && lower !== "'",
  );
const keysOf = (text: string): string[] => wordsOf(text).map(wordKey);

/** Return the first place from `from` on where `wanted` stands, word by word; -1 when it does not. */
function indexOf(keys: readonly string[], wanted: readonly string[], from = 0): number {
  if (wanted.length === 0) return -1;
  for (let i = from; i + wanted.length <= keys.length; i++) if (wanted.every((key, k) => keys[i + k] === key)) return i;
  return -1;
}

function spelling({ text, words }: ReadQuote, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/gu, " ") : "";
}

// ---------------------------------------------------------------- names

/** Names of bodies and countries that newspapers use for one another. */
const ALIASES: readonly (readonly string[])[] = [
  ["islamic state", "isis", "isil", "daesh", "islamic state of iraq and syria", "islamic state group"],
  ["united states", "u.s.", "us", "usa", "u.s.a.", "united states of america", "america"],
  ["united kingdom", "u.k.", "uk", "britain", "great britain"],
  ["european union", "eu", "e.u."],
  ["united nations", "un", "u.n."],
];
const SMALL: ReadonlySet<string> = new Set("the of and for in at on a an & de la el al".split(" "));
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;
/** Offices that one person holds at a time. */
const OFFICE =
  /\b(?:president|prime minister|premier|chancellor|king|queen|pope|mayor|governor|secretary of [\p{Lu}\p{L} ]+|[\p{L}]+ (?:minister|secretary)|secretary[- ]general|chief executive|ceo|chairman|chairwoman)\b/iu;

/** Find a name in the quote: in full, by another name of the same person or body, or another person in the same office. */
export function compareName(fact: ClaimFact, quote: ReadQuote): Finding {
  const full = fact.name === "" ? untitled(fact) : fact.name;
  const asked = bare(keysOf(full));
  const at = indexOf(quote.keys, asked);
  if (at >= 0) return { outcome: "equal", source: spelling(quote, at, at + asked.length), why: "" };
  return fact.type === "person" ? comparePerson(fact, asked, quote) : compareBody(fact, full, asked, quote);
}

const bare = (keys: readonly string[]): string[] => (keys[0] === "the" && keys.length > 1 ? keys.slice(1) : [...keys]);

function untitled({ text, title }: ClaimFact): string {
  return title !== "" && text.startsWith(title) ? text.slice(title.length).trim() : text;
}

function comparePerson(fact: ClaimFact, asked: readonly string[], quote: ReadQuote): Finding {
  const short = keysOf(untitled(fact));
  const last = [...asked].reverse().find((key) => !SUFFIX.test(key)) ?? "";
  const first = asked[0] ?? "";
  let other: Finding | null = null;
  for (const [i, key] of quote.keys.entries()) {
    if (key !== last || !quote.words[i]?.capital) continue;
    const given = givenNameBefore(quote, i);
    if (given === null) {
      const source = spelling(quote, i, i + 1);
      return short.join() === last
        ? { outcome: "equal", source, why: "" }
        : { outcome: "compatible", source, why: "by the last name" };
    }
    const source = spelling(quote, given, i + 1);
    if (asked.length === 1 || sameGiven(first, quote.keys[given] ?? ""))
      return { outcome: "compatible", source, why: "the same name, written otherwise" };
    other ??= { outcome: "different", source, why: "another first name" };
  }
  const at = indexOf(quote.keys, short);
  if (other === null && at >= 0) return { outcome: "equal", source: spelling(quote, at, at + short.length), why: "" };
  return other ?? inOffice(fact, quote) ?? missing();
}

/** The place of a first name right before a last name, over at most one middle name; null when none stands there. */
function givenNameBefore({ words }: ReadQuote, i: number): number | null {
  for (const k of [i - 2, i - 1]) {
    const [word, between] = [words[k], words[k + 1]];
    if (!word || !between || !beside(word, between)) continue;
    if (k === i - 2 && !(between.capital && beside(between, words[i]))) continue;
    if (FEMALE_NAMES.has(word.text) || MALE_NAMES.has(word.text) || /^\p{Lu}\.$/u.test(word.text)) return k;
  }
  return null;
}

const beside = (a: Token, b: Token | undefined): boolean => b !== undefined && b.start - a.end <= 1;

/** "Rex", "R." and "Rex's" short forms: one begins with the other, or only the initial is given. */
function sameGiven(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\./g, ""), b.replace(/\./g, "")];
  return x === y || (Math.min(x.length, y.length) >= 1 && (x.startsWith(y) || y.startsWith(x)));
}

/** The quote gives the same office to somebody else. */
function inOffice({ title }: ClaimFact, quote: ReadQuote): Finding | null {
  const office = OFFICE.exec(title)?.[0];
  if (office === undefined) return null;
  const wanted = keysOf(office);
  for (let at = indexOf(quote.keys, wanted); at >= 0; at = indexOf(quote.keys, wanted, at + 1)) {
    let end = at + wanted.length;
    while (quote.words[end]?.capital && beside(quote.words[end - 1] as Token, quote.words[end])) end++;
    if (end > at + wanted.length)
      return { outcome: "different", source: spelling(quote, at, end), why: "somebody else in the same office" };
  }
  return null;
}

function compareBody(fact: ClaimFact, full: string, asked: readonly string[], quote: ReadQuote): Finding {
  const short = bare(keysOf(fact.text));
  const at = indexOf(quote.keys, short);
  if (at >= 0) return { outcome: "equal", source: spelling(quote, at, at + short.length), why: "" };
  return (
    byAlias([full, fact.text], quote) ??
    byInitials(full, fact.text, quote) ??
    (fact.type === "place" ? byDemonym(asked, quote) : byWords(asked, quote)) ??
    missing()
  );
}

function byAlias(names: readonly string[], quote: ReadQuote): Finding | null {
  const known = new Set(names.map((name) => bare(keysOf(name)).join(" ")));
  const group = ALIASES.find((one) => one.some((name) => known.has(name)));
  for (const name of group ?? []) {
    const wanted = keysOf(name);
    const at = indexOf(quote.keys, wanted);
    if (at < 0 || !quote.words[at]?.capital) continue;
    if (name === "us" && quote.words[at]?.text !== "US") continue;
    return { outcome: "compatible", source: spelling(quote, at, at + wanted.length), why: "another name of the same" };
  }
  return null;
}

/** "IMF" for "International Monetary Fund", either way round. */
function byInitials(full: string, text: string, quote: ReadQuote): Finding | null {
  const why = "by its initials";
  const initials = initialsOf(wordsOf(full));
  if (initials.length >= 2) {
    const at = quote.words.findIndex((word) => word.text.replace(/\./g, "") === initials);
    if (at >= 0) return { outcome: "compatible", source: spelling(quote, at, at + 1), why };
  }
  const short = text.replace(/\./g, "");
  if (!/^\p{Lu}{2,6}$/u.test(short)) return null;
  for (let from = 0; from < quote.words.length; from++) {
    let to = from;
    while (
      to < quote.words.length &&
      initialsOf(quote.words.slice(from, to)).length < short.length &&
      isOfName(quote, to, from)
    )
      to++;
    if (quote.words[from]?.capital && to > from + 1 && initialsOf(quote.words.slice(from, to)) === short)
      return { outcome: "compatible", source: spelling(quote, from, to), why };
  }
  return null;
}

function isOfName({ words }: ReadQuote, i: number, from: number): boolean {
  const [word, before] = [words[i], words[i - 1]];
  if (!word || (i > from && !(before && beside(before, word)))) return false;
  return word.capital || SMALL.has(word.lower);
}

const initialsOf = (words: readonly Token[]): string =>
  words
    .filter(({ capital, lower }) => capital && !SMALL.has(lower))
    .map(({ text }) => text.charAt(0))
    .join("");

/** "Syrian" for Syria. */
function byDemonym(asked: readonly string[], quote: ReadQuote): Finding | null {
  const [name = ""] = asked;
  const root = plain(name).replace(/[ay]$/, "");
  if (asked.length !== 1 || root.length < 4) return null;
  const at = quote.words.findIndex(({ text, lower }) => DEMONYMS.has(text) && lower.startsWith(root));
  return at < 0 ? null : { outcome: "compatible", source: spelling(quote, at, at + 1), why: "by its adjective" };
}

/** "Department of State" for "State Department": the same words close together, whatever their order. */
function byWords(asked: readonly string[], quote: ReadQuote): Finding | null {
  const wanted = asked.filter((key) => !SMALL.has(key));
  if (wanted.length < 2) return null;
  const reach = wanted.length + 2;
  for (let from = 0; from < quote.keys.length; from++) {
    if (!wanted.includes(quote.keys[from] ?? "")) continue;
    const window = quote.keys.slice(from, from + reach);
    if (!wanted.every((key) => window.includes(key))) continue;
    const to = from + Math.max(...wanted.map((key) => window.indexOf(key))) + 1;
    if (quote.words[from]?.capital)
      return { outcome: "compatible", source: spelling(quote, from, to), why: "the same words in another order" };
  }
  return null;
}

// ---------------------------------------------------------------- quotations

/** The part of a quotation's words that has to stand in the source for it to be the same utterance. */
const SAME_UTTERANCE = 0.6;
const CUT = /\s*(?:\[[^\]]*\]|\(?\.\s?\.\s?\.\)?|…)\s*/u;

/**
 * Find quoted words in the quote: word for word, quotation marks, other punctuation and white space aside. Words that the claim
 * leaves out openly ("…", "[the coalition]") are no difference, any other word is.
 */
export function compareQuotation(fact: ClaimFact, quote: ReadQuote): Finding {
  const asked = keysOf(fact.text);
  const whole = indexOf(quote.keys, asked);
  if (whole >= 0)
    return { outcome: "equal", source: spelling(quote, whole, whole + asked.length), why: "word for word" };
  const pieces = fact.text
    .split(CUT)
    .map(keysOf)
    .filter((piece) => piece.length > 0);
  let end = 0;
  let start = -1;
  for (const piece of pieces) {
    const at = indexOf(quote.keys, piece, end);
    if (at < 0) return otherWords(asked, quote);
    if (start < 0) start = at;
    end = at + piece.length;
  }
  if (pieces.length === 0) return missing();
  return {
    outcome: "compatible",
    source: spelling(quote, start, end),
    why: "word for word but for what the claim openly leaves out",
  };
}

/** The stretch of the quote that says nearly the same, if one does. */
function otherWords(asked: readonly string[], quote: ReadQuote): Finding {
  const { from, size } = likestStretch(asked, quote.keys);
  const places = sharedInOrder(asked, quote.keys.slice(from, from + size));
  if (places.length < 2 || places.length < asked.length * SAME_UTTERANCE) return missing();
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  return { outcome: "different", source: spelling(quote, from + first, from + last + 1), why: "not word for word" };
}

/** The stretch of about the same length that has most of the words, in whatever order. Linear in the quote's length. */
function likestStretch(asked: readonly string[], keys: readonly string[]): { from: number; size: number } {
  const size = Math.min(keys.length, Math.ceil(asked.length * 1.25));
  const left = new Map<string, number>();
  for (const key of asked) left.set(key, (left.get(key) ?? 0) + 1);
  let shared = 0;
  let best = { from: 0, shared: 0 };
  const move = (key: string | undefined, by: 1 | -1): void => {
    const count = key === undefined ? undefined : left.get(key);
    if (key === undefined || count === undefined) return;
    if (by === 1 ? count > 0 : count >= 0) shared += by;
    left.set(key, count - by);
  };
  for (let to = 0; to < keys.length; to++) {
    move(keys[to], 1);
    if (to >= size) move(keys[to - size], -1);
    if (shared > best.shared) best = { from: Math.max(0, to - size + 1), shared };
  }
  return { from: best.from, size };
}

/** Return the places in `there` of a longest run of words that both have in the same order. */
function sharedInOrder(asked: readonly string[], there: readonly string[]): number[] {
  const lengths = asked.map(() => new Array<number>(there.length + 1).fill(0));
  lengths.push(new Array<number>(there.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = asked.length - 1; i >= 0; i--)
    for (let j = there.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = asked[i] === there[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const places: number[] = [];
  for (let i = 0, j = 0; i < asked.length && j < there.length; ) {
    if (asked[i] === there[j]) {
      places.push(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}
