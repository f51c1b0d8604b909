import fc from "fast-check";
import {
  chosenFigures,
  FIGURE_SORTS,
  type FigureList,
  figuresHref,
  readFigures,
  sortedFigures,
  toggledType,
} from "@/app/(desk)/articles/[articleId]/figures/_figures/figure-list";
import type { FigureRow } from "@/lib/claims/schema";
import type { Value } from "@/lib/core/values/value";
import { VALUE_KINDS } from "@/lib/core/values/value";

const PLAIN: FigureList = { types: [], restated: false, sort: "place", desc: false, page: 1 };

const row = (start: number, value: Value, more: Partial<FigureRow> = {}): FigureRow => ({
  id: `f${start}`,
  type: value.kind,
  text: `figure ${start}`,
  value,
  claimId: "c",
  number: 1,
  wording: "A claim",
  speakerName: "",
  state: "open",
  start,
  elsewhere: [],
  ...more,
});
const money = (amount: number): Value => ({ kind: "money", amount, currency: "USD" });
const ROWS = [
  row(1, money(5), { speakerName: "Ben" }),
  row(2, { kind: "number", value: 3 }),
  row(3, money(2), {
    speakerName: "Ana",
    elsewhere: [{ relation: "different", factId: "f1", claimId: "c", number: 1, text: "5" }],
  }),
];
const starts = (list: Partial<FigureList>) => chosenFigures(ROWS, { ...PLAIN, ...list }).map(({ start }) => start);

test("every state of the table comes back from its address", () => {
  const lists = fc.record({
    types: fc.subarray([...VALUE_KINDS]),
    restated: fc.boolean(),
    sort: fc.constantFrom(...FIGURE_SORTS),
    desc: fc.boolean(),
    page: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(lists, (list) => {
      expect(readFigures(new URL(figuresHref("/f", list), "http://desk.test").searchParams)).toEqual(list);
    }),
  );
});

test("whatever stands in the address, a table is shown", () => {
  const query = new URLSearchParams("type=gold&type=money&sort=%00&desc=yes&page=-4&restated=maybe");
  expect(readFigures(query)).toEqual({ ...PLAIN, types: ["money"] });
});

test("figures are narrowed by type and by being stated two ways, and stand in the order asked for", () => {
  expect(starts({})).toEqual([1, 2, 3]);
  expect(starts({ types: ["money"] })).toEqual([1, 3]);
  expect(starts({ restated: true })).toEqual([3]);
  expect(starts({ sort: "value" })).toEqual([3, 1, 2]);
  expect(starts({ sort: "value", desc: true })).toEqual([2, 1, 3]);
  expect(starts({ desc: true })).toEqual([3, 2, 1]);
});

test("figures that nobody is named for come last, whichever way speakers are sorted", () => {
  expect(starts({ sort: "speaker" })).toEqual([3, 1, 2]);
  expect(starts({ sort: "speaker", desc: true })).toEqual([1, 3, 2]);
});

test("the same column again turns the order round; another filter leads to the first page", () => {
  const later: FigureList = { ...PLAIN, page: 3 };
  expect(sortedFigures(later, "value")).toEqual({ ...PLAIN, sort: "value" });
  expect(sortedFigures(sortedFigures(later, "value"), "value")).toMatchObject({ desc: true });
  expect(toggledType(later, "age")).toEqual({ ...PLAIN, types: ["age"] });
  expect(toggledType(toggledType(later, "age"), "age")).toEqual(PLAIN);
});
