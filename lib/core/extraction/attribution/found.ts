import type { Range, VerbGroup } from "../phrases";
import { type Reading, tokenAt } from "../reading";
import type { Force } from "../types";

/** An attribution in tokens. */
export interface FoundAttribution {
  readonly content: Range[];
  readonly source: Range[];
  readonly cue: Range[];
  readonly force: Force;
}

export function forceOf(group: VerbGroup): Force {
  if (THOUGHTS.has(group.verb.lemma)) return "thought";
  return group.verb.clause || group.verb.speech ? "speech" : "attitude";
}

const THOUGHTS = new Set([
  "believe",
  "think",
  "hope",
  "fear",
  "know",
  "feel",
  "doubt",
  "expect",
  "worry",
  "suspect",
  "guess",
  "assume",
  "understand",
  "learn",
  "hear",
  "realize",
  "recognize",
  "discover",
  "decide",
  "see",
  "consider",
  "find",
  "show",
  "mean",
  "imply",
  "project",
  "wish",
]);

/** Cut marks and joining words from both ends; quotation marks stay, and so do marks inside them. */
export function trimRange(reading: Reading, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && reading.quoted[start] === -1 && /^[,.;:!?—–)\]-]+$/.test(tokenAt(reading, start).text)) start++;
  while (end > start && reading.quoted[end - 1] === -1 && /^[,.;:!?—–([-]+$|^…$/.test(tokenAt(reading, end - 1).text))
    end--;
  return end > start ? { from: start, to: end } : null;
}
