import { may, type Role } from "@/lib/core/policy/policy";
import type { Tx } from "@/lib/platform/db";
import { type Hidden, hiddenFrom, NOTHING_HIDDEN, type SecretSource } from "./concealing";

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

/** Read what is hidden from a member of a newsroom, or from a token. Whoever may see secret sources costs no reading. */
export async function readHidden(
  tx: Tx,
  reader: { readonly newsroomId: string; readonly userId: string; readonly role: Role },
): Promise<Hidden> {
  if (may(reader.role, "source.secret")) return NOTHING_HIDDEN;
  return hiddenFrom(reader, await listSecrets(tx, reader.newsroomId));
}
