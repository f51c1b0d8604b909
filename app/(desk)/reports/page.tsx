import { FileCheck2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { loadArticles } from "@/lib/articles/queries";
import type { ArticleRow } from "@/lib/articles/schema";
import { dateInWords } from "@/lib/core/report/words";
import { requireActor } from "@/lib/platform/session";
import { loadPublicationStatuses } from "@/lib/publications/queries";
import type { PublicationStatus } from "@/lib/publications/schema";
import { ArticleProgress } from "../_desk/articles-in-progress";
import { PageBody, PageHeader } from "../_shell/page-header";
import { counted } from "../claims/_table/words";

export const metadata: Metadata = { title: "Reports" };

/** Every article with how far its check has come: those that are ready to go out first. */
export default async function ReportsPage() {
  const actor = await requireActor("/reports");
  const articles = await loadArticles(actor);
  const published = new Map((await loadPublicationStatuses(actor)).map((status) => [status.articleId, status]));
  const ready = articles.filter(isReady);
  const waiting = articles.filter((article) => !isReady(article));
  return (
    <>
      <PageHeader
        title="Reports"
        meta={
          articles.length === 0
            ? "A report says what was checked, how, and who stands for it."
            : `${counted(ready.length, "article")} checked to the end · ${waiting.length.toLocaleString("en")} in progress`
        }
      />
      <PageBody className="flex max-w-5xl flex-col gap-10">
        {articles.length === 0 ? (
          <EmptyState
            mark={<FileCheck2 size={22} />}
            title="No article to report on yet"
            action={<ButtonLink href="/articles">Go to the articles</ButtonLink>}
          >
            Import an article and check its claims; its report is written by itself.
          </EmptyState>
        ) : (
          <>
            <Group id="ready" title="Checked to the end" articles={ready} published={published} />
            <Group id="waiting" title="In progress" articles={waiting} published={published} />
          </>
        )}
      </PageBody>
    </>
  );
}

/** Every claim signed off or dismissed, and something signed off or dismissed at all. */
function isReady({ progress }: ArticleRow): boolean {
  return progress.total > 0 && progress.done === progress.total;
}

function Group({
  id,
  title,
  articles,
  published,
}: {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly ArticleRow[];
  readonly published: ReadonlyMap<string, PublicationStatus>;
}) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-ink border-b pb-1.5 font-medium">
        {title}
      </h2>
      <ul>
        {articles.map((article) => (
          <li
            key={article.id}
            className="relative grid items-center gap-x-10 gap-y-2 border-line border-b py-3.5 hover:bg-sunken/60 md:grid-cols-[minmax(0,1fr)_20rem]"
          >
            <div className="min-w-0">
              <Link
                href={`/reports/${article.id}`}
                className="wrap-anywhere font-serif text-lg leading-snug after:absolute after:inset-0 after:content-['']"
              >
                {article.title}
              </Link>
              <p className="text-muted text-sm">
                {aboutArticle(article)}
                <OnTheWeb status={published.get(article.id)} />
              </p>
            </div>
            <ArticleProgress progress={article.progress} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the report is published, and how much the records say otherwise since. */
function OnTheWeb({ status }: { readonly status: PublicationStatus | undefined }) {
  if (!status) return null;
  const { articleId, edition, changes } = status;
  return (
    <>
      {" · "}
      <Link
        href={`/reports/${articleId}/publication`}
        className="relative z-10 font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        Published{edition > 1 && `, edition ${edition}`}
      </Link>
      {changes > 0 && <span className="text-open">, {counted(changes, "change")} since</span>}
    </>
  );
}

function aboutArticle({ publisher, publishedOn, versionNumber, words }: ArticleRow): string {
  return [publisher, dateInWords(publishedOn ?? ""), `version ${versionNumber}`, counted(words, "word")]
    .filter(Boolean)
    .join(" · ");
}
