import { type Markup, publicMarkup } from "./claim-review";
import type { ReviewPlaces } from "./claim-review-lint";
import { claimsOf, type Report } from "./report";

/** A published report with the addresses of its claims' pages. */
export interface FedReport extends Pick<ReviewPlaces, "pageOf"> {
  readonly report: Report;
  /** When its newest edition came out, ISO 8601. */
  readonly editedAt: string;
}

/** Write the signed-off claims of published reports as one DataFeed of ClaimReview; what breaks a rule is left out. */
export function publicFeed(
  newsroom: string,
  publishing: ReviewPlaces["publishing"],
  reports: readonly FedReport[],
): Markup {
  const items = reports.flatMap(({ report, pageOf, editedAt }) =>
    claimsOf(report, "signed").flatMap((claim) => {
      const markup = publicMarkup(report, claim, { publishing, pageOf });
      return markup === null ? [] : [{ "@type": "DataFeedItem", dateModified: editedAt, item: withoutContext(markup) }];
    }),
  );
  const newest = reports
    .map(({ editedAt }) => editedAt)
    .sort()
    .at(-1);
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: `Fact checks by ${newsroom}`,
    ...(newest === undefined ? {} : { dateModified: newest }),
    dataFeedElement: items,
  };
}

/** The feed says once what its words mean. */
function withoutContext({ "@context": _, ...markup }: Markup): Markup {
  return markup;
}
