/** One field that two people changed: what both started from, what I wrote, what stands now. */
export interface FieldConflict {
  readonly field: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Merge<T> =
  | { readonly ok: true; readonly changes: Partial<T> }
  | { readonly ok: false; readonly conflicts: readonly FieldConflict[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Merge my edits into what stands now, field by field: fields I left alone keep theirs, fields they left alone take mine,
 * equal edits agree, and only a field that both changed differently is a conflict.
 */
export function mergeFields<T extends object>(base: Partial<T>, mine: Partial<T>, theirs: T): Merge<T> {
  const conflicts: FieldConflict[] = [];
  const changes: Partial<T> = {};
  for (const key of Object.keys(mine) as (keyof T & string)[]) {
    const unchangedByMe = key in base && same(base[key], mine[key]);
    if (unchangedByMe || same(mine[key], theirs[key])) continue;
    const unchangedByThem = key in base && same(base[key], theirs[key]);
    if (unchangedByThem) changes[key] = mine[key] as T[typeof key];
    else conflicts.push({ field: key, base: base[key], mine: mine[key], theirs: theirs[key] });
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, changes };
}
