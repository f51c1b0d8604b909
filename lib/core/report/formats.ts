import { renderClaimReview } from "./claim-review";
import { renderCsv } from "./csv";
import { renderHtml } from "./html";
import { renderJson } from "./json";
import { renderMarkdown } from "./markdown";
import type { Report } from "./report";
import { renderWebAnnotation, WEB_ANNOTATION_TYPE } from "./web-annotation";

export const REPORT_FORMATS = ["html", "md", "csv", "json", "webanno", "claimreview"] as const;

/** A form in which a report leaves the product as text, written while one waits. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const DOCUMENT_FORMATS = ["pdf", "docx"] as const;

/** A form that takes longer, written in the background; see lib/exports. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const RENDERERS: Record<ReportFormat, (report: Report) => string> = {
  html: renderHtml,
  md: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
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

/** A written report: its body, media type, and a file name of ASCII letters, digits and hyphens only. */
export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly body: string;
}

/** Write a report in a format. The same report gives the same bytes. */
export function writeReport(report: Report, format: ReportFormat): ReportFile {
  return { name: fileName(report, format), mediaType: MEDIA_TYPES[format], body: RENDERERS[format](report) };
}

/** "fact-check-tillerson-says-u-s-to-set-up-v1.html": at most 60 characters of the title, none that a file system or a header minds. */
export function fileName(
  { article, version }: Pick<Report, "article" | "version">,
  format: ReportFormat | DocumentFormat,
): string {
  const words = article.title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? [article.id.replace(/[^A-Za-z0-9]/g, "")]).join("-").slice(0, 60).replace(/-+$/, "");
  return `fact-check-${slug}-v${version.number}.${ENDINGS[format] ?? format}`;
}
