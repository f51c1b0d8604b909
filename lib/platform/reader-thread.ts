import { parentPort } from "node:worker_threads";
import { factSentences } from "@/lib/core/coverage/fact-sentences";
import { extract } from "@/lib/core/extraction/extract";
import type { Extraction, ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";

/** A text to be read. */
export interface ReaderJob {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** What the thread says of its job: each stage, then the claims and facts in pieces, of which the last is marked. */
export type ReaderWords =
  | { readonly stage: ReadingStage }
  | (Pick<Extraction, "claims" | "features" | "facts"> & { readonly last: boolean });

/** Claims and facts per message: the other side takes a message in at one go, and must stay free for others. */
const PIECE = 500;

// What the thread runs: dist/reader-thread.cjs, one job at a time.
parentPort?.on("message", ({ text, options }: ReaderJob) => {
  const say = (words: ReaderWords) => parentPort?.postMessage(words);
  const { claims, features, facts } = extract(text, options, (stage) => say({ stage }));
  const all = Math.max(claims.length, facts.length);
  for (let from = 0; from <= all; from += PIECE) {
    const piece = <T>(list: readonly T[]) => list.slice(from, from + PIECE);
    say({ claims: piece(claims), features: piece(features), facts: piece(facts), last: from + PIECE > all });
  }
});
