import { publicFeed } from "@/lib/core/report/public-feed";
import { publishingOf } from "@/lib/core/report/publishing";
import { findFeed } from "@/lib/publications/queries";
import { claimPages } from "../../_published/address";

export const dynamic = "force-dynamic";

/** Hand out a newsroom's published fact checks as a DataFeed of ClaimReview, for programs that collect them. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ newsroomId: string }> },
): Promise<Response> {
  const feed = await findFeed((await params).newsroomId);
  if (!feed) return Response.json({ error: "There is no such newsroom." }, { status: 404 });
  const reports = feed.reports.map(({ slug, report, editedAt }) => ({ report, editedAt, pageOf: claimPages(slug) }));
  const body = publicFeed(feed.newsroom.name, publishingOf(feed.publishing), reports);
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      "content-type": "application/ld+json; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    },
  });
}
