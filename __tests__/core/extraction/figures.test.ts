import fc from "fast-check";
import { extract } from "@/lib/core/extraction/extract";
import { factsOnce, findRestated, type StatedClaim, type StatedFact } from "@/lib/core/extraction/figures";
import { stem } from "@/lib/core/extraction/topics";

/** Read a text and say which figures state the same thing two ways: "68 countries ≠ 67 countries". */
function restated(text: string): string[] {
  const facts = new Map<string, StatedFact>();
  const claims = extract(text, { date: "2017-03-22" }).claims.map((claim): StatedClaim => {
    const own = claim.facts.map((fact): StatedFact => {
      const { type, start, end, name = "", value = null } = fact;
      const kept = { id: `${facts.size}`, type, start, end, text: fact.text, name, value };
      facts.set(kept.id, kept);
      return kept;
    });
    const speakers = [claim.speaker, claim.via].flatMap((one) => (one ? [one.name] : []));
    return { start: claim.start, exact: claim.text, speakers, facts: own };
  });
  const words = (id: string) => facts.get(id)?.text ?? "?";
  return [...findRestated(text, factsOnce(claims))].flatMap(([id, others]) =>
    others
      .filter(({ factId }) => Number(id) < Number(factId))
      .map(({ factId, relation }) => `${words(id)} ${SIGNS[relation]} ${words(factId)}`),
  );
}
const SIGNS = { different: "≠", compatible: "≈", equal: "=" };

test.each([
  [
    "a count of the same noun",
    "Ministers from 68 countries met in Washington. The 67 countries in Washington agreed on little.",
    ["68 countries ≠ 67 countries"],
  ],
  [
    "an amount pledged for the same thing",
    "The coalition pledged $2 billion in aid for Iraq. The $2.5 billion in aid that the coalition pledged is late.",
    ["$2 billion ≠ $2.5 billion"],
  ],
  [
    "an amount with other zeros",
    "The city pledged $2 billion for the new bridge. The $2 million that the city pledged for the bridge is spent.",
    ["$2 billion ≠ $2 million"],
  ],
  [
    "a limit that leaves room for the other figure",
    "The city paid $3.1 million for the bridge over the Tiber. It has paid more than $3 million for the Tiber bridge.",
    ["$3.1 million ≈ more than $3 million"],
  ],
  [
    "the same figure in other words",
    "The yard sold 12 wooden boats to Norway. All twelve boats that the yard sold leak.",
    ["12 wooden boats = twelve boats"],
  ],
  [
    "a year",
    "The old harbour bridge opened in 2015. When the harbour bridge opened in 2016, nobody came.",
    ["in 2015 ≠ in 2016"],
  ],
])("%s stated two ways is found", (_, text, found) => {
  expect(
    restated(text).map((line) => line.replace(/(^|[≠≈=] )(\d{4})$/u, "$1in $2").replace(/^(\d{4}) /u, "in $1 ")),
  ).toEqual(found);
});

test.each([
  [
    "other things counted",
    "Ministers from 68 countries met in Washington. The 67 reporters in Washington wrote little.",
  ],
  ["the same words twice", "Ministers from 68 countries met in Washington. The 68 countries in Washington agreed."],
  [
    "two places",
    "The mayor of Rome hired 40 engineers for the bridge. The mayor of Paris hired 42 engineers for the bridge.",
  ],
  ["two years", "In 2015 the yard sold 40 wooden boats. In 2016 the yard sold 42 wooden boats."],
  [
    "figures set against each other",
    "Ann got 37 percent of the vote and Ben got 36 percent of the vote. Carl got 34 percent of the vote.",
  ],
  [
    "a figure of a part",
    "The agency released 5,500 more pages of old letters. The agency has 5,600 pages of old letters.",
  ],
  [
    "other currencies",
    "The city paid $3 million for the bridge over the Tiber. It has paid 4 million euros for the Tiber bridge.",
  ],
  ["figures far apart", "The yard sold 12 wooden boats. The yard has sold 190 wooden boats in all those years."],
  ["figures of one sentence", "The yard sold 12 wooden boats, not 13 wooden boats as the yard said."],
])("%s are not the same thing stated two ways", (_, text) => {
  expect(restated(text)).toEqual([]);
});

test("what the speaker's name is does not tell two figures apart: two people may give two figures", () => {
  const text =
    "“The tower at the harbour cost $3 million,” said Ana Torres. “The harbour tower cost $3.4 million,” said Ben Marsh.";
  expect(restated(text)).toEqual(["$3 million ≠ $3.4 million"]);
});

test("whatever the text, each finding stands on both sides, and a text of nothing but figures takes no longer than a moment", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("12 boats", "13 boats", "$2 million", "sold", "the yard", ".", "\n", "😀")),
      (parts) => {
        const text = parts.join(" ");
        const claims = extract(text).claims.map(({ start, text: exact, facts }) => ({
          start,
          exact,
          speakers: [],
          facts: facts.map((fact, i) => ({ ...fact, id: `${start}:${i}`, name: "", value: fact.value ?? null })),
        }));
        const found = findRestated(text, claims);
        for (const [id, others] of found)
          for (const { factId, relation } of others) expect(found.get(factId)).toContainEqual({ factId: id, relation });
      },
    ),
    { numRuns: 50 },
  );
  const many = "12 boats 13 boats ".repeat(5_000);
  expect(restated(many)).toEqual([]);
});

test.each([
  ["countries", "country"],
  ["pledges", "pledged"],
  ["planned", "planning"],
  ["boxes", "box"],
  ["ships", "ship's"],
])("%s and %s have one stem", (a, b) => {
  expect(stem(a)).toBe(stem(b));
});
