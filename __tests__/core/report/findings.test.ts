import { findingWords, findNaming, namesOf } from "@/lib/core/report/findings";
import { groupDigits } from "@/lib/core/report/languages/digits";
import { ALL_CLAIMS, numbersInWords, readNumbers } from "@/lib/core/report/options";
import { composeReport, type ReportClaimInput } from "@/lib/core/report/report";
import { sample } from "./sample";

const names = namesOf({ medium: "person", title: "Jürgen Vogel, clerk in the ministry", author: "" });
const guarded = [{ what: "secret source" as const, names }];

/** What is found in claim 2 when these words stand in it. */
function found(more: Partial<ReportClaimInput>): string[] {
  const claims = sample.claims.map((claim) => (claim.number === 2 ? { ...claim, ...more } : claim));
  return composeReport({ ...sample, claims }).claims.flatMap((claim) => findNaming(claim, guarded).map(findingWords));
}

describe("a source that must not be named", () => {
  test("is known by its title and author, and a person by the name before the office and the last name", () => {
    expect(names).toEqual(["Jürgen Vogel, clerk in the ministry", "Jürgen Vogel", "Vogel"]);
    expect(namesOf({ medium: "document", title: "The Nightingale file", author: "Ada Kahn" })).toEqual([
      "The Nightingale file",
      "Ada Kahn",
      "Kahn",
    ]);
    expect(namesOf({ medium: "document", title: "Q3", author: "Li Xu" })).toEqual(["Li Xu"]);
  });

  test.each([
    ["wording", { wording: "So says Jürgen Vogel." }],
    ["note on the state", { stateNote: "Ask VOGEL again." }],
    [
      "reason for not checking",
      { dismissal: { reason: "opinion", note: "Jurgen  Vogel’s own view", by: null, at: null } },
    ],
    [
      "objection",
      {
        objections: [
          {
            id: "o",
            words: "Vogel denies it.",
            by: { id: "u", name: "U" },
            at: "2017-03-23T10:00:00.000Z",
            decision: null,
          },
        ],
      },
    ],
  ])("is found in the %s, whatever case, accents and spaces it is written with", (field, more) => {
    expect(found(more)).toEqual([`The ${field} of claim 2 names a secret source.`]);
  });

  test("is found once in a field, and not inside another word", () => {
    expect(found({ wording: "Vogel said that Vogel knew." })).toHaveLength(1);
    expect(found({ wording: "The Vogelsberg is old; so are the Vogels." })).toEqual([]);
  });

  test("is not found where nobody wrote of it", () => {
    expect(found({})).toEqual([]);
  });
});

describe("numbers of claims", () => {
  test.each([
    ["", []],
    ["7", [{ from: 7, to: 7 }]],
    [
      " 1-12, 40 ",
      [
        { from: 1, to: 12 },
        { from: 40, to: 40 },
      ],
    ],
    ["1 – 3,", [{ from: 1, to: 3 }]],
    ["9-2", null],
    ["1-2-3", null],
    ["all", null],
  ])("%j reads as %j", (text, ranges) => {
    expect(readNumbers(text)).toEqual(ranges);
  });

  test("are written as they are read", () => {
    const ranges = [
      { from: 1, to: 12 },
      { from: 40, to: 40 },
    ];
    expect(numbersInWords(ranges)).toBe("1–12, 40");
    expect(readNumbers(numbersInWords(ranges))).toEqual(ranges);
    expect(readNumbers(numbersInWords(ALL_CLAIMS.numbers))).toEqual([]);
  });
});

test.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1.000"],
  [12_345, "12.345"],
  [1_234_567, "1.234.567"],
])("%d is grouped as %s", (value, words) => {
  expect(groupDigits(value, ".")).toBe(words);
});

test("Spanish leaves numbers of four digits together", () => {
  expect(groupDigits(2017, " ", 10_000)).toBe("2017");
  expect(groupDigits(20_170, " ", 10_000)).toBe("20 170");
});
