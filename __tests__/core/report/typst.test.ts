import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import fc from "fast-check";
import { printable } from "@/lib/core/report/markup";
import { FOR_THE_PUBLIC, IN_FULL, REPORT_LANGUAGES } from "@/lib/core/report/options";
import { composeReport, type Report, type ReportInput } from "@/lib/core/report/report";
import { renderTypst } from "@/lib/core/report/typst";
import { breakable, closeDirections, typ, typstString } from "@/lib/core/report/typst-markup";
import { WORDS } from "@/lib/core/report/words";
import { evidenced } from "./evidenced";
import { bare, sample } from "./sample";

const compiler = NodeCompiler.create();
const query = (source: string, selector: string): { value?: string; body?: unknown }[] =>
  compiler.query({ mainFileContent: source }, { selector });

/** Words that mean something to Typst, and characters that trouble typesetters. */
const HOSTILE = [
  '#panic("out")',
  "= A heading of its own",
  "*bold* _slanted_ `raw` $x^2$",
  "\\",
  '"; #let x = 1; "',
  "]",
  "[",
  "<claim-1> @claim-1",
  "// gone",
  "/* gone",
  "#",
  "(x)",
  ".at(0)",
  "\u202eright to left",
  "مرحبا بالعالم \u2067",
  "e\u0301\u0302\u0303",
  "\u0000\u0007\u001b",
  "\ud83d",
  "👩‍👩‍👧 漢字",
  "\u2028\u2029",
  "x".repeat(400),
  "one\ntwo\r\nthree",
];
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 60 }));

test("whatever a text holds, Typst reads its literal as exactly its printable characters", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 200 }), (texts) => {
      const source = texts.map((text) => `#metadata(${typstString(text)}) <probe>`).join("\n");
      expect(query(source, "<probe>").map(({ value }) => value)).toEqual(texts.map(printable));
    }),
    { numRuns: 20 },
  );
});

test("text that follows text is never read as a call, a field or a label of it", () => {
  fc.assert(
    fc.property(hostile, hostile, (before, after) => {
      const { source } = typ`= ${before}${after}(x).at(0)<here>`;
      expect(query(source, "heading")).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test("a text closes the directions it opens, and only those", () => {
  expect(closeDirections("plain")).toBe("plain");
  expect(closeDirections("\u202eabc")).toBe("\u202eabc\u202c");
  expect(closeDirections("\u2067a\u202eb")).toBe("\u2067a\u202eb\u202c\u2069");
  expect(closeDirections("\u2067a\u202eb\u2069c")).toBe("\u2067a\u202eb\u2069c");
  expect(closeDirections("a\u202c\u2069")).toBe("a\u202c\u2069");
});

test("only words that no line holds may be broken", () => {
  expect(breakable("https://example.org/short stays")).toBe("https://example.org/short stays");
  expect(
    breakable("x".repeat(61))
      .split("\u200b")
      .map((part) => part.length),
  ).toEqual([30, 30, 1]);
});

/** The sample with hostile words in every place that people write in. */
function soiled(words: readonly string[]): ReportInput {
  let next = 0;
  const soil = (text: string) => `${words[next++ % words.length]}${text}`;
  const note = (one: (typeof sample.claims)[number]["notes"][number]) => ({
    ...one,
    stance: soil(one.stance),
    quote: soil(one.quote),
    locator: soil(one.locator),
    note: soil(one.note),
    author: { ...one.author, name: soil(one.author.name) },
  });
  return {
    ...sample,
    newsroom: { ...sample.newsroom, name: soil(sample.newsroom.name) },
    article: {
      ...sample.article,
      title: soil(""),
      byline: soil(""),
      publisher: soil(""),
      url: soil("https://"),
      language: soil(""),
    },
    scale: sample.scale.map((step) => ({ ...step, label: soil(step.label), meaning: soil("") })),
    sources: sample.sources.map((one) => ({ ...one, title: soil(one.title), publisher: soil(""), url: soil("") })),
    claims: sample.claims.map((claim) => ({
      ...claim,
      kind: soil(claim.kind),
      wording: soil(claim.wording),
      stateNote: soil(""),
      speaker: { name: soil(""), title: soil(""), via: soil(""), url: soil("") },
      notes: claim.notes.map(note),
      verdict: claim.verdict && { ...claim.verdict, explanation: soil(""), authorsWordReason: soil("") },
      facts: claim.facts.map((fact) => ({ ...fact, text: soil(fact.text), type: soil(fact.type) })),
    })),
  };
}

/** The document's skeleton: what may not change, whatever people write. */
function skeleton(report: Report): readonly [headings: number, labels: number] {
  const source = renderTypst(report);
  return [query(source, "heading").length, query(source, "metadata").length];
}

test("no words of an article, a name or a note change the document's structure", () => {
  const expected = skeleton(composeReport(sample));
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 7, maxLength: 7 }), (words) => {
      expect(skeleton(composeReport(soiled(words)))).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

test("every claim is a heading, and the text links to it and it to the text", () => {
  const report = composeReport(sample);
  const source = renderTypst(report);
  for (const { number, place } of report.claims) {
    expect(source).toContain(`<claim-${number}>`);
    expect(source).toContain(`link(label("claim-${number}"))`);
    if (place) expect(source).toContain(`link(label("mark-${number}"))`);
  }
});

test("a report of nothing can be set, too", () => {
  expect(query(renderTypst(composeReport(bare)), "heading").length).toBeGreaterThan(3);
});

test("the same report gives the same PDF byte for byte, by PDF/UA-1", () => {
  const source = renderTypst(composeReport(sample));
  const once = NodeCompiler.create().pdf({ mainFileContent: source }, { pdfStandard: "ua-1" });
  const again = NodeCompiler.create().pdf({ mainFileContent: source }, { pdfStandard: "ua-1" });
  expect(once.equals(again)).toBe(true);
});

test("characters that no font shows are named at the foot", () => {
  const source = renderTypst(composeReport(sample), ["漢", "\u{1f9ea}"]);
  expect(source).toContain("U+6F22, U+1F9EA");
});

test.each(REPORT_LANGUAGES)(
  "evidence is printed in %s: copies, comparisons, whom the newsroom asked, objections",
  (language) => {
    const report = composeReport(evidenced, { ...IN_FULL, language });
    const source = renderTypst(report);
    const words = WORDS[language];
    expect(query(source, "heading").length).toBeGreaterThan(8);
    for (const said of [words.article, words.contactLog, words.independenceLabel, words.copyLabel, words.fingerprint]) {
      expect(source).toContain(said);
    }
    for (const { contacts, objections, notes } of report.claims) {
      for (const { answer } of contacts) expect(source).toContain(answer);
      for (const objection of objections) expect(source).toContain(objection.words);
      for (const { comparison } of notes) for (const { claim } of comparison ?? []) expect(source).toContain(claim);
    }
    expect(source).toContain(`#set text(lang: "${language}")`);
    expect(source).not.toMatch(/\[object |undefined/);
  },
);

test("what the public may not know is in no part of the document", () => {
  const source = renderTypst(composeReport(evidenced, FOR_THE_PUBLIC));
  for (const { title, url, confidentiality } of evidenced.sources) {
    if (confidentiality !== "open") expect(source).not.toContain(title);
    if (confidentiality !== "open" && url !== "") expect(source).not.toContain(url);
  }
  expect(source).toContain(WORDS.en.knownSource);
});
