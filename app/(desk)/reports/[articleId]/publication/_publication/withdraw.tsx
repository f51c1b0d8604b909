"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Field, Textarea } from "@/app/_ui/field";
import { Popover } from "@/app/_ui/popover";
import { withdrawReportAction } from "./actions";

/** Take a published report away, with a reason that its address shows from then on. */
export function Withdraw({ publicationId }: { readonly publicationId: string }) {
  return (
    <Popover label="Withdraw the published report" trigger="Withdraw…" variant="quiet" align="end" className="w-96">
      <ActionForm action={withdrawReportAction} className="flex flex-col gap-3">
        <input type="hidden" name="publicationId" value={publicationId} />
        <div>
          <p className="font-medium">Withdraw the published report?</p>
          <p className="mt-1 text-muted">
            Its address then says only that it was withdrawn: by whom, when and why. The editions stay in your records
            and packages. Published anew, it gets another address.
          </p>
        </div>
        <Field label="Why" name="reason" hint="Readers see it.">
          <Textarea name="reason" required rows={2} maxLength={2000} />
        </Field>
        <Submit variant="danger">Withdraw</Submit>
      </ActionForm>
    </Popover>
  );
}
