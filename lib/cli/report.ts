import { writeFile } from "node:fs/promises";
import { type ReportFormat, writeReport } from "@/lib/core/report/formats";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { loadReport } from "@/lib/reports/queries";

/**
 * Write an article's report to the file `output`, or return it to be printed when there is none.
 * Throws a Refusal when there is no such article or the file can't be written.
 */
export async function exportReport(
  actor: Actor,
  articleId: string,
  { format, output }: { readonly format: ReportFormat; readonly output?: string | undefined },
): Promise<string | null> {
  const { body } = writeReport(await loadReport(actor, articleId), format);
  if (output === undefined || output === "-") return body;
  try {
    await writeFile(output, body, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal("invalid", `The report could not be written: ${why}`);
  }
  return null;
}
