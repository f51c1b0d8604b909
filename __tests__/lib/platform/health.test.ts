import { testDatabase } from "@/__tests__/support/database";
import { disconnect } from "@/lib/platform/db";
import { checkHealth } from "@/lib/platform/health";

const database = testDatabase();

test("a migrated database that answers is ok", async () => {
  expect(await checkHealth("1.2.3")).toEqual({ status: "ok", version: "1.2.3", database: "ok" });
});

test("a database of another version is not", async () => {
  await database.db.$executeRaw`UPDATE "_prisma_migrations" SET migration_name = 'x' || migration_name`;
  expect(await checkHealth("1.2.3")).toMatchObject({ status: "unavailable", database: "not migrated to this version" });
  await database.db.$executeRaw`UPDATE "_prisma_migrations" SET migration_name = substr(migration_name, 2)`;
  expect(await checkHealth("1.2.3")).toMatchObject({ status: "ok" });
});

test("a database without tables is not", async () => {
  await database.db.$executeRaw`ALTER TABLE "_prisma_migrations" RENAME TO elsewhere`;
  expect(await checkHealth("1.2.3")).toMatchObject({ status: "unavailable" });
  await disconnect();
});
