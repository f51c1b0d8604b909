import type { JobState } from "@/lib/jobs/schema";

/** The kinds of work as people read them. */
export const JOB_LABELS: Readonly<Record<string, string>> = {
  "snapshot.fetch": "Fetch a page",
  "snapshot.recheck": "Look for quotes again",
  "export.write": "Write a report",
  "export.deleteOld": "Clear old files away",
  "claim.expire": "Reopen what expired",
};

export const STATE_WORDS: Record<JobState, string> = {
  created: "Waits",
  retry: "Failed, is tried again",
  active: "Is being done",
  completed: "Done",
  cancelled: "Stopped",
  failed: "Failed",
};

/** Say when work is done: "Every day at 03:20 UTC" for "20 3 * * *", "Every hour"; other schedules as they are written. */
export function scheduleWords(schedule: string): string {
  if (/^\d{1,2} \* \* \* \*$/.test(schedule)) return "Every hour";
  const [, minute = "", hour = ""] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(schedule) ?? [];
  if (hour === "") return `${schedule} (UTC)`;
  return `Every day at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")} UTC`;
}
