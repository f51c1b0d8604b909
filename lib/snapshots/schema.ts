import { z } from "zod";
import type { PersonRef } from "@/lib/claims/schema";
import type { Change } from "@/lib/core/anchoring/changes";
import type { About, Page } from "@/lib/core/evidence/document";
import type { QuoteOutcome } from "@/lib/core/evidence/quote-place";
import { id } from "@/lib/platform/input";

/** The largest file that is taken in, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;

export const fetchSourceInput = z.object({ sourceId: id });
export const uploadFileInput = z.object({
  sourceId: id,
  file: z
    .custom<File>((value) => value instanceof Blob, "Choose a file.")
    .refine((file) => file.size > 0, "This file is empty.")
    .refine(
      (file) => file.size <= LARGEST_FILE,
      "This file is larger than 25 MB, the most that is kept of one source.",
    ),
});
export const lookAtQuoteInput = z.object({ noteId: id, snapshotId: id });

/** How far a fetch or an upload has come. */
export type SnapshotState = "waiting" | "working" | "done" | "failed";

/** A copy of a source, as a list shows it. */
export interface SnapshotRow {
  readonly id: string;
  readonly origin: "fetched" | "uploaded";
  readonly state: SnapshotState;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number | null;
  /** The name of an uploaded file. */
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string | null;
  /** In bytes. */
  readonly size: number;
  /** Whether there is text to quote from. */
  readonly hasText: boolean;
  /** Why it failed, or why it has no text; or "". */
  readonly failure: string;
  /** Tries so far, and how many there are at most. */
  readonly attempts: number;
  readonly attemptsAllowed: number;
  /** Null: Claimdesk looked by itself. */
  readonly requestedBy: PersonRef | null;
  readonly requestedAt: string;
  readonly doneAt: string | null;
  /** When a later fetch found the same; null until one did. */
  readonly seenAt: string | null;
}

/** The copies of a source, the newest first, and what the reader may do with them. */
export interface SnapshotList {
  readonly rows: readonly SnapshotRow[];
  /** Whether one is being fetched. */
  readonly busy: boolean;
  readonly may: { readonly fetch: boolean; readonly upload: boolean };
}

/** A note's quote in one copy of its source. */
export interface QuoteMark {
  readonly noteId: string;
  readonly quote: string;
  readonly outcome: QuoteOutcome;
  /** UTF-16 offsets into the text. */
  readonly start: number | null;
  readonly end: number | null;
  readonly claim: { readonly id: string; readonly number: number; readonly articleTitle: string };
}

/** One copy of a source with its text and what is quoted from it. */
export interface SnapshotView extends SnapshotRow {
  readonly source: { readonly id: string; readonly title: string };
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly pages: readonly Page[];
  readonly about: About;
  readonly wire: string;
  readonly quotes: readonly QuoteMark[];
  /** Whether a newer copy of the same kind is there. */
  readonly newerId: string | null;
}

/** The bytes of a copy. */
export interface SnapshotFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Of text: the character set it is written in; null when nobody knows. */
  readonly charset: string | null;
  readonly name: string;
}

/** What became of a note's quote in the newest copy of its source. */
export interface QuoteStanding {
  readonly noteId: string;
  readonly snapshotId: string;
  readonly sourceId: string;
  readonly outcome: QuoteOutcome;
  readonly changes: readonly Change[];
  /** "p. 12", "row 3"; "" when the copy has no pages or the quote no place. */
  readonly page: string;
  /** When the copy was made. */
  readonly at: string;
  readonly origin: "fetched" | "uploaded";
  /** Why the copy is none: the page could not be fetched any more; or "". */
  readonly failure: string;
  /** Whether somebody should look at it. */
  readonly look: boolean;
}

/** A quote that asks for a look, with the claim that leans on it. */
export interface WaitingLook extends QuoteStanding {
  readonly claim: { readonly id: string; readonly number: number };
  readonly sourceTitle: string;
}
