import type { Tx } from "@/lib/platform/db";
import type { Contact } from "@/prisma/generated/client";
import type { ContactFields } from "./schema";

/** A contact as it is kept. */
export type ContactRow = Contact;

/** List the standing contacts of a claim, the newest first. */
export function listContacts(tx: Tx, claimId: string): Promise<ContactRow[]> {
  return tx.contact.findMany({
    where: { claimId, removedAt: null },
    orderBy: [{ askedOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
}

/** Find a standing contact on a claim of the newsroom, or null. */
export function findContact(tx: Tx, newsroomId: string, id: string): Promise<ContactRow | null> {
  return tx.contact.findFirst({ where: { id, removedAt: null, claim: { newsroomId } } });
}

/** Add a contact. */
export async function createContact(
  tx: Tx,
  contact: ContactFields & { readonly id: string; readonly claimId: string; readonly byId: string },
  now: Date,
): Promise<void> {
  await tx.contact.create({ data: { ...contact, createdAt: now, updatedAt: now } });
}

/** Save changes over `before` as its next rev; false when somebody was quicker. */
export async function saveContact(
  tx: Tx,
  { id, rev }: Pick<ContactRow, "id" | "rev">,
  changes: Partial<ContactFields>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.contact.updateMany({
    where: { id, rev, removedAt: null },
    data: { ...changes, rev: rev + 1, updatedAt: now },
  });
  return count === 1;
}

/** Take a contact away; its words stay in the database and the ledger. False when somebody was quicker. */
export async function removeContact(tx: Tx, { id, rev }: Pick<ContactRow, "id" | "rev">, now: Date): Promise<boolean> {
  const { count } = await tx.contact.updateMany({
    where: { id, rev, removedAt: null },
    data: { removedAt: now, rev: rev + 1, updatedAt: now },
  });
  return count === 1;
}

/** A question whose deadline has passed without an answer. */
export interface OverdueContact {
  readonly claimId: string;
  readonly person: string;
  readonly deadline: string;
}

/** List whom a person asked and has no answer from although the deadline has passed on `today` (ISO date), the oldest first. */
export async function listOverdue(tx: Tx, newsroomId: string, byId: string, today: string): Promise<OverdueContact[]> {
  const rows = await tx.contact.findMany({
    where: {
      byId,
      outcome: "waiting",
      deadline: { lt: today },
      removedAt: null,
      claim: { newsroomId, removedAt: null, state: { not: "dismissed" } },
    },
    select: { claimId: true, person: true, deadline: true },
    orderBy: [{ deadline: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.flatMap(({ deadline, ...row }) => (deadline === null ? [] : [{ ...row, deadline }]));
}

/** Hand the contacts of claims that were merged to the claim that stays; returns which came from where. */
export async function moveContacts(tx: Tx, from: readonly string[], to: string) {
  const rows = await tx.contact.findMany({
    where: { claimId: { in: [...from] } },
    select: { id: true, claimId: true },
  });
  await tx.contact.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { claimId: to } });
  return rows;
}

/** Give contacts back to the claims they came from, [[contact, claim]]. */
export async function giveContactsBack(tx: Tx, pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const [id, claimId] of pairs) await tx.contact.update({ where: { id }, data: { claimId } });
}
