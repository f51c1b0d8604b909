import type { FactSentence } from "../coverage/fact-sentences";
import type { ChainCheck } from "../ledger/chain";
import { paragraphsOf } from "../text/layers";
import { segment } from "../text/segment";
import { bySpan, overlaps, type Span, slice } from "../text/span";
import { wholeSpan } from "../text/whole-span";
import { formatValue } from "../values/format-value";
import type { Value } from "../values/value";
import { findVerdict, type Verdict, type VerdictScale } from "../workflow/verdict-scale";
import { CLAIM_STATES, type ClaimState } from "../workflow/workflow";
import { composeCoverage, type ReportCoverage, type ReportDismissedFact } from "./coverage";
import { methodSentences } from "./method";
import type { ReportReady } from "./ready";

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
  readonly publisher: string;
  readonly url: string;
  /** ISO date of the source itself. */
  readonly date: string | null;
}

/** A source with the number that the claims cite it by, in the order of first use. */
export interface ReportSource extends ReportSourceInput {
  readonly number: number;
  /** Numbers of the claims that lean on it, in the report's order. */
  readonly claims: readonly number[];
}

/** A person's finding in a source. */
export interface ReportNote {
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
  /** The version of the article it was given on; an earlier one than the report's when it was carried to that. */
  readonly versionNumber: number;
  /** The words in that version it was given for, as they went into the hash; empty when the claim had no place there. */
  readonly anchored: string;
  /** Whether the claim, recomputed from the records, still is exactly what was approved. */
  readonly intact: boolean;
  /** The reason given for stepping past the four-eyes rule, or null when it was kept. */
  readonly overrideReason: string | null;
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

/** What the records say of one claim. */
export interface ReportClaimInput {
  readonly id: string;
  /** Its number in the margin. */
  readonly number: number;
  readonly state: ClaimState;
  readonly origin: "machine" | "person";
  readonly kind: string;
  readonly wording: string;
  readonly speaker: { readonly name: string; readonly title: string; readonly via: string } | null;
  /** Null when the claim has no place in this version. */
  readonly anchor: ReportAnchor | null;
  readonly facts: readonly ReportFactInput[];
  readonly notes: readonly ReportNote[];
  readonly verdict: ReportVerdictInput | null;
  readonly signOff: ReportSignOff | null;
  readonly voided: readonly ReportVoidedSignOff[];
  readonly dismissal: ReportDismissal | null;
  /** The words with which the claim was sent back or reopened; empty otherwise. */
  readonly stateNote: string;
}

/** One claim of the report. */
export interface ReportClaim extends Omit<ReportClaimInput, "anchor" | "facts" | "verdict"> {
  readonly place: ReportPlace | null;
  readonly facts: readonly ReportFact[];
  readonly verdict: ReportVerdict | null;
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

/** Everything that the records know and a report is made of. */
export interface ReportInput {
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly article: ReportArticle;
  readonly version: ReportVersion;
  readonly ready: ReportReady | null;
  readonly fourEyes: boolean;
  readonly scale: VerdictScale;
  readonly claims: readonly ReportClaimInput[];
  /** What a reading found in the version's text, in claims or not. */
  readonly facts: readonly FactSentence[];
  readonly dismissedFacts: readonly ReportDismissedFact[];
  readonly sources: readonly ReportSourceInput[];
  readonly ledger: ReportLedger;
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
  /** Sign-offs by the one who proposed the verdict, given while the newsroom did not ask for four eyes. */
  readonly sameHand: number;
  /** Sign-offs that stand and were given on an earlier version. */
  readonly carried: number;
  /** Those of them whose words in the article are others now. */
  readonly carriedToOtherWords: number;
  readonly facts: number;
  readonly factsTicked: number;
  readonly notes: number;
  readonly sources: number;
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

/** A fact-check report: the one model that every format is written from. Holds no clock: the same records give the same report. */
export interface Report {
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly article: ReportArticle;
  readonly version: ReportVersion;
  /** The mark "ready to publish"; null when there is none. */
  readonly ready: ReportReady | null;
  /** The state of the records at this moment (ISO 8601): that of the last ledger entry. */
  readonly asOf: string;
  readonly fourEyes: boolean;
  readonly scale: readonly ReportScaleStep[];
  readonly method: readonly string[];
  readonly figures: ReportFigures;
  /** All claims in the order of the text; those without a place come last, by number. */
  readonly claims: readonly ReportClaim[];
  readonly sources: readonly ReportSource[];
  readonly people: readonly ReportShare[];
  readonly coverage: ReportCoverage;
  readonly ledger: ReportLedger;
}

/** Compose the report of what the records say: order, context, figures, method and references follow from them alone. */
export function composeReport(input: ReportInput): Report {
  const { newsroom, article, version, ready, fourEyes, ledger } = input;
  const scale = input.scale.map(scaleStep);
  const claims = composeClaims(input);
  const sources = numberSources(input.sources, claims);
  const figures = countFigures(claims, version.number, scale, sources.length);
  const method = methodSentences({ version, fourEyes, figures, claims });
  const people = countShares(claims);
  const placed = claims.map((claim) => ({ place: claim.place, standing: standing(claim) }));
  const coverage = composeCoverage({ ...input, text: version.text, claims: placed });
  return {
    newsroom,
    article,
    version,
    ready,
    asOf: ledger.at,
    fourEyes,
    scale,
    method,
    figures,
    claims,
    sources,
    people,
    coverage,
    ledger,
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

function scaleStep(verdict: Verdict, index: number): ReportScaleStep {
  const { id, label, meaning, authorsWord = false } = verdict;
  return { id, label, order: index + 1, meaning, authorsWord };
}

function composeClaims({ version, scale, claims }: ReportInput): ReportClaim[] {
  const sentences = segment(version.text);
  const paragraphs = paragraphsOf(version.text);
  return claims
    .map(({ anchor, ...claim }) => ({
      ...claim,
      place: anchor && locate(anchor, sentences, paragraphs),
      facts: [...claim.facts].sort(bySpan).map(nameValue),
      notes: [...claim.notes].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id)),
      voided: [...claim.voided].sort((a, b) => compare(a.at, b.at) || compare(a.hash, b.hash)),
      verdict: claim.verdict && nameVerdict(claim.verdict, scale),
    }))
    .sort(byPlace);
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

function byPlace(a: ReportClaim, b: ReportClaim): number {
  if (a.place && b.place) return bySpan(a.place, b.place) || a.number - b.number;
  if (a.place || b.place) return a.place ? -1 : 1;
  return a.number - b.number;
}

function numberSources(sources: readonly ReportSourceInput[], claims: readonly ReportClaim[]): ReportSource[] {
  const citing = new Map<string, Set<number>>();
  for (const { number, notes } of claims) {
    for (const { sourceId } of notes) citing.set(sourceId, (citing.get(sourceId) ?? new Set()).add(number));
  }
  const known = new Map(sources.map((source) => [source.id, source]));
  const used = [...citing].flatMap(([id, numbers]) => {
    const source = known.get(id);
    return source ? { ...source, claims: [...numbers] } : [];
  });
  return used.map((source, index) => ({ ...source, number: index + 1 }));
}

function countFigures(
  claims: readonly ReportClaim[],
  version: number,
  scale: readonly ReportScaleStep[],
  sources: number,
): ReportFigures {
  const kept = claims.filter((claim) => standing(claim) !== "dismissed");
  const signed = kept.filter((claim) => standing(claim) === "signed");
  const facts = kept.flatMap((claim) => claim.facts);
  return {
    claims: claims.length,
    kept: kept.length,
    signed: signed.length,
    byState: countStates(claims),
    byVerdict: countVerdicts(kept, scale),
    overrides: kept.filter(({ signOff }) => signOff !== null && signOff.overrideReason !== null).length,
    sameHand: kept.filter(isSameHand).length,
    carried: signed.filter(({ signOff }) => signOff?.versionNumber !== version).length,
    carriedToOtherWords: signed.filter((claim) => otherWords(claim) !== null).length,
    facts: facts.length,
    factsTicked: facts.filter(({ ticked }) => ticked !== null).length,
    notes: claims.reduce((sum, { notes }) => sum + notes.length, 0),
    sources,
  };
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

function countStates(claims: readonly ReportClaim[]): Record<ClaimState, number> {
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
function countVerdicts(claims: readonly ReportClaim[], scale: readonly ReportScaleStep[]): VerdictFigure[] {
  const borne = claims.flatMap(({ verdict }) => (verdict && verdict.order === null ? verdict.id : []));
  const dropped = [...new Set(borne)].sort(compare).map((id) => ({ id, label: id }));
  return [...scale, ...dropped].map(({ id, label }) => {
    const bearing = claims.filter(({ verdict }) => verdict?.id === id);
    const signed = bearing.filter((claim) => standing(claim) === "signed").length;
    return { id, label, signed, proposed: bearing.length - signed };
  });
}

function countShares(claims: readonly ReportClaim[]): ReportShare[] {
  const notes = claims.flatMap((claim) => claim.notes.map(({ author }) => author));
  const verdicts = claims.flatMap(({ verdict }) => verdict?.proposed?.by ?? []);
  const signOffs = claims.flatMap(({ signOff }) => signOff?.by ?? []);
  const people = new Map([...notes, ...verdicts, ...signOffs].map((person) => [person.id, person]));
  const count = (deeds: readonly ReportPerson[], id: string) => deeds.filter((by) => by.id === id).length;
  return [...people.values()]
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    .map((person) => ({
      person,
      notes: count(notes, person.id),
      verdicts: count(verdicts, person.id),
      signOffs: count(signOffs, person.id),
    }));
}

/** Code-unit order: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
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
