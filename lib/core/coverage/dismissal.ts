/** Why a fact may stay outside claims. */
export const FACT_REASONS = ["common_knowledge", "elsewhere", "not_asserted", "not_checkable", "misread"] as const;
export type FactReason = (typeof FACT_REASONS)[number];

/** The reasons in the words that people choose and read. */
export const FACT_REASON_LABELS: Readonly<Record<FactReason, string>> = {
  common_knowledge: "Common knowledge",
  elsewhere: "Checked in another claim",
  not_asserted: "Nothing is asserted of it",
  not_checkable: "Not checkable",
  misread: "Not a fact, read wrongly",
};

/** Return a reason in words; one that is not known, as it is. */
export function factReasonWords(reason: string): string {
  const known = FACT_REASONS.find((one) => one === reason);
  return known ? FACT_REASON_LABELS[known] : reason;
}
