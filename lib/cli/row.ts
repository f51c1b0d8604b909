/** A line of JSON Lines: an object of anything. */
export type Row = Readonly<Record<string, unknown>>;

/** Read one line of JSON Lines; null when it is no JSON object. */
export function parseRow(line: string): Row | null {
  try {
    const row: unknown = JSON.parse(line);
    return isRow(row) ? row : null;
  } catch {
    return null;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
