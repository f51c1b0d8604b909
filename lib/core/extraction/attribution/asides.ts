import {
  CLAUSE_REACH,
  hasFiniteVerb,
  type Range,
  subjectAfter,
  TIME_WORDS,
  type VerbGroup,
  verbGroupAt,
} from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { contentEnd } from "./extent";
import { type FoundAttribution, forceOf, trimRange } from "./found";
import { isComma, isQuoteMark, STOP_MARKS, skipAdverbs } from "./marks";

/** `"…," Scott Pruitt, the attorney general of Oklahoma, said`: all that stands between the speech and its verb. */
export function betweenQuoteAnd(reading: Reading, sentence: Sentence, group: VerbGroup): Range | null {
  if (!group.finite || !group.verb.speech) return null;
  let verb = false;
  for (let i = group.from - 1; i > sentence.from && group.from - i < 30; i--) {
    if (reading.quoted[i] !== -1)
      return !verb && i + 1 < group.from && quoteIsSpeech(reading, i) && tagAt(reading, i + 1) !== "CCONJ"
        ? { from: i + 1, to: group.from }
        : null;
    const { lower } = tokenAt(reading, i);
    if (lower === ";" || lower === "." || lower === ":") return null;
    // A verb of "who has long …" is not the sentence's.
    if (/^(?:who|whose|which)$/.test(lower)) verb = false;
    else if (tagAt(reading, i) === "VERB" && verbGroupAt(reading, sentence, i)?.finite) verb = true;
  }
  return null;
}

/** `"…," said Lee Miringoff, director of …` */
export function invertedCue(reading: Reading, sentence: Sentence, group: VerbGroup): FoundAttribution | null {
  if (!group.finite || group.from !== group.head || !(group.verb.speech || group.verb.clause)) return null;
  const prior = tokenAt(reading, group.from - 1);
  const quote = isQuoteMark(prior.text);
  if (!quote && prior.lower !== ",") return null;
  const source = subjectAfter(reading, sentence.to, group.to);
  if (!source || tagAt(reading, group.to) === "PRON") {
    if (!source || !quote) return null;
  }
  const left = leftContent(reading, sentence, group.from);
  if (!left || (!quote && !(isWholeClause(reading, left) && standsBehind(reading, sentence, source)))) return null;
  const right = quote ? laterQuotation(reading, sentence, source.to) : rightAfterAside(reading, sentence, source.to);
  return {
    content: right ? [left, right] : [left],
    source: [source],
    cue: [{ from: group.from, to: group.to }],
    force: forceOf(group),
  };
}

/** Whether `source` is a speaker behind its verb: no time word, and with nothing behind it that the verb could report. */
function standsBehind(reading: Reading, sentence: Sentence, source: Range): boolean {
  if (TIME_WORDS.has(tokenAt(reading, source.from).lower)) return false;
  if (source.to >= sentence.to) return true;
  const next = tokenAt(reading, source.to);
  if (/^(?:who|in|on|at|during|to|of|from|as|after|when|last|this)$/.test(next.lower) || TIME_WORDS.has(next.lower))
    return true;
  return next.shape === "mark" && !isQuoteMark(next.text);
}

/** `…, the mayor said.`, `“…,” the mayor said`, `In May, the mayor said, …` and `As the mayor said, …`: what is reported is around. */
export function asideCue(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  subject: Range,
): FoundAttribution | null {
  if (!(group.verb.speech || group.verb.clause) || subject.from < sentence.from) return null;
  if (/^(?:who|which|that)$/.test(tokenAt(reading, subject.from).lower)) return null;
  const content =
    tokenAt(reading, subject.from - 1).lower === "as" && subject.from > sentence.from
      ? aroundAs(reading, sentence, group, subject)
      : besideAside(reading, sentence, group, subject);
  if (!content) return null;
  return { content, source: [subject], cue: [{ from: group.from, to: group.to }], force: forceOf(group) };
}

function besideAside(reading: Reading, sentence: Sentence, group: VerbGroup, subject: Range): Range[] | null {
  const prior = tokenAt(reading, subject.from - 1);
  if (subject.from - 1 < sentence.from) return behindExclamation(reading, sentence, group, subject);
  if (isQuoteMark(prior.text) && reading.quoted[subject.from - 1] !== -1)
    return besideQuotation(reading, sentence, group, subject);
  if (!/^(?:,|—|--|–)$/.test(prior.lower) || !endsAside(reading, sentence, group.to)) return null;
  const left = leftContent(reading, sentence, subject.from);
  if (!left) return null;
  const to = asideEnd(reading, sentence, group.to);
  if (announcesQuotation(reading, to)) return null;
  if (isWholeClause(reading, left)) return both(left, rightAfterAside(reading, sentence, to));
  return broken(reading, sentence, left, to);
}

/** `“Not again!” Jane Doe shouted.`: the mark in the quotation ended its sentence before the speaker was named. */
function behindExclamation(reading: Reading, sentence: Sentence, group: VerbGroup, subject: Range): Range[] | null {
  const close = subject.from - 1;
  const quote = reading.quotations[reading.quoted[close] ?? -1];
  if (!quote || quote.close !== close || !/^[!?]/.test(tokenAt(reading, close - 1).text)) return null;
  return endsAside(reading, sentence, group.to) ? [{ from: quote.open, to: subject.from }] : null;
}

function besideQuotation(reading: Reading, sentence: Sentence, group: VerbGroup, subject: Range): Range[] | null {
  if (!quoteIsSpeech(reading, subject.from - 1) && !endsAside(reading, sentence, group.to)) return null;
  const left = leftContent(reading, sentence, subject.from);
  return left && both(left, laterQuotation(reading, sentence, asideEnd(reading, sentence, group.to)));
}

/** `she said, “We …`: what opens with a capital behind the comma is the speech, and not the rest of what stands before. */
function announcesQuotation(reading: Reading, comma: number): boolean {
  return (
    tokenAt(reading, comma).lower === "," &&
    isQuoteMark(tokenAt(reading, comma + 1).text) &&
    tokenAt(reading, comma + 2).capital
  );
}

const both = (left: Range, right: Range | null) => (right ? [left, right] : [left]);

/** `The only problem, she said, is that …`: a clause that the aside breaks in two. */
export function broken(reading: Reading, sentence: Sentence, left: Range, at: number): Range[] | null {
  if (tokenAt(reading, at).lower !== "," || at + 1 >= sentence.to || reading.quoted[at + 1] !== -1) return null;
  if (/^(?:who|which|and|but)$/.test(tokenAt(reading, at + 1).lower)) return null;
  const to = contentEnd(reading, sentence, at + 1);
  const right = hasFiniteVerb(reading, at + 1, to) ? trimRange(reading, at + 1, to) : null;
  return right && [left, right];
}

/** `As the mayor said, …` and `…, as the mayor said, …`. */
function aroundAs(reading: Reading, sentence: Sentence, group: VerbGroup, subject: Range): Range[] | null {
  if (!endsAside(reading, sentence, group.to)) return null;
  const as = subject.from - 1;
  const opens = as <= sentence.from + 1;
  const to = asideEnd(reading, sentence, group.to);
  if (!opens && !/^(?:,|—|--|–)$/.test(tokenAt(reading, as - 1).lower)) return null;
  const left = opens ? null : leftContent(reading, sentence, as);
  if (left && isWholeClause(reading, left)) return [left];
  if (tokenAt(reading, to).lower !== "," && tokenAt(reading, to).text !== ":") return null;
  const right = trimRange(reading, to + 1, contentEnd(reading, sentence, to + 1));
  if (!right || !hasFiniteVerb(reading, right.from, right.to)) return null;
  return left ? [left, right] : [right];
}

/** Whether words before an aside are a main clause: a tensed verb that is neither in an opening phrase nor in "Smith, who …,". */
export function isWholeClause(reading: Reading, left: Range): boolean {
  const comma = nextComma(reading, left.from, left.to);
  if (opensSubordinate(reading, left.from)) return hasFiniteVerb(reading, comma + 1, left.to);
  if (hasFiniteVerb(reading, left.from, comma)) return true;
  const second = nextComma(reading, comma + 1, left.to);
  return hasFiniteVerb(reading, second + 1, Math.min(left.to, second + 4));
}

function nextComma(reading: Reading, from: number, to: number): number {
  let i = from;
  while (i < to && !isComma(reading, i)) i++;
  return i;
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
  const about = tagAt(reading, i) === "ADP" && tokenAt(reading, i + 1).shape !== "number";
  return about || SUBORDINATE.has(tokenAt(reading, i).lower);
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

/** Where the clause before token `i` begins: the sentence, or behind the last reporting clause. */
export function leftStart(reading: Reading, sentence: Sentence, i: number): number {
  let start = Math.max(sentence.from, i - CLAUSE_REACH);
  const first = tokenAt(reading, start).lower;
  if ((first === "but" || first === "and") && i - start > 3) start++;
  return start;
}
