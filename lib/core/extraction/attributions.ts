import type { Span } from "../text/span";
import type { FoundAttribution } from "./attribution/found";
import { labelCue } from "./attribution/labels";
import { findCues } from "./attribution-cues";
import { datelineEnd } from "./name-runs";
import type { Range } from "./phrases";
import { type Reading, type Sentence, spanOf, tokenAt } from "./reading";
import type { AttributionType } from "./types";

/** An attribution with its sentence and its tokens, before its speaker is resolved. */
export interface RawAttribution extends FoundAttribution {
  readonly sentence: number;
  readonly type: AttributionType;
}

/**
 * Return who says what in a text, in the order of the text: what each sentence states with a reporting word of its own,
 * joined with the quotations that go on from it.
 */
export function findAttributions(reading: Reading): RawAttribution[] {
  const found: { sentence: number; item: FoundAttribution }[] = [];
  const taken = new Uint8Array(reading.quotations.length);
  let spoken = 0;
  for (const [n, sentence] of reading.sentences.entries()) {
    if (sentence.from < spoken) continue;
    const label = reading.sentences[n - 1]?.paragraph === sentence.paragraph ? null : labelOf(reading, n);
    if (label) spoken = label.content[0]?.to ?? 0;
    const body = { ...sentence, from: datelineEnd(reading, sentence) };
    for (const item of label ? [label] : findCues(reading, body)) {
      found.push({ sentence: n, item });
      take(reading, item, taken);
    }
  }
  found.push(...signedQuotations(reading, taken));
  found.sort((a, b) => a.sentence - b.sentence);
  continueQuotations(reading, found, taken);
  found.sort((a, b) => a.sentence - b.sentence);
  return found.map(({ sentence, item }) => ({ ...item, sentence, type: typeOf(reading, item.content) }));
}

/** Return what the words that `item` reports report in their turn: "Doe said Brown believed …". Words in quotation marks are not read. */
export function findNested(reading: Reading, item: RawAttribution): RawAttribution[] {
  const sentence = reading.sentences[item.sentence];
  if (!sentence || item.force === "attitude") return [];
  return item.content
    .filter((part) => part.from >= sentence.from && part.to <= sentence.to)
    .flatMap((part) => findCues(reading, { ...sentence, from: part.from, to: part.to }))
    .map((found) => ({ ...found, sentence: item.sentence, type: typeOf(reading, found.content) }));
}

/** The label of a paragraph whose first sentence is the `n`th. */
function labelOf(reading: Reading, n: number): FoundAttribution | null {
  const first = reading.sentences[n];
  if (!first) return null;
  let last = first;
  for (let k = n + 1; reading.sentences[k]?.paragraph === first.paragraph; k++) last = reading.sentences[k] ?? last;
  return labelCue(reading, first, last.to);
}

/** `"…" — Jane Doe`: a quotation with its speaker's name behind a dash, alone in its paragraph. */
function signedQuotations(reading: Reading, taken: Uint8Array): { sentence: number; item: FoundAttribution }[] {
  const out: { sentence: number; item: FoundAttribution }[] = [];
  const ends = new Map<number, number>();
  for (const [n, sentence] of reading.sentences.entries()) ends.set(sentence.to, n);
  for (const [n, quote] of reading.quotations.entries()) {
    const dash = quote.close + 1;
    if (!quote.double || taken[n] || !/^(?:[-—–―]|--)$/.test(tokenAt(reading, dash).text)) continue;
    let to = dash + 1;
    while (to - dash < 8 && !ends.has(to) && tokenAt(reading, to).shape === "word") to++;
    const sentence = ends.get(to) ?? ends.get(to + 1);
    if (sentence === undefined || to === dash + 1 || !tokenAt(reading, dash + 1).capital) continue;
    taken[n] = 1;
    const content = [{ from: quote.open, to: quote.close + 1 }];
    out.push({
      sentence,
      item: { content, source: [{ from: dash + 1, to }], cue: [{ from: dash, to: dash + 1 }], force: "speech" },
    });
  }
  return out;
}

function take(reading: Reading, item: FoundAttribution, taken: Uint8Array): void {
  for (const part of item.content) {
    for (let i = part.from; i < part.to; ) {
      const q = reading.quoted[i] ?? -1;
      if (q >= 0) taken[q] = 1;
      i = q >= 0 ? Math.max(i + 1, (reading.quotations[q]?.close ?? i) + 1) : i + 1;
    }
  }
}

/** Join a quotation that opens a sentence and has no reporting word of its own to the speech before it. */
function continueQuotations(
  reading: Reading,
  found: { sentence: number; item: FoundAttribution }[],
  taken: Uint8Array,
): void {
  const bySentence = new Map<number, FoundAttribution>();
  for (const { sentence, item } of found) {
    if (item.force === "speech" && !(bySentence.has(sentence) && !quotes(reading, item)))
      bySentence.set(sentence, item);
  }
  let last: { item: FoundAttribution; sentence: number } | null = null;
  let cursor = 0;
  for (const [n, sentence] of reading.sentences.entries()) {
    while (cursor < reading.quotations.length && (reading.quotations[cursor]?.open ?? 0) < sentence.from) cursor++;
    const own = bySentence.get(n);
    if (own) {
      last = { item: own, sentence: n };
      continue;
    }
    const quote = reading.quotations[cursor];
    if (!quote?.double || quote.open !== sentence.from) {
      if (!wholeInsideQuote(reading, sentence)) last = null;
      continue;
    }
    if (taken[cursor] || !last || !goesOn(reading, last, sentence, quote.close - quote.open)) continue;
    taken[cursor] = 1;
    const more = { from: quote.open, to: quote.close + 1 };
    if (sentence.paragraph === reading.sentences[last.sentence]?.paragraph || !closedBefore(reading, cursor)) {
      last.item.content.push(more);
      last = { item: last.item, sentence: n };
    } else {
      const item: FoundAttribution = { ...last.item, content: [more] };
      found.push({ sentence: n, item });
      last = { item, sentence: n };
    }
  }
}

/** Whether the quotation before this one was closed: an open one goes on in the next paragraph. */
function closedBefore(reading: Reading, cursor: number): boolean {
  for (let k = cursor - 1; k >= 0 && cursor - k < 6; k--) {
    const quote = reading.quotations[k];
    if (quote?.double) return quote.closed;
  }
  return true;
}

function quotes(reading: Reading, item: FoundAttribution): boolean {
  return item.content.some((part) => reading.quoted[part.from] !== -1 || reading.quoted[part.to - 1] !== -1);
}

function wholeInsideQuote(reading: Reading, sentence: Sentence): boolean {
  return reading.quoted[sentence.from] !== -1;
}

function goesOn(
  reading: Reading,
  last: { item: FoundAttribution; sentence: number },
  sentence: Sentence,
  length: number,
): boolean {
  if (length < 3) return false;
  const before = reading.sentences[last.sentence];
  return before !== undefined && sentence.paragraph - before.paragraph <= 1 && last.item.source.length > 0;
}

function typeOf(reading: Reading, content: readonly Range[]): AttributionType {
  let inside = 0;
  let outside = 0;
  for (const part of content) {
    for (let i = part.from; i < part.to; i++) {
      if (tokenAt(reading, i).shape === "mark") continue;
      if (reading.quoted[i] === -1) outside++;
      else inside++;
    }
  }
  return inside === 0 ? "indirect" : outside === 0 ? "direct" : "mixed";
}

/** Return token ranges as spans of the text. */
export function spansOf(reading: Reading, ranges: readonly Range[]): Span[] {
  return ranges.map((range) => spanOf(reading, range.from, range.to));
}
