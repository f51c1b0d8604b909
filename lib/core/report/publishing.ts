import type { VerdictScale } from "../workflow/verdict-scale";

/** What published reports and ClaimReview say of the newsroom; empty strings where nothing is known. */
export interface Publishing {
  readonly url: string;
  readonly logoUrl: string;
  /** Where the newsroom says how it corrects, and how to tell it of an error. */
  readonly correctionsUrl: string;
  /** An e-mail address or a page. */
  readonly contact: string;
  /** The number of each verdict, by its id; null for one that says nothing about truth. A verdict that is not here has its usual one. */
  readonly ratings: Readonly<Record<string, number | null>>;
  readonly best: number;
  readonly worst: number;
}

/** The numbers of the presets' verdicts from 1 (false) to 5 (true); what neither confirms nor denies has none. */
const USUAL: Readonly<Record<string, number>> = {
  confirmed: 5,
  corrected: 3,
  true: 5,
  "mostly-true": 4,
  "half-true": 3,
  "mostly-false": 2,
  false: 1,
};

const USUAL_BEST = 5;
const USUAL_WORST = 1;

/** Read what the settings keep; whatever is missing or of the wrong sort is as if nobody had said it. */
export function publishingOf(stored: unknown): Publishing {
  const given = isRecord(stored) ? stored : {};
  const text = (key: string) => (typeof given[key] === "string" ? given[key] : "");
  const number = (key: string, usual: number) => (typeof given[key] === "number" ? given[key] : usual);
  const ratings = Object.entries(isRecord(given.ratings) ? given.ratings : {}).flatMap(([id, value]) =>
    typeof value === "number" || value === null ? [[id, value] as const] : [],
  );
  return {
    url: text("url"),
    logoUrl: text("logoUrl"),
    correctionsUrl: text("correctionsUrl"),
    contact: text("contact"),
    ratings: Object.fromEntries(ratings),
    best: number("best", USUAL_BEST),
    worst: number("worst", USUAL_WORST),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Return a verdict's number, or null when it has none. The usual numbers count only on the usual scale. */
export function ratingOf({ ratings, best, worst }: Publishing, verdictId: string): number | null {
  if (Object.hasOwn(ratings, verdictId)) return ratings[verdictId] ?? null;
  const usual = Object.hasOwn(USUAL, verdictId) ? USUAL[verdictId] : undefined;
  return best === USUAL_BEST && worst === USUAL_WORST ? (usual ?? null) : null;
}

/** Say what is wrong with the numbers of a scale, a sentence each: machines would misread them. Nothing is wrong: nothing is said. */
export function ratingFaults(scale: VerdictScale, publishing: Publishing): { errors: string[]; warnings: string[] } {
  const { best, worst } = publishing;
  const rated = scale.flatMap(({ id, label }) => {
    const value = ratingOf(publishing, id);
    return value === null ? [] : [{ label, value }];
  });
  const outside = rated.filter(({ value }) => value < worst || value > best);
  const rising = rated.find(({ value }, at) => at > 0 && value > (rated[at - 1]?.value ?? value));
  return {
    errors: [
      ...(best > worst ? [] : ["The best rating must be higher than the worst."]),
      ...(worst >= 1 ? [] : ["The worst rating must be 1 or higher."]),
      ...outside.map(({ label, value }) => `“${label}” has the rating ${value}, outside ${worst} to ${best}.`),
    ],
    warnings: [
      ...(rated.every(({ value }) => Number.isInteger(value)) ? [] : ["Whole numbers are recommended as ratings."]),
      ...(rising ? [`“${rising.label}” stands further down the scale, but has a better rating.`] : []),
    ],
  };
}
