/** A piece of HTML whose every string was escaped: only `html` makes one. */
export interface Html {
  readonly markup: string;
}

/** What may stand in an `html` template: text (escaped), a piece of HTML, several of them, or nothing. */
export type Content = string | number | Html | readonly Html[] | null;

/** Build HTML from a template. Every string put into it is text, whether between tags or in a double-quoted attribute. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const filled = parts.map((part, index) => (index === 0 ? part : written(contents[index - 1] ?? null) + part));
  return { markup: filled.join("") };
}

/** Return `text` so that HTML reads it as exactly these characters, in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Return `text` as a text file can carry it: line ends as LF, the replacement character for controls and half pairs. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "\ufffd");
}

/** C0 controls but tab and line feed, DEL, C1 controls, half surrogate pairs, and the two code points that are no characters. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Return the address in its normal form when it is one a reader may follow (http or https), else null. */
export function followable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

function written(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  return isList(content) ? content.map(({ markup }) => markup).join("") : content.markup;
}

function isList(content: Html | readonly Html[]): content is readonly Html[] {
  return Array.isArray(content);
}
