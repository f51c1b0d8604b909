import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtractedClaim, Extraction, Fact, Speaker } from "@/lib/core/extraction/types";
import { normaliseText } from "@/lib/core/text/normalise";
import { formatValue } from "@/lib/core/values/format-value";

const ROOT = process.cwd();

/** Return the text of a seed article as the product keeps it. */
export function readArticle(name: string): string {
  return normaliseText(readFileSync(join(ROOT, "seeds/articles", `${name}.txt`), "utf8")).trimEnd();
}

/**
 * Return the golden answer kept for `name`. With UPDATE_GOLDEN=1 `answer` is written first: read the difference before
 * committing it.
 */
export function golden(name: string, answer: string): string {
  const file = join(ROOT, "__tests__/core/golden", `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, answer);
  return readFileSync(file, "utf8");
}

/**
 * Return what was read from `text` so that a person can judge it: under each sentence its claims, each with its place, kind,
 * speaker and wording ("=" where that is the text), and their facts in a line. Scores are not in it: they have tests of their own.
 */
export function inWords(text: string, { sentences, claims, facts }: Extraction): string {
  const lines = sentences.flatMap((sentence) => {
    const own = claims.filter((claim) => claim.start >= sentence.start && claim.start < sentence.end);
    const ticks = facts.filter((fact) => fact.start >= sentence.start && fact.start < sentence.end);
    return [
      `${own.length === 0 ? "no claim" : "sentence"}: ${oneLine(text.slice(sentence.start, sentence.end))}`,
      ...own.map(claimLine),
      ...(ticks.length === 0 ? [] : [`    facts: ${ticks.map(factWords).join("; ")}`]),
      "",
    ];
  });
  return lines.join("\n");
}

function claimLine({ start, end, kind, speaker, via, wording, text }: ExtractedClaim): string {
  const said = speaker ? ` {${who(speaker)}${via ? `, told by ${who(via)}` : ""}}` : "";
  return `  ${start}-${end} ${kind}${said} ${wording === text ? "=" : ""}${wording}`;
}

const who = ({ title, name }: Speaker) => (title ? `${title} / ${name}` : name);

function factWords({ type, text, name, title, value }: Fact): string {
  const full = [title, name].filter(Boolean).join(" / ");
  const meant = value ? formatValue(value) : full === oneLine(text) ? "" : full;
  return `${type} “${oneLine(text)}”${meant === "" || meant === text ? "" : ` = ${meant}`}`;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
