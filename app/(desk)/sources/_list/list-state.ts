import { CONFIDENTIALITIES, type Confidentiality, SOURCE_KINDS, type SourceKind } from "@/lib/core/workflow/sourcing";
import type { SourceRow } from "@/lib/sources/schema";

export const SOURCE_SORTS = ["title", "publisher", "date", "claims", "added"] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/** What the list of sources shows; the whole of it lives in the address. */
export interface SourceList {
  readonly text: string;
  /** Only sources of this standing, and only those this secret; null shows all. */
  readonly kind: SourceKind | null;
  readonly secrecy: Confidentiality | null;
  readonly sort: SourceSort;
  readonly desc: boolean;
  readonly page: number;
}

/** Sources on one page. */
export const SOURCES_PAGE = 100;

/** Read the list's state from an address; what is unknown falls back. */
export function readList(params: URLSearchParams): SourceList {
  const page = Number(params.get("page") ?? "1");
  return {
    text: (params.get("text") ?? "").replace(/\s+/gu, " ").trim().slice(0, 200),
    kind: SOURCE_KINDS.find((kind) => kind === params.get("kind")) ?? null,
    secrecy: CONFIDENTIALITIES.find((one) => one === params.get("secrecy")) ?? null,
    sort: SOURCE_SORTS.find((sort) => sort === params.get("sort")) ?? "title",
    desc: params.get("desc") === "1",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** Write the list's state as an address, leaving out what stands by itself. */
export function listHref({ text, kind, secrecy, sort, desc, page }: SourceList): string {
  const params = new URLSearchParams();
  if (text !== "") params.set("text", text);
  if (kind !== null) params.set("kind", kind);
  if (secrecy !== null) params.set("secrecy", secrecy);
  if (sort !== "title") params.set("sort", sort);
  if (desc) params.set("desc", "1");
  if (page !== 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? "/sources" : `/sources?${query}`;
}

/** Sort by a column; counts and dates begin with the greatest, the same column again turns round. */
export function sortedList(list: SourceList, wanted: string): SourceList {
  const sort = SOURCE_SORTS.find((one) => one === wanted) ?? "title";
  const desc = sort === list.sort ? !list.desc : sort !== "title" && sort !== "publisher";
  return { ...list, sort, desc, page: 1 };
}

/** Tell whether the list leaves anything out. */
export function isNarrowed({ text, kind, secrecy }: SourceList): boolean {
  return text !== "" || kind !== null || secrecy !== null;
}

/** Return the sources of the standing and the secrecy that the list shows. */
export function narrowed(rows: readonly SourceRow[], { kind, secrecy }: SourceList): SourceRow[] {
  return rows.filter(
    (row) => (kind ?? row.kind) === row.kind && (secrecy ?? row.confidentiality) === row.confidentiality,
  );
}

/** Return the sources in the list's order; those without a value, or without a name for the reader, come last either way. */
export function orderSources(rows: readonly SourceRow[], { sort, desc }: SourceList): SourceRow[] {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const value = (row: SourceRow): string => {
    if (sort === "title" && row.concealed) return "";
    return { ...row, added: row.createdAt, date: row.date ?? "" }[sort].toString();
  };
  return [...rows].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if ((one === "") !== (other === "")) return one === "" ? 1 : -1;
    const order = collator.compare(one, other) * (desc ? -1 : 1);
    return order || collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  });
}
