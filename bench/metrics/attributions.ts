import { overlaps, type Span } from "@/lib/core/text/span";
import { overlapRatioOfSets } from "./spans";

/** Who said what, as spans of the content and of the one who said it. */
export interface Said {
  readonly type: string;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
}

/** What came of comparing the attributions of articles with those people marked. */
export interface AttributionTally {
  hits: number;
  surplus: number;
  missed: number;
  /** Of the matched ones that have a source: how many, and in how many the source found is the one marked. */
  sourced: number;
  sourceRight: number;
  /** By type: how many were marked, and how many of them were found. */
  readonly types: Map<string, { marked: number; found: number }>;
}

/** Return an empty tally, to be added to article by article. */
export function newTally(): AttributionTally {
  return { hits: 0, surplus: 0, missed: 0, sourced: 0, sourceRight: 0, types: new Map() };
}

/** How much of two contents together must be shared for them to be one attribution. */
const LEAST_SHARED = 0.5;

/** Add one article: each marked attribution, in order, takes the free one whose content fits best, if half of both is shared. */
export function addArticle(tally: AttributionTally, marked: readonly Said[], found: readonly Said[]): void {
  const free = new Set(found.filter((item) => item.content.length > 0));
  for (const wanted of marked) {
    const type = tally.types.get(wanted.type) ?? { marked: 0, found: 0 };
    tally.types.set(wanted.type, type);
    type.marked++;
    const best = closest(wanted, free);
    if (!best) {
      tally.missed++;
      continue;
    }
    free.delete(best);
    tally.hits++;
    type.found++;
    if (wanted.source.length === 0) continue;
    tally.sourced++;
    if (best.source.some((a) => wanted.source.some((b) => overlaps(a, b)))) tally.sourceRight++;
  }
  tally.surplus += free.size;
}

function closest(wanted: Said, free: ReadonlySet<Said>): Said | null {
  let best: Said | null = null;
  let most = 0;
  for (const item of free) {
    const ratio = overlapRatioOfSets(item.content, wanted.content);
    if (ratio > most) {
      most = ratio;
      best = item;
    }
  }
  return most >= LEAST_SHARED ? best : null;
}
