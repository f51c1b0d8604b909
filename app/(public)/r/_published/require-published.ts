import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findPublished } from "@/lib/publications/queries";
import type { PublishedReport } from "@/lib/publications/schema";

const find = cache(findPublished);

/** Return what is published under an address; where it was withdrawn, lead to the words that say so; else there is nothing. */
export async function requirePublished(slug: string): Promise<PublishedReport> {
  const found = await find(slug);
  if (!found) notFound();
  if ("tombstone" in found) redirect(`/r/${slug}/gone`);
  return found.published;
}

/** Return what is published under an address for the head of its page; null where there is nothing to tell. */
export async function peekPublished(slug: string): Promise<PublishedReport | null> {
  const found = await find(slug);
  return found && "published" in found ? found.published : null;
}
