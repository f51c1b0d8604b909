"use client";

import { useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import type { Confidentiality } from "@/lib/core/workflow/sourcing";
import { CONFIDENTIALITY_LABELS } from "../../_claims/words";
import { setConfidentialityAction } from "../actions";
import { WhoMayKnow } from "./who-may-know";

/** Say who may know a source, in place. */
export function ChangeSecrecy({
  sourceId,
  rev,
  value,
}: {
  readonly sourceId: string;
  readonly rev: number;
  readonly value: Confidentiality;
}) {
  const [shown, setShown] = useState(false);
  if (!shown) return <Button onClick={() => setShown(true)}>Who may know it: {CONFIDENTIALITY_LABELS[value]}…</Button>;
  return (
    <div className="basis-full">
      <ActionForm
        action={setConfidentialityAction}
        keepValues
        onSaved={() => setShown(false)}
        className="max-w-2xl rounded-md border border-line bg-raised p-4"
        aria-label="Who may know this source"
      >
        <input type="hidden" name="sourceId" value={sourceId} />
        <input type="hidden" name="rev" value={rev} />
        <WhoMayKnow name="confidentiality" value={value} />
        <p className="mt-3 text-muted text-sm">
          The ledger keeps that this was changed, and by whom, without the name.
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Submit>Save</Submit>
          <Button variant="quiet" onClick={() => setShown(false)}>
            Close
          </Button>
          <SaveState className="ml-auto" />
        </div>
      </ActionForm>
    </div>
  );
}
