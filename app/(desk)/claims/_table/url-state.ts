import { ASKS, type ClaimFilter, SCORE_BANDS } from "@/lib/claims/schema";
import { CLAIM_KINDS } from "@/lib/core/extraction/types";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";
import { COLUMN_IDS, type ColumnId, SORT_IDS } from "./columns";

/** What a table shows, without the article it belongs to: that one is in the path. */
export type TableFilter = Omit<ClaimFilter, "articleId">;

/** The whole state of a table, as its address holds it. `columns` is null while the reader has chosen none. */
export interface TableState {
  readonly filter: TableFilter;
  readonly columns: readonly ColumnId[] | null;
}

/** The parts of the filter that hold several values. */
export const LISTS = ["state", "verdict", "kind", "assignee", "speaker", "score", "asks"] as const;
export type ListName = (typeof LISTS)[number];

export const PAGE_SIZES = [25, 50, 100, 200] as const;

/** The filter of an address that says nothing. */
export const EMPTY_FILTER: TableFilter = {
  state: [],
  kind: [],
  verdict: [],
  assignee: [],
  speaker: [],
  score: [],
  asks: [],
  text: "",
  sort: "number",
  desc: false,
  page: 1,
  pageSize: 50,
};

// Kept equal to the limits of `claimFilter`; a property test holds them together.
const MOST_VALUES = 50;
const LONGEST_ID = 64;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 200;
const LAST_PAGE = 100_000;

/** Read the state of a table from an address. What is unknown or out of bounds falls back, so every address shows a table. */
export function readState(params: URLSearchParams): TableState {
  const list = (name: string) => [...new Set(params.getAll(name))];
  const desc = params.get("desc");
  return {
    filter: {
      state: members(list("state"), CLAIM_STATES),
      kind: members(list("kind"), CLAIM_KINDS),
      verdict: texts(list("verdict"), LONGEST_ID),
      assignee: texts(list("assignee"), LONGEST_ID),
      speaker: texts(list("speaker"), LONGEST_NAME),
      score: members(list("score"), SCORE_BANDS),
      asks: members(list("asks"), ASKS),
      text: readText(params.get("text") ?? ""),
      sort: members(list("sort"), SORT_IDS)[0] ?? EMPTY_FILTER.sort,
      desc: desc === "1" || desc === "true",
      page: number(params.get("page"), 1, LAST_PAGE) ?? EMPTY_FILTER.page,
      pageSize: number(params.get("size"), 10, 200) ?? EMPTY_FILTER.pageSize,
    },
    columns: readColumns(params.get("columns")),
  };
}

/** Write the state of a table as an address has it, leaving out what stands by itself. `readState` gives the same state back. */
export function writeState({ filter, columns }: TableState): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text !== "") params.set("text", filter.text);
  for (const name of LISTS) for (const value of filter[name]) params.append(name, value);
  if (filter.sort !== EMPTY_FILTER.sort) params.set("sort", filter.sort);
  if (filter.desc) params.set("desc", "1");
  if (filter.pageSize !== EMPTY_FILTER.pageSize) params.set("size", String(filter.pageSize));
  if (columns !== null) params.set("columns", writeColumns(columns));
  if (filter.page !== EMPTY_FILTER.page) params.set("page", String(filter.page));
  return params;
}

/** Return the address of a table at `base` in this state. */
export function href(base: string, state: TableState): string {
  const query = writeState(state).toString();
  return query === "" ? base : `${base}?${query}`;
}

/** Return the address of the table at `base` that shows all that one speaker says, and nothing else. */
export function speakerHref(base: string, speaker: string): string {
  return href(base, withFilter({ filter: EMPTY_FILTER, columns: null }, { speaker: [speaker] }));
}

/** Change the filter; whatever changes but the page itself leads to the first page. */
export function withFilter(state: TableState, change: Partial<TableFilter>): TableState {
  return { ...state, filter: { ...state.filter, page: 1, ...change } };
}

/** Put a value into one of the lists, or take it out when it is in. */
export function toggled(state: TableState, name: ListName, value: string): TableState {
  const values: readonly string[] = state.filter[name];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return withFilter(state, { [name]: next });
}

/** Sort by a column: another one ascending (scores, priorities and dates of change highest first), the same one turned round. */
export function sortedBy(state: TableState, wanted: string): TableState {
  const sort = SORT_IDS.find((id) => id === wanted) ?? EMPTY_FILTER.sort;
  if (state.filter.sort === sort) return withFilter(state, { desc: !state.filter.desc });
  return withFilter(state, { sort, desc: sort === "score" || sort === "priority" || sort === "updated" });
}

/** Take every filter away; sort, page size and columns stay. */
export function withoutFilters(state: TableState): TableState {
  return withFilter(state, {
    state: [],
    kind: [],
    verdict: [],
    assignee: [],
    speaker: [],
    score: [],
    asks: [],
    text: "",
  });
}

/** Tell whether anything narrows the table. */
export function isFiltered({ filter }: TableState): boolean {
  return filter.text !== "" || LISTS.some((name) => filter[name].length > 0);
}

/** Show or hide a column, starting from the columns `shown` now. */
export function withColumn(state: TableState, shown: readonly ColumnId[], column: ColumnId): TableState {
  const columns = COLUMN_IDS.filter((id) => (id === column ? !shown.includes(id) : shown.includes(id)));
  return { ...state, columns };
}

/** Read the columns that a reader chose, as `writeColumns` names them; null for none. */
export function readColumns(named: string | null): readonly ColumnId[] | null {
  if (named === null) return null;
  const wanted = named.split(".");
  const columns = COLUMN_IDS.filter((id) => wanted.includes(id));
  return columns.length === 0 && named !== NO_COLUMNS ? null : columns;
}

/** Write columns for an address or a cookie. */
export function writeColumns(columns: readonly ColumnId[]): string {
  return columns.length === 0 ? NO_COLUMNS : columns.join(".");
}

const NO_COLUMNS = "none";

/** Name the parts of a filter whose claims a bulk command means: all but how they are shown. */
export function meaningOf({ sort: _, desc: __, page: ___, pageSize: ____, ...meaning }: TableFilter) {
  return meaning;
}

function members<Item extends string>(values: readonly string[], known: readonly Item[]): Item[] {
  return values.flatMap((value) => known.filter((item) => item === value)).slice(0, MOST_VALUES);
}

function texts(values: readonly string[], longest: number): string[] {
  return values.filter((value) => value !== "" && value.length <= longest && isText(value)).slice(0, MOST_VALUES);
}

function readText(text: string): string {
  if (!isText(text)) return "";
  const tidy = text.replace(/\s+/gu, " ").trim();
  return tidy.length <= LONGEST_TEXT
    ? tidy
    : tidy
        .slice(0, LONGEST_TEXT)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")
        .trim();
}

function isText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

function number(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,7}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
