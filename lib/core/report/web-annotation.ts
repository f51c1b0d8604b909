import { codePointIndex } from "../text/code-point-index";
import type { Span } from "../text/span";
import { wholeSpan } from "../text/whole-span";
import { claimLabel, saidLine } from "./claim-lines";
import { EN } from "./languages/en";
import { followable } from "./markup";
import { type Report, type ReportClaim, type ReportPerson, type ReportSource, standing } from "./report";

/** The media type of a file of annotations. */
export const WEB_ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/**
 * Write the claims as a collection of annotations by the W3C Web Annotation Data Model: each targets the checked text, which is named
 * by its hash, by quote and by position in Unicode code points. What a text is quoted with is its normal form, as it was stored.
 */
export function renderWebAnnotation(report: Report): string {
  return `${JSON.stringify(annotationCollection(report), null, 2)}\n`;
}

/** Return the collection as plain JSON values. */
export function annotationCollection(report: Report) {
  const { article, newsroom, version, claims, asOf } = report;
  const outward = codePointIndex(version.text);
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const id = named("article", article.id, "version", version.id, "claims");
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: `Claims of “${article.title}”, version ${version.number}`,
    creator: { id: named("newsroom", newsroom.id), type: "Organization", name: newsroom.name },
    generator: GENERATOR,
    generated: asOf,
    total: claims.length,
    first: {
      id: `${id}:page:1`,
      type: "AnnotationPage",
      partOf: id,
      startIndex: 0,
      items: claims.map((claim) => annotation(report, claim, { outward, sources })),
    },
  };
}

const GENERATOR = { id: "urn:x-claimdesk:software", type: "Software", name: "Claimdesk" } as const;

interface Lookup {
  readonly outward: (span: Span) => Span;
  readonly sources: ReadonlyMap<string, ReportSource>;
}

function annotation(report: Report, claim: ReportClaim, { outward, sources }: Lookup) {
  const proposed = claim.verdict?.proposed ?? null;
  const signed = standing(claim) === "signed" ? claim.signOff : null;
  const checked = proposed ?? signed;
  return {
    id: named("claim", claim.id),
    type: "Annotation",
    motivation: claim.verdict === null ? "highlighting" : "assessing",
    ...(checked
      ? { creator: person(checked.by), created: checked.at }
      : { creator: claim.origin === "machine" ? GENERATOR : newsroom(report), created: report.version.createdAt }),
    ...(signed && signed.at > (checked?.at ?? "") ? { modified: signed.at } : {}),
    body: bodies(claim, sources),
    target: target(report, claim, outward),
  };
}

const newsroom = ({ newsroom: { id, name } }: Report) => ({ id: named("newsroom", id), type: "Organization", name });

const person = ({ id, name }: ReportPerson) => ({ id: named("person", id), type: "Person", name });

function bodies(claim: ReportClaim, sources: Lookup["sources"]): Body[] {
  const { wording, verdict, notes, dismissal } = claim;
  const used = [...new Set(notes.flatMap(({ sourceId }) => sourceId ?? []))];
  return [
    ...text("describing", wording),
    ...text("identifying", `Claim ${claim.number}. ${saidLine(claim, EN)}`),
    ...text("classifying", verdict?.label ?? ""),
    ...text("tagging", claimLabel(claim, EN)),
    ...text("commenting", verdict?.explanation ?? ""),
    ...text("commenting", verdict?.authorsWordReason ?? ""),
    ...text("commenting", dismissal?.note ?? ""),
    ...used.flatMap((id) => link(sources.get(id))),
  ];
}

type Body =
  | { readonly type: "TextualBody"; readonly purpose: string; readonly format: "text/plain"; readonly value: string }
  | { readonly type: "SpecificResource"; readonly purpose: string; readonly source: string };

function text(purpose: string, value: string): Body[] {
  return value.trim() === "" ? [] : [{ type: "TextualBody", purpose, format: "text/plain", value }];
}

/** A source with an address is linked; any other that may be named is named. */
function link(source: ReportSource | undefined): Body[] {
  if (source?.told !== "all") return [];
  const href = followable(source.url);
  return href === null
    ? text("linking", source.title)
    : [{ type: "SpecificResource", purpose: "linking", source: href }];
}

function target({ article, version }: Report, { place }: ReportClaim, outward: Lookup["outward"]) {
  const href = followable(article.url);
  const source = {
    id: `ni:///sha-256;${base64Url(version.sha256)}`,
    type: "Text",
    format: "text/plain",
    ...(article.language === "" ? {} : { language: article.language }),
    ...(href === null ? {} : { via: href }),
  };
  const state = { type: "TimeState", sourceDate: version.createdAt };
  if (place === null) return { source, state };
  const whole = wholeSpan(version.text, place);
  const { prefix, suffix } = place;
  const quote = { type: "TextQuoteSelector", exact: version.text.slice(whole.start, whole.end), prefix, suffix };
  return { source, state, selector: [quote, { type: "TextPositionSelector", ...outward(whole) }] };
}

/** A URN of ours, made of a kind and an id each. */
function named(...parts: readonly string[]): string {
  return `urn:x-claimdesk:${parts.map((part) => encodeURIComponent(part)).join(":")}`;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Write hex digits as base64url without padding, as RFC 6920 names a thing by its hash. */
function base64Url(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  return (bits.match(/.{1,6}/g) ?? []).map((six) => BASE64[Number.parseInt(six.padEnd(6, "0"), 2)]).join("");
}
