import { CLAIM_JOBS } from "@/lib/claims/jobs";
import { EXPORT_JOBS } from "@/lib/exports/jobs";
import { disconnect } from "@/lib/platform/db";
import { type JobKind, runJobs } from "@/lib/platform/jobs";
import { SNAPSHOT_JOBS } from "@/lib/snapshots/jobs";

/** Everything that is done in the background. */
const KINDS: readonly JobKind[] = [...SNAPSHOT_JOBS, ...EXPORT_JOBS, ...CLAIM_JOBS];

/**
 * The process that works in the background, beside the one that serves: a document that takes long to read, or a report that takes long
 * to set, holds up no page. It ends when its parent does.
 */
async function main(): Promise<void> {
  const { stop } = await runJobs(KINDS);
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await stop();
    await disconnect();
    process.exit(0);
  };
  // Ctrl-C reaches every process of the terminal; the parent says when it is time.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => void end());
  process.on("disconnect", () => void end());
  process.send?.("ready");
}

main().catch((error: unknown) => {
  console.error(`The work in the background can't run: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
