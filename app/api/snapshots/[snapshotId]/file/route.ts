import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { log } from "@/lib/platform/log";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import { actorOfToken, sessionCookieName } from "@/lib/platform/session";
import { loadSnapshotFile } from "@/lib/snapshots/queries";
import type { SnapshotFile } from "@/lib/snapshots/schema";

export const dynamic = "force-dynamic";

/**
 * Hand out the bytes of a copy, `?download=1` always as a file. They are other people's: whatever stands in them runs no script, loads
 * nothing and is shown as nothing but the type that it was found to be.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ snapshotId: string }> },
): Promise<Response> {
  try {
    const { snapshotId } = await params;
    const actor = await actorOfToken(request.cookies.get(sessionCookieName())?.value);
    if (!actor) throw new Refusal("signed_out", "You are signed out. Sign in again, then open the copy.");
    const file = await loadSnapshotFile(actor, snapshotId);
    const asFile = request.nextUrl.searchParams.get("download") === "1";
    return new Response(file.bytes, { headers: headersOf(file, asFile) });
  } catch (error) {
    if (error instanceof Refusal) return sentence(error.message, STATUS[error.code] ?? 400);
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId }, "unexpected error while handing out a copy");
    return sentence(`Something went wrong on our side (${errorId}). Try again.`, 500);
  }
}

/** Types that a browser shows by itself and that can hold nothing that acts; pages are shown closed in, all else is a download. */
const SHOWN =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp|apng)|(?:audio|video)\/[\w.+-]+|application\/pdf|text\/(?:html|plain|csv))$/;

function headersOf({ mediaType, charset, name, bytes }: SnapshotFile, asFile: boolean): Record<string, string> {
  const shown = SHOWN.test(mediaType) && !asFile;
  const text = mediaType.startsWith("text/") && charset ? `; charset=${charset}` : "";
  const type = mediaType === "text/csv" ? "text/plain" : mediaType;
  return {
    "content-type": !shown ? "application/octet-stream" : `${type}${text}`,
    "content-length": String(bytes.length),
    "content-disposition": `${shown ? "inline" : "attachment"}; ${fileName(name, mediaType)}`,
    ...SAFE,
    // A browser shows no PDF in a sandbox; its viewer is one of its own, and runs nothing in our origin.
    "content-security-policy": mediaType === "application/pdf" && shown ? CLOSED : `sandbox; ${CLOSED}`,
  };
}

const ENDINGS: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "text/plain": ".txt",
  "text/csv": ".csv",
  "application/pdf": ".pdf",
};

/** A name in ASCII for old programs and in full for the others (RFC 6266). */
function fileName(name: string, mediaType: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.test(name) ? "" : (ENDINGS[mediaType] ?? "");
  const full = `${name.slice(0, 150)}${ending}`.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]/gu, "_");
  const plain = full.replace(/[^\w .-]/g, "_");
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const CLOSED = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
const SAFE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-store",
};

const STATUS: Partial<Record<RefusalCode, number>> = { signed_out: 401, forbidden: 403, not_found: 404 };

function sentence(text: string, status: number): Response {
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": `sandbox; ${CLOSED}`,
    ...SAFE,
  };
  return new Response(`${text}\n`, { status, headers });
}
