import { z } from "zod";
import { FURTHEST, type RuleFeature, type Weights } from "@/lib/core/extraction/weights";
import { ROLES, type Role } from "@/lib/core/policy/policy";
import type { Publishing } from "@/lib/core/report/publishing";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { email, flag, id, line, newPassword, prose, requiredLine, rev, webAddress } from "@/lib/platform/input";

const TOO_FAR = `A weight lies between −${FURTHEST} and ${FURTHEST}.`;
const name = requiredLine(120, "Give a name.");
const secret = z.string().min(1, "Missing.").max(200, "Too long.");

export const signInInput = z.object({
  email,
  password: z.string().min(1, "Type your password.").max(200, "This password is too long."),
  address: z.string().max(100).default(""),
});
/** Join by an invitation link: a new account, or an existing one with its password. */
export const acceptInvitationInput = z.object({ token: secret, name, email, password: newPassword });
/** First run on an external database: the code from the terminal makes its holder the owner. */
export const setUpNewsroomInput = z.object({
  code: secret,
  newsroom: requiredLine(120, "Name the newsroom."),
  name,
  email,
  password: newPassword,
});

export const inviteMemberInput = z.object({ role: z.enum(ROLES), email: email.or(z.literal("")).default("") });
export const revokeInvitationInput = z.object({ invitationId: id });
export const changeRoleInput = z.object({ membershipId: id, rev, role: z.enum(ROLES) });
export const removeMemberInput = z.object({ membershipId: id, rev });
export const changePasswordInput = z.object({
  current: z.string().min(1, "Type your password.").max(200),
  next: newPassword,
});
export const changeNameInput = z.object({ name });
export const signOutEverywhereInput = z.object({});

const verdict = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "An id holds lower-case letters, digits and dashes."),
  label: requiredLine(60, "Give every verdict a label."),
  meaning: prose(300).default(""),
  authorsWord: flag.optional(),
});
/** The whole scale in its order. A verdict in use can be renamed, not removed. */
export const changeScaleInput = z.object({
  rev,
  /** The scale the editor started from, so that edits of two people merge. */
  base: z
    .array(verdict.extend({ label: z.string(), meaning: z.string() }))
    .max(20)
    .optional(),
  scale: z.array(verdict).min(2, "A scale needs at least two verdicts.").max(20, "At most 20 verdicts."),
});
export const changeFourEyesInput = z.object({ rev, fourEyes: flag });
export const changeRewordedInput = z.object({ rev, rewordedKeepsSignOff: flag });
/** Weights of check-worthiness: each feature with its weight, in two lists of one length as a form sends them; all others as in the model. */
export const changeWeightsInput = z
  .object({
    rev,
    feature: z.array(z.string().max(60)).max(200).default([]),
    weight: z
      .array(z.coerce.number("A weight is a number.").min(-FURTHEST, TOO_FAR).max(FURTHEST, TOO_FAR))
      .max(200)
      .default([]),
  })
  .refine(({ feature, weight }) => feature.length === weight.length, "Every feature needs one weight.");
const sources = z.coerce
  .number("Give a number.")
  .int("Give a whole number.")
  .min(0, "Not below 0.")
  .max(9, "At most 9.");
/** What a sign-off asks of a claim's sources: so many primary or so many independent ones; 0 leaves a way out, both 0 ask nothing. */
export const changeSourcingRuleInput = z.object({ rev, primary: sources, independent: sources });
const stepOfRating = z.coerce.number("Give a number.").min(1, "Not below 1.").max(100, "At most 100.");
const optionalRating = z
  .union([z.literal(""), z.coerce.number("A rating is a number, or nothing.").min(-100).max(100)], {
    error: "A rating is a number, or nothing.",
  })
  .transform((value) => (value === "" ? null : value));
/** What published reports and ClaimReview say of the newsroom; each verdict with its number (empty: none), in two lists of one length as a form sends them. */
export const changePublishingInput = z
  .object({
    rev,
    url: webAddress.default(""),
    logoUrl: webAddress.default(""),
    correctionsUrl: webAddress.default(""),
    contact: line(200)
      .refine(isContact, "Give an e-mail address, or a web address that begins with http:// or https://.")
      .default(""),
    best: stepOfRating,
    worst: stepOfRating,
    verdict: z.array(z.string().max(40)).max(20).default([]),
    rating: z.array(optionalRating).max(20).default([]),
  })
  .refine(({ best, worst }) => best > worst, {
    path: ["best"],
    error: "The best rating must be higher than the worst.",
  })
  .refine(
    ({ verdict, rating }) => verdict.length === rating.length,
    "Every verdict needs one rating, or an empty one.",
  );

function isContact(text: string): boolean {
  return text === "" || z.email().safeParse(text).success || webAddress.safeParse(text).success;
}

export const renameNewsroomInput = z.object({ rev, name: requiredLine(120, "Name the newsroom.") });

/** What decides how much a claim is worth checking here. */
export interface WeightsView {
  readonly features: readonly RuleFeature[];
  /** What the model adds to every claim. */
  readonly bias: number;
  readonly turned: Weights;
  /** Who turned them last; null while nobody has. */
  readonly changed: { readonly by: string; readonly at: string } | null;
}

/** The settings page. */
export interface SettingsView {
  readonly newsroom: {
    readonly id: string;
    readonly name: string;
    readonly rev: number;
    readonly fourEyes: boolean;
    /** Whether a sign-off stays, for a glance, when a new version only rewords its claim. */
    readonly rewordedKeepsSignOff: boolean;
    /** What a sign-off asks of a claim's sources; null asks nothing. */
    readonly sourcingRule: SourcingRule | null;
    readonly weights: WeightsView;
    readonly publishing: Publishing;
    readonly scale: VerdictScale /** Verdict ids that claims bear now. */;
    readonly inUse: readonly string[];
  };
  readonly members: readonly {
    readonly membershipId: string;
    readonly rev: number;
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly since: string;
    readonly isMe: boolean;
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly role: Role;
    readonly email: string | null;
    readonly createdAt: string;
    readonly expiresAt: string;
  }[];
  readonly me: { readonly name: string; readonly email: string; readonly role: Role };
  readonly may: { readonly manageMembers: boolean; readonly manageSettings: boolean };
  readonly policy: readonly { readonly action: string; readonly words: string; readonly roles: readonly Role[] }[];
}

/** From the command line only. */
export const createNewsroomInput = z.object({ name: requiredLine(120, "Name the newsroom.") });
export const addMemberInput = z.object({ newsroomId: id, name, email, password: newPassword, role: z.enum(ROLES) });
export const setPasswordInput = z.object({ email, password: newPassword });

/** What an invitation link promises. */
export interface InvitationView {
  readonly newsroomName: string;
  readonly role: Role;
  readonly email: string | null;
}
