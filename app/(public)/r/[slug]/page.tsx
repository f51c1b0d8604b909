import type { Metadata } from "next";
import type { ReactNode } from "react";
import { claimLabel, linesOf, noticeLines } from "@/lib/core/report/claim-lines";
import { followable } from "@/lib/core/report/markup";
import { claimsOf, type Report, type ReportClaim } from "@/lib/core/report/report";
import { dateInWords, STANDING_LABELS, wordsOf } from "@/lib/core/report/words";
import type { PublishedReport } from "@/lib/publications/schema";
import { publicAddress } from "../_published/address";
import { ClaimEntry, Glyph } from "../_published/claim-entry";
import { Corrections } from "../_published/corrections";
import { PublicPage } from "../_published/public-page";
import { peekPublished, requirePublished } from "../_published/require-published";

interface Params {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { slug } = await params;
  const published = await peekPublished(slug);
  if (!published) return {};
  const { report, indexable } = published;
  return {
    title: { absolute: `Fact check: ${report.article.title} · ${report.newsroom.name}` },
    description: summary(report),
    robots: { index: indexable, follow: indexable },
    alternates: { canonical: publicAddress(`/r/${slug}`) },
  };
}

/** A published report, as it was frozen: for anybody, without a session. */
export default async function PublishedReportPage({ params }: Params) {
  const { slug } = await params;
  const published = await requirePublished(slug);
  const { report } = published;
  return (
    <PublicPage published={published}>
      <Head published={published} />
      {noticeLines(linesOf(report)).map(({ lead, text }) => (
        <p key={lead} className="mt-4 border-open-mark border-l-2 bg-sunken py-2 pr-3 pl-3">
          <span className="font-medium">{lead}</span> {text}
        </p>
      ))}
      <Overview report={report} slug={slug} />
      {(["signed", "undecided", "dismissed"] as const).map((kind) => (
        <Group key={kind} title={STANDING_LABELS[kind]} report={report} claims={claimsOf(report, kind)} slug={slug} />
      ))}
      <Corrections corrections={published.corrections} slug={slug} />
      <Method report={report} />
    </PublicPage>
  );
}

function summary({ figures }: Report): string {
  const told = figures.byVerdict.flatMap(({ label, signed }) => (signed > 0 ? [`${label}: ${signed}`] : []));
  return told.length === 0 ? "A fact check." : `${told.join(", ")}.`;
}

function Head({
  published: { report, edition, publishedAt, corrections, slug },
}: {
  readonly published: PublishedReport;
}) {
  const { article } = report;
  const href = followable(article.url);
  const about = [article.byline, article.publisher, article.publishedOn && dateInWords(article.publishedOn)];
  return (
    <div>
      <h1 lang={article.language} className="text-balance font-serif text-2xl leading-tight">
        {article.title}
      </h1>
      <p className="mt-2 text-muted">
        {about.filter(Boolean).join(" · ")}
        {href && (
          <>
            {" · "}
            <a href={href} className="underline decoration-line-strong underline-offset-3 hover:text-ink">
              Read the article
            </a>
          </>
        )}
      </p>
      <p className="mt-1 text-muted">
        Published <time dateTime={publishedAt}>{dateInWords(publishedAt)}</time>
        {edition.number > 1 && (
          <>
            , corrected <time dateTime={edition.at}>{dateInWords(edition.at)}</time> (
            <a
              href={`/r/${slug}#corrections`}
              className="underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              {corrections.length === 1 ? "1 correction" : `${corrections.length.toLocaleString("en")} corrections`}
            </a>
            )
          </>
        )}
      </p>
    </div>
  );
}

/** Every claim in a line, for a reader who wants the answer first. */
function Overview({ report, slug }: { readonly report: Report; readonly slug: string }) {
  const claims = report.claims.filter(({ state }) => state !== "detected" && state !== "dismissed");
  if (claims.length < 2) return null;
  const words = wordsOf(report);
  return (
    <nav aria-label="Claims at a glance" className="mt-8">
      <ol className="border-line border-t">
        {claims.map((claim) => (
          <li key={claim.id} className="border-line border-b">
            <a
              href={`/r/${slug}#claim-${claim.number}`}
              className="grid grid-cols-[1.75rem_1.25rem_minmax(0,1fr)] items-baseline gap-x-2 py-2 hover:bg-sunken sm:grid-cols-[1.75rem_1.25rem_minmax(0,1fr)_10rem]"
            >
              <span className="text-right text-muted tabular-nums">{claim.number}</span>
              <span className="self-center">
                <Glyph claim={claim} />
              </span>
              <span lang={report.article.language} className="wrap-anywhere">
                {claim.wording}
              </span>
              <span className="font-medium max-sm:col-start-3">{claimLabel(claim, words)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Group({
  title,
  report,
  claims,
  slug,
}: {
  readonly title: string;
  readonly report: Report;
  readonly claims: readonly ReportClaim[];
  readonly slug: string;
}): ReactNode {
  if (claims.length === 0) return null;
  return (
    <section aria-label={title} className="mt-12">
      <h2 className="border-ink border-b pb-1.5 font-serif text-lg">{title}</h2>
      {claims.map((claim) => (
        <div key={claim.id} id={`claim-${claim.number}`} className="scroll-mt-6 border-line border-b py-6">
          <ClaimEntry
            report={report}
            claim={claim}
            heading={
              <h3 lang={report.article.language} className="wrap-anywhere font-serif text-xl leading-snug">
                <a href={`/r/${slug}/${claim.number}`} className="hover:underline hover:underline-offset-4">
                  {claim.number}. {claim.wording}
                </a>
              </h3>
            }
          />
        </div>
      ))}
    </section>
  );
}

function Method({ report: { method, scale } }: { readonly report: Report }) {
  return (
    <section aria-label="How it was checked" className="mt-12">
      <h2 className="border-ink border-b pb-1.5 font-serif text-lg">How it was checked</h2>
      <div className="mt-3 flex flex-col gap-2">
        {method.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <dl className="mt-4 grid gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
        {scale.map(({ id, label, meaning }) => (
          <div key={id} className="contents">
            <dt className="font-medium">{label}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
