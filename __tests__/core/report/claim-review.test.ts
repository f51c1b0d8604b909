import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { publicMarkup, renderClaimReview, reviewClaim } from "@/lib/core/report/claim-review";
import { lintFeed, lintReview, type ReviewPlaces } from "@/lib/core/report/claim-review-lint";
import { publishingOf, ratingFaults, ratingOf } from "@/lib/core/report/publishing";
import { composeReport, type Report, type ReportClaim, type ReportInput } from "@/lib/core/report/report";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";
import shapes from "./claim-review.schema.json";
import { sample } from "./sample";

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);
const isFeed = ajv.compile(shapes);
const isReview = ajv.getSchema("claim-review#/$defs/published");

const SETTINGS = {
  url: "https://www.morning.example",
  logoUrl: "https://www.morning.example/logo.png",
  correctionsUrl: "https://www.morning.example/corrections",
  contact: "desk@morning.example",
};
const pageOf = (claim: ReportClaim) => `https://checks.morning.example/r/zones/claims/${claim.number}`;
const places: ReviewPlaces = { publishing: publishingOf(SETTINGS), pageOf };

const report = composeReport(sample);

function claimNumbered(number: number, of: Report = report): ReportClaim {
  const claim = of.claims.find((one) => one.number === number);
  if (!claim) throw new Error(`no claim ${number}`);
  return claim;
}

/** The sample with one claim changed. */
function changed(
  number: number,
  more: Partial<ReportInput["claims"][number]>,
  rest: Partial<ReportInput> = {},
): Report {
  const claims = sample.claims.map((claim) => (claim.number === number ? { ...claim, ...more } : claim));
  return composeReport({ ...sample, claims, ...rest });
}

const rules = (of: Report, number: number, more: Partial<ReviewPlaces> = {}) =>
  lintReview(of, claimNumbered(number, of), { ...places, ...more }).map(({ level, rule }) => `${level} ${rule}`);

const feedRules = (of: Report, more: Partial<ReviewPlaces> = {}) =>
  lintFeed(of, { ...places, ...more }).map(({ level, rule }) => `${level} ${rule}`);

// ---------------------------------------------------------------- the markup

test("one claim becomes a ClaimReview as Google asks for it", () => {
  const { markup } = reviewClaim(report, claimNumbered(11), places);
  expect(markup).toEqual({
    "@type": "ClaimReview",
    "@id": "https://checks.morning.example/r/zones/claims/11#review",
    url: "https://checks.morning.example/r/zones/claims/11",
    claimReviewed: "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
    inLanguage: "en",
    datePublished: "2017-03-23",
    dateModified: report.asOf,
    author: {
      "@type": "NewsMediaOrganization",
      name: "The Morning Desk",
      url: "https://www.morning.example/",
      logo: "https://www.morning.example/logo.png",
      correctionsPolicy: "https://www.morning.example/corrections",
      email: "desk@morning.example",
    },
    reviewRating: {
      "@type": "Rating",
      alternateName: "Corrected",
      ratingValue: 3,
      bestRating: 5,
      worstRating: 1,
      ratingExplanation: expect.stringContaining("The figure holds for humanitarian"),
    },
    itemReviewed: {
      "@type": "Claim",
      "@id": "https://checks.morning.example/r/zones/claims/11#claim",
      text: "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
      datePublished: "2017-03-22",
      author: { "@type": "Organization", name: "Reuters" },
      firstAppearance: {
        "@type": "NewsArticle",
        url: sample.article.url,
        headline: sample.article.title,
        datePublished: "2017-03-22",
        publisher: { "@type": "Organization", name: "Reuters" },
      },
    },
    citation: [
      expect.objectContaining({ "@type": "CreativeWork", name: expect.stringContaining("Remarks") }),
      expect.objectContaining({
        url: "https://documents.example.org/iraq-diagnostic.pdf",
        datePublished: "2017-02-03",
      }),
    ],
  });
});

test("markup for a public page fits our schema of Google's rules, for every claim that is signed off", () => {
  const signed = report.claims.filter(({ state }) => state === "verified");
  expect(signed.length).toBeGreaterThan(5);
  for (const claim of signed) {
    const markup = publicMarkup(report, claim, places);
    isReview?.(markup);
    expect(isReview?.errors ?? []).toEqual([]);
  }
});

test("a claim that is not signed off has no public markup", () => {
  expect(publicMarkup(report, claimNumbered(9), places)).toBeNull();
  expect(rules(report, 9)).toContain("error signed");
});

test("a claim without a page of its own has no public markup", () => {
  expect(publicMarkup(report, claimNumbered(11), { ...places, pageOf: () => null })).toBeNull();
});

test("the feed fits the schema, holds only signed-off claims, and says that it is no publication while anything is wrong", () => {
  const draft = JSON.parse(renderClaimReview(report));
  expect(isFeed(draft)).toBe(true);
  expect(draft.dataFeedElement).toHaveLength(report.figures.signed);
  expect(draft.description).toMatch(
    /^NOT FOR PUBLICATION\. \d+ errors have to be put right first\. .*publish the report/,
  );
  expect(draft.dataFeedElement[0].item.creativeWorkStatus).toBe("Draft");
  const ready = JSON.parse(renderClaimReview(report, pageOf));
  expect(isFeed(ready)).toBe(true);
  expect(ready.description).not.toContain("NOT FOR PUBLICATION");
  expect(JSON.stringify(ready)).not.toContain("Draft");
});

test("secret and internal sources are no citations", () => {
  const hidden = composeReport({
    ...sample,
    sources: sample.sources.map((source, at) => ({ ...source, confidentiality: at === 0 ? "secret" : "internal" })),
  });
  const written = renderClaimReview(hidden, pageOf);
  for (const { title, url } of sample.sources) {
    expect(written).not.toContain(title);
    if (url !== "") expect(written).not.toContain(url);
  }
});

test("a speaker is a person with a page that says who, or an organisation; nobody is made up", () => {
  const speaker = {
    name: "Rex Tillerson",
    title: "Secretary of State",
    via: "",
    url: "https://www.wikidata.org/wiki/Q331983",
  };
  const author = (of: Report, number: number) => {
    const { itemReviewed } = reviewClaim(of, claimNumbered(number, of), places).markup;
    return typeof itemReviewed === "object" && "author" in itemReviewed ? itemReviewed.author : undefined;
  };
  expect(author(changed(4, { speaker }), 4)).toEqual({
    "@type": "Person",
    name: "Rex Tillerson",
    jobTitle: "Secretary of State",
    sameAs: "https://www.wikidata.org/wiki/Q331983",
  });
  const bank = { name: "al Qaeda", title: "", via: "", url: "" };
  expect(author(changed(1, { speaker: bank }), 1)).toEqual({ "@type": "Organization", name: "al Qaeda" });
  const nobody = changed(3, {}, { article: { ...sample.article, publisher: "" } });
  expect(author(nobody, 3)).toBeUndefined();
});

// ---------------------------------------------------------------- ratings

test("each preset's verdicts have numbers where they say how true a claim is, and none elsewhere", () => {
  const usual = publishingOf({});
  const numbers = (preset: keyof typeof SCALE_PRESETS) => SCALE_PRESETS[preset].map(({ id }) => ratingOf(usual, id));
  expect(numbers("rating")).toEqual([5, 4, 3, 2, 1, null, null]);
  expect(numbers("magazine")).toEqual([5, 3, null, null, null]);
  for (const scale of Object.values(SCALE_PRESETS)) {
    expect(ratingFaults(scale, usual)).toEqual({ errors: [], warnings: [] });
  }
});

test("a verdict without a number is published with its word alone", () => {
  const { markup, findings } = reviewClaim(report, claimNumbered(2), places);
  expect(markup.reviewRating).toEqual({
    "@type": "Rating",
    alternateName: "Could not confirm",
    ratingExplanation: "No document separates the phases.",
  });
  expect(findings).toContainEqual(expect.objectContaining({ level: "warning", rule: "no-rating" }));
});

// ---------------------------------------------------------------- the linter

test("a review in order has no error, and each finding says in a sentence where to put it right", () => {
  const findings = [
    ...lintFeed(report, places),
    ...report.claims.flatMap((claim) => lintReview(report, claim, places)),
  ];
  expect(findings.length).toBeGreaterThan(0);
  for (const { sentence } of findings) expect(sentence).toMatch(/^\p{Lu}.*[.:].*/u);
  expect(lintFeed(report, places)).toEqual([]);
});

describe("defects seen in the wild are found", () => {
  const withRatings = (more: object) => ({ publishing: publishingOf({ ...SETTINGS, ...more }) });

  test("a rating outside its scale: best 10, value 0, worst 1", () => {
    expect(feedRules(report, withRatings({ best: 10, worst: 1, ratings: { confirmed: 0 } }))).toContain(
      "error rating-range",
    );
  });

  test("-1 for “no rating”", () => {
    expect(feedRules(report, withRatings({ ratings: { "could-not-confirm": -1 } }))).toContain("error rating-range");
    expect(feedRules(report, withRatings({ best: -1, worst: -1, ratings: { confirmed: -1 } }))).toEqual(
      expect.arrayContaining(["error rating-range"]),
    );
  });

  test("a scale turned upside down, and halves of points", () => {
    expect(feedRules(report, withRatings({ best: 1, worst: 5 }))).toContain("error rating-range");
    expect(feedRules(report, withRatings({ ratings: { confirmed: 1, corrected: 5 } }))).toContain(
      "warning rating-order",
    );
    expect(feedRules(report, withRatings({ ratings: { confirmed: 4.5 } }))).toContain("warning rating-order");
  });

  test("a rating of words never becomes a text, a list or a bare address", () => {
    const { markup } = reviewClaim(report, claimNumbered(11), places);
    expect(markup.reviewRating).toMatchObject({ "@type": "Rating", alternateName: expect.any(String) });
    expect(markup.itemReviewed).toMatchObject({ firstAppearance: { "@type": "NewsArticle" } });
  });

  test("the claim holds its verdict", () => {
    expect(rules(changed(3, { wording: "Confirmed: 68 countries met." }), 3)).toContain("error claim-holds-rating");
    expect(rules(changed(3, { wording: "68 countries met – confirmed" }), 3)).toContain("error claim-holds-rating");
    expect(rules(changed(3, { wording: "68 countries have confirmed it." }), 3)).toContain(
      "warning claim-holds-rating",
    );
    expect(rules(changed(3, { wording: "It was unconfirmed." }), 3).join()).not.toContain("claim-holds-rating");
  });

  test("no wording, or one that is cut off", () => {
    expect(rules(changed(3, { wording: " " }), 3)).toContain("error claim-reviewed");
    expect(rules(changed(3, { wording: "😀".repeat(75) }), 3)).toContain("warning claim-length");
    expect(rules(changed(3, { wording: "😀".repeat(74) }), 3)).not.toContain("warning claim-length");
  });

  test("a label that is a number, or that the scale no longer has", () => {
    const scale = [{ id: "confirmed", label: "4/5", meaning: "" }, ...SCALE_PRESETS.magazine.slice(1)];
    expect(rules(changed(3, {}, { scale }), 3)).toContain("error rating-name");
    expect(rules(changed(3, {}, { scale: SCALE_PRESETS.rating }), 3)).toContain("error rating-name");
  });

  test("no explanation, no source that may be named, no primary one, none with an address", () => {
    expect(rules(report, 3)).toContain("warning summary");
    expect(rules(changed(3, { notes: [] }), 3)).toContain("warning citation");
    expect(rules(report, 14)).toContain("warning citation-primary");
    expect(rules(report, 6)).toContain("warning citation-url");
  });

  test("who said it can't be told", () => {
    expect(rules(changed(3, {}, { article: { ...sample.article, publisher: "" } }), 3)).toContain(
      "warning claim-author",
    );
    const speaker = { name: "Rex Tillerson", title: "", via: "", url: "" };
    expect(rules(changed(3, { speaker }), 3)).toContain("warning author-same-as");
    expect(rules(changed(3, { speaker: { ...speaker, name: "", title: "Minister" } }), 3)).toContain(
      "warning claim-author",
    );
    expect(rules(changed(3, { speaker: { ...speaker, url: "javascript:alert(1)" } }), 3)).toContain(
      "error author-same-as",
    );
  });

  test("the article has no address, a short link, no date, or one after the review", () => {
    const article = (more: Partial<typeof sample.article>) =>
      composeReport({ ...sample, article: { ...sample.article, ...more } });
    expect(feedRules(article({ url: "" }))).toContain("warning first-appearance");
    expect(feedRules(article({ url: "see paper" }))).toContain("error first-appearance");
    expect(feedRules(article({ url: "https://bit.ly/3xyz" }))).toContain("warning short-link");
    expect(feedRules(article({ publishedOn: null }))).toContain("warning claim-date");
    expect(rules(article({ publishedOn: "2031-01-01" }), 3)).toContain("warning date-order");
  });

  test("no page, a page of another house, a short link, two reviews on one page", () => {
    expect(rules(report, 3, { pageOf: () => null })).toContain("error url");
    expect(rules(report, 3, { pageOf: () => "https://elsewhere.example/1" })).toContain("warning url-domain");
    expect(rules(report, 3, { pageOf: () => "https://notmorning.example/1" })).toContain("warning url-domain");
    expect(rules(report, 3, { pageOf: () => "https://t.co/1" })).toContain("error short-link");
    expect(feedRules(report, { pageOf: () => "https://morning.example/one" })).toContain("error one-per-page");
  });

  test("a newsroom without name, address, logo or a way to report errors", () => {
    const nameless = composeReport({ ...sample, newsroom: { id: "r1", name: "" } });
    expect(feedRules(nameless, { publishing: publishingOf({}) })).toEqual([
      "error author",
      "warning author-url",
      "warning author-logo",
      "warning corrections",
    ]);
    expect(feedRules(report, withRatings({ logoUrl: "logo.png" }))).toContain("error address");
  });
});

test("what the settings keep is read as far as it is of the right sort", () => {
  expect(publishingOf({ url: 1, best: "x", ratings: { a: 2, b: "3", c: null }, more: true })).toEqual({
    url: "",
    logoUrl: "",
    correctionsUrl: "",
    contact: "",
    best: 5,
    worst: 1,
    ratings: { a: 2, c: null },
  });
  expect(publishingOf(null)).toEqual(publishingOf([]));
});
