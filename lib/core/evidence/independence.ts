import type { SourceKind, SourceMedium, Stance } from "../workflow/sourcing";
import { likeness, sameStory } from "./same-story";

/** A source of a claim with what tells whether it is the same story as another. */
export interface NotedSource {
  readonly id: string;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
  /** What the standing notes on it say of the claim. */
  readonly stances: readonly Stance[];
  /** Where it stands, in the form in which two addresses of one page are equal. */
  readonly addresses: readonly string[];
  /** SHA-256 of the bytes that were kept of it; "" when none were. */
  readonly file: string;
  /** The agency whose copy it is, or "". */
  readonly wire: string;
  /** ISO date on which it came out; null when nobody said. */
  readonly date: string | null;
  /** storySignature() of its text; empty when none was kept. */
  readonly signature: readonly number[];
}

/** Why two sources are one story: one page, one file, one text or one agency's copy. */
export interface Alike {
  readonly a: string;
  readonly b: string;
  readonly reason: "page" | "file" | "text" | "wire";
  /** The agency, of a wire copy. */
  readonly agency: string;
  /** How much of the shorter text stands in the other, 0 to 1, of one text. */
  readonly share: number;
}

/** Sources that are one story, by id, and what joins them. */
export interface Story {
  readonly sources: readonly string[];
  /** As few as join all of them. */
  readonly alike: readonly Alike[];
}

/** How many sources speak for or against a claim, how many stories these are, and how many stories have a primary source. */
export interface Independence {
  readonly links: number;
  readonly independent: number;
  readonly primary: number;
  /** In the order of their first source. */
  readonly stories: readonly Story[];
}

/**
 * Group the sources of a claim into stories, and count. Only sources with a note that speaks for or against the claim count:
 * context and what is inconclusive bear nothing out. Whether they speak for or against makes no difference: the count says in
 * how many places somebody looked, and the verdict weighs what they found.
 */
export function independence(sources: readonly NotedSource[]): Independence {
  const counted = sources.filter(({ stances }) =>
    stances.some((stance) => stance === "supports" || stance === "refutes"),
  );
  const storyOf = new Map<string, Story>(counted.map(({ id }) => [id, { sources: [id], alike: [] }]));
  for (const [at, b] of counted.entries()) {
    for (const a of counted.slice(0, at)) {
      const [one, other] = [storyOf.get(a.id), storyOf.get(b.id)];
      const why = one && other && one !== other ? alike(a, b) : null;
      if (!one || !other || !why) continue;
      const joined = { sources: [...one.sources, ...other.sources], alike: [...one.alike, ...other.alike, why] };
      for (const id of joined.sources) storyOf.set(id, joined);
    }
  }
  const stories = [...new Set(storyOf.values())];
  const primary = new Set(counted.filter(isPrimary).map(({ id }) => id));
  return {
    links: counted.length,
    independent: stories.length,
    primary: stories.filter((story) => story.sources.some((id) => primary.has(id))).length,
    stories,
  };
}

/** Tell whether a source stands at the thing itself: a primary source, an official record, or what one of ours saw on the spot. */
export function isPrimary({ kind, medium }: Pick<NotedSource, "kind" | "medium">): boolean {
  return kind === "primary" || kind === "official_record" || medium === "observation";
}

/** Return why two sources are one story, or null when they are two. */
export function alike(a: NotedSource, b: NotedSource): Alike | null {
  const pair = { a: a.id, b: b.id, agency: "", share: 0 };
  if (a.addresses.some((address) => b.addresses.includes(address))) return { ...pair, reason: "page" };
  if (a.file !== "" && a.file === b.file) return { ...pair, reason: "file" };
  const { containment } = likeness(a.signature, b.signature);
  if (sameStory(a.signature, b.signature)) return { ...pair, reason: "text", share: containment };
  if (a.wire === "" || a.wire !== b.wire) return null;
  const oneStory = sameDays(a.date, b.date) ?? containment >= KINDRED;
  return oneStory ? { ...pair, reason: "wire", agency: a.wire } : null;
}

/** Copies of one agency that nobody dated are one story when they share this much; different stories of one event share less than 0.2. */
const KINDRED = 0.3;

/** Copies that came out a day apart are one: it was evening where the agency wrote it. Null when a date is missing. */
function sameDays(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
}

/** Say why two sources are one story, in a sentence without its full stop; the names come in their quotation marks. */
export function alikeWords({ reason, agency, share }: Alike, a: string, b: string): string {
  switch (reason) {
    case "page":
      return `${a} and ${b} are the same page`;
    case "file":
      return `${a} and ${b} are the same file`;
    case "text":
      return `${a} and ${b} carry the same text (${Math.round(share * 100)}% of the shorter one)`;
    case "wire":
      return `${a} and ${b} both credit ${agency}`;
  }
}
