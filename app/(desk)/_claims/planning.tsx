"use client";

import type { ChangeEvent } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Field, Input, Select } from "@/app/_ui/field";
import { dayInWords } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import { assignClaimAction } from "./actions";
import { Dates } from "./dates";
import { Section } from "./section";
import { useRefreshingSend } from "./use-act";
import { PRIORITY_LABELS, ROLE_LABELS } from "./words";

/** Who checks it and by when; each choice is saved as it is made. */
export function Planning({ claim }: { readonly claim: ClaimView }) {
  const { assign } = claim.abilities;
  const send = useRefreshingSend(assignClaimAction);
  if (!assign.may) return <PlanWords claim={claim} />;
  const save = (event: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => event.currentTarget.form?.requestSubmit();
  return (
    <Section id="planning" title="Who checks it, and by when">
      <ActionForm
        action={assignClaimAction}
        send={send}
        keepValues
        key={`${claim.assignee?.id} ${claim.priority} ${claim.dueOn}`}
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="rev" value={claim.rev} />
        <div className="grid grid-cols-2 gap-3">
          <Field label="Assigned to" name="assigneeId" className="col-span-2">
            <Select name="assigneeId" defaultValue={claim.assignee?.id ?? ""} onChange={save}>
              <option value="">Nobody</option>
              {claim.members.map(({ id, name, role }) => (
                <option key={id} value={id}>
                  {name} ({ROLE_LABELS[role].toLowerCase()})
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Priority" name="priority">
            <Select name="priority" defaultValue={String(claim.priority)} onChange={save}>
              {PRIORITY_LABELS.map((label, priority) => (
                <option key={label} value={priority}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Due" name="dueOn">
            <Input
              type="date"
              name="dueOn"
              defaultValue={claim.dueOn ?? ""}
              onBlur={(event) => event.currentTarget.value !== (claim.dueOn ?? "") && save(event)}
            />
          </Field>
        </div>
        <div className="mt-1 flex items-center gap-2">
          <noscript>
            <Submit variant="outline">Save</Submit>
          </noscript>
          <SaveState />
        </div>
      </ActionForm>
      <Dates claim={claim} />
    </Section>
  );
}

function PlanWords({ claim }: { readonly claim: ClaimView }) {
  const priority = PRIORITY_LABELS[claim.priority];
  return (
    <Section id="planning" title="Who checks it, and by when">
      <p>
        {claim.assignee ? claim.assignee.name : <span className="text-muted">Nobody is assigned</span>}
        {claim.priority > 0 && `, ${priority?.toLowerCase()} priority`}
        {claim.dueOn && `, due ${dayInWords(claim.dueOn)}`}
      </p>
      <Dates claim={claim} />
    </Section>
  );
}
