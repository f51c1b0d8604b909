import type { Tx } from "@/lib/platform/db";
import { JOBS_CONNECTION } from "@/lib/platform/jobs";
import type { JobState } from "./schema";

/** Jobs that a list shows. */
const LIST = 200;

/** A job of a newsroom with what it works on. */
export interface JobRecord {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly retryCount: number;
  readonly retryLimit: number;
  readonly createdOn: Date;
  readonly startedOn: Date | null;
  readonly completedOn: Date | null;
  readonly startAfter: Date;
  readonly output: unknown;
  readonly sourceId: string | null;
  readonly sourceTitle: string | null;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
}

/** Tell whether the queue's tables are there: the first process that works makes them. */
export async function hasQueue(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS "there"`;
  return row?.there ?? false;
}

/** Tell whether a process that works is connected to this database now. */
export async function isWorkedOn(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ working: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_stat_activity
      WHERE "datname" = current_database() AND "application_name" = ${JOBS_CONNECTION}) AS "working"`;
  return row?.working ?? false;
}

/** Read when a process that works last looked after the queue. */
export async function readSeen(tx: Tx): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ seen: Date | null }[]>`SELECT "maintained_on" AS "seen" FROM "pgboss"."version"`;
  return row?.seen ?? null;
}

/** List a newsroom's jobs, newest first; those that are done stay for some hours. */
export function listJobs(tx: Tx, newsroomId: string): Promise<JobRecord[]> {
  return tx.$queryRaw<JobRecord[]>`
    SELECT j."id"::text AS "id", j."name", j."state"::text AS "state", j."retry_count" AS "retryCount",
      j."retry_limit" AS "retryLimit", j."created_on" AS "createdOn", j."started_on" AS "startedOn",
      j."completed_on" AS "completedOn", j."start_after" AS "startAfter", j."output",
      s."id" AS "sourceId", s."title" AS "sourceTitle", a."id" AS "articleId", a."title" AS "articleTitle"
    FROM "pgboss"."job" j
    LEFT JOIN "Snapshot" p ON p."id" = j."data"->>'id' AND p."newsroomId" = ${newsroomId}
    LEFT JOIN "Source" s ON s."id" = p."sourceId"
    LEFT JOIN "Export" x ON x."id" = j."data"->>'id' AND x."newsroomId" = ${newsroomId}
    LEFT JOIN "Article" a ON a."id" = COALESCE(x."articleId", j."data"->>'id') AND a."newsroomId" = ${newsroomId}
    WHERE j."data"->>'newsroomId' = ${newsroomId} AND j."name" NOT LIKE '%.failed'
    ORDER BY j."created_on" DESC, j."id" LIMIT ${LIST}`;
}

/** List the work that is done at set hours, with how it went last. */
export function listTimed(
  tx: Tx,
): Promise<{ name: string; schedule: string; lastAt: Date | null; lastState: JobState | null }[]> {
  return tx.$queryRaw`
    SELECT s."name", s."cron" AS "schedule", l."at" AS "lastAt", l."state" AS "lastState"
    FROM "pgboss"."schedule" s
    LEFT JOIN LATERAL (
      SELECT j."started_on" AS "at", j."state"::text AS "state" FROM (
        SELECT "name", "started_on", "state" FROM "pgboss"."job"
        UNION ALL SELECT "name", "started_on", "state" FROM "pgboss"."archive") j
      WHERE j."name" = s."name" AND j."started_on" IS NOT NULL ORDER BY j."started_on" DESC LIMIT 1
    ) l ON true
    ORDER BY s."name"`;
}
