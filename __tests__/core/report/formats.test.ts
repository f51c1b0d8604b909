import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import schema from "@/docs/report.schema.json";
import { REPORT_FORMATS, writeReport } from "@/lib/core/report/formats";
import { reportDocument } from "@/lib/core/report/json";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { composeReport, type ReportInput } from "@/lib/core/report/report";
import { bare, carried, sample } from "./sample";

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** The formats that tell the whole report, beside those that only carry its claims to other programs. */
const TELLING = REPORT_FORMATS.filter((format) => format !== "webanno" && format !== "claimreview");

const report = composeReport(sample);
const golden = path.join(__dirname, "../golden/report");

describe("each format", () => {
  test.each(REPORT_FORMATS)("%s of the sample is what it was", (format) => {
    const file = path.join(golden, `sample.${format}`);
    const { body } = writeReport(report, format);
    if (process.env.UPDATE_GOLDEN === "1") {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, body);
    }
    expect(body).toBe(readFileSync(file, "utf8"));
  });

  test.each(REPORT_FORMATS)("%s has the same bytes for the same records, in whatever order they come", (format) => {
    const turned: ReportInput = {
      ...sample,
      claims: [...sample.claims].reverse().map((claim) => ({ ...claim, notes: [...claim.notes].reverse() })),
      sources: [...sample.sources].reverse(),
      dismissedFacts: [...sample.dismissedFacts].reverse(),
    };
    expect(writeReport(composeReport(turned), format)).toEqual(writeReport(report, format));
  });

  test.each(TELLING)("%s holds the claim, its figure, source, verdict, people and fingerprint", (format) => {
    const { body } = writeReport(report, format);
    for (const words of [
      "2,000,000,000",
      "Iraq: Systematic Country Diagnostic",
      "table 4.2",
      "Corrected",
      "The figure holds for humanitarian",
      "Clara Fuentes",
      "Ben Lindqvist",
      "Deadline; the second editor was on a plane",
      "marked as such",
    ]) {
      expect(body).toContain(words);
    }
    const flat = body.replace(/[\s\\]/g, "");
    expect(flat).toContain(report.version.sha256);
    expect(flat).toContain(report.ledger.hash);
  });

  test.each(TELLING)("%s says how many facts are under a decision", (format) => {
    expect(writeReport(report, format).body).toMatch(
      format === "json"
        ? /"decided": 29,/
        : /29 of 76 facts under a decision; 14 wait with open claims; 33 in no claim/,
    );
  });

  test.each(["html", "md", "json"] as const)(
    "%s lists the facts in no claim, and those left so with the reason",
    (format) => {
      const { body } = writeReport(report, format);
      expect(body).toMatch(/(<mark>|\*\*|"text": ")first major diplomatic event/);
      expect(body.replace(/[\\*]/g, "")).toContain("Everybody knows where that is.");
      expect(body.toLowerCase()).toMatch(/common.knowledge/);
    },
  );

  test.each(REPORT_FORMATS)("%s can be written of nothing", (format) => {
    expect(writeReport(composeReport(bare), format).body).not.toMatch(/undefined|NaN|\[object/);
  });

  test("a broken ledger is said loudly on paper", () => {
    const check = { ok: false, seq: 4, reason: "The entry was changed after it was written." } as const;
    const broken = composeReport({ ...sample, ledger: { ...sample.ledger, check } });
    for (const format of ["html", "md"] as const) {
      const { body } = writeReport(broken, format);
      expect(body).toContain("The ledger of this article is broken at entry 4.");
      expect(body).not.toContain("is whole");
    }
    expect(reportDocument(broken).ledger).toMatchObject({ verified: false, fault: { seq: 4, reason: check.reason } });
  });

  test("a sign-off that does not fit the records is not shown as one", () => {
    const claims = sample.claims.map((claim) =>
      claim.number === 1 && claim.signOff ? { ...claim, signOff: { ...claim.signOff, intact: false } } : claim,
    );
    const changed = composeReport({ ...sample, claims });
    expect(writeReport(changed, "html").body).toContain("the records no longer hold what was approved");
    expect(writeReport(changed, "html").body).toContain("8 of 13 claims signed off");
  });
});

describe("a sign-off that was carried to a later version", () => {
  const later = composeReport(carried);
  const body = (format: "html" | "md" | "csv") => writeReport(later, format).body.replace(/<[^>]+>/g, "");

  test.each(["html", "md"] as const)(
    "says so in %s, with the words it was given for where they are others now",
    (format) => {
      expect(body(format)).toContain(
        "Signed off by Ben Lindqvist, 23 March 2017, 11:40 UTC, given on version 1, carried to version 3.",
      );
      expect(body(format)).toContain("Sign-off by Ada Okafor, 23 March 2017, 08:55 UTC, version 1, void since");
      expect(body(format).match(/When it was signed off, the words in the article were/g)).toHaveLength(1);
      expect(body(format)).toContain("68 nations and organizations");
    },
  );

  test("has its version and its words in the table of claims and in the JSON", () => {
    expect(body("csv")).toContain('"2017-03-23T11:40:00.000Z","1","68 nations and organizations"');
    expect(body("csv")).toContain("Ada Okafor, 2017-03-23T08:55:00.000Z, version 1: A source note was added.");
    const document = reportDocument(later);
    expect(document.claims.find(({ number }) => number === 3)?.signOff).toMatchObject({
      versionNumber: 1,
      anchored: "68 nations and organizations",
    });
    validate(JSON.parse(writeReport(later, "json").body));
    expect(validate.errors).toBeNull();
  });
});

describe("file names", () => {
  test.each([
    ["Tillerson says U.S. to set up “interim zones”", "fact-check-tillerson-says-u-s-to-set-up-interim-zones-v1.html"],
    ["Ärger über Köln", "fact-check-arger-uber-koln-v1.html"],
    ['../../etc/passwd"\r\nX: y', "fact-check-etc-passwd-x-y-v1.html"],
    ["速報", "fact-check-a1-v1.html"],
    ["", "fact-check-a1-v1.html"],
  ])("%j becomes %s", (title, name) => {
    const input = { ...sample, article: { ...sample.article, title } };
    expect(writeReport(composeReport(input, FOR_THE_PUBLIC), "html").name).toBe(name);
    expect(writeReport(composeReport(input), "html").name).toBe(name.replace("-v1.", "-v1-internal."));
  });

  test("never hold what a header or a file system minds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const titled = composeReport({ ...bare, article: { ...bare.article, title } }, FOR_THE_PUBLIC);
        expect(writeReport(titled, "csv").name).toMatch(/^fact-check-[a-z0-9-]{1,60}-v1\.csv$/);
      }),
    );
  });
});

describe("the JSON form", () => {
  test.each([
    ["sample", sample],
    ["empty report", bare],
  ])("of the %s is what its schema says", (_name, input) => {
    validate(JSON.parse(writeReport(composeReport(input), "json").body));
    expect(validate.errors).toBeNull();
  });

  test("the schema refuses a report that lacks something or holds something more", () => {
    const { newsroom: _, ...lacking } = reportDocument(report);
    expect(validate(lacking)).toBe(false);
    expect(validate({ ...reportDocument(report), secret: 1 })).toBe(false);
  });

  test("reads back as the document it was written from", () => {
    expect(JSON.parse(writeReport(report, "json").body)).toEqual(reportDocument(report));
  });

  test("counts places in code points, as the W3C asks, whatever stands in the text", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const points = [...words];
        const [from, to] = [a % points.length, b % points.length].sort((x, y) => x - y) as [number, number];
        const start = points.slice(0, from).join("").length;
        const exact = points.slice(from, to + 1).join("");
        const [first] = sample.claims;
        if (!first) throw new Error("the sample has claims");
        const anchor = { start, end: start + exact.length, exact, prefix: "", suffix: "" };
        const claims = [{ ...first, anchor, facts: [] }];
        const input = { ...sample, version: { ...sample.version, text: words }, claims };
        const [, position] = reportDocument(composeReport(input)).claims[0]?.target?.selector ?? [];
        expect(position).toEqual({ type: "TextPositionSelector", start: from, end: to + 1 });
      }),
    );
  });
});
