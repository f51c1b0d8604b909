import { isDash, type Tokens } from "./tokens";
import type { Bound } from "./value";

interface Phrase {
  readonly bound: Bound;
  /** The words belong to the figure ("more than $2 billion"); verbs and nouns that merely lead to it do not. */
  readonly inside: boolean;
}

const LONGEST = 7;

/** Comparatives that belong to any figure; "younger than" belongs to what is compared. */
const COUNTING: ReadonlySet<string> = new Set(
  "more greater higher larger bigger better less fewer lower smaller".split(" "),
);

function phrases(): Map<string, Phrase> {
  const all = new Map<string, Phrase>();
  const add = (bound: Bound, inside: boolean, list: readonly string[]): void => {
    for (const words of list) all.set(words, { bound, inside });
  };
  const comparatives: readonly (readonly [Bound, Bound, string])[] = [
    [
      ">",
      ">=",
      "more greater higher larger bigger better longer taller heavier older later faster wider deeper warmer hotter",
    ],
    ["<", "<=", "less fewer lower smaller shorter lighter younger earlier slower worse cheaper narrower colder cooler"],
  ];
  for (const [strict, loose, words] of comparatives) {
    for (const word of words.split(" ")) {
      const than = `${word} than`;
      add(strict, COUNTING.has(word), [
        than,
        `${than} just`,
        `${than} about`,
        `slightly ${than}`,
        `just ${than}`,
        `little ${than}`,
        `a little ${than}`,
        `much ${than}`,
        `well ${than}`,
      ]);
      add(loose, true, [
        `${than} or equal to`,
        `${than} or equal`,
        `${word} or equal than`,
        `${word} or equal to`,
        `${word} than or equals to`,
      ]);
      add(loose, false, [`equal to or ${than}`, `equal or ${than}`, `equals or ${than}`, `equals to or ${than}`]);
    }
  }
  for (const word of "more greater higher larger bigger later older".split(" "))
    add("<=", true, [`no ${word} than`, `not ${word} than`]);
  for (const word of "less fewer lower smaller earlier younger".split(" "))
    add(">=", true, [`no ${word} than`, `not ${word} than`]);
  add(">", true, [
    "over",
    "above",
    "well over",
    "just over",
    "slightly over",
    "exceeding",
    "well above",
    "> ",
    ">",
    "a little over",
    "far above",
    "just above",
    "beyond",
  ]);
  add(">", false, [
    "in excess of",
    "upwards of",
    "upward of",
    "north of",
    "surpass",
    "surpassed",
    "surpasses",
    "surpassing",
    "exceed",
    "exceeds",
    "exceeded",
    "topped",
    "topping",
    "as high as over",
  ]);
  add("<", true, [
    "under",
    "below",
    "just under",
    "well under",
    "just below",
    "well below",
    "<",
    "slightly under",
    "slightly below",
    "shy of",
    "just shy of",
    "short of",
    "just short of",
  ]);
  add("<", false, ["south of"]);
  add(">=", true, [
    "at least",
    "at the least",
    "at the very least",
    "a minimum of",
    "minimum of",
    "≥",
    "> =",
    "= >",
    "as early as",
  ]);
  add(">=", false, ["minimum", "not less", "starting at", "from at least"]);
  add("<=", true, [
    "at most",
    "at the most",
    "up to",
    "as many as",
    "as much as",
    "a maximum of",
    "maximum of",
    "≤",
    "< =",
    "= <",
    "as high as",
    "as late as",
    "no later than",
  ]);
  add("<=", false, ["maximum", "limited to", "capped at", "as long as", "as large as"]);
  add(">=", true, ["as few as", "as little as", "as low as"]);
  add("~", true, [
    "about",
    "around",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "some",
    "an estimated",
    "estimated",
    "circa",
    "~",
    "≈",
    "approx",
    "approx .",
    "somewhere around",
    "in the region of",
    "virtually",
    "practically",
    "a little under",
  ]);
  add("~", false, [
    "close to",
    "estimated at",
    "approaching",
    "aproximately",
    "c .",
    "ca .",
    "ca",
    "on the order of",
    "in the neighborhood of",
    "an average of",
    "an estimated total of",
    "or so",
  ]);
  for (const loose of ["≈", "about", "around", "approximately", "nearly", "almost", "roughly"])
    add("~", true, [`only ${loose}`, `just ${loose}`]);
  add("<", true, ["a little under"]);
  return all;
}

const PHRASES = phrases();
const LAST_WORDS: ReadonlySet<string> = new Set(
  [...PHRASES.keys()].map((words) => words.trim().split(" ").at(-1) ?? ""),
);

/** A bound and the first token of the words that state it. */
export interface BoundBefore {
  readonly start: number;
  readonly bound: Bound;
  readonly inside: boolean;
}

/** Find the longest comparator that ends right before token i; undefined when there is none. Looks back at most seven tokens. */
export function boundBefore(t: Tokens, i: number): BoundBefore | undefined {
  const last = t.word(i - 1) === "the" || t.word(i - 1) === "a" ? i - 2 : i - 1;
  if (!LAST_WORDS.has(t.word(last))) return undefined;
  let words = "";
  let best: BoundBefore | undefined;
  for (let k = last; k > last - LONGEST && k >= 0; k--) {
    words = words === "" ? t.word(k) : `${t.word(k)} ${words}`;
    const phrase = PHRASES.get(words);
    if (phrase !== undefined) best = { start: k, bound: phrase.bound, inside: phrase.inside };
  }
  if (best === undefined) return undefined;
  if (t.word(best.start) === "<" && t.word(best.start + 1) === ">") return undefined;
  if (t.word(best.start - 1) === "<" && (best.bound === ">" || best.bound === ">=")) return undefined;
  return best;
}

/** A bound behind a figure and the token after its words; `loose` only adds "or equal" to the bound before. */
export interface BoundAfter {
  readonly next: number;
  readonly loose?: true;
  readonly bound: Bound;
}

const UP: ReadonlySet<string> = new Set([
  "more",
  "above",
  "greater",
  "higher",
  "over",
  "larger",
  "bigger",
  "longer",
  "older",
  "up",
  "better",
  "later",
  "beyond",
]);
const DOWN: ReadonlySet<string> = new Set([
  "less",
  "fewer",
  "below",
  "lower",
  "under",
  "smaller",
  "shorter",
  "younger",
  "worse",
  "earlier",
]);

/** Find "or more", "or less", "and above", "or so" or "+" right behind token i - 1. */
export function boundAfter(t: Tokens, i: number): BoundAfter | undefined {
  const word = t.word(i);
  if (word === "+" && t.isGlued(i) && !(t.isGlued(i + 1) && (t.isDigits(i + 1) || t.isWord(i + 1))))
    return { next: i + 1, bound: ">=" };
  if (isDash(word) && t.isGlued(i) && t.word(i + 1) === "plus") return { next: i + 2, bound: ">=" };
  if (word === "plus" && !t.isDigits(i + 1)) return { next: i + 1, bound: ">=" };
  if (word === "more" && t.follows(i + 1, "or", "less")) return { next: i, bound: "~" };
  if (word !== "or" && word !== "and") return undefined;
  const side = t.word(i + 1);
  if (word === "or" && side === "equal")
    return { next: t.word(i + 2) === "to" ? i + 3 : i + 2, bound: "~", loose: true };
  if (word === "or" && side === "so") return { next: i + 2, bound: "~" };
  if (word === "or" && side === "thereabouts") return { next: i + 2, bound: "~" };
  const bound = UP.has(side) ? ">=" : DOWN.has(side) ? "<=" : undefined;
  if (
    bound === undefined ||
    (word === "and" &&
      side !== "more" &&
      side !== "above" &&
      side !== "below" &&
      side !== "over" &&
      side !== "under" &&
      side !== "up" &&
      side !== "older")
  )
    return undefined;
  const than = t.word(i + 2) === "than";
  const figureFollows = than
    ? t.isDigits(i + 3) || t.isDigits(i + 4)
    : t.isDigits(i + 2) || (t.word(i + 2) !== "," && !t.isWord(i + 2) && t.isGlued(i + 3) && t.isDigits(i + 3));
  if (figureFollows) return undefined;
  if (than) return { next: i + 3, bound };
  if (t.isWord(i + 2) && word === "and" && t.word(i + 2) !== "in") return undefined;
  return { next: i + 2, bound };
}
