import Link from "next/link";
import { StackedBar } from "@/app/_ui/progress-bar";
import type { ArticleRow, Progress } from "@/lib/articles/schema";
import type { FactFigures } from "@/lib/core/coverage/coverage";
import { type ClaimState, STATE_LABELS } from "@/lib/core/workflow/workflow";
import { STATE_FILL, StateGlyph } from "../_claims/state-mark";
import { CoverageLine } from "../_coverage/coverage-line";
import { ReadyBadge } from "../_ready/ready-badge";
import { ShowMore } from "./show-more";

/** The order in which a bar shows states: what is done first, what is untouched last. */
const BAR_ORDER: readonly ClaimState[] = [
  "verified",
  "dismissed",
  "in_review",
  "in_check",
  "reopened",
  "open",
  "detected",
];
const SHOWN = 8;

/** Articles whose check is not finished, each with a bar of its claims by state. */
export function ArticlesInProgress({
  articles,
  coverage,
  finished,
}: {
  readonly articles: readonly ArticleRow[];
  /** The figures of each article's facts, by its id. */
  readonly coverage: ReadonlyMap<string, FactFigures>;
  readonly finished: number;
}) {
  return (
    <section aria-labelledby="in-progress" className="min-w-0">
      <h2 id="in-progress" className="border-ink border-b pb-1.5 font-medium">
        Articles in progress
      </h2>
      {articles.length === 0 && (
        <p className="py-5 text-muted">
          Every article is checked to the end. Import the next one, or export its report.
        </p>
      )}
      <ul>
        {articles.slice(0, SHOWN).map((article) => (
          <InProgress key={article.id} article={article} figures={coverage.get(article.id)} />
        ))}
      </ul>
      <ShowMore count={articles.length - SHOWN}>
        {articles.slice(SHOWN).map((article) => (
          <InProgress key={article.id} article={article} figures={coverage.get(article.id)} />
        ))}
      </ShowMore>
      {finished > 0 && (
        <p className="pt-3 text-sm">
          <Link
            href="/articles"
            className="text-muted underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            All articles ({finished.toLocaleString("en")} finished)
          </Link>
        </p>
      )}
    </section>
  );
}

function InProgress({ article, figures }: { readonly article: ArticleRow; readonly figures: FactFigures | undefined }) {
  return (
    <li className="relative border-line border-b py-3 hover:bg-sunken/60">
      <Link
        href={`/articles/${article.id}`}
        className="line-clamp-2 font-serif text-lg leading-snug after:absolute after:inset-0 after:content-['']"
      >
        {article.title}
      </Link>
      <ReadyBadge ready={article.ready} />
      <ArticleProgress progress={article.progress} className="mt-2" />
      {figures && <CoverageLine figures={figures} articleId={article.id} className="mt-1" />}
    </li>
  );
}

/** A bar of an article's claims by state, with the counts in words and shapes below. */
export function ArticleProgress({ progress, className }: { readonly progress: Progress; readonly className?: string }) {
  const { byState, total, done } = progress;
  const present = BAR_ORDER.filter((state) => byState[state] > 0);
  const words = present.map((state) => `${count(byState[state])} ${STATE_LABELS[state].toLowerCase()}`).join(", ");
  return (
    <div className={className}>
      <StackedBar
        max={total}
        label={`${count(done)} of ${count(total)} claims done: ${words}`}
        parts={present.map((state) => ({ key: state, value: byState[state], className: STATE_FILL[state] }))}
      />
      <p
        className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted text-sm tabular-nums"
        aria-hidden="true"
      >
        <span className="text-ink">
          {count(done)} of {count(total)} done
        </span>
        {present.map((state) => (
          <span key={state} className="inline-flex items-center gap-1" title={STATE_LABELS[state]}>
            <StateGlyph state={state} className="size-3" />
            {count(byState[state])}
          </span>
        ))}
      </p>
    </div>
  );
}

const count = (number: number): string => number.toLocaleString("en");
