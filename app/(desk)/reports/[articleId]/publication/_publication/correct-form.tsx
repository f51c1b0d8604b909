"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Field, Textarea } from "@/app/_ui/field";
import type { ReportChange } from "@/lib/core/report/corrections";
import { correctReportAction } from "./actions";
import { SaidAndSays } from "./said-and-says";

/** What the records say otherwise than the newest edition, and the form that publishes it, with a reason for each or for all. */
export function CorrectForm({
  publicationId,
  edition,
  changes,
}: {
  readonly publicationId: string;
  readonly edition: number;
  readonly changes: readonly ReportChange[];
}) {
  return (
    <ActionForm
      action={correctReportAction}
      draftKey={`correct-${publicationId}-${edition}`}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="publicationId" value={publicationId} />
      <input type="hidden" name="edition" value={edition} />
      <ol className="border-line border-t">
        {changes.map((change) => (
          <li key={change.key} className="border-line border-b py-3">
            <SaidAndSays change={change} />
            <input type="hidden" name="key[]" value={change.key} />
            <details className="mt-2">
              <summary className="w-fit cursor-pointer text-muted text-sm hover:text-ink">A reason of its own</summary>
              <Field label={`Why ${change.field} changed`} hideLabel className="mt-1.5">
                <Textarea name="why[]" rows={1} maxLength={2000} placeholder="Instead of the common reason" />
              </Field>
            </details>
          </li>
        ))}
      </ol>
      <Field
        label={changes.length === 1 ? "Why" : "Why (for every change without a reason of its own)"}
        name="reason"
        hint="Readers see it beside what the report said and what it says now."
      >
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
      <Submit className="self-start">
        {changes.length === 1 ? "Publish the correction" : "Publish the corrections"}
      </Submit>
    </ActionForm>
  );
}
