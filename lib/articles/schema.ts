import { z } from "zod";
import type { ClaimRow, FactView } from "@/lib/claims/schema";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { ReadyBadge, ReadyView } from "@/lib/guard/schema";
import { id, line, optionalDay, requiredLine, rev, webAddress } from "@/lib/platform/input";

/** The longest article, in UTF-16 units of its text; 2 MB of bytes at the upload. */
export const MAX_TEXT = 2_000_000;
export const MAX_UPLOAD_BYTES = 4_000_000;

const details = {
  title: requiredLine(500, "Give the article a title."),
  byline: line(300).default(""),
  publisher: line(300).default(""),
  url: webAddress.default(""),
  publishedOn: optionalDay,
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Give a language code such as en.")
    .default("en"),
};

/** An article's text as it comes in. */
export const articleText = z
  .string()
  .refine((text) => text.trim().length > 0, "The article is empty. Paste its text or choose a file.")
  .refine(
    (text) => text.length <= MAX_TEXT,
    `The text is longer than ${MAX_TEXT.toLocaleString("en")} characters. Split it into parts.`,
  )
  .refine((text) => !text.includes("\u0000"), "This looks like a binary file. Choose a .txt or .md file.")
  .refine((text) => text.isWellFormed(), "The text holds broken characters. Save the file as UTF-8 and try again.");

/** Import an article as its first version. The text is kept exactly: NFC, LF line ends, nothing else. */
export const importArticleInput = z.object({ ...details, text: articleText });

/** What the editor started from, so that edits of two people merge; a form gives an empty date as "". */
const base = z
  .object({
    title: z.string(),
    byline: z.string(),
    publisher: z.string(),
    url: z.string(),
    publishedOn: z
      .string()
      .nullable()
      .transform((day) => day || null),
    language: z.string(),
  })
  .partial()
  .default({});
export const changeArticleInput = z.object({ articleId: id, rev, base, ...details });

/** Counts of an article's claims by state; `checked` of `toCheck` drives the progress bar (verified + dismissed of all). */
export interface Progress {
  readonly byState: Readonly<Record<ClaimState, number>>;
  readonly total: number;
  readonly done: number;
}

/** A line of the articles list. */
export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly words: number;
  readonly versionNumber: number;
  readonly progress: Progress;
  /** The mark “ready to publish”; null when there is none. */
  readonly ready: ReadyBadge | null;
  readonly updatedAt: string;
}

/** A claim as the galley paints it: its row and its facts' places. */
export interface GalleyClaim extends ClaimRow {
  readonly factSpans: readonly Pick<FactView, "id" | "type" | "start" | "end" | "ticked">[];
}

/** The article screen: the current version's text and its claims in order of place. */
export interface ArticleView {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly version: {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly sha256: string;
    readonly words: number;
    readonly createdAt: string;
  };
  readonly claims: readonly GalleyClaim[];
  readonly progress: Progress;
  readonly ready: ReadyView;
  readonly may: {
    readonly correct: boolean;
    readonly edit: boolean;
    readonly assign: boolean;
    readonly check: boolean;
    readonly revise: boolean;
  };
}
