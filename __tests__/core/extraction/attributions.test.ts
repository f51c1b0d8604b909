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

interface Construct {
  readonly name: string;
  readonly text: string;
  readonly source: string;
  readonly cue: string;
  readonly content: readonly string[];
}

const construct = (name: string, text: string, source: string, cue: string, ...content: string[]): Construct => ({
  name,
  text,
  source,
  cue,
  content,
});

const CONSTRUCTS: readonly Construct[] = [
  construct(
    "a clause that its speaker breaks in two",
    "The only problem, the engineer said, is that the bridge is too narrow.",
    "the engineer",
    "said",
    "The only problem",
    "is that the bridge is too narrow",
  ),
  construct(
    "a time before the speaker belongs to what is said",
    "In 2012, the engineer said, the bridge had carried twice the load.",
    "the engineer",
    "said",
    "In 2012",
    "the bridge had carried twice the load",
  ),
  construct(
    "“as” before the speaker",
    "As the Daily Post reported, the bridge was closed.",
    "the Daily Post",
    "reported",
    "the bridge was closed",
  ),
  construct(
    "“as” behind what is said",
    "The bridge was closed for a year, as the Daily Post reported.",
    "the Daily Post",
    "reported",
    "The bridge was closed for a year",
  ),
  construct(
    "a speaker behind the verb",
    "The bridge was closed for a year, said an engineer who worked on it.",
    "an engineer",
    "said",
    "The bridge was closed for a year",
  ),
  construct(
    "an exclamation that ends before its speaker",
    "“Not the bridge again!” Jane Doe shouted.",
    "Jane Doe",
    "shouted",
    "“Not the bridge again!”",
  ),
  construct(
    "words said of something",
    "Doe said of the bridge: “It was never safe.”",
    "Doe",
    "said",
    "“It was never safe.”",
  ),
  construct(
    "words behind their occasion",
    "Doe said during a visit to the harbour that the bridge was safe.",
    "Doe",
    "said",
    "that the bridge was safe",
  ),
  construct("a denial", "Doe denied that she had seen the letter.", "Doe", "denied", "that she had seen the letter"),
  construct(
    "a belief",
    "Many engineers believe the bridge will not last.",
    "Many engineers",
    "believe",
    "the bridge will not last",
  ),
  construct("a question", "Doe asked whether the bridge was safe.", "Doe", "asked", "whether the bridge was safe"),
  construct(
    "an intention ends before the next clause",
    "Doe vowed to repair the bridge, but the council refused.",
    "Doe",
    "vowed",
    "to repair the bridge",
  ),
  construct(
    "an order with the one it is for",
    "Doe urged the council to repair the bridge.",
    "Doe",
    "urged",
    "the council to repair the bridge",
  ),
  construct("an accusation", "Doe accused the builder of fraud.", "Doe", "accused", "the builder of fraud"),
  construct(
    "a description",
    "Doe described the plan as a gift to builders.",
    "Doe",
    "described",
    "the plan as a gift to builders",
  ),
  construct("a verb with its particles", "Doe spoke out against the plan.", "Doe", "spoke out against", "the plan"),
  construct("an object ends before its time", "Doe rejected the plan on Monday.", "Doe", "rejected", "the plan"),
  construct(
    "the passive with an agent",
    "The plan was rejected by the council.",
    "the council",
    "was rejected by",
    "The plan",
  ),
  construct(
    "the passive without an agent",
    "The mayor is expected to resign.",
    "",
    "is expected",
    "The mayor",
    "to resign",
  ),
  construct("a seeming", "The mayor seemed tired of the debate.", "", "seemed", "The mayor", "tired of the debate"),
  construct(
    "a noun with its owner",
    "There was only the mayor’s claim that the bridge is safe.",
    "the mayor",
    "claim",
    "that the bridge is safe",
  ),
  construct(
    "a noun that a verb gives",
    "Residents voiced concern about the bridge.",
    "Residents",
    "voiced concern about",
    "the bridge",
  ),
  construct(
    "a noun with its speaker behind it",
    "A call by residents to close the bridge went unheard.",
    "residents",
    "call",
    "to close the bridge",
  ),
  construct(
    "an adjective",
    "Doe is confident that the bridge will last.",
    "Doe",
    "is confident",
    "that the bridge will last",
  ),
  construct(
    "“made clear”",
    "Doe made it clear that the bridge would stay.",
    "Doe",
    "made it clear",
    "that the bridge would stay",
  ),
  construct(
    "“according to” in the middle",
    "Over ten years, according to the council, the bridge has cost $2 million.",
    "the council",
    "according to",
    "Over ten years",
    "the bridge has cost $2 million",
  ),
  construct(
    "a poll",
    "In a new poll, most residents were against the bridge.",
    "a new poll",
    "In",
    "most residents were against the bridge",
  ),
  construct(
    "evidence that speaks",
    "Several polls show that residents want a tunnel.",
    "Several polls",
    "show",
    "that residents want a tunnel",
  ),
  construct("a name and a colon", "Jane Doe: The bridge is safe", "Jane Doe", ":", "The bridge is safe"),
];

test.each(CONSTRUCTS)("$name: $text", ({ text, source, cue, content }) => {
  expect(said(text)[0]).toMatchObject({ source, cue, content });
});

test.each([
  ["her pledged delegates were counted"],
  ["the council appeared in court"],
  ["the United States raised $2 million"],
])("nobody says anything: %s", (text) => {
  expect(said(`On Monday ${text}.`)).toEqual([]);
});

test("what another voice reports is not reported twice", () => {
  expect(said("The driver denied that he was drunk, the police said.").map((item) => item.source)).toEqual([
    "the police",
  ]);
});

test("whoever is named behind “who” is not the speaker", () => {
  expect(said("The mayor, who has praised John Brown, said the bridge was safe.").at(-1)?.by).not.toBe("John Brown");
});

test("a turn of a transcript is one speech", () => {
  const text = "DOE: The bridge is safe. We tested it in May.\n\nBROWN: It is not safe at all.";
  expect(said(text).map((item) => [item.source, item.content[0]])).toEqual([
    ["DOE", "The bridge is safe. We tested it in May"],
    ["BROWN", "It is not safe at all"],
  ]);
});

test("a report in a report is kept, with who said what", () => {
  const text = "Senator Jane Doe said John Brown believed the bridge would cost $2 million.";
  const [outer, ...others] = extract(text).attributions;
  expect(others).toEqual([]);
  expect(outer?.speaker).toEqual({ name: "Jane Doe", title: "Senator" });
  const inner = outer?.nested?.map(({ speaker, content }) => [
    speaker?.name,
    content.map(({ start, end }) => text.slice(start, end)),
  ]);
  expect(inner).toEqual([["John Brown", ["the bridge would cost $2 million"]]]);
});
