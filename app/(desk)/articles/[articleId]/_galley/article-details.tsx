"use client";

import { ActionForm } from "@/app/_ui/action-form";
import { BaseField } from "@/app/_ui/draft";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { FormFoot } from "../../../_claims/said";
import { changeArticleAction } from "../../actions";
import type { GalleyArticle } from "./workbench-context";

/** The article's details, to be put right in place; its text never changes. */
export function ArticleDetails(props: {
  readonly article: GalleyArticle;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { article, shown, onShown } = props;
  return (
    <ActionForm
      action={changeArticleAction}
      draftKey={`article:${article.id}:details`}
      hidden={!shown}
      onSaved={() => onShown(false)}
    >
      <input type="hidden" name="articleId" value={article.id} />
      <BaseField name="rev" value={article.rev} />
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
    </ActionForm>
  );
}
