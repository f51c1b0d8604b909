import { findValues } from "../values/find-values";
import model from "./checkworthiness-weights.json";
import { findFacts } from "./facts";
import { findMentions } from "./mentions";
import { carriesTense, type Range } from "./phrases";
import { type Reading, readText, tagAt, tokenAt } from "./reading";
import type { Fact, Reason } from "./types";

/** How worth checking some words are: 0..1, the decision at the model's threshold, and the strongest reasons first. */
export interface CheckWorthiness {
  readonly score: number;
  readonly checkworthy: boolean;
  readonly reasons: readonly Reason[];
}

/** A property of the words that speaks for or against checking them. `amount` multiplies its weight. */
export interface Feature {
  readonly name: string;
  readonly amount: number;
  readonly label: string;
}

const WEIGHTS: Readonly<Record<string, number>> = model.weights;
const REASONS = 5;

/** Return how worth checking one sentence is, with the reasons in words. An empty sentence scores lowest. */
export function scoreSentence(text: string): CheckWorthiness {
  const reading = readText(text);
  const facts = findFacts(reading, findMentions(reading), findValues(text, {}));
  return scoreFeatures(featuresOf(reading, { from: 0, to: reading.tokens.length }, facts, false));
}

/** Return the score of a set of features: the logistic of the weighted sum. */
export function scoreFeatures(features: readonly Feature[]): CheckWorthiness {
  let sum = model.bias;
  const reasons: Reason[] = [];
  for (const feature of features) {
    const weight = (WEIGHTS[feature.name] ?? 0) * feature.amount;
    if (weight === 0) continue;
    sum += weight;
    reasons.push({ feature: feature.name, label: feature.label, weight: Math.round(weight * 1000) / 1000 });
  }
  const score = Math.round((1 / (1 + Math.exp(-sum))) * 10_000) / 10_000;
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { score, checkworthy: score >= model.threshold, reasons: reasons.slice(0, REASONS) };
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const COMPARISON = words(
  "more less fewer higher lower larger smaller bigger greater better worse faster double doubled triple tripled than increased increase decreased decrease rose risen fell fallen grew grown dropped declined cut raised lost gained",
);
const CAUSAL = words("because caused cause causes causing led resulted result due therefore consequently thanks blame");
const OPINION = words(
  "good bad great terrible horrible wonderful beautiful amazing important wrong right best worst believe think feel hope should ought nice love hate disgraceful incredible fantastic tremendous sad proud tough smart stupid fair unfair",
);
const LAW = words(
  "law laws bill bills act amendment voted vote votes signed passed vetoed legislation treaty banned legal illegal court ruled tax taxes budget deficit debt program percent rate",
);
const MODAL = words("would could might may can should must");
const FUTURE = words("will 'll shall wo gonna");
const NEGATION = words("not n't never no none nobody nothing neither nor without");
const FIRST = words("i me my mine we us our ours");
const SECOND = words("you your yours");
const THANKS = words("thank thanks welcome hello goodbye congratulations applause");

/** Return the features of the tokens in `range`; `facts` are those that stand in it. */
export function featuresOf(reading: Reading, range: Range, facts: readonly Fact[], attributed: boolean): Feature[] {
  return [
    ...factFeatures(facts),
    ...wordFeatures(reading, range),
    ...(attributed ? [{ name: "attributed", amount: 1, label: "says who said it" }] : []),
  ];
}

const FACT_LABELS: Readonly<Record<Fact["type"], readonly [feature: string, label: string]>> = {
  money: ["money", "states an amount of money"],
  percent: ["percent", "states a percentage"],
  number: ["figure", "states a figure"],
  ordinal: ["ordinal", "states a rank"],
  quantity: ["quantity", "states a quantity"],
  age: ["quantity", "states an age"],
  duration: ["date", "states a duration"],
  date: ["date", "states a time"],
  person: ["person", "names a person"],
  organisation: ["organisation", "names an organisation"],
  place: ["place", "names a place"],
  quote: ["quotation", "quotes words"],
  superlative: ["superlative", "states a superlative"],
};

function factFeatures(facts: readonly Fact[]): Feature[] {
  const groups = new Map<string, { readonly fact: Fact; count: number }>();
  for (const fact of facts) {
    const [name] = FACT_LABELS[fact.type];
    const group = groups.get(name);
    if (group) group.count++;
    else groups.set(name, { fact, count: 1 });
  }
  return [...groups].map(([name, { fact, count }]) => ({
    name,
    amount: Math.min(1 + (count - 1) * 0.3, 1.9),
    label: `${FACT_LABELS[fact.type][1]}: ${shorten(fact.text)}`,
  }));
}

function shorten(text: string): string {
  const flat = text.slice(0, 200).replace(/\s+/g, " ");
  return flat.length > 60 ? `${[...flat.slice(0, 57)].slice(0, -1).join("")}…` : flat;
}

function wordFeatures(reading: Reading, range: Range): Feature[] {
  const seen = new Map<string, Feature>();
  const say = (name: string, label: string) => {
    if (!seen.has(name)) seen.set(name, { name, amount: 1, label });
  };
  let count = 0;
  let verb = false;
  for (let i = range.from; i < range.to; i++) {
    const { lower, shape, text } = tokenAt(reading, i);
    if (shape !== "mark") count++;
    if (carriesTense(reading, i)) verb = true;
    if (text === "?") say("question", "asks a question");
    if (shape !== "word") continue;
    if (COMPARISON.has(lower)) say("comparison", `compares: ${text}`);
    if (CAUSAL.has(lower)) say("causal", `says why: ${text}`);
    if (OPINION.has(lower)) say("opinion", `judges: ${text}`);
    if (LAW.has(lower)) say("law", `speaks of law or public money: ${text}`);
    if (MODAL.has(lower) && tagAt(reading, i) === "AUX") say("modal", `says what could be: ${text}`);
    if (FUTURE.has(lower)) say("future", `says what will be: ${text}`);
    if (NEGATION.has(lower)) say("negation", `denies something: ${text}`);
    if (FIRST.has(lower)) say("firstPerson", `speaks of the speaker: ${text}`);
    if (SECOND.has(lower)) say("secondPerson", `speaks to somebody: ${text}`);
    if (THANKS.has(lower)) say("thanks", `greets or thanks: ${text}`);
    if (tagAt(reading, i) === "VERB" && /(?:ed|[a-z]ught|said|told|made|took|went|came|won|lost)$/.test(lower))
      say("past", `tells what happened: ${text}`);
  }
  if (!verb) say("noVerb", "makes no statement");
  if (count < 6) say("short", "is very short");
  if (count > 18) say("long", "is long enough to state several things");
  return [...seen.values()];
}
