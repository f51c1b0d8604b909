import { z } from "zod";
import type { ClaimRow, NoteView, PersonRef, SourceKind, SourceMedium } from "@/lib/claims/schema";
import { SOURCE_KINDS, SOURCE_MEDIA } from "@/lib/claims/schema";
import { id, line, optionalDay, requiredLine, rev, webAddress } from "@/lib/platform/input";

const fields = {
  title: requiredLine(500, "Give the source a title."),
  medium: z.enum(SOURCE_MEDIA),
  kind: z.enum(SOURCE_KINDS),
  publisher: line(200).default(""),
  url: webAddress.default(""),
  date: optionalDay,
};
export const addSourceInput = z.object(fields);
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
  })
  .partial()
  .default({});
export const changeSourceInput = z.object({ sourceId: id, rev, base, ...fields });

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
  /** How many claims lean on it, and how many notes. */
  readonly claims: number;
  readonly notes: number;
  readonly createdBy: PersonRef;
  readonly createdAt: string;
}

/** A source with every claim that leans on it. */
export interface SourceView extends SourceRow {
  readonly mayEdit: boolean;
  readonly leaning: readonly { readonly claim: ClaimRow; readonly notes: readonly NoteView[] }[];
}
