import { carriesTense, hasFiniteVerb, nounPhraseEnd, type Range, TIME_WORDS, type VerbGroup } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { contentEnd } from "./extent";
import { trimRange } from "./found";
import { CLAUSE_WORDS, isQuoteMark, SPEECH_PLACES, STOP_MARKS, skipAdverbs } from "./marks";

export interface ContentAfter {
  readonly ranges: Range[];
  readonly cueTo: number;
  /** Sure even where no subject was found. */
  readonly certain: boolean;
  /** A thing or an act rather than words: "denied the charges", "vowed to go". */
  readonly attitude?: true;
}

export function contentAfter(reading: Reading, sentence: Sentence, group: VerbGroup): ContentAfter | null {
  const { verb } = group;
  const at = skipAdverbs(reading, sentence, group.to);
  if (at >= sentence.to) return null;
  const announced = announcedQuotation(reading, sentence, group);
  if (announced) return announced;
  const next = tokenAt(reading, at);
  const clauseFrom = (from: number, certain = true): ContentAfter | null => {
    const range = trimRange(reading, from, contentEnd(reading, sentence, from));
    return range ? { ranges: [range], cueTo: group.to, certain } : null;
  };
  if (next.text === ":" && (verb.speech || verb.clause)) return clauseFrom(at + 1);
  if (next.text === "," && isQuoteMark(tokenAt(reading, at + 1).text) && (verb.speech || verb.clause))
    return clauseFrom(at + 1);
  if (isQuoteMark(next.text) && reading.quoted[at] !== -1) {
    if (verb.speech || verb.clause || verb.object) return clauseFrom(at);
    return verb.label ? clauseFrom(at) : null;
  }
  if ((verb.clause || verb.speech) && CLAUSE_WORDS.has(next.lower) && next.lower !== "which" && next.lower !== "who")
    return clauseFrom(at);
  if (next.lower === "to" && tagAt(reading, at + 1) === "VERB")
    return verb.infinitive ? asAttitude(clauseFrom(at)) : null;
  const preposition = verb.prepositions.includes(next.lower);
  if (preposition) {
    const object = objectFrom(reading, sentence, group, at + 1, at + 1);
    return object ? { ranges: object.ranges, cueTo: object.cueTo, certain: object.certain } : null;
  }
  if (tagAt(reading, at) === "ADP" || next.lower === "to") return afterPlace(reading, sentence, group, at, clauseFrom);
  if (verb.listener) {
    const behind = behindListener(reading, sentence, at);
    if (behind !== null)
      return tokenAt(reading, behind).lower === "to" ? asAttitude(clauseFrom(behind)) : clauseFrom(behind);
    if (!verb.clause) return null;
  }
  if (STOP_MARKS.has(next.text) || /^[.!?]/.test(next.text)) return null;
  if (verb.clause && clauseFollows(reading, sentence, at)) return clauseFrom(at);
  // What is said is a clause even where its verb reads like a noun: "said the plan cost $2 billion".
  if (verb.lemma === "say" && sentence.to - at > 4 && nounPhraseEnd(reading, sentence.to, at) > at)
    return clauseFrom(at);
  if (verb.label || verb.object) return objectFrom(reading, sentence, group, at, group.to);
  return null;
}

/** "He continued:" at the end of a sentence, with the quotation behind it. */
function announcedQuotation(reading: Reading, sentence: Sentence, group: VerbGroup): ContentAfter | null {
  if (tokenAt(reading, sentence.to - 1).text !== ":" || !(group.verb.speech || group.verb.clause)) return null;
  if (sentence.to - group.to > 25 || hasFiniteVerb(reading, group.to, sentence.to)) return null;
  const quote = reading.quotations[reading.quoted[sentence.to] ?? -1];
  if (quote?.open !== sentence.to) return null;
  return { ranges: [{ from: quote.open, to: quote.close + 1 }], cueTo: group.to, certain: true };
}

function asAttitude(content: ContentAfter | null): ContentAfter | null {
  return content ? { ...content, attitude: true } : null;
}

/** "told reporters that …", "urged them to …": the token where what was said begins; null when it does not. */
function behindListener(reading: Reading, sentence: Sentence, at: number): number | null {
  let end = tagAt(reading, at) === "PRON" ? at + 1 : nounPhraseEnd(reading, sentence.to, at);
  if (end <= at) return null;
  for (let hops = 0; hops < 3 && end < sentence.to; hops++) {
    const next = tokenAt(reading, end);
    if (CLAUSE_WORDS.has(next.lower) || isQuoteMark(next.text)) return end;
    if (next.lower === "to" && tagAt(reading, end + 1) === "VERB") return end;
    if (next.lower === "not" && tokenAt(reading, end + 1).lower === "to") return end;
    if ((next.lower === "," || next.lower === ":") && isQuoteMark(tokenAt(reading, end + 1).text)) return end + 1;
    if (next.lower === "about" || next.lower === "of") return end + 1;
    if (tagAt(reading, end) === "ADV" || TIME_WORDS.has(next.lower)) end++;
    else if (tagAt(reading, end) === "ADP") end = Math.max(end + 1, nounPhraseEnd(reading, sentence.to, end + 1));
    else if (tagAt(reading, end) === "PRON" || tagAt(reading, end) === "DET") return end;
    else if (carriesTense(reading, end)) return null;
    else break;
  }
  return null;
}

/** "said on Wednesday the United States would …", "said in a statement that …": step over times and places. */
function afterPlace(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  at: number,
  clauseFrom: (from: number, certain?: boolean) => ContentAfter | null,
): ContentAfter | null {
  if (!(group.verb.clause || group.verb.speech)) return null;
  let i = at;
  for (let hops = 0; hops < 4 && i < sentence.to; hops++) {
    const next = tokenAt(reading, i);
    if (CLAUSE_WORDS.has(next.lower) && next.lower !== "which" && next.lower !== "who") return clauseFrom(i);
    if (isQuoteMark(next.text)) return clauseFrom(i);
    if ((next.lower === "," || next.text === ":") && isQuoteMark(tokenAt(reading, i + 1).text))
      return clauseFrom(i + 1);
    if (next.text === ":") return clauseFrom(i + 1);
    if (next.lower === "," && hops > 0 && tokenAt(reading, i + 1).lower === "that") return clauseFrom(i + 1);
    if (tagAt(reading, i) !== "ADP" && next.lower !== "to") break;
    i = placeEnd(reading, sentence, i + 1);
  }
  if (
    i < sentence.to &&
    group.verb.clause &&
    !STOP_MARKS.has(tokenAt(reading, i).text) &&
    clauseFollows(reading, sentence, i)
  )
    return clauseFrom(i);
  return null;
}

/** The end of the noun phrase of a time or place, cut behind the time word or the name of the occasion. */
function placeEnd(reading: Reading, sentence: Sentence, at: number): number {
  const end = nounPhraseEnd(reading, sentence.to, at);
  for (let i = at; i < end; i++) {
    const lower = tokenAt(reading, i).lower;
    const after = tokenAt(reading, i + 1);
    if (
      TIME_WORDS.has(lower) &&
      !TIME_WORDS.has(after.lower) &&
      after.shape !== "number" &&
      after.lower !== "'s" &&
      lower !== "last" &&
      lower !== "this"
    )
      return i + 1;
    if (SPEECH_PLACES.has(lower) && (tagAt(reading, i + 1) === "DET" || tagAt(reading, i + 1) === "PRON")) return i + 1;
  }
  return Math.max(end, at + 1);
}

function clauseFollows(reading: Reading, sentence: Sentence, at: number): boolean {
  const most = Math.min(sentence.to, at + 40);
  if (tagAt(reading, at) === "VERB" && !/ing$/.test(tokenAt(reading, at).lower)) return false;
  for (let i = at; i < most; i++) {
    if (reading.quoted[i] !== -1) continue;
    if (carriesTense(reading, i)) return i > at || tagAt(reading, i) === "AUX";
    const lower = tokenAt(reading, i).lower;
    if (lower === "as" && tokenAt(reading, i + 1).lower === "well") i += 2;
    else if (lower === ";" || lower === ":" || CLAUSE_BREAKS.has(lower)) return false;
  }
  return false;
}

const CLAUSE_BREAKS = new Set([
  "who",
  "which",
  "when",
  "while",
  "because",
  "although",
  "though",
  "after",
  "before",
  "as",
  "if",
  "where",
  "that",
  "but",
]);

/** A noun phrase as what is reported: "denied the charges", "called for unity in the region". */
function objectFrom(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  at: number,
  cueTo: number,
): ContentAfter | null {
  const most = Math.min(sentence.to, at + 60);
  let i = at;
  while (i < most) {
    const token = tokenAt(reading, i);
    const quote = reading.quotations[reading.quoted[i] ?? -1];
    if (quote) {
      i = Math.min(sentence.to, quote.close + 1);
      continue;
    }
    if (
      /^[!?;:]/.test(token.text) ||
      (token.text === "." && i === sentence.to - 1) ||
      token.text === "--" ||
      token.text === "—" ||
      token.text === "–"
    )
      break;
    if (token.lower === "," && !continuesList(reading, i)) break;
    if (i > at && OBJECT_STOPS.has(token.lower)) break;
    if (i > at && (token.lower === "and" || token.lower === "but") && carriesTense(reading, i + 1)) break;
    if (i > at && token.lower === "on" && TIME_WORDS.has(tokenAt(reading, i + 1).lower)) break;
    if (
      i > at &&
      TIME_WORDS.has(token.lower) &&
      tagAt(reading, i - 1) !== "ADP" &&
      tagAt(reading, i - 1) !== "DET" &&
      tagAt(reading, i) === "PROPN"
    )
      break;
    if (i > at && token.lower === "in" && SPEECH_PLACES.has(tokenAt(reading, i + 2).lower)) break;
    i++;
  }
  const range = trimRange(reading, at, i);
  if (!range || range.to - range.from > 55) return null;
  const first = tagAt(reading, range.from);
  if (first === "ADP" || first === "CCONJ" || (first === "PUNCT" && reading.quoted[range.from] === -1)) return null;
  return { ranges: [range], cueTo: Math.max(group.to, cueTo), certain: false, attitude: true };
}

const OBJECT_STOPS = new Set([
  "after",
  "before",
  "while",
  "when",
  "because",
  "although",
  "though",
  "since",
  "if",
  "unless",
  "until",
  "during",
  "by",
  "as",
]);

function continuesList(reading: Reading, comma: number): boolean {
  const most = comma + 8;
  if (
    !(
      tagAt(reading, comma + 1) === "NOUN" ||
      tagAt(reading, comma + 1) === "PROPN" ||
      tagAt(reading, comma + 1) === "ADJ"
    )
  )
    return false;
  for (let i = comma + 1; i < most; i++) {
    const lower = tokenAt(reading, i).lower;
    if (lower === "and" || lower === "or") return true;
    if (carriesTense(reading, i) || lower === ".") return false;
  }
  return false;
}
