import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import schema from "@/docs/report.schema.json";
import { REPORT_FORMATS, type ReportFormat, writeReport } from "@/lib/core/report/formats";
import {
  ALL_CLAIMS,
  AUDIENCES,
  FOR_THE_PUBLIC,
  IN_FULL,
  REPORT_LANGUAGES,
  type ReportOptions,
} from "@/lib/core/report/options";
import { composeReport, type ReportInput } from "@/lib/core/report/report";
import { evidenced, INTERNAL, SECRET } from "./evidenced";

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

const file = (options: ReportOptions, format: ReportFormat, input = evidenced) =>
  writeReport(composeReport(input, options), format).body;
const audience = (who: "public" | "internal"): ReportOptions => ({ ...IN_FULL, audience: who });

/** What stands in a file, however the format writes it. */
const flat = (text: string) =>
  text.replace(/&#39;/g, "'").replace(/&amp;/g, "&").replace(/\\/g, "").replace(/\s+/g, " ");

describe("a secret source", () => {
  test.each(AUDIENCES.flatMap((who) => REPORT_FORMATS.map((format) => [who, format] as const)))(
    "leaves no word in the report for the %s as %s",
    (who, format) => {
      const body = flat(file(audience(who), format)).toLowerCase();
      expect(Object.values(SECRET).filter((word) => body.includes(word.toLowerCase()))).toEqual([]);
      expect(body).not.toContain("s-secret");
      expect(body).not.toContain("x-secret");
      expect(body).not.toContain("5".repeat(64));
    },
  );

  test("is told as known to the newsroom, with stance and date", () => {
    expect(flat(file(FOR_THE_PUBLIC, "html").replace(/<[^>]+>/g, " "))).toContain(
      "Supports Source known to the newsroom Consulted 23 March 2017",
    );
    expect(file(FOR_THE_PUBLIC, "md")).toContain(
      "**Supports** Source known to the newsroom. (consulted 23 March 2017)",
    );
    const [known] = composeReport(evidenced, FOR_THE_PUBLIC)
      .claims.flatMap(({ notes }) => notes)
      .filter(({ sourceId }) => sourceId === null);
    expect(known).toEqual({
      id: "n-secret",
      told: "known",
      sourceId: null,
      stance: "supports",
      consultedOn: "2017-03-23",
      hash: "b".repeat(64),
      quote: "",
      locator: "",
      note: "",
      author: null,
      createdAt: null,
      editedAt: null,
      salt: null,
      place: null,
      comparison: [],
    });
  });

  test("counts among the notes, not among the sources that are named", () => {
    const { figures } = composeReport(evidenced, FOR_THE_PUBLIC);
    expect(figures).toMatchObject({ notes: 13, secretNotes: 1, sources: 5 });
  });

  test("whatever is written into its fields never comes out, in no format, for nobody", () => {
    const planted = fc.stringMatching(/^[a-z]{8,14}$/).map((word) => `Qx${word}`);
    fc.assert(
      fc.property(fc.array(planted, { minLength: 4, maxLength: 12 }), (strings) => {
        let drawn = 0;
        const next = () => strings[drawn++ % strings.length] ?? "";
        const input: ReportInput = {
          ...evidenced,
          sources: evidenced.sources.map((source) => {
            if (source.confidentiality !== "secret") return source;
            const words = { title: next(), author: next(), publisher: next(), url: next(), language: next() };
            return { ...source, ...words, date: next(), reliability: next(), medium: next(), kind: next() };
          }),
          claims: evidenced.claims.map((claim) => ({
            ...claim,
            notes: claim.notes.map((one) =>
              one.sourceId === "s-secret"
                ? { ...one, quote: next(), locator: next(), note: next(), author: { id: next(), name: next() } }
                : one,
            ),
            contacts: claim.contacts.map((contact) =>
              contact.confidentiality === "secret"
                ? { ...contact, person: next(), role: next(), question: next(), answer: next(), channel: next() }
                : contact,
            ),
          })),
        };
        for (const who of AUDIENCES) {
          for (const format of REPORT_FORMATS) expect(file(audience(who), format, input)).not.toContain("Qx");
        }
      }),
      { numRuns: 20 },
    );
  });

  test("a note whose source nobody read is treated as secret", () => {
    const input = { ...evidenced, sources: evidenced.sources.filter(({ id }) => id !== "s-internal") };
    expect(file(IN_FULL, "json", input)).not.toContain(INTERNAL.quote);
  });
});

describe("what is for the newsroom only", () => {
  test.each(REPORT_FORMATS)("is not in the public %s", (format) => {
    const body = flat(file(FOR_THE_PUBLIC, format)).toLowerCase();
    expect(Object.values(INTERNAL).filter((word) => body.includes(word.toLowerCase()))).toEqual([]);
  });

  test.each(["html", "md", "json"] as const)("is in the internal %s", (format) => {
    const body = file(IN_FULL, format).toLowerCase();
    expect(Object.values(INTERNAL).filter((word) => !body.includes(word.toLowerCase()))).toEqual([]);
  });

  test("names people to the public by name alone", () => {
    const body = file(FOR_THE_PUBLIC, "json");
    expect(body).toContain("Ada Okafor");
    for (const id of ["u-ada", "u-ben", "u-clara", "u-rita"]) {
      expect(body).not.toContain(id);
      expect(file(IN_FULL, "json")).toContain(id);
    }
  });

  test("is said to be left out, and that a report is not for others", () => {
    expect(file(FOR_THE_PUBLIC, "html")).toContain(
      "Notes of the newsroom and sources that are not public are left out.",
    );
    expect(file(IN_FULL, "html")).toContain("For the newsroom only");
  });

  test("leaves the salt of a note only where nothing of it is left out", () => {
    const told = composeReport(evidenced, FOR_THE_PUBLIC).claims.flatMap(({ notes }) => notes);
    expect(told.filter(({ told, salt }) => (told === "all") !== (salt !== null))).toEqual([]);
    expect(new Set(told.map((one) => one.told))).toEqual(new Set(["all", "part", "known"]));
  });
});

describe("the evidence", () => {
  test.each(["html", "md"] as const)("is told in the %s", (format) => {
    const body = flat(file(IN_FULL, format).replace(/<[^>]+>/g, " "));
    for (const words of [
      "US$1.9 billion",
      "different",
      "not in the quote",
      "4 sources, 2 of them independent",
      "[1], [4] are one story: both credit Reuters",
      "Mark Toner, acting spokesman of the State Department",
      "asked 22 March 2017 by e-mail, answer asked for by 23 March 2017; answered 23 March 2017",
      "The figure is a total of all pledges for the year.",
      "Person known to the newsroom",
      "Stet: the wording stays",
      "The sentence says pledged, and the next one says what came in.",
      "hecked as of 22 March 2017; to be checked again by 30 June 2017",
      "a figure, name or date in the quote has changed in it; “US$1.9 billion” became “US$2.21 billion”",
      "p. 3: the quote stands in it",
      "Rule on sources stepped past.",
      "The department is the only one that counts pledges.",
      "Two of the 68 had left before the meeting.",
    ]) {
      expect(body).toContain(words);
    }
    expect(file(IN_FULL, format).replace(/[\s]/g, "")).toContain("c".repeat(64));
  });

  test.each(AUDIENCES)("fits the schema for the %s", (who) => {
    validate(JSON.parse(file(audience(who), "json")));
    expect(validate.errors).toBeNull();
  });
});

describe("a filter", () => {
  const only = (more: Partial<ReportOptions["only"]>): ReportOptions => ({
    ...IN_FULL,
    only: { ...ALL_CLAIMS, ...more },
  });
  const shown = (options: ReportOptions) => composeReport(evidenced, options).claims.map(({ number }) => number);

  test("shows the claims that fit all that is asked", () => {
    expect(shown(only({ signed: true }))).toEqual([1, 2, 3, 4, 6, 7, 10, 11, 14]);
    expect(shown(only({ speakers: ["Rex Tillerson"] }))).toEqual([1, 4, 10]);
    expect(shown(only({ verdicts: ["corrected", "could-not-confirm"] }))).toEqual([2, 11]);
    expect(shown(only({ states: ["in_check", "detected"] }))).toEqual([8, 13]);
    expect(
      shown(
        only({
          numbers: [
            { from: 2, to: 4 },
            { from: 14, to: 14 },
          ],
          signed: true,
        }),
      ),
    ).toEqual([2, 3, 4, 14]);
  });

  test("is told plainly, with the figures of what is shown and of all", () => {
    const options = only({ signed: true, speakers: ["Rex Tillerson"] });
    for (const format of ["html", "md"] as const) {
      const body = flat(file(options, format).replace(/<[^>]+>/g, " "));
      expect(body).toContain("This report shows 3 of 14 claims: only those signed off, said by Rex Tillerson.");
      expect(body).toContain("In the whole article: 9 of 13 claims signed off.");
      expect(body).toContain("The check is not complete:");
    }
    const { figures, whole, coverage } = composeReport(evidenced, options);
    expect(figures).toMatchObject({ claims: 3, signed: 3, sources: 2 });
    expect(whole).toMatchObject({ claims: 14, signed: 9 });
    expect(coverage).toEqual(composeReport(evidenced).coverage);
  });

  test("keeps what it leaves out from every format", () => {
    for (const format of REPORT_FORMATS) {
      const body = file(only({ numbers: [{ from: 1, to: 3 }] }), format);
      expect(body).toContain("68 countries and organizations were gathered");
      expect(body).not.toContain("The figure holds for humanitarian");
      expect(body).not.toContain("Deadline; the second editor");
    }
  });

  test("that leaves nothing out says nothing", () => {
    expect(file(IN_FULL, "html")).not.toContain("This report shows");
  });
});

describe("the language of the labels", () => {
  const inLanguage = (language: ReportOptions["language"]): ReportOptions => ({ ...FOR_THE_PUBLIC, language });

  test.each(
    REPORT_LANGUAGES.flatMap((language) => (["html", "md"] as const).map((format) => [language, format] as const)),
  )("%s: the evidence as %s is what it was", (language, format) => {
    const golden = path.join(__dirname, `../golden/report/evidence-${language}.${format}`);
    const body = file(inLanguage(language), format);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, body);
    expect(body).toBe(readFileSync(golden, "utf8"));
  });

  test.each(REPORT_LANGUAGES)("%s is said on the document, the article keeps its own", (language) => {
    const body = file(inLanguage(language), "html");
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toMatch(/<h1 lang="en">/);
    expect(body).toMatch(/<div class="galley" lang="en">/);
    if (language !== "en") expect(body).toMatch(/<h3 lang="en">/);
  });

  test.each(REPORT_LANGUAGES.filter((language) => language !== "en"))(
    "%s changes the labels, and neither claims nor notes nor the newsroom's own words",
    (language) => {
      const [english, other] = [file(FOR_THE_PUBLIC, "md"), file(inLanguage(language), "md")];
      for (const label of ["Said by", "Signed off by", "Sources", "Coverage", "Fingerprint", "claims"]) {
        expect(english).toContain(label);
        if (label !== "Sources") expect(other).not.toContain(label);
      }
      for (const { wording, verdict } of evidenced.claims) {
        expect(flat(other)).toContain(wording);
        if (verdict?.explanation) expect(other).toContain(verdict.explanation);
      }
      expect(other).toContain("Could not confirm");
    },
  );

  test("leaves the table of claims as it is, and of the JSON all but its sentences", () => {
    expect(file(inLanguage("fr"), "csv")).toBe(file(FOR_THE_PUBLIC, "csv"));
    const [english, french] = [FOR_THE_PUBLIC, inLanguage("fr")].map((options) => JSON.parse(file(options, "json")));
    expect({ ...french, method: english.method, language: "en" }).toEqual(english);
    expect(french.method).not.toEqual(english.method);
  });
});
