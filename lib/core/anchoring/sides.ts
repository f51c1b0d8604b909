/** No counterpart. */
export const NONE = -1;

/** Which pieces are counterparts, for each old and each new one; it is filled step by step. */
export interface Sides {
  readonly oldTo: Int32Array;
  readonly newTo: Int32Array;
}

/** Note that an old and a new piece are counterparts. */
export function link({ oldTo, newTo }: Sides, a: number, b: number): void {
  oldTo[a] = b;
  newTo[b] = a;
}

/** Return the open pieces of each id, in order. */
export function group(ids: readonly number[], to: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [i, id] of ids.entries()) {
    if (to[i] !== NONE) continue;
    const list = groups.get(id);
    if (list) list.push(i);
    else groups.set(id, [i]);
  }
  return groups;
}
