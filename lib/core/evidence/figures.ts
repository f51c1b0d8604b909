import { areSynonyms } from "../anchoring/lexicon";
import { isParticiple } from "../anchoring/same-word";
import { isTelling, stem } from "../extraction/topics";
import { contains, type Span } from "../text/span";
import { type Token, tokenise } from "../text/tokens";
import { compareValues } from "../values/compare-values";
import { findValues } from "../values/find-values";
import type { Value, ValueKind } from "../values/value";
import { valueParts } from "../values/value-parts";
import { type ClaimFact, type Finding, missing } from "./comparison";
import { amountOf, isOpen, type Judgement, judge, onlyZeros, timesApart } from "./tolerance";

/** A figure at its place, with what it counts and the words around it. */
interface Figure extends Span {
  readonly value: Value;
  /** As it is written, with the noun it counts and the limit that stands before it. */
  readonly text: string;
  /** The words of what it counts, in their order, lower case. */
  readonly counted: readonly string[];
  /** Stems near it, in its own part of the sentence, the nearer the heavier: 1 right beside it. */
  readonly near: ReadonlyMap<string, number>;
  /** All stems around it. */
  readonly around: ReadonlySet<string>;
}

/** "Sixty-eight" is one word, and a figure. */
const TENS = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty-/;
/** Words that can follow a figure as the noun it counts. */
const NOUNS = 4;
/** Tokens on each side that count as around a figure. */
const AROUND = 14;
/** Figures further apart than this are hardly two versions of one, unless only the zeros differ. */
const FAR = 10;
/** Likeness of the words around two figures that lets them be about the same thing although they differ much. */
const ALIKE = 0.5;
/** Other figures of the quote that a line on a missing one names. */
const NAMED = 2;

/**
 * Find for each fact with a value what the quote says of it, by the fact's id. Figures are paired by kind, by unit or currency, by the
 * noun they count, then by the words beside them, and only among equals by how near they are; never by position. Each figure of the
 * quote stands for one of the claim, unless the claim repeats it. `words` is what the facts' offsets count in; `date` is the ISO date
 * that "last year" in the quote refers to.
 */
export function compareFigures(
  words: string,
  facts: readonly ClaimFact[],
  quote: string,
  date: string | undefined,
): ReadonlyMap<string, Finding> {
  const mine = claimFigures(words, facts);
  const theirs = quoteFigures(quote, date);
  const pairs = pairUp(mine, theirs);
  const found = new Map<string, Finding>();
  for (const group of mine) {
    const pair = pairs.get(group);
    for (const id of group.ids) found.set(id, pair ? findingOf(pair) : missing(otherFigures(group, theirs, pairs)));
  }
  return found;
}

function findingOf({ theirs, judgement }: Pair): Finding {
  return { ...judgement, source: theirs.text };
}

/** One figure of the claim, with the ids of all facts that state it. */
interface Group extends Figure {
  readonly ids: readonly string[];
}

function claimFigures(words: string, facts: readonly ClaimFact[]): Group[] {
  const tokens = tokenise(words);
  const valued = facts
    .flatMap((fact) => (fact.value === null ? [] : [{ ...fact, value: fact.value }]))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const groups: (Group & { readonly ids: string[] })[] = [];
  for (const fact of valued) {
    const figure = figureAt(words, tokens, fact, fact.value, valued);
    const same = groups.find(
      (one) => compareValues(one.value, fact.value) === "equal" && one.counted.join() === figure.counted.join(),
    );
    if (same) same.ids.push(fact.id);
    else groups.push({ ...figure, ids: [fact.id] });
  }
  return groups;
}

function quoteFigures(quote: string, date: string | undefined): Figure[] {
  const mentions = findValues(quote, date === undefined ? {} : { date });
  const tokens = tokenise(quote);
  return mentions.map((mention) => figureAt(quote, tokens, mention, mention.value, mentions));
}

function figureAt(text: string, tokens: readonly Token[], span: Span, value: Value, all: readonly Span[]): Figure {
  const { counted, end } = countedBy(tokens, span, value.kind);
  const others = all.filter((one) => one.start !== span.start || one.end !== span.end);
  const beside = (token: Token) => !contains(span, token) && !others.some((other) => contains(other, token));
  const from = tokens.findIndex((token) => token.end > span.start);
  const to = tokens.findIndex((token) => token.start >= span.end);
  const before = tokens.slice(Math.max(0, from - AROUND), Math.max(0, from)).reverse();
  const after = to < 0 ? [] : tokens.slice(to, to + AROUND);
  const around = [...before, ...after].filter((token) => isTelling(token) && beside(token));
  return {
    start: span.start,
    end: span.end,
    value,
    text: written(text.slice(span.start, Math.max(span.end, end)), value),
    counted,
    near: nearStems([before, after], beside),
    around: new Set(around.map(({ lower }) => stem(lower))),
  };
}

/** The figure as it is written; a limit that stands apart from it ("in excess of") is said in plain words before it. */
export function written(text: string, value: Value): string {
  const { bound } = valueParts(value);
  const line = text.replace(/\s+/gu, " ").trim();
  if (bound === "" || !/^[\p{Sc}\d]/u.test(line) || /\+|≥|≤|\b(?:or|and|plus)\b/u.test(line)) return line;
  return `${bound} ${line}`;
}

/** What ends the part of a sentence that a figure stands in. */
const CUT = /^(?:[.,;!?()—–…]+|and|or|but|while|whereas)$/u;

/** Weigh the telling words on each side by how many stand between, up to a mark, a conjunction or another figure. */
function nearStems(
  sides: readonly (readonly Token[])[],
  beside: (token: Token) => boolean,
): ReadonlyMap<string, number> {
  const near = new Map<string, number>();
  for (const side of sides) {
    let step = 0;
    for (const token of side) {
      if (token.shape === "number" || CUT.test(token.lower)) break;
      if (!isTelling(token) || !beside(token)) continue;
      step += 1;
      const key = stem(token.lower);
      near.set(key, Math.max(near.get(key) ?? 0, 1 / step));
    }
  }
  return near;
}

/** The noun that a figure counts: in its own words ("68 countries"), behind them ("66 members"), or behind "of" ("45 percent of voters"). */
function countedBy(tokens: readonly Token[], span: Span, kind: ValueKind): { counted: readonly string[]; end: number } {
  if (kind !== "number" && kind !== "ordinal" && kind !== "percent") return { counted: [], end: span.end };
  const own = tokens.filter((token) => contains(span, token) && isTelling(token) && !TENS.test(token.lower));
  if (own.length > 0 && kind !== "percent") return { counted: own.map(({ lower }) => lower), end: span.end };
  const behind = tokens.filter(({ start }) => start >= span.end).slice(0, NOUNS + 3);
  const [first, ...rest] = behind;
  const glued = first?.text === "-" && first.start === span.end;
  if (kind === "percent" && first?.lower !== "of") return { counted: [], end: span.end };
  const nouns = nounsIn(
    first?.lower === "of" ? rest.slice(rest[0] && !isTelling(rest[0]) ? 1 : 0) : glued ? rest : behind,
  );
  return { counted: nouns.map(({ lower }) => lower), end: nouns.at(-1)?.end ?? span.end };
}

/** The words up to a mark, a word of grammar or a verb: the noun phrase, as far as that can be told from the words alone. */
function nounsIn(tokens: readonly Token[]): readonly Token[] {
  const stop = tokens.findIndex((token) => !isTelling(token) || isParticiple(token.lower));
  return tokens.slice(0, Math.min(stop < 0 ? tokens.length : stop, NOUNS));
}

// ---------------------------------------------------------------- pairing

interface Pair {
  readonly mine: Group;
  readonly theirs: Figure;
  readonly judgement: NonNullable<Judgement>;
  readonly score: number;
}

/** Take the best pairs first, each figure once; what stands first in the text breaks ties. */
function pairUp(mine: readonly Group[], theirs: readonly Figure[]): ReadonlyMap<Group, Pair> {
  const pairs = mine.flatMap((one) => theirs.flatMap((other) => pairOf(one, other, mine, theirs) ?? []));
  const ordered = pairs.sort(
    (a, b) => b.score - a.score || a.mine.start - b.mine.start || a.theirs.start - b.theirs.start,
  );
  const taken = new Set<Figure>();
  const best = new Map<Group, Pair>();
  for (const pair of ordered) {
    if (best.has(pair.mine) || taken.has(pair.theirs)) continue;
    best.set(pair.mine, pair);
    taken.add(pair.theirs);
  }
  return best;
}

const WORTH = { equal: 0.6, compatible: 0.4, different: 0, missing: 0 } as const;

function pairOf(mine: Group, theirs: Figure, all: readonly Group[], quote: readonly Figure[]): Pair | null {
  const judgement = judge(mine, theirs);
  if (judgement === null) return null;
  const likeness = likenessOf(mine, theirs);
  const comparable = (one: Figure, other: Figure) => compareValues(one.value, other.value) !== "not-comparable";
  const alone =
    all.filter((one) => comparable(one, mine)).length === 1 &&
    quote.filter((one) => comparable(one, theirs)).length === 1;
  const noun = nounScore(mine, theirs);
  if (noun === null || !fits(mine, theirs, { judgement, likeness, alone, noun })) return null;
  const nearness = 0.2 / timesApart(mine.value, theirs.value);
  return { mine, theirs, judgement, score: noun + 1.5 * likeness + WORTH[judgement.outcome] + nearness };
}

/** How much the words beside two figures have in common: the near ones in full, the others a little. */
function likenessOf(a: Figure, b: Figure): number {
  let sum = 0;
  for (const [word, weight] of a.near) sum += Math.min(weight, b.near.get(word) ?? 0);
  const wide = [...a.around].filter((word) => b.around.has(word) && !(a.near.has(word) && b.near.has(word)));
  return sum + 0.15 * Math.min(wide.length, 3);
}

/** What the nouns say: 4 the same, 1 that one stands beside the other figure, 0 nothing; null when they are two things. */
function nounScore(a: Figure, b: Figure): number | null {
  if (a.counted.length > 0 && b.counted.length > 0) return sameNoun(a.counted, b.counted) ? 4 : null;
  const [named, bare] = a.counted.length > 0 ? [a, b] : [b, a];
  return named.counted.some((word) => bare.around.has(stem(word))) ? 1 : 0;
}

function sameNoun(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => stem(one) === stem(other) || areSynonyms(one, other)));
}

interface Grounds {
  readonly judgement: NonNullable<Judgement>;
  readonly likeness: number;
  /** Each side has only this one of its kind. */
  readonly alone: boolean;
  readonly noun: number;
}

/** Kinds that stand beside anything: that they differ means something only where the words beside them are the same, too. */
const LOOSE: ReadonlySet<ValueKind> = new Set(["date", "duration"]);

/** Tell whether two comparable figures are about the same thing. */
function fits(mine: Figure, theirs: Figure, { judgement, likeness, alone, noun }: Grounds): boolean {
  const { kind } = mine.value;
  const equal = judgement.outcome === "equal";
  // The same figure but for rounding or its unit: hardly by accident.
  const exact = equal || (judgement.outcome === "compatible" && !isOpen(mine.value) && !isOpen(theirs.value));
  if (noun >= 4) return true;
  if (kind === "ordinal")
    return equal || (mine.counted.length === 0 && theirs.counted.length === 0 && likeness >= ALIKE);
  if (kind === "number") return exact || noun > 0 || likeness >= ALIKE || (alone && mine.counted.length > 0);
  if (LOOSE.has(kind)) return looseFit(mine.value, judgement, likeness);
  const times = timesApart(mine.value, theirs.value);
  if (times > FAR && !onlyZeros(times)) return likeness >= ALIKE;
  return exact || likeness > 0 || alone;
}

function looseFit(value: Value, { outcome }: NonNullable<Judgement>, likeness: number): boolean {
  if (outcome === "equal") return true;
  // "Since 2011" can be true beside any later day.
  const open = value.kind !== "ordinal" && value.bound !== undefined && value.bound !== "~";
  return outcome === "compatible" && !open ? true : likeness >= ALIKE;
}

/** Name what the quote gives instead of a figure: others of its kind that stand for no figure of the claim. */
function otherFigures(group: Group, theirs: readonly Figure[], pairs: ReadonlyMap<Group, Pair>): string {
  const taken = new Set([...pairs.values()].map((pair) => pair.theirs));
  const others = theirs.filter((one) => one.value.kind === group.value.kind && !taken.has(one));
  const telling = others.filter(({ value }) => value.kind !== "number" || Math.abs(amountOf(value)) > 1);
  const named = telling.slice(0, NAMED).map(({ text }) => text);
  if (named.length === 0) return "";
  const more = telling.length > NAMED ? ` and ${telling.length - NAMED} more` : "";
  return `the quote has ${named.join(", ")}${more}`;
}
