#!/usr/bin/env node
// ClaimReview markup of a small report, judged by programs that are not ours: the preset of structured-data-testing-tool, and
// rdf-validate-shacl with shapes written from Google's documentation of the type. They are not dependencies of the product; install
// them where Node finds them, such as: npm install --no-save --prefix bench structured-data-testing-tool rdf-validate-shacl jsonld n3
// Usage: node bench/claim-review.mjs FEED.jsonld   (claimdesk report ARTICLE --format claimreview -o FEED.jsonld)
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.join(here, "package.json"));

const SHAPES = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix s: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass s:ClaimReview ;
  sh:property [ sh:path s:claimReviewed ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] ;
  sh:property [ sh:path s:url ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^https?://" ] ;
  sh:property [ sh:path s:reviewRating ; sh:minCount 1 ; sh:maxCount 1 ; sh:class s:Rating ] ;
  sh:property [ sh:path s:author ; sh:minCount 1 ; sh:or ( [ sh:property [ sh:path s:name ; sh:minCount 1 ] ] [ sh:property [ sh:path s:url ; sh:minCount 1 ] ] ) ] ;
  sh:property [ sh:path s:itemReviewed ; sh:minCount 1 ; sh:class s:Claim ] .
[] a sh:NodeShape ; sh:targetClass s:Rating ;
  sh:property [ sh:path s:alternateName ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path s:worstRating ; sh:maxCount 1 ; sh:minInclusive 1 ; sh:lessThan s:bestRating ; sh:lessThanOrEquals s:ratingValue ] ;
  sh:property [ sh:path s:ratingValue ; sh:maxCount 1 ; sh:lessThanOrEquals s:bestRating ] .
[] a sh:NodeShape ; sh:targetClass s:Claim ;
  sh:property [ sh:path s:author ; sh:property [ sh:path s:name ; sh:minCount 1 ] ] ;
  sh:property [ sh:path s:firstAppearance ; sh:property [ sh:path s:url ; sh:minCount 1 ; sh:pattern "^https?://" ] ] .
`;

function load(name) {
  try {
    return require(name);
  } catch {
    console.log(`${name} is not installed: npm install --no-save --prefix bench ${name}`);
    return null;
  }
}

async function byTestingTool(reviews) {
  const tool = load("structured-data-testing-tool");
  if (!tool) return;
  const { ClaimReview } = require("structured-data-testing-tool/presets/google/schemas/ClaimReview.js");
  let [passed, failed, warned] = [0, 0, 0];
  for (const review of reviews) {
    const markup = JSON.stringify({ "@context": "https://schema.org", ...review }).replaceAll("<", "\\u003c");
    const page = `<!doctype html><html><head><script type="application/ld+json">${markup}</script></head></html>`;
    const result = await tool
      .structuredDataTest(page, { presets: [ClaimReview], schemas: ["ClaimReview"] })
      .catch((error) => error.res ?? { passed: [], failed: [error], warnings: [] });
    passed += result.passed.length;
    failed += result.failed.length;
    warned += result.warnings.length;
  }
  console.log(`structured-data-testing-tool: ${passed} checks passed, ${failed} failed, ${warned} warned`);
}

async function byShacl(reviews) {
  const jsonld = load("jsonld");
  const n3 = load("n3");
  if (!jsonld || !n3) return;
  const validator = await import(require.resolve("rdf-validate-shacl")).catch(() => null);
  if (!validator) return void load("rdf-validate-shacl");
  const graph = reviews.map((review) => ({
    "@context": {
      "@vocab": "https://schema.org/",
      url: { "@type": "xsd:anyURI" },
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    ...review,
  }));
  const quads = new n3.Parser({ format: "N-Quads" }).parse(
    await jsonld.toRDF(graph, { format: "application/n-quads" }),
  );
  const { default: SHACLValidator } = validator;
  const report = await new SHACLValidator(new n3.Store(new n3.Parser().parse(SHAPES))).validate(new n3.Store(quads));
  console.log(`rdf-validate-shacl: ${report.conforms ? "conforms" : `${report.results.length} violations`}`);
  for (const { path: at, message } of report.results)
    console.log(`  ${at?.value}: ${message.map(({ value }) => value).join("; ")}`);
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error("Name a feed: node bench/claim-review.mjs FEED.jsonld");
  process.exit(2);
}
const reviews = JSON.parse(fs.readFileSync(file, "utf8")).dataFeedElement.map(({ item }) => item);
console.log(`${reviews.length} reviews`);
await byTestingTool(reviews);
await byShacl(reviews);
