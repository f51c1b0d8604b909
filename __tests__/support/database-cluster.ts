import type { Cluster } from "../../lib/platform/embedded-postgres";

type TestCluster = { readonly cluster: Cluster; readonly folder: string };

const kept = globalThis as typeof globalThis & { claimdeskTestCluster?: TestCluster };

/** Hand the running cluster from the set-up to the teardown of the same jest process. */
export function keepForTeardown(running: TestCluster): void {
  kept.claimdeskTestCluster = running;
}

/** Return the cluster the set-up started, or null when it did not get that far. */
export function findCluster(): TestCluster | null {
  return kept.claimdeskTestCluster ?? null;
}
