import type { ReportContact, ReportObjection } from "./evidence";
import { markLabel } from "./html-article";
import type { ReportWords } from "./languages/en";
import {
  otherWords,
  type ReportClaim,
  type ReportFrame,
  type ReportNote,
  type ReportOutline,
  type ReportSource,
  standing,
} from "./report";
import { grouped, named, selectionWords, sourceSort, speakerLine, wordsOf } from "./words";

/** A line of a claim's entry: words that are set bold, then plain ones; either may be empty. */
export interface ClaimLine {
  readonly lead: string;
  readonly text: string;
}

const plainly = (text: string): ClaimLine => ({ lead: "", text });

/** Join what is not empty. */
export function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== "").join(by);
}

/** What the entries of one document share: the report, its words, and its sources by their ids. */
export interface Lines {
  readonly report: ReportFrame;
  readonly words: ReportWords;
  readonly sources: ReadonlyMap<string, ReportSource>;
}

/** Prepare to put a report's claims into lines. */
export function linesOf(report: ReportFrame): Lines {
  return { report, words: wordsOf(report), sources: new Map(report.sources.map((source) => [source.id, source])) };
}

/** Say in a word or two what a claim's mark stands for. */
export function claimLabel(claim: ReportClaim, words: ReportWords): string {
  return markLabel({ standing: standing(claim), verdict: claim.verdict }, words);
}

/** Name a verdict as it stands: its label, and whether it is only proposed. */
export function stampWords(
  { verdict, standing }: Pick<ReportOutline, "verdict" | "standing">,
  words: ReportWords,
): string {
  if (verdict === null) return words.noVerdict;
  return standing === "signed" ? verdict.label : `${verdict.label}, ${words.proposedOnly}`;
}

/** Say what of the article's check is left, that not all claims are shown, and that the ledger is broken; empty when none is so. */
export function noticeLines({ report, words }: Pick<Lines, "report" | "words">): ClaimLine[] {
  const { whole, ledger } = report;
  const left = joined(
    [
      whole.undecided === 0 ? "" : words.notSignedOff(whole.undecided),
      whole.untouched === 0 ? "" : words.notTakenUp(whole.untouched),
    ],
    ", ",
  );
  const shown = selectionWords(report, words);
  return [
    ...(ledger.check.ok
      ? []
      : [{ lead: words.brokenLedger(ledger.check.seq), text: `${ledger.check.reason} ${words.brokenLedgerMeans}` }]),
    ...(shown === null ? [] : [{ lead: shown, text: "" }]),
    ...(left === "" ? [] : [{ lead: words.incomplete, text: `${left}.` }]),
  ];
}

/** Say for whom the report is, and what that leaves out. */
export function audienceLine({ options }: Pick<ReportFrame, "options">, words: ReportWords): ClaimLine {
  const means = options.audience === "public" ? words.publicOnly : words.internalOnly;
  return { lead: `${words.audiences[options.audience]}.`, text: means };
}

/** Say who said a claim, where it stands and as of when it was checked: "Said by Rex Tillerson. Quote, paragraph 4." */
export function saidLine({ speaker, kind, place, asOf, expiresOn }: ReportClaim, words: ReportWords): string {
  const said = speaker ? `${words.saidBy} ${speakerLine(speaker, words)}.` : words.ownVoice;
  const where = place ? words.paragraph(place.paragraph) : words.noLongerThere;
  const when = joined(
    [asOf === null ? "" : words.checkedAsOf(asOf), expiresOn === null ? "" : words.expires(expiresOn)],
    "; ",
  );
  const sort = `${words.capital(named(words.claimKinds, kind))}, ${where}.`;
  return joined([said, sort, when === "" ? "" : `${words.capital(when)}.`], " ");
}

/** What a note says, in the pieces that a document sets differently. */
export interface NoteLine {
  readonly stance: string;
  /** The number its source is cited by; null for a source the report does not list. */
  readonly cited: number | null;
  /** The source's title with the place in it. */
  readonly title: string;
  readonly quote: string;
  readonly own: string;
  /** How the claim's facts compare with the quote, and what became of it in the newsroom's copy of the source, a line each. */
  readonly evidence: readonly string[];
  readonly by: string;
}

/** Put a note into words. */
export function noteLine({ words, sources }: Lines, note: ReportNote): NoteLine {
  const source = note.sourceId === null ? undefined : sources.get(note.sourceId);
  const edited = note.editedAt === null ? "" : words.edited(note.editedAt);
  const consulted = note.author
    ? `${note.author.name}, ${words.consulted(note.consultedOn)}`
    : words.capital(words.consulted(note.consultedOn));
  return {
    stance: named(words.stances, note.stance),
    cited: source?.number ?? null,
    title: joined([sourceTitle(source ?? null, words), note.locator], ", "),
    quote: note.quote,
    own: note.note,
    evidence: [...comparisonLines(note, words), ...copyLines(note, source, words)],
    by: joined([consulted, edited], "; "),
  };
}

/** A line for each fact that the quote speaks of, and one for all of which it says nothing. */
function comparisonLines({ comparison }: ReportNote, words: ReportWords): string[] {
  const compared = comparison ?? [];
  const missing = compared.filter(({ outcome }) => outcome === "missing").map(({ claim }) => claim);
  const spoken = compared
    .filter(({ outcome }) => outcome !== "missing")
    .map(({ claim, source, outcome }) => {
      const sides = `${words.inTheClaim}${words.colon} ${claim}; ${words.inTheQuote}${words.colon} ${source || "–"}`;
      return `${sides} → ${named(words.compared, outcome)}`;
    });
  if (missing.length === 0) return spoken;
  return [...spoken, `${words.capital(named(words.compared, "missing"))}${words.colon} ${missing.join("; ")}`];
}

function copyLines({ place }: ReportNote, source: ReportSource | undefined, words: ReportWords): string[] {
  if (!place || !source?.snapshot) return [];
  const changes = place.changes.map(({ from, to }) => words.wasNow(from, to));
  const outcome = `${words.quoteIn(place.page)}${named(words.places, place.outcome)}`;
  return [`${words.copyOf(source.snapshot.at)}: ${joined([outcome, ...changes], "; ")}.`];
}

/** Name a source, or say that only the newsroom knows it. */
export function sourceTitle(source: Pick<ReportSource, "told" | "title"> | null, words: ReportWords): string {
  return source?.told === "all" ? source.title : words.knownSource;
}

/** Say what the newsroom did beyond reading, a line each: how far the sources stand on their own, whom it asked, what was objected. */
export function evidenceLines({ words, sources }: Lines, claim: ReportClaim): ClaimLine[] {
  const { independence, contacts, objections } = claim;
  const groups = independence.groups.map(({ sourceIds, reasons }) => {
    const numbers = sourceIds.flatMap((id) => (sources.has(id) ? `[${sources.get(id)?.number}]` : []));
    return `${words.oneStory(numbers.join(", "), reasons.map((reason) => words.alike(reason)).join("; "))}.`;
  });
  const counted = independence.links > 0 ? [`${words.independence(independence)}.`, ...groups] : [];
  return [
    ...(counted.length === 0 ? [] : [{ lead: `${words.independenceLabel}${words.colon}`, text: counted.join(" ") }]),
    ...contacts.map((contact) => contactLine(contact, words)),
    ...objections.map((objection) => objectionLine(objection, words)),
  ];
}

function contactLine(contact: ReportContact, words: ReportWords): ClaimLine {
  const { told, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn, by } = contact;
  const { open, close } = words.quotes;
  const who = told === "known" ? words.knownContact : joined([person, role], ", ");
  const asked = words.contactAsked(askedOn, channel === "" ? "" : named(words.channels, channel));
  const until = deadline === null ? "" : words.contactDeadline(deadline);
  const result = words.contactAnswered(named(words.contacts, outcome), answeredOn);
  const steps = `${who}: ${joined([asked, until], ", ")}; ${result}${by === null ? "" : ` (${by.name})`}.`;
  const said = answer === "" ? "" : `${open}${answer}${close}`;
  const what = question === "" ? "" : `${words.contactQuestion}${words.colon} ${question}`;
  return { lead: `${words.contactLog}${words.colon}`, text: joined([steps, said, what], " ") };
}

function objectionLine({ words: said, by, at, decision }: ReportObjection, words: ReportWords): ClaimLine {
  const decided = decision
    ? `${named(words.decisions, decision.decision)}. ${joined([decision.reason, `(${decision.by.name}, ${words.moment(decision.at)})`], " ")}`
    : `${words.objectionOpen}.`;
  return { lead: `${words.objection(by.name, at)}:`, text: `${said} ${decided}` };
}

/** Say why a claim bears its verdict; no line for one without. */
export function verdictLines({ verdict }: ReportClaim, words: ReportWords): ClaimLine[] {
  if (verdict === null) return [];
  const { label, explanation, authorsWordReason } = verdict;
  return [
    ...(explanation === "" ? [] : [{ lead: `${label}.`, text: explanation }]),
    ...(authorsWordReason === "" ? [] : [{ lead: words.onAuthorsWord, text: `${words.because} ${authorsWordReason}` }]),
  ];
}

/** Say who proposed and signed off a claim, on which version, and what came of it, a line each. */
export function vouchingLines({ report, words }: Lines, claim: ReportClaim): ClaimLine[] {
  const { verdict, signOff, stateNote, voided } = claim;
  const then = otherWords(claim);
  const proposed = verdict?.proposed;
  const { open, close } = words.quotes;
  const past = (rule: string, reason: string | null | undefined) =>
    reason ? [{ lead: rule, text: `${words.reason}${words.colon} ${reason}` }] : [];
  return [
    ...(proposed ? [plainly(`${words.proposedBy} ${proposed.by.name}, ${words.moment(proposed.at)}.`)] : []),
    signature(claim, report.version.number, words),
    ...past(words.fourEyesPast, signOff?.overrideReason),
    ...past(words.sourcingPast, signOff?.sourcingReason),
    ...(then === null ? [] : [plainly(`${words.wordsThen} ${open}${then}${close}.`)]),
    ...(stateNote === "" ? [] : [plainly(`${words.stateNote}${words.colon} ${stateNote}`)]),
    ...voided.map((gone) => {
      const { by, versionNumber: version, voidReason: reason, overrideReason } = gone;
      const override = overrideReason === null ? "" : words.voidedPast(overrideReason);
      return plainly(joined([words.voided({ ...gone, by: by.name, version, reason }), override], " "));
    }),
  ];
}

function signature(claim: ReportClaim, version: number, words: ReportWords): ClaimLine {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    const on = words.version(signOff.versionNumber, version);
    const also = claim.sameHand ? `; ${words.sameHand}` : "";
    return { lead: `${words.signedBy} ${signOff.by.name},`, text: `${words.moment(signOff.at)}, ${on}${also}.` };
  }
  if (signOff && !signOff.intact) return { lead: words.brokenSignOff, text: "" };
  return { lead: words.notSignedOffYet, text: `${named(words.states, state)}.` };
}

/** Say why a claim is not checked, and who said so. */
export function dismissalLine({ dismissal }: Pick<ReportOutline, "dismissal">, words: ReportWords): ClaimLine {
  const { reason = "", note = "", by = null, at = null } = dismissal ?? {};
  const who = by === null ? "" : `(${joined([by.name, at === null ? "" : words.moment(at)], ", ")})`;
  return { lead: `${named(words.dismissed, reason)}.`, text: joined([note, who], " ") };
}

/** Say where a source came out, what it is and how far it is trusted, and what copy of it the newsroom holds (empty for none). */
export function sourceLines(source: ReportSource, words: ReportWords): { origin: string; sort: string; copy: string } {
  const { author, publisher, date, confidentiality, reliability, snapshot } = source;
  const origin = joined([author, publisher, date === null ? "" : words.date(date)], ", ");
  const sort = joined([sourceSort(source, words), confidentiality === "open" ? "" : words.notPublic], ", ");
  const cites = `${words.forClaims(source.claims.length)} ${source.claims.join(", ")}`;
  const trust = reliability === "" ? "" : `. ${words.reliability}${words.colon} ${reliability}`;
  const copy = snapshot
    ? `${words.copyLabel}${words.colon} ${joined([snapshot.origin === "fetched" ? words.copyFetched(snapshot.at) : words.copyUploaded(snapshot.at), snapshot.name, snapshot.mediaType], ", ")}. SHA-256 ${grouped(snapshot.sha256)}`
    : "";
  return { origin, sort: `${sort}; ${cites}${trust}`, copy };
}

/** Say of each published correction when and what it was, what it said and says now, and why. */
export function correctionLines({ report, words }: Pick<Lines, "report" | "words">): ClaimLine[] {
  const { open, close } = words.quotes;
  return report.corrections.map((correction) => {
    const { at, before, after, why } = correction;
    const was = `${words.itSaid}${words.colon} ${open}${before}${close}. ${words.itSays}${words.colon} ${open}${after}${close}.`;
    return { lead: `${words.moment(at)}, ${words.correctionOf(correction)}.`, text: joined([why, was], " ") };
  });
}

/** Say whether the ledger's chain is whole, how to verify it again, and what the two fingerprints are. */
export function fingerprintWords({ article, ledger }: ReportFrame, words: ReportWords) {
  const { check } = ledger;
  const chain = check.ok ? words.chainWhole(check.length) : words.chainBroken(check.seq, check.reason);
  return {
    chain,
    again: words.verifyAgain,
    command: `claimdesk ledger verify ${article.id}`,
    means: words.whatTheyAre(ledger.at),
  };
}
