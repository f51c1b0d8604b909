import type { FactSentence } from "../coverage/fact-sentences";
import type { Independence } from "../evidence/independence";
import type { ChainCheck } from "../ledger/chain";
import { paragraphsOf } from "../text/layers";
import { segment } from "../text/segment";
import { bySpan, overlaps, type Span, slice } from "../text/span";
import { wholeSpan } from "../text/whole-span";
import { formatValue } from "../values/format-value";
import type { Value } from "../values/value";
import type { Confidentiality } from "../workflow/sourcing";
import type { SourcingRule } from "../workflow/sourcing-rule";
import { findVerdict, type Verdict, type VerdictScale } from "../workflow/verdict-scale";
import { CLAIM_STATES, type ClaimState } from "../workflow/workflow";
import { compareNote } from "./comparison";
import { composeCoverage, type ReportCoverage, type ReportDismissedFact } from "./coverage";
import type {
  ReportComparison,
  ReportContact,
  ReportContactInput,
  ReportCorrection,
  ReportIndependence,
  ReportObjection,
  ReportQuotePlace,
  ReportSnapshot,
  Told,
} from "./evidence";
import { methodSentences } from "./method";
import { fits, IN_FULL, type ReportOptions } from "./options";
import type { Publishing } from "./publishing";
import type { ReportReady } from "./ready";
import { type KnownSources, knownSources, redactClaim, redactSource } from "./redact";
import { WORDS } from "./words";

/** A person as the report names them. */
export interface ReportPerson {
  readonly id: string;
  readonly name: string;
}

/** A person who did something, and when (ISO 8601, UTC). */
export interface ReportDeed {
  readonly by: ReportPerson;
  readonly at: string;
}

/** The article as it was published or handed in. Empty strings where nothing is known. */
export interface ReportArticle {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO date. */
  readonly publishedOn: string | null;
  /** BCP 47. */
  readonly language: string;
}

/** The frozen text that was checked; `sha256` is the hex hash of its UTF-8 form. */
export interface ReportVersion {
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly words: number;
  readonly text: string;
}

/** Where a claim stands in the version's text, in UTF-16 code units. */
export interface ReportAnchor extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** An anchor with what surrounds it: the sentences it touches and its paragraph, counted from 1. */
export interface ReportPlace extends ReportAnchor {
  readonly sentence: Span;
  readonly paragraph: number;
}

/** A fact inside a claim, offsets in UTF-16 code units of the version's text. */
export interface ReportFactInput extends Span {
  readonly type: string;
  readonly text: string;
  readonly name: string;
  readonly title: string;
  readonly value: Value | null;
  readonly ticked: ReportDeed | null;
}

/** A fact with its value in words: the normalised figure, or the full name. */
export interface ReportFact extends ReportFactInput {
  readonly normalised: string;
}

/** A document, a page or a person that notes lean on. */
export interface ReportSourceInput {
  readonly id: string;
  readonly medium: string;
  readonly kind: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO date of the source itself. */
  readonly date: string | null;
  /** BCP 47; empty when nobody said. */
  readonly language: string;
  /** Why it may be trusted, and how far; for the newsroom only. */
  readonly reliability: string;
  readonly confidentiality: Confidentiality;
  /** The newest copy; null when the newsroom holds none. */
  readonly snapshot: ReportSnapshot | null;
}

/** A source as a report tells of it: with its title, or only as one that the newsroom knows. */
export interface ReportToldSource extends ReportSourceInput {
  readonly told: Told;
}

/** A source with the number that the claims cite it by, in the order of first use. */
export interface ReportSource extends ReportToldSource {
  readonly number: number;
  /** Numbers of the claims that lean on it, in the report's order. */
  readonly claims: readonly number[];
}

/** A person's finding in a source, as the records have it. */
export interface ReportNoteInput {
  readonly id: string;
  readonly sourceId: string;
  readonly stance: string;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  /** ISO date. */
  readonly consultedOn: string;
  readonly author: ReportPerson;
  readonly createdAt: string;
  /** When its author last changed it, or null. */
  readonly editedAt: string | null;
  /** By which a sign-off covers it, see lib/core/workflow/sign-off.ts; made with the salt. */
  readonly hash: string;
  readonly salt: string | null;
  /** Null where the source has no copy or the note no quote. */
  readonly place: ReportQuotePlace | null;
}

/** A note as a report tells it. Of one on a secret source only stance, date and hash are left; the salt only where nothing is left out. */
export interface ReportNote extends Omit<ReportNoteInput, "sourceId" | "author" | "createdAt"> {
  readonly told: Told;
  readonly sourceId: string | null;
  readonly author: ReportPerson | null;
  readonly createdAt: string | null;
  /** The claim's facts beside the quote; empty where there is nothing to compare. */
  readonly comparison: readonly ReportComparison[];
}

/** The verdict that somebody proposed. */
export interface ReportVerdictInput {
  readonly id: string;
  readonly explanation: string;
  readonly authorsWordReason: string;
  readonly proposed: ReportDeed | null;
}

/** A verdict with its words; `order` counts from 1 on the newsroom's scale and is null when the scale no longer has it. */
export interface ReportVerdict extends ReportVerdictInput {
  readonly label: string;
  readonly meaning: string;
  readonly order: number | null;
}

/** A second person's approval, with the hash of what was approved. */
export interface ReportSignOff extends ReportDeed {
  readonly hash: string;
  /** Which form of the signed content the hash is over. */
  readonly format: number;
  /** The version of the article it was given on; an earlier one than the report's when it was carried to that. */
  readonly versionNumber: number;
  /** The words in that version it was given for, as they went into the hash; empty when the claim had no place there. */
  readonly anchored: string;
  /** Whether the claim, recomputed from the records, still is exactly what was approved. */
  readonly intact: boolean;
  /** The reason given for stepping past the four-eyes rule, or null when it was kept. */
  readonly overrideReason: string | null;
  /** The reason given for stepping past the newsroom's rule on sources, or null when it was kept. */
  readonly sourcingReason: string | null;
}

/** An approval that no longer counts, and why. */
export interface ReportVoidedSignOff extends Omit<ReportSignOff, "intact" | "anchored"> {
  readonly voidedAt: string;
  readonly voidReason: string;
}

/** Why a claim is not checked. */
export interface ReportDismissal {
  readonly reason: string;
  readonly note: string;
  readonly by: ReportPerson | null;
  readonly at: string | null;
}

/** Who said it; `url` is a page that says who they are, `via` the one who reports their words. Empty where nothing is known. */
export interface ReportSpeaker {
  readonly name: string;
  readonly title: string;
  readonly via: string;
  readonly url: string;
}

/** What the records say of one claim. */
export interface ReportClaimInput {
  readonly id: string;
  /** Its number in the margin. */
  readonly number: number;
  readonly state: ClaimState;
  readonly origin: "machine" | "person";
  readonly kind: string;
  readonly wording: string;
  readonly speaker: ReportSpeaker | null;
  /** Null when the claim has no place in this version. */
  readonly anchor: ReportAnchor | null;
  readonly facts: readonly ReportFactInput[];
  readonly notes: readonly ReportNoteInput[];
  readonly independence: Independence;
  /** In the order in which they were logged. */
  readonly contacts: readonly ReportContactInput[];
  readonly objections: readonly ReportObjection[];
  /** ISO date up to which it was checked, and the day on which it has to be checked again. */
  readonly asOf: string | null;
  readonly expiresOn: string | null;
  readonly verdict: ReportVerdictInput | null;
  readonly signOff: ReportSignOff | null;
  readonly voided: readonly ReportVoidedSignOff[];
  readonly dismissal: ReportDismissal | null;
  /** The words with which the claim was sent back or reopened; empty otherwise. */
  readonly stateNote: string;
}

/** What of a claim's record a report may tell. */
export interface ReportClaimRecord extends Omit<ReportClaimInput, "notes" | "contacts" | "independence"> {
  readonly notes: readonly Omit<ReportNote, "comparison">[];
  readonly independence: ReportIndependence;
  readonly contacts: readonly ReportContact[];
}

/** One claim of the report. */
export interface ReportClaim extends Omit<ReportClaimRecord, "anchor" | "facts" | "notes" | "verdict"> {
  readonly notes: readonly ReportNote[];
  readonly place: ReportPlace | null;
  readonly facts: readonly ReportFact[];
  readonly verdict: ReportVerdict | null;
  /** Whether the one who proposed the verdict also signed it off, without an override. */
  readonly sameHand: boolean;
}

/** What the order, the figures, the marks in the text and the lists need of a claim: small, so that thousands fit into memory. */
export interface ReportOutline {
  readonly id: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly standing: Standing;
  readonly origin: "machine" | "person";
  readonly wording: string;
  readonly speaker: string;
  readonly place: (Span & { readonly paragraph: number }) | null;
  readonly verdict: Pick<ReportVerdict, "id" | "label" | "order"> | null;
  readonly dismissal: ReportDismissal | null;
  readonly proposedBy: ReportPerson | null;
  readonly signOff: (Pick<ReportSignOff, "versionNumber" | "overrideReason" | "sourcingReason"> & ReportDeed) | null;
  readonly sameHand: boolean;
  readonly otherWords: boolean;
  readonly facts: number;
  readonly factsTicked: number;
  /** Of each note the source it leans on and its author, null where the report may not name them. */
  readonly notes: readonly { readonly sourceId: string | null; readonly author: ReportPerson | null }[];
}

/** The last link of the article's ledger and what checking the whole chain found. */
export interface ReportLedger {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  /** When the last entry was written, ISO 8601: the moment this report speaks of. */
  readonly at: string;
  readonly check: ChainCheck;
}

/** Everything that the records know and a report is made of, but for its claims and sources. */
export interface ReportHead {
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly article: ReportArticle;
  readonly version: ReportVersion;
  readonly ready: ReportReady | null;
  readonly publishing: Publishing;
  /** Where the published report is read by anybody; each claim has its page under it by its number. Null while it is not published. */
  readonly publicPage: string | null;
  readonly fourEyes: boolean;
  readonly sourcingRule: SourcingRule | null;
  readonly scale: VerdictScale;
  /** What a reading found in the version's text, in claims or not. */
  readonly facts: readonly FactSentence[];
  readonly dismissedFacts: readonly ReportDismissedFact[];
  /** Of what was published of this article, oldest first. */
  readonly corrections: readonly ReportCorrection[];
  readonly ledger: ReportLedger;
}

/** Everything that the records know and a report is made of. */
export interface ReportInput extends ReportHead {
  readonly claims: readonly ReportClaimInput[];
  readonly sources: readonly ReportSourceInput[];
}

/** How many claims bear a verdict: signed off, and proposed but not signed off. */
export interface VerdictFigure {
  readonly id: string;
  readonly label: string;
  readonly signed: number;
  readonly proposed: number;
}

/** The report in numbers. `claims` counts all; `kept` those not dismissed; `signed` those under a sign-off that stands. */
export interface ReportFigures {
  readonly claims: number;
  readonly kept: number;
  readonly signed: number;
  readonly byState: Readonly<Record<ClaimState, number>>;
  readonly byVerdict: readonly VerdictFigure[];
  readonly overrides: number;
  /** Sign-offs that stepped past the newsroom's rule on sources. */
  readonly sourcingOverrides: number;
  /** Sign-offs by the one who proposed the verdict, given while the newsroom did not ask for four eyes. */
  readonly sameHand: number;
  /** Sign-offs that stand and were given on an earlier version. */
  readonly carried: number;
  /** Those of them whose words in the article are others now. */
  readonly carriedToOtherWords: number;
  readonly facts: number;
  readonly factsTicked: number;
  readonly notes: number;
  /** Those of them on sources that the report does not name. */
  readonly secretNotes: number;
  readonly sources: number;
  /** Those of them of which the newsroom holds a copy. */
  readonly copies: number;
}

/** All claims of the article in numbers, whatever the report shows of them. */
export interface ReportWhole {
  readonly claims: number;
  readonly kept: number;
  readonly signed: number;
  readonly undecided: number;
  readonly untouched: number;
  readonly byMachine: number;
}

/** What one person did for this article. */
export interface ReportShare {
  readonly person: ReportPerson;
  readonly notes: number;
  readonly verdicts: number;
  readonly signOffs: number;
}

/** One step of the verdict scale; `order` counts from 1. */
export interface ReportScaleStep {
  readonly id: string;
  readonly label: string;
  readonly order: number;
  readonly meaning: string;
  readonly authorsWord: boolean;
}

/** A report without its claims: its head, its figures, and an outline of each claim that it shows. */
export interface ReportFrame {
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly article: ReportArticle;
  readonly version: ReportVersion;
  /** The mark "ready to publish"; null when there is none. */
  readonly ready: ReportReady | null;
  /** The state of the records at this moment (ISO 8601): that of the last ledger entry. */
  readonly asOf: string;
  readonly options: ReportOptions;
  readonly publishing: Publishing;
  /** Where the published report is read by anybody; each claim has its page under it by its number. Null while it is not published. */
  readonly publicPage: string | null;
  readonly fourEyes: boolean;
  readonly sourcingRule: SourcingRule | null;
  readonly scale: readonly ReportScaleStep[];
  readonly method: readonly string[];
  readonly whole: ReportWhole;
  /** Of the claims that it shows. */
  readonly figures: ReportFigures;
  /** The claims that it shows in the order of the text; those without a place come last, by number. */
  readonly outline: readonly ReportOutline[];
  readonly sources: readonly ReportSource[];
  readonly people: readonly ReportShare[];
  /** Of the whole text, whatever claims are shown. */
  readonly coverage: ReportCoverage;
  readonly corrections: readonly ReportCorrection[];
  readonly ledger: ReportLedger;
}

/** A fact-check report: the one model that every format is written from. Holds no clock: the same records give the same report. */
export interface Report extends ReportFrame {
  /** In the order of the outline. */
  readonly claims: readonly ReportClaim[];
}

/** Compose the report of what the records say and its options let through: order, context, figures, method and references follow. */
export function composeReport(input: ReportInput, options: ReportOptions = IN_FULL): Report {
  const known = knownSources(input.sources);
  const compose = claimComposer(input, options);
  const claims = new Map(input.claims.map((claim) => [claim.id, compose(claim, known)]));
  const frame = composeFrame(input, [...claims.values()].map(outlineOf), input.sources, options);
  return { ...frame, claims: frame.outline.flatMap(({ id }) => claims.get(id) ?? []) };
}

/** Compose all of a report but its claims, from the outlines of every claim of the article and the sources they lean on. */
export function composeFrame(
  input: ReportHead,
  outlines: readonly ReportOutline[],
  sources: readonly ReportSourceInput[],
  options: ReportOptions,
): ReportFrame {
  const { newsroom, article, version, ready, publishing, publicPage, fourEyes, sourcingRule, corrections, ledger } =
    input;
  const scale = input.scale.map(scaleStep);
  const all = [...outlines].sort(byPlace);
  const outline = all.filter((claim) => fits(claim, options.only));
  const named = numberSources(sources, outline, options);
  const figures = countFigures(outline, version.number, scale, named);
  const whole = countWhole(all);
  return {
    newsroom,
    article,
    version,
    ready,
    asOf: ledger.at,
    options,
    publishing,
    publicPage,
    fourEyes,
    sourcingRule,
    scale,
    method: methodSentences({ version, fourEyes, sourcingRule, figures, whole }, WORDS[options.language]),
    whole,
    figures,
    outline,
    sources: named,
    people: countShares(outline),
    coverage: composeCoverage({ ...input, text: version.text, claims: all }),
    corrections,
    ledger,
  };
}

/** Return what composes one claim after the other, each by itself: the text is cut into sentences once. An outline needs no comparison. */
export function claimComposer(
  { version, scale }: Pick<ReportHead, "version" | "scale">,
  { audience }: ReportOptions,
  { compare }: { readonly compare: boolean } = { compare: true },
): (claim: ReportClaimInput, known: KnownSources) => ReportClaim {
  const sentences = segment(version.text);
  const paragraphs = paragraphsOf(version.text);
  return (input, known) => {
    const { anchor, ...claim } = redactClaim(input, known, audience);
    const verdict = claim.verdict && nameVerdict(claim.verdict, scale);
    return {
      ...claim,
      place: anchor && locate(anchor, sentences, paragraphs),
      notes: claim.notes.map((note) => ({
        ...note,
        comparison: compare ? compareNote(input, note.quote, known.get(note.sourceId ?? "")?.date ?? null) : [],
      })),
      facts: [...claim.facts].sort(bySpan).map(nameValue),
      objections: [...claim.objections].sort((a, b) => byUnits(a.at, b.at) || byUnits(a.id, b.id)),
      voided: [...claim.voided].sort((a, b) => byUnits(a.at, b.at) || byUnits(a.hash, b.hash)),
      verdict,
      sameHand: isSameHand({ signOff: claim.signOff, verdict }),
    };
  };
}

/** Return the outline of a claim. */
export function outlineOf(claim: ReportClaim): ReportOutline {
  const { id, number, state, origin, wording, speaker, place, verdict, dismissal, signOff, sameHand } = claim;
  return {
    id,
    number,
    state,
    standing: standing(claim),
    origin,
    wording,
    speaker: speaker?.name ?? "",
    place: place && { start: place.start, end: place.end, paragraph: place.paragraph },
    verdict: verdict && { id: verdict.id, label: verdict.label, order: verdict.order },
    dismissal,
    proposedBy: verdict?.proposed?.by ?? null,
    signOff: signOff && {
      by: signOff.by,
      at: signOff.at,
      versionNumber: signOff.versionNumber,
      overrideReason: signOff.overrideReason,
      sourcingReason: signOff.sourcingReason,
    },
    sameHand,
    otherWords: otherWords(claim) !== null,
    facts: claim.facts.length,
    factsTicked: claim.facts.filter(({ ticked }) => ticked !== null).length,
    notes: claim.notes.map(({ sourceId, author }) => ({ sourceId, author })),
  };
}

/** What a reader should take a claim for: decided by two people, still under way, only found by the machine, or set aside. */
export type Standing = "signed" | "undecided" | "untouched" | "dismissed";

/** Return the standing of a claim: verified alone is not enough, a sign-off of exactly what stands there has to be behind it. */
export function standing(claim: Pick<ReportClaim, "state" | "signOff">): Standing {
  if (claim.state === "verified" && claim.signOff?.intact) return "signed";
  if (claim.state === "dismissed") return "dismissed";
  return claim.state === "detected" ? "untouched" : "undecided";
}

/** Return the claims of one standing, in the report's order. */
export function claimsOf(report: Report, wanted: Standing): readonly ReportClaim[] {
  return report.claims.filter((claim) => standing(claim) === wanted);
}

/** Return the outlines of one standing, in the report's order. */
export function outlinesOf({ outline }: Pick<ReportFrame, "outline">, wanted: Standing): readonly ReportOutline[] {
  return outline.filter((claim) => claim.standing === wanted);
}

function scaleStep(verdict: Verdict, index: number): ReportScaleStep {
  const { id, label, meaning, authorsWord = false } = verdict;
  return { id, label, order: index + 1, meaning, authorsWord };
}

function locate(anchor: ReportAnchor, sentences: readonly Span[], paragraphs: readonly Span[]): ReportPlace {
  const sentence = { start: anchor.start, end: anchor.end };
  for (let at = firstBehind(sentences, anchor.start); at < sentences.length; at++) {
    const next = sentences[at];
    if (!next || !overlaps(next, anchor)) break;
    sentence.start = Math.min(sentence.start, next.start);
    sentence.end = Math.max(sentence.end, next.end);
  }
  return { ...anchor, sentence, paragraph: Math.min(firstBehind(paragraphs, anchor.start) + 1, paragraphs.length) };
}

/** Return the index of the first of these ordered spans that ends behind `offset`. Binary search. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function nameValue(fact: ReportFactInput): ReportFact {
  return { ...fact, normalised: fact.value ? formatValue(fact.value) : fullName(fact) };
}

function fullName({ name, title, text }: ReportFactInput): string {
  if (name === "") return "";
  const full = title === "" ? name : `${name}, ${title}`;
  return full === text ? "" : full;
}

function nameVerdict(verdict: ReportVerdictInput, scale: VerdictScale): ReportVerdict {
  const found = findVerdict(scale, verdict.id);
  const order = scale.findIndex(({ id }) => id === verdict.id) + 1;
  return { ...verdict, label: found?.label ?? verdict.id, meaning: found?.meaning ?? "", order: order || null };
}

function byPlace(a: ReportOutline, b: ReportOutline): number {
  if (a.place && b.place) return bySpan(a.place, b.place) || a.number - b.number;
  if (a.place || b.place) return a.place ? -1 : 1;
  return a.number - b.number;
}

function numberSources(
  sources: readonly ReportSourceInput[],
  outline: readonly ReportOutline[],
  { audience }: ReportOptions,
): ReportSource[] {
  const citing = new Map<string, Set<number>>();
  for (const { number, notes } of outline) {
    for (const { sourceId } of notes) {
      if (sourceId !== null) citing.set(sourceId, (citing.get(sourceId) ?? new Set()).add(number));
    }
  }
  const known = new Map(sources.map((source) => [source.id, source]));
  const used = [...citing].flatMap(([id, numbers]) => {
    const source = known.get(id);
    const told = source ? redactSource(source, audience) : null;
    return told ? { ...told, claims: [...numbers] } : [];
  });
  return used.map((source, index) => ({ ...source, number: index + 1 }));
}

function countFigures(
  outline: readonly ReportOutline[],
  version: number,
  scale: readonly ReportScaleStep[],
  sources: readonly ReportSource[],
): ReportFigures {
  const kept = outline.filter((claim) => claim.standing !== "dismissed");
  const signed = kept.filter((claim) => claim.standing === "signed");
  const notes = outline.flatMap((claim) => claim.notes);
  return {
    claims: outline.length,
    kept: kept.length,
    signed: signed.length,
    byState: countStates(outline),
    byVerdict: countVerdicts(kept, scale),
    overrides: kept.filter(({ signOff }) => signOff !== null && signOff.overrideReason !== null).length,
    sourcingOverrides: kept.filter(({ signOff }) => signOff !== null && signOff.sourcingReason !== null).length,
    sameHand: kept.filter(({ sameHand }) => sameHand).length,
    carried: signed.filter(({ signOff }) => signOff?.versionNumber !== version).length,
    carriedToOtherWords: signed.filter((claim) => claim.otherWords).length,
    facts: sum(kept.map(({ facts }) => facts)),
    factsTicked: sum(kept.map(({ factsTicked }) => factsTicked)),
    notes: notes.length,
    secretNotes: notes.filter(({ sourceId }) => sourceId === null).length,
    sources: sources.length,
    copies: sources.filter(({ snapshot }) => snapshot !== null).length,
  };
}

function countWhole(all: readonly ReportOutline[]): ReportWhole {
  const of = (standing: Standing) => all.filter((claim) => claim.standing === standing).length;
  return {
    claims: all.length,
    kept: all.length - of("dismissed"),
    signed: of("signed"),
    undecided: of("undecided"),
    untouched: of("untouched"),
    byMachine: all.filter(({ origin }) => origin === "machine").length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Tell whether the one who proposed the verdict also signed it off, without an override. */
export function isSameHand({ signOff, verdict }: Pick<ReportClaim, "signOff" | "verdict">): boolean {
  if (!signOff || signOff.overrideReason !== null) return false;
  return signOff.by.id === verdict?.proposed?.by.id;
}

/** Return the words a claim was signed off for, where the article has others now; null where they are the same or nothing is signed. */
export function otherWords(claim: Pick<ReportClaim, "state" | "signOff" | "place">): string | null {
  const { signOff, place } = claim;
  if (!signOff || standing(claim) !== "signed") return null;
  return signOff.anchored === (place?.exact ?? "") ? null : signOff.anchored;
}

function countStates(claims: readonly ReportOutline[]): Record<ClaimState, number> {
  const counts: Record<ClaimState, number> = {
    detected: 0,
    open: 0,
    in_check: 0,
    in_review: 0,
    verified: 0,
    dismissed: 0,
    reopened: 0,
  };
  for (const state of CLAIM_STATES) counts[state] = claims.filter((claim) => claim.state === state).length;
  return counts;
}

/** The scale's verdicts in order, then those that claims still bear although the scale dropped them. */
function countVerdicts(claims: readonly ReportOutline[], scale: readonly ReportScaleStep[]): VerdictFigure[] {
  const borne = claims.flatMap(({ verdict }) => (verdict && verdict.order === null ? verdict.id : []));
  const dropped = [...new Set(borne)].sort(byUnits).map((id) => ({ id, label: id }));
  return [...scale, ...dropped].map(({ id, label }) => {
    const bearing = claims.filter(({ verdict }) => verdict?.id === id);
    const signed = bearing.filter((claim) => claim.standing === "signed").length;
    return { id, label, signed, proposed: bearing.length - signed };
  });
}

function countShares(outline: readonly ReportOutline[]): ReportShare[] {
  const shares = new Map<string, { person: ReportPerson; notes: number; verdicts: number; signOffs: number }>();
  const add = (person: ReportPerson | null, what: "notes" | "verdicts" | "signOffs") => {
    if (!person) return;
    const share = shares.get(person.id) ?? { person, notes: 0, verdicts: 0, signOffs: 0 };
    shares.set(person.id, { ...share, [what]: share[what] + 1 });
  };
  for (const { notes, proposedBy, signOff } of outline) {
    for (const { author } of notes) add(author, "notes");
    add(proposedBy, "verdicts");
    add(signOff?.by ?? null, "signOffs");
  }
  return [...shares.values()].sort(
    (a, b) => byUnits(a.person.name, b.person.name) || byUnits(a.person.id, b.person.id),
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Return the sentence a claim stands in, cut into the words before it, its own and the words after it. */
export function inContext(text: string, place: ReportPlace): { before: string; words: string; after: string } {
  const own = wholeSpan(text, place);
  const sentence = wholeSpan(text, place.sentence);
  return {
    before: text.slice(sentence.start, own.start),
    words: slice(text, own),
    after: text.slice(own.end, sentence.end),
  };
}
