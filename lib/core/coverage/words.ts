import type { FactFigures } from "./coverage";

const count = (number: number): string => number.toLocaleString("en");
const facts = (number: number): string => `${count(number)} ${number === 1 ? "fact" : "facts"}`;

/** Say the figures of a text in a line: "212 of 218 facts under a decision". */
export function decidedInWords({ facts: all, decided }: Pick<FactFigures, "facts" | "decided">): string {
  return all === 0 ? "No facts in the text" : `${count(decided)} of ${facts(all)} under a decision`;
}

/** Say what is not decided: "4 wait with open claims, 2 bare"; empty when all is. */
export function undecidedInWords({ open, bare }: Pick<FactFigures, "open" | "bare">): string {
  const waiting = open === 0 ? "" : `${count(open)} ${open === 1 ? "waits" : "wait"} with open claims`;
  return [waiting, bare === 0 ? "" : `${count(bare)} bare`].filter((words) => words !== "").join(", ");
}

/** Say the figures in one line, with what is left. */
export function figuresInWords(figures: FactFigures): string {
  return [decidedInWords(figures), undecidedInWords(figures)].filter((words) => words !== "").join("; ");
}
