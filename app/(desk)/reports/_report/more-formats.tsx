import { type ReactNode, Suspense } from "react";
import { Skeleton } from "@/app/_ui/skeleton";
import { lintReport } from "@/lib/core/report/claim-review-lint";
import { optionsQuery, type ReportOptions } from "@/lib/core/report/options";
import { loadExports } from "@/lib/exports/queries";
import type { Actor } from "@/lib/platform/actor";
import { loadReport } from "@/lib/reports/queries";
import { Documents } from "../_documents/documents";
import { ReviewFindings } from "../_documents/review-findings";

interface Asked {
  readonly actor: Actor;
  readonly articleId: string;
  readonly options: ReportOptions;
}

/** What takes longer than a click: documents that are written in the background, and what speaks against publishing the markup. */
export function MoreFormats(asked: Asked): ReactNode {
  return (
    <div className="border-line border-b px-4 py-2 md:px-6 xl:px-8">
      <Suspense fallback={<Skeleton className="h-8" />}>
        <WrittenDocuments {...asked} />
      </Suspense>
      <details>
        <summary className="w-fit cursor-pointer text-muted hover:text-ink">Rules of the ClaimReview markup</summary>
        <div className="max-w-3xl py-3">
          <Suspense fallback={<Skeleton className="h-24" />}>
            <Findings {...asked} />
          </Suspense>
        </div>
      </details>
    </div>
  );
}

async function WrittenDocuments({ actor, articleId, options }: Asked) {
  const exports = await loadExports(actor, articleId);
  return <Documents articleId={articleId} options={optionsQuery(options)} exports={exports} />;
}

async function Findings({ actor, articleId, options }: Asked) {
  const report = await loadReport(actor, articleId, options);
  return <ReviewFindings findings={lintReport(report)} articleId={articleId} />;
}
