import type { Json } from "@/lib/core/ledger/canonical";
import { context } from "@/lib/core/text/context";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { ClaimRecord, FactRecord, NewsroomRules, NoteBody, NoteRecord } from "./claim-record";

/** Hand a plain value to a JSON column. */
function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** Read a JSON column that only this product writes: the one place where its shape is taken on trust. */
function fromJson<T>(value: Prisma.JsonValue | null): T {
  return value as T;
}

// ---------------------------------------------------------------- the newsroom and its articles

/** Read the newsroom's verdict scale, four-eyes rule and rule on sources. */
export async function requireRules(tx: Tx, newsroomId: string): Promise<NewsroomRules> {
  const { fourEyes, verdictScale, sourcingRule } = await tx.newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { fourEyes: true, verdictScale: true, sourcingRule: true },
  });
  const scale = fromJson<VerdictScale>(verdictScale);
  return { fourEyes, scale, sourcingRule: fromJson<NewsroomRules["sourcingRule"]>(sourcingRule) };
}

/** List the newsroom's members by name, with their roles. */
export async function listMembers(tx: Tx, newsroomId: string) {
  const members = await tx.membership.findMany({
    where: { newsroomId },
    select: { role: true, user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return members.map(({ role, user }) => ({ ...user, role }));
}

/** Return the names of these people, members or not, by id. */
export async function findNames(tx: Tx, ids: Iterable<string | null>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const users = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Find an article of the newsroom with its current version and text, or null. */
export async function findText(tx: Tx, newsroomId: string, articleId: string) {
  const article = await tx.article.findFirst({
    where: { id: articleId, newsroomId },
    select: {
      id: true,
      title: true,
      publishedOn: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, text: true } },
    },
  });
  const version = article?.versions[0];
  return article && version ? { ...article, version } : null;
}

/** Read the text of a version. */
export async function findVersionText(tx: Tx, versionId: string): Promise<string> {
  const version = await tx.articleVersion.findUnique({ where: { id: versionId }, select: { text: true } });
  return version?.text ?? "";
}

/** Count the article as changed now, so that it comes first in lists. */
export async function touchArticles(tx: Tx, articleIds: readonly string[], now: Date): Promise<void> {
  const ids = [...articleIds].sort();
  await tx.$executeRaw`UPDATE "Article" SET "updatedAt" = ${now} WHERE "id" IN (
    SELECT "id" FROM "Article" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR NO KEY UPDATE)`;
}

/** Return the next free number in the margin of an article; its row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, articleId: string): Promise<number> {
  await tx.$queryRaw`SELECT "id" FROM "Article" WHERE "id" = ${articleId} FOR NO KEY UPDATE`;
  const { _max } = await tx.claim.aggregate({ where: { articleId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

// ---------------------------------------------------------------- claims

const parts = {
  anchors: { include: { version: { select: { number: true } } }, orderBy: { version: { number: "desc" } }, take: 1 },
  facts: { orderBy: [{ start: "asc" }, { end: "desc" }, { id: "asc" }] },
  notes: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  signOffs: { where: { voidedAt: null }, select: { id: true }, orderBy: { at: "desc" }, take: 1 },
  objections: { where: { decision: null }, select: { id: true } },
} as const satisfies Prisma.ClaimInclude;

type Loaded = Prisma.ClaimGetPayload<{ include: typeof parts }>;

function record(row: Loaded): ClaimRecord {
  const {
    anchors,
    facts,
    notes,
    signOffs,
    objections,
    reasons,
    features,
    verdictAt,
    removedAt,
    createdById,
    createdAt,
    updatedAt,
    ...plain
  } = row;
  const anchor = anchors[0];
  return {
    ...plain,
    reasons: fromJson<ClaimRecord["reasons"]>(reasons),
    features: fromJson<ClaimRecord["features"]>(features),
    verdictAt: verdictAt?.toISOString() ?? null,
    removed: removedAt !== null,
    place: anchor ? { versionId: anchor.versionId, start: anchor.start, end: anchor.end, exact: anchor.exact } : null,
    facts: facts.filter(({ versionId }) => versionId === anchor?.versionId).map(factRecord),
    notes: notes.map(noteRecord),
    signOffId: signOffs[0]?.id ?? null,
    openObjections: objections.length,
  };
}

function factRecord({ claimId, type, value, ...fact }: Loaded["facts"][number]): FactRecord {
  return { ...fact, type: fromJson<FactRecord["type"]>(type), value: fromJson<FactRecord["value"]>(value) };
}

function noteRecord({ id, rev, claimId, sourceId, authorId, salt, ...row }: Loaded["notes"][number]): NoteRecord {
  const { stance, quote, locator, note, consultedOn } = row;
  return { id, rev, claimId, sourceId, authorId, salt, stance, quote, locator, note, consultedOn };
}

/** Load claims of a newsroom for reading, in the order of `ids`; those that are not there are left out. */
export async function findClaims(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<ClaimRecord[]> {
  const rows = await tx.claim.findMany({ where: { id: { in: [...ids] }, newsroomId }, include: parts });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(record);
}

/** Load claims as findClaims does, and keep others from changing them until the transaction ends. */
export async function lockClaims(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<ClaimRecord[]> {
  // Locked in the order of ids, whoever asks: two people who choose the same claims never wait for each other in a ring.
  await tx.$queryRaw`SELECT "id" FROM "Claim"
    WHERE "id" = ANY(${[...ids]}::text[]) AND "newsroomId" = ${newsroomId} ORDER BY "id" FOR NO KEY UPDATE`;
  return findClaims(tx, newsroomId, ids);
}

function columns(claim: ClaimRecord) {
  const {
    id,
    newsroomId,
    articleId,
    number,
    rev,
    origin,
    place,
    facts,
    notes,
    signOffId,
    openObjections,
    removed,
    ...plain
  } = claim;
  return {
    ...plain,
    reasons: toJson(claim.reasons),
    features: claim.features === null ? Prisma.DbNull : toJson(claim.features),
    verdictAt: claim.verdictAt === null ? null : new Date(claim.verdictAt),
  };
}

/** Add a claim with its place and facts. `text` is the text of the version that the place is in. */
export async function createClaim(
  tx: Tx,
  claim: ClaimRecord,
  text: string,
  by: { readonly createdById: string; readonly now: Date; readonly newId: () => string },
): Promise<void> {
  const { id, newsroomId, articleId, number, rev, origin } = claim;
  const { createdById, now } = by;
  await tx.claim.create({
    data: {
      ...columns(claim),
      id,
      newsroomId,
      articleId,
      number,
      rev,
      origin,
      createdById,
      createdAt: now,
      updatedAt: now,
    },
  });
  await savePlace(tx, claim, text, by.newId);
  await saveFacts(tx, claim);
}

/** Save a claim over `before` as its next rev; false when somebody was quicker. `text` is needed where the place moved. */
export async function saveClaim(
  tx: Tx,
  before: ClaimRecord,
  after: ClaimRecord,
  by: { readonly now: Date; readonly newId: () => string; readonly text?: string },
): Promise<boolean> {
  const { id, newsroomId, rev } = before;
  const removedAt = after.removed ? by.now : null;
  const { count } = await tx.claim.updateMany({
    where: { id, newsroomId, rev },
    data: {
      ...columns(after),
      rev: after.rev,
      updatedAt: by.now,
      ...(before.removed === after.removed ? {} : { removedAt }),
    },
  });
  if (count === 0) return false;
  if (!samePlace(before, after)) await savePlace(tx, after, by.text ?? "", by.newId);
  if (before.facts !== after.facts) await saveFacts(tx, after);
  const moved = after.notes.filter(({ claimId }) => claimId !== id).map((note) => note.id);
  if (moved.length > 0) await tx.sourceNote.updateMany({ where: { id: { in: moved } }, data: { claimId: id } });
  return true;
}

function samePlace({ place: a }: ClaimRecord, { place: b }: ClaimRecord): boolean {
  return a?.versionId === b?.versionId && a?.start === b?.start && a?.end === b?.end;
}

async function savePlace(tx: Tx, claim: ClaimRecord, text: string, newId: () => string): Promise<void> {
  if (!claim.place) return;
  const { versionId, start, end } = claim.place;
  const place = { start, end, ...context(text, claim.place) };
  await tx.anchor.upsert({
    where: { claimId_versionId: { claimId: claim.id, versionId } },
    create: { id: newId(), claimId: claim.id, versionId, ...place },
    update: place,
  });
}

async function saveFacts(tx: Tx, { id: claimId, place, facts }: ClaimRecord): Promise<void> {
  if (!place) return;
  await tx.fact.deleteMany({ where: { claimId, versionId: place.versionId } });
  await tx.fact.createMany({
    data: facts.map(({ value, ...fact }) => ({ ...fact, claimId, ...(value ? { value: toJson(value) } : {}) })),
  });
}

/** Tick a fact, or take the tick back (`by` null). */
export async function tickFact(tx: Tx, claimId: string, factId: string, by: string | null, now: Date): Promise<void> {
  await tx.fact.update({
    where: { id: factId, claimId },
    data: { tickedById: by, tickedAt: by === null ? null : now },
  });
  await tx.claim.update({ where: { id: claimId }, data: { updatedAt: now } });
}

/** Return full names that the article's other facts give for the same words, so that "Graham" keeps his first name. */
export async function findFullNames(tx: Tx, versionId: string, texts: readonly string[]) {
  return tx.fact.findMany({
    where: { versionId, text: { in: [...texts] }, NOT: { name: "" } },
    select: { type: true, text: true, name: true, title: true },
    distinct: ["type", "text"],
    orderBy: { start: "asc" },
  });
}

// ---------------------------------------------------------------- many claims at once

/** What a bulk step asks of each claim. */
export type BulkRow = Pick<
  ClaimRecord,
  | "id"
  | "articleId"
  | "number"
  | "rev"
  | "state"
  | "verdict"
  | "verdictById"
  | "authorsWordReason"
  | "dismissReason"
  | "stateNote"
  | "assigneeId"
> & { readonly notes: number };

/** Load what a bulk step needs of each standing claim among `ids`, locked until the transaction ends. */
export function lockBulk(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<BulkRow[]> {
  return tx.$queryRaw<BulkRow[]>`
    SELECT c."id", c."articleId", c."number", c."rev", c."state"::text AS "state", c."verdict", c."verdictById",
      c."authorsWordReason", c."dismissReason", c."stateNote", c."assigneeId",
      (SELECT count(*)::int FROM "SourceNote" s WHERE s."claimId" = c."id" AND s."removedAt" IS NULL) AS "notes"
    FROM "Claim" c
    WHERE c."id" = ANY(${[...ids]}::text[]) AND c."newsroomId" = ${newsroomId} AND c."removedAt" IS NULL
    ORDER BY c."id" FOR NO KEY UPDATE OF c`;
}

/** Load the standing claims that are assigned to somebody, as lockBulk does. */
export async function lockAssigned(tx: Tx, newsroomId: string, assigneeId: string): Promise<BulkRow[]> {
  const rows = await tx.claim.findMany({ where: { newsroomId, assigneeId, removedAt: null }, select: { id: true } });
  return lockBulk(
    tx,
    newsroomId,
    rows.map(({ id }) => id),
  );
}

/** Give all these claims the same new values, each as its next rev; returns how many there were. */
export async function saveBulk(
  tx: Tx,
  newsroomId: string,
  ids: readonly string[],
  change: Partial<Pick<ClaimRecord, "state" | "dismissReason" | "stateNote" | "assigneeId">>,
  now: Date,
): Promise<number> {
  const { state, dismissReason, stateNote, assigneeId } = change;
  const sets = [
    Prisma.sql`"rev" = "rev" + 1, "updatedAt" = ${now}`,
    ...(state === undefined ? [] : [Prisma.sql`"state" = ${state}::"ClaimState"`]),
    ...(dismissReason === undefined ? [] : [Prisma.sql`"dismissReason" = ${dismissReason}`]),
    ...(stateNote === undefined ? [] : [Prisma.sql`"stateNote" = ${stateNote}`]),
    ...(assigneeId === undefined ? [] : [Prisma.sql`"assigneeId" = ${assigneeId}`]),
  ];
  return tx.$executeRaw`UPDATE "Claim" SET ${Prisma.join(sets)}
    WHERE "id" = ANY(${[...ids]}::text[]) AND "newsroomId" = ${newsroomId}`;
}

// ---------------------------------------------------------------- source notes

const noteParts = {
  source: true,
  revisions: { orderBy: { rev: "desc" } },
} as const satisfies Prisma.SourceNoteInclude;

/** A note with its source and what it said before. */
export type NoteRow = Prisma.SourceNoteGetPayload<{ include: typeof noteParts }>;

/** List the standing notes of a claim, newest first, with their sources and histories. */
export function listNotes(tx: Tx, claimId: string): Promise<NoteRow[]> {
  return tx.sourceNote.findMany({
    where: { claimId, removedAt: null },
    include: noteParts,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** List the standing notes on a source, on claims that stand, newest first. */
export function listNotesOnSource(tx: Tx, newsroomId: string, sourceId: string): Promise<NoteRow[]> {
  return tx.sourceNote.findMany({
    where: { sourceId, removedAt: null, claim: { newsroomId, removedAt: null } },
    include: noteParts,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 2_000,
  });
}

/** Read what a note said before an edit. */
export function noteBody(revision: NoteRow["revisions"][number]): NoteBody {
  return fromJson<NoteBody>(revision.body);
}

/** Find which claim of the newsroom a standing note is on, or null. */
export async function findNoteClaim(tx: Tx, newsroomId: string, noteId: string): Promise<string | null> {
  const note = await tx.sourceNote.findFirst({
    where: { id: noteId, removedAt: null, claim: { newsroomId } },
    select: { claimId: true },
  });
  return note?.claimId ?? null;
}

/** Add a source note. */
export async function createNote(tx: Tx, note: NoteRecord, now: Date): Promise<void> {
  await tx.sourceNote.create({ data: { ...note, createdAt: now, updatedAt: now } });
}

/** Save a note's words over those of `before` and keep the old ones; false when somebody was quicker. */
export async function saveNote(
  tx: Tx,
  before: NoteRecord,
  body: NoteBody,
  by: { readonly editedById: string; readonly now: Date; readonly newId: () => string },
): Promise<boolean> {
  const { id, rev, stance, quote, locator, note, consultedOn } = before;
  const { count } = await tx.sourceNote.updateMany({
    where: { id, rev, removedAt: null },
    data: { ...body, rev: rev + 1, updatedAt: by.now },
  });
  if (count === 0) return false;
  const old = toJson({ stance, quote, locator, note, consultedOn });
  await tx.sourceNoteRevision.create({
    data: { id: by.newId(), noteId: id, rev, body: old, editedById: by.editedById, editedAt: by.now },
  });
  return true;
}

/** Take a note away; its words stay in the database and the ledger. */
export async function removeNote(tx: Tx, { id, rev }: NoteRecord, now: Date): Promise<boolean> {
  const { count } = await tx.sourceNote.updateMany({
    where: { id, rev, removedAt: null },
    data: { removedAt: now, rev: rev + 1, updatedAt: now },
  });
  return count === 1;
}

// ---------------------------------------------------------------- sign-offs

/** List a claim's sign-offs, newest first, each with the number of the version it was given for. */
export function listSignOffs(tx: Tx, claimId: string) {
  return tx.signOff.findMany({
    where: { claimId },
    include: { version: { select: { number: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
}

/** Add a sign-off. */
export async function createSignOff(
  tx: Tx,
  signOff: {
    readonly id: string;
    readonly claimId: string;
    readonly versionId: string;
    readonly hash: string;
    readonly format: number;
    readonly byId: string;
    readonly at: Date;
    readonly override: boolean;
    readonly overrideReason: string;
    readonly sourcingReason: string;
  },
): Promise<void> {
  await tx.signOff.create({ data: signOff });
}

/** Void every standing sign-off of a claim, with the reason in words. */
export async function voidSignOffs(tx: Tx, claimId: string, reason: string, now: Date): Promise<void> {
  await tx.signOff.updateMany({
    where: { claimId, voidedAt: null },
    data: { voidedAt: now, voidReason: reason },
  });
}

// ---------------------------------------------------------------- the ledger

/** One entry of an article's ledger, seen from one claim: `change` is what it did to that claim, if it changed its record. */
export interface LedgerLine {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly command: string;
  /** The entry's data without the list of changes. */
  readonly data: Json;
  readonly change: Json;
  /** How many claims the entry changed. */
  readonly changed: number;
}

/** List what happened to a claim, newest first, the import of its article included. */
export function listHistory(tx: Tx, articleId: string, claimId: string, limit: number): Promise<LedgerLine[]> {
  const chain = `article:${articleId}`;
  return tx.$queryRaw<LedgerLine[]>`
    SELECT "seq", "at", "actorId", "actorName", "command", "data" - 'changes' - 'claims' AS "data",
      jsonb_path_query_first("data", '$.changes[*] ? (@.claimId == $id)', jsonb_build_object('id', ${claimId}::text)) AS "change",
      COALESCE(jsonb_array_length("data"->'changes'), 0)::int AS "changed"
    FROM "LedgerEntry"
    WHERE "chain" = ${chain}
      AND ("subject" = ${claimId} OR "command" = 'article.import' OR jsonb_exists("data"->'claims', ${claimId}))
    ORDER BY "seq" DESC LIMIT ${limit}`;
}

/** Find one entry of an article's ledger in the newsroom, or null. */
export async function findEntry(tx: Tx, newsroomId: string, articleId: string, seq: number) {
  const entry = await tx.ledgerEntry.findFirst({ where: { chain: `article:${articleId}`, seq, newsroomId } });
  return entry && { command: entry.command, data: fromJson<Json>(entry.data), actorName: entry.actorName };
}

// ---------------------------------------------------------------- expiry

/** A verified claim whose day has come. */
export interface ExpiringRow {
  readonly id: string;
  readonly newsroomId: string;
  readonly articleId: string;
  /** The UTC day of its standing sign-off. */
  readonly signedOn: string;
}

/** List the verified claims of all newsrooms, or of one article, that expire by `day` (ISO date) and were signed off before. */
export function listExpiring(tx: Tx, day: string, articleId?: string): Promise<ExpiringRow[]> {
  const here = articleId === undefined ? Prisma.sql`true` : Prisma.sql`c."articleId" = ${articleId}`;
  return tx.$queryRaw<ExpiringRow[]>`
    SELECT * FROM (
      SELECT c."id", c."newsroomId", c."articleId", c."expiresOn",
        (SELECT to_char(max(s."at") AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM "SignOff" s
          WHERE s."claimId" = c."id" AND s."voidedAt" IS NULL) AS "signedOn"
      FROM "Claim" c
      WHERE c."state" = 'verified' AND c."removedAt" IS NULL AND c."expiresOn" <= ${day} AND ${here}
    ) c WHERE c."signedOn" < c."expiresOn" ORDER BY c."articleId", c."id"`;
}
