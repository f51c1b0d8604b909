import type { SourceKind, SourceMedium } from "@/lib/claims/schema";
import type { Confidentiality } from "@/lib/core/workflow/sourcing";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** What people say of a source. */
export interface SourceFields {
  readonly title: string;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
  readonly publisher: string;
  readonly url: string;
  /** ISO date. */
  readonly date: string | null;
  readonly author: string;
  /** BCP 47; empty when nobody said. */
  readonly language: string;
  /** Why it may be trusted, and how far. */
  readonly reliability: string;
  readonly confidentiality: Confidentiality;
}

/** A line of the sources list as the database gives it. */
export interface SourceListRow extends SourceFields {
  readonly id: string;
  readonly rev: number;
  readonly createdById: string;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly claims: number;
  readonly notes: number;
}

/** The most sources a list shows. */
const LIST = 2_000;

/** Which sources to list. `hidden` are left out of a search: what it finds would tell their words. */
export interface SourceChoice {
  readonly text?: string;
  readonly sourceId?: string;
  readonly hidden?: ReadonlySet<string>;
}

/** List sources by title, with how many standing claims and notes lean on each; `text` searches title, author, publisher and address. */
export function listSources(
  tx: Tx,
  newsroomId: string,
  { text, sourceId, hidden = new Set() }: SourceChoice,
): Promise<SourceListRow[]> {
  const like = `%${(text ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const searched = text
    ? Prisma.sql`AND NOT s."id" = ANY(${[...hidden]}::text[]) AND (s."title" ILIKE ${like} OR s."author" ILIKE ${like}
        OR s."publisher" ILIKE ${like} OR s."url" ILIKE ${like})`
    : Prisma.empty;
  const one = sourceId === undefined ? Prisma.empty : Prisma.sql`AND s."id" = ${sourceId}`;
  return tx.$queryRaw<SourceListRow[]>`
    SELECT s."id", s."rev", s."title", s."medium"::text AS "medium", s."kind"::text AS "kind", s."publisher", s."url",
      s."date", s."author", s."language", s."reliability", s."confidentiality"::text AS "confidentiality", s."createdById", u."name" AS "createdByName", s."createdAt",
      count(DISTINCT c."id")::int AS "claims", count(c."id")::int AS "notes"
    FROM "Source" s
    LEFT JOIN "User" u ON u."id" = s."createdById"
    LEFT JOIN "SourceNote" n ON n."sourceId" = s."id" AND n."removedAt" IS NULL
    LEFT JOIN "Claim" c ON c."id" = n."claimId" AND c."removedAt" IS NULL
    WHERE s."newsroomId" = ${newsroomId} ${searched} ${one}
    GROUP BY s."id", u."name" ORDER BY lower(s."title"), s."id" LIMIT ${LIST}`;
}

/** Find a source of the newsroom, or null. */
export function findSource(tx: Tx, newsroomId: string, sourceId: string) {
  return tx.source.findFirst({ where: { id: sourceId, newsroomId } });
}

/** Find a source of the newsroom and keep others from changing it until the transaction ends. */
export async function lockSource(tx: Tx, newsroomId: string, sourceId: string) {
  await tx.$queryRaw`SELECT "id" FROM "Source" WHERE "id" = ${sourceId} AND "newsroomId" = ${newsroomId} FOR NO KEY UPDATE`;
  return findSource(tx, newsroomId, sourceId);
}

/** Let one transaction at a time add sources to a newsroom, so that the same one is not added twice. */
export async function lockSources(tx: Tx, newsroomId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sources:${newsroomId}`}, 0))`;
}

/** List the newsroom's sources whose address names `host`, oldest first. */
export function listByHost(tx: Tx, newsroomId: string, host: string) {
  return tx.source.findMany({
    where: { newsroomId, url: { contains: host, mode: "insensitive" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Where a copy of a source came from in the end, and the address that the page gives as its own. */
export interface AnswerAddresses {
  readonly finalUrl: string;
  readonly canonicalUrl: string;
}

/** List the newsroom's sources with the addresses on `host` that answered for them, oldest first. */
export async function listByAnswer(tx: Tx, newsroomId: string, host: string) {
  const like = `%${host.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.$queryRaw<(AnswerAddresses & { sourceId: string })[]>`
    SELECT DISTINCT "sourceId", "finalUrl", COALESCE("about"->>'canonicalUrl', '') AS "canonicalUrl" FROM "Snapshot"
    WHERE "newsroomId" = ${newsroomId} AND "state" = 'done' AND "origin" = 'fetched'
      AND ("finalUrl" ILIKE ${like} OR "about"->>'canonicalUrl' ILIKE ${like})`;
  const sources = await tx.source.findMany({
    where: { newsroomId, id: { in: rows.map(({ sourceId }) => sourceId) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return sources.map((source) => ({ source, answers: rows.filter(({ sourceId }) => sourceId === source.id) }));
}

/** List the sources without an address that have this title, publisher and medium, whatever the case, oldest first. */
export function listByTitle(tx: Tx, newsroomId: string, { title, publisher, medium }: SourceFields) {
  return tx.source.findMany({
    where: {
      newsroomId,
      url: "",
      medium,
      title: { equals: title, mode: "insensitive" },
      publisher: { equals: publisher, mode: "insensitive" },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Save how secret a source is as its next rev if it still has `rev`; false when somebody was quicker. */
export async function saveConfidentiality(
  tx: Tx,
  newsroomId: string,
  sourceId: string,
  rev: number,
  confidentiality: Confidentiality,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.source.updateMany({
    where: { id: sourceId, newsroomId, rev },
    data: { confidentiality, rev: rev + 1, updatedAt: now },
  });
  return count === 1;
}

/** Add a source. */
export async function createSource(
  tx: Tx,
  source: SourceFields & { readonly id: string; readonly newsroomId: string; readonly createdById: string },
  now: Date,
): Promise<void> {
  await tx.source.create({ data: { ...source, createdAt: now, updatedAt: now } });
}

/** Save a source as its next rev if it still has `rev`; false when somebody was quicker. */
export async function saveSource(
  tx: Tx,
  newsroomId: string,
  sourceId: string,
  rev: number,
  fields: SourceFields,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.source.updateMany({
    where: { id: sourceId, newsroomId, rev },
    data: { ...fields, rev: rev + 1, updatedAt: now },
  });
  return count === 1;
}

/** Find who changed a source last, by the newsroom's ledger; null when nobody did since it was added. */
export async function findLastWriter(tx: Tx, newsroomId: string, sourceId: string): Promise<string | null> {
  const entry = await tx.ledgerEntry.findFirst({
    where: {
      chain: `newsroom:${newsroomId}`,
      subject: sourceId,
      command: { in: ["source.change", "source.setConfidentiality"] },
    },
    orderBy: { seq: "desc" },
    select: { actorName: true },
  });
  return entry?.actorName ?? null;
}
