import type { Span } from "../text/span";
import type { Token } from "../text/tokens";
import { align } from "./align";
import { isFrame } from "./lexicon";
import type { UnitMatch } from "./match-units";
import { NONE } from "./sides";
import type { UnitWords } from "./unit-words";
import { unitsWithin } from "./units";

/** Where the words of an old place stand now, and how much of them stayed (0 to 1, frame words count little). */
export interface Place extends Span {
  readonly kept: number;
}

/** How many open pieces beside a counterpart may belong to it: a sentence that was cut in two, or two that became one. */
const BESIDE = 2;
/** How far apart two counterparts of one place may be. */
const APART = 3;
/** What a word that came in costs, when it is weighed whether the words behind it still belong to the place. */
const INTRUDER = 0.3;

const MARK = 0.2;
const FRAME = 0.3;

const weightOf = (key: string): number => (/^[^\p{L}\p{N}]/u.test(key) ? MARK : isFrame(key) ? FRAME : 1);

interface Region {
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  /** The weight of all tokens before each one, and of all. */
  readonly weights: Float64Array;
  /** For each token the index of its piece. */
  readonly units: readonly number[];
}

/** What is aligned once for all places in the same pieces. */
export interface Aligned {
  readonly old: Region;
  readonly now: Region;
  readonly pairs: readonly (readonly [number, number])[];
  /** New pieces that are the counterparts of old pieces elsewhere, and took words in. */
  readonly foreign: ReadonlySet<number>;
}

export type Memory = Map<string, Aligned>;

function readRegion(words: (unit: number) => UnitWords, lo: number, hi: number): Region {
  const tokens: Token[] = [];
  const keys: string[] = [];
  const units: number[] = [];
  for (let unit = lo; unit <= hi; unit++) {
    const piece = words(unit);
    for (const [i, token] of piece.tokens.entries()) {
      tokens.push(token);
      keys.push(piece.keys[i] ?? "");
      units.push(unit);
    }
  }
  const weights = new Float64Array(keys.length + 1);
  for (const [i, key] of keys.entries()) weights[i + 1] = (weights[i] ?? 0) + weightOf(key);
  return { tokens, keys, weights, units };
}

/** Find the words of `span` in the pieces that its own pieces became; null when these have no counterpart at all. */
export function placeByWords(match: UnitMatch, span: Span, memory: Memory): Place | null {
  const [u0, u1] = unitsWithin(match.oldUnits, span);
  const cluster = heaviestCluster(match, span, u0, u1);
  const found = cluster ? takeNeighbours(match, u0, u1, cluster) : gapOf(match, u0, u1);
  if (!found) return null;
  const [lo, hi] = widen(found, match.newTo);
  const [o0, o1] = widenOld(match, u0, u1, lo, hi);
  const key = `${o0} ${o1} ${lo} ${hi}`;
  let aligned = memory.get(key);
  if (!aligned) {
    const old = readRegion(match.oldWords, o0, o1);
    const now = readRegion(match.newWords, lo, hi);
    aligned = { old, now, pairs: align(old.keys, now.keys, weightOf), foreign: foreignIn(match, [o0, o1], [lo, hi]) };
    memory.set(key, aligned);
  }
  return project(aligned, span);
}

function foreignIn({ newTo }: UnitMatch, [o0, o1]: Range, [lo, hi]: Range): Set<number> {
  const foreign = new Set<number>();
  for (let unit = lo; unit <= hi; unit++) {
    const from = newTo[unit] ?? NONE;
    if (from !== NONE && (from < o0 || from > o1)) foreign.add(unit);
  }
  return foreign;
}

type Range = readonly [lo: number, hi: number];

/** Of the counterparts of the pieces u0 to u1, those that stand together and cover most of the span. */
function heaviestCluster(match: UnitMatch, span: Span, u0: number, u1: number): Range | null {
  const counterparts: { unit: number; weight: number }[] = [];
  for (let u = u0; u <= u1; u++) {
    const to = (match.oldTo[u] ?? NONE) === NONE ? (match.hosts.get(u) ?? NONE) : (match.oldTo[u] ?? NONE);
    const unit = match.oldUnits[u];
    if (to === NONE || !unit) continue;
    counterparts.push({ unit: to, weight: Math.min(unit.end, span.end) - Math.max(unit.start, span.start) });
  }
  counterparts.sort((a, b) => a.unit - b.unit);
  let best: Range | null = null;
  let top = 0;
  let from = 0;
  let weight = 0;
  for (const [k, here] of counterparts.entries()) {
    const before = counterparts[k - 1];
    if (before && here.unit - before.unit > APART) {
      from = k;
      weight = 0;
    }
    weight += here.weight;
    if (weight > top) {
      top = weight;
      best = [counterparts[from]?.unit ?? here.unit, here.unit];
    }
  }
  return best;
}

/** How far the matched neighbours of a piece without a counterpart are looked for. */
const REACH = 6;

/** The nearest matched pieces before u0 and after u1; NONE where there is none in reach. */
function neighbours({ oldTo }: UnitMatch, u0: number, u1: number): Range {
  let p = u0 - 1;
  while (p >= 0 && u0 - p < REACH && oldTo[p] === NONE) p--;
  let q = u1 + 1;
  while (q < oldTo.length && q - u1 < REACH && oldTo[q] === NONE) q++;
  return [p >= 0 && oldTo[p] !== NONE ? p : NONE, q < oldTo.length && oldTo[q] !== NONE ? q : NONE];
}

/**
 * The new pieces where pieces without a counterpart may have gone: what is open between the counterparts of their neighbours, and
 * these too where they are not as they were.
 */
function gapOf(match: UnitMatch, u0: number, u1: number): Range | null {
  const { oldTo, newTo, same } = match;
  const [p, q] = neighbours(match, u0, u1);
  const before = p === NONE ? (u0 < REACH ? 0 : NONE) : (oldTo[p] ?? 0) + (same(p) ? 1 : 0);
  const tail = u1 + REACH >= oldTo.length ? newTo.length - 1 : NONE;
  const after = q === NONE ? tail : (oldTo[q] ?? 0) - (same(q) ? 1 : 0);
  if (before !== NONE && after !== NONE && before <= after && after - before <= 2 * REACH) return [before, after];
  const usable = (unit: number, owner: number): boolean =>
    unit >= 0 && unit < newTo.length && (newTo[unit] === NONE || (owner !== NONE && newTo[unit] === owner));
  if (usable(before, p)) {
    let hi = before;
    while (hi + 1 < newTo.length && hi - before < REACH && newTo[hi + 1] === NONE) hi++;
    return [before, hi];
  }
  if (!usable(after, q)) return null;
  let lo = after;
  while (lo > 0 && after - lo < REACH && newTo[lo - 1] === NONE) lo--;
  return [lo, after];
}

/** Take in the counterparts of the neighbours, where a piece at the edge has none and they are not as they were. */
function takeNeighbours(match: UnitMatch, u0: number, u1: number, [lo, hi]: Range): Range {
  const { oldTo, same } = match;
  const [p, q] = neighbours(match, u0, u1);
  const [before, after] = [oldTo[p] ?? NONE, oldTo[q] ?? NONE];
  const left = oldTo[u0] === NONE && p !== NONE && !same(p) && before < lo && lo - before <= BESIDE;
  const right = oldTo[u1] === NONE && q !== NONE && !same(q) && after > hi && after - hi <= BESIDE;
  return [left ? before : lo, right ? after : hi];
}

function widen([lo, hi]: Range, newTo: Int32Array): Range {
  let [a, b] = [lo, hi];
  while (a > 0 && lo - a < BESIDE && newTo[a - 1] === NONE) a--;
  while (b + 1 < newTo.length && b - hi < BESIDE && newTo[b + 1] === NONE) b++;
  return [a, b];
}

/** The old pieces beside u0 to u1 that also went into the new pieces lo to hi, or nowhere. */
function widenOld({ oldTo }: UnitMatch, u0: number, u1: number, lo: number, hi: number): Range {
  const belongs = (u: number): boolean => {
    const to = oldTo[u] ?? NONE;
    return u >= 0 && u < oldTo.length && (to === NONE || (to >= lo && to <= hi));
  };
  let [a, b] = [u0, u1];
  while (u0 - a < BESIDE && belongs(a - 1)) a--;
  while (b - u1 < BESIDE && belongs(b + 1)) b++;
  return [a, b];
}

/** Project `span` through the aligned words: the heaviest run of its words, and what took the place of words at its edges. */
function project(aligned: Aligned, span: Span): Place | null {
  const { old, now, pairs } = aligned;
  const first = firstWhere(old.tokens.length, (i) => (old.tokens[i]?.end ?? 0) > span.start);
  const last = firstWhere(old.tokens.length, (i) => (old.tokens[i]?.start ?? 0) >= span.end) - 1;
  if (last < first) return null;
  const inside = pairs.slice(pairAt(pairs, first), pairAt(pairs, last + 1));
  const run = heaviestRun(inside, old, now);
  const [head, tail] = [run[0], run.at(-1)];
  if (!head || !tail) return substituted(aligned, first, last);
  const total = sum(old, first, last + 1);
  const kept = run.reduce((weight, [i]) => weight + weightOf(old.keys[i] ?? ""), 0) / (total || 1);
  const stayed = run.length === last - first + 1 && tail[1] - head[1] === last - first;
  const whole = stayed && run.every(([i, j]) => old.tokens[i]?.text === now.tokens[j]?.text);
  const from = leftEdge(aligned, [first, last], head, whole);
  const to = rightEdge(aligned, [first, last], tail, whole);
  const [a, b] = [old.tokens[first], old.tokens[last]];
  const [x, y] = [now.tokens[from], now.tokens[to]];
  if (!a || !b || !x || !y) return null;
  // A place that begins or ends inside a word keeps that offset where the word stayed.
  const start =
    from === head[1] && head[0] === first && x.text === a.text ? x.start + Math.max(0, span.start - a.start) : x.start;
  const end = to === tail[1] && tail[0] === last && y.text === b.text ? y.end - Math.max(0, b.end - span.end) : y.end;
  return { start, end, kept };
}

/** What the tokens from `from` up to (not with) `to` weigh. */
const sum = ({ weights }: Region, from: number, to: number): number => (weights[to] ?? 0) - (weights[from] ?? 0);

/** The first index up to `length` for which `holds`, which holds for all behind it too. Binary search. */
function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first pair whose old token is not before `token`. */
const pairAt = (pairs: Pairs, token: number): number => firstWhere(pairs.length, (k) => (pairs[k]?.[0] ?? 0) >= token);

type Pairs = readonly (readonly [number, number])[];

/** Of pairs in order, the run whose words weigh most after what came in between is taken off. */
function heaviestRun(pairs: Pairs, old: Region, now: Region): Pairs {
  let best = 0;
  let range: Range = [0, -1];
  let from = 0;
  let score = 0;
  for (const [k, [i, j]] of pairs.entries()) {
    const before = pairs[k - 1];
    if (before) score -= INTRUDER * sum(now, before[1] + 1, j);
    if (score <= 0) {
      score = 0;
      from = k;
    }
    score += weightOf(old.keys[i] ?? "");
    if (score > best) {
      best = score;
      range = [from, k];
    }
  }
  return pairs.slice(range[0], range[1] + 1);
}

/** Words that change what follows or precedes them, even when they were put in just outside a place. */
const TURNING =
  /^(?:not|n't|never|no|nobody|nothing|neither|nor|none|hardly|barely|without|only|more|less|fewer|least|most|almost|nearly|about|over|under|allegedly|reportedly|may|might|could|would|should|if|unless|former|false|falsely|wrongly)$|^\d/;

/** What stands now between the words just before and just behind a place of which no word stayed: "$2 billion" → "5 million euros". */
function substituted({ old, now, pairs }: Aligned, first: number, last: number): Place | null {
  const before = lastBefore(pairs, first);
  const after = firstAfter(pairs, last);
  const around = pairs.slice(pairAt(pairs, first - 4), pairAt(pairs, last + 5));
  const known = around.filter(([i]) => weightOf(old.keys[i] ?? "") === 1).length;
  if (before?.[0] !== first - 1 || after?.[0] !== last + 1 || known < 2) return null;
  const count = after[1] - before[1] - 1;
  const [x, y] = [now.tokens[before[1] + 1], now.tokens[after[1] - 1]];
  if (!x || !y || count < 1 || count > last - first + 4 || last - first > 6) return null;
  return { start: x.start, end: y.end, kept: 1 };
}

/** The first new word that belongs to a place whose first kept word is `head`; `whole`: all its words stayed, side by side. */
function leftEdge(
  { old, now, pairs, foreign }: Aligned,
  [first, last]: Range,
  head: readonly [number, number],
  whole: boolean,
): number {
  const [i, j] = head;
  const before = lastBefore(pairs, first);
  const unit = now.units[j];
  let low = before ? before[1] + 1 : 0;
  if (i === first || old.units[i] === old.units[first]) while (low < j && now.units[low] !== unit) low++;
  if (low >= j) return j;
  const joined = isJoined(old, before, i) && now.units[before?.[1] ?? NONE] === unit;
  if (joined && i > first && onlyMarks(old, first, i)) return j;
  if (i > first) {
    const outside = before ? first - 1 - before[0] : 0;
    const share = (i - first) / (i - first + outside);
    return outside === 0 ? low : j - Math.round((j - low) * share);
  }
  if (turning(now.keys, low, j)) return low;
  if (isLong(j - low, last - first)) return j;
  const opens = marksOnly(old, first - 1, -1);
  return opens && !joined && !whole && !foreign.has(unit ?? NONE) ? low : j;
}

/** The last new word that belongs to a place whose last kept word is `tail`. */
function rightEdge(
  { old, now, pairs, foreign }: Aligned,
  [first, last]: Range,
  tail: readonly [number, number],
  whole: boolean,
): number {
  const [i, j] = tail;
  const after = firstAfter(pairs, last);
  const unit = now.units[j];
  let high = after ? after[1] - 1 : now.keys.length - 1;
  if (i === last || old.units[i] === old.units[last]) while (high > j && now.units[high] !== unit) high--;
  if (high <= j) return j;
  const joined = isJoined(old, after, i) && now.units[after?.[1] ?? NONE] === unit;
  if (joined && i < last && onlyMarks(old, i + 1, last + 1)) return j;
  if (i < last) {
    const outside = after ? after[0] - 1 - last : 0;
    const share = (last - i) / (last - i + outside);
    return outside === 0 ? high : j + Math.round((high - j) * share);
  }
  if (turning(now.keys, j + 1, high + 1)) return high;
  if (isLong(high - j, last - first)) return j;
  const closes = marksOnly(old, last + 1, 1);
  return closes && !joined && !whole && !foreign.has(unit ?? NONE) ? high : j;
}

/** Whether the nearest kept word outside a place came from another piece than word `i`: then two pieces became one. */
const isJoined = ({ units, keys }: Region, pair: readonly [number, number] | undefined, i: number): boolean =>
  pair !== undefined && units[pair[0]] !== units[i] && weightOf(keys[pair[0]] ?? "") > MARK;

/** Whether more words came in at an edge of a place than can belong to it. */
const isLong = (came: number, length: number): boolean => came > Math.max(16, length);

/** Whether the words from `from` up to (not with) `to` are marks, or none at all. */
const onlyMarks = ({ keys }: Region, from: number, to: number): boolean =>
  keys.slice(from, to).every((key) => weightOf(key) === MARK);

/** Whether only marks stand from `from` to the edge of its piece, so that a place that stops there covers its end. */
function marksOnly({ keys, units }: Region, from: number, step: 1 | -1): boolean {
  const unit = units[from - step];
  for (let k = from; k >= 0 && k < keys.length && units[k] === unit; k += step) {
    if (weightOf(keys[k] ?? "") !== MARK) return false;
  }
  return true;
}

/** Whether a few words that were put in turn round what they stand by. */
const turning = (keys: readonly string[], from: number, to: number): boolean =>
  to - from <= 4 && keys.slice(from, to).some((key) => TURNING.test(key));

/** The last pair before a place. */
const lastBefore = (pairs: Pairs, first: number): readonly [number, number] | undefined =>
  pairs[pairAt(pairs, first) - 1];

/** The first pair behind a place. */
const firstAfter = (pairs: Pairs, last: number): readonly [number, number] | undefined =>
  pairs[pairAt(pairs, last + 1)];

/** How much of the words of a sentence and its counterpart must be the same for them to be one statement in another order. */
const REORDERED = 0.6;

/** The counterpart of a whole sentence whose words stand in another order now, as when an active sentence becomes passive. */
export function placeByLikeness(
  { oldUnits, newUnits, oldTo, oldWords, newWords }: UnitMatch,
  span: Span,
): Place | null {
  const [u0, u1] = unitsWithin(oldUnits, span);
  const [unit, to] = [oldUnits[u0], oldTo[u0] ?? NONE];
  const counterpart = newUnits[to];
  if (u0 !== u1 || !unit || !counterpart || span.start > unit.start || span.end < unit.end - 1) return null;
  const content = (keys: readonly string[]): Set<string> => new Set(keys.filter((key) => weightOf(key) === 1));
  const [was, is] = [content(oldWords(u0).keys), content(newWords(to).keys)];
  const shared = [...was].filter((key) => is.has(key)).length;
  const kept = shared / Math.max(was.size, is.size, 1);
  if (kept < REORDERED) return null;
  return { start: counterpart.start, end: counterpart.end - (span.end < unit.end ? 1 : 0), kept };
}
