import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** How many answers are remembered, and how many unknown words the model may be shown before it is thrown away. */
const REMEMBERED = 20_000;

interface Dictionary {
  readonly has: (word: string) => boolean;
  readonly answers: Map<string, boolean>;
}

let dictionary: Dictionary | undefined;

/** The model numbers its own words first; whatever gets a later number it had never seen. */
function open(): Dictionary {
  const nlp = winkNLP(model, []);
  const idOf = (word: string): number => Number(nlp.readDoc(word).tokens().itemAt(0).out(nlp.its.uniqueId));
  const unseen = idOf("qzxvwkjq");
  return { has: (word) => idOf(word) < unseen, answers: new Map() };
}

/** The forms that a regular ending may stand on: "councils" → "council", "stopped" → "stop", "parties" → "party". */
function bases(word: string): string[] {
  const out = [word];
  for (const ending of ["'s", "s", "es", "d", "ed", "ing", "ings", "r", "er", "ers", "ly"]) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const base = word.slice(0, -ending.length);
    out.push(base);
    if (ending.includes("ing")) out.push(`${base}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(base)) out.push(base.slice(0, -1));
  }
  if (/ie[sd]$/.test(word)) out.push(`${word.slice(0, -3)}y`);
  return out;
}

/** Tell whether an English word (lower case, letters only) is one: a form in wink's lexicon, or a regular form of one. */
export function isEnglishWord(word: string): boolean {
  if (!/^[a-z]{1,30}$/.test(word)) return false;
  if (!dictionary || dictionary.answers.size > REMEMBERED) dictionary = open();
  const known = dictionary.answers.get(word);
  if (known !== undefined) return known;
  const { has, answers } = dictionary;
  const answer = bases(word).some(has);
  answers.set(word, answer);
  return answer;
}
