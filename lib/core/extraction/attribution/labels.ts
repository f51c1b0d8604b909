import { hasFiniteVerb } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { type FoundAttribution, trimRange } from "./found";

/** Words before a colon that announce a piece rather than a speaker. */
const HEADINGS = new Set(
  "clarification latest exclusive breaking analysis opinion editorial watch video photos update updated live report poll exclusive correction note notes question answer transcript table figure part chapter step day week here q a ps p.s. source sources tags related more location date time".split(
    " ",
  ),
);

/** Longest label, in tokens. */
const LABEL_REACH = 8;

/**
 * `Jane Doe: We will not leave`, `DOE: No, sir.`: a paragraph that begins with its speaker and a colon, as headlines and
 * transcripts do. `sentence` is its first, `end` the token behind its last.
 */
export function labelCue(reading: Reading, sentence: Sentence, end: number): FoundAttribution | null {
  const colon = colonBehindName(reading, sentence);
  if (colon < 0 || (!tokenAt(reading, colon + 1).capital && reading.quoted[colon + 1] === -1)) return null;
  const content = trimRange(reading, colon + 1, end);
  if (!content || content.to - content.from < 3) return null;
  const source = { from: sentence.from, to: addressee(reading, sentence, colon) };
  return { content: [content], source: [source], cue: [{ from: colon, to: colon + 1 }], force: "speech" };
}

/** The colon behind a name that opens the sentence; -1 where there is none. */
function colonBehindName(reading: Reading, sentence: Sentence): number {
  let named = false;
  for (let i = sentence.from; i < sentence.to && i - sentence.from <= LABEL_REACH; i++) {
    const token = tokenAt(reading, i);
    if (token.text === ":") return named && !hasFiniteVerb(reading, sentence.from, i) ? i : -1;
    if (HEADINGS.has(token.lower) || (token.shape === "mark" && !/^[.’'&-]$/.test(token.text))) return -1;
    if (tagAt(reading, i) === "PROPN" && token.capital) named = true;
    else if (!token.capital && !/^(?:to|on|of|for|the|'s|’s|\.)$/.test(token.lower)) return -1;
  }
  return -1;
}

/** "Clinton to reporters:" and "Doe on taxes:" name the speaker first. */
function addressee(reading: Reading, sentence: Sentence, colon: number): number {
  for (let i = sentence.from + 1; i < colon; i++) if (/^(?:to|on)$/.test(tokenAt(reading, i).lower)) return i;
  return colon;
}
