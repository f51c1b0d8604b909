import type { ClaimKind } from "@/lib/core/extraction/types";

/** The kinds of claims as people read them. */
export const KIND_LABELS: Readonly<Record<ClaimKind, string>> = {
  statement: "Statement",
  event: "Event",
  statistic: "Statistic",
  quote: "Quote",
  attribution: "Attribution",
  comparison: "Comparison",
  causal: "Cause",
  rule: "Rule",
  prediction: "Prediction",
  opinion: "Opinion",
  question: "Question",
};

/** The priorities as people read them, by their number. */
export const PRIORITY_LABELS: readonly string[] = ["", "Low", "Normal", "High"];

/** Name whom a claim is assigned to in a list: the reader by "me", nobody as such. */
export function assigneeName(value: string, label: string, me: string): string {
  if (value === "none") return "Nobody";
  if (value === "me") return "Me";
  return value === me ? `${label} (me)` : label;
}

/** Count things in words: "1 claim", "1,284 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
