import { frameLines } from "@/lib/core/coverage/frame-lines";
import { slice } from "@/lib/core/text/span";

const found = (text: string) => frameLines(text).map((span) => slice(text, span));

test.each([
  ["WASHINGTON (Reuters) - The bridge opened.", "WASHINGTON (Reuters) - "],
  ["PORT ALDEN, Maine (Harbour Wire) — Fares rise.", "PORT ALDEN, Maine (Harbour Wire) — "],
  ["NORDHAVN, Nov. 26 – Three clinics closed.", "NORDHAVN, Nov. 26 – "],
  ["ST. IVES - The harbour is full.", "ST. IVES - "],
])("the agency's place before the first sentence is no part of the story: %s", (text, dateline) => {
  expect(found(text)).toEqual([dateline]);
});

test.each([
  "By Lee Marsh and Dana Whit",
  "BY LEE MARSH",
  "By the Harbour Wire",
  "Reporting by Lee Marsh; Editing by Dana Whit",
  "(Additional reporting by Lee Marsh in Weir; editing by Dana Whit)",
  "Photo: Dana Whit",
])("a byline or a credit is none either: %s", (line) => {
  expect(found(`The bridge opened.\n${line}\nIt cost $3 million.`)).toEqual([line]);
});

test.each([
  "The minister - who was ill - did not come.",
  "NATO said on Tuesday that 5,000 troops would leave.",
  "By the numbers",
  "By Monday the water had risen by two metres",
  "Editing genes costs $2,000.",
  "B - 12 ships were sunk.",
])("a sentence is one, whatever it begins with: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("further down, capitals before a dash are no place of an agency", () => {
  const text = `${"The bridge opened.\n".repeat(8)}WEIR - 12 ships came.`;
  expect(found(text)).toEqual([]);
});
