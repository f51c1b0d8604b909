import type { Change } from "@/lib/core/anchoring/changes";
import type { About, Page } from "@/lib/core/evidence/document";
import type { QuoteOutcome } from "@/lib/core/evidence/quote-place";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Turn plain data into what Prisma takes as JSON. */
function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
function fromJson<T>(value: Prisma.JsonValue): T {
  return value as T;
}

export type Origin = "fetched" | "uploaded";

/** What a list needs of a snapshot: everything but its text and its headers. */
const ROW = {
  id: true,
  sourceId: true,
  origin: true,
  state: true,
  url: true,
  finalUrl: true,
  status: true,
  name: true,
  mediaType: true,
  sha256: true,
  size: true,
  failure: true,
  attempts: true,
  requestedById: true,
  requestedAt: true,
  doneAt: true,
  seenAt: true,
} as const;

/** List the snapshots of a source, the newest first, with whether each has text. */
export async function listSnapshots(tx: Tx, newsroomId: string, sourceId: string) {
  const [rows, texts] = await Promise.all([
    tx.snapshot.findMany({
      where: { newsroomId, sourceId },
      select: ROW,
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: 200,
    }),
    tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Snapshot" WHERE "newsroomId" = ${newsroomId} AND "sourceId" = ${sourceId} AND octet_length("text") > 0`,
  ]);
  const withText = new Set(texts.map(({ id }) => id));
  return rows.map((row) => ({ ...row, hasText: withText.has(row.id) }));
}

/** Find a snapshot of the newsroom with everything but its bytes, or null. */
export async function findSnapshot(tx: Tx, newsroomId: string, snapshotId: string) {
  const row = await tx.snapshot.findFirst({
    where: { id: snapshotId, newsroomId },
    include: { source: { select: { id: true, title: true } } },
  });
  if (!row) return null;
  return {
    ...row,
    headers: fromJson<readonly (readonly [string, string])[]>(row.headers),
    pages: fromJson<readonly Page[]>(row.pages),
    about: fromJson<Partial<About>>(row.about),
  };
}

/** Find how far a snapshot has come and which address it is of; null when it is not there any more. */
export function findState(tx: Tx, snapshotId: string) {
  return tx.snapshot.findUnique({ where: { id: snapshotId }, select: { state: true, url: true } });
}

/** Find a snapshot by its id and keep others from changing it until the transaction ends; null when it is not there any more. */
export async function lockSnapshot(tx: Tx, snapshotId: string) {
  await tx.$queryRaw`SELECT "id" FROM "Snapshot" WHERE "id" = ${snapshotId} FOR UPDATE`;
  return tx.snapshot.findUnique({
    where: { id: snapshotId },
    select: { ...ROW, newsroomId: true, source: { select: { title: true, url: true } } },
  });
}

/** Keep others from writing notes on a source, or storing another copy of it, until the transaction ends. */
export async function lockSourceOf(tx: Tx, sourceId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Source" WHERE "id" = ${sourceId} FOR NO KEY UPDATE`;
}

/** Find the snapshot of a source that is waiting to be fetched or being fetched, or null. */
export function findUnderWay(tx: Tx, sourceId: string) {
  return tx.snapshot.findFirst({
    where: { sourceId, origin: "fetched", state: { in: ["waiting", "working"] } },
    select: { id: true },
  });
}

/** Ask for a fetch. */
export async function createWaiting(
  tx: Tx,
  snapshot: {
    readonly id: string;
    readonly newsroomId: string;
    readonly sourceId: string;
    readonly url: string;
    readonly requestedById: string | null;
  },
  now: Date,
): Promise<void> {
  await tx.snapshot.create({ data: { ...snapshot, origin: "fetched", requestedAt: now } });
}

/** List the snapshots that wait to be fetched, the oldest first; one whose process was killed waits, too. */
export function listWaiting(tx: Tx): Promise<{ id: string; newsroomId: string }[]> {
  return tx.snapshot.findMany({
    where: { origin: "fetched", state: { in: ["waiting", "working"] } },
    select: { id: true, newsroomId: true },
    orderBy: { requestedAt: "asc" },
    take: 200,
  });
}

/** Say how far a fetch has come. */
export async function saveProgress(
  tx: Tx,
  snapshotId: string,
  progress: { readonly state: "waiting" | "working"; readonly attempts: number; readonly failure: string },
): Promise<void> {
  await tx.snapshot.updateMany({
    where: { id: snapshotId, state: { in: ["waiting", "working"] } },
    data: progress,
  });
}

/** What a fetch or an upload brought. */
export interface Content {
  readonly finalUrl: string;
  readonly status: number | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly text: string;
  readonly pages: readonly Page[];
  readonly about: About;
  readonly wire: string;
  readonly signature: readonly number[];
  /** Why there is no text, or "". */
  readonly unread: string;
}

/** Keep bytes of a newsroom under their hash; the same bytes are kept once. */
export async function keepBlob(
  tx: Tx,
  newsroomId: string,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<void> {
  await tx.blob.createMany({
    data: [{ newsroomId, sha256, size: bytes.length, bytes, createdAt: now }],
    skipDuplicates: true,
  });
}

/** Read the bytes that a newsroom keeps under a hash, or null. */
export async function findBlob(tx: Tx, newsroomId: string, sha256: string) {
  const blob = await tx.blob.findUnique({ where: { newsroomId_sha256: { newsroomId, sha256 } } });
  return blob?.bytes ?? null;
}

const contentData = ({ unread, ...content }: Content) => ({
  ...content,
  headers: toJson(content.headers),
  pages: toJson(content.pages),
  about: toJson(content.about),
  signature: toJson(content.signature),
  failure: unread,
});

/** Store what a fetch brought. */
export async function saveContent(
  tx: Tx,
  snapshotId: string,
  content: Content,
  attempts: number,
  now: Date,
): Promise<void> {
  await tx.snapshot.update({
    where: { id: snapshotId },
    data: { ...contentData(content), state: "done", attempts, doneAt: now },
  });
}

/** Store an uploaded file as a snapshot of its source. */
export async function createUpload(
  tx: Tx,
  upload: {
    readonly id: string;
    readonly newsroomId: string;
    readonly sourceId: string;
    readonly name: string;
    readonly requestedById: string;
  },
  content: Content,
  now: Date,
): Promise<void> {
  const data = { ...contentData(content), ...upload, requestedAt: now, doneAt: now };
  await tx.snapshot.create({ data: { ...data, origin: "uploaded", state: "done" } });
}

/** Say why a fetch failed for good. */
export async function saveFailure(
  tx: Tx,
  snapshotId: string,
  failure: {
    readonly why: string;
    readonly status: number | null;
    readonly finalUrl: string;
    readonly attempts: number;
  },
  now: Date,
): Promise<void> {
  const { why, status, finalUrl, attempts } = failure;
  await tx.snapshot.update({
    where: { id: snapshotId },
    data: { state: "failed", failure: why, status, finalUrl, attempts, doneAt: now },
  });
}

/** Take a fetch away that found what the one before has, and say there when. */
export async function mergeIntoEarlier(tx: Tx, snapshotId: string, earlierId: string, now: Date): Promise<void> {
  await tx.snapshot.delete({ where: { id: snapshotId } });
  await tx.snapshot.update({ where: { id: earlierId }, data: { seenAt: now } });
}

/** Find the newest finished snapshot of a source by one way, other than `exceptId`, with its text; or null. */
export async function findNewest(
  tx: Tx,
  sourceId: string,
  origin: Origin,
  { exceptId, states }: { readonly exceptId?: string; readonly states: readonly ("done" | "failed")[] },
) {
  const row = await tx.snapshot.findFirst({
    where: {
      sourceId,
      origin,
      state: { in: [...states] },
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
    },
    orderBy: [{ doneAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      state: true,
      status: true,
      text: true,
      pages: true,
      sha256: true,
      failure: true,
      mediaType: true,
    },
  });
  return row && { ...row, pages: fromJson<readonly Page[]>(row.pages) };
}

/** Read the text of a snapshot; "" when there is none. */
export async function readText(tx: Tx, snapshotId: string): Promise<string> {
  const row = await tx.snapshot.findUnique({ where: { id: snapshotId }, select: { text: true } });
  return row?.text ?? "";
}

/** List the finished snapshots of a source by one way that have text, the newest first, at most `limit`. */
export async function listReadable(tx: Tx, sourceId: string, origin: Origin, limit: number): Promise<string[]> {
  const rows = await tx.snapshot.findMany({
    where: { sourceId, origin, state: "done", text: { not: "" } },
    orderBy: [{ doneAt: "desc" }, { id: "desc" }],
    select: { id: true },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** Read the text of a snapshot with its pages. */
export async function readPaged(tx: Tx, snapshotId: string): Promise<{ text: string; pages: readonly Page[] }> {
  const { text, pages } = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { text: true, pages: true },
  });
  return { text, pages: fromJson<readonly Page[]>(pages) };
}

/** Find which snapshots of the newsroom hold these bytes, the oldest first. */
export function listHolders(tx: Tx, newsroomId: string, sha256: string) {
  return tx.snapshot.findMany({
    where: { newsroomId, sha256, state: "done" },
    select: { id: true, sourceId: true, source: { select: { title: true } } },
    orderBy: { doneAt: "asc" },
  });
}

// ---------------------------------------------------------------- quotes

/** A standing note on a source whose quote has a place in its snapshots. */
export interface QuotingNote {
  readonly id: string;
  readonly sourceId: string;
  readonly quote: string;
  readonly locator: string;
  readonly claimId: string;
  readonly articleId: string;
}

/** List the standing notes on a source that quote it. */
export async function listQuotingNotes(tx: Tx, sourceId: string): Promise<QuotingNote[]> {
  const rows = await tx.sourceNote.findMany({
    where: { sourceId, removedAt: null, quote: { not: "" }, claim: { removedAt: null } },
    select: {
      id: true,
      sourceId: true,
      quote: true,
      locator: true,
      claimId: true,
      claim: { select: { articleId: true } },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ claim, ...note }) => ({ ...note, articleId: claim.articleId }));
}

/** What became of a quote, as it is kept. */
export interface PlaceRecord {
  readonly noteId: string;
  readonly snapshotId: string;
  readonly origin: Origin;
  readonly outcome: QuoteOutcome;
  readonly start: number | null;
  readonly end: number | null;
  readonly changes: readonly Change[];
  readonly look: boolean;
  readonly lookedById: string | null;
  readonly lookedAt: Date | null;
}

/** List where the quotes of notes stand in the snapshots of their source, the newest snapshot first. */
export async function listPlaces(tx: Tx, noteIds: readonly string[]): Promise<PlaceRecord[]> {
  const rows = await tx.quotePlace.findMany({
    where: { noteId: { in: [...noteIds] } },
    include: { snapshot: { select: { origin: true } } },
    orderBy: [{ snapshot: { doneAt: "desc" } }, { snapshotId: "desc" }],
  });
  return rows.map(({ snapshot, changes, outcome, ...row }) => ({
    ...row,
    outcome: outcome as QuoteOutcome,
    changes: fromJson<readonly Change[]>(changes),
    origin: snapshot.origin,
  }));
}

/** Keep where a quote stands in a snapshot, instead of what was kept before. */
export async function savePlace(tx: Tx, place: Omit<PlaceRecord, "origin">, now: Date): Promise<void> {
  const { noteId, snapshotId, ...said } = place;
  const data = { ...said, changes: toJson(said.changes), at: now };
  await tx.quotePlace.upsert({
    where: { noteId_snapshotId: { noteId, snapshotId } },
    create: { noteId, snapshotId, ...data },
    update: data,
  });
}

/** Forget where a note's quote stood: it says something else now. */
export async function deletePlaces(tx: Tx, noteId: string): Promise<void> {
  await tx.quotePlace.deleteMany({ where: { noteId } });
}

/** Find a place with its note, its claim and its source, in the newsroom; null when there is none. */
export async function findPlace(tx: Tx, newsroomId: string, noteId: string, snapshotId: string) {
  await tx.$queryRaw`
    SELECT "noteId" FROM "QuotePlace" WHERE "noteId" = ${noteId} AND "snapshotId" = ${snapshotId} FOR UPDATE`;
  return tx.quotePlace.findFirst({
    where: { noteId, snapshotId, snapshot: { newsroomId } },
    include: {
      note: { select: { sourceId: true, claim: { select: { id: true, articleId: true } } } },
      snapshot: { select: { source: { select: { title: true } } } },
    },
  });
}

/** Note who has looked at a quote. */
export async function saveLooked(tx: Tx, noteId: string, snapshotId: string, byId: string, now: Date): Promise<void> {
  await tx.quotePlace.update({
    where: { noteId_snapshotId: { noteId, snapshotId } },
    data: { look: false, lookedById: byId, lookedAt: now },
  });
}

/** Where a quote stands in the newest snapshot of its kind, with what is shown of the snapshot. */
export interface StandingRow {
  readonly noteId: string;
  readonly snapshotId: string;
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly claimId: string;
  readonly number: number;
  readonly outcome: QuoteOutcome;
  readonly start: number | null;
  readonly changes: readonly Change[];
  readonly look: boolean;
  readonly at: Date;
  readonly origin: Origin;
  readonly mediaType: string;
  readonly failure: string;
  /** The label of the page it stands on; null where there are none. */
  readonly page: string | null;
}

/** What is read of where quotes stand: one row per note and kind of snapshot, that of the newest. */
function standing(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (p."noteId", s."origin") p."noteId", p."snapshotId", s."sourceId", r."title" AS "sourceTitle",
      c."id" AS "claimId", c."number", p."outcome", p."start", p."changes", p."look",
      COALESCE(s."doneAt", s."requestedAt") AS "at", s."origin"::text AS "origin", s."mediaType",
      CASE WHEN s."state" = 'failed' THEN s."failure" ELSE '' END AS "failure",
      (SELECT g->>'label' FROM jsonb_array_elements(s."pages") g
        WHERE (g->>'start')::int <= p."start" AND p."start" < (g->>'end')::int LIMIT 1) AS "page"
    FROM "QuotePlace" p
    JOIN "Snapshot" s ON s."id" = p."snapshotId"
    JOIN "Source" r ON r."id" = s."sourceId"
    JOIN "SourceNote" n ON n."id" = p."noteId"
    JOIN "Claim" c ON c."id" = n."claimId"
    WHERE ${where}
    ORDER BY p."noteId", s."origin", s."doneAt" DESC NULLS LAST, p."snapshotId" DESC`;
}

/** List where the quotes of these notes stand, by kind of snapshot. */
export function listStanding(tx: Tx, noteIds: readonly string[]): Promise<StandingRow[]> {
  return tx.$queryRaw<StandingRow[]>(standing(Prisma.sql`p."noteId" = ANY(${[...noteIds]}::text[])`));
}

/** List the quotes that ask for a look, in the newsroom or in one of its articles; those of dismissed claims don't. */
export function listLooks(tx: Tx, newsroomId: string, articleId: string | null): Promise<StandingRow[]> {
  const here = articleId === null ? Prisma.empty : Prisma.sql`AND c."articleId" = ${articleId}`;
  // Which notes have a look somewhere is quickly found; whether it is on the newest snapshot is asked of these alone.
  return tx.$queryRaw<StandingRow[]>`
    SELECT * FROM (${standing(Prisma.sql`
      p."noteId" IN (SELECT l."noteId" FROM "QuotePlace" l JOIN "Snapshot" ls ON ls."id" = l."snapshotId"
        WHERE l."look" AND ls."newsroomId" = ${newsroomId})
      AND n."removedAt" IS NULL AND c."removedAt" IS NULL AND c."state" <> 'dismissed' ${here}`)}) q
    WHERE q."look" ORDER BY q."number", q."at"`;
}

/** List the quotes that have a place in a snapshot, in the order of the text. */
export async function listMarks(tx: Tx, snapshotId: string) {
  const rows = await tx.quotePlace.findMany({
    where: { snapshotId, note: { removedAt: null, claim: { removedAt: null } } },
    include: {
      note: {
        select: {
          quote: true,
          claim: { select: { id: true, number: true, article: { select: { title: true } } } },
        },
      },
    },
    orderBy: [{ start: "asc" }, { noteId: "asc" }],
  });
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: outcome as QuoteOutcome }));
}

/** Read the names of people by their ids. */
export async function findNames(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const users = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

// ---------------------------------------------------------------- every night

/** A source that is looked at again by itself. */
export interface DueSource {
  readonly id: string;
  readonly newsroomId: string;
  readonly url: string;
}

/**
 * List the sources with a web address that standing notes on claims that are not dismissed quote, that were fetched before, are not secret,
 * and whose last fetch was asked for before `before`.
 */
export function listDue(tx: Tx, before: Date): Promise<DueSource[]> {
  return tx.$queryRaw<DueSource[]>`
    SELECT s."id", s."newsroomId", s."url" FROM "Source" s
    WHERE s."url" <> '' AND s."confidentiality" <> 'secret'
      AND EXISTS (SELECT 1 FROM "SourceNote" n JOIN "Claim" c ON c."id" = n."claimId"
        WHERE n."sourceId" = s."id" AND n."removedAt" IS NULL AND n."quote" <> '' AND c."removedAt" IS NULL AND c."state" <> 'dismissed')
      AND EXISTS (SELECT 1 FROM "Snapshot" o WHERE o."sourceId" = s."id" AND o."origin" = 'fetched' AND o."state" = 'done')
      AND NOT EXISTS (SELECT 1 FROM "Snapshot" o WHERE o."sourceId" = s."id" AND o."origin" = 'fetched'
        AND (o."state" IN ('waiting', 'working') OR GREATEST(o."requestedAt", o."seenAt") > ${before}))
    ORDER BY s."newsroomId", s."id"`;
}

/** Find a note that stands, with its source; null when it quotes nothing. */
export async function findQuotingNote(tx: Tx, noteId: string): Promise<QuotingNote | null> {
  const row = await tx.sourceNote.findFirst({
    where: { id: noteId, removedAt: null },
    select: {
      id: true,
      sourceId: true,
      quote: true,
      locator: true,
      claimId: true,
      claim: { select: { articleId: true } },
    },
  });
  if (!row || row.quote === "") return null;
  const { claim, ...note } = row;
  return { ...note, articleId: claim.articleId };
}
