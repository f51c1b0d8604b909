import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { publicFeed } from "@/lib/core/report/public-feed";
import { publishingOf } from "@/lib/core/report/publishing";
import { claimsOf, composeReport, type ReportClaim } from "@/lib/core/report/report";
import { sample } from "./sample";

const report = composeReport(sample, FOR_THE_PUBLIC);
const publishing = publishingOf({});
const pageOf = ({ number }: Pick<ReportClaim, "number">) => `https://desk.example/r/a/${number}`;

test("a feed tells each signed-off claim once, under the address of its page, and when the newest edition came out", () => {
  const feed = publicFeed("The Desk", publishing, [
    { report, pageOf, editedAt: "2026-01-02T00:00:00.000Z" },
    { report: { ...report, claims: [] }, pageOf, editedAt: "2026-01-01T00:00:00.000Z" },
  ]);
  const signed = claimsOf(report, "signed");
  expect(signed.length).toBeGreaterThan(0);
  expect(feed).toMatchObject({
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: "Fact checks by The Desk",
    dateModified: "2026-01-02T00:00:00.000Z",
  });
  const items = Object.values(feed.dataFeedElement ?? []);
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThanOrEqual(signed.length);
  for (const item of items) {
    expect(item).toMatchObject({
      "@type": "DataFeedItem",
      item: { "@type": "ClaimReview", url: expect.stringContaining("/r/a/") },
    });
    expect(item).not.toMatchObject({ item: { "@context": expect.anything() } });
  }
});

test("a feed of nothing is a feed, without a date", () => {
  expect(publicFeed("The Desk", publishing, [])).toEqual({
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: "Fact checks by The Desk",
    dataFeedElement: [],
  });
});
