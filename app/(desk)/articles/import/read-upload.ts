import { MAX_TEXT, MAX_UPLOAD_BYTES } from "@/lib/articles/schema";

/** A file as the import form takes it: its text, or in a sentence why it can't be taken. */
export type Upload =
  | { readonly ok: true; readonly text: string; readonly title: string; readonly encoding: "UTF-8" | "UTF-16" }
  | { readonly ok: false; readonly why: string };

const HELP = "Save the article as plain text (.txt, UTF-8) or Markdown (.md) and choose that file.";
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What other formats begin with; the extension may lie. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ["PDF", "%PDF-"],
  ["Word or ZIP", "PK\u0003\u0004"],
  ["old Word", "\u00d0\u00cf\u0011\u00e0"],
  ["RTF", "{\\rtf"],
];

/** Read the bytes of a chosen file as an article's text. `name` is only shown and may be anything. */
export function readUpload(name: string, bytes: Uint8Array): Upload {
  const file = `“${[...name.replace(/\s+/gu, " ")].slice(0, 80).join("")}”`;
  if (bytes.length === 0) return { ok: false, why: `${file} is empty.` };
  if (bytes.length > MAX_UPLOAD_BYTES) {
    return {
      ok: false,
      why: `${file} has ${megabytes(bytes.length)}; at most ${megabytes(MAX_UPLOAD_BYTES)} can be imported. Split it into parts.`,
    };
  }
  const start = String.fromCharCode(...bytes.slice(0, 8));
  const other = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (other) return { ok: false, why: `${file} is a ${other[0]} file. ${HELP}` };
  const text = decode(bytes);
  if (text === null) return { ok: false, why: `${file} is not UTF-8 text, so some characters would be lost. ${HELP}` };
  if (text.text.includes("\u0000")) return { ok: false, why: `${file} is a binary file. ${HELP}` };
  if (text.text.trim() === "") return { ok: false, why: `${file} holds no words.` };
  if (text.text.length > MAX_TEXT) {
    const limit = MAX_TEXT.toLocaleString("en");
    return { ok: false, why: `The text of ${file} is longer than ${limit} characters. Split it into parts.` };
  }
  return { ok: true, ...text, title: guessTitle(name, text.text) };
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: "UTF-8" | "UTF-16" } | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  try {
    const text = new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: marked ? "UTF-16" : "UTF-8" };
  } catch {
    return null;
  }
}

const LONGEST_TITLE = 160;

/** Guess a title: the first Markdown heading, else a short first line, else the file's name without its ending. */
export function guessTitle(name: string, text: string): string {
  const lines = text.split("\n", 40).map((line) => line.trim());
  const heading = lines.map((line) => /^#{1,2}\s+(.+?)\s*#*$/u.exec(line)?.[1]).find(Boolean);
  if (heading) return heading.replace(/[*_`]/gu, "").slice(0, LONGEST_TITLE);
  const first = lines.find((line) => line !== "") ?? "";
  const isHeadline = first.length > 0 && first.length <= LONGEST_TITLE && !/[.!?:;,]["”’)]*$/u.test(first);
  if (isHeadline) return first;
  return name
    .replace(/\.[a-z0-9]{1,5}$/iu, "")
    .replace(/[-_\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_TITLE);
}
