"use client";

import Link from "next/link";
import { Button } from "@/app/_ui/button";
import type { GlanceView, UnplacedView } from "@/lib/revisions/schema";
import type { WaitingLook } from "@/lib/snapshots/schema";
import { glanceAtClaimAction } from "../../../_claims/actions";
import { QuoteLine } from "../../../_claims/quote-line";
import { Section } from "../../../_claims/section";
import { StateGlyph } from "../../../_claims/state-mark";
import { useAct } from "../../../_claims/use-act";
import { ChangedWords } from "../../../_revisions/changed-words";
import { useAttention } from "./attention-context";
import { useWorkbench } from "./workbench-context";

/** What the versions left to look at: claims without a place, and reworded ones whose sign-off was kept. */
export function AttentionList() {
  const { unplaced, glances, looks, may } = useAttention();
  const waiting = unplaced.filter(({ state }) => state !== "dismissed");
  return (
    <>
      {looks.length > 0 && (
        <Section id="looks" title="Quotes that changed in their source">
          <ul className="flex flex-col gap-3">
            {looks.map((look) => (
              <li key={look.noteId}>
                <Look look={look} mayLook={may.look} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section id="unplaced" title="Claims without a place in this version">
          <ul className="-mx-2">
            {waiting.map((claim) => (
              <li key={claim.claimId}>
                <Unplaced claim={claim} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {glances.length > 0 && (
        <Section id="glances" title="Reworded, sign-off kept">
          <ul className="flex flex-col gap-3">
            {glances.map((glance) => (
              <li key={glance.claimId}>
                <Glance glance={glance} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Unplaced({ claim }: { readonly claim: UnplacedView }) {
  const { claimId, number, state, exact, ambiguous } = claim;
  return (
    <Link
      href={`?claim=${claimId}`}
      scroll={false}
      replace
      className="flex gap-2.5 rounded-sm px-2 py-1.5 hover:bg-ink/5"
    >
      <span className="flex w-9 shrink-0 items-center justify-end gap-1.5 self-start text-muted">
        {number}
        <StateGlyph state={state} label />
      </span>
      <span className="min-w-0">
        <span className="wrap-anywhere line-clamp-2 font-serif">{exact}</span>
        <span className="text-muted text-sm">{ambiguous ? "Stands in several places" : "Not in the text"}</span>
      </span>
    </Link>
  );
}

function Look({ look, mayLook }: { readonly look: WaitingLook; readonly mayLook: boolean }) {
  const { select } = useWorkbench();
  return (
    <>
      <p className="wrap-anywhere text-sm">
        <button
          type="button"
          onClick={() => select(look.claim.id)}
          className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          Claim {look.claim.number}
        </button>
        <span className="text-muted">, {look.sourceTitle}</span>
      </p>
      <QuoteLine standing={look} mayLook={mayLook} />
    </>
  );
}

function Glance({ glance }: { readonly glance: GlanceView }) {
  const { claimId, number } = glance;
  const { select } = useWorkbench();
  return (
    <>
      <p className="text-sm">
        <button
          type="button"
          onClick={() => select(claimId)}
          className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          Claim {number}
        </button>
      </p>
      <Looked glance={glance} />
    </>
  );
}

/** That a claim waits for a glance, at the head of all that is known of it; nothing when it doesn't. */
export function GlanceOfClaim({ claimId }: { readonly claimId: string }) {
  const { glances } = useAttention();
  const glance = glances.find((one) => one.claimId === claimId);
  if (!glance) return null;
  return (
    <Section id="glance" title="Reworded, sign-off kept">
      <Looked glance={glance} />
    </Section>
  );
}

/** The words that were signed with those that stand there now, and the one press that settles it. */
function Looked({ glance }: { readonly glance: GlanceView }) {
  const { claimId, rev, before, after } = glance;
  const { may } = useAttention();
  const { act, pending } = useAct();
  return (
    <>
      <p className="wrap-anywhere font-serif leading-snug">
        <ChangedWords before={before} after={after} />
      </p>
      {may.glance && (
        <Button
          size="sm"
          className="mt-1.5"
          pending={pending}
          onClick={() => void act(glanceAtClaimAction, { claimId, rev })}
        >
          Seen, it still says the same
        </Button>
      )}
    </>
  );
}
