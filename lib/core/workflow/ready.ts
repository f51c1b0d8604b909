import { canonical } from "../ledger/canonical";
import type { Hash } from "../ledger/chain";

/** A sign-off that stands: for which claim, and the hash of what it approved. */
export interface StandingSignOff {
  readonly claimId: string;
  /** The claim's number in the margin. */
  readonly number: number;
  readonly hash: string;
}

/** What "ready to publish" is said of: a text, by its SHA-256 (hex), and every sign-off that stands. */
export interface ReadyContent {
  readonly text: string;
  readonly signOffs: readonly StandingSignOff[];
}

/**
 * Return the fingerprint of a ready mark: the hash over the RFC 8785 form, sign-offs ordered by the claim's id, so that the same
 * text under the same sign-offs always gives the same fingerprint.
 */
export function readyFingerprint({ text, signOffs }: ReadyContent, hash: Hash): string {
  return hash(canonical({ format: 1, text, signOffs: inOrder(signOffs) }));
}

/** Return sign-offs in the one order that fingerprints use, with nothing but what they cover. */
export function inOrder(signOffs: readonly StandingSignOff[]): { claimId: string; number: number; hash: string }[] {
  return [...signOffs]
    .sort((a, b) => (a.claimId < b.claimId ? -1 : a.claimId > b.claimId ? 1 : 0))
    .map(({ claimId, number, hash }) => ({ claimId, number, hash }));
}

/** A ready content with the number of the version that has the text. */
export interface ReadyState extends ReadyContent {
  readonly version: number;
}

/** Numbers that a sentence names before it only counts the rest. */
const NAMED = 5;

/** Say in sentences what came between a ready mark and now; none when the mark stands. */
export function whyNotReady(mark: ReadyState, now: ReadyState): string[] {
  const before = new Map(mark.signOffs.map((one) => [one.claimId, one]));
  const after = new Map(now.signOffs.map((one) => [one.claimId, one]));
  const fallen = mark.signOffs.filter(({ claimId }) => !after.has(claimId));
  const added = now.signOffs.filter(({ claimId }) => !before.has(claimId));
  const renewed = now.signOffs.filter(({ claimId, number, hash }) => {
    const old = before.get(claimId);
    return old !== undefined && (old.hash !== hash || old.number !== number);
  });
  return [
    ...(mark.text === now.text ? [] : [`Version ${now.version} came in after it.`]),
    ...sentence(fallen, (claims, one) => `The ${one ? "sign-off" : "sign-offs"} of ${claims} fell.`),
    ...sentence(added, (claims, one) => `${capital(claims)} ${one ? "was" : "were"} signed off after it.`),
    ...sentence(renewed, (claims, one) => `${capital(claims)} ${one ? "was" : "were"} changed and signed off anew.`),
  ];
}

function sentence(
  signOffs: readonly StandingSignOff[],
  words: (claims: string, one: boolean) => string,
): readonly string[] {
  if (signOffs.length === 0) return [];
  const numbers = signOffs.map(({ number }) => number).sort((a, b) => a - b);
  return [words(claimsInWords(numbers), numbers.length === 1)];
}

/** "claim 3", "claims 3 and 7", "claims 1, 2, 3, 4, 5 and 20 more". */
function claimsInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `claim ${numbers[0]}`;
  const more = numbers.length - NAMED;
  const named = more > 0 ? numbers.slice(0, NAMED) : numbers.slice(0, -1);
  return `claims ${named.join(", ")} and ${more > 0 ? `${more.toLocaleString("en")} more` : numbers.at(-1)}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
