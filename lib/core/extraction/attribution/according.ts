import { subjectAfter } from "../phrases";
import type { Reading, Sentence } from "../reading";
import { leftStart } from "./asides";
import { contentEnd } from "./extent";
import { type FoundAttribution, trimRange } from "./found";
import { isComma } from "./marks";

export function accordingTo(reading: Reading, sentence: Sentence, i: number): FoundAttribution | null {
  const source = subjectAfter(reading, sentence.to, i + 2);
  if (!source) return null;
  const cue = [{ from: i, to: i + 2 }];
  if (i - sentence.from <= 1) {
    let start = source.to;
    while (start < sentence.to && !isComma(reading, start) && start - source.to < 40) start++;
    const to = contentEnd(reading, sentence, start + 1);
    const content = trimRange(reading, start + 1, to);
    return content ? { content: [content], source: [source], cue, force: "speech" } : null;
  }
  const content = trimRange(reading, leftStart(reading, sentence, i), i);
  return content ? { content: [content], source: [source], cue, force: "speech" } : null;
}
