import type { Span } from "../text/span";

/** A page of a document, or a row of a table: a place in its text (UTF-16) and what it is called there ("12", "iv"). */
export interface Page extends Span {
  readonly label: string;
}

/** What a document says of itself; what it doesn't say is "". */
export interface About {
  readonly title: string;
  readonly byline: string;
  readonly siteName: string;
  /** ISO date. */
  readonly publishedOn: string;
  /** BCP 47. */
  readonly language: string;
  /** The address that the page gives as its own. */
  readonly canonicalUrl: string;
}

/** What a document is that says nothing of itself. */
export const SAYS_NOTHING: About = {
  title: "",
  byline: "",
  siteName: "",
  publishedOn: "",
  language: "",
  canonicalUrl: "",
};

/** What was read out of a document. */
export interface Reading {
  readonly mediaType: string;
  /** The readable text; "" for pictures and sound. */
  readonly text: string;
  readonly pages: readonly Page[];
  readonly about: About;
  /** Why there is no text although such documents have one, in a sentence; or "". */
  readonly unread: string;
}

/** Return the page on which an offset lies; null when the document has no pages. */
export function pageAt(pages: readonly Page[], offset: number): Page | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low] ?? pages.at(-1) ?? null;
}

/** Name a page as one cites it: "p. 12", "row 3"; a table's pages are its rows. */
export function pageWords(mediaType: string, label: string): string {
  return `${mediaType === "text/csv" ? "row" : "p."} ${label}`;
}

/** Join the texts of pages with a blank line (rows: a line break) between them, and say where each stands. */
export function joinPages(
  texts: readonly { readonly text: string; readonly label: string }[],
  between = "\n\n",
): { readonly text: string; readonly pages: readonly Page[] } {
  const pages: Page[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { text, label } of texts) {
    pages.push({ start: at, end: at + text.length, label });
    parts.push(text);
    at += text.length + between.length;
  }
  return { text: parts.join(between), pages };
}
