import type { ExportView } from "@/lib/exports/schema";

/** What was last heard of an export, and why nothing more is. */
export interface Followed {
  readonly shown: ExportView | null;
  readonly failure: string;
}

/** Milliseconds between two questions: short at first, as most documents are written at once. */
const PACE = [250, 250, 500, 500, 1_000, 1_000, 2_000];

/** Ask how far an export has come until it is done or failed; `tell` hears each answer. Returns what ends the asking. */
export function follow(id: string, tell: (followed: Followed) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  let asked = 0;
  const ask = async () => {
    const followed = await once(id);
    if (ended) return;
    tell(followed);
    const isOpen = followed.shown?.state === "waiting" || followed.shown?.state === "working";
    if (isOpen || (followed.shown === null && followed.failure === "")) {
      timer = setTimeout(() => void ask(), PACE[Math.min(asked++, PACE.length - 1)]);
    }
  };
  void ask();
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
  };
}

/** A server that is away for a moment is asked again; what it refuses in a sentence is the end. */
async function once(id: string): Promise<Followed> {
  try {
    const response = await fetch(`/api/exports/${encodeURIComponent(id)}`, { cache: "no-store" });
    if (response.ok) {
      const shown: ExportView = await response.json();
      return { shown, failure: "" };
    }
    return { shown: null, failure: response.status >= 500 ? "" : (await response.text()).trim() };
  } catch {
    return { shown: null, failure: "" };
  }
}
