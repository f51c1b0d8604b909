import type { Independence } from "../evidence/independence";
import type { Confidentiality } from "../workflow/sourcing";
import type { ReportContact, ReportContactInput, ReportIndependence } from "./evidence";
import type { ReportAudience } from "./options";
import type {
  ReportClaimInput,
  ReportClaimRecord,
  ReportNoteInput,
  ReportSourceInput,
  ReportToldSource,
} from "./report";

/** The sources that a report may name, by id; one that is not in it is treated as secret. */
export type KnownSources = ReadonlyMap<string, Pick<ReportSourceInput, "confidentiality" | "date">>;

/** Return the sources by how far each may be known. */
export function knownSources(sources: readonly ReportSourceInput[]): KnownSources {
  return new Map(sources.map(({ id, confidentiality, date }) => [id, { confidentiality, date }]));
}

/**
 * Return what a report may tell of a source: nothing (null) of a secret one; of an internal one the public learns only of what
 * sort it is. Notes on its reliability and names of files stay inside.
 */
export function redactSource(source: ReportSourceInput, audience: ReportAudience): ReportToldSource | null {
  if (source.confidentiality === "secret") return null;
  if (audience === "internal") return { ...source, told: "all" };
  if (source.confidentiality === "open") {
    const { snapshot } = source;
    return { ...source, told: "all", reliability: "", snapshot: snapshot && { ...snapshot, name: "" } };
  }
  const { id, medium, kind, confidentiality } = source;
  const nothing = { title: "", publisher: "", author: "", url: "", language: "", reliability: "" };
  return { id, medium, kind, confidentiality, told: "known", ...nothing, date: null, snapshot: null };
}

/**
 * Return a claim's record as a report may tell it, its notes in the order in which they were written. Of a note on a secret source
 * nothing is left but the stance, the date and the salted hash by which a sign-off covers it; of a secret contact the outcome and
 * the date. The public also does not get free words of notes, questions that were asked, and notes on the claim's state.
 */
export function redactClaim(
  claim: ReportClaimInput,
  sources: KnownSources,
  audience: ReportAudience,
): ReportClaimRecord {
  const confidentiality = ({ sourceId }: ReportNoteInput) => sources.get(sourceId)?.confidentiality ?? "secret";
  const hidden = new Set(
    claim.notes.filter((note) => !mayName(confidentiality(note), audience)).map(({ sourceId }) => sourceId),
  );
  return {
    ...claim,
    stateNote: audience === "public" ? "" : claim.stateNote,
    notes: [...claim.notes].sort(byTime).map((note) => redactNote(note, confidentiality(note), audience)),
    contacts: claim.contacts.map((contact) => redactContact(contact, audience)),
    independence: redactIndependence(claim.independence, hidden),
  };
}

/** Which story a source tells would give it away: of one that is not named it is only told that it counts. */
function redactIndependence(counted: Independence, hidden: ReadonlySet<string>): ReportIndependence {
  const { links, independent, primary, stories } = counted;
  const groups = stories.flatMap(({ sources, alike }) => {
    const sourceIds = sources.filter((id) => !hidden.has(id));
    const told = alike.filter(({ a, b }) => !hidden.has(a) && !hidden.has(b));
    const reasons = told.map(({ reason, agency, share }) => ({ reason, agency, share }));
    return sourceIds.length < 2 ? [] : [{ sourceIds, reasons }];
  });
  return { links, independent, primary, groups };
}

function mayName(confidentiality: Confidentiality, audience: ReportAudience): boolean {
  return confidentiality === "open" || (confidentiality === "internal" && audience === "internal");
}

function redactNote(
  note: ReportNoteInput,
  confidentiality: Confidentiality,
  audience: ReportAudience,
): ReportClaimRecord["notes"][number] {
  const { id, stance, consultedOn, hash } = note;
  const nothing = { quote: "", locator: "", note: "", salt: null, place: null };
  if (confidentiality === "secret") {
    const unsaid = { sourceId: null, author: null, createdAt: null, editedAt: null };
    return { id, told: "known", stance, consultedOn, hash, ...nothing, ...unsaid };
  }
  if (audience === "internal") return { ...note, told: "all" };
  if (confidentiality === "open") {
    return note.note === "" ? { ...note, told: "all" } : { ...note, told: "part", note: "", salt: null };
  }
  return { ...note, told: "part", ...nothing };
}

function redactContact({ confidentiality, ...contact }: ReportContactInput, audience: ReportAudience): ReportContact {
  if (mayName(confidentiality, audience)) {
    if (audience === "internal") return { ...contact, told: "all" };
    return { ...contact, told: "part", channel: "", question: "" };
  }
  const { id, outcome, askedOn } = contact;
  const nothing = { person: "", role: "", channel: "", question: "", answer: "" };
  return { id, told: "known", outcome, askedOn, ...nothing, deadline: null, answeredOn: null, by: null };
}

function byTime(a: ReportNoteInput, b: ReportNoteInput): number {
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

/** Code-unit order: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
