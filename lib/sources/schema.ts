import { z } from "zod";
import type { ClaimRow, NoteView, PersonRef, SourceKind, SourceMedium } from "@/lib/claims/schema";
import { SOURCE_KINDS, SOURCE_MEDIA } from "@/lib/claims/schema";
import { CONFIDENTIALITIES, type Confidentiality } from "@/lib/core/workflow/sourcing";
import { id, languageTag, line, optionalDay, prose, requiredLine, rev, webAddress } from "@/lib/platform/input";

/** Sizes that every door enforces, in UTF-16 units. */
export const SOURCE_LIMITS = { title: 500, name: 200, reliability: 2_000 } as const;

const fields = {
  title: requiredLine(SOURCE_LIMITS.title, "Give the source a title."),
  medium: z.enum(SOURCE_MEDIA),
  kind: z.enum(SOURCE_KINDS),
  publisher: line(SOURCE_LIMITS.name).default(""),
  url: webAddress.default(""),
  date: optionalDay,
  author: line(SOURCE_LIMITS.name).default(""),
  language: languageTag.default(""),
  reliability: prose(SOURCE_LIMITS.reliability).default(""),
};
const confidentiality = z.enum(CONFIDENTIALITIES, "Choose who may know this source.");
export const addSourceInput = z.object({ ...fields, confidentiality: confidentiality.default("open") });
/** What the editor started from, so that edits of two people merge; a form gives an empty date as "". */
const base = z
  .object({
    title: z.string(),
    medium: z.enum(SOURCE_MEDIA),
    kind: z.enum(SOURCE_KINDS),
    publisher: z.string(),
    url: z.string(),
    date: z
      .string()
      .nullable()
      .transform((day) => day || null),
    author: z.string(),
    language: z.string(),
    reliability: z.string(),
  })
  .partial()
  .default({});
export const changeSourceInput = z.object({ sourceId: id, rev, base, ...fields });
/** Say who may know a source. */
export const setConfidentialityInput = z.object({ sourceId: id, rev, confidentiality });

/** A line of the sources list. */
export interface SourceRow {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
  readonly publisher: string;
  readonly url: string;
  readonly date: string | null;
  readonly author: string;
  /** BCP 47; empty when nobody said. */
  readonly language: string;
  readonly reliability: string;
  readonly confidentiality: Confidentiality;
  /** True when the reader may not know it: its words are empty, its title says so. */
  readonly concealed: boolean;
  /** How many claims lean on it, and how many notes. */
  readonly claims: number;
  readonly notes: number;
  readonly createdBy: PersonRef;
  readonly createdAt: string;
}

/** A source with every claim that leans on it. */
export interface SourceView extends SourceRow {
  readonly mayEdit: boolean;
  /** Whether the reader may make it known to others while it is secret. */
  readonly mayOpen: boolean;
  readonly leaning: readonly { readonly claim: ClaimRow; readonly notes: readonly NoteView[] }[];
}
