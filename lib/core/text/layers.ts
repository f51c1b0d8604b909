import { bySpan, type Span } from "./span";

/** A span with the line that is its own among those it overlaps; 0 lies nearest the words. */
export interface Layer<T extends Span> {
  readonly item: T;
  readonly line: number;
}

/** A stretch of text under one and the same set of spans, in their order of place. */
export interface Run<T extends Span> extends Span {
  readonly layers: readonly Layer<T>[];
}

/** A paragraph of a text, cut wherever a span begins or ends. Its runs join up to the whole of it. */
export interface LayeredParagraph<T extends Span> extends Span {
  readonly runs: readonly Run<T>[];
  /** The spans that begin here, in their order of place. */
  readonly beginning: readonly T[];
}

/** Give each span the lowest line that no span before it still holds, in order of place. Empty spans are left out. */
export function stackLines<T extends Span>(spans: readonly T[]): Layer<T>[] {
  const ends: number[] = [];
  const ordered = spans.filter((span) => span.end > span.start).sort(bySpan);
  return ordered.map((item) => {
    const free = ends.findIndex((end) => end <= item.start);
    const line = free === -1 ? ends.length : free;
    ends[line] = item.end;
    return { item, line };
  });
}

/** Cut `within` into runs that cover it without gap; `layers` in order of place. Linear in the layers and what they cover. */
export function cutRuns<T extends Span>(within: Span, layers: readonly Layer<T>[]): Run<T>[] {
  const here = layers.filter(({ item }) => item.start < within.end && item.end > within.start);
  const edges = here.flatMap(({ item }) => [item.start, item.end]).filter((at) => at > within.start && at < within.end);
  const cuts = [...new Set([within.start, ...edges, within.end])].sort((a, b) => a - b);
  const runs: Run<T>[] = [];
  let next = 0;
  let active: Layer<T>[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    active = active.filter(({ item }) => item.end > start);
    for (let layer = here[next]; layer && layer.item.start <= start; layer = here[++next]) {
      if (layer.item.end > start) active = [...active, layer];
    }
    runs.push({ start, end: cuts[index + 1] ?? within.end, layers: active });
  }
  return runs;
}

/** Return the lines of a text that hold more than white space, each without its line break. */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const breakAt = text.indexOf("\n", start);
    const end = breakAt === -1 ? text.length : breakAt;
    if (text.slice(start, end).trim() !== "") found.push({ start, end });
    start = end + 1;
  }
  return found;
}

/**
 * Lay spans over a text: its paragraphs, each cut into runs by the spans that touch it. Spans may overlap, nest and cross
 * paragraphs. Linear in the text and the spans (after sorting them), times how many lie over one another.
 */
export function layParagraphs<T extends Span>(text: string, spans: readonly T[]): LayeredParagraph<T>[] {
  const layers = stackLines(spans);
  let next = 0;
  let active: Layer<T>[] = [];
  return paragraphsOf(text).map((paragraph) => {
    active = active.filter(({ item }) => item.end > paragraph.start);
    const beginning: T[] = [];
    for (let layer = layers[next]; layer && layer.item.start < paragraph.end; layer = layers[++next]) {
      active.push(layer);
      beginning.push(layer.item);
    }
    return { ...paragraph, runs: cutRuns(paragraph, active), beginning };
  });
}
