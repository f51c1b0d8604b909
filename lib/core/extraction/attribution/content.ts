import { carriesTense, hasFiniteVerb, nounPhraseEnd, type Range, TIME_WORDS, type VerbGroup } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { actEnd, contentEnd } from "./extent";
import { trimRange } from "./found";
import { CLAUSE_WORDS, isQuoteMark, SPEECH_PLACES, STOP_MARKS, skipAdverbs } from "./marks";
import { objectRange } from "./objects";

export interface ContentAfter {
  readonly ranges: Range[];
  readonly cueTo: number;
  /** Sure even where no subject was found. */
  readonly certain: boolean;
  /** A thing or an act rather than words: "denied the charges", "vowed to go". */
  readonly attitude?: true;
}

/** Return what a verb reports to its right; null when what follows it is nothing that it could report. */
export function contentAfter(reading: Reading, sentence: Sentence, group: VerbGroup): ContentAfter | null {
  const at = skipAdverbs(reading, sentence, group.to);
  if (at >= sentence.to) return null;
  return (
    announcedQuotation(reading, sentence, group) ??
    quotationAfter(reading, sentence, group, at) ??
    clauseAfter(reading, sentence, group, at) ??
    linked(reading, sentence, group, at) ??
    unmarked(reading, sentence, group, at)
  );
}

function clauseFrom(reading: Reading, sentence: Sentence, from: number, cueTo: number): ContentAfter | null {
  const range = trimRange(reading, from, contentEnd(reading, sentence, from));
  return range && { ranges: [range], cueTo, certain: true };
}

/** `said: “…”`, `wrote, “…”`, `called it “…”`. */
function quotationAfter(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  const { verb } = group;
  const next = tokenAt(reading, at);
  const speaks = verb.speech || verb.clause;
  if (next.text === ":" && speaks) return clauseFrom(reading, sentence, at + 1, group.to);
  if (next.text === "," && isQuoteMark(tokenAt(reading, at + 1).text) && speaks)
    return clauseFrom(reading, sentence, at + 1, group.to);
  if (!isQuoteMark(next.text) || reading.quoted[at] === -1) return null;
  return speaks || verb.object || verb.label ? clauseFrom(reading, sentence, at, group.to) : null;
}

/** "said that …", "asked whether …", "vowed to …". */
function clauseAfter(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  const { verb } = group;
  const next = tokenAt(reading, at).lower;
  if ((verb.clause || verb.speech) && CLAUSE_WORDS.has(next) && next !== "which" && next !== "who")
    return clauseFrom(reading, sentence, at, group.to);
  if (verb.infinitive && opensInfinitive(reading, at)) return actFrom(reading, sentence, at, group.to);
  return null;
}

function opensInfinitive(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at + 1);
  if (tokenAt(reading, at).lower === "not") return next.lower === "to";
  return (
    tokenAt(reading, at).lower === "to" &&
    (tagAt(reading, at + 1) === "VERB" || tagAt(reading, at + 1) === "AUX" || tagAt(reading, at + 1) === "ADV")
  );
}

/** "called for unity", "spoke out against the plan", "pointed out that …". */
function linked(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  let length = 0;
  for (const link of group.verb.links)
    if (link.length > length && link.every((word, k) => tokenAt(reading, at + k).lower === word)) length = link.length;
  if (length === 0) return null;
  const start = at + length;
  const next = tokenAt(reading, start).lower;
  if (CLAUSE_WORDS.has(next) && next !== "which" && next !== "who") return clauseFrom(reading, sentence, start, start);
  const quoted = saidOf(reading, sentence, group, start);
  if (quoted) return quoted;
  const object = objectFrom(reading, sentence, group, start, start);
  return object && { ranges: object.ranges, cueTo: object.cueTo, certain: object.certain };
}

/** `said of the plan: “…”`: the words, and not what they are about. */
function saidOf(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  if (!group.verb.speech) return null;
  const end = nounPhraseEnd(reading, sentence.to, at);
  const opens = /^[,:]$/.test(tokenAt(reading, end).text) && isQuoteMark(tokenAt(reading, end + 1).text);
  return opens ? clauseFrom(reading, sentence, end + 1, group.to) : null;
}

/** What follows without a word that announces it: a clause, a listener and then a clause, or an object. */
function unmarked(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  const { verb } = group;
  const next = tokenAt(reading, at);
  if (tagAt(reading, at) === "ADP" || next.lower === "to") return afterPlace(reading, sentence, group, at);
  if (verb.listener) {
    const heard = heardFrom(reading, sentence, group, at);
    if (heard) return heard;
    if (!verb.clause && !verb.object) return null;
  }
  if (STOP_MARKS.has(next.text) || /^[.!?]/.test(next.text)) return null;
  if (verb.clause && clauseFollows(reading, sentence, at)) return clauseFrom(reading, sentence, at, group.to);
  // What is said is a clause even where its verb reads like a noun: "said the plan cost $2 billion".
  if (verb.lemma === "say" && (sentence.to - at > 2 || ANSWERS.has(next.lower)))
    return clauseFrom(reading, sentence, at, group.to);
  return verb.label || verb.object ? objectFrom(reading, sentence, group, at, group.to) : null;
}

const ANSWERS = new Set(["so", "yes", "no", "otherwise"]);

/** "told reporters that …" reports the clause; "urged voters to …" reports what the voters are to do. */
function heardFrom(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  const behind = behindListener(reading, sentence, at);
  if (behind === null) return null;
  const order = /^(?:to|not)$/.test(tokenAt(reading, behind).lower);
  if (!order) return clauseFrom(reading, sentence, behind, group.to);
  return actFrom(reading, sentence, at, group.to);
}

/** "He continued:" at the end of a sentence, with the quotation behind it. */
function announcedQuotation(reading: Reading, sentence: Sentence, group: VerbGroup): ContentAfter | null {
  if (tokenAt(reading, sentence.to - 1).text !== ":" || !(group.verb.speech || group.verb.clause)) return null;
  if (sentence.to - group.to > 25 || hasFiniteVerb(reading, group.to, sentence.to)) return null;
  const quote = reading.quotations[reading.quoted[sentence.to] ?? -1];
  if (quote?.open !== sentence.to) return null;
  return { ranges: [{ from: quote.open, to: quote.close + 1 }], cueTo: group.to, certain: true };
}

function actFrom(reading: Reading, sentence: Sentence, from: number, cueTo: number): ContentAfter | null {
  const range = trimRange(reading, from, actEnd(reading, sentence, from));
  return range && { ranges: [range], cueTo, certain: true, attitude: true };
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
function afterPlace(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  if (!(group.verb.clause || group.verb.speech)) return null;
  let i = at;
  for (let hops = 0; hops < 4 && i < sentence.to; hops++) {
    const next = tokenAt(reading, i);
    if (CLAUSE_WORDS.has(next.lower) && next.lower !== "which" && next.lower !== "who")
      return clauseFrom(reading, sentence, i, group.to);
    if (isQuoteMark(next.text)) return clauseFrom(reading, sentence, i, group.to);
    if ((next.lower === "," || next.text === ":") && isQuoteMark(tokenAt(reading, i + 1).text))
      return clauseFrom(reading, sentence, i + 1, group.to);
    if (next.text === ":") return clauseFrom(reading, sentence, i + 1, group.to);
    if (next.lower === "," && hops > 0 && tokenAt(reading, i + 1).lower === "that")
      return clauseFrom(reading, sentence, i + 1, group.to);
    if (tagAt(reading, i) !== "ADP" && next.lower !== "to") break;
    i = placeEnd(reading, sentence, i + 1);
  }
  if (
    i < sentence.to &&
    group.verb.clause &&
    !STOP_MARKS.has(tokenAt(reading, i).text) &&
    clauseFollows(reading, sentence, i)
  )
    return clauseFrom(reading, sentence, i, group.to);
  return group.verb.clause && group.verb.speech ? behindOccasion(reading, sentence, group, i) : null;
}

/** "said during a visit to the region that …", "wrote in a letter to the council obtained by a newspaper: “…”". */
function behindOccasion(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): ContentAfter | null {
  const most = Math.min(sentence.to, at + 25);
  for (let i = at; i < most; i++) {
    const { lower } = tokenAt(reading, i);
    if (lower === "that" && tagAt(reading, i + 1) !== "VERB" && tagAt(reading, i + 1) !== "AUX")
      return clauseFrom(reading, sentence, i, group.to);
    if (reading.quoted[i] !== -1)
      return /^[,:]$/.test(tokenAt(reading, i - 1).text) ? clauseFrom(reading, sentence, i, group.to) : null;
    if (tagAt(reading, i) === "AUX" || lower === ";" || lower === "who" || lower === "which") return null;
  }
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
    else if (lower === "as" && tokenAt(reading, i - 1).lower === "such") continue;
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
  const range = objectRange(reading, sentence, group, at);
  return range && { ranges: [range], cueTo: Math.max(group.to, cueTo), certain: false, attitude: true };
}
