import { isFrame } from "./lexicon";
import { group, link, NONE, type Sides } from "./sides";
import type { UnitWords } from "./unit-words";

/** How many pieces of the same gap, and how many that share rare words, are weighed for each other. */
const NEAR = 8;
/** A word that stands in more new pieces than this is not rare. */
const MANY = 20;
/** How alike (Dice coefficient of weighed words) two pieces must be in the same gap, and anywhere else. */
const ALIKE_NEAR = 0.3;
const ALIKE_FAR = 0.5;
const ALIKE_PLAINLY = 0.75;
/** What the same gap is worth when the best pair is chosen. */
const PREFERENCE = 0.15;

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

/** The pieces of both versions: what each is (equal numbers are equal pieces) and its words. */
export interface Pieces {
  readonly oldIds: readonly number[];
  readonly newIds: readonly number[];
  readonly oldWords: (oldUnit: number) => UnitWords;
  readonly newWords: (newUnit: number) => UnitWords;
}

const FRAME_WEIGHT = 0.15;
const weightOf = (word: string): number => (isFrame(word) ? FRAME_WEIGHT : 1);

/** How many tokens of a piece are weighed. */
const WEIGHED = 400;

/** The words of a piece with how often each stands in it. Marks do not count. */
function bagOf({ tokens, keys }: UnitWords): Bag {
  const words = new Map<string, number>();
  let weight = 0;
  for (let i = 0; i < keys.length && i < WEIGHED; i++) {
    if (tokens[i]?.shape === "mark") continue;
    const key = keys[i] ?? "";
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
 * old pieces for which two equal new ones are as good, and those that went into a piece with a counterpart of its own.
 */
export function matchAlike({ oldIds, newIds, oldWords, newWords }: Pieces, sides: Sides): Alike {
  const openNew = openOf(sides.newTo);
  // An old piece of which equal copies are open is left as it is: nothing tells the copies apart.
  const copies = group(newIds, sides.newTo);
  const openOld = openNew.length === 0 ? [] : openOf(sides.oldTo).filter((a) => !copies.has(oldIds[a] ?? NONE));
  const oldBags = new Map(openOld.map((a) => [a, bagOf(oldWords(a))]));
  const newBags = new Map(openOld.length === 0 ? [] : openNew.map((b) => [b, bagOf(newWords(b))]));
  const { alike, held } = weigh(oldBags, newBags, sides);
  const torn = linkBest(alike, newIds, sides);
  return { torn, hosts: findHosts(held, oldBags, newBags, sides) };
}

const byScore = (x: Pair, y: Pair): number => y.score - x.score || x.a - y.a || x.b - y.b;

type Bags = ReadonlyMap<number, Bag>;

/** The pairs that are alike, and those where the new piece holds nearly all of the old one; best first. */
function weigh(oldBags: Bags, newBags: Bags, sides: Sides): { alike: Pair[]; held: Pair[] } {
  const alike: Pair[] = [];
  const held: Pair[] = [];
  let index: Map<string, number[]> | undefined;
  const postings = (): Map<string, number[]> => {
    index ??= postingsOf(newBags);
    return index;
  };
  for (const [a, bag] of oldBags) {
    const near = gapMates(a, sides);
    const likeness = (b: number): number => {
      const other = newBags.get(b);
      return other ? (2 * commonWeight(bag, other)) / (bag.weight + other.weight || 1) : 0;
    };
    // Where the gap itself holds the same sentence but for a word or two, nothing better is looked for.
    const plain = [...near].some((b) => likeness(b) >= ALIKE_PLAINLY);
    for (const b of plain ? near : new Set([...near, ...rivals(bag, postings())])) {
      const other = newBags.get(b);
      if (!other) continue;
      const common = commonWeight(bag, other);
      if (common >= HELD * bag.weight && bag.weight >= HELD_LEAST) held.push({ a, b, score: common });
      const score = (2 * common) / (bag.weight + other.weight || 1);
      const isNear = near.has(b);
      if (score >= (isNear ? ALIKE_NEAR : ALIKE_FAR)) alike.push({ a, b, score: score + (isNear ? PREFERENCE : 0) });
    }
  }
  return { alike: alike.sort(byScore), held: held.sort(byScore) };
}

/** Where each word that is no frame word stands. */
function postingsOf(bags: Bags): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [j, bag] of bags) {
    for (const word of bag.words.keys()) {
      if (isFrame(word)) continue;
      const list = postings.get(word);
      if (list) list.push(j);
      else postings.set(word, [j]);
    }
  }
  return postings;
}

/** Link the best pairs first; returns the old pieces that had two equal new ones to choose from. */
function linkBest(pairs: readonly Pair[], newIds: readonly number[], sides: Sides): Set<number> {
  const torn = new Set<number>();
  const given = new Map<number, number>();
  for (const { a, b, score } of pairs) {
    const own = sides.oldTo[a] ?? NONE;
    if (sides.newTo[b] !== NONE) continue;
    if (own === NONE) {
      link(sides, a, b);
      given.set(a, score);
    } else if (given.get(a) === score && newIds[own] === newIds[b]) torn.add(a);
  }
  return torn;
}

/** For old pieces that stayed open, the new piece that took them in. One that only looks alike has not grown by them. */
function findHosts(held: readonly Pair[], oldBags: Bags, newBags: Bags, { oldTo, newTo }: Sides): Map<number, number> {
  const hosts = new Map<number, number>();
  for (const { a, b } of held) {
    const own = newTo[b] ?? NONE;
    const spare = (newBags.get(b)?.weight ?? 0) - (own === NONE ? 0 : (oldBags.get(own)?.weight ?? 0));
    const grown = spare >= GROWN * (oldBags.get(a)?.weight ?? 0);
    if (oldTo[a] === NONE && !hosts.has(a) && grown) hosts.set(a, b);
  }
  return hosts;
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
