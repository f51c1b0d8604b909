/** What was typed into a form: per field its values (several for a group of checkboxes). */
export type DraftFields = Readonly<Record<string, readonly string[]>>;

/** A kept draft. Each browser tab writes its own, so that no tab overwrites another's. */
export interface Draft {
  readonly fields: DraftFields;
  /** When it was last typed in, in ms since 1970. */
  readonly at: number;
  readonly tab: string;
}

/** The part of localStorage that drafts need; in tests a map. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Whose draft of what. The owner keeps people who share a computer apart. */
export interface DraftPlace {
  readonly owner: string;
  readonly key: string;
}

const PREFIX = "claimdesk-draft";
const MONTH = 30 * 24 * 60 * 60 * 1000;
const slotPrefix = ({ owner, key }: DraftPlace): string => `${PREFIX}|${owner}|${encodeURIComponent(key)}|`;

/** Return the storage key of one tab's draft. */
export function draftSlot(place: DraftPlace, tab: string): string {
  return slotPrefix(place) + tab;
}

/** Keep a draft. Returns false when the browser refuses, such as when its storage is full. */
export function writeDraft(storage: DraftStorage, place: DraftPlace, draft: Draft): boolean {
  try {
    storage.setItem(draftSlot(place, draft.tab), JSON.stringify({ fields: draft.fields, at: draft.at }));
    return true;
  } catch {
    return false;
  }
}

/** Forget one tab's draft. */
export function dropDraft(storage: DraftStorage, place: DraftPlace, tab: string): void {
  storage.removeItem(draftSlot(place, tab));
}

/** Return every tab's draft of a form, newest first. Anything unreadable is skipped. */
export function readDrafts(storage: DraftStorage, place: DraftPlace): readonly Draft[] {
  const prefix = slotPrefix(place);
  return slots(storage)
    .filter((slot) => slot.startsWith(prefix))
    .map((slot) => parseDraft(storage.getItem(slot), slot.slice(prefix.length)))
    .filter((draft) => draft !== null)
    .sort((one, other) => other.at - one.at);
}

/** Choose what a form opens with: this tab's own draft, else the newest; and the other tabs' that differ from it. */
export function chooseDraft(
  drafts: readonly Draft[],
  tab: string,
): { readonly draft: Draft | null; readonly others: readonly Draft[] } {
  const draft = drafts.find((each) => each.tab === tab) ?? drafts[0] ?? null;
  const others = draft ? drafts.filter((each) => each !== draft && !sameFields(each.fields, draft.fields)) : [];
  return { draft, others };
}

/** Tell whether two drafts hold the same words; empty fields count as missing. */
export function sameFields(one: DraftFields, other: DraftFields): boolean {
  return normal(one) === normal(other);
}

/** Forget drafts of any form that nobody touched for 30 days. */
export function pruneDrafts(storage: DraftStorage, now: number): void {
  for (const slot of slots(storage)) {
    if (!slot.startsWith(`${PREFIX}|`)) continue;
    const draft = parseDraft(storage.getItem(slot), "");
    if (!draft || now - draft.at > MONTH) storage.removeItem(slot);
  }
}

const normal = (fields: DraftFields): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([, values]) => values.some((value) => value !== ""))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

function slots(storage: DraftStorage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((slot) => slot !== null);
}

function parseDraft(text: string | null, tab: string): Draft | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || !("fields" in read) || !("at" in read)) return null;
    const { fields, at } = read;
    return typeof at === "number" && isFields(fields) ? { fields, at, tab } : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is DraftFields {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((list) => Array.isArray(list) && list.every((item) => typeof item === "string"))
  );
}
