"use client";

import { useState } from "react";
import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field, RadioGroup, Textarea } from "@/app/_ui/field";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import type { ObjectionView } from "@/lib/objections/schema";
import { FormFoot } from "../_claims/said";
import { useAct } from "../_claims/use-act";
import { decideObjectionAction, raiseObjectionAction, withdrawObjectionAction } from "./actions";

/** The form for an objection to the wording; it stands under the words that it is about. */
export function ObjectForm(props: {
  readonly claimId: string;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { claimId, shown, onShown } = props;
  return (
    <ActionForm
      action={raiseObjectionAction}
      draftKey={`claim:${claimId}:objection`}
      aria-label="Object to the wording"
      hidden={!shown}
      onSaved={() => onShown(false)}
      className="mt-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <Field
        label="What is wrong with the wording?"
        name="words"
        hint="An editor decides; nobody signs the claim off before."
      >
        <Textarea name="words" rows={2} required />
      </Field>
      <FormFoot onClose={() => onShown(false)}>Object</FormFoot>
    </ActionForm>
  );
}

/** Objections to the wording: open ones in full, decided ones folded. Nothing while there are none. */
export function Objections({ claim }: { readonly claim: ClaimView }) {
  const open = claim.objections.list.filter(({ decision }) => decision === null);
  const decided = claim.objections.list.filter(({ decision }) => decision !== null);
  return (
    <>
      {open.map((objection) => (
        <OpenObjection key={objection.id} objection={objection} />
      ))}
      {decided.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">
            {decided.length} decided {decided.length === 1 ? "objection" : "objections"} to the wording
          </summary>
          <ol className="mt-1.5 flex flex-col gap-2 border-line border-l pl-3">
            {decided.map((objection) => (
              <DecidedObjection key={objection.id} objection={objection} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function OpenObjection({ objection }: { readonly objection: ObjectionView }) {
  const { id, words, by, at, decide, withdraw } = objection;
  const [deciding, setDeciding] = useState(false);
  const { act, pending } = useAct();
  return (
    <div className="mt-3 border-reopened border-l-2 pl-2.5">
      <p className="wrap-anywhere whitespace-pre-wrap">
        <span className="font-medium">Objection to the wording. </span>
        {words}
      </p>
      <p className="text-muted text-sm">
        {by.name}, <RelativeTime at={at} />
        {!decide.may && !withdraw.may && " · an editor decides it"}
      </p>
      {!deciding && (decide.may || withdraw.may) && (
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          {decide.may && (
            <Button variant="outline" size="sm" onClick={() => setDeciding(true)}>
              Decide…
            </Button>
          )}
          {withdraw.may && (
            <Button
              variant="quiet"
              size="sm"
              pending={pending}
              onClick={() => void act(withdrawObjectionAction, { objectionId: id })}
            >
              Withdraw
            </Button>
          )}
        </div>
      )}
      {decide.may && (
        <ActionForm
          action={decideObjectionAction}
          draftKey={`objection:${id}`}
          aria-label="Decide the objection"
          hidden={!deciding}
          onSaved={() => setDeciding(false)}
          className="mt-2"
        >
          <input type="hidden" name="objectionId" value={id} />
          <div className="flex flex-col gap-3">
            <RadioGroup
              legend="Does the wording stand?"
              name="decision"
              required
              choices={[
                { value: "stet", label: "Stet: it stands" },
                { value: "accepted", label: "Accepted: it is to be changed" },
              ]}
            />
            <Field label="Why" name="reason" hint="Stet needs a reason. It stands in the history and in the report.">
              <Textarea name="reason" rows={2} />
            </Field>
          </div>
          <FormFoot onClose={() => setDeciding(false)}>Decide</FormFoot>
        </ActionForm>
      )}
    </div>
  );
}

const DECIDED = { stet: "Stet", accepted: "Accepted", withdrawn: "Withdrawn" } as const;

function DecidedObjection({ objection: { words, by, decision } }: { readonly objection: ObjectionView }) {
  if (!decision) return null;
  return (
    <li>
      <p className="wrap-anywhere">
        <span className="text-muted">{by.name}: </span>
        {words}
      </p>
      <p className="wrap-anywhere">
        <span className="font-medium">{DECIDED[decision.what]}</span>
        {decision.reason && `: ${decision.reason}`}
        <span className="text-muted">
          {" "}
          {decision.what !== "withdrawn" && `${decision.by.name}, `}
          <RelativeTime at={decision.at} />
        </span>
      </p>
    </li>
  );
}
