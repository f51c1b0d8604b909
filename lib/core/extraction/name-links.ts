import { ORGANISATIONS, PLACES } from "./gazetteer";
import type { Mention } from "./mentions";
import { type Reading, tokenAt } from "./reading";

/**
 * Return the mentions with one name for one body or place: a short form stands for the full name that the text gives
 * ("EU" for "European Union", "Islamic State (IS)", "Exxon" for "Exxon Mobil"). People are named already.
 */
export function linkNames(reading: Reading, mentions: readonly Mention[]): Mention[] {
  const long = new Map<string, Mention>();
  for (const [n, mention] of mentions.entries()) {
    if (mention.type === "person" || !mention.name.includes(" ")) continue;
    const key = initialsOf(mention.name);
    if (key.length > 1 && !long.has(key)) long.set(key, mention);
    const bracketed = inBrackets(reading, mention, mentions[n + 1]);
    if (bracketed) long.set(bracketed, mention);
    const first = mention.name.slice(0, mention.name.indexOf(" "));
    if (FIRMS.test(mention.name) && standsAlone(first) && !long.has(first)) long.set(first, mention);
  }
  if (long.size === 0) return [...mentions];
  return mentions.map((mention) => {
    if (mention.type === "person" || mention.name.includes(" ")) return mention;
    const full = long.get(isAcronym(mention.name) ? letters(mention.name) : mention.name);
    return full ? { ...mention, type: full.type, name: full.name } : mention;
  });
}

const letters = (name: string) => name.replace(/\./g, "");
const isAcronym = (name: string) => /^\p{Lu}{2,8}$/u.test(letters(name));

/** "Environmental Protection Agency" → "EPA": small words are left out. */
function initialsOf(name: string): string {
  let out = "";
  for (const word of name.split(/[\s-]+/)) if (/^\p{Lu}\p{Ll}/u.test(word)) out += word.slice(0, 1);
  return out;
}

/** The short form in brackets right behind a name, if it begins with the same letter. */
function inBrackets(reading: Reading, mention: Mention, next: Mention | undefined): string | null {
  if (!next || next.type === "person" || next.from !== mention.to + 1 || next.to !== next.from + 1) return null;
  if (tokenAt(reading, mention.to).text !== "(" || tokenAt(reading, next.to).text !== ")" || !isAcronym(next.name))
    return null;
  return letters(next.name).slice(0, 1) === mention.name.slice(0, 1) ? letters(next.name) : null;
}

/** What the name of a firm or a house ends in: its first word stands for it later. */
const FIRMS =
  / (?:Corp|Inc|Co|Ltd|LLC|PLC|Group|Holdings|Company|Corporation|Industries|Airlines|Airways|Motors|Bank|Foundation|Institute|University|Partners|Energy|Technologies|Pharmaceuticals|Systems|Mobil|Communications|Associates|Capital|Media|Entertainment|Software|Electric|Oil|Steel)\.?$/;
const COMMON =
  /^(?:The|American|National|International|Federal|United|Islamic|World|European|British|Royal|New|North|South|East|West|Supreme|White|Central|First|Democratic|Republican|Public|State|High|General|Human|Justice|Foreign|Homeland|Social|Black|Green|Red|Fox|Super|Second|Third|Labour|Conservative|Liberal|Communist|Tea|Wall|Los|San|Saint|St)$/;

/** Whether the first word of a long name may stand for all of it. */
function standsAlone(first: string): boolean {
  return (
    first.length > 2 &&
    /^\p{Lu}\p{Ll}/u.test(first) &&
    !COMMON.test(first) &&
    !PLACES.has(first) &&
    !ORGANISATIONS.has(first)
  );
}
