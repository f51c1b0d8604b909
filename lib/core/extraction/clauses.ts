import type { RawAttribution } from "./attributions";
import { carriesTense, hasFiniteVerb, nounPhraseEnd, type Range, subjectBefore } from "./phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "./reading";

/** A part of a sentence that can be checked by itself. `subject` is the subject it shares with the part before, if it has none. */
export interface Piece extends Range {
  readonly subject?: Range;
}

/** What a cut may lean on: whether a stretch of tokens holds a fact, and whether it is reported speech. */
export interface CutGuide {
  readonly hasFact: (range: Range) => boolean;
  readonly hasFigureOrName: (range: Range) => boolean;
  readonly isReported: (token: number) => boolean;
}

const BOILERPLATE =
  /^(?:read more|click here|sign up|subscribe|follow us|follow @|photos?:|image:|credit:|advertisement|share this|related:|(?:\W*(?:additional )?reporting by)|\W*editing by|\W*writing by|©|copyright|watch:|listen:|this article (?:was|is)|correction:)/i;
const LEAST_WORDS = 3;

/** Return the parts of a sentence that each state something, without overlap; none for a sentence that states nothing. */
export function piecesOf(
  reading: Reading,
  sentence: Sentence,
  attributions: readonly RawAttribution[],
  guide: CutGuide,
): Piece[] {
  const whole = statedPart(reading, sentence);
  if (!whole || !states(reading, whole, attributions.length > 0)) return [];
  const cuts = [...attributionCuts(reading, whole, attributions), ...clauseCuts(reading, whole, guide)].sort(
    (a, b) => a.end - b.end,
  );
  const out: Piece[] = [];
  let from = whole.from;
  let subject: Range | undefined;
  for (const cut of cuts) {
    if (cut.end - from < LEAST_WORDS || whole.to - cut.next < LEAST_WORDS || cut.next <= from) continue;
    out.push(piece(from, cut.end, subject));
    from = cut.next;
    subject = cut.shared
      ? (subjectBefore(reading, whole.from, cut.shared) ?? { from: whole.from, to: cut.shared })
      : undefined;
  }
  out.push(piece(from, whole.to, subject));
  return out;
}

function piece(from: number, to: number, subject: Range | undefined): Piece {
  return subject ? { from, to, subject } : { from, to };
}

/** The sentence without its dateline ("WASHINGTON (Reuters) -") and its closing stop. */
function statedPart(reading: Reading, sentence: Sentence): Range | null {
  let { from, to } = sentence;
  from = behindDateline(reading, from, Math.min(to, from + 16));
  while (from < to && reading.quoted[from] === -1 && /^[•⁃‣▪*–—-]+$/.test(tokenAt(reading, from).text)) from++;
  while (to > from && reading.quoted[to - 1] === -1 && /^[.;:,–—-]+$/.test(tokenAt(reading, to - 1).text)) to--;
  return to > from ? { from, to } : null;
}

function behindDateline(reading: Reading, from: number, to: number): number {
  if (!/^\p{Lu}/u.test(tokenAt(reading, from).text)) return from;
  for (let i = from + 1; i < to - 1; i++) {
    const token = tokenAt(reading, i);
    if (!/^(?:-|--|—|–)$/.test(token.text)) continue;
    const shouted = /^[\p{Lu}.]{2,}$/u.test(tokenAt(reading, from).text);
    return shouted || tokenAt(reading, i - 1).text === ")" ? i + 1 : from;
  }
  return from;
}

function states(reading: Reading, whole: Range, attributed: boolean): boolean {
  const text = reading.text.slice(tokenAt(reading, whole.from).start, tokenAt(reading, whole.to - 1).end);
  if (BOILERPLATE.test(text)) return false;
  if (attributed) return true;
  let count = 0;
  let verb = false;
  for (let i = whole.from; i < whole.to; i++) {
    if (tokenAt(reading, i).shape !== "mark") count++;
    if (tagAt(reading, i) === "VERB" || tagAt(reading, i) === "AUX") verb = true;
  }
  return verb && count >= 3;
}

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
      begin >= reached &&
      begin > whole.from &&
      content &&
      content.from > begin &&
      hasFiniteVerb(reading, whole.from, begin)
    )
      out.push({ end: begin - 1, next: begin });
    for (const part of [...item.content, ...item.cue, ...item.source])
      if (part.to <= whole.to) reached = Math.max(reached, part.to);
  }
  return out;
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
  if (lower === ";") return { end: i, next: i + 1 };
  if (lower === "," && tokenAt(reading, i + 1).lower === "with") return absolute(reading, whole, i);
  const comma = tokenAt(reading, i - 1).lower === ",";
  if (lower !== "and" && lower !== "but") return null;
  const end = comma ? i - 1 : i;
  let k = i + 1;
  while (tagAt(reading, k) === "ADV" && k - i < 3) k++;
  if (carriesTense(reading, k) && tensed(reading, k))
    return openRelative(reading, main, i) ? null : { end, next: i + 1, shared: main };
  if (!comma) return null;
  const subject = nounPhraseEnd(reading, Math.min(whole.to, k + 20), k);
  let verb = subject;
  while (tagAt(reading, verb) === "ADV" && verb - subject < 2) verb++;
  return subject > k && carriesTense(reading, verb) && tensed(reading, verb) ? { end, next: i + 1 } : null;
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
  const lower = tokenAt(reading, i).lower;
  if (tagAt(reading, i) === "AUX") return true;
  return (
    /(?:ed|s)$/.test(lower) ||
    /^(?:said|told|made|took|went|came|won|lost|found|held|left|led|met|ran|saw|sent|set|cut|put|grew|fell|rose|began|became|brought|built|bought|caught|gave|got|kept|knew|paid|spent|spoke|stood|struck|threw|wrote)$/.test(
      lower,
    )
  );
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
