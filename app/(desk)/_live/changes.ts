/** What has been heard since the screen was made: ledger entry → article (null for none), and whether a part was missed. */
export interface Heard {
  readonly entries: ReadonlyMap<string, string | null>;
  readonly gap: boolean;
}

/** Nothing heard yet. */
export const NOTHING: Heard = { entries: new Map(), gap: false };

/** One event of the live channel; `data` is JSON of `{id, articleId}`. */
export type Message = { readonly type: "news"; readonly data: string } | { readonly type: "gap" };

/** Add a message to what was heard. The same entry told twice, as after a lost connection, counts once; what can't be read is left out. */
export function hear(heard: Heard, message: Message): Heard {
  if (message.type === "gap") return { ...heard, gap: true };
  const entry = readEntry(message.data);
  if (entry === null || heard.entries.has(entry.id)) return heard;
  return { ...heard, entries: new Map(heard.entries).set(entry.id, entry.articleId) };
}

/** Count the changes to an article, or to all articles when null; what is about no article does not count. */
export function visibleChanges({ entries }: Heard, articleId: string | null): number {
  return [...entries.values()].filter((about) => about !== null && (articleId === null || about === articleId)).length;
}

function readEntry(data: string): { readonly id: string; readonly articleId: string | null } | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null || !("id" in value) || !("articleId" in value)) return null;
    const { id, articleId } = value;
    if (typeof id !== "string" || (typeof articleId !== "string" && articleId !== null)) return null;
    return { id, articleId };
  } catch {
    return null;
  }
}
