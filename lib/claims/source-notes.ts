import { mergeFields } from "@/lib/core/workflow/merge";
import type { Confidentiality } from "@/lib/core/workflow/sourcing";
import { afterNoteRemoved } from "@/lib/core/workflow/workflow";
import type { Done } from "@/lib/platform/command";
import { newSalt } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { placeNote } from "@/lib/snapshots/placing";
import { requestFirst } from "@/lib/snapshots/requesting";
import { findOrAddSource, requireKnownSource } from "@/lib/sources/reuse";
import { findSource, type SourceFields } from "@/lib/sources/store";
import { amend, changedWhileReading, done, given, requireClaim, rulesOf, step, unchanged, type Work } from "./amending";
import { type ClaimRecord, type NoteBody, type NoteRecord, workflowFacts } from "./claim-record";
import type { ClaimChanged, SourceKind, SourceMedium } from "./schema";
import * as store from "./store";

interface NewNote extends NoteBody {
  readonly claimId: string;
  readonly sourceId?: string | undefined;
  readonly sourceTitle: string;
  readonly sourceMedium: SourceMedium;
  readonly sourceKind: SourceKind;
  readonly sourcePublisher: string;
  readonly sourceUrl: string;
  readonly sourceDate: string | null;
  readonly sourceAuthor: string;
  readonly sourceLanguage: string;
  readonly sourceReliability: string;
  readonly sourceConfidentiality: Confidentiality;
}

/** The claim after a note was added, with the note and the source it is on. */
export interface NoteAdded extends ClaimChanged {
  readonly noteId: string;
  readonly sourceId: string;
}

/** Leave a source note. Two people who add notes never conflict; a sign-off falls, for it did not cover this note. */
export async function addNote(work: Work, input: NewNote): Promise<Done<NoteAdded>> {
  const { tx, actor, now, newId } = work;
  const claim = await requireClaim(work, input.claimId);
  const { next } = await step(work, "note", claim);
  const source = await sourceOf(work, input);
  const { stance, quote, locator, note, consultedOn } = input;
  const body = { stance, quote, locator, note, consultedOn };
  const added = {
    id: newId(),
    rev: 1,
    claimId: claim.id,
    sourceId: source.id,
    authorId: actor.userId,
    salt: newSalt(),
    ...body,
  };
  await store.createNote(tx, added, now);
  await placeNote(tx, added.id, now);
  const patch = { state: next, notes: [...claim.notes, added] };
  const amended = await amend(work, claim, patch, { why: `Source note added by ${actor.name}` });
  const { output, entry } = await done(work, [amended], { source, note: { id: added.id, after: body } });
  return { output: { ...output, noteId: added.id, sourceId: source.id }, entry };
}

/** The source a note names: one of the newsroom's, or one described in the form, which is added unless it is there. */
async function sourceOf(work: Work, input: NewNote): Promise<{ id: string; title: string; created: boolean }> {
  if (input.sourceId !== undefined) {
    const source = await requireKnownSource(work, input.sourceId);
    return { id: source.id, title: source.title, created: false };
  }
  const url = input.sourceUrl;
  const title = input.sourceTitle || url.replace(/^https?:\/\//i, "").slice(0, 500);
  if (title === "") {
    const why = "Name the source: choose one you have, or give its title or address.";
    throw new Refusal("invalid", why, { fields: { sourceTitle: why } });
  }
  const fields: SourceFields = {
    title,
    url,
    medium: input.sourceMedium,
    kind: input.sourceKind,
    publisher: input.sourcePublisher,
    date: input.sourceDate,
    author: input.sourceAuthor,
    language: input.sourceLanguage,
    reliability: input.sourceReliability,
    confidentiality: input.sourceConfidentiality,
  };
  const { rev, ...source } = await findOrAddSource(work, fields);
  if (source.created) await requestFirst(work, { ...fields, id: source.id });
  return source;
}

/** Find a standing note of the newsroom with its claim, both locked; only its author goes on. */
async function requireOwnNote(work: Work, noteId: string): Promise<{ claim: ClaimRecord; note: NoteRecord }> {
  const { tx, actor } = work;
  const claimId = await store.findNoteClaim(tx, actor.newsroomId, noteId);
  if (claimId === null) throw notFound("source note");
  const claim = await requireClaim(work, claimId);
  const note = claim.notes.find(({ id }) => id === noteId);
  if (!note) throw notFound("source note");
  if (note.authorId !== actor.userId) throw new Refusal("forbidden", "Only its author can change a source note.");
  return { claim, note };
}

interface NoteEdit extends NoteBody {
  readonly noteId: string;
  readonly rev: number;
  readonly base: { readonly [K in keyof NoteBody]?: string | undefined };
}

const bodyOf = ({ stance, quote, locator, note, consultedOn }: NoteBody): NoteBody => ({
  stance,
  quote,
  locator,
  note,
  consultedOn,
});

type Words = Record<keyof NoteBody, string>;

/** Return the fields to change. Only its author edits a note, so a race is one between two windows of theirs. */
function mergeOwn({ actor }: Work, note: NoteRecord, rev: number, base: Partial<Words>, mine: Words) {
  const theirs: Words = bodyOf(note);
  const merge = mergeFields<Words>(rev === note.rev ? theirs : base, mine, theirs);
  if (!merge.ok) {
    const why = "You changed this source note in another window. Choose field by field what shall stand.";
    throw new Refusal("conflict", why, { conflict: { rev: note.rev, by: actor.name, fields: merge.conflicts } });
  }
  return Object.keys(merge.changes).filter((field): field is keyof NoteBody => field in theirs);
}

/** Edit one's own note; what it said before is kept. A sign-off falls. */
export async function editNote(work: Work, { noteId, rev, base, ...mine }: NoteEdit): Promise<Done<ClaimChanged>> {
  const { claim, note } = await requireOwnNote(work, noteId);
  const theirs = bodyOf(note);
  const fields = mergeOwn(work, note, rev, given<Words>(base), mine);
  if (fields.length === 0) return unchanged(claim);
  const { next } = await step(work, "note", claim);
  const body = { ...theirs, ...Object.fromEntries(fields.map((field) => [field, mine[field]])) };
  const by = { editedById: work.actor.userId, now: work.now, newId: work.newId };
  if (!(await store.saveNote(work.tx, note, body, by))) throw await changedWhileReading(work, claim, claim.rev);
  if (fields.includes("quote") || fields.includes("locator")) await placeNote(work.tx, noteId, work.now);
  const saved = { ...note, ...body, rev: note.rev + 1 };
  const notes = claim.notes.map((one) => (one.id === noteId ? saved : one));
  const why = `Source note edited by ${work.actor.name}`;
  const pick = (from: NoteBody) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  const data = { note: { id: noteId, before: pick(theirs), after: pick(body) }, source: await titled(work, note) };
  return done(work, [await amend(work, claim, { state: next, notes }, { why })], data);
}

/** Take one's own note away. A sign-off falls; a verdict in review that rested on it alone goes back to the check. */
export async function takeNoteAway(
  work: Work,
  { noteId, rev }: { readonly noteId: string; readonly rev: number },
): Promise<Done<ClaimChanged>> {
  const { claim, note } = await requireOwnNote(work, noteId);
  if (note.rev !== rev) {
    const why = "You changed this source note in another window. Look at it again, then decide.";
    throw new Refusal("conflict", why, { conflict: { rev: note.rev, by: work.actor.name, fields: [] } });
  }
  const { next } = await step(work, "note", claim);
  const { scale } = await rulesOf(work);
  if (!(await store.removeNote(work.tx, note, work.now))) throw await changedWhileReading(work, claim, claim.rev);
  const notes = claim.notes.filter(({ id }) => id !== noteId);
  const state = afterNoteRemoved(next, workflowFacts({ ...claim, notes }), scale);
  const why = `Source note removed by ${work.actor.name}`;
  const fell = state === "in_check" && claim.state === "in_review" ? { stateNote: why } : {};
  const amended = await amend(work, claim, { state, notes, ...fell }, { why });
  return done(work, [amended], { note: { id: noteId, before: bodyOf(note) }, source: await titled(work, note) });
}

async function titled({ tx, actor }: Work, { sourceId }: NoteRecord) {
  const source = await findSource(tx, actor.newsroomId, sourceId);
  return { id: sourceId, title: source?.title ?? "" };
}
