import type { Span } from "../text/span";
import { type Token, tokenise } from "../text/tokens";
import { align } from "./align";
import { isFrame } from "./lexicon";
import { NONE, type UnitMatch } from "./match-units";
import { unitAt } from "./units";
import { wordKey } from "./word-key";

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
  /** For each token the index of its piece. */
  readonly units: readonly number[];
}

/** What is aligned once for all places in the same pieces. */
export interface Aligned {
  readonly old: Region;
  readonly now: Region;
  readonly pairs: readonly (readonly [number, number])[];
}

export type Memory = Map<string, Aligned>;

function readRegion(text: string, units: readonly Span[], lo: number, hi: number): Region {
  const from = units[lo]?.start ?? 0;
  const to = units[hi]?.end ?? from;
  const tokens = tokenise(text.slice(from, to)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
  let unit = lo;
  const unitOf = tokens.map((token) => {
    while (unit < hi && token.start >= (units[unit]?.end ?? 0)) unit++;
    return unit;
  });
  return { tokens, keys: tokens.map(wordKey), units: unitOf };
}

/** Find the words of `span` in the pieces that its own pieces became; null when these have no counterpart at all. */
export function placeByWords(match: UnitMatch, span: Span, memory: Memory): Place | null {
  const u0 = unitAt(match.oldUnits, span.start);
  const u1 = Math.max(u0, unitAt(match.oldUnits, span.end - 1));
  const found = heaviestCluster(match, span, u0, u1) ?? gapOf(match, u0, u1);
  if (!found) return null;
  const [lo, hi] = widen(found, match.newTo);
  const [o0, o1] = widenOld(match, u0, u1, lo, hi);
  const key = `${o0} ${o1} ${lo} ${hi}`;
  let aligned = memory.get(key);
  if (!aligned) {
    const old = readRegion(match.oldText, match.oldUnits, o0, o1);
    const now = readRegion(match.newText, match.newUnits, lo, hi);
    aligned = { old, now, pairs: align(old.keys, now.keys, weightOf) };
    memory.set(key, aligned);
  }
  return project(aligned, span);
}

type Range = readonly [lo: number, hi: number];

/** Of the counterparts of the pieces u0 to u1, those that stand together and cover most of the span. */
function heaviestCluster(match: UnitMatch, span: Span, u0: number, u1: number): Range | null {
  const counterparts: { unit: number; weight: number }[] = [];
  for (let u = u0; u <= u1; u++) {
    const to = match.oldTo[u] ?? NONE;
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

/** The open new pieces where the neighbours of pieces without a counterpart went. */
function gapOf({ oldTo, newTo }: UnitMatch, u0: number, u1: number): Range | null {
  const reach = 6;
  let p = u0 - 1;
  while (p >= 0 && u0 - p < reach && oldTo[p] === NONE) p--;
  let q = u1 + 1;
  while (q < oldTo.length && q - u1 < reach && oldTo[q] === NONE) q++;
  const before = p < 0 ? 0 : (oldTo[p] ?? NONE) === NONE ? NONE : (oldTo[p] ?? 0) + 1;
  if (before !== NONE && before < newTo.length && newTo[before] === NONE) {
    let hi = before;
    while (hi + 1 < newTo.length && hi - before < reach && newTo[hi + 1] === NONE) hi++;
    return [before, hi];
  }
  const after = q >= oldTo.length ? newTo.length - 1 : (oldTo[q] ?? NONE) === NONE ? NONE : (oldTo[q] ?? 0) - 1;
  if (after === NONE || after < 0 || newTo[after] !== NONE) return null;
  let lo = after;
  while (lo > 0 && after - lo < reach && newTo[lo - 1] === NONE) lo--;
  return [lo, after];
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
  const first = old.tokens.findIndex(({ end }) => end > span.start);
  let last = old.tokens.length - 1;
  while (last >= first && (old.tokens[last]?.start ?? 0) >= span.end) last--;
  if (first < 0 || last < first) return null;
  const inside = pairs.filter(([i]) => i >= first && i <= last);
  const run = heaviestRun(inside, old.keys, now.keys);
  const [head, tail] = [run[0], run.at(-1)];
  if (!head || !tail) return null;
  const total = sum(old.keys.slice(first, last + 1));
  const kept = run.reduce((weight, [i]) => weight + weightOf(old.keys[i] ?? ""), 0) / (total || 1);
  const from = leftEdge(aligned, first, head);
  const to = rightEdge(aligned, last, tail);
  const [a, b] = [old.tokens[first], old.tokens[last]];
  const [x, y] = [now.tokens[from], now.tokens[to]];
  if (!a || !b || !x || !y) return null;
  // A place that begins or ends inside a word keeps that offset where the word stayed.
  const start =
    from === head[1] && head[0] === first && x.text === a.text ? x.start + Math.max(0, span.start - a.start) : x.start;
  const end = to === tail[1] && tail[0] === last && y.text === b.text ? y.end - Math.max(0, b.end - span.end) : y.end;
  return { start, end, kept };
}

const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + weightOf(key), 0);

type Pairs = readonly (readonly [number, number])[];

/** Of pairs in order, the run whose words weigh most after what came in between is taken off. */
function heaviestRun(pairs: Pairs, oldKeys: readonly string[], newKeys: readonly string[]): Pairs {
  let best = 0;
  let range: Range = [0, -1];
  let from = 0;
  let score = 0;
  for (const [k, [i, j]] of pairs.entries()) {
    const before = pairs[k - 1];
    if (before) score -= INTRUDER * sum(newKeys.slice(before[1] + 1, j));
    if (score <= 0) {
      score = 0;
      from = k;
    }
    score += weightOf(oldKeys[i] ?? "");
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

const isOpening = (key: string | undefined): boolean => key !== undefined && /^["'([]$/.test(key);

/** The first new word that belongs to a place whose first kept word is `head`. */
function leftEdge({ old, now, pairs }: Aligned, first: number, head: readonly [number, number]): number {
  const [i, j] = head;
  const before = lastBefore(pairs, i, first);
  const unit = now.units[j];
  let low = before ? before[1] + 1 : 0;
  if (i === first || old.units[i] === old.units[first]) while (low < j && now.units[low] !== unit) low++;
  if (low >= j) return j;
  if (i > first) {
    const outside = before ? first - 1 - before[0] : 0;
    const share = (i - first) / (i - first + outside);
    return outside === 0 ? low : j - Math.round((j - low) * share);
  }
  const opens =
    first === 0 ||
    old.units[first - 1] !== old.units[first] ||
    (isOpening(old.keys[first - 1]) && isOpening(old.keys[first]));
  const joined = before !== undefined && now.units[before[1]] === unit;
  if (opens && !joined) return low;
  return now.keys.slice(low, j).some((key) => TURNING.test(key)) && !joined ? low : turning(now.keys, low, j) ? low : j;
}

const turning = (keys: readonly string[], from: number, to: number): boolean =>
  to - from <= 4 && keys.slice(from, to).some((key) => TURNING.test(key));

/** The last new word that belongs to a place whose last kept word is `tail`. */
function rightEdge({ old, now, pairs }: Aligned, last: number, tail: readonly [number, number]): number {
  const [i, j] = tail;
  const after = firstAfter(pairs, i, last);
  const unit = now.units[j];
  let high = after ? after[1] - 1 : now.keys.length - 1;
  if (i === last || old.units[i] === old.units[last]) while (high > j && now.units[high] !== unit) high--;
  if (high <= j) return j;
  if (i < last) {
    const outside = after ? after[0] - 1 - last : 0;
    const share = (last - i) / (last - i + outside);
    return outside === 0 ? high : j + Math.round((high - j) * share);
  }
  const closes = last === old.keys.length - 1 || old.units[last + 1] !== old.units[last];
  const joined = after !== undefined && now.units[after[1]] === unit;
  if (closes && !joined) return high;
  return turning(now.keys, j + 1, high + 1) ? high : j;
}

/** The last pair before `i` that lies outside the place. */
function lastBefore(pairs: Pairs, i: number, first: number): readonly [number, number] | undefined {
  return pairs.findLast(([a]) => a < i && a < first);
}

function firstAfter(pairs: Pairs, i: number, last: number): readonly [number, number] | undefined {
  return pairs.find(([a]) => a > i && a > last);
}
