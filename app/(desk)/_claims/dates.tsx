"use client";

import type { ChangeEvent } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field, Input } from "@/app/_ui/field";
import { dayInWords } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import { dateClaimAction } from "./actions";
import { useAct, useRefreshingSend } from "./use-act";

/** Up to when the claim was checked and when it has to be checked again, each saved as it is chosen; a suggestion when it ages. */
export function Dates({ claim }: { readonly claim: ClaimView }) {
  const send = useRefreshingSend(dateClaimAction);
  if (!claim.abilities.date.may) return <DateWords claim={claim} />;
  const { id, rev } = claim;
  const [asOf, expiresOn] = [claim.asOf ?? "", claim.expiresOn ?? ""];
  const save = (event: ChangeEvent<HTMLInputElement>, before: string) => {
    if (event.currentTarget.value !== before) event.currentTarget.form?.requestSubmit();
  };
  return (
    <ActionForm action={dateClaimAction} send={send} keepValues key={`${asOf} ${expiresOn}`}>
      <input type="hidden" name="claimId" value={id} />
      <input type="hidden" name="rev" value={rev} />
      <input type="hidden" name="base.asOf" value={asOf} />
      <input type="hidden" name="base.expiresOn" value={expiresOn} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Checked as of" name="asOf">
          <Input type="date" name="asOf" defaultValue={asOf} onBlur={(event) => save(event, asOf)} />
        </Field>
        <Field label="Check again on" name="expiresOn" hint={claim.expired ? "This day has come." : undefined}>
          <Input type="date" name="expiresOn" defaultValue={expiresOn} onBlur={(event) => save(event, expiresOn)} />
        </Field>
      </div>
      <div className="mt-1 flex items-center gap-2">
        <noscript>
          <Submit variant="outline">Save</Submit>
        </noscript>
        <SaveState />
      </div>
      {claim.aging && <Suggestion claim={claim} aging={claim.aging} />}
    </ActionForm>
  );
}

function Suggestion({ claim, aging }: { readonly claim: ClaimView; readonly aging: NonNullable<ClaimView["aging"]> }) {
  const { act, pending } = useAct();
  const { asOf, expiresOn, why } = aging;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
      {why}
      <Button
        variant="outline"
        size="sm"
        pending={pending}
        onClick={() => void act(dateClaimAction, { claimId: claim.id, rev: claim.rev, asOf, expiresOn })}
      >
        Check again on {dayInWords(expiresOn)}
      </Button>
    </p>
  );
}

function DateWords({ claim: { asOf, expiresOn } }: { readonly claim: ClaimView }) {
  if (asOf === null && expiresOn === null) return null;
  return (
    <p className="mt-1.5">
      {asOf && `Checked as of ${dayInWords(asOf)}`}
      {asOf && expiresOn && ", "}
      {expiresOn && `${asOf ? "to" : "To"} be checked again on ${dayInWords(expiresOn)}`}
    </p>
  );
}
