import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { buttonClasses } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import { lintReport } from "@/lib/core/report/claim-review-lint";
import { REPORT_FORMATS, type ReportFormat } from "@/lib/core/report/formats";
import { optionsQuery } from "@/lib/core/report/options";
import { claimsOf, type Report } from "@/lib/core/report/report";
import { loadExports } from "@/lib/exports/queries";
import { requireActor } from "@/lib/platform/session";
import { loadReport } from "@/lib/reports/queries";
import { found } from "../../_shell/found";
import { PageHeader } from "../../_shell/page-header";
import { counted } from "../../claims/_table/words";
import { Documents } from "../_documents/documents";
import { ReviewFindings } from "../_documents/review-findings";

export const metadata: Metadata = { title: "Report" };

/** The report of an article as it would go out now, and its export in each format. */
export default async function ReportPage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const actor = await requireActor(`/reports/${articleId}`);
  const report = await found(loadReport(actor, articleId));
  const exports = await loadExports(actor, articleId);
  const address = `/api/articles/${encodeURIComponent(articleId)}/report`;
  return (
    <div className="flex flex-col md:h-dvh md:min-h-160">
      <PageHeader
        over={
          <Link href="/reports" className="hover:text-ink hover:underline hover:underline-offset-3">
            Reports
          </Link>
        }
        title={report.article.title}
        meta={
          <>
            Version {report.version.number} · as of <RelativeTime at={report.asOf} /> ·{" "}
            <Link
              href={`/articles/${articleId}`}
              className="underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              Article
            </Link>{" "}
            ·{" "}
            <Link
              href={`/articles/${articleId}/ledger`}
              className="underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              Ledger
            </Link>{" "}
            ·{" "}
            <Link
              href={`/reports/${articleId}/publication`}
              className="underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              Publish and package
            </Link>
          </>
        }
        actions={<Exports address={address} />}
      />
      <Warnings report={report} articleId={articleId} />
      <details className="border-line border-b px-4 py-2 md:px-6 xl:px-8">
        <summary className="cursor-pointer font-medium">PDF, Word and markup for search engines</summary>
        <div className="grid gap-x-12 gap-y-6 py-3 lg:grid-cols-2">
          <Documents articleId={articleId} options={optionsQuery(report.options)} exports={exports} />
          <ReviewFindings findings={lintReport(report)} articleId={articleId} />
        </div>
      </details>
      <iframe
        src={`${address}?format=html&inline=1`}
        title={`Report on ${report.article.title}`}
        sandbox=""
        className="min-h-[70dvh] w-full flex-1 bg-raised"
      />
    </div>
  );
}

function Exports({ address }: { readonly address: string }) {
  return (
    <>
      <span className="text-muted max-sm:w-full">Save as</span>
      {REPORT_FORMATS.map((format) => (
        <a
          key={format}
          href={`${address}?format=${format}`}
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

/** What a reader should know before the report goes out. */
function Warnings({ report, articleId }: { readonly report: Report; readonly articleId: string }) {
  const undecided = claimsOf(report, "undecided").length;
  const untouched = claimsOf(report, "untouched").length;
  const { check } = report.ledger;
  if (undecided + untouched === 0 && check.ok) return null;
  return (
    <div className="flex flex-col gap-2 border-line border-b px-4 py-3 md:px-6 xl:px-8">
      {!check.ok && (
        <Notice tone="error" title={`The ledger of this article is broken at entry ${check.seq}`}>
          {check.reason} The report says so too. See the{" "}
          <Link href={`/articles/${articleId}/ledger`} className="underline underline-offset-2">
            ledger
          </Link>
          .
        </Notice>
      )}
      {undecided + untouched > 0 && (
        <Notice
          tone="warning"
          title={`${counted(undecided + untouched, "claim")} ${undecided + untouched === 1 ? "is" : "are"} still open`}
        >
          The report lists {undecided + untouched === 1 ? "it" : "them"} as not signed off
          {untouched > 0 && ` (${untouched.toLocaleString("en")} not taken up yet)`}.{" "}
          <Link
            href={`/articles/${articleId}/claims?${OPEN_STATES.map((state) => `state=${state}`).join("&")}`}
            className="underline underline-offset-2"
          >
            Show the open claims
          </Link>
        </Notice>
      )}
    </div>
  );
}

const OPEN_STATES = ["detected", "open", "in_check", "in_review", "reopened"] as const;
