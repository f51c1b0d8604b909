import fc from "fast-check";
import { COLUMN_IDS, SORT_IDS } from "@/app/(desk)/claims/_table/columns";
import {
  EMPTY_FILTER,
  href,
  isFiltered,
  readState,
  sortedBy,
  speakerHref,
  type TableState,
  toggled,
  withColumn,
  withFilter,
  withoutFilters,
  writeState,
} from "@/app/(desk)/claims/_table/url-state";
import { ASKS, claimFilter, SCORE_BANDS, SORTS } from "@/lib/claims/schema";
import { CLAIM_KINDS } from "@/lib/core/extraction/types";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";

const EMPTY: TableState = { filter: EMPTY_FILTER, columns: null };

/** A text as the filter keeps it: one line, trimmed, nothing that can't be stored. */
const tidy = (longest: number) =>
  fc
    .string({ maxLength: longest, unit: "binary" })
    .filter((text) => text.isWellFormed() && !text.includes("\u0000"))
    .map((text) => text.replace(/\s+/gu, " ").trim());
const name = (longest: number) => tidy(longest).filter((text) => text !== "");
const list = <T,>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 8 });

const states: fc.Arbitrary<TableState> = fc.record({
  filter: fc.record({
    state: list(fc.constantFrom(...CLAIM_STATES)),
    kind: list(fc.constantFrom(...CLAIM_KINDS)),
    verdict: list(name(64)),
    assignee: list(name(64)),
    speaker: list(name(200)),
    score: list(fc.constantFrom(...SCORE_BANDS)),
    asks: list(fc.constantFrom(...ASKS)),
    text: tidy(200),
    sort: fc.constantFrom(...SORT_IDS),
    desc: fc.boolean(),
    page: fc.integer({ min: 1, max: 100_000 }),
    pageSize: fc.integer({ min: 10, max: 200 }),
  }),
  columns: fc.option(fc.subarray([...COLUMN_IDS])),
});

const anyQuery = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "state",
        "kind",
        "verdict",
        "assignee",
        "speaker",
        "score",
        "text",
        "sort",
        "desc",
        "page",
        "size",
        "columns",
      ),
      fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom("open", "2", "-1", "1e9", "score", "1")),
    ),
    { maxLength: 80 },
  )
  .map((pairs) => new URLSearchParams(pairs));

test("every state of the table comes back from its address", () => {
  fc.assert(
    fc.property(states, (state) => {
      const address = new URL(href("/claims", state), "http://desk.test");
      expect(readState(address.searchParams)).toEqual(state);
    }),
  );
});

test("every address shows a table that the server accepts, whatever stands in it", () => {
  fc.assert(
    fc.property(anyQuery, (params) => {
      const { filter } = readState(params);
      expect(claimFilter.parse(filter)).toEqual(filter);
    }),
  );
});

test("writing what was read from any address, and reading it again, changes nothing", () => {
  fc.assert(
    fc.property(anyQuery, (params) => {
      const once = readState(params);
      expect(readState(writeState(once))).toEqual(once);
    }),
  );
});

test("the table sorts by everything the server can sort by", () => {
  expect([...SORT_IDS].sort()).toEqual([...SORTS].sort());
});

test("an address that says nothing is the empty filter, and the empty filter says nothing", () => {
  expect(readState(new URLSearchParams())).toEqual(EMPTY);
  expect(href("/claims", EMPTY)).toBe("/claims");
});

test.each([
  ["page=0", { page: 1 }],
  ["page=99999999999", { page: 1 }],
  ["page=two", { page: 1 }],
  ["size=5000", { pageSize: 50 }],
  ["size=7", { pageSize: 50 }],
  ["state=open&state=asleep&state=open", { state: ["open"] }],
  ["sort=%27%3B%20DROP", { sort: "number" }],
  [`speaker=${"x".repeat(201)}`, { speaker: [] }],
  ["text=a%00b", { text: "" }],
  ["text=%20%20two%0Alines%20", { text: "two lines" }],
])("%s falls back", (query, expected) => {
  expect(readState(new URLSearchParams(query)).filter).toMatchObject(expected);
});

test("a text that is too long is cut without breaking a character", () => {
  const { text } = readState(new URLSearchParams([["text", `${"x".repeat(199)}😀`]])).filter;
  expect(text).toBe("x".repeat(199));
});

test("any change of the filter leads to the first page, and turning the page changes nothing else", () => {
  const onPage3 = withFilter(EMPTY, { page: 3 });
  expect(onPage3.filter.page).toBe(3);
  expect(toggled(onPage3, "state", "open").filter).toMatchObject({ page: 1, state: ["open"] });
  expect(sortedBy(onPage3, "state").filter.page).toBe(1);
  expect(withFilter(onPage3, { text: "raqqa" }).filter.page).toBe(1);
});

test("the same value twice is taken in and out", () => {
  fc.assert(
    fc.property(states, name(64), (state, verdict) => {
      const start = withFilter(state, { verdict: state.filter.verdict.filter((one) => one !== verdict) });
      const inside = toggled(start, "verdict", verdict);
      expect(inside.filter.verdict).toContain(verdict);
      expect(toggled(inside, "verdict", verdict).filter.verdict).toEqual(start.filter.verdict);
    }),
  );
});

test("a speaker's name leads to all that this speaker says, where the table stands, whatever was filtered before", () => {
  const address = new URL(speakerHref("/articles/a/claims", "Haider al-Abadi"), "http://desk.test");
  expect(address.pathname).toBe("/articles/a/claims");
  expect(readState(address.searchParams)).toEqual({
    filter: { ...EMPTY_FILTER, speaker: ["Haider al-Abadi"] },
    columns: null,
  });
});

test("a column sorts upwards first, scores from the top, and the second press turns it round", () => {
  const bySpeaker = sortedBy(EMPTY, "speaker");
  expect(bySpeaker.filter).toMatchObject({ sort: "speaker", desc: false });
  expect(sortedBy(bySpeaker, "speaker").filter).toMatchObject({ sort: "speaker", desc: true });
  expect(sortedBy(EMPTY, "score").filter).toMatchObject({ sort: "score", desc: true });
});

test("clearing takes away what narrows, and keeps how it is shown", () => {
  fc.assert(
    fc.property(states, (state) => {
      const cleared = withoutFilters(state);
      expect(isFiltered(cleared)).toBe(false);
      expect(cleared.columns).toEqual(state.columns);
      expect(cleared.filter).toMatchObject({ sort: state.filter.sort, desc: state.filter.desc });
    }),
  );
});

test("columns stay in their order, and all of them can go", () => {
  const two = withColumn(withColumn(EMPTY, [], "notes"), ["notes"], "speaker");
  expect(two.columns).toEqual(["speaker", "notes"]);
  const none = withColumn(EMPTY, ["notes"], "notes");
  expect(readState(writeState(none)).columns).toEqual([]);
});
