import { z } from "zod";
import type { Ability, PersonRef } from "@/lib/claims/schema";
import type { ObjectionDecision } from "@/lib/core/workflow/objections";
import { id, prose, requiredProse } from "@/lib/platform/input";

const WORDS = 2_000;

/** Object to how a claim is worded. */
export const raiseObjectionInput = z.object({
  claimId: id,
  words: requiredProse(WORDS, "Say what is wrong with the wording."),
});

/** Let the wording stand (stet) with a reason, or accept that it is to be changed. */
export const decideObjectionInput = z.object({
  objectionId: id,
  decision: z.enum(["stet", "accepted"], "Choose whether the wording stands."),
  reason: prose(WORDS).default(""),
});

/** Take one's own objection back. */
export const withdrawObjectionInput = z.object({ objectionId: id, reason: prose(WORDS).default("") });

/** The objection after the command. */
export interface ObjectionChanged {
  readonly objectionId: string;
  readonly claimId: string;
  readonly articleId: string;
}

/** An objection to a claim's wording, what was decided, and what the reader may do with it now. */
export interface ObjectionView {
  readonly id: string;
  readonly words: string;
  readonly by: PersonRef;
  readonly at: string;
  readonly decision: {
    readonly what: ObjectionDecision;
    readonly reason: string;
    readonly by: PersonRef;
    readonly at: string;
  } | null;
  readonly decide: Ability;
  readonly withdraw: Ability;
}

/** The objections to a claim's wording, open ones first, then the newest; and whether the reader may object. */
export interface Objections {
  readonly list: readonly ObjectionView[];
  readonly raise: Ability;
}
