import type { Verdict, VerdictScale } from "@/lib/core/workflow/verdict-scale";

/** Move the verdict at `index` by `by` places, within the scale. */
export function moveVerdict(scale: VerdictScale, index: number, by: number): VerdictScale {
  const verdict = scale[index];
  const to = index + by;
  if (!verdict || to < 0 || to >= scale.length) return scale;
  const rest = scale.filter((_, at) => at !== index);
  return [...rest.slice(0, to), verdict, ...rest.slice(to)];
}

/** Change the label, the meaning or the kind of the verdict at `index`; its id stays. */
export function changeVerdict(scale: VerdictScale, index: number, change: Partial<Omit<Verdict, "id">>): VerdictScale {
  return scale.map((verdict, at) => (at === index ? { ...verdict, ...change } : verdict));
}

/** Add an empty verdict at the end, with an id that no other has. */
export function addVerdict(scale: VerdictScale, id: string): VerdictScale {
  return scale.some((verdict) => verdict.id === id) ? scale : [...scale, { id, label: "", meaning: "" }];
}

/** Put a preset in the place of the scale. Verdicts that claims bear stay, after it, where the preset lacks them. */
export function applyPreset(scale: VerdictScale, preset: VerdictScale, inUse: readonly string[]): VerdictScale {
  const ids = new Set(preset.map((verdict) => verdict.id));
  return [...preset, ...scale.filter((verdict) => inUse.includes(verdict.id) && !ids.has(verdict.id))];
}

/** Read a scale that the form kept as JSON; null when it is none. */
export function readScale(text: string): VerdictScale | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isVerdict) ? read : null;
  } catch {
    return null;
  }
}

function isVerdict(value: unknown): value is Verdict {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "label" in value &&
    typeof value.label === "string" &&
    "meaning" in value &&
    typeof value.meaning === "string"
  );
}
