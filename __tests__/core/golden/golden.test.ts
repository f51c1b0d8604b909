import { extract } from "@/lib/core/extraction/extract";
import { golden, inWords, readArticle } from "./articles";

/** The golden articles and the day on which they were published. */
const ARTICLES = [["reuters-zones-of-stability", "2017-03-22"]] as const;

test.each(ARTICLES)("%s, published on %s, is read as its golden file says", (name, date) => {
  const text = readArticle(name);
  const words = inWords(text, extract(text, { date }));
  expect(words).toBe(golden(name, words));
});
