import { DISMISS_LABELS, DISMISS_REASONS } from "../workflow/workflow";
import type { ReportPlace, ReportSourceInput, Standing } from "./report";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Write an ISO date as "22 March 2017"; what is no ISO date comes back as it is. */
export function dateInWords(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** Write an ISO moment in UTC as "22 March 2017, 14:02 UTC". */
export function momentInWords(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time === undefined ? dateInWords(iso) : `${dateInWords(iso)}, ${time} UTC`;
}

/** The stances of a source note as the report prints them. */
export const STANCE_LABELS: Readonly<Record<string, string>> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
  inconclusive: "Inconclusive",
};

const SOURCE_KINDS: Readonly<Record<string, string>> = {
  primary: "primary source",
  secondary: "secondary source",
  expert: "expert",
  official_record: "official record",
  on_the_record: "on the record",
  press_release: "press release",
  wire: "wire report",
};

const MEDIA: Readonly<Record<string, string>> = {
  web: "web page",
  document: "document",
  dataset: "data set",
  person: "person",
  observation: "on-site observation",
  recording: "recording",
};

/** The groups of claims as the report heads them. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  signed: "Signed off",
  undecided: "Not signed off",
  untouched: "Found by the software, not taken up",
  dismissed: "Not checked, with the reason",
};

/** Say on which version a sign-off was given, and whether it was carried: "version 1", "given on version 1, carried to version 3". */
export function versionLine(given: number, current: number): string {
  return given === current ? `version ${given}` : `given on version ${given}, carried to version ${current}`;
}

/** What stands in place of a sign-off whose hash does not fit the claim. */
export const BROKEN_SIGN_OFF = "Not signed off: the records no longer hold what was approved.";

/** Say what sort of source it is: "web page, primary source". */
export function sourceSort({ medium, kind }: Pick<ReportSourceInput, "medium" | "kind">): string {
  return `${MEDIA[medium] ?? medium}, ${SOURCE_KINDS[kind] ?? kind}`;
}

/** Name a stance, a word the report does not know as it is. */
export function stanceLabel(stance: string): string {
  return STANCE_LABELS[stance] ?? stance;
}

/** Name the reason for which a claim is not checked. */
export function dismissLabel(reason: string): string {
  const known = DISMISS_REASONS.find((candidate) => candidate === reason);
  return known === undefined ? plain(reason) : DISMISS_LABELS[known];
}

/** Name a claim's kind or a fact's type: "on_the_record" reads "on the record". */
export function plain(id: string): string {
  return id.replaceAll("_", " ");
}

/** Name the speaker with title and reporter: "Haider al-Abadi, Iraqi Prime Minister (according to Lindsey Graham)". */
export function speakerLine(speaker: { readonly name: string; readonly title: string; readonly via: string }): string {
  const named = speaker.title === "" ? speaker.name : `${speaker.name}, ${speaker.title}`;
  return speaker.via === "" ? named : `${named} (according to ${speaker.via})`;
}

/** Say where a claim stands: "paragraph 15". */
export function placeLine(place: ReportPlace): string {
  return `paragraph ${place.paragraph}`;
}

/** Write a hash in groups of eight, as people compare it. */
export function grouped(hash: string): string {
  return hash.match(/.{1,8}/gs)?.join(" ") ?? "";
}
