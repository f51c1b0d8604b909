import type { Span } from "@/lib/core/text/span";

/** Return the code units that two spans share. */
export function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Return how much of two spans together they share, 0..1. */
export function overlapRatio(a: Span, b: Span): number {
  const both = shared(a, b);
  return both / (a.end - a.start + b.end - b.start - both || 1);
}

/** Return the code units under any of the spans; what lies under two counts once. */
export function covered(spans: readonly Span[]): number {
  let total = 0;
  let reached = -1;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= reached) continue;
    total += end - Math.max(start, reached);
    reached = end;
  }
  return total;
}

/** Return how much of two sets of spans together they share, 0..1. */
export function overlapRatioOfSets(a: readonly Span[], b: readonly Span[]): number {
  const all = covered([...a, ...b]);
  return all === 0 ? 0 : (covered(a) + covered(b) - all) / all;
}
