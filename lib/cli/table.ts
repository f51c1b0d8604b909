const clip = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

/** Lay rows out in columns for a person to read; the last column is cut at `lastWidth` UTF-16 units. */
export function layOut(rows: readonly (readonly string[])[], lastWidth = 80): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === columns - 1 ? clip(cell, lastWidth) : cell.padEnd(widths[column] ?? 0)))
      .join("  "),
  );
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** Write a value as JSON that a person can read too, with a line end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
