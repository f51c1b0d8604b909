import { contains, type Span } from "../text/span";
import type { FoundAttribution } from "./attribution/found";
import { findCues } from "./attribution-cues";
import type { RawAttribution } from "./attributions";
import { type CheckWorthiness, featuresOf, scoreFeatures } from "./checkworthiness";
import { type CutGuide, isPast, type Piece, piecesOf, reportedPieces } from "./clauses";
import { keepFeatures, type WeighedClaim } from "./kept-features";
import type { Mention } from "./mentions";
import { CLAUSE_REACH, carriesTense, NP_REACH, type Range } from "./phrases";
import { type Reading, type Sentence, spanOf, tagAt, tokenAt } from "./reading";
import type { SpeakerBook } from "./speakers";
import type { ClaimKind, Fact, Speaker } from "./types";
import { wordClaim } from "./wording";

/** Everything the earlier steps found in a text. */
export interface Findings {
  readonly attributions: readonly RawAttribution[];
  readonly mentions: readonly Mention[];
  /** Everything found, which scores and cuts lean on. */
  readonly all: readonly Fact[];
  /** What is shown to tick off. */
  readonly facts: readonly Fact[];
  readonly book: SpeakerBook;
}

/**
 * Return the claims of a text in the order of their place: each sentence that states something, cut where its parts stand alone.
 * A report ("Tillerson said …") is one claim, that it was said; what is reported is another one inside it where it can be
 * checked apart from who said it.
 */
export function findClaims(reading: Reading, findings: Findings): WeighedClaim[] {
  const bySentence = groupBySentence(reading, findings.attributions);
  const reportedBy = reportedTokens(reading, findings.attributions);
  const guide = cutGuide(reading, findings.all, reportedBy);
  const out: WeighedClaim[] = [];
  for (const [n, sentence] of reading.sentences.entries()) {
    const own = bySentence[n] ?? [];
    for (const piece of piecesOf(reading, sentence, own, guide)) {
      out.push(...claimsOf(reading, findings, sentence, piece, { own, reportedBy, guide }));
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

/** What is known about the reports of a sentence. */
interface Reports {
  readonly own: readonly RawAttribution[];
  readonly reportedBy: Int32Array;
  readonly guide: CutGuide;
}

function claimsOf(
  reading: Reading,
  findings: Findings,
  sentence: Sentence,
  piece: Piece,
  reports: Reports,
): WeighedClaim[] {
  const said = saidIn(reading, findings, piece, reports.own, reports.reportedBy);
  const nested = said ? nestedIn(reading, sentence, said.item) : null;
  const voices = said ? voicesOf(findings, said.item, nested) : SILENT;
  const silent = said && !said.named && !piece.subject ? voices.speaker : undefined;
  const all = factsIn(findings.all, spanOf(reading, piece.from, piece.to));
  const own = said && isAuthor(reading, said.item) ? said.item : null;
  const kind = own
    ? authorKind(reading, piece, all, own)
    : said
      ? reportKind(reading, piece, said)
      : statedKind(reading, piece, all);
  const report = claimOf(reading, findings, piece, { kind, said, voices, silent, all });
  if (!said?.named || own) return [report];
  const content = contentIn(reading, piece, said.item, nested);
  if (!content) return [report];
  const inner = reportedPieces(reading, content, reports.guide).flatMap((part) => {
    const held = factsIn(findings.all, spanOf(reading, part.from, part.to));
    const partKind = reportedKind(reading, held, part, said.item);
    if (!partKind) return [];
    const quoted = reading.quoted[part.from] !== -1 && !part.subject;
    return [
      claimOf(reading, findings, part, {
        kind: partKind,
        said,
        voices,
        silent: quoted ? voices.speaker : undefined,
        all: held,
      }),
    ];
  });
  return [report, ...inner];
}

interface Told {
  readonly kind: ClaimKind;
  readonly said: Said | null;
  readonly voices: Voices;
  /** The speaker whom the words do not name. */
  readonly silent: Speaker | undefined;
  /** All facts in it. */
  readonly all: readonly Fact[];
}

function claimOf(reading: Reading, findings: Findings, piece: Piece, known: Told): WeighedClaim {
  const { kind, said, voices, silent, all } = known;
  const span = spanOf(reading, piece.from, piece.to);
  const features = featuresOf(reading, piece, all, said !== null);
  const worth: CheckWorthiness = scoreFeatures(features);
  const claim: WeighedClaim = {
    start: span.start,
    end: span.end,
    text: reading.text.slice(span.start, span.end),
    wording: wordClaim(reading, piece, findings.book, mentionsIn(findings.mentions, piece), all, silent),
    kind,
    score: worth.score,
    reasons: worth.reasons,
    facts: factsIn(findings.facts, span),
    features: keepFeatures(features),
  };
  const { speaker, via } = voices;
  if (!speaker) return claim;
  return via ? { ...claim, speaker, via } : { ...claim, speaker };
}

/**
 * The reported clause in a piece, without "that", its quotation marks and what the innermost of nested reports says about its
 * own speaker; null where no clause of the piece is reported.
 */
function contentIn(
  reading: Reading,
  piece: Piece,
  item: RawAttribution,
  nested: FoundAttribution | null,
): Range | null {
  const outer = item.content.find((part) => part.from < piece.to && part.to > piece.from);
  if (!outer || item.force === "attitude") return null;
  let { from, to } = (outer === item.content[0] ? nested?.content[0] : null) ?? outer;
  from = Math.max(from, piece.from);
  to = Math.min(to, piece.to);
  while (from < to && /^(?:that|but|and|,|“|"|‘|'|''|«|:|…)$/.test(tokenAt(reading, from).lower)) from++;
  while (to > from && (/^[.,;:!…–—-]+$/.test(tokenAt(reading, to - 1).text) || closesOutside(reading, from, to - 1)))
    to--;
  if (to - from < LEAST_CLAUSE || to - from > piece.to - piece.from - 2) return null;
  return isClause(reading, from, to) ? { from, to } : null;
}

/** Whether token `i` closes a quotation that opened before `from`. */
function closesOutside(reading: Reading, from: number, i: number): boolean {
  const quote = reading.quotations[reading.quoted[i] ?? -1];
  return quote?.closed === true && quote.close === i && quote.open < from;
}

const LEAST_CLAUSE = 5;

/** Whether a subject and a verb with a tense stand there, the words are no question, and nobody unnamed is their subject. */
function isClause(reading: Reading, from: number, to: number): boolean {
  if (NO_SUBJECT.has(tokenAt(reading, from).lower) || tokenAt(reading, to - 1).text.startsWith("?")) return false;
  const quoted = reading.quoted[from] !== -1;
  for (let i = from; i < to && i - from < NP_REACH; i++) {
    if (carriesTense(reading, i) && tokenAt(reading, i + 1).lower !== "by") return i > from;
    if (quoted || tokenAt(reading, i).lower !== ",") continue;
    const behind = asideEnd(reading, i, to);
    return i > from + 1 && behind > i && carriesTense(reading, behind);
  }
  return false;
}

/** Where the words go on behind ", built in 1987,"; `comma` where nothing closes it. */
function asideEnd(reading: Reading, comma: number, to: number): number {
  for (let i = comma + 1; i < to && i - comma < 20; i++) if (tokenAt(reading, i).lower === ",") return i + 1;
  return comma;
}

const NO_SUBJECT = new Set(
  "to how why whether what if where when who which as because for not on in of both they it this these those them there".split(
    " ",
  ),
);

/** The kind of what is reported; null where only that it was said can be checked: no fact, an opinion, something to come. */
function reportedKind(reading: Reading, all: readonly Fact[], part: Range, item: RawAttribution): ClaimKind | null {
  const facts = all.filter((fact) => fact.type !== "quote");
  if (facts.length === 0) return null;
  if (has(facts, "money", "percent", "quantity") || figures(facts)) return "statistic";
  if (item.force === "thought" || isOpen(reading, part)) return null;
  const kind = statedKind(reading, part, facts);
  if (kind === "prediction" || kind === "opinion" || kind === "question") return null;
  // Quoted words are a claim already; that they name somebody is not enough to check them twice.
  return kind === "statement" && reading.quoted[part.from] !== -1 ? null : kind;
}

const OPEN = new Set(
  "would could should might may must will 'll wo shall ought can ca let hope want wants wish if think believe i we my our us".split(
    " ",
  ),
);

/** Whether words leave open what is the case, or speak for the speaker. */
function isOpen(reading: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (OPEN.has(tokenAt(reading, i).lower)) return true;
  return false;
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
function voicesOf(findings: Findings, item: RawAttribution, nested: FoundAttribution | null): Voices {
  const source = item.source[0];
  const outer = source ? findings.book.resolve(source) : null;
  if (!outer) return SILENT;
  const innerSource = nested?.source[0];
  const inner = innerSource ? findings.book.resolve(innerSource) : null;
  return inner && inner.name !== outer.name ? { speaker: inner, via: outer } : { speaker: outer };
}

/** The report inside what is reported; quoted words and those of an earlier sentence are not looked into. */
function nestedIn(reading: Reading, sentence: Sentence, item: RawAttribution): FoundAttribution | null {
  const content = item.content[0];
  if (item.type === "direct" || !content || content.from < sentence.from) return null;
  return nestedReport(reading, sentence, content);
}

/** The report that opens reported words: "Abadi believed …" in what Graham said. */
function nestedReport(reading: Reading, sentence: Sentence, content: Range): FoundAttribution | null {
  const nested = findCues(reading, { ...sentence, from: content.from, to: content.to })[0];
  const source = nested?.source[0];
  if (!nested || !source || nested.force === "attitude") return null;
  if (source.from - content.from > 1 || (nested.content[0]?.from ?? 0) < source.to) return null;
  return source.to - source.from === 1 && tagAt(reading, source.from) === "PRON" ? null : nested;
}

const has = (facts: readonly Fact[], ...types: readonly Fact["type"][]) =>
  facts.some((fact) => types.includes(fact.type));

/** That something was said: a quotation where a good part of the words is quoted. A question that is quoted stays one. */
function reportKind(reading: Reading, piece: Range, said: Said): ClaimKind {
  if (!said.named && asks(reading, piece)) return "question";
  return said.item.type !== "indirect" && quotedShare(reading, piece) > 0.3 ? "quote" : "attribution";
}

/** Whether "I" or "we" outside quotation marks report: the article itself speaks. */
function isAuthor(reading: Reading, { source }: RawAttribution): boolean {
  const [only] = source;
  if (!only || only.to - only.from !== 1 || reading.quoted[only.from] !== -1) return false;
  return /^(?:i|we)$/.test(tokenAt(reading, only.from).lower);
}

/** What the author believes or hopes is opinion; what the author reports is stated. */
function authorKind(reading: Reading, piece: Range, facts: readonly Fact[], item: RawAttribution): ClaimKind {
  const kind = statedKind(reading, piece, facts);
  return item.force !== "speech" && (kind === "statement" || kind === "event") && !has(facts, "date")
    ? "opinion"
    : kind;
}

function asks(reading: Reading, piece: Range): boolean {
  return tokenAt(reading, piece.to - 1).text.includes("?") || tokenAt(reading, piece.to - 2).text.includes("?");
}

/** The kind of words that nobody but the article says. */
function statedKind(reading: Reading, piece: Range, facts: readonly Fact[]): ClaimKind {
  if (asks(reading, piece)) return "question";
  if (has(facts, "money", "percent", "quantity") || figures(facts)) return "statistic";
  const signs = signsIn(reading, piece);
  if (signs.has("causal")) return "causal";
  if (signs.has("rule") && !signs.has("person")) return "rule";
  if (signs.has("comparison") || has(facts, "superlative")) return "comparison";
  if (signs.has("prediction") && !has(facts, "date")) return "prediction";
  const firm = has(facts, "date", "quote");
  if (!firm && !signs.has("report") && (signs.has("judgement") || signs.has("demand"))) return "opinion";
  if ((signs.has("opinion") || signs.has("person")) && !has(facts, "person", "organisation", "place", "date"))
    return "opinion";
  return has(facts, "date") ||
    (signs.has("event") && !signs.has("open") && has(facts, "person", "organisation", "place"))
    ? "event"
    : "statement";
}

type Sign =
  | "causal"
  | "rule"
  | "comparison"
  | "prediction"
  | "opinion"
  | "judgement"
  | "demand"
  | "person"
  | "event"
  | "open"
  | "report";

const list = (words: string) => words.split(/\s+/).filter(Boolean);

/** Single words that show a kind of claim. */
const SIGNS = new Map<string, Sign>([
  ...signs("causal", "because caused"),
  ...signs("rule", "must illegal unlawful banned bans requires prohibits forbids outlaws mandates"),
  ...signs("opinion", "perhaps maybe hopefully sadly unfortunately frankly thankfully surely"),
  ...signs("person", "i me my mine"),
  ...signs("demand", "should ought"),
  ...signs("open", "would could might may"),
  ...signs("report", "said says told wrote announced argued insisted tweeted"),
]);

/** Words that show one together with the word behind them. */
const PAIRS = new Map<string, readonly [second: string, sign: Sign]>([
  ...["led", "leads", "due", "owing", "thanks", "attributed"].map((word) => [word, ["to", "causal"]] as const),
  ...["resulted", "results"].map((word) => [word, ["in", "causal"]] as const),
  ...["stemmed", "stems"].map((word) => [word, ["from", "causal"]] as const),
  ["blamed", ["on", "causal"]],
  ["required", ["to", "rule"]],
  ["entitled", ["to", "rule"]],
]);

function signs(sign: Sign, words: string): (readonly [string, Sign])[] {
  return list(words).map((word) => [word, sign] as const);
}

/** Words of taste: they make an opinion of a sentence that only says what something is. */
const JUDGEMENTS = new Set(
  list(`
  terrible wonderful beautiful disgraceful great awful horrible fantastic nice good bad brilliant stupid silly ridiculous absurd amazing incredible lovely ugly boring
  exciting interesting fascinating shameful pathetic outrageous disgusting delightful charming impressive disappointing depressing refreshing likable likeable funny hilarious
  clever foolish unfair unjust useless pointless meaningless tragic perfect superb excellent marvelous magnificent splendid dreadful appalling deplorable despicable hypocritical
  cynical naive arrogant hateful inspiring admirable honorable noble cowardly heroic weird unsurprising ironic thrilled excited grateful delighted
  `),
);
const COPULAS = new Set(
  list(
    "is are was were 's 're be been being seems seem seemed looks look looked sounds feels feel felt remains becomes",
  ),
);

function signsIn(reading: Reading, range: Range): ReadonlySet<Sign> {
  const out = new Set<Sign>();
  let embedded = false;
  const main = mainVerb(reading, range);
  if (looksAhead(reading, main)) out.add(plansAt(reading, main) ? "event" : "prediction");
  for (let i = range.from; i < range.to; i++) {
    const { lower, shape } = tokenAt(reading, i);
    if (shape !== "word" && lower !== "'ll") continue;
    if (EMBEDDING.has(lower)) embedded = true;
    const sign = SIGNS.get(lower);
    const pair = sign ? undefined : PAIRS.get(lower);
    if (sign === "demand") {
      if (!embedded && i >= main && tagAt(reading, i + 1) !== "PRON") out.add("demand");
    } else if (sign) out.add(sign === "rule" && isOurs(reading, i) ? "demand" : sign);
    else if (pair && tokenAt(reading, i + 1).lower === pair[0] && tagAt(reading, i + 2) !== "VERB") out.add(pair[1]);
    else if (lower === "than" && !/^(?:rather|other)$/.test(tokenAt(reading, i - 1).lower)) out.add("comparison");
    else if (tagAt(reading, i) === "VERB" && isPast(lower)) out.add("event");
    else if (FORBIDDEN.has(lower)) {
      if (isPredicate(reading, range, i)) out.add("rule");
    } else if (
      FEELINGS.has(lower) &&
      i - range.from < 6 &&
      speaksOfUs(reading, range) &&
      isPredicate(reading, range, i)
    ) {
      out.add("judgement");
    } else if (!embedded && JUDGEMENTS.has(lower) && isPredicate(reading, range, i)) out.add("judgement");
  }
  return out;
}

const FEELINGS = new Set(list("glad proud pleased honored honoured happy sorry sad eager ready lucky fortunate"));

/** Whether "we" or "I" opens the words. */
function speaksOfUs(reading: Reading, { from }: Range): boolean {
  return /^(?:we|i)$/.test(tokenAt(reading, from).lower) || /^(?:we|i)$/.test(tokenAt(reading, from + 1).lower);
}

const FORBIDDEN = new Set(["illegal", "unlawful", "forbidden", "prohibited"]);
/** Words behind which somebody else's view or a condition stands. */
const EMBEDDING = new Set(list("that whether if how because though although when who which while"));

/** "we must": a demand, and no rule. */
function isOurs(reading: Reading, must: number): boolean {
  return /^(?:we|i|you)$/.test(tokenAt(reading, must - 1).lower);
}

/** Whether the verb at `i` speaks of what is to come: "will", "is going to". */
function looksAhead(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  if (/^(?:will|'ll|shall|wo)$/.test(lower)) return tagAt(reading, i) === "AUX" || lower !== "will";
  if (!/^(?:is|are|'s|'re|am|'m)$/.test(lower)) return false;
  const going = tokenAt(reading, i + 1).lower === "not" ? i + 2 : i + 1;
  return tokenAt(reading, going).lower === "going" && tokenAt(reading, going + 1).lower === "to";
}

/** What somebody has announced to do can be checked today: "will hold a rally", "will be holding". */
function plansAt(reading: Reading, will: number): boolean {
  for (let i = will + 1; i < will + 5; i++) {
    const { lower } = tokenAt(reading, i);
    if (PLANS.has(lower.replace(/(?:[^aeiou]?ing)$/, "")) || PLANS.has(lower)) return true;
    if (!/^(?:be|also|not|n't|then|now|soon|instead|again|meet)$/.test(lower) && tagAt(reading, i) !== "ADV")
      return false;
  }
  return false;
}

const PLANS = new Set(
  list(`
  hold holding meet meeting visit visiting host hosting speak speaking travel traveling announce attend attending open launch launching release releasing publish vote voting hear
  appear appearing address addressing deliver delivering debate debating report present presenting testify retire expire begin start end close appoint nominate register
  `),
);

/** The first verb with a tense of the main clause, outside quotation marks if the clause is; -1 without one. */
function mainVerb(reading: Reading, { from, to }: Range): number {
  let i = from;
  const head = tokenAt(reading, i).lower;
  if (/^(?:how|what|why|whether)$/.test(head)) return -1;
  if (EMBEDDING.has(head)) {
    while (i < to && tokenAt(reading, i).lower !== ",") i++;
    if (i >= to) i = from;
  }
  const quoted = reading.quoted[from] !== -1 && reading.quoted[to - 1] !== -1;
  for (; i < to; i++) {
    if (!carriesTense(reading, i) || (reading.quoted[i] !== -1 && !quoted)) continue;
    const relative = /^(?:who|which|that)$/.test(tokenAt(reading, i - 1).lower);
    const aside = tokenAt(reading, i + 1).lower === "," && carriesTense(reading, i + 2);
    if (!relative && !aside) return i;
  }
  return -1;
}

/** "is (simply) terrible", "was a terrible idea": the judgement is what the sentence says. */
function isPredicate(reading: Reading, range: Range, i: number): boolean {
  for (let k = i - 1; k >= range.from && i - k < 5; k--) {
    if (COPULAS.has(tokenAt(reading, k).lower)) return true;
    const tag = tagAt(reading, k);
    if (tag !== "ADV" && tag !== "DET" && tag !== "ADJ" && tag !== "PART") return false;
  }
  return false;
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
