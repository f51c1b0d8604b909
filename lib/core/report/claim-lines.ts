import { STATE_LABELS } from "../workflow/workflow";
import {
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
  /** The number its source is cited by; null for a source the report does not list. */
  readonly cited: number | null;
  /** The source's title with the place in it. */
  readonly title: string;
  readonly quote: string;
  readonly words: string;
  readonly by: string;
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
    const source = known.get(note.sourceId);
    const edited = note.editedAt === null ? "" : `; edited ${momentInWords(note.editedAt)}`;
    return {
      stance: stanceLabel(note.stance),
      cited: source?.number ?? null,
      title: [source?.title ?? "", note.locator].filter((part) => part !== "").join(", "),
      quote: note.quote,
      words: note.note,
      by: `${note.author.name}, consulted ${dateInWords(note.consultedOn)}${edited}`,
    };
  };
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
    const also = isSameHand(claim) ? "; the same person proposed the verdict" : "";
    const on = versionLine(signOff.versionNumber, version);
    return { lead: `Signed off by ${signOff.by.name},`, text: `${momentInWords(signOff.at)}, ${on}${also}.` };
  }
  if (signOff && !signOff.intact) return { lead: BROKEN_SIGN_OFF, text: "" };
  return { lead: "Not signed off:", text: `${STATE_LABELS[state].toLowerCase()}.` };
}

const plainly = (text: string): ClaimLine => ({ lead: "", text });

/** Say where a source came out and what it is: "Reuters, 22 March 2017. Web page, wire report; for claims 3, 7." */
export function sourceLines(source: ReportSource): { readonly origin: string; readonly sort: string } {
  const date = source.date === null ? "" : dateInWords(source.date);
  const origin = [source.publisher, date].filter((part) => part !== "").join(", ");
  const claims = `for ${source.claims.length === 1 ? "claim" : "claims"} ${source.claims.join(", ")}`;
  return { origin, sort: `${sourceSort(source)}; ${claims}` };
}
