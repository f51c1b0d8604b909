import { type FieldConflict, mergeFields } from "./merge";
import type { Verdict, VerdictScale } from "./verdict-scale";

export type ScaleMerge =
  | { readonly ok: true; readonly scale: VerdictScale }
  | { readonly ok: false; readonly conflicts: readonly FieldConflict[] };

/** The texts of a scale that two people may change: "label:cut", "meaning:cut", each with what it says. */
export type ScaleTexts = Readonly<Record<string, string>>;

const PARTS = ["label", "meaning"] as const;

/** Return the texts of the verdicts with these ids; one that the scale has not is empty. */
export function scaleTexts(scale: VerdictScale, ids: Iterable<string>): ScaleTexts {
  const pairs = [...ids].flatMap((id) => {
    const verdict = scale.find((one) => one.id === id);
    return PARTS.map((part) => [`${part}:${id}`, verdict?.[part] ?? ""] as const);
  });
  return Object.fromEntries(pairs);
}

/**
 * Merge two people's changes of a scale: labels and meanings text by text, additions of both, removals of both. A verdict that
 * one removed and the other rewrote is a conflict of its texts, as is a text that both rewrote. My order stands, unless I
 * left it alone.
 */
export function mergeScales(base: VerdictScale, mine: VerdictScale, theirs: VerdictScale): ScaleMerge {
  const ids = new Set([...mine, ...theirs].map(({ id }) => id));
  const merge = mergeFields<Record<string, string>>(
    scaleTexts(base, ids),
    scaleTexts(mine, ids),
    scaleTexts(theirs, ids),
  );
  if (!merge.ok) return merge;
  const kept = mergedOrder(idsOf(base), idsOf(mine), idsOf(theirs));
  const texts = { ...scaleTexts(theirs, ids), ...merge.changes };
  const scale = kept.flatMap((id): Verdict[] => {
    const verdict = theirs.find((one) => one.id === id) ?? mine.find((one) => one.id === id);
    return verdict ? [{ ...verdict, label: texts[`label:${id}`] ?? "", meaning: texts[`meaning:${id}`] ?? "" }] : [];
  });
  return { ok: true, scale };
}

/** Put the texts that were chosen into a scale; texts of verdicts it has not are left out. */
export function writeTexts(scale: VerdictScale, texts: ScaleTexts): VerdictScale {
  return scale.map((verdict) => ({
    ...verdict,
    label: texts[`label:${verdict.id}`] ?? verdict.label,
    meaning: texts[`meaning:${verdict.id}`] ?? verdict.meaning,
  }));
}

const idsOf = (scale: VerdictScale): readonly string[] => scale.map(({ id }) => id);

function mergedOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const known = base.filter((id) => mine.includes(id));
  const moved = known.join() !== mine.filter((id) => base.includes(id)).join();
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const all = [...first, ...second.filter((id) => !first.includes(id))];
  // What somebody took away is gone; what somebody added is in only one of them.
  return all.filter((id) => !base.includes(id) || (mine.includes(id) && theirs.includes(id)));
}
