import { executeSystem } from "@/lib/platform/command";
import type { JobKind } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { expireClaims } from "./commands";
import { listExpiring } from "./store";

/** Take the verified claims of an article that expire by `day` (ISO date) back to the queue; returns how many came back. */
export async function expireArticle(articleId: string, day: string): Promise<number> {
  const outcome = await executeSystem(expireClaims, { articleId, day });
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output.reopened;
}

/** The UTC day of a moment. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/**
 * Articles with verified claims that have to be checked again: they wait from the first second of the day, and from the start of a
 * process that was off when the day came.
 */
export const CLAIM_JOBS: readonly JobKind[] = [
  {
    name: "claim.expire",
    waiting: async (tx) => {
      const due = await listExpiring(tx, dayOf(new Date()));
      return [...new Map(due.map(({ articleId: id, newsroomId }) => [id, { id, newsroomId }])).values()];
    },
    work: async (articleId) => {
      await expireArticle(articleId, dayOf(new Date()));
    },
    giveUp: async (articleId, why) => log.error({ articleId, why }, "claims could not expire"),
    retries: 3,
    retrySeconds: 60,
    expireSeconds: 300,
    atOnce: 1,
  },
];
