import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { env } from "./env";

/** Say why a database cannot be brought to this version; nothing was changed by the refused step. */
export class CannotMigrate extends Error {
  override name = "CannotMigrate";
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Applied = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null };

/** The number Prisma's own migrator locks with, so that the two never run at once. */
const LOCK = 72707369;

const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const APPLIED = `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`;

/** The folder of migrations that belongs to this checkout. */
export function migrationsFolder(): string {
  return path.join(env().CLAIMDESK_ROOT, "prisma", "migrations");
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      // A checkout with other line ends is the same migration.
      const sql = (await readFile(path.join(folder, name, "migration.sql"), "utf8")).replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

function refuseStrangers(applied: readonly Applied[], known: readonly Migration[]): void {
  for (const row of applied) {
    const migration = known.find(({ name }) => name === row.migration_name);
    if (migration === undefined) {
      throw new CannotMigrate(
        `The database was made by a newer Claimdesk: it holds the migration ${row.migration_name}, which this version does not know. Start the newer version, or use another database.`,
      );
    }
    if (row.finished_at === null) {
      throw new CannotMigrate(
        `The migration ${row.migration_name} was begun by another tool and never finished. Repair the database or restore a backup first.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new CannotMigrate(
        `The migration ${row.migration_name} was changed after it had been applied. Put its file back as it was; a change needs a migration of its own.`,
      );
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotMigrate(`The migration ${migration.name} failed and was undone: ${reason}`, { cause: error });
  }
}

/** List the migrations of this version that a database does not have yet, in order; all of them for an empty database. */
export async function pendingMigrations(connectionString: string, folder = migrationsFolder()): Promise<string[]> {
  const known = await readMigrations(folder);
  const client = new Client({ connectionString, application_name: "claimdesk migrate" });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`);
    const applied = rows[0]?.exists ? (await client.query<Applied>(APPLIED)).rows : [];
    const names = new Set(applied.map((row) => row.migration_name));
    return known.map(({ name }) => name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}

/**
 * Bring a database to this version and return the names of the migrations applied now, in order.
 * Any number of processes may call it at once; throws CannotMigrate when the database belongs to another version.
 */
export async function migrate(connectionString: string, folder = migrationsFolder()): Promise<string[]> {
  const known = await readMigrations(folder);
  const client = new Client({ connectionString, application_name: "claimdesk migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(RECORDS);
    const { rows: applied } = await client.query<Applied>(APPLIED);
    refuseStrangers(applied, known);
    const names = new Set(applied.map((row) => row.migration_name));
    const pending = known.filter(({ name }) => !names.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Say whether the database holds exactly the migrations of this version; `applied` are the names the database has recorded. */
export async function isCurrent(applied: readonly string[], folder = migrationsFolder()): Promise<boolean> {
  const known = await readMigrations(folder);
  return known.length === applied.length && known.every(({ name }) => applied.includes(name));
}
