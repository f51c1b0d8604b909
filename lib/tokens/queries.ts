import { personRef } from "@/lib/claims/claim-record";
import { findNames } from "@/lib/claims/store";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { TokenView } from "./schema";
import * as store from "./store";

/** Load the newsroom's tokens, the newest first. */
export async function loadTokens(actor: Actor): Promise<TokenView[]> {
  authorize(actor, "settings.manage");
  const tokens = await store.listTokens(db(), actor.newsroomId);
  const names = await findNames(
    db(),
    tokens.map(({ createdById }) => createdById),
  );
  return tokens.map(({ id, name, createdById, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdBy: personRef(createdById, names),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
