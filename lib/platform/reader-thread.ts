import { parentPort } from "node:worker_threads";
import { extract } from "@/lib/core/extraction/extract";
import type { Extraction, ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";

/** A text to be read. */
export interface ReaderJob {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** What the thread says of its job: each stage, then the claims in pieces, of which the last is marked. */
export type ReaderWords =
  | { readonly stage: ReadingStage }
  | (Pick<Extraction, "claims" | "features"> & { readonly last: boolean });

/** Claims per message: the other side takes a message in at one go, and must stay free for others. */
const PIECE = 500;

// What the thread runs: dist/reader-thread.cjs, one job at a time.
parentPort?.on("message", ({ text, options }: ReaderJob) => {
  const say = (words: ReaderWords) => parentPort?.postMessage(words);
  const { claims, features } = extract(text, options, (stage) => say({ stage }));
  for (let from = 0; from <= claims.length; from += PIECE) {
    const to = from + PIECE;
    say({ claims: claims.slice(from, to), features: features.slice(from, to), last: to > claims.length });
  }
});
