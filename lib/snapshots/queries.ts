import { isUtf8 } from "node:buffer";
import { SAYS_NOTHING } from "@/lib/core/evidence/document";
import { may } from "@/lib/core/policy/policy";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import { readHidden } from "@/lib/sources/secret-store";
import { findSource } from "@/lib/sources/store";
import { FETCH_TRIES } from "./fetch-tries";
import { charsetOf } from "./keeping";
import type { SnapshotFile, SnapshotList, SnapshotRow, SnapshotView, WaitingLook } from "./schema";
import { standingView } from "./standing";
import * as store from "./store";

/** Load the copies of a source, the newest first; of a source that the reader may not know, none. */
export async function loadSnapshots(actor: Actor, sourceId: string): Promise<SnapshotList> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [source, hidden] = await Promise.all([findSource(db(), newsroomId, sourceId), readHidden(db(), actor)]);
  if (!source) throw notFound("source");
  if (hidden.sources.has(source.id)) return { rows: [], busy: false, may: { fetch: false, upload: false } };
  const rows = await store.listSnapshots(db(), newsroomId, source.id);
  const names = await store.findNames(
    db(),
    rows.map(({ requestedById }) => requestedById),
  );
  const mayEdit = may(actor.role, "source.edit");
  return {
    rows: rows.map((row) => snapshotRow(row, names)),
    busy: rows.some(({ state }) => state === "waiting" || state === "working"),
    may: { fetch: mayEdit && source.url !== "", upload: mayEdit },
  };
}

type Row = Awaited<ReturnType<typeof store.listSnapshots>>[number];

function snapshotRow(row: Row, names: ReadonlyMap<string, string>): SnapshotRow {
  const { sourceId: _, requestedById, requestedAt, doneAt, seenAt, ...rest } = row;
  const name = requestedById === null ? undefined : names.get(requestedById);
  return {
    ...rest,
    attemptsAllowed: FETCH_TRIES,
    requestedBy: requestedById === null ? null : { id: requestedById, name: name ?? "Former member" },
    requestedAt: requestedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    seenAt: seenAt?.toISOString() ?? null,
  };
}

/** Load one copy of a source with its text and the quotes that stand in it. */
export async function loadSnapshot(actor: Actor, snapshotId: string): Promise<SnapshotView> {
  authorize(actor, "article.read");
  const { snapshot, hidden } = await requireSnapshot(actor, snapshotId);
  const [marks, names, newest] = await Promise.all([
    store.listMarks(db(), snapshotId),
    store.findNames(db(), [snapshot.requestedById]),
    store.findNewest(db(), snapshot.sourceId, snapshot.origin, { states: ["done"] }),
  ]);
  const { source, headers, text, pages, about, wire, signature: _, newsroomId: __, ...row } = snapshot;
  return {
    ...snapshotRow({ ...row, hasText: text !== "" }, names),
    ...{ source, headers, text, pages, wire },
    about: { ...SAYS_NOTHING, ...about },
    // Files that were uploaded stand beside each other.
    newerId: snapshot.origin === "fetched" && newest && newest.id !== snapshotId ? newest.id : null,
    quotes: marks
      .filter(({ noteId }) => !hidden.notes.has(noteId))
      .map(({ noteId, outcome, start, end, note }) => {
        const { id, number, article } = note.claim;
        return { noteId, quote: note.quote, outcome, start, end, claim: { id, number, articleTitle: article.title } };
      }),
  };
}

/** Load the bytes of a copy, with the type that they are. */
export async function loadSnapshotFile(actor: Actor, snapshotId: string): Promise<SnapshotFile> {
  authorize(actor, "article.read");
  const { snapshot } = await requireSnapshot(actor, snapshotId);
  const { sha256, mediaType, name, source, headers } = snapshot;
  const bytes = sha256 === null ? null : await store.findBlob(db(), actor.newsroomId, sha256);
  if (bytes === null) throw notFound("copy");
  const charset = isUtf8(bytes) ? "utf-8" : charsetOf(headers);
  return { bytes, mediaType, charset, name: name || source.title };
}

async function requireSnapshot(actor: Actor, snapshotId: string) {
  const [snapshot, hidden] = await Promise.all([
    store.findSnapshot(db(), actor.newsroomId, snapshotId),
    readHidden(db(), actor),
  ]);
  // Where a secret source is concerned, not there and not yours are the same answer.
  if (!snapshot || hidden.sources.has(snapshot.sourceId)) throw notFound("copy");
  return { snapshot, hidden };
}

/** Load the quotes that ask for a look, in one article or in the whole newsroom. */
export async function loadLooks(actor: Actor, articleId: string | null = null): Promise<WaitingLook[]> {
  authorize(actor, "article.read");
  const [rows, hidden] = await Promise.all([
    store.listLooks(db(), actor.newsroomId, articleId),
    readHidden(db(), actor),
  ]);
  return rows
    .filter(({ noteId, sourceId }) => !hidden.notes.has(noteId) && !hidden.sources.has(sourceId))
    .map((row) => ({
      ...standingView(row),
      claim: { id: row.claimId, number: row.number },
      sourceTitle: row.sourceTitle,
    }));
}
