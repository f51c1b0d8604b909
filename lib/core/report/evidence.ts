import type { ComparedFact } from "../evidence/comparison";
import type { Alike } from "../evidence/independence";
import type { Confidentiality } from "../workflow/sourcing";
import type { ReportPerson } from "./report";

/** How much of something a report tells: all of it, a part, or only that the newsroom knows it. */
export type Told = "all" | "part" | "known";

/** The newest copy that the newsroom holds of a source. */
export interface ReportSnapshot {
  readonly id: string;
  readonly origin: "fetched" | "uploaded";
  /** When the copy was made, ISO 8601 in UTC. */
  readonly at: string;
  /** SHA-256 (hex) of its bytes. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** The address that answered in the end; empty for a file. */
  readonly finalUrl: string;
  /** The name of an uploaded file; empty otherwise. */
  readonly name: string;
}

/** Where the quote of a note stands in the newest copy of its source. */
export interface ReportQuotePlace {
  readonly snapshotId: string;
  /** found, moved, changed, value-changed, ambiguous or gone. */
  readonly outcome: string;
  /** The page or the row of the document; empty where it has none. */
  readonly page: string;
  /** What became of the words since the copy before. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** One fact of the claim beside what the note's quote says of it; `why` says in English why it is taken so, and may be empty. */
export type ReportComparison = Pick<ComparedFact, "claim" | "source" | "outcome" | "why">;

/** Why two sources are one story. */
export type ReportAlike = Pick<Alike, "reason" | "agency" | "share">;

/** How many of a claim's sources stand on their own. */
export interface ReportIndependence {
  readonly links: number;
  readonly independent: number;
  readonly primary: number;
  /** Sources that are one story, with the reasons. */
  readonly groups: readonly { readonly sourceIds: readonly string[]; readonly reasons: readonly ReportAlike[] }[];
}

/** Whom the newsroom asked about a claim, and what came back. */
export interface ReportContact {
  readonly id: string;
  readonly told: Told;
  readonly person: string;
  readonly role: string;
  readonly channel: string;
  /** ISO date. */
  readonly askedOn: string;
  readonly question: string;
  readonly deadline: string | null;
  /** waiting, answered, declined or no_answer. */
  readonly outcome: string;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly by: ReportPerson | null;
}

/** A contact as the records have it. */
export interface ReportContactInput extends Omit<ReportContact, "told" | "by"> {
  readonly confidentiality: Confidentiality;
  readonly by: ReportPerson;
}

/** An objection to a claim's wording, and what was decided. */
export interface ReportObjection {
  readonly id: string;
  readonly words: string;
  readonly by: ReportPerson;
  readonly at: string;
  /** stet (the wording stays), accepted or withdrawn; null while it waits. */
  readonly decision: {
    readonly decision: string;
    readonly reason: string;
    readonly by: ReportPerson;
    readonly at: string;
  } | null;
}

/** What a published report said, what it says now, and why. */
export interface ReportCorrection {
  readonly id: string;
  /** Null for what is about the whole report. */
  readonly claimNumber: number | null;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly by: ReportPerson;
  readonly at: string;
}
