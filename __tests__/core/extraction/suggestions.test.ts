import {
  type ClaimReading,
  type FactReading,
  factChanges,
  type KeptClaim,
  speakerWords,
  suggest,
} from "@/lib/core/extraction/suggestions";

const TEXT = "Mayor Ana Torres said the bridge cost $3 million and that 40 workers built it. The ferry stopped in May.";
const REPORT = "Mayor Ana Torres said the bridge cost $3 million";
const CONTENT = "the bridge cost $3 million";
const WORKERS = "40 workers built it";
const BOTH = "the bridge cost $3 million and that 40 workers built it";
const FERRY = "The ferry stopped in May.";

function reading(words: string, more: Partial<ClaimReading> = {}): ClaimReading {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`The text does not say “${words}”.`);
  const plain = { kind: "statement", speakerName: "", speakerTitle: "", viaName: "", facts: [] } as const;
  return { start, end: start + words.length, wording: words, ...plain, ...more };
}

function kept(words: string, more: Partial<KeptClaim> = {}): KeptClaim {
  const plain = { id: words, number: 1, state: "detected", origin: "machine", touched: false, removed: false } as const;
  return { ...reading(words), ...plain, ...more };
}

/** What is suggested, each in one line. */
function said(standing: readonly KeptClaim[], fresh: readonly ClaimReading[]): string[] {
  return suggest(standing, fresh).map(({ what, kept: one, fresh: other, fields }) => {
    const from = one ? TEXT.slice(one.start, one.end) : "";
    const to = other ? TEXT.slice(other.start, other.end) : "";
    if (what === "changed") return `changed “${from}”: ${fields.join(", ")}`;
    return `${what} “${from || to}”`;
  });
}

type Case = readonly [name: string, standing: readonly KeptClaim[], fresh: readonly ClaimReading[], said: string[]];
const NOTHING: string[] = [];

test.each<Case>([
  ["nothing where both read the same", [kept(FERRY)], [reading(FERRY)], NOTHING],
  ["a claim where none stands", [], [reading(FERRY)], [`new “${FERRY}”`]],
  ["a claim that is no longer found", [kept(FERRY)], [], [`gone “${FERRY}”`]],
  [
    "each field that reads differently",
    [kept(FERRY)],
    [reading(FERRY, { wording: "The ferry stopped in May [2017].", kind: "event", speakerName: "Ana Torres" })],
    [`changed “${FERRY}”: wording, kind, speaker`],
  ],
  [
    "a place that grew by some words",
    [kept("The ferry stopped")],
    [reading(FERRY, { wording: "The ferry stopped" })],
    ["changed “The ferry stopped”: place"],
  ],
  [
    "another claim where the place shares little",
    [kept("in May")],
    [reading(FERRY)],
    [`new “${FERRY}”`, "gone “in May”"],
  ],
  ["a content inside a report that stands", [kept(REPORT)], [reading(REPORT), reading(CONTENT)], [`new “${CONTENT}”`]],
  [
    "the content, not the report around it, as found no longer",
    [kept(REPORT, { number: 1 }), kept(CONTENT, { number: 2 })],
    [reading(REPORT)],
    [`gone “${CONTENT}”`],
  ],
])("suggests %s", (_, standing, fresh, expected) => {
  expect(said(standing, fresh)).toEqual(expected);
});

const OTHERWISE = [reading(FERRY, { wording: "Something else.", kind: "event", speakerName: "Jim" })];
test.each<readonly [string, Partial<KeptClaim>]>([
  ["accepted", { state: "open" }],
  ["dismissed", { state: "dismissed" }],
  ["verified", { state: "verified" }],
  ["marked by hand", { origin: "person" }],
  ["touched", { touched: true }],
])("a claim that was %s is left alone, whatever is read, and nothing new is put over it", (_, more) => {
  expect(said([kept(FERRY, more)], OTHERWISE)).toEqual([]);
  expect(said([kept(FERRY, more)], [])).toEqual([]);
});

describe("what people did to places stands:", () => {
  test("a claim moved to fewer words", () => {
    expect(said([kept("bridge cost $3 million", { touched: true })], [reading(CONTENT)])).toEqual([]);
  });
  test("a claim cut in two", () => {
    const halves = [kept("the bridge cost $3 million", { touched: true }), kept(WORKERS, { origin: "person" })];
    expect(said(halves, [reading(BOTH)])).toEqual([]);
  });
  test("two claims joined in one, also after the joined one was moved away", () => {
    const gone = kept(WORKERS, { id: "b", removed: true, touched: true });
    const found = [reading(CONTENT), reading(WORKERS)];
    expect(said([kept(BOTH, { touched: true }), gone], found)).toEqual([]);
    expect(said([kept(CONTENT, { touched: true }), gone], found)).toEqual([]);
  });
  test("a few words marked by hand do not hide the sentence around them", () => {
    expect(said([kept("in May", { origin: "person" })], [reading(FERRY)])).toEqual([`new “${FERRY}”`]);
  });
  test("a place is free again when an undo or an earlier reading emptied it", () => {
    expect(said([kept(FERRY, { removed: true })], [reading(FERRY)])).toEqual([`new “${FERRY}”`]);
    expect(said([kept(FERRY, { removed: true, touched: true, origin: "person" })], [reading(FERRY)])).toEqual([
      `new “${FERRY}”`,
    ]);
  });
});

test("of two claims on the same words each is compared with the one that reads as it does", () => {
  const standing = [kept(FERRY, { id: "a", kind: "event" }), kept(FERRY, { id: "b", number: 2, kind: "quote" })];
  expect(said(standing, [reading(FERRY, { kind: "quote" }), reading(FERRY, { kind: "event" })])).toEqual([]);
});

test("suggestions come in the order of the text, however the claims were handed over", () => {
  const standing = [kept(FERRY, { id: "b" }), kept(WORKERS, { id: "a" })];
  const fresh = [reading(CONTENT), reading(REPORT)];
  const inOrder = [`new “${REPORT}”`, `new “${CONTENT}”`, `gone “${WORKERS}”`, `gone “${FERRY}”`];
  expect(said(standing, fresh)).toEqual(inOrder);
  expect(said([...standing].reverse(), [...fresh].reverse())).toEqual(inOrder);
});

describe("facts", () => {
  const fact = (words: string, more: Partial<FactReading> = {}): FactReading => {
    const start = TEXT.indexOf(words);
    const plain = { type: "date", text: words, name: "", title: "", value: "" };
    return { start, end: start + words.length, ...plain, ...more };
  };
  test("that mean another value make a claim read differently, though its wording stays", () => {
    const [before, after] = [fact("May", { value: "2017-05" }), fact("May", { value: "2016-05" })];
    const standing = [kept(FERRY, { facts: [before] })];
    expect(said(standing, [reading(FERRY, { facts: [after] })])).toEqual([`changed “${FERRY}”: facts`]);
    expect(factChanges([before], [after])).toEqual([{ text: "May", from: "2017-05", to: "2016-05" }]);
  });
  test("that are found or not found any more are told apart from those that stay", () => {
    const [money, workers, may] = [fact("$3 million"), fact("40"), fact("May")];
    expect(factChanges([money, may], [workers, may])).toEqual([
      { text: "$3 million", from: "$3 million", to: "" },
      { text: "40", from: "", to: "40" },
    ]);
  });
});

test("a speaker reads in one line, with the title and whoever reports it", () => {
  const nobody = { speakerName: "", speakerTitle: "", viaName: "" };
  expect(speakerWords(nobody)).toBe("");
  expect(speakerWords({ speakerName: "Ana Torres", speakerTitle: "Mayor", viaName: "" })).toBe("Ana Torres, Mayor");
  expect(speakerWords({ ...nobody, speakerName: "Ana Torres", viaName: "Reuters" })).toBe(
    "Ana Torres (reported by Reuters)",
  );
});
