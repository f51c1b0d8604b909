import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { errorWords } from "@/lib/platform/jobs";
import type { JobsView, JobView } from "./schema";
import * as store from "./store";

/** Load what is done in the background for the newsroom, and whether anybody does it. */
export async function loadJobs(actor: Actor): Promise<JobsView> {
  authorize(actor, "settings.manage");
  const tx = db();
  if (!(await store.hasQueue(tx))) return { seenAt: null, working: false, jobs: [], timed: [] };
  const [seen, working, jobs, timed] = await Promise.all([
    store.readSeen(tx),
    store.isWorkedOn(tx),
    store.listJobs(tx, actor.newsroomId),
    store.listTimed(tx),
  ]);
  return {
    seenAt: seen?.toISOString() ?? null,
    working,
    jobs: jobs.map(jobView),
    timed: timed.map(({ lastAt, ...rest }) => ({ ...rest, lastAt: lastAt?.toISOString() ?? null })),
  };
}

function jobView(row: store.JobRecord): JobView {
  const { id, name, state, retryCount, retryLimit, createdOn, startedOn, completedOn, startAfter, output } = row;
  return {
    id,
    name,
    state,
    about: about(row),
    // The queue counts retries: the first try is none.
    tries: startedOn === null ? 0 : retryCount + 1,
    triesAllowed: retryLimit + 1,
    createdAt: createdOn.toISOString(),
    startedAt: startedOn?.toISOString() ?? null,
    endedAt: completedOn?.toISOString() ?? null,
    nextAt: state === "retry" ? startAfter.toISOString() : null,
    error: state === "retry" || state === "failed" ? errorWords(output) : "",
  };
}

function about({ name, sourceId, sourceTitle, articleId, articleTitle }: store.JobRecord): JobView["about"] {
  if (sourceId !== null && sourceTitle !== null) return { title: sourceTitle, href: `/sources/${sourceId}` };
  if (articleId === null || articleTitle === null) return null;
  return { title: articleTitle, href: name.startsWith("export.") ? `/reports/${articleId}` : `/articles/${articleId}` };
}
