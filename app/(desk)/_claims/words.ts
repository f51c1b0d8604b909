import type { SourceKind, SourceMedium, Stance } from "@/lib/claims/schema";
import type { ClaimKind, FactType } from "@/lib/core/extraction/types";
import type { Role } from "@/lib/core/policy/policy";
import type { Confidentiality } from "@/lib/core/workflow/sourcing";

/** What a source says about a claim, as people read it. */
export const STANCE_LABELS: Record<Stance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
  inconclusive: "Inconclusive",
};

export const MEDIUM_LABELS: Record<SourceMedium, string> = {
  web: "Web page",
  document: "Document",
  dataset: "Data set",
  person: "Person",
  observation: "On-site observation",
  recording: "Recording",
};

export const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  primary: "Primary",
  secondary: "Secondary",
  expert: "Expert",
  official_record: "Official record",
  on_the_record: "On the record",
  press_release: "Press release",
  wire: "Wire",
};

/** Who may know a source, in a word and in a sentence. */
export const CONFIDENTIALITY_LABELS: Record<Confidentiality, string> = {
  open: "Open",
  internal: "Internal",
  secret: "Secret",
};

export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = {
  open: "May be named in every report.",
  internal: "Known to the newsroom, and not named in public.",
  secret:
    "Known only to owners, admins and editors, whoever added it and whoever wrote a note on it. No report names it.",
};

/** What stands in place of a note's words that the reader may not know. */
export const WITHHELD_WORDS = "Its words are withheld: the source is secret.";

export const KIND_LABELS: Record<ClaimKind, string> = {
  statement: "Statement",
  event: "Event",
  statistic: "Statistic",
  quote: "Quote",
  attribution: "Attribution",
  comparison: "Comparison",
  causal: "Cause and effect",
  rule: "Rule",
  prediction: "Prediction",
  opinion: "Opinion",
  question: "Question",
};

export const FACT_LABELS: Record<FactType, string> = {
  person: "Person",
  organisation: "Organisation",
  place: "Place",
  money: "Money",
  number: "Number",
  percent: "Percentage",
  ordinal: "Rank",
  quantity: "Quantity",
  age: "Age",
  date: "Date",
  duration: "Duration",
  quote: "Quote",
  superlative: "Superlative",
};

/** Priorities by their number, 0 to 3. */
export const PRIORITY_LABELS = ["No priority", "Low", "Medium", "High"] as const;

export const ROLE_LABELS: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  editor: "Editor",
  reviewer: "Reviewer",
  viewer: "Viewer",
};

/** Return the first characters of a text as one line, cut at a word, at most about `max`. */
export function shorten(text: string, max: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), max - 20))}…`;
}
