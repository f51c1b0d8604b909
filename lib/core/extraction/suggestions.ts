import { bySpan, overlaps, type Span } from "../text/span";
import type { ClaimState } from "../workflow/workflow";
import type { ClaimKind } from "./types";

/** A fact as a reading gives it; `value` in the words people read. */
export interface FactReading extends Span {
  readonly type: string;
  readonly text: string;
  readonly name: string;
  readonly title: string;
  readonly value: string;
}

/** What one reading of a text says of one claim. */
export interface ClaimReading extends Span {
  readonly kind: ClaimKind;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly viaName: string;
  readonly facts: readonly FactReading[];
}

/** A claim of the version that was read, as it is kept; also one that was taken away. */
export interface KeptClaim extends ClaimReading {
  readonly id: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly origin: "machine" | "person";
  /** Whether people did anything with it: a correction, a note, a tick, an assignment, a priority, a due date. */
  readonly touched: boolean;
  readonly removed: boolean;
}

/** What of a claim reads differently. */
export type ReadField = "place" | "wording" | "kind" | "speaker" | "facts";

/** What another reading of the same text suggests. */
export type Suggestion<Kept extends KeptClaim, Fresh extends ClaimReading> =
  | { readonly what: "new"; readonly kept: null; readonly fresh: Fresh; readonly fields: readonly ReadField[] }
  | { readonly what: "changed"; readonly kept: Kept; readonly fresh: Fresh; readonly fields: readonly ReadField[] }
  | { readonly what: "gone"; readonly kept: Kept; readonly fresh: null; readonly fields: readonly ReadField[] };

/** Two places are one when they share at least this much of what both cover together. */
const ALIKE = 0.5;
/** A place is taken when people's own claims cover at least this much of it. */
const TAKEN = 0.5;

/**
 * Compare the claims of a text with those of another reading of it, in the order of their place. What people did stands:
 * only claims that the engine found and nobody touched are said to read differently or to be found no longer, and nothing
 * new is suggested where a claim stands (a dismissed one, too), where people's own claims cover the words, or where people
 * took the engine's claim away. A place that an undo or an earlier reading emptied is free.
 */
export function suggest<Kept extends KeptClaim, Fresh extends ClaimReading>(
  kept: readonly Kept[],
  fresh: readonly Fresh[],
): Suggestion<Kept, Fresh>[] {
  const standing = kept.filter(({ removed }) => !removed);
  const pairs = pairUp(standing, fresh);
  const exact = new Set([...pairs].filter(([one, other]) => samePlace(one, other)).map(([one]) => one));
  const closed = kept.filter(({ removed, touched, origin }) => removed && touched && origin === "machine");
  const own = standing.filter((claim) => ofPeople(claim) && !exact.has(claim));
  const matched = new Set(pairs.values());
  const unmatched = fresh.filter((claim) => !matched.has(claim));
  const shut = new Set([
    ...meetings(closed, unmatched).flatMap(([one, other]) => (alike(one, other) >= ALIKE ? [other] : [])),
    ...covered(own, unmatched),
  ]);
  const suggestions: Suggestion<Kept, Fresh>[] = [];
  for (const claim of standing) {
    if (ofPeople(claim)) continue;
    const read = pairs.get(claim);
    const fields = read ? differences(claim, read) : [];
    if (!read) suggestions.push({ what: "gone", kept: claim, fresh: null, fields });
    else if (fields.length > 0) suggestions.push({ what: "changed", kept: claim, fresh: read, fields });
  }
  for (const claim of unmatched) {
    if (!shut.has(claim)) suggestions.push({ what: "new", kept: null, fresh: claim, fields: [] });
  }
  return suggestions.sort((a, b) => bySpan(placeOf(a), placeOf(b)) || numberOf(a) - numberOf(b));
}

const placeOf = (suggestion: Suggestion<KeptClaim, ClaimReading>): Span =>
  suggestion.what === "new" ? suggestion.fresh : suggestion.kept;
const numberOf = ({ kept }: Suggestion<KeptClaim, ClaimReading>): number => kept?.number ?? Number.MAX_SAFE_INTEGER;

/** Tell whether a claim is people's: marked by hand, moved on from detected, or touched in any way. */
export function ofPeople({ state, origin, touched }: KeptClaim): boolean {
  return touched || origin === "person" || state !== "detected";
}

const samePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
/** How much two overlapping places share of what they cover together, 0..1. */
const alike = (a: Span, b: Span): number => shared(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));

/** Give each standing claim at most one claim of the reading: the places most alike first, of equal ones those that read alike. */
function pairUp<Kept extends KeptClaim, Fresh extends ClaimReading>(kept: readonly Kept[], fresh: readonly Fresh[]) {
  const candidates = meetings(kept, fresh)
    .map(([one, other]) => ({ one, other, alike: alike(one, other), differences: differences(one, other).length }))
    .filter((pair) => pair.alike >= ALIKE)
    .sort(
      (a, b) =>
        b.alike - a.alike || a.differences - b.differences || a.one.number - b.one.number || bySpan(a.other, b.other),
    );
  const pairs = new Map<Kept, Fresh>();
  const taken = new Set<Fresh>();
  for (const { one, other } of candidates) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** Return every two spans of two lists that overlap. */
function meetings<A extends Span, B extends Span>(some: readonly A[], others: readonly B[]): (readonly [A, B])[] {
  const inOrder = [...some].sort(bySpan);
  const met: (readonly [A, B])[] = [];
  let near: A[] = [];
  let next = 0;
  for (const other of [...others].sort(bySpan)) {
    for (let one = inOrder[next]; one && one.start < other.end; one = inOrder[++next]) near.push(one);
    near = near.filter(({ end }) => end > other.start);
    for (const one of near) if (overlaps(one, other)) met.push([one, other]);
  }
  return met;
}

/** Return the claims whose words are mostly covered by people's own claims. */
function covered<Fresh extends ClaimReading>(own: readonly KeptClaim[], fresh: readonly Fresh[]): Fresh[] {
  const sums = new Map<Fresh, number>();
  for (const [one, claim] of meetings(own, fresh)) sums.set(claim, (sums.get(claim) ?? 0) + shared(one, claim));
  return [...sums].filter(([{ start, end }, sum]) => sum >= (end - start) * TAKEN).map(([claim]) => claim);
}

function differences(before: ClaimReading, after: ClaimReading): ReadField[] {
  const differ: readonly (readonly [ReadField, boolean])[] = [
    ["place", !samePlace(before, after)],
    ["wording", before.wording !== after.wording],
    ["kind", before.kind !== after.kind],
    ["speaker", speakerWords(before) !== speakerWords(after)],
    ["facts", factChanges(before.facts, after.facts).length > 0],
  ];
  return differ.filter(([, differs]) => differs).map(([field]) => field);
}

/** Say who says a claim, in one line; empty when nobody is named. */
export function speakerWords(reading: Pick<ClaimReading, "speakerName" | "speakerTitle" | "viaName">): string {
  const { speakerName, speakerTitle, viaName } = reading;
  const said = [speakerName, speakerTitle].filter((words) => words !== "").join(", ");
  return viaName === "" ? said : `${said}${said === "" ? "" : " "}(reported by ${viaName})`;
}

/** What a fact was read as, and is read as now; empty where it was not read at all. */
export interface FactChange {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** Return which facts two readings of a claim tell apart, in the order of the text. */
export function factChanges(before: readonly FactReading[], after: readonly FactReading[]): FactChange[] {
  const key = ({ type, start, end }: FactReading) => `${type} ${start} ${end}`;
  const then = new Map(before.map((fact) => [key(fact), fact]));
  const now = new Map(after.map((fact) => [key(fact), fact]));
  const all = new Map([...then, ...now]);
  return [...all]
    .sort(([, a], [, b]) => bySpan(a, b))
    .flatMap(([at, { text }]) => {
      const [from, to] = [factWords(then.get(at)), factWords(now.get(at))];
      return from === to ? [] : [{ text, from, to }];
    });
}

function factWords(fact: FactReading | undefined): string {
  if (!fact) return "";
  const meant = [fact.value, fact.name, fact.title].filter((words) => words !== "").join(", ");
  return meant === "" ? fact.text : meant;
}
