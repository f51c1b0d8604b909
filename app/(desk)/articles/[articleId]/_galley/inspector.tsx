"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { SkeletonLines } from "@/app/_ui/skeleton";
import { Tooltip } from "@/app/_ui/tooltip";
import type { ClaimView } from "@/lib/claims/schema";
import { ClaimSections } from "../../../_claims/claim-sections";
import { StateMark } from "../../../_claims/state-mark";
import { Steps } from "../../../_claims/steps";
import { useUnplaced } from "./attention-context";
import { GlanceOfClaim } from "./attention-list";
import { ClaimPageAndClose } from "./claim-page-and-close";
import { CoveragePanel } from "./coverage-panel";
import { type Mark, neighbour, wordingOf } from "./marks";
import { Overview } from "./overview";
import { UnplacedClaim } from "./unplaced-claim";
import { useWorkbench } from "./workbench-context";

/** How many claims before and after one are offered to be merged with it. */
const NEAR = 6;

/**
 * The selected claim with all of it. `claim` is what the page loaded; while another one is on its way its words stand there
 * already, and one that was seen before and has not changed since is shown at once.
 */
export function Inspector({ claim }: { readonly claim: ClaimView | null }) {
  const { selected, coverage } = useWorkbench();
  const unplaced = useUnplaced();
  const seen = useRef(new Map<string, ClaimView>());
  if (claim) seen.current.set(claim.id, claim);
  if (!selected && unplaced) return <UnplacedClaim unplaced={unplaced} claim={claim} />;
  if (!selected) return coverage.shown ? <CoveragePanel /> : <Overview />;
  const remembered = seen.current.get(selected.id);
  const view = claim?.id === selected.id ? claim : remembered?.rev === selected.rev ? remembered : null;
  return (
    <>
      <Head mark={selected} />
      {view ? <Loaded key={view.id} claim={view} /> : <OnItsWay mark={selected} />}
    </>
  );
}

function Head({ mark }: { readonly mark: Mark }) {
  const { shown, select } = useWorkbench();
  const move = (step: 1 | -1) => {
    const next = neighbour(shown, mark, step);
    if (next) select(next.id);
  };
  const at = shown.findIndex(({ id }) => id === mark.id);
  return (
    <div className="sticky top-0 z-10 flex h-11 items-center gap-3 border-line border-b bg-raised pr-2 pl-5">
      <h2 className="whitespace-nowrap font-medium">Claim {mark.number}</h2>
      <StateMark state={mark.state} />
      <div className="ml-auto flex items-center">
        <Tooltip words="Previous claim" keys="K" side="bottom">
          <Button
            variant="quiet"
            size="sm"
            square
            aria-label="Previous claim"
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
        </Tooltip>
        <Tooltip words="Next claim" keys="J" side="bottom">
          <Button
            variant="quiet"
            size="sm"
            square
            aria-label="Next claim"
            disabled={at === shown.length - 1}
            onClick={() => move(1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </Tooltip>
        <ClaimPageAndClose claimId={mark.id} onClose={() => select(null)} />
      </div>
    </div>
  );
}

function Loaded({ claim }: { readonly claim: ClaimView }) {
  const { article, select } = useWorkbench();
  const neighbours = useMemo(() => {
    const living = article.marks.filter(({ state, id }) => state !== "dismissed" || id === claim.id);
    const at = living.findIndex(({ id }) => id === claim.id);
    const near = living.slice(Math.max(at - NEAR, 0), at + NEAR + 1).filter(({ id }) => id !== claim.id);
    return near.map((mark) => ({ ...mark, wording: wordingOf(mark, article.version.text) }));
  }, [article, claim.id]);
  return (
    <div className="inspector-claim flex min-h-[calc(100%-2.75rem)] flex-col">
      <div className="flex-1 [&>:first-child]:border-t-0">
        <GlanceOfClaim claimId={claim.id} />
        <ClaimSections claim={claim} />
      </div>
      <div className="sticky bottom-0 z-10">
        <Steps claim={claim} neighbours={neighbours} onGone={select} />
      </div>
    </div>
  );
}

function OnItsWay({ mark }: { readonly mark: Mark }) {
  const { article } = useWorkbench();
  return (
    <div className="px-5 pt-3" aria-busy="true">
      <p className="mb-2 flex min-h-7 items-center font-medium text-muted text-sm">What is said</p>
      <p className="wrap-anywhere font-serif text-lg leading-snug">{wordingOf(mark, article.version.text)}</p>
      <SkeletonLines lines={7} className="mt-6" />
    </div>
  );
}
