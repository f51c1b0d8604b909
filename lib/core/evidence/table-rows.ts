import { slice } from "../text/span";
import type { Page } from "./document";

const SEPARATORS = [",", ";", "\t"] as const;
/** How many rows are looked at to tell a table from prose. */
const LOOKED_AT = 25;
/** The most rows that get a label of their own. */
const ROWS = 50_000;

/** Return where the rows of comma-separated text stand, numbered from 1; a line break within quotation marks is part of its row. */
export function tableRows(text: string): readonly Page[] {
  const rows: Page[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length && rows.length < ROWS; i++) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    if (sign !== undefined && (sign !== "\n" || quoted)) continue;
    if (i > start) rows.push({ start, end: i, label: String(rows.length + 1) });
    start = i + 1;
  }
  return rows;
}

/** Tell whether a text is a table: two rows or more, with the same number of cells, at least two. */
export function isTable(text: string): boolean {
  const head = text.slice(0, 100_000);
  const rows = tableRows(head).slice(0, LOOKED_AT);
  // The last row may be cut off.
  const whole = head.length < text.length ? rows.slice(0, -1) : rows;
  if (whole.length < 2) return false;
  return SEPARATORS.some((separator) => {
    // In prose a space follows every comma.
    if (separator !== "\t" && !whole.some((row) => new RegExp(`${separator}\\S`).test(slice(head, row)))) return false;
    const counts = whole.map((row) => cells(slice(head, row), separator));
    return (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0]);
  });
}

function cells(row: string, separator: string): number {
  let count = 1;
  let quoted = false;
  for (const sign of row) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) count++;
  }
  return count;
}
