import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import * as jsonld from "jsonld";
import { composeReport, type ReportInput } from "@/lib/core/report/report";
import { annotationCollection, renderWebAnnotation } from "@/lib/core/report/web-annotation";
import { bare, carried, sample } from "./sample";
import schema from "./web-annotation.schema.json";

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/**
 * The terms of http://www.w3.org/ns/anno.jsonld that we use, as the Web Annotation Vocabulary (W3C Recommendation, 2017) defines them,
 * written down for these tests so that nothing is fetched.
 */
const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const DCTERMS = "http://purl.org/dc/terms/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const link = (id: string) => ({ "@id": id, "@type": "@id" });
const word = (id: string) => ({ "@id": id, "@type": "@vocab" });
const typed = (id: string, type: string) => ({ "@id": id, "@type": XSD + type });
const CONTEXT = {
  id: { "@type": "@id", "@id": "@id" },
  type: { "@type": "@id", "@id": "@type" },
  Annotation: `${OA}Annotation`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  TimeState: `${OA}TimeState`,
  Text: "http://purl.org/dc/dcmitype/Text",
  Person: "http://xmlns.com/foaf/0.1/Person",
  Organization: "http://xmlns.com/foaf/0.1/Organization",
  Software: `${AS}Application`,
  ...Object.fromEntries(
    ["assessing", "classifying", "commenting", "describing", "highlighting", "identifying", "linking", "tagging"].map(
      (motivation) => [motivation, OA + motivation],
    ),
  ),
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  state: link(`${OA}hasState`),
  via: link(`${OA}via`),
  motivation: word(`${OA}motivatedBy`),
  purpose: word(`${OA}hasPurpose`),
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  start: typed(`${OA}start`, "nonNegativeInteger"),
  end: typed(`${OA}end`, "nonNegativeInteger"),
  sourceDate: typed(`${OA}sourceDate`, "dateTime"),
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  format: "http://purl.org/dc/elements/1.1/format",
  language: "http://purl.org/dc/elements/1.1/language",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  name: "http://xmlns.com/foaf/0.1/name",
  created: typed(`${DCTERMS}created`, "dateTime"),
  modified: typed(`${DCTERMS}modified`, "dateTime"),
  generated: typed(`${DCTERMS}issued`, "dateTime"),
  creator: link(`${DCTERMS}creator`),
  generator: link(`${AS}generator`),
  total: typed(`${AS}totalItems`, "nonNegativeInteger"),
  first: link(`${AS}first`),
  partOf: link(`${AS}partOf`),
  startIndex: typed(`${AS}startIndex`, "nonNegativeInteger"),
  items: { "@id": `${AS}items`, "@container": "@list" },
};

async function documentLoader(url: string) {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`not here: ${url}`);
  return { contextUrl: undefined, documentUrl: url, document: { "@context": CONTEXT } };
}

const report = composeReport(sample);

/** The keys of JSON-LD whose values are no names of ours. */
function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + countKeys(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + 1 + countKeys(one), 0);
}

test("the collection is what the data model says, for reports full, empty and carried", () => {
  for (const input of [sample, bare, carried]) {
    validate(JSON.parse(renderWebAnnotation(composeReport(input))));
    expect(validate.errors).toBeNull();
  }
});

test("each claim is an annotation, and as RDF no term of it is lost", async () => {
  const written = JSON.parse(renderWebAnnotation(report));
  const [collection] = await jsonld.expand(written, { documentLoader, safe: true });
  const back = await jsonld.compact(collection ?? {}, "http://www.w3.org/ns/anno.jsonld", { documentLoader });
  expect(countKeys(back)).toBe(countKeys(written));
  const quads = (await jsonld.toRDF(written, { documentLoader })) as readonly {
    predicate: { value: string };
    object: { value: string };
  }[];
  const of = (predicate: string) => quads.filter((quad) => quad.predicate.value === predicate);
  expect(of(`${OA}hasTarget`)).toHaveLength(report.claims.length);
  expect(of(`${OA}motivatedBy`).map(({ object }) => object.value)).toContain(`${OA}assessing`);
  expect(
    of(`${OA}exact`)
      .map(({ object }) => object.value)
      .sort(),
  ).toEqual(report.claims.flatMap(({ place }) => place?.exact ?? []).sort());
});

test("verdict, explanation, wording and sources are bodies with their purposes", () => {
  const { items } = annotationCollection(report).first;
  const item = items.find(({ id }) => id.endsWith("claim:c11"));
  expect(item?.motivation).toBe("assessing");
  expect(item?.creator).toMatchObject({ type: "Person", name: "Clara Fuentes" });
  const by = (purpose: string) =>
    item?.body.flatMap((body) => (body.purpose === purpose ? ("value" in body ? body.value : body.source) : []));
  expect(by("classifying")).toEqual(["Corrected"]);
  expect(by("describing")).toEqual([
    "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
  ]);
  expect(by("commenting")?.[0]).toContain("The figure holds for humanitarian");
  expect(by("linking")).toEqual([
    "https://2009-2017.state.example/remarks/2017/03/plenary?session=1&part=2",
    "https://documents.example.org/iraq-diagnostic.pdf",
  ]);
});

test("a secret source is no body", () => {
  const hidden = composeReport({
    ...sample,
    sources: sample.sources.map((source) => ({ ...source, confidentiality: "secret" })),
  });
  const written = renderWebAnnotation(hidden);
  for (const { title } of sample.sources) expect(written).not.toContain(title);
});

test("the text is named by its hash: base64url of the same SHA-256", () => {
  const { source } = annotationCollection(report).first.items[0]?.target ?? {};
  const name = Buffer.from(report.version.sha256, "hex").toString("base64url");
  expect(source).toMatchObject({ id: `ni:///sha-256;${name}`, format: "text/plain", language: "en" });
});

test("positions count code points, whatever stands before and in the claim", () => {
  const pieces = fc.constantFrom("a", " ", "😀", "👩‍👩‍👧", "e\u0301", "漢", "\ud83d", "ق", "\n", "𝒳");
  const words = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
  const [first] = sample.claims;
  if (!first) throw new Error("no claim");
  fc.assert(
    fc.property(words, words, words, (before, own, after) => {
      const text = `${before}${own}${after}`;
      const anchor = {
        start: before.length,
        end: before.length + own.length,
        exact: own,
        prefix: before,
        suffix: after,
      };
      const input: ReportInput = {
        ...sample,
        version: { ...sample.version, text },
        claims: [{ ...first, anchor, facts: [] }],
        facts: [],
        dismissedFacts: [],
      };
      const [item] = annotationCollection(composeReport(input)).first.items;
      const [quote, position] = item?.target.selector ?? [];
      if (!quote || !("exact" in quote) || !position || !("start" in position)) throw new Error("no selectors");
      expect([...text].slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(quote.exact).toContain(own.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""));
    }),
  );
});
