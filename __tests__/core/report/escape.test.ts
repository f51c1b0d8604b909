/** @jest-environment jsdom */

import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import schema from "@/docs/report.schema.json";
import { factSentences } from "@/lib/core/coverage/fact-sentences";
import { extract } from "@/lib/core/extraction/extract";
import { renderCsv } from "@/lib/core/report/csv";
import { renderHtml } from "@/lib/core/report/html";
import { renderJson, reportDocument } from "@/lib/core/report/json";
import { escapeMarkdown, renderMarkdown } from "@/lib/core/report/markdown";
import { followable, printable } from "@/lib/core/report/markup";
import { composeReport, type ReportInput } from "@/lib/core/report/report";
import { harmlessCell } from "@/lib/core/text/csv";
import { sample } from "./sample";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  'https://example.org/"><script>alert(1)</script>',
  "http://example.org/`x`'y'",
  "<!--",
  "]]>",
  "&lt;b&gt;",
  '=HYPERLINK("http://x")',
  "+1",
  "-1+1",
  "@SUM(A1)",
  "＝1+1",
  "\t=1",
  " \u00a0=1",
  "\r\n=1",
  "\u200b=1",
  "'=1",
  "[x](javascript:alert(1))",
  "![x](http://x)",
  "# head",
  "1. list",
  "- list",
  "> quote",
  "***",
  "```",
  "a\nb",
  "\ud800",
  "\u0000",
  "\u202e",
  "constructor",
  "__proto__",
];

const hostile = fc.oneof(
  fc.constantFrom(...PAYLOADS),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

/** Put a drawn string into every field that people or imports fill; the article's text stays, for the places in it. */
const hostileReport = fc.array(hostile, { minLength: 1, maxLength: 40 }).map((strings) => {
  let drawn = 0;
  const next = () => strings[drawn++ % strings.length] ?? "";
  const person = () => ({ id: next(), name: next() });
  const deed = { at: "2017-03-23T09:12:00.000Z" };
  const input: ReportInput = {
    ...sample,
    newsroom: { id: next(), name: next() },
    article: {
      id: next(),
      title: next(),
      byline: next(),
      publisher: next(),
      url: next(),
      publishedOn: next(),
      language: next(),
    },
    ready: sample.ready && { ...sample.ready, by: person(), why: [next()] },
    scale: sample.scale.map(({ id }) => ({ id, label: next(), meaning: next() })),
    claims: sample.claims.map((claim) => ({
      ...claim,
      kind: next(),
      wording: next(),
      speaker: { name: next(), title: next(), via: next(), url: next() },
      facts: claim.facts.map((fact) => ({
        ...fact,
        type: next(),
        text: next(),
        name: next(),
        title: next(),
        ticked: { by: person(), ...deed },
      })),
      notes: claim.notes.map((note) => ({
        ...note,
        quote: next(),
        locator: next(),
        note: next(),
        consultedOn: next(),
        author: person(),
      })),
      verdict: claim.verdict && {
        ...claim.verdict,
        explanation: next(),
        authorsWordReason: next(),
        proposed: { by: person(), ...deed },
      },
      signOff: claim.signOff && { ...claim.signOff, by: person(), anchored: next(), overrideReason: next() },
      voided: claim.voided.map((voided) => ({ ...voided, by: person(), voidReason: next(), overrideReason: next() })),
      dismissal: claim.dismissal && { ...claim.dismissal, reason: next(), note: next(), by: person() },
      stateNote: next(),
    })),
    dismissedFacts: sample.dismissedFacts.map((fact) => ({
      ...fact,
      text: next(),
      reason: next(),
      note: next(),
      by: person(),
    })),
    sources: sample.sources.map((source) => ({
      ...source,
      title: next(),
      publisher: next(),
      url: next(),
      date: next(),
    })),
  };
  return composeReport(input);
});

/** A text and claims over any places of it, overlapping as they like. */
const hostileText = fc
  .record({
    text: fc.array(hostile, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(" \n")),
    places: fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 14 }),
  })
  .map(({ text, places }) => {
    const claims = sample.claims.slice(0, places.length).map((claim, index) => {
      const [a, b] = places[index] ?? [0, 0];
      const start = Math.min(a, b, text.length - 1);
      const end = Math.min(Math.max(a, b), text.length - 1) + 1;
      return { ...claim, facts: [], anchor: { start, end, exact: text.slice(start, end), prefix: "", suffix: "" } };
    });
    const facts = factSentences(text, extract(text));
    return composeReport({ ...sample, version: { ...sample.version, text }, claims, facts, dismissedFacts: [] });
  });

const TAGS = new Set(
  "html head meta title style body header main section footer article h1 h2 h3 p div span b small sup mark q cite code blockquote a ul ol li dl dt dd table caption thead tbody tr th td svg circle path rect text".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "lang charset http-equiv content name class id href rel title aria-label aria-labelledby aria-hidden value viewbox cx cy r x y d width height fill stroke stroke-width stroke-dasharray text-anchor font-size font-weight".split(
    " ",
  ),
);

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

function foreignParts(document: Document): string[] {
  const elements = [...document.querySelectorAll("*")];
  return elements.flatMap((element) => [
    ...(TAGS.has(element.tagName.toLowerCase()) ? [] : [`<${element.tagName}>`]),
    ...[...element.attributes]
      .filter(({ name }) => !ATTRIBUTES.has(name.toLowerCase()))
      .map(({ name }) => `${element.tagName} ${name}`),
    ...[...element.attributes]
      .filter(({ name, value }) => name === "href" && !/^(#[a-z]+-\d+$|https?:)/.test(value))
      .map(({ value }) => `href ${value}`),
  ]);
}

/** What a reader sees of a string: HTML gives each character back. */
const seen = (text: string) => printable(text);

describe("the HTML report", () => {
  test("holds no element, attribute or address but its own, whatever stands in any field", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const html = renderHtml(report);
        const document = parsed(html);
        expect(foreignParts(document)).toEqual([]);
        expect(document.querySelectorAll("style")).toHaveLength(1);
        expect(document.querySelectorAll("article")).toHaveLength(12);
        expect(document.querySelector("h1")?.textContent).toBe(seen(report.article.title));
        expect(document.querySelector(".house")?.textContent).toBe(seen(report.newsroom.name));
        const wordings = [...document.querySelectorAll("h3")].map(({ textContent }) => textContent);
        expect(new Set(wordings)).toEqual(
          new Set(
            report.claims.filter(({ number }) => number !== 5 && number !== 13).map(({ wording }) => seen(wording)),
          ),
        );
        expect([...document.querySelectorAll("ol.sources cite")].map(({ textContent }) => textContent)).toEqual(
          report.sources.map(({ title }) => seen(title)),
        );
        expect(html).not.toMatch(/<script|javascript:[^"]*"\s+rel|\son[a-z]+="/i);
      }),
      { numRuns: 25 },
    );
  });

  test("gives the article back character by character under whatever marks", () => {
    fc.assert(
      fc.property(hostileText, (report) => {
        const document = parsed(renderHtml(report));
        expect(foreignParts(document)).toEqual([]);
        for (const number of document.querySelectorAll(".galley sup")) number.remove();
        const shown = [...document.querySelectorAll(".galley .para > p")].map(({ textContent }) => textContent);
        const lines = report.version.text.split("\n").filter((line) => line.trim() !== "");
        expect(shown).toEqual(lines.map(seen));
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 40 },
    );
  });

  test("asks nobody for anything", () => {
    const document = parsed(renderHtml(composeReport(sample)));
    expect(document.querySelectorAll("script, link, img, iframe, object, embed, form, [src], [style]")).toHaveLength(0);
    expect(document.querySelector("style")?.textContent).not.toMatch(/url\(|@import/);
  });

  test.each([
    ["https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"],
    [" http://example.org ", "http://example.org/"],
    ["HTTPS://EXAMPLE.ORG", "https://example.org/"],
    ["javascript:alert(1)", null],
    [" java\nscript:alert(1)", null],
    ["data:text/html,x", null],
    ["//example.org", null],
    ["ftp://example.org", null],
    ["", null],
  ])("follows %j as %j", (address, href) => {
    expect(followable(address)).toBe(href);
  });
});

describe("the CSV report", () => {
  test("has no formula in any cell and gives every cell back", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const csv = renderCsv(report);
        expect(csv.startsWith("\ufeff")).toBe(true);
        const rows = readCsv(csv.slice(1));
        expect(rows).toHaveLength(report.claims.length + 1);
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]?.length ?? 0);
          for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        }
        expect(rows.slice(1).map((row) => row[3])).toEqual(
          report.claims.map(({ wording }) => harmlessCell(printable(wording))),
        );
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@a",
    "\t1",
    "\r1",
    "\n1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "−1",
  ])("puts an apostrophe before %j", (cell) => {
    expect(harmlessCell(cell)).toBe(`'${cell}`);
  });

  test.each(["", "a=b", "2017", "“quoted”", "'=1", "1-2"])("leaves %j alone", (cell) => {
    expect(harmlessCell(cell)).toBe(cell);
  });
});

/** Read CSV whose every cell is quoted, as RFC 4180 says; throws on anything else. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  while (at < text.length) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) throw new Error(`no cell at ${at}`);
    row.push((found[1] ?? "").replaceAll('""', '"'));
    at = cell.lastIndex;
    if (found[2] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("the Markdown report", () => {
  test("escapes every character that could mean something, and loses none", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text);
        const bare = escaped.replace(/\\[!-/:-@[-`{-~]/g, "");
        expect(bare).not.toMatch(/[\\`*_[\]~$<>\n]|&(?!(amp|lt|gt);)/);
        expect(escaped).not.toMatch(/^([-+#=|:]|\d+[.)])/);
        const back = escaped
          .replace(/\\([!-/:-@[-`{-~])/g, "$1")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&amp;", "&");
        expect(back).toBe(printable(text).replace(/\s+/g, " ").trim());
      }),
      { numRuns: 500 },
    );
  });

  test("has the same blocks whatever stands in its fields, and no HTML", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const lines = renderMarkdown(report).split("\n");
        expect(lines.filter((line) => line.startsWith("### "))).toHaveLength(14);
        expect(lines.filter((line) => line.startsWith("## "))).toHaveLength(10);
        for (const line of lines) expect(line.replace(/<https?:[^<>\s]*>/g, "")).not.toMatch(/</);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the JSON report", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  test("reads back equal and fits its schema whatever stands in it", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const back: unknown = JSON.parse(renderJson(report));
        expect(back).toEqual(reportDocument(report));
        validate(back);
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 25 },
    );
  });
});
