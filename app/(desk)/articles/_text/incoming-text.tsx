"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { buttonClasses } from "@/app/_ui/button";
import { useFormStatusOf } from "@/app/_ui/form-context";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { MAX_TEXT, MAX_UPLOAD_BYTES } from "@/lib/articles/schema";
import type { FormState, Step } from "@/lib/platform/action";
import type { Progress } from "@/lib/platform/command";
import { readUpload } from "../import/read-upload";

/** Refuse here what is too much to be sent at all; everything else is the server's to judge. */
export function tooMuch(text: string): Extract<FormState, { ok: false }> | null {
  const message =
    text.length > MAX_TEXT
      ? `The text is longer than ${MAX_TEXT.toLocaleString("en")} characters. Split it into parts.`
      : new Blob([text]).size > MAX_UPLOAD_BYTES
        ? `The text has more than ${MAX_UPLOAD_BYTES / 1_000_000} MB. Split it into parts.`
        : null;
  return message === null ? null : { ok: false, code: "invalid", message, typed: {}, fields: { text: message } };
}

/** What the form says of a file. */
export interface FileWords {
  readonly tone: "error" | "success";
  readonly words: string;
}

/** Read a chosen file: its text and a guess at its title, or null, and what to say of it. */
export async function readFile(
  file: File,
): Promise<{ readonly words: FileWords; readonly text: string | null; readonly title: string }> {
  const refused = (words: string) => ({ words: { tone: "error" as const, words }, text: null, title: "" });
  // So large that it is not even read.
  if (file.size > MAX_UPLOAD_BYTES * 2) {
    return refused(`“${file.name}” has ${Math.round(file.size / 1e6)} MB. Choose a text file of at most 4 MB.`);
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return refused(`“${file.name}” could not be read. Is it a folder, or was it moved?`);
  const upload = readUpload(file.name, new Uint8Array(bytes));
  if (!upload.ok) return refused(upload.why);
  const { text, title } = upload;
  return {
    words: { tone: "success", words: `Read ${countWords(text).toLocaleString("en")} words from “${file.name}”.` },
    text,
    title,
  };
}

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** A part of the screen onto which a file can be dropped. */
export function FileDrop(props: { readonly onFile: (file: File | undefined) => void; readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    props.onFile(event.dataTransfer.files[0]);
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
      {props.children}
    </div>
  );
}

/** The button that chooses a file; also one that was chosen before the page listened is handed on. */
export function FilePicker({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
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

/** Follow a long command to its end, and return what it answers last. A stream that breaks off throws, as a lost connection does. */
export async function lastOf<Output>(
  steps: ReadableStream<Step<Output>>,
  onProgress: (progress: Progress) => void,
): Promise<FormState<Output>> {
  const reader = steps.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("The connection was lost on the way.");
    if ("answer" in value) return value.answer;
    onProgress(value.progress);
  }
}

/** The button may stand at the lower edge of the screen, and what appears below it out of sight. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });

/** What is done now, in words, and after a moment how much of it. */
export function Working(props: {
  /** Where the screen goes, once all is stored. */
  readonly leaving: string | null;
  readonly progress: Progress | null;
  /** What is done before the first step is told. */
  readonly sending: string;
  /** What runs, such as "import". */
  readonly what: string;
  /** What whoever waits need not do. */
  readonly children: ReactNode;
}) {
  const { leaving, progress, sending, what, children } = props;
  const { pending } = useFormStatusOf();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), 600);
    return () => clearTimeout(timer);
  }, [pending]);
  const words = leaving ? `${leaving}…` : pending ? `${progress?.words ?? sending}…` : "";
  const percent = Math.floor(100 * (progress?.share ?? 0));
  return (
    <>
      <span role="status" className="text-muted">
        {words}
      </span>
      {pending && late && (
        <span ref={intoView} className="order-last flex w-full scroll-mb-24 flex-col gap-1.5">
          <span className="flex items-center gap-3 sm:max-w-md">
            <ProgressBar value={percent} max={100} label={`${percent} % of the ${what} is done`} />
            <span className="w-10 text-right text-sm" aria-hidden="true">
              {percent} %
            </span>
          </span>
          <span className="text-muted text-sm">{children}</span>
        </span>
      )}
    </>
  );
}
