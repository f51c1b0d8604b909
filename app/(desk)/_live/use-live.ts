"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useTransition } from "react";
import { type Heard, hear, NOTHING, visibleChanges } from "./changes";

/** What a screen may show about the work of others. */
export interface Live {
  /** How many commands others ran since the screen was made; 0 while nothing is new. */
  readonly changes: number;
  /** True when the connection was away for a while and something may have been missed. */
  readonly uncertain: boolean;
  /** Fetch the screen anew in place. */
  readonly show: () => void;
  /** True while the new state is on its way. */
  readonly showing: boolean;
}

/**
 * Hear of changes by others since `asOf` (ISO 8601, taken on the server before the screen's data was read), of one article or,
 * without `articleId`, of every article. Own changes are left out. Listens only while the tab can be seen, and catches up
 * when it is seen again.
 */
export function useLive({ asOf, articleId }: { readonly asOf: string; readonly articleId?: string }): Live {
  const router = useRouter();
  const [heard, setHeard] = useState<Heard>(NOTHING);
  const [showing, startTransition] = useTransition();

  useEffect(() => {
    setHeard(NOTHING);
    return listenWhileVisible(asOf, (message) => setHeard((before) => hear(before, message)));
  }, [asOf]);

  const show = useCallback(() => startTransition(() => router.refresh()), [router]);
  return { changes: visibleChanges(heard, articleId ?? null), uncertain: heard.gap, show, showing };
}

type Message = Parameters<typeof hear>[1];

function listenWhileVisible(asOf: string, tell: (message: Message) => void): () => void {
  let source: EventSource | null = null;
  let ended = false;
  const open = () => {
    if (ended || source !== null) return;
    source = new EventSource(`/api/live?since=${encodeURIComponent(asOf)}`);
    source.onmessage = ({ data }) => tell({ type: "news", data: String(data) });
    source.addEventListener("gap", () => tell({ type: "gap" }));
    source.addEventListener("end", () => {
      ended = true;
      close();
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const look = () => (document.visibilityState === "visible" ? open() : close());
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    close();
  };
}
