import { BYTE_ORDER_MARK, csvRow } from "../text/csv";
import { EN } from "./languages/en";
import { printable } from "./markup";
import { joinParts, type Part } from "./parts";
import {
  otherWords,
  type Report,
  type ReportClaim,
  type ReportFrame,
  type ReportNote,
  type ReportSource,
  standing,
} from "./report";
import { named, speakerLine } from "./words";

/** The report, with its sources by id. */
interface Table {
  readonly report: ReportFrame;
  readonly sources: ReadonlyMap<string, ReportSource>;
}

type Column = readonly [name: string, cell: (claim: ReportClaim, table: Table) => string | number | null];

/** One row per claim, dismissed and open ones too; the last columns name the text and the ledger the row belongs to. */
const COLUMNS: readonly Column[] = [
  ["number", ({ number }) => number],
  ["state", ({ state }) => state],
  ["standing", (claim) => standing(claim)],
  ["wording", ({ wording }) => wording],
  ["words_in_article", ({ place }) => place?.exact ?? null],
  ["paragraph", ({ place }) => place?.paragraph ?? null],
  ["kind", ({ kind }) => kind],
  ["speaker", ({ speaker }) => speaker && speakerLine(speaker, EN)],
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
  ["source_notes", ({ notes }, { sources }) => notes.map((note) => noteText(note, sources)).join("\n")],
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
  ["article", (_, { report: { article } }) => article.title],
  ["article_id", (_, { report: { article } }) => article.id],
  ["version", (_, { report: { version } }) => version.number],
  ["version_sha256", (_, { report: { version } }) => version.sha256],
  ["coverage", (_, { report: { coverage } }) => EN.coverage(coverage.facts)],
  ["as_of", (_, { report: { asOf } }) => asOf],
  ["ledger_entry", (_, { report: { ledger } }) => ledger.seq],
  ["ledger_hash", (_, { report: { ledger } }) => ledger.hash],
  ["ready_version", (_, { report: { ready } }) => ready?.version ?? null],
  ["ready_fingerprint", (_, { report: { ready } }) => ready?.fingerprint ?? null],
  ["ready_stands", (_, { report: { ready } }) => ready && (ready.stands ? "yes" : "no")],
  ["speaker_url", ({ speaker }) => speaker?.url ?? null],
  ["checked_as_of", ({ asOf }) => asOf],
  ["expires_on", ({ expiresOn }) => expiresOn],
  ["comparison", ({ notes }) => notes.flatMap(comparisonText).join("\n")],
  ["quote_places", ({ notes }, { sources }) => notes.flatMap((note) => placeText(note, sources)).join("\n")],
  ["links", ({ independence }) => independence.links],
  ["independent_sources", ({ independence }) => independence.independent],
  ["contacts", ({ contacts }) => contacts.map(contactText).join("\n")],
  ["objections", ({ objections }) => objections.map(objectionText).join("\n")],
  ["sourcing_reason", ({ signOff }) => signOff?.sourcingReason ?? null],
  ["audience", (_, { report: { options } }) => options.audience],
  ["claims_shown", (_, { report: { figures } }) => figures.claims],
  ["claims_in_article", (_, { report: { whole } }) => whole.claims],
];

/** Write the claims as CSV; see csvParts. */
export function renderCsv(report: Report): string {
  return joinParts(csvParts(report), report.claims);
}

/** Write the claims as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell a formula. Its words are English. */
export function* csvParts(report: ReportFrame): Generator<Part> {
  const table = { report, sources: new Map(report.sources.map((source) => [source.id, source])) };
  yield BYTE_ORDER_MARK + csvRow(COLUMNS.map(([name]) => name));
  yield {
    ids: report.outline.map(({ id }) => id),
    write: (claim) => csvRow(COLUMNS.map(([, cell]) => printable(String(cell(claim, table) ?? "")))),
  };
}

function noteText(note: ReportNote, sources: Table["sources"]): string {
  const { stance, sourceId, locator, quote, author, consultedOn } = note;
  const source = sources.get(sourceId ?? "");
  const title = source?.told === "all" ? source.title : EN.knownSource.toLowerCase();
  const cited = [title, source?.url, locator].filter((part) => part !== undefined && part !== "").join(", ");
  const said = [quote === "" ? "" : `“${quote}”`, note.note].filter((part) => part !== "").join(" ");
  const by = [author?.name, consultedOn].filter((part) => part !== undefined).join(", ");
  return `${named(EN.stances, stance)}: ${cited}. ${said} (${by})`;
}

function comparisonText({ comparison }: ReportNote): string[] {
  return comparison.map(({ claim, source, outcome }) => `${claim} / ${source || "–"}: ${outcome}`);
}

function placeText({ place, sourceId }: ReportNote, sources: Table["sources"]): string[] {
  const snapshot = sources.get(sourceId ?? "")?.snapshot;
  return place && snapshot ? [`${EN.quoteIn(place.page)}${place.outcome}, ${snapshot.at}, ${snapshot.sha256}`] : [];
}

function contactText(contact: ReportClaim["contacts"][number]): string {
  const { told, person, role, askedOn, outcome, answeredOn, answer } = contact;
  const who =
    told === "known" ? EN.knownContact.toLowerCase() : [person, role].filter((part) => part !== "").join(", ");
  const when = [askedOn, outcome, answeredOn].filter((part) => part !== null).join(", ");
  return `${who}: ${when}${answer === "" ? "" : `. “${answer}”`}`;
}

function objectionText({ words, by, decision }: ReportClaim["objections"][number]): string {
  return `${by.name}: ${words}${decision ? ` / ${decision.decision}: ${decision.reason}` : ""}`;
}
