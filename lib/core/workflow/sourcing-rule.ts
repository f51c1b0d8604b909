/** What a newsroom asks of a claim's sources before it is signed off: so many primary ones, or so many independent ones. Null leaves that way out. */
export interface SourcingRule {
  readonly primary: number | null;
  readonly independent: number | null;
}

/** How many independent sources speak for or against a claim, and how many of these are primary; see lib/core/evidence/independence.ts. */
export interface SourcingCounts {
  readonly independent: number;
  readonly primary: number;
}

const NONE: SourcingCounts = { independent: 0, primary: 0 };

/** Return the rule as it is kept, 0 being a way that is not asked; null when it asks nothing at all. */
export function effectiveRule({ primary, independent }: SourcingRule): SourcingRule | null {
  return primary || independent ? { primary: primary || null, independent: independent || null } : null;
}

/** Say what a rule asks for: "1 primary source or 2 independent sources". */
export function ruleWords({ primary, independent }: SourcingRule): string {
  const ways = [
    primary === null ? "" : `${primary} primary ${primary === 1 ? "source" : "sources"}`,
    independent === null ? "" : `${independent} independent ${independent === 1 ? "source" : "sources"}`,
  ];
  return ways.filter((way) => way !== "").join(" or ");
}

/** Say what counts have: "1 independent source, none of them primary". */
export function countWords({ primary, independent }: SourcingCounts): string {
  if (independent === 0) return "none";
  const all = `${independent} independent ${independent === 1 ? "source" : "sources"}`;
  if (primary === 0) return `${all}, ${independent === 1 ? "not primary" : "none of them primary"}`;
  if (independent === 1) return `${all}, which is primary`;
  return `${all}, ${primary} of them primary`;
}

/** Return in a sentence what a claim's sources lack of the rule, or null when they meet it. Missing counts are none. */
export function lacksOf(rule: SourcingRule | null | undefined, counts: SourcingCounts = NONE): string | null {
  const asked = rule ? effectiveRule(rule) : null;
  if (!asked) return null;
  if (asked.primary !== null && counts.primary >= asked.primary) return null;
  if (asked.independent !== null && counts.independent >= asked.independent) return null;
  return `This newsroom asks for ${ruleWords(asked)}; this claim has ${countWords(counts)}.`;
}
