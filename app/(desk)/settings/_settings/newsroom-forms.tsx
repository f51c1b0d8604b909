"use client";

import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Checkbox, Field, Input, Select } from "@/app/_ui/field";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import { changeFourEyesAction, changeRewordedAction, changeSourcingRuleAction, renameNewsroomAction } from "../actions";
import { sourcingSentence } from "./sourcing-sentence";

/** The newsroom's name. */
export function NewsroomNameForm({ name, rev }: { readonly name: string; readonly rev: number }) {
  return (
    <ActionForm action={renameNewsroomAction} draftKey="newsroom-name" keepValues>
      <input type="hidden" name="rev" value={rev} />
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Name" name="name" className="w-80 max-w-full">
          <Input key={name} name="name" defaultValue={name} required maxLength={120} autoComplete="organization" />
        </Field>
        <Submit variant="outline">Rename</Submit>
        <SaveState className="h-8" />
      </div>
    </ActionForm>
  );
}

/** The four-eyes rule. */
export function FourEyesForm({ fourEyes, rev }: { readonly fourEyes: boolean; readonly rev: number }) {
  return (
    <RuleForm
      action={changeFourEyesAction}
      rev={rev}
      name="fourEyes"
      holds={fourEyes}
      label="Four eyes: whoever proposes a verdict does not sign it off"
      hint="Owners and admins can step past it for one claim, with a reason that stands in the ledger and the report."
    />
  );
}

/** What a new version that only rewords a claim does to its sign-off. */
export function RewordedForm({ keeps, rev }: { readonly keeps: boolean; readonly rev: number }) {
  return (
    <RuleForm
      action={changeRewordedAction}
      rev={rev}
      name="rewordedKeepsSignOff"
      holds={keeps}
      label="A sign-off stays when a new version only rewords the claim"
      hint="The claim is then flagged for a glance. A changed figure, name, date or negation always voids the sign-off."
    />
  );
}

/** What a sign-off asks of a claim's sources. */
export function SourcingRuleForm({ rule, rev }: { readonly rule: SourcingRule | null; readonly rev: number }) {
  return (
    <ActionForm action={changeSourcingRuleAction} keepValues>
      <input type="hidden" name="rev" value={rev} />
      <fieldset className="min-w-0">
        <legend className="font-medium text-sm">Sources that a sign-off asks for</legend>
        <div className="mt-1.5 flex flex-wrap items-end gap-x-3 gap-y-2">
          <HowMany key={`primary ${rule?.primary}`} name="primary" label="Primary" value={rule?.primary ?? 0} />
          <span className="flex h-8 items-center text-muted max-sm:h-10">or</span>
          <HowMany
            key={`independent ${rule?.independent}`}
            name="independent"
            label="Independent"
            value={rule?.independent ?? 0}
          />
          <Submit variant="outline">Save</Submit>
          <SaveState className="h-8" />
        </div>
        <p className="mt-1.5 text-muted text-sm">{sourcingSentence(rule)}</p>
      </fieldset>
    </ActionForm>
  );
}

const MOST = 5;

function HowMany(props: { readonly name: string; readonly label: string; readonly value: number }) {
  const { name, label, value } = props;
  const most = Math.max(MOST, value);
  return (
    <Field label={label} name={name} className="w-36">
      <Select name={name} defaultValue={String(value)}>
        <option value="0">Not asked</option>
        {Array.from({ length: most }, (_, at) => at + 1).map((count) => (
          <option key={count} value={count}>
            {count === 1 ? "1 source" : `${count} sources`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A rule that holds or not, saved as it is ticked. */
function RuleForm(props: {
  readonly action: typeof changeFourEyesAction | typeof changeRewordedAction;
  readonly rev: number;
  readonly name: string;
  readonly holds: boolean;
  readonly label: string;
  readonly hint: string;
}) {
  const { action, rev, name, holds, label, hint } = props;
  return (
    <ActionForm action={action} keepValues>
      <input type="hidden" name="rev" value={rev} />
      <Checkbox
        key={String(holds)}
        name={name}
        defaultChecked={holds}
        label={label}
        hint={hint}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <div className="pl-6">
        <SaveState />
      </div>
      <noscript>
        <button type="submit">Save</button>
      </noscript>
    </ActionForm>
  );
}
