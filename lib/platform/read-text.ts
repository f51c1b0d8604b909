import { type FactSentence, factSentences } from "@/lib/core/coverage/fact-sentences";
import { extract } from "@/lib/core/extraction/extract";
import type { Extraction, ExtractOptions, ReadingStage } from "@/lib/core/extraction/types";

/** What is found in a text: its claims, what the score of each is made of, and every fact, in a claim or not. */
export interface Found extends Pick<Extraction, "claims" | "features" | "facts"> {
  /** The facts that a decision should cover, by sentence. */
  readonly factSentences: readonly FactSentence[];
}

/** Is told of each stage of reading as it begins. */
export type OnStage = (stage: ReadingStage) => void;

/** Find all that the product keeps of a text. Never throws. */
export function readText(text: string, options: ExtractOptions, onStage: OnStage = () => undefined): Found {
  const extraction = extract(text, options, onStage);
  const { claims, features, facts } = extraction;
  return { claims, features, facts, factSentences: factSentences(text, extraction) };
}
