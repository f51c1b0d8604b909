import { reportChanges } from "@/lib/core/report/corrections";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import type { Report } from "@/lib/core/report/report";
import { readHead } from "@/lib/ledger/store";
import type { Actor } from "@/lib/platform/actor";
import { command, longCommand } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { loadReport } from "@/lib/reports/queries";
import { freeze, newSlug } from "./freezing";
import { correctInput, publishInput, withdrawInput } from "./schema";
import * as store from "./store";

/** Freeze the public report of an article as the first edition of a publication with an address of its own. */
export const publishReport = longCommand({
  name: "report.publish",
  input: publishInput,
  action: "report.publish",
  prepare: async ({ actor }, { articleId, indexable }) => {
    const report = await loadReport(actor, articleId, FOR_THE_PUBLIC);
    return async ({ tx, now, newId }) => {
      const { newsroomId, userId } = actor;
      await store.lockPublications(tx, articleId);
      if (await store.findStanding(tx, newsroomId, articleId)) {
        throw new Refusal("not_now", "The report of this article is published already. Publish corrections instead.");
      }
      await requireUnchanged(tx, report);
      const [publicationId, slug] = [newId(), newSlug(report.article.title)];
      const { audience, language } = FOR_THE_PUBLIC;
      const mine = { createdById: userId, createdAt: now };
      await store.createPublication(tx, {
        id: publicationId,
        newsroomId,
        articleId,
        slug,
        indexable,
        options: { audience, language },
        ...mine,
      });
      const frozen = freeze(report);
      await store.createEdition(tx, { id: newId(), publicationId, number: 1, ...frozen, byId: userId, at: now });
      const data = { slug, edition: 1, sha256: frozen.sha256, indexable };
      const output = { publicationId, slug, edition: 1 };
      return { output, entry: { newsroomId, articleId, subject: publicationId, data } };
    };
  },
});

/**
 * Publish what the records say now as the next edition, with a correction for each thing that it says otherwise. Refused when the
 * records or the edition are no longer those that the reasons were given for.
 */
export const correctReport = longCommand({
  name: "report.correct",
  input: correctInput,
  action: "report.publish",
  prepare: async ({ actor }, { publicationId, edition, key, why, reason }) => {
    const { articleId, slug, editionId } = await requireStanding(actor, publicationId, edition);
    const before = await store.readEdition(db(), editionId);
    const report = await loadReport(actor, articleId, FOR_THE_PUBLIC);
    const reasons = new Map(key.map((one, index) => [one, why[index] || reason]));
    const changes = reportChanges(before, report).map((change) => ({ ...change, why: reasons.get(change.key) ?? "" }));
    if (changes.length === 0) throw new Refusal("not_now", "The published report already says what the records say.");
    if (changes.length !== reasons.size || changes.some((change) => !reasons.has(change.key))) throw changedMeanwhile();
    if (changes.some((change) => change.why === "")) {
      const words = "Say why, for each change or for all of them: readers will see it.";
      throw new Refusal("invalid", words, { fields: { reason: words } });
    }
    return async ({ tx, now, newId }) => {
      const { newsroomId, userId } = actor;
      await store.lockPublications(tx, articleId);
      const publication = await store.findPublication(tx, newsroomId, publicationId);
      const standing = publication?.withdrawnAt === null && publication.editions[0]?.number === edition;
      if (!standing) throw changedMeanwhile();
      await requireUnchanged(tx, report);
      const frozen = freeze(report);
      const next = { id: newId(), publicationId, number: edition + 1, byId: userId, at: now };
      await store.createEdition(tx, { ...next, ...frozen });
      await store.createCorrections(
        tx,
        next,
        changes.map((change) => ({ ...change, id: newId() })),
      );
      const corrections = changes.map(({ key: _, ...told }) => told);
      const data = { slug, edition: next.number, sha256: frozen.sha256, corrections };
      const output = { publicationId, edition: next.number };
      return { output, entry: { newsroomId, articleId, subject: publicationId, data } };
    };
  },
});

/** Take a published report away. Its editions stay in the records; its address tells that it was withdrawn, and why. */
export const withdrawReport = command({
  name: "report.withdraw",
  input: withdrawInput,
  action: "report.publish",
  run: async ({ tx, actor, now }, { publicationId, reason }) => {
    const { newsroomId, userId } = actor;
    const publication = await store.findPublication(tx, newsroomId, publicationId);
    if (!publication) throw notFound("publication");
    const { articleId, slug, editions } = publication;
    const by = { withdrawnById: userId, withdrawnAt: now, withdrawnReason: reason };
    if (!(await store.withdraw(tx, publicationId, by))) {
      throw new Refusal("not_now", "This report was withdrawn already.");
    }
    const data = { slug, edition: editions[0]?.number ?? 0, reason };
    return { output: { publicationId }, entry: { newsroomId, articleId, subject: publicationId, data } };
  },
});

async function requireStanding({ newsroomId }: Actor, publicationId: string, edition: number) {
  const publication = await store.findPublication(db(), newsroomId, publicationId);
  if (!publication) throw notFound("publication");
  const { articleId, slug, editions, withdrawnAt } = publication;
  if (withdrawnAt !== null) throw new Refusal("not_now", "This report was withdrawn. Publish it anew to correct it.");
  const [newest] = editions;
  if (!newest || newest.number !== edition) throw changedMeanwhile();
  return { articleId, slug, editionId: newest.id };
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    "not_now",
    "The records or the published report changed while you wrote. Look at the list of changes again, then publish.",
  );
}

/** The report was composed before the transaction: nothing may have been done to the article since. */
async function requireUnchanged(tx: Tx, { ledger }: Report): Promise<void> {
  const head = await readHead(tx, ledger.chain);
  if (head.hash !== ledger.hash) {
    throw new Refusal(
      "not_now",
      "Somebody changed the article at this moment. Look at the report again, then publish.",
    );
  }
}
