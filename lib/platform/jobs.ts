import { setTimeout } from "node:timers/promises";
import PgBoss from "pg-boss";
import { type Db, db, type Tx } from "./db";
import { env } from "./env";
import { log } from "./log";

/** A row that waits for work, and the newsroom it belongs to. */
export interface JobRow {
  readonly id: string;
  readonly newsroomId: string;
}

/** Which try this is, counted from 1, and what ends when the process has to stop. */
export interface Attempt {
  readonly attempt: number;
  readonly attempts: number;
  readonly signal: AbortSignal;
}

/**
 * Work in the background on rows that a command left waiting. A row may be worked on more than once (a process was killed, or two
 * swept at the same moment): `work` looks at the row first and does nothing when it is done.
 */
export interface RowJob {
  /** The queue's name, such as "snapshot.fetch". */
  readonly name: string;
  /** Lists the rows that wait, oldest first, at most some hundreds. */
  readonly waiting: (tx: Tx) => Promise<readonly JobRow[]>;
  /** Does the work of one row; what it throws is tried again, later and later. */
  readonly work: (id: string, attempt: Attempt) => Promise<void>;
  /** Told once when no try is left, with the last error's words. */
  readonly giveUp: (id: string, why: string) => Promise<void>;
  /** Tries after the first. */
  readonly retries: number;
  /** Seconds before the first retry; each further one waits about twice as long. */
  readonly retrySeconds: number;
  /** Seconds after which a try counts as lost, because its process was killed or hangs. */
  readonly expireSeconds: number;
  /** How many rows one process works on at the same time. */
  readonly atOnce: number;
}

/** Work at set hours, once in all processes on one database. */
export interface TimedJob {
  readonly name: string;
  /** Cron, five fields, UTC. */
  readonly schedule: string;
  readonly work: () => Promise<void>;
}

export type JobKind = RowJob | TimedJob;

/** The name that connections of a process that works bear in the database. */
export const JOBS_CONNECTION = "claimdesk jobs";

/** How often waiting rows are looked for, in milliseconds. */
const SWEEP_MS = 1_000;
/** How often tries that were lost are looked for, in seconds. */
const MAINTENANCE_S = 15;
const deadLetter = (name: string): string => `${name}.failed`;

interface Ticket {
  readonly id: string;
  readonly newsroomId: string;
}

/** Work on these kinds of jobs until stopped; other processes on the same database share the work. `stop` waits for what runs, at most 5 s. */
export async function runJobs(kinds: readonly JobKind[]): Promise<{ readonly stop: () => Promise<void> }> {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) throw new Error("Jobs need DATABASE_URL.");
  const boss = new PgBoss({
    connectionString: DATABASE_URL,
    application_name: JOBS_CONNECTION,
    max: 4,
    maintenanceIntervalSeconds: MAINTENANCE_S,
    cronMonitorIntervalSeconds: MAINTENANCE_S,
  });
  boss.on("error", (error) => log.error({ err: error }, "jobs"));
  await boss.start();
  const ending = new AbortController();
  const sweeps: (() => Promise<void>)[] = [];
  for (const kind of kinds) {
    if ("schedule" in kind) await keepTime(boss, kind);
    else sweeps.push(await keepQueue(boss, kind, ending.signal));
  }
  const swept = sweepUntil(ending.signal, sweeps);
  return {
    stop: async () => {
      ending.abort(new Error("Claimdesk is stopping."));
      await swept;
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 });
    },
  };
}

async function keepTime(boss: PgBoss, { name, schedule, work }: TimedJob): Promise<void> {
  await boss.createQueue(name, { name, policy: "short" });
  await boss.schedule(name, schedule, {}, { retryLimit: 3, retryDelay: 60, expireInMinutes: 60 });
  await boss.work(name, async () => {
    await work();
  });
}

/** Open the queue of a kind, work on it, and return the sweep that brings waiting rows into it. */
async function keepQueue(boss: PgBoss, kind: RowJob, signal: AbortSignal): Promise<() => Promise<void>> {
  const { name, retries, retrySeconds, expireSeconds } = kind;
  const failed = deadLetter(name);
  await boss.createQueue(failed, { name: failed, retryLimit: 10, retryDelay: 5, retryBackoff: true });
  const rules = { retryLimit: retries, retryDelay: retrySeconds, retryBackoff: true, expireInSeconds: expireSeconds };
  const queue: PgBoss.Queue = { name, policy: "short", deadLetter: failed, ...rules };
  await boss.createQueue(name, queue);
  await boss.updateQueue(name, queue);
  const workers: string[] = [];
  const polling = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
  for (let at = 0; at < kind.atOnce; at++) {
    workers.push(
      await boss.work<Ticket>(name, polling, async ([job]) => {
        if (!job) return;
        const attempt = { attempt: job.retryCount + 1, attempts: job.retryLimit + 1, signal };
        await kind.work(job.data.id, attempt);
      }),
    );
  }
  await boss.work<Ticket>(failed, polling, async ([job]) => {
    if (job) await kind.giveUp(job.data.id, errorWords(job.output));
  });
  return async () => {
    const rows = await unqueued(db(), name, await kind.waiting(db()));
    for (const { id, newsroomId } of rows) await boss.send(name, { id, newsroomId }, { singletonKey: id });
    for (const worker of rows.length > 0 ? workers : []) boss.notifyWorker(worker);
  };
}

/** Leave out the rows that stand in the queue already or are being worked on. */
async function unqueued(tx: Db, name: string, rows: readonly JobRow[]): Promise<readonly JobRow[]> {
  if (rows.length === 0) return rows;
  const queued = await tx.$queryRaw<{ id: string }[]>`
    SELECT "data"->>'id' AS "id" FROM "pgboss"."job" WHERE "name" = ${name} AND "state" < 'completed'`;
  const known = new Set(queued.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
}

/** Return the words of an error as pg-boss keeps it: among its own fields, or as a bare value. */
export function errorWords(output: unknown): string {
  const of = (value: unknown): string =>
    typeof value === "object" && value !== null && "message" in value ? String(value.message) : "";
  const value = typeof output === "object" && output !== null && "value" in output ? output.value : null;
  return of(output) || of(value) || "The work was cut off.";
}

async function sweepUntil(signal: AbortSignal, sweeps: readonly (() => Promise<void>)[]): Promise<void> {
  while (!signal.aborted) {
    for (const sweep of sweeps) {
      await sweep().catch((error: unknown) => log.error({ err: error }, "sweeping for jobs"));
    }
    // It throws when the signal comes.
    await setTimeout(SWEEP_MS, undefined, { signal }).catch(() => undefined);
  }
}
