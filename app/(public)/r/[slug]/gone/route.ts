import type { NextRequest } from "next/server";
import { html } from "@/lib/core/report/markup";
import { dateInWords } from "@/lib/core/report/words";
import { findPublished } from "@/lib/publications/queries";
import type { Tombstone } from "@/lib/publications/schema";

export const dynamic = "force-dynamic";

/** Say that a report stood here and was withdrawn: by whom, when and why. 410, so that search engines forget it. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const found = await findPublished(slug);
  if (found && "published" in found) return Response.redirect(new URL(`/r/${slug}`, request.url), 307);
  if (!found) return page("<p>There is nothing at this address.</p>", "Not found", request, 404);
  return page(words(found.tombstone), "Withdrawn", request, 410);
}

function words({ newsroom, title, withdrawnAt, withdrawnBy, reason }: Tombstone): string {
  return html`<p class="house">${newsroom}</p>
<h1>This fact check was withdrawn</h1>
<p>${newsroom} published a report on “${title}” here. ${withdrawnBy} withdrew it on ${dateInWords(withdrawnAt)}.</p>
<p>The reason: ${reason}</p>`.markup;
}

function page(body: string, title: string, request: NextRequest, status: number): Response {
  const nonce = request.headers.get("x-nonce") ?? "";
  const document = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${STYLE}</style></head><body><main>${body}</main></body></html>
`;
  return new Response(document, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "x-robots-tag": "noindex",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;background:#fbf9f4;color:#1d1b17;font:1.0625rem/1.55 Georgia,serif}
main{max-width:34rem;margin:0 auto;padding:12vh 1.25rem}h1{font-size:2rem;line-height:1.2;font-weight:400;margin:0 0 1rem}
.house{border-top:4px double #1d1b17;padding-top:.75rem;margin-bottom:2rem}p{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){body{background:#1a1916;color:#ebe6da}.house{border-color:#ebe6da}}`;
