import mammoth from "mammoth";
import { fromBuffer } from "yauzl";
import { ZipFile } from "yazl";
import { joinPages, type Page } from "@/lib/core/evidence/document";
import { htmlText, PAGE_MARK } from "./document-html";
import { Unreadable } from "./document-unreadable";

/** What a document may unpack to, in bytes, and how many parts it may have. */
const UNPACKED = 60 * 1024 * 1024;
const PARTS = 2_000;
/** What holds text; pictures and fonts stay packed. */
const TEXT_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/(?:document\d*|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/.*)$/;

const RENDERED = /<w:lastRenderedPageBreak\s*\/>/g;
const EXPLICIT = /<w:br\s[^>]*w:type="page"[^>]*\/>/g;
const PAGE_BREAK = '<w:br w:type="page"/>';

/**
 * Read the text of a Word document. Its pages are where the program that wrote it broke them last, or else where somebody put a page
 * break; without either it has none. Throws Unreadable.
 */
export async function readDocx(bytes: Uint8Array): Promise<{ readonly text: string; readonly pages: readonly Page[] }> {
  const buffer = await repack(await textParts(Buffer.from(bytes)));
  const { value } = await mammoth
    .convertToHtml(
      { buffer },
      { styleMap: "br[type='page'] => hr.page", convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    )
    .catch(() => {
      throw new Unreadable("This Word document is damaged, so its text can't be read.");
    });
  const parts = htmlText(value).split(PAGE_MARK);
  const texts = parts.map((text, n) => ({ text: text.trim(), label: String(n + 1) }));
  return parts.length === 1 ? { text: texts[0]?.text ?? "", pages: [] } : joinPages(texts);
}

/** Unpack the parts that hold text, and no more of them than the limits; the sizes are those of the bytes, not those the file says. */
function textParts(packed: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const damaged = () => reject(new Unreadable("This Word document is damaged, so its text can't be read."));
    const large = () =>
      reject(new Unreadable("This Word document unpacks to far more than a text can be, so it isn't read."));
    fromBuffer(packed, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return damaged();
      const parts = new Map<string, Buffer>();
      let unpacked = 0;
      zip.on("error", damaged);
      zip.on("end", () => (parts.has("word/document.xml") ? resolve(parts) : damaged()));
      if (zip.entryCount > PARTS) return large();
      zip.on("entry", (entry) => {
        if (!TEXT_PART.test(entry.fileName)) return zip.readEntry();
        if (unpacked + entry.uncompressedSize > UNPACKED) return large();
        zip.openReadStream(entry, (failed, stream) => {
          if (failed || !stream) return damaged();
          const pieces: Buffer[] = [];
          stream.on("error", damaged);
          stream.on("data", (piece: Buffer) => {
            unpacked += piece.length;
            if (unpacked > UNPACKED) stream.destroy();
            else pieces.push(piece);
          });
          stream.on("close", () => {
            if (unpacked > UNPACKED) return large();
            parts.set(entry.fileName, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

function repack(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) {
    zip.addBuffer(name === "word/document.xml" ? withPageBreaks(bytes) : bytes, name, { compress: false });
  }
  zip.end();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    zip.outputStream.on("data", (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on("error", reject);
    zip.outputStream.on("end", () => resolve(Buffer.concat(pieces)));
  });
}

/** Leave one kind of page break: those that were drawn last, which include the others, or else the others. */
function withPageBreaks(document: Buffer): Buffer {
  const xml = document.toString("utf8");
  if (xml.search(RENDERED) < 0) return document;
  return Buffer.from(xml.replace(EXPLICIT, "").replace(RENDERED, PAGE_BREAK), "utf8");
}
