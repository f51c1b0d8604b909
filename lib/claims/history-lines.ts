import { z } from "zod";
import type { Json } from "@/lib/core/ledger/canonical";
import { nameWithin } from "@/lib/core/policy/secrecy";
import { dateInWords } from "@/lib/core/report/words";
import { DISMISS_LABELS, DISMISS_REASONS, STATE_LABELS } from "@/lib/core/workflow/workflow";
import { concealData, type Hidden } from "@/lib/sources/concealing";
import { type ClaimChange, claimChange } from "./ledger-data";
import type { HistoryLine } from "./schema";
import type { LedgerLine } from "./store";

/** The commands whose entry can be undone. */
export const UNDOABLE: ReadonlySet<string> = new Set([
  "claim.mark",
  "claim.change",
  "claim.respan",
  "claim.split",
  "claim.merge",
  "claim.accept",
  "claim.dismiss",
  "claim.reopen",
  "claim.assign",
  "claim.bulkAccept",
  "claim.bulkDismiss",
  "claim.bulkAssign",
  "claim.takeReading",
  "claim.undo",
  "claim.date",
]);

const text = z.string().catch("");
const noted = z.object({
  reason: text,
  note: text,
  label: text,
  assignee: text,
  member: text,
  voided: text,
  fact: z.object({ text, ticked: z.boolean() }).optional().catch(undefined),
  source: z.object({ title: text }).optional().catch(undefined),
  merged: z.array(z.number()).catch([]),
  version: z.number().catch(0),
  sourcing: z.object({ reason: text }).optional().catch(undefined),
  contact: z
    .object({
      person: text,
      before: z.record(z.string(), z.unknown()).catch({}),
      after: z.record(z.string(), z.unknown()).catch({}),
    })
    .optional()
    .catch(undefined),
  objection: z.object({ words: text, decision: text, reason: text }).optional().catch(undefined),
  expired: text,
  undone: z.object({ seq: z.number(), command: text }).optional().catch(undefined),
  quote: z
    .object({ outcome: text, words: z.array(z.object({ from: text, to: text })).catch([]) })
    .optional()
    .catch(undefined),
});
type Noted = z.output<typeof noted>;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  wording: "wording",
  kind: "kind",
  speakerName: "speaker",
  speakerTitle: "speaker's title",
  viaName: "reporter",
  place: "place in the text",
  verdict: "verdict",
  explanation: "explanation",
  authorsWordReason: "reason for the author's word",
  assigneeId: "assignee",
  priority: "priority",
  dueOn: "due date",
  asOf: "as-of date",
  expiresOn: "day of expiry",
  speakerUrl: "speaker's page",
  state: "state",
};

/** Name fields as people call them: "wording, kind and speaker"; those without a name are left out. */
export function fieldWords(fields: readonly string[]): string {
  const words = [...new Set(fields.flatMap((field) => FIELD_WORDS[field] ?? []))];
  const last = words.pop();
  return words.length === 0 ? (last ?? "") : `${words.join(", ")} and ${last}`;
}

const because = (reason: string): string => (reason === "" ? "" : `: ${reason}`);
const dismissWords = ({ reason, note }: Noted): string => {
  const known = DISMISS_REASONS.find((one) => one === reason);
  return `${known ? ` as ${DISMISS_LABELS[known].toLowerCase()}` : ""}${because(note)}`;
};

type Words = (data: Noted, change: ClaimChange | null) => string;
const onSource = ({ source }: Noted): string => (source ? ` on ${nameWithin(source.title)}` : "");

const pastSources = ({ sourcing }: Noted): string =>
  sourcing ? `, with fewer sources than the rule asks for${because(sourcing.reason)}` : "";

const WORDS: Readonly<Record<string, Words>> = {
  "article.import": () => "Found in the article when it was imported",
  "article.revise": ({ version }, change) => revisedWords(version, change),
  "claim.glance": ({ version }) => `Looked at the words of version ${version}: they say the same`,
  "claim.mark": () => "Marked the claim in the text",
  "claim.change": (_, change) => `Changed the ${fieldWords(Object.keys(change?.after ?? {})) || "claim"}`,
  "claim.respan": () => "Changed the place in the text",
  "claim.split": () => "Split the claim in two",
  "claim.merge": ({ merged }) => `Merged claims ${merged.join(", ")} into one`,
  "claim.accept": () => "Accepted the claim",
  "claim.dismiss": (data) => `Dismissed${dismissWords(data)}`,
  "claim.startCheck": () => "Started checking",
  "claim.assign": ({ assignee }) => (assignee === "" ? "Assigned to nobody" : `Assigned to ${assignee}`),
  "claim.sendBack": ({ reason }) => `Sent back${because(reason)}`,
  "claim.reopen": ({ reason }) => `Reopened${because(reason)}`,
  "claim.bulkAccept": () => "Accepted the claim",
  "claim.bulkDismiss": (data) => `Dismissed${dismissWords(data)}`,
  "claim.bulkAssign": ({ assignee }) => (assignee === "" ? "Assigned to nobody" : `Assigned to ${assignee}`),
  "claim.takeReading": (_, change) => readAgainWords(change),
  "member.remove": ({ member }) => `Removed ${member} from the newsroom, so nobody has the claim now`,
  "claim.undo": ({ undone }) => `Undid entry ${undone?.seq ?? ""} (${plainCommand(undone?.command ?? "")})`,
  "fact.tick": ({ fact }) => `${fact?.ticked ? "Ticked" : "Took the tick off"} “${fact?.text ?? ""}”`,
  "verdict.propose": ({ label }) => `Proposed the verdict “${label}”`,
  "signoff.give": (data) => `Signed off${pastSources(data)}`,
  "signoff.override": (data) => `Signed off past the four-eyes rule${because(data.reason)}${pastSources(data)}`,
  "note.add": (data) => `Added a source note${onSource(data)}`,
  "note.edit": (data) => `Edited a source note${onSource(data)}`,
  "claim.date": (_, change) => datesWords(change),
  "claim.expire": (_, change) => change?.after.stateNote ?? "Expired",
  "contact.add": ({ contact }) => `Asked ${personOf(contact)}`,
  "contact.change": ({ contact }) => contactWords(contact),
  "contact.remove": ({ contact }) => `Removed the contact with ${personOf(contact)}`,
  "objection.raise": ({ objection }) => `Objected to the wording${because(objection?.words ?? "")}`,
  "objection.decide": ({ objection }) =>
    objection?.decision === "stet"
      ? `Let the wording stand (stet)${because(objection.reason)}`
      : `Accepted the objection: the wording is to be changed${because(objection?.reason ?? "")}`,
  "objection.withdraw": ({ objection }) => `Withdrew the objection${because(objection?.reason ?? "")}`,
  "note.remove": (data) => `Removed a source note${onSource(data)}`,
  "snapshot.store": (data) => `${quoteWords(data)}${inSource(data)}`,
  "snapshot.fail": (data) => `A quote is gone${inSource(data)}: the page is not there any more`,
  "snapshot.upload": (data) => `${quoteWords(data)}${inSource(data)}, by an uploaded file`,
  "quote.look": (data) => `Looked at a quote that changed${inSource(data)}`,
};

const inSource = ({ source }: Noted): string => (source ? ` in ${nameWithin(source.title)}` : "");

/** What became of a quote, by the first words that changed. */
function quoteWords({ quote }: Noted): string {
  const [first] = quote?.words ?? [];
  if (quote?.outcome === "gone") return "A quote is gone";
  return first ? `A quote changed, “${first.from}” to “${first.to}”,` : "A quote changed";
}

/** Somebody whom the reader may not know stays unnamed. */
const personOf = (contact: Noted["contact"]): string => contact?.person || "somebody";

function contactWords(contact: Noted["contact"]): string {
  const { outcome } = contact?.after ?? {};
  if (outcome === "answered") return `Noted the answer of ${personOf(contact)}`;
  if (outcome === "declined") return `Noted that ${personOf(contact)} declined to answer`;
  if (outcome === "no_answer") return `Noted that no answer came from ${personOf(contact)}`;
  return `Changed the contact with ${personOf(contact)}`;
}

function datesWords(change: ClaimChange | null): string {
  const { asOf, expiresOn } = change?.after ?? {};
  const words = [
    asOf === undefined ? [] : asOf === null ? "Took the as-of date away" : `Checked as of ${dateInWords(asOf)}`,
    expiresOn === undefined
      ? []
      : expiresOn === null
        ? "no expiry"
        : `to be checked again on ${dateInWords(expiresOn)}`,
  ].flat();
  const line = words.join(", ");
  return line === "" ? "Changed the dates" : line.charAt(0).toUpperCase() + line.slice(1);
}

function revisedWords(version: number, change: ClaimChange | null): string {
  if (change?.before.removed) return `Found in a sentence that is new in version ${version}`;
  if (change?.after.removed) return `Taken away: its words are gone from the text in version ${version}`;
  const note = change?.after.stateNote;
  return note ? `Changed with the text: ${note}` : `Other words in version ${version}`;
}

function readAgainWords(change: ClaimChange | null): string {
  if (change?.before.removed) return "Found when the article was read again";
  if (change?.after.removed) return "Taken away: not found any more when the article was read again";
  const fields = fieldWords(Object.keys(change?.after ?? {}));
  return `Read again with the article${fields === "" ? "" : `: other ${fields}`}`;
}

function plainCommand(command: string): string {
  const words = command.replace(/^claim\.(bulk)?/, "").replace(/\./g, " ");
  return words.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}

/** Say in a sentence what a ledger entry did, seen from a claim if `change` is given. Unknown commands give their name. */
export function entryWords(entry: {
  readonly command: string;
  readonly data: Json;
  readonly change: ClaimChange | null;
  readonly changed: number;
}): string {
  const data = noted.parse(isObject(entry.data) ? entry.data : {});
  const words = WORDS[entry.command]?.(data, entry.change) ?? plainCommand(entry.command);
  const others = entry.command.includes("bulk") && entry.changed > 1 ? `, one of ${entry.changed} at once` : "";
  const state = entry.change?.after.state;
  const moved = state && !words.includes(STATE_LABELS[state]) ? ` — now ${STATE_LABELS[state].toLowerCase()}` : "";
  const voided = data.voided === "" ? "" : ". The sign-off was voided";
  const line = `${words}${others}${moved}${voided}`;
  // A reason that somebody wrote may end its sentence itself.
  return /[.!?…]["”’)]?$/u.test(line) ? line : `${line}.`;
}

function isObject(data: Json): boolean {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Read what a ledger line did to the claim it was read for, or null when it changed only what lies beside it. */
export function readChange(line: Pick<LedgerLine, "change">): ClaimChange | null {
  const read = claimChange.safeParse(line.change);
  return read.success ? read.data : null;
}

/** Return a line as the reader may see it: without the words of a source that is secret now, whenever it was written. */
export function concealLine(line: LedgerLine, hidden: Hidden): LedgerLine {
  return { ...line, data: concealData(line, hidden) };
}

/** Turn ledger lines (newest first) into a claim's history. Only the change that brought it to `rev` can be undone. */
export function historyLines(lines: readonly LedgerLine[], rev: number, mayUndo: boolean): HistoryLine[] {
  // A claim that came in later was not found at the import, which every claim of the article lists.
  const later = lines.some((line) => readChange(line)?.rev.before === 0);
  const own = later ? lines.filter(({ command }) => command !== "article.import") : lines;
  return own.map((line) => {
    const change = readChange(line);
    const undoable = mayUndo && UNDOABLE.has(line.command) && change?.rev.after === rev;
    return {
      seq: line.seq,
      at: line.at.toISOString(),
      by: line.actorName || "Claimdesk",
      command: line.command,
      words: entryWords({ ...line, change }),
      undoSeq: undoable ? line.seq : null,
    };
  });
}
