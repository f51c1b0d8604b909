import { loadGalleyClaims } from "@/lib/claims/queries";
import { may } from "@/lib/core/policy/policy";
import { CLAIM_STATES, type ClaimState } from "@/lib/core/workflow/workflow";
import { loadReady, loadReadyBadges } from "@/lib/guard/queries";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import type { ArticleRow, ArticleView, Progress } from "./schema";
import * as store from "./store";

/** List the newsroom's articles, the one changed last first, each with how far its check has come. */
export async function loadArticles(actor: Actor): Promise<ArticleRow[]> {
  authorize(actor, "article.read");
  const [articles, counts, ready] = await Promise.all([
    store.listArticles(db(), actor.newsroomId),
    store.countClaims(db(), actor.newsroomId),
    loadReadyBadges(actor),
  ]);
  const byArticle = new Map<string, typeof counts>();
  for (const row of counts) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), row]);
  return articles.map((article) => ({
    id: article.id,
    title: article.title,
    byline: article.byline,
    publisher: article.publisher,
    publishedOn: article.publishedOn,
    words: article.versions[0]?.words ?? 0,
    versionNumber: article.versions[0]?.number ?? 0,
    progress: progress(byArticle.get(article.id) ?? []),
    ready: ready.get(article.id) ?? null,
    updatedAt: article.updatedAt.toISOString(),
  }));
}

/** Load an article with its current text and every claim in it; not yours and not there are the same answer. */
export async function loadArticle(actor: Actor, articleId: string): Promise<ArticleView> {
  authorize(actor, "article.read");
  const article = await store.findArticle(db(), actor.newsroomId, articleId);
  const version = article?.versions[0];
  if (!article || !version) throw notFound("article");
  const [claims, counts, ready] = await Promise.all([
    loadGalleyClaims(actor, article.id, version.id),
    store.countClaims(db(), actor.newsroomId, article.id),
    loadReady(actor, article.id, version),
  ]);
  const { id, rev, title, byline, publisher, url, publishedOn, language } = article;
  return {
    id,
    rev,
    title,
    byline,
    publisher,
    url,
    publishedOn,
    language,
    version: {
      id: version.id,
      number: version.number,
      text: version.text,
      sha256: version.sha256,
      words: version.words,
      createdAt: version.createdAt.toISOString(),
    },
    claims,
    progress: progress(counts),
    ready,
    may: {
      correct: may(actor.role, "claim.correct"),
      edit: may(actor.role, "article.edit"),
      assign: may(actor.role, "claim.assign"),
      check: may(actor.role, "claim.check"),
      revise: may(actor.role, "article.revise"),
    },
  };
}

function progress(counts: readonly { state: ClaimState; count: number }[]): Progress {
  const byState = Object.fromEntries(CLAIM_STATES.map((state) => [state, 0])) as Record<ClaimState, number>;
  for (const { state, count } of counts) byState[state] += count;
  const total = Object.values(byState).reduce((sum, count) => sum + count, 0);
  return { byState, total, done: byState.verified + byState.dismissed };
}
