import { structuredDataTest } from "structured-data-testing-tool";
import { ClaimReview } from "structured-data-testing-tool/presets/google/schemas/ClaimReview";
import { renderClaimReview, reviewClaim } from "@/lib/core/report/claim-review";
import { publishingOf } from "@/lib/core/report/publishing";
import { composeReport, type ReportClaim } from "@/lib/core/report/report";
import { sample } from "./sample";

// The judge is a program that is not ours: Google's rules as structured-data-testing-tool has them.

const report = composeReport(sample);
const pageOf = (claim: ReportClaim) => `https://checks.morning.example/r/zones/${claim.number}`;
const places = {
  publishing: publishingOf({
    url: "https://www.morning.example",
    logoUrl: "",
    correctionsUrl: "https://www.morning.example/corrections",
    contact: "",
  }),
  pageOf,
};

interface Judged {
  readonly passed: number;
  readonly failed: readonly string[];
}

async function judge(markup: object): Promise<Judged> {
  const script = JSON.stringify({ "@context": "https://schema.org", ...markup }).replaceAll("<", "\\u003c");
  const page = `<!doctype html><html><head><script type="application/ld+json">${script}</script></head></html>`;
  const result = await structuredDataTest(page, { presets: [ClaimReview], schemas: ["ClaimReview"] }).catch(
    (error: { readonly res: Awaited<ReturnType<typeof structuredDataTest>> }) => error.res,
  );
  return { passed: result.passed.length, failed: result.failed.map(({ test }) => test) };
}

const verdicts = report.claims.filter(({ verdict, state }) => verdict !== null && state !== "dismissed");

test("there are claims to judge", () => {
  expect(verdicts.length).toBeGreaterThan(3);
});

test.each(verdicts.map((claim) => [claim.number, claim] as const))(
  "claim %i keeps every rule of Google's that an outside program knows",
  async (_number, claim) => {
    const { markup } = reviewClaim(report, claim, places);
    const { passed, failed } = await judge(markup);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(5);
  },
);

test("so does every item of the feed", async () => {
  const feed: { readonly dataFeedElement: readonly { readonly item: object }[] } = JSON.parse(
    renderClaimReview(report, pageOf),
  );
  expect(feed.dataFeedElement.length).toBeGreaterThan(0);
  for (const { item } of feed.dataFeedElement) expect((await judge(item)).failed).toEqual([]);
});

test("the outside program does find what is missing", async () => {
  const [claim] = verdicts;
  if (!claim) throw new Error("a claim");
  const { reviewRating: _, ...rest } = reviewClaim(report, claim, places).markup as Record<string, unknown>;
  expect((await judge(rest)).failed.join(" ")).toMatch(/reviewRating/);
});
