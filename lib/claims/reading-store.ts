import type { ClaimKind } from "@/lib/core/extraction/types";
import type { Value } from "@/lib/core/values/value";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { Tx } from "@/lib/platform/db";

/** A claim with its place in a version and what people did with it; one that was taken away, too. */
export interface KeptRow {
  readonly id: string;
  readonly number: number;
  readonly rev: number;
  readonly state: ClaimState;
  readonly origin: "machine" | "person";
  readonly kind: ClaimKind;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly viaName: string;
  readonly removed: boolean;
  readonly touched: boolean;
  readonly start: number;
  readonly end: number;
  readonly facts: readonly {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly name: string;
    readonly title: string;
    readonly value: Value | null;
  }[];
}

/**
 * List the claims that have a place in a version, in the order of their numbers. People touched a claim when it holds
 * something of theirs, or when any entry of the ledger but a reading, the undo of one, or a new version changed it.
 */
export function listKept(tx: Tx, newsroomId: string, articleId: string, versionId: string): Promise<KeptRow[]> {
  return tx.$queryRaw<KeptRow[]>`
    WITH "corrected" AS (
      SELECT DISTINCT change->>'claimId' AS "id"
      FROM "LedgerEntry" e CROSS JOIN LATERAL jsonb_array_elements(e."data"->'changes') AS change
      WHERE e."chain" = ${`article:${articleId}`} AND jsonb_typeof(e."data"->'changes') = 'array'
        AND e."command" NOT IN ('claim.takeReading', 'article.revise')
        AND NOT (e."command" = 'claim.undo' AND e."data"->'undone'->>'command' = 'claim.takeReading')
    )
    SELECT c."id", c."number", c."rev", c."state"::text AS "state", c."origin"::text AS "origin", c."kind", c."wording",
      c."speakerName", c."speakerTitle", c."viaName", c."removedAt" IS NOT NULL AS "removed", n."start", n."end",
      (d."id" IS NOT NULL OR c."assigneeId" IS NOT NULL OR c."priority" <> 0 OR c."dueOn" IS NOT NULL
        OR c."verdict" IS NOT NULL OR f."ticked" > 0
        OR EXISTS (SELECT 1 FROM "SourceNote" s WHERE s."claimId" = c."id")) AS "touched",
      COALESCE(f."all", '[]'::jsonb) AS "facts"
    FROM "Claim" c
    JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = ${versionId}
    LEFT JOIN "corrected" d ON d."id" = c."id"
    LEFT JOIN LATERAL (
      SELECT count(f."tickedAt") AS "ticked", jsonb_agg(jsonb_build_object('type', f."type", 'start', f."start",
        'end', f."end", 'text', f."text", 'name', f."name", 'title', f."title", 'value', f."value")) AS "all"
      FROM "Fact" f WHERE f."claimId" = c."id" AND f."versionId" = ${versionId}
    ) f ON true
    WHERE c."newsroomId" = ${newsroomId} AND c."articleId" = ${articleId}
    ORDER BY c."number"`;
}
