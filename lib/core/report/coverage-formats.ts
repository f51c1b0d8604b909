import type { Span } from "../text/span";
import { wholeSpan } from "../text/whole-span";
import { coverageRows, type ReportBareSentence, type ReportDismissedFact } from "./coverage";
import type { ReportWords } from "./languages/en";
import { type Html, html } from "./markup";
import type { ReportFrame } from "./report";
import { named } from "./words";

/** A piece of a sentence, and whether it is a bare fact. */
export interface Piece {
  readonly words: string;
  readonly fact: boolean;
}

/** Cut a sentence at its bare facts. */
export function piecesOf(text: string, sentence: ReportBareSentence): Piece[] {
  const pieces: Piece[] = [];
  let from = wholeSpan(text, sentence).start;
  for (const fact of sentence.facts) {
    const { start, end } = wholeSpan(text, fact);
    if (end <= from) continue;
    pieces.push({ words: text.slice(from, Math.max(start, from)), fact: false });
    pieces.push({ words: text.slice(Math.max(start, from), end), fact: true });
    from = end;
  }
  pieces.push({ words: text.slice(from, wholeSpan(text, sentence).end), fact: false });
  return pieces.filter(({ words }) => words !== "");
}

// ---------------------------------------------------------------- HTML

/** Write the coverage as a section of the HTML report. */
export function coverageHtml({ coverage, version }: ReportFrame, words: ReportWords): Html {
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${words.coverageTitle}</h2>
<p class="coverage-line">${words.capital(words.coverage(coverage.facts))}.</p>
<table class="coverage"><thead><tr><th>${words.coverageOf}</th><th class="num">${words.facts}</th><th class="num">${words.words}</th></tr></thead><tbody>
${coverageRows(coverage, words).map(
  ([label, facts, length]) =>
    html`<tr><td>${label}</td><td class="num">${words.number(facts)}</td><td class="num">${words.number(length)}</td></tr>
`,
)}</tbody></table>
${bareHtml(version.text, coverage.bare, words)}${dismissedHtml(coverage.dismissed, words)}</section>
`;
}

function bareHtml(text: string, bare: readonly ReportBareSentence[], words: ReportWords): Html | null {
  if (bare.length === 0) return null;
  return html`<table class="rest"><caption class="coverage-list">${words.bareFacts}</caption><thead><tr><th class="num">${words.paragraphShort}</th><th>${words.sentence}</th></tr></thead><tbody>
${bare.map(
  (sentence) =>
    html`<tr><td class="num">${sentence.paragraph}</td><td>${piecesOf(text, sentence).map((piece) => (piece.fact ? html`<mark>${piece.words}</mark>` : html`${piece.words}`))}</td></tr>
`,
)}</tbody></table>
`;
}

function dismissedHtml(dismissed: readonly ReportDismissedFact[], words: ReportWords): Html | null {
  if (dismissed.length === 0) return null;
  return html`<table class="rest"><caption class="coverage-list">${words.leftOut}</caption><thead><tr><th>${words.fact}</th><th>${words.reason}</th></tr></thead><tbody>
${dismissed.map(
  ({ text, reason, note, by, at }) =>
    html`<tr><td>${text}</td><td><b>${named(words.factReasons, reason)}</b>${note === "" ? null : html`<p>${note}</p>`}<p class="sort">${by.name}, ${words.moment(at)}</p></td></tr>
`,
)}</tbody></table>
`;
}

/** The rules of the coverage section, for the HTML report's style sheet. */
export const COVERAGE_STYLES = `
.coverage-line{font-size:1.15rem;margin-bottom:.7rem}
.coverage{font-size:.94rem;max-width:36rem}
.coverage td.num,.coverage th.num{text-align:right;width:5.5rem}
.coverage-list{text-align:left;font-size:1.14rem;font-weight:600;padding:1.5rem 0 .4rem}
`;

// ---------------------------------------------------------------- Markdown

/** Write the coverage as blocks of Markdown; `asText` makes text of whatever it gets. */
export function coverageMarkdown(
  { coverage, version }: ReportFrame,
  words: ReportWords,
  asText: (text: string) => string,
): string[] {
  const { bare, dismissed } = coverage;
  return [
    `## ${words.coverageTitle}`,
    `**${asText(words.capital(words.coverage(coverage.facts)))}.**`,
    coverageRows(coverage, words)
      .map(([label, facts, length]) => `- ${label}: ${words.coverageRow(facts, length)}`)
      .join("\n"),
    ...(bare.length === 0 ? [] : [`### ${words.bareFacts}`]),
    bare
      .map((sentence) => {
        return `- ${words.paragraphCapital(sentence.paragraph)}: ${boldFacts(version.text, sentence, asText)}`;
      })
      .join("\n"),
    ...(dismissed.length === 0 ? [] : [`### ${words.leftOut}`]),
    dismissed.map((fact) => dismissedLine(fact, words, asText)).join("\n"),
  ];
}

/** White space at a piece's edge stands outside the stars, or they would not be any. */
function boldFacts(text: string, sentence: ReportBareSentence, asText: (text: string) => string): string {
  return piecesOf(text, sentence)
    .map(({ words, fact }) => {
      const before = /^\s/.test(words) ? " " : "";
      const after = /\S\s+$/.test(words) ? " " : "";
      return `${before}${fact ? `**${asText(words)}**` : asText(words)}${after}`;
    })
    .join("");
}

function dismissedLine(
  { text, reason, note, by, at }: ReportDismissedFact,
  words: ReportWords,
  asText: (text: string) => string,
): string {
  const more = note === "" ? "" : ` ${asText(note)}`;
  return `- ${asText(text)} **${asText(named(words.factReasons, reason))}.**${more} (${asText(by.name)}, ${words.moment(at)})`;
}

// ---------------------------------------------------------------- JSON

/** Return the coverage in its exchange form; `outward` turns UTF-16 spans into code points. */
export function coverageDocument({ coverage, version }: ReportFrame, outward: (span: Span) => Span) {
  const { facts, words, bare, dismissed } = coverage;
  return {
    facts,
    words: {
      words: words.words,
      verified: words.verified,
      dismissed: words.dismissed,
      dismissedFacts: words.dismissed_fact,
      open: words.open,
      bare: words.bare,
    },
    bare: bare.map((sentence) => ({
      ...outward(sentence),
      paragraph: sentence.paragraph,
      text: textOf(version.text, sentence),
      facts: sentence.facts.map((fact) => ({
        type: fact.type,
        text: textOf(version.text, fact),
        ...outward({ start: fact.start, end: fact.end }),
      })),
    })),
    dismissed: dismissed.map(({ start, end, text, reason, note, by, at }) => {
      return { text, ...outward({ start, end }), reason, note, by, at };
    }),
  };
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);
