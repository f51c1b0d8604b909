/** Pairs of indexes that belong together, both rising. */
export type Alignment = readonly (readonly [a: number, b: number])[];

/** The largest table that is filled; larger stretches are first cut at words that are unique in both. */
const CELLS = 400_000;
/** What it is worth that the words before a pair are a pair too. */
const NEIGHBOUR = 0.4;

/**
 * Align two sequences of keys: the common subsequence of the greatest weight, where runs are preferred to scattered equals.
 * `weight` gives what an equal key is worth (> 0). Common ends are taken first, long stretches are cut at keys unique in both,
 * and what is still too long to compare stays unaligned: near-linear whatever the input.
 */
export function align(a: readonly string[], b: readonly string[], weight: (key: string) => number): Alignment {
  const pairs: [number, number][] = [];
  const stretches: [number, number, number, number, boolean][] = [[0, a.length, 0, b.length, true]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    let [a0, a1, b0, b1] = stretch;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pairs.push([a0++, b0++]);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pairs.push([--a1, --b1]);
    if (a0 === a1 || b0 === b1) continue;
    if ((a1 - a0) * (b1 - b0) <= CELLS) fill(a, b, [a0, a1, b0, b1], weight, pairs);
    else if (stretch[4]) stretches.push(...cut(a, b, [a0, a1, b0, b1], pairs));
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

type Box = readonly [a0: number, a1: number, b0: number, b1: number];

/** Fill the table of one stretch and take its best path. */
function fill(
  a: readonly string[],
  b: readonly string[],
  [a0, a1, b0, b1]: Box,
  weight: (key: string) => number,
  pairs: [number, number][],
): void {
  const [n, m] = [a1 - a0, b1 - b0];
  const width = m + 1;
  // best: of everything before the cell; met: of what ends with a pair just before the cell.
  const best = new Float32Array((n + 1) * width);
  const met = new Float32Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
  for (let i = 1; i <= n; i++) {
    const key = a[a0 + i - 1] ?? "";
    const worth = weight(key);
    for (let j = 1; j <= m; j++) {
      const at = i * width + j;
      const before = at - width - 1;
      let top = Math.max(best[at - width] ?? 0, best[at - 1] ?? 0);
      if (key === b[b0 + j - 1]) {
        const ended = worth + Math.max(best[before] ?? 0, (met[before] ?? 0) + NEIGHBOUR);
        met[at] = ended;
        if (ended >= top) top = ended;
      }
      best[at] = top;
    }
  }
  let [i, j] = [n, m];
  let mustPair = false;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const ended = met[at] ?? Number.NEGATIVE_INFINITY;
    if (mustPair || ended === best[at]) {
      pairs.push([a0 + i - 1, b0 + j - 1]);
      const before = at - width - 1;
      mustPair = (met[before] ?? Number.NEGATIVE_INFINITY) + NEIGHBOUR > (best[before] ?? 0);
      i--;
      j--;
    } else if (best[at] === best[at - width]) i--;
    else j--;
  }
}

/** Cut a stretch at the longest rising chain of keys that are unique in both sides; the pieces between are compared for themselves. */
function cut(
  a: readonly string[],
  b: readonly string[],
  [a0, a1, b0, b1]: Box,
  pairs: [number, number][],
): [number, number, number, number, boolean][] {
  const anchors = uniqueChain(grams(a, a0, a1), grams(b, b0, b1));
  const pieces: [number, number, number, number, boolean][] = [];
  let [a2, b2] = [a0, b0];
  for (const [i, j] of anchors) {
    if (i < a2 || j < b2) continue;
    pieces.push([a2, i, b2, j, false]);
    pairs.push([i, j]);
    [a2, b2] = [i + 1, j + 1];
  }
  if (anchors.length > 0) pieces.push([a2, a1, b2, b1, false]);
  return pieces;
}

/** Where each key, and each run of three keys, that occurs once begins. */
function grams(keys: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = from; i < to; i++) {
    for (const gram of [keys[i] ?? "", `${keys[i]} ${keys[i + 1]} ${keys[i + 2]}`])
      places.set(gram, places.has(gram) ? -1 : i);
  }
  return places;
}

/** The longest chain of places unique in both whose order is the same in both. */
function uniqueChain(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): [number, number][] {
  const seen = new Set<number>();
  const shared: [number, number][] = [];
  for (const [key, i] of a) {
    const j = b.get(key);
    if (i < 0 || j === undefined || j < 0 || seen.has(i)) continue;
    seen.add(i);
    shared.push([i, j]);
  }
  shared.sort((x, y) => x[0] - y[0]);
  return longestRising(shared);
}

/** The longest subsequence with rising second members (patience sorting, n log n). */
export function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [k, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    previous[k] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = k;
  }
  const chain: [number, number][] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k] ?? -1) {
    const pair = pairs[k];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
