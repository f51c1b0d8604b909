import { type LayeredParagraph, layParagraphs, type Run } from "../text/layers";
import type { Span } from "../text/span";
import { wholeSpan } from "../text/whole-span";
import type { ReportFrame, ReportOutline } from "./report";

/** A claim where it stands, to be laid over the text. */
export interface Mark extends Span {
  readonly claim: ReportOutline;
}

/** Lay the claims over the article: paragraphs cut where a claim begins or ends, overlapping ones on lines of their own. */
export function markParagraphs(report: Pick<ReportFrame, "version" | "outline">): LayeredParagraph<Mark>[] {
  const marks = report.outline.flatMap((claim) =>
    claim.place ? { ...wholeSpan(report.version.text, claim.place), claim } : [],
  );
  return layParagraphs(report.version.text, marks);
}

/** Return the claims whose words end with this run, in the text's order: their numbers stand behind it. */
export function endingWith(run: Run<Mark>, text: string): ReportOutline[] {
  const last = run.layers.filter(({ item }) => item.end === run.end || isBlank(text, run.end, item.end));
  return last.map(({ item }) => item.claim);
}

/** A claim may run over the line break behind a paragraph; its number still belongs to the words before. */
function isBlank(text: string, from: number, to: number): boolean {
  return from < to && text[from] === "\n" && text.slice(from, to).trim() === "";
}
