import { printable } from "./markup";

/** A piece of Typst markup whose every string was escaped: only `typ` and `argument` make one. */
export interface Typst {
  readonly source: string;
}

/** What may stand in a `typ` template: text (set as exactly these characters), markup, several pieces of it, or nothing. */
export type TypstContent = string | number | Typst | readonly Typst[] | null;

/** Build Typst markup from a template. Every string put into it is text and can't become markup or code. */
export function typ(parts: TemplateStringsArray, ...contents: readonly TypstContent[]): Typst {
  const filled = parts.map((part, index) => (index === 0 ? part : written(contents[index - 1] ?? null) + part));
  return { source: filled.join("") };
}

/** Return a text as the literal of a Typst string, for the arguments of a function. */
export function argument(text: string): Typst {
  return { source: typstString(text) };
}

/** Write `text` as a Typst string literal that holds exactly its printable characters. */
export function typstString(text: string): string {
  const escaped = printable(text).replace(/[\\"\n\t]/g, (char) => ESCAPES[char] ?? char);
  return `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

/** Return a text on one line, its directions closed, so that the words set behind it keep theirs; long words may be broken. */
export function oneLine(text: string): string {
  return breakable(closeDirections(text.replace(/\s+/g, " ")));
}

/** Set a text of several lines, each on a line of its own. */
export function lines(text: string): Typst[] {
  return text
    .split(/\s*\n\s*/)
    .filter((line) => line.trim() !== "")
    .map((line, index) => (index === 0 ? typ`${line}` : typ`#linebreak();${line}`));
}

/** Let words of more than sixty letters, which no line holds, break at every thirtieth. */
export function breakable(text: string): string {
  return text.replace(/[^\s\u200b]{61,}/gu, (word) => [...(word.match(/.{1,30}/gsu) ?? [])].join("\u200b"));
}

/** Close the embeddings, overrides and isolates that a text opens and leaves open (Unicode Bidirectional Algorithm, X1–X8). */
export function closeDirections(text: string): string {
  const open: string[] = [];
  for (const [char] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (char === PDF) {
      if (open.at(-1) === PDF) open.pop();
    } else if (char === PDI) {
      const at = open.lastIndexOf(PDI);
      if (at !== -1) open.length = at;
    } else open.push(char >= "\u2066" ? PDI : PDF);
  }
  return text + open.reverse().join("");
}

const PDF = "\u202c";
const PDI = "\u2069";

/** The semicolon ends the expression: what follows can't be read as a call or a field of the string. */
function written(content: TypstContent): string {
  if (content === null || content === "") return "";
  if (typeof content === "string") return `#${typstString(oneLine(content))};`;
  if (typeof content === "number") return String(content);
  return isList(content) ? content.map(({ source }) => source).join("") : content.source;
}

function isList(content: Typst | readonly Typst[]): content is readonly Typst[] {
  return Array.isArray(content);
}
