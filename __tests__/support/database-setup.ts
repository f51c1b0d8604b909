import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../../lib/platform/embedded-postgres";
import { migrate } from "../../lib/platform/migrate";
import { keepForTeardown } from "./database-cluster";

/** Start one PostgreSQL for all database tests, with a migrated database that each test file copies. */
export default async function setup(): Promise<void> {
  const folder = path.join(tmpdir(), `claimdesk-test-${randomBytes(6).toString("hex")}`);
  const cluster = await startEmbedded(folder, { durable: false });
  keepForTeardown({ cluster, folder });
  await migrate(cluster.url);
  process.env.CLAIMDESK_TEST_TEMPLATE = cluster.url;
}
