import type { LayeredParagraph, Run } from "../text/layers";
import { verdictGlyph } from "./glyphs";
import { endingWith, type Mark, markParagraphs } from "./marks";
import { type Html, html } from "./markup";
import type { ReportFrame, ReportOutline } from "./report";

/** Draw the whole text of the article with each claim underlined and numbered, and its verdict in the margin. */
export function annotatedArticle(report: ReportFrame): Html {
  const seen = new Set<number>();
  const paragraphs = markParagraphs(report).map((paragraph) => drawParagraph(paragraph, report.version.text, seen));
  return html`<div class="galley" lang="${report.article.language}">${paragraphs}</div>`;
}

/** Say in one word or two what a claim's mark in the text stands for. */
export function markLabel(claim: Pick<ReportOutline, "standing" | "verdict">): string {
  const where = claim.standing;
  if (where === "dismissed") return "Not checked";
  if (where === "untouched") return "Not taken up";
  if (claim.verdict === null) return "No verdict yet";
  return where === "signed" ? claim.verdict.label : `${claim.verdict.label}, not signed off`;
}

function drawParagraph({ runs, beginning }: LayeredParagraph<Mark>, text: string, seen: Set<number>): Html {
  const words = runs.map((run) => drawRun(run, text, seen));
  const margin =
    beginning.length === 0
      ? null
      : html`<ul class="margin" lang="en">${beginning.map(({ claim }) => drawMargin(claim))}</ul>`;
  return html`<div class="para"><p>${words}</p>${margin}</div>
`;
}

function drawMargin(claim: ReportOutline): Html {
  const shown = claim.standing;
  const glyph =
    shown === "signed" || shown === "undecided" ? verdictGlyph(shown === "signed" ? claim.verdict : null) : null;
  return html`<li class="${shown}"><a href="#claim-${claim.number}"><b>${claim.number}</b>${glyph}<span>${markLabel(claim)}</span></a></li>`;
}

function drawRun(run: Run<Mark>, text: string, seen: Set<number>): Html {
  const marked = run.layers.reduce(
    (inner, { item, line }) => {
      const id = seen.has(item.claim.number) ? null : html` id="mark-${item.claim.number}"`;
      seen.add(item.claim.number);
      return html`<span class="m l${Math.min(line, 5)} ${item.claim.standing}"${id}>${inner}</span>`;
    },
    html`${text.slice(run.start, run.end)}`,
  );
  return html`${marked}${endingWith(run, text).map(drawNumber)}`;
}

function drawNumber(claim: ReportOutline): Html {
  return html`<sup><a href="#claim-${claim.number}" aria-label="Claim ${claim.number}: ${markLabel(claim)}">${claim.number}</a></sup>`;
}
