import type { Span } from "../text/span";
import { isFrame } from "./lexicon";
import { cutUnits } from "./units";
import { fold, readTokens, wordKey } from "./word-key";

/** No counterpart. */
export const NONE = -1;

/** How the pieces of two versions belong together. */
export interface UnitMatch {
  readonly oldText: string;
  readonly newText: string;
  readonly oldUnits: readonly Span[];
  readonly newUnits: readonly Span[];
  /** Index of the counterpart of each piece, or NONE. Both lists say the same. */
  readonly oldTo: Int32Array;
  readonly newTo: Int32Array;
  /** Whether an old piece and its counterpart are the same characters. */
  readonly same: (oldUnit: number) => boolean;
  /** For old pieces without a counterpart, the changed new piece that holds most of their words. */
  readonly hosts: ReadonlyMap<number, number>;
  /** Old pieces that have several equally good counterparts. */
  readonly torn: ReadonlySet<number>;
}

interface Sides {
  readonly oldTo: Int32Array;
  readonly newTo: Int32Array;
}

/** The largest number of equals among which a single best one is searched. */
const MANY = 20;
/** How many pieces of the same gap are weighed for each other. */
const NEAR = 8;
/** How alike (Dice coefficient of weighed words) two pieces must be in the same gap, and anywhere else. */
const ALIKE_NEAR = 0.3;
const ALIKE_FAR = 0.5;

/**
 * Match the pieces of two versions: first what is unique in both (wherever it went), then its equal neighbours on both sides, as
 * in Paul Heckel's "A technique for isolating differences between files" (1978); the same again without regard to case, spacing
 * and typography; then what is merely alike. Near-linear; pieces with several equal candidates and no deciding neighbour stay open.
 */
export function matchUnits(oldText: string, newText: string): UnitMatch {
  const oldUnits = cutUnits(oldText);
  const newUnits = cutUnits(newText);
  const sides = {
    oldTo: new Int32Array(oldUnits.length).fill(NONE),
    newTo: new Int32Array(newUnits.length).fill(NONE),
  };
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  const oldIds = oldUnits.map(({ start, end }) => idOf(oldText.slice(start, end)));
  const newIds = newUnits.map(({ start, end }) => idOf(newText.slice(start, end)));
  matchEqual(oldIds, newIds, sides);
  const folded = (text: string, to: Int32Array, exact: readonly number[]) => (unit: Span, i: number) =>
    to[i] === NONE ? idOf(`\n${fold(text.slice(unit.start, unit.end))}`) : (exact[i] ?? NONE);
  matchEqual(
    oldUnits.map(folded(oldText, sides.oldTo, oldIds)),
    newUnits.map(folded(newText, sides.newTo, newIds)),
    sides,
  );
  const { torn, hosts } = matchAlike({ oldText, newText, oldUnits, newUnits }, oldIds, newIds, sides);
  return {
    oldText,
    newText,
    oldUnits,
    newUnits,
    ...sides,
    torn,
    hosts,
    same: (unit) => newIds[sides.oldTo[unit] ?? NONE] === oldIds[unit],
  };
}

function link({ oldTo, newTo }: Sides, a: number, b: number): void {
  oldTo[a] = b;
  newTo[b] = a;
}

/** Match equal pieces that are still open. */
function matchEqual(oldIds: readonly number[], newIds: readonly number[], sides: Sides): void {
  const { oldTo, newTo } = sides;
  const places = group(oldIds, oldTo);
  const others = group(newIds, newTo);
  for (const [id, a] of places) {
    const b = others.get(id);
    if (a.length === 1 && b?.length === 1) link(sides, a[0] ?? 0, b[0] ?? 0);
  }
  extend(oldIds, newIds, sides);
  // The two ends of the text are neighbours too.
  for (let i = 0; i < oldIds.length && oldTo[i] === NONE && newTo[i] === NONE && oldIds[i] === newIds[i]; i++) {
    link(sides, i, i);
  }
  for (let k = 1; k <= Math.min(oldIds.length, newIds.length); k++) {
    const [a, b] = [oldIds.length - k, newIds.length - k];
    if (oldTo[a] !== NONE || newTo[b] !== NONE || oldIds[a] !== newIds[b]) break;
    link(sides, a, b);
  }
  for (const [id, list] of places) {
    const a = list.filter((i) => oldTo[i] === NONE);
    const b = (others.get(id) ?? []).filter((i) => newTo[i] === NONE);
    if (a.length > 0 && a.length === b.length) for (const [k, i] of a.entries()) link(sides, i, b[k] ?? 0);
    else if (a.length > 0 && b.length > 0) matchWithinGaps(a, b, sides);
  }
  extend(oldIds, newIds, sides);
}

/** The open pieces of each id, in order. */
function group(ids: readonly number[], to: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [i, id] of ids.entries()) {
    if (to[i] !== NONE) continue;
    const list = groups.get(id);
    if (list) list.push(i);
    else groups.set(id, [i]);
  }
  return groups;
}

/** Match equal open pieces next to matched ones, forwards and then backwards. */
function extend(oldIds: readonly number[], newIds: readonly number[], sides: Sides): void {
  const { oldTo, newTo } = sides;
  const tryPair = (a: number, b: number): void => {
    if (a < 0 || b < 0 || a >= oldIds.length || b >= newIds.length) return;
    if (oldTo[a] === NONE && newTo[b] === NONE && oldIds[a] === newIds[b]) link(sides, a, b);
  };
  for (let i = 0; i < oldIds.length; i++) {
    const b = oldTo[i] ?? NONE;
    if (b !== NONE) tryPair(i + 1, b + 1);
  }
  for (let i = oldIds.length - 1; i >= 0; i--) {
    const b = oldTo[i] ?? NONE;
    if (b !== NONE) tryPair(i - 1, b - 1);
  }
}

/** Match equal pieces that stand between the same matched neighbours, when there are as many on both sides. */
function matchWithinGaps(a: readonly number[], b: readonly number[], sides: Sides): void {
  const { oldTo, newTo } = sides;
  const byGap = new Map<string, [number[], number[]]>();
  const at = (key: string): [number[], number[]] => {
    const known = byGap.get(key) ?? [[], []];
    byGap.set(key, known);
    return known;
  };
  if (a.length > MANY || b.length > MANY) return;
  for (const i of a) {
    const [p, q] = bounds(i, oldTo);
    at(`${p === NONE ? NONE : oldTo[p]} ${q === NONE ? NONE : oldTo[q]}`)[0].push(i);
  }
  for (const j of b) {
    const [p, q] = bounds(j, newTo);
    if (p !== NONE || q !== NONE) at(`${p} ${q}`)[1].push(j);
  }
  for (const [olds, news] of byGap.values()) {
    if (olds.length !== news.length) continue;
    // Two copies that only came near by chance are no evidence: a neighbour must have stayed.
    for (const [k, i] of olds.entries()) {
      const j = news[k] ?? 0;
      const stays = (oldTo[i - 1] ?? NONE) === j - 1 || (oldTo[i + 1] ?? NONE) === j + 1;
      if (stays || (a.length === 1 && b.length === 1)) link(sides, i, j);
    }
  }
}

/** The nearest matched pieces before and after an open one, at most MANY away. */
function bounds(i: number, to: Int32Array): readonly [number, number] {
  let p = i - 1;
  while (p >= 0 && i - p <= MANY && to[p] === NONE) p--;
  let q = i + 1;
  while (q < to.length && q - i <= MANY && to[q] === NONE) q++;
  return [p >= 0 && to[p] !== NONE ? p : NONE, q < to.length && to[q] !== NONE ? q : NONE];
}

interface Bag {
  readonly words: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** How much of a piece another one must hold to be its host, and how much the piece must weigh for that to be no chance. */
const HELD = 0.75;
const HELD_LEAST = 4;
/** By how much of the guest's weight the host must exceed its own old piece. */
const GROWN = 0.6;

interface Alike {
  readonly torn: ReadonlySet<number>;
  readonly hosts: ReadonlyMap<number, number>;
}

interface Texts {
  readonly oldText: string;
  readonly newText: string;
  readonly oldUnits: readonly Span[];
  readonly newUnits: readonly Span[];
}

const FRAME_WEIGHT = 0.15;
const weightOf = (word: string): number => (isFrame(word) ? FRAME_WEIGHT : 1);

/** The words of a piece with how often each stands in it. Marks do not count. At most 400 tokens are read. */
function bagOf(text: string, { start, end }: Span): Bag {
  const words = new Map<string, number>();
  let weight = 0;
  for (const token of readTokens(text.slice(start, Math.min(end, start + 3000))).slice(0, 400)) {
    if (token.shape === "mark") continue;
    const key = wordKey(token);
    words.set(key, (words.get(key) ?? 0) + 1);
    weight += weightOf(key);
  }
  return { words, weight };
}

function commonWeight(a: Bag, b: Bag): number {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of small.words) {
    const other = large.words.get(word);
    if (other !== undefined) common += Math.min(count, other) * weightOf(word);
  }
  return common;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Match the open pieces that share most of their words, best first; those between the same neighbours are preferred. Returns the
 * old pieces for which two equal new ones are as good.
 */
function matchAlike(texts: Texts, oldIds: readonly number[], newIds: readonly number[], sides: Sides): Alike {
  const torn = new Set<number>();
  const hosts = new Map<number, number>();
  const { oldTo, newTo } = sides;
  const openOld = openOf(oldTo);
  const openNew = openOf(newTo);
  if (openOld.length === 0 || openNew.length === 0) return { torn, hosts };
  // A text that repeats one piece is left as it is: nothing tells the copies apart.
  const copies = group(newIds, newTo);
  const bags = new Map(openNew.map((j) => [j, bagOf(texts.newText, texts.newUnits[j] ?? { start: 0, end: 0 })]));
  const postings = new Map<string, number[]>();
  for (const [j, bag] of bags) {
    for (const word of bag.words.keys()) {
      if (isFrame(word)) continue;
      const list = postings.get(word);
      if (list) list.push(j);
      else postings.set(word, [j]);
    }
  }
  const pairs: Pair[] = [];
  const holding: Pair[] = [];
  const weights = new Map<number, number>();
  for (const a of openOld) {
    if ((copies.get(oldIds[a] ?? NONE)?.length ?? 0) > 0) continue;
    const bag = bagOf(texts.oldText, texts.oldUnits[a] ?? { start: 0, end: 0 });
    weights.set(a, bag.weight);
    const near = gapMates(a, sides);
    const far = rivals(bag, postings);
    for (const b of new Set([...near, ...far])) {
      const other = bags.get(b);
      if (!other) continue;
      const isNear = near.has(b);
      const common = commonWeight(bag, other);
      if (common >= HELD * bag.weight && bag.weight >= HELD_LEAST) holding.push({ a, b, score: common });
      const score = (2 * common) / (bag.weight + other.weight || 1);
      if (score >= (isNear ? ALIKE_NEAR : ALIKE_FAR)) pairs.push({ a, b, score: score + (isNear ? 0.15 : 0) });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const given = new Map<number, number>();
  for (const { a, b, score } of pairs) {
    if (newTo[b] !== NONE) continue;
    if (oldTo[a] === NONE) {
      link(sides, a, b);
      given.set(a, score);
    } else if (given.get(a) === score && newIds[oldTo[a] ?? 0] === newIds[b]) torn.add(a);
  }
  holding.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of holding) {
    const own = newTo[b] ?? NONE;
    // A host has grown by what it took in; a piece that only looks alike has not.
    const spare = (bags.get(b)?.weight ?? 0) - (own === NONE ? 0 : (weights.get(own) ?? 0));
    if (oldTo[a] === NONE && !hosts.has(a) && spare >= GROWN * (weights.get(a) ?? 0)) hosts.set(a, b);
  }
  return { torn, hosts };
}

const openOf = (to: Int32Array): number[] => [...to.keys()].filter((i) => to[i] === NONE);

/** The open new pieces that stand where the counterparts of an old piece's neighbours are, nearest first, at most NEAR on a side. */
function gapMates(a: number, { oldTo, newTo }: Sides): Set<number> {
  const mates = new Set<number>();
  let p = a - 1;
  while (p >= 0 && a - p <= 4 * NEAR && oldTo[p] === NONE) p--;
  let q = a + 1;
  while (q < oldTo.length && q - a <= 4 * NEAR && oldTo[q] === NONE) q++;
  const before = p < 0 ? -1 : (oldTo[p] ?? NONE) === NONE ? undefined : (oldTo[p] ?? NONE);
  const after = q >= oldTo.length ? newTo.length : (oldTo[q] ?? NONE) === NONE ? undefined : (oldTo[q] ?? NONE);
  const reach = NEAR + (a - p);
  const back = NEAR + (q - a);
  if (before !== undefined)
    for (let j = before + 1; j < newTo.length && newTo[j] === NONE && j - before <= reach; j++) mates.add(j);
  if (after !== undefined) for (let j = after - 1; j >= 0 && newTo[j] === NONE && after - j <= back; j--) mates.add(j);
  return mates;
}

/** The new pieces that share a rare word with this one: those with the most, at most NEAR. */
function rivals(bag: Bag, postings: ReadonlyMap<string, readonly number[]>): number[] {
  const votes = new Map<number, number>();
  for (const word of bag.words.keys()) {
    const list = postings.get(word);
    if (list && list.length <= MANY) for (const j of list) votes.set(j, (votes.get(j) ?? 0) + 1);
  }
  return [...votes]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, NEAR)
    .map(([j]) => j);
}
