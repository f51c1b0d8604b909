import { extract } from "@/lib/core/extraction/extract";
import type { ExtractedClaim, FactType } from "@/lib/core/extraction/types";
import { contains } from "@/lib/core/text/span";
import type { Value } from "@/lib/core/values/value";
import { readArticle } from "../golden/articles";

const text = readArticle("reuters-zones-of-stability");
const extraction = extract(text, { date: "2017-03-22" });

/** The one claim that says `words`; where a report and what it reports both do, the report. */
function claimAt(words: string): ExtractedClaim {
  const [claim, inner, ...more] = extraction.claims.filter(({ text }) => text.includes(words));
  if (!claim) throw new Error(`no claim says “${words}”`);
  expect(more).toEqual([]);
  if (inner) expect(contains(claim, inner)).toBe(true);
  return claim;
}

/** What is reported in the report that says `words`, as a claim of its own. */
function reportedAt(words: string): ExtractedClaim {
  const [, inner] = extraction.claims.filter(({ text }) => text.includes(words));
  if (!inner) throw new Error(`only one claim says “${words}”`);
  return inner;
}

function valuesOf(claim: ExtractedClaim, type: FactType): (Value | undefined)[] {
  return claim.facts.filter((fact) => fact.type === type).map((fact) => fact.value);
}

const tillerson = { name: "Rex Tillerson", title: "Secretary of State" };
const abadi = { name: "Haider al-Abadi", title: "Iraqi Prime Minister" };

test("each claim stands exactly at its offsets, and so does each of its facts", () => {
  for (const claim of extraction.claims) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.text);
    for (const fact of claim.facts) {
      expect(text.slice(fact.start, fact.end)).toBe(fact.text);
      expect(fact.start >= claim.start && fact.end <= claim.end).toBe(true);
    }
  }
});

test("Tillerson announced interim zones of stability on Wednesday, 22 March 2017", () => {
  const claim = claimAt("set up “interim zones of stability”");
  expect(claim.speaker).toEqual(tillerson);
  expect(valuesOf(claim, "date")).toEqual([{ kind: "date", from: "2017-03-22", to: "2017-03-22" }]);
  expect(claim.wording).toContain("Wednesday [2017-03-22]");
  expect(claim.text.startsWith("Secretary of State Rex Tillerson")).toBe(true);
});

test("the meeting was of 68 countries and organizations, in the article's own voice", () => {
  const claim = claimAt("68 countries and organizations");
  expect(claim.speaker).toBeUndefined();
  expect(claim.kind).toBe("statistic");
  expect(valuesOf(claim, "number")).toEqual([{ kind: "number", value: 68 }]);
  expect(claim.wording.startsWith("[Rex Tillerson] was addressing")).toBe(true);
});

test("the coalition's spokesman said that the military had not yet received direction", () => {
  const claim = claimAt("the U.S. military had not yet received direction");
  expect(claim.speaker).toEqual({ name: "Joseph Scrocca", title: "coalition spokesman Colonel" });
});

test("the final statement did not mention safe zones", () => {
  const claim = claimAt("did not mention the possibility of safe zones");
  expect(claim.speaker).toBeUndefined();
  expect(claim.reasons.map((reason) => reason.feature)).toContain("negation");
});

test("three separate forces advance on Raqqa", () => {
  const claim = claimAt("three separate forces");
  expect(claim.text.endsWith("stronghold city of Raqqa")).toBe(true);
  expect(valuesOf(claim, "number")).toEqual([{ kind: "number", value: 3 }]);
  expect(claim.facts.filter((fact) => fact.type === "place").map((fact) => fact.text)).toEqual([
    "United States",
    "Turkey",
    "Russia",
    "Raqqa",
  ]);
});

test("U.S. defense officials said that the coalition airlifted rebels near Tabqa", () => {
  const claim = claimAt("near the Syrian town of Tabqa");
  expect(claim.speaker?.name).toBe("U.S. defense officials");
  expect(valuesOf(claim, "date")).toEqual([{ kind: "date", from: "2017-03-22", to: "2017-03-22" }]);
});

test("Tillerson called defeating ISIS the number one goal", () => {
  const claim = claimAt("number one goal");
  expect(claim.kind).toBe("quote");
  expect(claim.speaker).toEqual(tillerson);
  expect(claim.facts.some((fact) => fact.type === "superlative" && fact.text === "number one goal")).toBe(true);
});

test("the coalition pledged more than $2 billion for 2017", () => {
  const claim = claimAt("more than $2 billion");
  expect(valuesOf(claim, "money")).toEqual([{ kind: "money", amount: 2_000_000_000, currency: "USD", bound: ">" }]);
  expect(valuesOf(claim, "date")).toEqual([{ kind: "date", from: "2017-01-01", to: "2017-12-31" }]);
  expect(claim.reasons[0]?.label).toBe("states an amount of money: more than $2 billion");
});

test("Iraqi forces retook several cities last year, 2016; that they liberated eastern Mosul is a claim of its own", () => {
  const claim = claimAt("retook several Iraqi cities");
  expect(claim.text.endsWith("last year")).toBe(true);
  expect(valuesOf(claim, "date")).toEqual([{ kind: "date", from: "2016-01-01", to: "2016-12-31" }]);
  expect(claimAt("liberated eastern Mosul").wording).toBe("[Iraqi government forces] have liberated eastern Mosul");
});

test("Abadi holds the $50 billion estimate, Graham passed it on", () => {
  const claim = claimAt("about $50 billion");
  expect(claim.speaker).toEqual(abadi);
  expect(claim.via).toEqual({ name: "Lindsey Graham", title: "Senator" });
  expect(valuesOf(claim, "money")).toEqual([{ kind: "money", amount: 50_000_000_000, currency: "USD", bound: "~" }]);
  const places = claim.facts.filter((fact) => fact.type === "place").map((fact) => fact.text);
  expect(places).toEqual(["Anbar province", "Mosul", "Nineveh province"]);
});

test("that Graham said it and what the reconstruction would cost are two claims", () => {
  expect(claimAt("about $50 billion").kind).toBe("attribution");
  const cost = reportedAt("about $50 billion");
  expect(cost.wording).toBe(
    "reconstruction of Anbar province as well as Mosul in Nineveh province would cost about $50 billion",
  );
  expect(cost.kind).toBe("statistic");
  expect(cost.speaker).toEqual(abadi);
  expect(cost.via).toEqual({ name: "Lindsey Graham", title: "Senator" });
});

test("what officials reported can be checked apart from their having said it", () => {
  const airlift = reportedAt("near the Syrian town of Tabqa");
  expect(airlift.text.startsWith("the U.S.-led coalition has airlifted")).toBe(true);
  expect(airlift.kind).toBe("event");
  expect(reportedAt("had not yet received direction").text.endsWith("any kind of “zones”")).toBe(true);
});

test("what was only said of the future is no claim beside the report", () => {
  expect(() => reportedAt("set up “interim zones of stability”")).toThrow("only one claim");
  expect(() => reportedAt("will increase our pressure")).toThrow("only one claim");
});

test("“He said Iraq was now at the stage” is Abadi's", () => {
  expect(claimAt("Iraq was now at the stage").speaker).toEqual(abadi);
});

test("an adverb clause that passes on what he added has its own claim and speaker", () => {
  const claim = claimAt("resources should be focused");
  expect(claim.speaker).toEqual(tillerson);
  expect(claim.text.startsWith("adding that")).toBe(true);
  expect(claim.wording.startsWith("[Rex Tillerson added] that resources should be focused")).toBe(true);
});
