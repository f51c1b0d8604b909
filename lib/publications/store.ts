import type { Json } from "@/lib/core/ledger/canonical";
import type { ReportChange } from "@/lib/core/report/corrections";
import type { Report } from "@/lib/core/report/report";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** Let one transaction at a time publish, correct or withdraw reports of an article. */
export async function lockPublications(tx: Tx, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`publications:${articleId}`}, 0))`;
}

const editionWords = { id: true, number: true, sha256: true, byId: true, at: true } as const;
const corrections = {
  orderBy: [{ at: "desc" }, { claimNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  include: { edition: { select: { number: true } } },
} as const satisfies Prisma.Publication$correctionsArgs;
const newest = { orderBy: { number: "desc" }, take: 1 } as const;

/** Find the publication of an article that can be read now, with its newest edition (the report left out) and its corrections. */
export function findStanding(tx: Tx, newsroomId: string, articleId: string) {
  return tx.publication.findFirst({
    where: { newsroomId, articleId, withdrawnAt: null },
    include: { editions: { ...newest, select: editionWords }, corrections },
  });
}

/** List the publications of an article that were withdrawn, newest first. */
export function listWithdrawn(tx: Tx, newsroomId: string, articleId: string) {
  return tx.publication.findMany({
    where: { newsroomId, articleId, withdrawnAt: { not: null } },
    orderBy: { withdrawnAt: "desc" },
  });
}

/** Find a publication of the newsroom with its newest edition, whether or not it was withdrawn; or null. */
export function findPublication(tx: Tx, newsroomId: string, publicationId: string) {
  return tx.publication.findFirst({
    where: { id: publicationId, newsroomId },
    include: { editions: { ...newest, select: editionWords } },
  });
}

/** Find what the public reads under an address, with its newest edition; or null. */
export function findBySlug(tx: Tx, slug: string) {
  return tx.publication.findUnique({
    where: { slug },
    include: {
      newsroom: {
        select: {
          name: true,
          publishing: true,
          signingKeys: { where: { retiredAt: null }, orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
        },
      },
      article: { select: { title: true } },
      editions: newest,
      corrections,
    },
  });
}

/** List the publications of a newsroom that can be read and may be listed, newest first, with their newest editions. */
export function listIndexable(tx: Tx, newsroomId: string, take: number) {
  return tx.publication.findMany({
    where: { newsroomId, withdrawnAt: null, indexable: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take,
    include: { editions: newest },
  });
}

/** List the publications of a newsroom that can be read now, without their reports. */
export function listStanding(tx: Tx, newsroomId: string) {
  return tx.publication.findMany({
    where: { newsroomId, withdrawnAt: null },
    select: { articleId: true, slug: true, editions: { ...newest, select: editionWords } },
  });
}

/** Read the report of an edition as it was frozen. */
export async function readEdition(tx: Tx, editionId: string): Promise<Report> {
  const { report } = await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { report: true } });
  return frozen(report);
}

/** Take a frozen report for what it is; only `createEdition` writes one. */
export function frozen(report: Prisma.JsonValue): Report {
  return report as unknown as Report;
}

/** Read a newsroom's name and its settings of publishing; null when there is none of this id. */
export function findNewsroom(tx: Tx, newsroomId: string) {
  return tx.newsroom.findUnique({ where: { id: newsroomId }, select: { id: true, name: true, publishing: true } });
}

/** A publication to keep. */
export interface NewPublication {
  readonly id: string;
  readonly newsroomId: string;
  readonly articleId: string;
  readonly slug: string;
  readonly indexable: boolean;
  readonly options: { readonly audience: string; readonly language: string };
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Keep a new publication. */
export async function createPublication(tx: Tx, publication: NewPublication): Promise<void> {
  await tx.publication.create({ data: publication });
}

/** A report to freeze, as plain JSON with the hash of its canonical form. */
export interface NewEdition {
  readonly id: string;
  readonly publicationId: string;
  readonly number: number;
  readonly report: Json;
  readonly sha256: string;
  readonly byId: string;
  readonly at: Date;
}

/** Freeze a report as an edition. As SQL: Prisma's serialiser takes its time over thousands of claims. */
export async function createEdition(tx: Tx, { id, publicationId, number, report, sha256, byId, at }: NewEdition) {
  await tx.$executeRaw`
    INSERT INTO "Edition" ("id", "publicationId", "number", "report", "sha256", "byId", "at")
    VALUES (${id}, ${publicationId}, ${number}, ${JSON.stringify(report)}::jsonb, ${sha256}, ${byId}, ${at})`;
}

/** Keep what an edition corrects, each with its reason. */
export async function createCorrections(
  tx: Tx,
  edition: Pick<NewEdition, "id" | "publicationId" | "byId" | "at">,
  changes: readonly (Omit<ReportChange, "key"> & { readonly id: string; readonly why: string })[],
): Promise<void> {
  const { id: editionId, publicationId, byId, at } = edition;
  const data = changes.map(({ id, claimNumber, field, before, after, why }) => {
    return { id, publicationId, editionId, claimNumber, field, before, after, why, byId, at };
  });
  await tx.correction.createMany({ data });
}

/** Mark a publication as withdrawn; false when it was already. */
export async function withdraw(
  tx: Tx,
  publicationId: string,
  by: { readonly withdrawnById: string; readonly withdrawnAt: Date; readonly withdrawnReason: string },
): Promise<boolean> {
  const { count } = await tx.publication.updateMany({ where: { id: publicationId, withdrawnAt: null }, data: by });
  return count === 1;
}
