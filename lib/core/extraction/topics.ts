import { contains, overlaps, type Span } from "../text/span";
import type { Token } from "../text/tokens";
import type { Value } from "../values/value";
import type { FactType } from "./types";

/** What a figure is about, read from its claim: stems of words, so that "pledged" and "pledges" are one. */
export interface Topic {
  /** Stems of what it counts, in their order: "68 countries and organizations", "45 percent of voters". */
  readonly counted: readonly string[];
  /** It comes on top of something: "four other children", "5,500 more pages". */
  readonly more: boolean;
  /** Stem of the last telling word before it, "" for none. */
  readonly lead: string;
  /** Stems of the other telling words near it, names among them. */
  readonly around: ReadonlySet<string>;
  /** Lower-case names in its claim by type, without who says it. */
  readonly names: ReadonlyMap<FactType, readonly string[]>;
  /** The dates in its claim other than itself. */
  readonly dates: readonly Value[];
}

interface TopicFact extends Span {
  readonly type: FactType;
  readonly name: string;
  readonly text: string;
  readonly value: Value | null;
}

/** Tokens on each side of a figure that tell what it is about. */
const NEAR = 12;
const MORE = /\b(?:other|others|additional|extra|further|more(?! than))\b/iu;
const NAMED: ReadonlySet<FactType> = new Set(["person", "organisation", "place"]);

/** Words that tell nothing about what a figure is about: grammar, saying, the verbs and nouns that go with anything. */
const QUIET: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both few many much more most less least other another such same own
  additional extra further
  and or but nor so yet if then than as of in on at by for from to with without into onto over under up down out off about around
  after before since until till during between among against through across per via near toward towards within while when where
  which who whom whose what why how there here it its he him his she her hers they them their theirs we us our i me my you your
  is are was were be been being am 's 're 've 'll 'd 'm n't not no never also only just even still already nearly almost roughly
  approximately exactly least have has had having do does did done doing will would shall should can could may might must ought
  say says said saying tell tells told add adds added according report reports reported statement spokesman spokeswoman
  make makes made making get gets got take takes took taken give gives gave given go goes went come comes came put
  total number amount figure estimate estimated later earlier ago now today yesterday tomorrow recently currently
  first second third last next past year years month months old aged week weeks day days hour hours minute minutes time times
  percent per cent percentage point points dollar dollars euro euros pound pounds hundred hundreds thousand thousands million millions
  billion billions trillion trillions dozen dozens half one two three four five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety mr mrs ms dr`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Return every stem of a topic. */
export function wordsOf({ counted, around }: Topic): ReadonlySet<string> {
  return new Set([...counted, ...around]);
}

/** Read what the figure `fact` is about from the tokens of its claim, the claim's other facts, and who says the claim. */
export function topicOf(
  tokens: readonly Token[],
  fact: TopicFact,
  facts: readonly TopicFact[],
  speakers: readonly string[],
): Topic {
  const said = new Set(speakers.map((name) => name.toLowerCase()));
  const others = facts.filter((one) => one !== fact && !overlaps(one, fact));
  const named = others.filter(({ type }) => NAMED.has(type)).filter((one) => !said.has(nameOf(one)));
  const figures = others.filter(({ value }) => value !== null);
  const counted = countedBy(tokens, fact);
  const speaking = others.filter((one) => said.has(nameOf(one)));
  const around = near(tokens, fact).filter((token) => {
    return !contains(fact, token) && ![...figures, ...speaking].some((one) => contains(one, token));
  });
  const lead = around.filter(({ end }) => end <= fact.start);
  const names = new Map<FactType, string[]>();
  for (const one of named) names.set(one.type, [...(names.get(one.type) ?? []), nameOf(one)]);
  return {
    counted,
    more: MORE.test(fact.text),
    lead: stemsOf(lead).at(-1) ?? "",
    around: new Set(stemsOf(around).filter((stem) => !counted.includes(stem))),
    names,
    dates: others.flatMap(({ value }) => (value?.kind === "date" ? [value] : [])),
  };
}

const nameOf = ({ name, text }: TopicFact): string => (name || text).toLowerCase();

/** The tokens near a figure. */
function near(tokens: readonly Token[], fact: Span): readonly Token[] {
  const from = tokens.findIndex(({ end }) => end > fact.start);
  const to = tokens.findIndex(({ start }) => start >= fact.end);
  if (from < 0) return [];
  return tokens.slice(Math.max(0, from - NEAR), (to < 0 ? tokens.length : to) + NEAR);
}

/** The nouns that stand in the figure's own words ("68 countries"), else those right behind "of" ("45 percent of the voters"). */
function countedBy(tokens: readonly Token[], fact: Span): readonly string[] {
  const own = stemsOf(tokens.filter((token) => contains(fact, token)));
  if (own.length > 0) return own;
  const behind = tokens.filter(({ start }) => start >= fact.end).slice(0, 5);
  if (behind[0]?.lower !== "of") return [];
  const stop = behind.findIndex(({ shape }, i) => i > 0 && shape !== "word");
  return stemsOf(behind.slice(1, stop < 0 ? behind.length : stop)).slice(0, 2);
}

function stemsOf(tokens: readonly Token[]): string[] {
  return tokens.filter(isTelling).map(({ lower }) => stem(lower));
}

/** Tell whether a token says something of what a figure is about: a word that is not grammar, saying or part of a figure. */
export function isTelling({ shape, lower }: Token): boolean {
  return shape === "word" && !QUIET.has(lower);
}

/** Cut the endings of plurals and verbs: "countries" and "country", "pledged" and "pledges" are the same. Not a word any more. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/u, "");
  const cut = bare.length <= 3 ? bare : cutEnding(bare);
  return cut.length > 3 ? cut.replace(/e$/u, "").replace(/([b-df-hj-kmnp-rtv-z])\1$/u, "$1") : cut;
}

function cutEnding(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  if (/[^su]s$/u.test(word)) return word.slice(0, -1);
  if (/[a-z]{3}ing$/u.test(word)) return word.slice(0, -3);
  return /[a-z]{2}[^aeiou]ed$/u.test(word) ? word.slice(0, -2) : word;
}
