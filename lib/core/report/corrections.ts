import type { ReportContact } from "./evidence";
import { type Report, type ReportClaim, type ReportNote, type ReportSource, standing } from "./report";
import { dateInWords, STANDING_LABELS, stanceLabel } from "./words";

/** One thing that a report says otherwise than another: what it said, what it says now. Empty where it said nothing. */
export interface ReportChange {
  /** Names the change among those of the same two reports. */
  readonly key: string;
  /** Null for what is about the whole report. */
  readonly claimNumber: number | null;
  /** What of it changed, in words: "verdict". */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Return what `after` says otherwise than `before`, in words and in the order of the claims' numbers: everything a reader could have
 * taken away from the report. Moments, hashes and counts that follow from the records are no statements of their own.
 */
export function reportChanges(before: Report, after: Report): ReportChange[] {
  const was = new Map(before.claims.map((claim) => [claim.id, claim]));
  const is = new Map(after.claims.map((claim) => [claim.id, claim]));
  const numbers = new Map([...before.claims, ...after.claims].map(({ id, number }) => [id, number]));
  const claims = [...numbers]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([id, number]) => claimChanges(number, told(before, was.get(id)), told(after, is.get(id))));
  return [...differing(null, "report", wholeWords(before), wholeWords(after)), ...claims];
}

/** Say a change in one sentence: "Claim 4: verdict Confirmed → Corrected". */
export function changeWords({ claimNumber, field, before, after }: Omit<ReportChange, "key">): string {
  const place = claimNumber === null ? "The report" : `Claim ${claimNumber}`;
  return `${place}: ${field} ${before || "nothing"} → ${after || "nothing"}`;
}

/** A claim with the sources that its notes lean on. */
interface ToldClaim {
  readonly claim: ReportClaim;
  readonly sources: ReadonlyMap<string, ReportSource>;
}

/** What is said, by a name for it; a field "note:7" is the note 7, told as "source note". */
type Words = ReadonlyMap<string, string>;

function told(report: Report, claim: ReportClaim | undefined): ToldClaim | null {
  return claim ? { claim, sources: new Map(report.sources.map((source) => [source.id, source])) } : null;
}

function wholeWords({ newsroom, article, version, fourEyes, sources }: Report): Words {
  return new Map([
    ["newsroom", newsroom.name],
    ["title", article.title],
    ["byline", article.byline],
    ["publisher", article.publisher],
    ["address of the article", article.url],
    ["date of publication", article.publishedOn === null ? "" : dateInWords(article.publishedOn)],
    [
      "text of the article",
      `version ${version.number}, ${version.words.toLocaleString("en")} words (SHA-256 ${version.sha256.slice(0, 12)})`,
    ],
    ["four-eyes rule", fourEyes ? "kept" : "not asked for"],
    ...sources.map((source) => [`source:${source.id}`, sourceWords(source)] as const),
  ]);
}

function claimChanges(number: number, before: ToldClaim | null, after: ToldClaim | null): ReportChange[] {
  const key = `claim-${number}`;
  if (before && after) return differing(number, key, claimWords(before), claimWords(after));
  const only = (one: ToldClaim | null) => (one ? summary(one.claim) : "");
  return [{ key, claimNumber: number, field: "claim", before: only(before), after: only(after) }];
}

function summary({ wording, verdict }: ReportClaim): string {
  return verdict ? `“${wording}”: ${verdict.label}` : `“${wording}”`;
}

function claimWords({ claim, sources }: ToldClaim): Words {
  const { speaker, verdict, signOff, dismissal, place } = claim;
  const stands = STANDING_LABELS[standing(claim)];
  return new Map([
    ["wording", claim.wording],
    ["words in the article", place?.exact ?? ""],
    [
      "speaker",
      speaker
        ? [speaker.name, speaker.title, speaker.via && `reported by ${speaker.via}`, speaker.url]
            .filter(Boolean)
            .join(", ")
        : "",
    ],
    ["verdict", verdict?.label ?? ""],
    ["explanation", verdict?.explanation ?? ""],
    ["author’s word", verdict?.authorsWordReason ?? ""],
    ["standing", [stands, dismissal?.reason, dismissal?.note].filter(Boolean).join(": ")],
    ["sign-off", signOff ? `by ${signOff.by.name} on ${dateInWords(signOff.at)}` : ""],
    ["checked as of", claim.asOf === null ? "" : dateInWords(claim.asOf)],
    [
      "facts",
      claim.facts
        .map(({ text, normalised, ticked }) => `${text}${normalised && ` (${normalised})`}${ticked ? " ✓" : ""}`)
        .join("; "),
    ],
    ...claim.notes.map((note) => [`note:${note.id}`, noteWords(note, sources)] as const),
    ...claim.contacts.map((contact) => [`contact:${contact.id}`, contactWords(contact)] as const),
    ...claim.objections.map(({ id, words, decision }) => {
      const decided = decision ? `: ${decision.decision}${decision.reason && ` (${decision.reason})`}` : "";
      return [`objection:${id}`, `“${words}”${decided}`] as const;
    }),
  ]);
}

function noteWords(note: ReportNote, sources: ReadonlyMap<string, ReportSource>): string {
  const source = note.sourceId === null ? undefined : sources.get(note.sourceId);
  const name = source?.told === "all" ? source.title : "a source known to the newsroom";
  const parts = [note.quote && `“${note.quote}”`, note.locator, note.note].filter(Boolean).join(", ");
  return `${stanceLabel(note.stance)}: ${name}${parts && `, ${parts}`}`;
}

/** A source that came or went with a note is told there; here it is what is said of one that stays. */
function sourceWords({ title, author, publisher, date, url }: ReportSource): string {
  return [title, author, publisher, date, url].filter(Boolean).join(", ");
}

function contactWords({ person, role, outcome, answer }: ReportContact): string {
  const who = [person || "somebody known to the newsroom", role].filter(Boolean).join(", ");
  return `${who}: ${OUTCOMES[outcome] ?? outcome}${answer && `, “${answer}”`}`;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: "asked, no answer yet",
  answered: "answered",
  declined: "declined to answer",
  no_answer: "did not answer",
};

const FIELDS: Readonly<Record<string, string>> = {
  source: "source",
  note: "source note",
  contact: "right of reply",
  objection: "objection",
};

function differing(claimNumber: number | null, prefix: string, before: Words, after: Words): ReportChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? "", after.get(name) ?? ""];
    if (was === is) return [];
    const field = FIELDS[name.split(":")[0] ?? ""] ?? name;
    return [{ key: `${prefix}/${name}`, claimNumber, field, before: was, after: is }];
  });
}
