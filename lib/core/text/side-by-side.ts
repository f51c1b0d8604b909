import { diffArrays } from "diff";
import { paragraphsOf } from "./layers";
import type { Span } from "./span";

/** A stretch of one of the two texts, UTF-16; `changed` where the other text does not have these words. */
export interface Part extends Span {
  readonly text: string;
  readonly changed: boolean;
}

/** What became of a paragraph. `same`: its words stayed; `moved`: they stand elsewhere, and it is a row on each side. */
export type RowKind = "same" | "changed" | "added" | "removed" | "moved";

/** A paragraph of the old text beside the one of the new text; a side is null where it has none. */
export interface Row {
  readonly kind: RowKind;
  readonly left: readonly Part[] | null;
  readonly right: readonly Part[] | null;
}

/** Set the limits of a comparison; beyond them a paragraph is shown as changed whole. */
export interface Limits {
  /** The most words that may differ between two paragraphs. */
  readonly words: number;
  /** What all comparisons of words together may cost, about the sum of the squares of the words that differ. */
  readonly effort: number;
}

const LIMITS: Limits = { words: 600, effort: 2_000_000 };
/** How many paragraphs further on the counterpart of a changed one is looked for. */
const WINDOW = 12;
/** How much of their words two paragraphs must share to be one that was changed: 0 to 1. */
const ALIKE = 0.4;

/** A paragraph with the white space after it; the first one also has what stands before. `key` tells its words. */
interface Block extends Span {
  readonly key: string;
}

/**
 * Align two texts paragraph by paragraph and mark the words that differ. Paragraphs with the same words are found first, in
 * order, then those that moved; what is left in between is paired where enough words are shared. The left parts in their order
 * join up to the old text, the right ones to the new one. Near-linear in the texts.
 */
export function sideBySide(before: string, after: string, limits: Limits = LIMITS): Row[] {
  const left = blocksOf(before);
  const right = blocksOf(after);
  const budget = { left: limits.effort };
  const stayed = matchInOrder(left, right, limits, budget);
  const moved = matchMoved(left, right, stayed);
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...stayed, [left.length, right.length] as const]) {
    const pairs = pairAlike(before, left, [i, a], after, right, [j, b], moved);
    for (const [c, d] of [...pairs, [a, b] as const]) {
      while (i < c) rows.push(alone(before, left[i], moved.left.has(i++) ? "moved" : "removed", "left"));
      while (j < d) rows.push(alone(after, right[j], moved.right.has(j++) ? "moved" : "added", "right"));
      const [old, now] = [left[i++], right[j++]];
      if (!old || !now) break;
      rows.push(old.key === now.key ? same(before, old, after, now) : changed(before, old, after, now, limits, budget));
    }
  }
  return rows;
}

function blocksOf(text: string): Block[] {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return text === "" ? [] : [{ start: 0, end: text.length, key: "" }];
  return paragraphs.map((paragraph, index) => ({
    start: index === 0 ? 0 : paragraph.start,
    end: paragraphs[index + 1]?.start ?? text.length,
    key: text.slice(paragraph.start, paragraph.end).trim().replace(/\s+/gu, " "),
  }));
}

type Pair = readonly [old: number, now: number];

// ---------------------------------------------------------------- paragraphs that stayed

/** Pair equal paragraphs so that their order is kept: by those that occur once, and between these by the rest. */
function matchInOrder(
  left: readonly Block[],
  right: readonly Block[],
  limits: Limits,
  budget: { left: number },
): readonly Pair[] {
  const once = uniqueIn(right);
  const both = [...uniqueIn(left)]
    .flatMap(([key, i]) => {
      const j = once.get(key);
      return j === undefined ? [] : [[i, j] as const];
    })
    .sort(([a], [b]) => a - b);
  const found: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...rising(both), [left.length, right.length] as const]) {
    found.push(...matchBetween(left, [i, a], right, [j, b], limits, budget));
    if (a < left.length && b < right.length) found.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  return found;
}

/** Return where each key that occurs only once stands. */
function uniqueIn(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (const [index, { key }] of blocks.entries()) {
    if (places.has(key)) often.add(key);
    places.set(key, index);
  }
  for (const key of often) places.delete(key);
  return places;
}

/** Return the longest run of pairs, given in the order of their first, whose second rises too. */
function rising(pairs: readonly Pair[]): readonly Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, now]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function matchBetween(
  left: readonly Block[],
  [from, to]: Pair,
  right: readonly Block[],
  [start, end]: Pair,
  limits: Limits,
  budget: { left: number },
): Pair[] {
  const keys = (blocks: readonly Block[]) => blocks.map(({ key }) => key);
  const hunks = compare(keys(left.slice(from, to)), keys(right.slice(start, end)), limits, budget) ?? [];
  return hunks.flatMap((hunk) =>
    hunk.same ? range(...hunk.left).map((at) => [from + at, start + at - hunk.left[0] + hunk.right[0]] as const) : [],
  );
}

// ---------------------------------------------------------------- paragraphs that moved, or changed

interface Moved {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

function matchMoved(left: readonly Block[], right: readonly Block[], stayed: readonly Pair[]): Moved {
  const kept = { left: new Set(stayed.map(([i]) => i)), right: new Set(stayed.map(([, j]) => j)) };
  const waiting = new Map<string, number[]>();
  for (const [i, { key }] of left.entries()) {
    if (kept.left.has(i)) continue;
    const list = waiting.get(key);
    if (list) list.push(i);
    else waiting.set(key, [i]);
  }
  for (const list of waiting.values()) list.reverse();
  const moved = { left: new Set<number>(), right: new Set<number>() };
  for (const [j, { key }] of right.entries()) {
    const i = kept.right.has(j) ? undefined : waiting.get(key)?.pop();
    if (i === undefined) continue;
    moved.left.add(i);
    moved.right.add(j);
  }
  return moved;
}

/** Pair paragraphs of a gap that are alike, in order; each looks only so far ahead, so that a long gap stays cheap. */
function pairAlike(
  before: string,
  left: readonly Block[],
  [from, to]: Pair,
  after: string,
  right: readonly Block[],
  [start, end]: Pair,
  moved: Moved,
): Pair[] {
  const olds = range(from, to).filter((i) => !moved.left.has(i));
  const news = range(start, end)
    .filter((j) => !moved.right.has(j))
    .map((j) => ({ j, words: countsOf(textOf(after, right[j])) }));
  const pairs: Pair[] = [];
  let next = 0;
  for (const i of olds) {
    const words = countsOf(textOf(before, left[i]));
    let best = { at: -1, alike: ALIKE };
    for (let at = next; at < Math.min(news.length, next + WINDOW); at++) {
      const alike = likeness(words, news[at]?.words ?? words);
      if (alike > best.alike) best = { at, alike };
    }
    const found = news[best.at];
    if (!found) continue;
    pairs.push([i, found.j]);
    next = best.at + 1;
  }
  return pairs;
}

const textOf = (text: string, block: Block | undefined): string => (block ? text.slice(block.start, block.end) : "");

interface Counts {
  readonly of: ReadonlyMap<string, number>;
  readonly all: number;
}

function countsOf(text: string): Counts {
  const of = new Map<string, number>();
  let all = 0;
  for (const { word } of wordsOf(text)) {
    of.set(word, (of.get(word) ?? 0) + 1);
    all++;
  }
  return { of, all };
}

/** Which share of the words of both is in both: 0 to 1. */
function likeness(a: Counts, b: Counts): number {
  const [few, many] = a.of.size < b.of.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.of) shared += Math.min(count, many.of.get(word) ?? 0);
  return (2 * shared) / Math.max(1, a.all + b.all);
}

// ---------------------------------------------------------------- rows

const whole = (text: string, { start, end }: Span, differs: boolean): Part[] =>
  start === end ? [] : [{ text: text.slice(start, end), changed: differs, start, end }];

function same(before: string, old: Block, after: string, now: Block): Row {
  return { kind: "same", left: whole(before, old, false), right: whole(after, now, false) };
}

function alone(
  text: string,
  block: Block | undefined,
  kind: "moved" | "removed" | "added",
  side: "left" | "right",
): Row {
  const parts = block ? whole(text, block, kind !== "moved") : [];
  return side === "left" ? { kind, left: parts, right: null } : { kind, left: null, right: parts };
}

function changed(before: string, old: Block, after: string, now: Block, limits: Limits, budget: { left: number }): Row {
  const [a, b] = [wordsOf(textOf(before, old)), wordsOf(textOf(after, now))];
  const words = (tokens: readonly Token[]) => tokens.map(({ word }) => word);
  const hunks = compare(words(a), words(b), limits, budget);
  if (!hunks) return { kind: "changed", left: whole(before, old, true), right: whole(after, now, true) };
  const joined = joinClose(hunks, a);
  const left = joined.map(({ same, left: [from, to] }) => ({ same, from, to }));
  const right = joined.map(({ same, right: [from, to] }) => ({ same, from, to }));
  return { kind: "changed", left: partsOf(before, old, a, left), right: partsOf(after, now, b, right) };
}

/** Cut a paragraph into what stayed and what changed; the space before a change is not part of it. */
function partsOf(
  text: string,
  block: Block,
  tokens: readonly Token[],
  stretches: readonly { readonly same: boolean; readonly from: number; readonly to: number }[],
): Part[] {
  const parts: Part[] = [];
  let at = block.start;
  const until = (end: number, differs: boolean): void => {
    const last = parts.at(-1);
    if (end > at && last && last.changed === differs) {
      parts[parts.length - 1] = { ...last, text: text.slice(last.start, end), end };
    } else parts.push(...whole(text, { start: at, end }, differs));
    at = Math.max(at, end);
  };
  for (const { same, from, to } of stretches) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (!first || !last || from >= to) continue;
    until(block.start + first.start, false);
    until(block.start + last.end, !same);
  }
  until(block.end, false);
  return parts;
}

// ---------------------------------------------------------------- in one line

/** A stretch of words that stays, goes or comes. */
export interface InlinePart {
  readonly text: string;
  readonly mark: "same" | "gone" | "come";
}

/**
 * Tell two wordings apart in one line of reading: what goes stands before what comes in its place. Its words are those of the two
 * texts, the spaces between them are set so that it can be read.
 */
export function inlineChanges(before: string, after: string, limits: Limits = LIMITS): InlinePart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const words = (tokens: readonly Token[]) => tokens.map(({ word }) => word);
  const hunks = compare(words(a), words(b), limits, { left: limits.effort });
  if (!hunks) return [gone(before.trim()), { text: " ", mark: "same" as const }, come(after.trim())].filter(hasText);
  return joinClose(hunks, a).flatMap((hunk): InlinePart[] => {
    const now = covered(after, b, hunk.right);
    const old = covered(before, a, hunk.left);
    const space = /\s$/u.test(now.lead) || /\s$/u.test(old.lead) ? " " : "";
    const lead = { text: space, mark: "same" as const };
    if (hunk.same) return [{ text: space + now.text, mark: "same" as const }];
    const between = { text: old.text !== "" && now.text !== "" ? " " : "", mark: "same" as const };
    return [lead, gone(old.text), between, come(now.text)].filter(hasText);
  });
}

const gone = (text: string): InlinePart => ({ text, mark: "gone" });
const come = (text: string): InlinePart => ({ text, mark: "come" });
const hasText = ({ text }: InlinePart): boolean => text !== "";

/** The words of a stretch, and the space before them. */
function covered(text: string, tokens: readonly Token[], [from, to]: Pair): { lead: string; text: string } {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || from >= to) return { lead: "", text: "" };
  return {
    lead: text.slice(tokens[from - 1]?.end ?? first.start, first.start),
    text: text.slice(first.start, last.end),
  };
}

// ---------------------------------------------------------------- words

interface Token extends Span {
  readonly word: string;
}

/** A word with what is written into it ("$2.5", "co-founder", "45%"), or one sign. */
const TOKEN = /[$€£¥]?[\p{L}\p{M}\p{N}]+(?:[.,'’\-–/:][\p{L}\p{M}\p{N}]+)*%?|\S/gu;

function wordsOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

/** A stretch of two lists that is the same in both, or differs: where it begins in each, and where it ends. */
interface Hunk {
  readonly same: boolean;
  readonly left: Pair;
  readonly right: Pair;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Compare two lists; null when more differs than may be looked into. */
function compare(
  a: readonly string[],
  b: readonly string[],
  limits: Limits,
  budget: { left: number },
): readonly Hunk[] | null {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const most = Math.min(limits.words, Math.floor(Math.sqrt(Math.max(0, budget.left))));
  const changes = diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail), { maxEditLength: most });
  const spent = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;
  budget.left -= spent * spent;
  if (!changes) return null;
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const push = (same: boolean, left: number, right: number): void => {
    if (left + right > 0) join(hunks, { same, left: [i, i + left], right: [j, j + right] });
    [i, j] = [i + left, j + right];
  };
  push(true, head, head);
  for (const { added, removed, count } of changes) push(!added && !removed, added ? 0 : count, removed ? 0 : count);
  push(true, tail, tail);
  return hunks;
}

/** Add a stretch to those before it; one of the same sort becomes one with the last. */
function join(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1);
  if (last?.same !== hunk.same) hunks.push(hunk);
  else hunks[hunks.length - 1] = { ...last, left: [last.left[0], hunk.left[1]], right: [last.right[0], hunk.right[1]] };
}

/** A short word or sign that stayed between two changes is read with them: "of" alone holds no thought together. */
function joinClose(hunks: readonly Hunk[], words: readonly Token[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const [at, hunk] of hunks.entries()) {
    const [from, to] = hunk.left;
    const short = hunk.same && to - from === 1 && (words[from]?.word.length ?? 0) <= 3;
    join(joined, short && at > 0 && at < hunks.length - 1 ? { ...hunk, same: false } : hunk);
  }
  return joined;
}
