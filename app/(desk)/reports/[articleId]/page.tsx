import type { Metadata } from "next";
import Link from "next/link";
import { RelativeTime } from "@/app/_ui/relative-time";
import { EN } from "@/lib/core/report/languages/en";
import { FOR_THE_PUBLIC, optionsQuery, REPORT_LANGUAGES, type ReportAudience } from "@/lib/core/report/options";
import { selectionWords, WORDS } from "@/lib/core/report/words";
import { requireActor } from "@/lib/platform/session";
import { loadReportView } from "@/lib/reports/queries";
import { queryFields, reportOptions } from "@/lib/reports/schema";
import { found } from "../../_shell/found";
import { PageHeader } from "../../_shell/page-header";
import { type SearchParams, toParams } from "../../_shell/search-params";
import { MoreFormats } from "../_report/more-formats";
import { OptionsBar } from "../_report/options-bar";
import { SaveAs } from "../_report/save-as";
import { Warnings } from "../_report/warnings";

export const metadata: Metadata = { title: "Report" };

const QUIET_LINK = "underline decoration-line-strong underline-offset-3 hover:text-ink";

/** The report of an article as it would go out now: for whom, of which claims, in which language; its preview and its files. */
export default async function ReportPage({
  params,
  searchParams,
}: {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const [{ articleId }, query] = [await params, toParams(await searchParams)];
  const actor = await requireActor(`/reports/${articleId}`);
  const parsed = reportOptions.safeParse(queryFields(query));
  const options = parsed.data ?? FOR_THE_PUBLIC;
  const wrong = parsed.error?.issues[0]?.message ?? null;
  const view = await found(loadReportView(actor, articleId, options));
  const { article, version, asOf, scale } = view.frame;
  const address = `/api/articles/${encodeURIComponent(articleId)}/report`;
  const chosen = optionsQuery(options);
  const selection = selectionWords(view.frame, EN);
  return (
    <div className="flex flex-col md:h-dvh md:min-h-160">
      <PageHeader
        over={
          <Link href="/reports" className="hover:text-ink hover:underline hover:underline-offset-3">
            Reports
          </Link>
        }
        title={article.title}
        meta={
          <>
            Version {version.number} · as of <RelativeTime at={asOf} /> ·{" "}
            <Link href={`/articles/${articleId}`} className={QUIET_LINK}>
              Article
            </Link>{" "}
            ·{" "}
            <Link href={`/articles/${articleId}/ledger`} className={QUIET_LINK}>
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
        actions={<SaveAs address={address} query={chosen} />}
      />
      <div className="flex flex-col gap-2 border-line border-b px-4 py-3 md:px-6 xl:px-8">
        <OptionsBar
          base={`/reports/${encodeURIComponent(articleId)}`}
          options={options}
          typedNumbers={parsed.success ? null : query.get("numbers")}
          languages={REPORT_LANGUAGES.map((value) => ({ value, label: WORDS[value].languageName }))}
          verdicts={scale.map(({ id, label }) => ({ value: id, label }))}
          speakers={view.speakers}
        />
        <p className="text-muted">
          {LEFT_OUT[options.audience]}
          {selection !== null && <span className="text-ink"> {selection}</span>}
        </p>
      </div>
      <Warnings view={view} articleId={articleId} wrong={wrong} />
      <MoreFormats actor={actor} articleId={articleId} options={options} />
      <iframe
        key={chosen}
        src={`${address}?format=html&inline=1&${chosen}`}
        title={`Report on ${article.title}`}
        sandbox=""
        className="min-h-[70dvh] w-full flex-1 bg-raised"
      />
    </div>
  );
}

const LEFT_OUT: Record<ReportAudience, string> = {
  public: "May be passed on: the newsroom’s notes, and sources and contacts that are not public, are left out.",
  internal: "Not to be passed on: holds the newsroom’s notes. Secret sources and contacts stay unnamed.",
};
