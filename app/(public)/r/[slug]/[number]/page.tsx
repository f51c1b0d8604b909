import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { claimLabel } from "@/lib/core/report/claim-lines";
import { publicMarkup } from "@/lib/core/report/claim-review";
import { publishingOf } from "@/lib/core/report/publishing";
import { type ReportClaim, standing } from "@/lib/core/report/report";
import { wordsOf } from "@/lib/core/report/words";
import type { PublishedReport } from "@/lib/publications/schema";
import { claimPages, publicAddress } from "../../_published/address";
import { ClaimEntry } from "../../_published/claim-entry";
import { Corrections } from "../../_published/corrections";
import { PublicPage } from "../../_published/public-page";
import { peekPublished, requirePublished } from "../../_published/require-published";

interface Params {
  readonly params: Promise<{ readonly slug: string; readonly number: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { slug, number } = await params;
  const published = await peekPublished(slug);
  const claim = published && findClaim(published, number);
  if (!claim) return {};
  const { report, indexable } = published;
  return {
    title: { absolute: `${claimLabel(claim, wordsOf(report))}: ${claim.wording} · ${report.newsroom.name}` },
    description: claim.verdict?.explanation ?? "",
    robots: { index: indexable, follow: indexable },
    alternates: { canonical: publicAddress(`/r/${slug}/${claim.number}`) },
  };
}

/** One claim of a published report, with its ClaimReview for search engines: one on each page, as they ask. */
export default async function PublishedClaimPage({ params }: Params) {
  const { slug, number } = await params;
  const published = await requirePublished(slug);
  const claim = findClaim(published, number);
  if (!claim) notFound();
  const { report, corrections } = published;
  return (
    <PublicPage published={published}>
      <p className="mb-6 text-muted">
        Claim {claim.number} of{" "}
        <a
          href={`/r/${slug}`}
          lang={report.article.language}
          className="underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {report.article.title}
        </a>
      </p>
      <ClaimEntry
        report={report}
        claim={claim}
        heading={
          <h1 lang={report.article.language} className="wrap-anywhere text-balance font-serif text-2xl leading-tight">
            {claim.wording}
          </h1>
        }
      />
      <Corrections corrections={corrections.filter(({ claimNumber }) => claimNumber === claim.number)} slug={slug} />
      <ClaimReview published={published} claim={claim} nonce={(await headers()).get("x-nonce") ?? ""} />
    </PublicPage>
  );
}

/** A claim that somebody took up; what only the software found has no page. */
function findClaim({ report }: PublishedReport, number: string): ReportClaim | null {
  return report.claims.find((claim) => String(claim.number) === number && claim.state !== "detected") ?? null;
}

function ClaimReview({
  published,
  claim,
  nonce,
}: {
  readonly published: PublishedReport;
  readonly claim: ReportClaim;
  readonly nonce: string;
}) {
  if (standing(claim) !== "signed") return null;
  const { report, slug } = published;
  const corrections = published.corrections.map((correction) => ({ ...correction, by: { id: "", name: "" } }));
  const places = { publishing: publishingOf(published.publishing), pageOf: claimPages(slug) };
  const markup = publicMarkup({ ...report, corrections }, claim, places);
  if (markup === null) return null;
  // Nothing in it can end the element.
  const json = JSON.stringify(markup).replaceAll("<", "\\u003c");
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON-LD has to stand in a script element, as data.
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
