/** Where a job stands: "retry" waits to be tried again. */
export type JobState = "created" | "retry" | "active" | "completed" | "cancelled" | "failed";

/** A job of the newsroom, as its admins see it. Moments are ISO 8601. */
export interface JobView {
  readonly id: string;
  /** The kind of work, such as "snapshot.fetch". */
  readonly name: string;
  readonly state: JobState;
  /** What it works on, when that is still there. */
  readonly about: { readonly title: string; readonly href: string } | null;
  /** Tries so far, and how many there may be. */
  readonly tries: number;
  readonly triesAllowed: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** When it is tried again; null when it is not waiting for that. */
  readonly nextAt: string | null;
  /** The words of the last error; "" when there was none. */
  readonly error: string;
}

/** Work that is done at set hours for all newsrooms. */
export interface TimedJobView {
  readonly name: string;
  /** Cron, UTC. */
  readonly schedule: string;
  readonly lastAt: string | null;
  readonly lastState: JobState | null;
}

/** What is done in the background: the newsroom's jobs, newest first, and what is done at set hours. */
export interface JobsView {
  /** When a process that works last looked after the queue, ISO 8601; null when none ever did. */
  readonly seenAt: string | null;
  /** Whether one is connected to the database now. */
  readonly working: boolean;
  readonly jobs: readonly JobView[];
  readonly timed: readonly TimedJobView[];
}
