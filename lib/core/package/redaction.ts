import type { Json } from "../ledger/canonical";

/** What must not leave: ids of secret sources, of notes on them, of their snapshots and of secret contacts, and the words that name them. */
export interface Secrets {
  readonly ids: ReadonlySet<string>;
  /** Names, titles, addresses, quotes: any text that holds one of them tells who it is. */
  readonly words: readonly string[];
}

/** Shorter words stand everywhere and name nobody. */
const SHORTEST = 4;

/** Gather secrets from ids and the fields that name somebody; empty and very short words are left out. */
export function gatherSecrets(ids: Iterable<string>, words: Iterable<string>): Secrets {
  const kept = [...words].map((word) => word.trim().toLowerCase()).filter((word) => word.length >= SHORTEST);
  return { ids: new Set(ids), words: [...new Set(kept)] };
}

/** Tell whether a text or any text inside a JSON value, also a key, is a secret id or holds a secret word. Upper and lower case are alike. */
export function namesSecret(value: Json, secrets: Secrets): boolean {
  if (secrets.ids.size === 0 && secrets.words.length === 0) return false;
  if (typeof value === "string") return secrets.ids.has(value) || holdsWord(value, secrets);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => namesSecret(one, secrets));
  return Object.entries(value).some(([key, one]) => namesSecret(key, secrets) || namesSecret(one, secrets));
}

function holdsWord(text: string, { words }: Secrets): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}
