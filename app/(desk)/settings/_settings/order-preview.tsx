"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useMemo, useTransition } from "react";
import type { Strengths } from "@/lib/claims/schema";
import type { RuleFeature, Weights } from "@/lib/core/extraction/weights";
import { orderChanges } from "./order-changes";

/** Claims shown. */
const SHOWN = 10;

/** The strongest claims of an article as the wanted weights order them, each with how it moved against the saved ones. */
export function OrderPreview({
  features,
  bias,
  saved,
  wanted,
  strengths,
}: {
  readonly features: readonly RuleFeature[];
  readonly bias: number;
  readonly saved: Weights;
  readonly wanted: Weights;
  readonly strengths: Strengths;
}) {
  const { articles, articleId, claims } = strengths;
  const router = useRouter();
  const id = useId();
  const [pending, start] = useTransition();
  const placed = useMemo(
    () => orderChanges(claims, { features, bias }, saved, wanted).slice(0, SHOWN),
    [claims, features, bias, saved, wanted],
  );
  if (articleId === null) {
    return (
      <p className="text-muted">
        Once an article is imported, its strongest claims stand here and move while you turn the weights.
      </p>
    );
  }
  return (
    <section aria-labelledby={`${id}-title`} aria-busy={pending}>
      <h3 id={`${id}-title`} className="font-medium text-sm">
        What would stand first in
      </h3>
      <label htmlFor={`${id}-article`} className="sr-only">
        Article
      </label>
      <select
        id={`${id}-article`}
        data-draft="off"
        value={articleId}
        onChange={(event) => {
          const to = `/settings?article=${encodeURIComponent(event.target.value)}`;
          start(() => router.replace(to, { scroll: false }));
        }}
        className="mt-1 h-8 w-full rounded-sm border border-line-strong bg-raised px-1.5"
      >
        {articles.map((article) => (
          <option key={article.id} value={article.id}>
            {article.title}
          </option>
        ))}
      </select>
      {placed.length === 0 ? (
        <p className="mt-2 text-muted">This article has no claims to check.</p>
      ) : (
        <section
          aria-label="The ten strongest claims"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="mt-1 max-lg:max-h-40 max-lg:overflow-y-auto"
        >
          <ol>
            {placed.map((claim) => (
              <li
                key={claim.id}
                className="grid grid-cols-[2.25rem_minmax(0,1fr)_1.75rem] items-baseline gap-x-1.5 border-line border-b py-1.5 text-sm"
              >
                <Moved rose={claim.rose} />
                <Link
                  href={`/articles/${articleId}?claim=${claim.id}`}
                  prefetch={false}
                  title={claim.wording}
                  className="line-clamp-2 hover:underline hover:underline-offset-3 max-lg:line-clamp-1"
                >
                  {claim.wording}
                </Link>
                <span className="text-right text-muted tabular-nums" title="Worth checking, of 100">
                  {Math.round(claim.score * 100)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}

function Moved({ rose }: { readonly rose: number }) {
  const places = Math.abs(rose);
  const words = rose > 0 ? `up ${places}` : rose < 0 ? `down ${places}` : "same place";
  return (
    <span className={clsx("whitespace-nowrap tabular-nums", rose === 0 ? "text-muted" : "font-medium")}>
      <span aria-hidden="true">{rose === 0 ? "–" : `${rose > 0 ? "↑" : "↓"} ${places}`}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
