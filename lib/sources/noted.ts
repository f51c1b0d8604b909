import type { NotedSource } from "@/lib/core/evidence/independence";
import { wireCredit } from "@/lib/core/evidence/same-story";
import type { SourceKind, SourceMedium, Stance } from "@/lib/core/workflow/sourcing";
import { canonicalAddress } from "./web-address";

/** A source as the database gives it for counting: with its newest finished snapshot, whose fields are empty where there is none. */
export interface NotedRow {
  readonly id: string;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
  readonly publisher: string;
  readonly url: string;
  /** ISO date. */
  readonly date: string | null;
  readonly finalUrl: string;
  readonly canonicalUrl: string;
  /** ISO date, by the page's own account. */
  readonly publishedOn: string;
  /** SHA-256 of its bytes. */
  readonly file: string;
  readonly wire: string;
  readonly signature: readonly number[];
}

/** A standing note as the count reads it. */
export interface CountedNote {
  readonly sourceId: string;
  readonly stance: Stance;
}

/** Gather the sources of a claim's notes as the count of independent ones reads them, in the order in which the notes came. */
export function notedSources(notes: readonly CountedNote[], rows: ReadonlyMap<string, NotedRow>): NotedSource[] {
  const stances = new Map<string, Stance[]>();
  for (const { sourceId, stance } of notes) stances.set(sourceId, [...(stances.get(sourceId) ?? []), stance]);
  return [...stances].flatMap(([id, said]) => {
    const row = rows.get(id);
    return row ? [notedSource(row, said)] : [];
  });
}

function notedSource(row: NotedRow, stances: readonly Stance[]): NotedSource {
  const { id, medium, kind, file, signature } = row;
  return {
    id,
    medium,
    kind,
    stances,
    file,
    signature,
    addresses: addressesOf(row),
    wire: row.wire || (kind === "wire" ? wireCredit(row.publisher) : ""),
    date: row.date ?? (DAY.exec(row.publishedOn)?.[0] || null),
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The address that people gave, the one that answered, and the one that the page gives as its own; a front page is nobody's own. */
function addressesOf({ url, finalUrl, canonicalUrl }: NotedRow): string[] {
  const given = canonicalAddress(url);
  const told = [finalUrl, canonicalUrl].flatMap((address) => canonicalAddress(address) ?? []);
  return [...new Set([...(given === null ? [] : [given]), ...told.filter((address) => address.includes("/"))])];
}
