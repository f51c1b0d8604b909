import { codePointIndex } from "../text/code-point-index";
import type { Span } from "../text/span";
import { coverageDocument } from "./coverage-formats";
import { type Report, type ReportClaim, type ReportFact, type ReportPlace, standing } from "./report";

/** Turn a UTF-16 span of the version's text into the code points that W3C selectors count. */
type Outward = (span: Span) => Span;

/** The report as it leaves the product; docs/report.schema.json describes it. Offsets are Unicode code points. */
export type ReportDocument = ReturnType<typeof reportDocument>;

/** Return the report in its exchange form: plain JSON values, keys in a fixed order, places as W3C selectors. */
export function reportDocument(report: Report) {
  const { newsroom, article, version, ready, asOf, fourEyes, scale, method, figures, sources, people, ledger } = report;
  const { id, number, sha256, createdAt, words, text } = version;
  const outward = codePointIndex(text);
  return {
    format: "claimdesk-report",
    formatVersion: 2,
    asOf,
    newsroom,
    article,
    version: { id, number, sha256, createdAt, words, text },
    ready: ready && readyDocument(ready),
    method,
    policy: { fourEyes },
    scale,
    figures,
    claims: report.claims.map((claim) => claimDocument(claim, article.id, version, outward)),
    sources,
    people,
    coverage: coverageDocument(report, outward),
    ledger: ledgerDocument(ledger),
  } as const;
}

/** Write the report as indented JSON with a line feed at its end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(reportDocument(report), null, 2)}\n`;
}

function claimDocument(claim: ReportClaim, articleId: string, version: Report["version"], outward: Outward) {
  const { id, number, state, origin, kind, wording, speaker, place, facts, verdict, notes } = claim;
  return {
    id,
    number,
    state,
    standing: standing(claim),
    origin,
    kind,
    wording,
    speaker,
    target: place && target(place, articleId, version, outward),
    facts: facts.map((fact) => factDocument(fact, outward)),
    verdict,
    notes,
    signOff: claim.signOff,
    voidedSignOffs: claim.voided,
    dismissal: claim.dismissal,
    stateNote: claim.stateNote,
  };
}

function target(place: ReportPlace, articleId: string, version: Report["version"], outward: Outward) {
  const { exact, prefix, suffix, sentence, paragraph } = place;
  return {
    source: articleId,
    state: { version: version.number, sha256: version.sha256 },
    selector: [
      { type: "TextQuoteSelector", exact, prefix, suffix },
      { type: "TextPositionSelector", ...outward(place) },
    ],
    sentence: outward(sentence),
    paragraph,
  };
}

function factDocument(
  { type, text, name, title, value, normalised, ticked, start, end }: ReportFact,
  outward: Outward,
) {
  return { type, text, ...outward({ start, end }), name, title, value, normalised, ticked };
}

function readyDocument({ version, fingerprint, by, at, undecided, stands, why }: NonNullable<Report["ready"]>) {
  return { version, fingerprint, by, at, undecided, stands, why };
}

function ledgerDocument({ chain, seq, hash, at, check }: Report["ledger"]) {
  const fault = check.ok ? null : { seq: check.seq, reason: check.reason };
  return { chain, seq, hash, at, verified: check.ok, fault };
}
