import type { Span } from "../text/span";
import type { Token } from "../text/tokens";
import { readTokens, wordKey } from "./word-key";

/** The tokens of a piece, with offsets in its text, and the key of each. */
export interface UnitWords {
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
}

/** Return a function that reads the words of piece `i`, each piece once. */
export function unitWords(text: string, units: readonly Span[]): (i: number) => UnitWords {
  const read: (UnitWords | undefined)[] = [];
  return (i) => {
    const known = read[i];
    if (known) return known;
    const { start, end } = units[i] ?? { start: 0, end: 0 };
    const tokens = readTokens(text.slice(start, end)).map((token) => ({
      ...token,
      start: token.start + start,
      end: token.end + start,
    }));
    const words = { tokens, keys: tokens.map(wordKey) };
    read[i] = words;
    return words;
  };
}
