import { findQuotations } from "../extraction/quotations";
import type { Span } from "../text/span";
import type { Token } from "../text/tokens";
import { findValues } from "../values/find-values";
import { SMALL, TENS } from "../values/number-words";
import type { Value, ValueMention } from "../values/value";
import { type Entry, entriesAt, isFrame, type WordClass } from "./lexicon";
import { plain, readTokens, wordKey } from "./word-key";

/** What a piece of a text says: a figure, a meaning of the lexicon, a name, any other word, or a mark. */
export type ConceptKind = WordClass | "value" | "number" | "name" | "word" | "mark" | "link";

/** The smallest piece of a statement that is compared. Equal keys say the same. */
export interface Concept extends Span {
  readonly key: string;
  readonly kind: ConceptKind;
  /** As written, lower case, one typography. */
  readonly word: string;
  readonly quoted: boolean;
  readonly value: Value | undefined;
}

const MARKS = /["“”«»„‘’']/;

/** How far around a place its text is read, to know what is quoted. */
const AROUND = 1_500;

/** Where the paragraph of `offset` begins, at most AROUND before. */
function paragraphStart(text: string, offset: number): number {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return Math.max(line, offset - AROUND);
}

function paragraphEnd(text: string, offset: number): number {
  const line = text.indexOf("\n", offset);
  return Math.min(line === -1 ? text.length : line, offset + AROUND);
}

/** Return what `span` of `text` says, in order. Offsets are those of `text`. Quotation marks are read from its paragraphs. */
export function readConcepts(text: string, span: Span): Concept[] {
  const paragraph = { start: paragraphStart(text, span.start), end: paragraphEnd(text, span.end) };
  const quotes = MARKS.test(text.slice(paragraph.start, paragraph.end));
  const from = quotes ? paragraph.start : span.start;
  const around = text.slice(from, quotes ? paragraph.end : span.end);
  const tokens = readTokens(around);
  const quoted = quotedTokens(around, tokens);
  const inside: Token[] = [];
  const flags: boolean[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.end + from <= span.start || token.start + from >= span.end) continue;
    inside.push(token);
    flags.push(quoted[i] === true);
  }
  return conceptsOf(inside, flags, span, from, text);
}

function quotedTokens(text: string, tokens: readonly Token[]): boolean[] {
  const quoted: boolean[] = new Array(tokens.length).fill(false);
  if (!tokens.some((token) => token.shape === "mark" && MARKS.test(token.text))) return quoted;
  let line = 0;
  let last = 0;
  const lines = tokens.map(({ start, end }) => {
    if (text.slice(last, start).includes("\n")) line++;
    last = end;
    return line;
  });
  for (const { open, close, closed } of findQuotations(text, tokens, lines))
    if (closed || /^[“„«]/.test(tokens[open]?.text ?? "")) quoted.fill(true, open, close + 1);
  return quoted;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly quoted: readonly boolean[];
  readonly mentionAt: ReadonlyMap<number, ValueMention>;
  readonly from: number;
  readonly text: string;
}

function conceptsOf(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  span: Span,
  from: number,
  text: string,
): Concept[] {
  const mentionAt = new Map<number, ValueMention>();
  const mentions = findValues(text.slice(span.start, span.end));
  let next = 0;
  for (const mention of mentions) {
    const start = mention.start + span.start - from;
    const end = mention.end + span.start - from;
    while (next < tokens.length && (tokens[next]?.end ?? 0) <= start) next++;
    const placed = { ...mention, start, end };
    for (let i = next; i < tokens.length && (tokens[i]?.start ?? end) < end; i++) mentionAt.set(i, placed);
  }
  const reading = { tokens, words: tokens.map(lexical), quoted, mentionAt, from, text };
  const out: Concept[] = [];
  for (let i = 0; i < tokens.length; ) i = readOne(reading, i, out);
  return out;
}

/** The form under which the lexicon holds a token. */
const lexical = (token: Token): string => (token.shape === "mark" ? token.text : plain(token.lower));

const [CAN] = entriesAt(["can"], 0);
const [NOT] = entriesAt(["not"], 0);

/** Read what stands at token `i` and return where to go on. */
function readOne(r: Reading, i: number, out: Concept[]): number {
  const token = r.tokens[i];
  if (!token) return i + 1;
  const put = (until: number, key: string, kind: ConceptKind, value?: Value): number => {
    const last = r.tokens[until - 1] ?? token;
    out.push({
      start: token.start + r.from,
      end: last.end + r.from,
      key,
      kind,
      word:
        until === i + 1
          ? (r.words[i] ?? "")
          : plain(r.text.slice(token.start + r.from, last.end + r.from)).replace(/\s+/g, " "),
      quoted: r.quoted[i] === true,
      value,
    });
    return until;
  };
  if (r.words[i] === "cannot") {
    put(i + 1, CAN?.key ?? "can", "modality");
    return put(i + 1, NOT?.key ?? "not", "negation");
  }
  const entry = entriesAt(r.words, i).find((found) => fits(r, i, found));
  if (entry) return put(i + entry.length, entry.key, entry.kind);
  const mention = r.mentionAt.get(i);
  if (mention && !(isOne(token) && r.mentionAt.get(i + 1) !== mention)) {
    let until = i + 1;
    while (until < r.tokens.length && r.mentionAt.get(until) === mention && !trailsLimit(r, until)) until++;
    return put(until, valueKey(mention.value), "value", mention.value);
  }
  if (token.shape === "mark") return put(i + 1, token.text, "mark");
  if (token.shape === "link") return put(i + 1, token.lower, "link");
  if (token.shape === "number") return put(i + 1, plain(token.text).replace(/,(?=\d{3})/g, ""), "number");
  const count = COUNTS.get(r.words[i] ?? "");
  if (count !== undefined && count !== 1) return put(i + 1, num(count), "number");
  const key = wordKey(token);
  if (isFrame(key)) return put(i + 1, key, "frame");
  return put(i + 1, key, token.capital && !opensSentence(r, i) ? "name" : "word");
}

/** "One" is mostly a pronoun or an article; figures that differ from it are found all the same. */
const isOne = (token: Token): boolean => token.lower === "one" || token.lower === "a" || token.lower === "an";

function opensSentence(r: Reading, i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const before = r.tokens[k];
    if (before?.shape !== "mark") return false;
    if (/[.!?:]/.test(before.text)) return true;
  }
  return true;
}

/** Whether an entry fits where it stands: limits stand by a figure, and "May" can be a month. */
function fits(r: Reading, i: number, entry: Entry): boolean {
  const { kind, length } = entry;
  const word = r.words[i] ?? "";
  const capital = r.tokens[i]?.capital === true && !opensSentence(r, i);
  if (word === "may" && capital) return false;
  if (kind === "date" && !capital && AMBIGUOUS_DATES.test(word)) return false;
  if (kind === "bound") return limitsFigure(r, i, length);
  // A figure keeps its own words ("half of", "second"); only the relation before a date ("before 2011") is read apart.
  const mention = r.mentionAt.get(i);
  return !mention || (kind === "relation" && r.mentionAt.get(i + length) === mention);
}

const AMBIGUOUS_DATES = /^(?:mon|sat|sun|mar|dec|jan|jun|march)\.?$/;

function limitsFigure(r: Reading, i: number, length: number): boolean {
  const [word, after] = [r.words[i], i + length];
  if (word === "or" || (word === "and" && r.words[i + 1] === "up")) {
    return !isFigure(r, after) && [1, 2, 3].some((back) => isFigure(r, i - back));
  }
  const skipped = r.words[after] === "a" || r.words[after] === "an" ? after + 1 : after;
  return isFigure(r, after) || isFigure(r, skipped);
}

/** "50 or more": the limit behind a figure is read apart. */
const trailsLimit = (r: Reading, i: number): boolean =>
  (r.words[i] === "or" || r.words[i] === "and") && entriesAt(r.words, i).some(({ kind }) => kind === "bound");

/** Number words that no value was read from: "the last seven years". */
const COUNTS = new Map([...SMALL, ...TENS]);

const isFigure = (r: Reading, i: number): boolean =>
  r.mentionAt.has(i) ||
  r.tokens[i]?.shape === "number" ||
  COUNTS.has(r.words[i] ?? "") ||
  r.words[i] === "half" ||
  r.words[i] === "estimated";

/** Return a key that equal values share; limits are left to their words. */
function valueKey(v: Value): string {
  switch (v.kind) {
    case "money":
      return `money ${v.currency} ${num(v.amount)} ${num(v.amountTo)}`;
    case "percent":
      return `percent ${v.points ? "points" : ""} ${num(v.value)} ${num(v.valueTo)}`;
    case "number":
      return `number ${num(v.value)} ${num(v.valueTo)}`;
    case "ordinal":
      return `ordinal ${v.value}`;
    case "quantity":
    case "age":
      return `${v.kind} ${v.unit} ${num(v.value)} ${num(v.valueTo)}`;
    case "date":
      return `date ${v.from} ${v.to}`;
    case "duration":
      return `duration ${v.timex}`;
  }
}

const num = (value: number | undefined): string => (value === undefined ? "" : String(Number(value.toPrecision(12))));
