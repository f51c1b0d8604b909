import { findText } from "@/lib/claims/store";
import { type Coverage, countFacts, cover, type FactFigures } from "@/lib/core/coverage/coverage";
import type { FactSentence } from "@/lib/core/coverage/fact-sentences";
import type { Decisions } from "@/lib/core/coverage/stretches";
import { db, type Tx } from "@/lib/platform/db";
import { readClaims } from "@/lib/platform/reader";
import * as store from "./store";

type Article = NonNullable<Awaited<ReturnType<typeof findText>>>;

/** A version's text, and the date that its days of the week lean on. */
interface DatedText {
  readonly version: { readonly id: string; readonly text: string };
  readonly publishedOn: string | null;
}

/** The coverage of an article's current text, and what it was made from. */
export interface ArticleCoverage {
  readonly article: Article;
  readonly coverage: Coverage;
  readonly decisions: Decisions;
}

const NOTHING: Decisions = { claims: [], dismissedFacts: [] };

/**
 * Read how much of an article's current text is under a decision; null when the newsroom has no such article. A version whose
 * facts are not kept is read first, as one that was there before they were.
 */
export async function readCoverage(tx: Tx, newsroomId: string, articleId: string): Promise<ArticleCoverage | null> {
  const article = await findText(tx, newsroomId, articleId);
  if (!article) return null;
  const { version } = article;
  const sentences = (await findSentences(tx, article)) ?? (await keepSentences(article));
  const decisions = (await store.listDecisions(tx, [version.id])).get(version.id) ?? NOTHING;
  return { article, decisions, coverage: cover(version.text, sentences, decisions) };
}

/** Make sure that the facts of an article's current version are kept: reading them may take long. */
export async function prepareFacts(newsroomId: string, articleId: string): Promise<void> {
  const article = await findText(db(), newsroomId, articleId);
  if (article && (await findSentences(db(), article)) === null) await keepSentences(article);
}

/** Return the facts of a version, by sentence, and write nothing: kept or not, they are the same. */
export async function readFacts(tx: Tx, text: DatedText): Promise<readonly FactSentence[]> {
  return (await findSentences(tx, text)) ?? (await readSentences(text));
}

/** Facts that were read with a date, or without one, while the article has it otherwise now, are read again. */
async function findSentences(tx: Tx, { version, publishedOn }: DatedText): Promise<readonly FactSentence[] | null> {
  const [kept] = await store.listFacts(tx, [version.id]);
  return kept && kept.dated === (publishedOn !== null) ? kept.sentences : null;
}

async function readSentences({ version, publishedOn }: DatedText): Promise<readonly FactSentence[]> {
  const { factSentences } = await readClaims(version.text, publishedOn === null ? {} : { date: publishedOn });
  return factSentences;
}

/** Read the facts of a version and keep them: they are made from the text alone, so that whoever reads them keeps the same. */
async function keepSentences(text: DatedText): Promise<readonly FactSentence[]> {
  const sentences = await readSentences(text);
  await store.keepFacts(db(), text.version.id, text.publishedOn !== null, sentences);
  return sentences;
}

// ---------------------------------------------------------------- many articles

/** The most articles whose figures are remembered. */
const REMEMBERED = 5_000;

/** Figures by article, each good until its ledger goes on. Another process finds the same. */
const remembered = new Map<string, { readonly stamp: string; readonly figures: FactFigures }>();

/**
 * Count the facts of many articles of a newsroom by how they stand; an article whose facts are not kept has no figures until
 * somebody opens it. Counts only where something happened since.
 */
export async function readFigures(
  tx: Tx,
  newsroomId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, FactFigures>> {
  // The stamps before the rest: figures that are newer than their stamp are only counted once more.
  const stamps = await store.listStamps(tx, newsroomId, articleIds);
  const stale = stamps.filter((stamp) => remembered.get(stamp.articleId)?.stamp !== wordsOf(stamp));
  const versionIds = stale.map(({ versionId }) => versionId);
  if (versionIds.length > 0) {
    const facts = new Map((await store.listFacts(tx, versionIds)).map((kept) => [kept.versionId, kept]));
    const decisions = await store.listDecisions(tx, versionIds);
    for (const stamp of stale) {
      const kept = facts.get(stamp.versionId);
      if (kept?.dated === stamp.dated) {
        remember(stamp, countFacts(kept.sentences, decisions.get(stamp.versionId) ?? NOTHING));
      }
    }
  }
  return new Map(
    stamps.flatMap((stamp) => {
      const found = remembered.get(stamp.articleId);
      return found?.stamp === wordsOf(stamp) ? [[stamp.articleId, found.figures] as const] : [];
    }),
  );
}

const wordsOf = ({ versionId, dated, seq }: store.Stamp): string => `${versionId} ${dated} ${seq}`;

function remember(stamp: store.Stamp, figures: FactFigures): void {
  remembered.delete(stamp.articleId);
  remembered.set(stamp.articleId, { stamp: wordsOf(stamp), figures });
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
