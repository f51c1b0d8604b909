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
  /** What it says, in words, and the words of the text it leans on ("" for none). */
  readonly says: string;
  readonly words: string;
}

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(model.weights));
const WORDS: ReadonlyMap<string, number> = new Map(Object.entries(model.words));
const REASONS = 5;
/** Single words are only mentioned when together they weigh at least this much. */
const LEAST_SHOWN = 0.2;
const WORD = "word:";

/** Return how worth checking one sentence is, with the reasons in words. An empty sentence scores lowest. */
export function scoreSentence(text: string): CheckWorthiness {
  return scoreFeatures(sentenceFeatures(text));
}

/** Return the features of one sentence. `knows` tells which single words count; without it those that have a weight. */
export function sentenceFeatures(text: string, knows: (word: string) => boolean = hasWeight): Feature[] {
  const reading = readText(text);
  const facts = findFacts(reading, findMentions(reading), findValues(text, {}));
  return featuresOf(reading, { from: 0, to: reading.tokens.length }, facts, false, knows);
}

function hasWeight(word: string): boolean {
  return WORDS.has(word);
}

function weightOf(name: string): number {
  return (name.startsWith(WORD) ? WORDS.get(name.slice(WORD.length)) : WEIGHTS.get(name)) ?? 0;
}

/** Return the score of a set of features: the logistic of the weighted sum. */
export function scoreFeatures(features: readonly Feature[]): CheckWorthiness {
  let sum = model.bias;
  const named: Weighed[] = [];
  const single: Weighed[] = [];
  for (const feature of features) {
    const weight = weightOf(feature.name) * feature.amount;
    if (weight === 0) continue;
    sum += weight;
    (feature.name.startsWith(WORD) ? single : named).push({ feature, weight });
  }
  const score = Math.round((1 / (1 + Math.exp(-sum))) * 10_000) / 10_000;
  return { score, checkworthy: score >= model.threshold, reasons: reasonsOf(named, single) };
}

interface Weighed {
  readonly feature: Feature;
  readonly weight: number;
}

/** The strongest named features, and behind them the single words taken together, those for and those against. */
function reasonsOf(named: readonly Weighed[], single: readonly Weighed[]): Reason[] {
  const strongest = [...named].sort(byStrength).slice(0, REASONS).map(asReason);
  const together = [
    wordsTogether(
      single.filter(({ weight }) => weight > 0),
      "wordsFor",
      "uses words that checked sentences use",
    ),
    wordsTogether(
      single.filter(({ weight }) => weight < 0),
      "wordsAgainst",
      "uses words that unchecked sentences use",
    ),
  ];
  return [...strongest, ...together.filter((reason) => reason !== null)];
}

const byStrength = (a: Weighed, b: Weighed) => Math.abs(b.weight) - Math.abs(a.weight);

function wordsTogether(list: readonly Weighed[], feature: string, says: string): Reason | null {
  const sum = list.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum) < LEAST_SHOWN) return null;
  const words = [...list]
    .sort(byStrength)
    .slice(0, 3)
    .map((item) => item.feature.words);
  return { feature, label: `${says}: ${words.join(", ")}`, weight: Math.round(sum * 1000) / 1000 };
}

function asReason({ feature, weight }: Weighed): Reason {
  const label = feature.words ? `${feature.says}: ${shorten(feature.words)}` : feature.says;
  return { feature: feature.name, label, weight: Math.round(weight * 1000) / 1000 };
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Which words say what about a sentence: one look-up per token. */
const SIGNALS = new Map<string, { readonly name: string; readonly label: string }[]>();

function signal(name: string, label: string, list: string): void {
  for (const word of words(list)) SIGNALS.set(word, [...(SIGNALS.get(word) ?? []), { name, label }]);
}

signal(
  "comparison",
  "compares",
  "more less fewer higher lower larger smaller bigger greater better worse faster double doubled triple tripled than increased increase decreased decrease rose risen fell fallen grew grown dropped declined cut raised lost gained",
);
signal(
  "causal",
  "says why",
  "because caused cause causes causing led resulted result due therefore consequently thanks blame",
);
signal(
  "opinion",
  "judges",
  "good bad great terrible horrible wonderful beautiful amazing important wrong right best worst believe think feel hope should ought nice love hate disgraceful incredible fantastic tremendous sad proud tough smart stupid fair unfair",
);
signal(
  "law",
  "speaks of law or public money",
  "law laws bill bills act amendment voted vote votes signed passed vetoed legislation treaty banned legal illegal court ruled tax taxes budget deficit debt program percent rate",
);
signal("modal", "says what could be", "would could might may can should must");
signal("future", "says what will be", "will 'll shall wo gonna");
signal("negation", "denies something", "not n't never no none nobody nothing neither nor without");
signal("firstPerson", "speaks of the speaker", "i me my mine we us our ours");
signal("secondPerson", "speaks to somebody", "you your yours");
signal("thanks", "greets or thanks", "thank thanks welcome hello goodbye congratulations applause");

const PAST = /(?:ed|[a-z]ught|said|told|made|took|went|came|won|lost)$/;

/** Return the features of the tokens in `range`; `facts` are those that stand in it. */
export function featuresOf(
  reading: Reading,
  range: Range,
  facts: readonly Fact[],
  attributed: boolean,
  knows: (word: string) => boolean = hasWeight,
): Feature[] {
  const said = attributed ? [{ name: "attributed", amount: 1, says: "says who said it", words: "" }] : [];
  return [...factFeatures(facts), ...wordFeatures(reading, range, knows), ...said];
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
    says: FACT_LABELS[fact.type][1],
    words: fact.text,
  }));
}

function shorten(text: string): string {
  const flat = text.slice(0, 200).replace(/\s+/g, " ");
  return flat.length > 60 ? `${[...flat.slice(0, 57)].slice(0, -1).join("")}…` : flat;
}

function wordFeatures(reading: Reading, range: Range, knows: (word: string) => boolean): Feature[] {
  const seen = new Map<string, Feature>();
  const say = (name: string, says: string, text = "") => {
    if (!seen.has(name)) seen.set(name, { name, amount: 1, says, words: text });
  };
  let count = 0;
  let verb = false;
  for (let i = range.from; i < range.to; i++) {
    const { lower, shape, text } = tokenAt(reading, i);
    if (shape !== "mark") count++;
    if (carriesTense(reading, i)) verb = true;
    if (text === "?") say("question", "asks a question");
    if (shape !== "word") continue;
    if (tagAt(reading, i) !== "PROPN" && knows(lower)) say(WORD + lower, "uses a telling word", text);
    const signals = SIGNALS.get(lower);
    if (signals) {
      for (const { name, label } of signals)
        if (name !== "modal" || tagAt(reading, i) === "AUX") say(name, label, text);
    }
    if (tagAt(reading, i) === "VERB" && PAST.test(lower)) say("past", "tells what happened", text);
  }
  if (!verb) say("noVerb", "makes no statement");
  if (count < 6) say("short", "is very short");
  else if (count > 30) say("veryLong", "is long enough to state many things");
  else if (count > 18) say("long", "is long enough to state several things");
  return [...seen.values()];
}
