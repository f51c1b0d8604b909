import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { loadExport, loadExportFile } from "@/lib/exports/queries";
import type { Actor } from "@/lib/platform/actor";
import { log } from "@/lib/platform/log";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import { actorOfToken, sessionCookieName } from "@/lib/platform/session";

export const dynamic = "force-dynamic";

/** Tell whoever asked for an export how far it has come, as JSON; hand it out with `?file=1`. Writes nothing. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  try {
    const { exportId } = await params;
    const actor = await actorOfToken(request.cookies.get(sessionCookieName())?.value);
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again, then export the report.");
    const wantsFile = request.nextUrl.searchParams.get("file") === "1";
    return wantsFile
      ? await file(actor, exportId)
      : Response.json(await loadExport(actor, exportId), { headers: SAFE });
  } catch (error) {
    if (error instanceof Refusal) return sentence(error.message, STATUS[error.code] ?? 400);
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId }, "unexpected error while handing out an export");
    return sentence(`Something went wrong on our side (${errorId}). Nothing was changed. Try again.`, 500);
  }
}

async function file(actor: Actor, exportId: string): Promise<Response> {
  const { name, mediaType, bytes } = await loadExportFile(actor, exportId);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      // The name is made of ASCII letters, digits, hyphens and dots only; see lib/core/report/formats.ts.
      "content-disposition": `attachment; filename="${name}"`,
      ...SAFE,
    },
  });
}

const SAFE = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "cache-control": "private, no-store",
};

const STATUS: Partial<Record<RefusalCode, number>> = { signed_out: 401, forbidden: 403, not_found: 404, not_now: 409 };

function sentence(text: string, status: number): Response {
  return new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", ...SAFE } });
}
