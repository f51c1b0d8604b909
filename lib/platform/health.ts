import { type Db, db } from "./db";
import { isCurrent } from "./migrate";

/** Whether this process can serve, and if not, what a person should look at. */
export type Health =
  | { readonly status: "ok"; readonly version: string; readonly database: string }
  | { readonly status: "unavailable"; readonly version: string; readonly database: string };

const LIMIT_MS = 4000;

async function askDatabase(database: Db): Promise<string> {
  const rows = await database.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const current = await isCurrent(rows.map((row) => row.migration_name));
  return current ? "ok" : "not migrated to this version";
}

/** Ask the database a real question and compare its migrations with this version's; a silent database counts as down after 4 s. */
export async function checkHealth(version: string): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("does not answer"), LIMIT_MS);
  });
  const database = await Promise.race([askDatabase(db()).catch(() => "does not answer"), late]);
  clearTimeout(timer);
  return { status: database === "ok" ? "ok" : "unavailable", version, database };
}
