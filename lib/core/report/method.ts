import type { ReportSourcingRule } from "./evidence";
import type { ReportFigures, ReportVersion, ReportWhole } from "./report";

/** Say in sentences how the article was checked. Each sentence is true of these records; none is a slogan. */
export function methodSentences(facts: {
  readonly version: Pick<ReportVersion, "number" | "words">;
  readonly fourEyes: boolean;
  readonly sourcingRule: ReportSourcingRule | null;
  readonly figures: ReportFigures;
  readonly whole: ReportWhole;
}): string[] {
  const { version, fourEyes, figures, whole } = facts;
  return [
    `Version ${version.number} of the article, ${count(version.words, "word")}, was frozen and read sentence by sentence.`,
    found(whole.byMachine, whole.claims - whole.byMachine),
    "Each claim that was kept is checked against sources. What a source says is recorded as a source note: its stance, the quoted passage, the place in the source, who read it and when.",
    "A verdict on the newsroom’s scale rests on at least one source note or, where the scale says so, on the author’s word with a stated reason.",
    fourEyes ? fourEyesRule(figures) : "This newsroom does not require that a second person signs off.",
    "A sign-off covers exactly the wording, the words in the article, the speaker, the verdict with its explanation, and the source notes. If any of them changes later, the sign-off is void and the claim opens again.",
    ...carried(figures),
    "Every step is an entry in the article’s ledger, and each entry carries the hash of the one before it, so a later change to the record shows.",
  ];
}

function found(byMachine: number, byPeople: number): string {
  const machine = `${count(byMachine, "claim")} ${byMachine === 1 ? "was" : "were"} found by the software`;
  const people = `${byPeople} ${byPeople === 1 ? "was" : "were"} marked by people`;
  return `${capital(machine)} and ${people}; people decided which to check.`;
}

function fourEyesRule({ overrides, sameHand }: ReportFigures): string {
  const rule =
    "A claim counts as verified only after a second person, not the one who proposed the verdict, signed it off.";
  if (overrides + sameHand === 0) return `${rule} No sign-off in this report stepped past that rule.`;
  const past =
    overrides === 0 ? [] : [`${count(overrides, "sign-off")} stepped past it, with the reason given at the claim`];
  const before =
    sameHand === 0 ? [] : [`${count(sameHand, "sign-off")} by the same person date from before the rule was set`];
  return `${rule} In this report ${[...past, ...before].join(", and ")}.`;
}

/** Say how many sign-offs were given on an earlier version, and how a later one came to keep them. */
function carried({ carried, carriedToOtherWords }: ReportFigures): string[] {
  if (carried === 0) return [];
  const were = (number: number) => `${count(number, "sign-off")} ${number === 1 ? "was" : "were"}`;
  const kept = `${capital(were(carried))} given on an earlier version and carried to this one, because the new text left the claim’s figures, names, dates and meaning as they were.`;
  return [
    carriedToOtherWords === 0
      ? kept
      : `${kept} For ${carriedToOtherWords} of them the words in the article were put differently; the claim shows those that were signed.`,
  ];
}

/** Return a number with its noun in the right form. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
