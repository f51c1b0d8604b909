import { z } from "zod";
import type { PolicyAction } from "@/lib/core/policy/policy";
import { DOCUMENT_FORMATS } from "@/lib/core/report/formats";
import { AUDIENCES, IN_FULL, REPORT_LANGUAGES, type ReportOptions, readNumbers } from "@/lib/core/report/options";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";
import { id } from "@/lib/platform/input";

/** What is written in the background: documents, and whatever else takes longer than a page may. */
export const EXPORT_FORMATS = DOCUMENT_FORMATS;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Who may have which made. */
export const EXPORT_ACTIONS: Readonly<Record<ExportFormat, PolicyAction>> = {
  pdf: "report.export",
  docx: "report.export",
};

const words = z.array(z.string().max(300)).max(200).catch([]);

/** The options of a report in the form that an address carries; see optionsQuery(). What can't be read asks nothing. */
export const optionsText = z
  .string()
  .max(8_000, "These are too many choices at once.")
  .transform((query): ReportOptions => {
    const given = new URLSearchParams(query);
    const states = words.parse(given.getAll("state"));
    return {
      audience: z.enum(AUDIENCES).catch(IN_FULL.audience).parse(given.get("audience")),
      language: z.enum(REPORT_LANGUAGES).catch(IN_FULL.language).parse(given.get("language")),
      only: {
        signed: given.get("only") === "signed",
        states: CLAIM_STATES.filter((state) => states.includes(state)),
        verdicts: words.parse(given.getAll("verdict")),
        speakers: words.parse(given.getAll("speaker")),
        numbers: readNumbers(given.get("numbers") ?? "") ?? [],
      },
    };
  });

/** Have a document of an article's report written in the background. */
export const requestExportInput = z.object({
  articleId: id,
  format: z.enum(EXPORT_FORMATS, `Choose one of these formats: ${EXPORT_FORMATS.join(", ")}.`),
  options: z.string().max(8_000, "These are too many choices at once.").default(""),
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
