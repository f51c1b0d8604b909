import fc from "fast-check";
import { compareWithQuote } from "@/lib/core/evidence/compare";
import type { ClaimFact } from "@/lib/core/evidence/comparison";
import { extract } from "@/lib/core/extraction/extract";
import { readArticle } from "../golden/articles";
import { compared, WEDNESDAY } from "./compared";
import "../../support/properties";

const ARTICLES = [
  "reuters-zones-of-stability",
  "clinic-audit",
  "ferry-report",
  "18f-at-ten",
  "18f-by-the-numbers",
  "18f-boston-is-using-calc",
  "18f-https-everywhere",
];

interface Side {
  readonly words: string;
  readonly facts: readonly ClaimFact[];
}

/** The claims of an article with their facts at their places in them. */
function claimsOf(name: string): Side[] {
  const text = readArticle(name);
  return extract(text, { date: WEDNESDAY }).claims.map(({ start, end, facts }) => ({
    words: text.slice(start, end),
    facts: facts.map(({ name: full = "", title = "", value = null, type, text: written, ...at }, i) => ({
      ...{ id: `f${i}`, type, text: written, name: full, title, value, start: at.start - start, end: at.end - start },
    })),
  }));
}

describe.each(ARTICLES)("%s", (name) => {
  const claims = claimsOf(name);

  test("beside its own words every fact of every claim is equal", () => {
    const others = claims.flatMap((claim) =>
      compareWithQuote(claim, { quote: claim.words, date: WEDNESDAY }).filter(({ outcome }) => outcome !== "equal"),
    );
    expect(claims.length).toBeGreaterThan(3);
    expect(others).toEqual([]);
  });

  test("the order of the facts doesn't matter", () => {
    const pair = fc.tuple(fc.constantFrom(...claims), fc.constantFrom(...claims));
    fc.assert(
      fc.property(pair, fc.infiniteStream(fc.nat()), ([claim, source], dice) => {
        const quote = { quote: `${claim.words} ${source.words}`, date: WEDNESDAY };
        const shuffled = claim.facts
          .map((fact) => ({ fact, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        const byId = (facts: readonly ClaimFact[]) =>
          compareWithQuote({ ...claim, facts }, quote).sort((a, b) => (a.factId < b.factId ? -1 : 1));
        expect(byId(shuffled)).toEqual(byId(claim.facts));
      }),
      { numRuns: 60 },
    );
  });
});

/** How a figure is written, and by what part it may change and still be called the same. */
const WAYS: readonly (readonly [words: (n: number) => string, tolerance: number])[] = [
  [(n) => `The bridge cost $${n} million.`, 0.05],
  [(n) => `The bridge cost about $${n} million.`, 0.1],
  [(n) => `${n} ships sailed.`, 0],
  [(n) => `Some ${n} ships sailed.`, 0.1],
  [(n) => `Turnout was ${n} percent.`, 0.05],
  [(n) => `The road is ${n} km long.`, 0.05],
];

test("a figure that changes by more than its tolerance is never equal or compatible", () => {
  const changed = fc.tuple(
    fc.constantFrom(...WAYS),
    fc.integer({ min: 11, max: 900 }),
    fc.double({ min: 0.005, max: 3, noNaN: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(changed, ([[words, tolerance], n, extra, up]) => {
      const other = up ? Math.ceil(n * (1 + tolerance + extra)) : Math.floor((n * (1 - tolerance)) / (1 + extra));
      fc.pre(other !== n && other >= 1);
      const source = words(other).replace(/about |Some /, "");
      const figure = compared(words(n), source).find(({ claim }) => claim.includes(String(n)));
      expect(["different", "missing"]).toContain(figure?.outcome);
    }),
  );
});

test("whatever the texts, the check answers", () => {
  const piece = fc.constantFrom(
    "$2 billion",
    "68",
    "%",
    "“",
    "”",
    "…",
    "2016",
    "more than",
    "Tillerson",
    "U.S.",
    "-",
    "½",
    "\n",
    "😀",
    "of",
    "countries",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (claim, quote) => {
      for (const { outcome, source } of compared(claim, quote)) expect(source === "").toBe(outcome === "missing");
    }),
  );
});
