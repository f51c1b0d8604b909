import { type Range, subjectAfter, subjectBefore, type VerbGroup } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import type { Force } from "../types";
import { actEnd, contentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";
import { CLAUSE_WORDS, skipAdverbs } from "./marks";
import { objectRange } from "./objects";

/** "is said to …", "was told that …", "is seen as …", "was criticised by …": the subject is what is reported, or part of it. */
export function passiveCue(reading: Reading, sentence: Sentence, group: VerbGroup): FoundAttribution | null {
  const at = skipAdverbs(reading, sentence, group.to);
  if (at >= sentence.to) return null;
  const subject = subjectBefore(reading, sentence.from, group.from);
  const next = tokenAt(reading, at).lower;
  if (next === "by") return byAgent(reading, sentence, group, subject, at);
  if (next === "to" && tagAt(reading, at + 1) !== "NOUN") return raised(reading, sentence, group, subject, at);
  if (CLAUSE_WORDS.has(next)) return told(reading, sentence, group, at);
  return group.verb.label ? named(reading, sentence, group, subject, at) : null;
}

/** Whether a participle without "be" is passive all the same: "a plan backed by voters", "a woman accused of fraud". */
export function isReducedPassive(reading: Reading, group: VerbGroup): boolean {
  if (group.from !== group.head || !(group.form === "past" || group.form === "participle")) return false;
  const next = tokenAt(reading, group.to).lower;
  if (next === "by") return group.verb.object || group.verb.label;
  return group.verb.label && (next === "as" || next === "of") && !group.verb.speech;
}

function reported(group: VerbGroup, content: (Range | null)[], force: Force, source: Range[] = [], cueTo = group.to) {
  const parts = content.filter((part) => part !== null);
  return parts.length > 0 ? { content: parts, source, cue: [{ from: group.from, to: cueTo }], force } : null;
}

/** "The plan was rejected by the council": the council's verdict on the plan. */
function byAgent(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  subject: Range | null,
  at: number,
): FoundAttribution | null {
  const agent = subjectAfter(reading, sentence.to, at + 1);
  if (!agent || !subject || /ing$/.test(tokenAt(reading, at + 1).lower)) return null;
  return reported(group, [subject], "attitude", [agent], at + 1);
}

/** "The mayor is expected to resign". */
function raised(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  subject: Range | null,
  at: number,
): FoundAttribution | null {
  const { verb } = group;
  if (!(verb.clause || verb.infinitive || verb.listener || verb.label)) return null;
  const rest = trimRange(reading, at, actEnd(reading, sentence, at));
  return rest && reported(group, [subject, rest], verb.listener && !verb.clause ? "attitude" : "thought");
}

/** "Voters were told that …", "It is believed that …". */
function told(reading: Reading, sentence: Sentence, group: VerbGroup, at: number): FoundAttribution | null {
  const next = tokenAt(reading, at).lower;
  if (!(group.verb.clause || group.verb.listener) || /^(?:which|who|when|where|if)$/.test(next)) return null;
  return reported(group, [trimRange(reading, at, contentEnd(reading, sentence, at))], "speech");
}

/** "The bill is seen as a gift", "He was accused of fraud", "She is considered a rival". */
function named(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  subject: Range | null,
  at: number,
): FoundAttribution | null {
  const link = /^(?:as|of|for)$/.test(tokenAt(reading, at).lower);
  if (!link && tagAt(reading, at) === "ADP") return null;
  const rest = objectRange(reading, sentence, group, link ? at + 1 : at);
  return rest && subject ? reported(group, [subject, rest], "attitude", [], link ? at + 1 : group.to) : null;
}
