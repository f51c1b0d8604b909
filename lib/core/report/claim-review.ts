import { citedSources, type LintFinding, lintFeed, lintReview, pagesOf, type ReviewPlaces } from "./claim-review-lint";
import { followable, printable } from "./markup";
import { type Publishing, ratingOf } from "./publishing";
import { claimsOf, type Report, type ReportClaim } from "./report";

/** A claim's markup by schema.org, and what our linter finds in it. With an error among the findings it must not be published. */
export interface Review {
  readonly claim: number;
  readonly markup: Markup;
  readonly findings: readonly LintFinding[];
}

/** JSON-LD. What is not known is left out. */
export interface Markup {
  readonly [key: string]: string | number | Markup | readonly (string | Markup)[];
}

/** Mark up one claim of a report as ClaimReview, by the rules of Google and schema.org. */
export function reviewClaim(report: Report, claim: ReportClaim, places: ReviewPlaces): Review {
  return {
    claim: claim.number,
    markup: claimReview(report, claim, places),
    findings: lintReview(report, claim, places),
  };
}

/**
 * Return the markup for a claim's public page, ready to be put into it, or null when an error forbids it: markup that breaks the rules
 * harms the whole site.
 */
export function publicMarkup(report: Report, claim: ReportClaim, places: ReviewPlaces): Markup | null {
  const { markup, findings } = reviewClaim(report, claim, places);
  if (findings.some(({ level }) => level === "error")) return null;
  return { "@context": "https://schema.org", ...markup };
}

/**
 * Write the report's signed-off claims as a DataFeed of ClaimReview. Reviews that break a rule are in it, too, each marked as a draft,
 * and the feed's description says what is wrong: it is for the newsroom's eyes until that is put right.
 */
export function renderClaimReview(report: Report, pageOf: ReviewPlaces["pageOf"] = pagesOf(report)): string {
  const places = { publishing: report.publishing, pageOf };
  const reviews = claimsOf(report, "signed").map((claim) => reviewClaim(report, claim, places));
  const general = lintFeed(report, places);
  const errors = [
    ...general.filter(({ level }) => level === "error").map(({ sentence }) => sentence),
    ...reviews.flatMap(({ claim, findings }) =>
      findings.filter(({ level }) => level === "error").map(({ sentence }) => `Claim ${claim}: ${sentence}`),
    ),
  ];
  const description =
    errors.length === 0
      ? `Fact checks of “${report.article.title}”, version ${report.version.number}.`
      : `NOT FOR PUBLICATION. ${errors.length} ${errors.length === 1 ? "error has" : "errors have"} to be put right first. ${errors.join(" ")}`;
  const feed = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: clean(`Fact checks by ${report.newsroom.name || "the newsroom"}`),
    description: clean(description),
    dateModified: report.asOf,
    ...some("provider", organization(report, places.publishing)),
    dataFeedElement: reviews.map(({ markup, findings }) => ({
      "@type": "DataFeedItem",
      dateModified: report.asOf,
      item: findings.some(({ level }) => level === "error") ? { ...markup, creativeWorkStatus: "Draft" } : markup,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function claimReview(report: Report, claim: ReportClaim, { publishing, pageOf }: ReviewPlaces): Markup {
  const page = pageOf(claim);
  const corrections = report.corrections.filter(({ claimNumber }) => claimNumber === claim.number);
  return {
    "@type": "ClaimReview",
    ...(page === null ? {} : { "@id": `${page}#review`, url: page }),
    claimReviewed: clean(claim.wording),
    ...some("inLanguage", report.article.language),
    ...some("datePublished", (claim.signOff?.at ?? claim.verdict?.proposed?.at ?? "").slice(0, 10)),
    dateModified: report.asOf,
    author: organization(report, publishing),
    reviewRating: rating(claim, publishing),
    itemReviewed: itemReviewed(report, claim, page),
    ...some("citation", citations(report, claim)),
    ...some(
      "correction",
      corrections.map(({ at, before, after, why }) => ({
        "@type": "CorrectionComment",
        datePublished: at,
        text: clean(`“${before}” became “${after}”. ${why}`),
      })),
    ),
  };
}

function organization({ newsroom }: Report, publishing: Publishing): Markup {
  const { url, logoUrl, correctionsUrl, contact } = publishing;
  const isMail = /^[^\s@/]+@[^\s@/]+$/.test(contact);
  return {
    "@type": "NewsMediaOrganization",
    ...some("name", clean(newsroom.name)),
    ...some("url", followable(url) ?? ""),
    ...some("logo", followable(logoUrl) ?? ""),
    ...some("correctionsPolicy", followable(correctionsUrl) ?? ""),
    ...(isMail ? { email: contact } : some("actionableFeedbackPolicy", followable(contact) ?? "")),
  };
}

function rating({ verdict }: ReportClaim, publishing: Publishing): Markup {
  const value = verdict && ratingOf(publishing, verdict.id);
  const { best, worst } = publishing;
  return {
    "@type": "Rating",
    ...some("alternateName", clean(verdict?.label ?? "")),
    ...(value === null ? {} : { ratingValue: value, bestRating: best, worstRating: worst }),
    ...some("ratingExplanation", clean(verdict?.explanation ?? "")),
  };
}

function itemReviewed(report: Report, claim: ReportClaim, page: string | null): Markup {
  const { article } = report;
  const href = followable(article.url);
  return {
    "@type": "Claim",
    ...(page === null ? {} : { "@id": `${page}#claim` }),
    text: clean(claim.wording),
    ...some("datePublished", article.publishedOn ?? ""),
    ...some("author", speaker(report, claim)),
    ...(href === null
      ? {}
      : {
          firstAppearance: {
            "@type": "NewsArticle",
            url: href,
            ...some("headline", clean(article.title)),
            ...some("datePublished", article.publishedOn ?? ""),
            ...some("publisher", named("Organization", article.publisher)),
          },
        }),
  };
}

/** Who made the claim: its speaker, or in the article's own voice whoever published that. Left out when nobody knows. */
function speaker(report: Report, claim: ReportClaim): Markup {
  if (claim.speaker === null) return named("Organization", report.article.publisher);
  const { name, title, url } = claim.speaker;
  const isGroup = claim.facts.some(
    ({ type, text, name: full }) => type === "organisation" && [text, full].includes(name),
  );
  const who = named(isGroup ? "Organization" : "Person", name);
  if (Object.keys(who).length === 0) return {};
  return { ...who, ...(isGroup ? {} : some("jobTitle", clean(title))), ...some("sameAs", followable(url) ?? "") };
}

function named(type: "Organization" | "Person", name: string): Markup {
  return clean(name) === "" ? {} : { "@type": type, name: clean(name) };
}

/** The sources that the report names, each once, in their order. */
function citations(report: Report, claim: ReportClaim): Markup[] {
  return citedSources(report, claim).map(({ title, url, publisher, author, date }) => ({
    "@type": "CreativeWork",
    ...some("name", clean(title)),
    ...some("url", followable(url) ?? ""),
    ...some("publisher", named("Organization", publisher)),
    ...some("author", named("Person", author)),
    ...some("datePublished", date ?? ""),
  }));
}

/** One line of characters that every reader of JSON shows. */
function clean(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

/** A field of markup, left out when there is nothing in it. */
function some(key: string, value: string | Markup | readonly Markup[]): Markup {
  const isEmpty = typeof value === "string" ? value === "" : Object.keys(value).length === 0;
  return isEmpty ? {} : { [key]: value };
}
