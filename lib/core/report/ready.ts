import type { ReportDeed } from "./report";
import { momentInWords } from "./words";

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
export function readyWords(ready: ReportReady | null): string {
  if (!ready) return "Not marked as ready.";
  const { version, by, at, undecided, stands, why } = ready;
  const claims = undecided === 1 ? "1 claim" : `${undecided.toLocaleString("en")} claims`;
  const although = undecided === 0 ? "" : `, with ${claims} not decided`;
  const after = stands ? "" : ` It no longer is: ${why.join(" ") || "the sign-offs changed after it."}`;
  return `Version ${version}, marked by ${by.name}, ${momentInWords(at)}${although}.${after}`;
}
