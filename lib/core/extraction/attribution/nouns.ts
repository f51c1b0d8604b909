import { ATTITUDE_NOUNS, CUE_NOUNS } from "../cues";
import { hasFiniteVerb, nounPhraseEnd, nounPhraseStart, type Range } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { contentEnd, nounContentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";

export function nounCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const token = tokenAt(reading, i);
  if (tagAt(reading, i) !== "NOUN" || token.shape !== "word") return null;
  const next = tokenAt(reading, i + 1).lower;
  if (CUE_NOUNS.has(token.lower) && next === "that" && hasFiniteVerb(reading, i + 2, Math.min(sentence.to, i + 20))) {
    const content = trimRange(reading, i + 1, contentEnd(reading, sentence, i + 1));
    return content
      ? { content: [content], source: owner(reading, sentence, i), cue: [{ from: i, to: i + 1 }], force: "speech" }
      : null;
  }
  const source = owner(reading, sentence, i);
  if (source.length === 0) return null;
  if (CUE_NOUNS.has(token.lower) && next === "to" && tagAt(reading, i + 2) === "VERB") {
    const content = trimRange(reading, i + 1, nounContentEnd(reading, sentence, i + 1));
    return content ? { content: [content], source, cue: [{ from: i, to: i + 1 }], force: "attitude" } : null;
  }
  if (ATTITUDE_NOUNS.get(token.lower)?.includes(next)) {
    const content = trimRange(reading, i + 2, nounPhraseEnd(reading, sentence.to, i + 2));
    return content ? { content: [content], source, cue: [{ from: i, to: i + 2 }], force: "attitude" } : null;
  }
  return null;
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
    if (tagAt(reading, k) !== "ADJ" && tagAt(reading, k) !== "NOUN" && tagAt(reading, k) !== "ADV") break;
  }
  return [];
}
