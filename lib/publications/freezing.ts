import { canonical, type Json } from "@/lib/core/ledger/canonical";
import type { Report } from "@/lib/core/report/report";
import { newId, sha256 } from "@/lib/platform/random";

/** Return a report as it is frozen: plain JSON, and the SHA-256 (hex) of its canonical form. Corrections are kept beside it, not in it. */
export function freeze(report: Report): { readonly report: Json; readonly sha256: string } {
  const plain: Json = JSON.parse(JSON.stringify({ ...report, corrections: [] }));
  return { report: plain, sha256: sha256(canonical(plain)) };
}

/**
 * Return the last part of a public address: at most 60 characters of the title, so that a reader knows what it is, and 50 random
 * bits, so that nobody comes upon a report that is not listed anywhere.
 */
export function newSlug(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const readable = (words ?? ["report"]).join("-").slice(0, 60).replace(/-+$/, "");
  return `${readable}-${newId().slice(0, 10)}`;
}
