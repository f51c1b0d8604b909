import type { SourceMedium } from "../workflow/sourcing";
import type { ReportClaim } from "./report";

/** Somebody or something that a report must not name: a source or one who was asked. */
export interface Guarded {
  readonly what: "secret source" | "internal source" | "secret contact" | "internal contact";
  /** Words by which they are known, each at least four characters long. */
  readonly names: readonly string[];
}

/** A place in what people wrote that gives somebody away. */
export interface NamingFinding {
  readonly claimId: string;
  readonly claimNumber: number;
  readonly field: string;
  readonly what: Guarded["what"];
}

/** Return the words by which a source is known: title and author, of a person also the name before the office, and the last name. */
export function namesOf(source: {
  readonly medium: SourceMedium;
  readonly title: string;
  readonly author: string;
}): string[] {
  const [before = ""] = source.title.split(/[,(]/);
  const people = [source.author, ...(source.medium === "person" ? [before] : [])].map((name) => name.trim());
  const lastNames = people.flatMap((name) => (/\s/.test(name) ? [name.split(/\s+/).at(-1) ?? ""] : []));
  return [...new Set([source.title.trim(), ...people, ...lastNames])].filter((name) => name.length >= SHORTEST);
}

/** Shorter names stand in too many other words. */
const SHORTEST = 4;

/** Find where the words of a claim, as a report tells them, name somebody guarded: once per field and sort. */
export function findNaming(claim: ReportClaim, guarded: readonly Guarded[]): NamingFinding[] {
  return fieldsOf(claim).flatMap(([field, text]) => {
    if (text === "") return [];
    const found = guarded.filter(({ names }) => names.some((name) => standsIn(name, text))).map(({ what }) => what);
    return [...new Set(found)].map((what) => ({ claimId: claim.id, claimNumber: claim.number, field, what }));
  });
}

/** Say a finding: "The explanation of claim 4 names a secret source." */
export function findingWords({ claimNumber, field, what }: NamingFinding): string {
  return `The ${field} of claim ${claimNumber} names ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}.`;
}

/** Names are compared whatever their case and accents, as whole words. */
function standsIn(name: string, text: string): boolean {
  const [wanted, words] = [folded(name), folded(text)];
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (!isLetter(words[at - 1]) && !isLetter(words[at + wanted.length])) return true;
  }
  return false;
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/** What people wrote about the claim, by the field they wrote it into. */
function fieldsOf(claim: ReportClaim): (readonly [string, string])[] {
  const { verdict, dismissal, signOff, notes, contacts, objections } = claim;
  const all = (texts: readonly (string | null | undefined)[]) => texts.filter((text) => text).join("\n");
  return [
    ["wording", claim.wording],
    ["explanation", verdict?.explanation ?? ""],
    ["reason to take the author’s word", verdict?.authorsWordReason ?? ""],
    ["note on the state", claim.stateNote],
    ["reason for not checking", dismissal?.note ?? ""],
    ["sign-off", all([signOff?.overrideReason, signOff?.sourcingReason])],
    [
      "record of void sign-offs",
      all(claim.voided.flatMap((one) => [one.voidReason, one.overrideReason, one.sourcingReason])),
    ],
    ["source note", all(notes.flatMap(({ quote, locator, note }) => [quote, locator, note]))],
    ["contact log", all(contacts.flatMap(({ person, role, question, answer }) => [person, role, question, answer]))],
    ["objection", all(objections.flatMap(({ words, decision }) => [words, decision?.reason]))],
  ];
}
