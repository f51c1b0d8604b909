import { extract } from "@/lib/core/extraction/extract";

interface Said {
  readonly type: string;
  readonly by: string | undefined;
  readonly source: string;
  readonly cue: string;
  readonly content: readonly string[];
}

function said(text: string): Said[] {
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return extract(text).attributions.map((item) => ({
    type: item.type,
    by: item.speaker?.name,
    source: item.source.map(words).join(" … "),
    cue: item.cue.map(words).join(" … "),
    content: item.content.map(words),
  }));
}

test("direct speech before its speaker", () => {
  expect(said("“We will not leave the city,” Mayor Jane Doe said.")).toEqual([
    {
      type: "direct",
      by: "Jane Doe",
      source: "Mayor Jane Doe",
      cue: "said",
      content: ["“We will not leave the city,”"],
    },
  ]);
});

test("speech broken by its speaker has two parts", () => {
  const [first] = said("“We will not leave,” said Jane Doe, “and we will rebuild.”");
  expect(first).toMatchObject({
    type: "direct",
    by: "Jane Doe",
    content: ["“We will not leave,”", "“and we will rebuild.”"],
  });
});

test("speech goes on in the next sentence of the paragraph", () => {
  const found = said("“We lost the vote,” Doe said. “But we will try again in May.”");
  expect(found.map((item) => item.content)).toEqual([["“We lost the vote,”", "“But we will try again in May.”"]]);
});

test("speech of several sentences before one reporting verb is one", () => {
  const [first] = said("“We lost the vote. We will try again,” Doe told reporters on Monday.");
  expect(first?.content).toEqual(["“We lost the vote. We will try again,”"]);
});

test("indirect speech, with and without “that”", () => {
  expect(said("Jane Doe said that the bridge was closed.")[0]).toMatchObject({
    type: "indirect",
    content: ["that the bridge was closed"],
  });
  expect(said("Jane Doe said on Monday the bridge was closed.")[0]).toMatchObject({
    cue: "said",
    content: ["the bridge was closed"],
  });
});

test("reported words between the sentence’s beginning and its speaker", () => {
  expect(said("The bridge was closed for a week, city officials said.")[0]).toMatchObject({
    type: "indirect",
    source: "city officials",
    content: ["The bridge was closed for a week"],
  });
});

test("“according to” on either side", () => {
  expect(said("According to the police, two men were arrested.")[0]).toMatchObject({
    source: "the police",
    content: ["two men were arrested"],
  });
  expect(said("Two men were arrested, according to the police.")[0]).toMatchObject({
    source: "the police",
    content: ["Two men were arrested"],
  });
});

test("a mixed report keeps its clause whole", () => {
  expect(said("Doe said the plan was “a disaster” for the town.")[0]).toMatchObject({
    type: "mixed",
    content: ["the plan was “a disaster” for the town"],
  });
});

test("what is added belongs to the same speaker", () => {
  const found = said("The bridge is safe, Jane Doe said, adding that it would open on Monday.");
  expect(found.map((item) => [item.by, item.content[0]])).toEqual([
    ["Jane Doe", "The bridge is safe"],
    ["Jane Doe", "that it would open on Monday"],
  ]);
});

test("a speaker stands before an apposition", () => {
  expect(said("Jane Doe, the mayor of Springfield, said the bridge was closed.")[0]?.by).toBe("Jane Doe");
});

test("a pronoun and a last name lead to the full name and title", () => {
  const text = "Senator Jane Doe visited the bridge on Monday. She said it was safe. Doe warned that it was old.";
  const speakers = extract(text).attributions.map((item) => item.speaker);
  expect(speakers).toEqual([
    { name: "Jane Doe", title: "Senator" },
    { name: "Jane Doe", title: "Senator" },
  ]);
});

test("“she” is not the man named last", () => {
  const text = "Mary Smith met John Brown on Monday. She said the talks went well.";
  expect(extract(text).attributions.map((item) => item.speaker?.name)).toEqual(["Mary Smith"]);
});

test("an office alone leads to its holder", () => {
  const text = "Mayor Jane Doe closed the bridge. It is old. The mayor said it would open in May.";
  expect(extract(text).attributions.map((item) => item.speaker)).toEqual([{ name: "Jane Doe", title: "Mayor" }]);
});

test("a signed quotation", () => {
  expect(said("“It was the best day of my life.” — Jane Doe")[0]).toMatchObject({
    by: "Jane Doe",
    content: ["“It was the best day of my life.”"],
  });
});
