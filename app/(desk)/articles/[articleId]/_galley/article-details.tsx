"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { BaseField } from "@/app/_ui/draft";
import { writeFields } from "@/app/_ui/draft-fields";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { dayInWords } from "@/app/_ui/relative-time";
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
  const router = useRouter();
  const [overtaken, setOvertaken] = useState(false);
  const send = async (form: FormData) => {
    const answer = await changeArticleAction(null, form);
    if (!answer.ok && answer.code === "conflict") {
      setOvertaken(true);
      router.refresh();
    }
    return answer;
  };
  return (
    <ActionForm
      action={changeArticleAction}
      send={send}
      draftKey={`article:${article.id}:details`}
      hidden={!shown}
      onSaved={() => {
        setOvertaken(false);
        onShown(false);
      }}
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
      {overtaken && <Overtaken article={article} />}
      <FormFoot onClose={() => onShown(false)}>Save</FormFoot>
    </ActionForm>
  );
}

/** What another person saved meanwhile, beside what is typed, and the way to put the typed words in its place. */
function Overtaken({ article }: { readonly article: GalleyArticle }) {
  const place = useRef<HTMLDivElement>(null);
  const saveMine = () => {
    const form = place.current?.closest("form");
    if (!form) return;
    writeFields(form, { rev: [String(article.rev)] });
    form.requestSubmit();
  };
  const { title, byline, publisher, publishedOn, language, url } = article;
  const now = [title, byline, publisher, dayInWords(publishedOn), language, url].filter(Boolean);
  return (
    <div ref={place} className="mt-3 border-reopened border-l-2 bg-sunken px-3 py-2">
      <p className="text-muted text-sm">What stands now:</p>
      <p className="wrap-anywhere">{now.join(" · ")}</p>
      <Button size="sm" className="mt-2" onClick={saveMine}>
        Save mine in its place
      </Button>
    </div>
  );
}
