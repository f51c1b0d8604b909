import { carriesTense, type Range, subjectBefore, type VerbGroup, verbGroupAt } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { asideCue, betweenQuoteAnd, invertedCue } from "./asides";
import { contentAfter } from "./content";
import { type FoundAttribution, forceOf } from "./found";
import { givesNoun } from "./nouns";
import { isReducedPassive, passiveCue } from "./passives";

export function verbCue(
  reading: Reading,
  sentence: Sentence,
  i: number,
  before: readonly FoundAttribution[],
): FoundAttribution | null {
  const group = verbGroupAt(reading, sentence, i);
  if (!group) return null;
  if (group.passive || isReducedPassive(reading, group)) return passiveCue(reading, sentence, group);
  const open = notYetReported(reading, sentence, before, group.from);
  const inverted = invertedCue(reading, open, group);
  if (inverted) return inverted;
  const subject = betweenQuoteAnd(reading, sentence, group) ?? subjectOf(reading, sentence, group, before);
  if (subject && group.finite) {
    const aside = asideCue(reading, open, group, subject);
    if (aside) return aside;
  }
  if (givesNoun(reading, sentence, group.head)) return null;
  if (!group.finite && !group.infinitive && group.form !== "ing") return null;
  const content = contentAfter(reading, sentence, group);
  if (!content) return null;
  if (!subject && !content.certain) return null;
  if (subject && content.attitude && isAnybody(reading, subject)) return null;
  const cue = { from: group.from, to: content.cueTo };
  return {
    content: opensSentence(sentence, group)
      ? content.ranges.map((part) => beforeMainClause(reading, part))
      : content.ranges,
    source: subject ? [subject] : [],
    cue: [cue],
    force: content.attitude ? "attitude" : forceOf(group),
  };
}

/** "If you want a seat, …": what anybody wants is no report. */
function isAnybody(reading: Reading, subject: Range): boolean {
  return subject.to - subject.from === 1 && tokenAt(reading, subject.from).lower === "you";
}

/** "Noting that …, she left": a participle before the clause it belongs to. */
function opensSentence(sentence: Sentence, group: VerbGroup): boolean {
  return !group.finite && group.form === "ing" && group.from - sentence.from < 3;
}

function beforeMainClause(reading: Reading, part: Range): Range {
  for (let i = part.from + 1; i < part.to; i++) {
    if (reading.quoted[i] !== -1 || tokenAt(reading, i).lower !== ",") continue;
    const tag = tagAt(reading, i + 1);
    if (tag === "PRON" || tag === "PROPN" || tag === "DET") return { from: part.from, to: i };
  }
  return part;
}

/** The sentence from behind what is already reported: ", KTVU reported, while …", "said that …, and when asked, …". */
function notYetReported(
  reading: Reading,
  sentence: Sentence,
  before: readonly FoundAttribution[],
  at: number,
): Sentence {
  const last = before.at(-1);
  if (!last) return sentence;
  let from = Math.max(...[...last.content, ...last.source, ...last.cue].map((part) => part.to));
  const reportsLeft = (last.content.at(-1)?.to ?? 0) < from;
  if (tokenAt(reading, from).lower === ",") from++;
  // Another voice may report all that stands before it: "he denied that he lied, police said".
  if (!reportsLeft && !/^(?:and|but|while|whereas)$/.test(tokenAt(reading, from).lower)) return sentence;
  while (from < at && /^(?:,|;|and|but|while|whereas|although)$/.test(tokenAt(reading, from).lower)) from++;
  return from < at ? { ...sentence, from } : sentence;
}

function subjectOf(
  reading: Reading,
  sentence: Sentence,
  group: VerbGroup,
  before: readonly FoundAttribution[],
): Range | null {
  if (group.finite || leansOnNoun(reading, group)) {
    const near = subjectBefore(reading, sentence.from, group.from);
    if (near) return near;
  }
  const last = before[before.length - 1];
  if (last && last.source.length > 0 && last.source[0]) return last.source[0];
  return firstSubject(reading, sentence, group.from);
}

/** "a group supporting the mayor", "with the mayor calling it a mistake". */
function leansOnNoun(reading: Reading, group: VerbGroup): boolean {
  const before = tagAt(reading, group.from - 1);
  return (
    group.form === "ing" && group.from === group.head && (before === "NOUN" || before === "PROPN" || before === "NUM")
  );
}

/** The subject of the sentence's first finite verb: who "…, saying that" and "… and said" lean on. */
function firstSubject(reading: Reading, sentence: Sentence, limit: number): Range | null {
  const most = Math.min(limit, sentence.from + 60);
  for (let i = sentence.from; i < most; i++) {
    if (reading.quoted[i] === -1 && carriesTense(reading, i)) {
      let from = i;
      while (from > sentence.from && tagAt(reading, from - 1) === "ADV") from--;
      return subjectBefore(reading, sentence.from, from);
    }
  }
  return null;
}
