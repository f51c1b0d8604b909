import { extract } from "@/lib/core/extraction/extract";
import { golden, inWords, readArticle } from "./articles";

/** The golden articles and the day on which they were published. */
const ARTICLES = [
  ["reuters-zones-of-stability", "2017-03-22"],
  ["ferry-report", "2025-11-11"],
  ["clinic-audit", "2025-02-14"],
  ["18f-by-the-numbers", "2015-03-19"],
  ["18f-boston-is-using-calc", "2015-11-10"],
  ["18f-https-everywhere", "2015-06-08"],
  ["18f-at-ten", "2024-03-19"],
] as const;

test.each(ARTICLES)("%s, published on %s, is read as its golden file says", (name, date) => {
  const text = readArticle(name);
  const words = inWords(text, extract(text, { date }));
  expect(words).toBe(golden(name, words));
});
