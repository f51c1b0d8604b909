import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import type { NextRequest } from "next/server";
import { writePackage } from "@/lib/packages/queries";
import { packageRequest } from "@/lib/packages/schema";
import { log } from "@/lib/platform/log";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import { actorOfToken, sessionCookieName } from "@/lib/platform/session";

export const dynamic = "force-dynamic";

/**
 * Hand out an article's backup package while it is written; `?snapshots=without` leaves copies of pages and files out. Writes nothing:
 * the newsroom's key has to be there. A package that breaks off is not a whole zip, and says so to whoever opens it.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ articleId: string }> },
): Promise<Response> {
  try {
    const { articleId } = await params;
    const actor = await actorOfToken(request.cookies.get(sessionCookieName())?.value);
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again, then make the package.");
    const parsed = packageRequest.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!parsed.success) throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "This request is not right.");
    const output = new PassThrough();
    const made = writePackage(actor, articleId, parsed.data, output, () => undefined, request.signal);
    made.catch((error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
    // Until the first bytes are there it can still be refused in words.
    await Promise.race([once(output, "readable"), made]);
    return new Response(Readable.toWeb(output) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="package-${articleId.replace(/[^A-Za-z0-9]/g, "")}.zip"`,
        ...SAFE,
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return sentence(error.message, STATUS[error.code] ?? 400);
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId }, "unexpected error while making a package");
    return sentence(`Something went wrong on our side (${errorId}). Nothing was changed. Try again.`, 500);
  }
}

const SAFE = { "x-content-type-options": "nosniff", "cache-control": "private, no-store" };

const STATUS: Partial<Record<RefusalCode, number>> = { signed_out: 401, forbidden: 403, not_found: 404, not_now: 409 };

function sentence(text: string, status: number): Response {
  return new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", ...SAFE } });
}
