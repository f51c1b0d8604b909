import { parentPort } from "node:worker_threads";
import type { ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";
import { type Found, readText } from "./read-text";

/** A text to be read. */
export interface ReaderJob {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** What the thread says of its job: each stage, then what it found in pieces, of which the last is marked. */
export type ReaderWords = { readonly stage: ReadingStage } | (Found & { readonly last: boolean });

/** Claims and facts per message: the other side takes a message in at one go, and must stay free for others. */
const PIECE = 500;

// What the thread runs: dist/reader-thread.cjs, one job at a time.
parentPort?.on("message", ({ text, options }: ReaderJob) => {
  const say = (words: ReaderWords) => parentPort?.postMessage(words);
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
});
