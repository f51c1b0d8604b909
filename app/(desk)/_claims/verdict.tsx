"use client";

import { useState } from "react";
import { SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field, RadioGroup, Textarea } from "@/app/_ui/field";
import type { ClaimView } from "@/lib/claims/schema";
import { findVerdict } from "@/lib/core/workflow/verdict-scale";
import { proposeVerdictAction } from "./actions";
import { EditForm } from "./edit-form";
import { nextStep } from "./next-step";
import { Section } from "./section";

/** What we say: the verdict on the newsroom's scale and its explanation; the form stands open until there is one. */
export function OurVerdict({ claim }: { readonly claim: ClaimView }) {
  const [editing, setEditing] = useState(false);
  const { proposeVerdict } = claim.abilities;
  const shown = proposeVerdict.may && (editing || claim.verdict === null || claim.state === "reopened");
  const verdict = findVerdict(claim.scale, claim.verdict?.id ?? null);
  return (
    <Section
      id="verdict"
      title="What we say"
      aside={
        proposeVerdict.may &&
        !shown && (
          <Button variant="quiet" size="sm" className="-mr-2.5" onClick={() => setEditing(true)}>
            Change verdict
          </Button>
        )
      }
    >
      {claim.verdict && (
        <div className={shown ? "mb-4" : undefined}>
          <p className="font-serif text-lg leading-snug">{claim.verdict.label}</p>
          {verdict?.meaning && <p className="text-muted text-sm">{verdict.meaning}</p>}
          {claim.explanation && <p className="wrap-anywhere mt-2 whitespace-pre-wrap leading-5">{claim.explanation}</p>}
          {claim.authorsWordReason && (
            <p className="wrap-anywhere mt-2 whitespace-pre-wrap leading-5">
              <span className="text-muted">Why the author’s word is enough: </span>
              {claim.authorsWordReason}
            </p>
          )}
        </div>
      )}
      {!claim.verdict && !proposeVerdict.may && <p className="text-muted text-sm">{proposeVerdict.why}</p>}
      {proposeVerdict.may && <VerdictForm claim={claim} shown={shown} onShown={setEditing} />}
    </Section>
  );
}

function VerdictForm(props: {
  readonly claim: ClaimView;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { claim, shown, onShown } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const { scale, explanation, authorsWordReason } = claim;
  const verdict = claim.verdict?.id ?? "";
  const needsReason = findVerdict(scale, chosen ?? verdict)?.authorsWord === true;
  return (
    <EditForm
      action={proposeVerdictAction}
      draftKey={`claim:${claim.id}:verdict`}
      rev={claim.rev}
      hidden={!shown}
      onDirty={() => onShown(true)}
      onSaved={() => {
        setChosen(null);
        onShown(false);
      }}
      fields={[
        { name: "verdict", label: "Verdict", value: verdict, read: (id) => findVerdict(scale, id)?.label ?? id },
        { name: "explanation", label: "Explanation", value: explanation },
        { name: "authorsWordReason", label: "Why the author’s word is enough", value: authorsWordReason },
      ]}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <div id="verdict-form" className="flex flex-col gap-3">
        <RadioGroup
          legend="Verdict"
          hideLegend
          name="verdict"
          defaultValue={verdict}
          onChange={setChosen}
          choices={scale.map(({ id, label, meaning }) => ({ value: id, label: <span title={meaning}>{label}</span> }))}
        />
        {claim.notes === 0 && !needsReason && (
          <p className="text-muted text-sm">
            A verdict needs at least one source note, or the verdict that rests on the author’s word with its reason.
          </p>
        )}
        <div hidden={!needsReason}>
          <Field label="Why the author’s word is enough" name="authorsWordReason">
            <Textarea name="authorsWordReason" rows={2} defaultValue={authorsWordReason} />
          </Field>
        </div>
        <Field label="Explanation" name="explanation" optional>
          <Textarea
            name="explanation"
            rows={3}
            defaultValue={explanation}
            placeholder="What the sources show, for the readers of the report"
          />
        </Field>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Submit variant={nextStep(claim) === "proposeVerdict" ? "filled" : "outline"}>Propose verdict</Submit>
        {claim.verdict && claim.state !== "reopened" && (
          <Button variant="quiet" onClick={() => onShown(false)}>
            Close
          </Button>
        )}
        <SaveState className="ml-auto" />
      </div>
    </EditForm>
  );
}
