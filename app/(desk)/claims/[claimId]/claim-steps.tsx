"use client";

import { useRouter } from "next/navigation";
import type { ClaimView } from "@/lib/claims/schema";
import { Steps } from "../../_claims/steps";

/** The steps on a claim's own page; claims are merged in the article, where the others can be seen. */
export function ClaimSteps({ claim }: { readonly claim: ClaimView }) {
  const router = useRouter();
  return <Steps claim={claim} neighbours={[]} onGone={(claimId) => router.push(`/claims/${claimId}`)} />;
}
