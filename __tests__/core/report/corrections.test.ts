import { changeWords, reportChanges } from "@/lib/core/report/corrections";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { composeReport, type ReportClaimInput, type ReportInput } from "@/lib/core/report/report";
import { sample } from "./sample";

const report = (input: ReportInput = sample) => composeReport(input, FOR_THE_PUBLIC);
const changed = (number: number, change: (claim: ReportClaimInput) => Partial<ReportClaimInput>): ReportInput => ({
  ...sample,
  claims: sample.claims.map((claim) => (claim.number === number ? { ...claim, ...change(claim) } : claim)),
});
const first = sample.claims.find(({ verdict, notes }) => verdict && notes.length > 0);
if (!first) throw new Error("The sample has no claim with a verdict.");
const { number } = first;

test("the same report says nothing otherwise, also when only its ledger went on", () => {
  const later = {
    ...sample,
    ledger: { ...sample.ledger, seq: 99, at: "2030-01-01T00:00:00.000Z", hash: "f".repeat(64) },
  };
  expect(reportChanges(report(), report())).toEqual([]);
  expect(reportChanges(report(), report(later))).toEqual([]);
});

test("another verdict is told by its label on the scale, with its claim's number", () => {
  const other = sample.scale.find(({ id }) => id !== first.verdict?.id);
  const after = changed(number, ({ verdict }) => ({ verdict: verdict && { ...verdict, id: other?.id ?? "" } }));
  const [change, ...more] = reportChanges(report(), report(after));
  expect(more).toEqual([]);
  expect(change).toMatchObject({
    key: `claim-${number}/verdict`,
    claimNumber: number,
    field: "verdict",
    after: other?.label,
  });
  expect(changeWords(change ?? { claimNumber: null, field: "", before: "", after: "" })).toBe(
    `Claim ${number}: verdict ${change?.before} → ${other?.label}`,
  );
});

test("each thing a reader could take away is a change of its own", () => {
  const after = changed(number, (claim) => ({
    wording: "Other words.",
    speaker: { name: "Somebody Else", title: "", via: "", url: "" },
    verdict: claim.verdict && { ...claim.verdict, explanation: "On second thoughts." },
    notes: claim.notes.slice(1),
    signOff: null,
    state: "reopened",
  }));
  expect(reportChanges(report(), report(after)).map(({ field }) => field)).toEqual(
    expect.arrayContaining(["wording", "speaker", "explanation", "standing", "sign-off", "source note"]),
  );
});

test("a claim that came or went is told by what it says", () => {
  const without = { ...sample, claims: sample.claims.filter((claim) => claim.number !== number) };
  expect(reportChanges(report(), report(without))).toContainEqual(
    expect.objectContaining({
      claimNumber: number,
      field: "claim",
      after: "",
      before: expect.stringContaining(first.wording),
    }),
  );
  expect(reportChanges(report(without), report())).toContainEqual(
    expect.objectContaining({
      claimNumber: number,
      field: "claim",
      before: "",
      after: expect.stringContaining(first.wording),
    }),
  );
});

test("what is about the whole report comes first", () => {
  const after = {
    ...changed(number, () => ({ wording: "Other words." })),
    article: { ...sample.article, title: "Another title" },
  };
  expect(reportChanges(report(), report(after)).map(({ claimNumber, field }) => [claimNumber, field])).toEqual([
    [null, "title"],
    [number, "wording"],
  ]);
});

test("every change has a key of its own", () => {
  const empty = { ...sample, claims: [], article: { ...sample.article, title: "", byline: "x" } };
  const changes = [...reportChanges(report(), report(empty)), ...reportChanges(report(empty), report())].slice(0, 200);
  const half = reportChanges(report(), report(empty));
  expect(new Set(half.map(({ key }) => key)).size).toBe(half.length);
  expect(changes.length).toBeGreaterThan(sample.claims.length);
});
