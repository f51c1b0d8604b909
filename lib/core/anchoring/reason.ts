import { altersFact, type Change, type ChangeKind } from "./changes";
import type { Outcome } from "./relocate";

/** Changes named one by one; of more, the number of the others is said. */
const NAMED = 3;
/** The longest words of a change that are shown, in UTF-16 units. */
const SHOWN = 80;

/** Kinds whose words speak for themselves; others are set in quotation marks, so that they stand out from the sentence. */
const BARE: ReadonlySet<ChangeKind> = new Set(["number", "magnitude", "unit", "currency", "bound", "date", "name"]);

/**
 * Say in words why a place is not what it was: "$2 billion became $5 billion; “not” was taken out". Of reworded places every change but
 * of typography is named, of others those that touch a fact. Empty for places that kept their words.
 */
export function reasonWords(outcome: Outcome, changes: readonly Change[]): string {
  switch (outcome) {
    case "exact":
    case "moved":
      return "";
    case "ambiguous":
      return "Its words now stand in several places";
    case "lost":
      return "Its words are gone from the text";
    case "reworded":
      return (
        changeWords(changes.filter(({ kind }) => kind !== "typography")) || "Only white space or typography changed"
      );
    case "value-changed":
      return changeWords(changes.filter(altersFact));
  }
}

/** Say changes in words, the first three one by one. */
export function changeWords(changes: readonly Change[]): string {
  const named = changes.slice(0, NAMED).map(oneChange);
  const others = changes.length - named.length;
  const rest = others === 0 ? [] : [others === 1 ? "1 more change" : `${others} more changes`];
  return [...named, ...rest].join("; ");
}

function oneChange({ from, to, kind }: Change): string {
  const quoted = (words: string) => (BARE.has(kind) ? cut(words) : `“${cut(words)}”`);
  if (from === "") return `${quoted(to)} was put in`;
  if (to === "") return `${quoted(from)} was taken out`;
  return `${quoted(from)} became ${quoted(to)}`;
}

/** Whole characters, on one line. */
function cut(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  if (line.length <= SHOWN) return line;
  const end = /[\uD800-\uDBFF]/u.test(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
  return `${line.slice(0, end)}…`;
}
