import { ArrowRight, CircleHelp, CircleX, PenLine, Replace } from "lucide-react";
import type { ReactNode } from "react";
import type { Outcome } from "@/lib/core/anchoring/relocate";
import type { FateView } from "@/lib/revisions/schema";
import { StateMark } from "../_claims/state-mark";
import { ChangedWords } from "./changed-words";
import { OUTCOME_LABELS, whatHappens } from "./words";
import "./revisions.css";

/* What a version did, as a shape: another thing said, other words, no place, several places. */
const SHAPES: Readonly<Partial<Record<Outcome, ReactNode>>> = {
  "value-changed": <Replace size={13} aria-hidden="true" />,
  reworded: <PenLine size={13} aria-hidden="true" />,
  lost: <CircleX size={13} aria-hidden="true" />,
  ambiguous: <CircleHelp size={13} aria-hidden="true" />,
};

/** Shape and word of what a version did to a claim. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span className="fate-mark" data-outcome={outcome}>
      {SHAPES[outcome]}
      {OUTCOME_LABELS[outcome]}
    </span>
  );
}

/** One claim's fate in a line, beside its paragraph; `happens` also says what the version does to it. */
export function FateChip({ fate, happens: said }: { readonly fate: FateView; readonly happens: boolean }) {
  const happens = said ? whatHappens(fate) : "";
  return (
    <span className="fate-chip">
      <span className="font-medium">Claim {fate.number}</span>
      <OutcomeMark outcome={fate.outcome} />
      {fate.reason && <span>{fate.reason}.</span>}
      {happens && <span className="text-muted">{happens}.</span>}
    </span>
  );
}

/** What becomes of one claim: its words with the changes marked, why, and what happens to it. */
export function FateItem({ fate }: { readonly fate: FateView }) {
  const { number, outcome, before, after, reason, state, next } = fate;
  const happens = whatHappens(fate);
  return (
    <article className="fate" aria-label={`Claim ${number}`}>
      <header className="fate-head">
        <span className="font-medium">Claim {number}</span>
        <OutcomeMark outcome={outcome} />
        <span className="fate-states">
          <StateMark state={state} />
          {next !== null && next !== state && (
            <>
              <ArrowRight size={13} role="img" aria-label="becomes" />
              <StateMark state={next} />
            </>
          )}
        </span>
      </header>
      <p className="fate-words">{after ? <ChangedWords before={before.exact} after={after.exact} /> : before.exact}</p>
      {(reason || happens) && (
        <p className="fate-why">
          {reason && <span>{reason}. </span>}
          {happens && <span className="text-muted">{happens}.</span>}
        </p>
      )}
    </article>
  );
}
