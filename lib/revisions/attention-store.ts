import type { Tx } from "@/lib/platform/db";
import type { GlanceView, UnplacedView } from "./schema";

/** List the standing claims of an article that have no place in the version `versionId`, in the order of their last places. */
export function listUnplaced(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  versionId: string,
): Promise<UnplacedView[]> {
  return tx.$queryRaw<UnplacedView[]>`
    SELECT c."id" AS "claimId", c."rev", c."number", c."state"::text AS "state", c."wording", n."exact",
      n."number" AS "lastVersion", COALESCE(f."outcome" = 'ambiguous', false) AS "ambiguous"
    FROM "Claim" c
    JOIN LATERAL (
      SELECT n."exact", n."start", v."number" FROM "Anchor" n JOIN "ArticleVersion" v ON v."id" = n."versionId"
      WHERE n."claimId" = c."id" ORDER BY v."number" DESC LIMIT 1
    ) n ON true
    LEFT JOIN LATERAL (
      SELECT f."outcome" FROM "Fate" f JOIN "ArticleVersion" v ON v."id" = f."versionId"
      WHERE f."claimId" = c."id" ORDER BY v."number" DESC LIMIT 1
    ) f ON true
    WHERE c."newsroomId" = ${newsroomId} AND c."articleId" = ${articleId} AND c."removedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Anchor" a WHERE a."claimId" = c."id" AND a."versionId" = ${versionId})
    ORDER BY n."start", c."number"`;
}

/**
 * List the glances that wait in an article, in the order of the text. A glance that waits since an earlier version compares with the
 * words before that one.
 */
export function listWaitingGlances(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  versionId: string,
): Promise<GlanceView[]> {
  return tx.$queryRaw<GlanceView[]>`
    SELECT c."id" AS "claimId", c."rev", c."number", b."exact" AS "before", n."exact" AS "after"
    FROM "Claim" c
    JOIN LATERAL (
      SELECT v."number" FROM "Fate" f JOIN "ArticleVersion" v ON v."id" = f."versionId"
      WHERE f."claimId" = c."id" AND f."glance" AND f."glancedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "SignOff" s JOIN "ArticleVersion" g ON g."id" = s."versionId"
        WHERE s."claimId" = c."id" AND s."voidedAt" IS NULL AND g."number" < v."number")
      ORDER BY v."number" LIMIT 1
    ) f ON true
    JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = ${versionId}
    JOIN LATERAL (
      SELECT b."exact" FROM "Anchor" b JOIN "ArticleVersion" v ON v."id" = b."versionId"
      WHERE b."claimId" = c."id" AND v."number" < f."number" ORDER BY v."number" DESC LIMIT 1
    ) b ON true
    WHERE c."newsroomId" = ${newsroomId} AND c."articleId" = ${articleId} AND c."removedAt" IS NULL
    ORDER BY n."start", c."number"`;
}
