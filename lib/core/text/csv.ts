import { stringify } from "csv-stringify/sync";

/** What a spreadsheet may take for the beginning of a formula, full-width kin included, also behind white space or invisible characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** Return `cell` so that no spreadsheet reads it as a formula: an apostrophe goes before what looks like one. */
export function harmlessCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/**
 * Write rows as CSV (RFC 4180: CRLF, every cell quoted), no cell a formula. It begins with a byte order mark, because
 * Excel reads a file without one in the code page of the machine.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(harmlessCell));
  return stringify(cells, { bom: true, quoted: true, quoted_empty: true, record_delimiter: "windows" });
}
