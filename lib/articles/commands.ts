import { holdWeights } from "@/lib/claims/score-store";
import { weighClaims } from "@/lib/core/extraction/kept-features";
import type { ReadingStage } from "@/lib/core/extraction/types";
import { countWords } from "@/lib/core/text/count-words";
import { normaliseText } from "@/lib/core/text/normalise";
import { mergeFields } from "@/lib/core/workflow/merge";
import { keepFacts } from "@/lib/coverage/store";
import { command, longCommand, type Progress } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { readClaims } from "@/lib/platform/reader";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { changeArticleInput, importArticleInput } from "./schema";
import * as store from "./store";

/** Import a text as a new article: version 1, kept exactly, with the claims the text engine finds in it. */
export const importArticle = longCommand({
  name: "article.import",
  input: importArticleInput,
  action: "article.import",
  prepare: async ({ actor, report }, { text: raw, ...details }) => {
    const text = normaliseText(raw);
    const options = details.publishedOn ? { date: details.publishedOn } : {};
    const found = await readClaims(text, options, (stage) => report(READING[stage]));
    const hash = sha256(text);
    const words = countWords(text);
    return async ({ tx, now, newId }) => {
      const { newsroomId } = actor;
      const articleId = newId();
      const versionId = newId();
      const mine = { createdById: actor.userId, createdAt: now };
      await store.createArticle(tx, { id: articleId, newsroomId, ...details, ...mine });
      await store.createVersion(tx, { id: versionId, articleId, number: 1, text, sha256: hash, words, ...mine });
      const onStored = (done: number) => report(storing(done, found.claims.length));
      onStored(0);
      const target = { newsroomId, articleId, versionId, text, firstNumber: 1, now, newId, onStored };
      const { length: claims } = await store.createClaims(
        tx,
        weighClaims(found, await holdWeights(tx, newsroomId)),
        target,
      );
      await keepFacts(tx, versionId, details.publishedOn !== null, found.factSentences);
      return {
        output: { articleId, claims },
        entry: {
          newsroomId,
          articleId,
          subject: articleId,
          data: { ...details, version: 1, sha256: hash, words, claims },
        },
      };
    };
  },
});

/** What each stage of reading is called, and which share of an import is done when it begins, as measured on 100,000 words. */
const READING: Readonly<Record<ReadingStage, Progress>> = {
  sentences: { share: 0, words: "Reading the sentences" },
  values: { share: 0.2, words: "Looking for figures and dates" },
  names: { share: 0.35, words: "Looking for names" },
  speakers: { share: 0.4, words: "Finding out who said what" },
  claims: { share: 0.45, words: "Cutting out the claims" },
};
const READ = 0.6;

function storing(done: number, all: number): Progress {
  const share = READ + ((1 - READ) * done) / Math.max(1, all);
  return { share, words: `Storing ${all.toLocaleString("en")} ${all === 1 ? "claim" : "claims"}` };
}

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
