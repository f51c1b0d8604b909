import { accordingTo } from "./attribution/according";
import { adjectiveCue } from "./attribution/adjectives";
import type { FoundAttribution } from "./attribution/found";
import { nounCue } from "./attribution/nouns";
import { verbCue } from "./attribution/verbs";
import { type Reading, type Sentence, tokenAt } from "./reading";

export type { Force, FoundAttribution } from "./attribution/found";

/** Return the attributions a sentence states with a word of its own, in order of their cues. */
export function findCues(reading: Reading, sentence: Sentence): FoundAttribution[] {
  const out: FoundAttribution[] = [];
  const add = (found: FoundAttribution | null) => {
    if (found) out.push(found);
  };
  let covered = sentence.from;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (reading.quoted[i] !== -1 || i < covered) continue;
    const lower = tokenAt(reading, i).lower;
    const before = out.length;
    if (lower === "according" && tokenAt(reading, i + 1).lower === "to") add(accordingTo(reading, sentence, i));
    else add(verbCue(reading, sentence, i, out) ?? nounCue(reading, sentence, i) ?? adjectiveCue(reading, sentence, i));
    const last = out[out.length - 1];
    if (out.length > before && last) covered = Math.max(covered, coveredTo(reading, last, i));
  }
  return out;
}

/** Where to look for the next cue: nothing inside what is reported by another cue is read again. */
function coveredTo(_reading: Reading, found: FoundAttribution, i: number): number {
  let to = i + 1;
  for (const part of found.content) if (part.from > i) to = Math.max(to, part.to);
  return to;
}
