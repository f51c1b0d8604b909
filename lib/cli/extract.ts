import { scoreSentence } from "@/lib/core/extraction/checkworthiness";
import { extract } from "@/lib/core/extraction/extract";
import type { Attribution, Extraction, Fact, Reason } from "@/lib/core/extraction/types";
import type { Span } from "@/lib/core/text/span";
import { parseRow, type Row } from "./row";

type Write = (line: string) => Promise<void> | void;

/**
 * Answer JSON Lines `{id, text, date?}` with `{id, sentences, claims, attributions, facts, values}`, one line for a line, in
 * order. A line that cannot be read answers `{id?, error}` and the next one goes on; nothing is kept between lines.
 */
export async function extractLines(input: AsyncIterable<string>, write: Write): Promise<void> {
  await answerLines(input, write, (text, row) => extractionRow(extract(text, dateOf(row))));
}

/** Answer JSON Lines `{id, text}` with `{id, score, checkworthy, reasons}`, one line for a line, in order; errors as `extractLines`. */
export async function checkworthyLines(input: AsyncIterable<string>, write: Write): Promise<void> {
  await answerLines(input, write, (text) => {
    const { score, checkworthy, reasons } = scoreSentence(text);
    return { score, checkworthy, reasons: reasons.map(reasonLine) };
  });
}

async function answerLines(
  input: AsyncIterable<string>,
  write: Write,
  answer: (text: string, row: Row) => Row,
): Promise<void> {
  for await (const line of input) {
    if (line.trim() !== "") await write(JSON.stringify(answerLine(line, answer)));
  }
}

function answerLine(line: string, answer: (text: string, row: Row) => Row): Row {
  const row = parseRow(line);
  if (row === null) return { error: "This line is not a JSON object." };
  const id = row.id === undefined ? {} : { id: row.id };
  if (typeof row.text !== "string") return { ...id, error: "`text` must be a string." };
  if (row.date !== undefined && row.date !== null && !isDate(row.date))
    return { ...id, error: "`date` must be an ISO date such as 2017-03-22." };
  return { ...id, ...answer(row.text, row) };
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value);
}

function dateOf(row: Row): { readonly date?: string } {
  return isDate(row.date) ? { date: row.date.slice(0, 10) } : {};
}

const pair = (span: Span) => [span.start, span.end];
const place = ({ start, end, type }: Fact) => ({ start, end, type });

function reasonLine({ label, weight }: Reason): string {
  return `${weight < 0 ? "−" : "+"} ${label}`;
}

function attributionRow({ nested, ...item }: Attribution): Row {
  return {
    ...item,
    content: item.content.map(pair),
    source: item.source.map(pair),
    cue: item.cue.map(pair),
    ...(nested ? { nested: nested.map(attributionRow) } : {}),
  };
}

function extractionRow({ sentences, claims, attributions, facts, values }: Extraction): Row {
  return {
    sentences,
    claims: claims.map((claim) => ({
      ...claim,
      reasons: claim.reasons.map(reasonLine),
      facts: claim.facts.map(place),
    })),
    attributions: attributions.map(attributionRow),
    facts: facts.map(place),
    values: values.map(({ start, end, value }) => ({ start, end, ...value })),
  };
}
