import { findValues } from "../values/find-values";
import model from "./checkworthiness-weights.json";
import { findFacts } from "./facts";
import { findMentions } from "./mentions";
import { carriesTense, type Range } from "./phrases";
import { type Reading, readText, tagAt, tokenAt } from "./reading";
import type { Fact, Feature, Reason } from "./types";
import { type RuleFeature, TOGETHER, type Weights } from "./weights";

/** How worth checking some words are: 0..1, the decision at the model's threshold, and the strongest reasons first. */
export interface CheckWorthiness {
  readonly score: number;
  readonly checkworthy: boolean;
  readonly reasons: readonly Reason[];
}

const REASONS = 5;
/** Single words are only mentioned when together they weigh at least this much. */
const LEAST_SHOWN = 0.2;
const WORD = "word:";
/** The words that have a weight, each with the name of its feature. */
const WORDS: ReadonlyMap<string, string> = new Map(Object.keys(model.words).map((word) => [word, WORD + word]));
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(model.weights),
  ...Object.entries(model.words).map(([word, weight]) => [WORD + word, weight] as const),
  [TOGETHER, 1],
]);

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

/** What is added to every sum before its logistic. */
export const BIAS: number = model.bias;

/** Return the model's weight of a feature; 0 for one it does not know. */
export function weightOf(name: string): number {
  return WEIGHTS.get(name) ?? 0;
}

/** Return the score of a set of features: the logistic of the weighted sum. `turned` weights stand in for the model's. */
export function scoreFeatures(features: readonly Feature[], turned: Weights = {}): CheckWorthiness {
  let sum = model.bias;
  const named: Weighed[] = [];
  const single: Weighed[] = [];
  for (const feature of features) {
    const weight = (turned[feature.name] ?? weightOf(feature.name)) * feature.amount;
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

/** The features that have a name, with what each says about a sentence. Everything else is a single word. */
const LABELS = {
  money: "states an amount of money",
  percent: "states a percentage",
  figure: "states a figure",
  ordinal: "states a rank",
  quantity: "states a quantity or an age",
  date: "states a time",
  duration: "states a duration",
  person: "names a person",
  organisation: "names an organisation",
  place: "names a place",
  quotation: "quotes words",
  superlative: "states a superlative",
  attributed: "says who said it",
  comparison: "compares or tells a change",
  quantifier: "says how many, roughly",
  past: "tells what happened",
  perfect: "tells what has been done",
  since: "reaches back in time",
  act: "tells an act of office",
  law: "speaks of law or public money",
  causal: "says why",
  heOrShe: "speaks of one other person",
  they: "speaks of others",
  nouns: "speaks of several things",
  longWords: "uses long words, as exact statements do",
  negation: "denies something",
  firstPerson: "speaks of the speaker",
  mental: "says what the speaker thinks or wants",
  opinion: "judges",
  ideal: "speaks of values and hopes",
  kin: "speaks of family",
  hedge: "leaves it open",
  modal: "says what could be",
  condition: "sets a condition",
  duty: "says what ought to be done",
  future: "says what will be",
  imperative: "asks for something to be done",
  question: "asks a question",
  thanks: "greets or thanks",
  pointing: "points back to what was said before",
  noVerb: "makes no statement",
} as const;

type Named = keyof typeof LABELS;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Which words say what about a sentence: one look-up per token. */
const SIGNALS = new Map<string, Named[]>();

function signal(name: Named, list: string): void {
  for (const word of words(list)) SIGNALS.set(word, [...(SIGNALS.get(word) ?? []), name]);
}

signal(
  "comparison",
  "than increased increase increases decreased decrease rose risen fell fallen grew grown dropped declined cut raised lost gained doubled double tripled triple quadrupled reduced expanded slashed higher lower fewer largest highest lowest biggest",
);
signal(
  "quantifier",
  "many most half majority millions thousands billions hundreds dozens nearly almost number average",
);
signal(
  "since",
  "ago since already during last recently yesterday previous previously former formerly history decade decades century earlier past years months weeks",
);
signal(
  "act",
  "voted vote signed passed vetoed banned ruled opposed supported proposed introduced enacted repealed approved rejected appointed nominated elected endorsed sued indicted convicted negotiated promised pledged",
);
signal(
  "law",
  "law laws bill bills act amendment legislation treaty court ruling tax taxes budget deficit debt program programs policy regulation regulations statute constitution",
);
signal("causal", "because caused cause causes causing led resulted result due therefore consequently");
signal("heOrShe", "he she his her him");
signal("they", "they them their");
signal("negation", "not n't never no none nobody nothing neither nor without");
signal("firstPerson", "i me my mine");
signal(
  "opinion",
  "good bad great terrible horrible wonderful beautiful amazing important wrong right better best worst nice love hate disgraceful incredible fantastic tremendous sad proud tough smart stupid fair unfair serious strong weak clear critical vital essential simple hard brave bold bright honest responsible dangerous disaster mess ridiculous",
);
signal(
  "ideal",
  "future hope hopes dream dreams courage opportunity opportunities spirit greatness potential promise values value faith character destiny vision commitment challenge challenges prosperity honor pride strength resolve freedom liberty unity progress dignity decency responsibility ideals leadership heart hearts soul compassion passion purpose mission path journey success possibilities peace justice trust confidence sacrifice",
);
signal(
  "kin",
  "mother father son daughter wife husband family brother sister friend kid kids dad mom grandfather grandmother",
);
signal("hedge", "maybe perhaps probably possibly seems seem apparently likely sometimes");
signal("modal", "would could might may can");
signal("condition", "if unless");
signal("duty", "must should ought");
signal("future", "will 'll shall wo gonna");
signal("thanks", "thank thanks welcome hello goodbye congratulations applause bless god evening ladies gentlemen");
signal("past", "was were had did");

const ED = /[a-z]{2}ed$|ought$/;
const NO_PAST = words("need exceed proceed succeed feed speed breed bleed heed seed weed embed ought");
const IRREGULAR_PAST = words(
  "said told made took went came won lost found held left led met ran saw sent grew fell rose began became brought built bought caught gave got kept knew paid spent spoke stood struck threw wrote thought taught fought sought sold heard felt broke chose drove ate forgot froze hid laid lent meant rode rang sang sank shook shot slept stole swore swept tore understood wore withdrew forbade overcame underwent",
);
const PARTICIPLES = words(
  "been done seen gone taken given known shown grown fallen risen written spoken broken chosen driven become come run cut put set",
);
const MENTAL = words(
  "think believe feel hope know guess suppose mean wish want like need ask urge understand trust promise intend pledge agree disagree support",
);
const OBLIGED = words("need needs has have got time");
const OPENERS = words("and but so well now look also okay yes no");
const POINTERS = words("that this it these those");

/** Return the features of the tokens in `range`; `facts` are those that stand in it. */
export function featuresOf(
  reading: Reading,
  range: Range,
  facts: readonly Fact[],
  attributed: boolean,
  knows: (word: string) => boolean = hasWeight,
): Feature[] {
  const said = attributed ? [named("attributed", 1, "")] : [];
  return [...factFeatures(facts), ...wordFeatures(reading, range, knows), ...said];
}

function named(name: Named, amount: number, text: string): Feature {
  return { name, amount, says: LABELS[name], words: text };
}

const FACT_FEATURES: Readonly<Record<Fact["type"], Named>> = {
  money: "money",
  percent: "percent",
  number: "figure",
  ordinal: "ordinal",
  quantity: "quantity",
  age: "quantity",
  duration: "duration",
  date: "date",
  person: "person",
  organisation: "organisation",
  place: "place",
  quote: "quotation",
  superlative: "superlative",
};

/** Return every named feature there can be, with what it says and its weight, what speaks most for checking first. */
export function ruleFeatures(): RuleFeature[] {
  const features = Object.entries(LABELS).map(([name, says]) => ({ name, says, weight: weightOf(name) }));
  return features.sort((a, b) => b.weight - a.weight);
}

function factFeatures(facts: readonly Fact[]): Feature[] {
  const groups = new Map<Named, { readonly fact: Fact; count: number }>();
  for (const fact of facts) {
    const name = FACT_FEATURES[fact.type];
    const group = groups.get(name);
    if (group) group.count++;
    else groups.set(name, { fact, count: 1 });
  }
  return [...groups].map(([name, { fact, count }]) => named(name, Math.min(1 + (count - 1) * 0.3, 1.9), fact.text));
}

/** Return words for a reason: on one line, cut where they are long. */
export function shorten(text: string): string {
  if (text.length <= 60 && !/\s\s|[^\S ]/.test(text)) return text;
  const flat = text.slice(0, 200).replace(/\s+/g, " ");
  return flat.length > 60 ? `${[...flat.slice(0, 57)].slice(0, -1).join("")}…` : flat;
}

function wordFeatures(reading: Reading, range: Range, knows: (word: string) => boolean): Feature[] {
  const seen = new Map<string, Feature>();
  const say = (name: Named, text = "", amount = 1) => {
    if (amount > 0 && !seen.has(name)) seen.set(name, named(name, amount, text));
  };
  let count = 0;
  let letters = 0;
  let nouns = 0;
  let verb = false;
  for (let i = range.from; i < range.to; i++) {
    const { lower, shape, text } = tokenAt(reading, i);
    const tag = tagAt(reading, i);
    if (carriesTense(reading, i)) verb = true;
    if (shape === "mark") continue;
    count++;
    letters += Math.min(lower.length, 20);
    if (tag === "NOUN") nouns++;
    if (shape !== "word") continue;
    if (tag !== "PROPN" && knows(lower)) {
      const name = WORDS.get(lower) ?? WORD + lower;
      seen.set(name, { name, amount: 1, says: "uses a telling word", words: text });
    }
    const signals = SIGNALS.get(lower);
    if (signals) for (const name of signals) if (name !== "modal" || tag === "AUX") say(name, text);
    const more = patternAt(reading, range, i);
    if (more) say(more, text);
  }
  if (asks(reading, range)) say("question");
  if (!verb) say("noVerb");
  const opening = openingOf(reading, range);
  if (opening) say(opening, tokenAt(reading, range.from).text);
  say("nouns", "", Math.min(nouns / 6, 1.5));
  say("longWords", "", count > 0 ? Math.min(letters / count - 4, 2.5) : 0);
  return [...seen.values()];
}

/** What the word at `i` says together with its neighbours. */
function patternAt(reading: Reading, range: Range, i: number): Named | null {
  const { lower } = tokenAt(reading, i);
  const tag = tagAt(reading, i);
  if (tag === "VERB" && isPast(lower)) return "past";
  if (tag === "VERB" && MENTAL.has(lower) && speakerActs(reading, range, i)) return "mental";
  const next = tokenAt(reading, i + 1).lower;
  if (next === "to" && tagAt(reading, i + 2) === "VERB") {
    if (lower === "going") return "future";
    if (OBLIGED.has(lower)) return "duty";
  }
  if ((lower === "has" || lower === "have" || lower === "'ve") && participleBehind(reading, i)) return "perfect";
  return null;
}

function isPast(lower: string): boolean {
  return IRREGULAR_PAST.has(lower) || (ED.test(lower) && !NO_PAST.has(lower));
}

function participleBehind(reading: Reading, i: number): boolean {
  let k = i + 1;
  while (k - i < 3 && (tagAt(reading, k) === "ADV" || /^(?:not|n't)$/.test(tokenAt(reading, k).lower))) k++;
  const { lower } = tokenAt(reading, k);
  return lower === "been" || (tagAt(reading, k) === "VERB" && (PARTICIPLES.has(lower) || isPast(lower)));
}

/** "I do not really think": whether the verb at `i` is the speaker's. */
function speakerActs(reading: Reading, range: Range, i: number): boolean {
  for (let k = i - 1; k >= range.from && i - k < 5; k--) {
    const { lower } = tokenAt(reading, k);
    if (lower === "i" || lower === "we") return true;
    const tag = tagAt(reading, k);
    if (tag !== "ADV" && tag !== "AUX" && lower !== "not" && lower !== "n't" && lower !== "'d") return false;
  }
  return false;
}

/** A range asks when its last stop is a question mark, whatever quotation marks follow. */
function asks(reading: Reading, range: Range): boolean {
  for (let i = range.to - 1; i >= range.from && range.to - i < 6; i--) {
    const { text, shape } = tokenAt(reading, i);
    if (text.includes("?")) return true;
    if (shape !== "mark") return false;
  }
  return false;
}

/** How a sentence begins: with a call ("Let us", "Take") or a word that leans on the sentence before. */
function openingOf(reading: Reading, range: Range): Named | null {
  let i = range.from;
  const before = tokenAt(reading, i - 1);
  while (i < range.to && (tokenAt(reading, i).shape === "mark" || OPENERS.has(tokenAt(reading, i).lower))) i++;
  const { lower } = tokenAt(reading, i);
  if (POINTERS.has(lower)) return "pointing";
  if (before.text !== "" && (before.shape !== "mark" || before.text === ",")) return null;
  if (lower === "let" || lower === "please") return "imperative";
  const bare = tagAt(reading, i) === "VERB" && !/(?:ed|ing|s)$/.test(lower) && !IRREGULAR_PAST.has(lower);
  return bare && carriesTense(reading, i) ? "imperative" : null;
}
