"use client";

import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Checkbox, Field, Input } from "@/app/_ui/field";
import { changeFourEyesAction, changeRewordedAction, renameNewsroomAction } from "../actions";

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
