import { bySpan, contains, type Span } from "../text/span";
import type { ValueMention } from "../values/value";
import type { Mention } from "./mentions";
import { type Reading, spanOf, tagAt, tokenAt } from "./reading";
import type { Fact } from "./types";

const EST = /^[a-z]{2,}est$/;
const NOT_EST = new Set(
  "west midwest northwest southwest interest forest test guest request arrest protest contest quest honest modest invest suggest rest nest chest manifest harvest digest conquest earnest unrest incest behest bequest divest molest inquest dishonest immodest armrest headrest backrest cardiac-arrest conquest reinvest breast priest budapest best-known everest pest vest zest crest wrest infest attest detest ingest priest latest".split(
    " ",
  ),
);
const RANKS = new Set(["first", "last", "only", "sole", "top", "leading", "unprecedented", "best", "worst", "record"]);
/** What is called "first" without being first of anything. */
const NO_RANK = new Set(
  "lady name half aid class hand floor-level degree responders responder amendment glance step steps".split(" "),
);
const AFTER_RANK = new Set(["in", "ever", "time", "since", "on"]);

/** Return the facts of a text in order: names, figures, dates, quotations, superlatives. A figure takes the noun it counts with it. */
export function findFacts(reading: Reading, mentions: readonly Mention[], values: readonly ValueMention[]): Fact[] {
  const superlatives = findSuperlatives(reading);
  const named = mentions.map((mention) => mentionFact(reading, mention));
  const figures = outside(valueFacts(reading, values), superlatives);
  return [...named, ...figures, ...superlatives, ...quoteFacts(reading)].sort(bySpan);
}

/**
 * Return the facts that a checker ticks off one by one. A name inside quoted words is checked with these words, so it is left
 * out; figures, dates and superlatives in them can be wrong by themselves and stay. "Several cities" is ticked, though it is
 * no figure.
 */
export function factsToTick(reading: Reading, facts: readonly Fact[]): Fact[] {
  let quoted = 0;
  let counted = 0;
  const kept = facts.filter((fact) => {
    const within = fact.end <= quoted;
    if (fact.type === "quote") quoted = Math.max(quoted, fact.end);
    else if (fact.type === "number") counted = Math.max(counted, fact.end);
    // "the 400 richest Americans" is one fact.
    if (fact.type === "superlative" && fact.end <= counted) return false;
    return !(within && (fact.type === "person" || fact.type === "organisation" || fact.type === "place"));
  });
  const vague = outside(severals(reading), kept);
  return vague.length === 0 ? kept : [...kept, ...vague].sort(bySpan);
}

/** The facts that do not lie in one of `others`; both lists are in order. */
function outside(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  let k = 0;
  return facts.filter((fact) => {
    while (k < others.length && (others[k]?.end ?? 0) < fact.end) k++;
    const other = others[k];
    return !(other && contains(other, fact));
  });
}

function mentionFact(reading: Reading, mention: Mention): Fact {
  const { start, end } = spanOf(reading, mention.from, mention.to);
  const { type, name, title } = mention;
  const text = reading.text.slice(start, end);
  return title === undefined ? { start, end, type, text, name } : { start, end, type, text, name, title };
}

function valueFacts(reading: Reading, values: readonly ValueMention[]): Fact[] {
  const out: Fact[] = [];
  let token = 0;
  for (const mention of values) {
    while (token < reading.tokens.length && tokenAt(reading, token).end < mention.end) token++;
    const written = reading.text.slice(mention.start, mention.end);
    if (mention.value.kind === "number" && /^(?:one|a|an|no|zero|some|few)$/i.test(written)) continue;
    const { kind } = mention.value;
    if (kind === "ordinal" && isPartOfWord(reading.text, mention)) continue;
    if (kind === "number" && /^\d{12,}$/.test(written)) continue;
    const end =
      kind === "number"
        ? countedEnd(reading, token + 1, mention.end)
        : kind === "date"
          ? dayPartEnd(reading, token + 1, mention.end)
          : mention.end;
    out.push({
      start: mention.start,
      end,
      type: mention.value.kind,
      text: reading.text.slice(mention.start, end),
      value: mention.value,
    });
  }
  return out;
}

/** "first" in "first-rate" and "second" in "split-second" are no ranks. */
function isPartOfWord(text: string, { start, end }: Span): boolean {
  return /[-‑]\p{L}/u.test(text.slice(end, end + 2)) || /\p{L}[-‑]/u.test(text.slice(Math.max(0, start - 2), start));
}

/** "Sunday night": the part of the day belongs to the date. */
function dayPartEnd(reading: Reading, from: number, end: number): number {
  const next = tokenAt(reading, from);
  return /^(?:morning|afternoon|evening|night)$/.test(next.text) && next.start - end === 1 ? next.end : end;
}

/** "several Iraqi cities": a number without a figure. */
function severals(reading: Reading): Fact[] {
  const out: Fact[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const token = tokenAt(reading, i);
    if (token.lower !== "several" || token.capital) continue;
    const end = countedEnd(reading, i + 1, token.end);
    if (end > token.end)
      out.push({ start: token.start, end, type: "number", text: reading.text.slice(token.start, end) });
  }
  return out;
}

/** "68 countries and organizations": the end of the noun phrase that a figure counts. */
function countedEnd(reading: Reading, from: number, end: number): number {
  let i = from;
  let noun = -1;
  while (i - from < 5) {
    const tag = tagAt(reading, i);
    if (tokenAt(reading, i).shape !== "word") break;
    if (tag === "NOUN" || isPeople(tokenAt(reading, i).text)) noun = i;
    else if (
      tag === "CCONJ" &&
      noun === i - 1 &&
      tagAt(reading, i + 1) === "NOUN" &&
      tokenAt(reading, i + 1).lower.endsWith("s")
    )
      noun = i;
    else if (tag !== "ADJ" && tag !== "PROPN") break;
    else if (noun >= 0) break;
    i++;
  }
  return noun < 0 ? end : tokenAt(reading, tagAt(reading, noun) === "CCONJ" ? noun - 1 : noun).end;
}

/** "four Americans", "two Democrats". */
function isPeople(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:ans|ians|is|crats|icans|ews|ims|inos)$/u.test(text);
}

function findSuperlatives(reading: Reading): Fact[] {
  const out: Fact[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const end = superlativeEnd(reading, i);
    if (end <= i) continue;
    const span = spanOf(reading, i, end);
    out.push({ ...span, type: "superlative", text: reading.text.slice(span.start, span.end) });
    i = end - 1;
  }
  return out;
}

/** The end of a superlative that begins at token `i`, or `i` when none does. */
function superlativeEnd(reading: Reading, i: number): number {
  const { lower, shape, text } = tokenAt(reading, i);
  if (shape !== "word") return i;
  const next = tokenAt(reading, i + 1).lower;
  if (lower === "number" && (next === "one" || next === "1")) return nounsEnd(reading, i + 2, i + 2);
  const determined =
    tagAt(reading, i - 1) === "DET" ||
    tagAt(reading, i - 1) === "PART" ||
    /^(?:his|her|its|their|our|my|your)$/.test(tokenAt(reading, i - 1).lower);
  if (lower === "most" || lower === "least") return degreeEnd(reading, i, determined);
  if (lower === "last" && !isLastOfAll(reading, i)) return i;
  if (lower === "first" && NO_RANK.has(next)) return i;
  if (RANKS.has(lower)) {
    if (
      lower === "record" &&
      tagAt(reading, i + 1) !== "NOUN" &&
      tagAt(reading, i + 1) !== "ADJ" &&
      tagAt(reading, i + 1) !== "NUM"
    )
      return i;
    const end = nounsEnd(reading, i + 1, i);
    if (determined || lower === "unprecedented" || lower === "record") return end;
    return AFTER_RANK.has(next) && lower === "first" && next === "time" ? end : i;
  }
  if (!EST.test(text) || NOT_EST.has(lower) || tagAt(reading, i) === "VERB" || tagAt(reading, i) === "PROPN") return i;
  return nounsEnd(reading, i + 1, i + 1);
}

/** "the most populous states"; "most undocumented parents" only says how many. */
function degreeEnd(reading: Reading, i: number, determined: boolean): number {
  if (tagAt(reading, i + 1) !== "ADJ" || /^(?:likely|other|recent|such)$/.test(tokenAt(reading, i + 1).lower)) return i;
  const end = nounsEnd(reading, i + 2, i + 2);
  return determined || end === i + 2 || !tokenAt(reading, end - 1).lower.endsWith("s") ? end : i;
}

/** "the last survivor", and not "the last few years". */
function isLastOfAll(reading: Reading, i: number): boolean {
  const next = tokenAt(reading, i + 1).lower;
  if (tokenAt(reading, i - 1).lower !== "the" || tagAt(reading, i + 1) !== "NOUN") return false;
  return !/^(?:few|several|couple|days?|weeks?|months?|years?|decades?|hours?|minutes?|century|night|time|name|word|thing|minute|step|part|half)$/.test(
    next,
  );
}

function nounsEnd(reading: Reading, from: number, least: number): number {
  let i = from;
  let end = least;
  while (
    i - from < 4 &&
    (tagAt(reading, i) === "ADJ" || tagAt(reading, i) === "NOUN") &&
    tokenAt(reading, i).shape === "word"
  ) {
    i++;
    if (tagAt(reading, i - 1) === "NOUN") end = i;
  }
  return end;
}

/** The quoted words without their marks, cut at the ends of sentences: a long quotation is checked sentence by sentence. */
function quoteFacts(reading: Reading): Fact[] {
  const out: Fact[] = [];
  let sentence = 0;
  for (const quote of reading.quotations) {
    let from = quote.open + 1;
    const end = quote.closed ? quote.close : quote.close + 1;
    while (sentence > 0 && (reading.sentences[sentence]?.from ?? 0) > from) sentence--;
    while (from < end) {
      while (sentence < reading.sentences.length - 1 && (reading.sentences[sentence]?.to ?? 0) <= from) sentence++;
      const last = Math.min(end, Math.max(from + 1, reading.sentences[sentence]?.to ?? end));
      const to = tokenAt(reading, last - 1).text === "," ? last - 1 : last;
      if (to > from) {
        const span = spanOf(reading, from, to);
        out.push({ ...span, type: "quote", text: reading.text.slice(span.start, span.end) });
      }
      from = last;
    }
  }
  return out;
}
