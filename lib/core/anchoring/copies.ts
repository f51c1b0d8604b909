import type { Span } from "../text/span";
import type { UnitMatch } from "./match-units";
import { NONE } from "./sides";
import { unitAt } from "./units";
import { fold } from "./word-key";

/** How many copies are looked at: more than that decide nothing. */
const MANY = 20;
/** How much text around a copy is compared with the old surroundings, in UTF-16 units. */
const AROUND = 64;
/** How many characters more of the surroundings the best copy must share than the next one. */
const CLEARLY = 8;
/** The shortest words that are looked for by themselves, in characters without spaces and punctuation. */
const SHORTEST = 12;

/**
 * Find the same words elsewhere in the new text: the copy that no other old place has become, or else the only one there is.
 * "several" when nothing tells them apart; null when there is none.
 */
export function findCopy(match: UnitMatch, span: Span): Span | "several" | null {
  const words = match.oldText.slice(span.start, span.end);
  if (fold(words).length < SHORTEST) return null;
  const all = occurrences(match.newText, words);
  const free = all.filter((start) => !isTaken(match, start, start + words.length));
  const choice = free.length > 0 ? free : all;
  if (choice.length === 0) return null;
  const start = choice.length === 1 ? choice[0] : bestByContext(match, span, choice);
  return start === undefined ? "several" : { start, end: start + words.length };
}

/** Where `words` begin in `text`, at most MANY places, without overlap. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < MANY; at = text.indexOf(words, at + words.length))
    found.push(at);
  return found;
}

/** Whether these new words are what an old piece with the same words became. */
function isTaken({ newUnits, newTo, same }: UnitMatch, start: number, end: number): boolean {
  for (let u = unitAt(newUnits, start); (newUnits[u]?.start ?? end) < end; u++) {
    const from = newTo[u] ?? NONE;
    if (from !== NONE && same(from)) return true;
  }
  return false;
}

function bestByContext({ oldText, newText }: UnitMatch, span: Span, starts: readonly number[]): number | undefined {
  const length = span.end - span.start;
  const before = oldText.slice(Math.max(0, span.start - AROUND), span.start);
  const after = oldText.slice(span.end, span.end + AROUND);
  return clearlyBest(starts, (start) => contextShared(newText, start, start + length, before, after));
}

/** The one whose score is clearly the best; undefined when there is none. */
export function clearlyBest(starts: readonly number[], score: (start: number) => number): number | undefined {
  const scored = starts.map((start) => ({ start, score: score(start) })).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score >= CLEARLY + (second?.score ?? 0) ? first.start : undefined;
}

/** How many characters before `start` and after `end` are as they were, besides spacing and punctuation. */
export function contextShared(text: string, start: number, end: number, before: string, after: string): number {
  const [a, b] = [fold(before), fold(text.slice(Math.max(0, start - 2 * AROUND), start))];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[a.length - 1 - shared] === b[b.length - 1 - shared]) shared++;
  const [c, d] = [fold(after), fold(text.slice(end, end + 2 * AROUND))];
  let following = 0;
  while (following < c.length && following < d.length && c[following] === d[following]) following++;
  return shared + following;
}
