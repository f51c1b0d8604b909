import type { FactType } from "../extraction/types";
import { bySpan, type Span } from "../text/span";
import { isSpace } from "../text/white-space";
import type { CheckableFact, FactSentence } from "./fact-sentences";
import {
  type Decisions,
  indexStretches,
  lastAtOrBefore,
  layStretches,
  STANDINGS,
  type Standing,
  type Stretch,
  type StretchIndex,
} from "./stretches";

/** The facts of a text, counted: each has exactly one standing. */
export interface FactFigures {
  readonly facts: number;
  /** Under a decision: in a verified or a dismissed claim, or dismissed alone. */
  readonly decided: number;
  readonly verified: number;
  /** In a dismissed claim. */
  readonly dismissed: number;
  /** Outside claims, and somebody decided that this is right. */
  readonly dismissedFacts: number;
  /** In a claim that waits for a decision. */
  readonly open: number;
  /** Outside every claim, and nobody dismissed it. */
  readonly bare: number;
}

/** The words of a text, counted: stretches between white space, each with exactly one standing. */
export interface WordFigures extends Readonly<Record<Standing, number>> {
  readonly words: number;
}

/** A fact as the coverage lists it. */
export interface ListedFact extends Span {
  readonly type: FactType;
}

/** A sentence with bare facts. */
export interface BareSentence extends Span {
  /** What to mark as a claim: the sentence, or what of it no claim holds, without white space and stops at its ends. */
  readonly place: Span;
  /** The bare ones among its facts, in order of place. */
  readonly facts: readonly ListedFact[];
}

/** How much of a text is under a decision. */
export interface Coverage {
  readonly facts: FactFigures;
  readonly words: WordFigures;
  /** The sentences with bare facts, in order of place. */
  readonly bare: readonly BareSentence[];
}

/**
 * Say how much of a text is under a decision. A fact stands under claims when they hold at least half of its characters, and
 * then like the least decided of them: an open one wins over a verified one, for the words still wait. Else it stands as
 * dismissed when somebody dismissed it, or words around it; else a name or a date of a reporting frame goes with the claims on
 * what is reported. Near-linear in the text, the facts and the claims.
 */
export function cover(text: string, sentences: readonly FactSentence[], decisions: Decisions): Coverage {
  const stretches = layStretches(text.length, decisions);
  const index = indexStretches(stretches);
  const { counts, bare } = tell(sentences, index, decisions);
  return {
    facts: figuresOf(counts),
    words: countWords(text, stretches),
    bare: bare.map((sentence) => {
      const { start, end, facts } = sentence;
      return { start, end, facts, place: placeToMark(text, sentence, index) };
    }),
  };
}

/** Count the facts of a text as `cover` does, without its words. */
export function countFacts(sentences: readonly FactSentence[], decisions: Decisions): FactFigures {
  const all: readonly Span[] = [...sentences, ...decisions.claims, ...decisions.dismissedFacts];
  const length = all.reduce((furthest, { end }) => Math.max(furthest, end), 0);
  return figuresOf(tell(sentences, indexStretches(layStretches(length, decisions)), decisions).counts);
}

/** Count the facts by standing, and pick the sentences that have bare ones, with these. */
function tell(sentences: readonly FactSentence[], index: StretchIndex, { dismissedFacts }: Decisions) {
  const isDismissed = withinAny(dismissedFacts);
  const counts: Record<Standing, number> = { open: 0, verified: 0, dismissed: 0, dismissed_fact: 0, bare: 0 };
  const bare: FactSentence[] = [];
  for (const { start, end, facts } of sentences) {
    const own = facts.filter((fact) => {
      const standing = standingOfFact(fact, index, isDismissed);
      counts[standing]++;
      return standing === "bare";
    });
    if (own.length > 0) bare.push({ start, end, facts: own.map(({ start, end, type }) => ({ start, end, type })) });
  }
  return { counts, bare };
}

/** Tell whether claims hold at least half of a span. */
function isHeld(span: Span, index: StretchIndex): boolean {
  return 2 * index.held(span) >= Math.max(1, span.end - span.start);
}

/** Return those of `spans` that stand outside claims, by the rule for facts. */
export function outsideClaims<S extends Span>(spans: readonly S[], claims: Decisions["claims"]): S[] {
  const length = [...spans, ...claims].reduce((furthest, { end }) => Math.max(furthest, end), 0);
  const index = indexStretches(layStretches(length, { claims, dismissedFacts: [] }));
  return spans.filter((span) => !isHeld(span, index));
}

function standingOfFact(fact: CheckableFact, index: StretchIndex, isDismissed: (fact: Span) => boolean): Standing {
  if (isHeld(fact, index)) return index.leastDecided(fact);
  if (isDismissed(fact)) return "dismissed_fact";
  return fact.reports ? index.leastDecided(fact.reports) : "bare";
}

/** Return a test whether one of the spans holds all of another span. */
function withinAny(spans: readonly Span[]): (inner: Span) => boolean {
  const ordered = [...spans].sort(bySpan);
  const reach: number[] = [];
  for (const [index, { end }] of ordered.entries()) reach.push(Math.max(end, reach[index - 1] ?? 0));
  return ({ start, end }) => (reach[lastAtOrBefore(ordered, start)] ?? -1) >= end;
}

function figuresOf(counts: Readonly<Record<Standing, number>>): FactFigures {
  const { open, verified, dismissed, dismissed_fact: dismissedFacts, bare } = counts;
  const decided = verified + dismissed + dismissedFacts;
  return { facts: decided + open + bare, decided, verified, dismissed, dismissedFacts, open, bare };
}

/** A word that stretches share stands like the least decided of them. */
function countWords(text: string, stretches: readonly Stretch[]): WordFigures {
  const counts = { words: 0, open: 0, verified: 0, dismissed: 0, dismissed_fact: 0, bare: 0 };
  let next = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const space = isSpace(text.charCodeAt(start));
    end = start + 1;
    while (end < text.length && isSpace(text.charCodeAt(end)) === space) end++;
    if (space) continue;
    while ((stretches[next]?.end ?? end) <= start) next++;
    let least = stretches[next]?.standing ?? "bare";
    for (let k = next + 1; (stretches[k]?.start ?? end) < end; k++) {
      const other = stretches[k]?.standing ?? "bare";
      if (STANDINGS.indexOf(other) < STANDINGS.indexOf(least)) least = other;
    }
    counts.words++;
    counts[least]++;
  }
  return counts;
}

/** Fewer words than these are no claim: then the whole sentence is marked, over the claims in it. */
const LEAST_WORDS = 3;

function placeToMark(text: string, sentence: FactSentence, index: StretchIndex): Span {
  const free = trimmed(text, index.free(sentence.facts[0] ?? sentence, sentence));
  const words = text.slice(free.start, free.end).match(/\S+/gu)?.length ?? 0;
  return words >= LEAST_WORDS ? free : trimmed(text, sentence);
}

/** The span without white space and separating marks at its ends, and without a final stop; as it is when nothing else is in it. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:.–—]/u.test(text[from] ?? "")) from++;
  while (to > from && /[\s,;:.–—]/u.test(text[to - 1] ?? "")) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

/** Return the share of the facts that is under a decision, 0..1; a text without facts is covered. */
export function coveredShare({ facts, decided }: Pick<FactFigures, "facts" | "decided">): number {
  return facts === 0 ? 1 : decided / facts;
}

/** Return the share in whole percent, rounded down, so that only all of it is 100. */
export function coveredPercent(figures: Pick<FactFigures, "facts" | "decided">): number {
  return Math.floor(100 * coveredShare(figures));
}
