import type { Span } from "../text/span";
import type { ClaimState } from "../workflow/workflow";

/** How words or a fact stand, the least decided first: where claims overlap, the first of these that applies is said. */
export const STANDINGS = ["open", "verified", "dismissed", "dismissed_fact", "bare"] as const;

/**
 * "open": under a claim that waits for a decision, whatever its state; "verified" and "dismissed": under a claim decided so;
 * "dismissed_fact": outside claims, and somebody decided that this is right; "bare": none of these.
 */
export type Standing = (typeof STANDINGS)[number];

/** A claim's place in the text, and where the claim stands. */
export interface PlacedClaim extends Span {
  readonly state: ClaimState;
}

/** What was decided about a text: its claims, and the facts that somebody left outside of them. */
export interface Decisions {
  readonly claims: readonly PlacedClaim[];
  readonly dismissedFacts: readonly Span[];
}

/** A part of a text with one standing. */
export interface Stretch extends Span {
  readonly standing: Standing;
}

/** Return how the words under a claim in this state stand. */
export function standingOf(state: ClaimState): "open" | "verified" | "dismissed" {
  return state === "verified" || state === "dismissed" ? state : "open";
}

/**
 * Cut a text of `length` units into stretches of one standing; they cover it without gap, and neighbours differ. Spans may
 * overlap and nest; what reaches beyond the text is cut off. Takes n log n in the claims and facts.
 */
export function layStretches(length: number, { claims, dismissedFacts }: Decisions): Stretch[] {
  const edges: { readonly at: number; readonly standing: Standing; readonly step: 1 | -1 }[] = [];
  const add = (span: Span, standing: Standing) => {
    const start = Math.max(0, span.start);
    const end = Math.min(length, span.end);
    if (start < end) edges.push({ at: start, standing, step: 1 }, { at: end, standing, step: -1 });
  };
  for (const claim of claims) add(claim, standingOf(claim.state));
  for (const fact of dismissedFacts) add(fact, "dismissed_fact");
  edges.sort((a, b) => a.at - b.at);
  const over: Record<Standing, number> = { open: 0, verified: 0, dismissed: 0, dismissed_fact: 0, bare: 1 };
  const stretches: { start: number; end: number; standing: Standing }[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to === from) return;
    const standing = STANDINGS.find((each) => over[each] > 0) ?? "bare";
    const last = stretches.at(-1);
    if (last?.standing === standing) last.end = to;
    else stretches.push({ start: from, end: to, standing });
    from = to;
  };
  for (const { at, standing, step } of edges) {
    cut(at);
    over[standing] += step;
  }
  cut(length);
  return stretches;
}

/** Answers for spans of a text that was cut into stretches, each in the time of a search. */
export interface StretchIndex {
  /** Units of the span that claims hold. */
  readonly held: (span: Span) => number;
  /** The least decided standing among the words of the span that claims hold; "bare" when they hold none. */
  readonly leastDecided: (span: Span) => Standing;
  /** The part of `within` around `span` that no claim holds; `span` is in it, whoever holds it. */
  readonly free: (span: Span, within: Span) => Span;
}

/** Index the stretches of a text. */
export function indexStretches(stretches: readonly Stretch[]): StretchIndex {
  const counts = HOLDING.map((standing) =>
    runningSum(stretches.map((stretch) => (stretch.standing === standing ? 1 : 0))),
  );
  const lengths = runningSum(stretches.map((stretch) => (isHeld(stretch) ? stretch.end - stretch.start : 0)));
  const at = (offset: number) => lastAtOrBefore(stretches, offset);
  const heldBefore = (offset: number): number => {
    const index = at(offset);
    const stretch = stretches[index];
    if (!stretch) return 0;
    return (lengths[index] ?? 0) + (isHeld(stretch) ? Math.min(offset, stretch.end) - stretch.start : 0);
  };
  return {
    held: ({ start, end }) => heldBefore(end) - heldBefore(start),
    leastDecided: ({ start, end }) => {
      if (start >= end) return "bare";
      const [first, last] = [Math.max(0, at(start)), at(end - 1)];
      const found = HOLDING.findIndex((_, k) => (counts[k]?.[last + 1] ?? 0) > (counts[k]?.[first] ?? 0));
      return HOLDING[found] ?? "bare";
    },
    free: (span, within) => {
      let first = at(span.start) - 1;
      while (first >= 0 && !isHeld(stretches[first]) && (stretches[first]?.end ?? 0) > within.start) first--;
      let last = at(span.end - 1) + 1;
      while (last < stretches.length && !isHeld(stretches[last]) && (stretches[last]?.start ?? 0) < within.end) last++;
      const own = (index: number) => isHeld(stretches[index]);
      const start = own(first + 1) ? span.start : Math.max(within.start, stretches[first]?.end ?? 0);
      const end = own(last - 1) ? span.end : Math.min(within.end, stretches[last]?.start ?? within.end);
      return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
    },
  };
}

const HOLDING = ["open", "verified", "dismissed"] as const satisfies readonly Standing[];

const isHeld = (stretch: Stretch | undefined): boolean =>
  stretch !== undefined && stretch.standing !== "bare" && stretch.standing !== "dismissed_fact";

/** The sums before each number, and at last of all. */
function runningSum(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const [index, number] of numbers.entries()) sums.push((sums[index] ?? 0) + number);
  return sums;
}

/** The index of the last span that begins at or before `offset`; -1 when none does. */
export function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
