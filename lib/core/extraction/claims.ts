import { contains, type Span } from "../text/span";
import { findCues } from "./attribution-cues";
import type { RawAttribution } from "./attributions";
import { type CheckWorthiness, featuresOf, scoreFeatures } from "./checkworthiness";
import { type CutGuide, type Piece, piecesOf } from "./clauses";
import type { Mention } from "./mentions";
import { CLAUSE_REACH, type Range } from "./phrases";
import { type Reading, type Sentence, spanOf, tagAt, tokenAt } from "./reading";
import type { SpeakerBook } from "./speakers";
import type { ClaimKind, ExtractedClaim, Fact, Speaker } from "./types";
import { wordClaim } from "./wording";

/** Everything the earlier steps found in a text. */
export interface Findings {
  readonly attributions: readonly RawAttribution[];
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly book: SpeakerBook;
}

/** Return the claims of a text in the order of their place: each sentence that states something, cut where its parts stand alone. */
export function findClaims(reading: Reading, findings: Findings): ExtractedClaim[] {
  const bySentence = groupBySentence(reading, findings.attributions);
  const reportedBy = reportedTokens(reading, findings.attributions);
  const guide = cutGuide(reading, findings.facts, reportedBy);
  const out: ExtractedClaim[] = [];
  for (const [n, sentence] of reading.sentences.entries()) {
    const own = bySentence[n] ?? [];
    for (const piece of piecesOf(reading, sentence, own, guide)) {
      out.push(claimOf(reading, findings, sentence, piece, own, reportedBy));
    }
  }
  return out;
}

function groupBySentence(reading: Reading, attributions: readonly RawAttribution[]): RawAttribution[][] {
  const out: RawAttribution[][] = reading.sentences.map(() => []);
  for (const item of attributions) out[item.sentence]?.push(item);
  return out;
}

/** For each token the index of the attribution that reports it, or -1; attitudes do not report words. */
function reportedTokens(reading: Reading, attributions: readonly RawAttribution[]): Int32Array {
  const out = new Int32Array(reading.tokens.length).fill(-1);
  for (const [n, item] of attributions.entries()) {
    if (item.force !== "attitude") for (const part of item.content) out.fill(n, part.from, part.to);
  }
  return out;
}

function cutGuide(reading: Reading, facts: readonly Fact[], reportedBy: Int32Array): CutGuide {
  const some = (range: Range, wanted: (fact: Fact) => boolean) => {
    const span = spanOf(reading, range.from, range.to);
    for (let k = firstFrom(facts, span.start); k < facts.length; k++) {
      const fact = facts[k];
      if (!fact || fact.start >= span.end) return false;
      if (contains(span, fact) && wanted(fact)) return true;
    }
    return false;
  };
  return {
    hasFact: (range) => some(range, (fact) => fact.type !== "quote"),
    hasFigureOrName: (range) => some(range, (fact) => fact.type !== "quote" && fact.type !== "superlative"),
    isReported: (token) => (reportedBy[token] ?? -1) >= 0,
  };
}

/** Index of the first fact that starts at or behind `start`. */
function firstFrom(facts: readonly Fact[], start: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function factsIn(facts: readonly Fact[], span: Span): Fact[] {
  const out: Fact[] = [];
  for (let k = firstFrom(facts, span.start); k < facts.length; k++) {
    const fact = facts[k];
    if (!fact || fact.start >= span.end) break;
    if (contains(span, fact)) out.push(fact);
  }
  return out;
}

function mentionsIn(mentions: readonly Mention[], range: Range): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < range.from) low = middle + 1;
    else high = middle;
  }
  const out: Mention[] = [];
  for (let k = low; k < mentions.length && (mentions[k]?.from ?? 0) < range.to; k++) {
    const mention = mentions[k];
    if (mention) out.push(mention);
  }
  return out;
}

function claimOf(
  reading: Reading,
  findings: Findings,
  sentence: Sentence,
  piece: Piece,
  own: readonly RawAttribution[],
  reportedBy: Int32Array,
): ExtractedClaim {
  const span = spanOf(reading, piece.from, piece.to);
  const facts = factsIn(findings.facts, span);
  const said = saidIn(reading, findings, piece, own, reportedBy);
  const voices = said ? voicesOf(reading, findings, said.item, sentence) : SILENT;
  const features = featuresOf(reading, piece, facts, said !== null);
  const worth: CheckWorthiness = scoreFeatures(features);
  const silent = said && !said.named && !piece.subject ? voices.speaker : undefined;
  const claim: ExtractedClaim = {
    start: span.start,
    end: span.end,
    text: reading.text.slice(span.start, span.end),
    wording: wordClaim(reading, piece, findings.book, mentionsIn(findings.mentions, piece), facts, silent),
    kind: kindOf(reading, piece, facts, said?.item ?? null),
    score: worth.score,
    reasons: worth.reasons,
    facts,
  };
  const { speaker, via } = voices;
  if (!speaker) return claim;
  return via ? { ...claim, speaker, via } : { ...claim, speaker };
}

interface Voices {
  readonly speaker?: Speaker;
  readonly via?: Speaker;
}

const SILENT: Voices = {};

interface Said {
  readonly item: RawAttribution;
  /** Whether the claim itself says who speaks. */
  readonly named: boolean;
}

/** The attribution that holds most of a piece; null where the article itself speaks. */
function saidIn(
  reading: Reading,
  findings: Findings,
  piece: Piece,
  own: readonly RawAttribution[],
  reportedBy: Int32Array,
): Said | null {
  let best: RawAttribution | null = null;
  let most = 0;
  for (let k = firstNear(own, piece.from - CLAUSE_REACH); k < own.length; k++) {
    const item = own[k];
    if (!item || (item.cue[0]?.from ?? 0) > piece.to + CLAUSE_REACH) break;
    if (item.force === "attitude") continue;
    const covered = coverage(piece, item.content) + coverage(piece, item.source) + coverage(piece, item.cue);
    if (covered > most) {
      most = covered;
      best = item;
    }
  }
  const length = piece.to - piece.from;
  if (best && most >= length * 0.5)
    return { item: best, named: (best.source[0]?.from ?? -1) >= piece.from && (best.source[0]?.from ?? -1) < piece.to };
  let inside = 0;
  for (let i = piece.from; i < piece.to; i++) if ((reportedBy[i] ?? -1) >= 0) inside++;
  const item = findings.attributions[reportedBy[Math.min(piece.from + 1, piece.to - 1)] ?? -1];
  return item && inside >= length * 0.6 && reading.tokens.length > 0 ? { item, named: false } : null;
}

/** Index of the first attribution whose cue stands at or behind token `from`; they are in the order of their cues. */
function firstNear(own: readonly RawAttribution[], from: number): number {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle]?.cue[0]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function coverage(piece: Range, parts: readonly Range[]): number {
  let sum = 0;
  for (const part of parts) sum += Math.max(0, Math.min(part.to, piece.to) - Math.max(part.from, piece.from));
  return sum;
}

/** Who holds a claim, and who passed it on: of "Graham said Abadi believed …" Abadi holds it. */
function voicesOf(
  reading: Reading,
  findings: Findings,
  item: RawAttribution,
  sentence: Sentence,
): { speaker?: Speaker; via?: Speaker } {
  const source = item.source[0];
  const outer = source ? findings.book.resolve(source) : null;
  if (!outer) return {};
  const content = item.content[0];
  if (item.type === "direct" || !content || content.from < sentence.from) return { speaker: outer };
  const inner = innerVoice(reading, findings, sentence, content);
  return inner && inner.name !== outer.name ? { speaker: inner, via: outer } : { speaker: outer };
}

function innerVoice(reading: Reading, findings: Findings, sentence: Sentence, content: Range): Speaker | null {
  const nested = findCues(reading, { ...sentence, from: content.from, to: content.to })[0];
  const source = nested?.source[0];
  if (!nested || !source || nested.force === "attitude") return null;
  if (source.from - content.from > 1 || (nested.content[0]?.from ?? 0) < source.to) return null;
  if (source.to - source.from === 1 && tagAt(reading, source.from) === "PRON") return null;
  return findings.book.resolve(source);
}

const has = (facts: readonly Fact[], ...types: readonly Fact["type"][]) =>
  facts.some((fact) => types.includes(fact.type));

function kindOf(reading: Reading, piece: Range, facts: readonly Fact[], said: RawAttribution | null): ClaimKind {
  if (said && said.type !== "indirect" && quotedShare(reading, piece) > 0.3) return "quote";
  if (!said && tokenAt(reading, piece.to - 1).text.includes("?")) return "question";
  if (has(facts, "money", "percent", "quantity") || figures(facts)) return "statistic";
  if (said) return "attribution";
  const signs = signsIn(reading, piece);
  if (signs.has("causal")) return "causal";
  if (signs.has("rule")) return "rule";
  if (signs.has("comparison") || has(facts, "superlative")) return "comparison";
  if (signs.has("prediction") && !has(facts, "date")) return "prediction";
  if (signs.has("opinion") && !has(facts, "person", "organisation", "place", "date")) return "opinion";
  return has(facts, "date") ? "event" : "statement";
}

/** Single words that show a kind of claim. */
const KIND_SIGNS = new Map<string, ClaimKind>([
  ...["because", "caused", "led", "due"].map((word) => [word, "causal"] as const),
  ...["must", "illegal", "banned", "requires", "prohibits"].map((word) => [word, "rule"] as const),
  ["than", "comparison"],
  ...["will", "'ll", "shall"].map((word) => [word, "prediction"] as const),
  ..."should ought terrible wonderful beautiful disgraceful great awful horrible fantastic nice perhaps maybe hopefully sadly unfortunately i me my"
    .split(" ")
    .map((word) => [word, "opinion"] as const),
]);

function signsIn(reading: Reading, range: Range): ReadonlySet<ClaimKind> {
  const out = new Set<ClaimKind>();
  for (let i = range.from; i < range.to; i++) {
    const sign = KIND_SIGNS.get(tokenAt(reading, i).lower);
    if (sign) out.add(sign);
  }
  return out;
}

/** The share of the words of a piece that stand in quotation marks. */
function quotedShare(reading: Reading, piece: Range): number {
  let inside = 0;
  for (let i = piece.from; i < piece.to; i++) if (reading.quoted[i] !== -1) inside++;
  return inside / (piece.to - piece.from);
}

function figures(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.type === "number" && /\d|[a-z]{3}/i.test(fact.text));
}
