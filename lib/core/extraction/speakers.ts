import { TITLES } from "./gazetteer";
import { type Mention, wordsOf } from "./mentions";
import type { Range } from "./phrases";
import { type Reading, tagAt, tokenAt } from "./reading";
import type { Speaker } from "./types";

/** Finds who a source is: a named person or body, the one a pronoun or an office stands for, else the words themselves. */
export interface SpeakerBook {
  /** Return the speaker that the tokens of `source` name or stand for; null when it names nobody ("who" without a name). */
  resolve(source: Range): Speaker | null;
  /** Return the person that "he" or "she" at token `i` stands for. */
  personBehind(i: number): Mention | null;
}

/** Longest description, in characters, that is kept as a speaker's name. */
const NAME_LIMIT = 90;

/** Return the book of a text's speakers; `sources` are the attributions' sources, since who spoke last is the likeliest "he". */
export function speakersOf(reading: Reading, mentions: readonly Mention[]): SpeakerBook {
  const people = mentions.filter((mention) => mention.type === "person");
  const book: SpeakerBook = { resolve, personBehind };
  return book;

  function resolve(source: Range): Speaker | null {
    const length = source.to - source.from;
    const lower = tokenAt(reading, source.from).lower;
    if (length === 1 && /^(?:he|she|him|her|his)$/.test(lower)) return asSpeaker(personBehind(source.from));
    if (length === 1 && /^(?:who|which|that)$/.test(lower)) return antecedent(source.from);
    if (length === 1 && /^(?:i|we|you|it|they|this|his|her|their|its|our|my)$/.test(lower)) return null;
    const core = withoutRelative(source);
    const inside = within(mentions, core);
    const named =
      inside.find((mention) => mention.type === "person" && speaksItself(mention, core)) ??
      inside.find((mention) => mention.to === core.to && !setsThePlace(mention, core));
    if (named) return asSpeaker(named);
    return office(core) ?? describe(core);
  }

  /** "the mayor, who praised Smith": whoever is named behind "who" is somebody else. */
  function withoutRelative(source: Range): Range {
    for (let i = source.from + 1; i < source.to; i++)
      if (/^(?:who|whose|whom|which)$/.test(tokenAt(reading, i).lower))
        return { from: source.from, to: tokenAt(reading, i - 1).lower === "," ? i - 1 : i };
    return source;
  }

  /** A name followed by "'s campaign", or behind "by" or "of", is not the speaker itself. */
  function speaksItself(mention: Mention, source: Range): boolean {
    const after = tokenAt(reading, mention.to);
    if (mention.to < source.to && (after.lower === "'s" || after.text === "’" || after.text === "'")) return false;
    const before = tokenAt(reading, mention.from - 1).lower;
    return mention.from === source.from || before === "," || !/^(?:by|of|for|with|to|from|in|under)$/.test(before);
  }

  /** "67 countries in Washington", "the mayor of Rome": the name says where or of what the speaker is; a body behind "by" or "for" speaks. */
  function setsThePlace(mention: Mention, source: Range): boolean {
    const before = tokenAt(reading, mention.from - 1).lower;
    return mention.from > source.from && /^(?:of|in|at|on|near|under|with|against|within)$/.test(before);
  }

  function antecedent(i: number): Speaker | null {
    const before = tokenAt(reading, i - 1).lower === "," ? i - 1 : i;
    return asSpeaker(lastEndingBy(mentions, before, 3));
  }

  function personBehind(i: number): Mention | null {
    const female = /^(?:she|her|hers)$/.test(tokenAt(reading, i).lower);
    let best: { readonly mention: Mention; readonly rank: number } | null = null;
    const here = sentenceAt(i);
    for (let k = indexBefore(people, i); k >= 0 && indexBefore(people, i) - k < 12; k--) {
      const mention = people[k];
      if (!mention || (mention.gender !== undefined && (mention.gender === "female") !== female)) continue;
      const rank = (here - sentenceAt(mention.from)) * 10 + place(mention);
      if (here - sentenceAt(mention.from) > 6 && best) break;
      if (!best || rank < best.rank) best = { mention, rank };
    }
    return best?.mention ?? null;
  }

  /** How likely a later "he" is this mention: subjects first, possessives and objects of a preposition last. */
  function place(mention: Mention): number {
    const after = tokenAt(reading, mention.to);
    if (after.lower === "'s" || after.text === "’") return 7;
    const before = tagAt(reading, mention.from - 1);
    if (before === "ADP") return 6;
    const sentence = reading.sentences[sentenceAt(mention.from)];
    return sentence && mention.from - sentence.from < 2
      ? 0
      : tagAt(reading, mention.to) === "VERB" || tagAt(reading, mention.to) === "AUX"
        ? 0
        : 3;
  }

  function sentenceAt(token: number): number {
    let low = 0;
    let high = reading.sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((reading.sentences[middle]?.from ?? 0) <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** "the mayor": the last person before whose title ends so. */
  function office(source: Range): Speaker | null {
    const head = tokenAt(reading, source.to - 1).lower;
    if (tokenAt(reading, source.from).lower !== "the" || source.to - source.from > 4 || !TITLES.has(head)) return null;
    const from = indexBefore(people, source.from);
    for (let k = from; k >= 0 && from - k < 40; k--) {
      const person = people[k];
      if (person?.title?.toLowerCase().split(/\s+/).includes(head)) return asSpeaker(person);
    }
    return null;
  }

  function describe(source: Range): Speaker | null {
    const words = wordsOf(reading, source.from, source.to);
    if (!words) return null;
    const cut = words.length > NAME_LIMIT ? `${words.slice(0, NAME_LIMIT).replace(/\s\S*$/, "")}…` : words;
    return { name: cut.replace(/[\s,–—-]+$/, "") };
  }
}

function asSpeaker(mention: Mention | null | undefined): Speaker | null {
  if (!mention) return null;
  return mention.title === undefined ? { name: mention.name } : { name: mention.name, title: mention.title };
}

function indexBefore(list: readonly Mention[], token: number): number {
  let low = -1;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle]?.from ?? 0) < token) low = middle;
    else high = middle - 1;
  }
  return low;
}

function within(mentions: readonly Mention[], range: Range): Mention[] {
  const out: Mention[] = [];
  for (let k = indexBefore(mentions, range.from) + 1; k < mentions.length; k++) {
    const mention = mentions[k];
    if (!mention || mention.from >= range.to) break;
    out.push(mention);
  }
  const before = mentions[indexBefore(mentions, range.from)];
  if (before && before.to > range.from) out.unshift(before);
  return out;
}

function lastEndingBy(mentions: readonly Mention[], token: number, reach: number): Mention | null {
  const mention = mentions[indexBefore(mentions, token)];
  return mention && mention.to <= token && token - mention.to <= reach ? mention : null;
}
