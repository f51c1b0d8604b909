import type { ClaimKind, FactType } from "@/lib/core/extraction/types";
import type { Value } from "@/lib/core/values/value";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { Ask, ClaimFilter, Sort } from "./schema";

/** A row of the claims table as the database gives it; places are in the article's current version. */
export interface TableRow {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly state: ClaimState;
  readonly kind: ClaimKind;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly score: number;
  readonly verdict: string | null;
  readonly verdictById: string | null;
  readonly stateNote: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly priority: number;
  readonly dueOn: string | null;
  readonly expiresOn: string | null;
  readonly openObjections: number;
  readonly start: number;
  readonly end: number;
  readonly notes: number;
  readonly factsTicked: number;
  readonly facts: number;
  readonly updatedAt: Date;
}

/** Which claims, seen by whom: "me" in the filter is `userId`. */
export interface Scope {
  readonly newsroomId: string;
  readonly userId: string;
}

type Condition = Prisma.Sql;

/** What the filters and orders need: few joins, so that 50,000 claims are counted and sorted in one pass. */
const CHOICE = Prisma.sql`
  FROM "Claim" c
  JOIN "Article" a ON a."id" = c."articleId"
  LEFT JOIN "User" u ON u."id" = c."assigneeId"`;

/** What a row shows, for the few rows that are shown. */
const FROM = Prisma.sql`
  FROM "Claim" c
  JOIN "Article" a ON a."id" = c."articleId"
  JOIN LATERAL (
    SELECT v."id" FROM "ArticleVersion" v WHERE v."articleId" = c."articleId" ORDER BY v."number" DESC LIMIT 1
  ) v ON true
  LEFT JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = v."id"
  LEFT JOIN "User" u ON u."id" = c."assigneeId"
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS "all", count(f."tickedAt")::int AS "ticked"
    FROM "Fact" f WHERE f."claimId" = c."id" AND f."versionId" = v."id"
  ) f ON true`;

const COLUMNS = Prisma.sql`
  c."id", c."rev", c."number", c."articleId", a."title" AS "articleTitle", c."state"::text AS "state", c."kind",
  c."wording", c."speakerName", c."speakerTitle", c."score", c."verdict", c."verdictById", c."stateNote",
  c."assigneeId", u."name" AS "assigneeName", c."priority", c."dueOn", c."expiresOn", c."updatedAt",
  (SELECT count(*)::int FROM "Objection" o WHERE o."claimId" = c."id" AND o."decision" IS NULL) AS "openObjections",
  COALESCE(n."start", 0) AS "start", COALESCE(n."end", 0) AS "end",
  (SELECT count(*)::int FROM "SourceNote" s WHERE s."claimId" = c."id" AND s."removedAt" IS NULL) AS "notes",
  f."all" AS "facts", f."ticked" AS "factsTicked"`;

const all = (conditions: readonly Condition[]): Prisma.Sql => Prisma.join([...conditions], " AND ");

/** Standing claims of the newsroom, or of one of its articles. */
function within({ newsroomId }: Scope, articleId: string | undefined): Condition[] {
  const here = Prisma.sql`c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL`;
  return articleId === undefined ? [here] : [here, Prisma.sql`c."articleId" = ${articleId}`];
}

/** The band of a claim's score, by the figure of 100 that is shown. */
const BAND = Prisma.sql`(LEAST(floor(round((c."score" * 100)::numeric) / 20), 4) * 20)::int::text`;

/** What makes a claim ask for somebody; a day is one of UTC. The same as `showsExpired` of lib/core/workflow/expiry.ts. */
const ASKING: Readonly<Record<Ask, Condition>> = {
  objection: Prisma.sql`EXISTS (SELECT 1 FROM "Objection" o WHERE o."claimId" = c."id" AND o."decision" IS NULL)`,
  expired: Prisma.sql`(c."expiresOn" <= to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')
    AND c."state" NOT IN ('verified', 'dismissed'))`,
};

function matching(scope: Scope, filter: ClaimFilter): Condition {
  const { state, kind, verdict, speaker, score, asks } = filter;
  return all([
    ...within(scope, filter.articleId),
    ...(state.length > 0 ? [Prisma.sql`c."state" = ANY(${[...state]}::"ClaimState"[])`] : []),
    ...(kind.length > 0 ? [Prisma.sql`c."kind" = ANY(${[...kind]}::text[])`] : []),
    ...(verdict.length > 0 ? [Prisma.sql`c."verdict" = ANY(${[...verdict]}::text[])`] : []),
    ...(speaker.length > 0 ? [Prisma.sql`c."speakerName" = ANY(${[...speaker]}::text[])`] : []),
    ...(score.length > 0 ? [Prisma.sql`${BAND} = ANY(${[...score]}::text[])`] : []),
    ...(asks.length > 0
      ? [
          Prisma.sql`(${Prisma.join(
            asks.map((one) => ASKING[one]),
            " OR ",
          )})`,
        ]
      : []),
    ...(filter.assignee.length > 0 ? [assignedTo(scope, filter.assignee)] : []),
    ...(filter.text === "" ? [] : [containing(scope, filter.text)]),
  ]);
}

function assignedTo({ userId }: Scope, wanted: readonly string[]): Condition {
  const people = wanted.filter((one) => one !== "none").map((one) => (one === "me" ? userId : one));
  const nobody = wanted.includes("none") ? Prisma.sql`c."assigneeId" IS NULL` : Prisma.sql`false`;
  return Prisma.sql`(c."assigneeId" = ANY(${people}::text[]) OR ${nobody})`;
}

/** Search the wording, the anchored words and the speaker, whatever the case; a bare number also finds that claim. */
function containing({ newsroomId }: Scope, text: string): Condition {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const number = /^#?(\d{1,7})$/.exec(text)?.[1];
  const numbered = number === undefined ? Prisma.sql`false` : Prisma.sql`c."number" = ${Number(number)}`;
  // Not tied to the row, so that it runs once: the claims whose words in the current version hold the text.
  const anchored = Prisma.sql`c."id" IN (
    SELECT n."claimId" FROM "Article" t
    JOIN "ArticleVersion" v ON v."articleId" = t."id"
    JOIN "Anchor" n ON n."versionId" = v."id"
    WHERE t."newsroomId" = ${newsroomId} AND n."exact" ILIKE ${like}
      AND NOT EXISTS (SELECT 1 FROM "ArticleVersion" w WHERE w."articleId" = t."id" AND w."number" > v."number"))`;
  return Prisma.sql`(c."wording" ILIKE ${like} OR c."speakerName" ILIKE ${like} OR c."speakerTitle" ILIKE ${like}
    OR c."viaName" ILIKE ${like} OR ${numbered} OR ${anchored})`;
}

/** Every order ends in article, number and id, so that two equal rows never change places between pages. */
function order(sort: Sort, desc: boolean, scale: VerdictScale): Prisma.Sql {
  const way = desc ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  const article = Prisma.sql`a."createdAt" DESC, a."id"`;
  if (sort === "number") return Prisma.sql`${article}, c."number" ${way}, c."id"`;
  return Prisma.sql`${column(sort, scale)} ${way}, ${article}, c."number", c."id"`;
}

function column(sort: Exclude<Sort, "number">, scale: VerdictScale): Prisma.Sql {
  switch (sort) {
    case "score":
      return Prisma.sql`c."score"`;
    case "state":
      return Prisma.sql`c."state"`;
    case "kind":
      return Prisma.sql`c."kind"`;
    case "speaker":
      return Prisma.sql`lower(NULLIF(c."speakerName", ''))`;
    case "assignee":
      return Prisma.sql`lower(u."name")`;
    case "due":
      return Prisma.sql`c."dueOn"`;
    case "priority":
      return Prisma.sql`NULLIF(c."priority", 0)`;
    case "article":
      return Prisma.sql`lower(a."title")`;
    case "verdict":
      return Prisma.sql`array_position(${scale.map(({ id }) => id)}::text[], c."verdict")`;
    case "updated":
      return Prisma.sql`c."updatedAt"`;
  }
}

/** Return one page of the claims that match, in a stable order. */
export function listRows(tx: Tx, scope: Scope, filter: ClaimFilter, scale: VerdictScale): Promise<TableRow[]> {
  const { page, pageSize, sort, desc } = filter;
  const by = order(sort, desc, scale);
  return tx.$queryRaw<TableRow[]>`
    WITH page AS (
      SELECT c."id" ${CHOICE} WHERE ${matching(scope, filter)}
      ORDER BY ${by} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT ${COLUMNS} ${FROM} WHERE c."id" IN (SELECT "id" FROM page) ORDER BY ${by}`;
}

/** Count the claims that match. */
export async function countRows(tx: Tx, scope: Scope, filter: ClaimFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Claim" c WHERE ${matching(scope, filter)}`;
  return row?.count ?? 0;
}

/** Return the ids of the claims that match, at most `limit`. */
export async function listIds(tx: Tx, scope: Scope, filter: ClaimFilter, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Claim" c WHERE ${matching(scope, filter)} ORDER BY c."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Return the rows of these claims, in the order of article and place; ids of other newsrooms are not there. */
export function listRowsById(tx: Tx, { newsroomId }: Scope, ids: readonly string[]): Promise<TableRow[]> {
  return tx.$queryRaw<TableRow[]>`SELECT ${COLUMNS} ${FROM}
    WHERE c."newsroomId" = ${newsroomId} AND c."id" = ANY(${[...ids]}::text[])
    ORDER BY a."createdAt" DESC, a."id", n."start", c."number"`;
}

/** Return the claims anchored in a version, in the order of their place, the longer one first. */
export function listGalley(tx: Tx, scope: Scope, articleId: string, versionId: string): Promise<TableRow[]> {
  return tx.$queryRaw<TableRow[]>`SELECT ${COLUMNS} ${FROM}
    WHERE ${all(within(scope, articleId))} AND v."id" = ${versionId} AND n."id" IS NOT NULL
    ORDER BY n."start", n."end" DESC, c."number"`;
}

/** A fact's place in the galley. */
export interface FactRow {
  readonly id: string;
  readonly claimId: string;
  readonly type: FactType;
  readonly start: number;
  readonly end: number;
  readonly tickedById: string | null;
  readonly tickedByName: string | null;
  readonly tickedAt: Date | null;
}

/** Return the places of the facts of a version's standing claims, in the order of the text. */
export function listFactRows(tx: Tx, { newsroomId }: Scope, versionId: string): Promise<FactRow[]> {
  return tx.$queryRaw<FactRow[]>`
    SELECT f."id", f."claimId", f."type", f."start", f."end", f."tickedById", u."name" AS "tickedByName", f."tickedAt"
    FROM "Anchor" n
    JOIN "Claim" c ON c."id" = n."claimId"
    JOIN "Fact" f ON f."claimId" = c."id" AND f."versionId" = n."versionId"
    LEFT JOIN "User" u ON u."id" = f."tickedById"
    WHERE n."versionId" = ${versionId} AND c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL
    ORDER BY f."start", f."end" DESC, f."id"`;
}

/** A fact of a version with its claim, for the table of figures. */
export interface StatedRow {
  readonly id: string;
  readonly type: FactType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly value: Value | null;
  readonly claimId: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly wording: string;
  readonly speakerName: string;
  readonly viaName: string;
  readonly claimStart: number;
  readonly exact: string;
}

/** Return every fact of a version's standing claims with its claim, claim by claim in the order of the text. */
export function listStated(tx: Tx, { newsroomId }: Scope, versionId: string): Promise<StatedRow[]> {
  return tx.$queryRaw<StatedRow[]>`
    SELECT f."id", f."type", f."start", f."end", f."text", f."name", f."value",
      c."id" AS "claimId", c."number", c."state"::text AS "state", c."wording", c."speakerName", c."viaName",
      n."start" AS "claimStart", n."exact"
    FROM "Anchor" n
    JOIN "Claim" c ON c."id" = n."claimId"
    JOIN "Fact" f ON f."claimId" = c."id" AND f."versionId" = n."versionId"
    WHERE n."versionId" = ${versionId} AND c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL
    ORDER BY n."start", n."end" DESC, c."number", f."start", f."end" DESC, f."id"`;
}

/** Return the claims that the desk of a person may have to show: assigned to them, in review, or with a verdict of theirs. */
export function listDeskRows(tx: Tx, scope: Scope, limit: number): Promise<TableRow[]> {
  const { userId } = scope;
  return tx.$queryRaw<TableRow[]>`SELECT ${COLUMNS} ${FROM}
    WHERE ${all(within(scope, undefined))} AND (
      c."state" = 'in_review'
      OR (c."assigneeId" = ${userId} AND c."state" IN ('detected', 'open', 'in_check', 'reopened'))
      OR (c."verdictById" = ${userId} AND c."state" IN ('in_check', 'reopened'))
    )
    ORDER BY c."priority" DESC, c."dueOn" NULLS LAST, a."createdAt" DESC, a."id", c."number" LIMIT ${limit}`;
}

/** Count the claims of an article, or of the newsroom, that ask for somebody. */
export async function countAsks(tx: Tx, scope: Scope, articleId: string | undefined): Promise<Record<Ask, number>> {
  const [row] = await tx.$queryRaw<Record<Ask, number>[]>`
    SELECT count(*) FILTER (WHERE ${ASKING.objection})::int AS "objection",
      count(*) FILTER (WHERE ${ASKING.expired})::int AS "expired"
    FROM "Claim" c WHERE ${all(within(scope, articleId))}`;
  return row ?? { objection: 0, expired: 0 };
}

/** One value that a column holds, and how many claims hold it. */
export interface FacetRow {
  readonly facet: "state" | "kind" | "speaker" | "assignee" | "verdict" | "score";
  readonly value: string | null;
  readonly label: string | null;
  readonly count: number;
}

/** Count the values of the filterable columns over an article, or over the newsroom; the most frequent first. */
export function listFacets(tx: Tx, scope: Scope, articleId: string | undefined): Promise<FacetRow[]> {
  return tx.$queryRaw<FacetRow[]>`
    SELECT g."facet", g."value", u."name" AS "label", g."count" FROM (
      SELECT
        CASE
          WHEN GROUPING(c."state") = 0 THEN 'state' WHEN GROUPING(c."kind") = 0 THEN 'kind'
          WHEN GROUPING(c."speakerName") = 0 THEN 'speaker' WHEN GROUPING(c."assigneeId") = 0 THEN 'assignee'
          WHEN GROUPING(c."verdict") = 0 THEN 'verdict' ELSE 'score' END AS "facet",
        COALESCE(c."state"::text, c."kind", c."speakerName", c."assigneeId", c."verdict", c."band") AS "value",
        c."assigneeId", count(*)::int AS "count"
      FROM (SELECT c.*, ${BAND} AS "band" FROM "Claim" c WHERE ${all(within(scope, articleId))}) c
      GROUP BY GROUPING SETS ((c."state"), (c."kind"), (c."speakerName"), (c."assigneeId"), (c."verdict"), (c."band"))
    ) g LEFT JOIN "User" u ON u."id" = g."assigneeId"
    ORDER BY g."count" DESC, g."value"`;
}
