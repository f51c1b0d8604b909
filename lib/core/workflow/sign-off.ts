import { canonical } from "../ledger/canonical";
import type { Hash } from "../ledger/chain";

/** One source note as a sign-off covers it. */
export interface SignedNote {
  readonly id: string;
  readonly sourceId: string;
  readonly stance: string;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  readonly consultedOn: string;
}

/** Exactly what a sign-off approves. */
export interface SignedContent {
  readonly wording: string;
  /** The anchored words in the article. */
  readonly anchored: string;
  /** signedSpeaker() of the claim. */
  readonly speaker: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly authorsWordReason: string;
  readonly notes: readonly SignedNote[];
}

/** Return who said it, as a sign-off covers it: name, title and reporter, each on a line of its own so that none can pass for another. */
export function signedSpeaker(claim: {
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly viaName: string;
}): string {
  return [claim.speakerName, claim.speakerTitle, claim.viaName].join("\n");
}

/** Return the hash a sign-off is bound to: over the RFC 8785 form, notes ordered by id, so the same content gives the same hash. */
export function signedHash(content: SignedContent, hash: Hash): string {
  const { wording, anchored, speaker, verdict, explanation, authorsWordReason } = content;
  const notes = [...content.notes]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ id, sourceId, stance, quote, locator, note, consultedOn }) => ({
      id,
      sourceId,
      stance,
      quote,
      locator,
      note,
      consultedOn,
    }));
  return hash(canonical({ format: 1, wording, anchored, speaker, verdict, explanation, authorsWordReason, notes }));
}
