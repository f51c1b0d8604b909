import type { Attribution, Extraction, Fact, FactType } from "../extraction/types";
import { bySpan, contains, type Span } from "../text/span";
import { frameLines } from "./frame-lines";

/** A fact that a decision should cover. */
export interface CheckableFact extends Span {
  readonly type: FactType;
  /** For who says something, and on which day, in a reporting frame: the words that are said. The frame goes with their claim. */
  readonly reports?: Span;
}

/** A sentence that holds facts, with all of them, in order. */
export interface FactSentence extends Span {
  readonly facts: readonly CheckableFact[];
}

/** What of a reading of a text the coverage is made from. */
export type ReadForCoverage = Pick<Extraction, "facts" | "sentences" | "attributions">;

const NAMES: ReadonlySet<FactType> = new Set(["person", "organisation", "place"]);

/**
 * Return the facts of a text that a decision should cover, by sentence: all that the reading found, in claims or not, without
 * names, places and dates in datelines, bylines and credits, and without quoted sentences of a single word ("No."). They do
 * not depend on the claims, nor on the article's date. Linear in the text and in what was read.
 */
export function factSentences(text: string, { facts, sentences, attributions }: ReadForCoverage): FactSentence[] {
  const lines = frameLines(text);
  const counted = notWithin(facts, lines).filter((fact) => !isExclamation(fact));
  return bySentence(text, reporting(text, counted, framesOf(attributions)), behind(sentences, lines));
}

function notWithin(facts: readonly Fact[], lines: readonly Span[]): Fact[] {
  let next = 0;
  return facts.filter((fact) => {
    while (next < lines.length && (lines[next]?.end ?? 0) <= fact.start) next++;
    const line = lines[next];
    return !(line && contains(line, fact) && (NAMES.has(fact.type) || fact.type === "date"));
  });
}

/** A sentence behind a dateline begins after it. Both lists are in order. */
function behind(sentences: readonly Span[], lines: readonly Span[]): Span[] {
  let next = 0;
  return sentences.map(({ start, end }) => {
    while (next < lines.length && (lines[next]?.end ?? 0) <= start) next++;
    const line = lines[next];
    return line && line.start <= start && line.end < end ? { start: line.end, end } : { start, end };
  });
}

/** “No.”, “(Applause.)”: said, surely, but a single word asserts nothing by itself. */
const isExclamation = ({ type, text }: Fact): boolean =>
  type === "quote" && /^[\s([]*[\p{L}’'-]+[.!?…)\]]+\s*$/u.test(text);

/** Who says something, or the words that say that he does, and what is said. */
interface Frame extends Span {
  readonly names: boolean;
  readonly reports: Span;
}

function framesOf(attributions: readonly Attribution[]): Frame[] {
  const frames: Frame[] = [];
  const collect = ({ content, source, cue, nested, force }: Attribution) => {
    const reports = hull(content);
    // "He accused the authority" is more than a frame: that he did is itself to be checked.
    if (!reports || force === "attitude") return;
    for (const piece of source) frames.push({ ...piece, names: true, reports });
    for (const piece of cue) frames.push({ ...piece, names: false, reports });
    nested?.forEach(collect);
  };
  attributions.forEach(collect);
  return frames.filter(({ start, end }) => start < end).sort(bySpan);
}

function hull(pieces: readonly Span[]): Span | null {
  const [first] = pieces;
  if (!first) return null;
  return pieces.reduce(
    (all, piece) => ({ start: Math.min(all.start, piece.start), end: Math.max(all.end, piece.end) }),
    first,
  );
}

/** A date belongs to the frame when no more than this stands between: "said late on Wednesday". */
const BEFORE_DAY = /^,?\s+(?:(?:late|early|on|in|again)\s+){0,2}$/iu;
const BEFORE_DAY_LENGTH = 20;

/** Tell each name and date of a reporting frame what it reports; of several frames the innermost. Both lists are in order. */
function reporting(text: string, facts: readonly Fact[], frames: readonly Frame[]): CheckableFact[] {
  let next = 0;
  let near: Frame[] = [];
  return facts.map(({ start, end, type }): CheckableFact => {
    const bare = { start, end, type };
    for (let frame = frames[next]; frame && frame.start < end; frame = frames[++next]) near.push(frame);
    near = near.filter((frame) => frame.end + BEFORE_DAY_LENGTH > start);
    const own = near
      .filter(({ reports }) => !contains(reports, bare))
      .filter((frame) =>
        NAMES.has(type)
          ? frame.names && contains(frame, bare)
          : type === "date" && frame.end <= start && BEFORE_DAY.test(text.slice(frame.end, start)),
      );
    const reports = own.at(-1)?.reports;
    return reports ? { ...bare, reports } : bare;
  });
}

/** Longer sentences say something themselves, though a quotation follows them. */
const LEAD_IN = 60;
const LEAD_IN_WORDS = 6;

/** "Caddell continued:" only says who speaks in the next sentence. */
function isLeadIn(text: string, { start, end }: Span): boolean {
  if (end - start > LEAD_IN || text[end - 1] !== ":") return false;
  return text.slice(start, end).trim().split(/\s+/u).length <= LEAD_IN_WORDS;
}

/**
 * Group facts by the sentence they begin in; one that no sentence holds stands alone. Who is named before a colon, and no
 * more, goes with the sentence after it. Both lists are in order.
 */
function bySentence(text: string, facts: readonly CheckableFact[], sentences: readonly Span[]): FactSentence[] {
  const groups: { start: number; end: number; facts: CheckableFact[] }[] = [];
  let next = 0;
  for (const fact of facts) {
    while (next < sentences.length && (sentences[next]?.end ?? 0) <= fact.start) next++;
    const sentence = sentences[next];
    const { start, end } = sentence && sentence.start <= fact.start ? sentence : fact;
    const spoken = NAMES.has(fact.type) && isLeadIn(text, { start, end }) ? sentences[next + 1] : undefined;
    const told = spoken ? { ...fact, reports: { start: spoken.start, end: spoken.end } } : fact;
    const last = groups.at(-1);
    if (last && last.start === start) {
      last.end = Math.max(last.end, fact.end);
      last.facts.push(told);
    } else groups.push({ start, end: Math.max(end, fact.end), facts: [told] });
  }
  return groups;
}
