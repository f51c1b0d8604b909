import { codePointIndex } from "../text/code-point-index";
import type { Span } from "../text/span";
import { coverageDocument } from "./coverage-formats";
import { joinParts, type Part } from "./parts";
import { type Report, type ReportClaim, type ReportFact, type ReportFrame, type ReportPlace, standing } from "./report";

/** Turn a UTF-16 span of the version's text into the code points that W3C selectors count. */
type Outward = (span: Span) => Span;

/** The report as it leaves the product; docs/report.schema.json describes it. Offsets are Unicode code points. */
export type ReportDocument = ReturnType<typeof reportDocument>;

/** Return the report in its exchange form: plain JSON values, keys in a fixed order, places as W3C selectors. */
export function reportDocument(report: Report) {
  const outward = codePointIndex(report.version.text);
  const claims = report.claims.map((claim) => claimDocument(claim, report, outward));
  return { ...headDocument(report), claims, ...tailDocument(report, outward) };
}

/** What stands before the claims. */
function headDocument(report: ReportFrame) {
  const { newsroom, article, version, ready, asOf, options, fourEyes, sourcingRule, scale, method, whole } = report;
  const { id, number, sha256, createdAt, words, text } = version;
  return {
    format: "claimdesk-report",
    formatVersion: 3,
    asOf,
    audience: options.audience,
    language: options.language,
    selection: { only: options.only, shown: report.figures.claims, whole },
    newsroom,
    article,
    version: { id, number, sha256, createdAt, words, text },
    ready: ready && readyDocument(ready),
    method,
    policy: { fourEyes, sourcingRule },
    scale,
    figures: report.figures,
  } as const;
}

/** What stands behind the claims. */
function tailDocument(report: ReportFrame, outward: Outward) {
  return {
    sources: report.sources,
    people: report.people,
    coverage: coverageDocument(report, outward),
    corrections: report.corrections,
    ledger: ledgerDocument(report.ledger),
  } as const;
}

/** Write the report as indented JSON with a line feed at its end; see jsonParts. */
export function renderJson(report: Report): string {
  return joinParts(jsonParts(report), report.claims);
}

/** Write the report as indented JSON with a line feed at its end. The public gets people by their names, without ids. */
export function* jsonParts(report: ReportFrame): Generator<Part> {
  const outward = codePointIndex(report.version.text);
  const written = (value: unknown) => {
    return JSON.stringify(value, report.options.audience === "public" ? withoutPersonIds : undefined, 2);
  };
  const ids = report.outline.map(({ id }) => id);
  yield `${written(headDocument(report)).slice(0, -2)},\n  "claims": [`;
  yield {
    ids,
    write: (claim, index) => {
      const document = written(claimDocument(claim, report, outward)).replaceAll("\n", "\n    ");
      return `${index === 0 ? "" : ","}\n    ${document}`;
    },
  };
  yield ids.length === 0 ? "]," : "\n  ],";
  yield `${written(tailDocument(report, outward)).slice(1)}\n`;
}

/** A person is whatever has an id and a name and nothing else; the newsroom is none. */
function withoutPersonIds(key: string, value: unknown): unknown {
  if (key === "newsroom" || typeof value !== "object" || value === null || !("id" in value && "name" in value)) {
    return value;
  }
  return Object.keys(value).length === 2 ? { name: value.name } : value;
}

function claimDocument(claim: ReportClaim, { article, version }: ReportFrame, outward: Outward) {
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
    target: place && target(place, article.id, version, outward),
    asOf: claim.asOf,
    expiresOn: claim.expiresOn,
    facts: facts.map((fact) => factDocument(fact, outward)),
    verdict,
    notes,
    independence: claim.independence,
    contacts: claim.contacts,
    objections: claim.objections,
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
