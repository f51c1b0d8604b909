import type { FactType, Feature, Reason } from "@/lib/core/extraction/types";
import type { Value } from "@/lib/core/values/value";
import { type SignedNote, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { ClaimFacts, ClaimState } from "@/lib/core/workflow/workflow";
import { sha256 } from "@/lib/platform/random";
import type { PersonRef, SourceKind, SourceMedium, Stance } from "./schema";

/** A claim's place in one version, UTF-16, with its words. */
export interface Place {
  readonly versionId: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** A fact of a claim as it is kept. */
export interface FactRecord {
  readonly id: string;
  readonly versionId: string;
  readonly type: FactType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly title: string;
  readonly value: Value | null;
  readonly tickedById: string | null;
  readonly tickedAt: Date | null;
}

/** The words of a source note that its author edits. */
export interface NoteBody {
  readonly stance: Stance;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  /** ISO date. */
  readonly consultedOn: string;
}

/** A standing source note. */
export interface NoteRecord extends NoteBody {
  readonly id: string;
  readonly rev: number;
  readonly claimId: string;
  readonly sourceId: string;
  readonly authorId: string;
  /** See lib/core/workflow/sign-off.ts. */
  readonly salt: string;
}

/** Everything of a claim that a command may change: what undo restores, too. */
export interface ClaimFieldsRecord {
  readonly state: ClaimState;
  readonly kind: string;
  readonly wording: string;
  readonly speakerName: string;
  readonly speakerTitle: string;
  readonly viaName: string;
  readonly speakerUrl: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What the score is made of; null from before that was kept. */
  readonly features: readonly Feature[] | null;
  readonly assigneeId: string | null;
  readonly priority: number;
  readonly dueOn: string | null;
  /** ISO dates: up to when it was checked, and when it has to be checked again. */
  readonly asOf: string | null;
  readonly expiresOn: string | null;
  readonly verdict: string | null;
  readonly explanation: string;
  readonly authorsWordReason: string;
  readonly verdictById: string | null;
  /** ISO 8601. */
  readonly verdictAt: string | null;
  readonly dismissReason: string | null;
  readonly stateNote: string;
  readonly removed: boolean;
  readonly place: Place | null;
}

/** A claim as commands see it: locked, in the article's current version. */
export interface ClaimRecord extends ClaimFieldsRecord {
  readonly id: string;
  readonly newsroomId: string;
  readonly articleId: string;
  readonly number: number;
  readonly rev: number;
  readonly origin: "machine" | "person";
  readonly facts: readonly FactRecord[];
  readonly notes: readonly NoteRecord[];
  /** The sign-off that stands. */
  readonly signOffId: string | null;
  /** How many objections to its wording are not decided; see lib/objections. */
  readonly openObjections: number;
}

/** A source with its words, as a note shows it. */
export interface SourceRef {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string | null;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
}

/** The newsroom's rules that bind its claims. */
export interface NewsroomRules {
  readonly fourEyes: boolean;
  readonly scale: VerdictScale;
  readonly sourcingRule: SourcingRule | null;
}

/** What the workflow asks about a claim. */
export function workflowFacts(claim: ClaimRecord): ClaimFacts {
  const { state, verdict, verdictById, authorsWordReason, notes, openObjections } = claim;
  return { state, verdict, verdictById, authorsWordReason, notes: notes.length, openObjections };
}

type Signed = Pick<
  ClaimRecord,
  "wording" | "place" | "speakerName" | "speakerTitle" | "viaName" | "verdict" | "explanation" | "authorsWordReason"
> & { readonly notes: readonly SignedNote[] };

/** Return the hash that a sign-off of this claim, as it stands, is bound to. */
export function contentHash(claim: Signed): string {
  const { wording, place, verdict, explanation, authorsWordReason, notes } = claim;
  const speaker = signedSpeaker(claim);
  const anchored = place?.exact ?? "";
  return signedHash(
    { wording, anchored, speaker, verdict: verdict ?? "", explanation, authorsWordReason, notes },
    sha256,
  );
}

/** A person who stands in a record by id only, with the name they bear now. */
export function personRef(id: string, names: ReadonlyMap<string, string>): PersonRef {
  return { id, name: names.get(id) ?? "Former member" };
}
