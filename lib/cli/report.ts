import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReportFormat } from "@/lib/core/report/formats";
import { FOR_THE_PUBLIC, type ReportOptions } from "@/lib/core/report/options";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { openReport } from "@/lib/reports/queries";

/**
 * Write an article's report to the file `output`, or return it to be printed when there is none; for the public when nobody says otherwise.
 * Throws a Refusal when there is no such article or the file can't be written.
 */
export async function exportReport(
  actor: Actor,
  articleId: string,
  {
    format,
    output,
    report = FOR_THE_PUBLIC,
  }: { readonly format: ReportFormat; readonly output?: string | undefined; readonly report?: ReportOptions },
): Promise<string | null> {
  const { body } = await openReport(actor, articleId, report, format);
  if (output === undefined || output === "-")
    return Buffer.from(await new Response(body).arrayBuffer()).toString("utf8");
  try {
    await pipeline(Readable.from(body), createWriteStream(output));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal("invalid", `The report could not be written: ${why}`);
  }
  return null;
}
