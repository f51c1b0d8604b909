import { subjectBefore, type VerbGroup } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { contentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";
import { skipAdverbs } from "./marks";

export function passiveCue(reading: Reading, sentence: Sentence, group: VerbGroup): FoundAttribution | null {
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
