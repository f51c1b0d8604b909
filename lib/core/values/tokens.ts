/** What a token is: letters, digits, or one other character. */
export const WORD = 1;
export const DIGITS = 2;
export const SYMBOL = 3;

const LETTER = /[\p{L}\p{M}]/u;
const UNKNOWN = 0;
const IS_LETTER = 1;
const IS_OTHER = 2;
const IS_SPACE = 3;
const IS_DIGIT = 4;

/** What each UTF-16 code unit is; filled as characters are met, so that each is looked up once. */
const classes = new Uint8Array(65536);
for (let c = 48; c <= 57; c++) classes[c] = IS_DIGIT;
for (let c = 65; c <= 90; c++) classes[c] = IS_LETTER;
for (let c = 97; c <= 122; c++) classes[c] = IS_LETTER;

function classOf(code: number): number {
  const known = classes[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(code);
  const found = LETTER.test(char) ? IS_LETTER : char.trim() === "" || code === 0x200b ? IS_SPACE : IS_OTHER;
  classes[code] = found;
  return found;
}

/**
 * A text cut into letter runs, digit runs and single other characters; white space is dropped, and so are web addresses.
 * Positions before the first and after the last token read as empty, so that a grammar may look around freely.
 */
export class Tokens {
  readonly text: string;
  readonly length: number;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly types: number[] = [];
  private readonly lower: string[] = [];

  constructor(text: string) {
    this.text = text;
    this.cut();
    this.length = this.starts.length;
  }

  private cut(): void {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === IS_SPACE) {
        at++;
        continue;
      }
      let end = at + 1;
      if (kind !== IS_OTHER) while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++;
      if (kind === IS_LETTER && text.startsWith("://", end)) {
        while (end < text.length && classOf(text.charCodeAt(end)) !== IS_SPACE) end++;
        this.push(at, end, SYMBOL, "://");
      } else if (kind === IS_LETTER) this.push(at, end, WORD, text.slice(at, end).toLowerCase());
      else this.push(at, end, kind === IS_DIGIT ? DIGITS : SYMBOL, text.slice(at, end));
      at = end;
    }
  }

  private push(start: number, end: number, type: number, lower: string): void {
    this.starts.push(start);
    this.ends.push(end);
    this.types.push(type);
    this.lower.push(lower);
  }

  /** Return the token in lower case, or "" outside the text. */
  word(i: number): string {
    return this.lower[i] ?? "";
  }

  /** Return the token as written, or "" outside the text. */
  raw(i: number): string {
    return this.text.slice(this.start(i), this.end(i));
  }

  /** Return the first code unit of token i (the end of the text behind the last token). */
  start(i: number): number {
    return this.starts[i] ?? (i < 0 ? 0 : this.text.length);
  }

  /** Return the code unit after token i. */
  end(i: number): number {
    return this.ends[i] ?? (i < 0 ? 0 : this.text.length);
  }

  isDigits(i: number): boolean {
    return this.types[i] === DIGITS;
  }

  isWord(i: number): boolean {
    return this.types[i] === WORD;
  }

  /** Tell whether nothing stands between token i and the one before it. */
  isGlued(i: number): boolean {
    const before = this.ends[i - 1];
    return before !== undefined && before === this.starts[i];
  }

  /** Tell whether token i begins with a capital letter. */
  isCapital(i: number): boolean {
    const first = this.text.charAt(this.start(i));
    return this.isWord(i) && first !== first.toLowerCase();
  }

  /** Tell whether the tokens from i on are exactly these. */
  follows(i: number, ...words: readonly string[]): boolean {
    return words.every((word, k) => this.word(i + k) === word);
  }
}

/** How many places back an answer is kept; no grammar looks farther ahead than this. A power of two. */
const KEPT = 64;

/** The last answers of one reader: `places[n]` is the place that `answers[n]` was read at. */
interface Answers<T> {
  readonly places: Int32Array;
  readonly answers: (T | undefined)[];
}

/**
 * Wrap a reader so that it reads each place of a text once. Several grammars ask for the number or the length of time at the same
 * token; the answers of the last places live as long as the tokens.
 */
export function readOnce<T>(read: (t: Tokens, i: number) => T | undefined): (t: Tokens, i: number) => T | undefined {
  const texts = new WeakMap<Tokens, Answers<T>>();
  return (t, i) => {
    let known = texts.get(t);
    if (known === undefined) {
      known = { places: new Int32Array(KEPT).fill(-1), answers: [] };
      texts.set(t, known);
    }
    const n = i & (KEPT - 1);
    if (known.places[n] === i) return known.answers[n];
    const answer = read(t, i);
    known.places[n] = i;
    known.answers[n] = answer;
    return answer;
  };
}

/** Tell whether a token is a hyphen, dash or minus sign. */
export function isDash(word: string): boolean {
  return word === "-" || word === "–" || word === "—" || word === "‐" || word === "‑" || word === "−";
}

/** Tell whether a token is an apostrophe of any shape. */
export function isApostrophe(word: string): boolean {
  return word === "'" || word === "’" || word === "‘" || word === "ʼ";
}
