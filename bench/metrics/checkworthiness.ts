import { type Counts, mean } from "./shares";

/** A sentence with what people said about it (1 = yes) and what a program says. */
export interface Judged {
  readonly label: number;
  readonly score: number;
  readonly checkworthy: boolean;
}

/** Count the sentences said to be check-worthy against the labels. */
export function verdicts(list: readonly Judged[]): Counts & { readonly accuracy: number } {
  const count = (label: boolean, verdict: boolean) =>
    list.filter((item) => (item.label === 1) === label && item.checkworthy === verdict).length;
  const hits = count(true, true);
  return {
    hits,
    surplus: count(false, true),
    missed: count(true, false),
    accuracy: (hits + count(false, false)) / list.length,
  };
}

/** Return the mean precision at the places of the labelled ones, best score first; equal scores keep their order. */
export function averagePrecision(list: readonly { readonly label: number; readonly score: number }[]): number {
  const at: number[] = [];
  for (const [i, item] of [...list].sort((a, b) => b.score - a.score).entries())
    if (item.label === 1) at.push((at.length + 1) / (i + 1));
  return at.length > 0 ? mean(at) : 0;
}

/** Return the mean over files of the average precision, of the files with a labelled line. */
export function meanAveragePrecision(list: readonly (Judged & { readonly file: string })[]): number {
  const files = new Map<string, Judged[]>();
  for (const item of list) {
    const lines = files.get(item.file);
    if (lines) lines.push(item);
    else files.set(item.file, [item]);
  }
  return mean([...files.values()].filter((lines) => lines.some(({ label }) => label === 1)).map(averagePrecision));
}
