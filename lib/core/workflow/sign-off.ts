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
  /** Random, kept with the note: nobody finds out by guessing what stands behind its hash. */
  readonly salt: string;
}

/** A note of which only its hash is told, because it names a secret source. */
export interface WithheldNote {
  readonly id: string;
  readonly hash: string;
}

/** The form of the signed content that new sign-offs hash: notes go in by their own hashes, so that one can be withheld. */
export const SIGNED_FORMAT = 2;

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
  readonly notes: readonly (SignedNote | WithheldNote)[];
}

/** Return who said it, as a sign-off covers it: name, title and reporter, each on a line of its own so that none can pass for another. */
export function signedSpeaker(claim: {
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly viaName: string;
}): string {
  return [claim.speakerName, claim.speakerTitle, claim.viaName].join("\n");
}

/** Return the hash by which a sign-off covers a note: over the RFC 8785 form of its words and its salt. */
export function noteHash(note: SignedNote, hash: Hash): string {
  return hash(canonical({ ...words(note), salt: note.salt }));
}

/**
 * Return the hash a sign-off is bound to: over the RFC 8785 form, notes ordered by id, so the same content gives the same hash.
 * Format 1 is that of sign-offs from before notes could be withheld; with a withheld note it throws a TypeError.
 */
export function signedHash(content: SignedContent, hash: Hash, format: number = SIGNED_FORMAT): string {
  const { wording, anchored, speaker, verdict, explanation, authorsWordReason } = content;
  const ordered = [...content.notes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const notes = format === 1 ? ordered.map(inClear) : ordered.map((note) => covered(note, hash));
  return hash(canonical({ format, wording, anchored, speaker, verdict, explanation, authorsWordReason, notes }));
}

function covered(note: SignedNote | WithheldNote, hash: Hash) {
  return { id: note.id, hash: "hash" in note ? note.hash : noteHash(note, hash) };
}

function inClear(note: SignedNote | WithheldNote) {
  if ("hash" in note) throw new TypeError("A sign-off of format 1 covers its notes in clear words.");
  return words(note);
}

function words({ id, sourceId, stance, quote, locator, note, consultedOn }: SignedNote) {
  return { id, sourceId, stance, quote, locator, note, consultedOn };
}
