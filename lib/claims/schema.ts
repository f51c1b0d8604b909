import { z } from "zod";
import type { ContactLog } from "@/lib/contacts/schema";
import type { Aging } from "@/lib/core/evidence/aging";
import type { ComparedFact } from "@/lib/core/evidence/comparison";
import type { FactChange } from "@/lib/core/extraction/suggestions";
import { CLAIM_KINDS, type ClaimKind, type FactType, type Reason } from "@/lib/core/extraction/types";
import type { Amounts } from "@/lib/core/extraction/weights";
import type { Role } from "@/lib/core/policy/policy";
import type { Value, ValueKind } from "@/lib/core/values/value";
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  SOURCE_KINDS,
  SOURCE_MEDIA,
  type SourceKind,
  type SourceMedium,
  STANCES,
  type Stance,
} from "@/lib/core/workflow/sourcing";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import {
  CLAIM_STATES,
  type ClaimState,
  DISMISS_REASONS,
  type DismissReason,
  type Step,
} from "@/lib/core/workflow/workflow";
import type { Objections } from "@/lib/objections/schema";
import {
  day,
  flag,
  id,
  languageTag,
  line,
  optionalDay,
  prose,
  requiredProse,
  rev,
  webAddress,
} from "@/lib/platform/input";
import type { ClaimVersion } from "@/lib/revisions/schema";
import type { QuoteStanding } from "@/lib/snapshots/schema";

// ---------------------------------------------------------------- limits

/** Sizes that every door enforces, in UTF-16 units or items. */
export const LIMITS = {
  wording: 2_000,
  name: 200,
  reason: 2_000,
  explanation: 5_000,
  quote: 5_000,
  note: 10_000,
  locator: 300,
  bulk: 5_000,
  suggestions: 500,
} as const;

// ---------------------------------------------------------------- inputs of commands

const offset = z.coerce.number().int().min(0).max(50_000_000);
const span = { versionId: id, start: offset, end: offset };
const claimId = id;
const kind = z.enum(CLAIM_KINDS);
const reason = requiredProse(LIMITS.reason, "Say why in a sentence.");

/** Mark a new claim by hand. Spans may overlap. `wording` empty = the marked words. */
export const markClaimInput = z.object({
  articleId: id,
  ...span,
  wording: prose(LIMITS.wording).default(""),
  kind: kind.default("statement"),
  speakerName: line(LIMITS.name).default(""),
  speakerTitle: line(LIMITS.name).default(""),
});

/** The fields of a claim that people edit in place. */
export const claimFields = z.object({
  wording: requiredProse(LIMITS.wording, "A claim needs its wording."),
  kind,
  speakerName: line(LIMITS.name),
  speakerTitle: line(LIMITS.name),
  viaName: line(LIMITS.name),
  /** A page that says who the speaker is, such as their Wikidata entry. */
  speakerUrl: webAddress,
});
export type ClaimFields = z.output<typeof claimFields>;

/** Change some fields. `base` holds what the editor started from, per changed field, so that edits of two people merge. */
export const changeClaimInput = z.object({
  claimId,
  rev,
  base: claimFields.partial().default({}),
  ...claimFields.partial().shape,
});
/** Move a claim's place in the current version. */
export const respanClaimInput = z.object({ claimId, rev, ...span });
/** Cut a claim in two at an offset of the version's text: the first keeps the number and the work done, the second is new. */
export const splitClaimInput = z.object({ claimId, rev, versionId: id, at: offset });
/** Join claims of one article: the first stays and covers all of them, notes move to it, the others go. */
export const mergeClaimsInput = z.object({
  claimIds: z.array(id).min(2, "Choose at least two claims.").max(20, "At most 20 claims."),
});
export const acceptClaimInput = z.object({ claimId, rev });
export const dismissClaimInput = z.object({
  claimId,
  rev,
  reason: z.enum(DISMISS_REASONS, "Choose a reason."),
  note: prose(LIMITS.reason).default(""),
});
export const startCheckInput = z.object({ claimId, rev });
export const sendBackInput = z.object({ claimId, rev, reason });
export const reopenClaimInput = z.object({ claimId, rev, reason });
export const tickFactInput = z.object({ claimId, factId: id, ticked: flag });
export const assignClaimInput = z.object({
  claimId,
  rev,
  assigneeId: id.nullable().or(z.literal("").transform(() => null)),
  priority: z.coerce.number().int().min(0).max(3).default(0),
  dueOn: optionalDay,
});

/** Say up to when a claim was checked and when it has to be checked again. `base` is what the editor started from. */
export const dateClaimInput = z.object({
  claimId,
  rev,
  base: z.object({ asOf: z.string(), expiresOn: z.string() }).partial().default({}),
  asOf: optionalDay.optional(),
  expiresOn: optionalDay.optional(),
});
/** Take the claims of an article that expired by a day back to the queue. */
export const expireClaimsInput = z.object({ articleId: id, day });

/** Propose a verdict. A verdict of the kind "on the author's word" needs its reason instead of a source note. */
export const proposeVerdictInput = z.object({
  claimId,
  rev,
  base: z
    .object({ verdict: z.string().nullable(), explanation: z.string(), authorsWordReason: z.string() })
    .partial()
    .default({}),
  verdict: id,
  explanation: prose(LIMITS.explanation).default(""),
  authorsWordReason: prose(LIMITS.reason).default(""),
});
/** Approve exactly what the signer saw: `contentHash` is ClaimView.contentHash; another one now is a conflict. */
const approval = {
  claimId,
  rev,
  contentHash: z.string().length(64),
  /** Needed where the newsroom's rule on sources is not met. */
  sourcingReason: prose(LIMITS.reason).default(""),
};
export const signOffInput = z.object(approval);
export const overrideSignOffInput = z.object({ ...approval, reason });

export { SOURCE_KINDS, SOURCE_MEDIA, type SourceKind, type SourceMedium, STANCES, type Stance };

/** The words of a note that its author edits. */
const noteFields = {
  stance: z.enum(STANCES, "Choose what the source says about the claim."),
  quote: prose(LIMITS.quote).default(""),
  locator: line(LIMITS.locator).default(""),
  note: prose(LIMITS.note).default(""),
  consultedOn: day,
};
/** A source described in the note's form; an equal one (same address, or same title and publisher) is used again. */
const newSource = {
  sourceTitle: line(500).default(""),
  sourceMedium: z.enum(SOURCE_MEDIA).default("web"),
  sourceKind: z.enum(SOURCE_KINDS).default("secondary"),
  sourcePublisher: line(LIMITS.name).default(""),
  sourceUrl: webAddress.default(""),
  sourceDate: optionalDay,
  sourceAuthor: line(LIMITS.name).default(""),
  sourceLanguage: languageTag.default(""),
  sourceReliability: prose(LIMITS.reason).default(""),
  sourceConfidentiality: z.enum(CONFIDENTIALITIES, "Choose who may know this source.").default("open"),
};
/** Leave a source note, on an existing source (`sourceId`) or on one described in the same form. */
export const addSourceNoteInput = z.object({
  claimId,
  sourceId: id.optional().or(z.literal("").transform(() => undefined)),
  ...newSource,
  ...noteFields,
});
export const editSourceNoteInput = z.object({
  noteId: id,
  rev,
  base: z
    .object({ stance: z.string(), quote: z.string(), locator: z.string(), note: z.string(), consultedOn: z.string() })
    .partial()
    .default({}),
  ...noteFields,
});
export const removeSourceNoteInput = z.object({ noteId: id, rev });

// ---------------------------------------------------------------- filter of tables

export const SORTS = [
  "number",
  "score",
  "state",
  "kind",
  "speaker",
  "assignee",
  "due",
  "priority",
  "article",
  "verdict",
  "updated",
] as const;
export type Sort = (typeof SORTS)[number];

/** Bands of check-worthiness, each named by the least score in it, of 100; the highest first. */
export const SCORE_BANDS = ["80", "60", "40", "20", "0"] as const;
export type ScoreBand = (typeof SCORE_BANDS)[number];

/** What asks for somebody: an objection to the wording that is not decided, a day that has come. */
export const ASKS = ["objection", "expired"] as const;
export type Ask = (typeof ASKS)[number];

const many = <T extends z.ZodType>(item: T) => z.array(item).max(50).default([]);
/** What a claims table shows; the whole of it lives in the URL. `assignee` holds user ids, "me" or "none". */
export const claimFilter = z.object({
  articleId: id.optional(),
  state: many(z.enum(CLAIM_STATES)),
  kind: many(kind),
  verdict: many(z.string().max(64)),
  assignee: many(z.string().max(64)),
  speaker: many(z.string().max(LIMITS.name)),
  score: many(z.enum(SCORE_BANDS)),
  asks: many(z.enum(ASKS)),
  text: line(200).default(""),
  sort: z.enum(SORTS).default("number"),
  desc: flag.default(false),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(10).max(200).default(50),
});
export type ClaimFilter = z.output<typeof claimFilter>;

/** Which claims a bulk command means: those chosen, or every one that matches the filter now. */
export const selection = z.union([
  z.object({ ids: z.array(id).min(1, "Choose at least one claim.").max(LIMITS.bulk) }),
  z.object({ filter: claimFilter }),
]);
export const bulkAcceptInput = z.object({ selection });
export const bulkDismissInput = z.object({
  selection,
  reason: z.enum(DISMISS_REASONS, "Choose a reason."),
  note: prose(LIMITS.reason).default(""),
});
export const bulkAssignInput = z.object({ selection, assigneeId: id.nullable() });

/** Take suggestions of another reading of an article, each by its key; those that no longer hold are left out. */
export const takeReadingInput = z.object({
  articleId: id,
  suggestions: z
    .array(z.string().max(200))
    .min(1, "Choose at least one suggestion.")
    .max(LIMITS.suggestions, `At most ${LIMITS.suggestions} suggestions at a time.`),
});

/** Undo one ledger entry of an article: the claims go back to what they were, as a new entry; refused if they changed since. */
export const undoInput = z.object({ articleId: id, seq: z.coerce.number().int().min(1) });

// ---------------------------------------------------------------- what commands answer

/** The claim after the command; `seq` is the ledger entry to undo. */
export interface ClaimChanged {
  readonly claimId: string;
  readonly rev: number;
  readonly articleId: string;
}

/** A bulk command's tally: how many changed, how many could not and why (reason → count). */
export interface BulkDone {
  readonly changed: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** The ledger entries to undo, one per article; what the Undo button hands to `undo`. */
  readonly undo?: readonly { readonly articleId: string; readonly seq: number }[];
}

/** How many suggestions of a reading were taken, in a sentence that also says what was left out; the entry to undo. */
export interface ReadingTaken {
  readonly articleId: string;
  readonly taken: number;
  readonly said: string;
  readonly undo?: readonly { readonly articleId: string; readonly seq: number }[];
}

// ---------------------------------------------------------------- what screens read

/** Whether the reader may take a step now, and if not, why in a sentence. */
export type Ability = { readonly may: true } | { readonly may: false; readonly why: string };
export type Abilities = Readonly<Record<Step | "assign" | "tick" | "date", Ability>>;

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface FactView {
  readonly id: string;
  readonly type: FactType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly title: string;
  readonly value: Value | null;
  /** The value as people read it, "> 2,000,000,000 USD"; empty when there is none. */
  readonly normalised: string;
  readonly ticked: { readonly by: PersonRef; readonly at: string } | null;
}

export interface NoteView {
  readonly id: string;
  readonly rev: number;
  readonly stance: Stance;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  readonly consultedOn: string;
  readonly author: PersonRef;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mayEdit: boolean;
  /** The claim's facts beside the quote; empty without a quote, or when the reader may not know it. */
  readonly comparison: readonly ComparedFact[];
  /** True when the reader may not know what it says: quote, place and note are empty, here and in its history. */
  readonly concealed: boolean;
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    readonly date: string | null;
    readonly medium: SourceMedium;
    readonly kind: SourceKind;
    readonly author: string;
    /** BCP 47; empty when nobody said. */
    readonly language: string;
    readonly reliability: string;
    readonly confidentiality: Confidentiality;
    /** True when the reader may not know the source. */
    readonly concealed: boolean;
  };
  /** Earlier states of the note, newest first. */
  readonly history: readonly {
    readonly at: string;
    readonly by: PersonRef;
    readonly stance: Stance;
    readonly quote: string;
    readonly locator: string;
    readonly note: string;
  }[];
}

export interface SignOffView {
  readonly id: string;
  readonly by: PersonRef;
  readonly at: string;
  readonly versionNumber: number;
  readonly override: boolean;
  readonly overrideReason: string;
  /** Why it was given although the newsroom's rule on sources was not met; empty when it was. */
  readonly sourcingReason: string;
  readonly hash: string;
  readonly voided: { readonly at: string; readonly reason: string } | null;
}

/** How many sources speak for or against a claim, how many of them are independent, and whether that is enough. */
export interface SourcingView {
  readonly links: number;
  readonly independent: number;
  /** Independent ones that are primary. */
  readonly primary: number;
  /** Sources that are one story, each with the reasons in sentences without a full stop; only those that the reader may know. */
  readonly shared: readonly {
    readonly sources: readonly { readonly id: string; readonly title: string }[];
    readonly why: readonly string[];
  }[];
  readonly rule: SourcingRule | null;
  /** What is missing of the rule, in a sentence; a sign-off then needs a reason. Null when nothing is. */
  readonly lacks: string | null;
}

/** One line of a claim's history, in words; `undoSeq` when the reader may undo it. */
export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly words: string;
  readonly undoSeq: number | null;
}

/** A row of a claims table; also what the galley needs to paint a claim. Offsets are UTF-16 in the current version. */
export interface ClaimRow {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly state: ClaimState;
  readonly kind: ClaimKind;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly score: number;
  readonly verdict: { readonly id: string; readonly label: string } | null;
  readonly assignee: PersonRef | null;
  readonly priority: number;
  readonly dueOn: string | null;
  /** ISO date on which it has to be checked again. */
  readonly expiresOn: string | null;
  /** That day has come, and nobody checked it again since. */
  readonly expired: boolean;
  /** Objections to its wording that are not decided. */
  readonly openObjections: number;
  readonly start: number;
  readonly end: number;
  readonly notes: number;
  readonly factsTicked: number;
  readonly facts: number;
  readonly updatedAt: string;
}

export interface ClaimPage {
  readonly rows: readonly ClaimRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Values to offer as filters, with their counts over the article or newsroom. */
  readonly facets: {
    readonly state: readonly { readonly value: ClaimState; readonly count: number }[];
    readonly kind: readonly { readonly value: ClaimKind; readonly count: number }[];
    readonly speaker: readonly { readonly value: string; readonly count: number }[];
    readonly score: readonly { readonly value: ScoreBand; readonly count: number }[];
    readonly assignee: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly verdict: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly asks: readonly { readonly value: Ask; readonly count: number }[];
  };
  readonly may: { readonly correct: boolean; readonly assign: boolean };
}

/** Everything about one claim: the inspector and the claim page show it. */
export interface ClaimView extends ClaimRow {
  readonly versionId: string;
  readonly versionNumber: number;
  /** The anchored words and the text around them (at most 300 units each side). */
  readonly anchored: string;
  readonly before: string;
  readonly after: string;
  readonly viaName: string;
  readonly speakerUrl: string;
  /** ISO date up to which it was checked. */
  readonly asOf: string | null;
  /** When it might have to be checked again, and why; null when it has dates or nothing says that it ages. */
  readonly aging: Aging | null;
  readonly contactLog: ContactLog;
  readonly objections: Objections;
  readonly origin: "machine" | "person";
  readonly reasons: readonly Reason[];
  readonly factList: readonly FactView[];
  readonly noteList: readonly NoteView[];
  readonly sourcing: SourcingView;
  /** Where the quotes of the notes stand in the copies of their sources; those that stand in none are left out. */
  readonly quotes: readonly QuoteStanding[];
  readonly explanation: string;
  readonly authorsWordReason: string;
  readonly proposedBy: PersonRef | null;
  readonly proposedAt: string | null;
  readonly dismissReason: DismissReason | null;
  readonly stateNote: string;
  /** Newest first; the first one without `voided` stands. */
  readonly signOffs: readonly SignOffView[];
  /** What a sign-off given now would be bound to. */
  readonly contentHash: string;
  readonly abilities: Abilities;
  readonly scale: VerdictScale;
  readonly fourEyes: boolean;
  /** Members who can be assigned. */
  readonly members: readonly (PersonRef & { readonly role: Role })[];
  readonly history: readonly HistoryLine[];
  /** Its words in every version since it began, the newest first. */
  readonly versions: readonly ClaimVersion[];
  /** True when a merge, a split or an undo took the claim away: it can be read, not changed. */
  readonly removed: boolean;
}

/** A claim of an article with what its score is made of, for trying out other weights; null where that was not kept. */
export interface Strength {
  readonly id: string;
  readonly number: number;
  readonly wording: string;
  readonly score: number;
  readonly amounts: Amounts | null;
}

/** The strongest claims of one article, with the articles to choose from, the one changed last first. */
export interface Strengths {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** The article shown; null when there is none. */
  readonly articleId: string | null;
  readonly claims: readonly Strength[];
  /** Standing claims of the newsroom whose scores no weight can change. */
  readonly left: number;
}

/** One stated value of an article: its words, what they mean, and the claim that states it. */
export interface FigureRow {
  /** Id of the fact. */
  readonly id: string;
  readonly type: ValueKind;
  readonly text: string;
  readonly value: Value;
  readonly claimId: string;
  readonly number: number;
  readonly wording: string;
  readonly speakerName: string;
  readonly state: ClaimState;
  /** Place in the current version. */
  readonly start: number;
  /** Where the same thing is stated in another way, in the order of the text. */
  readonly elsewhere: readonly {
    readonly relation: "different" | "compatible" | "equal";
    readonly factId: string;
    readonly claimId: string;
    readonly number: number;
    readonly text: string;
  }[];
}

/** Every value that the claims of an article's current version state, in the order of the text. */
export interface Figures {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly rows: readonly FigureRow[];
}

/** What a reading says of a claim. */
export interface ReadingView {
  readonly exact: string;
  readonly wording: string;
  readonly kind: ClaimKind;
  /** Who says it and who reports that, in one line; empty when nobody is named. */
  readonly speaker: string;
}

/** Something that another reading of an article suggests: a new claim, a claim read differently, or one found no longer. */
export interface SuggestionView {
  readonly key: string;
  readonly what: "new" | "changed" | "gone";
  /** The claim it is about; null for a new one. */
  readonly claim: { readonly id: string; readonly number: number } | null;
  readonly before: ReadingView | null;
  readonly after: ReadingView | null;
  /** Facts that are read differently. */
  readonly facts: readonly FactChange[];
}

/** What another reading of an article suggests, in the order of the text. */
export interface Rereading {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly publishedOn: string | null;
  /** At most LIMITS.suggestions of them. */
  readonly suggestions: readonly SuggestionView[];
  readonly total: number;
  /** Standing claims that people worked on, and that stay as they are. */
  readonly ofPeople: number;
}

/** The home screen: what waits on me, what I wait for. */
export interface Desk {
  readonly waitingOnMe: readonly (ClaimRow & { readonly why: string })[];
  readonly iWaitFor: readonly (ClaimRow & { readonly why: string })[];
}
