import { MAYBE_ABBREVIATIONS, OPEN_ABBREVIATIONS, SENTENCE_STARTERS } from "./abbreviations";
import type { Span } from "./span";
import { countBreaks, isSpace, skipSpace } from "./white-space";

const CLOSERS = "\"'”’)]}»";
const OPENERS = "\"'“‘([{«¿¡-–—*";
const BULLETS = "•⁃‣▪◦●";
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const REPORTING = /^(?:said|says|asked|asks|wrote|told|added|replied|shouted|cried|wondered|tweeted|yelled|exclaimed)$/;

/** How far a look at neighbouring words reaches, so that no text can make one look long. */
const REACH = 80;

const at = (text: string, i: number): string => {
  const point = text.codePointAt(i);
  return point === undefined ? "" : String.fromCodePoint(point);
};

/** The run of letters, digits, dots and apostrophes that ends before `end`, at most REACH units long. */
function wordBefore(text: string, begin: number, end: number): string {
  let i = end;
  while (i > begin && end - i < REACH && /[\p{L}\p{M}\p{N}.'’°&]/u.test(text[i - 1] ?? "")) i--;
  return text.slice(i, end);
}

function wordAt(text: string, from: number): string {
  return /^[\p{L}\p{M}\p{N}'’-]*/u.exec(text.slice(from, from + REACH))?.[0] ?? "";
}

function skip(text: string, from: number, chars: string): number {
  let i = from;
  while (i < text.length && chars.includes(text[i] ?? " ")) i++;
  return i;
}

/** Closing marks after a terminator; an apostrophe that begins "'s" or a mark that opens the next words is not one. */
function skipClosers(text: string, from: number): number {
  let i = from;
  while (i < text.length && CLOSERS.includes(text[i] ?? " ")) {
    const next = text[i + 1] ?? "";
    if (LETTER.test(next) || DIGIT.test(next)) break;
    i++;
  }
  return i;
}

/** Whether `Name said` follows a question or an exclamation, so that the sentence goes on behind the quotation mark. */
function speakerFollows(text: string, from: number): boolean {
  const next = text.slice(from, from + REACH).split(/\s+/, 5);
  for (const [i, word] of next.entries()) {
    if (i > 0 && REPORTING.test(word.replace(/[,.:;]+$/, ""))) return true;
    if (!UPPER.test(word[0] ?? "")) return i === 0 && REPORTING.test(word);
  }
  return false;
}

interface Place {
  readonly text: string;
  /** Where the running sentence began. */
  readonly begin: number;
  /** The terminator run is [dot, after). */
  readonly dot: number;
  readonly after: number;
  /** Behind closing marks. */
  readonly closed: number;
  /** First character of the next words. */
  readonly next: number;
}

function startsSentence(text: string, next: number): boolean {
  const first = skip(text, next, OPENERS);
  const letter = at(text, first);
  return letter === "" || !LOWER.test(letter);
}

/** Decide after a single full stop, where abbreviations are the difficulty. */
function stopEnds(place: Place): boolean {
  const { text, begin, dot, closed, next } = place;
  const word = wordBefore(text, begin, dot);
  const bare = word.toLowerCase().replace(/^['’]+/, "");
  const first = skip(text, next, OPENERS);
  const follower = wordAt(text, first);
  const starter = SENTENCE_STARTERS.has(follower.toLowerCase()) && UPPER.test(follower[0] ?? "");
  if (DIGIT.test(follower[0] ?? "") && (OPEN_ABBREVIATIONS.has(bare) || MAYBE_ABBREVIATIONS.has(bare))) return false;
  if (word.endsWith("°")) return false;
  if (isListMark(text, begin, dot)) return false;
  if (closed > place.after) return startsSentence(text, next);
  if (OPEN_ABBREVIATIONS.has(bare))
    return bare === "no" && !DIGIT.test(follower[0] ?? "") ? startsSentence(text, next) : false;
  if (/^(?:a|p)\.m$/i.test(bare)) return startsSentence(text, next) && (starter || wordsIn(text, begin, dot) > 4);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(bare)) return starter && bare !== "e.g" && bare !== "i.e";
  if (/^\p{Lu}$/u.test(word)) return starter && (word !== "A" || !UPPER.test(follower[1] ?? ""));
  if (MAYBE_ABBREVIATIONS.has(bare)) {
    const written =
      UPPER.test(word[0] ?? "") ||
      !/^(?:in|mar|sun|sat|wed|min|ill|ed|mo|pl|art|ext|est|la|del|miss|wash|mass|dec)$/.test(bare);
    return written ? starter : startsSentence(text, next);
  }
  return startsSentence(text, next);
}

function wordsIn(text: string, from: number, to: number): number {
  return text.slice(Math.max(from, to - REACH), to).split(/\s+/).length;
}

/** "1.", "a.", "1.)" at the head of a sentence: a list mark, not an end. */
function isListMark(text: string, begin: number, dot: number): boolean {
  if (dot - begin > 8) return false;
  return /^(?:[•⁃‣▪◦●]\s*)?(?:\d{1,3}|\p{L})$/u.test(text.slice(begin, dot).trim());
}

function ends(place: Place): boolean {
  const { text, dot, after, closed, next } = place;
  if (next >= text.length) return true;
  const run = text.slice(dot, Math.min(after, dot + 3));
  const mark = text[dot] ?? "";
  if (mark === "." && after - dot === 1) return stopEnds(place);
  if (text[closed - 1] === "]" && text[dot - 1] === "[") return false;
  if ((mark === "…" || run.startsWith("..")) && text[after] === "]") return false;
  if (!startsSentence(text, next)) return false;
  if (isSpacedTriple(text, dot, after)) return false;
  return !(closed > after && speakerFollows(text, next));
}

/** Words left out in the middle: three dots that stand by themselves. */
function isSpacedTriple(text: string, dot: number, after: number): boolean {
  return text[dot - 1] === " " && text.slice(dot, after).replace(/ /g, "") === "...";
}

/** The number or letter of a list mark that stands at `i`, with where its words begin; null when none does. */
function listMark(text: string, i: number): { readonly order: number; readonly style: string } | null {
  const found = /^(?:([•⁃‣▪◦●])\s*)?(?:(\d{1,3})(\.\)|\.|\))|([a-z])(\.|\)))\s?(?=\S)/u.exec(text.slice(i, i + 16));
  if (!found) return null;
  const order = found[2] ? Number(found[2]) : (found[4] ?? "").charCodeAt(0);
  return { order, style: `${found[1] ?? ""}${found[2] ? "1" : "a"}${found[3] ?? found[5]}` };
}

/** Whether the words at `begin` open in anything but a small letter, so that a line which goes on in one only wraps them. */
function opensFirmly(text: string, begin: number): boolean {
  const opening = at(text, skip(text, skipSpace(text, begin), OPENERS));
  return opening !== "" && !LOWER.test(opening);
}

/** Whether a dot without a space behind it ends a sentence all the same: "world.Today is". */
function gluedStop(text: string, begin: number, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 3), dot);
  const after = text.slice(dot + 1, dot + 4);
  if (!/^\p{Lu}(?:\p{Ll}{2}|\p{Ll}\s|\s)/u.test(after) && !/^\p{Lu}\p{Ll}{1,2}\.?/u.test(after)) return false;
  if (!/(?:\p{Ll}{2}|\p{Nd}{2})[)"”’]?$/u.test(before)) return false;
  const from = Math.max(begin, dot - REACH);
  const written = `${text.slice(from, dot).split(/\s/).at(-1)}${text.slice(dot, dot + REACH).split(/\s/, 1)[0]}`;
  return !/[@/\\]|^www\./.test(written);
}

/**
 * Return the sentences of `text`, in order and without overlap, trimmed of white space. A blank line always ends one; so does
 * a line break that does not wrap. Linear in the length of the text; an empty text has none.
 */
export function segment(text: string): Span[] {
  const out: Span[] = [];
  let begin = 0;
  // What is known of the running sentence's first words, once asked; looking again for every line would not be linear.
  let mark: ReturnType<typeof listMark> | undefined;
  let firm: boolean | undefined;
  const close = (end: number) => {
    const span = trim(text, begin, end);
    if (span) out.push(span);
    open(end);
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) i = gap(i);
    else if (isTerminator(code)) i = terminator(i);
    else i++;
  }
  close(text.length);
  return out;

  function open(at: number): void {
    begin = at;
    mark = undefined;
    firm = undefined;
  }

  /** Read the white space at `i`, close the sentence where a line or a list item ends, and answer where to go on. */
  function gap(i: number): number {
    const next = skipSpace(text, i);
    const breaks = countBreaks(text, i, next);
    if (begin === i) open(next);
    else if (breaks > 1 || (breaks === 1 && !wraps(next)) || startsListItem(next)) close(next);
    return next;
  }

  /** Whether a line break before `next` only wraps the sentence: the line goes on in lower case and did not begin so. */
  function wraps(next: number): boolean {
    if (!LOWER.test(at(text, next))) return false;
    firm ??= opensFirmly(text, begin);
    return firm;
  }

  /** Whether a bullet stands at `i`, or the list mark that follows on the one that began this sentence. */
  function startsListItem(i: number): boolean {
    const code = text.charCodeAt(i);
    if (!isSmallOrDigit(code)) return code > 127 && BULLETS.includes(text.charAt(i));
    if (mark === undefined) mark = listMark(text, skipSpace(text, begin));
    if (!mark) return false;
    const here = listMark(text, i);
    return here !== null && here.style === mark.style && here.order === mark.order + 1;
  }

  /** Read the terminator at `i`, close the sentence where it ends one, and answer where to go on. */
  function terminator(i: number): number {
    const after = afterRun(text, i);
    const closed = skipClosers(text, after);
    const next = skipSpace(text, closed);
    if (next === closed && next < text.length) {
      if (text[i] === "." && after === i + 1 && gluedStop(text, begin, i)) close(after);
      return after;
    }
    if (skipSpace(text, begin) === i) return after;
    if (text.slice(closed, next).includes("\n")) return after;
    if (!ends({ text, begin, dot: i, after, closed, next })) return after;
    close(closed);
    return closed;
  }
}

const isTerminator = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 0x2026;

const isSmallOrDigit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Past a run of terminators, and past ". . ." written with spaces; "end. . . ." gives its first stop only. */
function afterRun(text: string, i: number): number {
  let j = i;
  while (j < text.length && isTerminator(text.charCodeAt(j))) j++;
  const spaced = j - i === 1 && text[i] === "." && text[j] === " " && text[j + 1] === ".";
  if (!spaced) return j;
  let k = j;
  while (text[k] === " " && text[k + 1] === ".") k += 2;
  const attached = i > 0 && !isSpace(text.charCodeAt(i - 1));
  const rest = at(text, skipSpace(text, k));
  return attached && UPPER.test(rest) && k - j >= 6 ? j : k;
}

function trim(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}
