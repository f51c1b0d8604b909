"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { writeFields } from "@/app/_ui/draft-fields";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast";
import { MAX_TEXT } from "@/lib/articles/schema";
import type { Progress } from "@/lib/platform/command";
import { FileDrop, FilePicker, type FileWords, lastOf, readFile, tooMuch, Working } from "../_text/incoming-text";
import { importArticleAction, importInStepsAction } from "./actions";
import { guessTitle } from "./read-upload";

/** The form by which an article comes in: paste it, choose a file or drop one anywhere on the form. */
export function ImportForm() {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<FileWords | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const take = async (file: File | undefined) => {
    const form = place.current?.closest("form");
    if (!file || !form) return;
    const taken = await readFile(file);
    setWords(taken.words);
    if (taken.text === null) return;
    writeFields(form, { text: [taken.text], title: [typedIn(form, "title") || taken.title] });
  };
  return (
    <FileDrop onFile={(file) => void take(file)}>
      <ActionForm
        action={importArticleAction}
        send={async (form) => {
          setProgress(null);
          return tooMuch(String(form.get("text"))) ?? lastOf(await importInStepsAction(form), setProgress);
        }}
        draftKey="import"
        onSaved={({ articleId }) => {
          // Whoever went on to something else meanwhile is not called back.
          if (!here.current)
            return showToast({ words: "The article is imported; it stands first among the articles." });
          setLeaving(true);
          router.push(`/articles/${articleId}`);
        }}
        className="grid grid-cols-1 gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_17rem]"
      >
        <div ref={place} className="flex min-w-0 flex-col gap-3">
          <TextField />
          {words && <Notice tone={words.tone}>{words.words}</Notice>}
          <FilePicker onFile={(file) => void take(file)} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Field label="Title" name="title">
            <Textarea name="title" rows={2} required maxLength={500} />
          </Field>
          <Field label="Byline" name="byline" optional>
            <Input name="byline" maxLength={300} />
          </Field>
          <Field label="Publisher" name="publisher" optional>
            <Input name="publisher" maxLength={300} />
          </Field>
          <Field label="Address" name="url" optional>
            <Input type="url" inputMode="url" name="url" placeholder="https://" />
          </Field>
          <Field
            label="Published on"
            name="publishedOn"
            optional
            hint="The day that “on Wednesday” in the text refers to."
          >
            <Input type="date" name="publishedOn" />
          </Field>
          <Field label="Language" name="language" hint="A code, such as en or en-GB. Claims are found in English.">
            <Input name="language" defaultValue="en" required />
          </Field>
        </div>
        <div className="flex flex-wrap items-center gap-3 border-line border-t pt-4 lg:col-span-2">
          <Submit>Import and find the claims</Submit>
          <Working
            leaving={leaving ? "Opening the galley" : null}
            progress={progress}
            sending="Sending the text"
            what="import"
          >
            You can leave this page: the article is imported all the same, whole or not at all.
          </Working>
          <SaveState />
        </div>
      </ActionForm>
    </FileDrop>
  );
}

function typedIn(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value.trim() : "";
}

function TextField() {
  const [length, setLength] = useState(0);
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = ref.current;
    if (!area) return;
    const count = () => setLength(area.value.length);
    count();
    area.addEventListener("input", count);
    return () => area.removeEventListener("input", count);
  }, []);
  const suggest = () => {
    const form = ref.current?.form;
    if (!form || !ref.current || typedIn(form, "title")) return;
    const title = guessTitle("", ref.current.value);
    if (title) writeFields(form, { title: [title] });
  };
  return (
    <Field
      label="Text"
      name="text"
      hint={
        length > MAX_TEXT
          ? `${length.toLocaleString("en")} characters; at most ${MAX_TEXT.toLocaleString("en")} can be imported.`
          : length > 0 && `${length.toLocaleString("en")} characters`
      }
    >
      <textarea
        ref={ref}
        name="text"
        required
        rows={18}
        spellCheck={false}
        placeholder="Paste the article here, or drop a .txt or .md file anywhere on this page."
        onPaste={() => setTimeout(suggest)}
        className="h-[55dvh] w-full resize-y rounded-sm border border-line-strong bg-raised px-3.5 py-3 font-serif text-[1.0625rem] leading-relaxed placeholder:text-muted hover:border-ink/60 focus-visible:outline-offset-0"
        aria-label="Text"
      />
    </Field>
  );
}
