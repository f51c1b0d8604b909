import { ruleWords, type SourcingRule } from "@/lib/core/workflow/sourcing-rule";

/** Say what the newsroom's rule on sources asks. */
export function sourcingSentence(rule: SourcingRule | null): string {
  if (!rule) return "A claim can be signed off however many sources it has.";
  return `A claim with ${ruleWords(rule)} can be signed off; with fewer, whoever signs says why. Sources that are one story count as one.`;
}
