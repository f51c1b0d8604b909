/** One step of a newsroom's scale. `id` is kept by verdicts and never changes; label and order may. */
export interface Verdict {
  readonly id: string;
  readonly label: string;
  /** What it means, in a sentence for readers of the report. */
  readonly meaning: string;
  /** True when it says that the author is the only source: it needs a reason instead of a source note. */
  readonly authorsWord?: boolean;
}

/** A newsroom's verdicts in their order, best first. */
export type VerdictScale = readonly Verdict[];

export const SCALE_PRESETS = {
  magazine: [
    { id: "confirmed", label: "Confirmed", meaning: "The sources bear the claim out as it stands." },
    { id: "corrected", label: "Corrected", meaning: "The claim was wrong or imprecise and the text was put right." },
    {
      id: "on-authors-word",
      label: "On the author's word",
      meaning: "Only the author vouches for the claim; the reason is stated.",
      authorsWord: true,
    },
    { id: "could-not-confirm", label: "Could not confirm", meaning: "No source was found that settles the claim." },
    { id: "cut", label: "Cut", meaning: "The claim was taken out of the text." },
  ],
  rating: [
    { id: "true", label: "True", meaning: "The claim is accurate and nothing significant is missing." },
    { id: "mostly-true", label: "Mostly true", meaning: "Accurate, but needs clarification or more information." },
    { id: "half-true", label: "Half true", meaning: "Partly accurate; leaves out important details." },
    {
      id: "mostly-false",
      label: "Mostly false",
      meaning: "Contains some truth but ignores facts that change the picture.",
    },
    { id: "false", label: "False", meaning: "The claim is not accurate." },
    { id: "unproven", label: "Unproven", meaning: "The evidence does not settle the claim." },
    {
      id: "on-authors-word",
      label: "On the author's word",
      meaning: "Only the author vouches for the claim; the reason is stated.",
      authorsWord: true,
    },
  ],
} as const satisfies Record<string, VerdictScale>;

export type ScalePreset = keyof typeof SCALE_PRESETS;

/** Return the verdict with `id`, or null when the scale has none. */
export function findVerdict(scale: VerdictScale, id: string | null): Verdict | null {
  return scale.find((verdict) => verdict.id === id) ?? null;
}
