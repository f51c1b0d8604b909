import type { ClaimView } from "@/lib/claims/schema";
import type { Step } from "@/lib/core/workflow/workflow";

/** Return the step that brings the claim on, if the reader may take it; the screen fills this one button. */
export function nextStep(claim: Pick<ClaimView, "state" | "notes" | "verdict" | "abilities">): Step | null {
  const wished = wish(claim);
  const step = wished.find((candidate) => claim.abilities[candidate].may);
  return step ?? null;
}

function wish({ state, notes }: Pick<ClaimView, "state" | "notes">): readonly Step[] {
  switch (state) {
    case "detected":
      return ["accept"];
    case "open":
    case "reopened":
      return notes > 0 ? ["proposeVerdict", "startCheck"] : ["startCheck"];
    case "in_check":
      return notes > 0 ? ["proposeVerdict"] : ["note"];
    case "in_review":
      return ["signOff"];
    case "verified":
    case "dismissed":
      return [];
  }
}
