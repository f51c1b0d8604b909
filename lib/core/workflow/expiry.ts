import type { ClaimState } from "./workflow";

/** A claim that has to be checked again on a day. */
export interface Expiring {
  readonly state: ClaimState;
  /** ISO date, or null when it never expires. */
  readonly expiresOn: string | null;
  /** The UTC day on which the standing sign-off was given, or null when none stands. */
  readonly signedOn: string | null;
}

/**
 * Say whether a verified claim has to go back to the queue on `today` (ISO date): its day has come, and it was signed off before that
 * day. One that was signed off on the day or later was checked again already.
 */
export function hasExpired({ state, expiresOn, signedOn }: Expiring, today: string): boolean {
  return state === "verified" && isPast(expiresOn, today) && signedOn !== null && signedOn < (expiresOn ?? "");
}

/** Say whether the day on which a claim has to be checked again has come. */
export function isPast(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && expiresOn <= today;
}

/** Whether a claim shows that it expired: its day has come, and nobody checked it again since. */
export function showsExpired(state: ClaimState, expiresOn: string | null, today: string): boolean {
  return state !== "verified" && state !== "dismissed" && isPast(expiresOn, today);
}
