"use client";

import { clsx } from "clsx";
import { useOptimistic, useTransition } from "react";
import { exactWords } from "@/app/_ui/relative-time";
import type { ClaimView, FactView } from "@/lib/claims/schema";
import { tickFactAction } from "./actions";
import { Section } from "./section";
import { useAct } from "./use-act";
import { FACT_LABELS } from "./words";

/** What to check: the facts as a checklist with their normalised values, and why the claim is worth checking. */
export function ToCheck({ claim }: { readonly claim: ClaimView }) {
  const { factList } = claim;
  const ticked = factList.filter((fact) => fact.ticked).length;
  return (
    <Section
      id="to-check"
      title="What to check"
      aside={
        factList.length > 0 && (
          <span className="text-muted text-sm">
            {ticked} of {factList.length} {factList.length === 1 ? "fact" : "facts"} ticked
          </span>
        )
      }
    >
      {factList.length === 0 ? (
        <p className="text-muted">No names, numbers or dates of its own were found in this claim.</p>
      ) : (
        <ul className="-mx-2">
          {factList.map((fact) => (
            <FactLine key={fact.id} claim={claim} fact={fact} />
          ))}
        </ul>
      )}
      <Score claim={claim} />
    </Section>
  );
}

function FactLine({ claim, fact }: { readonly claim: ClaimView; readonly fact: FactView }) {
  const { act } = useAct();
  const [, start] = useTransition();
  const [ticked, setTicked] = useOptimistic(fact.ticked !== null);
  const ability = claim.abilities.tick;
  const toggle = (next: boolean) =>
    start(async () => {
      setTicked(next);
      await act(tickFactAction, { claimId: claim.id, factId: fact.id, ticked: next });
    });
  const detail = fact.normalised || [fact.name !== fact.text && fact.name, fact.title].filter(Boolean).join(", ");
  const title = ability.may
    ? fact.ticked && `Ticked by ${fact.ticked.by.name}, ${exactWords(new Date(fact.ticked.at))}`
    : ability.why;
  return (
    <li>
      <label
        className={clsx(
          "flex items-start gap-2.5 rounded-sm px-2 py-1",
          ability.may ? "cursor-pointer hover:bg-ink/4" : "cursor-default",
        )}
        title={title || undefined}
        suppressHydrationWarning
      >
        <input
          type="checkbox"
          checked={ticked}
          disabled={!ability.may}
          onChange={(event) => toggle(event.target.checked)}
          className="mt-0.5 size-4 shrink-0 accent-ink"
        />
        <span className="min-w-0 flex-1">
          <span className={clsx("wrap-anywhere", ticked && "text-muted")}>{fact.text}</span>
          {detail && <span className="wrap-anywhere block text-muted text-sm">{detail}</span>}
        </span>
        <span className="shrink-0 text-muted text-sm">{FACT_LABELS[fact.type]}</span>
      </label>
    </li>
  );
}

function Score({ claim }: { readonly claim: ClaimView }) {
  const percent = Math.round(claim.score * 100);
  return (
    <details className="group mt-2">
      <summary className="flex cursor-pointer list-none items-center gap-2 text-muted text-sm hover:text-ink">
        <svg
          viewBox="0 0 16 16"
          className="size-3 transition-transform duration-100 group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden="true"
        >
          <path d="m6 3.5 4.5 4.5L6 12.5" />
        </svg>
        Worth checking: {percent} of 100
      </summary>
      <ul className="mt-1.5 ml-5 flex flex-col gap-1 text-sm">
        {claim.reasons.map((reason) => (
          <li key={`${reason.feature} ${reason.label}`} className="flex justify-between gap-3">
            <span className="wrap-anywhere min-w-0">{reason.label}</span>
            <span className="shrink-0 text-muted">
              {reason.weight >= 0 ? "+" : "−"}
              {Math.abs(reason.weight).toFixed(2)}
            </span>
          </li>
        ))}
        {claim.reasons.length === 0 && <li className="text-muted">Marked by hand, so it was not scored.</li>}
      </ul>
    </details>
  );
}
