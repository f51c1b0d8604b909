import { changedBy, summary, whatHappens } from "@/app/(desk)/_revisions/words";
import type { FateView } from "@/lib/revisions/schema";
import { fate, preview } from "./fates";

const text = "It cost $2 billion.";
const kept = (number: number) => fate(number, { text, words: "$2 billion" }, { text, words: "$2 billion" });
const changed = (more: Partial<FateView>) =>
  fate(9, { text, words: "$2 billion" }, { text: "It cost $5 billion.", words: "$5 billion" }, more);

test("a new text that leaves every claim alone is one sentence", () => {
  expect(summary(preview([kept(1), kept(2)]))).toEqual(["All 2 claims keep their words."]);
  expect(summary(preview([]))).toEqual(["This article has no claims yet."]);
});

test("what falls, what is reworded and what is gone are told apart, with their number", () => {
  const lines = summary(
    preview([
      kept(1),
      changed({ signOff: "void", next: "reopened" }),
      changed({ outcome: "reworded", signOff: "glance" }),
      changed({ outcome: "lost", after: null, signOff: "void", next: "reopened" }),
      changed({ outcome: "ambiguous", after: null, signOff: "none" }),
    ]),
  );
  expect(lines).toEqual([
    "1 claim keeps its words.",
    "1 claim says something else.",
    "1 claim is reworded and keeps its sign-off, flagged for a glance.",
    "1 claim is no longer in the text.",
    "1 claim could stand in several places.",
    "2 sign-offs fall.",
  ]);
});

test.each<[Partial<FateView>, string]>([
  [
    { signOff: "void", next: "reopened", assignee: { id: "t", name: "Tom Okafor" } },
    "Its sign-off falls; it opens again, for Tom Okafor",
  ],
  [{ signOff: "void", next: "reopened" }, "Its sign-off falls; it opens again"],
  [{ state: "in_review", signOff: "none", next: "in_check" }, "It goes back to the check"],
  [{ outcome: "reworded", signOff: "glance" }, "Keeps its sign-off, flagged for a glance"],
  [{ state: "open", next: "open", signOff: "none" }, ""],
  [{ state: "detected", next: null, signOff: "none" }, "It goes: nobody worked on it, and its words are gone"],
])("what happens to a claim stands in words: %j", (more, words) => {
  expect(whatHappens(changed(more))).toBe(words);
});

test("a stored version says in one line what it changed", () => {
  const none = { reworded: 0, "value-changed": 0, ambiguous: 0, lost: 0 };
  expect(changedBy({ fates: none })).toBe("Every claim kept its words");
  expect(changedBy({ fates: { ...none, "value-changed": 2, reworded: 1, lost: 1 } })).toBe(
    "2 claims say something else, 1 reworded, 1 no longer in the text",
  );
});
