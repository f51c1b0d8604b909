import { z } from "zod";
import { authorize } from "@/lib/platform/actor";
import { command, systemCommand } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/refusal";
import { EXPORT_ACTIONS, type ExportFile, requestExportInput } from "./schema";
import * as store from "./store";

/**
 * Have a report written in the background; it replaces what the same person asked for before, of the same article in the same format.
 * The entry goes into the newsroom's ledger: an article's own would move on, and with it the moment that the report speaks of.
 */
export const requestExport = command({
  name: "export.request",
  input: requestExportInput,
  action: "report.export",
  run: async ({ tx, actor, now, newId }, { articleId, format, options }) => {
    authorize(actor, EXPORT_ACTIONS[format]);
    const { newsroomId, userId } = actor;
    const title = await store.findTitle(tx, newsroomId, articleId);
    if (title === null) throw notFound("article");
    const id = newId();
    await store.replaceExport(tx, {
      id,
      newsroomId,
      articleId,
      format,
      options,
      requestedById: userId,
      requestedAt: now,
    });
    return {
      output: { exportId: id },
      entry: { newsroomId, subject: articleId, data: { name: title, after: { format, options } } },
    };
  },
});

const exportId = z.object({ exportId: z.string() });

/** Keep what the background wrote. Nothing happens when nobody waits for it any more. */
export const finishExport = systemCommand({
  name: "export.finish",
  input: exportId.extend({ file: z.custom<ExportFile>() }),
  run: async ({ tx, now }, { exportId, file }) => {
    const open = await store.findOpen(tx, exportId);
    return { output: { kept: open !== null && (await store.finishExport(tx, open, file, now)) }, entry: null };
  },
});

/** Say why the background could not write an export. */
export const failExport = systemCommand({
  name: "export.fail",
  input: exportId.extend({ why: z.string() }),
  run: async ({ tx, now }, { exportId, why }) => {
    return { output: { failed: await store.failExport(tx, exportId, why, now) }, entry: null };
  },
});

/** Delete the exports that were asked for before a moment: they are copies, and can be written again. */
export const deleteOldExports = systemCommand({
  name: "export.deleteOld",
  input: z.object({ until: z.date() }),
  run: async ({ tx }, { until }) => ({ output: { deleted: await store.deleteOld(tx, until) }, entry: null }),
});
