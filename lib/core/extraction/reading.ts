import { segment } from "../text/segment";
import type { Span } from "../text/span";
import { type Tag, tagTokens } from "../text/tag";
import { type Token, tokenise } from "../text/tokens";
import { countBreaks } from "../text/white-space";
import { findQuotations, type Quotation } from "./quotations";

/** A sentence with the range of its tokens: `from` included, `to` excluded. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

/** A text after tokens, parts of speech, sentences and quotation marks were read; the later steps only look at this. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** For each token the index of the double quotation around it, or -1. */
  readonly quoted: Int32Array;
}

const NOTHING: Token = { start: 0, end: 0, text: "", lower: "", shape: "mark", capital: false };
const SMALL = /^\p{Ll}/u;

/** Read `text` once for all later steps. Linear; an empty text gives an empty reading. */
export function readText(text: string): Reading {
  const tokens = tokenise(text);
  const tags = tagTokens(tokens);
  const paragraphs = paragraphsOf(text, tokens);
  const sentences = withTokens(segment(text), tokens, paragraphs);
  const quotations = findQuotations(text, tokens, paragraphs);
  const quoted = new Int32Array(tokens.length).fill(-1);
  for (const [i, q] of quotations.entries()) if (q.double) quoted.fill(i, q.open, q.close + 1);
  return { text, tokens, tags, sentences, quotations, quoted };
}

/** For each token the number of its paragraph. A single line break before a small letter only wraps a line. */
function paragraphsOf(text: string, tokens: readonly Token[]): Int32Array {
  const out = new Int32Array(tokens.length);
  let paragraph = 0;
  let before = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? NOTHING;
    const breaks = token.start > before ? countBreaks(text, before, token.start) : 0;
    if (i > 0 && breaks > 0 && (breaks > 1 || !SMALL.test(token.text))) paragraph++;
    out[i] = paragraph;
    before = token.end;
  }
  return out;
}

function withTokens(spans: readonly Span[], tokens: readonly Token[], paragraphs: Int32Array): Sentence[] {
  const out: Sentence[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    const from = next;
    while (next < tokens.length && (tokens[next] ?? NOTHING).start < end) next++;
    out.push({ start, end, from, to: next, paragraph: paragraphs[from] ?? 0 });
  }
  return out;
}

/** Return the token at `i`, or an empty one outside the text, so that looking around needs no tests. */
export function tokenAt(reading: Reading, i: number): Token {
  return reading.tokens[i] ?? NOTHING;
}

/** Return the part of speech at `i`; outside the text it is "PUNCT". */
export function tagAt(reading: Reading, i: number): Tag {
  return reading.tags[i] ?? "PUNCT";
}

/** Return the span in the text of the tokens from `from` to before `to`; empty when there are none. */
export function spanOf(reading: Reading, from: number, to: number): Span {
  return {
    start: tokenAt(reading, from).start,
    end: to > from ? tokenAt(reading, to - 1).end : tokenAt(reading, from).start,
  };
}
