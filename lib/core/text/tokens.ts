import type { Span } from "./span";
import { isSpace } from "./white-space";

export type TokenShape = "word" | "number" | "mark" | "link";

/** One word, figure or mark. `lower` has straight apostrophes; `shape` says how it is written. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly shape: TokenShape;
  readonly capital: boolean;
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|[@#][\p{L}_][\p{L}\p{N}_]{0,60}/u
    .source;
const INITIALS = /(?:\p{L}\.){2,8}(?:-\p{L}[\p{L}\p{M}]*)*/u.source;
/** Words whose full stop is theirs: titles before a name, a middle initial. */
const ABBREVIATED =
  /(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Adm|Maj|Cmdr|Pres|Jr|Sr|Inc|Corp|Ltd|Co|Bros)\.(?![\p{L}\p{N}])|(?!I\.)\p{Lu}\.(?= \p{Lu}\p{Ll})/u
    .source;
const NUMBER = /\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{M}\p{N}])|\p{Nd}+(?:[.,:/]\p{Nd}+)*/u.source;
const WORD = /\p{L}[\p{L}\p{M}\p{Nd}_]*(?:[-‐‑]\p{L}[\p{L}\p{M}\p{Nd}_]*|[-‐‑]\p{Nd}+|['’]\p{L}[\p{L}\p{M}]*|&\p{L}+)*/u
  .source;
const TOKEN = new RegExp(
  `(${LINK})|(${INITIALS}|(?<![\\p{L}\\p{M}\\p{N}])(?:${ABBREVIATED}))|(${NUMBER})|(${WORD})|''|([^\\s])\\5*`,
  "uy",
);
const CLITIC = /(?<=.)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const CAPITAL = /^(?:al-|el-|ad-|as-|ash-|bin-|ul-)?\p{Lu}/u;

const UNSURE = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
/** A mark that is never a part of a longer token. */
const MARK = 4;

/** What a code unit is when nothing else needs to be known; the pattern reads all that is unsure. */
const KINDS = kinds();

function kinds(): Uint8Array {
  const table = new Uint8Array(65536);
  for (const c of "abcdefghijklmnopqrstuvwxyz") {
    table[c.charCodeAt(0)] = LETTER;
    table[c.toUpperCase().charCodeAt(0)] = LETTER;
  }
  for (const c of "0123456789") table[c.charCodeAt(0)] = DIGIT;
  for (let code = 0; code < table.length; code++) if (isSpace(code)) table[code] = SPACE;
  for (const c of ',;:!?"()[]{}$%*/=<>|“”…–—') table[c.charCodeAt(0)] = MARK;
  return table;
}

const DOT = 46;
const HYPHEN = 45;
const COLON = 58;
const SLASH = 47;
const STRAIGHT = 39;
const CURLY = 0x2019;
const UNFINISHED = -1;

/** Return what stands at `i`; behind the text it is white space. */
const kindAt = (text: string, i: number): number => (i < text.length ? (KINDS[text.charCodeAt(i)] ?? UNSURE) : SPACE);

/** Tell whether what stands at `i` ends any token that reaches it. */
function isEdge(text: string, i: number): boolean {
  const kind = kindAt(text, i);
  return kind === SPACE || kind === MARK;
}

/** Return the tokens of `text` in order. Contractions and possessives are cut ("is", "n't"); a run of one mark is one token. Linear. */
export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  const pattern = new RegExp(TOKEN);
  for (let i = 0; i < text.length; ) {
    const kind = kindAt(text, i);
    const end = kind === SPACE ? i + 1 : quickEnd(text, i, kind);
    if (end === UNFINISHED) {
      i = readByPattern(text, i, pattern, out);
      continue;
    }
    if (kind === LETTER) pushWord(out, i, text.slice(i, end));
    else if (kind === DIGIT) push(out, i, text.slice(i, end), "number");
    else if (kind !== SPACE) push(out, i, text.slice(i, end), "mark");
    i = end;
  }
  return out;
}

/** Return where the token at `i` ends when its plain characters alone decide that; else UNFINISHED. */
function quickEnd(text: string, i: number, kind: number): number {
  if (kind === LETTER) return wordEnd(text, i);
  if (kind === DIGIT) return numberEnd(text, i);
  if (kind === MARK) return runEnd(text, i);
  const code = text.charCodeAt(i);
  if (code === STRAIGHT || code === CURLY) return text.charCodeAt(i + 1) === code ? UNFINISHED : i + 1;
  return (code === DOT || code === HYPHEN) && isEdge(text, i + 1) ? i + 1 : UNFINISHED;
}

function runEnd(text: string, i: number): number {
  const code = text.charCodeAt(i);
  let end = i + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

/** The end of a word of plain letters, hyphens and apostrophes. An address, initials or an abbreviation is left to the pattern. */
function wordEnd(text: string, i: number): number {
  let end = i;
  for (;;) {
    while (kindAt(text, end) === LETTER) end++;
    if (isEdge(text, end))
      return text.charCodeAt(end) === COLON && text.charCodeAt(end + 1) === SLASH ? UNFINISHED : end;
    const code = text.charCodeAt(end);
    const next = kindAt(text, end + 1);
    if (code === DOT) return isEdge(text, end + 1) && !mayOwnDot(text, i, end) ? end : UNFINISHED;
    if (code !== HYPHEN && code !== STRAIGHT && code !== CURLY) return UNFINISHED;
    if (next === SPACE || next === MARK) return end;
    if (next !== LETTER) return UNFINISHED;
    end++;
  }
}

/** Tell whether a full stop behind these letters may be theirs: "Sen.", "A.", "www.". */
const mayOwnDot = (text: string, start: number, end: number): boolean =>
  end - start <= 4 && (text.charCodeAt(start) < 97 || end - start === 3);

/** The end of plain digits with nothing behind them that could belong to the number. */
function numberEnd(text: string, i: number): number {
  let end = i + 1;
  while (kindAt(text, end) === DIGIT) end++;
  const kind = kindAt(text, end);
  if (kind === SPACE) return end;
  return (kind === MARK || text.charCodeAt(end) === DOT) && isEdge(text, end + 1) ? end : UNFINISHED;
}

/** Read the token at `i` by the full pattern and return where to go on. */
function readByPattern(text: string, i: number, pattern: RegExp, out: Token[]): number {
  pattern.lastIndex = i;
  const found = pattern.exec(text);
  if (!found) return i + 1;
  const written = found[0];
  if (found[1] !== undefined) {
    const link = trimLink(written);
    push(out, i, link, "link");
    return i + link.length;
  }
  if (found[2] !== undefined) push(out, i, written, "word");
  else if (found[3] !== undefined) push(out, i, written, "number");
  else if (found[4] !== undefined) pushWord(out, i, written);
  else push(out, i, written, "mark");
  return i + written.length;
}

function trimLink(written: string): string {
  return written.replace(/[.,;:!?)'’\]]{1,8}$/, "");
}

function pushWord(out: Token[], start: number, written: string): void {
  const clitic = written.length < 40 && (written.includes("'") || written.includes("’")) ? CLITIC.exec(written) : null;
  if (!clitic) {
    push(out, start, written, "word");
    return;
  }
  push(out, start, written.slice(0, clitic.index), "word");
  push(out, start + clitic.index, clitic[0], "word");
}

function push(out: Token[], start: number, text: string, shape: TokenShape): void {
  const end = start + text.length;
  out.push({ start, end, text, lower: lowered(text), shape, capital: isCapital(text) });
}

/** Lower case with straight apostrophes. Most words are plain and lower already, and stay the same string. */
function lowered(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) {
      const lower = (text.length > 200 ? text.slice(0, 200) : text).toLowerCase();
      return lower.includes("’") ? lower.replace(/’/g, "'") : lower;
    }
  }
  return text.length > 200 ? text.slice(0, 200) : text;
}

/** Most words are plain ASCII: their first letter decides without a pattern. */
function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 65 && first <= 90) return true;
  if (first < 128 && !text.includes("-")) return false;
  return CAPITAL.test(text);
}
