import { type Span, slice } from "@/lib/core/text/span";

/** A rule of where sentences end: a text and the sentences it has. */
export interface SentenceRule {
  readonly text: string;
  readonly expect: readonly string[];
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether the sentences found are those of the rule, all of them and no other, white space squeezed. */
export function keepsRule({ text, expect }: SentenceRule, found: readonly Span[]): boolean {
  const got = found.map((span) => squeezed(slice(text, span))).filter((sentence) => sentence !== "");
  return got.length === expect.length && got.every((sentence, i) => sentence === squeezed(expect[i] ?? ""));
}
