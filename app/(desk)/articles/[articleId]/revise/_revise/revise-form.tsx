"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore, useTransition } from "react";
import { SignInAgain, settled } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { DraftNote, useDraft } from "@/app/_ui/draft";
import { readFields, writeFields } from "@/app/_ui/draft-fields";
import { Field, Input } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast";
import { MAX_TEXT } from "@/lib/articles/schema";
import { normaliseText } from "@/lib/core/text/normalise";
import type { FormState } from "@/lib/platform/action";
import type { Progress } from "@/lib/platform/command";
import type { RevisionPreview } from "@/lib/revisions/schema";
import { FileDrop, FilePicker, type FileWords, lastOf, readFile, tooMuch, Working } from "../../../_text/incoming-text";
import { previewRevisionAction, reviseInStepsAction } from "./actions";
import { Preview } from "./preview";

/** The version that the new one is written over. */
export interface Base {
  readonly id: string;
  readonly number: number;
  readonly text: string;
}

type Failure = Extract<FormState, { ok: false }>;

/**
 * Bring in a new version in two steps: the text, then what it would do. What was typed stays in the form through both, and as a
 * draft in this browser until it is stored.
 */
export function ReviseForm(props: {
  readonly article: { readonly id: string; readonly language: string };
  readonly base: Base;
}) {
  const { article, base } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`article:${article.id}:revise`, form);
  const listening = useListening();
  const here = useHere();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [words, setWords] = useState<FileWords | null>(null);
  const [shown, setShown] = useState<{ readonly preview: RevisionPreview; readonly text: string } | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [leaving, setLeaving] = useState(false);

  const typed = (): FormData => {
    const data = new FormData(form.current ?? undefined);
    data.set("articleId", article.id);
    data.set("base", base.id);
    return data;
  };
  const compare = () => {
    if (pending) return;
    setProgress(null);
    const data = typed();
    const text = String(data.get("text"));
    start(async () => {
      const answer = tooMuch(text) ?? (await settled(() => previewRevisionAction(data)));
      start(() => {
        setFailure(answer.ok ? null : answer);
        setShown(answer.ok ? { preview: answer.output, text: normaliseText(text) } : null);
      });
    });
  };
  const save = () => {
    const data = typed();
    const sent = form.current ? readFields(form.current) : {};
    start(async () => {
      const answer = await settled(async () => lastOf(await reviseInStepsAction(data), setProgress));
      start(() => {
        if (!answer.ok) {
          setFailure(answer);
          return;
        }
        const { versionNumber, reopened, added } = answer.output;
        draft.saved(sent);
        // Whoever went on to something else meanwhile is not called back.
        if (!here.current) {
          showToast({ words: `Version ${versionNumber} is stored.` });
          return;
        }
        setLeaving(true);
        router.push(`/articles/${article.id}?stored=${versionNumber}&reopened=${reopened}&added=${added}`);
      });
    });
  };
  const again = useCompareAgain(base.id, compare);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const taken = await readFile(file);
    setWords(taken.words);
    if (taken.text !== null && form.current) writeFields(form.current, { text: [taken.text] });
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    compare();
  };

  const status = useMemo(
    () => ({ pending, dirty: draft.dirty, errors: failure?.fields ?? {}, typed: {}, savedAt: null }),
    [pending, draft.dirty, failure],
  );
  const message = failure && (
    <FailureNotice failure={failure} pending={pending || again.waiting} onCompare={again.ask} />
  );
  return (
    <FormContext value={status}>
      <FileDrop onFile={(file) => void take(file)}>
        <form
          ref={form}
          onSubmit={onSubmit}
          hidden={shown !== null}
          aria-label="New version"
          className="flex max-w-4xl flex-col gap-4"
        >
          <TextField base={base} />
          {words && <Notice tone={words.tone}>{words.words}</Notice>}
          <FilePicker onFile={(file) => void take(file)} />
          <Field label="What is new" name="note" optional hint="One line for the list of versions.">
            <Input name="note" maxLength={500} placeholder="Correction after the minister’s office called" />
          </Field>
          {!shown && message}
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-4">
            <Button type="submit" variant="filled" pending={pending} disabled={!listening}>
              Compare
            </Button>
            <span role="status" className="text-muted text-sm">
              {pending ? "Following the claims through the new text…" : "Nothing is stored yet."}
            </span>
            <DraftNote draft={draft} />
          </div>
          <noscript>
            <Notice tone="warning">Comparing two versions needs JavaScript in this browser.</Notice>
          </noscript>
        </form>
      </FileDrop>
      {shown && (
        <Preview preview={shown.preview} before={base.text} after={shown.text} language={article.language}>
          {message}
          <Button variant="filled" pending={pending || leaving} onClick={save} disabled={failure?.code === "conflict"}>
            Save as version {shown.preview.base.number + 1}
          </Button>
          <Button variant="quiet" disabled={pending || leaving} onClick={() => setShown(null)}>
            Change the text
          </Button>
          <Working leaving={leaving ? "Opening the galley" : null} progress={progress} sending="Storing" what="work">
            You can leave this page: the version is stored all the same, whole or not at all.
          </Working>
        </Preview>
      )}
    </FormContext>
  );
}

/** Ask for the version that came in meanwhile, and compare with that one once it is there. */
function useCompareAgain(baseId: string, compare: () => void) {
  const router = useRouter();
  const [from, setFrom] = useState<string | null>(null);
  const latest = useRef(compare);
  useEffect(() => {
    latest.current = compare;
  });
  useEffect(() => {
    if (from === null || from === baseId) return;
    setFrom(null);
    latest.current();
  }, [from, baseId]);
  const ask = () => {
    setFrom(baseId);
    router.refresh();
  };
  return { ask, waiting: from !== null };
}

/** Whether the page listens: before that, a press would send the form away without a preview. */
function useListening(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

/** Whether the reader is still on this screen. */
function useHere() {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

function FailureNotice(props: {
  readonly failure: Failure;
  readonly pending: boolean;
  readonly onCompare: () => void;
}) {
  const { failure, pending, onCompare } = props;
  if (failure.code === "signed_out") {
    return (
      <Notice tone="error" className="w-full" action={<SignInAgain />}>
        Your session has ended. Your text is kept in this browser.
      </Notice>
    );
  }
  const again = failure.code === "conflict" && (
    <Button size="sm" pending={pending} onClick={onCompare}>
      Compare with the current version
    </Button>
  );
  return (
    <Notice tone="error" className="w-full" action={again}>
      {failure.message}
    </Notice>
  );
}

function TextField({ base }: { readonly base: Base }) {
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
  const begin = () => {
    const area = ref.current;
    if (!area?.form) return;
    writeFields(area.form, { text: [base.text] });
    area.focus();
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
  };
  return (
    <div className="relative">
      <Field
        label="Text"
        name="text"
        hint={
          length > MAX_TEXT
            ? `${length.toLocaleString("en")} characters; at most ${MAX_TEXT.toLocaleString("en")} can be taken.`
            : length > 0 && `${length.toLocaleString("en")} characters`
        }
      >
        <textarea
          ref={ref}
          name="text"
          rows={18}
          spellCheck={false}
          placeholder="Paste the whole new text here, or drop a .txt or .md file anywhere on this page."
          className="h-[55dvh] w-full resize-y rounded-sm border border-line-strong bg-raised px-3.5 py-3 font-serif text-[1.0625rem] leading-relaxed placeholder:text-muted hover:border-ink/60 focus-visible:outline-offset-0"
          aria-label="Text"
        />
      </Field>
      {length === 0 && (
        <div className="absolute top-[-0.375rem] right-0">
          <Button size="sm" variant="quiet" onClick={begin}>
            Start from version {base.number}
          </Button>
        </div>
      )}
    </div>
  );
}
