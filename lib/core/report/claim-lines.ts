import { STATE_LABELS } from "../workflow/workflow";
import type { ReportContact, ReportObjection, ReportQuotePlace } from "./evidence";
import { markLabel } from "./html-article";
import { EN } from "./languages/en";
import { count } from "./method";
import { isFiltering } from "./options";
import { otherWords, type Report, type ReportClaim, type ReportNote, type ReportSource, standing } from "./report";
import {
  BROKEN_SIGN_OFF,
  dateInWords,
  grouped,
  momentInWords,
  placeLine,
  plain,
  sourceSort,
  speakerLine,
  stanceLabel,
  versionLine,
} from "./words";

/** A line of a claim's entry: words that are set bold, then plain ones; either may be empty. */
export interface ClaimLine {
  readonly lead: string;
  readonly text: string;
}

/** What a note says, in the pieces that a document sets differently. */
export interface NoteLine {
  readonly stance: string;
  /** The number its source is cited by; null for a source the report does not name. */
  readonly cited: number | null;
  /** The source's title with the place in it. */
  readonly title: string;
  readonly quote: string;
  readonly words: string;
  /** Where the quote stands in the newsroom's copy of the source, and how the claim's facts compare with it, a line each. */
  readonly evidence: readonly string[];
  readonly by: string;
}

/** Say in a word or two what a claim's mark stands for. */
export function claimLabel(claim: ReportClaim): string {
  return markLabel({ standing: standing(claim), verdict: claim.verdict });
}

/** Say what of the article's check is left, and that not all claims are shown; empty when neither is so. */
export function leftLines({ whole, figures, options }: Report): ClaimLine[] {
  const { undecided, untouched } = whole;
  const parts = [
    ...(undecided === 0 ? [] : [`${count(undecided, "claim")} not signed off`]),
    ...(untouched === 0 ? [] : [`${count(untouched, "passage")} found by the software and not taken up`]),
  ];
  const left = parts.length === 0 ? [] : [{ lead: "The check is not complete:", text: `${parts.join(", ")}.` }];
  const part = `it shows ${figures.claims} of ${count(whole.claims, "claim")} of this article.`;
  return isFiltering(options.only) ? [...left, { lead: "This report is an extract:", text: part }] : left;
}

/** Say who said a claim and where: "Said by Rex Tillerson, Secretary of State. Quote, paragraph 4." */
export function saidLine({ speaker, kind, place }: ReportClaim): string {
  const said = speaker ? `Said by ${speakerLine(speaker)}.` : "In the article’s own voice.";
  const sort = plain(kind);
  return `${said} ${sort.charAt(0).toUpperCase()}${sort.slice(1)}, ${place ? placeLine(place) : "no longer in the text"}.`;
}

/** Return a function that puts a note of `report` into words; it finds a note's source at once. */
export function noteWords(report: Pick<Report, "sources">): (note: ReportNote) => NoteLine {
  const known = new Map(report.sources.map((source) => [source.id, source]));
  return (note) => {
    const source = note.sourceId === null ? undefined : known.get(note.sourceId);
    const edited = note.editedAt === null ? "" : `; edited ${momentInWords(note.editedAt)}`;
    return {
      stance: stanceLabel(note.stance),
      cited: source?.number ?? null,
      title: [sourceTitle(source ?? null), note.locator].filter((part) => part !== "").join(", "),
      quote: note.quote,
      words: note.note,
      evidence: [
        ...(note.place ? [placeWords(note.place)] : []),
        ...note.comparison.map(({ claim, source: found, outcome }) => {
          return `Claim: ${claim}; source: ${found || "nothing"}: ${outcome}.`;
        }),
      ],
      by: `${note.author ? `${note.author.name}, ` : ""}consulted ${dateInWords(note.consultedOn)}${edited}`,
    };
  };
}

/** Name a source, or say that only the newsroom knows it. */
export function sourceTitle(source: Pick<ReportSource, "told" | "title"> | null): string {
  return source?.told === "all" ? source.title : "A source known to the newsroom";
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  found: "The quote stands in the newsroom’s copy",
  moved: "The quote stands at another place in the newest copy",
  changed: "The newest copy puts the quote in other words",
  "value-changed": "In the newest copy a figure, name, date or negation of the quote is another",
  ambiguous: "The quote stands more than once in the newest copy",
  gone: "The quote no longer stands in the newest copy",
};

function placeWords({ outcome, page, changes }: ReportQuotePlace): string {
  const where = page === "" ? "" : `, ${/^\d+$/.test(page) ? `page ${page}` : page}`;
  const how = changes.map(({ from, to }) => `“${from}” → “${to}”`).join(", ");
  return `${PLACE_WORDS[outcome] ?? plain(outcome)}${where}${how === "" ? "" : ` (${how})`}.`;
}

/** Say what else stands behind a claim, a line each: how many sources are their own, who was asked, who objected, until when it holds. */
export function evidenceLines({ independence, contacts, objections, asOf, expiresOn }: ReportClaim): ClaimLine[] {
  const { links, independent, groups } = independence;
  const reasons = groups.flatMap((group) => group.reasons.map(EN.alike)).join("; ");
  const why = reasons === "" ? "" : ` (${reasons})`;
  const checked = [
    asOf === null ? "" : `As of ${dateInWords(asOf)}.`,
    expiresOn === null ? "" : `To be checked again by ${dateInWords(expiresOn)}.`,
  ].filter((part) => part !== "");
  return [
    ...(links > 0 ? [{ lead: "Sources:", text: `${count(links, "link")}, ${independent} independent${why}.` }] : []),
    ...contacts.map(contactLine),
    ...objections.map(objectionLine),
    ...(checked.length === 0 ? [] : [plainly(checked.join(" "))]),
  ];
}

const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: "No answer yet",
  answered: "Answered",
  declined: "Declined to comment",
  no_answer: "Did not answer",
};

function contactLine(contact: ReportContact): ClaimLine {
  const { told, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn } = contact;
  const named = [person, role].filter((part) => part !== "").join(", ");
  const how = channel === "" ? "" : ` by ${plain(channel)}`;
  const until = deadline === null ? "" : `, to answer until ${momentInWords(deadline)}`;
  const when = answeredOn === null ? "" : ` on ${dateInWords(answeredOn)}`;
  const said = answer === "" ? "" : `: “${answer}”`;
  const parts = [
    `${told === "known" ? "a person known to the newsroom" : named}, ${dateInWords(askedOn)}${how}${until}.`,
    question === "" ? "" : `“${question}”`,
    `${OUTCOMES[outcome] ?? plain(outcome)}${when}${said}.`,
  ];
  return { lead: "Asked:", text: parts.filter((part) => part !== "").join(" ") };
}

const DECISIONS: Readonly<Record<string, string>> = {
  stet: "Stet, the wording stays",
  accepted: "Accepted",
  withdrawn: "Withdrawn",
};

function objectionLine({ words, by, at, decision }: ReportObjection): ClaimLine {
  const said = `${momentInWords(at)}: ${words}`;
  if (!decision) return { lead: `Objection by ${by.name},`, text: `${said} (not decided yet)` };
  const { decision: what, reason, by: who, at: when } = decision;
  const decided = `${DECISIONS[what] ?? plain(what)} (${who.name}, ${momentInWords(when)})`;
  return { lead: `Objection by ${by.name},`, text: `${said} ${decided}${reason === "" ? "." : `: ${reason}`}` };
}

/** Say why a claim bears its verdict; no line for one without. */
export function verdictLines({ verdict }: ReportClaim): ClaimLine[] {
  if (verdict === null) return [];
  return [
    { lead: `${verdict.label}.`, text: verdict.explanation },
    { lead: "On the author’s word,", text: verdict.authorsWordReason && `because: ${verdict.authorsWordReason}` },
  ].filter(({ text }) => text !== "");
}

/** Say who proposed and signed off a claim, on which version, and what came of it, a line each. */
export function vouchingLines(claim: ReportClaim, version: number): ClaimLine[] {
  const { verdict, signOff, stateNote, voided } = claim;
  const then = otherWords(claim);
  const proposed = verdict?.proposed;
  return [
    ...(proposed ? [plainly(`Verdict proposed by ${proposed.by.name}, ${momentInWords(proposed.at)}.`)] : []),
    signature(claim, version),
    ...(signOff?.overrideReason
      ? [{ lead: "Four-eyes rule stepped past.", text: `Reason: ${signOff.overrideReason}` }]
      : []),
    ...(signOff?.sourcingReason
      ? [{ lead: "Rule on sources stepped past.", text: `Reason: ${signOff.sourcingReason}` }]
      : []),
    ...(then === null ? [] : [plainly(`When it was signed off, the words in the article were “${then}”.`)]),
    ...(stateNote === "" ? [] : [plainly(`Note on its state: ${stateNote}`)]),
    ...voided.map((gone) => {
      const past = gone.overrideReason === null ? "" : ` It stepped past the four-eyes rule: ${gone.overrideReason}`;
      return plainly(
        `Sign-off by ${gone.by.name}, ${momentInWords(gone.at)}, version ${gone.versionNumber}, void since ${momentInWords(gone.voidedAt)}: ${gone.voidReason}${past}`,
      );
    }),
  ];
}

function signature(claim: ReportClaim, version: number): ClaimLine {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    const also = claim.sameHand ? "; the same person proposed the verdict" : "";
    const on = versionLine(signOff.versionNumber, version);
    return { lead: `Signed off by ${signOff.by.name},`, text: `${momentInWords(signOff.at)}, ${on}${also}.` };
  }
  if (signOff && !signOff.intact) return { lead: BROKEN_SIGN_OFF, text: "" };
  return { lead: "Not signed off:", text: `${STATE_LABELS[state].toLowerCase()}.` };
}

const plainly = (text: string): ClaimLine => ({ lead: "", text });

/** Say where a source came out, what it is, and what copy of it the newsroom holds (empty for none). */
export function sourceLines(source: ReportSource): { origin: string; sort: string; copy: string } {
  const date = source.date === null ? "" : dateInWords(source.date);
  const origin = [source.author, source.publisher, date].filter((part) => part !== "").join(", ");
  const claims = `for ${source.claims.length === 1 ? "claim" : "claims"} ${source.claims.join(", ")}`;
  const { snapshot } = source;
  const kept = snapshot?.origin === "fetched" ? "Page kept" : "File kept";
  const copy = snapshot ? `${kept} ${momentInWords(snapshot.at)}, SHA-256 ${grouped(snapshot.sha256)}` : "";
  return { origin, sort: `${sourceSort(source)}; ${claims}`, copy };
}
