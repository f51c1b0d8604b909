import { accordingTo } from "./attribution/according";
import { adjectiveCue } from "./attribution/adjectives";
import type { FoundAttribution } from "./attribution/found";
import { nounCue } from "./attribution/nouns";
import { seemingCue } from "./attribution/seeming";
import { verbCue } from "./attribution/verbs";
import type { Reading, Sentence } from "./reading";

/**
 * Return the attributions a sentence states with a word of its own, in order of their cues. What another one of them reports
 * is not among them: of "he denied that he lied, police said" only what the police said.
 */
export function findCues(reading: Reading, sentence: Sentence): FoundAttribution[] {
  const out: FoundAttribution[] = [];
  let covered = sentence.from;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (reading.quoted[i] !== -1 || i < covered) continue;
    const found = cueAt(reading, sentence, i, out);
    if (!found) continue;
    dropReported(out, found);
    out.push(found);
    covered = reportedTo(found, i);
  }
  return out;
}

function cueAt(
  reading: Reading,
  sentence: Sentence,
  i: number,
  before: readonly FoundAttribution[],
): FoundAttribution | null {
  return (
    accordingTo(reading, sentence, i) ??
    verbCue(reading, sentence, i, before) ??
    seemingCue(reading, sentence, i) ??
    nounCue(reading, sentence, i) ??
    adjectiveCue(reading, sentence, i)
  );
}

/** Take away the attributions whose cue stands in what `found` reports to its left. */
function dropReported(before: FoundAttribution[], found: FoundAttribution): void {
  for (let last = before.at(-1); last; last = before.at(-1)) {
    const cue = last.cue[0];
    if (!cue || !found.content.some((part) => part.from <= cue.from && cue.from < part.to)) return;
    before.pop();
  }
}

/** Where to look for the next cue: nothing inside what is reported is read again. */
function reportedTo(found: FoundAttribution, i: number): number {
  let to = i + 1;
  for (const part of found.content) if (part.from > i) to = Math.max(to, part.to);
  return to;
}
