import { cover, coveredPercent, coveredShare } from "@/lib/core/coverage/coverage";
import { type FactSentence, factSentences } from "@/lib/core/coverage/fact-sentences";
import { type Decisions, layStretches } from "@/lib/core/coverage/stretches";
import { extract } from "@/lib/core/extraction/extract";
import { type Span, slice } from "@/lib/core/text/span";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { readArticle } from "../golden/articles";

const TEXT = "Fares rise by 4.5% on Monday. Ridership fell 38% in 2020. The ship cost $7.3 million.";

const at = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const claim = (words: string, state: ClaimState, text = TEXT) => ({ ...at(text, words), state });
const read = (text: string): FactSentence[] => factSentences(text, extract(text, { date: "2026-11-26" }));
const coverage = ({ claims = [], dismissedFacts = [] }: Partial<Decisions>, text = TEXT) =>
  cover(text, read(text), { claims, dismissedFacts });
const listed = (found: ReturnType<typeof coverage>, text = TEXT) =>
  found.bare.map(({ facts }) => facts.map((fact) => slice(text, fact)));

test("without claims every fact is bare, listed by sentence with what to mark", () => {
  const found = coverage({});
  expect(listed(found)).toEqual([["4.5%", "Monday"], ["38%", "2020"], ["$7.3 million"]]);
  expect(found.bare.map(({ place }) => slice(TEXT, place))).toEqual([
    "Fares rise by 4.5% on Monday",
    "Ridership fell 38% in 2020",
    "The ship cost $7.3 million",
  ]);
  expect(found.facts).toMatchObject({ facts: 5, decided: 0, bare: 5 });
  expect(found.words).toMatchObject({ words: 16, bare: 16 });
});

test("a verified, a dismissed and an open claim take their facts along", () => {
  const { facts, words } = coverage({
    claims: [
      claim("Fares rise by 4.5% on Monday", "verified"),
      claim("Ridership fell 38% in 2020", "in_review"),
      claim("The ship cost $7.3 million", "dismissed"),
    ],
  });
  expect(facts).toEqual({ facts: 5, decided: 3, verified: 2, open: 2, dismissed: 1, dismissedFacts: 0, bare: 0 });
  expect(words).toEqual({ words: 16, verified: 6, open: 5, dismissed: 5, dismissed_fact: 0, bare: 0 });
});

test.each(["detected", "open", "in_check", "in_review", "reopened"] as const)("a claim that is %s is open", (state) => {
  expect(coverage({ claims: [claim(TEXT, state)] }).facts).toMatchObject({ open: 5, decided: 0, bare: 0 });
});

test("where claims overlap, an open one wins over a verified one, and that over a dismissed one", () => {
  const words = "Fares rise by 4.5% on Monday";
  const verified = claim(words, "verified");
  expect(coverage({ claims: [verified, claim("4.5% on", "open")] }).facts).toMatchObject({ open: 1, verified: 1 });
  expect(coverage({ claims: [claim(words, "dismissed"), verified] }).facts).toMatchObject({
    verified: 2,
    dismissed: 0,
  });
});

test("a fact is a claim's when the claim holds half of it, not when it only touches it", () => {
  expect(coverage({ claims: [claim("cost $7.3", "verified")] }).facts).toMatchObject({ verified: 0, bare: 5 });
  expect(coverage({ claims: [claim("7.3 million", "verified")] }).facts).toMatchObject({ verified: 1, bare: 4 });
});

test("a dismissed fact is under a decision and off the list; a claim over it comes first", () => {
  const dismissedFacts = [at(TEXT, "38%")];
  const found = coverage({ dismissedFacts });
  expect(found.facts).toMatchObject({ decided: 1, dismissedFacts: 1, bare: 4 });
  expect(listed(found)).toEqual([["4.5%", "Monday"], ["2020"], ["$7.3 million"]]);
  const open = claim("Ridership fell 38% in 2020", "open");
  expect(coverage({ dismissedFacts, claims: [open] }).facts).toMatchObject({ dismissedFacts: 0, open: 2 });
});

test("of a sentence that a claim holds in part, the rest is what to mark", () => {
  const text =
    "The audit office examined 31 contracts signed in 2021, and only four of these had been put out to tender.";
  const found = coverage(
    { claims: [claim("The audit office examined 31 contracts signed in 2021", "open", text)] },
    text,
  );
  expect(found.bare.map(({ place }) => slice(text, place))).toEqual([
    "and only four of these had been put out to tender",
  ]);
});

test("where too little is left for a claim, the whole sentence is", () => {
  const found = coverage({ claims: [claim("Ridership fell 38%", "open")] });
  expect(slice(TEXT, found.bare[1]?.place ?? at(TEXT, ""))).toBe("Ridership fell 38% in 2020");
});

test("the speaker in a reporting frame goes with the claim on what he says", () => {
  const text = "Ruth Okonjo said on Wednesday that the ship had been out of service for 61 days.";
  const what = "the ship had been out of service for 61 days";
  expect(coverage({ claims: [claim(what, "verified", text)] }, text).facts).toMatchObject({ facts: 3, verified: 3 });
  expect(coverage({ claims: [claim(what, "in_check", text)] }, text).facts).toMatchObject({ facts: 3, open: 3 });
  expect(listed(coverage({}, text), text)).toEqual([["Ruth Okonjo", "Wednesday", "61 days"]]);
});

test("the demo article, as it is brought in, has every fact in a claim", () => {
  const text = readArticle("reuters-zones-of-stability");
  const found = extract(text, { date: "2017-03-22" });
  const claims = found.claims.map(({ start, end }) => ({ start, end, state: "detected" as const }));
  const { facts, bare } = cover(text, factSentences(text, found), { claims, dismissedFacts: [] });
  expect(bare).toEqual([]);
  expect(facts.facts).toBeGreaterThan(60);
  expect(facts.open).toBe(facts.facts);
});

test("the share reaches 100 % only when every fact is decided; a text without facts is covered", () => {
  expect(coveredPercent({ facts: 1000, decided: 999 })).toBe(99);
  expect(coveredPercent({ facts: 1000, decided: 1000 })).toBe(100);
  expect(coveredShare(coverage({}, "It is late.").facts)).toBe(1);
});

test("stretches cover a text without gap, and tell neighbours apart", () => {
  const claims = [
    { start: 2, end: 6, state: "verified" as const },
    { start: 4, end: 8, state: "open" as const },
    { start: 8, end: 9, state: "reopened" as const },
  ];
  expect(layStretches(12, { claims, dismissedFacts: [{ start: 0, end: 3 }] })).toEqual([
    { start: 0, end: 2, standing: "dismissed_fact" },
    { start: 2, end: 4, standing: "verified" },
    { start: 4, end: 9, standing: "open" },
    { start: 9, end: 12, standing: "bare" },
  ]);
});
