import { overlaps, type Span } from "../text/span";
import { type Token, tokenise } from "../text/tokens";
import { type Comparison, compareValues } from "../values/compare-values";
import type { Value, ValueKind } from "../values/value";
import { type Topic, topicOf, wordsOf } from "./topics";
import type { FactType } from "./types";

/** A fact of a claim, at its place in the article. */
export interface StatedFact extends Span {
  readonly id: string;
  readonly type: FactType;
  readonly text: string;
  readonly name: string;
  readonly value: Value | null;
}

/** A claim as the comparison of figures sees it: its words as they stand from `start`, who says it, and its facts. */
export interface StatedClaim {
  readonly start: number;
  readonly exact: string;
  readonly speakers: readonly string[];
  readonly facts: readonly StatedFact[];
}

/** Another place that states the same thing: by another figure, by one that leaves room for this one, or by the same in other words. */
export interface Restatement {
  readonly factId: string;
  readonly relation: Exclude<Comparison, "not-comparable">;
}

/** A figure with what it is about. */
interface Figure {
  readonly fact: StatedFact;
  readonly value: Value;
  readonly topic: Topic;
}

/** Words in more figures than this say nothing about any one of them. */
const COMMON = 40;
/** Greater numbers are names of things: of a telephone, a file, a message. */
const GREATEST = 1e15;
/** A word in up to so many counts in full. */
const FEW = 3;
/** A claim with more figures than this is a list or a table: its figures are not compared. */
const LISTING = 40;
/** Amounts further apart than this are hardly two versions of one figure, unless only the zeros differ. */
const FAR = 1.5;
/** Amounts as near as this are likely two versions of one figure. */
const CLOSE = 1.1;

/** Return the claims with each fact only in the narrowest one that holds it: a report and what it reports hold the same facts. */
export function factsOnce(claims: readonly StatedClaim[]): StatedClaim[] {
  const place = ({ start, end, type }: StatedFact) => `${start} ${end} ${type}`;
  const narrowest = new Map<string, { readonly length: number; readonly id: string }>();
  for (const { exact, facts } of claims)
    for (const fact of facts)
      if (exact.length < (narrowest.get(place(fact))?.length ?? Number.POSITIVE_INFINITY))
        narrowest.set(place(fact), { length: exact.length, id: fact.id });
  const kept = (fact: StatedFact) => narrowest.get(place(fact))?.id === fact.id;
  return claims.map((claim) => ({ ...claim, facts: claim.facts.filter(kept) }));
}

/**
 * Find the figures of a text that state the same thing two ways, by id of the fact, both ways round, in the order of the text. Two
 * figures are about the same thing when they count the same noun and share words around it, or share most of the words and names
 * around them, and nothing beside them (another place, body, person or date) tells them apart. Figures that their own sentence
 * sets against others of their kind ("37 percent chose Ann, 36 percent Ben") are left alone. `text` is what all offsets count in; the
 * claims come as from `factsOnce`.
 */
export function findRestated(
  text: string,
  claims: readonly StatedClaim[],
): ReadonlyMap<string, readonly Restatement[]> {
  const figures = claims.flatMap(figuresOf);
  const places = placesOf(figures);
  const weight = (word: string) => 1 / (1 + Math.log(Math.max(1, (places.get(word)?.length ?? 1) / FEW)));
  const found = new Map<string, Restatement[]>();
  const note = (factId: string, other: Restatement) => found.set(factId, [...(found.get(factId) ?? []), other]);
  for (const [n, one] of figures.entries()) {
    for (const k of candidates(one, n, places)) {
      const other = figures[k];
      if (other?.value.kind !== one.value.kind || !apart(text, one.fact, other.fact)) continue;
      const relation = related(one, other, weight);
      if (relation === null) continue;
      note(one.fact.id, { factId: other.fact.id, relation });
      note(other.fact.id, { factId: one.fact.id, relation });
    }
  }
  return found;
}

function figuresOf({ start, exact, speakers, facts }: StatedClaim): Figure[] {
  const stated = facts.filter((fact) => fact.value !== null);
  if (stated.length === 0 || stated.length > LISTING) return [];
  const tokens = tokenise(exact).map(
    (token): Token => ({ ...token, start: token.start + start, end: token.end + start }),
  );
  const figures = stated.flatMap((fact) =>
    fact.value === null || Math.abs(amount(fact.value)) > GREATEST
      ? []
      : [{ fact, value: fact.value, topic: topicOf(tokens, fact, facts, speakers) }],
  );
  return figures.filter((one) => !figures.some((other) => other !== one && setAgainst(one, other)));
}

/** Tell whether two figures of one claim are of one kind and count the same, or nothing. */
function setAgainst(a: Figure, b: Figure): boolean {
  if (a.value.kind !== b.value.kind || compareValues(a.value, b.value) === "not-comparable") return false;
  const [x, y] = [a.topic.counted, b.topic.counted];
  return x.length === 0 || y.length === 0 || sameCount(x, y);
}

/** Tell whether the noun that one counts, the last of its words, is among the other's: "68 countries and bodies", "67 countries". */
function sameCount(a: readonly string[], b: readonly string[]): boolean {
  return b.includes(a.at(-1) ?? "") || a.includes(b.at(-1) ?? "");
}

/** In which figures' surroundings each word stands. */
function placesOf(figures: readonly Figure[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [n, { topic }] of figures.entries()) {
    for (const word of wordsOf(topic)) {
      const list = places.get(word);
      if (list) list.push(n);
      else places.set(word, [n]);
    }
  }
  return places;
}

/** The later figures that share a telling word with this one. */
function candidates({ topic }: Figure, n: number, places: ReadonlyMap<string, readonly number[]>): number[] {
  const out = new Set<number>();
  for (const word of wordsOf(topic)) {
    const list = places.get(word) ?? [];
    if (list.length <= COMMON) for (const k of list) if (k > n) out.add(k);
  }
  return [...out].sort((a, b) => a - b);
}

/** Tell whether two places stand in different sentences: within one, figures are set against each other on purpose. */
function apart(text: string, a: Span, b: Span): boolean {
  if (overlaps(a, b)) return false;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return second.start - first.end > 600 || /[.!?]["”’)\]]*\s|\n/u.test(text.slice(first.end, second.start));
}

/** How two figures stand to each other when they are about the same thing, else null. */
function related(a: Figure, b: Figure, weight: (word: string) => number): Restatement["relation"] | null {
  if (toldApart(a.topic, b.topic)) return null;
  const relation = compareValues(a.value, b.value);
  if (relation === "not-comparable" || sameWords(a.fact, b.fact)) return null;
  const strict = STRICT.has(a.value.kind);
  if (strict && relation !== "different") return null;
  const apart = ratio(a.value, b.value);
  if (apart > FAR && !(relation === "different" && onlyZeros(apart))) return null;
  if (strict && (a.topic.lead === "" || a.topic.lead !== b.topic.lead)) return null;
  return fits(alike(a.topic, b.topic, weight), strict, apart <= CLOSE) ? relation : null;
}

/** Kinds that stand beside anything: there the last word before must be the same, too ("opened in 2015", "opened in 2016"). */
const STRICT: ReadonlySet<ValueKind> = new Set(["date", "duration", "ordinal"]);

interface Likeness {
  /** Both count the same noun. */
  readonly counted: boolean;
  /** How many other words both have around them. */
  readonly shared: number;
  /** The part that these are of the words around the one that has fewer, the rare ones counting more. */
  readonly part: number;
}

function fits({ counted, shared, part }: Likeness, strict: boolean, close: boolean): boolean {
  if (strict) return shared >= 2 && part >= 0.7;
  return counted && close ? shared >= 1 && part >= 0.2 : shared >= 2 && part >= 0.5;
}

function alike(a: Topic, b: Topic, weight: (word: string) => number): Likeness {
  const shared = [...a.around].filter((word) => b.around.has(word));
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const least = Math.min(sum(a.around), sum(b.around));
  return { counted: a.counted.length > 0, shared: shared.length, part: least === 0 ? 0 : sum(shared) / least };
}

/** Tell whether something beside two figures says that they are about two things: what they count, where, who, or when. */
function toldApart(a: Topic, b: Topic): boolean {
  if (a.more !== b.more) return true;
  if (a.counted.length + b.counted.length > 0 && !sameCount(a.counted, b.counted)) return true;
  const names = [...a.names.keys()].some((type) => disjoint(a.names.get(type) ?? [], b.names.get(type) ?? []));
  return names || (a.dates.length > 0 && b.dates.length > 0 && !a.dates.some((day) => b.dates.some(agree(day))));
}

const agree = (a: Value) => (b: Value) => compareValues(a, b) !== "different";

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => one.includes(other) || other.includes(one)))
  );
}

function sameWords(a: StatedFact, b: StatedFact): boolean {
  const plain = ({ text }: StatedFact) =>
    text
      .toLowerCase()
      .replace(/\s+/gu, " ")
      .replace(/^(?:the|on|in|since) /u, "");
  const [one, other] = [plain(a), plain(b)];
  return one.startsWith(other) || other.startsWith(one);
}

/** How many times the greater of two amounts is the smaller one; 1 for dates and durations, which have none. */
function ratio(a: Value, b: Value): number {
  const [x, y] = [Math.abs(amount(a)), Math.abs(amount(b))];
  const [least, most] = [Math.min(x, y), Math.max(x, y)];
  return Number.isNaN(most) || most === least ? 1 : most / least;
}

/** A million for a billion: the same digits with more zeros. */
function onlyZeros(times: number): boolean {
  const zeros = Math.log10(times);
  return Number.isFinite(zeros) && zeros > 0.5 && Math.abs(zeros - Math.round(zeros)) < 1e-9;
}

/** The figure of a value as it is stated; of dates and durations there is none. */
function amount(value: Value): number {
  if (value.kind === "money") return value.amount;
  return "value" in value ? value.value : Number.NaN;
}
