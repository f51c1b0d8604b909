import { type DocumentFormat, reportFileName } from "@/lib/core/report/formats";
import { FOR_THE_PUBLIC, type ReportOptions } from "@/lib/core/report/options";
import type { Report } from "@/lib/core/report/report";
import { renderTypst } from "@/lib/core/report/typst";
import { type Actor, authorize } from "@/lib/platform/actor";
import type { Progress } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { typeset } from "@/lib/platform/typst";
import { loadReport } from "@/lib/reports/queries";
import { renderDocx } from "./docx";
import type { ExportFile, ExportView } from "./schema";
import * as store from "./store";

/** Load what a person had written of an article lately, newest first. */
export async function loadExports(actor: Actor, articleId: string): Promise<ExportView[]> {
  authorize(actor, "report.export");
  return (await store.listExports(db(), actor.newsroomId, actor.userId, articleId)).map(view);
}

/** Load how far one of a person's exports has come. Not yours and not there are the same answer. */
export async function loadExport(actor: Actor, exportId: string): Promise<ExportView> {
  authorize(actor, "report.export");
  return view(await requireExport(actor, exportId));
}

/** Load the file of one of a person's exports. Refused with a sentence while it is not finished. */
export async function loadExportFile(actor: Actor, exportId: string): Promise<ExportFile> {
  authorize(actor, "report.export");
  const record = await requireExport(actor, exportId);
  const bytes = record.state === "done" ? await store.readBytes(db(), record) : null;
  if (bytes === null) throw new Refusal("not_now", "This document is not written yet. Wait a moment, then try again.");
  return { name: record.name, mediaType: record.mediaType, bytes };
}

async function requireExport(actor: Actor, exportId: string): Promise<store.ExportRecord> {
  const record = await store.findExport(db(), actor.newsroomId, actor.userId, exportId);
  if (!record) throw notFound("export");
  return record;
}

function view({ requestedAt, ...record }: store.ExportRecord): ExportView {
  const { id, articleId, format, state, progress, doing, failure, name, size } = record;
  return { id, articleId, format, state, progress, doing, failure, name, size, requestedAt: requestedAt.toISOString() };
}

/** How a document is written, and whom to tell how far it has come. */
export interface Writing {
  readonly options?: ReportOptions;
  readonly report?: (progress: Progress) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Write an article's report as a document, for the public when nobody says otherwise. Writes nothing to the database. Not yours and not there are the same answer. */
export async function writeDocument(
  actor: Actor,
  articleId: string,
  format: DocumentFormat,
  { options = FOR_THE_PUBLIC, report: tell = async () => undefined, signal }: Writing = {},
): Promise<ExportFile> {
  await tell({ share: 0.1, words: "Reading the records" });
  const report = await loadReport(actor, articleId, options);
  signal?.throwIfAborted();
  await tell({ share: 0.4, words: format === "pdf" ? "Typesetting" : "Writing the document" });
  const bytes = await render(report, format, signal);
  await tell({ share: 0.95, words: "Storing the file" });
  return { ...reportFileName(report, format), bytes };
}

async function render(report: Report, format: DocumentFormat, signal?: AbortSignal): Promise<Uint8Array> {
  if (format === "docx") return renderDocx(report);
  return (await typeset((unset) => renderTypst(report, unset), signal)).pdf;
}
