import type { Change } from "@/lib/core/anchoring/changes";
import type { Outcome } from "@/lib/core/anchoring/relocate";
import type { FactType, Feature, Reason } from "@/lib/core/extraction/types";
import type { Span } from "@/lib/core/text/span";
import type { Value } from "@/lib/core/values/value";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { Tx } from "@/lib/platform/db";
import { insertRows } from "@/lib/platform/insert-rows";
import { Prisma } from "@/prisma/generated/client";

/** Find an article of the newsroom with its current version and text, or null. */
export async function findArticle(tx: Tx, newsroomId: string, articleId: string) {
  const article = await tx.article.findFirst({
    where: { id: articleId, newsroomId },
    select: {
      id: true,
      newsroomId: true,
      title: true,
      byline: true,
      publisher: true,
      publishedOn: true,
      language: true,
      newsroom: { select: { rewordedKeepsSignOff: true } },
      versions: { orderBy: { number: "desc" }, take: 1 },
    },
  });
  const version = article?.versions[0];
  return article && version ? { ...article, version } : null;
}

/** An article with its current version. */
export type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>;

/** Count the article as changed now. */
export async function touchArticle(tx: Tx, articleId: string, now: Date): Promise<void> {
  await tx.article.update({ where: { id: articleId }, data: { updatedAt: now } });
}

/** A standing claim with its last place, as a new version has to know it. */
export interface StandingRow extends Span {
  readonly id: string;
  readonly number: number;
  readonly rev: number;
  readonly state: ClaimState;
  readonly origin: "machine" | "person";
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly stateNote: string;
  readonly dismissReason: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  /** Whether anybody worked on it. */
  readonly touched: boolean;
  readonly signed: boolean;
  readonly versionId: string;
  readonly exact: string;
}

/** List the standing claims of an article with their last places, in the order of the text. */
export function listStanding(tx: Tx, newsroomId: string, articleId: string): Promise<StandingRow[]> {
  return tx.$queryRaw<StandingRow[]>`
    SELECT c."id", c."number", c."rev", c."state"::text AS "state", c."origin"::text AS "origin", c."wording",
      c."speakerName", c."speakerTitle", c."stateNote", c."dismissReason", c."assigneeId", u."name" AS "assigneeName",
      (c."origin" = 'person' OR c."assigneeId" IS NOT NULL OR c."verdict" IS NOT NULL OR c."priority" <> 0
        OR c."dueOn" IS NOT NULL
        OR EXISTS (SELECT 1 FROM "SourceNote" s WHERE s."claimId" = c."id")
        OR EXISTS (SELECT 1 FROM "Fact" f WHERE f."claimId" = c."id" AND f."tickedAt" IS NOT NULL)) AS "touched",
      EXISTS (SELECT 1 FROM "SignOff" s WHERE s."claimId" = c."id" AND s."voidedAt" IS NULL) AS "signed",
      n."versionId", n."start", n."end", n."exact"
    FROM "Claim" c
    JOIN LATERAL (
      SELECT n.* FROM "Anchor" n JOIN "ArticleVersion" v ON v."id" = n."versionId"
      WHERE n."claimId" = c."id" ORDER BY v."number" DESC LIMIT 1
    ) n ON true
    LEFT JOIN "User" u ON u."id" = c."assigneeId"
    WHERE c."newsroomId" = ${newsroomId} AND c."articleId" = ${articleId} AND c."removedAt" IS NULL
    ORDER BY n."start", n."end" DESC, c."number"`;
}

/** Keep others from changing the standing claims of an article until the transaction ends; returns how many there are. */
export async function lockStanding(tx: Tx, newsroomId: string, articleId: string): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Claim"
    WHERE "newsroomId" = ${newsroomId} AND "articleId" = ${articleId} AND "removedAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`;
  return rows.length;
}

/** Count the standing claims of an article. */
export function countStanding(tx: Tx, newsroomId: string, articleId: string): Promise<number> {
  return tx.claim.count({ where: { newsroomId, articleId, removedAt: null } });
}

/** Read the texts of versions by their ids. */
export async function findTexts(tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.articleVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Return the next free number in the margin of an article. */
export async function nextNumber(tx: Tx, articleId: string): Promise<number> {
  const { _max } = await tx.claim.aggregate({ where: { articleId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** A fact of a claim in the version that is replaced. */
export interface FactRow extends Span {
  readonly claimId: string;
  readonly versionId: string;
  readonly type: FactType;
  readonly text: string;
  readonly name: string;
  readonly title: string;
  readonly value: Value | null;
  readonly tickedById: string | null;
  readonly tickedAt: Date | null;
}

/** List the facts that standing claims have in these versions. */
export function listFacts(tx: Tx, articleId: string, versionIds: readonly string[]): Promise<FactRow[]> {
  return tx.$queryRaw<FactRow[]>`
    SELECT f."claimId", f."versionId", f."type", f."start", f."end", f."text", f."name", f."title", f."value",
      f."tickedById", f."tickedAt"
    FROM "Fact" f JOIN "Claim" c ON c."id" = f."claimId"
    WHERE c."articleId" = ${articleId} AND c."removedAt" IS NULL AND f."versionId" = ANY(${[...versionIds]}::text[])
    ORDER BY f."claimId", f."start", f."end" DESC`;
}

/** A claim's place in the new version. */
export interface AnchorRow extends Span {
  readonly id: string;
  readonly claimId: string;
  readonly versionId: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A fact in the new version. */
export interface NewFactRow extends FactRow {
  readonly id: string;
}

/** What the new version does to a claim. */
export interface FateRow {
  readonly claimId: string;
  readonly versionId: string;
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
  readonly glance: boolean;
}

/** Rows of a new version: the places and facts of its claims, and what became of those whose words changed. */
export async function createPlaces(
  tx: Tx,
  rows: {
    readonly anchors: readonly AnchorRow[];
    readonly facts: readonly NewFactRow[];
    readonly fates: readonly FateRow[];
  },
): Promise<void> {
  await insertRows(tx, "Anchor", rows.anchors);
  await insertRows(tx, "Fact", rows.facts);
  await insertRows(tx, "Fate", rows.fates);
}

/** What a new version writes into a claim. */
export interface ClaimPatch {
  readonly id: string;
  readonly state: ClaimState;
  readonly stateNote: string;
  readonly dismissReason: string | null;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  /** What the score is made of now; null where it stays. */
  readonly score: number | null;
  readonly reasons: readonly Reason[] | null;
  readonly features: readonly Feature[] | null;
  readonly removed: boolean;
}

/** Save the claims that a new version changed, each as its next rev. */
export async function saveClaims(tx: Tx, patches: readonly ClaimPatch[], now: Date): Promise<void> {
  if (patches.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Claim" c SET "rev" = c."rev" + 1, "updatedAt" = ${now}, "state" = r."state"::"ClaimState",
      "stateNote" = r."stateNote", "dismissReason" = r."dismissReason", "wording" = r."wording",
      "speakerName" = r."speakerName", "speakerTitle" = r."speakerTitle", "score" = COALESCE(r."score", c."score"),
      "reasons" = COALESCE(r."reasons", c."reasons"), "features" = COALESCE(r."features", c."features"), "removedAt" = CASE WHEN r."removed" THEN ${now}::timestamptz ELSE c."removedAt" END
    FROM jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) AS r("id" text, "state" text, "stateNote" text,
      "dismissReason" text, "wording" text, "speakerName" text, "speakerTitle" text, "score" float8, "reasons" jsonb,
      "features" jsonb, "removed" boolean)
    WHERE c."id" = r."id"`;
}

/** Void the standing sign-offs of claims, each with its reason in words. */
export async function voidSignOffs(
  tx: Tx,
  voids: readonly { readonly claimId: string; readonly reason: string }[],
  now: Date,
): Promise<void> {
  if (voids.length === 0) return;
  await tx.$executeRaw`
    UPDATE "SignOff" s SET "voidedAt" = ${now}, "voidReason" = r."reason"
    FROM jsonb_to_recordset(${JSON.stringify(voids)}::jsonb) AS r("claimId" text, "reason" text)
    WHERE s."claimId" = r."claimId" AND s."voidedAt" IS NULL`;
}

// ---------------------------------------------------------------- dismissed facts

/** List the facts that somebody dismissed in a version. */
export function listDismissed(tx: Tx, versionId: string) {
  return tx.dismissedFact.findMany({ where: { versionId }, orderBy: { start: "asc" } });
}

/** Keep dismissed facts in a new version. */
export function createDismissed(tx: Tx, rows: readonly object[]): Promise<void> {
  return insertRows(tx, "DismissedFact", rows);
}

// ---------------------------------------------------------------- reading versions

/** List the versions of an article, the newest first, with what each did to its claims. */
export async function listVersions(tx: Tx, newsroomId: string, articleId: string) {
  const rows = await tx.articleVersion.findMany({
    where: { articleId, article: { newsroomId } },
    orderBy: { number: "desc" },
    omit: { text: true },
    include: { _count: { select: { anchors: { where: { claim: { removedAt: null } } } } } },
  });
  const counts = await tx.fate.groupBy({
    by: ["versionId", "outcome"],
    where: { versionId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map(({ _count, ...row }) => ({
    ...row,
    claims: _count.anchors,
    fates: Object.fromEntries(
      counts.filter(({ versionId }) => versionId === row.id).map((count) => [count.outcome, count._count]),
    ) as Readonly<Record<string, number>>,
  }));
}

/** Find one version of an article of the newsroom by its number, or null. */
export function findVersion(tx: Tx, newsroomId: string, articleId: string, number: number) {
  return tx.articleVersion.findFirst({ where: { articleId, number, article: { newsroomId } } });
}

/** A claim's place in a version that is read again. */
export interface MarkRow extends Span {
  readonly claimId: string;
  readonly number: number;
  readonly wording: string;
  readonly state: ClaimState;
  readonly signedHere: boolean;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly exact: string;
  readonly signed: boolean;
}

/** List the places of the standing claims in a version, in the order of the text. */
export function listMarks(tx: Tx, newsroomId: string, versionId: string): Promise<MarkRow[]> {
  return tx.$queryRaw<MarkRow[]>`
    SELECT c."id" AS "claimId", c."number", c."wording", c."state"::text AS "state", n."start", n."end", n."exact",
      c."assigneeId", u."name" AS "assigneeName",
      EXISTS (SELECT 1 FROM "SignOff" s WHERE s."claimId" = c."id" AND s."versionId" = n."versionId") AS "signedHere",
      EXISTS (SELECT 1 FROM "SignOff" s WHERE s."claimId" = c."id" AND s."voidedAt" IS NULL) AS "signed"
    FROM "Anchor" n JOIN "Claim" c ON c."id" = n."claimId" LEFT JOIN "User" u ON u."id" = c."assigneeId"
    WHERE n."versionId" = ${versionId} AND c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL
    ORDER BY n."start", n."end" DESC, c."number"`;
}

/** List a claim's places and fates by version, the newest version first; null places where it had none. */
export function listClaimVersions(tx: Tx, newsroomId: string, claimId: string) {
  return tx.$queryRaw<
    {
      number: number;
      createdAt: Date;
      exact: string | null;
      start: number | null;
      outcome: Outcome | null;
      changes: Change[] | null;
    }[]
  >`
    SELECT v."number", v."createdAt", n."exact", n."start", f."outcome", f."changes"
    FROM "Claim" c
    JOIN "ArticleVersion" v ON v."articleId" = c."articleId"
    LEFT JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = v."id"
    LEFT JOIN "Fate" f ON f."claimId" = c."id" AND f."versionId" = v."id"
    WHERE c."id" = ${claimId} AND c."newsroomId" = ${newsroomId}
    ORDER BY v."number" DESC`;
}

/** A claim whose sign-off was carried onto other words and waits for a glance. */
export interface GlanceRow {
  readonly claimId: string;
  readonly version: number;
  readonly changes: readonly Change[];
}

/** A fate whose sign-off was given for an earlier version, still stands, and nobody has looked at since. */
const WAITS = Prisma.sql`f."glance" AND f."glancedAt" IS NULL AND EXISTS (
  SELECT 1 FROM "SignOff" s JOIN "ArticleVersion" g ON g."id" = s."versionId"
  WHERE s."claimId" = f."claimId" AND s."voidedAt" IS NULL AND g."number" < v."number")`;

/** List the claims of an article whose sign-off was carried onto other words and waits for a glance, with what changed. */
export function listGlances(tx: Tx, articleId: string): Promise<GlanceRow[]> {
  return tx.$queryRaw<GlanceRow[]>`
    SELECT f."claimId", v."number" AS "version", f."changes"
    FROM "Fate" f JOIN "ArticleVersion" v ON v."id" = f."versionId" JOIN "Claim" c ON c."id" = f."claimId"
    WHERE v."articleId" = ${articleId} AND c."removedAt" IS NULL AND ${WAITS}
    ORDER BY v."number" DESC, c."number"`;
}

/** Lock a claim and say in which version a glance at it waits, if one does; null when the claim is not there. */
export async function lockGlance(tx: Tx, newsroomId: string, claimId: string) {
  const [row] = await tx.$queryRaw<{ articleId: string; rev: number; version: number | null }[]>`
    SELECT c."articleId", c."rev", (
      SELECT max(v."number") FROM "Fate" f JOIN "ArticleVersion" v ON v."id" = f."versionId"
      WHERE f."claimId" = c."id" AND ${WAITS}
    ) AS "version"
    FROM "Claim" c
    WHERE c."id" = ${claimId} AND c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL FOR NO KEY UPDATE OF c`;
  return row ?? null;
}

/** Note that somebody looked at a claim whose sign-off was carried onto other words; false when nothing waited. */
export async function saveGlance(tx: Tx, claimId: string, byId: string, now: Date): Promise<boolean> {
  const { count } = await tx.fate.updateMany({
    where: { claimId, glance: true, glancedAt: null },
    data: { glancedById: byId, glancedAt: now },
  });
  return count > 0;
}

/** Return the names of people by id, members or not. */
export async function findNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
