import { scored } from "@/lib/core/extraction/kept-features";
import type { Weights } from "@/lib/core/extraction/weights";
import type { Tx } from "@/lib/platform/db";
import { lockFeatures, saveScores } from "./score-store";

/** Claims scored and saved at a time: a few megabytes. */
const BATCH = 2_000;

/** Score every claim of a newsroom anew from what is kept of it; claims whose makings are not kept stay. Returns how many changed. */
export async function weighNewsroom(tx: Tx, newsroomId: string, weights: Weights): Promise<number> {
  let changed = 0;
  let after = "";
  for (;;) {
    const rows = await lockFeatures(tx, newsroomId, after, BATCH);
    const last = rows.at(-1);
    if (!last) return changed;
    changed += await saveScores(
      tx,
      rows.map(({ id, features }) => ({ id, ...scored(features, weights) })),
    );
    after = last.id;
  }
}
