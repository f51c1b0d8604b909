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
    if (lower === "," && k === i + 1 && isInverted(reading, sentence, group)) return true;
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

export function nounContentEnd(reading: Reading, sentence: Sentence, from: number): number {
  let i = from;
  while (i < sentence.to && i - from < 50) {
    const token = tokenAt(reading, i);
    if (/^[,.;:!?—–]/.test(token.text) || (i > from + 2 && carriesTense(reading, i))) break;
    i++;
  }
  return i;
}
