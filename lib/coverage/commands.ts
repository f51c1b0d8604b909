import { holdArticle } from "@/lib/articles/store";
import { touchArticles } from "@/lib/claims/store";
import { type Span, slice } from "@/lib/core/text/span";
import { command, type Done, longCommand } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { prepareFacts, readCoverage } from "./reading";
import { dismissFactsInput, restoreFactsInput } from "./schema";
import * as store from "./store";

/** What a dismissal, or taking one back, did. */
export interface FactsChanged {
  readonly articleId: string;
  /** How many facts it is about. */
  readonly facts: number;
}

const placeOf = ({ start, end }: Span): string => `${start}:${end}`;

/** Leave bare facts of the current text outside claims, for a reason; each must be listed as bare at this moment. */
export const dismissFacts = longCommand({
  name: "fact.dismiss",
  input: dismissFactsInput,
  action: "claim.correct",
  prepare: async ({ actor }, { articleId, versionId, facts, reason, note }) => {
    const { newsroomId } = actor;
    await prepareFacts(newsroomId, articleId);
    return async ({ tx, now, newId }): Promise<Done<FactsChanged>> => {
      await holdArticle(tx, newsroomId, articleId);
      const found = await readCoverage(tx, newsroomId, articleId);
      if (!found) throw notFound("article");
      const { version } = found.article;
      if (version.id !== versionId) {
        throw new Refusal("not_now", "The article has a newer text. Reload it and look at its bare facts again.");
      }
      const bare = new Set(found.coverage.bare.flatMap((sentence) => sentence.facts.map(placeOf)));
      const chosen = [...new Map(facts.map((fact) => [placeOf(fact), fact])).values()];
      if (!chosen.every((fact) => bare.has(placeOf(fact)))) {
        throw new Refusal("not_now", "These words are not a bare fact any more. Look at the list again.");
      }
      const rows = chosen.map(({ start, end }) => {
        const text = slice(version.text, { start, end });
        return { id: newId(), versionId, start, end, text, reason, note, byId: actor.userId, at: now };
      });
      await store.saveDismissals(tx, rows);
      await touchArticles(tx, [articleId], now);
      const told = rows.map(({ start, end, text }) => ({ start, end, text }));
      return {
        output: { articleId, facts: rows.length },
        entry: {
          newsroomId,
          articleId,
          subject: articleId,
          data: { version: version.number, facts: told, reason, note },
        },
      };
    };
  },
});

/** Take dismissals of facts back; those that somebody took back meanwhile are left out. */
export const restoreFacts = command({
  name: "fact.restore",
  input: restoreFactsInput,
  action: "claim.correct",
  run: async ({ tx, actor, now }, { articleId, ids }): Promise<Done<FactsChanged>> => {
    const { newsroomId } = actor;
    await holdArticle(tx, newsroomId, articleId);
    const version = await store.findCurrentVersion(tx, newsroomId, articleId);
    if (!version) throw notFound("article");
    const rows = (await store.listDismissals(tx, version.id)).filter(({ id }) => ids.includes(id));
    if (rows.length === 0) {
      throw new Refusal("not_now", "These dismissals are not there any more. Reload the article to see what stands.");
    }
    await store.deleteDismissals(
      tx,
      version.id,
      rows.map(({ id }) => id),
    );
    await touchArticles(tx, [articleId], now);
    const told = rows.map(({ start, end, text, reason }) => ({ start, end, text, reason }));
    return {
      output: { articleId, facts: rows.length },
      entry: { newsroomId, articleId, subject: articleId, data: { version: version.number, facts: told } },
    };
  },
});
