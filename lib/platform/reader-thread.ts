import { parentPort } from "node:worker_threads";
import type { ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";
import { type CheckedClaim, checkText, type TextCheck } from "@/lib/core/workflow/text-check";
import { type Found, readText } from "./read-text";

/** A text to be read. */
export interface ReadingJob {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** A text to be compared with the checked one. */
export interface CheckingJob {
  readonly checked: string;
  readonly other: string;
  readonly claims: readonly CheckedClaim[];
}

/** What the thread does, one at a time. */
export type ReaderJob = ReadingJob | CheckingJob;

/**
 * What the thread says of its job: of reading each stage, then what it found in pieces, of which the last is marked; of
 * checking what came out.
 */
export type ReaderWords =
  | { readonly stage: ReadingStage }
  | (Found & { readonly last: boolean })
  | { readonly check: TextCheck };

/** Claims and facts per message: the other side takes a message in at one go, and must stay free for others. */
const PIECE = 500;

const say = (words: ReaderWords) => parentPort?.postMessage(words);

// What the thread runs: dist/reader-thread.cjs.
parentPort?.on("message", (job: ReaderJob) => {
  if ("checked" in job) say({ check: checkText(job.checked, job.other, job.claims) });
  else read(job);
});

function read({ text, options }: ReadingJob): void {
  const { claims, features, facts, factSentences } = readText(text, options, (stage) => say({ stage }));
  const all = Math.max(claims.length, facts.length, factSentences.length);
  for (let from = 0; from <= all; from += PIECE) {
    const piece = <T>(list: readonly T[]) => list.slice(from, from + PIECE);
    say({
      claims: piece(claims),
      features: piece(features),
      facts: piece(facts),
      factSentences: piece(factSentences),
      last: from + PIECE > all,
    });
  }
}
