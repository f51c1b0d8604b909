import { dateInWords } from "@/lib/core/report/words";
import type { CorrectionView } from "@/lib/publications/schema";

/** What the report said, what it says now and why, newest first. */
export function Corrections({
  corrections,
  slug,
}: {
  readonly corrections: readonly CorrectionView[];
  readonly slug: string;
}) {
  if (corrections.length === 0) return null;
  return (
    <section id="corrections" aria-labelledby="corrections-title" className="mt-12 scroll-mt-6">
      <h2 id="corrections-title" className="border-ink border-b pb-1.5 font-serif text-lg">
        Corrections
      </h2>
      <ol>
        {corrections.map(({ id, at, claimNumber, field, before, after, why }) => (
          <li key={id} className="border-line border-b py-3 leading-5">
            <p>
              <time dateTime={at} className="text-muted">
                {dateInWords(at)}
              </time>{" "}
              ·{" "}
              {claimNumber === null ? (
                "The report"
              ) : (
                <a
                  href={`/r/${slug}/${claimNumber}`}
                  className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  Claim {claimNumber}
                </a>
              )}
              , {field}
            </p>
            <dl className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
              <dt className="text-muted">It said:</dt>
              <dd className="wrap-anywhere text-muted">
                {before ? <del className="decoration-line-strong">{before}</del> : "nothing"}
              </dd>
              <dt className="text-muted">It says now:</dt>
              <dd className="wrap-anywhere">{after ? <ins className="no-underline">{after}</ins> : "nothing"}</dd>
              <dt className="text-muted">Why:</dt>
              <dd className="wrap-anywhere">{why}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
