import { pageWords } from "@/lib/core/evidence/document";
import type { Tx } from "@/lib/platform/db";
import type { Hidden } from "@/lib/sources/concealing";
import type { QuoteStanding } from "./schema";
import * as store from "./store";

/** Make what is shown of a quote. */
export function standingView(row: store.StandingRow): QuoteStanding {
  const { noteId, snapshotId, sourceId, outcome, changes, look, at, origin, failure, mediaType, page } = row;
  const label = page === null ? "" : pageWords(mediaType, page);
  return { noteId, snapshotId, sourceId, outcome, changes, page: label, at: at.toISOString(), origin, failure, look };
}

/** Tell for each note where its quote stands: what asks for a look first, then where it is found, then the newest copy. */
export async function readStanding(tx: Tx, noteIds: readonly string[], hidden: Hidden): Promise<QuoteStanding[]> {
  const rows = await store.listStanding(
    tx,
    noteIds.filter((id) => !hidden.notes.has(id)),
  );
  const best = new Map<string, store.StandingRow>();
  for (const row of rows) {
    const other = best.get(row.noteId);
    if (!other || weight(row) > weight(other) || (weight(row) === weight(other) && row.at > other.at)) {
      best.set(row.noteId, row);
    }
  }
  return [...best.values()].map(standingView);
}

const weight = ({ look, outcome }: store.StandingRow): number => (look ? 2 : outcome === "gone" ? 0 : 1);
