import { findNames } from "@/lib/claims/store";
import { type FactFigures, outsideClaims } from "@/lib/core/coverage/coverage";
import { FACT_REASONS } from "@/lib/core/coverage/dismissal";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import { readCoverage, readFigures } from "./reading";
import { type CoverageView, LIMITS } from "./schema";
import * as store from "./store";

/** Load how much of an article's current text is under a decision, with what is bare and what somebody dismissed. */
export async function loadCoverage(actor: Actor, articleId: string): Promise<CoverageView> {
  authorize(actor, "article.read");
  const found = await readCoverage(db(), actor.newsroomId, articleId);
  if (!found) throw notFound("article");
  const { article, coverage, decisions } = found;
  const rows = await store.listDismissals(db(), article.version.id);
  const names = await findNames(
    db(),
    rows.map(({ byId }) => byId),
  );
  const dismissed = outsideClaims(rows, decisions.claims).slice(0, LIMITS.listed);
  return {
    versionId: article.version.id,
    facts: coverage.facts,
    words: coverage.words,
    bare: coverage.bare.slice(0, LIMITS.listed),
    dismissed: dismissed.map(({ id, start, end, text, reason, note, byId, at }) => ({
      id,
      start,
      end,
      text,
      reason: FACT_REASONS.find((one) => one === reason) ?? "not_checkable",
      note,
      by: { id: byId, name: names.get(byId) ?? "" },
      at: at.toISOString(),
    })),
  };
}

/** Load the figures of articles, by id; articles that nobody opened since their facts are kept have none. */
export async function loadFactFigures(
  actor: Actor,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, FactFigures>> {
  authorize(actor, "article.read");
  return readFigures(db(), actor.newsroomId, articleIds);
}
