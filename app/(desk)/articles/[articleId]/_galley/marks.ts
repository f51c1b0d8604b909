import type { ArticleView } from "@/lib/articles/schema";
import { STANDINGS, type Standing, standingOf } from "@/lib/core/coverage/stretches";
import { cutRuns, type LayeredParagraph, layParagraphs, type Run, stackLines } from "@/lib/core/text/layers";
import type { Span } from "@/lib/core/text/span";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { type OutsideMark, type OutsidePiece, outsideCutter } from "./coverage-marks";

/** A claim as the galley needs it, and no more: an article may hold thousands. Offsets are UTF-16 in the version's text. */
export interface Mark extends Span {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly state: ClaimState;
  /** Empty when the wording is exactly the marked words. */
  readonly wording: string;
  readonly speaker: string;
  readonly verdict: string;
  /** The facts that nobody ticked yet. */
  readonly untickedFacts: readonly Span[];
}

/** A stretch of text as it is painted: under which claims, innermost first, and which parts of it are facts. */
export interface PaintedRun extends Span {
  readonly layers: readonly { readonly id: string; readonly state: ClaimState; readonly line: number }[];
  /** Ids of the claims over it, the shortest first: a click walks through them in this order. */
  readonly ids: readonly string[];
  /** How the coverage counts its words. */
  readonly standing: Standing;
  readonly pieces: readonly (Span & { readonly fact: boolean; readonly outside: OutsideMark | null })[];
}

/** A paragraph to paint. Equal `key`s paint equal paragraphs, so a paragraph that nothing touched is not painted again. */
export interface PaintedParagraph extends Span {
  readonly key: string;
  readonly runs: readonly PaintedRun[];
  readonly beginning: readonly Mark[];
}

/** More lines than this would run into the next line of text; further overlaps share the last one. */
const MAX_LINES = 4;

/** Return the claims of an article as marks, in order of place. */
export function marksOf(article: Pick<ArticleView, "claims" | "version">): Mark[] {
  return article.claims
    .map((claim) => ({
      id: claim.id,
      rev: claim.rev,
      number: claim.number,
      state: claim.state,
      start: claim.start,
      end: claim.end,
      wording: claim.wording === article.version.text.slice(claim.start, claim.end) ? "" : claim.wording,
      speaker: claim.speakerName,
      verdict: claim.verdict?.label ?? "",
      untickedFacts: claim.factSpans.filter((fact) => !fact.ticked).map(({ start, end }) => ({ start, end })),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
}

/** Say what a mark claims: its wording, or the words of the text it marks. */
export function wordingOf(mark: Mark, text: string): string {
  return mark.wording || text.slice(mark.start, mark.end);
}

/** Lay the marks over the text, ready to paint; `outside` is what the coverage says of words that no claim holds, in order. */
export function paint(text: string, marks: readonly Mark[], outside: readonly OutsideMark[] = []): PaintedParagraph[] {
  const cut = outsideCutter(outside);
  return layParagraphs(text, marks).map((paragraph) => paintParagraph(paragraph, cut));
}

type Cut = (run: Span) => OutsidePiece[];

function paintParagraph({ start, end, runs, beginning }: LayeredParagraph<Mark>, cut: Cut): PaintedParagraph {
  const painted = runs.map((run) => paintRun(run, cut));
  const key =
    painted.map(keyOf).join("|") +
    beginning.map(({ number, verdict, wording }) => `#${number}${verdict} ${wording}`).join("");
  return { start, end, key, runs: painted, beginning };
}

function paintRun(run: Run<Mark>, cut: Cut): PaintedRun {
  const { start, end, layers } = run;
  if (layers.length === 0) {
    const pieces = cut(run).map((piece) => ({ ...piece, fact: false }));
    return { start, end, layers: [], ids: [], standing: "bare", pieces };
  }
  const living = layers.filter(({ item }) => item.state !== "dismissed");
  const facts = living.flatMap(({ item }) => item.untickedFacts);
  const pieces = cutRuns(run, stackLines(facts)).map((piece) => ({
    start: piece.start,
    end: piece.end,
    fact: piece.layers.length > 0,
    outside: null,
  }));
  const byLength = layers.map(({ item }) => item).sort((a, b) => a.end - a.start - (b.end - b.start));
  return {
    start,
    end,
    layers: layers.map(({ item, line }) => ({ id: item.id, state: item.state, line: Math.min(line, MAX_LINES - 1) })),
    ids: byLength.map(({ id }) => id),
    standing: leastDecided(layers.map(({ item }) => standingOf(item.state))),
    pieces: joinPieces(pieces),
  };
}

function leastDecided(standings: readonly Standing[]): Standing {
  return STANDINGS.find((each) => standings.includes(each)) ?? "bare";
}

/** Join neighbours of one sort: overlapping facts need only one line. */
function joinPieces(pieces: readonly PaintedRun["pieces"][number][]): PaintedRun["pieces"][number][] {
  const joined: PaintedRun["pieces"][number][] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.fact === piece.fact) joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

function keyOf({ start, layers, pieces }: PaintedRun): string {
  const lines = layers.map(({ id, state, line }) => `${id}:${state}:${line}`).join(",");
  return `${start}(${lines})${pieces.map(({ end, fact, outside }) => `${end}${fact ? "f" : (outside?.kind ?? "")}`).join(",")}`;
}

/** Return the claim after a click on a run: the innermost first, each further click the next one out. */
export function walk(ids: readonly string[], selected: string | null): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected);
  return ids[(at + 1) % Math.max(ids.length, 1)] ?? null;
}

/** Return the neighbour of the selected mark among those shown: the first or last when none is selected, itself at the ends. */
export function neighbour(marks: readonly Mark[], selected: Mark | null, step: 1 | -1): Mark | null {
  if (marks.length === 0) return null;
  if (!selected) return (step === 1 ? marks[0] : marks.at(-1)) ?? null;
  const at = marks.findIndex(({ id }) => id === selected.id);
  if (at !== -1) return marks[Math.min(Math.max(at + step, 0), marks.length - 1)] ?? null;
  // The selected one is filtered out: go on from its place.
  const before = marks.filter(({ start }) => start <= selected.start);
  return (step === 1 ? marks[before.length] : before.at(-1)) ?? selected;
}
