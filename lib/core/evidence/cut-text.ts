import type { Span } from "../text/span";
import type { Page } from "./document";

/** A quote's place in a text. */
export interface MarkedSpan extends Span {
  readonly id: string;
}

/** A stretch of text under the same marks; `page` names the page that begins with it, `ends` the marks that end with it. */
export interface Stretch extends Span {
  readonly marks: readonly string[];
  readonly page: string | null;
  readonly ends: readonly string[];
}

/** How much of a text is shown at once, in UTF-16 units. */
const PART = 120_000;

/** Cut a long text into parts of about the same length, at line breaks where there are any near; a short one is one part. */
export function textParts(text: string, length = PART): readonly Span[] {
  const parts: Span[] = [];
  let start = 0;
  while (text.length - start > length * 1.25) {
    const line = text.indexOf("\n", start + length);
    const end = line >= 0 && line < start + length * 1.25 ? line + 1 : whole(text, start + length);
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: text.length }];
}

function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

/** Return the index of the part in which an offset lies. */
export function partAt(parts: readonly Span[], offset: number): number {
  const found = parts.findIndex(({ end }) => offset < end);
  return found < 0 ? parts.length - 1 : found;
}

/** Cut a part of a text wherever a mark begins or ends, or a page begins; in order, nothing left out. */
export function cutText(part: Span, marks: readonly MarkedSpan[], pages: readonly Page[]): readonly Stretch[] {
  const inside = (at: number) => part.start < at && at < part.end;
  const here = marks.filter(({ start, end }) => start < part.end && part.start < end);
  const opening = new Map(pages.map(({ start, label }) => [start, label]));
  const edges = [
    part.start,
    ...here.flatMap(({ start, end }) => [start, end]).filter(inside),
    ...pages.map(({ start }) => start).filter(inside),
    part.end,
  ];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, n) => {
    const end = cuts[n + 1] ?? part.end;
    return {
      start,
      end,
      marks: here.filter((mark) => mark.start <= start && end <= mark.end).map(({ id }) => id),
      page: opening.get(start) ?? null,
      ends: here.filter((mark) => mark.end === end).map(({ id }) => id),
    };
  });
}
