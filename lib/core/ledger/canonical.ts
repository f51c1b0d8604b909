/** A JSON value: what a ledger entry may carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Return the one spelling of a JSON value that RFC 8785 (JSON Canonicalization Scheme) prescribes: no white space,
 * keys in the order of their UTF-16 code units, numbers as ECMAScript prints them.
 * Throw a TypeError for what has no such spelling: NaN, infinities, half of a surrogate pair, or a value that is not JSON.
 */
export function canonical(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return canonicalNumber(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`A ${typeof value} is not JSON.`);
  return `{${Object.entries(value)
    .sort(byKey)
    .map(([key, member]) => `${canonicalString(key)}:${canonical(member)}`)
    .join(",")}}`;
}

/** Tell whether every surrogate in `text` has its other half, so that the text has a UTF-8 form. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** In Unicode mode a pair is one character, so only a half without its partner is a surrogate. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalString(text: string): string {
  if (!isWellFormed(text)) throw new TypeError("A text with half of a surrogate pair has no canonical form.");
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not JSON.`);
  return JSON.stringify(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** `<` on strings compares UTF-16 code units, which is the order the RFC asks for. */
function byKey([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  return a < b ? -1 : 1;
}
