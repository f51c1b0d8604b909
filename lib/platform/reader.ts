import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ExtractOptions } from "@/lib/core/extraction/types";
import { env } from "./env";
import { log } from "./log";
import { type Found, type OnStage, readText } from "./read-text";
import type { ReaderJob, ReaderWords } from "./reader-thread";
import { Refusal } from "./refusal";

/** Texts up to this many UTF-16 units (about 3,000 words) are read at once; longer ones in a thread beside the server. */
const SHORT = 20_000;
/** A thread with nothing to do ends after this long, and gives its memory back. */
const IDLE_MS = 60_000;

interface Waiting {
  readonly job: ReaderJob;
  readonly onStage: OnStage;
  readonly settle: (found: Found | null) => void;
}

interface Desk {
  readonly queue: Waiting[];
  current: Waiting | null;
  worker: Worker | null;
  idle: NodeJS.Timeout | null;
}

const kept = globalThis as typeof globalThis & { claimdeskReader?: Desk };

/** One per process, kept over hot reloads. */
function desk(): Desk {
  kept.claimdeskReader ??= { queue: [], current: null, worker: null, idle: null };
  return kept.claimdeskReader;
}

/**
 * Find the claims of a text, as `readText` does, without keeping the process from its other work. Long texts are read one
 * after the other; `onStage` is told of each stage as it begins. Refuses with a sentence when the reader broke down over it.
 */
export async function readClaims(
  text: string,
  options: ExtractOptions,
  onStage: OnStage = () => undefined,
): Promise<Found> {
  if (text.length <= SHORT) return readText(text, options, onStage);
  const found = await new Promise<Found | null>((settle) => {
    desk().queue.push({ job: { text, options }, onStage, settle });
    next();
  });
  if (found !== null) return found;
  throw new Refusal(
    "not_now",
    "The reader broke down over this text. Nothing was changed. Try again, or split the text into parts.",
  );
}

/** End the thread; whoever waits for its text is refused, and the next text gets a new thread. */
export async function closeReader(): Promise<void> {
  const state = desk();
  const { worker, current } = state;
  state.worker = null;
  await worker?.terminate();
  if (worker !== null && current !== null && state.current === current) finish(null);
}

function next(): void {
  const state = desk();
  if (state.current !== null) return;
  const waiting = state.queue.shift() ?? null;
  if (state.idle !== null) clearTimeout(state.idle);
  state.idle = null;
  state.current = waiting;
  if (waiting === null) {
    state.worker?.unref();
    state.idle = setTimeout(() => void closeReader(), IDLE_MS).unref();
    return;
  }
  state.worker ??= start();
  read(state.worker, waiting);
}

function read(worker: Worker, { job, onStage }: Waiting): void {
  const found: { -readonly [Part in keyof Found]: Found[Part][number][] } = {
    claims: [],
    features: [],
    facts: [],
    factSentences: [],
  };
  worker.removeAllListeners("message");
  worker.on("message", (words: ReaderWords) => {
    if ("stage" in words) return onStage(words.stage);
    found.claims.push(...words.claims);
    found.features.push(...words.features);
    found.facts.push(...words.facts);
    found.factSentences.push(...words.factSentences);
    if (words.last) finish(found);
  });
  // A program that ends waits for a text, not for an idle thread.
  worker.ref();
  worker.postMessage(job);
}

function finish(found: Found | null): void {
  const state = desk();
  const { current } = state;
  state.current = null;
  current?.settle(found);
  next();
}

/** Start the thread. When it ends while it reads, its text is refused, and the next text gets a new thread. */
function start(): Worker {
  const worker = new Worker(path.join(/* turbopackIgnore: true */ env().CLAIMDESK_ROOT, "dist", "reader-thread.cjs"));
  worker.on("error", (error) => log.error({ err: error }, "the reader's thread broke down"));
  worker.on("exit", () => {
    const state = desk();
    if (state.worker !== worker) return;
    state.worker = null;
    if (state.current !== null) finish(null);
  });
  return worker;
}
