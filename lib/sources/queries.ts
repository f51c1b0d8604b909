import { claimRow, noteNames, noteView } from "@/lib/claims/claim-views";
import * as claims from "@/lib/claims/store";
import { listRowsById } from "@/lib/claims/table-store";
import { may } from "@/lib/core/policy/policy";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import { concealSource, type Hidden } from "./concealing";
import type { SourceRow, SourceView } from "./schema";
import { readHidden } from "./secret-store";
import * as store from "./store";

/** List the newsroom's sources by title; `text` searches title, author, publisher and address of those that the reader may know. */
export async function loadSources(actor: Actor, { text }: { readonly text?: string } = {}): Promise<SourceRow[]> {
  authorize(actor, "article.read");
  const hidden = await readHidden(db(), actor);
  const rows = await store.listSources(
    db(),
    actor.newsroomId,
    text === undefined ? {} : { text, hidden: hidden.sources },
  );
  // Those without a name come last: where they stood in the alphabet would tell of it.
  const [known, unknown] = [
    rows.filter(({ id }) => !hidden.sources.has(id)),
    rows.filter(({ id }) => hidden.sources.has(id)),
  ];
  return [...known, ...unknown.sort((a, b) => (a.id < b.id ? -1 : 1))].map((row) => sourceRow(row, hidden));
}

/** Load a source with every claim that leans on it and what was found there. */
export async function loadSource(actor: Actor, sourceId: string): Promise<SourceView> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [source] = await store.listSources(db(), newsroomId, { sourceId });
  if (!source) throw notFound("source");
  const [notes, { scale }, hidden] = await Promise.all([
    claims.listNotesOnSource(db(), newsroomId, sourceId),
    claims.requireRules(db(), newsroomId),
    readHidden(db(), actor),
  ]);
  const [rows, names] = await Promise.all([
    listRowsById(db(), actor, [...new Set(notes.map(({ claimId }) => claimId))]),
    claims.findNames(db(), noteNames(notes)),
  ]);
  const mayWrite = may(actor.role, "note.write");
  const shown = sourceRow(source, hidden);
  return {
    ...shown,
    mayEdit: may(actor.role, "source.edit") && !shown.concealed,
    mayOpen: may(actor.role, "source.secret") || source.createdById === actor.userId,
    leaning: rows.map((row) => ({
      claim: claimRow(row, scale, new Date().toISOString().slice(0, 10)),
      notes: notes
        .filter(({ claimId }) => claimId === row.id)
        .map((note) =>
          noteView(note, claims.noteBody, names, { ...actor, hidden, open: mayWrite && row.state !== "dismissed" }),
        ),
    })),
  };
}

function sourceRow({ createdById, createdByName, createdAt, ...row }: store.SourceListRow, hidden: Hidden): SourceRow {
  return {
    ...concealSource(row, hidden),
    createdBy: { id: createdById, name: createdByName ?? "Former member" },
    createdAt: createdAt.toISOString(),
  };
}
