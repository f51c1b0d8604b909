import { carriesTense, type Range, TIME_WORDS, type VerbGroup } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { newReportAt } from "./extent";
import { trimRange } from "./found";
import { isQuoteMark, SPEECH_PLACES } from "./marks";

/** No object is longer than this many tokens. */
const OBJECT_REACH = 60;

/** Return the noun phrase, with all that hangs on it, that a verb has as its object from token `at`; null when none begins there. */
export function objectRange(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): Range | null {
  const most = Math.min(sentence.to, at + OBJECT_REACH);
  let i = at;
  while (i < most) {
    const quote = reading.quotations[reading.quoted[i] ?? -1];
    if (quote) {
      i = Math.min(sentence.to, quote.close + 1);
      continue;
    }
    if (endsAtMark(reading, sentence, i) || (i > at && endsAtWord(reading, group, i))) break;
    if (i > at && newReportAt(reading, sentence, i)) break;
    i++;
  }
  const range = trimRange(reading, at, i);
  if (!range || range.to - range.from > OBJECT_REACH - 5) return null;
  const first = tagAt(reading, range.from);
  if (first === "ADP" || first === "CCONJ" || (first === "PUNCT" && reading.quoted[range.from] === -1)) return null;
  return range;
}

function endsAtMark(reading: Reading, sentence: Sentence, i: number): boolean {
  const { text } = tokenAt(reading, i);
  if (text === ",") return !continuesList(reading, i) && !RELATIVE.has(tokenAt(reading, i + 1).lower);
  return /^(?:[!?;:—–]|--$)/.test(text) || (text === "." && i === sentence.to - 1);
}

const RELATIVE = new Set(["which", "who", "whose", "where", "including"]);

function endsAtWord(reading: Reading, group: VerbGroup, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  const next = tokenAt(reading, i + 1);
  if (lower === "as") return !namesAs(reading, group, i);
  if (lower === "by") return /ing$/.test(next.lower);
  if (OBJECT_STOPS.has(lower)) return true;
  if (lower === "and" || lower === "but") return carriesTense(reading, i + 1);
  if (lower === "in" && SPEECH_PLACES.has(tokenAt(reading, i + 2).lower)) return true;
  return opensTime(reading, i);
}

/** "on Tuesday", "in 2015", "in June 2015", "last year", or a weekday by itself. */
function opensTime(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  const next = tokenAt(reading, i + 1);
  const named = TIME_WORDS.has(next.lower) && next.capital;
  if (lower === "on" || lower === "in") return named || (lower === "in" && /^(?:1[89]|20)\d\d$/.test(next.text));
  if (!TIME_WORDS.has(lower)) return false;
  const before = tagAt(reading, i - 1);
  return tagAt(reading, i) === "PROPN" && before !== "ADP" && before !== "DET";
}

const OBJECT_STOPS = new Set(
  "after before while when because although though since if unless until during despite".split(" "),
);

/** "described the plan as a mistake": "as" that says what something is called, not "as he left". */
function namesAs(reading: Reading, group: VerbGroup, i: number): boolean {
  const tag = tagAt(reading, i + 1);
  return group.verb.label || tag === "DET" || tag === "ADJ" || isQuoteMark(tokenAt(reading, i + 1).text);
}

/** Whether the words behind a comma are a further item of a list that "and" or "or" closes. */
function continuesList(reading: Reading, comma: number): boolean {
  const first = tagAt(reading, comma + 1);
  if (tokenAt(reading, comma + 1).lower === "and")
    return (
      !carriesTense(reading, comma + 2) && tagAt(reading, comma + 2) !== "PRON" && hasNoVerbSoon(reading, comma + 2)
    );
  if (!(first === "NOUN" || first === "PROPN" || first === "ADJ")) return false;
  for (let i = comma + 1; i < comma + 10; i++) {
    const { lower } = tokenAt(reading, i);
    if (lower === "and" || lower === "or") return true;
    if (carriesTense(reading, i) || lower === ".") return false;
  }
  return false;
}

function hasNoVerbSoon(reading: Reading, at: number): boolean {
  for (let i = at; i < at + 6; i++) {
    if (carriesTense(reading, i)) return false;
    if (tagAt(reading, i) === "PUNCT") return true;
  }
  return true;
}
