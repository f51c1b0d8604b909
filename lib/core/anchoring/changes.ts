import type { Span } from "../text/span";
import { compareValues } from "../values/compare-values";
import type { Value } from "../values/value";
import { align } from "./align";
import { areOpposites } from "./antonyms";
import { type Concept, readConcepts } from "./concepts";
import { areSynonyms } from "./lexicon";
import { isAbbreviation, isInflection, isParticiple, isTypo } from "./same-word";
import { fold, oneSpelling, plain } from "./word-key";

/** What a change touches. The first four leave the statement as it is. */
export type ChangeKind =
  | "typography"
  | "spelling"
  | "format"
  | "wording"
  | "number"
  | "magnitude"
  | "unit"
  | "currency"
  | "bound"
  | "date"
  | "name"
  | "quote"
  | "negation"
  | "quantifier"
  | "modality"
  | "comparison"
  | "antonym"
  | "relation"
  | "tense"
  | "person"
  | "words";

const HARMLESS: ReadonlySet<ChangeKind> = new Set(["typography", "spelling", "format", "wording"]);

/** Words of the old text and what stands there now; one of them can be empty. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly kind: ChangeKind;
}

/** Tell whether a change can alter what is stated. */
export function altersFact(change: Change): boolean {
  return !HARMLESS.has(change.kind);
}

/** What is left of two versions between two equal pieces. */
interface Hunk {
  /** Whether it lies within quotation marks in both versions. */
  readonly quoted: boolean;
  /** What follows it in both versions. */
  readonly next: Concept | undefined;
  readonly from: readonly Concept[];
  readonly to: readonly Concept[];
}

/** What an equal piece is worth to the alignment: limits and frame words rather move than the words they stand by. */
const weight = (key: string): number =>
  key.startsWith("bound") ? 0.5 : /^(?:frame|discourse|\W)/.test(key) || key.length < 3 ? 0.3 : 1;

/**
 * Compare what `oldSpan` and `newSpan` say and return every difference, in order, with its kind. Where nothing shows that a
 * difference is harmless it is reported as one that alters a fact.
 */
export function findChanges(oldText: string, oldSpan: Span, newText: string, newSpan: Span): Change[] {
  const a = readConcepts(oldText, oldSpan);
  const b = readConcepts(newText, newSpan);
  const hunks = hunksOf(a, b);
  const settled = a.some(({ word }) => word === "respectively") ? new Set<Hunk>() : settleMoves(hunks);
  const changes: Change[] = [];
  for (const hunk of hunks) {
    const kind = settled.has(hunk) ? "wording" : judge(hunk);
    const change = { from: written(oldText, hunk.from), to: written(newText, hunk.to), kind };
    if (change.from !== change.to) changes.push(change);
  }
  const [was, is] = [oldText.slice(oldSpan.start, oldSpan.end), newText.slice(newSpan.start, newSpan.end)];
  if (changes.length === 0 && was !== is) changes.push({ ...differing(was, is), kind: "typography" });
  return changes;
}

/** The words in which two texts differ: from the first to the last difference, in whole words. */
function differing(was: string, is: string): { readonly from: string; readonly to: string } {
  const limit = Math.min(was.length, is.length);
  let head = 0;
  while (head < limit && was[head] === is[head]) head++;
  while (head > 0 && was[head - 1] !== " ") head--;
  let tail = 0;
  while (tail < limit - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  while (tail > 0 && was[was.length - tail] !== " ") tail--;
  return { from: was.slice(head, was.length - tail), to: is.slice(head, is.length - tail) };
}

function written(text: string, concepts: readonly Concept[]): string {
  const [first, last] = [concepts[0], concepts.at(-1)];
  return first && last ? text.slice(first.start, last.end) : "";
}

function hunksOf(a: readonly Concept[], b: readonly Concept[]): Hunk[] {
  const pairs = align(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    weight,
  );
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const put = (x: number, y: number): void => {
    if (i < x || j < y)
      hunks.push({
        from: a.slice(i, x),
        to: b.slice(j, y),
        quoted: isQuoted(a, i, x) && isQuoted(b, j, y),
        next: b[y],
      });
    [i, j] = [x, y];
  };
  for (const [x, y] of pairs) {
    put(x, y);
    // The same in other words; within quotation marks the words themselves count.
    if (a[x]?.word !== b[y]?.word && letters(a[x]) !== letters(b[y])) put(x + 1, y + 1);
    [i, j] = [x + 1, y + 1];
  }
  put(a.length, b.length);
  return hunks;
}

const letters = (...concepts: readonly (Concept | undefined)[]): string =>
  fold(concepts.map((concept) => concept?.word ?? "").join(" "));

function isQuoted(concepts: readonly Concept[], from: number, to: number): boolean {
  if (from < to) return concepts.slice(from, to).some(({ quoted, kind }) => quoted && kind !== "mark");
  return concepts[from - 1]?.quoted === true && concepts[from]?.quoted === true;
}

const spoken = (concepts: readonly Concept[]): Concept[] => concepts.filter(({ kind }) => kind !== "mark");

/** Words that a phrase begins with which can stand at either end of a sentence: "in 2016", "last year", "according to". */
const ADJUNCT =
  /^(?:in|on|at|by|for|from|since|during|after|before|with|under|within|until|last|this|next|earlier|later|recently|today|yesterday)$/;

/** Whether words keep their part in the sentence wherever they stand: a time, a circumstance, a limit, who said it. */
function isMovable(words: readonly Concept[], there: readonly Concept[]): boolean {
  const [first, other] = [words[0]?.word ?? "", there[0]?.word ?? ""];
  return (
    (ADJUNCT.test(first) && first === other) ||
    words.some(({ kind }) => kind === "saying") ||
    words.every(({ kind }) => kind === "date") ||
    words.every(({ kind }) => kind === "bound") ||
    (inList(words) && inList(there))
  );
}

/** "and Germany", "Germany and": a member of a list, which may stand at another place of it. */
const inList = (words: readonly Concept[]): boolean =>
  (words[0]?.word === "and" || words.at(-1)?.word === "and") &&
  words.every(({ kind, word }) => word === "and" || word === "the" || kind === "name" || kind === "word");

/** Among more differences than this no moved phrase is looked for. */
const MANY = 200;

const gist = (concepts: readonly Concept[]): string =>
  spoken(concepts)
    .filter(({ kind }) => kind !== "frame")
    .map(({ key }) => key)
    .join(" ");

/**
 * Return the hunks that only say that a phrase stands elsewhere: the same words gone here and come there. Only a phrase that keeps
 * its part in the sentence wherever it stands counts; two names that changed places do not.
 */
function settleMoves(hunks: readonly Hunk[]): Set<Hunk> {
  const settled = new Set<Hunk>();
  if (hunks.length > MANY) return settled;
  const heavy = (concepts: readonly Concept[]): boolean =>
    concepts.some((concept) => concept.kind !== "mark" && concept.kind !== "frame");
  const gone = hunks.filter(({ from, to, quoted }) => !quoted && heavy(from) && !heavy(to));
  const come = hunks.filter(({ from, to, quoted }) => !quoted && !heavy(from) && heavy(to));
  for (const hunk of gone) {
    const words = spoken(hunk.from);
    const match = come.find(
      (other) => !settled.has(other) && gist(other.to) === gist(hunk.from) && isMovable(words, spoken(other.to)),
    );
    if (!match) continue;
    settled.add(hunk);
    settled.add(match);
  }
  return settled;
}

/** Larger differences are not looked into word by word: they are changes. */
const COMPARED = 2_500;

/** Give a hunk its kind: the gravest of what is left when everything harmless is taken away. */
function judge({ quoted, ...hunk }: Hunk): ChangeKind {
  let from = spoken(hunk.from);
  let to = spoken(hunk.to);
  if (from.length === 0 && to.length === 0) return marks(hunk);
  const negated = from.some(isNegation) || to.some(isNegation);
  if (!negated && letters(...from) === letters(...to)) return "spelling";
  let kind: ChangeKind = "wording";
  for (const one of from.length * to.length > COMPARED ? [] : [...from]) {
    const match = to.find((other) => sameThing(one, other, quoted));
    if (!match) continue;
    kind = sameThing(one, match, quoted) ?? kind;
    from = from.filter((other) => other !== one);
    to = to.filter((other) => other !== match);
  }
  if (from.length + to.length === 0) return kind;
  if (onlyTypos(from, to)) return "spelling";
  if (quoted) return "quote";
  if (phrasesAgree(from, to)) return kind;
  return gravest(from, to) ?? (turnsVoice(hunk) ? "relation" : kind);
}

/** "Attacked" and "was attacked": a form of "to be" that came or went before a participle changes who did it to whom. */
function turnsVoice({ from, to, next }: Pick<Hunk, "from" | "to" | "next">): boolean {
  const isBe = ({ kind, word }: Concept): boolean => kind === "be" || word === "been" || word === "being";
  if (!next || !isParticiple(next.word) || from.some(isBe) === to.some(isBe)) return false;
  return ![...from, ...to].some(({ word }) => /^(?:which|who|that|and|,|to)$/.test(word));
}

const isNegation = (concept: Concept): boolean => concept.kind === "negation";

/** A change of marks alone. */
function marks({ from, to }: Pick<Hunk, "from" | "to">): ChangeKind {
  const asks = (concepts: readonly Concept[]) => concepts.some(({ key }) => key.includes("?"));
  return asks(from) !== asks(to) ? "modality" : "typography";
}

/** Return how two different pieces say the same thing, or undefined when they do not (or nobody can tell). */
function sameThing(a: Concept, b: Concept, quoted: boolean): ChangeKind | undefined {
  if (a.value || b.value || a.kind === "number" || b.kind === "number")
    return sameFigure(a, b, quoted) ? "format" : undefined;
  const [x, y] = [plain(a.word), plain(b.word)];
  if (x === y) return "typography";
  if (oneSpelling(x) === oneSpelling(y)) return "spelling";
  if (a.kind !== "name" && b.kind !== "name" && isTypo(x, y)) return "spelling";
  if (quoted) return undefined;
  if (a.key === b.key) return "wording";
  if (areSynonyms(oneSpelling(x), oneSpelling(y)) || isAbbreviation(x, y) || isAbbreviation(y, x)) return "wording";
  return a.kind === "word" && b.kind === "word" && isInflection(x, y) ? "wording" : undefined;
}

function sameFigure(a: Concept, b: Concept, quoted: boolean): boolean {
  if (letters(a) === letters(b)) return true;
  if (quoted) return false;
  if (a.key === b.key || counted(a) === counted(b)) return true;
  const [x, y] = [shorthand(a) ?? a.value, shorthand(b) ?? b.value];
  return x !== undefined && y !== undefined && compareValues(limitless(x), limitless(y)) === "equal";
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/** The key of a number as a figure, where the lexicon or a Roman figure ("World War II") hides it. */
function counted({ key, word, kind }: Concept): string {
  if (word === "one") return "1";
  const roman = kind === "name" ? ROMAN.indexOf(word) : -1;
  if (roman >= 0) return String(roman + 1);
  return key.startsWith("number ") ? key.slice("number ".length).trim() : key;
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };

/** A count with its magnitude as a letter, which the figures take for metres and the like: "1.5m members". */
function shorthand({ word, value }: Concept): Value | undefined {
  if (value?.kind !== "quantity" || value.valueTo !== undefined) return undefined;
  const scale = SCALES[/^[\d.,]+ ?([a-z]{1,2})$/.exec(word)?.[1] ?? ""];
  return scale === undefined ? undefined : { kind: "number", value: value.value * scale };
}

/** The limit of a figure is compared by its words. */
function limitless(value: Value): Value {
  if (value.kind === "ordinal" || value.bound === undefined) return value;
  const { bound: _, ...rest } = value;
  return rest;
}

/** Tell whether what is left on both sides are two phrases of one group of synonyms ("set up" and "established"). */
function phrasesAgree(from: readonly Concept[], to: readonly Concept[]): boolean {
  if (from.length === 0 || to.length === 0 || from.length > 6 || to.length > 6) return false;
  const phrase = (concepts: readonly Concept[]) => concepts.map(({ word }) => oneSpelling(plain(word))).join(" ");
  return areSynonyms(phrase(from), phrase(to));
}

/** Tell whether two pieces are the same words but for slips of the pen, as the lexicon and the figures cannot read a misspelt one. */
function onlyTypos(from: readonly Concept[], to: readonly Concept[]): boolean {
  const words = (concepts: readonly Concept[]) => concepts.flatMap(({ word }) => plain(word).split(" "));
  const [a, b] = [words(from), words(to)];
  return a.length > 0 && a.length === b.length && a.every((word, k) => word === b[k] || isTypo(word, b[k] ?? ""));
}

const LIGHT = new Set(["frame", "discourse", "mark"]);

/** Return the kind of what the two sides do not share; undefined when only words without a fact are left. */
function gravest(from: readonly Concept[], to: readonly Concept[]): ChangeKind | undefined {
  const turned = turnsRound(from, to);
  const heavyFrom = from.filter((concept) => isHeavy(concept));
  const heavyTo = to.filter((concept) => isHeavy(concept));
  if (heavyFrom.length === 0 && heavyTo.length === 0) return turned ?? lighter(from, to);
  return kindOf(heavyFrom, heavyTo);
}

const isHeavy = ({ kind, key }: Concept): boolean =>
  !LIGHT.has(kind) && kind !== "be" && kind !== "pronoun" && key !== "one";

/** Forms of "to be" and pronouns count only where another one takes their place. */
function lighter(from: readonly Concept[], to: readonly Concept[]): ChangeKind | undefined {
  for (const [kind, name] of [
    ["be", "tense"],
    ["pronoun", "person"],
  ] as const) {
    const [a, b] = [from, to].map((side) => side.filter((concept) => concept.kind === kind).map(({ key }) => key));
    if (a && b && a.length > 0 && b.length > 0 && a.join() !== b.join()) return name;
  }
  return undefined;
}

const TURNS = new Set(
  ["from/to", "by/to", "by/for", "by/from", "for/from", "of/by"].flatMap((pair) => [
    pair,
    pair.split("/").reverse().join("/"),
  ]),
);

/** Prepositions that turn a statement round when one takes the other's place. */
function turnsRound(from: readonly Concept[], to: readonly Concept[]): ChangeKind | undefined {
  const [a, b] = [from, to].map((side) => side.filter(({ kind }) => kind === "frame").map(({ word }) => word));
  return a?.length === 1 && b?.length === 1 && TURNS.has(`${a[0]}/${b[0]}`) ? "relation" : undefined;
}

const BY_CLASS: readonly (readonly [Concept["kind"], ChangeKind])[] = [
  ["negation", "negation"],
  ["bound", "bound"],
  ["modality", "modality"],
  ["quantifier", "quantifier"],
  ["date", "date"],
  ["unit", "unit"],
  ["comparison", "comparison"],
];

function kindOf(from: readonly Concept[], to: readonly Concept[]): ChangeKind {
  const all = [...from, ...to];
  if (from.length * to.length <= COMPARED) {
    for (const a of from) for (const b of to) if (areOpposites(a.word, b.word)) return "antonym";
  }
  const [a, b] = [from.find(({ value }) => value)?.value, to.find(({ value }) => value)?.value];
  if (a && b) return figureKind(a, b);
  if (all.some(isNegation)) return "negation";
  if (a ?? b) return (a ?? b)?.kind === "date" ? "date" : "number";
  if (all.some(({ kind }) => kind === "number")) return "number";
  for (const [kind, name] of BY_CLASS) if (all.some((concept) => concept.kind === kind)) return name;
  if (all.some(({ kind }) => kind === "name")) return "name";
  return all.some(({ kind }) => kind === "relation") ? "relation" : "words";
}

function figureKind(a: Value, b: Value): ChangeKind {
  if (a.kind === "date" || b.kind === "date") return "date";
  if (a.kind === "money" && b.kind === "money")
    return a.currency !== b.currency ? "currency" : magnitude(a.amount, b.amount);
  if (a.kind !== b.kind) return "unit";
  if ((a.kind === "quantity" || a.kind === "age") && (b.kind === "quantity" || b.kind === "age") && a.unit !== b.unit)
    return "unit";
  if (a.kind === "percent" && b.kind === "percent" && a.points !== b.points) return "unit";
  return "value" in a && "value" in b ? magnitude(a.value, b.value) : "number";
}

/** A thousand times more or less is another magnitude, anything else another number. */
function magnitude(a: number, b: number): ChangeKind {
  const ratio = Math.abs(a / b);
  return [1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9].some((size) => Math.abs(ratio / size - 1) < 1e-9) ? "magnitude" : "number";
}
