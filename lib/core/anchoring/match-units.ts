import type { Span } from "../text/span";
import { matchAlike } from "./alike-units";
import { group, link, NONE, type Sides } from "./sides";
import { type UnitWords, unitWords } from "./unit-words";
import { cutUnits } from "./units";
import { fold } from "./word-key";

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
  /** Read the words of an old piece, and of a new one; each piece is read once. */
  readonly oldWords: (oldUnit: number) => UnitWords;
  readonly newWords: (newUnit: number) => UnitWords;
  /** Old pieces that have several equally good counterparts. */
  readonly torn: ReadonlySet<number>;
}

/** The largest number of equals among which a single best one is searched. */
const MANY = 20;

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
  const oldWords = unitWords(oldText, oldUnits);
  const newWords = unitWords(newText, newUnits);
  const { torn, hosts } = matchAlike({ oldIds, newIds, oldWords, newWords }, sides);
  return {
    oldText,
    newText,
    oldUnits,
    newUnits,
    ...sides,
    torn,
    hosts,
    oldWords,
    newWords,
    same: (unit) => newIds[sides.oldTo[unit] ?? NONE] === oldIds[unit],
  };
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
