import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DocumentFormat, ReportFormat } from "@/lib/core/report/formats";
import { FOR_THE_PUBLIC, type ReportOptions } from "@/lib/core/report/options";
import { writeDocument } from "@/lib/exports/queries";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { openReport } from "@/lib/reports/queries";

/**
 * Write an article's report to the file `output`, or return it to be printed when there is none; for the public when nobody says
 * otherwise. A document (PDF, DOCX) is written at once, without the background. Throws a Refusal when there is no such article or the
 * file can't be written.
 */
export async function exportReport(
  actor: Actor,
  articleId: string,
  {
    format,
    output,
    report = FOR_THE_PUBLIC,
  }: {
    readonly format: ReportFormat | DocumentFormat;
    readonly output?: string | undefined;
    readonly report?: ReportOptions;
  },
): Promise<Uint8Array | null> {
  if (isDocument(format) && output === undefined && process.stdout.isTTY) {
    throw new Refusal("invalid", `A ${format.toUpperCase()} is no text: name a file with --output.`);
  }
  const body = isDocument(format)
    ? new Blob([Uint8Array.from((await writeDocument(actor, articleId, format, { options: report })).bytes)]).stream()
    : (await openReport(actor, articleId, report, format)).body;
  if (output === undefined || output === "-") return new Uint8Array(await new Response(body).arrayBuffer());
  try {
    await pipeline(Readable.from(body), createWriteStream(output));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal("invalid", `The report could not be written: ${why}`);
  }
  return null;
}

function isDocument(format: ReportFormat | DocumentFormat): format is DocumentFormat {
  return format === "pdf" || format === "docx";
}
