import { factReasonWords } from "../coverage/dismissal";
import type { Run } from "../text/layers";
import {
  type ClaimLine,
  evidenceLines,
  leftLines,
  type NoteLine,
  noteWords,
  saidLine,
  sourceLines,
  sourceTitle,
  verdictLines,
  vouchingLines,
} from "./claim-lines";
import { coverageInWords, coverageRows } from "./coverage";
import { piecesOf } from "./coverage-formats";
import { stanceGlyph, tickGlyph, verdictGlyph } from "./glyphs";
import { markLabel } from "./html-article";
import { endingWith, type Mark, markParagraphs } from "./marks";
import { followable, type Html } from "./markup";
import { count } from "./method";
import { readyWords } from "./ready";
import {
  claimsOf,
  inContext,
  type Report,
  type ReportClaim,
  type ReportFact,
  type ReportOutline,
  type Standing,
  standing,
} from "./report";
import { argument, closeDirections, lines, oneLine, type Typst, typ } from "./typst-markup";
import { TYPST_STYLE } from "./typst-style";
import { dateInWords, dismissLabel, grouped, momentInWords, plain, STANDING_LABELS } from "./words";

/**
 * Write the report as the Typst source of a printed document: tagged, with bookmarks, links both ways between text and claims, and
 * shapes that read in black and white. `unset` are characters the fonts can't show; the foot names them. The document's date is the
 * report's, so the same report always gives the same source.
 */
export function renderTypst(report: Report, unset: readonly string[] = []): string {
  const parts = [
    setUp(report),
    masthead(report),
    warning(report),
    atAGlance(report),
    method(report),
    article(report),
    claimSection(report, "signed"),
    claimSection(report, "undecided"),
    untouched(report),
    dismissed(report),
    coverage(report),
    sources(report),
    people(report),
    corrections(report),
    fingerprint(report, unset),
  ];
  return `${parts.flatMap((part) => (part ? [part.source.trim()] : [])).join("\n\n")}\n`;
}

function setUp({ newsroom, article, ledger, asOf }: Report): Typst {
  const title = oneLine(article.title) || "Untitled article";
  const running = title.length > 70 ? `${title.slice(0, 69).replace(/[\ud800-\udbff]$/, "")}…` : title;
  const head = ledger.hash.replace(/[^0-9a-f]/g, "").slice(0, 16);
  return typ`#set document(title: ${argument(`Fact-check report: ${title}`)}, author: ${argument(newsroom.name || "Newsroom")}, keywords: ("fact-check",), date: ${documentDate(asOf)})
#let house = ${argument(closeDirections(newsroom.name))}
#let running-title = ${argument(closeDirections(running))}
#let ledger-line = ${argument(`Ledger entry ${ledger.seq} · ${head} · as of ${momentInWords(asOf)}`)}
${{ source: TYPST_STYLE }}`;
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

function masthead({ newsroom, article }: Report): Typst {
  const published = article.publishedOn === null ? "" : dateInWords(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  const address = article.url === "" ? null : typ`#address[${link(article.url)}]`;
  return typ`#grid(columns: (1fr, auto), text(size: 12pt, weight: "bold")[${newsroom.name}], text(size: 10pt, fill: soft)[Fact-check report])
#v(-0.5em)
#line(length: 100%, stroke: 1.6pt)
${inLanguage(article.language, typ`= ${article.title || "Untitled article"}`)}
#text(fill: soft)[${line}]

${address}`;
}

/** Link an address that may be followed; show any other as text. */
function link(address: string): Typst {
  const href = followable(address);
  return href === null ? typ`${address}` : typ`#link(${argument(href)})[#${argument(closeDirections(address))};]`;
}

/** Set content in the language of a BCP 47 tag, which hyphenation, quotes and direction follow; an unreadable tag changes nothing. */
function inLanguage(tag: string, content: Typst): Typst {
  const [, language, region] = /^([a-z]{2,3})(?:-(?:[a-z]{4}-)?([a-z]{2}))?(?:-.*)?$/i.exec(tag) ?? [];
  if (language === undefined) return content;
  const where = region === undefined ? "" : `, region: "${region.toLowerCase()}"`;
  return typ`#[#set text(lang: ${argument(language.toLowerCase())}${{ source: where }})
${content}
]`;
}

function warning(report: Report): Typst | null {
  const { check } = report.ledger;
  const broken = check.ok
    ? null
    : typ`#strong[The ledger of this article is broken at entry ${check.seq}.] ${check.reason} What this report says can’t be relied on before that is explained.

`;
  const left = leftLines(report).map(setLine);
  return broken === null && left.length === 0 ? null : typ`#warning[${broken}${left}]`;
}

function atAGlance(report: Report): Typst {
  const { figures, version, ready } = report;
  const { kept, signed } = figures;
  const whole = kept > 0 && signed === kept;
  const headline = whole ? `All ${count(kept, "claim")} signed off` : `${signed} of ${count(kept, "claim")} signed off`;
  const borne = figures.byVerdict.filter((figure) => figure.signed + figure.proposed > 0);
  const tally = borne.map(({ id, label, signed, proposed }, at) => {
    const order = report.scale.find((step) => step.id === id)?.order ?? null;
    const more = proposed === 0 ? "" : ` (+${proposed} proposed)`;
    return typ`${at === 0 ? null : typ`#h(1.2em, weak: true)`}#box[${drawn(verdictGlyph({ id, order }))}~#strong[${signed}] ${label}${more}] `;
  });
  const told = `${count(figures.notes, "source note")} in ${count(figures.sources, "source")}; ${figures.factsTicked} of ${count(figures.facts, "fact")} ticked; ${figures.byState.dismissed} not checked, with the reason. Coverage: ${coverageInWords(report.coverage.facts)}.`;
  const fingerprint = ready ? typ`small[Its fingerprint], hash[${grouped(ready.fingerprint)}],` : null;
  return typ`== At a glance

#text(size: 14pt)[${headline}]

${tally}

#small[${told}]
#identity(small[As of], [${momentInWords(report.asOf)}], small[Text], [Version ${version.number}, ${count(version.words, "word")}, ${momentInWords(version.createdAt)}], small[SHA-256 of the text], hash[${grouped(version.sha256)}], small[Ready to publish], [${readyWords(ready)}], ${fingerprint})
${index(report)}`;
}

function index(report: Report): Typst | null {
  const kept = report.claims.filter(isKept);
  if (kept.length === 0) return null;
  const rows = kept.map(
    (claim) =>
      typ`link(${name("claim", claim.number)})[${claim.number}], [${claim.wording}], [${stamp(claim)}], page-of(${name("claim", claim.number)}),
`,
  );
  return typ`#index(table.header[No.][Claim][Verdict][Page], ${rows})`;
}

const isKept = (claim: ReportClaim): boolean => ["signed", "undecided"].includes(standing(claim));

function method({ method, scale }: Report): Typst {
  const steps = scale.map(
    (step) => typ`[#box[${drawn(verdictGlyph(step))}~#strong[${step.label}]]], [${step.meaning}],
`,
  );
  return typ`== What was checked, and how

${method.map((sentence) => typ`- ${sentence}\n`)}

#block(above: 1.4em, grid(columns: (11em, 1fr), row-gutter: 0.7em, column-gutter: 1em, ${steps}))`;
}

// ---------------------------------------------------------------- the article

function article(report: Report): Typst {
  const seen = new Set<number>();
  const { text } = report.version;
  const paragraphs = markParagraphs(report).map(({ runs, beginning }) => {
    const words = runs.map((run) => drawRun(run, text, seen));
    const margin = beginning.map(({ claim }) => marginLine(claim));
    return typ`#galley[${words}][${
      margin.length === 0
        ? null
        : typ`#set text(lang: "en", size: 8.4pt)
#set par(leading: 0.45em, spacing: 0.55em, hanging-indent: 1.9em)
${margin}`
    }]

`;
  });
  return typ`== The article, as it was checked

#small[${sample("signed", "Signed off")} #h(0.8em) ${sample("undecided", "not signed off")} #h(0.8em) ${sample("untouched", "found by the software, not taken up")}. Each number stands where its claim ends; lines under one another are claims that overlap.]

#v(0.6em)
${inLanguage(report.article.language, { source: paragraphs.map(({ source }) => source).join("") })}`;
}

const sample = (kind: Standing, words: string): Typst => typ`#m(${argument(kind)}, 0)[${words}]`;

function drawRun(run: Run<Mark>, text: string, seen: Set<number>): Typst {
  const words = text.slice(run.start, run.end);
  const places = run.layers.flatMap(({ item: { claim } }) => {
    if (seen.has(claim.number)) return [];
    seen.add(claim.number);
    return typ`#metadata(none)${label("mark", claim.number)}`;
  });
  const set = run.layers.reduce(
    (inner, { item, line }) => typ`#m(${argument(item.claim.standing)}, ${Math.min(line, 5)})[${inner}]`,
    asItStands(words),
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

function marginLine(claim: ReportOutline): Typst {
  const shown = claim.standing;
  const glyph =
    shown === "signed" || shown === "undecided"
      ? typ`${drawn(verdictGlyph(shown === "signed" ? claim.verdict : null))} `
      : null;
  return typ`#link(${name("claim", claim.number)})[#box(width: 1.9em)[#strong[${claim.number}]]${glyph}${markLabel(claim)}]

`;
}

// ---------------------------------------------------------------- the claims

function claimSection(report: Report, group: Standing): Typst | null {
  const claims = claimsOf(report, group);
  if (claims.length === 0) return null;
  const noteOf = noteWords(report);
  const title = group === "signed" ? "The claims" : STANDING_LABELS[group];
  return typ`== ${title}

${claims.map((claim) => entry(report, claim, claim.notes.map(noteOf)))}`;
}

function entry(report: Report, claim: ReportClaim, notes: readonly NoteLine[]): Typst {
  const found =
    notes.length === 0
      ? typ`#small[No source note.]\n\n`
      : notes.map((note, at) => noteItem(note, claim.notes[at]?.stance ?? ""));
  return typ`=== #no(${claim.number})${claim.wording} ${label("claim", claim.number)}
#entry[
#strong[${stamp(claim)}]#h(0.9em)#small[${saidLine(claim)}]${backLink(claim)}

${context(report, claim)}
${factTable(claim.facts)}
${found}
${verdictLines(claim).map(setLine)}
#text(size: 9.2pt)[
${evidenceLines(claim).map(setLine)}
${vouchingLines(claim, report.version.number).map(setLine)}]
]

`;
}

function backLink({ place, number }: ReportClaim): Typst | null {
  return place && place.end > place.start
    ? typ` #small[#link(${name("mark", number)})[In the text: page] #page-of(${name("mark", number)})]`
    : null;
}

function context(report: Report, { place }: ReportClaim): Typst | null {
  if (!place) return null;
  const { before, words, after } = inContext(report.version.text, place);
  const sentence = typ`${asItStands(before.replace(/\s+/g, " "))}#underline[${asItStands(words.replace(/\s+/g, " "))}]${asItStands(after.replace(/\s+/g, " "))}`;
  return typ`#quoted[${inLanguage(report.article.language, sentence)}]`;
}

function factTable(facts: readonly ReportFact[]): Typst | null {
  if (facts.length === 0) return null;
  const rows = facts.map(
    ({ text, normalised, type, ticked }) =>
      typ`tick(${svg(tickGlyph(ticked !== null))}, ${argument(ticked ? "checked" : "not checked")}), [${text}], [${normalised}], [${plain(type)}],
`,
  );
  return typ`#facts(table.header[][To check][Reads as][Sort], ${rows})`;
}

function noteItem(note: NoteLine, stance: string): Typst {
  const cited = note.cited === null ? null : typ`#link(${name("source", note.cited)})[\[${note.cited}\]] `;
  const quote = note.quote === "" ? null : typ`#linebreak();“${lines(note.quote)}”`;
  const evidence = note.evidence.map((line) => typ`#linebreak();#small[${line}]`);
  const words = note.words === "" ? null : typ`#linebreak();${lines(note.words)}`;
  return typ`- ${drawn(stanceGlyph(stance))}~#strong[${note.stance}] ${cited}${note.title}${quote}${words}${evidence}#linebreak();#small[${note.by}]
`;
}

function setLine({ lead, text }: ClaimLine): Typst {
  const strong = lead === "" ? null : typ`#strong[${lead}] `;
  return typ`${strong}${lines(text)}

`;
}

/** A verdict as it stands: its shape and label, and whether it is only proposed. */
function stamp(claim: ReportClaim): Typst {
  const { verdict } = claim;
  if (verdict === null) return typ`${drawn(verdictGlyph(null))}~No verdict yet`;
  const proposed = standing(claim) === "signed" ? "" : ", proposed, not signed off";
  return typ`${drawn(verdictGlyph(verdict))}~${verdict.label}${proposed}`;
}

function untouched(report: Report): Typst | null {
  const claims = claimsOf(report, "untouched");
  if (claims.length === 0) return null;
  return typ`== ${STANDING_LABELS.untouched}

#rest(table.header[No.][Passage], ${claims.map((claim) => typ`${numberCell(claim)}, [${claim.wording}],\n`)})`;
}

function dismissed(report: Report): Typst | null {
  const claims = claimsOf(report, "dismissed");
  if (claims.length === 0) return null;
  const rows = claims.map((claim) => {
    const { reason = "", note = "", by = null, at = null } = claim.dismissal ?? {};
    const who = by === null ? null : typ`#linebreak();#small[${by.name}${at === null ? "" : `, ${momentInWords(at)}`}]`;
    const why = note === "" ? null : typ`#linebreak();${lines(note)}`;
    return typ`${numberCell(claim)}, [${claim.wording}], [#strong[${dismissLabel(reason)}]${why}${who}],
`;
  });
  return typ`== ${STANDING_LABELS.dismissed}

#reasons(table.header[No.][Passage][Reason], ${rows})`;
}

function numberCell({ number, place }: ReportClaim): Typst {
  const shown = place && place.end > place.start ? typ`#link(${name("mark", number)})[${number}]` : typ`${number}`;
  return typ`[#metadata(none)${label("claim", number)}${shown}]`;
}

// ---------------------------------------------------------------- what stands behind it

function coverage({ coverage, version }: Report): Typst {
  const rows = coverageRows(coverage).map(([label, facts, words]) => typ`[${label}], [${facts}], [${words}],\n`);
  return typ`== Coverage

${coverageInWords(coverage.facts)}.

#figures(table.header[Facts and words of the text][Facts][Words], ${rows})
${bareFacts(version.text, coverage.bare)}
${outsideFacts(coverage.dismissed)}`;
}

function bareFacts(text: string, bare: Report["coverage"]["bare"]): Typst | null {
  if (bare.length === 0) return null;
  const rows = bare.map((sentence) => {
    const words = piecesOf(text, sentence).map(({ words, fact }) => {
      const set = asItStands(words.replace(/\s+/g, " "));
      return fact ? typ`#strong[${set}]` : set;
    });
    return typ`[${sentence.paragraph}], [${words}],
`;
  });
  return typ`=== Facts in no claim

#rest(table.header[Par.][Sentence], ${rows})`;
}

function outsideFacts(dismissed: Report["coverage"]["dismissed"]): Typst | null {
  if (dismissed.length === 0) return null;
  const items = dismissed.map(({ text, reason, note, by, at }) => {
    const more = note === "" ? null : typ` ${lines(note)}`;
    return typ`- ${text}: #strong[${factReasonWords(reason)}.]${more} #small[${by.name}, ${momentInWords(at)}]
`;
  });
  return typ`=== Facts left outside claims

${items}`;
}

function sources({ sources }: Report): Typst | null {
  if (sources.length === 0) return null;
  const items = sources.map((source) => {
    const { origin, sort, copy } = sourceLines(source);
    const kept = copy === "" ? null : typ`#linebreak();#small[${copy}]`;
    const address = source.url === "" ? null : typ`#linebreak();#address[${link(source.url)}]`;
    return typ`[#metadata(none)${label("source", source.number)}\[${source.number}\]], [#emph[${sourceTitle(source)}].${origin === "" ? "" : ` ${origin}.`} #small[${sort}]${address}${kept}],
`;
  });
  return typ`== Sources

#grid(columns: (2.2em, 1fr), column-gutter: 0.6em, row-gutter: 0.9em, align: (right, left), ${items})`;
}

function people(report: Report): Typst | null {
  if (report.people.length === 0) return null;
  const rows = report.people.map(
    ({ person, notes, verdicts, signOffs }) => typ`[${person.name}], [${notes}], [${verdicts}], [${signOffs}],
`,
  );
  const past = report.claims.flatMap((claim) => {
    const reason = standing(claim) === "signed" ? claim.signOff?.overrideReason : null;
    return reason ? typ`- #link(${name("claim", claim.number)})[Claim ${claim.number}]: ${reason}\n` : [];
  });
  const stepped =
    past.length === 0
      ? null
      : typ`Signed off past the four-eyes rule:

${past}`;
  return typ`== Who stands for it

#people(table.header[Name][Source notes][Verdicts proposed][Sign-offs], ${rows})

${stepped}`;
}

function corrections({ corrections }: Report): Typst | null {
  if (corrections.length === 0) return null;
  const items = corrections.map(({ claimNumber, field, before, after, why, by, at }) => {
    const what = claimNumber === null ? "The report" : `Claim ${claimNumber}`;
    return typ`- #strong[${momentInWords(at)}:] ${what}, ${plain(field)}: “${before}” became “${after}”. ${why} #small[${by.name}]
`;
  });
  return typ`== Corrections

${items}`;
}

function fingerprint({ newsroom, article, version, ledger }: Report, unset: readonly string[]): Typst {
  const { check } = ledger;
  const found = check.ok
    ? `The chain of ${check.length === 1 ? "1 entry" : `${check.length} entries`} was recomputed from its beginning and is whole.`
    : `The chain is broken at entry ${check.seq}: ${check.reason}`;
  return typ`== Fingerprint

#identity(small[Text, version ${version.number}], hash[${grouped(version.sha256)}], small[Ledger, entry ${ledger.seq}], hash[${grouped(ledger.hash)}])

${found} To verify it again: #text(font: "DejaVu Sans Mono", size: 8.4pt)[${`claimdesk ledger verify ${article.id}`}]. The first line is the SHA-256 of the article’s text in UTF-8, the second the hash of the last entry of its ledger, ${momentInWords(ledger.at)}.

${notSet(unset)}
#small[${newsroom.name} · made with Claimdesk]`;
}

function notSet(unset: readonly string[]): Typst | null {
  if (unset.length === 0) return null;
  const shown = unset
    .slice(0, 40)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const more = unset.length > 40 ? ` and ${unset.length - 40} more` : "";
  return typ`#warning[#strong[Characters without a shape:] the fonts of the machine that set this document lack ${shown.join(", ")}${more}. Boxes or gaps stand for them here; the report’s other formats hold them.]

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
