import type { Confidentiality } from "../workflow/sourcing";
import { may, type Role } from "./policy";

/** What everybody else reads in place of a secret source's name. */
export const KNOWN_SOURCE = "A source known to the newsroom";

/** Return a source's title as it stands within a sentence: what stands for a secret one is no name. */
export function nameWithin(title: string): string {
  return title === KNOWN_SOURCE ? KNOWN_SOURCE.replace("A", "a") : title;
}

/** Who reads; null is anybody outside the newsroom. */
export type SecretReader = { readonly userId: string; readonly role: Role } | null;

/** What decides who may know a source. */
export interface Secrecy {
  readonly confidentiality: Confidentiality;
  readonly createdById: string;
}

/**
 * Tell whether a reader may know who or what a source is. A secret one is known to those who may see secret sources, to whoever
 * added it and to everybody who wrote one of the notes on it (`authors`).
 */
export function knowsSource(reader: SecretReader, source: Secrecy, authors: Iterable<string>): boolean {
  return knowsAll(reader, source) || (reader !== null && [...authors].includes(reader.userId));
}

/** Tell whether a reader may read the words of a note on a source: of a secret one only its author, besides those who know all of it. */
export function knowsNote(reader: SecretReader, source: Secrecy, authorId: string): boolean {
  return knowsAll(reader, source) || reader?.userId === authorId;
}

function knowsAll(reader: SecretReader, { confidentiality, createdById }: Secrecy): boolean {
  if (confidentiality !== "secret") return true;
  return reader !== null && (may(reader.role, "source.secret") || createdById === reader.userId);
}
