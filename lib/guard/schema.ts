import { z } from "zod";
import { articleText } from "@/lib/articles/schema";
import type { PersonRef } from "@/lib/claims/schema";
import { id } from "@/lib/platform/input";

/**
 * Say that a version is ready to publish. `undecided` is how many undecided claims the person saw and accepts; when there are more,
 * it is refused.
 */
export const markReadyInput = z.object({
  articleId: id,
  versionId: id,
  undecided: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const withdrawReadyInput = z.object({ articleId: id, markId: id });

/** "Ready to publish", as it was said, and whether it still is so. */
export interface ReadyMarkView {
  readonly id: string;
  /** Number of the version it was said of. */
  readonly version: number;
  /** SHA-256 (hex) over the text and the sign-offs of then. */
  readonly fingerprint: string;
  readonly by: PersonRef;
  /** ISO 8601. */
  readonly at: string;
  /** Claims that were not decided then. */
  readonly undecided: number;
  /** Sign-offs that stood then. */
  readonly signOffs: number;
  /** Whether the current text and the sign-offs of now give the same fingerprint. */
  readonly stands: boolean;
  /** What came between, in sentences; empty while it stands. */
  readonly why: readonly string[];
}

/** The ready mark of an article, as its screen shows it. */
export interface ReadyView {
  readonly mark: ReadyMarkView | null;
  readonly may: boolean;
}

/** The ready mark of an article in a list. */
export interface ReadyBadge {
  readonly version: number;
  readonly stands: boolean;
}

// ---------------------------------------------------------------- answers for other programs

const moment = z.iso.datetime().describe("When, ISO 8601, UTC.");
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** Whether a text is the one an article has, and what it does to the checked claims. */
export const checkTextInput = z.object({
  text: articleText.describe("The whole text that is about to be published, at most 2,000,000 characters."),
});

const place = z
  .object({
    start: count.describe("Where it begins, in Unicode code points of the normalised text (NFC, LF)."),
    end: count.describe("Where it ends."),
    exact: z.string().describe("The words there."),
  })
  .describe("A place in a text.");

const touched = z.object({
  claimId: z.string(),
  number: z.number().int().min(1).describe("The claim's number in the margin."),
  wording: z.string().describe("What the claim says."),
  outcome: z
    .enum(["reworded", "value-changed", "ambiguous", "lost"])
    .describe("reworded: other words, same facts. The others need a new check."),
  harmless: z.boolean().describe("Whether the claim still says what was signed off."),
  before: place.describe("Its place in the text that was checked."),
  after: place.nullable().describe("Its place in the given text; null when it is not there or not clear where."),
  changes: z.array(
    z.object({
      from: z.string().describe("The words that were there; can be empty."),
      to: z.string().describe("The words that are there now; can be empty."),
      kind: z.string().describe("What changed, such as number, date, name or typography."),
    }),
  ),
  reason: z.string().describe("Why, in words, such as “$2 billion became $5 billion”."),
});

const ready = z.object({
  version: z.number().int().min(1).describe("The version that was marked."),
  fingerprint: hash.describe("SHA-256 over the text and the sign-offs it was said on."),
  at: moment,
  by: z.string().describe("Who said so."),
  undecided: count.describe("Claims that were not decided then."),
  stands: z.boolean().describe("False once the text or the sign-offs are not those it was said on."),
  why: z.array(z.string()).describe("What came between, in sentences; empty while it stands."),
});

/** The answer to checkTextInput. */
export const textCheckAnswer = z.object({
  article: z.object({ id: z.string(), title: z.string() }),
  stillChecked: z
    .boolean()
    .describe("True when the ready mark stands and the words are those it was said of, whatever the typography."),
  says: z.string().describe("The answer in a sentence."),
  ready: ready.nullable().describe("The mark “ready to publish”; null when nobody set one."),
  checked: z
    .object({ version: z.number().int().min(1), sha256: hash })
    .describe("What the given text was compared with: the marked version, or the current one when there is no mark."),
  sameText: z.boolean().describe("Whether both texts are the same, character by character."),
  difference: z
    .enum(["none", "typography", "words"])
    .describe("How they differ; typography: white space, quotation marks, dashes and invisible characters only."),
  touched: z.array(touched).describe("The checked claims whose words changed, in the order of the checked text."),
  untouched: count.describe("How many checked claims have the words they had."),
});
export type TextCheckAnswer = z.output<typeof textCheckAnswer>;

/** The articles of a newsroom, for another program to find the one it means. */
export const articlesAnswer = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      version: z.number().int().min(1).describe("Number of the current version."),
      ready: z
        .object({ version: z.number().int().min(1), stands: z.boolean() })
        .nullable()
        .describe("The mark “ready to publish”; null when nobody set one."),
      updatedAt: moment,
    }),
  ),
});
export type ArticlesAnswer = z.output<typeof articlesAnswer>;
