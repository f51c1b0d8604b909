import { STATE_LABELS } from "../workflow/workflow";
import { coverageInWords } from "./coverage";
import { coverageMarkdown } from "./coverage-formats";
import { markLabel } from "./html-article";
import { endingWith, markParagraphs } from "./marks";
import { followable, printable } from "./markup";
import { count } from "./method";
import { readyWords } from "./ready";
import {
  claimsOf,
  inContext,
  isSameHand,
  otherWords,
  type Report,
  type ReportClaim,
  type ReportNote,
  type ReportSource,
  standing,
} from "./report";
import {
  BROKEN_SIGN_OFF,
  dateInWords,
  dismissLabel,
  momentInWords,
  placeLine,
  plain,
  STANDING_LABELS,
  sourceSort,
  speakerLine,
  stanceLabel,
  versionLine,
} from "./words";

/** Write the report as CommonMark. Every string of the report is text in it: no markup, link or HTML of its own takes effect. */
export function renderMarkdown(report: Report): string {
  const blocks = [
    ...head(report),
    ...glance(report),
    "## What was checked, and how",
    report.method.map((sentence) => md`- ${sentence}`).join("\n"),
    report.scale.map(({ label, meaning }) => md`- **${label}**: ${meaning}`).join("\n"),
    "## The article, as it was checked",
    ...article(report),
    ...section(report, "signed", "The claims"),
    ...section(report, "undecided", STANDING_LABELS.undecided),
    ...untouched(report),
    ...dismissed(report),
    ...coverageMarkdown(report, escapeMarkdown),
    ...sources(report),
    ...people(report),
    ...fingerprint(report),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Return `text` on one line so that CommonMark reads it as exactly these characters. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>]/g, (char) => (char === "&" ? "&amp;" : char === "<" ? "&lt;" : "&gt;"))
    .replace(/[\\`*_[\]~$]/g, "\\$&")
    .replace(/^([-+#=|:]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** Build Markdown from a template; what is put into it is escaped. */
function md(parts: TemplateStringsArray, ...texts: readonly (string | number)[]): string {
  return parts.map((part, index) => (index === 0 ? part : escapeMarkdown(String(texts[index - 1])) + part)).join("");
}

function head({ newsroom, article }: Report): string[] {
  const published = article.publishedOn === null ? "" : dateInWords(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  return [md`# ${article.title}`, md`**${newsroom.name}** · Fact-check report`, md`${line}`, link(article.url)];
}

/** An address that may be followed becomes an autolink (in its normal form it holds no "<" or ">"); any other is text. */
function link(address: string): string {
  const href = followable(address);
  return href === null ? md`${address}` : `<${href.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

function glance(report: Report): string[] {
  const { figures, version, ledger } = report;
  const tally = figures.byVerdict
    .filter(({ signed, proposed }) => signed + proposed > 0)
    .map(({ label, signed, proposed }) => md`${label}: ${signed}` + (proposed === 0 ? "" : ` (+${proposed} proposed)`));
  const broken = ledger.check.ok
    ? ""
    : md`> **The ledger of this article is broken at entry ${ledger.check.seq}.** ${ledger.check.reason}`;
  const open = claimsOf(report, "undecided").length;
  const untaken = claimsOf(report, "untouched").length;
  const left =
    open + untaken === 0 ? "" : `> **The check is not complete:** ${open} not signed off, ${untaken} not taken up.`;
  return [
    broken,
    left,
    `**${figures.signed} of ${count(figures.kept, "claim")} signed off.** ${tally.join(" · ")}`,
    [
      `- As of: ${momentInWords(report.asOf)}`,
      md`- Text: version ${version.number}, ${count(version.words, "word")}, ${momentInWords(version.createdAt)}`,
      md`- SHA-256 of the text: ${version.sha256}`,
      md`- Ready to publish: ${readyWords(report.ready)}`,
      ...(report.ready ? [md`- Fingerprint of the ready mark: ${report.ready.fingerprint}`] : []),
      `- ${count(figures.notes, "source note")} in ${count(figures.sources, "source")}; ${figures.factsTicked} of ${count(figures.facts, "fact")} ticked; ${figures.byState.dismissed} not checked, with the reason`,
      `- Coverage: ${coverageInWords(report.coverage.facts)}`,
    ].join("\n"),
  ];
}

/** The text with each claim's number in brackets where the claim ends. */
function article(report: Report): string[] {
  const { text } = report.version;
  return markParagraphs(report).map(({ runs }) => {
    const words = runs.map((run) => {
      const numbers = endingWith(run, text).map(({ number }) => `[${number}]`);
      return text.slice(run.start, run.end) + numbers.join("");
    });
    return `> ${escapeMarkdown(words.join(""))}`;
  });
}

function section(report: Report, group: "signed" | "undecided", title: string): string[] {
  const claims = claimsOf(report, group);
  return claims.length === 0 ? [] : [`## ${title}`, ...claims.flatMap((claim) => entry(report, claim))];
}

function entry(report: Report, claim: ReportClaim): string[] {
  const { speaker, kind, place, verdict } = claim;
  const said = speaker ? md`Said by ${speakerLine(speaker)}.` : "In the article’s own voice.";
  return [
    md`### ${claim.number}. ${claim.wording}`,
    md`**${markLabel({ standing: standing(claim), verdict })}**`,
    `${said} ${md`${plain(kind)}, ${place ? placeLine(place) : "no longer in the text"}.`}`,
    context(report, claim),
    claim.facts.map(factLine).join("\n"),
    claim.notes.map((note) => noteLine(report, note)).join("\n"),
    verdict?.explanation ? md`Explanation: ${verdict.explanation}` : "",
    verdict?.authorsWordReason ? md`On the author’s word, because: ${verdict.authorsWordReason}` : "",
    vouching(claim, report.version.number),
  ];
}

function context(report: Report, { place }: ReportClaim): string {
  if (!place) return "";
  const { before, words, after } = inContext(report.version.text, place);
  const gap = (text: string, edge: RegExp) => (edge.test(text) ? " " : "");
  return `> ${escapeMarkdown(before)}${gap(before, /\s$/)}**${escapeMarkdown(words)}**${gap(after, /^\s/)}${escapeMarkdown(after)}`;
}

function factLine({ text, normalised, type, ticked }: ReportClaim["facts"][number]): string {
  const reads = normalised === "" ? "" : md` = ${normalised}`;
  const who = ticked ? md`, ticked by ${ticked.by.name}, ${momentInWords(ticked.at)}` : "";
  return `- ${ticked ? "☑" : "☐"} ${md`${text}`}${reads} (${md`${plain(type)}`}${who})`;
}

function noteLine(report: Report, note: ReportNote): string {
  const source = report.sources.find(({ id }) => id === note.sourceId);
  const cited = source?.told === "all" ? md` \[${source.number}\] ${source.title}` : " source known to the newsroom";
  const locator = note.locator === "" ? "" : md`, ${note.locator}`;
  const quote = note.quote === "" ? "" : md` “${note.quote}”`;
  const words = note.note === "" ? "" : md` ${note.note}`;
  const edited = note.editedAt === null ? "" : `; edited ${momentInWords(note.editedAt)}`;
  return `- **${md`${stanceLabel(note.stance)}`}**${cited}${locator}.${quote}${words} (${note.author === null ? "" : md`${note.author.name}, `}consulted ${md`${dateInWords(note.consultedOn)}`}${edited})`;
}

function vouching(claim: ReportClaim, version: number): string {
  const { verdict, signOff } = claim;
  const then = otherWords(claim);
  const lines = [
    verdict?.proposed
      ? md`Verdict proposed by ${verdict.proposed.by.name}, ${momentInWords(verdict.proposed.at)}.`
      : "",
    signature(claim, version),
    then === null ? "" : md`When it was signed off, the words in the article were “${then}”.`,
    signOff?.overrideReason ? md`**Four-eyes rule stepped past.** Reason: ${signOff.overrideReason}` : "",
    claim.stateNote === "" ? "" : md`Note on its state: ${claim.stateNote}`,
    ...claim.voided.map(
      ({ by, at, versionNumber, voidedAt, voidReason, overrideReason }) =>
        md`Sign-off by ${by.name}, ${momentInWords(at)}, version ${versionNumber}, void since ${momentInWords(voidedAt)}: ${voidReason}` +
        (overrideReason === null ? "" : md` It stepped past the four-eyes rule: ${overrideReason}`),
    ),
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

function signature(claim: ReportClaim, version: number): string {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    const also = isSameHand(claim) ? "; the same person proposed the verdict." : ".";
    const on = versionLine(signOff.versionNumber, version);
    return md`Signed off by ${signOff.by.name}, ${momentInWords(signOff.at)}, ${on}` + also;
  }
  return signOff && !signOff.intact
    ? `**${BROKEN_SIGN_OFF}**`
    : `Not signed off: ${STATE_LABELS[state].toLowerCase()}.`;
}

function untouched(report: Report): string[] {
  const claims = claimsOf(report, "untouched");
  if (claims.length === 0) return [];
  return [
    `## ${STANDING_LABELS.untouched}`,
    claims.map(({ number, wording }) => md`- ${number}: ${wording}`).join("\n"),
  ];
}

function dismissed(report: Report): string[] {
  const claims = claimsOf(report, "dismissed");
  return claims.length === 0 ? [] : [`## ${STANDING_LABELS.dismissed}`, claims.map(dismissedLine).join("\n")];
}

function dismissedLine({ number, wording, dismissal }: ReportClaim): string {
  const { reason = "", note = "", by = null, at = null } = dismissal ?? {};
  const who = by === null ? "" : md` (${by.name}` + (at === null ? ")" : `, ${momentInWords(at)})`);
  return md`- ${number}: ${wording} **${dismissLabel(reason)}.** ${note}`.trimEnd() + who;
}

function sources(report: Report): string[] {
  if (report.sources.length === 0) return [];
  return ["## Sources", report.sources.map(sourceLine).join("\n")];
}

function sourceLine(source: ReportSource): string {
  const origin = [source.publisher, source.date === null ? "" : dateInWords(source.date)]
    .filter((part) => part !== "")
    .join(", ");
  const published = origin === "" ? "" : md` ${origin}.`;
  const numbers = source.claims.join(", ");
  const address = source.url === "" ? "" : ` ${link(source.url)}`;
  return `- \\[${source.number}\\] ${md`*${source.title}*`}.${published} ${md`${sourceSort(source)}`}; for ${source.claims.length === 1 ? "claim" : "claims"} ${numbers}.${address}`;
}

function people(report: Report): string[] {
  if (report.people.length === 0) return [];
  const lines = report.people.map(
    ({ person, notes, verdicts, signOffs }) =>
      md`- ${person.name}: ${count(notes, "source note")}, ${count(verdicts, "verdict")} proposed, ${count(signOffs, "sign-off")}`,
  );
  return ["## Who stands for it", lines.join("\n")];
}

function fingerprint({ article, version, ledger }: Report): string[] {
  const { check } = ledger;
  const found = check.ok
    ? `The chain of ${check.length === 1 ? "1 entry" : `${check.length} entries`} was recomputed from its beginning and is whole.`
    : md`The chain is broken at entry ${check.seq}: ${check.reason}`;
  return [
    "## Fingerprint",
    [md`- Text, version ${version.number}: ${version.sha256}`, md`- Ledger, entry ${ledger.seq}: ${ledger.hash}`].join(
      "\n",
    ),
    `${found} To verify it again: ${md`claimdesk ledger verify ${article.id}`}`,
  ];
}
