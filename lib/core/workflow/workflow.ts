import { may, type PolicyAction, type Role, refusalWords } from "../policy/policy";
import { lacksOf, type SourcingCounts, type SourcingRule } from "./sourcing-rule";
import { findVerdict, type VerdictScale } from "./verdict-scale";

export const CLAIM_STATES = ["detected", "open", "in_check", "in_review", "verified", "dismissed", "reopened"] as const;

/** Where a claim stands. */
export type ClaimState = (typeof CLAIM_STATES)[number];

/** The states as people read them. */
export const STATE_LABELS: Record<ClaimState, string> = {
  detected: "Detected",
  open: "Open",
  in_check: "In check",
  in_review: "In review",
  verified: "Verified",
  dismissed: "Dismissed",
  reopened: "Reopened",
};

export const DISMISS_REASONS = ["opinion", "not_checkable", "duplicate", "trivial", "gone"] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

export const DISMISS_LABELS: Record<DismissReason, string> = {
  opinion: "Opinion",
  not_checkable: "Not checkable",
  duplicate: "Duplicate",
  trivial: "Trivial",
  gone: "No longer in the text",
};

/** What a step needs to know of a claim. */
export interface ClaimFacts {
  readonly state: ClaimState;
  readonly verdict: string | null;
  readonly verdictById: string | null;
  readonly authorsWordReason: string;
  /** How many source notes stand. */
  readonly notes: number;
  /** How many objections to its wording are not decided; without it there are none. */
  readonly openObjections?: number;
  /** What its sources come to; only a sign-off asks, and without it there are none. */
  readonly sourcing?: SourcingCounts;
}

/** The one who acts. */
export interface Who {
  readonly userId: string;
  readonly role: Role;
}

/** The newsroom's rules that bind steps. */
export interface Rules {
  readonly fourEyes: boolean;
  readonly scale: VerdictScale;
  /** What a sign-off asks of the sources; null or absent asks nothing. */
  readonly sourcingRule?: SourcingRule | null;
}

/** A verdict and, where it rests on the author's word, why. */
export interface VerdictInput {
  readonly verdict?: string | null;
  readonly authorsWordReason?: string;
}

/** What the step brings along; empty strings count as missing. */
export interface StepInput extends VerdictInput {
  readonly reason?: string;
  /** Why a sign-off is given although the newsroom's rule on sources is not met. */
  readonly sourcingReason?: string;
}

/** Every step. `correct` stands for a change of the wording, the place or the speaker: a change of the kind alone moves nothing. */
export const STEPS = [
  "accept",
  "dismiss",
  "startCheck",
  "note",
  "correct",
  "proposeVerdict",
  "signOff",
  "overrideSignOff",
  "sendBack",
  "reopen",
] as const;

/** A step a person can take with a claim. `note` and `correct` change what was checked and void a sign-off. */
export type Step = (typeof STEPS)[number];

/** Why a step can't be taken: a code for the code, a sentence for the person. */
export interface Refused {
  readonly ok: false;
  readonly code:
    | "role"
    | "state"
    | "needs-reason"
    | "needs-verdict"
    | "needs-note"
    | "needs-sources"
    | "four-eyes"
    | "objection"
    | "needless-override";
  readonly why: string;
}

export type StepResult = { readonly ok: true; readonly next: ClaimState; readonly voids: boolean } | Refused;

interface Rule {
  readonly action: PolicyAction;
  readonly from: readonly ClaimState[];
  readonly next: (state: ClaimState) => ClaimState;
  readonly words: string;
}

const underCheck: readonly ClaimState[] = ["detected", "open", "in_check", "in_review", "reopened"];
const toCheck = (state: ClaimState): ClaimState =>
  state === "detected" || state === "open" || state === "reopened"
    ? "in_check"
    : state === "verified"
      ? "reopened"
      : state;
/** A verdict speaks of certain words: with other words it has to be proposed again, and a sign-off falls. */
const toReword = (state: ClaimState): ClaimState =>
  state === "verified" ? "reopened" : state === "in_review" ? "in_check" : state;

/** The state machine. Each step: who, from where, where to. */
export const WORKFLOW: Record<Step, Rule> = {
  accept: { action: "claim.correct", from: ["detected"], next: () => "open", words: "accept" },
  dismiss: { action: "claim.correct", from: underCheck, next: () => "dismissed", words: "dismiss" },
  startCheck: { action: "claim.check", from: ["open", "reopened"], next: () => "in_check", words: "start checking" },
  note: { action: "note.write", from: [...underCheck, "verified"], next: toCheck, words: "add source notes to" },
  correct: { action: "claim.correct", from: [...underCheck, "verified"], next: toReword, words: "change" },
  proposeVerdict: {
    action: "verdict.propose",
    from: ["open", "in_check", "in_review", "reopened"],
    next: () => "in_review",
    words: "propose a verdict for",
  },
  signOff: { action: "signoff.give", from: ["in_review"], next: () => "verified", words: "sign off" },
  overrideSignOff: {
    action: "signoff.override",
    from: ["in_review"],
    next: () => "verified",
    words: "sign off past the four-eyes rule",
  },
  sendBack: { action: "signoff.give", from: ["in_review"], next: () => "in_check", words: "send back" },
  reopen: { action: "claim.reopen", from: ["verified", "dismissed"], next: () => "reopened", words: "reopen" },
};

const refuse = (code: Refused["code"], why: string): Refused => ({ ok: false, code, why });
const missing = (text: string | undefined): boolean => !text || text.trim() === "";

/** Say whether `who` could take `step` now, before anything is typed. Buttons ask this. */
export function ask(step: Step, claim: ClaimFacts, who: Who, rules: Rules): StepResult {
  const rule = WORKFLOW[step];
  if (!may(who.role, rule.action)) return refuse("role", refusalWords(who.role, rule.action));
  if (!rule.from.includes(claim.state)) {
    return refuse("state", `You can't ${rule.words} a claim that is ${STATE_LABELS[claim.state].toLowerCase()}.`);
  }
  const isProposer = claim.verdictById === who.userId;
  if (step === "signOff" && rules.fourEyes && isProposer) {
    return refuse("four-eyes", "You proposed this verdict, so another person has to sign it off.");
  }
  if (step === "overrideSignOff" && !(rules.fourEyes && isProposer)) {
    return refuse("needless-override", "You can sign this off without stepping past the four-eyes rule.");
  }
  if ((step === "signOff" || step === "overrideSignOff") && (claim.openObjections ?? 0) > 0) {
    return refuse(
      "objection",
      "An objection to the wording is open. Decide it first: the wording stands, or is changed.",
    );
  }
  if (step === "signOff" || step === "overrideSignOff") {
    const unfounded = verdictNeeds(claim, rules.scale, claim);
    if (unfounded) return unfounded;
  }
  return { ok: true, next: rule.next(claim.state), voids: claim.state === "verified" };
}

/** Take `step` with `input`: the next state, or why not. Commands call this; it asks first. */
export function take(step: Step, claim: ClaimFacts, who: Who, rules: Rules, input: StepInput): StepResult {
  const asked = ask(step, claim, who, rules);
  if (!asked.ok) return asked;
  if (step === "proposeVerdict") {
    const needs = verdictNeeds(claim, rules.scale, input);
    if (needs) return needs;
  }
  if (needsReason(step) && missing(input.reason)) {
    return refuse("needs-reason", `Say why you ${WORKFLOW[step].words} this claim.`);
  }
  const lacks = step === "signOff" || step === "overrideSignOff" ? sourcingLacks(claim, rules) : null;
  if (lacks !== null && missing(input.sourcingReason)) {
    return refuse("needs-sources", `${lacks} Say why you sign it off all the same.`);
  }
  return asked;
}

/**
 * Say what a claim's sources lack of the newsroom's rule, or null: a sign-off then needs a reason. A verdict that rests on the
 * author's word has no sources, and says why itself.
 */
export function sourcingLacks(claim: ClaimFacts, rules: Rules): string | null {
  if (findVerdict(rules.scale, claim.verdict)?.authorsWord) return null;
  return lacksOf(rules.sourcingRule, claim.sourcing);
}

/** Tell whether a step asks for a reason in words. */
export function needsReason(step: Step): boolean {
  return step === "dismiss" || step === "overrideSignOff" || step === "sendBack" || step === "reopen";
}

/** Return what a proposed verdict still lacks, or null when it can stand. */
export function verdictNeeds(claim: ClaimFacts, scale: VerdictScale, input: VerdictInput): Refused | null {
  const verdict = findVerdict(scale, input.verdict ?? null);
  if (!verdict) return refuse("needs-verdict", "Choose one of the newsroom's verdicts.");
  if (verdict.authorsWord) {
    return missing(input.authorsWordReason)
      ? refuse("needs-reason", `Say why “${verdict.label}” is enough for this claim.`)
      : null;
  }
  return claim.notes === 0
    ? refuse("needs-note", "Add a source note first, or choose the verdict that rests on the author's word.")
    : null;
}

/** Say whether `who` may tick the facts of a claim: always while it stands, for a tick is not part of what is signed. */
export function askTick(claim: Pick<ClaimFacts, "state">, who: Who): StepResult {
  return askBeside("claim.check", "tick the facts of", claim, who);
}

/** Say whether `who` may assign a claim: always while it stands. */
export function askAssign(claim: Pick<ClaimFacts, "state">, who: Who): StepResult {
  return askBeside("claim.assign", "assign", claim, who);
}

/** Say whether `who` may say up to when a claim was checked and when it expires: always while it stands, for no date is signed. */
export function askDates(claim: Pick<ClaimFacts, "state">, who: Who): StepResult {
  return askBeside("claim.check", "date", claim, who);
}

/** Say whether `who` may log whom they asked about a claim: always while it stands, for a contact is not part of what is signed. */
export function askContact(claim: Pick<ClaimFacts, "state">, who: Who): StepResult {
  return askBeside("contact.log", "log contacts for", claim, who);
}

function askBeside(action: PolicyAction, words: string, claim: Pick<ClaimFacts, "state">, who: Who): StepResult {
  if (!may(who.role, action)) return refuse("role", refusalWords(who.role, action));
  if (claim.state === "dismissed") return refuse("state", `You can't ${words} a claim that is dismissed.`);
  return { ok: true, next: claim.state, voids: false };
}

/** Return where a claim stands after a note was taken from it: a verdict in review that lost its footing goes back to the check. */
export function afterNoteRemoved(next: ClaimState, claim: ClaimFacts, scale: VerdictScale): ClaimState {
  return next === "in_review" && verdictNeeds(claim, scale, claim) ? "in_check" : next;
}

/** Return the state that undoing may bring back: never a sign-off, which only a person gives; what was verified waits for one. */
export function restorable(state: ClaimState): ClaimState {
  return state === "verified" ? "in_review" : state;
}
