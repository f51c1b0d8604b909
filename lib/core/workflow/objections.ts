import { may, refusalWords } from "../policy/policy";
import { type ClaimFacts, type Refused, STATE_LABELS, type Who } from "./workflow";

export const OBJECTION_DECISIONS = ["stet", "accepted", "withdrawn"] as const;

/** What became of an objection: the wording stands (stet), it is to be changed (accepted), or its author took it back. */
export type ObjectionDecision = (typeof OBJECTION_DECISIONS)[number];

/** What a step needs to know of an objection. */
export interface ObjectionFacts {
  readonly byId: string;
  /** Null while it is open. */
  readonly decision: string | null;
}

export type ObjectionResult = { readonly ok: true } | Refused;

const refuse = (code: Refused["code"], why: string): Refused => ({ ok: false, code, why });

/** Say whether `who` may object to the wording of a claim: while it stands, whatever was signed. */
export function askObject({ state }: Pick<ClaimFacts, "state">, who: Who): ObjectionResult {
  if (!may(who.role, "objection.raise")) return refuse("role", refusalWords(who.role, "objection.raise"));
  return state === "dismissed"
    ? refuse("state", `You can't object to the wording of a claim that is ${STATE_LABELS.dismissed.toLowerCase()}.`)
    : { ok: true };
}

/**
 * Say whether `who` may decide an objection. Its author alone withdraws it; editors let the wording stand or accept the objection. Stet
 * needs a reason; `reason` undefined asks before anything is typed.
 */
export function decideObjection(
  objection: ObjectionFacts,
  decision: ObjectionDecision,
  who: Who,
  reason?: string,
): ObjectionResult {
  if (objection.decision !== null) return refuse("state", "This objection is decided already.");
  if (decision === "withdrawn") {
    return objection.byId === who.userId
      ? { ok: true }
      : refuse("role", "Only its author can withdraw an objection; editors decide it.");
  }
  if (!may(who.role, "objection.decide")) return refuse("role", refusalWords(who.role, "objection.decide"));
  return decision === "stet" && reason !== undefined && reason.trim() === ""
    ? refuse("needs-reason", "Say why the wording stands.")
    : { ok: true };
}
