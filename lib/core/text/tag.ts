import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Token } from "./tokens";

/** Universal part of speech of a token. */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

const TAGS: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** How many tokens the tagger sees at once, and how many it may see before its word cache is thrown away. */
const BATCH = 4000;
const CACHE_LIFE = 2_000_000;

const isTag = (value: string): value is Tag => TAGS.has(value);

let engine: ReturnType<typeof winkNLP> | undefined;
let seen = 0;

/** The tagger keeps every unknown word it meets; a fresh one now and then keeps a long-running process small. */
function tagger(tokens: number): ReturnType<typeof winkNLP> {
  seen += tokens;
  if (!engine || seen > CACHE_LIFE) {
    engine = winkNLP(model, ["pos"]);
    seen = tokens;
  }
  return engine;
}

const PLAIN = /^[a-z.']{1,30}$/i;

/** What the tagger is shown for a token: plain ASCII without inner spaces, so that it stays one piece and cheap. */
function shown(token: Token): string {
  if (token.shape === "number") return "5";
  if (token.shape === "link") return "it";
  if (token.shape === "mark") return MARKS.get(token.text[0] ?? "") ?? "-";
  if (PLAIN.test(token.text)) return token.text;
  const last =
    token.text.length > 60
      ? ""
      : token.text.slice(Math.max(token.text.lastIndexOf("-"), token.text.lastIndexOf("‑")) + 1);
  const plain = last.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  if (PLAIN.test(plain))
    return token.capital && /^[a-z]/.test(plain) ? plain[0]?.toUpperCase() + plain.slice(1) : plain;
  return token.capital ? "Thing" : "thing";
}

const MARKS = new Map([
  [".", "."],
  ["!", "!"],
  ["?", "?"],
  [",", ","],
  [";", ";"],
  [":", ":"],
  ["“", '"'],
  ["”", '"'],
  ['"', '"'],
  ["$", "$"],
  ["€", "$"],
  ["£", "$"],
  ["%", "%"],
  ["(", "("],
  [")", ")"],
  ["[", "("],
  ["]", ")"],
]);

/** Return the part of speech of every token, in order, by wink-nlp's model. Tokens it cannot read are "X". */
export function tagTokens(tokens: readonly Token[]): Tag[] {
  const out: Tag[] = [];
  if (tokens.length <= BATCH) tagBatch(tokens, out);
  else for (let from = 0; from < tokens.length; from += BATCH) tagBatch(tokens.slice(from, from + BATCH), out);
  return out;
}

function tagBatch(tokens: readonly Token[], out: Tag[]): void {
  if (tokens.length === 0) return;
  const nlp = tagger(tokens.length);
  const words = tokens.map(shown);
  const read = nlp.readDoc(joined(words)).tokens();
  const values = read.out();
  const tags = read.out(nlp.its.pos);
  // Both sides are walked by their letters alone: the tagger may cut a word in two, or read a contraction as two.
  let i = -1;
  let reached = 0;
  let wanted = 0;
  for (const [k, token] of tokens.entries()) {
    wanted += words[k]?.length ?? 0;
    while (reached < wanted && i + 1 < values.length) {
      i++;
      reached += values[i]?.length ?? 0;
    }
    const tag = tags[i] ?? "X";
    out.push(repaired(token, isTag(tag) ? tag : "X"));
  }
  const begun = out.length - tokens.length;
  for (const [k, token] of tokens.entries())
    if (MEASURES.has(token.lower) && measures(tokens, out, k, begun + k)) out[begun + k] = "VERB";
}

/** Words that are a verb between a noun and a figure: "the bridge cost $3 million", "visitors number about 500". */
const MEASURES = new Set("cost costs total totals number numbers weigh weighs".split(" "));
const BEFORE_FIGURES = new Set(
  "about around roughly nearly almost approximately over under between up more less fewer at some only just".split(" "),
);

function measures(tokens: readonly Token[], tags: readonly Tag[], k: number, at: number): boolean {
  const before = tags[at - 1];
  if (tags[at] !== "NOUN" || k === 0 || !(before === "NOUN" || before === "PROPN" || before === "PRON")) return false;
  const next = tokens[k + 1];
  const figure = (token: Token | undefined) => token?.shape === "number" || /^[$€£¥]/.test(token?.text ?? "");
  return figure(next) || (BEFORE_FIGURES.has(next?.lower ?? "") && tokens.slice(k + 2, k + 4).some(figure));
}

/** Contractions are shown to the tagger unbroken ("isn't"), everything else with a space between. */
function joined(words: readonly string[]): string {
  const pieces: string[] = [];
  for (const word of words) {
    if (isClitic(word) && pieces.length > 0) pieces[pieces.length - 1] += word;
    else pieces.push(word);
  }
  return pieces.join(" ");
}

/** Past tenses that can be nothing else, and that the model takes for unknown nouns. */
const ALWAYS_VERBS = new Set(
  "retook overtook undertook mistook partook withdrew overthrew underwent oversaw foresaw rewrote retold outbid rebuilt overran overcame outgrew misspoke reaffirmed tweeted retweeted airlifted".split(
    " ",
  ),
);

function isClitic(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first === 39) return word.length === 2 || word.length === 3;
  return (first === 110 || first === 78) && (word === "n't" || word === "N'T");
}

/** Repair what the tagger cannot know: compounds are adjectives, marks are marks. */
function repaired(token: Token, tag: Tag): Tag {
  if (token.shape === "number") return "NUM";
  if (token.shape === "mark") return tag === "SYM" ? tag : "PUNCT";
  if (tag === "VERB") return token.text.includes("-") ? "ADJ" : tag;
  return ALWAYS_VERBS.has(token.lower) ? "VERB" : tag;
}
