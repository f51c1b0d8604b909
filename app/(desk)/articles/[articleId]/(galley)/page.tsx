import { loadClaim } from "@/lib/claims/queries";
import type { ClaimView } from "@/lib/claims/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { requireActor } from "@/lib/platform/session";
import { Inspector } from "../_galley/inspector";

/** The inspector of the claim that the address names; an overview of the article when it names none. */
export default async function ArticlePage(props: {
  readonly params: Promise<{ articleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { articleId } = await props.params;
  const { claim } = await props.searchParams;
  const claimId = typeof claim === "string" ? claim : null;
  const actor = await requireActor(`/articles/${articleId}${claimId ? `?claim=${encodeURIComponent(claimId)}` : ""}`);
  return <Inspector claim={claimId ? await findClaim(actor, articleId, claimId) : null} />;
}

async function findClaim(actor: Actor, articleId: string, claimId: string): Promise<ClaimView | null> {
  try {
    const claim = await loadClaim(actor, claimId);
    return claim.articleId === articleId ? claim : null;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}
