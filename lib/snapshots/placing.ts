import type { Page } from "@/lib/core/evidence/document";
import { asksForLook, followQuote, isSameNews, placeQuote, type QuoteFinding } from "@/lib/core/evidence/quote-place";
import type { Json } from "@/lib/core/ledger/canonical";
import type { Entry } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import * as store from "./store";

/** A snapshot whose text quotes are placed in. */
interface Placeable {
  readonly id: string;
  readonly sourceId: string;
  readonly origin: store.Origin;
  readonly text: string;
  readonly pages: readonly Page[];
  /** True when the page is not there any more: what was quoted from it is gone. */
  readonly vanished: boolean;
}

const GONE: QuoteFinding = { outcome: "gone", place: null, changes: [] };

/** A quote that asks for a look since a snapshot was stored. */
export interface News {
  readonly note: store.QuotingNote;
  readonly finding: QuoteFinding;
}

/**
 * Place the quotes of all notes on a source in its newest snapshot, following each from the snapshot before; returns those that ask
 * for a look. The caller holds the source's lock. A snapshot without text tells nothing of quotes.
 */
export async function placeNotes(tx: Tx, snapshot: Placeable, now: Date): Promise<News[]> {
  if (snapshot.text === "" && !snapshot.vanished) return [];
  const notes = await store.listQuotingNotes(tx, snapshot.sourceId);
  const places = await store.listPlaces(
    tx,
    notes.map(({ id }) => id),
  );
  const texts = new Map<string, string>();
  const textOf = async (snapshotId: string): Promise<string> => {
    const text = texts.get(snapshotId) ?? (await store.readText(tx, snapshotId));
    texts.set(snapshotId, text);
    return text;
  };
  const news: News[] = [];
  for (const note of notes) {
    const own = places.filter(({ noteId, snapshotId }) => noteId === note.id && snapshotId !== snapshot.id);
    const before = own.find(({ origin }) => origin === snapshot.origin) ?? null;
    const finding = await find(snapshot, note, before, textOf);
    if (finding === null || isOtherFile(snapshot, finding, own)) continue;
    const look = await keep(tx, snapshot.id, note, finding, before, standsElsewhere(own, snapshot.origin), now);
    if (look) news.push({ note, finding });
  }
  return news;
}

async function find(
  snapshot: Placeable,
  { quote, locator }: store.QuotingNote,
  before: store.PlaceRecord | null,
  textOf: (snapshotId: string) => Promise<string>,
): Promise<QuoteFinding | null> {
  if (snapshot.vanished) return GONE;
  if (before === null || before.start === null || before.end === null) return placeQuote(snapshot, quote, locator);
  const from = { text: await textOf(before.snapshotId), place: { start: before.start, end: before.end } };
  return followQuote(from, snapshot, quote, locator);
}

/** Whether a file without the quote is only another one: a source may have several, and an annex does not unsay the report. */
function isOtherFile({ origin }: Placeable, { outcome }: QuoteFinding, places: readonly store.PlaceRecord[]): boolean {
  return origin === "uploaded" && outcome === "gone" && places.some((place) => place.outcome !== "gone");
}

/** Whether a quote stands in the newest snapshot of another kind: a page behind a barrier does not unsay the file that somebody uploaded. */
function standsElsewhere(places: readonly store.PlaceRecord[], origin: store.Origin): boolean {
  const other = places.find((place) => place.origin !== origin);
  return other !== undefined && other.outcome !== "gone" && other.outcome !== "value-changed";
}

async function keep(
  tx: Tx,
  snapshotId: string,
  note: store.QuotingNote,
  finding: QuoteFinding,
  before: store.PlaceRecord | null,
  elsewhere: boolean,
  now: Date,
): Promise<boolean> {
  const looked = before !== null && before.lookedAt !== null;
  // What was never in this kind of copy can't have gone from it.
  const never = before === null || (before.outcome === "gone" && !before.look && !looked);
  const hides = elsewhere && never;
  const look = !hides && asksForLook(finding, before && { ...before, looked });
  const kept = before !== null && looked && isSameNews(finding, before);
  const { outcome, place, changes } = finding;
  await store.savePlace(
    tx,
    {
      noteId: note.id,
      snapshotId,
      outcome,
      start: place?.start ?? null,
      end: place?.end ?? null,
      changes,
      look,
      lookedById: kept ? before.lookedById : null,
      lookedAt: kept ? before.lookedAt : null,
    },
    now,
  );
  return look;
}

/** Place the quote of a note that was just written or edited in the newest snapshots of its source, afresh. */
export async function placeNote(tx: Tx, noteId: string, now: Date): Promise<void> {
  const note = await store.findQuotingNote(tx, noteId);
  await store.deletePlaces(tx, noteId);
  if (!note) return;
  await store.lockSourceOf(tx, note.sourceId);
  const findings = [];
  for (const origin of ["fetched", "uploaded"] as const) {
    const finding = await findIn(tx, note, origin);
    if (finding) findings.push(finding);
  }
  const found = findings.some(({ finding }) => finding.outcome !== "gone" && finding.outcome !== "value-changed");
  for (const { snapshotId, finding } of findings) await keep(tx, snapshotId, note, finding, null, found, now);
}

/** How many files of one source a quote is looked for in. */
const FILES = 20;

/** Find a quote in the newest copy of a source; of uploaded files in the newest that has it, or else in the newest. */
async function findIn(
  tx: Tx,
  { sourceId, quote, locator }: store.QuotingNote,
  origin: store.Origin,
): Promise<{ readonly snapshotId: string; readonly finding: QuoteFinding } | null> {
  const ids = await store.listReadable(tx, sourceId, origin, origin === "uploaded" ? FILES : 1);
  let first: { readonly snapshotId: string; readonly finding: QuoteFinding } | null = null;
  for (const snapshotId of ids) {
    const finding = placeQuote(await store.readPaged(tx, snapshotId), quote, locator);
    if (finding === null) continue;
    if (finding.outcome !== "gone") return { snapshotId, finding };
    first ??= { snapshotId, finding };
  }
  return first;
}

/** The ledger entries that tell of quotes which ask for a look, in the ledgers of their articles. */
export function newsEntries(
  news: readonly News[],
  snapshot: { readonly id: string; readonly newsroomId: string; readonly sourceId: string; readonly title: string },
): Entry[] {
  const { newsroomId, sourceId, title } = snapshot;
  return news.map(({ note, finding }) => ({
    newsroomId,
    articleId: note.articleId,
    subject: note.claimId,
    data: {
      source: { id: sourceId, title },
      noteId: note.id,
      snapshotId: snapshot.id,
      quote: quoteData(finding),
    },
  }));
}

const quoteData = ({ outcome, changes }: QuoteFinding): Json => ({
  outcome,
  words: changes.slice(0, 20).map(({ from, to, kind }) => ({ from, to, kind })),
});
