"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { CopyButton } from "@/app/_ui/copy-button";
import { Checkbox } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { ReadyMarkView } from "@/lib/guard/schema";
import { Section } from "../../../_claims/section";
import type { GalleyArticle } from "../_galley/workbench-context";
import { markReadyAction, withdrawReadyAction } from "./actions";

/** Whether the article is marked as ready to publish, and if that still holds; those who may mark it, or take the mark back. */
export function ReadyMark({ article }: { readonly article: GalleyArticle }) {
  const { mark, may } = article.ready;
  return (
    <Section
      id="ready"
      title="Ready to publish"
      aside={may && mark && <Withdraw key={mark.id} articleId={article.id} markId={mark.id} />}
    >
      {mark ? <Mark mark={mark} /> : <p>{may ? WHAT_IT_DOES : "Nobody has marked this article as ready yet."}</p>}
      {may && !mark?.stands && <MarkForm key={article.version.id} article={article} again={mark !== null} />}
      <div className="mt-3 flex flex-wrap items-center gap-x-1 text-muted text-sm">
        <span>
          Article id <code className="wrap-anywhere text-ink text-xs">{article.id}</code>
        </span>
        <CopyButton text={article.id} label="Copy id" size="sm" variant="quiet" />
      </div>
    </Section>
  );
}

const WHAT_IT_DOES =
  "Say that this text, under these sign-offs, is the one to publish. Whatever changes in either afterwards is noticed, also by your publishing system.";

function Mark({ mark }: { readonly mark: ReadyMarkView }) {
  const { version, stands, why } = mark;
  return stands ? (
    <Notice tone="success" title={`Version ${version} is ready to publish`}>
      <Marked mark={mark} />
    </Notice>
  ) : (
    <Notice tone="warning" title={`Version ${version} was ready to publish, but is no longer`}>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Marked mark={mark} />
    </Notice>
  );
}

function Marked({ mark: { by, at, undecided, signOffs, fingerprint } }: { readonly mark: ReadyMarkView }) {
  return (
    <p className="text-muted text-sm">
      Marked by {by.name}, <RelativeTime at={at} />, on {signOffs.toLocaleString("en")}{" "}
      {signOffs === 1 ? "sign-off" : "sign-offs"}
      {undecided > 0 && <>, although {undecidedWords(undecided)} not decided</>}.{" "}
      <span className="whitespace-nowrap">
        Fingerprint{" "}
        <code className="text-xs" title={`SHA-256 of the text and the sign-offs: ${fingerprint}`}>
          {fingerprint.slice(0, 12)}…
        </code>
      </span>
    </p>
  );
}

function MarkForm({ article, again }: { readonly article: GalleyArticle; readonly again: boolean }) {
  const { id, version, progress } = article;
  const undecided = progress.total - progress.done;
  return (
    <ActionForm action={markReadyAction} className="mt-3 flex flex-col items-start gap-2">
      <input type="hidden" name="articleId" value={id} />
      <input type="hidden" name="versionId" value={version.id} />
      {undecided > 0 && (
        <Checkbox
          key={undecided}
          name="undecided"
          value={undecided}
          label={`Although ${undecided === 1 ? "1 claim is" : `${undecided.toLocaleString("en")} claims are`} not decided`}
        />
      )}
      <Submit variant="outline">
        {again ? `Mark version ${version.number} as ready` : "Mark as ready to publish"}
      </Submit>
    </ActionForm>
  );
}

function Withdraw({ articleId, markId }: { readonly articleId: string; readonly markId: string }) {
  return (
    <ActionForm action={withdrawReadyAction}>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="markId" value={markId} />
      <Submit variant="quiet" size="sm" className="-mr-2.5">
        Withdraw
      </Submit>
    </ActionForm>
  );
}

function undecidedWords(undecided: number): string {
  return undecided === 1 ? "1 claim was" : `${undecided.toLocaleString("en")} claims were`;
}
