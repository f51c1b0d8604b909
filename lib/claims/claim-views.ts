import { contactLog } from "@/lib/contacts/contact-views";
import type { ContactRow, OverdueContact } from "@/lib/contacts/store";
import { suggestAging } from "@/lib/core/evidence/aging";
import { type ClaimSide, compareWithQuote } from "@/lib/core/evidence/compare";
import type { Independence } from "@/lib/core/evidence/independence";
import { CLAIM_KINDS, type ClaimKind } from "@/lib/core/extraction/types";
import { may, type Role } from "@/lib/core/policy/policy";
import { dateInWords } from "@/lib/core/report/words";
import { whole } from "@/lib/core/text/context";
import { formatValue } from "@/lib/core/values/format-value";
import { showsExpired } from "@/lib/core/workflow/expiry";
import { askObject } from "@/lib/core/workflow/objections";
import { findVerdict, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import {
  ask,
  askAssign,
  askContact,
  askDates,
  askTick,
  CLAIM_STATES,
  DISMISS_REASONS,
  type DismissReason,
  STEPS,
  type StepResult,
} from "@/lib/core/workflow/workflow";
import { objectionList } from "@/lib/objections/objection-views";
import type { ObjectionRow } from "@/lib/objections/store";
import { concealNote, concealSource, type Hidden } from "@/lib/sources/concealing";
import {
  type ClaimRecord,
  contentHash,
  type FactRecord,
  type NewsroomRules,
  personRef,
  workflowFacts,
} from "./claim-record";
import { concealLine, historyLines } from "./history-lines";
import {
  type Abilities,
  type Ability,
  ASKS,
  type Ask,
  type ClaimPage,
  type ClaimRow,
  type ClaimView,
  type FactView,
  type NoteView,
  type PersonRef,
  SCORE_BANDS,
  type SignOffView,
} from "./schema";
import { sourcingView } from "./sourcing";
import type { LedgerLine, NoteRow } from "./store";
import type { FacetRow, FactRow, TableRow } from "./table-store";

/** Who reads. */
export interface Reader {
  readonly userId: string;
  readonly role: Role;
}

type Names = ReadonlyMap<string, string>;

/** Units of text shown before and after the anchored words. */
const AROUND = 300;

/** Return a verdict with the label it has now; one that the scale lost keeps its id as its label. */
export function verdictRef(scale: VerdictScale, id: string | null): { id: string; label: string } | null {
  return id === null ? null : { id, label: findVerdict(scale, id)?.label ?? id };
}

/** Make the row that tables and the galley show; `today` is an ISO date. */
export function claimRow(row: TableRow, scale: VerdictScale, today: string): ClaimRow {
  const { assigneeId, assigneeName, verdict, verdictById, stateNote, updatedAt, ...plain } = row;
  return {
    ...plain,
    expired: showsExpired(row.state, row.expiresOn, today),
    verdict: verdictRef(scale, verdict),
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? "Former member" },
    updatedAt: updatedAt.toISOString(),
  };
}

/** Make a fact for the checklist. */
export function factView(fact: FactRecord, names: Names): FactView {
  const { tickedById, tickedAt, versionId, ...plain } = fact;
  const ticked = tickedById && tickedAt ? { by: personRef(tickedById, names), at: tickedAt.toISOString() } : null;
  return { ...plain, normalised: fact.value ? formatValue(fact.value) : "", ticked };
}

/** Make the facts' places for the galley, by claim. */
export function factSpans(rows: readonly FactRow[]): ReadonlyMap<string, readonly FactSpan[]> {
  const byClaim = new Map<string, FactSpan[]>();
  for (const { id, claimId, type, start, end, tickedById, tickedByName, tickedAt } of rows) {
    const by = tickedById === null ? null : { id: tickedById, name: tickedByName ?? "Former member" };
    const span = { id, type, start, end, ticked: by && tickedAt ? { by, at: tickedAt.toISOString() } : null };
    const spans = byClaim.get(claimId);
    if (spans) spans.push(span);
    else byClaim.set(claimId, [span]);
  }
  return byClaim;
}
type FactSpan = Pick<FactView, "id" | "type" | "start" | "end" | "ticked">;

/** Who reads notes, what is hidden from them, and whether notes may be written now. */
export interface NoteReader extends Reader {
  readonly hidden: Hidden;
  readonly open: boolean;
  /** What the quotes are compared with; absent where no claim is shown. */
  readonly beside?: ClaimSide;
}

/** Make a source note for its reader; only its author may edit it, and only while notes may be written. */
export function noteView(row: NoteRow, body: BodyOf, names: Names, reader: NoteReader): NoteView {
  const { id, rev, stance, consultedOn, authorId, createdAt, updatedAt } = row;
  const { hidden } = reader;
  const { quote, locator, note } = concealNote(row, id, hidden);
  const source = concealSource(row.source, hidden);
  return {
    ...{ id, rev, stance, quote, locator, note, consultedOn },
    comparison: reader.beside ? compareWithQuote(reader.beside, { quote, date: source.date ?? undefined }) : [],
    concealed: hidden.notes.has(id),
    author: personRef(authorId, names),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    mayEdit: reader.open && authorId === reader.userId,
    source: {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      date: source.date,
      medium: source.medium,
      kind: source.kind,
      author: source.author,
      language: source.language,
      reliability: source.reliability,
      confidentiality: source.confidentiality,
      concealed: source.concealed,
    },
    history: row.revisions.map((revision) => {
      const { consultedOn: _, ...said } = concealNote(body(revision), id, hidden);
      return { at: revision.editedAt.toISOString(), by: personRef(revision.editedById, names), ...said };
    }),
  };
}
type BodyOf = (
  revision: NoteRow["revisions"][number],
) => Pick<NoteView, "stance" | "quote" | "locator" | "note" | "consultedOn">;

/** Everybody who stands in these notes by id. */
export function noteNames(notes: readonly NoteRow[]): string[] {
  return notes.flatMap(({ authorId, revisions }) => [authorId, ...revisions.map(({ editedById }) => editedById)]);
}

const ability = (result: StepResult): Ability => (result.ok ? { may: true } : { may: false, why: result.why });
const GONE: Ability = { may: false, why: "This claim was taken away by a merge, a split or an undo." };

/** Say of each step whether the reader may take it now, and if not, why. */
export function abilities(claim: ClaimRecord, reader: Reader, rules: NewsroomRules): Abilities {
  const facts = workflowFacts(claim);
  const answer = (result: StepResult): Ability => (claim.removed ? GONE : ability(result));
  const steps = STEPS.map((step) => [step, answer(ask(step, facts, reader, rules))] as const);
  return {
    ...(Object.fromEntries(steps) as Record<(typeof STEPS)[number], Ability>),
    assign: answer(askAssign(facts, reader)),
    tick: answer(askTick(facts, reader)),
    date: answer(askDates(facts, reader)),
  };
}

/** All that was loaded for one claim. */
export interface LoadedClaim {
  readonly row: TableRow;
  readonly claim: ClaimRecord;
  readonly rules: NewsroomRules;
  readonly version: { readonly id: string; readonly number: number; readonly text: string };
  readonly notes: readonly NoteRow[];
  readonly signOffs: readonly SignOffRow[];
  readonly history: readonly LedgerLine[];
  readonly versions: ClaimView["versions"];
  readonly members: readonly (PersonRef & { readonly role: Role })[];
  readonly names: Names;
  readonly hidden: Hidden;
  readonly counted: Independence;
  readonly quotes: ClaimView["quotes"];
  readonly contacts: readonly ContactRow[];
  readonly objections: readonly ObjectionRow[];
  /** ISO date. */
  readonly today: string;
}

interface SignOffRow {
  readonly id: string;
  readonly byId: string;
  readonly at: Date;
  readonly override: boolean;
  readonly overrideReason: string;
  readonly sourcingReason: string;
  readonly hash: string;
  readonly voidedAt: Date | null;
  readonly voidReason: string;
  readonly version: { readonly number: number };
}

function signOffView(row: SignOffRow, names: Names): SignOffView {
  const { id, override, overrideReason, sourcingReason, hash, voidedAt, voidReason } = row;
  return {
    id,
    by: personRef(row.byId, names),
    at: row.at.toISOString(),
    versionNumber: row.version.number,
    override,
    overrideReason,
    sourcingReason,
    hash,
    voided: voidedAt ? { at: voidedAt.toISOString(), reason: voidReason } : null,
  };
}

/** Make the whole view of a claim for its reader. */
export function claimView(loaded: LoadedClaim, body: BodyOf, reader: Reader): ClaimView {
  const { row, claim, rules, version, notes, names, hidden, today } = loaded;
  const may_ = abilities(claim, reader, rules);
  const { start, end } = row;
  const beside = claimSide(claim);
  const noteList = notes.map((note) => noteView(note, body, names, { ...reader, hidden, open: may_.note.may, beside }));
  const answer = (result: StepResult): Ability => (claim.removed ? GONE : ability(result));
  return {
    ...claimRow(row, rules.scale, today),
    versionId: version.id,
    versionNumber: version.number,
    anchored: version.text.slice(start, end),
    before: version.text.slice(whole(version.text, Math.max(0, start - AROUND)), start),
    after: version.text.slice(end, Math.max(end, whole(version.text, Math.min(version.text.length, end + AROUND)))),
    viaName: claim.viaName,
    speakerUrl: claim.speakerUrl,
    asOf: claim.asOf,
    aging: claim.asOf === null && claim.expiresOn === null ? suggestAging(claim, today) : null,
    contactLog: contactLog(loaded.contacts, names, reader, { today, add: answer(askContact(claim, reader)) }),
    objections: objectionList(loaded.objections, names, reader, claim.removed ? GONE : objectAbility(claim, reader)),
    origin: claim.origin,
    quotes: loaded.quotes,
    reasons: claim.reasons,
    factList: claim.facts.map((fact) => factView(fact, names)),
    noteList,
    sourcing: sourcingView(loaded.counted, claim, rules, noteList),
    explanation: claim.explanation,
    authorsWordReason: claim.authorsWordReason,
    proposedBy: claim.verdictById === null ? null : personRef(claim.verdictById, names),
    proposedAt: claim.verdictAt,
    dismissReason: dismissReason(claim.dismissReason),
    stateNote: claim.stateNote,
    signOffs: loaded.signOffs.map((signOff) => signOffView(signOff, names)),
    contentHash: contentHash(claim),
    abilities: may_,
    scale: rules.scale,
    fourEyes: rules.fourEyes,
    members: loaded.members.filter(({ role }) => may(role, "claim.check")),
    history: historyLines(
      loaded.history.map((line) => concealLine(line, hidden)),
      claim.rev,
      may(reader.role, "claim.correct"),
    ),
    versions: loaded.versions,
    removed: claim.removed,
  };
}

function objectAbility(claim: ClaimRecord, reader: Reader): Ability {
  const asked = askObject(claim, reader);
  return asked.ok ? { may: true } : { may: false, why: asked.why };
}

/** A claim's words in the text with its facts at their places in them. */
export function claimSide({ place, facts }: Pick<ClaimRecord, "place" | "facts">): ClaimSide {
  if (!place) return { words: "", facts: [] };
  const moved = facts.map(({ start, end, ...fact }) => ({
    ...fact,
    start: start - place.start,
    end: end - place.start,
  }));
  return { words: place.exact, facts: moved };
}

function dismissReason(reason: string | null): DismissReason | null {
  return DISMISS_REASONS.find((one) => one === reason) ?? null;
}

/** Make the filters that a table offers, each value with its count. */
export function facets(
  rows: readonly FacetRow[],
  asks: Readonly<Record<Ask, number>>,
  scale: VerdictScale,
): ClaimPage["facets"] {
  const of = (facet: FacetRow["facet"]) => rows.filter((row) => row.facet === facet);
  const count = (facet: FacetRow["facet"], value: string | null) =>
    of(facet).find((row) => row.value === value)?.count ?? 0;
  const nobody = count("assignee", null);
  return {
    state: CLAIM_STATES.map((value) => ({ value, count: count("state", value) })).filter(counted),
    kind: CLAIM_KINDS.map((value: ClaimKind) => ({ value, count: count("kind", value) })).filter(counted),
    speaker: of("speaker")
      .flatMap(({ value, count }) => (value ? [{ value, count }] : []))
      .slice(0, 200),
    score: SCORE_BANDS.map((value) => ({ value, count: count("score", value) })).filter(counted),
    assignee: [
      ...of("assignee").flatMap(({ value, label, count }) =>
        value === null ? [] : [{ value, label: label ?? "Former member", count }],
      ),
      ...(nobody > 0 ? [{ value: "none", label: "Nobody", count: nobody }] : []),
    ],
    asks: ASKS.map((value) => ({ value, count: asks[value] })).filter(counted),
    verdict: of("verdict").flatMap(({ value, count }) =>
      value === null ? [] : [{ value, label: verdictRef(scale, value)?.label ?? value, count }],
    ),
  };
}

const counted = ({ count }: { readonly count: number }): boolean => count > 0;

/** Say why a claim waits on the reader; null when it does not. */
export function waitingOnReader(row: TableRow, reader: Reader, { fourEyes }: NewsroomRules): string | null {
  const due = row.dueOn === null ? "" : `, due ${row.dueOn}`;
  if (row.state === "in_review") {
    const barred = !may(reader.role, "signoff.give") || (fourEyes && row.verdictById === reader.userId);
    return barred || row.openObjections > 0 ? null : `Waits for your sign-off${due}`;
  }
  if (!may(reader.role, "claim.check")) return null;
  if (row.verdictById === reader.userId && row.state === "in_check") {
    return row.stateNote === "" ? "Your verdict is to be proposed again" : `Back with you: ${row.stateNote}`;
  }
  if (row.verdictById === reader.userId && row.state === "reopened") {
    return row.stateNote === "" ? "Reopened after your verdict" : `Reopened: ${row.stateNote}`;
  }
  if (row.assigneeId !== reader.userId) return null;
  return row.state === "reopened" && row.stateNote.startsWith("Expired") ? row.stateNote : `Assigned to you${due}`;
}

/** Tell whether a quote that changed in its source waits on the reader: whoever checks the claim, gave its verdict, or signs off. */
export function looksAtQuotes(row: TableRow, reader: Reader): boolean {
  if (!may(reader.role, "note.write")) return false;
  return may(reader.role, "signoff.give") || row.assigneeId === reader.userId || row.verdictById === reader.userId;
}

/** Say why the reader waits for others on a claim; null when they do not. */
export function readerWaits(row: TableRow, reader: Reader): string | null {
  return row.state === "in_review" && row.verdictById === reader.userId ? "Your verdict waits for a sign-off" : null;
}

/** Say whom a person asked without an answer although the deadline has passed; null when there is nobody. */
export function overdueWords(overdue: readonly OverdueContact[]): string | null {
  const [first, ...more] = overdue;
  if (!first) return null;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return `You asked ${first.person}${others}; the answer was due ${dateInWords(first.deadline)}`;
}

/** Say that an objection waits for the reader's decision; null when none does. Nobody is asked to decide their own. */
export function objectionsToDecide(
  open: readonly { readonly byId: string; readonly words: string }[],
  reader: Reader,
): string | null {
  const others = open.filter(({ byId }) => byId !== reader.userId);
  if (others.length === 0 || !may(reader.role, "objection.decide")) return null;
  return others.length === 1
    ? "An objection to the wording waits for a decision"
    : `${others.length} objections to the wording wait for a decision`;
}
