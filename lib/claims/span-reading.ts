import { sentenceFeatures } from "@/lib/core/extraction/checkworthiness";
import { extract } from "@/lib/core/extraction/extract";
import { keepFeatures } from "@/lib/core/extraction/kept-features";
import type { Extraction, Fact, Feature, Speaker } from "@/lib/core/extraction/types";
import { contains, overlaps, type Span } from "@/lib/core/text/span";
import type { FactRecord } from "./claim-record";

/** What the text engine says of a place that a person chose. */
export interface SpanReading {
  readonly facts: readonly Fact[];
  /** What its score is made of. */
  readonly features: readonly Feature[];
  /** Who says it, by the sentence around it. */
  readonly speaker: Speaker | null;
}

/** Texts up to this length are read whole, so that last names and pronouns find their persons; of longer ones, the part around. */
const WHOLE = 60_000;
/** Units of text read on each side of a place in a long text, at least. */
const AROUND = 5_000;

/** Read the facts, the makings of the score and the speaker of a place in a text; `date` is the ISO date that "on Wednesday" refers to. */
export function readSpan(text: string, span: Span, date: string | null): SpanReading {
  const part = text.length <= WHOLE ? { start: 0, end: text.length } : paragraphsAround(text, span);
  const extraction = extract(text.slice(part.start, part.end), date === null ? {} : { date });
  const inPart = { start: span.start - part.start, end: span.end - part.start };
  return {
    facts: extraction.facts.filter((fact) => contains(inPart, fact)).map((fact) => moved(fact, part.start)),
    features: keepFeatures(sentenceFeatures(text.slice(span.start, span.end))),
    speaker: speakerOf(extraction, inPart),
  };
}

/** Cut at line breaks, so that no sentence is read in half. */
function paragraphsAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf("\n", Math.max(0, start - AROUND));
  const after = text.indexOf("\n", Math.min(text.length, end + AROUND));
  return { start: before + 1, end: after === -1 ? text.length : after };
}

function moved<S extends Span>(span: S, by: number): S {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** The speaker of the claim or attribution that shares words with the place; the claim's first, for there pronouns are resolved. */
function speakerOf({ attributions, claims }: Extraction, span: Span): Speaker | null {
  const claimed = claims.find((claim) => claim.speaker && overlaps(claim, span));
  const said = attributions.find(
    ({ content, speaker, force }) => speaker && force !== "attitude" && content.some((part) => overlaps(part, span)),
  );
  return claimed?.speaker ?? said?.speaker ?? null;
}

/** Make records of facts; a fact with the same words at the same place as one of `known` keeps its id and its tick. */
export function factRecords(
  facts: readonly Fact[],
  versionId: string,
  known: readonly FactRecord[],
  newId: () => string,
): FactRecord[] {
  return facts.map((fact) => {
    const same = known.filter((one) => sameFact(one, fact));
    const [kept] = same;
    const ticked = same.find(({ tickedAt }) => tickedAt !== null);
    return {
      id: kept?.id ?? newId(),
      versionId,
      type: fact.type,
      start: fact.start,
      end: fact.end,
      text: fact.text,
      name: fact.name ?? kept?.name ?? "",
      title: fact.title ?? kept?.title ?? "",
      value: fact.value ?? null,
      tickedById: ticked?.tickedById ?? null,
      tickedAt: ticked?.tickedAt ?? null,
    };
  });
}

/** Tell whether two facts are the same words of the same type at the same place. */
export function sameFact(a: Span & { type: string; text: string }, b: Span & { type: string; text: string }): boolean {
  return a.start === b.start && a.end === b.end && a.type === b.type && a.text === b.text;
}
