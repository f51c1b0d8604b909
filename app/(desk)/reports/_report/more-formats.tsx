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
    <details className="border-line border-b px-4 py-2 md:px-6 xl:px-8">
      <summary className="w-fit cursor-pointer font-medium">PDF, Word and markup for search engines</summary>
      <div className="grid gap-x-12 gap-y-6 py-3 lg:grid-cols-2">
        <Suspense fallback={<Skeleton className="h-24" />}>
          <Parts {...asked} />
        </Suspense>
      </div>
    </details>
  );
}

async function Parts({ actor, articleId, options }: Asked) {
  const exports = await loadExports(actor, articleId);
  const report = await loadReport(actor, articleId, options);
  return (
    <>
      <Documents articleId={articleId} options={optionsQuery(options)} exports={exports} />
      <ReviewFindings findings={lintReport(report)} articleId={articleId} />
    </>
  );
}
