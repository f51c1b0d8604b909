"use client";

import { SkeletonLines } from "@/app/_ui/skeleton";
import type { ClaimView } from "@/lib/claims/schema";
import type { UnplacedView } from "@/lib/revisions/schema";
import { ClaimSections } from "../../../_claims/claim-sections";
import { StateMark } from "../../../_claims/state-mark";
import { Steps } from "../../../_claims/steps";
import { useShortcut } from "../../../_shell/shortcuts";
import { ClaimPageAndClose } from "./claim-page-and-close";
import { useWorkbench } from "./workbench-context";

/** The inspector of a claim that has no place in this version: all of it, and how to give it one. `claim` is null on its way. */
export function UnplacedClaim({
  unplaced,
  claim,
}: {
  readonly unplaced: UnplacedView;
  readonly claim: ClaimView | null;
}) {
  const { select } = useWorkbench();
  const close = () => select(null);
  useShortcut("Escape", "Close the claim", close, { group: "Galley" });
  const view = claim?.id === unplaced.claimId ? claim : null;
  return (
    <>
      <div className="sticky top-0 z-10 flex h-11 items-center gap-3 border-line border-b bg-raised pr-2 pl-5">
        <h2 className="whitespace-nowrap font-medium">Claim {unplaced.number}</h2>
        <StateMark state={unplaced.state} />
        <div className="ml-auto flex items-center">
          <ClaimPageAndClose claimId={unplaced.claimId} onClose={close} />
        </div>
      </div>
      {view ? (
        <div key={view.id} className="inspector-claim flex min-h-[calc(100%-2.75rem)] flex-col">
          <div className="flex-1 [&>:first-child]:border-t-0">
            <ClaimSections claim={view} inGalley />
          </div>
          <div className="sticky bottom-0 z-10">
            <Steps claim={view} neighbours={[]} onGone={select} />
          </div>
        </div>
      ) : (
        <div className="px-5 pt-3" aria-busy="true">
          <p className="wrap-anywhere font-serif text-lg leading-snug">{unplaced.wording}</p>
          <SkeletonLines lines={7} className="mt-6" />
        </div>
      )}
    </>
  );
}
