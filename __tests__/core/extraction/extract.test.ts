import fc from "fast-check";
import { scoreSentence } from "@/lib/core/extraction/checkworthiness";
import { extract } from "@/lib/core/extraction/extract";
import type { ExtractedClaim } from "@/lib/core/extraction/types";

const claims = (text: string): readonly ExtractedClaim[] => extract(text, { date: "2017-03-22" }).claims;
const kinds = (text: string) => claims(text).map((claim) => claim.kind);

test("people keep their titles, bodies and places are told apart", () => {
  const { facts } = extract(
    "German Chancellor Angela Merkel met the Syrian town of Kobani’s council at NATO headquarters in Brussels.",
  );
  expect(facts.map((fact) => [fact.type, fact.text])).toEqual([
    ["person", "German Chancellor Angela Merkel"],
    ["place", "Kobani"],
    ["organisation", "NATO"],
    ["place", "Brussels"],
  ]);
  expect(facts[0]).toMatchObject({ name: "Angela Merkel", title: "German Chancellor" });
});

test("a figure takes along the noun it counts", () => {
  const facts = claims("The meeting drew 68 countries and organizations.")[0]?.facts;
  expect(facts?.map((fact) => fact.text)).toEqual(["68 countries and organizations"]);
});

const named = (text: string) =>
  extract(text, { date: "2017-03-22" }).facts.flatMap(({ type, text: words, name }) =>
    name === undefined ? [] : [`${type} ${words}${name === words ? "" : ` = ${name}`}`],
  );

test.each([
  [
    "a later full name explains an earlier short one",
    "Okonjo left on Monday. Her deputy, Ruth Okonjo’s brother, stayed.",
    ["person Okonjo = Ruth Okonjo", "person Ruth Okonjo"],
  ],
  [
    "an acronym in brackets stands for its body, and so do the initials later",
    "The National Audit Office (NAO) met. The NAO left. The European Union agreed and the EU paid.",
    [
      "organisation National Audit Office",
      "organisation NAO = National Audit Office",
      "organisation NAO = National Audit Office",
      "organisation European Union",
      "organisation EU = European Union",
    ],
  ],
  [
    "a namesake who is only mentioned does not take over the last name",
    "Hillary Clinton spoke. She thanked Bill Clinton. Then Clinton left, and Mr. Clinton stayed.",
    [
      "person Hillary Clinton",
      "person Bill Clinton",
      "person Clinton = Hillary Clinton",
      "person Mr. Clinton = Bill Clinton",
    ],
  ],
  [
    "a title reaches back over the body it names",
    "He met former CIA director Paul Marsh and Salt Lake City Public Advocate Mary Doyle.",
    [
      "person former CIA director Paul Marsh = Paul Marsh",
      "person Salt Lake City Public Advocate Mary Doyle = Mary Doyle",
    ],
  ],
  [
    "a town takes its state along, a direction belongs to its place",
    "They met in Austin, Texas, in Waukesha, Wis., and in eastern Mosul.",
    ["place Austin, Texas", "place Waukesha, Wis.", "place eastern Mosul"],
  ],
  [
    "the capitals of a headline prove nothing",
    "Angry Crowd Blocks New Bridge In Ohio Again\n\nThe crowd blocked it for an hour.",
    ["place Ohio"],
  ],
  [
    "the agency of a dateline is nobody’s name",
    "PORT ALDEN, Maine (Harbour Wire) - Ana Reyes left.",
    ["place PORT ALDEN, Maine = Port Alden, Maine", "person Ana Reyes"],
  ],
  ["nationalities and groups are no names", "Several Iranians and a German met the Swiss guard.", []],
  [
    "a name inside quoted words is checked with them",
    "“I saw Jane Doe in Rome,” Ana Reyes said.",
    ["person Ana Reyes"],
  ],
])("%s", (_, text, names) => {
  expect(named(text)).toEqual(names);
});

test("figures in quoted words are ticked beside the quotation, each sentence of it by itself", () => {
  const { facts } = extract("“We lost 300 men. Rome fell,” Ana Reyes said.");
  expect(facts.map(({ type, text }) => `${type} ${text}`)).toEqual([
    "quote We lost 300 men.",
    "number 300 men",
    "quote Rome fell",
    "person Ana Reyes",
  ]);
});

test.each([
  ["He is the first president to resign.", ["first president"]],
  ["It was the most expensive bridge, most people say.", ["most expensive bridge"]],
  ["She spent the last few years with the first lady.", []],
  ["The only survivor had left the oldest house.", ["only survivor", "oldest house"]],
  ["A forest of interest to the Midwest.", []],
])("superlatives in “%s”", (text, found) => {
  expect(extract(text).facts.flatMap((fact) => (fact.type === "superlative" ? [fact.text] : []))).toEqual(found);
});

test.each([
  [
    "a report and what it reports, split where its parts stand alone",
    "Ana Reyes said 12 of the bridges had no rail and that only four had been tested.",
    [
      "attribution: Ana Reyes said 12 of the bridges had no rail and that only four had been tested",
      "statistic: 12 of the bridges had no rail",
      "statistic: only four had been tested",
    ],
  ],
  [
    "what should or will be stays with the report",
    "Ana Reyes said the mayor should resign. Ana Reyes said Ohio would sue.",
    ["attribution: Ana Reyes said the mayor should resign", "attribution: Ana Reyes said Ohio would sue"],
  ],
  [
    "an aside between subject and verb does not hide the clause",
    "Ana Reyes told the board that the ship, built in 1987, had sunk in Ohio.",
    [
      "attribution: Ana Reyes told the board that the ship, built in 1987, had sunk in Ohio",
      "event: the ship, built in 1987, had sunk in Ohio",
    ],
  ],
  [
    "an adverb clause gets its speaker and a verb with a tense",
    "“We are not at war,” Ana Reyes said, adding that the bridge collapsed.",
    ["quote: “We are not at war,” Ana Reyes said", "attribution: [Ana Reyes added] that the bridge collapsed"],
  ],
  [
    "“it” behind a semicolon is the subject before it",
    "The office is the oldest in Ohio; it was founded in 1816.",
    ["comparison: The office is the oldest in Ohio", "event: [The office] was founded in 1816"],
  ],
  [
    "an item of a list states its figure without a verb",
    "The fares would be:\n- $9.40 for adults, up from $9.00\n203: Bridges in the county",
    [
      "statement: The fares would be",
      "statistic: $9.40 for adults, up from $9.00",
      "statistic: 203: Bridges in the county",
    ],
  ],
  [
    "a plan can be checked, a prophecy cannot",
    "The mayor will hold a rally in Ohio. The bridge will be a success.",
    ["event: The mayor will hold a rally in Ohio", "prediction: The bridge will be a success"],
  ],
])("%s", (_, text, found) => {
  expect(claims(text).map(({ kind, wording }) => `${kind}: ${wording}`)).toEqual(found);
});

test.each([
  "Let us be honest about this.",
  "Please get in touch with the desk at noon.",
  "Glossary: Add a sidebar to your site.",
  "If you build bridges for Ohio",
  "Why the bridge fell in Ohio",
  "John Moore/Getty Images",
  "Jane Doe contributed to this report.",
])("“%s” states nothing", (text) => {
  expect(claims(text)).toEqual([]);
});

test("kinds of claim", () => {
  expect(kinds("Unemployment fell to 4 percent.")).toEqual(["statistic"]);
  expect(kinds("“We never met,” Doe said.")).toEqual(["quote"]);
  expect(kinds("Doe said that they never met.")).toEqual(["attribution"]);
  expect(kinds("The bridge collapsed because the bolts were rusty.")).toEqual(["causal"]);
  expect(kinds("The bridge is the longest in Europe.")).toEqual(["comparison"]);
  expect(kinds("The bridge collapsed on Tuesday.")).toEqual(["event"]);
  expect(kinds("Who built the bridge?")).toEqual(["question"]);
  expect(kinds("Sooner or later everything will be fine.")).toEqual(["prediction"]);
  expect(kinds("It was a truly wonderful evening.")).toEqual(["opinion"]);
});

test("what states nothing is no claim", () => {
  expect(
    claims("Read more: the mayor resigned\n\nReporting by Jane Doe; Editing by John Brown\n\nA sunny day"),
  ).toEqual([]);
});

test("parts that can be checked apart are claims of their own", () => {
  const text = "The army retook Mosul last year and has liberated Tikrit.";
  expect(claims(text).map((claim) => claim.wording)).toEqual([
    "The army retook Mosul last year [2016]",
    "[The army] has liberated Tikrit",
  ]);
});

test("the wording can be read without the article", () => {
  const text = "Senator Jane Doe visited Mosul. She said on Monday it was safe.";
  expect(claims(text)[1]?.wording).toBe("[Jane Doe] said on Monday [2017-03-20] it was safe");
});

test("a sentence inside a long quotation has its speaker", () => {
  const text = "“We lost 300 men at Mosul. The city fell on Monday,” General John Brown said.";
  const brown = { name: "John Brown", title: "General" };
  expect(claims(text).map((claim) => claim.speaker)).toEqual([brown, brown, brown]);
  expect(claims(text).map((claim) => claim.wording)).toEqual([
    "[John Brown:] We lost 300 men at Mosul",
    "The city fell on Monday [2017-03-20],” General John Brown said",
    "[John Brown:] The city fell on Monday [2017-03-20]",
  ]);
});

test("more to check scores higher", () => {
  const order = [
    "I think we should all try to be nice to each other.",
    "We have a plan for the schools.",
    "Unemployment fell in Ohio last year.",
    "Unemployment in Ohio fell from 9.1 percent to 4.8 percent last year, the largest drop since 1983.",
  ];
  const scores = order.map((sentence) => scoreSentence(sentence).score);
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(scoreSentence(order[0] ?? "").checkworthy).toBe(false);
  expect(scoreSentence(order[3] ?? "").checkworthy).toBe(true);
});

test("a score says in words what it leans on", () => {
  const { reasons } = scoreSentence("The coalition has pledged more than $2 billion.");
  expect(reasons.map((reason) => reason.label)).toContain("states an amount of money: more than $2 billion");
  expect(reasons.every((reason) => reason.weight !== 0)).toBe(true);
});

test("the same text gives the same answer, whatever was read before", () => {
  const text = "Zorblatt Quuxley, a flurbist, said 3,000 wugs had been blicked in Mosul. He left.";
  const first = JSON.stringify(extract(text));
  extract("The wugs blicked. A flurbist is quuxley; zorblatt the blicked wugs.");
  expect(JSON.stringify(extract(text))).toBe(first);
});

const phrase = fc.constantFrom(
  "Mr. Smith ",
  "said ",
  "that ",
  "he ",
  "told reporters ",
  "“",
  "”",
  '"',
  "'",
  "according to ",
  "the U.S. ",
  "$2 billion ",
  "on Wednesday ",
  ", ",
  ". ",
  "? ",
  "and ",
  "who ",
  "\n",
  "\n\n",
  "(",
  ")",
  "— ",
  "😀",
  "e\u0301 ",
  "\u202bשלום\u202c ",
  "1. ",
  "most ",
  "biggest ",
  "number one ",
  "Angela Merkel ",
  "adding ",
  "to ",
  "vowed ",
  "with ",
  "forces ",
  "advancing ",
  "; ",
  "\ud800",
  "al-Abadi’s ",
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(phrase, { maxLength: 80 }).map((list) => list.join("")),
);

test("every offset slices to the words it names, on any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const found = extract(text, { date: "2017-03-22" });
      const inside = ({ start, end }: { readonly start: number; readonly end: number }) => {
        expect(
          Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length,
        ).toBe(true);
      };
      for (const item of found.attributions)
        for (const span of [...item.content, ...item.source, ...item.cue]) inside(span);
      for (const fact of found.facts) expect(text.slice(fact.start, fact.end)).toBe(fact.text);
      for (const value of found.values) inside(value);
      let at = 0;
      for (const claim of found.claims) {
        expect(claim.start).toBeGreaterThanOrEqual(at);
        at = claim.start;
        expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        expect(claim.text.length).toBeGreaterThan(0);
        expect(claim.score >= 0 && claim.score <= 1).toBe(true);
        for (const fact of claim.facts) expect(fact.start >= claim.start && fact.end <= claim.end).toBe(true);
      }
    }),
    { numRuns: 250 },
  );
});
