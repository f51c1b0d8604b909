import { bySpan, contains } from "../text/span";
import type { Mention } from "./mentions";
import { type Reading, spanOf, tagAt, tokenAt } from "./reading";
import type { Fact, ValueMention } from "./types";

const EST = /^[a-z]{2,}est$/;
const NOT_EST = new Set(
  "west midwest northwest southwest interest forest test guest request arrest protest contest quest honest modest invest suggest rest nest chest manifest harvest digest conquest earnest unrest budapest best-known everest pest vest zest crest wrest infest attest detest ingest priest latest".split(
    " ",
  ),
);
const RANKS = new Set([
  "first",
  "last",
  "only",
  "sole",
  "top",
  "leading",
  "unprecedented",
  "best",
  "worst",
  "most",
  "least",
  "record",
]);
const AFTER_RANK = new Set(["in", "ever", "time", "since", "on"]);

/** Return the facts of a text in order: names, figures, dates, quotations, superlatives. A figure takes the noun it counts with it. */
export function findFacts(reading: Reading, mentions: readonly Mention[], values: readonly ValueMention[]): Fact[] {
  const superlatives = findSuperlatives(reading);
  const figures = outside(valueFacts(reading, values), superlatives);
  const named = mentions.map((mention) => mentionFact(reading, mention));
  return [...named, ...figures, ...superlatives, ...quoteFacts(reading)].sort(bySpan);
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
  const span = spanOf(reading, mention.from, mention.to);
  return {
    ...span,
    type: mention.type,
    text: reading.text.slice(span.start, span.end),
    name: mention.name,
    ...(mention.title === undefined ? {} : { title: mention.title }),
  };
}

function valueFacts(reading: Reading, values: readonly ValueMention[]): Fact[] {
  const out: Fact[] = [];
  let token = 0;
  for (const mention of values) {
    while (token < reading.tokens.length && tokenAt(reading, token).end < mention.end) token++;
    const written = reading.text.slice(mention.start, mention.end);
    if (mention.value.kind === "number" && /^(?:one|a|an|no|zero|some|few)$/i.test(written)) continue;
    const end = mention.value.kind === "number" ? countedEnd(reading, token + 1, mention.end) : mention.end;
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

/** "68 countries and organizations": the end of the noun phrase that a figure counts. */
function countedEnd(reading: Reading, from: number, end: number): number {
  let i = from;
  let noun = -1;
  while (i - from < 5) {
    const tag = tagAt(reading, i);
    if (tokenAt(reading, i).shape !== "word") break;
    if (tag === "NOUN") noun = i;
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
  const { lower, shape } = tokenAt(reading, i);
  if (shape !== "word") return i;
  const next = tokenAt(reading, i + 1).lower;
  if (lower === "number" && (next === "one" || next === "1")) return nounsEnd(reading, i + 2, i + 2);
  if ((lower === "most" || lower === "least") && tagAt(reading, i + 1) === "ADJ")
    return nounsEnd(reading, i + 2, i + 2);
  const determined =
    tagAt(reading, i - 1) === "DET" ||
    tagAt(reading, i - 1) === "PART" ||
    /^(?:his|her|its|their|our|my|your)$/.test(tokenAt(reading, i - 1).lower);
  if (RANKS.has(lower) && lower !== "most" && lower !== "least") {
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
  if (!EST.test(lower) || NOT_EST.has(lower) || tagAt(reading, i) === "VERB") return i;
  return nounsEnd(reading, i + 1, i + 1);
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

function quoteFacts(reading: Reading): Fact[] {
  const out: Fact[] = [];
  for (const quote of reading.quotations) {
    const from = quote.open + 1;
    const last = quote.closed ? quote.close : quote.close + 1;
    const to = tokenAt(reading, last - 1).text === "," ? last - 1 : last;
    if (to <= from) continue;
    const span = spanOf(reading, from, to);
    out.push({ ...span, type: "quote", text: reading.text.slice(span.start, span.end) });
  }
  return out;
}
