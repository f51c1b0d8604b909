import { COVERAGE_STYLES, coverageHtml } from "./coverage-formats";
import { verdictGlyph } from "./glyphs";
import { annotatedArticle } from "./html-article";
import { backLink, claimEntry, type Entries, stamp } from "./html-claim";
import { STYLES } from "./html-style";
import type { ReportWords } from "./languages/en";
import { followable, type Html, html } from "./markup";
import { joinParts, type Part } from "./parts";
import { readyWords } from "./ready";
import {
  outlinesOf,
  type Report,
  type ReportFrame,
  type ReportOutline,
  type ReportSource,
  type ReportToldSource,
  type Standing,
} from "./report";
import { grouped, named, selectionWords, sourceSort, wordsOf } from "./words";

/** Write the report as one HTML file; see htmlParts. */
export function renderHtml(report: Report): string {
  return joinParts(htmlParts(report), report.claims);
}

/**
 * Write the report as one HTML file that needs nothing else: styles inside, no script, no request, made for the screen,
 * for A4 or Letter paper and for black and white. Every string of the report is text in it, never markup.
 */
export function* htmlParts(report: ReportFrame): Generator<Part> {
  const words = wordsOf(report);
  const entries = { report, words, sources: new Map(report.sources.map((source) => [source.id, source])) };
  yield `<!doctype html>\n${opening(report, words).markup}`;
  yield html`${masthead(report, words)}
<main>
${notices(report, words)}${atAGlance(report, words)}`.markup;
  yield* index(report, words);
  yield html`</section>
${corrections(report, words)}${method(report, words)}
<section aria-labelledby="article"><h2 id="article">${words.article}</h2>
${legend(words)}`.markup;
  yield* annotatedArticle(report, words);
  yield "</section>\n";
  yield* claimSection(entries, "signed");
  yield* claimSection(entries, "undecided");
  yield* list(report, "untouched", [words.passage], words, () => null);
  yield* list(report, "dismissed", [words.passage, words.reason], words, (claim) => dismissal(claim, words));
  yield html`${coverageHtml(report, words)}
`.markup;
  yield* sources(report, words);
  yield html`
${people(report, words)}
</main>
${fingerprint(report, words)}
</body>
</html>
`.markup;
}

function opening(report: ReportFrame, words: ReportWords): Html {
  return html`<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words.pageTitle(report.article.title)}</title>
<style>${styles(report, words)}</style>
</head>
<body>
`;
}

/** Our own style sheet; of the report it carries only the ledger's head, as hex digits, into the foot of each printed page. */
function styles({ ledger }: ReportFrame, words: ReportWords): Html {
  const head = ledger.hash.replace(/[^0-9a-f]/g, "").slice(0, 16);
  const { open, close } = words.quotes;
  return {
    markup: `${STYLES}${COVERAGE_STYLES}q::before{content:"${open}"}q::after{content:"${close}"}
@page{@bottom-left{content:"${words.ledgerFoot(Math.trunc(ledger.seq), head)}"}@bottom-right{content:${words.pageFoot}}}`,
  };
}

function masthead({ newsroom, article }: ReportFrame, words: ReportWords): Html {
  const published = article.publishedOn === null ? "" : words.date(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  const address = article.url === "" ? null : html`<p class="address">${link(article.url)}</p>`;
  return html`<header class="masthead">
<div class="flag"><p class="house">${newsroom.name}</p><p class="what">${words.report}</p></div>
<h1 lang="${article.language}">${article.title}</h1>
<p class="byline">${line}</p>${address}
</header>`;
}

/** Link an address that may be followed; show any other as text. */
function link(address: string): Html {
  const href = followable(address);
  return href === null ? html`${address}` : html`<a href="${href}" rel="noreferrer noopener">${address}</a>`;
}

function notices(report: ReportFrame, words: ReportWords): Html {
  const { check } = report.ledger;
  const { undecided, untouched } = report.whole;
  const broken = check.ok
    ? null
    : html`<p><b>${words.brokenLedger(check.seq)}</b> ${check.reason} ${words.brokenLedgerMeans}</p>`;
  const parts = [
    ...(undecided === 0 ? [] : [words.notSignedOff(undecided)]),
    ...(untouched === 0 ? [] : [words.notTakenUp(untouched)]),
  ];
  const left = parts.length === 0 ? null : html`<p><b>${words.incomplete}</b> ${parts.join(", ")}.</p>`;
  const warning =
    broken === null && left === null
      ? null
      : html`<div class="warning">${broken}${left}</div>
`;
  const shown = selectionWords(report, words);
  const selection =
    shown === null
      ? null
      : html`<p class="selection"><b>${shown}</b></p>
`;
  return html`${selection}${warning}`;
}

function atAGlance(report: ReportFrame, words: ReportWords): Html {
  const { figures, whole, version, options } = report;
  const all =
    figures.claims === whole.claims
      ? null
      : html`<p class="sort">${words.ofAll(whole.signed, whole.kept)}</p>
`;
  return html`<section class="glance" aria-labelledby="glance"><h2 id="glance" class="off">${words.glance}</h2>
<div class="standing"><p class="headline">${words.signedOff(figures.signed, figures.kept)}</p>
${all}<ul class="tally">${report.figures.byVerdict.filter(({ signed, proposed }) => signed + proposed > 0).map((figure) => tally(report, figure, words))}</ul>
<p class="sort">${words.tally(figures)}.</p>
<p class="sort">${words.coverageLine(words.coverage(report.coverage.facts))}.</p></div>
<dl class="identity"><dt>${words.audience}</dt><dd><b>${words.audiences[options.audience]}</b>. ${options.audience === "public" ? words.publicOnly : words.internalOnly}</dd><dt>${words.asOf}</dt><dd>${words.moment(report.asOf)}</dd><dt>${words.text}</dt><dd>${words.capital(words.textLine(version))}</dd><dt>${words.textHash}</dt><dd class="hash">${grouped(version.sha256)}</dd>${readyMark(report, words)}</dl>
`;
}

function readyMark({ ready }: ReportFrame, words: ReportWords): Html {
  const fingerprint = ready
    ? html`<dt>${words.readyHash}</dt><dd class="hash">${grouped(ready.fingerprint)}</dd>`
    : null;
  return html`<dt>${words.readyToPublish}</dt><dd>${readyWords(ready, words)}</dd>${fingerprint}`;
}

function tally(report: ReportFrame, figure: ReportFrame["figures"]["byVerdict"][number], words: ReportWords): Html {
  const step = report.scale.find(({ id }) => id === figure.id);
  const proposed = figure.proposed === 0 ? null : html` <small>${words.proposedToo(figure.proposed)}</small>`;
  return html`<li>${verdictGlyph({ id: figure.id, order: step?.order ?? null })}<b>${words.number(figure.signed)}</b> ${figure.label}${proposed}</li>`;
}

function* index(report: ReportFrame, words: ReportWords): Generator<string> {
  const kept = report.outline.filter(({ standing }) => standing === "signed" || standing === "undecided");
  if (kept.length === 0) return;
  yield html`<table class="index"><caption class="off">${words.inOrder}</caption><thead><tr><th class="num">${words.numberShort}</th><th>${words.claim}</th><th>${words.verdict}</th></tr></thead><tbody>
`.markup;
  for (const claim of kept) yield indexRow(claim, words).markup;
  yield "</tbody></table>\n";
}

function indexRow(claim: ReportOutline, words: ReportWords): Html {
  return html`<tr><td class="num"><a href="#claim-${claim.number}">${claim.number}</a></td><td>${claim.wording}</td><td>${stamp(claim, words)}</td></tr>
`;
}

function corrections(report: ReportFrame, words: ReportWords): Html | null {
  if (report.corrections.length === 0) return null;
  return html`<section class="corrections" aria-labelledby="corrections"><h2 id="corrections">${words.corrections}</h2>
<ol class="corrected">
${report.corrections.map(
  (
    correction,
  ) => html`<li><p><b>${words.moment(correction.at)}, ${words.correctionOf(correction)}.</b> ${correction.why}</p>
<dl><dt>${words.itSaid}</dt><dd>${correction.before}</dd><dt>${words.itSays}</dt><dd>${correction.after}</dd></dl></li>
`,
)}</ol></section>
`;
}

function method(report: ReportFrame, words: ReportWords): Html {
  return html`<section class="method" aria-labelledby="method"><h2 id="method">${words.method}</h2>
<ul class="sentences">${report.method.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<dl class="scale">${report.scale.map((step) => html`<div><dt>${verdictGlyph(step)}${step.label}</dt><dd>${step.meaning}</dd></div>`)}</dl></section>
`;
}

function legend(words: ReportWords): Html {
  return html`<p class="legend"><span class="m l0 signed">${words.legendSigned}</span><span class="m l0 undecided">${words.legendUndecided}</span><span class="m l0 untouched">${words.legendUntouched}</span><span>${words.legend}</span></p>
`;
}

function* claimSection(entries: Entries, group: Standing): Generator<Part> {
  const { report, words } = entries;
  const claims = outlinesOf(report, group);
  if (claims.length === 0) return;
  yield html`<section class="claims" aria-labelledby="${group}"><h2 id="${group}">${group === "signed" ? words.claims : words.standings[group]}</h2>
`.markup;
  yield { ids: claims.map(({ id }) => id), write: (claim) => claimEntry(entries, claim).markup };
  yield "</section>\n";
}

/** The claims of a standing of which a line says enough: number, wording, and what `more` adds. */
function* list(
  report: ReportFrame,
  group: Standing,
  heads: readonly string[],
  words: ReportWords,
  more: (claim: ReportOutline) => Html | null,
): Generator<string> {
  const claims = outlinesOf(report, group);
  if (claims.length === 0) return;
  yield html`<section aria-labelledby="${group}"><h2 id="${group}">${words.standings[group]}</h2>
<table class="rest"><thead><tr><th class="num">${words.numberShort}</th>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>
`.markup;
  for (const claim of claims) {
    yield html`<tr id="claim-${claim.number}"><td class="num">${backLink(claim, words)}</td><td>${claim.wording}</td>${more(claim)}</tr>
`.markup;
  }
  yield "</tbody></table></section>\n";
}

function dismissal(claim: ReportOutline, words: ReportWords): Html {
  const { reason = "", note = "", by = null, at = null } = claim.dismissal ?? {};
  const why = note === "" ? null : html`<p>${note}</p>`;
  const who = by === null ? null : html`<p class="sort">${by.name}${at === null ? "" : `, ${words.moment(at)}`}</p>`;
  return html`<td><b>${named(words.dismissed, reason)}</b>${why}${who}</td>`;
}

function* sources(report: ReportFrame, words: ReportWords): Generator<string> {
  if (report.sources.length === 0) return;
  yield html`<section aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
<ol class="sources">
`.markup;
  for (const source of report.sources) yield sourceItem(source, words).markup;
  yield "</ol></section>";
}

function sourceItem(source: ReportSource, words: ReportWords): Html {
  const origin = [source.author, source.publisher, source.date === null ? "" : words.date(source.date)]
    .filter((part) => part !== "")
    .join(", ");
  const title =
    source.told === "all" ? html`<cite>${source.title}</cite>` : html`<span class="known">${words.knownSource}</span>`;
  const published = origin === "" ? null : html` ${origin}.`;
  const address = source.url === "" ? null : html`<p class="address">${link(source.url)}</p>`;
  const links = source.claims.map(
    (number, at) => html`${at === 0 ? "" : ", "}<a href="#claim-${number}">${number}</a>`,
  );
  const guarded = source.confidentiality === "open" ? "" : `, ${words.notPublic}`;
  const trust =
    source.reliability === ""
      ? null
      : html`<p class="sort">${words.reliability}${words.colon} ${source.reliability}</p>`;
  return html`<li id="source-${source.number}" value="${source.number}"><p>${title}.${published} <span class="sort">${sourceSort(source, words)}${guarded}; ${words.forClaims(source.claims.length)} ${links}</span></p>${address}${copyOf(source, words)}${trust}</li>
`;
}

function copyOf({ snapshot }: ReportToldSource, words: ReportWords): Html | null {
  if (!snapshot) return null;
  const when = snapshot.origin === "fetched" ? words.copyFetched(snapshot.at) : words.copyUploaded(snapshot.at);
  const what = [when, snapshot.name, snapshot.mediaType].filter((part) => part !== "").join(", ");
  return html`<p class="sort">${words.copyLabel}${words.colon} ${what}. SHA-256 <span class="hash">${grouped(snapshot.sha256)}</span></p>`;
}

function people(report: ReportFrame, words: ReportWords): Html | null {
  if (report.people.length === 0) return null;
  const rows = report.people.map(
    ({ person, notes, verdicts, signOffs }) =>
      html`<tr><td>${person.name}</td><td class="num">${words.number(notes)}</td><td class="num">${words.number(verdicts)}</td><td class="num">${words.number(signOffs)}</td></tr>
`,
  );
  return html`<section aria-labelledby="people"><h2 id="people">${words.people}</h2>
<table class="people"><thead><tr><th>${words.name}</th><th class="num">${words.sourceNotes}</th><th class="num">${words.verdictsProposed}</th><th class="num">${words.signOffs}</th></tr></thead><tbody>
${rows}</tbody></table>${steppedPast(report, "overrideReason", words.pastFourEyes, words)}${steppedPast(report, "sourcingReason", words.pastSourcing, words)}</section>
`;
}

function steppedPast(
  report: ReportFrame,
  rule: "overrideReason" | "sourcingReason",
  label: string,
  words: ReportWords,
): Html | null {
  const past = outlinesOf(report, "signed").flatMap(({ number, signOff }) => {
    const reason = signOff?.[rule];
    return reason
      ? html`<li><a href="#claim-${number}">${words.claimNumber(number)}</a>${words.colon} ${reason}</li>`
      : [];
  });
  return past.length === 0 ? null : html`<p>${label}</p><ul class="past">${past}</ul>`;
}

function fingerprint({ newsroom, article, version, ledger }: ReportFrame, words: ReportWords): Html {
  const { check } = ledger;
  const verdict = check.ok ? words.chainWhole(check.length) : words.chainBroken(check.seq, check.reason);
  return html`<footer class="fingerprint"><h2>${words.fingerprint}</h2>
<dl><dt>${words.textOf(version.number)}</dt><dd class="hash">${grouped(version.sha256)}</dd><dt>${words.ledgerEntry(ledger.seq)}</dt><dd class="hash">${grouped(ledger.hash)}</dd></dl>
<p>${verdict} ${words.verifyAgain} <code>claimdesk ledger verify ${article.id}</code>. ${words.whatTheyAre(ledger.at)}</p>
<p class="sort">${newsroom.name} · ${words.madeWith}</p></footer>`;
}
