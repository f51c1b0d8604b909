import { type Relocation, relocate } from "@/lib/core/anchoring/relocate";
import { parseRow, type Row } from "./row";

/**
 * Answer JSON Lines `{id, old, new, start, end}` with `{id, outcome, start, end, changes}`, one line for a line, in order; `start`
 * and `end` are null when the place is lost or ambiguous. A line that cannot be read answers `{id?, error}` and the next one goes on.
 */
export async function anchorLines(
  input: AsyncIterable<string>,
  write: (line: string) => Promise<void> | void,
): Promise<void> {
  for await (const line of input) {
    if (line.trim() !== "") await write(JSON.stringify(answerLine(line)));
  }
}

function answerLine(line: string): Row {
  const row = parseRow(line);
  if (row === null) return { error: "This line is not a JSON object." };
  const id = row.id === undefined ? {} : { id: row.id };
  const { old, new: now, start, end } = row;
  if (typeof old !== "string" || typeof now !== "string") return { ...id, error: "`old` and `new` must be strings." };
  if (!isOffset(start) || !isOffset(end) || start > end || end > old.length) {
    return { ...id, error: "`start` and `end` must be offsets in `old`, the end not before the start." };
  }
  const [found] = relocate(old, now, [{ start, end }]);
  return { ...id, ...(found ? answerRow(found) : {}) };
}

function answerRow({ outcome, place, changes }: Relocation): Row {
  return { outcome, start: place?.start ?? null, end: place?.end ?? null, changes };
}

const isOffset = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;
