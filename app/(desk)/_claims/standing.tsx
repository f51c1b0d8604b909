"use client";

import { Check, Undo2 } from "lucide-react";
import { dayInWords, RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView, SignOffView } from "@/lib/claims/schema";
import { DISMISS_LABELS } from "@/lib/core/workflow/workflow";
import { Section } from "./section";

/** Who stands for it: who proposed the verdict, who signed it off, and sign-offs that no longer hold, with the reason. */
export function Standing({ claim }: { readonly claim: ClaimView }) {
  const { proposedBy, proposedAt, signOffs, state, abilities } = claim;
  const waits = state === "in_review";
  return (
    <Section id="standing" title="Who stands for it">
      {proposedBy ? (
        <p>
          Proposed by <span className="font-medium">{proposedBy.name}</span>
          {proposedAt && (
            <span className="text-muted">
              , <RelativeTime at={proposedAt} />
            </span>
          )}
        </p>
      ) : (
        <p className="text-muted">
          {state === "dismissed" ? "Nobody checks this claim." : "Nobody proposed a verdict yet."}
        </p>
      )}
      {state === "dismissed" && claim.dismissReason && (
        <p className="wrap-anywhere mt-1">
          Dismissed: {DISMISS_LABELS[claim.dismissReason].toLowerCase()}
          {claim.stateNote && `. ${claim.stateNote}`}
        </p>
      )}
      {state !== "dismissed" && state !== "reopened" && claim.stateNote && (
        <p className="wrap-anywhere mt-1.5 whitespace-pre-wrap border-reopened border-l-2 pl-2.5">{claim.stateNote}</p>
      )}
      {signOffs.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {signOffs.map((signOff) => (
            <SignOffLine key={signOff.id} signOff={signOff} />
          ))}
        </ul>
      )}
      {waits && (
        <p className="mt-1.5 text-muted">
          {abilities.signOff.may
            ? "Waits for a sign-off. You approve exactly this wording, verdict and these sources."
            : abilities.signOff.why}
        </p>
      )}
      {claim.dueOn && state !== "verified" && state !== "dismissed" && (
        <p className="mt-1.5 text-muted">Due {dayInWords(claim.dueOn)}</p>
      )}
    </Section>
  );
}

function SignOffLine({ signOff }: { readonly signOff: SignOffView }) {
  const { voided } = signOff;
  return (
    <li className="flex gap-2">
      {voided ? (
        <Undo2 size={14} aria-hidden="true" className="mt-0.75 shrink-0 text-reopened" />
      ) : (
        <Check size={14} aria-hidden="true" className="mt-0.75 shrink-0 text-verified" />
      )}
      <div className="min-w-0">
        <p className={voided ? "text-muted" : undefined} title={`Bound to ${signOff.hash}`}>
          <span className={voided ? "line-through" : undefined}>
            Signed off by <span className="font-medium">{signOff.by.name}</span>
          </span>
          <span className="text-muted">
            , <RelativeTime at={signOff.at} />, on version {signOff.versionNumber}
          </span>
        </p>
        {signOff.override && (
          <p className="wrap-anywhere">Past the four-eyes rule: {signOff.overrideReason || "no reason given"}</p>
        )}
        {signOff.sourcingReason && (
          <p className="wrap-anywhere">With fewer sources than the newsroom asks for: {signOff.sourcingReason}</p>
        )}
        {voided && (
          <p className="wrap-anywhere text-reopened">
            No longer holds: {voided.reason} <RelativeTime at={voided.at} className="text-muted" />
          </p>
        )}
      </div>
    </li>
  );
}
