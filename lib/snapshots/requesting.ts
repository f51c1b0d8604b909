import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/command";
import * as store from "./store";

/** A source that can be fetched. */
interface Fetchable {
  readonly id: string;
  readonly url: string;
}

/** Ask for a copy of a source; the one that is under way already is not asked for twice. Returns its id, and whether it is new. */
export async function requestSnapshot(
  { tx, actor, now, newId }: Context<Actor>,
  { id: sourceId, url }: Fetchable,
): Promise<{ readonly snapshotId: string; readonly requested: boolean }> {
  await store.lockSourceOf(tx, sourceId);
  const underWay = await store.findUnderWay(tx, sourceId);
  if (underWay) return { snapshotId: underWay.id, requested: false };
  const snapshotId = newId();
  const { newsroomId, userId } = actor;
  await store.createWaiting(tx, { id: snapshotId, newsroomId, sourceId, url, requestedById: userId }, now);
  return { snapshotId, requested: true };
}

/**
 * Ask for the first copy of a source that was just added. Nobody is asked about a secret one: the server would learn that a newsroom
 * takes an interest. Somebody who knows it can have it fetched.
 */
export async function requestFirst(
  context: Context<Actor>,
  source: Fetchable & { readonly confidentiality: string },
): Promise<void> {
  if (source.url !== "" && source.confidentiality !== "secret") await requestSnapshot(context, source);
}
