import type { LayeredParagraph, Run } from "../text/layers";
import { verdictGlyph } from "./glyphs";
import type { ReportWords } from "./languages/en";
import { endingWith, type Mark, markParagraphs } from "./marks";
import { type Html, html } from "./markup";
import type { ReportFrame, ReportOutline } from "./report";

/** Draw the text of the article, paragraph by paragraph, with each claim underlined and numbered, and its verdict in the margin. */
export function* annotatedArticle(report: ReportFrame, words: ReportWords): Generator<string> {
  const drawing = { text: report.version.text, words, seen: new Set<number>() };
  yield html`<div class="galley" lang="${report.article.language}">`.markup;
  for (const paragraph of markParagraphs(report)) yield drawParagraph(paragraph, drawing).markup;
  yield "</div>";
}

/** What the paragraphs of one drawing share: the claims whose first mark is drawn are in `seen`. */
interface Drawing {
  readonly text: string;
  readonly words: ReportWords;
  readonly seen: Set<number>;
}

/** Say in one word or two what a claim's mark in the text stands for. */
export function markLabel(
  { standing, verdict }: Pick<ReportOutline, "standing" | "verdict">,
  words: ReportWords,
): string {
  if (standing === "dismissed") return words.markDismissed;
  if (standing === "untouched") return words.markUntouched;
  if (verdict === null) return words.noVerdict;
  return standing === "signed" ? verdict.label : words.markProposed(verdict.label);
}

function drawParagraph({ runs, beginning }: LayeredParagraph<Mark>, drawing: Drawing): Html {
  const { words } = drawing;
  const margin =
    beginning.length === 0
      ? null
      : html`<ul class="margin" lang="${words.language}">${beginning.map(({ claim }) => drawMargin(claim, words))}</ul>`;
  return html`<div class="para"><p>${runs.map((run) => drawRun(run, drawing))}</p>${margin}</div>
`;
}

function drawMargin(claim: ReportOutline, words: ReportWords): Html {
  const { number, standing } = claim;
  const glyph =
    standing === "signed" || standing === "undecided"
      ? verdictGlyph(standing === "signed" ? claim.verdict : null)
      : null;
  return html`<li class="${standing}"><a href="#claim-${number}"><b>${number}</b>${glyph}<span>${markLabel(claim, words)}</span></a></li>`;
}

function drawRun(run: Run<Mark>, { text, words, seen }: Drawing): Html {
  const marked = run.layers.reduce(
    (inner, { item, line }) => {
      const id = seen.has(item.claim.number) ? null : html` id="mark-${item.claim.number}"`;
      seen.add(item.claim.number);
      return html`<span class="m l${Math.min(line, 5)} ${item.claim.standing}"${id}>${inner}</span>`;
    },
    html`${text.slice(run.start, run.end)}`,
  );
  return html`${marked}${endingWith(run, text).map((claim) => drawNumber(claim, words))}`;
}

function drawNumber(claim: ReportOutline, words: ReportWords): Html {
  return html`<sup><a href="#claim-${claim.number}" aria-label="${words.claimNumber(claim.number)}: ${markLabel(claim, words)}">${claim.number}</a></sup>`;
}
