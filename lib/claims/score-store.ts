import type { CheckWorthiness } from "@/lib/core/extraction/checkworthiness";
import type { Feature } from "@/lib/core/extraction/types";
import type { Weights } from "@/lib/core/extraction/weights";
import type { Tx } from "@/lib/platform/db";

/** Read the weights that a newsroom turned. */
export async function readWeights(tx: Tx, newsroomId: string): Promise<Weights> {
  const [row] = await tx.$queryRaw<{ weights: Weights }[]>`SELECT "weights" FROM "Newsroom" WHERE "id" = ${newsroomId}`;
  return row?.weights ?? {};
}

/** Read the weights and keep others from saving new ones until the transaction ends: for who adds claims scored by them. */
export async function holdWeights(tx: Tx, newsroomId: string): Promise<Weights> {
  const [row] = await tx.$queryRaw<{ weights: Weights }[]>`
    SELECT "weights" FROM "Newsroom" WHERE "id" = ${newsroomId} FOR SHARE`;
  return row?.weights ?? {};
}

/** A claim with what its score is made of. */
export interface ScoreRow {
  readonly id: string;
  readonly features: readonly Feature[];
}

/** Return the next claims behind the id `after` whose makings are kept, in the order of ids, locked until the transaction ends. */
export function lockFeatures(tx: Tx, newsroomId: string, after: string, limit: number): Promise<ScoreRow[]> {
  return tx.$queryRaw<ScoreRow[]>`
    SELECT "id", "features" FROM "Claim"
    WHERE "newsroomId" = ${newsroomId} AND "id" > ${after} AND "features" IS NOT NULL
    ORDER BY "id" LIMIT ${limit} FOR NO KEY UPDATE`;
}

/** Save new scores and reasons where they differ; revs stay, for nothing that anybody signed changes. Returns how many differed. */
export function saveScores(
  tx: Tx,
  rows: readonly (Pick<CheckWorthiness, "score" | "reasons"> & { readonly id: string })[],
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Claim" c SET "score" = r."score", "reasons" = r."reasons"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "score" float8, "reasons" jsonb)
    WHERE c."id" = r."id" AND (c."score" <> r."score" OR c."reasons" <> r."reasons")`;
}

/** Count the standing claims whose score can't be made anew, because what it is made of was not kept. */
export async function countUnweighed(tx: Tx, newsroomId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Claim"
    WHERE "newsroomId" = ${newsroomId} AND "removedAt" IS NULL AND "features" IS NULL`;
  return row?.count ?? 0;
}

/** List a newsroom's articles, the one changed last first. */
export function listTitles(tx: Tx, newsroomId: string, limit: number) {
  return tx.article.findMany({
    where: { newsroomId },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: limit,
    select: { id: true, title: true },
  });
}

/** A claim to show how weights order an article. */
export interface StrengthRow {
  readonly id: string;
  readonly number: number;
  readonly wording: string;
  readonly score: number;
  readonly features: readonly Feature[] | null;
}

/** Return the strongest standing claims of an article that nobody dismissed. */
export function listStrongest(tx: Tx, newsroomId: string, articleId: string, limit: number): Promise<StrengthRow[]> {
  return tx.$queryRaw<StrengthRow[]>`
    SELECT "id", "number", left("wording", 300) AS "wording", "score", "features" FROM "Claim"
    WHERE "newsroomId" = ${newsroomId} AND "articleId" = ${articleId} AND "removedAt" IS NULL AND "state" <> 'dismissed'
    ORDER BY "score" DESC, "number" LIMIT ${limit}`;
}
