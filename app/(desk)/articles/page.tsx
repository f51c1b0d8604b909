import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { StackedBar } from "@/app/_ui/progress-bar";
import { RelativeTime } from "@/app/_ui/relative-time";
import { loadArticles } from "@/lib/articles/queries";
import type { ArticleRow } from "@/lib/articles/schema";
import type { FactFigures } from "@/lib/core/coverage/coverage";
import { may } from "@/lib/core/policy/policy";
import { dateInWords } from "@/lib/core/report/words";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { loadFactFigures } from "@/lib/coverage/queries";
import { requireActor } from "@/lib/platform/session";
import { STATE_FILL } from "../_claims/state-mark";
import { CoverageLine } from "../_coverage/coverage-line";
import { ReadyBadge } from "../_ready/ready-badge";
import { PageBody, PageHeader } from "../_shell/page-header";

export const metadata: Metadata = { title: "Articles" };

/** The newsroom's articles, the one changed last first, each with how far its check has come. */
export default async function ArticlesPage() {
  const actor = await requireActor("/articles");
  const articles = await loadArticles(actor);
  const coverage = await loadFactFigures(
    actor,
    articles.map(({ id }) => id),
  );
  const mayImport = may(actor.role, "article.import");
  return (
    <>
      <PageHeader
        title="Articles"
        meta={articles.length > 0 && `${articles.length.toLocaleString("en")} in this newsroom`}
        actions={
          mayImport && (
            <ButtonLink href="/articles/import" variant="filled">
              <Plus size={16} aria-hidden="true" />
              Import an article
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {articles.length === 0 ? (
          <NoArticles mayImport={mayImport} />
        ) : (
          <ArticleList articles={articles} coverage={coverage} />
        )}
      </PageBody>
    </>
  );
}

function NoArticles({ mayImport }: { readonly mayImport: boolean }) {
  return (
    <EmptyState
      title="No article has come in yet"
      action={
        mayImport && (
          <ButtonLink href="/articles/import" variant="outline">
            Import the first one
          </ButtonLink>
        )
      }
    >
      {mayImport
        ? "Paste a text or choose a .txt or .md file; Claimdesk finds its claims and marks them in the text."
        : "When an editor imports an article, it appears here with its claims."}
    </EmptyState>
  );
}

type Coverage = ReadonlyMap<string, FactFigures>;

function ArticleList({
  articles,
  coverage,
}: {
  readonly articles: readonly ArticleRow[];
  readonly coverage: Coverage;
}) {
  return (
    <ul className="border-line border-t">
      {articles.map((article) => (
        <ArticleLine key={article.id} article={article} figures={coverage.get(article.id)} />
      ))}
    </ul>
  );
}

function ArticleLine({
  article,
  figures,
}: {
  readonly article: ArticleRow;
  readonly figures: FactFigures | undefined;
}) {
  const { progress } = article;
  const from = [article.publisher, article.byline, article.publishedOn && dateInWords(article.publishedOn)]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className="relative grid grid-cols-1 items-center gap-x-8 gap-y-2 border-line border-b py-3 hover:bg-ink/3 md:grid-cols-[minmax(0,1fr)_15rem_6rem_7.5rem]">
      <div className="min-w-0">
        <Link
          href={`/articles/${article.id}`}
          className="wrap-anywhere font-serif text-lg leading-snug after:absolute after:inset-0"
        >
          {article.title}
        </Link>
        {from && <p className="truncate text-muted">{from}</p>}
        <ReadyBadge ready={article.ready} />
      </div>
      <div className="flex flex-col gap-1">
        <StackedBar
          label={progressWords(article)}
          max={progress.total}
          parts={IN_BAR.map((state) => ({ key: state, value: progress.byState[state], className: STATE_FILL[state] }))}
        />
        <span className="text-muted text-sm">{progressWords(article)}</span>
        {figures && <CoverageLine figures={figures} articleId={article.id} />}
      </div>
      <p className="text-muted text-sm md:text-right">
        {article.words.toLocaleString("en")} words
        <span className="max-md:ml-2 md:block">Version {article.versionNumber}</span>
      </p>
      <p className="text-muted text-sm md:text-right">
        <RelativeTime at={article.updatedAt} />
      </p>
    </li>
  );
}

/** What is decided stands first; what nobody took up is not drawn. */
const IN_BAR: readonly ClaimState[] = ["verified", "dismissed", "in_review", "in_check", "reopened", "open"];

function progressWords({ progress }: ArticleRow): string {
  const { done, total } = progress;
  if (total === 0) return "No claims";
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${total === 1 ? "claim" : "claims"} decided`;
}
