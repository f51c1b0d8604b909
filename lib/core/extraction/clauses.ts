import type { RawAttribution } from "./attributions";
import { datelineEnd } from "./name-runs";
import { carriesTense, hasFiniteVerb, nounPhraseEnd, type Range, subjectBefore } from "./phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "./reading";

/**
 * A part of a sentence that can be checked by itself. `subject` is the subject it shares with the part before, if it has none;
 * `meant` what "it" or "they" at its head stands for: the subject of the part before.
 */
export interface Piece extends Range {
  readonly subject?: Range;
  readonly meant?: Range;
}

/** What a cut may lean on: whether a stretch of tokens holds a fact, and whether it is reported speech. */
export interface CutGuide {
  readonly hasFact: (range: Range) => boolean;
  readonly hasFigureOrName: (range: Range) => boolean;
  readonly isReported: (token: number) => boolean;
}

const BOILERPLATE =
  /^\W{0,3}(?:read (?:more|the full)|click (?:here|on)|sign up|subscribe|follow (?:us|me|@|\w+ (?:\w+ )?on (?:twitter|facebook|instagram))|like us|photos?(?: by|:| credit)|images?:|image (?:by|via|courtesy)|credit:|advertisement|share this|related:|see also|(?:additional )?reporting by|edit(?:ed|ing) by|writ(?:ten|ing) by|compiled by|©|copyright\b|all rights reserved|reprinted|watch:|watch (?:the )?(?:video|below|live)|listen:|this (?:article|story|post|piece|column) (?:was|is|has been|originally|first|appeared)|correction:|for more (?:information|details|on)|continue reading|load(?:ing)? more|download\b|join (?:us|the)|e-?mail (?:us|the author)|contact (?:us|the)|more from|originally published|posted (?:on|by|in)|updated:|published:|table of contents|skip to)/i;
const CREDIT =
  /(?:contributed (?:to this (?:report|story|article)|reporting)|all rights reserved|getty images|associated press (?:writers?|photo))\W{0,4}$/i;
/** "If you use it, please let us know". */
const REQUEST = /^[^“"]*, please \p{L}/iu;
const LEAST_WORDS = 3;

/** Return the parts of a sentence that each state something, without overlap; none for a sentence that states nothing. */
export function piecesOf(
  reading: Reading,
  sentence: Sentence,
  attributions: readonly RawAttribution[],
  guide: CutGuide,
): Piece[] {
  const whole = statedPart(reading, sentence);
  if (!whole || !states(reading, whole, attributions.length > 0, guide)) return [];
  const cuts = [...attributionCuts(reading, whole, attributions), ...clauseCuts(reading, whole, guide)].sort(
    (a, b) => a.end - b.end,
  );
  return cutInto(reading, whole, cuts);
}

/** Return the parts of reported words that each state something: the same cuts as in the article's own sentences. */
export function reportedPieces(reading: Reading, content: Range, guide: CutGuide): Piece[] {
  const clauses = clauseCuts(reading, content, { ...guide, isReported: () => false });
  return cutInto(
    reading,
    content,
    [...clauses, ...thatCuts(reading, content)].sort((a, b) => a.end - b.end),
  );
}

/** "… had no limit and that only four …": each "that" brings something else that is reported. */
function thatCuts(reading: Reading, content: Range): Cut[] {
  const out: Cut[] = [];
  for (let i = content.from + LEAST_WORDS; i < content.to - LEAST_WORDS; i++) {
    const and = /^(?:and|but)$/.test(tokenAt(reading, i).lower) && tokenAt(reading, i + 1).lower === "that";
    if (and && reading.quoted[i] === -1 && hasFiniteVerb(reading, i + 2, Math.min(content.to, i + 20)))
      out.push({ end: i, next: i + 2 });
  }
  return out;
}

function cutInto(reading: Reading, whole: Range, cuts: readonly Cut[]): Piece[] {
  const out: Piece[] = [];
  let from = whole.from;
  let subject: Range | undefined;
  let first: Range | null | undefined;
  for (const cut of cuts) {
    if (cut.end - from < LEAST_WORDS || whole.to - cut.next < LEAST_WORDS || cut.next <= from) continue;
    const shared = cut.shared ? sharedSubject(reading, whole.from, cut.shared) : undefined;
    if (shared === null) continue;
    const end =
      /^[,;]$/.test(tokenAt(reading, cut.end - 1).text) && reading.quoted[cut.end - 1] === -1 ? cut.end - 1 : cut.end;
    out.push(piece(reading, from, end, subject, first));
    from = cut.next;
    first ??= subjectOf(reading, whole);
    subject = shared;
  }
  out.push(piece(reading, from, whole.to, subject, first));
  return out;
}

/** The subject of the verb at `main`, which the part behind a cut goes on with; null when no name or noun is in it. */
function sharedSubject(reading: Reading, floor: number, main: number): Range | null {
  const subject = subjectBefore(reading, floor, main) ?? { from: floor, to: main };
  for (let i = subject.from; i < subject.to; i++)
    if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(tagAt(reading, i))) return subject;
  return null;
}

/** The subject of the first verb, where it is the head of the sentence. */
function subjectOf(reading: Reading, whole: Range): Range | null {
  const main = mainVerb(reading, whole);
  const subject = main < 0 ? null : sharedSubject(reading, whole.from, main);
  return subject?.from === whole.from && tagAt(reading, subject.to - 1) !== "PRON" ? subject : null;
}

function piece(
  reading: Reading,
  from: number,
  to: number,
  subject: Range | undefined,
  first: Range | null | undefined,
): Piece {
  if (subject) return { from, to, subject };
  const head = tokenAt(reading, from).lower;
  return first && (head === "it" || head === "they") ? { from, to, meant: first } : { from, to };
}

/** The sentence without its dateline ("WASHINGTON (Reuters) -") and its closing stop. */
function statedPart(reading: Reading, sentence: Sentence): Range | null {
  let { from, to } = sentence;
  from = datelineEnd(reading, sentence);
  while (from < to && reading.quoted[from] === -1 && /^[•⁃‣▪*–—-]+$/.test(tokenAt(reading, from).text)) from++;
  while (to > from && reading.quoted[to - 1] === -1 && /^[.;:,–—-]+$/.test(tokenAt(reading, to - 1).text)) to--;
  return to > from ? { from, to } : null;
}

function states(reading: Reading, whole: Range, attributed: boolean, guide: CutGuide): boolean {
  const text = reading.text.slice(tokenAt(reading, whole.from).start, tokenAt(reading, whole.to - 1).end);
  if (BOILERPLATE.test(text.slice(0, 80)) || CREDIT.test(text.slice(-80))) return false;
  if (commands(reading, whole.from, whole) || REQUEST.test(text)) return false;
  const label = labelEnd(reading, whole);
  if (label > whole.from && commands(reading, label, whole)) return false;
  if (attributed || listsFigure(text)) return true;
  if (asks(reading, whole) || opensOnly(reading, whole)) return false;
  let count = 0;
  let verb = false;
  for (let i = whole.from; i < whole.to; i++) {
    if (tokenAt(reading, i).shape !== "mark") count++;
    if (tagAt(reading, i) === "VERB" || tagAt(reading, i) === "AUX") verb = true;
  }
  // What ends in a stop and names something states it, whatever the parts of speech: "The board votes on Dec. 4."
  const full = tokenAt(reading, whole.to).text === "." || tokenAt(reading, whole.to - 1).text === ".";
  return count >= 3 && (verb || (full && count >= 4 && guide.hasFigureOrName(whole)));
}

/** "203: public repositories", "Population: 4.2 million": an item of a list states its figure without a verb. */
function listsFigure(text: string): boolean {
  if (/^[$€£]\d[\d,.]* (?:for|per|an?|in|to|of)\b/.test(text)) return true;
  return (
    /^\W{0,3}[$€£]?\d[\d,.]*(?: ?%| percent| million| billion)?\s?[:–—-]\s.*\p{L}+\W+\p{L}/u.test(text.slice(0, 120)) ||
    /^\p{Lu}[\p{L} ]{3,50}:\s[$€£]?\d/u.test(text.slice(0, 80))
  );
}

/** "…, please let us know": a request. */
function asks(reading: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (tokenAt(reading, i).lower === "please" && reading.quoted[i] === -1) return true;
  return false;
}

/** Where the words begin behind "Glossary:"; the beginning of the sentence without such a label. */
function labelEnd(reading: Reading, { from, to }: Range): number {
  for (let i = from + 1; i < Math.min(to, from + 8); i++) if (tokenAt(reading, i).text === ":") return i + 1;
  return from;
}

/** "If you build websites", "Why the bridge fell": a heading that waits for the rest. */
function opensOnly(reading: Reading, { from, to }: Range): boolean {
  if (/^(?:why|how)$/.test(tokenAt(reading, from).lower) && to - from <= 14) {
    let verbs = 0;
    for (let i = from; i < to; i++) if (carriesTense(reading, i)) verbs++;
    if (verbs < 2) return true;
  }
  if (
    !/^(?:if|when|whenever|while|because|although|unless|until|since|as|how|why|what)$/.test(
      tokenAt(reading, from).lower,
    )
  )
    return false;
  if (to - from > 14 || /^[.!?]/.test(tokenAt(reading, to).text) || /^[.!?…]/.test(tokenAt(reading, to - 1).text))
    return false;
  for (let i = from; i < to; i++) if (/^[,:;—–]$/.test(tokenAt(reading, i).text)) return false;
  return true;
}

/** "Ask yourself …", "Let us …", "Do not …": what is asked for is neither true nor false. */
function commands(reading: Reading, from: number, whole: Range): boolean {
  let i = from;
  if (
    /^(?:please|just|so|and|then|now|but|always|never|also|instead|first|next|finally)$/.test(tokenAt(reading, i).lower)
  )
    i++;
  if (tokenAt(reading, i).text === ",") i++;
  const { lower } = tokenAt(reading, i);
  if (tokenAt(reading, whole.to - 1).text.startsWith("?")) return false;
  if (lower === "let" || lower === "let's" || lower === "don't") return true;
  if (lower === "do" && /^(?:not|n't)$/.test(tokenAt(reading, i + 1).lower)) return true;
  if (tagAt(reading, i) !== "VERB" || /(?:ed|ing|s)$/.test(lower) || PAST_OR_NOUN.has(lower)) return false;
  const next = tagAt(reading, i + 1);
  return (
    next === "DET" ||
    next === "PRON" ||
    next === "ADP" ||
    next === "ADV" ||
    next === "ADJ" ||
    next === "NOUN" ||
    next === "PART"
  );
}

/** What looks like a bare verb at the head of a sentence and is none: participles and the like. */
const PAST_OR_NOUN = new Set(
  "born set put cut built made held led known seen given taken written shown hit based come left found lost won thought sent spent told sold torn worn sworn drawn driven hurt shot caught bought brought left-wing fed bred shaken stung stuck struck hidden beaten bitten broken chosen fallen forgotten frozen got gone grown said thanks thank god bless".split(
    " ",
  ),
);

interface Cut {
  /** The part before ends before this token. */
  readonly end: number;
  /** The part behind begins here. */
  readonly next: number;
  /** Where the shared subject ends, when the part behind has none of its own. */
  readonly shared?: number;
}

/** `…, he said, adding that …`: one part for each thing said. */
function attributionCuts(reading: Reading, whole: Range, attributions: readonly RawAttribution[]): Cut[] {
  const out: Cut[] = [];
  let reached = whole.from;
  for (const [n, item] of attributions.entries()) {
    const cue = item.cue[0]?.from ?? 0;
    const source = item.source[0];
    const begin = source && source.from > reached && source.from < cue ? source.from : cue;
    const content = item.content[0];
    if (
      n > 0 &&
      item.force !== "attitude" &&
      !(source && goesOnBehindRelative(reading, source, begin)) &&
      begin >= reached &&
      begin > whole.from &&
      content &&
      content.from > begin &&
      /^(?:,|and|but|;|–|—|--)$/.test(tokenAt(reading, begin - 1).lower) &&
      hasFiniteVerb(reading, whole.from, begin)
    )
      out.push({ end: begin - 1, next: begin });
    for (const part of [...item.content, ...item.cue, ...item.source])
      if (part.to <= whole.to) reached = Math.max(reached, part.to);
  }
  return out;
}

/** "Maja Lund, who has asked for an inquiry, said …": a verb whose subject was only told of meanwhile. */
function goesOnBehindRelative(reading: Reading, source: Range, verb: number): boolean {
  for (let i = source.from + 1; i < Math.min(verb, source.to + 2); i++)
    if (/^(?:who|whose|whom|which)$/.test(tokenAt(reading, i).lower)) return true;
  return false;
}

function clauseCuts(reading: Reading, whole: Range, guide: CutGuide): Cut[] {
  const out: Cut[] = [];
  const main = mainVerb(reading, whole);
  if (main < 0) return out;
  let last = whole.from;
  for (let i = main + 1; i < whole.to - 1; i++) {
    if (reading.quoted[i] !== -1 || guide.isReported(i)) continue;
    const cut = cutAt(reading, whole, main, i);
    if (!cut || cut.end - last < LEAST_WORDS) continue;
    const strong = cut.shared === undefined && tokenAt(reading, i).lower === ",";
    const behind = { from: cut.next, to: Math.min(whole.to, cut.next + 40) };
    if (
      !(strong ? guide.hasFigureOrName(behind) : guide.hasFact(behind)) ||
      !guide.hasFact({ from: last, to: cut.end })
    )
      continue;
    out.push(cut);
    last = cut.next;
    i = cut.next;
  }
  return out;
}

function mainVerb(reading: Reading, whole: Range): number {
  const most = Math.min(whole.to, whole.from + 60);
  for (let i = whole.from; i < most; i++)
    if (
      reading.quoted[i] === -1 &&
      carriesTense(reading, i) &&
      !/^(?:who|which|that)$/.test(tokenAt(reading, i - 1).lower)
    )
      return i;
  return -1;
}

function cutAt(reading: Reading, whole: Range, main: number, i: number): Cut | null {
  const lower = tokenAt(reading, i).lower;
  if (lower === ";") return statesBehind(reading, whole, i + 1) ? { end: i, next: i + 1 } : null;
  if (lower === "," && tokenAt(reading, i + 1).lower === "with") return absolute(reading, whole, i);
  const comma = tokenAt(reading, i - 1).lower === ",";
  if (lower !== "and" && lower !== "but") return null;
  const end = comma ? i - 1 : i;
  let k = i + 1;
  while (
    tagAt(reading, k) === "ADV" &&
    k - i < 3 &&
    !/^(?:more|most|less|least|as|so|very|too)$/.test(tokenAt(reading, k).lower)
  )
    k++;
  if (carriesTense(reading, k) && tensed(reading, k))
    return openRelative(reading, main, i) ? null : { end, next: i + 1, shared: main };
  if (!comma) return null;
  const subject = nounPhraseEnd(reading, Math.min(whole.to, k + 20), k);
  let verb = subject;
  while (tagAt(reading, verb) === "ADV" && verb - subject < 2) verb++;
  return subject > k && carriesTense(reading, verb) && tensed(reading, verb) ? { end, next: i + 1 } : null;
}

/** Whether the words up to the next semicolon have a verb of their own; the items of a mere list have none. */
function statesBehind(reading: Reading, whole: Range, from: number): boolean {
  for (let i = from; i < whole.to && i - from < 60; i++) {
    const { lower } = tokenAt(reading, i);
    if (lower === ";") return false;
    if (/^(?:who|which|that|where|when)$/.test(lower)) return false;
    if (carriesTense(reading, i)) return true;
  }
  return false;
}

/** Whether a relative or subordinate clause is open before "and", so that what follows belongs to it. */
function openRelative(reading: Reading, main: number, i: number): boolean {
  for (let k = i - 1; k > main && i - k < 40; k--) {
    if (/^(?:who|which|that|if|when|while|because|whether|to)$/.test(tokenAt(reading, k).lower))
      return tokenAt(reading, k).lower !== "to";
  }
  return false;
}

/** An auxiliary, or a verb that is plainly past or third person: not a bare infinitive after "to … and". */
function tensed(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  return tagAt(reading, i) === "AUX" || lower.endsWith("s") || isPast(lower);
}

const PAST = new Set(
  "said told made took went came won lost found held left led met ran saw sent set cut put grew fell rose began became brought built bought caught gave got kept knew paid spent spoke stood struck threw wrote retook shot hit beat broke chose drew drove ate fought flew forgot froze hid hurt laid lay read rode rang sank sang sat shook shut slept slid sold sought split spread stole stuck swept swore swam taught thought tore understood withdrew wore wound overtook undertook overthrew overcame rebuilt bore bred bent bet bled blew dealt dug fed fled forbade forgave hung heard hosted launched".split(
    " ",
  ),
);

/** Whether a verb's form is past, as far as its letters tell. */
export function isPast(lower: string): boolean {
  return (lower.endsWith("ed") && lower.length > 3) || PAST.has(lower);
}

/** ", with three separate forces … advancing on …": a statement without a verb of its own. */
function absolute(reading: Reading, whole: Range, comma: number): Cut | null {
  const start = comma + 2;
  const end = nounPhraseEnd(reading, Math.min(whole.to, start + 12), start);
  if (end <= start) return null;
  for (let i = end; i < whole.to && i - end < 20; i++) {
    if (tagAt(reading, i) === "VERB" && /(?:ing|ed)$/.test(tokenAt(reading, i).lower))
      return { end: comma, next: start };
    if (carriesTense(reading, i)) return null;
  }
  return null;
}
