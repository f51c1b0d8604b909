import fs from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { needsSetup } from "@/lib/people/queries";
import { CannotStart } from "@/lib/platform/cannot-start";
import { db, disconnect } from "@/lib/platform/db";
import { type Cluster, prepareDataFolder, startEmbedded } from "@/lib/platform/embedded-postgres";
import { adoptDatabase, env } from "@/lib/platform/env";
import { findHolder, lock } from "@/lib/platform/file-lock.cjs";
import { migrate, pendingMigrations } from "@/lib/platform/migrate";
import { keepSecret } from "@/lib/platform/secret";
import { seedDesk } from "@/seeds/desk";

/** The database of this installation: current, and what `db()` now leans on. */
export type OpenDatabase = {
  /** Close this process's connections; the last process on an embedded database stops it. */
  readonly close: () => Promise<void>;
  /** Resolves when the embedded PostgreSQL went away by itself; never for an external one. */
  readonly lost: Promise<void>;
};

const never = new Promise<void>(() => undefined);

async function recreate(url: string): Promise<void> {
  const maintenance = new URL(url);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = "/postgres";
  const client = new Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}

/** Refuse to change the tables under a server of another version. */
async function refuseUnderServer(url: string, data: string): Promise<void> {
  const server = findHolder(path.join(data, "server.lock"));
  if (server === null || server.pid === process.pid || (await pendingMigrations(url)).length === 0) return;
  throw new CannotStart(
    `Claimdesk was changed while ${server.url} (process ${server.pid}) is running. Stop it and start it again first.`,
  );
}

/** Fill the new database with the demo newsroom; a set-up that was cut off half-way begins again from nothing. */
async function fill(url: string, data: string, say: (sentence: string) => void): Promise<void> {
  const unfinished = path.join(data, "seeding");
  await refuseUnderServer(url, data);
  if (fs.existsSync(unfinished)) await recreate(url);
  await migrate(url);
  if (await needsSetup()) {
    say("Setting up the demo newsroom …");
    fs.writeFileSync(unfinished, "");
    await seedDesk(db());
    await disconnect();
  }
  fs.rmSync(unfinished, { force: true });
}

async function openEmbedded(say: (sentence: string) => void): Promise<OpenDatabase> {
  const data = prepareDataFolder(env().CLAIMDESK_DATA);
  const cluster: Cluster = await startEmbedded(data, { say });
  try {
    adoptDatabase(cluster.url, keepSecret(path.join(data, "session-secret")));
    const release = await lock(path.join(data, "boot.lock"));
    try {
      await fill(cluster.url, data, say);
    } finally {
      release();
    }
  } catch (error) {
    await disconnect();
    await cluster.stop();
    throw error;
  }
  return {
    lost: cluster.lost,
    close: async () => {
      await disconnect();
      await cluster.stop();
    },
  };
}

/** Say in a sentence why an external server cannot be used; null for errors that are our own. */
function sentenceFor(error: unknown, url: string): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const { hostname, port, pathname } = new URL(url);
  const place = `the database ${pathname.slice(1)} at ${hostname}:${port || "5432"}`;
  switch (error.code) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
    case "EAI_AGAIN":
    case "ENOENT":
      return `DATABASE_URL: ${place} does not answer (${error.code}).`;
    case "28P01":
    case "28000":
      return `DATABASE_URL: ${place} refuses this user or password.`;
    case "3D000":
      return `DATABASE_URL: ${place} does not exist. Create it first.`;
    case "42501":
      return `DATABASE_URL: this user may not make tables in ${place}. ${error.message}`;
    default:
      return null;
  }
}

async function openExternal(url: string): Promise<OpenDatabase> {
  try {
    await migrate(url);
  } catch (error) {
    const sentence = sentenceFor(error, url);
    if (sentence === null) throw error;
    throw new CannotStart(sentence, { cause: error });
  }
  return { lost: never, close: disconnect };
}

/** Open the database the settings name, bring it to this version, and let `db()` use it; `say` is told what takes long. */
export async function openDatabase(say: (sentence: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL } = env();
  return DATABASE_URL === undefined ? openEmbedded(say) : openExternal(DATABASE_URL);
}
