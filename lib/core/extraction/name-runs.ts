import { FEMALE_NAMES, MALE_NAMES } from "./first-names";
import {
  COUNTRIES,
  DEMONYMS,
  OFFICES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  PLACES,
  SHORT_STATES,
  STATES,
  TITLES,
} from "./gazetteer";
import { type Range, TIME_WORDS } from "./phrases";
import { type Reading, type Sentence, tagAt, tokenAt } from "./reading";

/** A run of words that may be names, in tokens. `opens` where it is the first of its sentence: its capital says nothing then. */
export interface NameRun extends Range {
  readonly opens: boolean;
  /** Where a headline gives every word a capital, only what is known elsewhere is taken for a name. */
  readonly headline: boolean;
  /** The town of "WASHINGTON (Reuters) -". */
  readonly dateline: boolean;
}

/** What the whole text says about its capitals. */
export interface NameGround {
  /** Words with a capital inside a sentence that is no headline. */
  readonly known: ReadonlySet<string>;
  /** Words that the text also writes small, in small letters. */
  readonly small: ReadonlySet<string>;
}

const NAME_REACH = 10;
const PARTICLES = new Set("al bin ben ibn de da del della di du la le van von der den ter el dos das y".split(" "));
const NOT_NAMES = new Set(
  "I A The Mr Mrs Ms Dr But And Or If It He She We They In On At To No Yes So Not As OK TV This That These Those What Who Why How When Where My Your His Her Its Our Their There Here For From With By An Of Is Are Was Were Be You Me She's He's Some Any All Just Only".split(
    " ",
  ),
);
const LITTLE = new Set(
  "the and for with from but nor yet into onto over a an of in on at to by as or is vs via per".split(" "),
);
/** The first words of places: only these or shouted words begin a dateline. */
const TOWN_HEADS = new Set([...PLACES].map((name) => name.split(" ", 1)[0] ?? name));
/** Bodies whose names go on with what they are for or on. */
const GOES_ON = new Set(
  "Institute Center Centre Centers Committee Council Commission Society Association Foundation Fund Campaign Coalition Alliance Academy Office Agency School Union".split(
    " ",
  ),
);
/** Bodies that see to two things: "Department of Health and Human Services". */
const OF_TWO = new Set("Department Ministry Office Bureau Institute College School Secretary Committee".split(" "));
/** Names that hold small words, by their first word: "Trinidad and Tobago". */
const JOINED = joinedNames([...PLACES, ...ORGANISATIONS]);

function joinedNames(names: readonly string[]): ReadonlyMap<string, readonly string[][]> {
  const out = new Map<string, string[][]>();
  for (const name of names) {
    const parts = name.split(" ");
    if (parts.length < 3 || !parts.some((part) => /^\p{Ll}/u.test(part))) continue;
    const first = parts[0] ?? "";
    out.set(
      first,
      [...(out.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
    );
  }
  return out;
}

/** Return the runs of name words of a text in order. Linear in its length. */
export function findNameRuns(reading: Reading): { readonly runs: NameRun[]; readonly ground: NameGround } {
  const headlines = reading.sentences.map((sentence) => isHeadline(reading, sentence));
  const ground = groundOf(reading, headlines);
  const runs: NameRun[] = [];
  for (const [n, sentence] of reading.sentences.entries()) {
    const headline = headlines[n] ?? false;
    const body = datelineEnd(reading, sentence);
    if (body > sentence.from) runs.push(...datelineRuns(reading, sentence.from, body));
    for (let i = body; i < sentence.to; ) {
      const to = headline ? knownEnd(reading, i, sentence.to, ground) : runEnd(reading, i, sentence.to, ground);
      if (to > i) runs.push({ from: i, to, opens: opensWords(reading, sentence, i), headline, dateline: false });
      i = Math.max(to, i + 1);
    }
  }
  return { runs, ground };
}

/** Whether a sentence gives (nearly) all its words a capital, as headlines do. */
function isHeadline(reading: Reading, sentence: Sentence): boolean {
  let counted = 0;
  let capitals = 0;
  let shouted = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokenAt(reading, i);
    if (token.shape !== "word" || token.text.length < 3 || LITTLE.has(token.lower)) continue;
    counted++;
    if (!token.capital) continue;
    capitals++;
    if (isShouted(token.text)) shouted++;
  }
  if (counted < 4) return counted >= 2 && shouted === counted;
  const stop = /^[.!?]/.test(tokenAt(reading, sentence.to - 1).text);
  return shouted >= counted * 0.7 || capitals >= counted * (stop ? 0.9 : 0.75);
}

function isShouted(text: string): boolean {
  return text.length > 2 && !/\p{Ll}/u.test(text);
}

function groundOf(reading: Reading, headlines: readonly boolean[]): NameGround {
  const known = new Set<string>();
  const small = new Set<string>();
  for (const [n, sentence] of reading.sentences.entries()) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokenAt(reading, i);
      if (token.shape !== "word") continue;
      if (!token.capital) small.add(token.lower);
      else if (
        !headlines[n] &&
        i > sentence.from &&
        reading.tags[i] === "PROPN" &&
        tokenAt(reading, i - 1).shape === "word"
      )
        known.add(token.text);
    }
  }
  return { known, small };
}

/** Whether token `i` is the first word of its sentence or of the words that a quotation mark or a colon opens there. */
function opensWords(reading: Reading, sentence: Sentence, i: number): boolean {
  if (i === sentence.from) return true;
  const before = tokenAt(reading, i - 1);
  if (before.shape !== "mark") return false;
  return i - 1 === sentence.from || /^[“"‘':—–•*.!?]/.test(before.text);
}

/**
 * Return where the words of a sentence begin behind a dateline ("WASHINGTON (Reuters) -", "BAGHDAD, Nov. 19 (UPI) —"); its first
 * token without one.
 */
export function datelineEnd(reading: Reading, sentence: Range): number {
  const { from } = sentence;
  const first = tokenAt(reading, from);
  if (!first.capital || first.shape !== "word") return from;
  if (!TOWN_HEADS.has(first.text) && !isShouted(first.text)) return from;
  const town = placeEnd(reading, from, Math.min(sentence.to, from + 4));
  const known = PLACES.has(titled(reading, from, town));
  if (!known && !isShouted(first.text)) return from;
  const most = Math.min(sentence.to - 1, from + 18);
  let agency = false;
  let month = false;
  let state = false;
  for (let i = from; i < most; i++) {
    const token = tokenAt(reading, i);
    if (i > from && /^(?:-|--|—|–)$/.test(token.text)) {
      const bare =
        i === town &&
        (known || (first.text.length > 4 && !ORGANISATIONS.has(first.text) && tokenAt(reading, i + 1).capital));
      return agency || month || state || bare ? i + 1 : from;
    }
    if (token.text === ")" && i > from + 1) agency = true;
    else if (agency) return from;
    if (TIME_WORDS.has(token.lower)) month = true;
    if (i > from && (STATES.has(token.text) || COUNTRIES.has(token.text) || SHORT_STATES.has(token.text))) state = true;
    if (token.shape === "number" || /^[.,()/]$/.test(token.text)) continue;
    if (token.shape !== "word" || !(token.capital || PARTICLES.has(token.lower))) return from;
  }
  return from;
}

function placeEnd(reading: Reading, from: number, to: number): number {
  let i = from;
  while (i < to && tokenAt(reading, i).shape === "word") i++;
  return i;
}

function datelineRuns(reading: Reading, from: number, to: number): NameRun[] {
  const out: NameRun[] = [];
  for (let i = from; i < to && tokenAt(reading, i).text !== "("; ) {
    const end = placeEnd(reading, i, to);
    const month = TIME_WORDS.has(tokenAt(reading, i).lower);
    if (end > i && !month) out.push({ from: i, to: end, opens: true, headline: false, dateline: true });
    i = Math.max(end, i + 1);
  }
  return out;
}

/** Return the words of a range with capitals as in a text: "NEW YORK" is "New York". */
export function titled(reading: Reading, from: number, to: number): string {
  let out = "";
  for (let i = from; i < to; i++) {
    const { text } = tokenAt(reading, i);
    if (i > from) out += " ";
    out += isShouted(text) ? text.slice(0, 1) + text.slice(1).toLowerCase() : text;
  }
  return out;
}

/** Whether a word is somebody's first name. */
export function isFirstName(text: string): boolean {
  return FEMALE_NAMES.has(text) || MALE_NAMES.has(text);
}

/** Whether two tokens stand in one line with at most a space between them. */
export function adjacent(reading: Reading, i: number): boolean {
  const gap = tokenAt(reading, i).start - tokenAt(reading, i - 1).end;
  return gap >= 0 && gap <= 1 && reading.text[tokenAt(reading, i).start - 1] !== "\n";
}

function isNameWord(reading: Reading, i: number, { known }: NameGround): boolean {
  const token = tokenAt(reading, i);
  if (token.shape !== "word" || !token.capital || NOT_NAMES.has(token.text) || isGlued(reading, i)) return false;
  if (token.text === "New" && tokenAt(reading, i + 1).lower === "year") return false;
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days$/.test(token.text)) return false;
  if (TIME_WORDS.has(token.lower) && !(token.text === "May" && tagAt(reading, i) === "PROPN" && known.has("May")))
    return false;
  if (isAdjective(token.text)) return false;
  const next = tokenAt(reading, i + 1);
  if (tagAt(reading, i) === "PROPN" || token.lower.endsWith("-led")) return true;
  if (PLACES.has(token.text) || ORGANISATIONS.has(token.text) || known.has(token.text)) return true;
  if (isFirstName(token.text) && next.capital && next.shape === "word") return true;
  if (isFirstName(tokenAt(reading, i - 1).text) && adjacent(reading, i)) return true;
  const tag = tagAt(reading, i);
  const inside = tokenAt(reading, i - 1).shape === "word" && tag !== "DET" && tag !== "PRON";
  if (inside && next.capital && adjacent(reading, i + 1)) return true;
  if (tag !== "NOUN" && tag !== "ADJ") return false;
  return (
    TITLES.has(token.lower) ||
    DEMONYMS.has(token.text) ||
    ORGANISATION_WORDS.has(token.text) ||
    (next.capital && adjacent(reading, i + 1))
  );
}

/** The letters of "18F" or "5K" are no word of their own. */
function isGlued(reading: Reading, i: number): boolean {
  const before = tokenAt(reading, i - 1);
  return before.shape === "number" && before.end === tokenAt(reading, i).start;
}

/** "R-Texas", "Fox-style", "CNBC-backed": no names by themselves; "U.S.-led" begins a body's name. */
function isAdjective(text: string): boolean {
  const hyphen = text.indexOf("-");
  if (hyphen < 0) return false;
  if (/^[RDI]-\p{Lu}/u.test(text)) return true;
  return /-(?:style|backed|linked|based|owned|born|language|era|controlled|dominated|educated|trained|funded|sponsored|affiliated|type|like|only|wide|winning|related|themed|occupied|held|run|made|built|bound|friendly|speaking|area)$/.test(
    text,
  );
}

/** Where the run of name words that begins at token `start` ends; `start` when none does. */
function runEnd(reading: Reading, start: number, ceiling: number, ground: NameGround): number {
  const first = tokenAt(reading, start);
  if (!first.capital && first.lower !== "al") return start;
  const joined = joinedEnd(reading, start);
  if (joined > start) return joined;
  const arabic =
    tokenAt(reading, start).lower === "al" && tokenAt(reading, start + 1).capital && adjacent(reading, start + 1);
  if (!arabic && !isNameWord(reading, start, ground)) return start;
  let i = start + 1;
  while (i - start < NAME_REACH && i < ceiling && adjacent(reading, i)) {
    const step = stepAt(reading, i, start, ground);
    if (step === 0) break;
    i += step;
  }
  return Math.min(i, ceiling);
}

/** How many tokens go on with the run at `i`. */
function stepAt(reading: Reading, i: number, start: number, ground: NameGround): number {
  const token = tokenAt(reading, i);
  const next = tokenAt(reading, i + 1);
  const before = tokenAt(reading, i - 1);
  if (isNameWord(reading, i, ground) || goesOnName(reading, i)) return 1;
  if (token.lower === ".")
    return isAbbreviatedTitle(reading, i - 1) || (isInitial(before.text) && next.capital) ? 1 : 0;
  if (!next.capital || !adjacent(reading, i + 1)) return 0;
  if (PARTICLES.has(token.lower)) return isNameWord(reading, i + 1, ground) ? 2 : 0;
  if (token.lower === "of") {
    if (TITLES.has(before.lower) && OFFICES.has(next.text)) return 2;
    return ORGANISATION_WORDS.has(before.text) ? 2 : 0;
  }
  if (token.lower === "for" || token.lower === "on")
    return GOES_ON.has(before.text) && i - start < 5 && !TIME_WORDS.has(next.lower) && !PLACES.has(next.text) ? 2 : 0;
  if (token.lower === "and") {
    const head = tokenAt(reading, i - 3).text;
    const plain = !ORGANISATION_WORDS.has(next.text) && !PLACES.has(next.text) && !ORGANISATIONS.has(next.text);
    return tokenAt(reading, i - 2).lower === "of" && OF_TWO.has(head) && i - start >= 3 && plain ? 2 : 0;
  }
  if (token.text === "&") return TITLES.has(next.lower) || isFirstName(next.text) ? 0 : 2;
  return 0;
}

/** A capital right behind a name is part of it, whatever part of speech it looks like. */
function goesOnName(reading: Reading, i: number): boolean {
  const token = tokenAt(reading, i);
  if (token.shape !== "word" || !token.capital || NOT_NAMES.has(token.text) || token.text.length < 2) return false;
  if (TIME_WORDS.has(token.lower) && !(isFirstName(tokenAt(reading, i - 1).text) && !token.lower.endsWith("day")))
    return false;
  return !isAdjective(token.text) && tagAt(reading, i - 1) !== "PUNCT";
}

const isInitial = (text: string) => /^\p{Lu}$/u.test(text);

function isAbbreviatedTitle(reading: Reading, i: number): boolean {
  const token = tokenAt(reading, i);
  return (
    (TITLES.has(`${token.lower}.`) || token.lower === "st" || token.lower === "ft" || token.lower === "mt") &&
    tokenAt(reading, i + 2).capital
  );
}

function joinedEnd(reading: Reading, start: number): number {
  for (const parts of JOINED.get(tokenAt(reading, start).text) ?? []) {
    if (parts.every((part, k) => tokenAt(reading, start + k).text === part)) return start + parts.length;
  }
  return start;
}

/** In a headline: the longest name at `start` that is known from elsewhere; `start` when none is. */
function knownEnd(reading: Reading, start: number, ceiling: number, ground: NameGround): number {
  const token = tokenAt(reading, start);
  if (token.shape !== "word" || !token.capital) return start;
  for (let to = Math.min(start + 4, ceiling); to > start; to--) {
    const text = titled(reading, start, to);
    if (PLACES.has(text) || ORGANISATIONS.has(text) || (ORGANISATIONS.has(token.text) && to === start + 1)) return to;
  }
  if (ground.small.has(token.lower) || NOT_NAMES.has(token.text)) return start;
  let i = start;
  const first = titled(reading, start, start + 1);
  const next = tokenAt(reading, start + 1);
  if (isFirstName(first) && next.capital && !ground.small.has(next.lower) && !NOT_NAMES.has(next.text)) i = start + 2;
  while (
    i < ceiling &&
    i - start < 4 &&
    ground.known.has(titled(reading, i, i + 1)) &&
    (i === start || adjacent(reading, i))
  )
    i++;
  return i;
}
