"use client";

import { Field, Input, Textarea } from "@/app/_ui/field";
import { dayInWords } from "@/app/_ui/relative-time";
import { EditForm } from "../../../_claims/edit-form";
import { FormFoot } from "../../../_claims/said";
import { changeArticleAction } from "../../actions";
import type { GalleyArticle } from "./workbench-context";

/** The article's details, to be put right in place; its text never changes. Edits of two people merge field by field. */
export function ArticleDetails(props: {
  readonly article: GalleyArticle;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { article, shown, onShown } = props;
  return (
    <EditForm
      action={changeArticleAction}
      draftKey={`article:${article.id}:details`}
      rev={article.rev}
      hidden={!shown}
      onDirty={() => onShown(true)}
      onSaved={() => onShown(false)}
      fields={[
        { name: "title", label: "Title", value: article.title },
        { name: "byline", label: "Byline", value: article.byline },
        { name: "publisher", label: "Publisher", value: article.publisher },
        {
          name: "publishedOn",
          label: "Published on",
          value: article.publishedOn ?? "",
          read: (day) => dayInWords(day) ?? day,
        },
        { name: "language", label: "Language", value: article.language },
        { name: "url", label: "Address", value: article.url },
      ]}
    >
      <input type="hidden" name="articleId" value={article.id} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Title" name="title" className="col-span-2">
          <Textarea name="title" rows={2} defaultValue={article.title} required />
        </Field>
        <Field label="Byline" name="byline" optional>
          <Input name="byline" defaultValue={article.byline} />
        </Field>
        <Field label="Publisher" name="publisher" optional>
          <Input name="publisher" defaultValue={article.publisher} />
        </Field>
        <Field label="Published on" name="publishedOn" optional>
          <Input type="date" name="publishedOn" defaultValue={article.publishedOn ?? ""} />
        </Field>
        <Field label="Language" name="language">
          <Input name="language" defaultValue={article.language} required />
        </Field>
        <Field label="Address" name="url" optional className="col-span-2">
          <Input type="url" inputMode="url" name="url" defaultValue={article.url} />
        </Field>
      </div>
      <FormFoot onClose={() => onShown(false)}>Save</FormFoot>
    </EditForm>
  );
}
