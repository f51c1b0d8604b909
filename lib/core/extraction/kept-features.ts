import { type CheckWorthiness, scoreFeatures, shorten, weightOf } from "./checkworthiness";
import type { ExtractedClaim, Extraction, Feature } from "./types";
import { TOGETHER, type Weights } from "./weights";

/** Words of each sign that are kept, for the reasons. */
const SHOWN = 3;

/**
 * Return the features of some words in the short form that is stored with a claim: the named ones, and behind them the single
 * words taken together, those for and those against. Scored, they give the same score and reasons, under any weights.
 */
export function keepFeatures(features: readonly Feature[]): Feature[] {
  const named = features.filter(({ name }) => !isWord(name));
  const single = features.filter(({ name }) => isWord(name)).map((feature) => ({ feature, weight: weighed(feature) }));
  return [
    ...named.map((feature) => ({ ...feature, words: shorten(feature.words) })),
    ...together(single.filter(({ weight }) => weight > 0)),
    ...together(single.filter(({ weight }) => weight < 0)),
  ];
}

const isWord = (name: string): boolean => name.startsWith("word:");
const weighed = ({ name, amount }: Feature): number => weightOf(name) * amount;

function together(list: readonly { readonly feature: Feature; readonly weight: number }[]): Feature[] {
  if (list.length === 0) return [];
  const strongest = [...list].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, SHOWN);
  return [
    {
      name: TOGETHER,
      amount: list.reduce((sum, { weight }) => sum + weight, 0),
      says: "uses telling words",
      words: strongest.map(({ feature }) => feature.words).join(", "),
    },
  ];
}

/** A claim with what its score is made of. */
export interface WeighedClaim extends ExtractedClaim {
  readonly features: readonly Feature[];
}

/** Return the claims of an extraction with their features, scored under the weights of a newsroom. */
export function weighClaims(
  { claims, features }: Pick<Extraction, "claims" | "features">,
  weights: Weights,
): WeighedClaim[] {
  const plain = Object.keys(weights).length === 0;
  return claims.map((claim, n) => {
    const kept = features[n] ?? [];
    return plain ? { ...claim, features: kept } : { ...claim, features: kept, ...scored(kept, weights) };
  });
}

/** Return the score and reasons of kept features under the weights of a newsroom. */
export function scored(kept: readonly Feature[], weights: Weights): Pick<CheckWorthiness, "score" | "reasons"> {
  const { score, reasons } = scoreFeatures(kept, weights);
  return { score, reasons };
}
