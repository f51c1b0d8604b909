import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import type { ReportFileName } from "@/lib/core/report/formats";
import type { Actor } from "@/lib/platform/actor";
import { log } from "@/lib/platform/log";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import { actorOfToken, sessionCookieName } from "@/lib/platform/session";
import { openReport } from "@/lib/reports/queries";
import { queryFields, reportOptions, reportRequest } from "@/lib/reports/schema";

export const dynamic = "force-dynamic";

/**
 * Hand out an article's report: `?format=html|md|csv|json` as a file, `?inline=1` (HTML only) to be shown in a frame; audience,
 * language and filter as lib/reports/schema.ts has them, for the public when none is named. It is sent while it is read. Writes nothing. The answer may run no script and load nothing, whatever stands in it.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ articleId: string }> },
): Promise<Response> {
  try {
    const { articleId } = await params;
    const actor = await actorOfToken(request.cookies.get(sessionCookieName())?.value);
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again, then export the report.");
    return await answer(actor, articleId, queryFields(request.nextUrl.searchParams));
  } catch (error) {
    if (error instanceof Refusal) return sentence(error.message, STATUS[error.code] ?? 400);
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId }, "unexpected error while writing a report");
    return sentence(`Something went wrong on our side (${errorId}). Nothing was changed. Try again.`, 500);
  }
}

async function answer(actor: Actor, articleId: string, query: Record<string, string | string[]>): Promise<Response> {
  const parsed = reportRequest.safeParse(query);
  const options = reportOptions.safeParse(query);
  if (!parsed.success || !options.success) {
    const [issue] = [...(parsed.error?.issues ?? []), ...(options.error?.issues ?? [])];
    throw new Refusal("invalid", issue?.message ?? "This request is not right.");
  }
  const { format, inline } = parsed.data;
  const file = await openReport(actor, articleId, options.data, format);
  return new Response(file.body, { headers: headersOf(file, inline === "1" && format === "html") });
}

function headersOf({ name, mediaType }: ReportFileName, inline: boolean): Record<string, string> {
  return {
    "content-type": mediaType,
    // The name is made of ASCII letters, digits, hyphens and dots only; see lib/core/report/formats.ts.
    "content-disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
    ...SAFE,
  };
}

const SAFE = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  "cache-control": "private, no-store",
};

const STATUS: Partial<Record<RefusalCode, number>> = { signed_out: 401, forbidden: 403, not_found: 404 };

function sentence(text: string, status: number): Response {
  return new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", ...SAFE } });
}
