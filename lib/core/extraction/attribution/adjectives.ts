import { cueAdjective } from "../cue-nouns";
import { subjectBefore } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { actEnd, contentEnd, nounContentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

/** "is confident that …", "was critical of …", "seem willing to …". */
export function adjectiveCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const adjective = cueAdjective(tokenAt(reading, i).lower);
  if (!adjective) return null;
  const from = predicateStart(reading, sentence, i);
  if (from === i) return null;
  const next = tokenAt(reading, i + 1).lower;
  const link = adjective.prepositions.includes(next);
  if (!link && !(adjective.clause && next === "that") && !(adjective.infinitive && next === "to")) return null;
  const start = link ? i + 2 : i + 1;
  const end = link
    ? nounContentEnd(reading, sentence, start)
    : next === "that"
      ? contentEnd(reading, sentence, start)
      : actEnd(reading, sentence, start);
  const content = trimRange(reading, start, end);
  const subject = subjectBefore(reading, sentence.from, from);
  return content && subject && { content: [content], source: [subject], cue: [{ from, to: start }], force: "attitude" };
}

/** Where "is", "was not", "have become" before an adjective begins; the adjective itself when no verb joins it to a subject. */
function predicateStart(reading: Reading, sentence: Sentence, i: number): number {
  let from = i;
  let verb = false;
  while (from > sentence.from && i - from < 6) {
    const tag = tagAt(reading, from - 1);
    const joins =
      tag === "AUX" ||
      /^(?:become|became|becomes|remain|remains|remained|feel|feels|felt|grew|seem|seems|seemed|'s|’s)$/.test(
        tokenAt(reading, from - 1).lower,
      );
    if (!joins && tag !== "ADV" && tag !== "PART") break;
    verb ||= joins;
    from--;
  }
  return verb ? from : i;
}
