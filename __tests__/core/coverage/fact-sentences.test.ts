import { type CheckableFact, factSentences } from "@/lib/core/coverage/fact-sentences";
import { extract } from "@/lib/core/extraction/extract";
import { slice } from "@/lib/core/text/span";
import { readArticle } from "../golden/articles";

const sentencesOf = (text: string) => factSentences(text, extract(text, { date: "2026-11-26" }));
const wordsOf = (text: string, pick: (fact: CheckableFact) => boolean = () => true) =>
  sentencesOf(text).flatMap(({ facts }) => facts.filter(pick).map((fact) => slice(text, fact)));

test("the facts of a text stand by the sentence they are in", () => {
  const text = "The ferry was built in 1987. It is slow. Repairs cost $7.3 million, the highest sum so far.";
  const read = sentencesOf(text).map((sentence) => [
    slice(text, sentence),
    sentence.facts.map((fact) => slice(text, fact)),
  ]);
  expect(read).toEqual([
    ["The ferry was built in 1987.", ["1987"]],
    ["Repairs cost $7.3 million, the highest sum so far.", ["$7.3 million", "the highest sum".slice(4)]],
  ]);
});

test("a dateline, a byline and credits hold no facts, but what stands behind a dateline does", () => {
  const text =
    "By Ruth Okonjo\nWASHINGTON (Reuters) - Paris lost 12 trains.\nReporting by Lee Marsh; Editing by Dana Whit";
  expect(wordsOf(text)).toEqual(["Paris", "12 trains"]);
  expect(sentencesOf(text).map((sentence) => slice(text, sentence))).toEqual(["Paris lost 12 trains."]);
});

test("a quoted sentence of one word asserts nothing; a quoted word in a sentence does", () => {
  const text = "“Is it fair? No. They will pay 12 euros,” said Ana Reyes. She called the tax “theft”.";
  expect(wordsOf(text, ({ type }) => type === "quote")).toEqual(["Is it fair?", "They will pay 12 euros", "theft"]);
});

test("who says something, and on which day, goes with what is said", () => {
  const text = "Ruth Okonjo said on Wednesday that the ship had been out of service for 61 days.";
  expect(wordsOf(text, ({ reports }) => reports !== undefined)).toEqual(["Ruth Okonjo", "Wednesday"]);
  const [reports] = sentencesOf(text).flatMap(({ facts }) => facts.flatMap((fact) => fact.reports ?? []));
  expect(reports && slice(text, reports)).toContain("the ship had been out of service");
});

test("who is named before a colon goes with the sentence after it", () => {
  const text = "Ruth Okonjo continued:\n“We held fares for five years.”";
  const [fact] = sentencesOf(text).flatMap(({ facts }) => facts);
  expect(fact?.reports && slice(text, fact.reports)).toBe("“We held fares for five years.”");
});

test("an accusation is more than a frame: who accuses is a fact of its own", () => {
  const text = "Mayor Tom Lindqvist accused the authority of mismanagement.";
  expect(wordsOf(text)).toContain("Mayor Tom Lindqvist");
  expect(wordsOf(text, ({ reports }) => reports !== undefined)).toEqual([]);
});

test.each([
  "18f-at-ten",
  "18f-boston-is-using-calc",
  "18f-by-the-numbers",
  "18f-https-everywhere",
  "clinic-audit",
  "ferry-report",
  "reuters-zones-of-stability",
])("every fact of a whole article stands in its sentence, in order: %s", (name) => {
  const text = readArticle(name);
  let last = -1;
  for (const sentence of sentencesOf(text)) {
    for (const fact of sentence.facts) {
      expect(fact.start).toBeGreaterThanOrEqual(Math.max(last, sentence.start));
      expect(fact.end).toBeLessThanOrEqual(sentence.end);
      last = fact.start;
    }
  }
});
