import { readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

/** Hand out the verifier of packages: one file that runs with nothing but Node. */
export async function GET(): Promise<Response> {
  const body = await readFile(path.join(env().CLAIMDESK_ROOT, "dist", "verify.cjs"));
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-disposition": 'attachment; filename="verify.cjs"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    },
  });
}
