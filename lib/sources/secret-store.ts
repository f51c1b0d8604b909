import { may, type Role } from "@/lib/core/policy/policy";
import type { Tx } from "@/lib/platform/db";
import { type Hidden, hiddenFrom, NOTHING_HIDDEN, type SecretContact, type SecretSource } from "./concealing";

/** Read a newsroom's secret sources with who wrote on them. */
export function listSecrets(tx: Tx, newsroomId: string): Promise<SecretSource[]> {
  return tx.source.findMany({
    where: { newsroomId, confidentiality: "secret" },
    select: {
      id: true,
      createdById: true,
      notes: { select: { id: true, authorId: true } },
      snapshots: { select: { id: true } },
    },
  });
}

/** Read a newsroom's secret contacts with who logged them, removed ones too: the ledger keeps their words. */
export function listSecretContacts(tx: Tx, newsroomId: string): Promise<SecretContact[]> {
  return tx.contact.findMany({
    where: { confidentiality: "secret", claim: { newsroomId } },
    select: { id: true, byId: true },
  });
}

/** Read what is hidden from a member of a newsroom, or from a token. Whoever may see secret sources costs no reading. */
export async function readHidden(
  tx: Tx,
  reader: { readonly newsroomId: string; readonly userId: string; readonly role: Role },
): Promise<Hidden> {
  if (may(reader.role, "source.secret")) return NOTHING_HIDDEN;
  const { newsroomId } = reader;
  return hiddenFrom(reader, await listSecrets(tx, newsroomId), await listSecretContacts(tx, newsroomId));
}
