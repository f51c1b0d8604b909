import type { StandingSignOff } from "@/lib/core/workflow/ready";
import type { CheckedClaim } from "@/lib/core/workflow/text-check";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

interface NewMark {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly signOffs: readonly StandingSignOff[];
  readonly undecided: number;
  readonly byId: string;
  readonly at: Date;
}

/** Keep a ready mark. */
export async function createMark(tx: Tx, { signOffs, ...mark }: NewMark): Promise<void> {
  await tx.readyMark.create({ data: { ...mark, signOffs: signOffs as unknown as Prisma.InputJsonValue } });
}

/** Find the newest ready mark of an article with its version, or null when there is none or it was withdrawn. */
export async function findMark(tx: Tx, articleId: string) {
  const mark = await tx.readyMark.findFirst({
    where: { articleId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { version: { select: { number: true, sha256: true, text: true } } },
  });
  if (!mark || mark.withdrawnAt !== null) return null;
  return { ...mark, signOffs: mark.signOffs as unknown as readonly StandingSignOff[] };
}
export type MarkRecord = NonNullable<Awaited<ReturnType<typeof findMark>>>;

/** Withdraw a ready mark; false when it was withdrawn before. */
export async function withdrawMark(tx: Tx, markId: string, byId: string, now: Date): Promise<boolean> {
  const { count } = await tx.readyMark.updateMany({
    where: { id: markId, withdrawnAt: null },
    data: { withdrawnById: byId, withdrawnAt: now },
  });
  return count === 1;
}

/** List the sign-offs that stand in an article: of each verified claim the newest that was not voided. */
export function listSignOffs(tx: Tx, articleId: string): Promise<StandingSignOff[]> {
  return tx.$queryRaw<StandingSignOff[]>`
    SELECT DISTINCT ON (c."id" COLLATE "C") c."id" AS "claimId", c."number", s."hash"
    FROM "Claim" c JOIN "SignOff" s ON s."claimId" = c."id" AND s."voidedAt" IS NULL
    WHERE c."articleId" = ${articleId} AND c."state" = 'verified' AND c."removedAt" IS NULL
    ORDER BY c."id" COLLATE "C", s."at" DESC, s."id" DESC`;
}

/** List the claims under a sign-off that stands, with their places in one version; those without a place there are left out. */
export function listCheckedClaims(tx: Tx, articleId: string, versionId: string): Promise<CheckedClaim[]> {
  return tx.$queryRaw<CheckedClaim[]>`
    SELECT c."id", c."number", c."wording", a."start", a."end"
    FROM "Claim" c JOIN "Anchor" a ON a."claimId" = c."id" AND a."versionId" = ${versionId}
    WHERE c."articleId" = ${articleId} AND c."state" = 'verified' AND c."removedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "SignOff" s WHERE s."claimId" = c."id" AND s."voidedAt" IS NULL)
    ORDER BY a."start", c."number"`;
}

/** Count the standing claims of an article that are neither verified nor dismissed. */
export function countUndecided(tx: Tx, articleId: string): Promise<number> {
  return tx.claim.count({ where: { articleId, removedAt: null, state: { notIn: ["verified", "dismissed"] } } });
}

/**
 * List the newsroom's ready marks: of each article the newest that was not withdrawn, and whether the current text and the standing
 * sign-offs are those it was said on, which is when their fingerprint is the same.
 */
export function listMarks(
  tx: Tx,
  newsroomId: string,
): Promise<{ articleId: string; version: number; stands: boolean }[]> {
  return tx.$queryRaw`
    WITH "newest" AS (
      SELECT DISTINCT ON (m."articleId") m.* FROM "ReadyMark" m JOIN "Article" a ON a."id" = m."articleId"
      WHERE a."newsroomId" = ${newsroomId} ORDER BY m."articleId", m."at" DESC, m."id" DESC)
    SELECT m."articleId", v."number" AS "version",
      v."sha256" = (SELECT "sha256" FROM "ArticleVersion" WHERE "articleId" = m."articleId" ORDER BY "number" DESC LIMIT 1)
      AND m."signOffs" = COALESCE((
        SELECT jsonb_agg(jsonb_build_object('claimId', t."id", 'number', t."number", 'hash', t."hash") ORDER BY t."id" COLLATE "C")
        FROM (
          SELECT DISTINCT ON (c."id") c."id", c."number", s."hash"
          FROM "Claim" c JOIN "SignOff" s ON s."claimId" = c."id" AND s."voidedAt" IS NULL
          WHERE c."articleId" = m."articleId" AND c."state" = 'verified' AND c."removedAt" IS NULL
          ORDER BY c."id", s."at" DESC, s."id" DESC) t), '[]'::jsonb) AS "stands"
    FROM "newest" m JOIN "ArticleVersion" v ON v."id" = m."versionId"
    WHERE m."withdrawnAt" IS NULL`;
}
