import type { Outcome } from "@/lib/core/anchoring/relocate";
import type { FateView, RevisionPreview, SignOffFate, VersionRow } from "@/lib/revisions/schema";
import { counted } from "../claims/_table/words";

/** What a version does to a claim, as people read it. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  exact: "Same words",
  moved: "Same words",
  reworded: "Reworded",
  "value-changed": "Says something else",
  ambiguous: "Several places",
  lost: "Not in the text",
};

/** Outcomes that leave a claim's words as they are. */
export function isKept({ outcome }: Pick<FateView, "outcome">): boolean {
  return outcome === "exact" || outcome === "moved";
}

const SIGN_OFFS: Readonly<Record<SignOffFate, string>> = {
  none: "",
  kept: "keeps its sign-off",
  glance: "keeps its sign-off, flagged for a glance",
  void: "its sign-off falls",
};

/** Say what happens to a claim once the version is stored: "Its sign-off falls; it opens again, for Tom Okafor". */
export function whatHappens({ state, next, signOff, assignee }: FateView): string {
  if (next === null) return "It goes: nobody worked on it, and its words are gone";
  const to = assignee ? `, for ${assignee.name}` : "";
  const goes = next === state ? "" : `${next === "reopened" ? "it opens again" : "it goes back to the check"}${to}`;
  const words = [SIGN_OFFS[signOff], goes].filter(Boolean).join("; ");
  return words === "" ? "" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Say in sentences what a new text would do: what keeps, what changes and falls, what is new. */
export function summary(preview: RevisionPreview): readonly string[] {
  const { counts, signOffs, newClaims, fates } = preview;
  const kept = counts.exact + counts.moved;
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many);
  const lines: string[] = [];
  const all = kept === fates.length && kept > 1 ? `All ${counted(kept, "claim")}` : counted(kept, "claim");
  if (fates.length === 0) lines.push("This article has no claims yet.");
  else if (kept > 0) {
    lines.push(`${all} ${verb(kept, "keeps its words", "keep their words")}.`);
  } else lines.push("No claim keeps its words.");
  const changed = counts["value-changed"];
  if (changed > 0) lines.push(`${counted(changed, "claim")} ${verb(changed, "says", "say")} something else.`);
  if (counts.reworded > 0) lines.push(reworded(counts.reworded, signOffs.glance));
  const { lost, ambiguous } = counts;
  if (lost > 0) lines.push(`${counted(lost, "claim")} ${verb(lost, "is", "are")} no longer in the text.`);
  if (ambiguous > 0) lines.push(`${counted(ambiguous, "claim")} could stand in several places.`);
  if (signOffs.void > 0) lines.push(`${counted(signOffs.void, "sign-off")} ${verb(signOffs.void, "falls", "fall")}.`);
  if (newClaims.length > 0) lines.push(`${counted(newClaims.length, "new claim")} found.`);
  return lines;
}

function reworded(count: number, glance: number): string {
  const is = `${counted(count, "claim")} ${count === 1 ? "is" : "are"} reworded`;
  if (glance === 0) return `${is}.`;
  if (glance === count)
    return `${is} and ${count === 1 ? "keeps its sign-off" : "keep their sign-offs"}, flagged for a glance.`;
  return `${is}; ${counted(glance, "sign-off")} kept and flagged for a glance.`;
}

/** Say what a stored version changed, in one line; what it left alone is not said. */
export function changedBy({ fates }: Pick<VersionRow, "fates">): string {
  const said = [
    [fates["value-changed"], "says something else", "say something else"],
    [fates.reworded, "reworded", "reworded"],
    [fates.lost, "no longer in the text", "no longer in the text"],
    [fates.ambiguous, "in several places", "in several places"],
  ] as const;
  const parts = said.filter(([count]) => count > 0);
  if (parts.length === 0) return "Every claim kept its words";
  return parts
    .map(([count, one, many], at) => {
      const of = at === 0 ? counted(count, "claim") : count.toLocaleString("en");
      return `${of} ${count === 1 ? one : many}`;
    })
    .join(", ");
}
