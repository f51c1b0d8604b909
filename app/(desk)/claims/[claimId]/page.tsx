import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { dayInWords } from "@/app/_ui/relative-time";
import { loadClaim } from "@/lib/claims/queries";
import type { ClaimView } from "@/lib/claims/schema";
import { Refusal } from "@/lib/platform/refusal";
import { requireActor } from "@/lib/platform/session";
import { loadAttention } from "@/lib/revisions/queries";
import { ClaimSections } from "../../_claims/claim-sections";
import { StateMark } from "../../_claims/state-mark";
import { shorten } from "../../_claims/words";
import { LiveMark } from "../../_live/live-mark";
import { PageHeader } from "../../_shell/page-header";
import { AttentionProvider } from "../../articles/[articleId]/_galley/attention-context";
import { GlanceOfClaim } from "../../articles/[articleId]/_galley/attention-list";
import { ClaimSteps } from "./claim-steps";
import "../../articles/[articleId]/_galley/galley.css";

type Params = { readonly params: Promise<{ claimId: string }> };

const findClaim = cache(async (claimId: string): Promise<ClaimView> => {
  const actor = await requireActor(`/claims/${claimId}`);
  try {
    return await loadClaim(actor, claimId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { claimId } = await params;
  const { number, wording } = await findClaim(claimId);
  return { title: `Claim ${number}: ${shorten(wording, 60)}` };
}

/** The permanent address of a claim: its sentence in the text around it, and all that is known of it. */
export default async function ClaimPage({ params }: Params) {
  const { claimId } = await params;
  const asOf = new Date().toISOString();
  const claim = await findClaim(claimId);
  const attention = await loadAttention(await requireActor(`/claims/${claimId}`), claim.articleId);
  const inGalley = `/articles/${claim.articleId}?claim=${claim.id}`;
  return (
    <>
      <PageHeader
        over={
          <Link href={`/articles/${claim.articleId}`} className="wrap-anywhere hover:text-ink">
            {claim.articleTitle}
          </Link>
        }
        title={`Claim ${claim.number}`}
        meta={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StateMark state={claim.state} />
            {claim.expired && <span className="text-reopened">Expired {dayInWords(claim.expiresOn)}</span>}
            {claim.assignee && <span>{claim.assignee.name} checks it</span>}
            <LiveMark asOf={asOf} articleId={claim.articleId} />
          </span>
        }
        actions={<ButtonLink href={inGalley}>Show in the article</ButtonLink>}
      />
      <div className="mx-auto max-w-3xl pb-16">
        {claim.anchored !== "" && <InContext claim={claim} />}
        <AttentionProvider value={attention}>
          <GlanceOfClaim claimId={claim.id} />
        </AttentionProvider>
        <ClaimSections claim={claim} inContext={claim.anchored !== ""} />
        <div className="sticky bottom-0 z-10 max-md:bottom-(--bar-height)">
          <ClaimSteps claim={claim} />
        </div>
      </div>
    </>
  );
}

/** The sentence as it stands in the article, with the words around it. */
function InContext({ claim }: { readonly claim: ClaimView }) {
  const before = lastWords(claim.before);
  const after = firstWords(claim.after);
  return (
    <blockquote className="px-5 py-6 font-serif text-[1.1875rem] leading-[1.55]" aria-label="In the article">
      <p className="wrap-anywhere max-w-[62ch] whitespace-pre-line">
        <span className="text-muted">{before}</span>
        <span className="galley-mark" data-state={claim.state} data-line="0">
          {claim.anchored}
        </span>
        <span className="text-muted">{after}</span>
      </p>
    </blockquote>
  );
}

/** Text of at most 300 units may begin or end in the middle of a word: that word is left out. */
const lastWords = (text: string): string => apart(text.length < 300 ? text : `…${text.replace(/^\S*\s/u, "")}`);
const firstWords = (text: string): string => apart(text.length < 300 ? text : `${text.replace(/\s\S*$/u, "")} …`);
/** Paragraphs with a line between them, however the text keeps them. */
const apart = (text: string): string => text.replace(/\s*\n\s*/gu, "\n\n");
