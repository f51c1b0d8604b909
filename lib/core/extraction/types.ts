import type { Span } from "../text/span";
import type { Value, ValueMention } from "../values/value";

/** What a magazine checker underlines. */
export type FactType =
  | "person"
  | "organisation"
  | "place"
  | "money"
  | "number"
  | "percent"
  | "ordinal"
  | "quantity"
  | "age"
  | "date"
  | "duration"
  | "quote"
  | "superlative";

/** A checkable piece of a claim. `text` is the exact words; `name` the full name a person or organisation resolves to. */
export interface Fact extends Span {
  readonly type: FactType;
  readonly text: string;
  readonly name?: string;
  readonly title?: string;
  readonly value?: Value;
}

export type AttributionType = "direct" | "indirect" | "mixed";

/** How surely an attribution reports words: "speech" (said, wrote), "thought" (believes, hopes), "attitude" (criticised, wants). */
export type Force = "speech" | "thought" | "attitude";

/** Who said what: spans of the content, the source and the cue, which may each stand in several pieces. */
export interface Attribution {
  readonly type: AttributionType;
  readonly force: Force;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** The speaker after resolving pronouns and last names; absent when nobody is named. */
  readonly speaker?: Speaker;
  /** What the content itself reports: of "Doe said Brown believed it", that Brown believed it. Absent when nothing. */
  readonly nested?: readonly Attribution[];
}

/** A person or body that says something: full name, and title as the article gives it ("Secretary of State"). */
export interface Speaker {
  readonly name: string;
  readonly title?: string;
}

export const CLAIM_KINDS = [
  "statement",
  "event",
  "statistic",
  "quote",
  "attribution",
  "comparison",
  "causal",
  "rule",
  "prediction",
  "opinion",
  "question",
] as const;

/** What sort of assertion a claim is; the last three are shown but not counted as to be checked. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A property of the words that speaks for or against checking them. `amount` multiplies its weight. */
export interface Feature {
  readonly name: string;
  readonly amount: number;
  /** What it says, in words, and the words of the text it leans on ("" for none). */
  readonly says: string;
  readonly words: string;
}

/** One reason for a score: a readable name, the words it leans on if any, and its signed weight. */
export interface Reason {
  readonly feature: string;
  readonly label: string;
  readonly weight: number;
}

/** Something that can be true or false by itself, at its exact place. `wording` can be read without the article. */
export interface ExtractedClaim extends Span {
  readonly text: string;
  readonly wording: string;
  readonly kind: ClaimKind;
  /** Check-worthiness 0..1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly speaker?: Speaker;
  /** Who reports the speaker's words, when that is another person. */
  readonly via?: Speaker;
  readonly facts: readonly Fact[];
}

/** Everything read from one text. All offsets are UTF-16 code units into that text. */
export interface Extraction {
  /** For each claim, in their order, what its score is made of. */
  readonly features: readonly (readonly Feature[])[];
  readonly sentences: readonly Span[];
  readonly attributions: readonly Attribution[];
  readonly facts: readonly Fact[];
  readonly values: readonly ValueMention[];
  readonly claims: readonly ExtractedClaim[];
}

/** The stages of reading a text, in their order. */
export type ReadingStage = "sentences" | "values" | "names" | "speakers" | "claims";

/** What the reader of an article knows before the first word. `date` is the ISO date that "on Wednesday" refers to. */
export interface ExtractOptions {
  readonly date?: string;
}
