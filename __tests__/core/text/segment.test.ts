import fc from "fast-check";
import { segment } from "@/lib/core/text/segment";

const sentences = (text: string) => segment(text).map(({ start, end }) => text.slice(start, end));

test.each([
  [
    "titles",
    "Mr. Smith met Dr. Jones and Gov. Brown. They talked.",
    ["Mr. Smith met Dr. Jones and Gov. Brown.", "They talked."],
  ],
  ["initials", "Harry S. Truman won. He smiled.", ["Harry S. Truman won.", "He smiled."]],
  ["a country's initials inside a name", "The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]],
  [
    "a country's initials at the end",
    "She lives in the U.S. The house is small.",
    ["She lives in the U.S.", "The house is small."],
  ],
  [
    "decimals and amounts",
    "It cost $2.5 billion. It rose 3.1 percent.",
    ["It cost $2.5 billion.", "It rose 3.1 percent."],
  ],
  ["a stop inside the quotation marks", "“We won.” He left.", ["“We won.”", "He left."]],
  ["a question before its speaker", "“Did we win?” Obama asked.", ["“Did we win?” Obama asked."]],
  ["a lower-case reporting verb", "“We won!” said the mayor. He left.", ["“We won!” said the mayor.", "He left."]],
  [
    "abbreviated months",
    "It began on Jan. 5. It ended in Feb. 2010.",
    ["It began on Jan. 5.", "It ended in Feb. 2010."],
  ],
  ["a company at the end", "She works for Acme Inc. He does not.", ["She works for Acme Inc.", "He does not."]],
  [
    "a dateline and a headline without a stop",
    "Mayor resigns\nLONDON - The mayor resigned.",
    ["Mayor resigns", "LONDON - The mayor resigned."],
  ],
  ["a wrapped line", "The mayor resigned on\nfriday after a vote.", ["The mayor resigned on\nfriday after a vote."]],
  ["an ellipsis that goes on", "Well … we will see. Yes.", ["Well … we will see.", "Yes."]],
  ["numbered lines", "1. Buy milk 2. Buy bread", ["1. Buy milk", "2. Buy bread"]],
  ["web addresses", "See www.example.com/a.b for more. Thanks.", ["See www.example.com/a.b for more.", "Thanks."]],
  ["nothing", " \n ", []],
])("it knows where sentences end: %s", (_name, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test("sentences are in order, apart, trimmed, and leave nothing but white space between them, on any text", () => {
  const piece = fc.constantFrom(
    "Mr. ",
    "U.S. ",
    "a",
    "B",
    ". ",
    "! ",
    "? ",
    "\n",
    "\n\n",
    '"',
    "“",
    "”",
    "'",
    "(",
    ")",
    "…",
    "1. ",
    "• ",
    "😀",
    "e\u0301",
    " ",
    "ש",
    "3.5 ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 60 }).map((list) => list.join("")),
      ),
      (text) => {
        let at = 0;
        for (const { start, end } of segment(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      },
    ),
    { numRuns: 300 },
  );
});
