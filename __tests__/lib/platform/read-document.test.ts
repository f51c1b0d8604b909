import { readFileSync } from "node:fs";
import path from "node:path";
import { ZipFile } from "yazl";
import { pageAt } from "@/lib/core/evidence/document";
import { readDocument } from "@/lib/platform/read-document";

const FOLDER = path.resolve(__dirname, "../../fixtures/documents");
const file = (name: string): Buffer => readFileSync(path.join(FOLDER, name));
const html = (text: string, url = "https://paper.example/2017/fund") => readDocument(Buffer.from(text), { url });
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const pageOf = (reading: Awaited<ReturnType<typeof readDocument>>, words: string) => {
  const at = reading.text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in:\n${reading.text}`);
  return pageAt(reading.pages, at)?.label ?? null;
};

// ---------------------------------------------------------------- what other programs wrote

test("a PDF by LibreOffice is read page by page", async () => {
  const reading = await readDocument(file("pages.pdf"));
  expect(reading).toMatchObject({ mediaType: "application/pdf", unread: "" });
  expect(reading.pages.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  expect(
    pageOf(reading, "pledged $2 billion to the countries on its border in 2017, said its director, Amina Okoro."),
  ).toBe("1");
  expect(pageOf(reading, "A total of 66 countries are members")).toBe("2");
  expect(pageOf(reading, "audited on 3 March 2017")).toBe("3");
});

test("a PDF by pdfTeX has the page numbers printed in it, and its lines make paragraphs again", async () => {
  const reading = await readDocument(file("report.pdf"));
  expect(reading.about).toMatchObject({ title: "A history of the fund", byline: "B. Mensah" });
  expect(pageOf(reading, "This short history was written from the fund’s own records")).toBe("i");
  expect(pageOf(reading, "pledged more than $2 billion for the stabilisation of the region.")).toBe("1");
  expect(pageOf(reading, "by December $1.4 billion had arrived.")).toBe("2");
  expect(reading.text).toMatch(
    /characteristically widespread\.\s*\n\n?\s*A second paragraph|characteristically widespread\. A second/,
  );
});

test("a Word document by LibreOffice is read with its page breaks and its table", async () => {
  const reading = await readDocument(file("pages.docx"));
  expect(reading).toMatchObject({ mediaType: DOCX, unread: "" });
  expect(reading.pages.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  expect(pageOf(reading, "The fund pledged $2 billion to the countries on its border in 2017")).toBe("1");
  expect(pageOf(reading, "A total of 66 countries are members")).toBe("2");
  expect(pageOf(reading, "audited on 3 March 2017")).toBe("3");
  expect(reading.text).toMatch(/Ghana\s+12\.5/);
});

test("pages that Word drew last count, and the breaks that somebody made are among them", async () => {
  const paragraph = (words: string, before = "") => `<w:p><w:r>${before}<w:t>${words}</w:t></w:r></w:p>`;
  const drawn = "<w:lastRenderedPageBreak/>";
  const reading = await readDocument(
    await word(
      paragraph("one") +
        paragraph("two", drawn) +
        paragraph("three", `<w:br w:type="page"/>`) +
        paragraph("four", drawn),
    ),
  );
  expect(reading.pages.map(({ start, end, label }) => [label, reading.text.slice(start, end)])).toEqual([
    ["1", "one"],
    ["2", "two\n\nthree"],
    ["3", "four"],
  ]);
});

test("a table is read row by row, and a line break in a cell ends no row", async () => {
  const reading = await readDocument(file("table.csv"));
  expect(reading.mediaType).toBe("text/csv");
  expect(reading.pages.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  expect(pageOf(reading, "renewed in 2017")).toBe("2");
  expect(pageOf(reading, "Malta;4")).toBe("3");
});

test("an old letter in Windows-1252 is read as what it says", async () => {
  const reading = await readDocument(file("old-letter.txt"));
  expect(reading.mediaType).toBe("text/plain");
  expect(reading.text).toContain("“The money was never paid in full”");
  expect(reading.text).toContain("Zürich");
});

// ---------------------------------------------------------------- web pages

const PAGE = `<!doctype html><html lang="en_GB"><head><title>Fund pledges | The Paper</title>
<meta property="og:title" content="Fund pledges $2 billion"><meta name="author" content="Ama Mensah">
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2017-03-03T10:00:00Z">
<link rel="canonical" href="/2017/fund?id=7"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Fund pledges $2 billion</h1>
<p>The fund pledged <b>$2 billion</b> to the countries on its border, its director said on Friday, after weeks of talks behind closed doors.</p>
<p>“We will build zones of stability”, she told the assembly, and added that nobody should expect the money before the autumn of the year.</p>
<ul><li>First part: half of it</li><li>Second part: the rest</li></ul>
<table><tr><th>Country</th><th>Share</th></tr><tr><td>Ghana</td><td>12.5</td></tr></table>
</article><footer>All rights reserved</footer></body></html>`;

test("of a web page the article is read, in paragraphs, with what the page says of itself", async () => {
  const reading = await html(PAGE);
  expect(reading).toMatchObject({
    mediaType: "text/html",
    about: {
      title: "Fund pledges $2 billion",
      byline: "Ama Mensah",
      siteName: "The Paper",
      publishedOn: "2017-03-03",
      language: "en-GB",
      canonicalUrl: "https://paper.example/2017/fund?id=7",
    },
  });
  expect(reading.text).toContain("The fund pledged $2 billion to the countries");
  expect(reading.text).toContain("closed doors.\n\n“We will build");
  expect(reading.text).toContain("half of it\nSecond part");
  expect(reading.text).toContain("Country\tShare\nGhana\t12.5");
  expect(reading.text).not.toContain("Sport");
});

test("a page that is no article is read whole", async () => {
  const reading = await html("<html><body><div>Price list</div><div>Tea 3.20</div></body></html>");
  expect(reading.text).toBe("Price list\n\nTea 3.20");
});

test("what JSON-LD says of an article is read where nothing else says it", async () => {
  const data = {
    "@type": "NewsArticle",
    author: [{ name: "Kofi" }],
    publisher: { name: "Wire" },
    datePublished: "2020-02-01",
  };
  const reading = await html(
    `<html><head><script type="application/ld+json">${JSON.stringify({ "@graph": [data] })}</script></head><body><p>x</p></body></html>`,
  );
  expect(reading.about).toMatchObject({ byline: "Kofi", siteName: "Wire", publishedOn: "2020-02-01" });
});

test("a page in another character set is read by what the server or the page says", async () => {
  const body = Buffer.from("<html><body><p>Z\xfcrich pledged the money</p></body></html>", "latin1");
  expect((await readDocument(body, { charset: "iso-8859-1" })).text).toContain("Zürich");
  const own = Buffer.from(
    '<html><head><meta charset="iso-8859-1"></head><body><p>Z\xfcrich</p></body></html>',
    "latin1",
  );
  expect((await readDocument(own)).text).toContain("Zürich");
});

// ---------------------------------------------------------------- types

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.each([
  ["a picture", PNG, "image/png"],
  [
    "a recording",
    Buffer.concat([Buffer.from("RIFF\x24\x01\x00\x00WAVEfmt ", "latin1"), Buffer.alloc(284)]),
    "audio/wav",
  ],
  ["a program", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(100)]), "application/x-elf"],
  ["bytes of no kind", Buffer.from([1, 2, 3, 0, 255, 7, 8]), "application/octet-stream"],
  ["nothing", Buffer.alloc(0), "text/plain"],
  ["a web page after a comment", Buffer.from("<!-- hi -->\n<!DOCTYPE html><p>x"), "text/html"],
  [
    "an XHTML page",
    Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>'),
    "text/html",
  ],
  ["other XML", Buffer.from('<?xml version="1.0"?><feed/>'), "application/xml"],
  ["two lines of prose", Buffer.from("The fund pledged it.\nNobody, it seems, was told, or asked.\n"), "text/plain"],
] as const)("%s is known by its bytes", async (_, bytes, mediaType) => {
  const reading = await readDocument(bytes);
  expect([reading.mediaType, reading.unread]).toEqual([mediaType, ""]);
});

// ---------------------------------------------------------------- hostile

test("no script runs and nothing is loaded", async () => {
  const reading = await html(`<html><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/x"></head><body>
    <p id="p">The words of the page.</p>
    <script>document.getElementById("p").textContent = "replaced"; process.exit(1)</script>
    <img src="http://127.0.0.1:1/x.png" onerror="document.body.textContent='replaced'">
    <iframe src="http://127.0.0.1:1/"></iframe><iframe srcdoc="<p>framed</p>"></iframe>
    <style>p { content: "styled" }</style><svg onload="x()"><text>drawn</text></svg>
    <p hidden>hidden words</p><p style="display: none">more hidden words</p></body></html>`);
  expect(reading.text).toBe("The words of the page.");
});

test.each([
  ["elements nested 200,000 deep", () => `<html><body>${"<div>".repeat(200_000)}The words`],
  [
    "5 MB of paragraphs",
    () => `<html><body>${"<p>The words of a very long page, again and again.</p>".repeat(95_000)}`,
  ],
  ["a million unclosed quotation marks", () => `<html><body><p>The words</p><a href="${'"'.repeat(1_000_000)}`],
  ["a table in a table 2,000 times", () => `<html><body>${"<table><tr><td>".repeat(2_000)}The words`],
])(
  "%s break nothing",
  async (_, make) => {
    const reading = await html(make());
    expect(reading.mediaType).toBe("text/html");
    expect(reading.text).toContain("The words");
    // The next one is read as if nothing had been.
    expect((await html("<html><body><p>Next</p></body></html>")).text).toBe("Next");
  },
  120_000,
);

test("a document that takes too long or too much is given up in a sentence", async () => {
  const large = `<html><body>${"<p>The words of a very long page, again and again.</p>".repeat(95_000)}`;
  const slow = await readDocument(Buffer.from(large), {}, { milliseconds: 1_000, megabytes: 768 });
  expect(slow).toMatchObject({ text: "", unread: "Reading this document took too long, so it has no text." });
  const heavy = await readDocument(Buffer.from(large), {}, { milliseconds: 60_000, megabytes: 24 });
  expect(heavy).toMatchObject({ text: "", unread: expect.stringContaining("too large or too tangled") });
});

test("a PDF behind a password, a broken one and one without text say so", async () => {
  expect(await readDocument(file("locked.pdf"))).toMatchObject({
    mediaType: "application/pdf",
    text: "",
    unread: "This PDF is locked with a password, so its text can't be read.",
  });
  const whole = file("pages.pdf");
  for (const broken of [
    whole.subarray(0, 300),
    Buffer.from(whole.toString("latin1").replace(/obj/g, "jbo"), "latin1"),
  ]) {
    expect(await readDocument(broken)).toMatchObject({
      mediaType: "application/pdf",
      text: "",
      unread: expect.stringMatching(/^This PDF .*\.$/),
    });
  }
});

test("a Word document that is broken or a bomb says so", async () => {
  const broken = file("pages.docx").subarray(0, 3_000);
  expect(await readDocument(broken)).toMatchObject({ text: "" });
  const bomb = await word(`<w:p><w:r><w:t>${"a".repeat(70 * 1024 * 1024)}</w:t></w:r></w:p>`);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await readDocument(bomb)).toMatchObject({
    mediaType: DOCX,
    text: "",
    unread: "This Word document unpacks to far more than a text can be, so it isn't read.",
  });
  const lying = lyingSize(bomb);
  expect(await readDocument(lying)).toMatchObject({
    mediaType: DOCX,
    text: "",
    unread: expect.stringMatching(/^This Word document/),
  });
});

/** The same file, which says of each part that it unpacks to 10 bytes. */
function lyingSize(zip: Buffer): Buffer {
  const lying = Buffer.from(zip);
  for (let at = lying.indexOf("PK\x01\x02"); at >= 0; at = lying.indexOf("PK\x01\x02", at + 4)) {
    if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(10, at + 24);
  }
  return lying;
}

/** A Word document with this body. */
function word(body: string): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  add(
    "[Content_Types].xml",
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
  );
  add(
    "_rels/.rels",
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  add(
    "word/document.xml",
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  zip.end();
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    zip.outputStream.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => resolve(Buffer.concat(pieces)));
  });
}

test("letters that no database keeps are left out", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("a\u0000b\ud800c", "utf16le")]);
  const { text } = await readDocument(utf16);
  expect(text).toBe("ab\ufffdc");
});
