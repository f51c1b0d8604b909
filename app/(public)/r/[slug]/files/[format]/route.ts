import { canonical, type Json } from "@/lib/core/ledger/canonical";
import { writeReport } from "@/lib/core/report/formats";
import { findPublished } from "@/lib/publications/queries";
import type { PublishedReport } from "@/lib/publications/schema";

export const dynamic = "force-dynamic";

const FORMATS = ["html", "md", "csv"] as const;

/** Hand out the newest edition of a published report as a file: as it was frozen (json), or written as html, md or csv. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; format: string }> },
): Promise<Response> {
  const { slug, format } = await params;
  const found = await findPublished(slug);
  if (!found) return sentence("There is nothing at this address.", 404);
  if ("tombstone" in found) return sentence("This report was withdrawn.", 410);
  const { published } = found;
  const robots: Record<string, string> = published.indexable ? {} : { "x-robots-tag": "noindex" };
  if (format === "json") {
    const name = `${slug}-edition-${published.edition.number}.json`;
    return file(frozenJson(published), name, "application/json", robots);
  }
  const known = FORMATS.find((one) => one === format);
  if (!known) return sentence("Choose html, md, csv or json.", 404);
  const { body, name, mediaType } = writeReport(withCorrections(published), known);
  return file(body, name, mediaType, robots);
}

/** The very text that the edition's hash is over: whoever hashes the file gets it. */
function frozenJson({ report }: PublishedReport): string {
  const plain: Json = JSON.parse(JSON.stringify(report));
  return canonical(plain);
}

function withCorrections({ report, corrections }: PublishedReport) {
  const by = { id: report.newsroom.id, name: report.newsroom.name };
  return { ...report, corrections: corrections.map((correction) => ({ ...correction, by })).reverse() };
}

function file(body: string, name: string, mediaType: string, more: Record<string, string>): Response {
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `${mediaType.startsWith("text/html") ? "inline" : "attachment"}; filename="${name}"`,
      ...SAFE,
      ...more,
    },
  });
}

const SAFE = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  "cache-control": "no-cache",
};

function sentence(text: string, status: number): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "x-robots-tag": "noindex", ...SAFE };
  return new Response(`${text}\n`, { status, headers });
}
