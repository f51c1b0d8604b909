/** What was found rightly, found wrongly, and missed. */
export interface Counts {
  readonly hits: number;
  readonly surplus: number;
  readonly missed: number;
}

/** Return the share of the found that is right, 0 when nothing was found. */
export function precision({ hits, surplus }: Counts): number {
  return hits / (hits + surplus || 1);
}

/** Return the share of what should be found that was, 0 when there is nothing to find. */
export function recall({ hits, missed }: Counts): number {
  return hits / (hits + missed || 1);
}

/** Return the harmonic mean of precision and recall. */
export function f1({ hits, surplus, missed }: Counts): number {
  return (2 * hits) / (2 * hits + surplus + missed || 1);
}

/** Return the mean; NaN of nothing. */
export function mean(list: readonly number[]): number {
  return list.reduce((sum, x) => sum + x, 0) / list.length;
}

/** Return the middle one, of an even number the mean of the middle two; NaN of nothing. */
export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] ?? Number.NaN) : mean(sorted.slice(half - 1, half + 1));
}
