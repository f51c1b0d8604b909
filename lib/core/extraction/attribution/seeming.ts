import { type Range, subjectBefore } from "../phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "../reading";
import { actEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";
import { CLAUSE_WORDS } from "./marks";

const SEEM = new Set(["seem", "seems", "seemed", "seeming", "appear", "appears", "appeared"]);
const LOOK = new Set(["look", "looks", "looked", "sound", "sounds", "sounded"]);
const HEARSAY = new Set([
  "reportedly",
  "allegedly",
  "supposedly",
  "purportedly",
  "seemingly",
  "apparently",
  "ostensibly",
]);

/** "The mayor seemed tired", "It appears that …", "Two men reportedly left": what somebody who is not named takes to be so. */
export function seemingCue(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const { lower } = tokenAt(reading, i);
  if (HEARSAY.has(lower)) return hearsay(reading, sentence, i);
  if (!SEEM.has(lower) && !LOOK.has(lower)) return null;
  if (tagAt(reading, i) !== "VERB" || !opensImpression(reading, i + 1, LOOK.has(lower) || /^appear/.test(lower)))
    return null;
  const from = groupStart(reading, sentence, i);
  const rest = trimRange(reading, i + 1, actEnd(reading, sentence, i + 1));
  const subject = subjectBefore(reading, sentence.from, from);
  const expletive = subject !== null && tokenAt(reading, i + 1).lower === "that";
  return rest && impression(expletive ? null : subject, rest, { from, to: i + 1 });
}

/** Whether what follows says how something seems; "appeared in court" and "looked at the map" do not. */
function opensImpression(reading: Reading, at: number, strict: boolean): boolean {
  const { lower } = tokenAt(reading, at);
  const tag = tagAt(reading, at);
  if (lower === "to") return tagAt(reading, at + 1) === "VERB" || tagAt(reading, at + 1) === "AUX";
  if (/^(?:that|like|as)$/.test(lower)) return true;
  if (tag === "ADV") return opensImpression(reading, at + 1, true) && tokenAt(reading, at + 1).shape === "word";
  return tag === "ADJ" || (!strict && (tag === "DET" || tag === "VERB" || tag === "PRON"));
}

function impression(subject: Range | null, rest: Range, cue: Range): FoundAttribution {
  return { content: subject ? [subject, rest] : [rest], source: [], cue: [cue], force: "attitude" };
}

function groupStart(reading: Reading, sentence: Sentence, i: number): number {
  let from = i;
  while (from > sentence.from && i - from < 5 && /^(?:AUX|ADV|PART)$/.test(tagAt(reading, from - 1))) from--;
  return from;
}

function hearsay(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const rest = trimRange(reading, i + 1, actEnd(reading, sentence, i + 1));
  if (!rest || CLAUSE_WORDS.has(tokenAt(reading, i + 1).lower)) return null;
  const subject = subjectBefore(reading, sentence.from, groupStart(reading, sentence, i));
  const left = subject && trimRange(reading, subject.from, i);
  return impression(left, rest, { from: i, to: i + 1 });
}
