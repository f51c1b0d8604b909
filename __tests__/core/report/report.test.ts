import fc from "fast-check";
import {
  claimsOf,
  composeReport,
  inContext,
  isSameHand,
  otherWords,
  type Report,
  type ReportInput,
  standing,
} from "@/lib/core/report/report";
import { bare, carried, sample } from "./sample";

const report = composeReport(sample);
const claim = (number: number) => {
  const found = report.claims.find((candidate) => candidate.number === number);
  if (!found) throw new Error(`no claim ${number}`);
  return found;
};
const numbers = (claims: Report["claims"]) => claims.map(({ number }) => number);

/** The same records as the database might also have given them. */
function shuffled(input: ReportInput, order: readonly number[]): ReportInput {
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((item, index) => ({ item, key: order[index % order.length] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  const claims = mix(input.claims).map((one) => ({
    ...one,
    facts: mix(one.facts),
    notes: mix(one.notes),
    voided: mix(one.voided),
  }));
  return { ...input, claims, sources: [...mix(input.sources), ...input.sources] };
}

describe("a report", () => {
  test("lists every claim in the order of the text, the longer one first where two begin together", () => {
    const places = report.claims.map(({ place }) => place?.start ?? Number.POSITIVE_INFINITY);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(report.claims).toHaveLength(sample.claims.length);
  });

  test("puts claims without a place in this version last, by number", () => {
    const [first, second, ...rest] = sample.claims;
    if (!first || !second) throw new Error("the sample has claims");
    const moved = composeReport({
      ...sample,
      claims: [{ ...second, anchor: null }, { ...first, anchor: null }, ...rest],
    });
    expect(numbers(moved.claims).slice(-2)).toEqual([1, 2]);
    expect(moved.claims.at(-1)?.place).toBeNull();
  });

  test("does not depend on the order in which the records were read", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (order) => {
        expect(composeReport(shuffled(sample, order))).toEqual(report);
      }),
      { numRuns: 30 },
    );
  });

  test("speaks of the moment of the last ledger entry", () => {
    expect(report.asOf).toBe(sample.ledger.at);
  });

  test("shows each claim in its sentence and paragraph", () => {
    const { place } = claim(11);
    if (!place) throw new Error("claim 11 has a place");
    expect(place.paragraph).toBe(15);
    expect(inContext(report.version.text, place)).toEqual({
      before: "",
      words: "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
      after: "",
    });
    const { place: second } = claim(2);
    if (!second) throw new Error("claim 2 has a place");
    expect(inContext(report.version.text, second).before).toMatch(/^WASHINGTON .* the next phase of $/);
  });

  test("writes values in words and leaves names that say nothing new empty", () => {
    expect(claim(11).facts.map(({ normalised }) => normalised)[0]).toMatch(/2,000,000,000/);
    expect(claim(6).facts.map(({ normalised }) => normalised)).toEqual(["Joseph Scrocca, Colonel"]);
    expect(claim(1).facts.map(({ normalised }) => normalised)).toEqual(["", "", ""]);
  });

  test("numbers the sources as they are first cited and leaves out those that nobody cites", () => {
    const [some] = sample.sources;
    if (!some) throw new Error("the sample has sources");
    const extra = { ...some, id: "s-unused", title: "Unused" };
    const { sources } = composeReport({ ...sample, sources: [extra, ...sample.sources] });
    expect(sources.map(({ id, number }) => `${number} ${id}`)).toEqual([
      "1 s-remarks",
      "2 s-statement",
      "3 s-scrocca",
      "4 s-bank",
    ]);
  });

  test("counts what it holds", () => {
    expect(report.figures).toMatchObject({
      claims: 14,
      kept: 13,
      signed: 9,
      byState: { verified: 9, in_check: 1, in_review: 1, reopened: 1, detected: 1, dismissed: 1, open: 0 },
      overrides: 1,
      sameHand: 0,
      notes: 11,
      sources: 4,
    });
    expect(report.figures.byVerdict.map(({ id, signed, proposed }) => `${id} ${signed}+${proposed}`)).toEqual([
      "confirmed 7+0",
      "corrected 1+0",
      "on-authors-word 0+1",
      "could-not-confirm 1+0",
      "cut 0+0",
    ]);
  });

  test("keeps a verdict that the scale dropped, under its own id", () => {
    const scale = sample.scale.filter(({ id }) => id !== "corrected");
    const dropped = composeReport({ ...sample, scale });
    expect(dropped.claims.find(({ number }) => number === 11)?.verdict).toMatchObject({
      label: "corrected",
      order: null,
    });
    expect(dropped.figures.byVerdict.at(-1)).toEqual({ id: "corrected", label: "corrected", signed: 1, proposed: 0 });
  });

  test("groups claims by what a reader may take them for", () => {
    expect(numbers(claimsOf(report, "signed"))).toEqual([1, 2, 3, 4, 6, 7, 10, 11, 14]);
    expect(numbers(claimsOf(report, "undecided"))).toEqual([8, 9, 12]);
    expect(numbers(claimsOf(report, "untouched"))).toEqual([13]);
    expect(numbers(claimsOf(report, "dismissed"))).toEqual([5]);
  });

  test("calls nothing signed off without a sign-off of exactly what stands there", () => {
    const { signOff } = claim(1);
    if (!signOff) throw new Error("claim 1 is signed off");
    expect(standing({ state: "verified", signOff })).toBe("signed");
    expect(standing({ state: "verified", signOff: null })).toBe("undecided");
    expect(standing({ state: "verified", signOff: { ...signOff, intact: false } })).toBe("undecided");
    expect(standing({ state: "in_review", signOff })).toBe("undecided");
  });

  test("notices when one person proposed and signed off", () => {
    const { signOff, verdict } = claim(3);
    if (!signOff || !verdict?.proposed) throw new Error("claim 3 is signed off");
    expect(isSameHand({ signOff, verdict })).toBe(false);
    const own = { ...signOff, by: verdict.proposed.by };
    expect(isSameHand({ signOff: own, verdict })).toBe(true);
    expect(isSameHand({ signOff: { ...own, overrideReason: "Deadline." }, verdict })).toBe(false);
  });

  test("tells sign-offs given on an earlier version from those given on this one, and those whose words are others now", () => {
    const { figures, method, claims } = composeReport(carried);
    expect(figures).toMatchObject({ signed: 9, carried: 9, carriedToOtherWords: 1 });
    expect(claims.flatMap((one) => otherWords(one) ?? [])).toEqual(["68 nations and organizations"]);
    expect(method.join(" ")).toContain("9 sign-offs were given on an earlier version and carried to this one");
    expect(method.join(" ")).toContain("For 1 of them the words in the article were put differently");
    expect(report.figures).toMatchObject({ carried: 0, carriedToOtherWords: 0 });
    expect(report.method.join(" ")).not.toContain("carried");
  });

  test("says who did how much of it, by name", () => {
    expect(
      report.people.map(({ person, notes, verdicts, signOffs }) => [person.name, notes, verdicts, signOffs]),
    ).toEqual([
      ["Ada Okafor", 9, 6, 1],
      ["Ben Lindqvist", 0, 0, 8],
      ["Clara Fuentes", 2, 4, 0],
    ]);
  });

  test("holds up with nothing in it", () => {
    expect(composeReport(bare)).toMatchObject({
      claims: [],
      sources: [],
      people: [],
      figures: { claims: 0, signed: 0 },
    });
  });
});

describe("the method, in sentences", () => {
  test("says what was found and by whom", () => {
    expect(report.method[1]).toBe(
      "13 claims were found by the software and 1 was marked by people; people decided which to check.",
    );
  });

  test.each([
    ["the rule is kept", true, null, /No sign-off in this report stepped past that rule\.$/],
    [
      "the rule was stepped past",
      true,
      "Deadline.",
      /In this report 1 sign-off stepped past it, with the reason given at the claim\.$/,
    ],
    ["there is no rule", false, null, /does not require that a second person signs off\.$/],
  ])("tells when %s", (_what, fourEyes, overrideReason, words) => {
    const claims = sample.claims.map((one) =>
      one.signOff ? { ...one, signOff: { ...one.signOff, overrideReason: null } } : one,
    );
    const [first, ...rest] = claims;
    if (!first?.signOff) throw new Error("claim 1 is signed off");
    const changed = { ...first, signOff: { ...first.signOff, overrideReason } };
    // Claim 6 was signed off by its proposer past the rule; without that reason it would count as the same hand.
    const others = rest.filter(({ number }) => number !== 6);
    const { method } = composeReport({ ...sample, fourEyes, claims: [changed, ...others] });
    expect(method[4]).toMatch(words);
  });

  test("tells of sign-offs from before the rule was set", () => {
    const claims = sample.claims.map((one) =>
      one.number === 6 && one.signOff ? { ...one, signOff: { ...one.signOff, overrideReason: null } } : one,
    );
    const { method } = composeReport({ ...sample, claims });
    expect(method[4]).toMatch(/In this report 1 sign-off by the same person date/);
  });
});

describe("the coverage of a report", () => {
  const { coverage } = report;

  test("counts a claim as decided only where the report shows it as signed off or not checked", () => {
    const claims = sample.claims.map((one) => ({ ...one, signOff: one.signOff && { ...one.signOff, intact: false } }));
    const fallen = composeReport({ ...sample, claims }).coverage.facts;
    expect(fallen).toMatchObject({ facts: coverage.facts.facts, verified: 0, bare: coverage.facts.bare });
    expect(fallen.open).toBe(coverage.facts.open + coverage.facts.verified);
  });

  test("lists a bare fact with its paragraph, and a dismissed one only while no claim holds it", () => {
    const { text } = sample.version;
    const [first] = coverage.bare;
    expect(first).toMatchObject({ paragraph: 2, facts: [{ type: "place" }] });
    expect(first && text.slice(first.start, first.end)).toMatch(/^The top U\.S\. diplomat/);
    expect(coverage.dismissed.map((fact) => fact.text)).toEqual(["Iraqi forces"]);
    const [held] = sample.claims;
    const [fact] = sample.dismissedFacts;
    if (!held || !fact) throw new Error("the sample has claims and a dismissed fact");
    const anchor = { start: fact.start, end: fact.end, exact: fact.text, prefix: "", suffix: "" };
    const covered = composeReport({
      ...sample,
      claims: [...sample.claims, { ...held, id: "c99", number: 99, anchor }],
    });
    expect(covered.coverage.dismissed).toEqual([]);
  });
});
