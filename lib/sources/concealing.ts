import type { Json } from "@/lib/core/ledger/canonical";
import { type Hash, type LedgerEntry, withhold } from "@/lib/core/ledger/chain";
import { KNOWN_SOURCE, knowsNote, knowsSource, type SecretReader } from "@/lib/core/policy/secrecy";
import type { ShownEntry } from "@/lib/ledger/schema";

/** A secret source with the notes on it (removed ones too, for the ledger keeps their words) and its snapshots. */
export interface SecretSource {
  readonly id: string;
  readonly createdById: string;
  readonly notes: readonly { readonly id: string; readonly authorId: string }[];
  readonly snapshots: readonly { readonly id: string }[];
}

/** What one reader may not know, by id. */
export interface Hidden {
  /** Sources of which only is told that the newsroom knows them. */
  readonly sources: ReadonlySet<string>;
  /** Notes of which only the stance and the date are told. */
  readonly notes: ReadonlySet<string>;
  /** Snapshots of which nothing is told. */
  readonly snapshots: ReadonlySet<string>;
  /** Contacts of which only the outcome and the dates are told. */
  readonly contacts: ReadonlySet<string>;
}

/** What is hidden from somebody who may know everything. */
export const NOTHING_HIDDEN: Hidden = {
  sources: new Set(),
  notes: new Set(),
  snapshots: new Set(),
  contacts: new Set(),
};

/** A secret contact, with who logged it. */
export interface SecretContact {
  readonly id: string;
  readonly byId: string;
}

/** Return what a newsroom's secret sources and contacts hide from a reader; from `null`, who is outside, all of it. */
export function hiddenFrom(
  reader: SecretReader,
  secrets: readonly SecretSource[],
  contacts: readonly SecretContact[] = [],
): Hidden {
  const asked = contacts.map(({ id, byId }) => ({ id, confidentiality: "secret", createdById: byId }) as const);
  const secret = ({ createdById }: SecretSource) => ({ confidentiality: "secret", createdById }) as const;
  const unknown = secrets.filter(
    (one) =>
      !knowsSource(
        reader,
        secret(one),
        one.notes.map(({ authorId }) => authorId),
      ),
  );
  const notes = secrets.flatMap((one) => one.notes.filter(({ authorId }) => !knowsNote(reader, secret(one), authorId)));
  return {
    sources: ids(unknown),
    notes: ids(notes),
    snapshots: ids(unknown.flatMap(({ snapshots }) => snapshots)),
    contacts: ids(asked.filter((one) => !knowsSource(reader, one, []))),
  };
}

const ids = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

/** The words of a source that may give it away. Its type, standing and confidentiality don't. */
export interface SourceWords {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string | null;
  readonly author: string;
  readonly language: string;
  readonly reliability: string;
}

const NO_WORDS: SourceWords = {
  title: KNOWN_SOURCE,
  publisher: "",
  url: "",
  date: null,
  author: "",
  language: "",
  reliability: "",
};

/** Return a source as the reader may see it, and whether that is without its name. */
export function concealSource<T extends SourceWords & { readonly id: string }>(
  source: T,
  hidden: Hidden,
): T & { readonly concealed: boolean } {
  const concealed = hidden.sources.has(source.id);
  return concealed ? { ...source, ...NO_WORDS, concealed } : { ...source, concealed };
}

/** The words of a note that its source may be known by. */
export interface NoteWords {
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
}

/** Return a note's words, or an earlier state's, as the reader may see them. */
export function concealNote<T extends NoteWords>(words: T, noteId: string, hidden: Hidden): T {
  return hidden.notes.has(noteId) ? { ...words, quote: "", locator: "", note: "" } : words;
}

/** Tell whether a ledger entry names what the reader may not know: in its subject, or under `id` or `…Id` anywhere in its data. */
export function namesHidden(
  { subject, data }: { readonly subject?: string; readonly data: Json },
  hidden: Hidden,
): boolean {
  const isHidden = (id: string) =>
    hidden.sources.has(id) || hidden.notes.has(id) || hidden.snapshots.has(id) || hidden.contacts.has(id);
  return (subject !== undefined && isHidden(subject)) || holds(data, isHidden);
}

/** What a command did to claims holds no source's words; it may be about thousands of them. */
const APART: ReadonlySet<string> = new Set(["changes", "claims"]);

function holds(data: Json, isHidden: (id: string) => boolean): boolean {
  if (Array.isArray(data)) return data.some((one) => holds(one, isHidden));
  if (!isRecord(data)) return false;
  return Object.entries(data).some(([key, value]) => {
    if (typeof value === "string") return /(?:^i|I)d$/.test(key) && isHidden(value);
    return !APART.has(key) && holds(value, isHidden);
  });
}

/**
 * Return the data of a ledger entry as the reader may see it: as it is, or, when it names what they may not know, only what is
 * listed here as harmless. What a later command adds is left out until it is listed.
 */
export function concealData(entry: { readonly subject?: string; readonly data: Json }, hidden: Hidden): Json {
  const { data } = entry;
  if (!namesHidden(entry, hidden)) return data;
  if (!isRecord(data)) return null;
  const { source, note, contact, before, after } = data;
  return {
    ...picked(data, ["changes", "claims", "voided"]),
    ...(isRecord(source) ? { source: namedSource(source, hidden) } : {}),
    ...(isRecord(note) ? { note: { ...picked(note, ["id"]), ...states(note, ["stance", "consultedOn"]) } } : {}),
    ...(isRecord(contact)
      ? {
          contact: { ...picked(contact, ["id"]), ...states(contact, ["outcome", "askedOn", "deadline", "answeredOn"]) },
        }
      : {}),
    ...(isRecord(before) ? { before: emptied(before) } : {}),
    ...(isRecord(after) ? { after: emptied(after) } : {}),
  };
}

/** Return a ledger entry as the reader may see it; without its salt where data is withheld, so that nobody finds it out by guessing. */
export function concealEntry(entry: LedgerEntry, hidden: Hidden, hash: Hash): ShownEntry {
  if (!namesHidden(entry, hidden)) return entry;
  const { dataHash } = withhold(entry, hash);
  return { ...entry, data: concealData(entry, hidden), salt: null, withheld: { dataHash } };
}

type Fields = { readonly [key: string]: Json };

function isRecord(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function picked(from: Fields, keys: readonly string[]): { [key: string]: Json } {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = from[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function states(note: Fields, keys: readonly string[]): { [key: string]: Json } {
  return Object.fromEntries(
    ["before", "after"].flatMap((state) => {
      const words = note[state];
      return isRecord(words) ? [[state, picked(words, keys)]] : [];
    }),
  );
}

/** A reader who knows the source but not this note still reads the source's name. */
function namedSource(source: Fields, hidden: Hidden): Json {
  const { id, title } = source;
  const known = typeof id === "string" && !hidden.sources.has(id);
  return { ...picked(source, ["id"]), title: known && typeof title === "string" ? title : KNOWN_SOURCE };
}

/** The fields of a source that changed, without what they said; how secret it is may be told. */
function emptied(fields: Fields): Json {
  const told = (key: string, value: Json): Json =>
    key === "confidentiality" ? value : key === "title" ? KNOWN_SOURCE : "";
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, told(key, value)]));
}
