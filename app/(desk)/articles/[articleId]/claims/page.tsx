import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { loadArticles } from "@/lib/articles/queries";
import { loadFactFigures } from "@/lib/coverage/queries";
import { requireActor } from "@/lib/platform/session";
import { CoverageLine } from "../../../_coverage/coverage-line";
import type { SearchParams } from "../../../_shell/search-params";
import { ClaimsScreen } from "../../../claims/_table/claims-screen";
import { ArticleTabs } from "../_tabs/article-tabs";

export const metadata: Metadata = { title: "Claims of an article" };

/** The claims of one article in a table; its whole state is in the address. */
export default async function ArticleClaimsPage({
  params,
  searchParams,
}: {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { articleId } = await params;
  const base = `/articles/${articleId}/claims`;
  const actor = await requireActor(base);
  const article = (await loadArticles(actor)).find(({ id }) => id === articleId);
  if (!article) notFound();
  const figures = (await loadFactFigures(actor, [articleId])).get(articleId);
  return (
    <ClaimsScreen
      actor={actor}
      base={base}
      query={await searchParams}
      articleId={articleId}
      heading={{
        over: (
          <Link href={`/articles/${articleId}`} className="hover:text-ink hover:underline hover:underline-offset-3">
            {article.title}
          </Link>
        ),
        title: "Claims",
        meta: figures && <CoverageLine figures={figures} articleId={articleId} barred />,
        tabs: <ArticleTabs articleId={articleId} current="claims" />,
      }}
      empty={
        <EmptyState title="No claims in this article yet">
          Open the article, select some of its text, and mark it as a claim.
        </EmptyState>
      }
    />
  );
}
