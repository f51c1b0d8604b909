import path from "node:path";
import { Worker } from "node:worker_threads";
import { type Relocation, relocate } from "@/lib/core/anchoring/relocate";
import type { ExtractOptions } from "@/lib/core/extraction/types";
import type { Span } from "@/lib/core/text/span";
import { type CheckedClaim, checkText, type TextCheck } from "@/lib/core/workflow/text-check";
import { env } from "./env";
import { log } from "./log";
import { type Found, type OnStage, readText } from "./read-text";
import type { ReaderJob, ReaderWords } from "./reader-thread";
import { Refusal } from "./refusal";

/** Texts up to this many UTF-16 units (about 3,000 words) are read at once; longer ones in a thread beside the server. */
const SHORT = 20_000;
/** A thread with nothing to do ends after this long, and gives its memory back. */
const IDLE_MS = 60_000;
/** Texts that may wait for the thread before another one to be checked is refused. */
const MOST_WAITING = 20;

interface Waiting {
  readonly job: ReaderJob;
  /** Takes in what the thread says; true when that was the last of it. */
  readonly hear: (words: ReaderWords) => boolean;
  /** Is told whether the thread came to the end of it. */
  readonly settle: (done: boolean) => void;
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
  const found: { -readonly [Part in keyof Found]: Found[Part][number][] } = {
    claims: [],
    features: [],
    facts: [],
    factSentences: [],
  };
  await inThread({ text, options }, (words) => {
    if ("stage" in words) onStage(words.stage);
    if (!("last" in words)) return false;
    found.claims.push(...words.claims);
    found.features.push(...words.features);
    found.facts.push(...words.facts);
    found.factSentences.push(...words.factSentences);
    return words.last;
  });
  return found;
}

/**
 * Compare another text with the checked one, as `checkText` does, without keeping the process from its other work. Refuses with a
 * sentence when too many texts wait, or when the thread broke down over it.
 */
export async function checkTextBeside(
  checked: string,
  other: string,
  claims: readonly CheckedClaim[],
): Promise<TextCheck> {
  if (checked === other || checked.length + other.length <= SHORT) return checkText(checked, other, claims);
  if (desk().queue.length >= MOST_WAITING) {
    throw new Refusal("rate_limited", "Many long texts are being checked. Try again in a minute.");
  }
  return new Promise((resolve, reject) => {
    const hear = (words: ReaderWords): boolean => {
      if ("check" in words) resolve(words.check);
      return "check" in words;
    };
    inThread({ checked, other, claims }, hear).catch(reject);
  });
}

/**
 * Find places of one text again in another, as `relocate` does, without keeping the process from its other work. Refuses with a sentence
 * when the thread broke down over it.
 */
export async function relocateBeside(from: string, to: string, spans: readonly Span[]): Promise<readonly Relocation[]> {
  if (from === to || from.length + to.length <= SHORT) return relocate(from, to, spans);
  let found: readonly Relocation[] = [];
  const places = spans.map(({ start, end }) => ({ start, end }));
  await inThread({ from, to, spans: places }, (words) => {
    if (!("followed" in words)) return false;
    found = words.followed;
    return true;
  });
  return found;
}

/** Let the thread do a job when its turn comes; what it says is heard by `hear`. */
async function inThread(job: ReaderJob, hear: Waiting["hear"]): Promise<void> {
  const done = await new Promise<boolean>((settle) => {
    desk().queue.push({ job, hear, settle });
    next();
  });
  if (done) return;
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
  if (worker !== null && current !== null && state.current === current) finish(false);
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

function read(worker: Worker, { job, hear }: Waiting): void {
  worker.removeAllListeners("message");
  worker.on("message", (words: ReaderWords) => {
    if (hear(words)) finish(true);
  });
  // A program that ends waits for a text, not for an idle thread.
  worker.ref();
  worker.postMessage(job);
}

function finish(done: boolean): void {
  const state = desk();
  const { current } = state;
  state.current = null;
  current?.settle(done);
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
    if (state.current !== null) finish(false);
  });
  return worker;
}
