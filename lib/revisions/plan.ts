import { altersFact, type Change } from "@/lib/core/anchoring/changes";
import { fitSpan } from "@/lib/core/anchoring/fit-span";
import { reasonWords } from "@/lib/core/anchoring/reason";
import { type Outcome, type Relocation, relocate } from "@/lib/core/anchoring/relocate";
import type { WeighedClaim } from "@/lib/core/extraction/kept-features";
import type { ExtractedClaim } from "@/lib/core/extraction/types";
import { bySpan, type Span } from "@/lib/core/text/span";
import { afterRevision, type Revised } from "@/lib/core/workflow/revision";
import type { StandingRow } from "./store";

/** Everything a plan is made from. Both readings are by the same engine, so that what differs is in the texts. */
export interface Ground {
  /** The version that is replaced. */
  readonly base: { readonly id: string; readonly text: string };
  /** Texts of the versions in which claims had their last places, the base among them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly text: string;
  readonly rows: readonly StandingRow[];
  readonly before: readonly ExtractedClaim[];
  readonly after: readonly WeighedClaim[];
  readonly rewordedKeepsSignOff: boolean;
  readonly followed: Followed;
}

/** Places that were found again before, by "start:end": what is not in it is looked for when it is asked. */
export type FoundPlaces = ReadonlyMap<string, Relocation>;

/** What was found ahead of a plan: from each older version to the new text, and from the new text back to the base. */
export interface Followed {
  readonly forward: ReadonlyMap<string, FoundPlaces>;
  readonly back: FoundPlaces;
}

/** Keep what was found of places, to be looked up. */
export function foundPlaces(spans: readonly Span[], found: readonly Relocation[]): FoundPlaces {
  return new Map(spans.flatMap((span, n) => (found[n] ? [[keyOf(span), found[n]] as const] : [])));
}

/** Return what was found of places, in their order; those that were not looked for before are looked for now. */
export function lookUp(found: FoundPlaces | undefined, from: string, to: string, spans: readonly Span[]): Relocation[] {
  const missing = spans.filter((span) => !found?.has(keyOf(span)));
  const rest = foundPlaces(missing, missing.length === 0 ? [] : relocate(from, to, missing));
  return spans.map((span) => found?.get(keyOf(span)) ?? rest.get(keyOf(span)) ?? LOST);
}

const LOST: Relocation = { outcome: "lost", place: null, changes: [] };

/** What a new text does to one claim. */
export interface Planned extends Revised {
  readonly row: StandingRow;
  readonly outcome: Outcome;
  readonly place: Span | null;
  readonly changes: readonly Change[];
  /** In words; empty when its words stayed. */
  readonly reason: string;
  /** What the engine read at the claim's place in the older text, and reads at its place in the new one. */
  readonly was: ExtractedClaim | null;
  readonly is: WeighedClaim | null;
}

/** What a new text does to an article: to each claim, and the claims in sentences that are new. */
export interface Plan {
  readonly claims: readonly Planned[];
  readonly added: readonly WeighedClaim[];
}

const keyOf = ({ start, end }: Span): string => `${start}:${end}`;
const byPlace = <T extends Span>(claims: readonly T[]): ReadonlyMap<string, T> =>
  new Map(claims.map((claim) => [keyOf(claim), claim]));

/** Say what a new text does to an article's claims, before anything is stored. */
export function planRevision(ground: Ground): Plan {
  const { base, texts, text, rows, before, after, followed } = ground;
  const [was, is] = [byPlace(before), byPlace(after)];
  const claims: Planned[] = [];
  for (const [versionId, oldText] of texts) {
    const here = rows.filter((row) => row.versionId === versionId);
    const found = lookUp(followed.forward.get(versionId), oldText, text, here);
    for (const [n, row] of here.entries()) {
      const relocation = fitted(text, found[n]);
      // A claim that lost its place before gets one back only where its very words return.
      if (versionId !== base.id && !keptWords(relocation)) continue;
      const read = { was: versionId === base.id ? (was.get(keyOf(row)) ?? null) : null, is: readAt(is, relocation) };
      claims.push(judge(row, withSpeaker(relocation, read.was, read.is), read, ground.rewordedKeepsSignOff));
    }
  }
  return { claims, added: newClaims(ground, claims) };
}

const keptWords = ({ outcome }: Relocation): boolean => outcome === "exact" || outcome === "moved";
const readAt = (is: ReadonlyMap<string, WeighedClaim>, { place }: Relocation) =>
  place ? (is.get(keyOf(place)) ?? null) : null;

/** A place that no claim can have is none. */
function fitted(text: string, found: Relocation | undefined): Relocation {
  if (!found?.place) return found ?? LOST;
  const fit = fitSpan(text, found.place);
  return fit.ok ? { ...found, place: fit.span } : LOST;
}

/** Words that stayed are another statement when somebody else says them now. */
function withSpeaker(found: Relocation, was: ExtractedClaim | null, is: ExtractedClaim | null): Relocation {
  if (found.place === null || found.changes.some(altersFact) || was === null || is === null) return found;
  const [from, to] = [was.speaker?.name ?? "", is.speaker?.name ?? ""];
  if (samePerson(from, to)) return found;
  return { ...found, outcome: "value-changed", changes: [...found.changes, { from, to, kind: "name" }] };
}

/** One name is the other, or a shorter form of it. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => new Set(name.toLowerCase().split(/\s+/u).filter(Boolean)));
  if (!x || !y || x.size === 0 || y.size === 0) return a === b;
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  return [...small].every((word) => large.has(word));
}

function judge(
  row: StandingRow,
  { outcome, place, changes }: Relocation,
  read: Pick<Planned, "was" | "is">,
  rewordedKeepsSignOff: boolean,
): Planned {
  const revised = afterRevision(outcome, row, rewordedKeepsSignOff);
  return { row, outcome, place, changes, reason: reasonWords(outcome, changes), ...revised, ...read };
}

/** The claims of the new text that no claim covers and whose words the older text did not have. */
function newClaims({ base, text, after, followed }: Ground, planned: readonly Planned[]): WeighedClaim[] {
  const free = uncovered(
    after,
    planned.flatMap(({ place }) => place ?? []),
  );
  const back = lookUp(followed.back, text, base.text, free);
  return free.filter((_, n) => !KNOWN.has(back[n]?.outcome ?? "lost"));
}
const KNOWN: ReadonlySet<Outcome> = new Set(["exact", "moved", "reworded"]);

/** Return the claims that share no word with any of `places`, in the order of the text. */
function uncovered(claims: readonly WeighedClaim[], places: readonly Span[]): WeighedClaim[] {
  const taken = [...places].sort(bySpan);
  let next = 0;
  let reach = -1;
  return [...claims].sort(bySpan).filter(({ start, end }) => {
    // Places that begin before the claim ends: the furthest of their ends tells whether one reaches into it.
    while (next < taken.length && (taken[next]?.start ?? 0) <= start) reach = Math.max(reach, taken[next++]?.end ?? 0);
    return reach <= start && (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/**
 * Return a claim's wording over the new text. One that the engine gave is given anew, one that was the place's words follows them, and
 * in any other the changed words are put in where they stand once.
 */
export function followWording({ row, was, is, changes }: Planned, oldWords: string, newWords: string): string {
  if (is && was?.wording === row.wording) return is.wording;
  if (row.wording === oldWords) return newWords;
  return changes.reduce(
    (wording, { from, to }) =>
      from !== "" && wording.split(from).length === 2 ? wording.replace(from, () => to) : wording,
    row.wording,
  );
}
