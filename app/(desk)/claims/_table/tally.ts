import type { BulkDone } from "@/lib/claims/schema";
import { counted } from "./words";

/** Say what a bulk command did: "12 claims accepted. 3 left as they were: 2 already open, 1 …". */
export function tally(past: string, { changed, skipped }: Pick<BulkDone, "changed" | "skipped">): string {
  const reasons = Object.entries(skipped);
  const left = reasons.reduce((sum, [, count]) => sum + count, 0);
  const head = changed === 0 ? `No claim was ${past}.` : `${counted(changed, "claim")} ${past}.`;
  if (left === 0) return head;
  const why = reasons
    .map(([reason, count]) => `${reason.replace(/\.$/, "")} (${count.toLocaleString("en")})`)
    .join("; ");
  return `${head} ${left.toLocaleString("en")} left as ${left === 1 ? "it was" : "they were"}: ${why}.`;
}
