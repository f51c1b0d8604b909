import type { Sort } from "@/lib/claims/schema";

/** The columns that can be shown or hidden, in their order. The number, the state and the claim itself always stand. */
export const COLUMN_IDS = [
  "speaker",
  "kind",
  "verdict",
  "assignee",
  "priority",
  "due",
  "facts",
  "notes",
  "score",
  "article",
  "updated",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** The columns of a reader who has chosen none. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = ["speaker", "verdict", "assignee", "notes", "article"];

/** The same for the table of one article, where there is room for what the text engine says. */
export const ARTICLE_COLUMNS: readonly ColumnId[] = ["speaker", "kind", "verdict", "assignee", "score"];

export const COLUMN_LABELS: Readonly<Record<ColumnId, string>> = {
  speaker: "Speaker",
  kind: "Kind",
  verdict: "Verdict",
  assignee: "Assigned to",
  priority: "Priority",
  due: "Due",
  facts: "Facts ticked",
  notes: "Notes",
  score: "Score",
  article: "Article",
  updated: "Changed",
};

/** What the rows can be sorted by; kept equal to the contract by its type. */
export const SORT_IDS = [
  "number",
  "score",
  "state",
  "kind",
  "speaker",
  "assignee",
  "due",
  "priority",
  "article",
  "verdict",
  "updated",
] as const satisfies readonly Sort[];

export const SORT_LABELS: Readonly<Record<Sort, string>> = {
  number: "Place in the text",
  score: "Score",
  state: "State",
  kind: "Kind",
  speaker: "Speaker",
  assignee: "Assigned to",
  due: "Due",
  priority: "Priority",
  article: "Article",
  verdict: "Verdict",
  updated: "Changed",
};

/** The cookie in which a browser remembers the columns its reader chose. */
export const COLUMNS_COOKIE = "claims-columns";
