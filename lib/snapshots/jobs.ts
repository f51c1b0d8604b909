import type { z } from "zod";
import { executeSystem, type SystemCommand } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type Fetched, fetchPage } from "@/lib/platform/fetch-page";
import type { Attempt, JobKind, RowJob } from "@/lib/platform/jobs";
import { failFetch, noteProgress, recheckSources, storeFetched } from "./commands";
import { FETCH_TRIES } from "./fetch-tries";
import { contentOf } from "./keeping";
import * as store from "./store";

/** Fetch the copies that were asked for. */
export const fetchJob: RowJob = {
  name: "snapshot.fetch",
  waiting: (tx) => store.listWaiting(tx),
  work: fetchSnapshot,
  giveUp: (id, why) => fail(id, { why, attempts: null }),
  retries: FETCH_TRIES - 1,
  retrySeconds: 20,
  // Half a minute for the answer, a minute for reading it, and other documents may have to be read first.
  expireSeconds: 180,
  atOnce: 2,
};

/** Look at what is quoted again, every night. */
export const recheckJob: JobKind = {
  name: "snapshot.recheck",
  schedule: "17 2 * * *",
  work: () => recheckDue(new Date()),
};

export const SNAPSHOT_JOBS: readonly JobKind[] = [fetchJob, recheckJob];

/** A fetch that may succeed later. */
class TryAgain extends Error {
  override name = "TryAgain";
}

/** A job's own command is never refused; if it is, the job fails and is seen. */
async function must<Input extends z.ZodType>(command: SystemCommand<Input>, input: z.input<Input>): Promise<void> {
  const outcome = await executeSystem(command, input);
  if (!outcome.ok) throw outcome.refusal;
}

async function fetchSnapshot(id: string, { attempt, attempts, signal }: Attempt): Promise<void> {
  const snapshot = await store.findState(db(), id);
  if (!snapshot || snapshot.state === "done" || snapshot.state === "failed") return;
  await must(noteProgress, { snapshotId: id, state: "working", attempts: attempt, failure: "" });
  const answer = await fetchPage(snapshot.url, { allow: env().CLAIMDESK_FETCH_ALLOW, signal });
  const failure = failureOf(answer);
  if (failure === null && answer.ok) {
    const bytes = new Uint8Array(answer.bytes);
    const content = await contentOf(bytes, answer);
    await must(storeFetched, { snapshotId: id, attempts: attempt, made: { bytes, content } });
    return;
  }
  // The last try says itself that it failed; `giveUp` is for tries that were cut off.
  if (failure?.again && attempt < attempts) {
    await must(noteProgress, { snapshotId: id, state: "waiting", attempts: attempt, failure: failure.why });
    throw new TryAgain(failure.why);
  }
  await fail(id, { attempts: attempt, why: "", ...failure });
}

interface Failure {
  readonly why: string;
  readonly again: boolean;
  readonly status: number | null;
  readonly finalUrl: string;
  readonly gone: boolean;
}

/** What of an answer is no page, in a sentence; null when it is one. */
function failureOf(answer: Fetched): Failure | null {
  if (!answer.ok) return { why: answer.why, again: answer.again, status: null, finalUrl: "", gone: false };
  const { status, finalUrl } = answer;
  if (status >= 200 && status < 300) return null;
  const again = status >= 500 || status === 408 || status === 425 || status === 429;
  return { why: statusWords(status), again, status, finalUrl, gone: status === 404 || status === 410 };
}

function statusWords(status: number): string {
  switch (status) {
    case 401:
    case 402:
    case 403:
    case 451:
      return `The server does not show this page to us (${status}). Save it from your browser and upload the file.`;
    case 404:
    case 410:
      return `The server says that there is no such page (${status}).`;
    case 429:
      return `The server asks for fewer visits (${status}).`;
    default:
      return status >= 500 ? `The server has trouble (${status}).` : `The server answered ${status}, which is no page.`;
  }
}

async function fail(
  id: string,
  failure: Partial<Failure> & { readonly why: string; readonly attempts: number | null },
) {
  const { why, attempts, status = null, finalUrl = "", gone = false } = failure;
  await must(failFetch, { snapshotId: id, attempts, why, status, finalUrl, gone });
}

/** A source is not looked at again by itself within this many hours. */
const REST_HOURS = 20;

/** Ask for a fetch of every quoted web source that nobody looked at within the last hours. */
export async function recheckDue(now: Date): Promise<void> {
  const due = await store.listDue(db(), new Date(now.getTime() - REST_HOURS * 3_600_000));
  const newsrooms = new Set(due.map(({ newsroomId }) => newsroomId));
  for (const newsroomId of newsrooms) {
    const sources = due.filter((source) => source.newsroomId === newsroomId).map(({ id, url }) => ({ id, url }));
    await must(recheckSources, { newsroomId, sources });
  }
}
