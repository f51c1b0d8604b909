"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { buttonClasses } from "@/app/_ui/button";
import { writeFields } from "@/app/_ui/draft-fields";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { useFormStatusOf } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { showToast } from "@/app/_ui/toast";
import { MAX_TEXT, MAX_UPLOAD_BYTES } from "@/lib/articles/schema";
import type { FormState, Step } from "@/lib/platform/action";
import type { Progress } from "@/lib/platform/command";
import { importArticleAction, importInStepsAction } from "./actions";
import { guessTitle, readUpload } from "./read-upload";

/** The form by which an article comes in: paste it, choose a file or drop one anywhere on the form. */
export function ImportForm() {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<FileWords | null>(null);
  const [over, setOver] = useState(false);
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
    if (file.size > MAX_UPLOAD_BYTES * 2) {
      // So large that it is not even read.
      setWords({
        tone: "error",
        words: `“${file.name}” has ${Math.round(file.size / 1e6)} MB. Choose a text file of at most 4 MB.`,
      });
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) {
      setWords({ tone: "error", words: `“${file.name}” could not be read. Is it a folder, or was it moved?` });
      return;
    }
    const upload = readUpload(file.name, new Uint8Array(bytes));
    if (!upload.ok) return setWords({ tone: "error", words: upload.why });
    const title = typedIn(form, "title") || upload.title;
    writeFields(form, { text: [upload.text], title: [title] });
    const count = countWords(upload.text).toLocaleString("en");
    setWords({ tone: "success", words: `Read ${count} words from “${file.name}”.` });
  };
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen by button, too.
    <div
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      className={clsx("-m-3 rounded-md p-3", over && "bg-selected outline-2 outline-focus outline-dashed")}
    >
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
          <Working leaving={leaving} progress={progress} />
          <SaveState />
        </div>
      </ActionForm>
    </div>
  );
}

/** Refuse here what is too much to be sent at all; everything else is the server's to judge. */
function tooMuch(text: string): Extract<FormState, { ok: false }> | null {
  const message =
    text.length > MAX_TEXT
      ? `The text is longer than ${MAX_TEXT.toLocaleString("en")} characters. Split it into parts.`
      : new Blob([text]).size > MAX_UPLOAD_BYTES
        ? `The text has more than ${MAX_UPLOAD_BYTES / 1_000_000} MB. Split it into parts.`
        : null;
  return message === null ? null : { ok: false, code: "invalid", message, typed: {}, fields: { text: message } };
}

interface FileWords {
  readonly tone: "error" | "success";
  readonly words: string;
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

function FilePicker({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  // A file may have been chosen before the page listened.
  useEffect(() => {
    const early = ref.current?.files?.[0];
    if (early) latest.current(early);
  }, []);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={ref}
        id={id}
        type="file"
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        className="peer sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // The same file can be chosen again after it was put right.
          event.target.value = "";
        }}
      />
      <label
        htmlFor={id}
        className={clsx(
          buttonClasses({ variant: "outline" }),
          "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-focus",
        )}
      >
        <FileUp size={15} aria-hidden="true" />
        Choose a file
      </label>
      <span className="text-muted text-sm">.txt or .md, up to 4 MB</span>
    </div>
  );
}

/** Follow an import to its end, and return what it answers last. A stream that breaks off throws, as a lost connection does. */
async function lastOf<Output>(
  steps: ReadableStream<Step<Output>>,
  onProgress: (progress: Progress) => void,
): Promise<FormState<Output>> {
  const reader = steps.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("The connection was lost during the import.");
    if ("answer" in value) return value.answer;
    onProgress(value.progress);
  }
}

/** The button may stand at the lower edge of the screen, and what appears below it out of sight. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });

/** What is done now, in words, and after a moment how much of it. */
function Working({ leaving, progress }: { readonly leaving: boolean; readonly progress: Progress | null }) {
  const { pending } = useFormStatusOf();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), 600);
    return () => clearTimeout(timer);
  }, [pending]);
  const words = leaving ? "Opening the galley…" : pending ? `${progress?.words ?? "Sending the text"}…` : "";
  const percent = Math.floor(100 * (progress?.share ?? 0));
  return (
    <>
      <span role="status" className="text-muted">
        {words}
      </span>
      {pending && late && (
        <span ref={intoView} className="order-last flex w-full scroll-mb-24 flex-col gap-1.5">
          <span className="flex items-center gap-3 sm:max-w-md">
            <ProgressBar value={percent} max={100} label={`${percent} % of the import is done`} />
            <span className="w-10 text-right text-sm" aria-hidden="true">
              {percent} %
            </span>
          </span>
          <span className="text-muted text-sm">
            You can leave this page: the article is imported all the same, whole or not at all.
          </span>
        </span>
      )}
    </>
  );
}

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;
