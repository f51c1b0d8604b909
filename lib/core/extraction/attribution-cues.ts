import { ATTITUDE_NOUNS, CUE_ADJECTIVES, CUE_NOUNS } from "./cues";
import {
  CLAUSE_REACH,
  carriesTense,
  hasFiniteVerb,
  nounPhraseEnd,
  nounPhraseStart,
  type Range,
  subjectAfter,
  subjectBefore,
  TIME_WORDS,
  type VerbGroup,
  verbGroupAt,
} from "./phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "./reading";

/** How surely a found attribution reports words: "speech" (said, wrote), "thought" (believes, hopes), "attitude" (criticised, wants). */
export type Force = "speech" | "thought" | "attitude";

/** An attribution in tokens. */
export interface FoundAttribution {
  readonly content: Range[];
  readonly source: Range[];
  readonly cue: Range[];
  readonly force: Force;
}

const CLAUSE_WORDS = new Set(["that", "how", "why", "whether", "what", "if", "where", "when", "who", "which"]);
const SPEECH_PLACES = new Set([
  "statement",
  "interview",
  "speech",
  "tweet",
  "email",
  "e-mail",
  "letter",
  "memo",
  "report",
  "news",
  "press",
  "post",
  "rally",
  "debate",
  "testimony",
  "briefing",
  "call",
  "telephone",
  "phone",
  "appearance",
  "video",
  "message",
  "interviews",
  "conference",
]);
const THOUGHTS = new Set([
  "believe",
  "think",
  "hope",
  "fear",
  "know",
  "feel",
  "doubt",
  "expect",
  "worry",
  "suspect",
  "guess",
  "assume",
  "understand",
  "learn",
  "hear",
  "realize",
  "recognize",
  "discover",
  "decide",
  "see",
  "consider",
  "find",
  "show",
  "mean",
  "imply",
  "project",
  "wish",
]);
const STOP_MARKS = new Set([",", ";", ":", "—", "–", "--", "-", "(", ")"]);

const isQuoteMark = (text: string) => text === "“" || text === '"' || text === "''" || text === "”";
const isComma = (reading: Reading, i: number) => tokenAt(reading, i).lower === ",";

/** Return the attributions a sentence states with a word of its own, in order of their cues. */
export function findCues(reading: Reading, sentence: Sentence): FoundAttribution[] {
  const out: FoundAttribution[] = [];
  const add = (found: FoundAttribution | null) => {
    if (found) out.push(found);
  };
  let covered = sentence.from;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (reading.quoted[i] !== -1 || i < covered) continue;
    const lower = tokenAt(reading, i).lower;
    const before = out.length;
    if (lower === "according" && tokenAt(reading, i + 1).lower === "to") add(accordingTo(reading, sentence, i));
    else add(verbCue(reading, sentence, i, out) ?? nounCue(reading, sentence, i) ?? adjectiveCue(reading, sentence, i));
    const last = out[out.length - 1];
    if (out.length > before && last) covered = Math.max(covered, coveredTo(reading, last, i));
  }
  return out;
}

/** Where to look for the next cue: nothing inside what is reported by another cue is read again. */
function coveredTo(_reading: Reading, found: FoundAttribution, i: number): number {
  let to = i + 1;
  for (const part of found.content) if (part.from > i) to = Math.max(to, part.to);
  return to;
}

function accordingTo(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const source = subjectAfter(reading, sentence.to, i + 2);
  if (!source) return null;
  const cue = [{ from: i, to: i + 2 }];
  if (i - sentence.from <= 1) {
    let start = source.to;
    while (start < sentence.to && !isComma(reading, start) && start - source.to < 40) start++;
    const to = contentEnd(reading, sentence, start + 1);
    const content = trimRange(reading, start + 1, to);
    return content ? { content: [content], source: [source], cue, force: "speech" } : null;
  }
  const content = trimRange(reading, leftStart(reading, sentence, i), i);
  return content ? { content: [content], source: [source], cue, force: "speech" } : null;
}

/** Where the clause before token `i` begins: the sentence, or behind the last reporting clause. */
function leftStart(reading: Reading, sentence: Sentence, i: number): number {
  let start = Math.max(sentence.from, i - CLAUSE_REACH);
  const first = tokenAt(reading, start).lower;
  if ((first === "but" || first === "and") && i - start > 3) start++;
  return start;
}

function verbCue(
  reading: Reading,
  sentence: Sentence,
  i: number,
  before: readonly FoundAttribution[],
): FoundAttribution | null {
  const group = verbGroupAt(reading, sentence, i);
  if (!group) return null;
  if (group.passive) return passiveCue(reading, sentence, group);
  const inverted = invertedCue(reading, sentence, group);
  if (inverted) return inverted;
  const subject = betweenQuoteAnd(reading, sentence, group) ?? subjectOf(reading, sentence, group, before);
  if (subject && group.finite) {
    const aside = asideCue(reading, sentence, group, subject);
    if (aside) return aside;
  }
  if (!group.finite && !group.infinitive && group.form !== "ing") return null;
  const content = contentAfter(reading, sentence, group);
  if (!content) return null;
  if (!subject && !content.certain) return null;
  const cue = { from: group.from, to: content.cueTo };
  return {
    content: content.ranges,
    source: subject ? [subject] : [],
    cue: [cue],
    force: content.attitude ? "attitude" : forceOf(group),
  };
}

/** `"…," Scott Pruitt, the attorney general of Oklahoma, said`: all that stands between the speech and its verb. */
function betweenQuoteAnd(reading: Reading, sentence: Sentence, group: VerbGroup): Range | null {
  if (!group.finite || !group.verb.speech) return null;
  for (let i = group.from - 1; i > sentence.from && group.from - i < 30; i--) {
    if (reading.quoted[i] !== -1)
      return i + 1 < group.from && quoteIsSpeech(reading, i) && tagAt(reading, i + 1) !== "CCONJ"
        ? { from: i + 1, to: group.from }
        : null;
    const { lower } = tokenAt(reading, i);
    if (lower === ";" || lower === "." || lower === ":") return null;
    if (tagAt(reading, i) === "VERB" && verbGroupAt(reading, sentence, i)?.finite) return null;
  }
  return null;
}

function forceOf(group: VerbGroup): Force {
  if (THOUGHTS.has(group.verb.lemma)) return "thought";
  return group.verb.clause || group.verb.speech ? "speech" : "attitude";
}

function subjectOf(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  before: readonly FoundAttribution[],
): Range | null {
  if (group.finite) {
    const near = subjectBefore(reading, sentence.from, group.from);
    if (near) return near;
  }
  const last = before[before.length - 1];
  if (last && last.source.length > 0 && last.source[0]) return last.source[0];
  return firstSubject(reading, sentence, group.from);
}

/** The subject of the sentence's first finite verb: who "…, saying that" and "… and said" lean on. */
function firstSubject(reading: Reading, sentence: Sentence, limit: number): Range | null {
  const most = Math.min(limit, sentence.from + 60);
  for (let i = sentence.from; i < most; i++) {
    if (reading.quoted[i] === -1 && carriesTense(reading, i)) {
      let from = i;
      while (from > sentence.from && tagAt(reading, from - 1) === "ADV") from--;
      return subjectBefore(reading, sentence.from, from);
    }
  }
  return null;
}

/** `"…," said Lee Miringoff, director of …` */
function invertedCue(reading: Reading, sentence: Sentence, group: VerbGroup): FoundAttribution | null {
  if (!group.finite || group.from !== group.head || !(group.verb.speech || group.verb.clause)) return null;
  const prior = tokenAt(reading, group.from - 1);
  const quote = isQuoteMark(prior.text);
  if (!quote && prior.lower !== ",") return null;
  const source = subjectAfter(reading, sentence.to, group.to);
  if (!source || tagAt(reading, group.to) === "PRON") {
    if (!source || !quote) return null;
  }
  if (!quote && hasFiniteVerb(reading, source.to, Math.min(sentence.to, source.to + 2))) return null;
  const left = leftContent(reading, sentence, group.from);
  if (!left) return null;
  const right = quote ? laterQuotation(reading, sentence, source.to) : rightAfterAside(reading, sentence, source.to);
  return {
    content: right ? [left, right] : [left],
    source: [source],
    cue: [{ from: group.from, to: group.to }],
    force: forceOf(group),
  };
}

/** `…, the mayor said.` with what is reported to its left. */
function asideCue(reading: Reading, sentence: Sentence, group: VerbGroup, subject: Range): FoundAttribution | null {
  if (!(group.verb.speech || group.verb.clause)) return null;
  const prior = tokenAt(reading, subject.from - 1);
  if (subject.from - 1 < sentence.from || /^(?:who|which|that)$/.test(tokenAt(reading, subject.from).lower))
    return null;
  const quote = isQuoteMark(prior.text) && reading.quoted[subject.from - 1] !== -1;
  const dash = prior.lower === "—" || prior.lower === "--" || prior.lower === "–";
  if (!quote && prior.lower !== "," && !dash) return null;
  const left = leftContent(reading, sentence, subject.from);
  if (!left) return null;
  if (!quote) {
    if (!hasFiniteVerb(reading, left.from, left.to) || opensSubordinate(reading, left.from)) return null;
    if (!endsAside(reading, sentence, group.to)) return null;
  } else if (!quoteIsSpeech(reading, subject.from - 1) && !endsAside(reading, sentence, group.to)) return null;
  const to = asideEnd(reading, sentence, group.to);
  const right = quote ? laterQuotation(reading, sentence, to) : rightAfterAside(reading, sentence, to);
  return {
    content: right ? [left, right] : [left],
    source: [subject],
    cue: [{ from: group.from, to: group.to }],
    force: forceOf(group),
  };
}

/** Whether the quotation that token `i` closes ends with a comma or a stop, as speech before "he said" does. */
function quoteIsSpeech(reading: Reading, i: number): boolean {
  return /^[,.!?…—–-]+$/.test(tokenAt(reading, i - 1).text);
}

const SUBORDINATE = new Set([
  "after",
  "before",
  "when",
  "while",
  "as",
  "if",
  "although",
  "though",
  "because",
  "since",
  "unless",
  "until",
  "once",
  "despite",
  "in",
  "on",
  "at",
  "during",
  "for",
  "with",
  "asked",
  "by",
  "speaking",
]);

function opensSubordinate(reading: Reading, i: number): boolean {
  return SUBORDINATE.has(tokenAt(reading, i).lower);
}

/** Whether nothing that could be reported follows the verb: the end, a mark, or a time or place. */
function endsAside(reading: Reading, sentence: Sentence, at: number): boolean {
  const i = skipAdverbs(reading, sentence, at);
  if (i >= sentence.to) return true;
  const next = tokenAt(reading, i);
  if (/^[,.;:!?—–)]/.test(next.text) || next.text === "--") return true;
  if (TIME_WORDS.has(next.lower)) return !hasFiniteVerb(reading, i, clauseMark(reading, sentence, i));
  if (tagAt(reading, i) === "ADP" || (next.lower === "to" && tagAt(reading, i + 1) !== "VERB"))
    return !hasFiniteVerb(reading, i, clauseMark(reading, sentence, i));
  return false;
}

function asideEnd(reading: Reading, sentence: Sentence, at: number): number {
  let i = at;
  while (
    i < sentence.to &&
    i - at < 40 &&
    !/^[,.;:!?—–]/.test(tokenAt(reading, i).text) &&
    !isQuoteMark(tokenAt(reading, i).text)
  )
    i++;
  return i;
}

function clauseMark(reading: Reading, sentence: Sentence, at: number): number {
  let i = at;
  while (i < sentence.to && i - at < 40 && tokenAt(reading, i).lower !== ",") i++;
  return i;
}

function skipAdverbs(reading: Reading, sentence: Sentence, at: number): number {
  let i = at;
  while (
    i < sentence.to &&
    (tagAt(reading, i) === "ADV" || TIME_WORDS.has(tokenAt(reading, i).lower)) &&
    i - at < 4 &&
    !CLAUSE_WORDS.has(tokenAt(reading, i).lower)
  )
    i++;
  return i;
}

/** What stands before a reporting clause that begins at token `at`: the quotation, or the clause from the sentence's beginning. */
function leftContent(reading: Reading, sentence: Sentence, at: number): Range | null {
  let to = at;
  if (isComma(reading, to - 1)) to--;
  else if (!isQuoteMark(tokenAt(reading, to - 1).text) && STOP_MARKS.has(tokenAt(reading, to - 1).text)) to--;
  const quote = reading.quotations[reading.quoted[to - 1] ?? -1];
  if (quote && quote.close === to - 1) {
    const opening = leftStart(reading, sentence, at);
    if (quote.open <= opening || !clauseBefore(reading, opening, quote.open)) return { from: quote.open, to };
    return trimRange(reading, opening, to);
  }
  return trimRange(reading, leftStart(reading, sentence, at), to);
}

/** Whether the words from `from` to a quotation's opening belong to the same reported clause. */
function clauseBefore(reading: Reading, from: number, open: number): boolean {
  for (let i = Math.max(from, open - CLAUSE_REACH); i < open; i++) if (reading.quoted[i] !== -1) return true;
  const last = tokenAt(reading, open - 1).lower;
  return last !== "," && last !== ":" && last !== ".";
}

/** The second part of broken speech: `"…," he said, pointing at the map, "…"`. */
function laterQuotation(reading: Reading, sentence: Sentence, at: number): Range | null {
  for (let i = at; i < sentence.to && i - at < 25; i++) {
    const quote = reading.quotations[reading.quoted[i] ?? -1];
    if (quote)
      return quote.open === i && /^(?:[,:—–-]|--)$/.test(tokenAt(reading, i - 1).text)
        ? { from: i, to: quote.close + 1 }
        : null;
    if (verbGroupAt(reading, sentence, i)?.verb.speech) return null;
  }
  return null;
}

/** The rest of a broken report: `"…," he said, "…"`. */
function rightAfterAside(reading: Reading, sentence: Sentence, at: number): Range | null {
  let i = at;
  while (i < sentence.to && i - at < 3 && /^(?:[,:—–-]|--)$/.test(tokenAt(reading, i).text)) i++;
  if (i === at || i >= sentence.to) return null;
  const quote = reading.quotations[reading.quoted[i] ?? -1];
  if (quote && quote.open === i) return { from: i, to: quote.close + 1 };
  const next = tokenAt(reading, i).lower;
  const tag = tagAt(reading, i);
  if (
    tag === "VERB" ||
    tag === "CCONJ" ||
    tag === "ADP" ||
    next === "who" ||
    next === "which" ||
    tokenAt(reading, at).lower !== ","
  ) {
    if (!/^(?:but|and|because|if|so)$/.test(next)) return null;
  }
  const to = contentEnd(reading, sentence, i);
  if (!hasFiniteVerb(reading, i, to)) return null;
  return trimRange(reading, i, to);
}

interface ContentAfter {
  readonly ranges: Range[];
  readonly cueTo: number;
  /** Sure even where no subject was found. */
  readonly certain: boolean;
  /** A thing or an act rather than words: "denied the charges", "vowed to go". */
  readonly attitude?: true;
}

function contentAfter(reading: Reading, sentence: Sentence, group: VerbGroup): ContentAfter | null {
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

function passiveCue(reading: Reading, sentence: Sentence, group: VerbGroup): FoundAttribution | null {
  const at = skipAdverbs(reading, sentence, group.to);
  const next = tokenAt(reading, at).lower;
  const subject = subjectBefore(reading, sentence.from, group.from);
  const cue = [{ from: group.from, to: group.to }];
  if (next === "to" && (group.verb.clause || group.verb.infinitive) && tagAt(reading, at + 1) !== "NOUN") {
    const rest = trimRange(reading, at, contentEnd(reading, sentence, at));
    if (!rest) return null;
    return { content: subject ? [subject, rest] : [rest], source: [], cue, force: "thought" };
  }
  if (next === "that" && (group.verb.clause || group.verb.listener)) {
    const rest = trimRange(reading, at, contentEnd(reading, sentence, at));
    return rest ? { content: [rest], source: group.verb.listener && subject ? [] : [], cue, force: "speech" } : null;
  }
  return null;
}

function nounCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const token = tokenAt(reading, i);
  if (tagAt(reading, i) !== "NOUN" || token.shape !== "word") return null;
  const next = tokenAt(reading, i + 1).lower;
  if (CUE_NOUNS.has(token.lower) && next === "that" && hasFiniteVerb(reading, i + 2, Math.min(sentence.to, i + 20))) {
    const content = trimRange(reading, i + 1, contentEnd(reading, sentence, i + 1));
    return content
      ? { content: [content], source: owner(reading, sentence, i), cue: [{ from: i, to: i + 1 }], force: "speech" }
      : null;
  }
  const source = owner(reading, sentence, i);
  if (source.length === 0) return null;
  if (CUE_NOUNS.has(token.lower) && next === "to" && tagAt(reading, i + 2) === "VERB") {
    const content = trimRange(reading, i + 1, nounContentEnd(reading, sentence, i + 1));
    return content ? { content: [content], source, cue: [{ from: i, to: i + 1 }], force: "attitude" } : null;
  }
  if (ATTITUDE_NOUNS.get(token.lower)?.includes(next)) {
    const content = trimRange(reading, i + 2, nounPhraseEnd(reading, sentence.to, i + 2));
    return content ? { content: [content], source, cue: [{ from: i, to: i + 2 }], force: "attitude" } : null;
  }
  return null;
}

/** Whose it is: "Trump's plan", "his plan"; empty when nobody is named. */
function owner(reading: Reading, sentence: Sentence, i: number): Range[] {
  for (let k = i - 1; k >= sentence.from && i - k < 5; k--) {
    const lower = tokenAt(reading, k).lower;
    if (/^(?:his|her|their|its|our|my|your)$/.test(lower)) return [{ from: k, to: k + 1 }];
    if (lower === "'s" || ((lower === "’" || lower === "'") && tokenAt(reading, k - 1).lower.endsWith("s"))) {
      const from = nounPhraseStart(reading, sentence.from, k);
      return from < k ? [{ from, to: k }] : [];
    }
    if (tagAt(reading, k) !== "ADJ" && tagAt(reading, k) !== "NOUN" && tagAt(reading, k) !== "ADV") break;
  }
  return [];
}

function nounContentEnd(reading: Reading, sentence: Sentence, from: number): number {
  let i = from;
  while (i < sentence.to && i - from < 50) {
    const token = tokenAt(reading, i);
    if (/^[,.;:!?—–]/.test(token.text) || (i > from + 2 && carriesTense(reading, i))) break;
    i++;
  }
  return i;
}

function adjectiveCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const token = tokenAt(reading, i);
  if (!CUE_ADJECTIVES.has(token.lower)) return null;
  let from = i;
  while (
    from > sentence.from &&
    i - from < 5 &&
    (tagAt(reading, from - 1) === "AUX" || tagAt(reading, from - 1) === "ADV" || tagAt(reading, from - 1) === "PART")
  )
    from--;
  if (from === i) return null;
  const next = tokenAt(reading, i + 1).lower;
  if (!(next === "that" || next === "to" || next === "about")) return null;
  const subject = subjectBefore(reading, sentence.from, from);
  const start = next === "about" ? i + 2 : i + 1;
  const content = trimRange(reading, start, contentEnd(reading, sentence, start));
  if (!content || !subject) return null;
  if (token.lower === "likely" || token.lower === "unlikely") return null;
  return { content: [content], source: [subject], cue: [{ from, to: start }], force: "attitude" };
}

/** Where reported words that begin at token `from` end: the sentence, or before another report begins. */
export function contentEnd(reading: Reading, sentence: Sentence, from: number): number {
  const most = Math.min(sentence.to, from + CLAUSE_REACH);
  for (let i = from; i < most; i++) {
    const quote = reading.quotations[reading.quoted[i] ?? -1];
    if (quote) {
      // Speech of several sentences goes on to its closing mark.
      if (quote.close >= sentence.to && quote.open - from < 4) return quote.close + 1;
      const close = Math.min(quote.close, most - 1);
      // Speech that ends inside its quotation marks ends there: `said, "…." `
      if (quote.open === from && close < most - 1 && endsSpeech(reading, sentence, close)) return close + 1;
      i = close;
      continue;
    }
    if (i > from && newReportAt(reading, sentence, i)) return i;
  }
  return most;
}

function endsSpeech(reading: Reading, sentence: Sentence, close: number): boolean {
  const next = tokenAt(reading, close + 1);
  if (next.lower === ",") return newReportAt(reading, sentence, close + 1);
  if (/[.,!?]$/.test(tokenAt(reading, close - 1).text) && close - 1 > 0)
    return !/^[\p{Ll}]/u.test(next.text) || QUOTE_ENDERS.has(next.lower);
  return QUOTE_ENDERS.has(next.lower);
}

/** Words behind a quotation that lead back from the speech to its occasion. */
const QUOTE_ENDERS = new Set(["—", "–", "--", "-", "until", "when", "who", "which"]);

/** Whether a new reporting clause begins at token `i`: ", adding that", "and said", ", according to", ", but Smith said". */
function newReportAt(reading: Reading, sentence: Sentence, i: number): boolean {
  const token = tokenAt(reading, i);
  const lower = token.lower;
  if (lower === "according" && tokenAt(reading, i + 1).lower === "to") return true;
  const joint =
    lower === "," ||
    lower === "and" ||
    lower === "but" ||
    lower === "--" ||
    lower === "—" ||
    lower === "–" ||
    lower === ";";
  if (!joint) return false;
  let k = i + 1;
  if (/^(?:and|but|while|although|though|then|even)$/.test(tokenAt(reading, k).lower)) k++;
  while (tagAt(reading, k) === "ADV" && k - i < 4) k++;
  const here = tokenAt(reading, k).lower;
  if (here === "according") return true;
  const group = verbGroupAt(reading, sentence, k) ?? auxiliaryReport(reading, sentence, k);
  if (group && group.head - k <= 2) {
    if (group.form === "ing" && lower !== "and" && lower !== "but") return group.verb.speech || group.verb.clause;
    if (group.finite && group.form !== "base" && group.verb.speech && lower !== ",") return true;
    if (group.finite && group.form === "past" && group.verb.speech && lower === "," && k > i + 1) return true;
  }
  if (lower === "and" && tagAt(reading, k) !== "PROPN" && tagAt(reading, k) !== "PRON") return false;
  const end = nounPhraseEnd(reading, Math.min(sentence.to, k + 10), k);
  if (end <= k) return false;
  const reported = verbGroupAt(reading, sentence, end) ?? verbGroupAt(reading, sentence, end + 1);
  return (
    reported?.finite === true &&
    reported.from <= end &&
    reported.verb.speech &&
    reported.verb.clause &&
    !reported.passive
  );
}

/** "did not say", "has said": the reporting verb behind its auxiliaries. */
function auxiliaryReport(reading: Reading, sentence: Sentence, k: number): VerbGroup | null {
  if (tagAt(reading, k) !== "AUX") return null;
  return (
    verbGroupAt(reading, sentence, k + 1) ??
    (tagAt(reading, k + 1) === "PART" ? verbGroupAt(reading, sentence, k + 2) : null)
  );
}

/** Cut marks and joining words from both ends; quotation marks stay, and so do marks inside them. */
export function trimRange(reading: Reading, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && reading.quoted[start] === -1 && /^[,.;:!?—–)\]-]+$/.test(tokenAt(reading, start).text)) start++;
  while (end > start && reading.quoted[end - 1] === -1 && /^[,.;:!?—–([-]+$|^…$/.test(tokenAt(reading, end - 1).text))
    end--;
  return end > start ? { from: start, to: end } : null;
}
