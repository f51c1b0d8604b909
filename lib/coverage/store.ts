import type { FactSentence } from "@/lib/core/coverage/fact-sentences";
import type { Decisions, PlacedClaim } from "@/lib/core/coverage/stretches";
import type { Span } from "@/lib/core/text/span";
import type { Tx } from "@/lib/platform/db";

/** Keep the facts that a reading found in a version; `dated` tells whether the article had a date then. Replaces an older reading. */
export async function keepFacts(
  tx: Tx,
  versionId: string,
  dated: boolean,
  sentences: readonly FactSentence[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "VersionFacts" ("versionId", "dated", "sentences")
    VALUES (${versionId}, ${dated}, ${JSON.stringify(sentences)}::jsonb)
    ON CONFLICT ("versionId") DO UPDATE SET "dated" = EXCLUDED."dated", "sentences" = EXCLUDED."sentences"`;
}

/** The kept facts of a version. */
export interface KeptFacts {
  readonly versionId: string;
  readonly dated: boolean;
  readonly sentences: readonly FactSentence[];
}

/** Find the kept facts of versions; a version that was not read since they are kept has none. */
export function listFacts(tx: Tx, versionIds: readonly string[]): Promise<KeptFacts[]> {
  return tx.$queryRaw<KeptFacts[]>`
    SELECT "versionId", "dated", "sentences" FROM "VersionFacts" WHERE "versionId" = ANY(${[...versionIds]}::text[])`;
}

/** List what was decided about versions: the standing claims with a place in them, and the dismissed facts. */
export async function listDecisions(tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, Decisions>> {
  const ids = [...versionIds];
  const claims = await tx.$queryRaw<(PlacedClaim & { readonly versionId: string })[]>`
    SELECT a."versionId", a."start", a."end", c."state"::text AS "state"
    FROM "Anchor" a JOIN "Claim" c ON c."id" = a."claimId"
    WHERE a."versionId" = ANY(${ids}::text[]) AND c."removedAt" IS NULL`;
  const dismissed = await tx.dismissedFact.findMany({
    where: { versionId: { in: ids } },
    select: { versionId: true, start: true, end: true },
  });
  const found = new Map(ids.map((id) => [id, { claims: [] as PlacedClaim[], dismissedFacts: [] as Span[] }]));
  for (const { versionId, ...claim } of claims) found.get(versionId)?.claims.push(claim);
  for (const { versionId, ...fact } of dismissed) found.get(versionId)?.dismissedFacts.push(fact);
  return found;
}

/** Which text and which point of its history an article stands at. */
export interface Stamp {
  readonly articleId: string;
  readonly versionId: string;
  readonly dated: boolean;
  /** The last entry of the article's ledger. */
  readonly seq: number;
}

/** List where each of these articles of the newsroom stands. */
export function listStamps(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<Stamp[]> {
  return tx.$queryRaw<Stamp[]>`
    SELECT a."id" AS "articleId", v."id" AS "versionId", a."publishedOn" IS NOT NULL AS "dated",
      COALESCE(h."seq", 0)::int AS "seq"
    FROM "Article" a
    JOIN LATERAL (
      SELECT "id" FROM "ArticleVersion" WHERE "articleId" = a."id" ORDER BY "number" DESC LIMIT 1
    ) v ON true
    LEFT JOIN "LedgerHead" h ON h."chain" = 'article:' || a."id"
    WHERE a."newsroomId" = ${newsroomId} AND a."id" = ANY(${[...articleIds]}::text[])`;
}

/** A dismissed fact as it is kept. */
export interface DismissalRow extends Span {
  readonly id: string;
  readonly versionId: string;
  readonly text: string;
  readonly reason: string;
  readonly note: string;
  readonly byId: string;
  readonly at: Date;
}

/** List the dismissed facts of a version, in order of place. */
export function listDismissals(tx: Tx, versionId: string): Promise<DismissalRow[]> {
  return tx.dismissedFact.findMany({ where: { versionId }, orderBy: [{ start: "asc" }, { end: "desc" }] });
}

/** Add dismissed facts; one that is dismissed already gets the new reason. */
export async function saveDismissals(tx: Tx, rows: readonly DismissalRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "DismissedFact" ("id", "versionId", "start", "end", "text", "reason", "note", "byId", "at")
    SELECT "id", "versionId", "start", "end", "text", "reason", "note", "byId", "at"
    FROM jsonb_populate_recordset(NULL::"DismissedFact", ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT ("versionId", "start", "end")
    DO UPDATE SET "reason" = EXCLUDED."reason", "note" = EXCLUDED."note", "byId" = EXCLUDED."byId", "at" = EXCLUDED."at"`;
}

/** Take dismissed facts of a version away. */
export async function deleteDismissals(tx: Tx, versionId: string, ids: readonly string[]): Promise<void> {
  await tx.dismissedFact.deleteMany({ where: { versionId, id: { in: [...ids] } } });
}

/** Find the current version of an article of the newsroom, or null. */
export function findCurrentVersion(tx: Tx, newsroomId: string, articleId: string) {
  return tx.articleVersion.findFirst({
    where: { articleId, article: { newsroomId } },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
}
