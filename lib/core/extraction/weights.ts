/** Weights that a newsroom turned, by feature; those it left alone stand in the model. */
export type Weights = Readonly<Record<string, number>>;

/** A named feature as a newsroom may turn it: what it says of the words, and its weight in the model. */
export interface RuleFeature {
  readonly name: string;
  readonly says: string;
  readonly weight: number;
}

/** What a score is made of, without its words: how much of each feature there is. */
export type Amounts = readonly (readonly [name: string, amount: number])[];

/** The single words of a claim taken together: their amount is their weights' sum, so its own weight is 1 and is not turned. */
export const TOGETHER = "word:*";

/** One notch of a weight. */
export const NOTCH = 0.1;
/** The furthest a newsroom can turn a weight, to either side. */
export const FURTHEST = 4;

/** Return a weight as it stands at a notch: 1.311 at 1.3. */
export function notched(weight: number): number {
  const notches = Math.round(weight / NOTCH);
  return notches === 0 ? 0 : Number((notches * NOTCH).toFixed(4));
}

/** Keep of the wanted weights those of known features that differ from the model by a notch or more. */
export function turnedWeights(features: readonly RuleFeature[], wanted: Weights): Weights {
  const turned = features.flatMap(({ name, weight }) => {
    const value = wanted[name];
    return value === undefined || notched(value) === notched(weight) ? [] : [[name, notched(value)] as const];
  });
  return Object.fromEntries(turned);
}

/** Return the score 0..1 of amounts under these weights: what `scoreFeatures` gives, for where only numbers are at hand. */
export function scoreOf(amounts: Amounts, weightOf: ReadonlyMap<string, number>, bias: number): number {
  const sum = amounts.reduce(
    (total, [name, amount]) => total + amount * (name === TOGETHER ? 1 : (weightOf.get(name) ?? 0)),
    bias,
  );
  return Math.round((1 / (1 + Math.exp(-sum))) * 10_000) / 10_000;
}
