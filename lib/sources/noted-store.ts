import type { Tx } from "@/lib/platform/db";
import type { NotedRow } from "./noted";

/** Read sources of a newsroom with what their newest finished snapshots say of their story. */
export function listNoted(tx: Tx, newsroomId: string, sourceIds: readonly string[]): Promise<NotedRow[]> {
  return tx.$queryRaw<NotedRow[]>`
    SELECT s."id", s."medium"::text AS "medium", s."kind"::text AS "kind", s."publisher", s."url", s."date",
      COALESCE(n."finalUrl", '') AS "finalUrl", COALESCE(n."about"->>'canonicalUrl', '') AS "canonicalUrl",
      COALESCE(n."about"->>'publishedOn', '') AS "publishedOn", COALESCE(n."sha256", '') AS "file",
      COALESCE(n."wire", '') AS "wire", COALESCE(n."signature", '[]'::jsonb) AS "signature"
    FROM "Source" s
    LEFT JOIN LATERAL (
      SELECT * FROM "Snapshot" t WHERE t."sourceId" = s."id" AND t."state" = 'done'
      ORDER BY t."doneAt" DESC NULLS LAST, t."requestedAt" DESC, t."id" DESC LIMIT 1
    ) n ON true
    WHERE s."newsroomId" = ${newsroomId} AND s."id" = ANY(${[...sourceIds]}::text[])`;
}
