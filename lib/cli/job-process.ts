import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { env } from "@/lib/platform/env";

/** Milliseconds before a process that ended by itself is started again: at first, and at most. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Milliseconds that the process has to end what it works on. */
const PATIENCE_MS = 8_000;

/** Keep the process for work in the background running, started again whenever it ends; returns how to stop it. */
export function keepJobProcess(): () => Promise<void> {
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;
  let wait = FIRST_WAIT_MS;
  const start = () => {
    const started = fork(path.join(env().CLAIMDESK_ROOT, "dist", "jobs.cjs"), { execArgv: process.execArgv });
    child = started;
    started.once("message", () => {
      wait = FIRST_WAIT_MS;
    });
    started.once("exit", () => {
      child = null;
      if (stopping) return;
      timer = setTimeout(start, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    });
  };
  start();
  return async () => {
    stopping = true;
    if (timer !== null) clearTimeout(timer);
    const running = child;
    if (running === null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    const hurry = setTimeout(() => running.kill("SIGKILL"), PATIENCE_MS);
    running.kill("SIGTERM");
    await ended;
    clearTimeout(hurry);
  };
}
