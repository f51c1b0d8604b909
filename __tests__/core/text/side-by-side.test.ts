import fc from "fast-check";
import { inlineChanges, type Part, type Row, sideBySide } from "@/lib/core/text/side-by-side";

/** Write a comparison as a proofreader would: [-gone-], {+come+}. */
function told({ kind, left, right }: Row): string {
  const side = (parts: readonly Part[] | null, open: string, close: string) =>
    (parts ?? []).map(({ text, changed }) => (changed ? `${open}${text.trim()}${close}` : text)).join("");
  return `${kind}: ${side(left, "[-", "-]").trim()} | ${side(right, "{+", "+}").trim()}`;
}
const compared = (before: string, after: string): string[] => sideBySide(before, after).map(told);
const side = (rows: readonly Row[], which: "left" | "right"): string =>
  rows.flatMap((row) => (row[which] ?? []).map(({ text }) => text)).join("");

test("a changed figure is marked in its paragraph, and nothing else", () => {
  expect(
    compared("One.\n\nUp to $2 billion was pledged.\n\nLast.", "One.\n\nUp to $5 billion was pledged.\n\nLast."),
  ).toEqual([
    "same: One. | One.",
    "changed: Up to [-$2-] billion was pledged. | Up to {+$5+} billion was pledged.",
    "same: Last. | Last.",
  ]);
});

test("a paragraph that came or went is a row of its own side", () => {
  expect(compared("One.\nTwo went.\nThree.", "One.\nThree.\nFour came along.")).toEqual([
    "same: One. | One.",
    "removed: [-Two went.-] | ",
    "same: Three. | Three.",
    "added:  | {+Four came along.+}",
  ]);
});

test("a moved paragraph is one row on each side", () => {
  const rows = compared(
    "The ferry left.\n\nThe bridge opened.\n\nNobody came.",
    "The bridge opened.\n\nNobody came.\n\nThe ferry left.",
  );
  expect(rows).toEqual([
    "moved: The ferry left. | ",
    "same: The bridge opened. | The bridge opened.",
    "same: Nobody came. | Nobody came.",
    "moved:  | The ferry left.",
  ]);
});

test("a changed paragraph is found beside others that are new", () => {
  const rows = compared(
    "Start.\nThe mayor opened the new harbour bridge in May.\nEnd.",
    "Start.\nA storm came up in the night.\nThe mayor opened the old harbour bridge in June.\nEnd.",
  );
  expect(rows.map((row) => row.split(":")[0])).toEqual(["same", "added", "changed", "same"]);
});

test("other line breaks and spaces are no change of words", () => {
  expect(sideBySide("One  two.\n\n\nThree.", "One two.\nThree.\n").map(({ kind }) => kind)).toEqual(["same", "same"]);
});

const text = fc
  .array(
    fc.constantFrom("the", "bank", "pledged", "$2", "billion", ",", ".", " ", " ", "\n", "\n\n", "é", "😀", "not"),
    { maxLength: 60 },
  )
  .map((words) => words.join(" "));
const hostile = fc.oneof(text, fc.string({ unit: "binary", maxLength: 80 }));

test("the left parts join up to the old text and the right ones to the new, each with its place", () => {
  fc.assert(
    fc.property(hostile, hostile, (before, after) => {
      const rows = sideBySide(before, after);
      expect(side(rows, "left")).toBe(before);
      expect(side(rows, "right")).toBe(after);
      for (const row of rows) {
        for (const part of row.left ?? []) expect(before.slice(part.start, part.end)).toBe(part.text);
        for (const part of row.right ?? []) expect(after.slice(part.start, part.end)).toBe(part.text);
      }
    }),
  );
});

test("equal texts have only rows that are the same", () => {
  fc.assert(fc.property(hostile, (same) => sideBySide(same, same).every(({ kind }) => kind === "same")));
});

test("what is not marked in a changed paragraph stands on both sides, in the same order", () => {
  const words = (parts: readonly Part[] | null) =>
    (parts ?? [])
      .flatMap(({ text, changed }) => (changed ? [] : text))
      .join("")
      .replace(/\s+/gu, "");
  fc.assert(
    fc.property(text, text, (before, after) =>
      sideBySide(before, after)
        .filter(({ kind }) => kind === "changed")
        .every(({ left, right }) => words(left) === words(right)),
    ),
  );
});

test("moving one paragraph leaves every other as it was", () => {
  const story = fc.uniqueArray(fc.nat(1_000), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(story, fc.nat(), fc.nat(), (numbers, a, b) => {
      const paragraphs = numbers.map((number) => `Paragraph ${number} stands here.`);
      const moved = [...paragraphs];
      moved.splice(b % moved.length, 0, ...moved.splice(a % moved.length, 1));
      const kinds = sideBySide(paragraphs.join("\n"), moved.join("\n")).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "same").length).toBeGreaterThanOrEqual(numbers.length - 1);
      expect(new Set(kinds).size).toBeLessThanOrEqual(2);
    }),
  );
});

test("in one line, what goes stands before what comes in its place", () => {
  const line = (before: string, after: string) =>
    inlineChanges(before, after)
      .map(({ text, mark }) => (mark === "gone" ? `[-${text}-]` : mark === "come" ? `{+${text}+}` : text))
      .join("");
  expect(line("more than $2 billion, she said", "more than $5 billion, he said")).toBe(
    "more than [-$2-] {+$5+} billion, [-she-] {+he+} said",
  );
  expect(line("It is safe.", "It is not safe.")).toBe("It is {+not+} safe.");
  expect(line("It is not safe.", "It is safe.")).toBe("It is [-not-] safe.");
  expect(line("Same  words.", "Same words.")).toBe("Same words.");
});

test("in one line, all words of both texts are there", () => {
  const bare = (words: string) => words.replace(/\s+/gu, "");
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = inlineChanges(before, after);
      const of = (not: string) => bare(parts.flatMap(({ text, mark }) => (mark === not ? [] : text)).join(""));
      expect([of("come"), of("gone")]).toEqual([bare(before), bare(after)]);
    }),
  );
});

describe("hostile texts come to an end", () => {
  const lines = (count: number, of: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => of(at)).join("\n");
  test.each([
    ["2,000 other one-word paragraphs", lines(2_000, (at) => `a${at}`), lines(2_000, (at) => `b${at}`)],
    ["2,000 equal paragraphs, one more", lines(2_000, () => "again"), lines(2_001, () => "again")],
    ["two words taking turns", lines(20_000, (at) => `w${at % 2}`), lines(20_000, (at) => `w${at % 3}`)],
    ["200,000 paragraphs turned round", lines(200_000, (at) => `p${at}`), lines(200_000, (at) => `p${200_000 - at}`)],
    ["one paragraph of 1 MB, another", "word and ".repeat(111_000), "other or ".repeat(111_000)],
    ["one paragraph of 1 MB of signs", "!?".repeat(500_000), "?!".repeat(499_999)],
    [
      "2,000 paragraphs, each half changed",
      lines(2_000, (at) => Array.from({ length: 200 }, (_, word) => `w${word}-${word % 2 === 0 ? "x" : at}`).join(" ")),
      lines(2_000, (at) =>
        Array.from({ length: 200 }, (_, word) => `w${word}-${word % 2 === 0 ? "x" : -at - 1}`).join(" "),
      ),
    ],
  ])("%s", (_name, before, after) => {
    const rows = sideBySide(before, after);
    expect(side(rows, "left") === before && side(rows, "right") === after).toBe(true);
  });

  test("a paragraph in which too much differs is shown as changed whole", () => {
    const long = (word: string) =>
      Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? `kept${at}` : `${word}${at}`)).join(" ");
    const [row] = sideBySide(long("old"), long("new"), { words: 100, effort: 1_000_000 });
    expect(row).toMatchObject({ kind: "changed", left: [{ changed: true }], right: [{ changed: true }] });
  });
});
