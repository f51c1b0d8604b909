import { outsideMarks } from "@/app/(desk)/articles/[articleId]/_galley/coverage-marks";
import { type Mark, paint } from "@/app/(desk)/articles/[articleId]/_galley/marks";
import { neighbourOf } from "@/app/(desk)/articles/[articleId]/_galley/use-coverage";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { CoverageView } from "@/lib/coverage/schema";

const TEXT = "Ten ships sank. See the 31 tables of CALC.\nThanks to Tom.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const mark = (words: string, state: ClaimState, id = "c1"): Mark => ({
  id,
  rev: 1,
  number: 1,
  state,
  ...at(words),
  wording: "",
  speaker: "",
  verdict: "",
  untickedFacts: [],
});

const COVERAGE: Pick<CoverageView, "bare" | "dismissed"> = {
  bare: [
    {
      ...at("See the 31 tables of CALC."),
      place: at("See the 31 tables of CALC"),
      facts: [
        { ...at("31 tables"), type: "number" },
        { ...at("CALC"), type: "organisation" },
      ],
    },
  ],
  dismissed: [
    {
      id: "d1",
      ...at("Tom"),
      text: "Tom",
      reason: "not_asserted",
      note: "",
      by: { id: "u", name: "Ana" },
      at: "2026-11-26T12:00:00Z",
    },
  ],
};

const pieces = (marks: readonly Mark[], coverage = COVERAGE) =>
  paint(TEXT, marks, outsideMarks(coverage)).flatMap(({ runs }) =>
    runs.flatMap((run) =>
      run.pieces.map(({ start, end, outside }) => [TEXT.slice(start, end), outside?.kind ?? run.standing] as const),
    ),
  );

test("outside claims the place to mark, its bare facts and dismissed facts are pieces of their own", () => {
  expect(pieces([mark("Ten ships sank", "verified")])).toEqual([
    ["Ten ships sank", "verified"],
    [". ", "bare"],
    ["See the ", "place"],
    ["31 tables", "bare"],
    [" of ", "place"],
    ["CALC", "bare"],
    [".", "bare"],
    ["Thanks to ", "bare"],
    ["Tom", "dismissed"],
    [".", "bare"],
  ]);
});

test("where claims overlap a run stands like the least decided of them", () => {
  const both = pieces([mark("Ten ships sank", "verified"), mark("ships", "in_check", "c2")]);
  expect(both.slice(0, 3)).toEqual([
    ["Ten ", "verified"],
    ["ships", "open"],
    [" sank", "verified"],
  ]);
});

test("a claim over a bare fact takes it from the painting", () => {
  expect(pieces([mark("31 tables of CALC", "open")]).map(([words, kind]) => `${words}/${kind}`)).toContain(
    "31 tables of CALC/open",
  );
});

test("a paragraph is painted anew when what is outside claims changes, and only then", () => {
  const keys = (coverage: typeof COVERAGE) => paint(TEXT, [], outsideMarks(coverage)).map(({ key }) => key);
  const [first, second] = keys(COVERAGE);
  expect(keys(COVERAGE)).toEqual([first, second]);
  expect(keys({ ...COVERAGE, dismissed: [] })[0]).toBe(first);
  expect(keys({ ...COVERAGE, dismissed: [] })[1]).not.toBe(second);
});

test("the next and the previous sentence are found from any place, also one that is done meanwhile", () => {
  const bare = [{ start: 10 }, { start: 20 }, { start: 30 }];
  expect(neighbourOf(bare, null, 1)).toEqual({ start: 10 });
  expect(neighbourOf(bare, null, -1)).toEqual({ start: 30 });
  expect(neighbourOf(bare, 15, 1)).toEqual({ start: 20 });
  expect(neighbourOf(bare, 25, -1)).toEqual({ start: 20 });
  expect([neighbourOf(bare, 30, 1), neighbourOf(bare, 10, -1)]).toEqual([{ start: 30 }, { start: 10 }]);
  expect(neighbourOf([], 10, 1)).toBeUndefined();
});
