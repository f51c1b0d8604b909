import { findValues } from "../values/find-values";
import { findAttributions, findNested, type RawAttribution, spansOf } from "./attributions";
import { findClaims } from "./claims";
import { factsToTick, findFacts } from "./facts";
import { findMentions } from "./mentions";
import { type Reading, readText } from "./reading";
import { type SpeakerBook, speakersOf } from "./speakers";
import type { Attribution, Extraction, ExtractOptions, ReadingStage } from "./types";

/**
 * Read a text into sentences, attributions, facts, values and claims. All offsets are UTF-16 code units into `text`, which is
 * taken as it stands. Never throws; takes time in proportion to the length; an empty text has nothing in it. `onStage` is told
 * of each stage as it begins.
 */
export function extract(
  text: string,
  options: ExtractOptions = {},
  onStage: (stage: ReadingStage) => void = () => undefined,
): Extraction {
  onStage("sentences");
  const reading = readText(text);
  onStage("values");
  const values = findValues(text, options);
  onStage("names");
  const mentions = findMentions(reading);
  const all = findFacts(reading, mentions, values);
  const facts = factsToTick(reading, all);
  onStage("speakers");
  const raw = findAttributions(reading);
  const book = speakersOf(reading, mentions);
  const attributions = raw.map((item) => attributionOf(reading, book, item, NESTING));
  onStage("claims");
  const found = findClaims(reading, { attributions: raw, mentions, all, facts, book });
  return {
    sentences: reading.sentences.map(({ start, end }) => ({ start, end })),
    attributions,
    facts,
    values,
    claims: found.map(({ features: _, ...claim }) => claim),
    features: found.map(({ features }) => features),
  };
}

/** How many voices deep a report is followed. */
const NESTING = 2;

function attributionOf(reading: Reading, book: SpeakerBook, item: RawAttribution, depth: number): Attribution {
  const source = item.source[0];
  const speaker = source ? book.resolve(source) : null;
  const inner = depth > 0 ? findNested(reading, item) : [];
  return {
    type: item.type,
    force: item.force,
    content: spansOf(reading, item.content),
    source: spansOf(reading, item.source),
    cue: spansOf(reading, item.cue),
    ...(speaker ? { speaker } : {}),
    ...(inner.length > 0 ? { nested: inner.map((part) => attributionOf(reading, book, part, depth - 1)) } : {}),
  };
}
