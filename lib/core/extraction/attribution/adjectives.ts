import { CUE_ADJECTIVES } from "../cues";
import { subjectBefore } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { contentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

export function adjectiveCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
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
