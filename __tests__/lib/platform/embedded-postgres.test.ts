import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { newDataFolder } from "@/__tests__/support/product";
import { prepareDataFolder, startEmbedded } from "@/lib/platform/embedded-postgres";
import { findHolder } from "@/lib/platform/file-lock.cjs";

jest.setTimeout(60_000);

const folders: string[] = [];
const newFolder = () => {
  const folder = newDataFolder();
  folders.push(folder);
  return folder;
};

/** A data folder whose database was made and stopped before; copying is faster than making one. */
const usedFolder = (name = "") => {
  const folder = path.join(newFolder(), name);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  execFileSync("cp", ["-a", template, folder]);
  return folder;
};
const template = newFolder();
beforeAll(async () => {
  await (await startEmbedded(template, quick)).stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

const quick = { durable: false };

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (data: string) => path.join(data, "postgres", "postmaster.pid");
const pidOf = (data: string) => Number(fs.readFileSync(pidFile(data), "utf8").split("\n")[0]);
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
async function gone(pid: number): Promise<void> {
  const end = Date.now() + 10_000;
  while (runs(pid) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(runs(pid)).toBe(false);
}

test("a new folder gets a database that only its owner reaches, and that keeps what was written", async () => {
  const data = newFolder();
  const first = await startEmbedded(data, quick);
  await query(first.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
  expect(await query(first.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
  expect(await query(first.url, "SHOW server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
  expect(fs.statSync(data).mode & 0o777).toBe(0o700);
  expect(fs.statSync(path.join(data, "run")).mode & 0o777).toBe(0o700);
  expect(fs.statSync(path.join(data, "postgres-password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(first.url);
  wrong.password = "guessed";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  const pid = pidOf(data);
  await first.stop();
  await first.stop();
  await gone(pid);
  const second = await startEmbedded(data, quick);
  expect(await query(second.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

test("those who start at once share one server, and the last to leave stops it", async () => {
  const data = usedFolder();
  const all = await Promise.all([1, 2, 3].map(() => startEmbedded(data, quick)));
  const pid = pidOf(data);
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  const [first, second, third] = all;
  await Promise.all([first?.stop(), second?.stop()]);
  expect(await query(third?.url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(pidOf(data)).toBe(pid);
  await third?.stop();
  await gone(pid);
  expect(fs.existsSync(pidFile(data))).toBe(false);
});

test("a path too long for a socket is served on loopback, still with the password", async () => {
  const data = usedFolder("x".repeat(100));
  const cluster = await startEmbedded(data, quick);
  expect(new URL(cluster.url).hostname).toBe("127.0.0.1");
  const again = await startEmbedded(data, quick);
  expect(again.url).toBe(cluster.url);
  await again.stop();
  const wrong = new URL(cluster.url);
  wrong.password = "guessed";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  await cluster.stop();
});

test("spaces, commas and quotes in the folder's name are no obstacle", async () => {
  const cluster = await startEmbedded(usedFolder(`o d, "x" 'y' é`), quick);
  expect(await query(cluster.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await cluster.stop();
});

test("after kill -9 of the server, those who lean on it are told, and the next start has every acknowledged row", async () => {
  const data = usedFolder();
  // Durable: what the product runs.
  const first = await startEmbedded(data);
  await query(first.url, "CREATE TABLE kept (n int)");
  for (let n = 0; n < 20; n += 1) await query(first.url, `INSERT INTO kept VALUES (${n})`);
  const pid = pidOf(data);
  process.kill(pid, "SIGKILL");
  await gone(pid);
  await first.lost;
  const second = await startEmbedded(data);
  expect(await query(second.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 20 }]);
  await second.stop();
});

test("kill -9 of one session makes the server recover by itself; nobody is told that it is lost", async () => {
  const data = usedFolder();
  const cluster = await startEmbedded(data, quick);
  let lost = false;
  void cluster.lost.then(() => {
    lost = true;
  });
  const victim = new Client({ connectionString: cluster.url });
  victim.on("error", () => undefined);
  await victim.connect();
  const { rows } = await victim.query("SELECT pg_backend_pid() AS pid");
  process.kill(Number(rows[0]?.pid), "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(await query(cluster.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(lost).toBe(false);
  const pid = pidOf(data);
  await cluster.stop();
  await gone(pid);
});

test("the id of a dead server that now belongs to another program does not stop the start", async () => {
  const data = usedFolder();
  const first = await startEmbedded(data, quick);
  const pid = pidOf(data);
  process.kill(pid, "SIGKILL");
  await gone(pid);
  await first.lost;
  const owner = fs.statSync(pidFile(data)).uid;
  const stranger: ChildProcess = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid: owner } : {});
  try {
    const lines = fs.readFileSync(pidFile(data), "utf8").split("\n");
    fs.writeFileSync(pidFile(data), [stranger.pid, ...lines.slice(1)].join("\n"));
    const second = await startEmbedded(data, quick);
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(runs(stranger.pid ?? 0)).toBe(true);
    await second.stop();
  } finally {
    stranger.kill();
  }
});

test("a set-up that was cut off leaves nothing that the next start trips over", async () => {
  const data = usedFolder();
  fs.renameSync(path.join(data, "postgres"), path.join(data, "postgres.new-cutoff"));
  const cluster = await startEmbedded(data, quick);
  expect(await query(cluster.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(fs.existsSync(path.join(data, "postgres.new-cutoff"))).toBe(false);
  await cluster.stop();
});

test("a cluster of another PostgreSQL version is refused with a sentence, and left alone", async () => {
  const data = usedFolder();
  const version = path.join(data, "postgres", "PG_VERSION");
  fs.writeFileSync(version, "15\n");
  await expect(startEmbedded(data, quick)).rejects.toThrow(
    /was made by PostgreSQL 15; this Claimdesk runs PostgreSQL 18/,
  );
  expect(fs.existsSync(path.join(data, "postgres", "base"))).toBe(true);
});

test("a password file that was exchanged is named", async () => {
  const data = usedFolder();
  const cluster = await startEmbedded(data, quick);
  fs.writeFileSync(path.join(data, "postgres-password"), "another\n");
  await expect(startEmbedded(data, quick)).rejects.toThrow(
    /password in .*postgres-password is not the one of its database/,
  );
  await cluster.stop();
});

test("a data folder that is a file, or inside one, is refused in a sentence", () => {
  const file = newFolder();
  fs.writeFileSync(file, "not a folder");
  for (const folder of [file, path.join(file, "data")]) {
    expect(findHolder(path.join(folder, "server.lock"))).toBeNull();
    expect(() => prepareDataFolder(folder)).toThrow(/^The data folder .+ can't be made: a file .+Set CLAIMDESK_DATA/u);
  }
});
