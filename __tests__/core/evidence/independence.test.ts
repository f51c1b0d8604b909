import fc from "fast-check";
import { alike, alikeWords, independence, type NotedSource } from "@/lib/core/evidence/independence";
import { storySignature } from "@/lib/core/evidence/same-story";
import { BRIEF, EDITED, OWN, TRADE, WIRE } from "./stories";

/** A page of its own that supports the claim. */
function source(id: string, more: Partial<NotedSource> & { readonly text?: string } = {}): NotedSource {
  const { text = "", ...fields } = more;
  return {
    id,
    medium: "web",
    kind: "secondary",
    stances: ["supports"],
    addresses: [`${id}.example/story`],
    file: "",
    wire: "",
    date: null,
    signature: storySignature(text),
    ...fields,
  };
}

const counts = (...sources: readonly NotedSource[]) => {
  const { links, independent, primary } = independence(sources);
  return { links, independent, primary };
};

test("a claim without sources has none", () => {
  expect(independence([])).toEqual({ links: 0, independent: 0, primary: 0, stories: [] });
});

test("three links that carry one wire story are one independent source, each with the reason", () => {
  const found = independence([
    source("post", { text: WIRE }),
    source("herald", { text: EDITED }),
    source("globe", { text: BRIEF }),
  ]);
  expect(found).toMatchObject({ links: 3, independent: 1, primary: 0 });
  expect(found.stories[0]?.sources).toEqual(["post", "herald", "globe"]);
  expect(found.stories[0]?.alike.map(({ a, b, reason }) => [a, b, reason])).toEqual([
    ["post", "herald", "text"],
    ["post", "globe", "text"],
  ]);
});

test("three reporters who tell the same event in their own words are three", () => {
  const own = [source("wire", { text: WIRE }), source("post", { text: OWN }), source("trade", { text: TRADE })];
  expect(counts(...own)).toEqual({ links: 3, independent: 3, primary: 0 });
});

test("one page under two addresses, and one file from two places, are one", () => {
  const page = ["post.example/a", "post.example/amp/a"];
  expect(counts(source("a", { addresses: page }), source("b", { addresses: ["post.example/amp/a"] }))).toMatchObject({
    links: 2,
    independent: 1,
  });
  expect(counts(source("a", { file: "f00d" }), source("b", { file: "f00d" }))).toMatchObject({ independent: 1 });
  expect(counts(source("a"), source("b"))).toMatchObject({ independent: 2 });
});

test.each([
  ["the same day", "2017-03-22", "2017-03-22", 1],
  ["a day apart, for it was evening elsewhere", "2017-03-22", "2017-03-23", 1],
  ["days apart", "2017-03-22", "2017-03-25", 2],
])("copy of one agency of %s", (_, day, other, independent) => {
  const [a, b] = [source("a", { wire: "AP", date: day }), source("b", { wire: "AP", date: other })];
  expect(counts(a, b)).toMatchObject({ independent });
});

test("copy of one agency without dates is one story only if the texts have something in common", () => {
  const [a, b] = [source("a", { wire: "Reuters", text: WIRE }), source("b", { wire: "Reuters", text: TRADE })];
  expect(alike(a, b)).toBeNull();
  const half = `${WIRE.slice(0, 700)} ${TRADE} ${OWN}`;
  expect(alike(a, source("c", { wire: "Reuters", text: half }))?.reason).toBe("wire");
  expect(alike(a, source("c", { wire: "AFP", text: half }))).toBeNull();
  expect(
    counts(source("a", { wire: "AP", date: "2017-03-22" }), source("b", { wire: "AFP", date: "2017-03-22" })),
  ).toMatchObject({
    independent: 2,
  });
});

test("likeness passes on: what is one with the one and one with the other joins both", () => {
  const a = source("a", { addresses: ["x.example/1"], wire: "AP", date: "2017-03-22" });
  const b = source("b", { file: "f00d" });
  const both = source("c", { addresses: ["x.example/1"], file: "f00d" });
  expect(counts(a, b)).toMatchObject({ independent: 2 });
  expect(counts(a, b, both)).toMatchObject({ links: 3, independent: 1 });
});

test("only what speaks for or against counts: context and what is inconclusive bear nothing out", () => {
  expect(
    counts(
      source("a", { stances: ["supports"] }),
      source("b", { stances: ["refutes"] }),
      source("c", { stances: ["context"] }),
      source("d", { stances: ["inconclusive"] }),
      source("e", { stances: ["context", "refutes"] }),
    ),
  ).toEqual({ links: 3, independent: 3, primary: 0 });
});

test("a primary source is a primary one, an official record or what we saw ourselves; two copies of one are one", () => {
  expect(counts(source("a", { kind: "primary" }), source("b", { kind: "official_record" }))).toMatchObject({
    primary: 2,
  });
  expect(counts(source("a", { medium: "observation" }))).toMatchObject({ primary: 1 });
  expect(counts(source("a", { kind: "expert" }), source("b", { kind: "on_the_record" }))).toMatchObject({ primary: 0 });
  expect(counts(source("a", { kind: "primary", file: "x" }), source("b", { kind: "primary", file: "x" }))).toEqual({
    links: 2,
    independent: 1,
    primary: 1,
  });
});

test("people, observations and whatever has no text are never one story by accident", () => {
  const person = { medium: "person", addresses: [] } as const;
  expect(counts(source("a", person), source("b", person), source("c", { addresses: [] }))).toMatchObject({
    independent: 3,
  });
});

test("each reason is a sentence", () => {
  const pair = { a: "a", b: "b", agency: "", share: 0 };
  expect(alikeWords({ ...pair, reason: "page" }, "“A”", "“B”")).toBe("“A” and “B” are the same page");
  expect(alikeWords({ ...pair, reason: "file" }, "“A”", "“B”")).toBe("“A” and “B” are the same file");
  expect(alikeWords({ ...pair, reason: "text", share: 0.857 }, "“A”", "“B”")).toBe(
    "“A” and “B” carry the same text (86% of the shorter one)",
  );
  expect(alikeWords({ ...pair, reason: "wire", agency: "dpa" }, "“A”", "“B”")).toBe("“A” and “B” both credit dpa");
});

const noted = fc.record({
  file: fc.constantFrom("", "f1", "f2", "f3"),
  address: fc.constantFrom("", "x.example/1", "x.example/2", "x.example/3"),
  stance: fc.constantFrom("supports", "refutes", "context"),
  kind: fc.constantFrom("primary", "secondary", "wire"),
} as const);

test("whatever the order, sources fall into the same stories, each into one, joined by one reason fewer than sources", () => {
  fc.assert(
    fc.property(fc.array(noted, { maxLength: 12 }), (drawn) => {
      const sources = drawn.map(({ address, stance, ...one }, at) =>
        source(`s${at}`, { ...one, addresses: address === "" ? [] : [address], stances: [stance] }),
      );
      const { links, independent, primary, stories } = independence(sources);
      expect(independence([...sources].reverse())).toMatchObject({ links, independent, primary });
      expect(stories.flatMap((story) => story.sources)).toHaveLength(links);
      expect(new Set(stories.flatMap((story) => story.sources)).size).toBe(links);
      for (const story of stories) expect(story.alike).toHaveLength(story.sources.length - 1);
      expect(primary).toBeLessThanOrEqual(independent);
    }),
  );
});
