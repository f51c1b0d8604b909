"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Checkbox } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { publishReportAction } from "./actions";

/** Publish the report for the first time, or anew after it was withdrawn. */
export function PublishForm({ articleId, undecided }: { readonly articleId: string; readonly undecided: number }) {
  return (
    <ActionForm action={publishReportAction} className="flex flex-col items-start gap-4">
      <input type="hidden" name="articleId" value={articleId} />
      {undecided > 0 && (
        <Notice
          tone="warning"
          className="self-stretch"
          title={
            undecided === 1 ? "1 claim is not decided" : `${undecided.toLocaleString("en")} claims are not decided`
          }
        >
          The published report would say so. You can publish it all the same.
        </Notice>
      )}
      <Checkbox
        name="indexable"
        defaultChecked
        label="Search engines may list it"
        hint="If not, only those who have the address find it."
      />
      <Submit>Publish the report</Submit>
    </ActionForm>
  );
}
