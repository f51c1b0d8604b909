import type { ReviewPlaces } from "@/lib/core/report/claim-review-lint";
import { env } from "@/lib/platform/env";

/** Return the full address of a path of this site, as people outside type it. */
export function publicAddress(path: string): string {
  return new URL(path, env().NEXTAUTH_URL ?? "http://localhost").href;
}

/** Return where each claim of a published report has its page. */
export function claimPages(slug: string): ReviewPlaces["pageOf"] {
  return ({ number }) => publicAddress(`/r/${slug}/${number}`);
}
