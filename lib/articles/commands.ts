import { holdWeights } from "@/lib/claims/score-store";
import { extract } from "@/lib/core/extraction/extract";
import { weighClaims } from "@/lib/core/extraction/kept-features";
import { normaliseText } from "@/lib/core/text/normalise";
import { mergeFields } from "@/lib/core/workflow/merge";
import { command } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { changeArticleInput, importArticleInput } from "./schema";
import * as store from "./store";

/** Import a text as a new article: version 1, kept exactly, with the claims the text engine finds in it. */
export const importArticle = command({
  name: "article.import",
  input: importArticleInput,
  action: "article.import",
  run: async ({ tx, actor, now, newId }, { text: raw, ...details }) => {
    const text = normaliseText(raw);
    const extraction = extract(text, details.publishedOn ? { date: details.publishedOn } : {});
    const { newsroomId } = actor;
    const articleId = newId();
    const versionId = newId();
    const hash = sha256(text);
    const words = countWords(text);
    const mine = { createdById: actor.userId, createdAt: now };
    await store.createArticle(tx, { id: articleId, newsroomId, ...details, ...mine });
    await store.createVersion(tx, { id: versionId, articleId, number: 1, text, sha256: hash, words, ...mine });
    const target = { newsroomId, articleId, versionId, text, firstNumber: 1, now, newId };
    const claims = await store.createClaims(tx, weighClaims(extraction, await holdWeights(tx, newsroomId)), target);
    return {
      output: { articleId, claims },
      entry: {
        newsroomId,
        articleId,
        subject: articleId,
        data: { ...details, version: 1, sha256: hash, words, claims },
      },
    };
  },
});

/**
 * Change what is known about an article; its text never changes. Edits of two people merge field by field, and only a field
 * that both changed is a conflict.
 */
export const changeArticle = command({
  name: "article.change",
  input: changeArticleInput,
  action: "article.edit",
  run: async ({ tx, actor, now }, { articleId, rev, base, ...typed }) => {
    const { newsroomId } = actor;
    const article = await store.lockArticle(tx, newsroomId, articleId);
    if (!article) throw notFound("article");
    const theirs = detailsOf(article);
    const merge = article.rev === rev ? null : mergeFields<store.ArticleDetails>(known(base), typed, theirs);
    if (merge && !merge.ok) {
      const by = await store.findLastEditor(tx, articleId);
      throw new Refusal(
        "conflict",
        `${by ?? "Somebody"} changed the article's details meanwhile. Choose what shall stand.`,
        {
          conflict: { rev: article.rev, by, fields: merge.conflicts },
        },
      );
    }
    const mine = merge ? { ...theirs, ...merge.changes } : typed;
    const changed = DETAILS.filter((field) => theirs[field] !== mine[field]);
    if (changed.length === 0) return { output: { articleId }, entry: null };
    await store.saveArticle(tx, newsroomId, articleId, article.rev, mine, now);
    const pick = (from: store.ArticleDetails) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    return {
      output: { articleId },
      entry: { newsroomId, articleId, subject: articleId, data: { before: pick(theirs), after: pick(mine) } },
    };
  },
});

const DETAILS = ["title", "byline", "publisher", "url", "publishedOn", "language"] as const;

function detailsOf({
  title,
  byline,
  publisher,
  url,
  publishedOn,
  language,
}: store.ArticleDetails): store.ArticleDetails {
  return { title, byline, publisher, url, publishedOn, language };
}

/** A field that the form did not send along is missing, not undefined. */
function known(base: { readonly [Field in keyof store.ArticleDetails]?: store.ArticleDetails[Field] | undefined }) {
  return Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined));
}

/** Count words: stretches between white space. */
function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
