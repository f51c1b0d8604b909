import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/command";
import * as store from "./store";
import { bareHost, canonicalAddress } from "./web-address";

/** Which source a description means, and whether it had to be added. */
export interface FoundSource {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly created: boolean;
}

/** Find the newsroom's source that a description means (same address; without one, same title, publisher and medium), or add it. */
export async function findOrAddSource(context: Context<Actor>, fields: store.SourceFields): Promise<FoundSource> {
  const { tx, actor, now, newId } = context;
  const { newsroomId, userId } = actor;
  await store.lockSources(tx, newsroomId);
  const known =
    fields.url === "" ? await store.findByTitle(tx, newsroomId, fields) : await byAddress(context, fields.url);
  if (known) return { id: known.id, rev: known.rev, title: known.title, created: false };
  const id = newId();
  await store.createSource(tx, { ...fields, id, newsroomId, createdById: userId }, now);
  return { id, rev: 1, title: fields.title, created: true };
}

async function byAddress({ tx, actor }: Context<Actor>, url: string) {
  const wanted = canonicalAddress(url);
  const candidates = await store.listByHost(tx, actor.newsroomId, bareHost(url) ?? url);
  return candidates.find((source) => canonicalAddress(source.url) === wanted) ?? null;
}
