/** White space beyond ASCII, as the pattern \s knows it. */
const WIDE: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
]);

/** Tell whether a UTF-16 code unit is white space, as the pattern \s does. */
export function isSpace(code: number): boolean {
  return code < 160 ? code === 32 || (code >= 9 && code <= 13) : WIDE.has(code);
}

/** Return the first place at or behind `from` that is no white space, or the length of the text. */
export function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Return how many line feeds stand from `from` to before `to`. */
export function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) breaks++;
  return breaks;
}
