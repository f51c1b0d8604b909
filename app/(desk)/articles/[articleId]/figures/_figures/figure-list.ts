import type { FigureRow } from "@/lib/claims/schema";
import { orderValues } from "@/lib/core/values/compare-values";
import { VALUE_KINDS, type ValueKind } from "@/lib/core/values/value";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";

export const FIGURE_SORTS = ["place", "words", "value", "type", "about", "speaker", "state"] as const;
export type FigureSort = (typeof FIGURE_SORTS)[number];

/** What the table of figures shows; the whole of it lives in the address. */
export interface FigureList {
  readonly types: readonly ValueKind[];
  /** Only figures whose thing is stated in two ways. */
  readonly restated: boolean;
  readonly sort: FigureSort;
  readonly desc: boolean;
  readonly page: number;
}

/** Figures on one page. */
export const FIGURES_PAGE = 100;

const LAST_PAGE = 100_000;

/** Read the state of the table from an address; what is unknown falls back. */
export function readFigures(params: URLSearchParams): FigureList {
  const page = Number(params.get("page") ?? "1");
  const wanted = params.getAll("type");
  return {
    types: VALUE_KINDS.filter((type) => wanted.includes(type)),
    restated: params.get("restated") === "1",
    sort: FIGURE_SORTS.find((sort) => sort === params.get("sort")) ?? "place",
    desc: params.get("desc") === "1",
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** Write the state of the table as an address, leaving out what stands by itself. */
export function figuresHref(base: string, { types, restated, sort, desc, page }: FigureList): string {
  const params = new URLSearchParams();
  for (const type of types) params.append("type", type);
  if (restated) params.set("restated", "1");
  if (sort !== "place") params.set("sort", sort);
  if (desc) params.set("desc", "1");
  if (page !== 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? base : `${base}?${query}`;
}

/** Sort by a column: another one ascending, the same one turned round. */
export function sortedFigures(list: FigureList, wanted: string): FigureList {
  const sort = FIGURE_SORTS.find((one) => one === wanted) ?? "place";
  return { ...list, sort, desc: sort === list.sort && !list.desc, page: 1 };
}

/** Put a type into the filter, or take it out when it is in. */
export function toggledType(list: FigureList, type: ValueKind): FigureList {
  const types = VALUE_KINDS.filter((one) => (one === type ? !list.types.includes(one) : list.types.includes(one)));
  return { ...list, types, page: 1 };
}

/** Return the figures that the filter lets through, in the table's order; equal ones in the order of the text. */
export function chosenFigures(rows: readonly FigureRow[], list: FigureList): FigureRow[] {
  const chosen = rows.filter(
    ({ type, elsewhere }) =>
      (list.types.length === 0 || list.types.includes(type)) && (!list.restated || elsewhere.length > 0),
  );
  const way = list.desc ? -1 : 1;
  const order = ORDERS[list.sort];
  return chosen.sort((a, b) => missingLast(a, b, list.sort) || order(a, b) * way || a.start - b.start);
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const ORDERS: Readonly<Record<FigureSort, (a: FigureRow, b: FigureRow) => number>> = {
  place: (a, b) => a.start - b.start,
  words: (a, b) => collator.compare(a.text, b.text),
  value: (a, b) => orderValues(a.value, b.value),
  type: (a, b) => VALUE_KINDS.indexOf(a.type) - VALUE_KINDS.indexOf(b.type),
  about: (a, b) => collator.compare(a.wording, b.wording),
  speaker: (a, b) => collator.compare(a.speakerName, b.speakerName),
  state: (a, b) => CLAIM_STATES.indexOf(a.state) - CLAIM_STATES.indexOf(b.state),
};

/** Figures that nobody is named for come last, whichever way speakers are sorted. */
function missingLast(a: FigureRow, b: FigureRow, sort: FigureSort): number {
  return sort === "speaker" ? Number(a.speakerName === "") - Number(b.speakerName === "") : 0;
}
