import { renderClaimReview } from "./claim-review";
import { csvParts } from "./csv";
import { htmlParts } from "./html";
import { jsonParts } from "./json";
import { markdownParts } from "./markdown";
import { joinParts, type Part, type ReadClaims, streamParts } from "./parts";
import type { Report, ReportClaim, ReportFrame } from "./report";
import { renderWebAnnotation, WEB_ANNOTATION_TYPE } from "./web-annotation";

export const STREAMED_FORMATS = ["html", "md", "csv", "json"] as const;

/** A form that is written claim by claim, so that a long report takes little memory. */
export type StreamedFormat = (typeof STREAMED_FORMATS)[number];

export const REPORT_FORMATS = [...STREAMED_FORMATS, "webanno", "claimreview"] as const;

/** A form in which a report leaves the product as text, written while one waits. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const DOCUMENT_FORMATS = ["pdf", "docx"] as const;

/** A form that takes longer, written in the background; see lib/exports. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const PARTS: Record<StreamedFormat, (report: ReportFrame) => Iterable<Part>> = {
  html: htmlParts,
  md: markdownParts,
  csv: csvParts,
  json: jsonParts,
};

const WHOLE: Record<Exclude<ReportFormat, StreamedFormat>, (report: Report) => string> = {
  webanno: renderWebAnnotation,
  claimreview: renderClaimReview,
};

/** The media type of each format. */
export const MEDIA_TYPES: Record<ReportFormat | DocumentFormat, string> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
  webanno: WEB_ANNOTATION_TYPE,
  claimreview: "application/ld+json",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What the name of a file ends with, where that is not the format's own name. */
const ENDINGS: Partial<Record<ReportFormat | DocumentFormat, string>> = {
  webanno: "webanno.jsonld",
  claimreview: "claimreview.jsonld",
};

/** How a written report is named and served: a file name of ASCII letters, digits and hyphens only. */
export interface ReportFileName {
  readonly name: string;
  readonly mediaType: string;
}

/** A written report: its body, media type, and file name. */
export interface ReportFile extends ReportFileName {
  readonly body: string;
}

/** Tell whether a format can be written claim by claim. */
export function isStreamed(format: ReportFormat): format is StreamedFormat {
  return format in PARTS;
}

/** Write a report in a format. The same report gives the same bytes. */
export function writeReport(report: Report, format: ReportFormat): ReportFile {
  const body = isStreamed(format) ? joinParts(PARTS[format](report), report.claims) : WHOLE[format](report);
  return { ...reportFileName(report, format), body };
}

/** Write a report piece by piece, its claims read when they are needed: the same bytes as writeReport gives. A form that needs all of it at once holds it. */
export function streamReport(report: ReportFrame, format: ReportFormat, read: ReadClaims): AsyncGenerator<string> {
  return isStreamed(format) ? streamParts(PARTS[format](report), read) : streamWhole(report, format, read);
}

async function* streamWhole(report: ReportFrame, format: ReportFormat, read: ReadClaims): AsyncGenerator<string> {
  const claims: ReportClaim[] = [];
  for await (const claim of read(report.outline.map(({ id }) => id))) claims.push(claim);
  yield writeReport({ ...report, claims }, format).body;
}

/** Name the file of a report and its media type. */
export function reportFileName(
  report: Pick<ReportFrame, "article" | "version" | "options">,
  format: ReportFormat | DocumentFormat,
): ReportFileName {
  return { name: fileName(report, format), mediaType: MEDIA_TYPES[format] };
}

/** "fact-check-tillerson-says-u-s-to-set-up-v1.html": at most 60 characters of the title, none that a file system or a header minds. */
function fileName(
  { article, version, options }: Pick<ReportFrame, "article" | "version" | "options">,
  format: ReportFormat | DocumentFormat,
): string {
  const words = article.title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? [article.id.replace(/[^A-Za-z0-9]/g, "")]).join("-").slice(0, 60).replace(/-+$/, "");
  const inside = options.audience === "internal" ? "-internal" : "";
  return `fact-check-${slug}-v${version.number}${inside}.${ENDINGS[format] ?? format}`;
}
