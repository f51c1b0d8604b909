import { createHash } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import type { JobRow } from "@/lib/platform/jobs";
import type { Export } from "@/prisma/generated/client";
import type { ExportFile, ExportFormat } from "./schema";

/** An export's row. */
export type ExportRecord = Export;

/** Find an article's title in a newsroom; null when it is not there. */
export async function findTitle(tx: Tx, newsroomId: string, articleId: string): Promise<string | null> {
  const article = await tx.article.findFirst({ where: { id: articleId, newsroomId }, select: { title: true } });
  return article?.title ?? null;
}

/** Put an export in the place of those that the same person asked for before, of the same article in the same format. */
export async function replaceExport(
  tx: Tx,
  order: {
    readonly id: string;
    readonly newsroomId: string;
    readonly articleId: string;
    readonly format: ExportFormat;
    readonly options: string;
    readonly requestedById: string;
    readonly requestedAt: Date;
  },
): Promise<void> {
  const { newsroomId, articleId, format, requestedById } = order;
  await deleteExports(tx, await tx.export.findMany({ where: { newsroomId, articleId, format, requestedById } }));
  await tx.export.create({ data: { ...order, options: { query: order.options } } });
}

/** Find a person's export; null when it is not there, or is somebody else's. */
export function findExport(
  tx: Tx,
  newsroomId: string,
  requestedById: string,
  id: string,
): Promise<ExportRecord | null> {
  return tx.export.findFirst({ where: { id, newsroomId, requestedById } });
}

/** List a person's exports of an article, newest first. */
export function listExports(tx: Tx, newsroomId: string, requestedById: string, articleId: string) {
  const where = { newsroomId, requestedById, articleId };
  return tx.export.findMany({ where, orderBy: [{ requestedAt: "desc" }, { id: "asc" }], take: 20 });
}

/** Read an export that may still be worked on; null when it was replaced or is finished. */
export function findOpen(tx: Tx, id: string): Promise<ExportRecord | null> {
  return tx.export.findFirst({ where: { id, state: { in: ["waiting", "working"] } } });
}

/** List the exports that wait to be written, or whose writing a process left unfinished. */
export function listWaiting(tx: Tx): Promise<JobRow[]> {
  return tx.export.findMany({
    where: { state: { in: ["waiting", "working"] } },
    orderBy: { requestedAt: "asc" },
    take: 200,
    select: { id: true, newsroomId: true },
  });
}

/** Note how far an export has come; false when nobody waits for it any more. */
export async function saveProgress(tx: Tx, id: string, progress: number, doing: string): Promise<boolean> {
  const where = { id, state: { in: ["waiting", "working"] as ("waiting" | "working")[] } };
  const { count } = await tx.export.updateMany({ where, data: { state: "working", progress, doing } });
  return count === 1;
}

/** Keep the written file and finish the export; false when nobody waits for it any more. */
export async function finishExport(
  tx: Tx,
  { id, newsroomId }: ExportRecord,
  file: ExportFile,
  now: Date,
): Promise<boolean> {
  const { name, mediaType, bytes } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { count } = await tx.export.updateMany({
    where: { id, state: { in: ["waiting", "working"] } },
    data: {
      state: "done",
      progress: 1,
      doing: "",
      failure: "",
      name,
      mediaType,
      sha256,
      size: bytes.length,
      doneAt: now,
    },
  });
  if (count === 0) return false;
  await tx.blob.createMany({
    data: [{ newsroomId, sha256, size: bytes.length, bytes: new Uint8Array(bytes), createdAt: now }],
    skipDuplicates: true,
  });
  return true;
}

/** Say that an export can't be written, and why; false when nobody waits for it any more. */
export async function failExport(tx: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  const { count } = await tx.export.updateMany({
    where: { id, state: { in: ["waiting", "working"] } },
    data: { state: "failed", doing: "", failure, doneAt: now },
  });
  return count === 1;
}

/** Read the bytes of a finished export; null when they are not there. */
export async function readBytes(tx: Tx, { newsroomId, sha256 }: ExportRecord): Promise<Uint8Array | null> {
  if (sha256 === null) return null;
  const blob = await tx.blob.findUnique({
    where: { newsroomId_sha256: { newsroomId, sha256 } },
    select: { bytes: true },
  });
  return blob?.bytes ?? null;
}

/** Delete the exports that were asked for before `until`, with bytes that nothing else holds; returns how many. */
export async function deleteOld(tx: Tx, until: Date): Promise<number> {
  const old = await tx.export.findMany({ where: { requestedAt: { lt: until } }, take: 1_000 });
  await deleteExports(tx, old);
  return old.length;
}

async function deleteExports(tx: Tx, exports: readonly ExportRecord[]): Promise<void> {
  if (exports.length === 0) return;
  await tx.export.deleteMany({ where: { id: { in: exports.map(({ id }) => id) } } });
  for (const { newsroomId, sha256 } of exports) {
    if (sha256 === null) continue;
    await tx.$executeRaw`
      DELETE FROM "Blob" WHERE "newsroomId" = ${newsroomId} AND "sha256" = ${sha256}
        AND NOT EXISTS (SELECT FROM "Export" WHERE "newsroomId" = ${newsroomId} AND "sha256" = ${sha256})
        AND NOT EXISTS (SELECT FROM "Snapshot" WHERE "newsroomId" = ${newsroomId} AND "sha256" = ${sha256})`;
  }
}
