import type { Tx } from "@/lib/platform/db";
import type { Objection } from "@/prisma/generated/client";

/** An objection as it is kept. */
export type ObjectionRow = Objection;

/** List the objections to a claim, the newest first. */
export function listObjections(tx: Tx, claimId: string): Promise<ObjectionRow[]> {
  return tx.objection.findMany({ where: { claimId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
}

/** Find an objection to a claim of the newsroom, or null. */
export function findObjection(tx: Tx, newsroomId: string, id: string): Promise<ObjectionRow | null> {
  return tx.objection.findFirst({ where: { id, claim: { newsroomId } } });
}

/** Add an objection. */
export async function createObjection(
  tx: Tx,
  objection: Pick<ObjectionRow, "id" | "claimId" | "words" | "byId" | "at">,
): Promise<void> {
  await tx.objection.create({ data: objection });
}

/** Decide an open objection; false when somebody was quicker. */
export async function saveDecision(
  tx: Tx,
  id: string,
  decision: {
    readonly decision: string;
    readonly decisionReason: string;
    readonly decidedById: string;
    readonly decidedAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.objection.updateMany({ where: { id, decision: null }, data: decision });
  return count === 1;
}

/** Count the open objections to a claim. */
export function countOpen(tx: Tx, claimId: string): Promise<number> {
  return tx.objection.count({ where: { claimId, decision: null } });
}

/** List the open objections to standing claims of the newsroom, the oldest first. */
export function listOpen(tx: Tx, newsroomId: string) {
  return tx.objection.findMany({
    where: { decision: null, claim: { newsroomId, removedAt: null, state: { not: "dismissed" } } },
    select: { claimId: true, byId: true, words: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 300,
  });
}

/** Hand the objections to claims that were merged to the claim that stays; returns which came from where. */
export async function moveObjections(tx: Tx, from: readonly string[], to: string) {
  const rows = await tx.objection.findMany({
    where: { claimId: { in: [...from] } },
    select: { id: true, claimId: true },
  });
  await tx.objection.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { claimId: to } });
  return rows;
}

/** Give objections back to the claims they came from, [[objection, claim]]. */
export async function giveObjectionsBack(tx: Tx, pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const [id, claimId] of pairs) await tx.objection.update({ where: { id }, data: { claimId } });
}
