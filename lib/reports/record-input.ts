import { independence } from "@/lib/core/evidence/independence";
import type {
  ReportContactInput,
  ReportCorrection,
  ReportObjection,
  ReportQuotePlace,
  ReportSnapshot,
} from "@/lib/core/report/evidence";
import type { Report, ReportClaimInput, ReportNoteInput, ReportSourceInput } from "@/lib/core/report/report";
import type { Value } from "@/lib/core/values/value";
import { noteHash, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
import type { readMark } from "@/lib/guard/ready-mark";
import { sha256 } from "@/lib/platform/random";
import { type NotedRow, notedSources } from "@/lib/sources/noted";
import type * as store from "./store";

/** Make of a correction's record what a report tells. */
export function correctionInput(correction: store.CorrectionRecord, name: Naming): ReportCorrection {
  const { id, claimNumber, field, before, after, why, byId, at } = correction;
  return { id, claimNumber, field, before, after, why, by: name(byId), at: at.toISOString() };
}

/** Make of the ready mark what a report tells. */
export function readyInput(mark: Awaited<ReturnType<typeof readMark>>): Report["ready"] {
  if (!mark) return null;
  const { version, fingerprint, by, at, undecided, stands, why } = mark;
  return { version, fingerprint, by, at, undecided, stands, why };
}

/** Names people by their ids; one who is not known any more is a former member. */
export type Naming = (id: string) => { readonly id: string; readonly name: string };

/** Return what names people. */
export function naming(names: ReadonlyMap<string, string>): Naming {
  return (id) => ({ id, name: names.get(id) ?? "Former member" });
}

/** Return the ids of all people that a claim's record names. */
export function peopleOf({ verdictById, notes, facts, signOffs, contacts, objections }: store.ClaimRecord): string[] {
  const ids = [
    verdictById,
    ...notes.map(({ authorId }) => authorId),
    ...facts.map(({ tickedById }) => tickedById),
    ...[...signOffs, ...contacts].map(({ byId }) => byId),
    ...objections.flatMap(({ byId, decidedById }) => [byId, decidedById]),
  ];
  return ids.filter((id) => id !== null);
}

/** What is read beside the claims. */
export interface Beside {
  readonly dismissed: store.Dismissal | null;
  readonly places: store.QuotePlaces;
  readonly noted: ReadonlyMap<string, NotedRow>;
}

/** Make of a claim's record the input of a report, with whether its sign-off still is of exactly what stands there. */
export function claimInput(
  claim: store.ClaimRecord,
  versionId: string,
  name: Naming,
  { dismissed, places, noted }: Beside,
): ReportClaimInput {
  const { id, number, state, origin, kind, wording, stateNote, asOf, expiresOn } = claim;
  const { speakerName, speakerTitle, viaName, speakerUrl } = claim;
  const anchor = anchorIn(claim, versionId);
  const named = speakerName !== "" || speakerTitle !== "" || viaName !== "";
  return {
    id,
    number,
    state,
    origin,
    kind,
    wording,
    speaker: named ? { name: speakerName, title: speakerTitle, via: viaName, url: speakerUrl } : null,
    anchor: anchor ? placeOf(anchor) : null,
    facts: claim.facts.map((fact) => factInput(fact, name)),
    notes: claim.notes.map((note) => noteInput(note, name, places.get(note.id) ?? null)),
    independence: independence(notedSources(claim.notes, noted)),
    contacts: claim.contacts.map((contact) => contactInput(contact, name)),
    objections: claim.objections.map((objection) => objectionInput(objection, name)),
    asOf,
    expiresOn,
    verdict: verdictInput(claim, name),
    signOff: standingSignOff(claim, name),
    voided: claim.signOffs.flatMap((signOff) => voidedSignOff(signOff, name)),
    dismissal: state === "dismissed" ? dismissal(claim, dismissed) : null,
    stateNote: state === "dismissed" ? "" : stateNote,
  };
}

/** The sources of a claim's notes in the order in which the notes came, with what these say of the claim. */
function placeOf({ start, end, exact, prefix, suffix }: store.ClaimRecord["anchors"][number]) {
  return { start, end, exact, prefix, suffix };
}

function deed(byId: string | null, at: Date | null, name: Naming) {
  return byId === null || at === null ? null : { by: name(byId), at: at.toISOString() };
}

function factInput(fact: store.ClaimRecord["facts"][number], naming: Naming) {
  const { type, start, end, text, name, title, tickedById, tickedAt } = fact;
  const value = fact.value as unknown as Value | null;
  return { type, start, end, text, name, title, value, ticked: deed(tickedById, tickedAt, naming) };
}

function noteInput(
  record: store.ClaimRecord["notes"][number],
  name: Naming,
  place: ReportQuotePlace | null,
): ReportNoteInput {
  const { id, sourceId, stance, quote, locator, note, consultedOn, authorId, salt, rev, createdAt, updatedAt } = record;
  return {
    id,
    sourceId,
    stance,
    quote,
    locator,
    note,
    consultedOn,
    author: name(authorId),
    createdAt: createdAt.toISOString(),
    editedAt: rev > 1 ? updatedAt.toISOString() : null,
    hash: noteHash(record, sha256),
    salt,
    place: quote === "" ? null : place,
  };
}

/** Make of a source's record the input of a report. */
export function sourceInput(
  source: store.ClaimRecord["notes"][number]["source"],
  snapshot: ReportSnapshot | null,
): ReportSourceInput {
  const { id, medium, kind, title, author, publisher, url, date, language, reliability, confidentiality } = source;
  return { id, medium, kind, title, author, publisher, url, date, language, reliability, confidentiality, snapshot };
}

function contactInput(contact: store.ClaimRecord["contacts"][number], name: Naming): ReportContactInput {
  const { id, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn } = contact;
  const { confidentiality, byId } = contact;
  const said = { person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn };
  return { id, ...said, confidentiality, by: name(byId) };
}

function objectionInput(objection: store.ClaimRecord["objections"][number], name: Naming): ReportObjection {
  const { id, words, byId, at, decision, decisionReason, decidedById, decidedAt } = objection;
  const decided = deed(decidedById, decidedAt, name);
  return {
    id,
    words,
    by: name(byId),
    at: at.toISOString(),
    decision: decision === null || decided === null ? null : { decision, reason: decisionReason, ...decided },
  };
}

function verdictInput(
  { verdict, explanation, authorsWordReason, verdictById, verdictAt }: store.ClaimRecord,
  name: Naming,
) {
  return verdict === null
    ? null
    : { id: verdict, explanation, authorsWordReason, proposed: deed(verdictById, verdictAt, name) };
}

type SignOffRecord = store.ClaimRecord["signOffs"][number];

/**
 * The newest sign-off that was not voided, with whether the claim still hashes to what it approved: the words in the article
 * are those of the version it was given on, as a revision that changed no fact in them carries it on.
 */
function standingSignOff(claim: store.ClaimRecord, name: Naming) {
  const signOff = claim.signOffs.filter(({ voidedAt }) => voidedAt === null).at(-1);
  if (!signOff) return null;
  const anchored = anchorIn(claim, signOff.versionId)?.exact ?? "";
  return {
    ...signOffWords(signOff, name),
    anchored,
    intact: signOff.hash === hashOver(claim, anchored, signOff.format),
  };
}

function anchorIn(claim: store.ClaimRecord, versionId: string) {
  return claim.anchors.find((anchor) => anchor.versionId === versionId);
}

function hashOver(claim: store.ClaimRecord, anchored: string, format: number): string {
  const { wording, verdict, explanation, authorsWordReason, notes } = claim;
  const speaker = signedSpeaker(claim);
  return signedHash(
    { wording, anchored, speaker, verdict: verdict ?? "", explanation, authorsWordReason, notes },
    sha256,
    format,
  );
}

function signOffWords(signOff: SignOffRecord, name: Naming) {
  const { byId, at, hash, format, version, override, overrideReason, sourcingReason } = signOff;
  const past = { overrideReason: override ? overrideReason : null, sourcingReason: sourcingReason || null };
  return { by: name(byId), at: at.toISOString(), hash, format, versionNumber: version.number, ...past };
}

function voidedSignOff(signOff: SignOffRecord, name: Naming) {
  const { voidedAt, voidReason } = signOff;
  return voidedAt === null ? [] : [{ ...signOffWords(signOff, name), voidedAt: voidedAt.toISOString(), voidReason }];
}

function dismissal({ dismissReason, stateNote }: store.ClaimRecord, dismissed: store.Dismissal | null) {
  const { by = null, at = null } = dismissed ?? {};
  return { reason: dismissReason ?? "", note: stateNote, by, at };
}
