import type { Change } from "@/lib/core/anchoring/changes";
import { changeWords, reasonWords } from "@/lib/core/anchoring/reason";

const figure: Change = { from: "$2 billion", to: "$5 billion", kind: "number" };
const opposite: Change = { from: "stability", to: "instability", kind: "antonym" };
const spelling: Change = { from: "recieve", to: "receive", kind: "spelling" };

test.each<[string, readonly Change[]]>([
  ["$2 billion became $5 billion", [figure]],
  ["“stability” became “instability”", [opposite]],
  ["“not” was taken out", [{ from: "not", to: "", kind: "negation" }]],
  ["“allegedly” was put in", [{ from: "", to: "allegedly", kind: "modality" }]],
  ["$2 billion became $5 billion; “stability” became “instability”", [figure, opposite]],
  [
    "$2 billion became $5 billion; $2 billion became $5 billion; $2 billion became $5 billion; 2 more changes",
    Array(5).fill(figure),
  ],
])("says %j", (words, changes) => {
  expect(changeWords(changes)).toBe(words);
});

test("a changed fact is named without the harmless changes beside it", () => {
  expect(reasonWords("value-changed", [spelling, figure])).toBe("$2 billion became $5 billion");
  expect(reasonWords("reworded", [spelling])).toBe("“recieve” became “receive”");
});

test("of a reworded place typography is named only when nothing else changed", () => {
  const stop: Change = { from: "", to: ".", kind: "typography" };
  expect(reasonWords("reworded", [stop, spelling])).toBe("“recieve” became “receive”");
  expect(reasonWords("reworded", [stop])).toBe("Only white space or typography changed");
});

test("words that stayed need no reason, words that are gone have one", () => {
  expect(["exact" as const, "moved" as const].map((outcome) => reasonWords(outcome, []))).toEqual(["", ""]);
  expect(reasonWords("lost", [])).toBe("Its words are gone from the text");
  expect(reasonWords("ambiguous", [])).toBe("Its words now stand in several places");
});

test("long words are cut between characters", () => {
  const long = `${"a".repeat(79)}😀${"b".repeat(20)}`;
  expect(changeWords([{ from: long, to: "c", kind: "words" }])).toBe(`“${"a".repeat(79)}…” became “c”`);
});
