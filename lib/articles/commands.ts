import { extract } from "@/lib/core/extraction/extract";
import { normaliseText } from "@/lib/core/text/normalise";
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
    const claims = await store.createClaims(tx, extraction.claims, target);
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

/** Change what is known about an article; its text never changes. */
export const changeArticle = command({
  name: "article.change",
  input: changeArticleInput,
  action: "article.edit",
  run: async ({ tx, actor, now }, { articleId, rev, ...details }) => {
    const { newsroomId } = actor;
    const article = await store.findArticle(tx, newsroomId, articleId);
    if (!article) throw notFound("article");
    if (!(await store.saveArticle(tx, newsroomId, articleId, rev, details, now))) {
      throw new Refusal(
        "conflict",
        "Somebody else changed the article's details meanwhile. Look at what stands now and try again.",
      );
    }
    const { title, byline, publisher, url, publishedOn, language } = article;
    const before = { title, byline, publisher, url, publishedOn, language };
    return {
      output: { articleId },
      entry: { newsroomId, articleId, subject: articleId, data: { before, after: details } },
    };
  },
});

/** Count words: stretches between white space. */
function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
