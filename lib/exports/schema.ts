import { z } from "zod";
import type { PolicyAction } from "@/lib/core/policy/policy";
import { DOCUMENT_FORMATS } from "@/lib/core/report/formats";
import { id } from "@/lib/platform/input";
import { queryFields, reportOptions } from "@/lib/reports/schema";

/** What is written in the background: documents, and whatever else takes longer than a page may. */
export const EXPORT_FORMATS = DOCUMENT_FORMATS;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Who may have which made. */
export const EXPORT_ACTIONS: Readonly<Record<ExportFormat, PolicyAction>> = {
  pdf: "report.export",
  docx: "report.export",
};

/** The options of a report in the form that an address carries; see optionsQuery(). Nothing said is for the public. */
export const optionsText = z
  .string()
  .max(8_000, "These are too many choices at once.")
  .transform((query, context) => {
    const { data, error } = reportOptions.safeParse(queryFields(new URLSearchParams(query)));
    for (const { message } of error?.issues ?? []) context.addIssue(message);
    return data ?? z.NEVER;
  });

/** Have a document of an article's report written in the background. */
export const requestExportInput = z.object({
  articleId: id,
  format: z.enum(EXPORT_FORMATS, `Choose one of these formats: ${EXPORT_FORMATS.join(", ")}.`),
  options: z
    .string()
    .default("")
    .superRefine((query, context) => {
      for (const { message } of optionsText.safeParse(query).error?.issues ?? []) context.addIssue(message);
    }),
});

export type ExportState = "waiting" | "working" | "done" | "failed";

/** An export as whoever asked for it sees it. */
export interface ExportView {
  readonly id: string;
  readonly articleId: string;
  readonly format: string;
  readonly state: ExportState;
  /** 0 to 1, and what is done now in words. */
  readonly progress: number;
  readonly doing: string;
  /** Why there is no document; empty unless it failed. */
  readonly failure: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601. */
  readonly requestedAt: string;
}

/** A file that was written. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
