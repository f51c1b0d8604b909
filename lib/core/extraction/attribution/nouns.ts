import { type CueWord, cueNoun, GIVING_VERBS } from "../cue-nouns";
import { hasFiniteVerb, nounPhraseEnd, nounPhraseStart, type Range, subjectBefore } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import type { Force } from "../types";
import { contentEnd, nounContentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

interface NounContent {
  readonly content: Range;
  readonly cueTo: number;
  readonly force: Force;
}

/** "the mayor's claim that …", "voiced concern about …", "a call by the union to …". */
export function nounCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const token = tokenAt(reading, i);
  const noun = token.shape === "word" ? cueNoun(token.lower) : null;
  if (!noun || tagAt(reading, i) !== "NOUN") return null;
  const speaker = speakerBehind(reading, sentence, i + 1);
  const found = nounContent(reading, sentence, noun, i, speaker?.to ?? i + 1);
  if (!found) return null;
  const giver = speaker ? null : giverOf(reading, sentence, i);
  const source = speaker ? [speaker] : giver ? giver.source : owner(reading, sentence, i);
  if (source.length === 0 && found.force !== "speech") return null;
  return { content: [found.content], source, cue: [{ from: giver?.from ?? i, to: found.cueTo }], force: found.force };
}

/** Whether a noun of saying or thinking, with its content, stands in the object of a giving verb before token `to`. */
export function givesNoun(reading: Reading, sentence: Sentence, verb: number): boolean {
  if (!GIVING_VERBS.has(tokenAt(reading, verb).lower)) return false;
  for (let i = verb + 1; i < sentence.to && i - verb < 6; i++) {
    const tag = tagAt(reading, i);
    if (tag === "NOUN") {
      const noun = cueNoun(tokenAt(reading, i).lower);
      if (noun && nounContent(reading, sentence, noun, i, i + 1)) return true;
    } else if (!/^(?:DET|ADJ|ADV|CCONJ|PRON)$/.test(tag)) return false;
  }
  return false;
}

function nounContent(reading: Reading, sentence: Sentence, noun: CueWord, i: number, at: number): NounContent | null {
  const next = tokenAt(reading, at).lower;
  if (noun.clause && next === "that" && hasFiniteVerb(reading, at + 1, Math.min(sentence.to, at + 30))) {
    const content = trimRange(reading, at, contentEnd(reading, sentence, at));
    return content && { content, cueTo: i + 1, force: "speech" };
  }
  if (noun.infinitive && next === "to" && tagAt(reading, at + 1) === "VERB") {
    const content = trimRange(reading, at, nounContentEnd(reading, sentence, at));
    return content && { content, cueTo: i + 1, force: "attitude" };
  }
  if (at !== i + 1 || !noun.prepositions.includes(next)) return null;
  const content = trimRange(reading, at + 1, aboutEnd(reading, sentence, at + 1));
  return content && { content, cueTo: at + 1, force: "attitude" };
}

/** The end of what "concern about" is about: a noun phrase, or a clause: "about how …", "about losing …". */
function aboutEnd(reading: Reading, sentence: Sentence, at: number): number {
  const end = nounPhraseEnd(reading, sentence.to, at);
  return end > at ? end : nounContentEnd(reading, sentence, at);
}

/** "calls by her rivals to …": who stands between the noun and its content. */
function speakerBehind(reading: Reading, sentence: Sentence, at: number): Range | null {
  if (!/^(?:by|from|among)$/.test(tokenAt(reading, at).lower)) return null;
  const to = nounPhraseEnd(reading, sentence.to, at + 1);
  return to > at + 1 ? { from: at + 1, to } : null;
}

/** "voiced concern about …": the subject of the verb, and where the verb stands. */
function giverOf(reading: Reading, sentence: Sentence, i: number): { source: Range[]; from: number } | null {
  let verb = i - 1;
  while (verb > sentence.from && i - verb < 6 && /^(?:DET|ADJ|ADV|NUM)$/.test(tagAt(reading, verb))) verb--;
  if (!GIVING_VERBS.has(tokenAt(reading, verb).lower) || !/^(?:VERB|AUX)$/.test(tagAt(reading, verb))) return null;
  let from = verb;
  while (from > sentence.from && verb - from < 5 && /^(?:AUX|ADV|PART)$/.test(tagAt(reading, from - 1))) from--;
  const subject = subjectBefore(reading, sentence.from, from);
  return { source: subject ? [subject] : [], from };
}

/** Whose it is: "Trump's plan", "his plan"; empty when nobody is named. */
function owner(reading: Reading, sentence: Sentence, i: number): Range[] {
  for (let k = i - 1; k >= sentence.from && i - k < 5; k--) {
    const lower = tokenAt(reading, k).lower;
    if (/^(?:his|her|their|its|our|my|your)$/.test(lower)) return [{ from: k, to: k + 1 }];
    if (lower === "'s" || ((lower === "’" || lower === "'") && tokenAt(reading, k - 1).lower.endsWith("s"))) {
      const from = nounPhraseStart(reading, sentence.from, k);
      return from < k ? [{ from, to: k }] : [];
    }
    if (!/^(?:ADJ|NOUN|ADV|NUM)$/.test(tagAt(reading, k)) && !/(?:ing|ed)$/.test(lower)) break;
  }
  return [];
}
