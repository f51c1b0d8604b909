import { coverageMarkdown } from "./coverage-formats";
import { markLabel } from "./html-article";
import type { ReportWords } from "./languages/en";
import { contactLines, independenceLine, noteEvidence, objectionLines } from "./markdown-evidence";
import { endingWith, markParagraphs } from "./marks";
import { followable, printable } from "./markup";
import { joinParts, type Part } from "./parts";
import { readyWords } from "./ready";
import {
  inContext,
  otherWords,
  outlinesOf,
  type Report,
  type ReportClaim,
  type ReportFrame,
  type ReportNote,
  type ReportOutline,
  type ReportSource,
  standing,
} from "./report";
import { labelled, named, quoted, selectionWords, sourceSort, speakerLine, wordsOf } from "./words";

/** Write the report as CommonMark; see markdownParts. */
export function renderMarkdown(report: Report): string {
  return joinParts(markdownParts(report), report.claims);
}

/** Write the report as CommonMark. Every string of the report is text in it: no markup, link or HTML of its own takes effect. */
export function* markdownParts(report: ReportFrame): Generator<Part> {
  const words = wordsOf(report);
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  let first = true;
  const block = (text: string): string => {
    const gap = first ? "" : "\n\n";
    first = false;
    return `${gap}${text}`;
  };
  const blocks = (texts: readonly string[]): string =>
    texts
      .filter((text) => text !== "")
      .map(block)
      .join("");
  yield blocks([
    ...head(report, words),
    ...glance(report, words),
    ...corrections(report, words),
    `## ${words.method}`,
    report.method.map((sentence) => md`- ${sentence}`).join("\n"),
    report.scale.map(({ label, meaning }) => md`- **${label}**: ${meaning}`).join("\n"),
    `## ${words.article}`,
  ]);
  for (const paragraph of article(report)) yield block(paragraph);
  for (const group of ["signed", "undecided"] as const) {
    const claims = outlinesOf(report, group);
    if (claims.length === 0) continue;
    yield block(`## ${group === "signed" ? words.claims : words.standings.undecided}`);
    yield { ids: claims.map(({ id }) => id), write: (claim) => blocks(entry(report, claim, words, sources)) };
  }
  yield blocks([...untouched(report, words), ...dismissed(report, words)]);
  yield blocks([
    ...coverageMarkdown(report, words, escapeMarkdown),
    ...sourceList(report, words),
    ...people(report, words),
    ...fingerprint(report, words),
  ]);
  yield "\n";
}

/** Return `text` on one line so that CommonMark reads it as exactly these characters, wherever it stands. */
export function escapeMarkdown(text: string): string {
  return escapeWithin(text).replace(/^([-+#=|:]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** Return `text` so that CommonMark reads it as exactly these characters behind other words of its line. */
function escapeWithin(text: string): string {
  return printable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>]/g, (char) => (char === "&" ? "&amp;" : char === "<" ? "&lt;" : "&gt;"))
    .replace(/[\\`*_[\]~$]/g, "\\$&");
}

/** Build Markdown from a template; what is put into it is escaped. */
export function md(parts: TemplateStringsArray, ...texts: readonly (string | number)[]): string {
  return parts.reduce((before, part, index) => {
    const text = String(texts[index - 1]);
    return before + (/\w\W*$/.test(before) ? escapeWithin(text) : escapeMarkdown(text)) + part;
  });
}

function head({ newsroom, article }: ReportFrame, words: ReportWords): string[] {
  const published = article.publishedOn === null ? "" : words.date(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  return [md`# ${article.title}`, md`**${newsroom.name}** · ${words.report}`, md`${line}`, link(article.url)];
}

/** An address that may be followed becomes an autolink (in its normal form it holds no "<" or ">"); any other is text. */
function link(address: string): string {
  const href = followable(address);
  return href === null ? md`${address}` : `<${href.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

function glance(report: ReportFrame, words: ReportWords): string[] {
  const { figures, whole, version, ledger, options } = report;
  const tally = figures.byVerdict
    .filter(({ signed, proposed }) => signed + proposed > 0)
    .map(
      ({ label, signed, proposed }) =>
        md`${label}: ${words.number(signed)}` + (proposed === 0 ? "" : ` (${words.proposedToo(proposed)})`),
    );
  const broken = ledger.check.ok ? "" : md`> **${words.brokenLedger(ledger.check.seq)}** ${ledger.check.reason}`;
  const { undecided, untouched } = whole;
  const left =
    undecided + untouched === 0 ? "" : `> **${words.incomplete}** ${words.incompleteInShort(undecided, untouched)}.`;
  const shown = selectionWords(report, words);
  const all = figures.claims === whole.claims ? "" : ` ${words.ofAll(whole.signed, whole.kept)}`;
  return [
    shown === null ? "" : md`**${shown}**`,
    broken,
    left,
    `**${words.signedOffInShort(figures.signed, figures.kept)}**${all} ${tally.join(" · ")}`.trimEnd(),
    [
      md`- ${labelled(words.audience, words)} ${words.audiences[options.audience]}. ${options.audience === "public" ? words.publicOnly : words.internalOnly}`,
      `- ${labelled(words.asOf, words)} ${words.moment(report.asOf)}`,
      md`- ${labelled(words.text, words)} ${words.textLine(version)}`,
      md`- ${labelled(words.textHash, words)} ${version.sha256}`,
      md`- ${labelled(words.readyToPublish, words)} ${readyWords(report.ready, words)}`,
      ...(report.ready ? [md`- ${labelled(words.readyHashInFull, words)} ${report.ready.fingerprint}`] : []),
      `- ${words.tally(figures)}`,
      `- ${words.coverageLine(words.coverage(report.coverage.facts))}`,
    ].join("\n"),
  ];
}

function corrections({ corrections }: ReportFrame, words: ReportWords): string[] {
  if (corrections.length === 0) return [];
  const lines = corrections.map(
    (one) =>
      md`- ${words.moment(one.at)}, **${words.correctionOf(one)}.** ${one.why} ${labelled(words.itSaid, words)} ${quoted(one.before, words)} ${labelled(words.itSays, words)} ${quoted(one.after, words)}`,
  );
  return [`## ${words.corrections}`, lines.join("\n")];
}

/** The text with each claim's number in brackets where the claim ends. */
function* article(report: ReportFrame): Generator<string> {
  const { text } = report.version;
  for (const { runs } of markParagraphs(report)) {
    const pieces = runs.map((run) => {
      const numbers = endingWith(run, text).map(({ number }) => `[${number}]`);
      return text.slice(run.start, run.end) + numbers.join("");
    });
    yield `> ${escapeMarkdown(pieces.join(""))}`;
  }
}

type Sources = ReadonlyMap<string, ReportSource>;

function entry(report: ReportFrame, claim: ReportClaim, words: ReportWords, sources: Sources): string[] {
  const { speaker, verdict } = claim;
  const page = speaker ? link(followable(speaker.url) ?? "") : "";
  const said = speaker ? md`${words.saidBy} ${speakerLine(speaker, words)}.` : words.ownVoice;
  return [
    md`### ${claim.number}. ${claim.wording}`,
    md`**${markLabel({ standing: standing(claim), verdict }, words)}**`,
    `${said}${page === "" ? "" : ` ${page}`} ${md`${about(claim, words)}.`}`,
    context(report, claim),
    claim.facts.map((fact) => factLine(fact, words)).join("\n"),
    claim.notes.map((note) => noteLine(sources, note, words)).join("\n"),
    independenceLine(claim, sources, words),
    contactLines(claim.contacts, words).join("\n"),
    objectionLines(claim.objections, words).join("\n"),
    verdict?.explanation ? md`${labelled(words.explanation, words)} ${verdict.explanation}` : "",
    verdict?.authorsWordReason ? md`${words.onAuthorsWord} ${words.because} ${verdict.authorsWordReason}` : "",
    vouching(claim, report.version.number, words),
  ];
}

/** What sort of claim it is, where it stands, and as of when it was checked. */
function about({ kind, place, asOf, expiresOn }: ReportClaim, words: ReportWords): string {
  const where = place ? words.paragraph(place.paragraph) : words.noLongerThere;
  const dated = [
    ...(asOf === null ? [] : [words.checkedAsOf(asOf)]),
    ...(expiresOn === null ? [] : [words.expires(expiresOn)]),
  ].map((line) => `; ${line}`);
  return `${named(words.claimKinds, kind)}, ${where}${dated.join("")}`;
}

function context(report: ReportFrame, { place }: ReportClaim): string {
  if (!place) return "";
  const { before, words, after } = inContext(report.version.text, place);
  const gap = (text: string, edge: RegExp) => (edge.test(text) ? " " : "");
  return `> ${escapeMarkdown(before)}${gap(before, /\s$/)}**${escapeMarkdown(words)}**${gap(after, /^\s/)}${escapeMarkdown(after)}`;
}

function factLine({ text, normalised, type, ticked }: ReportClaim["facts"][number], words: ReportWords): string {
  const reads = normalised === "" ? "" : md` = ${normalised}`;
  const who = ticked ? md`, ${words.tickedBy(ticked.by.name, ticked.at)}` : "";
  return `- ${ticked ? "☑" : "☐"} ${md`${text}`}${reads} (${md`${named(words.factTypes, type)}`}${who})`;
}

function noteLine(sources: Sources, note: ReportNote, words: ReportWords): string {
  const source = note.sourceId === null ? undefined : sources.get(note.sourceId);
  const locator = note.locator === "" ? "" : md`, ${note.locator}`;
  const quote = note.quote === "" ? "" : md` ${quoted(note.quote, words)}`;
  const own = note.note === "" ? "" : md` ${note.note}`;
  const edited = note.editedAt === null ? "" : `; ${words.edited(note.editedAt)}`;
  const by = note.author === null ? "" : md`${note.author.name}, `;
  const lines = noteEvidence(note, source, words).map((line) => `\n  - ${line}`);
  return `- **${md`${named(words.stances, note.stance)}`}** ${cited(source, words)}${locator}.${quote}${own} (${by}${md`${words.consulted(note.consultedOn)}`}${edited})${lines.join("")}`;
}

function cited(source: ReportSource | undefined, words: ReportWords): string {
  if (!source) return md`${words.knownSource}`;
  return md`\[${source.number}\] ${source.told === "all" ? source.title : words.knownSource}`;
}

function vouching(claim: ReportClaim, version: number, words: ReportWords): string {
  const { verdict, signOff } = claim;
  const then = otherWords(claim);
  const lines = [
    verdict?.proposed ? md`${words.proposedBy} ${verdict.proposed.by.name}, ${words.moment(verdict.proposed.at)}.` : "",
    signature(claim, version, words),
    then === null ? "" : md`${words.wordsThen} ${quoted(then, words)}.`,
    signOff?.overrideReason
      ? md`**${words.fourEyesPast}** ${labelled(words.reason, words)} ${signOff.overrideReason}`
      : "",
    signOff?.sourcingReason
      ? md`**${words.sourcingPast}** ${labelled(words.reason, words)} ${signOff.sourcingReason}`
      : "",
    claim.stateNote === "" ? "" : md`${labelled(words.stateNote, words)} ${claim.stateNote}`,
    ...claim.voided.map(
      ({ by, at, versionNumber, voidedAt, voidReason, overrideReason }) =>
        md`${words.voided({ by: by.name, at, version: versionNumber, voidedAt, reason: voidReason })}` +
        (overrideReason === null ? "" : md` ${words.voidedPast(overrideReason)}`),
    ),
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

function signature(claim: ReportClaim, version: number, words: ReportWords): string {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    const also = claim.sameHand ? `; ${words.sameHand}.` : ".";
    const on = words.version(signOff.versionNumber, version);
    return md`${words.signedBy} ${signOff.by.name}, ${words.moment(signOff.at)}, ${on}` + also;
  }
  return signOff && !signOff.intact
    ? `**${words.brokenSignOff}**`
    : `${words.notSignedOffYet} ${named(words.states, state)}.`;
}

function untouched(report: ReportFrame, words: ReportWords): string[] {
  const claims = outlinesOf(report, "untouched");
  if (claims.length === 0) return [];
  return [
    `## ${words.standings.untouched}`,
    claims.map(({ number, wording }) => md`- ${number}: ${wording}`).join("\n"),
  ];
}

function dismissed(report: ReportFrame, words: ReportWords): string[] {
  const claims = outlinesOf(report, "dismissed");
  if (claims.length === 0) return [];
  return [`## ${words.standings.dismissed}`, claims.map((claim) => dismissedLine(claim, words)).join("\n")];
}

function dismissedLine({ number, wording, dismissal }: ReportOutline, words: ReportWords): string {
  const { reason = "", note = "", by = null, at = null } = dismissal ?? {};
  const who = by === null ? "" : md` (${by.name}` + (at === null ? ")" : `, ${words.moment(at)})`);
  return md`- ${number}: ${wording} **${named(words.dismissed, reason)}.** ${note}`.trimEnd() + who;
}

function sourceList(report: ReportFrame, words: ReportWords): string[] {
  if (report.sources.length === 0) return [];
  return [`## ${words.sources}`, report.sources.map((source) => sourceLine(source, words)).join("\n")];
}

function sourceLine(source: ReportSource, words: ReportWords): string {
  const { snapshot } = source;
  const origin = [source.author, source.publisher, source.date === null ? "" : words.date(source.date)]
    .filter((part) => part !== "")
    .join(", ");
  const title = source.told === "all" ? md`*${source.title}*` : md`${words.knownSource}`;
  const published = origin === "" ? "" : md` ${origin}.`;
  const guarded = source.confidentiality === "open" ? "" : `, ${words.notPublic}`;
  const address = source.url === "" ? "" : ` ${link(source.url)}`;
  const copied = snapshot && (snapshot.origin === "fetched" ? words.copyFetched : words.copyUploaded)(snapshot.at);
  const copy = snapshot
    ? md` ${labelled(words.copyLabel, words)} ${[copied, snapshot.name, snapshot.mediaType].filter((part) => part !== "").join(", ")}, SHA-256 ${snapshot.sha256}.`
    : "";
  const trust = source.reliability === "" ? "" : md` ${labelled(words.reliability, words)} ${source.reliability}`;
  return `- \\[${source.number}\\] ${title}.${published} ${md`${sourceSort(source, words)}${guarded}`}; ${words.forClaims(source.claims.length)} ${source.claims.join(", ")}.${address}${copy}${trust}`;
}

function people(report: ReportFrame, words: ReportWords): string[] {
  if (report.people.length === 0) return [];
  const lines = report.people.map(
    ({ person, notes, verdicts, signOffs }) => md`- ${person.name}: ${words.deeds(notes, verdicts, signOffs)}`,
  );
  return [`## ${words.people}`, lines.join("\n")];
}

function fingerprint({ article, version, ledger }: ReportFrame, words: ReportWords): string[] {
  const { check } = ledger;
  const found = check.ok ? words.chainWhole(check.length) : md`${words.chainBroken(check.seq, check.reason)}`;
  return [
    `## ${words.fingerprint}`,
    [
      md`- ${words.textOf(version.number)}: ${version.sha256}`,
      md`- ${words.ledgerEntry(ledger.seq)}: ${ledger.hash}`,
    ].join("\n"),
    `${found} ${words.verifyAgain} ${md`claimdesk ledger verify ${article.id}`}`,
  ];
}
