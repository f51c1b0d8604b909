import { TIME_WORDS } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";

export const CLAUSE_WORDS = new Set(["that", "how", "why", "whether", "what", "if", "where", "when", "who", "which"]);
export const SPEECH_PLACES = new Set([
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

export const STOP_MARKS = new Set([",", ";", ":", "—", "–", "--", "-", "(", ")"]);

export const isQuoteMark = (text: string) => text === "“" || text === '"' || text === "''" || text === "”";
export const isComma = (reading: Reading, i: number) => tokenAt(reading, i).lower === ",";

export function skipAdverbs(reading: Reading, sentence: Sentence, at: number): number {
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
