"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Checkbox, Field, Select } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { publishReportAction } from "./actions";

const LANGUAGES = [
  ["en", "English"],
  ["de", "German"],
  ["fr", "French"],
  ["es", "Spanish"],
] as const;

/** Publish the report for the first time, or anew after it was withdrawn. */
export function PublishForm({
  articleId,
  language,
  undecided,
}: {
  readonly articleId: string;
  /** Of the article. */
  readonly language: string;
  readonly undecided: number;
}) {
  const usual = LANGUAGES.find(([code]) => language.startsWith(code))?.[0] ?? "en";
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
      <Field label="Language of the labels" name="language" className="w-56">
        <Select name="language" defaultValue={usual}>
          {LANGUAGES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
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
