import { cutRuns, stackLines } from "@/lib/core/text/layers";
import type { Span } from "@/lib/core/text/span";
import type { CoverageView } from "@/lib/coverage/schema";

/** What the coverage says of words outside claims: a bare fact, the rest of the place to mark, or a dismissed fact. */
export type OutsideKind = "bare" | "place" | "dismissed";

/** Words outside claims that the coverage paints. `at` is where the sentence with bare facts begins. */
export interface OutsideMark extends Span {
  readonly kind: OutsideKind;
  readonly at: number | null;
}

/** Return what to paint outside claims, in order of place. */
export function outsideMarks({ bare, dismissed }: Pick<CoverageView, "bare" | "dismissed">): OutsideMark[] {
  const marks: OutsideMark[] = [
    ...bare.flatMap(({ start: at, place, facts }): OutsideMark[] => [
      { start: place.start, end: place.end, kind: "place", at },
      ...facts.map(({ start, end }): OutsideMark => ({ start, end, kind: "bare", at })),
    ]),
    ...dismissed.map(({ start, end }): OutsideMark => ({ start, end, kind: "dismissed", at: null })),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A stretch outside claims and what the coverage says of it, if anything. */
export interface OutsidePiece extends Span {
  readonly outside: OutsideMark | null;
}

const STRENGTH: readonly OutsideKind[] = ["bare", "dismissed", "place"];

/**
 * Return a function that cuts one stretch after the other, in their order, by the marks that touch it; where marks overlap, a
 * bare fact is said first. Linear in the text and the marks.
 */
export function outsideCutter(marks: readonly OutsideMark[]): (run: Span) => OutsidePiece[] {
  let next = 0;
  let near: OutsideMark[] = [];
  return (run) => {
    for (let mark = marks[next]; mark && mark.start < run.end; mark = marks[++next]) near.push(mark);
    near = near.filter(({ end }) => end > run.start);
    return cutRuns(run, stackLines(near)).map(({ start, end, layers }) => {
      const items = layers.map(({ item }) => item);
      const strongest = STRENGTH.flatMap((kind) => items.filter((item) => item.kind === kind))[0];
      return { start, end, outside: strongest ?? null };
    });
  };
}
