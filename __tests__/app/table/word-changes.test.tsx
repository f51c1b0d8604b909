import { wordChanges } from "@/app/(desk)/articles/[articleId]/read-again/_suggestions/word-changes";

/** The change in one line: what goes in (…), what comes in […]. */
const said = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ text, mark }) => (mark === "gone" ? `(${text})` : mark === "come" ? `[${text}]` : text))
    .join("");

test.each([
  ["He said so.", "He said so.", "He said so."],
  ["on Wednesday {2017-03-22}.", "on Wednesday {2017-03-15}.", "on Wednesday( {2017-03-22}.)[ {2017-03-15}.]"],
  ["It stopped.", "The ferry stopped.", "(It)[The ferry] stopped."],
  ["", "New words", "[New words]"],
  ["Old words ", "", "(Old words )"],
])("“%s” and “%s” are told apart word by word", (before, after, expected) => {
  expect(said(before, after)).toBe(expected);
});
