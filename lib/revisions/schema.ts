import { z } from "zod";
import { articleText } from "@/lib/articles/schema";
import type { PersonRef } from "@/lib/claims/schema";
import type { Change } from "@/lib/core/anchoring/changes";
import type { Outcome } from "@/lib/core/anchoring/relocate";
import type { ClaimKind } from "@/lib/core/extraction/types";
import type { Span } from "@/lib/core/text/span";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { id, line, rev } from "@/lib/platform/input";
import type { WaitingLook } from "@/lib/snapshots/schema";

/** A new text of an article. `base` is the id of the version it was written over: when that is no longer the current one, it is refused. */
export const reviseArticleInput = z.object({
  articleId: id,
  base: id,
  text: articleText,
  note: line(500).default(""),
});

/** Look at a claim whose sign-off was carried onto other words. */
export const glanceAtClaimInput = z.object({ claimId: id, rev });

/** What a new version does to a sign-off: there is none, it stays, it stays but wants a glance, it is void. */
export type SignOffFate = "none" | "kept" | "glance" | "void";

/** A place with its words, UTF-16. */
export interface QuotedPlace extends Span {
  readonly exact: string;
}

/** What becomes, or became, of one claim in another version. */
export interface FateView {
  readonly claimId: string;
  readonly number: number;
  readonly wording: string;
  readonly outcome: Outcome;
  /** Its words in the older version. */
  readonly before: QuotedPlace;
  /** Its words in the newer one; null when they are not there, or it is not clear where. */
  readonly after: QuotedPlace | null;
  readonly changes: readonly Change[];
  /** Why, in words: "$2 billion became $5 billion"; empty when its words stayed. */
  readonly reason: string;
  readonly state: ClaimState;
  /** Where the claim stands once the version is stored; null when the claim goes because nobody worked on it and its words are gone. */
  readonly next: ClaimState | null;
  readonly signOff: SignOffFate;
  readonly assignee: PersonRef | null;
}

/** A claim found in a sentence that is new. */
export interface NewClaimView extends QuotedPlace {
  readonly wording: string;
  readonly kind: ClaimKind;
  readonly speaker: string;
  /** 0 to 1. */
  readonly score: number;
}

/** What a new text would do, before anything is stored. */
export interface RevisionPreview {
  readonly articleId: string;
  readonly base: { readonly id: string; readonly number: number; readonly words: number };
  /** The words of the new text. */
  readonly words: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly signOffs: Readonly<Record<Exclude<SignOffFate, "none">, number>>;
  /** Every claim, those whose words changed first, then by place; at most 5,000. */
  readonly fates: readonly FateView[];
  readonly newClaims: readonly NewClaimView[];
}

/** A line of the list of versions. */
export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly words: number;
  readonly sha256: string;
  readonly note: string;
  readonly by: PersonRef;
  readonly createdAt: string;
  /** Claims anchored in it. */
  readonly claims: number;
  /** What it changed: claims by outcome, without those that kept their words. */
  readonly fates: Readonly<Record<Exclude<Outcome, "exact" | "moved">, number>>;
}

/** The versions of an article, the newest first. */
export interface VersionList {
  readonly article: { readonly id: string; readonly title: string };
  readonly versions: readonly VersionRow[];
  readonly may: { readonly revise: boolean };
}

/** The place of a claim in a version that is read again. */
export interface VersionMark extends Span {
  readonly claimId: string;
  readonly number: number;
  readonly wording: string;
  /** Where the claim stands today. */
  readonly state: ClaimState;
  /** A sign-off given for this version, whether or not it stands. */
  readonly signedHere: boolean;
}

/** One version as it was, with the claims that had a place in it. */
export interface VersionView {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly byline: string;
    readonly publisher: string;
    readonly publishedOn: string | null;
    readonly language: string;
  };
  readonly version: VersionRow & { readonly text: string };
  readonly current: number;
  readonly marks: readonly VersionMark[];
}

/** Two versions of an article, the older one first, and what became of each claim between them. */
export interface Comparison {
  readonly article: { readonly id: string; readonly title: string; readonly language: string };
  readonly from: { readonly number: number; readonly text: string; readonly createdAt: string };
  readonly to: { readonly number: number; readonly text: string; readonly createdAt: string };
  readonly versions: readonly { readonly number: number; readonly createdAt: string }[];
  readonly fates: readonly FateView[];
}

/** A claim's words in one version; part of the claim's view, the newest version first. */
export interface ClaimVersion {
  readonly number: number;
  readonly createdAt: string;
  /** Null when the claim had no place in it. */
  readonly exact: string | null;
  /** What the version did to the claim; null in the version where the claim began. */
  readonly outcome: Outcome | null;
  readonly changes: readonly Change[];
  readonly reason: string;
}

/** A standing claim that has no place in the current version. */
export interface UnplacedView {
  readonly claimId: string;
  readonly rev: number;
  readonly number: number;
  readonly state: ClaimState;
  readonly wording: string;
  /** Its last words in the text, and the version they stood in. */
  readonly exact: string;
  readonly lastVersion: number;
  /** Its words stand in several places now, so that nobody but a person can choose. */
  readonly ambiguous: boolean;
}

/** A reworded claim whose sign-off was kept and waits for a glance. */
export interface GlanceView {
  readonly claimId: string;
  readonly rev: number;
  readonly number: number;
  /** The words that were signed, and those that stand there now. */
  readonly before: string;
  readonly after: string;
}

/** What the versions of an article left for people to look at, each in the order of the text. */
export interface Attention {
  readonly unplaced: readonly UnplacedView[];
  readonly glances: readonly GlanceView[];
  /** Quotes that are not in their sources as they were. */
  readonly looks: readonly WaitingLook[];
  readonly may: { readonly glance: boolean; readonly look: boolean };
}
