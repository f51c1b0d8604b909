import { type Token, tokenise } from "../text/tokens";

const PLAIN = /^[\x20-\x7e]*$/;
const INVISIBLE = /\p{Cf}|\ufe0e|\ufe0f/gu;

/** Return `text` without what only typography tells apart: case, accents, ligatures, invisible characters. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(INVISIBLE, "")
    .replace(/[‘’‛ʼ`´]/g, "'")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/** Return the letters and figures of a text, with the marks that change a figure: what stays when spacing and punctuation go. */
export function fold(text: string): string {
  return plain(text).replace(/((?<=\d)[.,:/](?=\d)|[$€£¥%+]|(?<![\p{L}\p{N}])-(?=\d))|[^\p{L}\p{N}]+?/gu, "$1");
}

/**
 * Return the tokens of a text with invisible characters (soft hyphens, zero-width spaces) taken for parts of the words they stand
 * in. Offsets are those of `text`.
 */
export function readTokens(text: string): Token[] {
  return tokenise(HIDDEN.test(text) ? text.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, "\u034f") : text);
}

const HIDDEN = /[\u00ad\u200b\u200c\u2060\ufeff]/;

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^grey/, "gray"],
  [/^cheque/, "check"],
  [/^tyre/, "tire"],
  [/^kerb/, "curb"],
  [/^plough/, "plow"],
  [/^sceptic/, "skeptic"],
  [/^aluminium/, "aluminum"],
  [/^mould/, "mold"],
  [/^jewellery/, "jewelry"],
  [/^pyjama/, "pajama"],
  [/^gaol/, "jail"],
  [/^whilst$/, "while"],
  [/^(among|amid|mid)st$/, "$1"],
  [/(ward)s$/, "$1"],
  [/^enquir/, "inquir"],
  [/^(learn|burn|spell|dream|spoil|lean|leap|smell)t$/, "$1ed"],
  [/^spelt$/, "spelled"],
  [/(gram)me(s?)$/, "$1$2"],
  [/(?<=[a-z]{3})our(?=$|s|ed|ing|ly|ful|less|able|it|ab|hood)/, "or"],
  [/(?<=[a-z]{4})or(s?)$/, "er$1"],
  [/(?<=[a-z]{2})i[sz](?=e[sdr]?$|ing|ation|able|ers$)/, "iz"],
  [/(?<=[a-z]{2})y[sz](?=e[sdr]?$|ing|ers$)/, "yz"],
  [/([bcdfghptv])re(s?)$/, "$1er$2"],
  [/(?<=[a-z]{3})ence(s?)$/, "ense$1"],
  [/^(licen|practi)[cs]/, "$1s"],
  [/(dg|kn)ement/, "$1ment"],
  [/(catal|dial|anal|mon|epil|prol|ped)ogue/, "$1og"],
  [/([aeiou])l{2}(?=ed$|ing$|er$|ers$|or$|ors$|ation|ious)/, "$1l"],
  [/([aeiou])p{2}(?=ed$|ing$|er$|ers$)/, "$1p"],
  [/(ful|til|wil|rol|thral)l(?=$|s$|ment)/, "$1"],
  [/^(a?n?)(ae|oe)/, "$1e"],
  [/(p)ae(d)/, "$1e$2"],
  [/(m)oeu/, "$1eu"],
];

/** Return one spelling for the British and American forms of a lower-case word; most other words stay as they are. */
export function oneSpelling(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let out = word;
  for (const [from, to] of BRITISH) out = out.replace(from, to);
  return out;
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^["“”„«»]|^''$/, '"'],
  [/^['‘’‛]$/, "'"],
  [/^[-‐‑–—―−]+$/, "-"],
  [/^…$|^\.{2,}$/, "..."],
];

/** Return the key by which two tokens are the same word: typography does not matter, a hyphen within a word neither. */
export function wordKey(token: Token): string {
  if (token.shape === "mark") return MARKS.find(([mark]) => mark.test(token.text))?.[1] ?? token.text;
  const key = plain(token.lower);
  return token.shape === "word" && key.includes("-") ? key.replace(/[-‐‑]/g, "") : key;
}
