"use client";

import { RefreshCw } from "lucide-react";
import { useLive } from "./use-live";

/** Say quietly that others changed what this screen shows, and show it when asked. Takes its place in a line; nothing moves. */
export function LiveMark(props: { readonly asOf: string; readonly articleId?: string }) {
  const { changes, uncertain, show, showing } = useLive(props);
  const words = liveWords(changes, uncertain);
  return (
    <span role="status" className="inline-flex min-h-6 items-center whitespace-nowrap text-sm text-muted">
      {words !== "" && (
        <>
          {words}
          <span aria-hidden="true" className="px-1.5">
            ·
          </span>
          <button
            type="button"
            onClick={show}
            disabled={showing}
            className="inline-flex items-center gap-1 font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            <RefreshCw aria-hidden="true" className="size-3.5" />
            {showing ? "Showing…" : "Show"}
          </button>
        </>
      )}
    </span>
  );
}

/** Say how many changes there are; empty when there is nothing to say. */
export function liveWords(changes: number, uncertain: boolean): string {
  if (changes > 0) return `${changes.toLocaleString("en")} ${changes === 1 ? "change" : "changes"} by others`;
  return uncertain ? "There may be changes by others" : "";
}
