import { type CueVerb, cueVerb } from "./cues";
import type { VerbForm } from "./inflect";
import { type Reading, type Sentence, tagAt, tokenAt } from "./reading";

/** Tokens from `from` to before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** No phrase is followed further than this many tokens, which keeps every step linear on any text. */
export const NP_REACH = 40;
export const CLAUSE_REACH = 240;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const TIME_WORDS = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  jan jan. feb feb. mar mar. apr apr. aug aug. sept sept. oct oct. nov nov. dec dec.
  today yesterday tomorrow tonight morning afternoon evening night noon midnight week month year weekend day
  last next this earlier later recently previously now then ago early late
`);
const PRONOUN_SUBJECTS = words(
  "he she they it i we you who that which those others many some one both neither everyone nobody",
);
const POSSESSIVES = words("his her their its our my your whose");
const BE = words("be is are was were been being am 's 're 'm");
const HAVE = words("have has had having 've 'd");
const MODALS = words("will would can could may might must shall should do does did 'll 'd wo ca");
const MID_ADVERBS = words(
  "also then later again repeatedly first once still even just only never not n't always often now reportedly",
);

/** A verb with its auxiliaries: [from, to) with `head` the verb itself. */
export interface VerbGroup extends Range {
  readonly head: number;
  readonly verb: CueVerb;
  readonly form: VerbForm;
  readonly passive: boolean;
  /** Carries its own tense, so it has a subject. */
  readonly finite: boolean;
  readonly infinitive: boolean;
}

const isMark = (lower: string, marks: string) => lower.length === 1 && marks.includes(lower);

/** Return the reporting verb group whose head is token `i`, or null when the token is none. */
export function verbGroupAt(reading: Reading, sentence: Sentence, i: number): VerbGroup | null {
  const token = tokenAt(reading, i);
  if (token.shape !== "word") return null;
  const found = cueVerb(token.lower);
  if (!found || !looksVerbal(reading, sentence, i, found.form)) return null;
  let from = i;
  let be = false;
  let have = false;
  let modal = false;
  let to = false;
  while (from > sentence.from && i - from < 8) {
    const before = tokenAt(reading, from - 1);
    const tag = tagAt(reading, from - 1);
    if (BE.has(before.lower) && (tag === "AUX" || tag === "VERB")) be = true;
    else if (HAVE.has(before.lower) && (tag === "AUX" || tag === "VERB")) have = true;
    else if (MODALS.has(before.lower) && tag === "AUX") modal = true;
    else if (before.lower === "to" && !be && !have && !modal && found.form === "base") to = true;
    else if (!(MID_ADVERBS.has(before.lower) || (tag === "ADV" && before.lower.endsWith("ly")))) break;
    from--;
    if (to) break;
  }
  const form = found.form;
  const past = form === "past" || form === "participle";
  const passive = past && be && !have ? true : past && be && have;
  const finite =
    be || have || modal
      ? !to
      : form === "s" || form === "past" || (form === "base" && !to && subjectLike(reading, from - 1));
  return { from, to: i + 1, head: i, verb: found.verb, form, passive, finite, infinitive: to };
}

function looksVerbal(reading: Reading, sentence: Sentence, i: number, form: VerbForm): boolean {
  const tag = tagAt(reading, i);
  if (tag === "VERB") return !modifiesNoun(reading, i, form);
  if (tag === "PROPN" && form === "s") return inHeadline(reading, sentence, i);
  if (form === "past") return tag === "ADJ" || tag === "NOUN" || tag === "AUX" ? !nounContext(reading, i) : false;
  if (form === "ing") return tag === "NOUN" && !nounContext(reading, i) && tokenAt(reading, i - 1).lower === ",";
  if ((tag === "NOUN" || tag === "ADJ") && (form === "s" || form === "base") && standsAsVerb(reading, i)) return true;
  if (form === "s") return tag === "NOUN" && ["he", "she", "it", "who"].includes(tokenAt(reading, i - 1).lower);
  return (
    tag === "NOUN" && ["they", "we", "i", "you", "who", "not", "n't", "to"].includes(tokenAt(reading, i - 1).lower)
  );
}

/** "Smith Slams the Deal": a verb with a capital in a sentence whose first words nearly all have one. */
function inHeadline(reading: Reading, sentence: Sentence, i: number): boolean {
  const token = tokenAt(reading, i);
  if (i === sentence.from || !token.capital || token.lower === "states") return false;
  let capitals = 0;
  let words = 0;
  for (let k = sentence.from; k < Math.min(sentence.to, sentence.from + 12); k++) {
    if (tokenAt(reading, k).shape !== "word" || tokenAt(reading, k).text.length < 4) continue;
    words++;
    if (tokenAt(reading, k).capital) capitals++;
  }
  return words > 2 && capitals >= words - 1;
}

/** "polls show that …", "Israel demands a …": between a noun and what only a verb can have behind it. */
function standsAsVerb(reading: Reading, i: number): boolean {
  const before = tagAt(reading, i - 1);
  if (before !== "NOUN" && before !== "PROPN" && before !== "NUM") return false;
  const after = tokenAt(reading, i + 1);
  if (after.lower === "that") return !/^(?:VERB|AUX)$/.test(tagAt(reading, i + 2));
  if (/^(?:who|which|whose|whom)$/.test(after.lower)) return false;
  return /^(?:DET|PRON)$/.test(tagAt(reading, i + 1)) || POSSESSIVES.has(after.lower);
}

/** "her pledged delegates", "the proposed ban": a participle inside a noun phrase. */
function modifiesNoun(reading: Reading, i: number, form: VerbForm): boolean {
  if (form === "s" || form === "base") return false;
  const after = tagAt(reading, i + 1);
  if (after !== "NOUN" && after !== "ADJ" && after !== "PROPN") return false;
  const before = tokenAt(reading, i - 1).lower;
  return tagAt(reading, i - 1) === "DET" || before === "'s" || POSSESSIVES.has(before);
}

function nounContext(reading: Reading, i: number): boolean {
  const before = tagAt(reading, i - 1);
  const after = tagAt(reading, i + 1);
  return (
    before === "DET" ||
    before === "ADJ" ||
    before === "ADP" ||
    (after === "NOUN" && before !== "PROPN" && before !== "PRON")
  );
}

function subjectLike(reading: Reading, i: number): boolean {
  const tag = tagAt(reading, i);
  const lower = tokenAt(reading, i).lower;
  return tag === "NOUN" || tag === "PROPN" || PRONOUN_SUBJECTS.has(lower) || lower === ",";
}

const isNominal = (tag: string) =>
  tag === "NOUN" || tag === "PROPN" || tag === "NUM" || tag === "PRON" || tag === "SYM";
const isInner = (tag: string) => tag === "DET" || tag === "ADJ" || isNominal(tag);

/** Return where the noun phrase that ends before token `end` begins; `end` itself when none does. */
export function nounPhraseStart(reading: Reading, floor: number, end: number): number {
  let i = end;
  const least = Math.max(floor, end - NP_REACH);
  while (i > least) {
    const tag = tagAt(reading, i - 1);
    const lower = tokenAt(reading, i - 1).lower;
    const here = tokenAt(reading, i);
    if (reading.quoted[i - 1] !== -1 && reading.quoted[end - 1] === -1) break;
    if (tag === "PRON" && PRONOUN_SUBJECTS.has(lower) && i < end && !["'s"].includes(here.lower)) break;
    if (isInner(tag)) {
      if (
        i < end &&
        TIME_WORDS.has(lower) &&
        here.capital &&
        tagAt(reading, i) === "PROPN" &&
        !here.lower.startsWith("'")
      )
        break;
      i--;
      if (tag === "PRON" && PRONOUN_SUBJECTS.has(lower)) break;
      if (tag === "DET" && !joins(reading, i - 1)) break;
      continue;
    }
    if (i === end) break;
    if (tag === "PART" && (lower === "'s" || lower === "'")) i--;
    else if (lower === "’" || lower === "'") i--;
    else if (joins(reading, i - 1)) i--;
    else if (tag === "ADV" && tagAt(reading, i) === "ADJ") i--;
    else break;
  }
  while (i < end && /^(?:and|or|but|,|of|in|for|from|at|to|with|by|on|as|that|than)$/.test(tokenAt(reading, i).lower))
    i++;
  return i;
}

/** Whether the word at `i` ties two parts of one noun phrase: "secretary of state", "Smith and Jones". */
function joins(reading: Reading, i: number): boolean {
  const lower = tokenAt(reading, i).lower;
  if (!/^(?:of|for|from|in|at|and|&|or|with|on|to|by|under)$/.test(lower)) return false;
  const before = tagAt(reading, i - 1);
  if (lower === "and" || lower === "or" || lower === "&") return before === "PROPN" || before === "NOUN";
  return (
    before === "NOUN" ||
    before === "PROPN" ||
    (before === "PRON" && lower === "of") ||
    (before === "NUM" && lower === "of")
  );
}

/** Return where the noun phrase that begins at token `start` ends; `start` itself when none does. */
export function nounPhraseEnd(reading: Reading, ceiling: number, start: number): number {
  let i = start;
  const most = Math.min(ceiling, start + NP_REACH);
  while (i < most) {
    const tag = tagAt(reading, i);
    const lower = tokenAt(reading, i).lower;
    if (isInner(tag)) {
      if (i > start && tag === "PRON" && PRONOUN_SUBJECTS.has(lower)) break;
      if (i > start && TIME_WORDS.has(lower) && tagAt(reading, i - 1) === "PROPN" && tag === "PROPN") break;
      i++;
    } else if (i > start && tag === "PART" && (lower === "'s" || lower === "'")) i++;
    else if (i > start && (lower === "’" || lower === "'") && isInner(tagAt(reading, i + 1))) i++;
    else if (
      i > start &&
      joins(reading, i) &&
      isInner(tagAt(reading, i + 1)) &&
      !TIME_WORDS.has(tokenAt(reading, i + 1).lower)
    )
      i++;
    else if (tag === "ADV" && tagAt(reading, i + 1) === "ADJ") i++;
    else break;
  }
  return i;
}

/** Return the subject of a verb group that begins at token `at`: the noun phrase before it, with its apposition; null when none. */
export function subjectBefore(reading: Reading, floor: number, at: number): Range | null {
  let end = at;
  while (end > floor && tagAt(reading, end - 1) === "ADV" && !PRONOUN_SUBJECTS.has(tokenAt(reading, end - 1).lower))
    end--;
  const last = tokenAt(reading, end - 1);
  if (end <= floor) return null;
  if (isMark(last.lower, ",—–") || last.lower === "--" || last.lower === ")")
    return aroundApposition(reading, floor, end - 1);
  const start = nounPhraseStart(reading, floor, end);
  if (start >= end) return null;
  const before = tokenAt(reading, start - 1).lower;
  if (start > floor && before === "," && tagAt(reading, start) !== "PRON") {
    const named = nounPhraseStart(reading, floor, start - 1);
    // "A, B and C said": a list is one subject.
    if (named < start - 1 && tokenAt(reading, start).lower !== "the" && hasAnd(reading, start, end))
      return { from: named, to: end };
  }
  return { from: start, to: end };
}

function hasAnd(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokenAt(reading, i).lower === "and") return true;
  return false;
}

/** "Mukasey, the former attorney general, said": step over what stands between two commas. */
function aroundApposition(reading: Reading, floor: number, comma: number): Range | null {
  const least = Math.max(floor, comma - NP_REACH);
  for (let i = comma - 1; i > least; i--) {
    const lower = tokenAt(reading, i).lower;
    if (reading.quoted[i] !== -1) return null;
    if (!(lower === "," || lower === "(" || lower === "--" || lower === "—" || lower === "–")) continue;
    const start = nounPhraseStart(reading, floor, i);
    if (start >= i || !isNominal(tagAt(reading, i - 1))) continue;
    const inner = tagAt(reading, i + 1);
    if (inner === "CCONJ" && tagAt(reading, start - 1) !== "PUNCT") continue;
    return { from: start, to: comma };
  }
  return null;
}

/** Return the speaker after an inverted verb ("said Lee Miringoff, director of …"), with apposition; null when no noun phrase follows. */
export function subjectAfter(reading: Reading, ceiling: number, at: number): Range | null {
  let end = nounPhraseEnd(reading, ceiling, at);
  if (end <= at) return null;
  while (end < ceiling && tokenAt(reading, end).lower === "," && end - at < NP_REACH) {
    const first = tagAt(reading, end + 1);
    const lower = tokenAt(reading, end + 1).lower;
    if (lower === "who" || lower === "whose") {
      let i = end + 1;
      while (i < ceiling && !isMark(tokenAt(reading, i).lower, ',;.:“”"') && i - end < NP_REACH) i++;
      end = i;
      break;
    }
    if (!(first === "DET" || first === "NOUN" || first === "ADJ" || first === "PROPN" || first === "NUM")) break;
    const more = nounPhraseEnd(reading, ceiling, end + 1);
    if (more <= end + 1) break;
    const next = tokenAt(reading, more).lower;
    if (
      more < ceiling &&
      !(isMark(next, ',.;:)—–-“"') || tagAt(reading, more) === "ADP" || next === "--" || next === "who")
    )
      break;
    end = more;
  }
  return { from: at, to: end };
}

/** Whether a finite verb stands between the tokens `from` and `to`, outside "to …" and bare participles. */
export function hasFiniteVerb(reading: Reading, from: number, to: number): boolean {
  const most = Math.min(to, from + CLAUSE_REACH);
  for (let i = from; i < most; i++) if (carriesTense(reading, i)) return true;
  return false;
}

/** Whether token `i` is a verb with a tense of its own, as far as its shape tells. */
export function carriesTense(reading: Reading, i: number): boolean {
  const tag = tagAt(reading, i);
  const lower = tokenAt(reading, i).lower;
  if (tag === "AUX") return lower !== "be" && lower !== "been" && lower !== "being" && lower !== "having";
  if (tag !== "VERB") return false;
  if (lower.endsWith("ing")) return false;
  const before = tokenAt(reading, i - 1).lower;
  return before !== "to" && !BE.has(before);
}
