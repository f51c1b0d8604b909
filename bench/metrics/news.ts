import { overlaps, type Span } from "@/lib/core/text/span";
import { averagePrecision } from "./checkworthiness";
import { shared } from "./spans";

/** A sentence of an article as one labeller read it: something to check (F) or nothing (N), how important, which facts. */
export interface LabelledSentence extends Span {
  readonly label: "F" | "N";
  readonly priority: number;
  readonly facts: readonly Span[];
}

/** A claim found in the article. */
export interface FoundClaim extends Span {
  readonly toCheck: boolean;
  readonly score: number;
}

export interface NewsFigures {
  /** Of the sentences with something to check, the share in which a claim to be checked lies. */
  readonly recall: number;
  /** Of the claims to be checked, the share that lies in a sentence with something to check. */
  readonly precision: number;
  /** Facts that touch one found, and found ones that touch a fact. */
  readonly facts: number;
  /** Average precision of the sentences of priority 3 when all are ranked by the best score of their claims. */
  readonly important: number;
}

/** Compare the claims and facts of an article with one labeller's reading of it. A claim belongs to the sentence it shares most with. */
export function newsFigures(
  sentences: readonly LabelledSentence[],
  claims: readonly FoundClaim[],
  facts: readonly Span[],
): NewsFigures {
  const homes = claims.map((claim) => ({ claim, home: homeOf(claim, sentences) }));
  const toCheck = homes.filter(({ claim }) => claim.toCheck);
  const worth = sentences.filter(({ label }) => label === "F");
  const inWorth = toCheck.filter(({ home }) => home?.label === "F");
  const marked = sentences.flatMap((sentence) => sentence.facts);
  const ranked = sentences.map((sentence) => ({
    label: sentence.priority === 3 ? 1 : 0,
    score: Math.max(-1, ...homes.filter(({ home }) => home === sentence).map(({ claim }) => claim.score)),
  }));
  return {
    recall: worth.filter((sentence) => toCheck.some(({ home }) => home === sentence)).length / (worth.length || 1),
    precision: inWorth.length / (toCheck.length || 1),
    facts: touching(marked, facts),
    important: averagePrecision(ranked),
  };
}

function homeOf(claim: Span, sentences: readonly LabelledSentence[]): LabelledSentence | null {
  let best: LabelledSentence | null = null;
  let most = 0;
  for (const sentence of sentences) {
    const common = shared(claim, sentence);
    if (common > most) {
      most = common;
      best = sentence;
    }
  }
  return best;
}

/** The harmonic mean of the share of `found` that touches one marked and the share of `marked` that touches one found. */
function touching(marked: readonly Span[], found: readonly Span[]): number {
  const right = found.filter((a) => marked.some((b) => overlaps(a, b))).length / (found.length || 1);
  const seen = marked.filter((a) => found.some((b) => overlaps(a, b))).length / (marked.length || 1);
  return right + seen > 0 ? (2 * right * seen) / (right + seen) : 0;
}
