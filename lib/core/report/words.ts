import { DE } from "./languages/de";
import { EN, type ReportWords } from "./languages/en";
import { ES } from "./languages/es";
import { FR } from "./languages/fr";
import { isFiltering, numbersInWords, type ReportLanguage } from "./options";
import type { ReportFrame, ReportSourceInput } from "./report";

/** Every language in which a report can be labelled. */
export const WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { en: EN, de: DE, fr: FR, es: ES };

/** Return the words in which a report is labelled. */
export function wordsOf({ options }: Pick<ReportFrame, "options">): ReportWords {
  return WORDS[options.language];
}

/** Write an ISO date as the desk reads it: "22 March 2017"; what is no ISO date comes back as it is. */
export function dateInWords(iso: string): string {
  return EN.date(iso);
}

/** The groups of claims as the report heads them in English. */
export const STANDING_LABELS = EN.standings;

/** Name a stance in English. */
export function stanceLabel(stance: string): string {
  return named(EN.stances, stance);
}

/** Name something by its table; a word that the table does not know reads as it is, underlines as spaces. */
export function named(table: Readonly<Record<string, string>>, id: string): string {
  return (Object.hasOwn(table, id) ? table[id] : undefined) ?? id.replaceAll("_", " ");
}

/** Say what sort of source it is: "web page, primary source". */
export function sourceSort({ medium, kind }: Pick<ReportSourceInput, "medium" | "kind">, words: ReportWords): string {
  return `${named(words.media, medium)}, ${named(words.sourceKinds, kind)}`;
}

/** Name the speaker with title and reporter: "Haider al-Abadi, Iraqi Prime Minister (according to Lindsey Graham)". */
export function speakerLine(
  speaker: { readonly name: string; readonly title: string; readonly via: string },
  words: ReportWords,
): string {
  const known = speaker.title === "" ? speaker.name : `${speaker.name}, ${speaker.title}`;
  return speaker.via === "" ? known : words.according(known, speaker.via);
}

/** Say which claims the report shows and how many it leaves out; null when it shows all. */
export function selectionWords(
  { options, figures, whole, scale }: Pick<ReportFrame, "options" | "figures" | "whole" | "scale">,
  words: ReportWords,
): string | null {
  const { only } = options;
  if (!isFiltering(only)) return null;
  const verdicts = only.verdicts.map((id) => scale.find((step) => step.id === id)?.label ?? id);
  return words.selection(figures.claims, whole, { ...only, verdicts, numbers: numbersInWords(only.numbers) });
}

/** Put the colon of the labels' language behind a label. */
export function labelled(text: string, { colon }: ReportWords): string {
  return `${text}${colon}`;
}

/** Put words in the quotation marks of the labels' language, unless they have some of their own. */
export function quoted(text: string, { quotes }: ReportWords): string {
  if (/^["“„«]/u.test(text)) return text;
  return `${quotes.open}${text}${quotes.close}`;
}

/** Write a hash in groups of eight, as people compare it. */
export function grouped(hash: string): string {
  return hash.match(/.{1,8}/gs)?.join(" ") ?? "";
}
