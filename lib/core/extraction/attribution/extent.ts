import { CLAUSE_REACH, carriesTense, nounPhraseEnd, subjectAfter, type VerbGroup, verbGroupAt } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";

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
    if (i > from && (leavesReport(reading, sentence, i) || newReportAt(reading, sentence, i))) return i;
  }
  return most;
}

/** Where what somebody wants, does or seems to do, from token `from`, ends: earlier than words, which may hold any clause. */
export function actEnd(reading: Reading, sentence: Sentence, from: number): number {
  const most = contentEnd(reading, sentence, from);
  for (let i = from + 1; i < most; i++) {
    const quote = reading.quotations[reading.quoted[i] ?? -1];
    if (quote) i = quote.close;
    else if (leavesAct(reading, i)) return i;
  }
  return most;
}

/** ", while others …", "before claiming that …". */
function leavesReport(reading: Reading, sentence: Sentence, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  const next = tokenAt(reading, i + 1).lower;
  if (lower === ",") return next === "while" || next === "whereas" || next === "though" || next === "although";
  if (lower !== "before" && lower !== "after" && lower !== "while") return false;
  const group = verbGroupAt(reading, sentence, i + 1);
  return group?.form === "ing" && (group.verb.speech || group.verb.clause);
}

function leavesAct(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  if (lower === "—" || lower === "–" || lower === "--" || lower === ";" || lower === ":") return true;
  if (lower === "while" || lower === "although" || lower === "though") return true;
  if (lower === "and" || lower === "but") return startsPredicate(reading, i + 1);
  if (lower !== ",") return false;
  const next = tokenAt(reading, i + 1);
  const tag = tagAt(reading, i + 1);
  return (
    LEAVING.has(next.lower) ||
    (tag === "VERB" && next.lower.endsWith("ing")) ||
    (tag === "PRON" && !/^(?:which|who|that)$/.test(next.lower)) ||
    startsPredicate(reading, i + 1)
  );
}

const LEAVING = new Set(
  "as but despite even because when after before if so yet since unless with according".split(" "),
);

/** Whether a verb with a past or present ending of its own begins at token `i`. */
function startsPredicate(reading: Reading, i: number): boolean {
  const tag = tagAt(reading, i);
  if (tag === "AUX") return carriesTense(reading, i);
  return tag === "VERB" && /(?:ed|s)$/.test(tokenAt(reading, i).lower);
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
export function newReportAt(reading: Reading, sentence: Sentence, i: number): boolean {
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
  if (here === "which" || here === "who" || here === "whose") return false;
  const group = verbGroupAt(reading, sentence, k) ?? auxiliaryReport(reading, sentence, k);
  if (group && group.head - k <= 2) {
    if (group.form === "ing" && lower !== "and" && lower !== "but") return group.verb.speech || group.verb.clause;
    if (group.finite && group.form !== "base" && group.verb.speech && lower !== ",") return true;
    if (group.finite && group.form === "past" && group.verb.speech && lower === "," && k > i + 1) return true;
    if (lower === "," && k === i + 1 && (isSaid(group) || isInverted(reading, sentence, group))) return true;
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

/** ", said that …": the verb of "Smith, whose …, said". */
function isSaid(group: VerbGroup): boolean {
  return (group.verb.lemma === "say" || group.verb.lemma === "tell") && group.finite && group.form !== "base";
}

/** ", said an official.": a reporting verb with its speaker behind it, and nothing behind that. */
function isInverted(reading: Reading, sentence: Sentence, group: VerbGroup): boolean {
  if (!group.verb.speech || !group.verb.clause || group.form === "base" || group.from !== group.head) return false;
  const speaker = subjectAfter(reading, sentence.to, group.to);
  return speaker !== null && tagAt(reading, group.to) !== "PRON" && !carriesTense(reading, speaker.to);
}

/** "did not say", "has said": the reporting verb behind its auxiliaries. */
function auxiliaryReport(reading: Reading, sentence: Sentence, k: number): VerbGroup | null {
  if (tagAt(reading, k) !== "AUX") return null;
  return (
    verbGroupAt(reading, sentence, k + 1) ??
    (tagAt(reading, k + 1) === "PART" ? verbGroupAt(reading, sentence, k + 2) : null)
  );
}

/** Where what a noun or a preposition brings, from token `from`, ends: before any mark, and before the sentence's own verb. */
export function nounContentEnd(reading: Reading, sentence: Sentence, from: number): number {
  let i = from;
  while (i < sentence.to && i - from < 50) {
    const token = tokenAt(reading, i);
    if (/^[,.;:!?—–]/.test(token.text) || (i > from + 2 && carriesTense(reading, i))) break;
    i++;
  }
  return i;
}
