import { parentPort } from "node:worker_threads";
import { type Relocation, relocate } from "@/lib/core/anchoring/relocate";
import type { ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";
import type { Span } from "@/lib/core/text/span";
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

/** Places of one text to be found again in another. */
export interface FollowingJob {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly Span[];
}

/** What the thread does, one at a time. */
export type ReaderJob = ReadingJob | CheckingJob | FollowingJob;

/**
 * What the thread says of its job: of reading each stage, then what it found in pieces, of which the last is marked; of
 * checking and following what came out.
 */
export type ReaderWords =
  | { readonly stage: ReadingStage }
  | (Found & { readonly last: boolean })
  | { readonly check: TextCheck }
  | { readonly followed: readonly Relocation[] };

/** Claims and facts per message: the other side takes a message in at one go, and must stay free for others. */
const PIECE = 500;

const say = (words: ReaderWords) => parentPort?.postMessage(words);

// What the thread runs: dist/reader-thread.cjs.
parentPort?.on("message", (job: ReaderJob) => {
  if ("checked" in job) say({ check: checkText(job.checked, job.other, job.claims) });
  else if ("spans" in job) say({ followed: relocate(job.from, job.to, job.spans) });
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
