import { rmSync } from "node:fs";
import { findCluster } from "./database-cluster";

/** Stop the PostgreSQL of the database tests and remove its folder. */
export default async function teardown(): Promise<void> {
  const running = findCluster();
  if (running === null) return;
  await running.cluster.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
