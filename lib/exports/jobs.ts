import { type Actor, findActor } from "@/lib/platform/actor";
import { executeSystem, type Outcome, type Progress } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import type { Attempt, JobKind } from "@/lib/platform/jobs";
import { Refusal } from "@/lib/platform/refusal";
import { deleteOldExports, failExport, finishExport } from "./commands";
import { writeDocument } from "./queries";
import { EXPORT_FORMATS, type ExportFile, type ExportFormat, optionsText } from "./schema";
import * as store from "./store";

const DAY_MS = 24 * 60 * 60_000;

/** An export to be written: for whom, of what, and whom to tell how far it has come. */
export interface ExportOrder {
  readonly actor: Actor;
  readonly articleId: string;
  /** What the one who asked chose, as requestExport took it. */
  readonly options: string;
  readonly report: (progress: Progress) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Who writes each format. Another thing that takes long is one more line here, in EXPORT_FORMATS and in EXPORT_ACTIONS. */
const WRITERS: Readonly<Record<ExportFormat, (order: ExportOrder) => Promise<ExportFile>>> = {
  pdf: (order) => writeReport(order, "pdf"),
  docx: (order) => writeReport(order, "docx"),
};

function writeReport({ actor, articleId, options, report, signal }: ExportOrder, format: "pdf" | "docx") {
  return writeDocument(actor, articleId, format, { options: optionsText.parse(options), report, signal });
}

/** Writes what people asked for, and clears away what they asked for more than a day ago. */
export const EXPORT_JOBS: readonly JobKind[] = [
  {
    name: "export.write",
    waiting: store.listWaiting,
    work: (id, attempt) => write(id, attempt),
    giveUp: async (exportId, why) => {
      await must(executeSystem(failExport, { exportId, why: `The document could not be written: ${why}` }));
    },
    retries: 2,
    retrySeconds: 3,
    expireSeconds: 900,
    // A PDF of thousands of claims takes the typesetter gigabytes: one at a time.
    atOnce: 1,
  },
  {
    name: "export.deleteOld",
    schedule: "23 * * * *",
    work: async () => {
      await must(executeSystem(deleteOldExports, { until: new Date(Date.now() - DAY_MS) }));
    },
  },
];

/** A refusal is final: whoever asked reads its sentence. Anything else is thrown, and tried again. */
async function write(exportId: string, { signal }: Attempt): Promise<void> {
  const order = await store.findOpen(db(), exportId);
  if (!order) return;
  try {
    const file = await written(order, signal);
    await must(executeSystem(finishExport, { exportId, file }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await must(executeSystem(failExport, { exportId, why: error.message }));
  }
}

async function written(order: store.ExportRecord, signal: AbortSignal): Promise<ExportFile> {
  const { id, articleId, newsroomId, requestedById } = order;
  const actor = await findActor(db(), requestedById);
  if (actor?.newsroomId !== newsroomId)
    throw new Refusal("forbidden", "Whoever asked for this is no longer in the newsroom.");
  const format = EXPORT_FORMATS.find((known) => known === order.format);
  if (!format) throw new Refusal("invalid", "Nobody writes this format any more.");
  return WRITERS[format]({
    actor,
    articleId,
    options: queryOf(order.options),
    signal,
    report: async ({ share, words }) => {
      if (!(await store.saveProgress(db(), id, share, words)))
        throw new Refusal("not_now", "This was replaced by a newer one.");
    },
  });
}

function queryOf(options: unknown): string {
  const query = typeof options === "object" && options !== null && "query" in options ? options.query : "";
  return typeof query === "string" ? query : "";
}

async function must<Output>(outcome: Promise<Outcome<Output>>): Promise<Output> {
  const settled = await outcome;
  if (!settled.ok) throw settled.refusal;
  return settled.output;
}
