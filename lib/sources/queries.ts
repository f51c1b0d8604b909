import { claimRow, noteNames, noteView } from "@/lib/claims/claim-views";
import * as claims from "@/lib/claims/store";
import { listRowsById } from "@/lib/claims/table-store";
import { may } from "@/lib/core/policy/policy";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import type { SourceRow, SourceView } from "./schema";
import * as store from "./store";

/** List the newsroom's sources by title; `text` searches title, publisher and address. */
export async function loadSources(actor: Actor, { text }: { readonly text?: string } = {}): Promise<SourceRow[]> {
  authorize(actor, "article.read");
  const rows = await store.listSources(db(), actor.newsroomId, text === undefined ? {} : { text });
  return rows.map(sourceRow);
}

/** Load a source with every claim that leans on it and what was found there. */
export async function loadSource(actor: Actor, sourceId: string): Promise<SourceView> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [source] = await store.listSources(db(), newsroomId, { sourceId });
  if (!source) throw notFound("source");
  const [notes, { scale }] = await Promise.all([
    claims.listNotesOnSource(db(), newsroomId, sourceId),
    claims.requireRules(db(), newsroomId),
  ]);
  const [rows, names] = await Promise.all([
    listRowsById(db(), actor, [...new Set(notes.map(({ claimId }) => claimId))]),
    claims.findNames(db(), noteNames(notes)),
  ]);
  const mayWrite = may(actor.role, "note.write");
  return {
    ...sourceRow(source),
    mayEdit: may(actor.role, "source.edit"),
    leaning: rows.map((row) => ({
      claim: claimRow(row, scale),
      notes: notes
        .filter(({ claimId }) => claimId === row.id)
        .map((note) => noteView(note, claims.noteBody, names, actor, mayWrite && row.state !== "dismissed")),
    })),
  };
}

function sourceRow({ createdById, createdByName, createdAt, ...row }: store.SourceListRow): SourceRow {
  return {
    ...row,
    createdBy: { id: createdById, name: createdByName ?? "Former member" },
    createdAt: createdAt.toISOString(),
  };
}
