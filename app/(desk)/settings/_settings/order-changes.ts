import type { Strength } from "@/lib/claims/schema";
import { type RuleFeature, scoreOf, type Weights } from "@/lib/core/extraction/weights";

/** A claim at its place under the wanted weights, and how many places it rose (positive) or fell against the saved ones. */
export interface PlacedClaim extends Strength {
  readonly rose: number;
}

/** Order the claims by their scores under `wanted` weights, strongest first, and say how each moved against `saved` ones. */
export function orderChanges(
  claims: readonly Strength[],
  { features, bias }: { readonly features: readonly RuleFeature[]; readonly bias: number },
  saved: Weights,
  wanted: Weights,
): PlacedClaim[] {
  const before = ordered(claims, scorer(features, bias, saved));
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const after = ordered(claims, scorer(features, bias, wanted));
  return after.map((claim, place) => ({ ...claim, rose: (places.get(claim.id) ?? place) - place }));
}

function scorer(features: readonly RuleFeature[], bias: number, turned: Weights): (claim: Strength) => number {
  const weights = new Map(features.map(({ name, weight }) => [name, turned[name] ?? weight]));
  return ({ amounts, score }) => (amounts === null ? score : scoreOf(amounts, weights, bias));
}

function ordered(claims: readonly Strength[], score: (claim: Strength) => number): Strength[] {
  return claims
    .map((claim) => ({ ...claim, score: score(claim) }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}
