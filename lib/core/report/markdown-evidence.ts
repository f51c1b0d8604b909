import type { ReportContact, ReportObjection } from "./evidence";
import type { ReportWords } from "./languages/en";
import { md } from "./markdown";
import type { ReportClaim, ReportNote, ReportSource } from "./report";
import { labelled, named, quoted } from "./words";

/** Lines below a note: the claim's facts beside the quote, and what became of the quote in the newest copy of its source. */
export function noteEvidence(
  { comparison, place }: ReportNote,
  source: ReportSource | undefined,
  words: ReportWords,
): string[] {
  const compared = comparison.map(
    ({ claim, source: said, outcome }) =>
      md`${labelled(words.inTheClaim, words)} ${quoted(claim, words)}; ${labelled(words.inTheQuote, words)} ${said === "" ? "–" : quoted(said, words)}; **${named(words.compared, outcome)}**`,
  );
  if (!place || !source?.snapshot) return compared;
  const changes = place.changes.map(({ from, to }) => `; ${words.wasNow(from, to)}`).join("");
  return [
    ...compared,
    md`${labelled(words.copyOf(source.snapshot.at), words)} ${`${words.quoteIn(place.page)}${named(words.places, place.outcome)}${changes}`}`,
  ];
}

/** Say how many of a claim's sources stand on their own, and which are one story; empty where nothing was counted. */
export function independenceLine(
  { independence }: ReportClaim,
  sources: ReadonlyMap<string, ReportSource>,
  words: ReportWords,
): string {
  if (independence.links === 0) return "";
  const groups = independence.groups.map(({ sourceIds, reasons }) => {
    const numbers = sourceIds.flatMap((id) => (sources.has(id) ? `[${sources.get(id)?.number}]` : []));
    return md` ${words.oneStory(numbers.join(", "), reasons.map((reason) => words.alike(reason)).join("; "))}.`;
  });
  return `${md`**${labelled(words.independenceLabel, words)}** ${words.independence(independence)}.`}${groups.map((group) => ` ${group.trimStart()}`).join("")}`;
}

/** A line for each one who was asked, with what they answered, under a line that says what these are. */
export function contactLines(contacts: readonly ReportContact[], words: ReportWords): string[] {
  return contacts.map((contact) => md`- **${labelled(words.contactLog, words)}** ` + contactLine(contact, words));
}

function contactLine(contact: ReportContact, words: ReportWords): string {
  const { told, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn, by } = contact;
  const who = told === "known" ? words.knownContact : [person, role].filter((part) => part !== "").join(", ");
  const steps = [
    words.contactAsked(askedOn, channel === "" ? "" : named(words.channels, channel)),
    ...(deadline === null ? [] : [words.contactDeadline(deadline)]),
  ].join(", ");
  const result = words.contactAnswered(named(words.contacts, outcome), answeredOn);
  const said = answer === "" ? "" : md` ${quoted(answer, words)}`;
  const asked = question === "" ? "" : md` ${labelled(words.contactQuestion, words)} ${question}`;
  return `${md`${who}: ${steps}; ${result}`}${by === null ? "" : md` (${by.name})`}.${said}${asked}`;
}

/** A line for each objection, with what was decided. */
export function objectionLines(objections: readonly ReportObjection[], words: ReportWords): string[] {
  return objections.map(({ words: said, by, at, decision }) => {
    const decided = decision
      ? md`**${named(words.decisions, decision.decision)}.** ${decision.reason} (${decision.by.name}, ${words.moment(decision.at)})`
      : md`**${words.objectionOpen}.**`;
    return `${md`- ${labelled(words.objection(by.name, at), words)} ${said}`} ${decided}`;
  });
}
