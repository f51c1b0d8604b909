import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { evidenced } from "@/__tests__/core/report/evidenced";
import { sample } from "@/__tests__/core/report/sample";
import { claimLabel } from "@/lib/core/report/claim-lines";
import { EN } from "@/lib/core/report/languages/en";
import { IN_FULL } from "@/lib/core/report/options";
import { composeReport, type Report, type ReportInput } from "@/lib/core/report/report";
import { renderTypst } from "@/lib/core/report/typst";
import { renderDocx } from "@/lib/exports/docx";
import { typeset, unsetCharacters } from "@/lib/platform/typst";
import { findOffice } from "@/scripts/office.cjs";

const office = findOffice();
/** These open what we write with programs of others; without them they are skipped, and `npm test` says so. */
const opened = office ? test : test.skip;

const folder = mkdtempSync(path.join(os.tmpdir(), "claimdesk-documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: keyof NonNullable<typeof office>, ...flags: string[]): string {
  if (!office) throw new Error("not installed");
  return execFileSync(office[program], flags, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8,
  });
}

async function asPdf(report: Report, name: string): Promise<string> {
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, (await typeset((unset) => renderTypst(report, unset))).pdf);
  return file;
}

/** Let LibreOffice open a DOCX and write it in another form. */
async function throughLibreOffice(
  report: Report,
  name: string,
  form: "fodt" | "txt:Text (encoded):UTF8",
): Promise<string> {
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, await renderDocx(report));
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
  run("soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, file);
  return readFileSync(path.join(folder, `${name}.${form.slice(0, form.startsWith("txt") ? 3 : 4)}`), "utf8");
}

const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();

const report = composeReport(sample);

// ---------------------------------------------------------------- PDF

opened("a PDF is tagged, accessible by PDF/UA-1, and has title, author and the report's own date", async () => {
  const file = await asPdf(report, "tagged");
  const info = run("pdfinfo", file);
  expect(info).toMatch(/^Tagged: +yes$/m);
  expect(run("pdfinfo", "-meta", file)).toMatch(/pdfuaid:part>\s*1\s*</);
  expect(info).toContain("Tillerson says U.S. to set up");
  expect(info).toContain("The Morning Desk");
  expect(info).toMatch(/^CreationDate: +Thu Mar 23 11:40:00 2017/m);
  expect(run("pdfinfo", "-struct", file)).toMatch(/H1[\s\S]*H2[\s\S]*H3/);
});

opened("a PDF holds every claim, note, source and sign-off as text that can be selected", async () => {
  const text = flat(run("pdftotext", "-layout", await asPdf(report, "whole"), "-"));
  const raw = flat(run("pdftotext", "-raw", path.join(folder, "whole.pdf"), "-"));
  for (const { number, wording, notes, signOff } of report.claims) {
    expect(raw).toContain(wording);
    expect(raw).toContain(`${number}`);
    for (const { quote, note } of notes) {
      expect(raw).toContain(flat(quote));
      expect(raw).toContain(flat(note));
    }
    if (signOff) expect(raw).toContain(`Signed off by ${signOff.by.name}`);
  }
  for (const { title, number } of report.sources) expect(raw).toContain(`[${number}] ${title}`);
  expect(text).toContain("Four-eyes rule stepped past.");
  expect(raw.replace(/ /g, "")).toContain(report.ledger.hash);
});

opened("a text that no font of ours can show is still set, stays selectable, and the foot says so", async () => {
  const other = composeReport({ ...sample, article: { ...sample.article, title: "Safe \u0378 zones" } });
  const result = await typeset((unset) => renderTypst(other, unset));
  expect(result.accessible).toBe(false);
  const file = path.join(folder, "unset.pdf");
  writeFileSync(file, result.pdf);
  expect(run("pdfinfo", file)).toMatch(/^Tagged: +yes$/m);
  expect(flat(run("pdftotext", "-raw", file, "-"))).toContain("U+0378");
});

test("the compiler's words name the characters it could not show", () => {
  const words =
    'error: the text `\\"漢\\"` could not be displayed … the text `\\"\\\\u{200d}\\"` could not be displayed';
  expect(unsetCharacters(words)).toEqual(["\u200d", "漢"]);
});

test("wrong Typst is an error and no document", async () => {
  await expect(typeset(() => "#no-such-thing")).rejects.toThrow("could not be typeset");
});

// ---------------------------------------------------------------- DOCX

interface Comment {
  anchored: string;
  says: string;
  author: string;
  date: string;
}

/** The comments of a flat ODT, in their order: what each says, and the words between its two ends. */
function commentsOf(fodt: string): Comment[] {
  const comments = new Map<string, Comment>();
  const open = new Set<Comment>();
  let inside: Comment | null = null;
  let tag = "";
  for (const [token] of fodt.matchAll(/<[^>]+>|[^<]+/g)) {
    const [, name = ""] = /office:name="([^"]*)"/.exec(token) ?? [];
    if (token.startsWith("<office:annotation ")) {
      inside = { anchored: "", says: "", author: "", date: "" };
      comments.set(name, inside);
    } else if (token === "</office:annotation>") {
      if (inside) open.add(inside);
      inside = null;
    } else if (token.startsWith("<office:annotation-end")) {
      const ended = comments.get(name);
      if (ended) open.delete(ended);
    } else if (token.startsWith("<")) tag = token;
    else if (inside && tag.startsWith("<dc:creator")) inside.author += plain(token);
    else if (inside && tag.startsWith("<dc:date")) inside.date += token.trim();
    else if (inside) inside.says += plain(token);
    else for (const comment of open) comment.anchored += plain(token);
  }
  return [...comments.values()];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Flat ODT is indented: a line break is never text. */
function plain(token: string): string {
  return token.replace(/\n\s*/g, "").replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? "");
}

opened("LibreOffice finds each claim as a comment on exactly its words, overlapping ones too", async () => {
  const comments = commentsOf(await throughLibreOffice(report, "comments", "fodt"));
  const placed = report.claims.filter(({ place }) => place !== null);
  expect(comments.map(({ anchored }) => anchored)).toEqual(placed.map(({ place }) => place?.exact));
  for (const [at, claim] of placed.entries()) {
    const says = comments[at]?.says ?? "";
    expect(says).toContain(`Claim ${claim.number}: ${claimLabel(claim, EN)}`);
    expect(says).toContain(claim.wording);
    for (const { quote, note } of claim.notes) {
      expect(says).toContain(quote);
      expect(says).toContain(note);
    }
  }
});

opened("a comment is by whoever signed the claim off, at that moment", async () => {
  const comments = commentsOf(await throughLibreOffice(report, "authors", "fodt"));
  expect(comments[0]).toMatchObject({ author: "Ben Lindqvist", date: "2017-03-23T11:40:00" });
  expect(comments.find(({ says }) => says.includes("Claim 5:"))).toMatchObject({ author: "Clara Fuentes" });
});

opened("a DOCX holds the article word for word, then summary, claims, sources and fingerprints", async () => {
  const text = flat(await throughLibreOffice(report, "text", "txt:Text (encoded):UTF8"));
  expect(text).toContain(flat(report.version.text));
  for (const { wording } of report.claims) expect(text).toContain(wording);
  for (const { title } of report.sources) expect(text).toContain(title);
  expect(text.replace(/ /g, "")).toContain(report.ledger.hash);
});

opened("evidence stands in the comments: comparisons, copies, whom the newsroom asked, objections", async () => {
  const full = composeReport(evidenced, IN_FULL);
  const comments = commentsOf(await throughLibreOffice(full, "evidence", "fodt"));
  const said = comments.map(({ says }) => says).join("\n");
  for (const { contacts, objections, notes } of full.claims) {
    for (const { answer } of contacts) expect(said).toContain(answer);
    for (const { words } of objections) expect(said).toContain(words);
    for (const { comparison } of notes) for (const { claim } of comparison ?? []) expect(said).toContain(claim);
  }
  expect(said).toContain("are one story: ");
  expect(said).not.toMatch(/\[object |undefined/);
});

opened(
  "characters beyond the first plane, right-to-left text and what XML can't hold go through Word's form",
  async () => {
    const text = "The 👩‍👩‍👧 e\u0301mission\u0007 was 5 < 6 & \ud83d half.\n\nمرحبا بالعالم, he said.";
    const start = text.indexOf("e\u0301mission");
    const anchor = { start, end: start + 9, exact: text.slice(start, start + 9), prefix: "", suffix: "" };
    const [first] = sample.claims;
    if (!first) throw new Error("no claim");
    const input: ReportInput = {
      ...sample,
      version: { ...sample.version, text },
      claims: [{ ...first, anchor, facts: [], wording: 'Says "\u0000<w:t>" & more\tthen' }],
      facts: [],
      dismissedFacts: [],
    };
    const fodt = await throughLibreOffice(composeReport(input), "strange", "fodt");
    const [comment] = commentsOf(fodt);
    expect(comment?.anchored).toBe("e\u0301mission");
    expect(comment?.says).toContain('Says "\ufffd<w:t>" & more then');
    expect(fodt).toContain("مرحبا بالعالم, he said.");
    expect(fodt).toContain("\ufffd was 5 &lt; 6 &amp; \ufffd half.");
  },
);
