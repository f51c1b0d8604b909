import { Download } from "lucide-react";
import { buttonClasses } from "@/app/_ui/button";
import { REPORT_FORMATS, type ReportFormat } from "@/lib/core/report/formats";

/** The report as a file in each format that is written at once, with the options that the screen shows. */
export function SaveAs({ address, query }: { readonly address: string; readonly query: string }) {
  return (
    <>
      <span className="text-muted max-sm:w-full">Save as</span>
      {REPORT_FORMATS.map((format) => (
        <a
          key={format}
          href={`${address}?format=${format}&${query}`}
          download
          className={buttonClasses({ variant: format === "html" ? "filled" : "outline" })}
          title={FORMATS[format].use}
        >
          <Download size={14} aria-hidden="true" />
          {FORMATS[format].label}
          <span className="sr-only">: {FORMATS[format].use}</span>
        </a>
      ))}
    </>
  );
}

const FORMATS: Record<ReportFormat, { readonly label: string; readonly use: string }> = {
  html: { label: "HTML", use: "one file that opens anywhere and prints" },
  md: { label: "Markdown", use: "text for a content system or an archive" },
  csv: { label: "CSV", use: "a table with one claim on each line" },
  json: { label: "JSON", use: "everything, for other software" },
  webanno: { label: "Web Annotation", use: "the claims as W3C annotations of the text" },
  claimreview: { label: "ClaimReview", use: "a feed for search engines and fact-check collectors" },
};
