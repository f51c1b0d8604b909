import { stringify } from "csv-stringify/sync";

/** What a spreadsheet may take for the beginning of a formula, full-width kin included, also behind white space or invisible characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** Return `cell` so that no spreadsheet reads it as a formula: an apostrophe goes before what looks like one. */
export function harmlessCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Stands before the first row of a file: Excel reads one without it in the code page of the machine. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Write a row of CSV (RFC 4180: every cell quoted, CRLF at its end), no cell a formula. */
export function csvRow(row: readonly string[]): string {
  return stringify([row.map(harmlessCell)], { quoted: true, quoted_empty: true, record_delimiter: "windows" });
}
