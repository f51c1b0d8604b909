import type { Span } from "../text/span";
import type { Token } from "../text/tokens";

/** Words between quotation marks. The span includes the marks; `open` and `close` are token indexes of the first and last token. */
export interface Quotation extends Span {
  readonly open: number;
  readonly close: number;
  readonly double: boolean;
  /** False where the paragraph ends before the closing mark. */
  readonly closed: boolean;
}

const DOUBLE = new Set(["“", "”", '"', "''", "«", "»", "„"]);
const SINGLE = new Set(["‘", "'", "’"]);

/** A single quotation longer than this many tokens is an apostrophe that met another one. */
const SINGLE_LIMIT = 60;

/**
 * Return the quotations of a text in order, never across paragraphs; `paragraphs` gives the paragraph of each token.
 * Unpaired closing marks are ignored; a paragraph that opens and does not close is one quotation to its end.
 */
export function findQuotations(text: string, tokens: readonly Token[], paragraphs: ArrayLike<number>): Quotation[] {
  const out: Quotation[] = [];
  let open = -1;
  let single = -1;
  const end = (close: number, double: boolean, closed: boolean, from: number) => {
    const first = tokens[from];
    const last = tokens[close];
    if (first && last && close > from)
      out.push({ start: first.start, end: last.end, open: from, close, double, closed });
  };
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && paragraphs[i] !== paragraphs[i - 1]) {
      if (open >= 0) end(i - 1, true, false, open);
      open = -1;
      single = -1;
    }
    if (token.shape !== "mark") continue;
    const spaceBefore = token.start === 0 || /[\s([{—–-]/.test(text[token.start - 1] ?? " ");
    const spaceAfter = token.end >= text.length || /[\s.,;:!?)\]—–]/.test(text[token.end] ?? " ");
    if (DOUBLE.has(token.text)) {
      if (opens(token.text, open >= 0, spaceBefore, spaceAfter)) {
        open = i;
        single = -1;
      } else if (open >= 0 && token.text !== "“") {
        end(i, true, true, open);
        open = -1;
        single = -1;
      }
    } else if (SINGLE.has(token.text)) {
      if (token.text !== "’" && spaceBefore && !spaceAfter) single = i;
      else if (single >= 0 && token.text !== "‘" && spaceAfter && !spaceBefore) {
        if (i - single <= SINGLE_LIMIT) end(i, false, true, single);
        single = -1;
      }
    }
  }
  if (open >= 0) end(tokens.length - 1, true, false, open);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

function opens(mark: string, inside: boolean, spaceBefore: boolean, spaceAfter: boolean): boolean {
  if (mark === "“" || mark === "«" || mark === "„") return true;
  if (mark === "”" || mark === "»") return false;
  if (!inside) return spaceBefore || !spaceAfter;
  return spaceBefore && !spaceAfter;
}
