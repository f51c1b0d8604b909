import path from "node:path";
import { joinPages, type Page } from "@/lib/core/evidence/document";
import { Unreadable } from "./document-unreadable";

/** The most pages that are read. */
const PAGES = 3_000;

/** Read the text of a PDF page by page, with the labels that the document gives its pages. Throws Unreadable. */
export async function readPdf(bytes: Uint8Array): Promise<{
  readonly text: string;
  readonly pages: readonly Page[];
  readonly title: string;
  readonly author: string;
}> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = path.dirname(require.resolve("pdfjs-dist/package.json"));
  const loading = pdfjs.getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: `${path.join(folder, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(folder, "standard_fonts")}/`,
  });
  try {
    const document = await loading.promise;
    const labels = await document.getPageLabels();
    const texts: { text: string; label: string }[] = [];
    for (let number = 1; number <= Math.min(document.numPages, PAGES); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      texts.push({ text: pageText(items), label: labels?.[number - 1] || String(number) });
      page.cleanup();
    }
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    return { ...joinPages(texts), title: said(info, "Title"), author: said(info, "Author") };
  } catch (error) {
    throw new Unreadable(whyNot(error));
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return "This PDF is locked with a password, so its text can't be read.";
  return "This PDF is damaged, so its text can't be read.";
}

function said(info: object, field: string): string {
  const value: unknown = Object.entries(info).find(([name]) => name === field)?.[1];
  return typeof value === "string" ? value.replace(/\s+/gu, " ").trim().slice(0, 500) : "";
}

/** A run of glyphs as pdf.js gives it; `transform` holds its place. */
interface Run {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

/** Lines of a paragraph become one line again; a word divided at a line's end keeps its hyphen and the line break. */
function pageText(items: readonly object[]): string {
  const lines: { text: string; y: number; height: number }[] = [];
  let line = { text: "", y: Number.NaN, height: 0 };
  const close = () => {
    const text = line.text.replace(/[^\S\n]+/gu, " ").trim();
    if (text !== "") lines.push({ ...line, text });
    line = { text: "", y: Number.NaN, height: 0 };
  };
  for (const item of items) {
    if (!isRun(item)) continue;
    if (item.str.trim() !== "") {
      if (Number.isNaN(line.y)) line.y = item.transform[5] ?? 0;
      line.height = Math.max(line.height, item.height);
    }
    line.text += item.str;
    if (item.hasEOL) close();
  }
  close();
  let text = "";
  for (const [n, one] of lines.entries()) {
    const before = lines[n - 1];
    text += (before ? betweenLines(before, one) : "") + one.text;
  }
  return text;
}

const isRun = (item: object): item is Run => "str" in item;

/** Apart by more than lines of one paragraph are: 1.7 times the height of the letters. */
const LEADING = 1.7;

function betweenLines(
  above: { readonly text: string; readonly y: number; readonly height: number },
  below: { readonly text: string; readonly y: number; readonly height: number },
): string {
  const step = above.y - below.y;
  const height = Math.max(above.height, below.height, 1);
  if (step < 0 || step > LEADING * height || Math.abs(above.height - below.height) > 0.25 * height) return "\n\n";
  return /\p{Ll}-$/u.test(above.text) && /^\p{Ll}/u.test(below.text) ? "\n" : " ";
}
