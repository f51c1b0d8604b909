import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { testDatabase } from "@/__tests__/support/database";
import { isCurrent, migrate, migrationsFolder } from "@/lib/platform/migrate";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "claimdesk-migrations-"));
let client: Client;

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const run = () => migrate(database.url, folder);
const applied = async () => {
  const { rows } = await client.query(`SELECT migration_name FROM "_prisma_migrations" ORDER BY started_at`);
  return rows.map((row) => String(row.migration_name));
};

beforeAll(async () => {
  client = new Client({ connectionString: database.url });
  await client.connect();
  cpSync(migrationsFolder(), folder, { recursive: true });
});

afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

test("a migrated database has nothing left to apply, and says that it is current", async () => {
  expect(await run()).toEqual([]);
  expect(await isCurrent(await applied(), folder)).toBe(true);
});

test("new migrations are applied in the order of their names, each once, however many processes start at once", async () => {
  write("90000000000002_second", `INSERT INTO steps VALUES (2);`);
  write("90000000000001_first", `CREATE TABLE steps (n int); INSERT INTO steps VALUES (1); SELECT pg_sleep(0.2);`);
  expect(await isCurrent(await applied(), folder)).toBe(false);
  const results = await Promise.all([run(), run(), run(), run()]);
  expect(results.flat().sort()).toEqual(["90000000000001_first", "90000000000002_second"]);
  const { rows } = await client.query("SELECT n FROM steps");
  expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await isCurrent(await applied(), folder)).toBe(true);
});

test("a failing migration is undone whole and named; those before it stay", async () => {
  write("90000000000003_good", "CREATE TABLE good (n int);");
  write("90000000000004_bad", "CREATE TABLE half (n int); SELECT 1/0;");
  await expect(run()).rejects.toThrow(/90000000000004_bad failed and was undone: division by zero/);
  const { rows } = await client.query("SELECT to_regclass('good') AS good, to_regclass('half') AS half");
  expect(rows).toEqual([{ good: "good", half: null }]);
  expect(await applied()).not.toContain("90000000000004_bad");
  write("90000000000004_bad", "CREATE TABLE half (n int);");
  expect(await run()).toEqual(["90000000000004_bad"]);
});

test("other line ends are the same migration", async () => {
  write("90000000000003_good", "CREATE TABLE good (n int);");
  write("90000000000005_lines", "CREATE TABLE lines (\n  n int\n);\n");
  await run();
  write("90000000000005_lines", "CREATE TABLE lines (\r\n  n int\r\n);\r\n");
  expect(await run()).toEqual([]);
});

test("a migration that changed after it was applied is refused by name", async () => {
  write("90000000000003_good", "CREATE TABLE good (n bigint);");
  await expect(run()).rejects.toThrow(/90000000000003_good was changed after it had been applied/);
  write("90000000000003_good", "CREATE TABLE good (n int);");
});

test("a database of a newer version is refused, and nothing is applied to it", async () => {
  rmSync(path.join(folder, "90000000000005_lines"), { recursive: true });
  write("90000000000006_more", "CREATE TABLE more (n int);");
  await expect(run()).rejects.toThrow(/made by a newer Claimdesk: it holds the migration 90000000000005_lines/);
  expect(await applied()).not.toContain("90000000000006_more");
  expect(await isCurrent(await applied(), folder)).toBe(false);
});
