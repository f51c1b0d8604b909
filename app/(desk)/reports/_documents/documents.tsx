"use client";

import { Download, FileText } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { buttonClasses } from "@/app/_ui/button";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { ExportView } from "@/lib/exports/schema";
import { requestExportAction } from "./actions";
import { type Followed, follow } from "./follow";

/** A format that is written in the background, and what it is good for. */
export interface DocumentKind {
  readonly format: string;
  readonly label: string;
  readonly use: string;
}

/** The documents of a report. */
export const DOCUMENTS: readonly DocumentKind[] = [
  { format: "pdf", label: "PDF", use: "a typeset document to print or to hand to a lawyer" },
  { format: "docx", label: "Word", use: "the article’s text with each claim as a comment on its words" },
];

/**
 * Have documents of a report written, see how far each has come without loading the page anew, and save them. What was asked for in
 * this page is saved by itself when it is done. `options` is the report's, in the form that an address carries.
 */
export function Documents({
  articleId,
  options,
  exports,
  kinds = DOCUMENTS,
}: {
  readonly articleId: string;
  readonly options: string;
  readonly exports: readonly ExportView[];
  readonly kinds?: readonly DocumentKind[];
}) {
  return (
    <ul aria-label="Documents" className="mb-2 flex flex-wrap gap-x-10 gap-y-2">
      {kinds.map((kind) => (
        <OneDocument
          key={kind.format}
          kind={kind}
          articleId={articleId}
          options={options}
          known={exports.find(({ format }) => format === kind.format) ?? null}
        />
      ))}
    </ul>
  );
}

function OneDocument(props: {
  readonly kind: DocumentKind;
  readonly articleId: string;
  readonly options: string;
  readonly known: ExportView | null;
}) {
  const { kind, articleId, options, known } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const saved = useRef<HTMLAnchorElement>(null);
  const wanted = asked ?? known?.id ?? null;
  const { shown, failure } = useExport(wanted, known);
  const isDone = shown?.state === "done";
  const isNew = asked !== null && shown?.id === asked;

  useEffect(() => {
    if (isDone && isNew) saved.current?.click();
  }, [isDone, isNew]);

  const isOpen = shown?.state === "waiting" || shown?.state === "working" || (asked !== null && shown?.id !== asked);
  return (
    <li className="min-w-0 max-md:w-full">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ActionForm action={requestExportAction} keepValues onSaved={({ exportId }) => setAsked(exportId)}>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="format" value={kind.format} />
          <input type="hidden" name="options" value={options} />
          <Submit variant="outline" disabled={isOpen} title={kind.use}>
            <FileText size={14} aria-hidden="true" />
            {kind.label}
            <span className="sr-only">: {kind.use}</span>
          </Submit>
        </ActionForm>
        <div className="min-w-40 flex-1 text-sm" aria-live="polite">
          {isOpen && <Progress shown={shown} label={kind.label} />}
          {shown?.state === "failed" && <p className="text-reopened">{shown.failure}</p>}
          {failure !== "" && <p className="text-reopened">{failure}</p>}
          {isDone && !isOpen && (
            <span className="flex flex-wrap items-center gap-x-2">
              <a
                ref={saved}
                href={`/api/exports/${encodeURIComponent(shown.id)}?file=1`}
                download
                className={buttonClasses({ variant: "quiet" })}
              >
                <Download size={14} aria-hidden="true" />
                Save the {kind.label} file
              </a>
              <span className="text-muted">
                {sizeInWords(shown.size)}, written <RelativeTime at={shown.requestedAt} />
              </span>
            </span>
          )}
          {shown === null && asked === null && <span className="text-muted">{kind.use}</span>}
        </div>
      </div>
    </li>
  );
}

function Progress({ shown, label }: { readonly shown: ExportView | null; readonly label: string }) {
  const words = shown?.doing || "Waiting for its turn";
  return (
    <div className="flex items-center gap-3">
      <ProgressBar value={shown?.progress ?? 0} max={1} label={`${label}: ${words}`} className="w-28" />
      <span className="text-muted">{words} …</span>
    </div>
  );
}

/** What is known of an export, asked for again and again while it is being written. */
function useExport(id: string | null, known: ExportView | null): Followed {
  const [heard, setHeard] = useState<Followed>({ shown: null, failure: "" });
  const needed = id !== null && (known?.id !== id || known.state === "waiting" || known.state === "working");
  useEffect(() => (id !== null && needed ? follow(id, setHeard) : undefined), [id, needed]);
  const shown = [heard.shown, known].find((one) => one?.id === id) ?? null;
  return { shown, failure: needed ? heard.failure : "" };
}

/** "312 kB", "1.4 MB". */
function sizeInWords(bytes: number): string {
  return bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
