import { z } from "zod";
import type { PersonRef } from "@/lib/claims/schema";
import type { ReportChange } from "@/lib/core/report/corrections";
import type { Report } from "@/lib/core/report/report";
import { flag, id, prose, requiredProse } from "@/lib/platform/input";

const reason = requiredProse(2_000, "Say why: readers will see it.");

/** Publish the public report of an article under an address of its own. */
export const publishInput = z.object({
  articleId: id,
  /** Whether search engines may list it. */
  indexable: flag,
});

/**
 * Publish what the records say now as the next edition, with the reason for each change. Forms send keys and reasons as two lists;
 * a change without a reason of its own has the common one.
 */
export const correctInput = z.object({
  publicationId: id,
  /** The edition that was compared with the records. */
  edition: z.coerce.number().int().min(1),
  key: z.array(z.string().max(200)).min(1, "There is nothing to correct.").max(20_000),
  why: z.array(prose(2_000)).max(20_000).default([]),
  reason: prose(2_000).default(""),
});

/** Take a published report away; its address tells from then on that it was withdrawn, by whom, when and why. */
export const withdrawInput = z.object({ publicationId: id, reason });

/** A correction as the public reads it. */
export interface CorrectionView {
  readonly id: string;
  /** The edition that brought it. */
  readonly edition: number;
  readonly claimNumber: number | null;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What the newsroom sees of a publication: where it stands, and what the records say otherwise now. */
export interface PublicationView {
  readonly id: string;
  readonly slug: string;
  readonly indexable: boolean;
  readonly publishedAt: string;
  readonly publishedBy: PersonRef;
  readonly edition: {
    readonly number: number;
    readonly sha256: string;
    readonly at: string;
    readonly by: PersonRef;
  };
  readonly corrections: readonly CorrectionView[];
  /** Between the newest edition and the records. */
  readonly changes: readonly ReportChange[];
}

/** A report that was published and taken away. */
export interface WithdrawnView {
  readonly slug: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** Everything about the published report of an article, for the newsroom. */
export interface PublicationsView {
  readonly articleId: string;
  readonly title: string;
  /** The one that can be read now; null when there is none. */
  readonly current: PublicationView | null;
  readonly withdrawn: readonly WithdrawnView[];
  readonly mayPublish: boolean;
  /** Claims that are not decided: the report would say so. */
  readonly undecided: number;
}

/** How far the published report of an article is from the records, for a list. */
export interface PublicationStatus {
  readonly articleId: string;
  readonly slug: string;
  readonly edition: number;
  readonly changes: number;
}

/** What anybody may read of a published report. */
export interface PublishedReport {
  readonly slug: string;
  readonly indexable: boolean;
  readonly report: Report;
  readonly edition: { readonly number: number; readonly sha256: string; readonly at: string };
  /** When the first edition came out. */
  readonly publishedAt: string;
  /** Newest first. */
  readonly corrections: readonly CorrectionView[];
  /** The key that signs the newsroom's packages now; null before the first. */
  readonly keyId: string | null;
  /** The newsroom's settings of publishing, as they are kept. */
  readonly publishing: unknown;
}

/** A published report that was taken away. */
export interface Tombstone {
  readonly newsroom: string;
  readonly title: string;
  readonly withdrawnAt: string;
  readonly withdrawnBy: string;
  readonly reason: string;
}
