import type { WeighedClaim } from "@/lib/core/extraction/kept-features";
import type { ExtractedClaim, Fact } from "@/lib/core/extraction/types";
import { context } from "@/lib/core/text/context";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { Tx } from "@/lib/platform/db";
import { insertRows } from "@/lib/platform/insert-rows";

/** Claims per INSERT: writing more of them as one JSON document would keep other requests waiting. */
const BATCH = 500;

interface NewArticle {
  readonly id: string;
  readonly newsroomId: string;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Add an article without a text. */
export async function createArticle(tx: Tx, article: NewArticle): Promise<void> {
  await tx.article.create({ data: { ...article, updatedAt: article.createdAt } });
}

interface NewVersion {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly words: number;
  /** What is new in it, in words. */
  readonly note?: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Add a version; from then on the database refuses to change it. */
export async function createVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.articleVersion.create({ data: version });
}

interface Target {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly text: string;
  /** Number of the first new claim in the margin. */
  readonly firstNumber: number;
  readonly now: Date;
  readonly newId: () => string;
  /** Is told after each batch how many claims are stored. */
  readonly onStored: (claims: number) => void;
}

/** Add what the text engine found: claims numbered in the order of their place, with anchors and facts. Returns their ids. */
export async function createClaims(tx: Tx, found: readonly WeighedClaim[], target: Target): Promise<string[]> {
  const rows = found.map((claim, index) => ({ claim, id: target.newId(), number: target.firstNumber + index }));
  let stored = 0;
  for (const batch of batches(rows)) {
    await insertRows(
      tx,
      "Claim",
      batch.map(({ claim, id, number }) => claimRow(claim, id, number, target)),
    );
    await insertRows(
      tx,
      "Anchor",
      batch.map(({ claim, id }) => anchorRow(claim, id, target)),
    );
    await insertRows(
      tx,
      "Fact",
      batch.flatMap(({ claim, id }) => claim.facts.map((fact) => factRow(fact, id, target))),
    );
    stored += batch.length;
    target.onStored(stored);
  }
  return rows.map(({ id }) => id);
}

function claimRow(claim: WeighedClaim, id: string, number: number, { newsroomId, articleId, now }: Target) {
  return {
    id,
    newsroomId,
    articleId,
    number,
    origin: "machine",
    kind: claim.kind,
    wording: claim.wording,
    speakerName: claim.speaker?.name ?? "",
    speakerTitle: claim.speaker?.title ?? "",
    viaName: claim.via?.name ?? "",
    score: claim.score,
    reasons: claim.reasons,
    features: claim.features,
    createdAt: now,
    updatedAt: now,
  };
}

function anchorRow(claim: ExtractedClaim, claimId: string, { versionId, text, newId }: Target) {
  return { id: newId(), claimId, versionId, start: claim.start, end: claim.end, ...context(text, claim) };
}

function factRow(fact: Fact, claimId: string, { versionId, newId }: Target) {
  const { type, start, end, text, name = "", title = "", value = null } = fact;
  return {
    id: newId(),
    claimId,
    versionId,
    type,
    start,
    end,
    text,
    name,
    title,
    value,
  };
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH));
}

/** Find an article of a newsroom with its current (highest) version. */
export function findArticle(tx: Tx, newsroomId: string, articleId: string) {
  return tx.article.findFirst({
    where: { id: articleId, newsroomId },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  });
}

/** List a newsroom's articles, the one changed last first, with the current version but not its text. */
export function listArticles(tx: Tx, newsroomId: string) {
  return tx.article.findMany({
    where: { newsroomId },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 1_000,
    include: { versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, words: true } } },
  });
}

/** Keep others from changing an article, or adding to it, until the transaction ends. */
export async function holdArticle(tx: Tx, newsroomId: string, articleId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Article" WHERE "id" = ${articleId} AND "newsroomId" = ${newsroomId} FOR NO KEY UPDATE`;
}

/** Find an article and keep others from changing it until the transaction ends. */
export async function lockArticle(tx: Tx, newsroomId: string, articleId: string) {
  await holdArticle(tx, newsroomId, articleId);
  return findArticle(tx, newsroomId, articleId);
}

/** Find who changed an article's details last, by its ledger; null when nobody did since it was imported. */
export async function findLastEditor(tx: Tx, articleId: string): Promise<string | null> {
  const entry = await tx.ledgerEntry.findFirst({
    where: { chain: `article:${articleId}`, command: "article.change" },
    orderBy: { seq: "desc" },
    select: { actorName: true },
  });
  return entry?.actorName ?? null;
}

/** What people say of an article beside its text. */
export type ArticleDetails = Pick<NewArticle, "title" | "byline" | "publisher" | "url" | "publishedOn" | "language">;

/** Save an article's details if it still has `rev`. */
export async function saveArticle(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  rev: number,
  data: ArticleDetails,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.article.updateMany({
    where: { id: articleId, newsroomId, rev },
    data: { ...data, rev: { increment: 1 }, updatedAt: now },
  });
  return count === 1;
}

/** Count the standing claims of each article by state. */
export async function countClaims(
  tx: Tx,
  newsroomId: string,
  articleId?: string,
): Promise<readonly { articleId: string; state: ClaimState; count: number }[]> {
  const rows = await tx.claim.groupBy({
    by: ["articleId", "state"],
    where: { newsroomId, removedAt: null, ...(articleId ? { articleId } : {}) },
    _count: true,
  });
  return rows.map((row) => ({ articleId: row.articleId, state: row.state, count: row._count }));
}
