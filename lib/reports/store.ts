import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** Read an article of a newsroom with its current (highest) version and the newsroom's rules; null when it is not there. */
export function findArticle(tx: Tx, newsroomId: string, articleId: string) {
  return tx.article.findFirst({
    where: { id: articleId, newsroomId },
    include: { newsroom: true, versions: { orderBy: { number: "desc" }, take: 1 } },
  });
}

const claimParts = (versionId: string) =>
  ({
    // A sign-off that was carried to this version speaks of the words of the one it was given on.
    anchors: { where: { OR: [{ versionId }, { version: { signOffs: { some: { voidedAt: null } } } }] } },
    facts: { where: { versionId }, orderBy: [{ start: "asc" }, { id: "asc" }] },
    notes: {
      where: { removedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { source: true },
    },
    signOffs: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { version: { select: { number: true } } } },
  }) as const satisfies Prisma.ClaimInclude;

/** A claim with everything a report says of it. */
export type ClaimRecord = Prisma.ClaimGetPayload<{ include: ReturnType<typeof claimParts> }>;

/** Read the standing claims of an article with their places and facts in one version and their places where sign-offs were given, by number. */
export function listClaims(tx: Tx, newsroomId: string, articleId: string, versionId: string): Promise<ClaimRecord[]> {
  return tx.claim.findMany({
    where: { newsroomId, articleId, removedAt: null },
    orderBy: { number: "asc" },
    include: claimParts(versionId),
  });
}

/** Read the names of people, also of those who left the newsroom. */
export async function listNames(tx: Tx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Read when the last entry of a chain was written; null for a chain without entries. */
export async function lastEntryAt(tx: Tx, chain: string): Promise<Date | null> {
  const last = await tx.ledgerEntry.findFirst({ where: { chain }, orderBy: { seq: "desc" }, select: { at: true } });
  return last?.at ?? null;
}

/** Who dismissed a claim, and when (ISO 8601). */
export interface Dismissal {
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

/** Read from an article's ledger who last dismissed each of its claims; entries list what they did to each under `changes`. */
export async function listDismissals(tx: Tx, chain: string): Promise<ReadonlyMap<string, Dismissal>> {
  const rows = await tx.$queryRaw<{ claimId: string; actorId: string | null; actorName: string; at: Date }[]>`
    SELECT DISTINCT ON ("change"->>'claimId') "change"->>'claimId' AS "claimId", "actorId", "actorName", "at"
    FROM "LedgerEntry"
    CROSS JOIN LATERAL jsonb_path_query("data", '$.changes[*] ? (@.after.state == "dismissed")') AS "change"
    WHERE "chain" = ${chain}
    ORDER BY "change"->>'claimId', "seq" DESC`;
  return new Map(
    rows.map(({ claimId, actorId, actorName, at }) => {
      const by = actorId === null ? null : { id: actorId, name: actorName };
      return [claimId, { by, at: at.toISOString() }];
    }),
  );
}
