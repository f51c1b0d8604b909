import { CLAIM_STATES, type ClaimState } from "../workflow/workflow";

export const AUDIENCES = ["public", "internal"] as const;

/** Who the report is for: anybody, or the newsroom. */
export type ReportAudience = (typeof AUDIENCES)[number];

export const REPORT_LANGUAGES = ["en", "de", "fr", "es"] as const;

/** The language of a report's labels and sentences. Claims, notes and the newsroom's own words stay as they were written. */
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Numbers of claims, both ends included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Which claims a report shows. An empty list asks nothing; a claim has to fit all that is asked. */
export interface ReportFilter {
  /** Only claims under a sign-off that stands. */
  readonly signed: boolean;
  readonly states: readonly ClaimState[];
  /** Ids of the newsroom's scale. */
  readonly verdicts: readonly string[];
  /** Names, as the claims have them. */
  readonly speakers: readonly string[];
  readonly numbers: readonly NumberRange[];
}

/** How a report is made. */
export interface ReportOptions {
  readonly audience: ReportAudience;
  readonly only: ReportFilter;
  readonly language: ReportLanguage;
}

/** The filter that leaves nothing out. */
export const ALL_CLAIMS: ReportFilter = { signed: false, states: [], verdicts: [], speakers: [], numbers: [] };

/** Everything the newsroom may read, in English. */
export const IN_FULL: ReportOptions = { audience: "internal", only: ALL_CLAIMS, language: "en" };

/** What may leave the house when nobody said otherwise. */
export const FOR_THE_PUBLIC: ReportOptions = { audience: "public", only: ALL_CLAIMS, language: "en" };

/** What a filter looks at. */
export interface Filterable {
  readonly number: number;
  readonly state: ClaimState;
  readonly standing: string;
  readonly verdict: { readonly id: string } | null;
  readonly speaker: string;
}

/** Tell whether a filter asks anything. */
export function isFiltering({ signed, states, verdicts, speakers, numbers }: ReportFilter): boolean {
  return signed || states.length + verdicts.length + speakers.length + numbers.length > 0;
}

/** Tell whether a claim fits a filter. */
export function fits(claim: Filterable, only: ReportFilter): boolean {
  return (
    (!only.signed || claim.standing === "signed") &&
    (only.states.length === 0 || only.states.includes(claim.state)) &&
    (only.verdicts.length === 0 || (claim.verdict !== null && only.verdicts.includes(claim.verdict.id))) &&
    (only.speakers.length === 0 || only.speakers.includes(claim.speaker)) &&
    (only.numbers.length === 0 || only.numbers.some(({ from, to }) => from <= claim.number && claim.number <= to))
  );
}

/** Read ranges of numbers as people write them ("1-12, 40"); null when it is none. */
export function readNumbers(text: string): readonly NumberRange[] | null {
  const parts = text.split(",").map((part) => part.trim());
  const ranges = parts
    .filter((part) => part !== "")
    .map((part) => {
      const [, first = "", last = first] = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/u.exec(part) ?? [];
      return first === "" || Number(last) < Number(first) ? null : { from: Number(first), to: Number(last) };
    });
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** Write ranges of numbers as people read them: "1–12, 40". */
export function numbersInWords(ranges: readonly NumberRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

/** Put the options of a report into the form that an address carries; what is as usual is left out. Language and audience are always told. */
export function optionsQuery({ audience, only, language }: ReportOptions): string {
  const query = new URLSearchParams({ audience, language });
  if (only.signed) query.set("only", "signed");
  for (const state of CLAIM_STATES) if (only.states.includes(state)) query.append("state", state);
  for (const verdict of only.verdicts) query.append("verdict", verdict);
  for (const speaker of only.speakers) query.append("speaker", speaker);
  if (only.numbers.length > 0) query.set("numbers", numbersInWords(only.numbers).replaceAll("–", "-"));
  return query.toString();
}
