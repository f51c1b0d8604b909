import { z } from "zod";
import type { PersonRef } from "@/lib/claims/schema";
import type { BareSentence, FactFigures, WordFigures } from "@/lib/core/coverage/coverage";
import { FACT_REASONS, type FactReason } from "@/lib/core/coverage/dismissal";
import type { Span } from "@/lib/core/text/span";
import { id, line } from "@/lib/platform/input";

/** The most sentences and dismissed facts that a screen lists, and the most facts of one dismissal. */
export const LIMITS = { listed: 2_000, atOnce: 200, note: 500 } as const;

const place = z.object({ start: z.int().min(0), end: z.int().min(1) });

/** Leave bare facts of the current version outside claims, for a reason. Places are UTF-16. */
export const dismissFactsInput = z.object({
  articleId: id,
  versionId: id,
  facts: z
    .array(place)
    .min(1, "Choose the facts to dismiss.")
    .max(LIMITS.atOnce, `At most ${LIMITS.atOnce} facts at once.`),
  reason: z.enum(FACT_REASONS, "Choose a reason."),
  note: line(LIMITS.note).default(""),
});

/** Take dismissals back: the facts are bare again, unless a claim holds them now. */
export const restoreFactsInput = z.object({
  articleId: id,
  ids: z.array(id).min(1, "Choose what to take back.").max(LIMITS.atOnce, `At most ${LIMITS.atOnce} facts at once.`),
});

/** A fact that somebody left outside claims. */
export interface DismissedView extends Span {
  readonly id: string;
  readonly text: string;
  readonly reason: FactReason;
  readonly note: string;
  readonly by: PersonRef;
  readonly at: string;
}

/** How much of an article's current text is under a decision, and what is left. */
export interface CoverageView {
  readonly versionId: string;
  readonly facts: FactFigures;
  readonly words: WordFigures;
  /** Sentences with bare facts, in order of place; at most LIMITS.listed. */
  readonly bare: readonly BareSentence[];
  /** Dismissed facts that no claim holds, in order of place; at most LIMITS.listed. */
  readonly dismissed: readonly DismissedView[];
}
