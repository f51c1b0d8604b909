import type { Run } from "../text/layers";
import {
  audienceLine,
  type ClaimLine,
  correctionLines,
  dismissalLine,
  evidenceLines,
  fingerprintWords,
  joined,
  type Lines,
  linesOf,
  noteLine,
  noticeLines,
  saidLine,
  sourceLines,
  sourceTitle,
  stampWords,
  verdictLines,
  vouchingLines,
} from "./claim-lines";
import { coverageRows } from "./coverage";
import { piecesOf } from "./coverage-formats";
import { DOCUMENT_WORDS } from "./document-words";
import { stanceGlyph, tickGlyph, verdictGlyph } from "./glyphs";
import { markLabel } from "./html-article";
import type { ReportWords } from "./languages/en";
import { endingWith, type Mark, markParagraphs } from "./marks";
import { followable, type Html } from "./markup";
import { readyWords } from "./ready";
import {
  inContext,
  outlinesOf,
  type Report,
  type ReportClaim,
  type ReportFact,
  type ReportNote,
  type ReportOutline,
  type Standing,
  standing,
} from "./report";
import { argument, closeDirections, lines, oneLine, type Typst, typ } from "./typst-markup";
import { TYPST_STYLE } from "./typst-style";
import { grouped, named } from "./words";

/** What every part of a document is set from. */
interface Setting extends Lines {
  readonly report: Report;
}

/**
 * Write the report as the Typst source of a printed document: tagged, with bookmarks, links both ways between text and claims, and
 * shapes that read in black and white. `unset` are characters the fonts can't show; the foot names them. The document's date is the
 * report's, so the same report always gives the same source.
 */
export function renderTypst(report: Report, unset: readonly string[] = []): string {
  const setting: Setting = { ...linesOf(report), report };
  const parts = [
    setUp(setting),
    masthead(setting),
    notices(setting),
    atAGlance(setting),
    corrections(setting),
    method(setting),
    article(setting),
    claimSection(setting, "signed"),
    claimSection(setting, "undecided"),
    untouched(setting),
    dismissed(setting),
    coverage(setting),
    sources(setting),
    people(setting),
    fingerprint(setting, unset),
  ];
  return `${parts.flatMap((part) => (part ? [part.source.trim()] : [])).join("\n\n")}\n`;
}

function titleOf({ article, options }: Report): string {
  return oneLine(article.title).trim() || DOCUMENT_WORDS[options.language].untitled;
}

function setUp({ report, words }: Setting): Typst {
  const { newsroom, ledger, asOf } = report;
  const title = titleOf(report);
  const running = title.length > 70 ? `${title.slice(0, 69).replace(/[\ud800-\udbff]$/, "")}…` : title;
  const head = ledger.hash.replace(/[^0-9a-f]/g, "").slice(0, 16);
  const foot = `${words.ledgerFoot(Math.trunc(ledger.seq), head)} · ${words.moment(asOf)}`;
  return typ`#set document(title: ${argument(words.pageTitle(title))}, author: ${argument(newsroom.name || words.report)}, keywords: ("fact-check",), date: ${documentDate(asOf)})
#let house = ${argument(closeDirections(newsroom.name))}
#let running-title = ${argument(closeDirections(running))}
#let ledger-line = ${argument(foot)}
${{ source: TYPST_STYLE }}
#set text(lang: ${argument(words.language)})`;
}

/** An ISO moment in UTC as Typst's datetime; what is none leaves the document without a date. */
function documentDate(iso: string): Typst {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(iso)?.slice(1).map(Number);
  if (!parts) return { source: "none" };
  const [year, month, day, hour, minute, second] = parts;
  return {
    source: `datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: ${second})`,
  };
}

// ---------------------------------------------------------------- the first page

function masthead({ report, words }: Setting): Typst {
  const { newsroom, article } = report;
  const published = article.publishedOn === null ? "" : words.date(article.publishedOn);
  const line = joined([article.byline, article.publisher, published], " · ");
  const address = article.url === "" ? null : typ`#address[${link(article.url)}]`;
  return typ`#grid(columns: (1fr, auto), text(size: 12pt, weight: "bold")[${newsroom.name}], text(size: 10pt, fill: soft)[${words.report}])
#v(-0.5em)
#line(length: 100%, stroke: 1.6pt)
${inLanguage(article.language, typ`= ${titleOf(report)}`)}
#text(fill: soft)[${line}]

${address}`;
}

/** Link an address that may be followed; show any other as text. */
function link(address: string): Typst {
  const href = followable(address);
  return href === null ? typ`${address}` : typ`#link(${argument(href)})[#${argument(closeDirections(address))};]`;
}

/** Set content in the language of a BCP 47 tag, which quotes, breaks and direction follow; an unreadable tag changes nothing. */
function inLanguage(tag: string, content: Typst): Typst {
  const [, language, region] = /^([a-z]{2,3})(?:-(?:[a-z]{4}-)?([a-z]{2}))?(?:-.*)?$/i.exec(tag) ?? [];
  if (language === undefined) return content;
  const where = region === undefined ? "" : `, region: "${region.toLowerCase()}"`;
  return typ`#[#set text(lang: ${argument(language.toLowerCase())}${{ source: where }})
${content}
]`;
}

function notices(setting: Setting): Typst | null {
  const told = noticeLines(setting);
  return told.length === 0 ? null : typ`#warning[${told.map(setLine)}]`;
}

function atAGlance(setting: Setting): Typst {
  const { report, words } = setting;
  const { figures, whole, version, ready, asOf } = report;
  const borne = figures.byVerdict.filter(({ signed, proposed }) => signed + proposed > 0);
  const tally = borne.map(({ id, label, signed, proposed }, at) => {
    const order = report.scale.find((step) => step.id === id)?.order ?? null;
    const more = proposed === 0 ? "" : ` (${words.proposedToo(proposed)})`;
    return typ`${at === 0 ? null : typ`#h(1.2em, weak: true)`}#box[${drawn(verdictGlyph({ id, order }))}~#strong[${words.number(signed)}] ${label}${more}] `;
  });
  const all = figures.claims === whole.claims ? "" : words.ofAll(whole.signed, whole.kept);
  const told = `${words.tally(figures)}. ${words.coverageLine(words.coverage(report.coverage.facts))}.`;
  const { lead, text } = audienceLine(report, words);
  const fingerprint = ready ? typ`small[${words.readyHash}], hash[${grouped(ready.fingerprint)}],` : null;
  return typ`== ${words.glance}

#text(size: 14pt)[${words.signedOff(figures.signed, figures.kept)}]

${tally}

#small[${joined([all, told], " ")}]
#identity(small[${words.audience}], [#strong[${lead}] ${text}], small[${words.asOf}], [${words.moment(asOf)}], small[${words.text}], [${words.capital(words.textLine(version))}], small[${words.textHash}], hash[${grouped(version.sha256)}], small[${words.readyToPublish}], [${readyWords(ready, words)}], ${fingerprint})
${index(setting)}`;
}

function index({ report, words }: Setting): Typst | null {
  const kept = report.outline.filter(isKept);
  if (kept.length === 0) return null;
  const rows = kept.map(
    (claim) =>
      typ`link(${name("claim", claim.number)})[${claim.number}], [${claim.wording}], [${stamp(claim, words)}], page-of(${name("claim", claim.number)}),
`,
  );
  const { page } = DOCUMENT_WORDS[report.options.language];
  return typ`#index(table.header[${words.numberShort}][${words.claim}][${words.verdict}][${page}], ${rows})`;
}

const isKept = ({ standing }: Pick<ReportOutline, "standing">): boolean => ["signed", "undecided"].includes(standing);

function corrections(setting: Setting): Typst | null {
  const told = correctionLines(setting);
  if (told.length === 0) return null;
  const items = told.map(({ lead, text }) => typ`- #strong[${lead}] ${lines(text)}\n`);
  return typ`== ${setting.words.corrections}

${items}`;
}

function method({ report, words }: Setting): Typst {
  const steps = report.scale.map(
    (step) => typ`[#box[${drawn(verdictGlyph(step))}~#strong[${step.label}]]], [${step.meaning}],
`,
  );
  return typ`== ${words.method}

${report.method.map((sentence) => typ`- ${sentence}\n`)}

#block(above: 1.4em, grid(columns: (11em, 1fr), row-gutter: 0.7em, column-gutter: 1em, ${steps}))`;
}

// ---------------------------------------------------------------- the article

function article({ report, words }: Setting): Typst {
  const seen = new Set<number>();
  const { text } = report.version;
  const paragraphs = markParagraphs(report).map(({ runs, beginning }) => {
    const set = runs.map((run) => drawRun(run, text, seen));
    const margin = beginning.map(({ claim }) => marginLine(claim, words));
    return typ`#galley[${set}][${
      margin.length === 0
        ? null
        : typ`#set text(lang: ${argument(words.language)}, size: 8.4pt)
#set par(leading: 0.45em, spacing: 0.55em, hanging-indent: 1.9em)
${margin}`
    }]

`;
  });
  return typ`== ${words.article}

#small[${sample("signed", words.legendSigned)} #h(0.8em) ${sample("undecided", words.legendUndecided)} #h(0.8em) ${sample("untouched", words.legendUntouched)}. ${words.legend}]

#v(0.6em)
${inLanguage(report.article.language, { source: paragraphs.map(({ source }) => source).join("") })}`;
}

const sample = (kind: Standing, words: string): Typst => typ`#m(${argument(kind)}, 0)[${words}]`;

function drawRun(run: Run<Mark>, text: string, seen: Set<number>): Typst {
  const places = run.layers.flatMap(({ item: { claim } }) => {
    if (seen.has(claim.number)) return [];
    seen.add(claim.number);
    return typ`#metadata(none)${label("mark", claim.number)}`;
  });
  const set = run.layers.reduce(
    (inner, { item, line }) => typ`#m(${argument(item.claim.standing)}, ${Math.min(line, 5)})[${inner}]`,
    asItStands(text.slice(run.start, run.end)),
  );
  const numbers = endingWith(run, text).map(
    ({ number }, at) => typ`${at === 0 ? null : typ`#n[,]`}#link(${name("claim", number)})[#n(${number})]`,
  );
  return typ`${places}${set}${numbers}`;
}

/** A run of the article keeps its white space; what it does with directions ends with its paragraph. */
function asItStands(words: string): Typst {
  return typ`#${argument(words)};`;
}

function marginLine(claim: ReportOutline, words: ReportWords): Typst {
  const shown = claim.standing === "signed" ? claim.verdict : null;
  const glyph = isKept(claim) ? typ`${drawn(verdictGlyph(shown))} ` : null;
  return typ`#link(${name("claim", claim.number)})[#box(width: 1.9em)[#strong[${claim.number}]]${glyph}${markLabel(claim, words)}]

`;
}

// ---------------------------------------------------------------- the claims

function claimSection(setting: Setting, group: Standing): Typst | null {
  const { report, words } = setting;
  const claims = report.claims.filter((claim) => standing(claim) === group);
  if (claims.length === 0) return null;
  return typ`== ${group === "signed" ? words.claims : words.standings[group]}

${claims.map((claim) => entry(setting, claim))}`;
}

function entry(setting: Setting, claim: ReportClaim): Typst {
  const { words } = setting;
  const found =
    claim.notes.length === 0 ? typ`#small[${words.noNote}]\n\n` : claim.notes.map((note) => noteItem(setting, note));
  return typ`=== #no(${claim.number})${claim.wording} ${label("claim", claim.number)}
#entry[
#strong[${stamp({ verdict: claim.verdict, standing: standing(claim) }, words)}]#h(0.9em)#small[${saidLine(claim, words)}]${backLink(setting, claim)}

${context(setting, claim)}
${factTable(claim.facts, words)}
${found}
${verdictLines(claim, words).map(setLine)}
${evidenceLines(setting, claim).map(setLine)}
#text(size: 9.2pt)[${inOneParagraph(vouchingLines(setting, claim))}]
]

`;
}

function backLink({ report }: Setting, { place, number }: ReportClaim): Typst | null {
  const { inTheText } = DOCUMENT_WORDS[report.options.language];
  return isPlaced(place)
    ? typ` #small[#link(${name("mark", number)})[${inTheText}] #page-of(${name("mark", number)})]`
    : null;
}

const isPlaced = (place: { readonly start: number; readonly end: number } | null): boolean =>
  place !== null && place.end > place.start;

function context({ report }: Setting, { place }: ReportClaim): Typst | null {
  if (!place) return null;
  const { before, words, after } = inContext(report.version.text, place);
  const piece = (text: string) => asItStands(text.replace(/\s+/g, " "));
  return typ`#quoted[${inLanguage(report.article.language, typ`${piece(before)}#underline[${piece(words)}]${piece(after)}`)}]`;
}

function factTable(facts: readonly ReportFact[], words: ReportWords): Typst | null {
  if (facts.length === 0) return null;
  const rows = facts.map(
    ({ text, normalised, type, ticked }) =>
      typ`tick(${svg(tickGlyph(ticked !== null))}, ${argument(ticked ? words.checked : words.notTicked)}), [${text}], [${normalised}], [${named(words.factTypes, type)}],
`,
  );
  return typ`#facts(table.header[][${words.toCheck}][${words.readsAs}][${words.sort}], ${rows})`;
}

function noteItem(setting: Setting, note: ReportNote): Typst {
  const { quotes } = setting.words;
  const { stance, cited, title, quote, own, evidence, by } = noteLine(setting, note);
  const source = cited === null ? null : typ`#link(${name("source", cited)})[\[${cited}\]] `;
  const said = quote === "" ? null : typ`#linebreak();${quotes.open}${lines(quote)}${quotes.close}`;
  const added = own === "" ? null : typ`#linebreak();${lines(own)}`;
  const beside = evidence.map((line) => typ`#linebreak();#small[${line}]`);
  // A paragraph each: as items of a list they would take half as long again to set.
  return typ`${drawn(stanceGlyph(note.stance))}~#strong[${stance}] ${source}${title}${said}${beside}${added}#linebreak();#small[${by}]

`;
}

function setLine({ lead, text }: ClaimLine): Typst {
  const strong = lead === "" ? null : typ`#strong[${lead}] `;
  return typ`${strong}${lines(text)}

`;
}

/** Lines that belong together, under one another without space between. */
function inOneParagraph(told: readonly ClaimLine[]): Typst[] {
  return told.map(({ lead, text }, at) => {
    const strong = lead === "" ? null : typ`#strong[${lead}] `;
    return typ`${at === 0 ? null : typ`#linebreak();`}${strong}${lines(text)}`;
  });
}

function stamp(claim: Pick<ReportOutline, "verdict" | "standing">, words: ReportWords): Typst {
  return typ`${drawn(verdictGlyph(claim.verdict))}~${stampWords(claim, words)}`;
}

function untouched({ report, words }: Setting): Typst | null {
  const claims = outlinesOf(report, "untouched");
  if (claims.length === 0) return null;
  return typ`== ${words.standings.untouched}

#rest(table.header[${words.numberShort}][${words.passage}], ${claims.map((claim) => typ`${numberCell(claim)}, [${claim.wording}],\n`)})`;
}

function dismissed({ report, words }: Setting): Typst | null {
  const claims = outlinesOf(report, "dismissed");
  if (claims.length === 0) return null;
  const rows = claims.map((claim) => {
    const { lead, text } = dismissalLine(claim, words);
    return typ`${numberCell(claim)}, [${claim.wording}], [#strong[${lead}] ${lines(text)}],
`;
  });
  return typ`== ${words.standings.dismissed}

#reasons(table.header[${words.numberShort}][${words.passage}][${words.reason}], ${rows})`;
}

function numberCell({ number, place }: ReportOutline): Typst {
  const shown = isPlaced(place) ? typ`#link(${name("mark", number)})[${number}]` : typ`${number}`;
  return typ`[#metadata(none)${label("claim", number)}${shown}]`;
}

// ---------------------------------------------------------------- what stands behind it

function coverage({ report, words }: Setting): Typst {
  const { coverage } = report;
  const rows = coverageRows(coverage, words).map(
    ([label, facts, length]) => typ`[${label}], [${words.number(facts)}], [${words.number(length)}],\n`,
  );
  return typ`== ${words.coverageTitle}

${words.capital(words.coverage(coverage.facts))}.

#figures(table.header[${words.coverageOf}][${words.facts}][${words.words}], ${rows})
${bareFacts(report, words)}
${outsideFacts(report, words)}`;
}

function bareFacts({ coverage, version }: Report, words: ReportWords): Typst | null {
  if (coverage.bare.length === 0) return null;
  const rows = coverage.bare.map((sentence) => {
    const pieces = piecesOf(version.text, sentence).map(({ words, fact }) => {
      const set = asItStands(words.replace(/\s+/g, " "));
      return fact ? typ`#strong[${set}]` : set;
    });
    return typ`[${sentence.paragraph}], [${pieces}],
`;
  });
  return typ`=== ${words.bareFacts}

#rest(table.header[${words.paragraphShort}][${words.sentence}], ${rows})`;
}

function outsideFacts({ coverage }: Report, words: ReportWords): Typst | null {
  if (coverage.dismissed.length === 0) return null;
  const items = coverage.dismissed.map(({ text, reason, note, by, at }) => {
    const more = note === "" ? null : typ` ${lines(note)}`;
    return typ`- ${text}: #strong[${named(words.factReasons, reason)}.]${more} #small[${by.name}, ${words.moment(at)}]
`;
  });
  return typ`=== ${words.leftOut}

${items}`;
}

function sources({ report, words }: Setting): Typst | null {
  if (report.sources.length === 0) return null;
  const items = report.sources.map((source) => {
    const { origin, sort, copy } = sourceLines(source, words);
    const kept = copy === "" ? null : typ`#linebreak();#small[${copy}]`;
    const address = source.url === "" ? null : typ`#linebreak();#address[${link(source.url)}]`;
    return typ`[#metadata(none)${label("source", source.number)}\[${source.number}\]], [#emph[${sourceTitle(source, words)}].${origin === "" ? "" : ` ${origin}.`} #small[${sort}]${address}${kept}],
`;
  });
  return typ`== ${words.sources}

#grid(columns: (2.2em, 1fr), column-gutter: 0.6em, row-gutter: 0.9em, align: (right, left), ${items})`;
}

function people({ report, words }: Setting): Typst | null {
  if (report.people.length === 0) return null;
  const rows = report.people.map(
    ({ person, notes, verdicts, signOffs }) =>
      typ`[${person.name}], [${words.number(notes)}], [${words.number(verdicts)}], [${words.number(signOffs)}],
`,
  );
  return typ`== ${words.people}

#people(table.header[${words.name}][${words.sourceNotes}][${words.verdictsProposed}][${words.signOffs}], ${rows})

${steppedPast(report, "overrideReason", words.pastFourEyes, words)}
${steppedPast(report, "sourcingReason", words.pastSourcing, words)}`;
}

function steppedPast(
  report: Report,
  rule: "overrideReason" | "sourcingReason",
  title: string,
  words: ReportWords,
): Typst | null {
  const past = outlinesOf(report, "signed").flatMap(({ number, signOff }) => {
    const reason = signOff?.[rule];
    return reason ? typ`- #link(${name("claim", number)})[${words.claimNumber(number)}]: ${reason}\n` : [];
  });
  return past.length === 0
    ? null
    : typ`${title}

${past}
`;
}

function fingerprint({ report, words }: Setting, unset: readonly string[]): Typst {
  const { newsroom, version, ledger } = report;
  const { chain, again, command, means } = fingerprintWords(report, words);
  return typ`== ${words.fingerprint}

#identity(small[${words.textOf(version.number)}], hash[${grouped(version.sha256)}], small[${words.ledgerEntry(ledger.seq)}], hash[${grouped(ledger.hash)}])

${chain} ${again} #text(font: "DejaVu Sans Mono", size: 8.4pt)[${command}]. ${means}

${notSet(report, unset)}
#small[${newsroom.name} · ${words.madeWith}]`;
}

function notSet({ options }: Report, unset: readonly string[]): Typst | null {
  if (unset.length === 0) return null;
  const shown = unset
    .slice(0, 40)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const more = unset.length > 40 ? ` … (+${unset.length - 40})` : "";
  const said = DOCUMENT_WORDS[options.language];
  return typ`#warning[#strong[${said.unset}] ${said.unsetMeans(`${shown.join(", ")}${more}`)}]

`;
}

// ---------------------------------------------------------------- pieces

const svg = ({ markup }: Html): Typst =>
  argument(
    markup.replace('<svg class="g"', '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" color="#161512"'),
  );

const drawn = (glyph: Html): Typst => typ`#shape(${svg(glyph)})`;

const name = (kind: "claim" | "mark" | "source", number: number): Typst => ({
  source: `label("${kind}-${Math.trunc(number)}")`,
});

const label = (kind: "claim" | "mark" | "source", number: number): Typst => ({
  source: `<${kind}-${Math.trunc(number)}>`,
});
