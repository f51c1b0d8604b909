import { isEnglishWord } from "../text/vocabulary";

/** "Sept." for "September": the beginning of the word, with a full stop. */
export const isAbbreviation = (short: string, long: string): boolean =>
  /^[a-z]{2,6}\.$/.test(short) &&
  long.length > short.length &&
  long.startsWith(short.slice(0, -1)) &&
  long[0] === short[0];

const DEGREE = /(?:er|ers|est|less|ful)$/;

/** The words that a regular form may come from, itself among them: "stopped" → stopp, stop, stoppe; "parties" → party, parti, partie. */
function basesOf(word: string): string[] {
  const bases = [word];
  for (const ending of ["'s", "'", "s", "es", "ed", "d", "ing", "ly"]) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const base = word.slice(0, -ending.length);
    bases.push(base);
    if (ending === "ing") bases.push(`${base}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(base)) bases.push(base.slice(0, -1));
  }
  if (/ie[sd]$/.test(word)) bases.push(`${word.slice(0, -3)}y`);
  return bases;
}

/**
 * Tell whether two words are forms of one ("report", "reports", "reported"). Degrees of comparison and negative forms are not, nor
 * is who does a thing and whom it is done to ("accusing", "accused").
 */
export function isInflection(a: string, b: string): boolean {
  if (DEGREE.test(a) !== DEGREE.test(b)) return false;
  if ((a.endsWith("ing") && b.endsWith("ed")) || (a.endsWith("ed") && b.endsWith("ing"))) return false;
  const bases = basesOf(b);
  return basesOf(a).some((base) => bases.includes(base)) || IRREGULAR.get(a)?.has(b) === true;
}

/** Tell whether a word can be a past participle: what "was" makes of it is done to somebody. */
export function isParticiple(word: string): boolean {
  return /(?:ed|en|wn|ght)$/.test(word) || (IRREGULAR.has(word) && !/(?:s|ing)$/.test(word));
}

const IRREGULAR = new Map<string, ReadonlySet<string>>();
for (const forms of `
  go goes went gone going; make makes made making; take takes took taken taking; come comes came coming; see sees saw seen seeing; know knows knew known; think thinks thought; find finds found; tell tells told; become becomes became; leave leaves left; feel feels felt; bring brings brought; hold holds held; write writes wrote written; stand stands stood; hear hears heard; mean means meant; meet meets met; run runs ran running; pay pays paid; sit sits sat; speak speaks spoke spoken; lead leads led; grow grows grew grown; lose loses lost; send sends sent; build builds built; understand understands understood; draw draws drew drawn; break breaks broke broken; spend spends spent; rise rises rose risen; drive drives drove driven; buy buys bought; wear wears wore worn; choose chooses chose chosen; fall falls fell fallen; win wins won; teach teaches taught; sell sells sold; catch catches caught; fight fights fought; throw throws threw thrown; keep keeps kept; begin begins began begun; give gives gave given; get gets got gotten; show shows showed shown; man men; woman women; child children; person people
`
  .split(";")
  .map((line) => line.trim().split(/\s+/))) {
  const all = new Set(forms);
  for (const form of forms) IRREGULAR.set(form, all);
}

const NEGATIVE = /^(?:un|in|im|ir|il|dis|non|mis|de|a)/;

/** Tell whether one lower-case word is a slip of the pen for the other: a letter or two apart, and only one of them is a word. */
export function isTypo(a: string, b: string): boolean {
  if (!/^[a-z'-]{4,}$/.test(a) || !/^[a-z'-]{4,}$/.test(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.endsWith(short) && NEGATIVE.test(long)) return false;
  const limit = Math.min(short.length, long.length) >= 9 ? 2 : 1;
  if (distance(a, b, limit) > limit) return false;
  return isEnglishWord(a) !== isEnglishWord(b);
}

/** Edits between two words (letters put in, left out, changed, or two neighbours swapped), counted up to `limit` + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}
