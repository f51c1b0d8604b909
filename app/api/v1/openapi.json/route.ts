import { describeEndpoints } from "@/lib/platform/openapi";
import { version } from "@/package.json";
import { ENDPOINTS } from "../endpoints";

const DESCRIPTION = describeEndpoints(ENDPOINTS, {
  title: "Claimdesk",
  version,
  description:
    "What other programs, such as a content management system, can ask a newsroom’s Claimdesk. Nothing here writes.",
});

/** Describe the REST API as OpenAPI 3.1. Holds nothing of a newsroom, so no token is asked for. */
export function GET(): Response {
  return Response.json(DESCRIPTION, {
    headers: { "cache-control": "no-cache", "content-security-policy": "default-src 'none'; frame-ancestors 'none'" },
  });
}
