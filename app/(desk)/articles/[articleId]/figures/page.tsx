import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLinks } from "@/app/_ui/page-links";
import { loadFigures } from "@/lib/claims/queries";
import type { Figures } from "@/lib/claims/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { requireActor } from "@/lib/platform/session";
import { LiveMark } from "../../../_live/live-mark";
import { PageHeader } from "../../../_shell/page-header";
import { type SearchParams, toParams } from "../../../_shell/search-params";
import { counted } from "../../../claims/_table/words";
import { ArticleTabs } from "../_tabs/article-tabs";
import { chosenFigures, FIGURES_PAGE, figuresHref, readFigures } from "./_figures/figure-list";
import { FiguresGrid } from "./_figures/figures-grid";
import { TypeFilter } from "./_figures/type-filter";

export const metadata: Metadata = { title: "Figures of an article" };

/** Every value that an article states, in a table that says where the same thing is stated two ways; its state is in the address. */
export default async function FiguresPage({
  params,
  searchParams,
}: {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { articleId } = await params;
  const asOf = new Date().toISOString();
  const base = `/articles/${articleId}/figures`;
  const actor = await requireActor(base);
  const { articleTitle, rows } = await findFigures(actor, articleId);
  const list = readFigures(toParams(await searchParams));
  const chosen = chosenFigures(rows, list);
  const last = Math.max(1, Math.ceil(chosen.length / FIGURES_PAGE));
  const page = Math.min(list.page, last);
  const narrowed = chosen.length < rows.length;
  return (
    <div className="flex flex-col md:h-dvh md:min-h-128">
      <PageHeader
        over={
          <Link href={`/articles/${articleId}`} className="hover:text-ink hover:underline hover:underline-offset-3">
            {articleTitle}
          </Link>
        }
        title="Figures"
        meta={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span role="status">
              {narrowed ? `${chosen.length.toLocaleString("en")} of ` : ""}
              {counted(rows.length, "value")} in the claims of this article
            </span>
            <LiveMark asOf={asOf} articleId={articleId} />
          </span>
        }
        tabs={<ArticleTabs articleId={articleId} current="figures" />}
      />
      {rows.length === 0 ? (
        <div className="px-4 py-4 md:px-6 xl:px-8">
          <EmptyState title="No figures in this article yet">
            Amounts, counts, percentages, ages and dates stand here as soon as a claim of the article holds one. Open
            the article and mark a sentence with a figure in it.
          </EmptyState>
        </div>
      ) : (
        <>
          <TypeFilter base={base} list={list} rows={rows} />
          {chosen.length === 0 ? (
            <div className="px-4 py-4 md:px-6 xl:px-8">
              <EmptyState title="No figure matches these filters">Take one of them away above.</EmptyState>
            </div>
          ) : (
            <FiguresGrid
              articleId={articleId}
              base={base}
              rows={chosen.slice((page - 1) * FIGURES_PAGE, page * FIGURES_PAGE)}
              list={list}
              flags={rows.some(({ elsewhere }) => elsewhere.length > 0)}
            />
          )}
          <PageLinks
            page={page}
            last={last}
            href={(number) => figuresHref(base, { ...list, page: number })}
            className="border-line border-t px-4 py-2 md:px-6 xl:px-8"
          />
        </>
      )}
    </div>
  );
}

async function findFigures(actor: Actor, articleId: string): Promise<Figures> {
  try {
    return await loadFigures(actor, articleId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return notFound();
    throw error;
  }
}
