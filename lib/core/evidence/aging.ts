import type { FactType } from "../extraction/types";
import { addMonths, isoOf, parseIso } from "../values/calendar";

/** Why a claim will not stay true by itself, and by when to look again. */
export interface Aging {
  /** The words that say so. */
  readonly words: string;
  /** The reason in a sentence. */
  readonly why: string;
  /** ISO dates: up to when it holds now, and when to check again. */
  readonly asOf: string;
  readonly expiresOn: string;
}

/** What tells whether a claim ages: how it reads, and the persons in it with their titles. */
export interface AgingClaim {
  readonly wording: string;
  readonly facts: readonly { readonly type: FactType; readonly text: string; readonly title: string }[];
}

/** Words by which a statement counts up to now: it has to be looked at again soon. */
const SO_FAR =
  /\b(?:so far(?! away| from)|to date|until now|up to now|as of (?:today|now|this (?:week|month|year))|(?:this|the current) (?:year|month|quarter|season)|year[- ]to[- ]date|ongoing|at present|currently|nowadays|the latest)\b/iu;
/** Offices that change hands; "former" ones don't any more. */
const OFFICE =
  /\b(?:president|prime minister|premier|chancellor|minister|secretary|governor|mayor|senator|king|queen|pope|chief executive|ceo|chair(?:man|woman|person)?|director|commissioner|ambassador|speaker)\b/iu;
const OVER = /\b(?:former|ex|late|then|ousted|outgoing|acting)\b/iu;

const SOON = 3;
const TERM = 12;

/**
 * Suggest up to when a claim holds and when to check it again, or null: three months when it counts up to now ("so far", "to
 * date"), a year when it names the holder of an office. `today` is an ISO date. Only a suggestion: people decide.
 */
export function suggestAging({ wording, facts }: AgingClaim, today: string): Aging | null {
  const day = parseIso(today);
  if (day === undefined) return null;
  const until = (months: number) => ({ asOf: today, expiresOn: isoOf(addMonths(day, months)) });
  const counting = SO_FAR.exec(wording)?.[0];
  if (counting !== undefined) return { words: counting, why: `It says “${counting}”, which moves on.`, ...until(SOON) };
  const holder = facts.find(({ type, title }) => type === "person" && OFFICE.test(title) && !OVER.test(title));
  if (!holder) return null;
  return { words: holder.text, why: `It names the holder of an office: ${holder.text}.`, ...until(TERM) };
}
