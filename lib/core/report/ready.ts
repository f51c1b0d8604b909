import type { ReportWords } from "./languages/en";
import type { ReportDeed } from "./report";

/** The mark "ready to publish": of which version, on what (its fingerprint), and whether that still is so. */
export interface ReportReady extends ReportDeed {
  /** Number of the version that was marked. */
  readonly version: number;
  /** SHA-256 (hex) over the text's hash and the sign-offs that stood; docs/report-format.md tells how. */
  readonly fingerprint: string;
  /** Claims that were not decided then. */
  readonly undecided: number;
  /** Whether the text and the sign-offs of this report give the same fingerprint. */
  readonly stands: boolean;
  /** What came between, in sentences; empty while it stands. */
  readonly why: readonly string[];
}

/** Say in a sentence or two who marked what as ready to publish, and what came after. */
export function readyWords(ready: ReportReady | null, words: ReportWords): string {
  return ready ? words.ready({ ...ready, by: ready.by.name, why: ready.why.join(" ") }) : words.notReady;
}
