import type { Metadata } from "next";
import Link from "next/link";
import { loadArticles } from "@/lib/articles/queries";
import { loadClaimPage } from "@/lib/claims/queries";
import { loadLedger } from "@/lib/ledger/queries";
import { requireActor } from "@/lib/platform/session";
import { Ledger, readFilter } from "../../../_ledger/ledger";
import { sentenceOf } from "../../../_ledger/sentence";
import { LiveMark } from "../../../_live/live-mark";
import { found } from "../../../_shell/found";
import { PageBody, PageHeader } from "../../../_shell/page-header";
import { type SearchParams, toParams } from "../../../_shell/search-params";

export const metadata: Metadata = { title: "Ledger" };

/** The ledger of an article: what checking its chain found, then every entry as a sentence. */
export default async function LedgerPage({
  params,
  searchParams,
}: {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { articleId } = await params;
  const base = `/articles/${articleId}/ledger`;
  const actor = await requireActor(base);
  const asOf = new Date().toISOString();
  const filter = readFilter(toParams(await searchParams));
  const ledger = await found(loadLedger(actor, articleId, filter));
  const [articles, claims] = await Promise.all([
    loadArticles(actor),
    loadClaimPage(actor, { ...EVERY_CLAIM, articleId }),
  ]);
  const numbers = new Map(claims.rows.map(({ id, number }) => [id, number]));
  const title = articles.find(({ id }) => id === articleId)?.title ?? "Article";
  return (
    <>
      <PageHeader
        over={
          <Link href={`/articles/${articleId}`} className="hover:text-ink hover:underline hover:underline-offset-3">
            {title}
          </Link>
        }
        title="Ledger"
        meta="Every change of this article and its claims, in an order nobody can alter unseen."
      />
      <PageBody className="flex max-w-5xl flex-col gap-6">
        <Ledger
          base={base}
          filter={filter}
          ledger={ledger}
          numbers={numbers}
          tell={(entry) => sentenceOf(entry, numbers)}
          foot="The report carries the same hash at its foot."
        >
          <LiveMark asOf={asOf} articleId={articleId} />
        </Ledger>
      </PageBody>
    </>
  );
}

/** Claims to offer as a filter, and to name by their number. */
const EVERY_CLAIM = {
  state: [],
  kind: [],
  verdict: [],
  assignee: [],
  speaker: [],
  score: [],
  asks: [],
  text: "",
  sort: "number",
  desc: false,
  page: 1,
  pageSize: 5_000,
} as const satisfies Parameters<typeof loadClaimPage>[1];
