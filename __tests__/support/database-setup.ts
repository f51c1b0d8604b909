import { startEmbedded } from "../../lib/platform/embedded-postgres";
import { migrate } from "../../lib/platform/migrate";
import { keepForTeardown } from "./database-cluster";
import { newDataFolder } from "./product";

/** Start one PostgreSQL for all database tests, with a migrated database that each test file copies. */
export default async function setup(): Promise<void> {
  const folder = newDataFolder();
  const cluster = await startEmbedded(folder, { durable: false });
  keepForTeardown({ cluster, folder });
  await migrate(cluster.url);
  process.env.CLAIMDESK_TEST_TEMPLATE = cluster.url;
}
