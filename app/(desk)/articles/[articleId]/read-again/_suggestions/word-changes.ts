import { diffArrays } from "diff";

/** A stretch of words that stays, goes or comes. */
export interface WordChange {
  readonly text: string;
  readonly mark: "same" | "gone" | "come";
}

/** Tell two wordings apart word by word; what goes stands before what comes in its place. Their spaces are theirs. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes = diffArrays(words(before), words(after)).map(({ value, added, removed }) => ({
    text: value.join(""),
    mark: added ? ("come" as const) : removed ? ("gone" as const) : ("same" as const),
  }));
  return changes.filter(({ text }) => text !== "");
}

/** Each word with the space before it, so that a changed word is one change. */
function words(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}
