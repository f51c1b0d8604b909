import { checkHealth } from "@/lib/platform/health";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Answer 200 only when this process can serve, else 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth(version);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
