import { nounPhraseEnd, type Range, subjectAfter } from "../phrases";
import { type Reading, type Sentence, tokenAt } from "../reading";
import { broken, isWholeClause, leftStart } from "./asides";
import { contentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

/** The longest name of a source behind "according to", in tokens. */
const SOURCE_REACH = 40;

/** "According to the police, …", "…, according to the police", "in the mayor's view, …", "in a new poll, …". */
export function accordingTo(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const { lower } = tokenAt(reading, i);
  if (lower === "according" && tokenAt(reading, i + 1).lower === "to") {
    const source = sourceFrom(reading, sentence, i + 2);
    return source && reportedBeside(reading, sentence, { from: i, to: i + 2 }, source);
  }
  if (lower !== "in") return null;
  const source = evidenceFrom(reading, sentence, i + 1);
  return source && reportedBeside(reading, sentence, { from: i, to: i + 1 }, source);
}

function reportedBeside(reading: Reading, sentence: Sentence, cue: Range, source: Range): FoundAttribution | null {
  const content = contentBeside(reading, sentence, cue, source);
  return content && { content, source: [source], cue: [cue], force: "speech" };
}

function contentBeside(reading: Reading, sentence: Sentence, cue: Range, source: Range): Range[] | null {
  const left = trimRange(reading, leftStart(reading, sentence, cue.from), cue.from);
  if (left && cue.from - sentence.from > 1) {
    if (isWholeClause(reading, left)) return [left];
    const parts = broken(reading, sentence, left, source.to);
    // "But, according to …": what leads to the report is no part of it.
    if (parts) return left.to - left.from === 1 ? parts.slice(1) : parts;
    return [left];
  }
  let comma = source.to;
  while (comma < sentence.to && tokenAt(reading, comma).lower !== "," && comma - source.to < SOURCE_REACH) comma++;
  const right = trimRange(reading, comma + 1, contentEnd(reading, sentence, comma + 1));
  return right && [right];
}

/** Whoever is named from token `at`: the noun phrase with its apposition, or all words to the next mark. */
function sourceFrom(reading: Reading, sentence: Sentence, at: number): Range | null {
  let to = at;
  while (to < sentence.to && to - at < SOURCE_REACH && !/^(?:[,.;:!?)—–]|--)/.test(tokenAt(reading, to).text)) to++;
  const phrase = subjectAfter(reading, sentence.to, at);
  if (phrase && phrase.to > to) return phrase;
  return to > at ? { from: at, to } : null;
}

const EVIDENCE = new Set(["poll", "polls", "survey", "surveys", "polling"]);
const MINDS = new Set(["view", "opinion", "words", "telling", "eyes", "estimation", "judgment", "judgement"]);

/** What "in" brings as a source of knowledge: a poll, or somebody's view. */
function evidenceFrom(reading: Reading, sentence: Sentence, at: number): Range | null {
  const to = nounPhraseEnd(reading, sentence.to, at);
  for (let i = at; i < to; i++) {
    const { lower } = tokenAt(reading, i);
    if (EVIDENCE.has(lower)) return { from: at, to };
    if (MINDS.has(lower)) return i > at && isOwned(reading, i) ? { from: at, to: i } : null;
  }
  return null;
}

const isOwned = (reading: Reading, i: number) =>
  /^(?:'s|’s|’|'|his|her|their|its|our|my)$/.test(tokenAt(reading, i - 1).lower);
