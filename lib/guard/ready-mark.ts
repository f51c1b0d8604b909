import { personRef } from "@/lib/claims/claim-record";
import { findNames } from "@/lib/claims/store";
import { readyFingerprint, whyNotReady } from "@/lib/core/workflow/ready";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import type { ReadyMarkView } from "./schema";
import * as store from "./store";

/** The version whose text an article has now. */
export interface CurrentVersion {
  readonly number: number;
  /** SHA-256 (hex) of its text. */
  readonly sha256: string;
}

/** Read the ready mark of an article and whether it stands now; null when there is none. */
export async function readMark(tx: Tx, articleId: string, current: CurrentVersion): Promise<ReadyMarkView | null> {
  const mark = await store.findMark(tx, articleId);
  return mark && viewMark(tx, mark, current);
}

/** Say of a ready mark whether it stands now, and if not, what came between. */
export async function viewMark(tx: Tx, mark: store.MarkRecord, current: CurrentVersion): Promise<ReadyMarkView> {
  const names = await findNames(tx, [mark.byId]);
  const now = { text: current.sha256, version: current.number, signOffs: await store.listSignOffs(tx, mark.articleId) };
  const then = { text: mark.version.sha256, version: mark.version.number, signOffs: mark.signOffs };
  const stands = readyFingerprint(now, sha256) === mark.fingerprint;
  return {
    id: mark.id,
    version: mark.version.number,
    fingerprint: mark.fingerprint,
    by: personRef(mark.byId, names),
    at: mark.at.toISOString(),
    undecided: mark.undecided,
    signOffs: mark.signOffs.length,
    stands,
    why: stands ? [] : whyNotReady(then, now),
  };
}
