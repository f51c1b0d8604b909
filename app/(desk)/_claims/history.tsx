"use client";

import { Button } from "@/app/_ui/button";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import { undoAction } from "./actions";
import { useAct } from "./use-act";

/** The history of a claim, folded; each change that can be taken back has its Undo. */
export function History({ claim }: { readonly claim: ClaimView }) {
  const { act, pending } = useAct();
  const { history } = claim;
  return (
    <details className="group border-line border-t px-5 py-3">
      <summary className="flex min-h-7 cursor-pointer list-none items-center gap-2 font-medium text-muted text-sm hover:text-ink">
        <svg
          viewBox="0 0 16 16"
          className="size-3 transition-transform duration-100 group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden="true"
        >
          <path d="m6 3.5 4.5 4.5L6 12.5" />
        </svg>
        History, {history.length} {history.length === 1 ? "entry" : "entries"}
      </summary>
      <ol className="mt-2 flex flex-col">
        {history.map((line) => (
          <li key={line.seq} className="flex items-start justify-between gap-3 border-line border-t py-1.5">
            <div className="min-w-0">
              <p className="wrap-anywhere leading-5">{line.words}</p>
              <p className="text-muted text-sm">
                {line.by}, <RelativeTime at={line.at} />
              </p>
            </div>
            {line.undoSeq !== null && (
              <UndoButton
                pending={pending}
                onUndo={() => void act(undoAction, { articleId: claim.articleId, seq: line.undoSeq ?? 0 })}
              />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function UndoButton(props: { readonly pending: boolean; readonly onUndo: () => void }) {
  return (
    <Button variant="quiet" size="sm" pending={props.pending} onClick={props.onUndo} className="-mr-2.5">
      Undo
    </Button>
  );
}
