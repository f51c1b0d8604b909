import type { Span } from "../text/span";
import { findValues } from "../values/find-values";
import { altersFact, type Change, findChanges } from "./changes";
import { findCopy } from "./copies";
import { matchUnits, type UnitMatch } from "./match-units";
import { type Memory, type Place, placeByLikeness, placeByWords } from "./place";
import { NONE } from "./sides";
import { unitsWithin } from "./units";

/** What became of a place: docs/how-anchors-decide.md tells when each is given. */
export type Outcome = "exact" | "moved" | "reworded" | "value-changed" | "ambiguous" | "lost";

/** The fate of one place in a new version. `place` is null when it is ambiguous or lost. */
export interface Relocation {
  readonly outcome: Outcome;
  readonly place: Span | null;
  readonly changes: readonly Change[];
}

/** How much of a place's words must have stayed for it to be the same place: 0 to 1. */
const KEPT = 0.4;

const LOST: Relocation = { outcome: "lost", place: null, changes: [] };
const AMBIGUOUS: Relocation = { outcome: "ambiguous", place: null, changes: [] };

/**
 * Find each place of `oldText` again in `newText` and say what became of it. Offsets are UTF-16 code units; a place outside the
 * text, or without words, is lost. Near-linear in the texts and the number of places; never throws, never guesses among equals.
 */
export function relocate(oldText: string, newText: string, spans: readonly Span[]): Relocation[] {
  const match = matchUnits(oldText, newText);
  const memory: Memory = new Map();
  return spans.map((span) => relocateOne(match, span, memory));
}

function relocateOne(match: UnitMatch, { start, end }: Span, memory: Memory): Relocation {
  const span = { start: Math.max(0, start), end: Math.min(match.oldText.length, end) };
  if (!(span.start < span.end) || match.oldText.slice(span.start, span.end).trim() === "") return LOST;
  // Texts may hold signs alone, which are no pieces to follow.
  if (match.oldText === match.newText) return { outcome: "exact", place: span, changes: [] };
  const straight = placeByUnits(match, span);
  if (straight) return judgePlace(match, span, straight);
  const [u0, u1] = unitsWithin(match.oldUnits, span);
  for (let u = u0; u <= u1; u++) if (match.torn.has(u)) return AMBIGUOUS;
  const place = placeByWords(match, span, memory);
  if (place && place.kept >= KEPT && !isOpen(match, span)) return judgePlace(match, span, place);
  const copy = findCopy(match, span);
  if (copy === "several") return AMBIGUOUS;
  if (copy) return judgePlace(match, span, copy);
  if (place && place.kept >= KEPT) return judgePlace(match, span, place);
  const reordered = placeByLikeness(match, span);
  return reordered ? judgePlace(match, span, reordered) : LOST;
}

/** Whether no piece of the place has a counterpart. */
function isOpen({ oldUnits, oldTo }: UnitMatch, span: Span): boolean {
  const [u0, u1] = unitsWithin(oldUnits, span);
  for (let u = u0; u <= u1; u++) if (oldTo[u] !== NONE) return false;
  return true;
}

/** The place by offsets alone, when all its pieces stayed as they were, in their order. */
function placeByUnits({ oldText, newText, oldUnits, newUnits, oldTo, same }: UnitMatch, span: Span): Span | null {
  const [u0, u1] = unitsWithin(oldUnits, span);
  const to = oldTo[u0] ?? NONE;
  for (let u = u0; u <= u1; u++) if (to === NONE || oldTo[u] !== to + u - u0 || !same(u)) return null;
  const [first, last, begin, finish] = [oldUnits[u0], oldUnits[u1], newUnits[to], newUnits[to + u1 - u0]];
  if (!first || !last || !begin || !finish) return null;
  const place = { start: begin.start + span.start - first.start, end: finish.end + span.end - last.end };
  if (newText.slice(place.start, place.end) === oldText.slice(span.start, span.end)) return place;
  // White space at the edges of a place stays behind where it changed.
  return { start: Math.max(begin.start, place.start), end: Math.min(finish.end, place.end) };
}

function judgePlace({ oldText, newText }: UnitMatch, span: Span, found: Span | Place): Relocation {
  const place = wholeFigures(oldText, span, newText, found);
  const { start, end } = place;
  if (oldText.slice(span.start, span.end) === newText.slice(start, end)) {
    return { outcome: start === span.start ? "exact" : "moved", place, changes: [] };
  }
  const changes = findChanges(oldText, span, newText, place);
  return { outcome: changes.some(altersFact) ? "value-changed" : "reworded", place, changes };
}

/** How far around an edge a figure is looked for, in UTF-16 units. */
const FIGURE = 40;

/** A place that cut no figure cuts none now: "cost $3 million" ends behind "cost 3 million dollars", not before the last word. */
function wholeFigures(oldText: string, span: Span, newText: string, { start, end }: Span): Span {
  if (oldText.slice(span.start, span.end) === newText.slice(start, end)) return { start, end };
  const [cutStart, cutEnd] = [figureAt(newText, start), figureAt(newText, end)];
  return {
    start: cutStart && !figureAt(oldText, span.start) ? cutStart.start : start,
    end: cutEnd && !figureAt(oldText, span.end) ? cutEnd.end : end,
  };
}

/** The figure that an offset lies within. */
function figureAt(text: string, offset: number): Span | null {
  const from = Math.max(0, offset - FIGURE);
  const around = text.slice(from, offset + FIGURE);
  if (!/\d|\p{L}/u.test(around.charAt(offset - from)) && !/\S/u.test(text.charAt(offset - 1))) return null;
  const at = offset - from;
  const figure = findValues(around).find(({ start, end }) => start < at && at < end);
  return figure ? { start: figure.start + from, end: figure.end + from } : null;
}
