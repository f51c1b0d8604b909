import { coverageInWords } from "./coverage";
import { COVERAGE_STYLES, coverageHtml } from "./coverage-formats";
import { verdictGlyph } from "./glyphs";
import { annotatedArticle } from "./html-article";
import { backLink, claimEntry, stamp } from "./html-claim";
import { STYLES } from "./html-style";
import { followable, type Html, html } from "./markup";
import { count } from "./method";
import { readyWords } from "./ready";
import { claimsOf, type Report, type ReportClaim, type ReportSource, type Standing, standing } from "./report";
import { dateInWords, dismissLabel, grouped, momentInWords, STANDING_LABELS, sourceSort } from "./words";

/**
 * Write the report as one HTML file that needs nothing else: styles inside, no script, no request, made for the screen,
 * for A4 or Letter paper and for black and white. Every string of the report is text in it, never markup.
 */
export function renderHtml(report: Report): string {
  const { article } = report;
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Fact-check report: ${article.title}</title>
<style>${styles(report)}</style>
</head>
<body>
${masthead(report)}
<main>
${warning(report)}${atAGlance(report)}${method(report)}
<section aria-labelledby="article"><h2 id="article">The article, as it was checked</h2>
${legend()}${annotatedArticle(report)}</section>
${claimSection(report, "signed")}${claimSection(report, "undecided")}${untouched(report)}${dismissed(report)}${coverageHtml(report)}
${sources(report)}${people(report)}
</main>
${fingerprint(report)}
</body>
</html>
`.markup
}`;
}

/** Our own style sheet; of the report it carries only the ledger's head, as hex digits, into the foot of each printed page. */
function styles({ ledger }: Report): Html {
  const head = ledger.hash.replace(/[^0-9a-f]/g, "").slice(0, 16);
  return {
    markup: `${STYLES}${COVERAGE_STYLES}@page{@bottom-left{content:"Ledger ${Math.trunc(ledger.seq)} · ${head}"}}`,
  };
}

function masthead({ newsroom, article }: Report): Html {
  const published = article.publishedOn === null ? "" : dateInWords(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  const address = article.url === "" ? null : html`<p class="address">${link(article.url)}</p>`;
  return html`<header class="masthead">
<div class="flag"><p class="house">${newsroom.name}</p><p class="what">Fact-check report</p></div>
<h1 lang="${article.language}">${article.title}</h1>
<p class="byline">${line}</p>${address}
</header>`;
}

/** Link an address that may be followed; show any other as text. */
function link(address: string): Html {
  const href = followable(address);
  return href === null ? html`${address}` : html`<a href="${href}" rel="noreferrer noopener">${address}</a>`;
}

function warning(report: Report): Html | null {
  const { check } = report.ledger;
  const broken = check.ok
    ? null
    : html`<p><b>The ledger of this article is broken at entry ${check.seq}.</b> ${check.reason} What this report says can’t be relied on before that is explained.</p>`;
  const open = claimsOf(report, "undecided").length;
  const untaken = claimsOf(report, "untouched").length;
  const parts = [
    ...(open === 0 ? [] : [`${count(open, "claim")} not signed off`]),
    ...(untaken === 0 ? [] : [`${count(untaken, "passage")} found by the software and not taken up`]),
  ];
  const left = parts.length === 0 ? null : html`<p><b>The check is not complete:</b> ${parts.join(", ")}.</p>`;
  return broken === null && left === null
    ? null
    : html`<div class="warning">${broken}${left}</div>
`;
}

function atAGlance(report: Report): Html {
  const { figures, version } = report;
  const { kept, signed } = figures;
  const whole = kept > 0 && signed === kept;
  const headline = whole ? `All ${count(kept, "claim")} signed off` : `${signed} of ${count(kept, "claim")} signed off`;
  return html`<section class="glance" aria-labelledby="glance"><h2 id="glance" class="off">At a glance</h2>
<div class="standing"><p class="headline">${headline}</p>
<ul class="tally">${report.figures.byVerdict.filter(({ signed, proposed }) => signed + proposed > 0).map((figure) => tally(report, figure))}</ul>
<p class="sort">${count(figures.notes, "source note")} in ${count(figures.sources, "source")}; ${figures.factsTicked} of ${count(figures.facts, "fact")} ticked; ${figures.byState.dismissed} not checked, with the reason.</p>
<p class="sort">Coverage: ${coverageInWords(report.coverage.facts)}.</p></div>
<dl class="identity"><dt>As of</dt><dd>${momentInWords(report.asOf)}</dd><dt>Text</dt><dd>Version ${version.number}, ${count(version.words, "word")}, ${momentInWords(version.createdAt)}</dd><dt>SHA-256 of the text</dt><dd class="hash">${grouped(version.sha256)}</dd>${readyMark(report)}</dl>
${index(report)}</section>
`;
}

function readyMark({ ready }: Report): Html {
  const fingerprint = ready ? html`<dt>Its fingerprint</dt><dd class="hash">${grouped(ready.fingerprint)}</dd>` : null;
  return html`<dt>Ready to publish</dt><dd>${readyWords(ready)}</dd>${fingerprint}`;
}

function tally(report: Report, figure: Report["figures"]["byVerdict"][number]): Html {
  const step = report.scale.find(({ id }) => id === figure.id);
  const proposed = figure.proposed === 0 ? null : html` <small>+${figure.proposed} proposed</small>`;
  return html`<li>${verdictGlyph({ id: figure.id, order: step?.order ?? null })}<b>${figure.signed}</b> ${figure.label}${proposed}</li>`;
}

function index(report: Report): Html | null {
  const kept = report.claims.filter((claim) => standing(claim) === "signed" || standing(claim) === "undecided");
  if (kept.length === 0) return null;
  return html`<table class="index"><caption class="off">Claims in the order of the text</caption><thead><tr><th class="num">No.</th><th>Claim</th><th>Verdict</th></tr></thead><tbody>
${kept.map(indexRow)}</tbody></table>
`;
}

function indexRow(claim: ReportClaim): Html {
  return html`<tr><td class="num"><a href="#claim-${claim.number}">${claim.number}</a></td><td>${claim.wording}</td><td>${stamp(claim)}</td></tr>
`;
}

function method(report: Report): Html {
  return html`<section class="method" aria-labelledby="method"><h2 id="method">What was checked, and how</h2>
<ul class="sentences">${report.method.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<dl class="scale">${report.scale.map((step) => html`<div><dt>${verdictGlyph(step)}${step.label}</dt><dd>${step.meaning}</dd></div>`)}</dl></section>
`;
}

function legend(): Html {
  return html`<p class="legend"><span class="m l0 signed">Signed off</span><span class="m l0 undecided">not signed off</span><span class="m l0 untouched">found by the software, not taken up</span><span>Each number stands where its claim ends. Lines under one another are claims that overlap.</span></p>
`;
}

function claimSection(report: Report, group: Standing): Html | null {
  const claims = claimsOf(report, group);
  if (claims.length === 0) return null;
  return html`<section class="claims" aria-labelledby="${group}"><h2 id="${group}">${group === "signed" ? "The claims" : STANDING_LABELS[group]}</h2>
${claims.map((claim) => claimEntry(report, claim))}</section>
`;
}

function untouched(report: Report): Html | null {
  const claims = claimsOf(report, "untouched");
  if (claims.length === 0) return null;
  return html`<section aria-labelledby="untouched"><h2 id="untouched">${STANDING_LABELS.untouched}</h2>
<table class="rest"><thead><tr><th class="num">No.</th><th>Passage</th></tr></thead><tbody>
${claims.map(
  (claim) => html`<tr id="claim-${claim.number}"><td class="num">${backLink(claim)}</td><td>${claim.wording}</td></tr>
`,
)}</tbody></table></section>
`;
}

function dismissed(report: Report): Html | null {
  const claims = claimsOf(report, "dismissed");
  if (claims.length === 0) return null;
  return html`<section aria-labelledby="dismissed"><h2 id="dismissed">${STANDING_LABELS.dismissed}</h2>
<table class="rest"><thead><tr><th class="num">No.</th><th>Passage</th><th>Reason</th></tr></thead><tbody>
${claims.map(dismissedRow)}</tbody></table></section>
`;
}

function dismissedRow(claim: ReportClaim): Html {
  const { reason = "", note = "", by = null, at = null } = claim.dismissal ?? {};
  const why = note === "" ? null : html`<p>${note}</p>`;
  const who = by === null ? null : html`<p class="sort">${by.name}${at === null ? "" : `, ${momentInWords(at)}`}</p>`;
  return html`<tr id="claim-${claim.number}"><td class="num">${backLink(claim)}</td><td>${claim.wording}</td><td><b>${dismissLabel(reason)}</b>${why}${who}</td></tr>
`;
}

function sources(report: Report): Html | null {
  if (report.sources.length === 0) return null;
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<ol class="sources">
${report.sources.map(sourceItem)}</ol></section>
`;
}

function sourceItem(source: ReportSource): Html {
  const origin = [source.publisher, source.date === null ? "" : dateInWords(source.date)]
    .filter((part) => part !== "")
    .join(", ");
  const published = origin === "" ? null : html` ${origin}.`;
  const address = source.url === "" ? null : html`<p class="address">${link(source.url)}</p>`;
  const links = source.claims.map(
    (number, at) => html`${at === 0 ? "" : ", "}<a href="#claim-${number}">${number}</a>`,
  );
  return html`<li id="source-${source.number}" value="${source.number}"><p><cite>${source.title}</cite>.${published} <span class="sort">${sourceSort(source)}; for ${source.claims.length === 1 ? "claim" : "claims"} ${links}</span></p>${address}</li>
`;
}

function people(report: Report): Html | null {
  if (report.people.length === 0) return null;
  const rows = report.people.map(
    ({ person, notes, verdicts, signOffs }) =>
      html`<tr><td>${person.name}</td><td class="num">${notes}</td><td class="num">${verdicts}</td><td class="num">${signOffs}</td></tr>
`,
  );
  return html`<section aria-labelledby="people"><h2 id="people">Who stands for it</h2>
<table class="people"><thead><tr><th>Name</th><th class="num">Source notes</th><th class="num">Verdicts proposed</th><th class="num">Sign-offs</th></tr></thead><tbody>
${rows}</tbody></table>${overrides(report)}</section>
`;
}

function overrides(report: Report): Html | null {
  const past = report.claims.flatMap((claim) => {
    const reason = standing(claim) === "signed" ? claim.signOff?.overrideReason : null;
    return reason ? html`<li><a href="#claim-${claim.number}">Claim ${claim.number}</a>: ${reason}</li>` : [];
  });
  return past.length === 0 ? null : html`<p>Signed off past the four-eyes rule:</p><ul class="past">${past}</ul>`;
}

function fingerprint({ newsroom, article, version, ledger }: Report): Html {
  const { check } = ledger;
  const verdict = check.ok
    ? `The chain of ${check.length === 1 ? "1 entry" : `${check.length} entries`} was recomputed from its beginning and is whole.`
    : `The chain is broken at entry ${check.seq}: ${check.reason}`;
  return html`<footer class="fingerprint"><h2>Fingerprint</h2>
<dl><dt>Text, version ${version.number}</dt><dd class="hash">${grouped(version.sha256)}</dd><dt>Ledger, entry ${ledger.seq}</dt><dd class="hash">${grouped(ledger.hash)}</dd></dl>
<p>${verdict} To verify it again: <code>claimdesk ledger verify ${article.id}</code>. The first line is the SHA-256 of the article’s text in UTF-8, the second the hash of the last entry of its ledger, ${momentInWords(ledger.at)}. The same records always give this report byte for byte.</p>
<p class="sort">${newsroom.name} · made with Claimdesk</p></footer>`;
}
