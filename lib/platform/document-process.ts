import { type Page, type Reading, SAYS_NOTHING } from "@/lib/core/evidence/document";
import { tableRows } from "@/lib/core/evidence/table-rows";
import { normaliseText } from "@/lib/core/text/normalise";
import { DOCX, decodeText, sniff } from "./document-kind";
import { Unreadable } from "./document-unreadable";

/** A document to be read, and where it comes from. */
export interface DocumentJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Addresses in a page are read from this one; "" for an uploaded file. */
  readonly url: string;
  /** The character set that the server named, or null. */
  readonly charset: string | null;
}

/** The longest text that is kept, in UTF-16 units. */
const LONGEST = 5_000_000;

type Read = Omit<Reading, "mediaType">;

/** What the process says of a document: first its type, which holds whatever comes of the rest, then what it read. */
export type DocumentWords = { readonly mediaType: string } | Omit<Reading, "mediaType">;

const say = (words: DocumentWords) => process.send?.(words);

// What dist/document-process.cjs runs: one document, then it is ended. Without whoever asked, it ends by itself.
process.once("message", async (job: DocumentJob) => {
  const mediaType = await sniff(job.bytes);
  say({ mediaType });
  say(await read(mediaType, job));
});
process.once("disconnect", () => process.exit());

async function read(mediaType: string, job: DocumentJob): Promise<Read> {
  try {
    return kept(await readAs(mediaType, job));
  } catch (error) {
    return nothing(
      error instanceof Unreadable ? error.message : "This document is damaged, so its text can't be read.",
    );
  }
}

const nothing = (unread: string): Read => ({ text: "", pages: [], about: SAYS_NOTHING, unread });

async function readAs(mediaType: string, { bytes, url, charset }: DocumentJob): Promise<Read> {
  switch (mediaType) {
    // The libraries are loaded for the documents that need them: jsdom alone takes half a second.
    case "text/html": {
      const { readHtml } = await import("./document-html");
      return { ...readHtml(bytes, url, charset), pages: [], unread: "" };
    }
    case "application/pdf": {
      const { readPdf } = await import("./document-pdf");
      const { title, author, ...read } = await readPdf(bytes);
      const unread =
        read.text.trim() === ""
          ? "This PDF holds pictures of pages and no text, so nothing can be quoted from it."
          : "";
      return { ...read, about: { ...SAYS_NOTHING, title, byline: author }, unread };
    }
    case DOCX: {
      const { readDocx } = await import("./document-docx");
      return { ...(await readDocx(bytes)), about: SAYS_NOTHING, unread: "" };
    }
    case "text/csv": {
      const text = normaliseText(decodeText(bytes) ?? "");
      return { text, pages: tableRows(text), about: SAYS_NOTHING, unread: "" };
    }
    case "text/plain":
      return { text: decodeText(bytes) ?? "", pages: [], about: SAYS_NOTHING, unread: "" };
    default:
      return nothing("");
  }
}

/** Bring the text into the form that article texts have, the pages with it, and cut off what is too much. */
function kept(read: Read): Read {
  if (read.pages.length === 0) return { ...read, text: tidy(read.text).slice(0, LONGEST) };
  const parts: string[] = [];
  const pages: Page[] = [];
  let [at, from] = [0, 0];
  const take = (to: number): number => {
    const part = tidy(read.text.slice(from, to));
    parts.push(part);
    from = to;
    at += part.length;
    return at;
  };
  for (const page of read.pages) {
    const start = take(page.start);
    const end = take(page.end);
    if (end > LONGEST) break;
    pages.push({ start, end, label: page.label });
  }
  return { ...read, text: parts.join("").slice(0, pages.at(-1)?.end ?? 0), pages };
}

/** Without what no database keeps: NUL, and halves of characters. */
const tidy = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out.
  normaliseText(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000e-\u001f]/g, ""));
