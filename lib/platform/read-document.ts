import { fork } from "node:child_process";
import path from "node:path";
import { type Reading, SAYS_NOTHING } from "@/lib/core/evidence/document";
import type { DocumentJob, DocumentWords } from "./document-process";
import { env } from "./env";
import { log } from "./log";

/** How long one document may take, in milliseconds, and what its process may hold, in megabytes. */
export interface ReadingLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { milliseconds: 60_000, megabytes: 768 };

/** The last document that is being read: the next one waits for it. One per process, kept over hot reloads. */
const kept = globalThis as typeof globalThis & { claimdeskDocuments?: Promise<unknown> };

/**
 * Read what a document says, in a process of its own that ends with it: what a hostile document breaks is that process. (A thread that
 * runs out of memory may take its whole process along.) Documents are read one after the other. Never throws: a document that can't be read has no text and says why.
 */
export function readDocument(
  bytes: Uint8Array,
  { url = "", charset = null }: { readonly url?: string; readonly charset?: string | null } = {},
  limits: ReadingLimits = LIMITS,
): Promise<Reading> {
  const turn = (kept.claimdeskDocuments ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => readApart({ bytes: new Uint8Array(bytes), url, charset }, limits));
  kept.claimdeskDocuments = turn;
  return turn;
}

function readApart(job: DocumentJob, { milliseconds, megabytes }: ReadingLimits): Promise<Reading> {
  const script = path.join(/* turbopackIgnore: true */ env().CLAIMDESK_ROOT, "dist", "document-process.cjs");
  const reader = fork(script, [], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    // It needs no setting, and no document shall find the way to the database. Windows can't do without this one.
    env: { NODE_ENV: "production", SystemRoot: process.env.SystemRoot },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let mediaType = "application/octet-stream";
  let late: NodeJS.Timeout | undefined;
  return new Promise<Reading>((resolve) => {
    const unread = (why: string) => resolve({ mediaType, text: "", pages: [], about: SAYS_NOTHING, unread: why });
    late = setTimeout(() => unread("Reading this document took too long, so it has no text."), milliseconds);
    reader.on("message", (words: DocumentWords) => {
      if ("text" in words) resolve({ mediaType, ...words });
      else mediaType = words.mediaType;
    });
    const broken = (error: unknown) => {
      log.warn({ err: error }, "a document could not be read");
      unread("This document is too large or too tangled to be read, so it has no text.");
    };
    reader.once("error", broken);
    reader.once("exit", (code, signal) => broken(`ended by ${signal ?? code}`));
    reader.send(job, (error) => {
      if (error) broken(error);
    });
  }).finally(() => {
    clearTimeout(late);
    reader.removeAllListeners("exit");
    reader.kill("SIGKILL");
  });
}
