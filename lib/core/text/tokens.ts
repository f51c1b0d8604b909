import type { Span } from "./span";

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
  "gu",
);
const CLITIC = /(?<=.)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const CAPITAL = /^(?:al-|el-|ad-|as-|ash-|bin-|ul-)?\p{Lu}/u;

/** Return the tokens of `text` in order. Contractions and possessives are cut ("is", "n't"); a run of one mark is one token. Linear. */
export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  const pattern = new RegExp(TOKEN);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const start = found.index;
    const written = found[0];
    if (found[1] !== undefined) {
      const link = trimLink(written);
      push(out, start, link, "link");
      pattern.lastIndex = start + link.length;
    } else if (found[2] !== undefined) push(out, start, written, "word");
    else if (found[3] !== undefined) push(out, start, written, "number");
    else if (found[4] !== undefined) pushWord(out, start, written);
    else push(out, start, written, "mark");
  }
  return out;
}

function trimLink(written: string): string {
  return written.replace(/[.,;:!?)'’\]]{1,8}$/, "");
}

function pushWord(out: Token[], start: number, written: string): void {
  const clitic = written.length < 40 ? CLITIC.exec(written) : null;
  if (!clitic) {
    push(out, start, written, "word");
    return;
  }
  push(out, start, written.slice(0, clitic.index), "word");
  push(out, start + clitic.index, clitic[0], "word");
}

function push(out: Token[], start: number, text: string, shape: TokenShape): void {
  const lowered = (text.length > 200 ? text.slice(0, 200) : text).toLowerCase();
  const lower = lowered.includes("’") ? lowered.replace(/’/g, "'") : lowered;
  out.push({ start, end: start + text.length, text, lower, shape, capital: isCapital(text) });
}

/** Most words are plain ASCII: their first letter decides without a pattern. */
function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 65 && first <= 90) return true;
  if (first < 128 && !text.includes("-")) return false;
  return CAPITAL.test(text);
}
