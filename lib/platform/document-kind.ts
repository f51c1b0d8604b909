import { isTable } from "@/lib/core/evidence/table-rows";

/** The media type of a Word document. */
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const HTML =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table|script)\b/i;
/** How much is looked at to tell text from other bytes. */
const HEAD = 64 * 1024;

/**
 * Say what bytes are by looking at them alone: by the marks that file formats have, else as HTML, a table or plain text; what is none
 * of these is "application/octet-stream".
 */
export async function sniff(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import("file-type");
  // The mark of UTF-16 looks like the beginning of a recording.
  const known = isUtf16(bytes) ? undefined : await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (known && known.mime !== "application/xml") return known.mime;
  const text = decodeText(bytes);
  if (text === null) return known?.mime ?? "application/octet-stream";
  if (HTML.test(text.slice(0, HEAD))) return "text/html";
  if (known) return known.mime;
  return isTable(text) ? "text/csv" : "text/plain";
}

/** Return the text that bytes are, in UTF-8, UTF-16 with its mark, or else Windows-1252; null when they are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (isUtf16(bytes)) {
    return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  }
  // Text holds none of the signs that steer a teletype, but for tabs, line ends and page ends.
  const controls = bytes.subarray(0, HEAD).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  if (controls) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009f]/g, windows1252);
  }
}

const isUtf16 = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

/** What Windows-1252 has where Latin-1 has control signs; Node's own decoder for it leaves them. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const windows1252 = (sign: string): string => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign;
