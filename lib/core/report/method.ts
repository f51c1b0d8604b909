import { effectiveRule, type SourcingRule } from "../workflow/sourcing-rule";
import type { ReportWords } from "./languages/en";
import type { ReportFigures, ReportVersion, ReportWhole } from "./report";

/** Say in sentences how the article was checked. Each sentence is true of these records; none is a slogan. */
export function methodSentences(
  facts: {
    readonly version: Pick<ReportVersion, "number" | "words">;
    readonly fourEyes: boolean;
    readonly sourcingRule: SourcingRule | null;
    readonly figures: ReportFigures;
    readonly whole: ReportWhole;
  },
  words: ReportWords,
): string[] {
  const { version, fourEyes, sourcingRule, figures, whole } = facts;
  return [
    words.methodRead(version),
    words.methodFound(whole),
    words.methodNotes,
    words.methodVerdict,
    fourEyes ? words.methodFourEyes(figures) : words.methodNoFourEyes,
    ...(sourcingRule && effectiveRule(sourcingRule)
      ? [words.methodSourcing(sourcingRule, figures.sourcingOverrides)]
      : []),
    ...(figures.copies > 0 ? [words.methodCopies] : []),
    ...(figures.secretNotes > 0 ? [words.methodSecret] : []),
    words.methodSignOff,
    ...(figures.carried > 0 ? [words.methodCarried(figures)] : []),
    words.methodLedger,
  ];
}
