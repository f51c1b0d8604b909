import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import { may, refusalWords } from "@/lib/core/policy/policy";
import { loadJobs } from "@/lib/jobs/queries";
import type { JobsView, JobView, TimedJobView } from "@/lib/jobs/schema";
import { requireActor } from "@/lib/platform/session";
import { PageBody, PageHeader } from "../../_shell/page-header";
import { JOB_LABELS, STATE_WORDS, scheduleWords } from "./words";

export const metadata: Metadata = { title: "Work in the background" };

/** What is fetched, checked again and written while people go on: what waits, what runs, what failed and why. */
export default async function JobsPage() {
  const actor = await requireActor("/settings/jobs");
  const allowed = may(actor.role, "settings.manage");
  return (
    <>
      <PageHeader
        over={
          <Link href="/settings" className="hover:text-ink hover:underline hover:underline-offset-3">
            Settings
          </Link>
        }
        title="Work in the background"
        meta="Pages that are fetched, quotes that are looked for again, reports that are written. What is done stays here for some hours."
      />
      <PageBody className="flex max-w-5xl flex-col gap-10">
        {allowed ? (
          <Jobs view={await loadJobs(actor)} />
        ) : (
          <Notice title="This page is for those who run the newsroom">
            {refusalWords(actor.role, "settings.manage")}
          </Notice>
        )}
      </PageBody>
    </>
  );
}

function Jobs({ view }: { readonly view: JobsView }) {
  const { seenAt, working, jobs, timed } = view;
  return (
    <>
      {working ? (
        <p className="text-muted">What waits is done as it comes in.</p>
      ) : (
        <Notice tone="warning" title="Nobody works in the background">
          {seenAt !== null && (
            <>
              The queue was looked after <RelativeTime at={seenAt} />.{" "}
            </>
          )}
          What waits is kept, and is done as soon as Claimdesk is started again.
        </Notice>
      )}
      <section aria-labelledby="jobs">
        <h2 id="jobs" className="border-ink border-b pb-1.5 font-medium">
          Jobs
        </h2>
        {jobs.length === 0 ? (
          <EmptyState title="Nothing was to do">Add a web source, and the page is fetched here.</EmptyState>
        ) : (
          <ul>
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </ul>
        )}
      </section>
      {timed.length > 0 && (
        <section aria-labelledby="timed">
          <h2 id="timed" className="border-ink border-b pb-1.5 font-medium">
            At set hours
          </h2>
          <ul>
            {timed.map((one) => (
              <TimedLine key={one.name} timed={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const LINE = "grid gap-x-6 gap-y-0.5 border-line border-b py-2 md:grid-cols-[12rem_minmax(0,1fr)_15rem]";

function JobLine({ job }: { readonly job: JobView }) {
  const { name, state, about, tries, triesAllowed, createdAt, endedAt, nextAt, error } = job;
  return (
    <li className={LINE}>
      <p>{JOB_LABELS[name] ?? name}</p>
      <div className="min-w-0">
        {about === null ? (
          <p className="text-muted">What it was about is gone.</p>
        ) : (
          <Link
            href={about.href}
            className="wrap-anywhere underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {about.title}
          </Link>
        )}
        {error !== "" && <p className="wrap-anywhere text-muted text-sm">{error}</p>}
      </div>
      <p className="text-muted text-sm md:text-right">
        <span className={state === "failed" ? "font-medium text-reopened" : "text-ink"}>{STATE_WORDS[state]}</span>
        {tries > 1 && ` · try ${tries} of ${triesAllowed}`}
        {" · "}
        {nextAt === null ? <RelativeTime at={endedAt ?? createdAt} /> : "again soon"}
      </p>
    </li>
  );
}

function TimedLine({ timed: { name, schedule, lastAt, lastState } }: { readonly timed: TimedJobView }) {
  return (
    <li className={LINE}>
      <p>{JOB_LABELS[name] ?? name}</p>
      <p className="text-muted">{scheduleWords(schedule)}</p>
      <p className="text-muted text-sm md:text-right">
        {lastAt === null || lastState === null ? (
          "Not yet done"
        ) : (
          <>
            <span className={lastState === "failed" ? "font-medium text-reopened" : "text-ink"}>
              {STATE_WORDS[lastState]}
            </span>
            {" · "}
            <RelativeTime at={lastAt} />
          </>
        )}
      </p>
    </li>
  );
}
