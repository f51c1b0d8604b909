import { renderCsv } from "./csv";
import { renderHtml } from "./html";
import { renderJson } from "./json";
import { renderMarkdown } from "./markdown";
import type { Report } from "./report";

export const REPORT_FORMATS = ["html", "md", "csv", "json"] as const;

/** A form in which a report leaves the product; also the ending of its file's name. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const RENDERERS: Record<ReportFormat, (report: Report) => string> = {
  html: renderHtml,
  md: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
};

const MEDIA_TYPES: Record<ReportFormat, string> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
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
function fileName({ article, version }: Report, format: ReportFormat): string {
  const words = article.title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? [article.id.replace(/[^A-Za-z0-9]/g, "")]).join("-").slice(0, 60).replace(/-+$/, "");
  return `fact-check-${slug}-v${version.number}.${format}`;
}
