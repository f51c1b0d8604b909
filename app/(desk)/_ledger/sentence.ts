import { z } from "zod";
import { factReasonWords } from "@/lib/core/coverage/dismissal";
import type { LedgerEntry } from "@/lib/core/ledger/chain";
import { KNOWN_SOURCE, nameWithin } from "@/lib/core/policy/secrecy";
import { DISMISS_LABELS, DISMISS_REASONS } from "@/lib/core/workflow/workflow";

/** What an entry says: the words before the claim it is about, the claim if it is about one, and the words after. */
export interface Sentence {
  readonly before: string;
  readonly claim: { readonly id: string; readonly number: number | null } | null;
  readonly after: string;
}

const text = z.string().catch("");
const change = z.object({
  claimId: z.string(),
  number: z.number(),
  after: z.record(z.string(), z.unknown()).catch({}),
});
/** The parts of an entry's data that its sentence uses. Old entries may lack them, and nothing here may fail. */
const told = z.object({
  reason: text,
  note: text,
  label: text,
  assignee: text,
  member: text,
  voided: text,
  version: z.number().catch(0),
  undecided: z.number().catch(0),
  edition: z.number().catch(0),
  corrections: z.array(z.unknown()).catch([]),
  claims: z.union([z.number(), z.array(z.unknown()).transform((list) => list.length)]).catch(0),
  fact: z
    .object({ text, ticked: z.boolean().catch(false) })
    .nullable()
    .catch(null),
  expired: text,
  contact: z.object({ person: text }).catch({ person: "" }),
  objection: z.object({ words: text, decision: text, reason: text }).catch({ words: "", decision: "", reason: "" }),
  facts: z.array(z.object({ text })).catch([]),
  source: z.object({ title: text }).nullable().catch(null),
  merged: z.array(z.number()).catch([]),
  sourcing: z.object({ reason: text }).nullable().catch(null),
  undone: z.object({ seq: z.number(), command: text }).nullable().catch(null),
  after: z.record(z.string(), z.unknown()).catch({}),
  counts: z
    .object({
      "value-changed": z.number().catch(0),
      reworded: z.number().catch(0),
      ambiguous: z.number().catch(0),
      lost: z.number().catch(0),
      added: z.number().catch(0),
      voided: z.number().catch(0),
    })
    .nullable()
    .catch(null),
  read: z
    .object({ new: z.number().catch(0), changed: z.number().catch(0), gone: z.number().catch(0) })
    .catch({ new: 0, changed: 0, gone: 0 }),
  changes: z
    .array(z.unknown())
    .transform((list) => list.flatMap((one) => change.safeParse(one).data ?? []))
    .catch([]),
});
type Told = z.output<typeof told>;

type Words = readonly [before: string, after?: string];

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const because = (reason: string): string => (reason === "" ? "" : `: “${reason}”`);
const plural = (number: number): string => `${number.toLocaleString("en")} ${number === 1 ? "claim" : "claims"}`;
const onSource = ({ source }: Told): string =>
  source && source.title !== "" ? `, leaning on ${sourceName(source.title)}` : "";
const pastSources = ({ sourcing }: Told): string =>
  sourcing ? `, with fewer sources than the rule asks for${because(sourcing.reason)}` : "";
const inSource = ({ source }: Told): string =>
  source && source.title !== "" ? `, in ${sourceName(source.title)}` : "";
/** A source in quotation marks, unless it has no name for the reader. */
export const sourceName = (title: string): string => (title === KNOWN_SOURCE ? nameWithin(title) : `“${title}”`);

function dismissed({ reason, note }: Told): string {
  const known = DISMISS_REASONS.find((one) => one === reason);
  const as = known ? ` as ${DISMISS_LABELS[known].toLowerCase()}` : "";
  return known ? `${as}${because(note)}` : because(note || reason);
}

const FIELDS: Readonly<Record<string, string>> = {
  wording: "wording",
  kind: "kind",
  speakerName: "speaker",
  speakerTitle: "speaker’s title",
  viaName: "reporter",
  place: "place in the text",
  title: "title",
  byline: "byline",
  publisher: "publisher",
  url: "web address",
  publishedOn: "date of publication",
  language: "language",
};

function fields(after: Readonly<Record<string, unknown>>, whole: string): string {
  const names = [...new Set(Object.keys(after).flatMap((name) => FIELDS[name] ?? []))];
  const last = names.pop();
  if (last === undefined) return whole;
  return names.length === 0 ? `the ${last}` : `the ${names.join(", ")} and ${last}`;
}

/** Sentences about one claim: "[somebody] [before] claim 12[after]". */
const ABOUT_CLAIM: Readonly<Record<string, (data: Told) => Words>> = {
  "claim.mark": () => ["marked", " in the text"],
  "claim.change": ({ changes }) => [`changed ${fields(changes[0]?.after ?? {}, "something")} of`],
  "claim.respan": () => ["moved the place of"],
  "claim.split": ({ changes }) => ["split", changes[1] ? `; its second part is claim ${changes[1].number}` : ""],
  "claim.merge": ({ merged }) => [`merged claims ${merged.join(", ")} into`],
  "claim.accept": () => ["accepted"],
  "claim.dismiss": (data) => ["dismissed", dismissed(data)],
  "claim.startCheck": () => ["started to check"],
  "claim.assign": ({ assignee }) =>
    assignee === "" ? ["took", " from whoever had it"] : ["assigned", ` to ${assignee}`],
  "claim.sendBack": ({ reason }) => ["sent back", because(reason)],
  "claim.reopen": ({ reason }) => ["reopened", because(reason)],
  "claim.glance": ({ version }) => ["looked at", `, reworded in version ${version}: it still says what was signed`],
  "fact.tick": ({ fact }) => [`${fact?.ticked ? "ticked" : "took the tick off"} “${fact?.text ?? ""}” in`],
  "verdict.propose": ({ label }) => [`proposed the verdict “${label}” on`],
  "signoff.give": (data) => ["signed off", pastSources(data)],
  "signoff.override": (data) => ["signed off", `, past the four-eyes rule${because(data.reason)}${pastSources(data)}`],
  "note.add": (data) => ["added a source note to", onSource(data)],
  "note.edit": (data) => ["edited a source note on", onSource(data)],
  "claim.date": () => ["changed the dates of"],
  "claim.expire": ({ expired, changes }) => [
    changes.length > 1
      ? `took ${plural(changes.length)} back to the queue that expired, first`
      : "took back to the queue",
    expired === "" ? "" : `: it had to be checked again by ${expired}`,
  ],
  "contact.add": ({ contact }) => [`asked ${contact.person || "somebody"} about`],
  "contact.change": ({ contact }) => [`changed the contact with ${contact.person || "somebody"} about`],
  "contact.remove": ({ contact }) => [`removed the contact with ${contact.person || "somebody"} about`],
  "objection.raise": ({ objection }) => ["objected to the wording of", because(objection.words)],
  "objection.decide": ({ objection }) =>
    objection.decision === "stet"
      ? ["let the wording stand (stet) of", because(objection.reason)]
      : ["accepted an objection to the wording of", because(objection.reason)],
  "objection.withdraw": ({ objection }) => ["withdrew an objection to the wording of", because(objection.reason)],
  "note.remove": (data) => ["removed a source note from", onSource(data)],
  "snapshot.store": (data) => ["found that a quote changed on which", ` leans${inSource(data)}`],
  "snapshot.fail": (data) => ["found that a page is gone on which", ` leans${inSource(data)}`],
  "snapshot.upload": (data) => [
    "uploaded a file in which a quote is not as it was, on which",
    ` leans${inSource(data)}`,
  ],
  "quote.look": (data) => ["looked at a changed quote on which", ` leans${inSource(data)}`],
};

/** "2 new claims, 3 claims read differently and 1 claim no longer found". */
function readWords(read: Told["read"]): string {
  const parts = [
    read.new > 0 ? plural(read.new).replace(/ /, " new ") : "",
    read.changed > 0 ? `${plural(read.changed)} read differently` : "",
    read.gone > 0 ? `${plural(read.gone)} no longer found` : "",
  ].filter((words) => words !== "");
  const last = parts.pop() ?? "nothing taken";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

/** “$2 billion”, “2017” and 3 more facts. */
function factWords({ facts }: Told): string {
  const named = facts.slice(0, facts.length > 3 ? 2 : 3).map((fact) => `“${fact.text}”`);
  const more = facts.length - named.length;
  const last = more > 0 ? `${more.toLocaleString("en")} more facts` : (named.pop() ?? "facts");
  return named.length === 0 ? last : `${named.join(", ")} and ${last}`;
}

/** "2 claims say something else, 1 claim reworded; 2 sign-offs voided", after what brought the version in. */
function revised({ version, note, counts }: Told): string {
  const of = (count: number, one: string, many = one): string =>
    count === 0 ? "" : `${plural(count)} ${count === 1 ? one : many}`;
  const parts = counts
    ? [
        of(counts["value-changed"], "says something else", "say something else"),
        of(counts.reworded, "reworded"),
        of(counts.lost, "no longer in the text"),
        of(counts.ambiguous, "in several places"),
        counts.added === 0 ? "" : plural(counts.added).replace(/ /, " new "),
        counts.voided === 0
          ? ""
          : `${counts.voided.toLocaleString("en")} ${counts.voided === 1 ? "sign-off" : "sign-offs"} voided`,
      ].filter((words) => words !== "")
    : [];
  const did = parts.length === 0 ? "every claim kept its words" : parts.join(", ");
  return `brought in version ${version}${note === "" ? "" : `, “${note}”`}; ${did}`;
}

/** Sentences about the article or many claims: "[somebody] [words]". */
const ABOUT_ALL: Readonly<Record<string, (data: Told) => string>> = {
  "article.import": ({ claims }) => `imported the article; ${plural(claims)} found in it`,
  "article.revise": revised,
  "article.change": ({ after }) => `changed ${fields(after, "the details")} of the article`,
  "article.markReady": ({ version, undecided }) =>
    `marked version ${version} as ready to publish${undecided > 0 ? `, with ${plural(undecided)} not decided` : ""}`,
  "article.withdrawReady": ({ version }) => `took back that version ${version} is ready to publish`,
  "claim.bulkAccept": ({ changes }) => `accepted ${plural(changes.length)}`,
  "claim.bulkDismiss": (data) => `dismissed ${plural(data.changes.length)}${dismissed(data)}`,
  "claim.bulkAssign": ({ assignee, changes }) =>
    assignee === ""
      ? `assigned ${plural(changes.length)} to nobody`
      : `assigned ${plural(changes.length)} to ${assignee}`,
  "claim.takeReading": ({ read }) => `read the article again; ${readWords(read)}`,
  "fact.dismiss": (data) =>
    `left ${factWords(data)} outside claims, as ${lowerFirst(factReasonWords(data.reason))}${because(data.note)}`,
  "fact.restore": (data) => `took the dismissal of ${factWords(data)} back`,
  "member.remove": ({ member, changes }) =>
    `removed ${member} from the newsroom; ${plural(changes.length)} ${changes.length === 1 ? "has" : "have"} nobody assigned now`,
  "report.publish": ({ edition }) => `published the report, edition ${edition}`,
  "report.correct": ({ edition, corrections }) =>
    `published ${corrections.length.toLocaleString("en")} ${corrections.length === 1 ? "correction" : "corrections"} as edition ${edition} of the report`,
  "report.withdraw": ({ reason }) => `withdrew the published report${because(reason)}`,
  "claim.undo": ({ undone, changes }) =>
    `undid entry ${undone?.seq ?? ""} (${commandLabel(undone?.command ?? "").toLowerCase()}), ${plural(changes.length)}`,
};

/** Say what an entry did, without the name of who did it. `numbers` gives claims their numbers where the entry doesn't. */
export function sentenceOf(
  entry: Pick<LedgerEntry, "command" | "subject" | "data">,
  numbers: ReadonlyMap<string, number>,
): Sentence {
  const data = told.safeParse(entry.data).data ?? told.parse({});
  const all = ABOUT_ALL[entry.command];
  const voided = data.voided === "" ? "" : " The sign-off was voided.";
  if (all) return { before: ended(all(data)), claim: null, after: voided };
  const words = ABOUT_CLAIM[entry.command]?.(data) ?? [`ran “${commandLabel(entry.command)}” on`];
  const number =
    data.changes.find(({ claimId }) => claimId === entry.subject)?.number ?? numbers.get(entry.subject) ?? null;
  return { before: words[0], claim: { id: entry.subject, number }, after: `${ended(words[1] ?? "")}${voided}` };
}

/** Close a sentence that a quoted one has not closed. */
function ended(words: string): string {
  return /[.!?]”$/.test(words) ? words : `${words}.`;
}

const LABELS: Readonly<Record<string, string>> = {
  "article.import": "Import",
  "article.revise": "New version",
  "article.change": "Article details",
  "article.markReady": "Ready to publish",
  "article.withdrawReady": "Withdraw “ready to publish”",
  "claim.mark": "Mark a claim",
  "claim.change": "Change a claim",
  "claim.respan": "Move a claim",
  "claim.split": "Split",
  "claim.merge": "Merge",
  "claim.accept": "Accept",
  "claim.dismiss": "Dismiss",
  "claim.startCheck": "Start a check",
  "claim.assign": "Assign",
  "claim.sendBack": "Send back",
  "claim.reopen": "Reopen",
  "claim.bulkAccept": "Accept many",
  "claim.bulkDismiss": "Dismiss many",
  "claim.bulkAssign": "Assign many",
  "claim.takeReading": "Read again",
  "claim.glance": "Glance at a reworded claim",
  "member.remove": "Remove a member",
  "claim.undo": "Undo",
  "fact.tick": "Tick a fact",
  "fact.dismiss": "Dismiss facts",
  "fact.restore": "Take dismissed facts back",
  "verdict.propose": "Propose a verdict",
  "signoff.give": "Sign off",
  "signoff.override": "Sign off past four eyes",
  "note.add": "Add a source note",
  "note.edit": "Edit a source note",
  "note.remove": "Remove a source note",
  "claim.date": "Dates of a claim",
  "claim.expire": "Expiry",
  "contact.add": "Log a contact",
  "contact.change": "Change a contact",
  "contact.remove": "Remove a contact",
  "objection.raise": "Object to a wording",
  "objection.decide": "Decide an objection",
  "objection.withdraw": "Withdraw an objection",
  "report.publish": "Publish the report",
  "report.correct": "Publish corrections",
  "report.withdraw": "Withdraw the published report",
  "signingKey.make": "Make the signing key",
  "signingKey.rotate": "New signing key",
  "token.create": "Make a token",
  "token.revoke": "Revoke a token",
  "source.add": "Add a source",
  "source.change": "Change a source",
  "source.setConfidentiality": "Who may know a source",
  "snapshot.request": "Have a source fetched",
  "snapshot.store": "Store a copy of a source",
  "snapshot.fail": "Fail to fetch a source",
  "snapshot.upload": "Upload a file",
  "snapshot.recheck": "Look at sources again",
  "quote.look": "Look at a changed quote",
  "newsroom.create": "Create the newsroom",
  "newsroom.setUp": "Set up the newsroom",
  "newsroom.rename": "Rename the newsroom",
  "newsroom.changeScale": "Verdict scale",
  "newsroom.changeFourEyes": "Four-eyes rule",
  "newsroom.changeReworded": "Sign-offs of reworded claims",
  "newsroom.changeSourcingRule": "Rule on sources",
  "newsroom.changePublishing": "Publishing",
  "export.request": "Export",
  "newsroom.changeWeights": "What is worth checking",
  "member.add": "Add a member",
  "member.invite": "Invite",
  "member.revokeInvitation": "Take an invitation back",
  "member.join": "Join",
  "member.changeRole": "Change a role",
  "person.changeName": "Change one’s name",
  "person.changePassword": "Change one’s password",
  "person.setPassword": "Give a new password",
  "person.signOutEverywhere": "Sign out everywhere",
};

/** Name a command for a filter; an unknown one by its own name in plain words. */
export function commandLabel(command: string): string {
  return LABELS[command] ?? command.replace(/[.]/g, " ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
