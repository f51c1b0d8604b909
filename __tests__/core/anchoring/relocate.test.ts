import { type Outcome, type Relocation, relocate } from "@/lib/core/anchoring/relocate";

const BEFORE = "The harbour opened again in May. ";
const AFTER = " Nobody in town recalls a winter like it.";

/** What becomes of a sentence when it is rewritten where it stands. */
function rewritten(was: string, is: string): Relocation {
  const span = { start: BEFORE.length, end: BEFORE.length + was.length };
  const [found] = relocate(`${BEFORE}${was}${AFTER}`, `${BEFORE}${is}${AFTER}`, [span]);
  if (!found) throw new Error("no answer");
  return found;
}

const kindsOf = ({ changes }: Relocation) => changes.map(({ kind }) => kind);

const CHANGED: readonly (readonly [was: string, is: string, kind: string])[] = [
  ["The council spent $2 billion on clinics.", "The council spent $5 billion on clinics.", "number"],
  ["The council spent $2 billion on clinics.", "The council spent $2 million on clinics.", "magnitude"],
  ["The council spent $2bn on clinics.", "The council spent $2.2bn on clinics.", "number"],
  ["The council spent $2 billion on clinics.", "The council spent €2 billion on clinics.", "currency"],
  ["The council spent $2 billion on clinics.", "The council spent A$2 billion on clinics.", "currency"],
  ["The trail is 5 miles long.", "The trail is 5 kilometres long.", "unit"],
  ["Prices rose 5 percent last year.", "Prices rose 5 percentage points last year.", "unit"],
  ["At least 50 people died in the fire.", "Up to 50 people died in the fire.", "bound"],
  ["About 50 people died in the fire.", "50 people died in the fire.", "bound"],
  ["The law took effect on March 3, 2017.", "The law took effect on March 4, 2017.", "date"],
  ["The council met on Monday in the hall.", "The council met on Tuesday in the hall.", "date"],
  ["Anna Kowalski led the study of patients.", "Anna Novak led the study of patients.", "name"],
  ["The bridge was inspected in April.", "The bridge was not inspected in April.", "negation"],
  ["The bank cannot lend to farmers.", "The bank can lend to farmers.", "negation"],
  ["Most residents use the new bus line.", "All residents use the new bus line.", "quantifier"],
  ["The clinic will close in June.", "The clinic may close in June.", "modality"],
  ["The bridge was inspected in April.", "The bridge was reportedly inspected in April.", "modality"],
  ["The country lives in zones of stability.", "The country lives in zones of instability.", "antonym"],
  ["Exports rose faster than wages.", "Exports fell faster than wages.", "antonym"],
  ["The dam is higher than the old one.", "The dam is high like the old one.", "comparison"],
  ["The mill was sold by Acme to Globex.", "The mill was sold to Acme by Globex.", "relation"],
  ["The mayor is the owner of the mill.", "The mayor was the owner of the mill.", "tense"],
  ["He sold the mill in the valley.", "She sold the mill in the valley.", "person"],
  ["“We will never close it,” the mayor said.", "“We will not close it,” the mayor said.", "quote"],
  ["“It is a big deal for us,” the mayor said.", "“It is a large deal for us,” the mayor said.", "quote"],
  ["The man was charged with murder.", "The man was convicted of murder.", "words"],
  ["The mayor was attacked on Monday.", "The mayor attacked on Monday.", "relation"],
  ["The lights were turned off at ten.", "The lights were turned on at ten.", "relation"],
  ["He said the bridge is safe for cars.", "The bridge is safe for cars.", "words"],
  ["The new policy costs the city money.", "The new police costs the city money.", "words"],
  ["Is the bridge safe for cars?", "Is the bridge safe for cars.", "modality"],
  ["The party won 12 of 40 seats.", "The party won 40 of 12 seats.", "number"],
];

test.each(CHANGED)("%s → %s is another fact", (was, is, kind) => {
  const found = rewritten(was, is);
  expect(found.outcome).toBe("value-changed");
  expect(kindsOf(found)).toContain(kind);
  expect(found.place).toEqual({ start: BEFORE.length, end: BEFORE.length + is.length });
});

const REWORDED: readonly (readonly [was: string, is: string])[] = [
  ["The council spent $2 billion on clinics.", "The council spent 2 billion dollars on clinics."],
  ["The council spent $2 billion on clinics.", "The council spent two billion U.S. dollars on clinics."],
  ["The council spent $2 billion on clinics.", "The council spent $2,000 million on clinics."],
  ["More than 50 people died in the fire.", "Over 50 people died in the fire."],
  ["At least 50 people died in the fire.", "50 or more people died in the fire."],
  ["World War II ended in the city.", "World War 2 ended in the city."],
  ["One in five adults in town smokes.", "1 in 5 adults in town smokes."],
  ["The rate doubled between 2010 and 2015.", "The rate doubled from 2010 to 2015."],
  ["She finished third in the race.", "She finished 3rd in the race."],
  ["The law took effect on March 3, 2017.", "The law took effect on 3 March 2017."],
  ["The law took effect in September 2017.", "The law took effect in Sept. 2017."],
  ["On Monday, the council asked for a loan.", "The council asked for a loan on Monday."],
  ["The bridge is safe, the mayor said.", "The mayor said the bridge is safe."],
  ["The mayor said that the bridge is safe.", "The mayor said the bridge is safe."],
  ["The bank did not lend to farmers.", "The bank didn’t lend to farmers."],
  ["The colour of the theatre was changed.", "The color of the theater was changed."],
  ["The council aproved the new budget.", "The council approved the new budget."],
  ["The co-operative sold health care plans.", "The cooperative sold healthcare plans."],
  ["The FBI opened a file on the mayor.", "The Federal Bureau of Investigation opened a file on the mayor."],
  ["Apples, pears and plums were sold.", "Apples, pears, and plums were sold."],
  ["The treaty was signed by France and Germany.", "The treaty was signed by Germany and France."],
  ["“We won,” the mayor said on Friday.", '"We won," the mayor said on Friday.'],
  ["The plan – a first draft – was dropped.", "The plan — a first draft — was dropped."],
  ["José Muñoz lives in São Paulo now.", "José Muñoz lives in São Paulo now.".normalize("NFD")],
  ["The government paid for the bridge.", "The govern-\nment paid for the bridge."],
  ["The government paid for the bridge.", "The gov\u00adern\u00adment paid for the bridge."],
  ["The government paid 20 euros for it.", "The government paid 20\u00a0euros for it."],
  ["The council closed the school.", "Meanwhile, the council also closed the school."],
  ["The council closed it, and it sold the land.", "The council closed it. It sold the land."],
];

test.each(REWORDED)("%s → %s is the same statement", (was, is) => {
  const found = rewritten(was, is);
  expect(found).toMatchObject({ outcome: "reworded" });
  expect(found.changes.length).toBeGreaterThan(0);
});

test("a change names the words that were there and those that are there now", () => {
  expect(rewritten("The council spent $2 billion.", "The council spent $5 billion.").changes).toEqual([
    { from: "$2 billion", to: "$5 billion", kind: "number" },
  ]);
});

describe("where a claim went", () => {
  const claim = "The council spent $5 million on new clinics in 2019.";
  const sentences = [
    "The harbour opened again in May.",
    claim,
    "Nobody in town recalls a winter like it.",
    "A ferry runs twice a day to the islands.",
    "The library lent 9,000 books to children.",
  ];
  const old = sentences.join("\n");
  const span = { start: old.indexOf(claim), end: old.indexOf(claim) + claim.length };
  const fate = (now: readonly string[]): { outcome: Outcome; words: string | null } => {
    const text = now.join("\n");
    const [found] = relocate(old, text, [span]);
    if (!found) throw new Error("no answer");
    return { outcome: found.outcome, words: found.place && text.slice(found.place.start, found.place.end) };
  };
  const [first = "", , third = "", fourth = "", fifth = ""] = sentences;

  test("untouched at its offsets it is exact, pushed along it is moved", () => {
    expect(fate([...sentences, "A new last line."])).toEqual({ outcome: "exact", words: claim });
    expect(fate(["A new first line.", ...sentences])).toEqual({ outcome: "moved", words: claim });
  });

  test("carried to another place it is moved, also when a word came in on the way", () => {
    expect(fate([first, third, fourth, claim, fifth])).toEqual({ outcome: "moved", words: claim });
    const touched = "The council also spent $5 million on new clinics in 2019.";
    expect(fate([first, third, fourth, touched, fifth])).toEqual({ outcome: "reworded", words: touched });
  });

  test("deleted or replaced it is lost, even when a sentence of the same shape stays", () => {
    expect(fate([first, third, fourth, fifth])).toEqual({ outcome: "lost", words: null });
    expect(fate([first, "Ships were late for weeks.", third, fourth, fifth])).toEqual({ outcome: "lost", words: null });
    const twin = "The council spent $7 million on new schools in 2012.";
    const both = [...sentences, twin].join("\n");
    const [found] = relocate(both, [first, third, fourth, fifth, twin].join("\n"), [span]);
    expect(found?.outcome).toBe("lost");
  });

  test("copied into two new places it is ambiguous, never a guess", () => {
    const now = [
      "Fresh words stand here.",
      claim,
      "More fresh words.",
      first,
      third,
      fourth,
      "Yet others.",
      claim,
      "The end.",
    ];
    expect(fate(now)).toEqual({ outcome: "ambiguous", words: null });
  });

  test("of two copies the one among the old neighbours is the claim", () => {
    const now = [first, claim, third, fourth, "In a box, once more:", claim, fifth];
    const [found] = relocate(old, now.join("\n"), [span]);
    expect(found).toMatchObject({ outcome: "exact", place: span });
  });

  test("the place is corrected although a repetition keeps the old figure", () => {
    const rest = `In short, ${claim[0]?.toLowerCase()}${claim.slice(1)}`;
    const corrected = claim.replace("$5", "$6");
    const both = [...sentences, rest].join("\n");
    const [found] = relocate(both, [first, corrected, third, fourth, fifth, rest].join("\n"), [span]);
    expect(found?.changes).toEqual([{ from: "$5 million", to: "$6 million", kind: "number" }]);
  });

  test("joined to the next sentence it keeps its own words only", () => {
    const joined = "The council spent $5 million on new clinics in 2019, and nobody in town recalls a winter like it.";
    expect(fate([first, joined, fourth, fifth])).toEqual({ outcome: "reworded", words: claim.slice(0, -1) });
  });

  test("a place that ends with a figure ends with the whole figure", () => {
    const part = { start: span.start, end: old.indexOf("$5 million") + "$5 million".length };
    const now = old.replace("$5 million", "5 million dollars");
    const [found] = relocate(old, now, [part]);
    expect(found).toMatchObject({ outcome: "reworded" });
    expect(found?.place && now.slice(found.place.start, found.place.end)).toBe("The council spent 5 million dollars");
  });

  test("a figure alone is followed, also when none of it stayed", () => {
    const figure = { start: old.indexOf("$5 million"), end: old.indexOf("$5 million") + "$5 million".length };
    const now = old.replace("$5 million", "six thousand euros");
    const [found] = relocate(old, now, [figure]);
    expect(found?.outcome).toBe("value-changed");
    expect(found?.place && now.slice(found.place.start, found.place.end)).toBe("six thousand euros");
  });

  test("a negation that comes in just before it belongs to it", () => {
    const inner = { start: old.indexOf("opened again"), end: old.indexOf("opened again") + "opened again".length };
    const now = old.replace("harbour opened", "harbour never opened");
    const [found] = relocate(old, now, [inner]);
    expect(found).toMatchObject({ outcome: "value-changed", changes: [{ from: "", to: "never", kind: "negation" }] });
  });

  test("no words, or a place outside the text, is lost", () => {
    const places = [
      { start: 3, end: 3 },
      { start: old.indexOf("\n"), end: old.indexOf("\n") + 1 },
      { start: old.length + 5, end: old.length + 9 },
    ];
    expect(relocate(old, old, places).map(({ outcome }) => outcome)).toEqual(["lost", "lost", "lost"]);
  });
});
