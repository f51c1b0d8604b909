"use client";

import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, MINUTE / 2);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const thisMinute = (): number => Math.floor(Date.now() / MINUTE) * MINUTE;

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, minutes: number])[] = [
  ["day", 24 * 60],
  ["hour", 60],
  ["minute", 1],
];

/** Say how far `at` lies from `now` (ms) in words: "just now", "5 minutes ago", "yesterday", then the date. */
export function relativeWords(at: Date, now: number): string {
  // The page counts in whole minutes: what happened in this one seems to lie ahead of it.
  const minutes = Math.trunc((at.getTime() - now) / MINUTE);
  if (Math.abs(minutes) < 1) return "just now";
  if (Math.abs(minutes) >= 7 * 24 * 60) return dayWords(at, now);
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const [unit, size] = STEPS.find(([, step]) => Math.abs(minutes) >= step) ?? ["minute", 1];
  return words.format(Math.trunc(minutes / size), unit);
}

function dayWords(at: Date, now: number): string {
  const sameYear = at.getUTCFullYear() === new Date(now).getUTCFullYear();
  const year = sameYear ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...year, timeZone: "UTC" }).format(at);
}

/** Write the exact moment, in the reader's own time zone once the page runs there. */
export function exactWords(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    ...(timeZone && { timeZone }),
  }).format(at);
}

/** When something happened, in relative words, the exact moment on hover. Keeps itself current every half minute. */
export function RelativeTime({ at, className }: { readonly at: string; readonly className?: string }) {
  const now = useSyncExternalStore(subscribe, thisMinute, thisMinute);
  const local = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const moment = new Date(at);
  return (
    <time
      dateTime={at}
      title={local ? exactWords(moment) : `${exactWords(moment, "UTC")} UTC`}
      className={className}
      suppressHydrationWarning
    >
      {relativeWords(moment, now)}
    </time>
  );
}

const noSubscription = (): (() => void) => () => {};

/** A calendar day (YYYY-MM-DD) as people write it, "22 March 2017"; an empty string for null. */
export function dayInWords(day: string | null): string {
  if (!day) return "";
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
        date,
      );
}
