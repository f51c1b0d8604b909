import fc from "fast-check";
import { joinPages, pageAt, pageWords } from "@/lib/core/evidence/document";
import {
  asksForLook,
  followQuote,
  isSameNews,
  locatorLabels,
  placeQuote,
  type QuoteFinding,
} from "@/lib/core/evidence/quote-place";
import { isTable, tableRows } from "@/lib/core/evidence/table-rows";

const PAGE = `Fund pledges money for the border

The fund pledged $2 billion to the countries on its border, its director, Amina Okoro, said on Friday. “We will build zones of
stability”, she told the assembly — and nobody should expect the money before autumn.

A total of 166 countries were invited; 66 countries came. In 2016 it had been 61.

The minister, who was not present, called it “a good begin-
ning”. It cost 2.5 million francs.`;

const plainText = (text: string) => ({ text, pages: [] });
const place = (quote: string, text = PAGE, locator = "") => placeQuote(plainText(text), quote, locator);
const words = (finding: QuoteFinding | null, text = PAGE) =>
  finding?.place ? text.slice(finding.place.start, finding.place.end) : null;
const told = (finding: QuoteFinding | null) =>
  finding && [finding.outcome, ...finding.changes.map(({ from, to }) => `${from} → ${to}`)];

// ---------------------------------------------------------------- placing

test("a quote is found where its very words stand", () => {
  const finding = place("The fund pledged $2 billion to the countries on its border");
  expect(told(finding)).toEqual(["found"]);
  expect(words(finding)).toBe("The fund pledged $2 billion to the countries on its border");
});

test.each([
  [
    '"We will build zones of stability", she told the assembly',
    "We will build zones of\nstability”, she told the assembly",
  ],
  ["“a good beginning”", "a good begin-\nning"],
  ["  THE FUND   pledged\n$2 billion ", "The fund pledged $2 billion"],
  ["told the assembly - and nobody", "told the assembly — and nobody"],
  ["stability', she", "stability”, she"],
])("typography hides no quote: %s", (quote, there) => {
  const finding = place(quote);
  expect(told(finding)).toEqual(["found"]);
  expect(words(finding)).toBe(there);
});

test.each([
  ["66 countries came", "66 countries came"],
  ["166 countries", "166 countries"],
])("a figure is found only as the whole figure: %s", (quote, there) => {
  expect(words(place(quote))).toBe(there);
});

test("what is only a part of a figure is not found", () => {
  for (const quote of ["5 million francs", "6 countries came", "cost 2"])
    expect(place(quote)?.outcome).not.toBe("found");
});

test.each([
  "The fund pledged … before autumn",
  "The fund pledged $2 billion [...] “We will build zones of stability”",
  "The fund pledged $2 billion (…) nobody should expect the money",
])("an ellipsis stands for words left out: %s", (quote) => {
  const finding = place(quote);
  expect(told(finding)).toEqual(["found"]);
  expect(words(finding)).toMatch(/^The fund pledged/);
});

test("parts in another order, or far apart, are no quote", () => {
  expect(place("before autumn … The fund pledged $2 billion")?.outcome).toBe("gone");
  const far = `The fund pledged it. ${"Nothing else is said here for a long while. ".repeat(200)} She was not asked.`;
  expect(place("The fund pledged it … She was not asked", far)?.outcome).toBe("gone");
});

test("a quote that the source has in other words tells which", () => {
  expect(told(place("The fund pledged $3 billion to the countries on its border"))).toEqual([
    "value-changed",
    "$3 billion → $2 billion",
  ]);
  const negated = place("The minister, who was present, called it “a good beginning”");
  expect(negated?.outcome).toBe("value-changed");
  const part = place("The fund pledged $3 billion … nobody should expect the money before autumn");
  expect(told(part)).toEqual(["value-changed", "$3 billion → $2 billion"]);
});

test("a quote of which nothing is there is gone", () => {
  expect(place("The army crossed the river at dawn and took the northern bridge")).toEqual({
    outcome: "gone",
    place: null,
    changes: [],
  });
});

test("a quote without words has no place", () => {
  for (const quote of ["", "  ", "…", "“ ”", "---"]) expect(place(quote)).toBeNull();
});

// ---------------------------------------------------------------- pages

const BOOK = joinPages([
  { text: "The council met. The motion was carried.", label: "xi" },
  { text: "The council rose. The motion was carried.", label: "12" },
  { text: "The motion was carried. The motion was carried.", label: "13" },
]);

test("the locator decides between pages that say the same", () => {
  const on = (locator: string) => {
    const finding = placeQuote(BOOK, "The motion was carried", locator);
    return finding?.place ? pageAt(BOOK.pages, finding.place.start)?.label : finding?.outcome;
  };
  expect(on("p. 12")).toBe("12");
  expect(on("page xi")).toBe("xi");
  expect(on("12")).toBe("12");
  expect(on("S. 12, Abs. 2")).toBe("12");
  expect(on("pp. 11–12")).toBe("12");
  expect(on("")).toBe("ambiguous");
  expect(on("p. 13")).toBe("ambiguous");
  expect(on("p. 99")).toBe("ambiguous");
});

test.each([
  ["p. 12", ["12"]],
  ["pp. 12–14", ["12", "13", "14"]],
  ["row 3", ["3"]],
  ["12:30", []],
  ["00:12:30", []],
  ["chapter two", []],
  ["2,500 metres", []],
  ["", []],
])("a locator names pages: %s", (locator, labels) => {
  expect(locatorLabels(locator)).toEqual(labels);
});

test("pages join with an empty line between them and are named as one cites them", () => {
  expect(BOOK.pages.map(({ start, end }) => BOOK.text.slice(start, end))[1]).toBe(
    "The council rose. The motion was carried.",
  );
  expect(pageAt(BOOK.pages, BOOK.text.length)?.label).toBe("13");
  expect(pageAt([], 5)).toBeNull();
  expect(pageWords("application/pdf", "12")).toBe("p. 12");
  expect(pageWords("text/csv", "12")).toBe("row 12");
});

test("rows of a table are told from prose", () => {
  expect(isTable("a,b\n1,2\n")).toBe(true);
  expect(isTable('a;b\n"1;\n2";3\n')).toBe(true);
  expect(isTable("a\tb\n1\t2")).toBe(true);
  expect(isTable("Well, yes.\nNo, never.")).toBe(false);
  expect(isTable("a,b\n")).toBe(false);
  expect(isTable("a,b\n1\n")).toBe(false);
  expect(tableRows('a,b\n\n"x\ny",2').map(({ label }) => label)).toEqual(["1", "2"]);
});

// ---------------------------------------------------------------- following

const QUOTE = "The fund pledged $2 billion to the countries on its border";
function follow(newer: string, quote = QUOTE, older = PAGE) {
  const placed = placeQuote(plainText(older), quote);
  return followQuote({ text: older, place: placed?.place ?? null }, plainText(newer), quote);
}

test("an unchanged page has the quote where it was", () => {
  expect(told(follow(PAGE))).toEqual(["found"]);
});

test("a banner above the text moves nothing", () => {
  const newer = `Subscribe now\n\nMost read today\n\n${PAGE}`;
  const finding = follow(newer);
  expect(told(finding)).toEqual(["found"]);
  expect(words(finding, newer)).toBe(QUOTE);
});

test("a sentence that went into another paragraph has moved", () => {
  const sentence = `${QUOTE}, its director, Amina Okoro, said on Friday.`;
  const newer = `${PAGE.replace(sentence, "")}\n\nAfter the vote the chair closed the session.\n\n${sentence}`;
  expect(told(follow(newer, sentence))).toEqual(["moved"]);
});

test.each([
  ["$2 billion", "$3 billion", "$2 billion → $3 billion"],
  ["$2 billion", "$2 million", "$2 billion → $2 million"],
  ["fund pledged", "fund never pledged", " → never"],
])("when %s became %s the value changed, and the words are named", (was, is, change) => {
  expect(told(follow(PAGE.replace(was, is)))).toEqual(["value-changed", change]);
});

test("other words for the same are a change without alarm", () => {
  const finding = follow(PAGE.replace("pledged $2 billion", "pledged $2bn"));
  expect(finding?.outcome).toBe("changed");
  expect(asksForLook(finding ?? { outcome: "gone", place: null, changes: [] }, null)).toBe(false);
});

test("a correction that repeats the old words does not hide the change", () => {
  const newer = `${PAGE.replace("$2 billion", "$3 billion")}\n\nCorrection: an earlier version said “${QUOTE}”.`;
  expect(told(follow(newer))).toEqual(["value-changed", "$2 billion → $3 billion"]);
});

test("a deleted sentence is gone, and comes back when the page has it again", () => {
  const without = PAGE.replace(/The fund pledged.*Friday\. /, "");
  expect(follow(without)?.outcome).toBe("gone");
  expect(told(followQuote({ text: without, place: null }, plainText(PAGE), QUOTE))).toEqual(["found"]);
});

test("two small changes one after the other are compared with the quote, not with each other", () => {
  const second = PAGE.replace("$2 billion", "$3 billion");
  const third = PAGE.replace("$2 billion to the", "$3 billion to all");
  const after = follow(second);
  const later = followQuote({ text: second, place: after?.place ?? null }, plainText(third), QUOTE);
  expect(later?.changes.map(({ from, to }) => `${from} → ${to}`)).toContain("$2 billion → $3 billion");
  const back = followQuote({ text: second, place: after?.place ?? null }, plainText(PAGE), QUOTE);
  expect(told(back)).toEqual(["found"]);
});

// ---------------------------------------------------------------- asking for a look

const gone: QuoteFinding = { outcome: "gone", place: null, changes: [] };
const changed = (from: string, to: string): QuoteFinding => ({
  outcome: "value-changed",
  place: { start: 0, end: 1 },
  changes: [{ from, to, kind: "number" }],
});

test("a changed value and a quote that is gone ask for a look until somebody has looked", () => {
  const news = changed("2", "3");
  expect(asksForLook(news, null)).toBe(true);
  expect(asksForLook(news, { ...news, looked: false })).toBe(true);
  expect(asksForLook(news, { ...news, looked: true })).toBe(false);
  expect(asksForLook(changed("2", "4"), { ...news, looked: true })).toBe(true);
  expect(asksForLook(gone, { ...news, looked: true })).toBe(true);
  expect(asksForLook(gone, { ...gone, looked: true })).toBe(false);
  expect(isSameNews(gone, news)).toBe(false);
});

test.each(["found", "moved", "changed", "ambiguous"] as const)("a quote that is %s asks for nothing", (outcome) => {
  expect(asksForLook({ outcome, place: null, changes: [] }, null)).toBe(false);
});

// ---------------------------------------------------------------- whatever the text

test("any passage of a text that is whole words is found in it, and its place says it", () => {
  const tokens = fc.constantFrom(
    "the",
    "fund",
    "$2",
    "billion",
    "Zürich",
    "won’t",
    "2,500",
    "ﬁnal",
    "İzmir",
    "𝒳",
    "straße",
    ".",
    "—",
    "\n\n",
  );
  fc.assert(
    fc.property(fc.array(tokens, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (list, a, b) => {
      const text = list.join(" ");
      const [x = 0, y = 0] = [a % list.length, b % list.length].sort((one, two) => one - two);
      const quote = list.slice(x, y + 1).join(" ");
      const finding = place(quote, text);
      if (finding === null) return;
      expect(["found", "ambiguous"]).toContain(finding.outcome);
      if (finding.place) expect(placeQuote(plainText(words(finding, text) ?? ""), quote)?.outcome).toBe("found");
    }),
  );
});

test("whatever two texts hold, following a quote ends with a place inside the newer text", () => {
  const text = fc.array(fc.constantFrom("one", "two", "3", "4.5", ".", "\n", "“", "…", "-", "six-\nty"), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, text, (older, newer, quote) => {
      const [was, is, said] = [older.join(" "), newer.join(" "), quote.join(" ")];
      const finding = followQuote({ text: was, place: place(said, was)?.place ?? null }, plainText(is), said);
      if (finding?.place) {
        expect(finding.place.start).toBeLessThan(finding.place.end);
        expect(finding.place.end).toBeLessThanOrEqual(is.length);
      }
    }),
  );
});
