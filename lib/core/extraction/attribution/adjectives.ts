import { cueAdjective } from "../cue-nouns";
import { type Range, subjectBefore } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { actEnd, contentEnd, nounContentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

/** "is confident that …", "was critical of …", "seem willing to …". */
export function adjectiveCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const adjective = cueAdjective(tokenAt(reading, i).lower);
  if (!adjective) return null;
  const from = predicateStart(reading, sentence, i);
  if (from === i) return madeClear(reading, sentence, i);
  const next = tokenAt(reading, i + 1).lower;
  const question = QUESTION_WORDS.has(next) && adjective.prepositions.includes(next);
  const link = !question && adjective.prepositions.includes(next);
  if (!link && !question && !(adjective.clause && next === "that") && !(adjective.infinitive && next === "to"))
    return null;
  const start = link ? i + 2 : i + 1;
  const end = link
    ? nounContentEnd(reading, sentence, start)
    : next === "that"
      ? contentEnd(reading, sentence, start)
      : actEnd(reading, sentence, start);
  const content = trimRange(reading, start, end);
  const subject = subjectBefore(reading, sentence.from, from);
  if (subject && isExpletive(reading, subject))
    return content && { content: [content], source: [], cue: [{ from, to: start }], force: "attitude" };
  return content && subject && { content: [content], source: [subject], cue: [{ from, to: start }], force: "attitude" };
}

const QUESTION_WORDS = new Set(["whether", "how", "why", "if", "what"]);

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

const isExpletive = (reading: Reading, subject: Range) =>
  subject.to - subject.from === 1 && /^(?:it|there)$/.test(tokenAt(reading, subject.from).lower);

/** "made clear that …", "made it plain she would go". */
function madeClear(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  if (!/^(?:clear|plain|known)$/.test(tokenAt(reading, i).lower)) return null;
  let from = i;
  while (
    from > sentence.from &&
    i - from < 5 &&
    /^(?:it|very|quite|abundantly|perfectly|also)$/.test(tokenAt(reading, from - 1).lower)
  )
    from--;
  if (!/^(?:make|makes|made|making)$/.test(tokenAt(reading, from - 1).lower)) return null;
  from--;
  while (from > sentence.from && i - from < 9 && /^(?:AUX|ADV|PART)$/.test(tagAt(reading, from - 1))) from--;
  const content = trimRange(reading, i + 1, contentEnd(reading, sentence, i + 1));
  const subject = subjectBefore(reading, sentence.from, from);
  const force = saysNot(reading, from, i) ? "attitude" : "speech";
  return content && { content: [content], source: subject ? [subject] : [], cue: [{ from, to: i + 1 }], force };
}

/** "did not make clear where …" reports no words. */
function saysNot(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:not|n't|n’t|never)$/.test(tokenAt(reading, i).lower)) return true;
  return false;
}
