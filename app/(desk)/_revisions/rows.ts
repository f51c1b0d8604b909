import { cutRuns, type Layer, stackLines } from "@/lib/core/text/layers";
import type { Part, Row } from "@/lib/core/text/side-by-side";
import { overlaps, type Span } from "@/lib/core/text/span";
import type { FateView } from "@/lib/revisions/schema";
import { isKept } from "./words";

/** A claim's place on one side. */
export interface Mark extends Span {
  readonly fate: FateView;
}

/** A row with the claims that stand in it, and the fates to tell beside it. */
export interface MarkedRow {
  readonly row: Row;
  readonly left: readonly Layer<Mark>[];
  readonly right: readonly Layer<Mark>[];
  /** Fates of claims whose words changed: beside the row in which they stand now, or stood. */
  readonly fates: readonly FateView[];
}

/** Rows to show, or a stretch of them that nothing touched. */
export type Stretch =
  | { readonly folded: false; readonly rows: readonly MarkedRow[] }
  | { readonly folded: true; readonly rows: readonly MarkedRow[] };

const spanOf = (parts: readonly Part[] | null): Span | null => {
  const [first, last] = [parts?.[0], parts?.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
};

/** Put the claims into the rows in which their words stand; a place whose words are not there is left out. */
export function markRows(
  rows: readonly Row[],
  texts: { readonly left: string; readonly right: string },
  fates: readonly FateView[],
): MarkedRow[] {
  const mark = (text: string, place: FateView["after"], fate: FateView): readonly Mark[] =>
    place && text.slice(place.start, place.end) === place.exact ? [{ start: place.start, end: place.end, fate }] : [];
  const lefts = stackLines(fates.flatMap((fate) => mark(texts.left, fate.before, fate)));
  const rights = stackLines(fates.flatMap((fate) => mark(texts.right, fate.after, fate)));
  const take = { left: taker(lefts), right: taker(rights) };
  return rows.map((row) => {
    const [left, right] = [spanOf(row.left), spanOf(row.right)];
    const marked = { left: left ? take.left(left) : [], right: right ? take.right(right) : [] };
    const told = [
      ...marked.right.filter(({ item }) => right && begins(item, right)),
      ...marked.left.filter(({ item }) => item.fate.after === null && left && begins(item, left)),
    ];
    return { row, ...marked, fates: told.map(({ item }) => item.fate).filter((fate) => !isKept(fate)) };
  });
}

const begins = (mark: Span, row: Span): boolean => mark.start >= row.start && mark.start < row.end;

/** Hand out the layers over one row after another, in the order of the text. */
function taker(layers: readonly Layer<Mark>[]): (row: Span) => readonly Layer<Mark>[] {
  let next = 0;
  let active: Layer<Mark>[] = [];
  return (row) => {
    active = active.filter(({ item }) => item.end > row.start);
    for (let layer = layers[next]; layer && layer.item.start < row.end; layer = layers[++next]) active.push(layer);
    return active.filter(({ item }) => overlaps(item, row));
  };
}

/** How many unchanged rows in a line are folded, but for one at each end for the context. */
const FOLD_FROM = 4;

/** Fold long stretches of rows that nothing touched. */
export function foldRows(rows: readonly MarkedRow[]): Stretch[] {
  const stretches: Stretch[] = [];
  let quiet: MarkedRow[] = [];
  const push = (folded: boolean, some: readonly MarkedRow[]): void => {
    if (some.length === 0) return;
    const last = stretches.at(-1);
    if (!folded && last && !last.folded)
      stretches[stretches.length - 1] = { folded: false, rows: [...last.rows, ...some] };
    else stretches.push({ folded, rows: some });
  };
  const close = (atEnd: boolean): void => {
    const head = stretches.length === 0 ? 0 : 1;
    const tail = atEnd ? 0 : 1;
    const long = quiet.length - head - tail >= FOLD_FROM - 1;
    if (!long) push(false, quiet);
    else {
      push(false, quiet.slice(0, head));
      push(true, quiet.slice(head, quiet.length - tail));
      push(false, quiet.slice(quiet.length - tail));
    }
    quiet = [];
  };
  for (const row of rows) {
    if (row.row.kind === "same" && row.fates.length === 0) quiet.push(row);
    else {
      close(false);
      push(false, [row]);
    }
  }
  close(true);
  return stretches;
}

/** A stretch of a paragraph to paint: whether its words changed, and the claims over it. */
export interface Piece extends Span {
  readonly text: string;
  readonly changed: boolean;
  readonly layers: readonly Layer<Mark>[];
}

/** Cut a paragraph's parts wherever a claim begins or ends. */
export function piecesOf(parts: readonly Part[], layers: readonly Layer<Mark>[]): Piece[] {
  return parts.flatMap((part) =>
    cutRuns(part, layers).map(({ start, end, layers }) => ({
      start,
      end,
      layers,
      changed: part.changed,
      text: part.text.slice(start - part.start, end - part.start),
    })),
  );
}
