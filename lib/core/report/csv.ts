import { csv } from "../text/csv";
import { coverageInWords } from "./coverage";
import { printable } from "./markup";
import { otherWords, type Report, type ReportClaim, type ReportFrame, type ReportNote, standing } from "./report";
import { speakerLine, stanceLabel } from "./words";

type Column = readonly [name: string, cell: (claim: ReportClaim, report: ReportFrame) => string | number | null];

/** One row per claim, dismissed and open ones too; the last columns name the text and the ledger the row belongs to. */
const COLUMNS: readonly Column[] = [
  ["number", ({ number }) => number],
  ["state", ({ state }) => state],
  ["standing", (claim) => standing(claim)],
  ["wording", ({ wording }) => wording],
  ["words_in_article", ({ place }) => place?.exact ?? null],
  ["paragraph", ({ place }) => place?.paragraph ?? null],
  ["kind", ({ kind }) => kind],
  ["speaker", ({ speaker }) => speaker && speakerLine(speaker)],
  [
    "facts",
    ({ facts }) =>
      facts.map(({ text, normalised }) => (normalised === "" ? text : `${text} = ${normalised}`)).join("\n"),
  ],
  ["facts_ticked", ({ facts }) => `${facts.filter(({ ticked }) => ticked !== null).length} of ${facts.length}`],
  ["verdict", ({ verdict }) => verdict?.label ?? null],
  ["explanation", ({ verdict }) => verdict?.explanation ?? null],
  ["authors_word_reason", ({ verdict }) => verdict?.authorsWordReason ?? null],
  ["verdict_proposed_by", ({ verdict }) => verdict?.proposed?.by.name ?? null],
  ["verdict_proposed_at", ({ verdict }) => verdict?.proposed?.at ?? null],
  ["source_notes", ({ notes }, report) => notes.map((note) => noteText(note, report)).join("\n")],
  ["signed_off_by", ({ signOff }) => signOff?.by.name ?? null],
  ["signed_off_at", ({ signOff }) => signOff?.at ?? null],
  ["signed_off_version", ({ signOff }) => signOff?.versionNumber ?? null],
  ["signed_off_words", otherWords],
  ["override_reason", ({ signOff }) => signOff?.overrideReason ?? null],
  [
    "voided_sign_offs",
    ({ voided }) =>
      voided
        .map(({ by, at, versionNumber, voidReason }) => `${by.name}, ${at}, version ${versionNumber}: ${voidReason}`)
        .join("\n"),
  ],
  ["dismiss_reason", ({ dismissal }) => dismissal?.reason ?? null],
  ["dismiss_note", ({ dismissal }) => dismissal?.note ?? null],
  ["state_note", ({ stateNote }) => stateNote],
  ["article", (_, { article }) => article.title],
  ["article_id", (_, { article }) => article.id],
  ["version", (_, { version }) => version.number],
  ["version_sha256", (_, { version }) => version.sha256],
  ["coverage", (_, { coverage }) => coverageInWords(coverage.facts)],
  ["as_of", (_, { asOf }) => asOf],
  ["ledger_entry", (_, { ledger }) => ledger.seq],
  ["ledger_hash", (_, { ledger }) => ledger.hash],
  ["ready_version", (_, { ready }) => ready?.version ?? null],
  ["ready_fingerprint", (_, { ready }) => ready?.fingerprint ?? null],
  ["ready_stands", (_, { ready }) => ready && (ready.stands ? "yes" : "no")],
];

/** Write the claims as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell a formula. */
export function renderCsv(report: Report): string {
  const rows = report.claims.map((claim) => COLUMNS.map(([, cell]) => printable(String(cell(claim, report) ?? ""))));
  return csv([COLUMNS.map(([name]) => name), ...rows]);
}

function noteText(
  { stance, sourceId, locator, quote, note, author, consultedOn }: ReportNote,
  report: ReportFrame,
): string {
  const source = report.sources.find(({ id }) => id === sourceId);
  const title = source?.told === "all" ? source.title : "a source known to the newsroom";
  const cited = [title, source?.url, locator].filter((part) => part !== undefined && part !== "").join(", ");
  const said = [quote === "" ? "" : `“${quote}”`, note].filter((part) => part !== "").join(" ");
  return `${stanceLabel(stance)}: ${cited}. ${said} (${[author?.name, consultedOn].filter((part) => part !== undefined).join(", ")})`;
}
