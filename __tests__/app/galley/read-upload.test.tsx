import { TextDecoder } from "node:util";
import { guessTitle, readUpload } from "@/app/(desk)/articles/import/read-upload";
import { MAX_UPLOAD_BYTES } from "@/lib/articles/schema";

Object.assign(globalThis, { TextDecoder });

const read = (bytes: Uint8Array | string, name = "a.txt") =>
  readUpload(name, typeof bytes === "string" ? Uint8Array.from(Buffer.from(bytes)) : bytes);
const why = (bytes: Uint8Array | string, name?: string): string => {
  const upload = read(bytes, name);
  return upload.ok ? "" : upload.why;
};

describe("an uploaded file", () => {
  test("is taken as it is, a byte order mark aside", () => {
    expect(read("\ufeffOne.\r\nTwo.")).toMatchObject({ ok: true, text: "One.\r\nTwo.", encoding: "UTF-8" });
  });

  test("may be UTF-16 when it says so", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from("Größe", "utf16le")]);
    expect(read(bytes)).toMatchObject({ ok: true, text: "Größe", encoding: "UTF-16" });
  });

  test.each([
    ["empty", new Uint8Array(), /is empty/],
    ["blank", " \n\t", /holds no words/],
    ["Latin-1", Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), /not UTF-8/],
    ["cut UTF-8", Uint8Array.from([0x61, 0xe2, 0x82]), /not UTF-8/],
    ["binary", "a\u0000b", /binary/],
    ["PDF", "%PDF-1.7", /PDF file/],
    ["Word", "PK\u0003\u0004…", /Word or ZIP file/],
    ["too large", new Uint8Array(MAX_UPLOAD_BYTES + 1).fill(97), /at most 4\.0 MB/],
    ["too long", "a".repeat(2_000_001), /longer than 2,000,000 characters/],
  ])("that is %s is refused in a sentence", (_, bytes, words) => {
    expect(why(bytes)).toMatch(words);
  });

  test.each(["../../etc/passwd", "<b>.txt", "a\nb.txt", "😀".repeat(500), ""])("may be called %j", (name) => {
    expect(read("Words.", name).ok).toBe(true);
    expect(why("", name).length).toBeLessThan(250);
  });
});

describe("the title of a file", () => {
  test.each([
    ["# The *harbour* budget\n\nIt doubles.", "The harbour budget"],
    ["By a reporter.\n\n## Ships sink ##\nText", "Ships sink"],
    ["Ships sink in storm\n\nTen ships sank.", "Ships sink in storm"],
    ["Ten ships sank. Five were saved.\nMore.", "storm report"],
  ])("of %j is guessed as %j", (text, title) => {
    expect(guessTitle("storm-report.txt", text)).toBe(title);
  });

  test("is never longer than a title may be", () => {
    expect(guessTitle(`${"x".repeat(900)}.txt`, `# ${"y".repeat(900)}`).length).toBeLessThanOrEqual(500);
  });
});
