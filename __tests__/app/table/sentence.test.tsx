import { commandLabel, sentenceOf } from "@/app/(desk)/_ledger/sentence";
import type { Json } from "@/lib/core/ledger/canonical";

const numbers = new Map([["c12", 12]]);

function read(command: string, data: Json, subject = "c12"): string {
  const { before, claim, after } = sentenceOf({ command, subject, data }, numbers);
  const named = claim ? ` ${claim.number === null ? "a claim" : `claim ${claim.number}`}` : "";
  return `Ana Silva ${before}${named}${after}`;
}

const changed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ claimId: `c${index + 1}`, number: index + 1, after: {} }));

test.each<[string, Json, string]>([
  ["verdict.propose", { label: "Confirmed" }, "Ana Silva proposed the verdict “Confirmed” on claim 12."],
  ["claim.accept", {}, "Ana Silva accepted claim 12."],
  ["claim.dismiss", { reason: "opinion", note: "a view" }, "Ana Silva dismissed claim 12 as opinion: “a view”."],
  ["claim.sendBack", { reason: "No source." }, "Ana Silva sent back claim 12: “No source.”"],
  ["claim.assign", { assignee: "Tom Okafor" }, "Ana Silva assigned claim 12 to Tom Okafor."],
  ["fact.tick", { fact: { text: "$2 billion", ticked: true } }, "Ana Silva ticked “$2 billion” in claim 12."],
  ["fact.tick", { fact: { text: "68", ticked: false } }, "Ana Silva took the tick off “68” in claim 12."],
  [
    "note.add",
    { source: { title: "UN" }, voided: "A note was added." },
    "Ana Silva added a source note to claim 12, leaning on “UN”. The sign-off was voided.",
  ],
  [
    "claim.change",
    { changes: [{ claimId: "c12", number: 12, after: { wording: "x", kind: "quote", rev: 3 } }] },
    "Ana Silva changed the wording and kind of claim 12.",
  ],
  ["report.publish", { edition: 1, sha256: "x" }, "Ana Silva published the report, edition 1."],
  [
    "report.correct",
    { edition: 2, corrections: [{}, {}] },
    "Ana Silva published 2 corrections as edition 2 of the report.",
  ],
  ["report.withdraw", { reason: "Retracted." }, "Ana Silva withdrew the published report: “Retracted.”"],
  ["article.import", { claims: 25 }, "Ana Silva imported the article; 25 claims found in it."],
  [
    "article.revise",
    {
      version: 3,
      note: "Correction",
      counts: { exact: 40, moved: 1, "value-changed": 2, reworded: 1, ambiguous: 0, lost: 0, added: 1, voided: 2 },
      changes: changed(4),
    },
    "Ana Silva brought in version 3, “Correction”; 2 claims say something else, 1 claim reworded, 1 new claim, 2 sign-offs voided.",
  ],
  [
    "article.revise",
    { version: 2, note: "", counts: { "value-changed": 0, reworded: 0, ambiguous: 0, lost: 0, added: 0, voided: 0 } },
    "Ana Silva brought in version 2; every claim kept its words.",
  ],
  [
    "claim.glance",
    { version: 2 },
    "Ana Silva looked at claim 12, reworded in version 2: it still says what was signed.",
  ],
  ["article.markReady", { version: 2, undecided: 0 }, "Ana Silva marked version 2 as ready to publish."],
  [
    "article.markReady",
    { version: 2, undecided: 12 },
    "Ana Silva marked version 2 as ready to publish, with 12 claims not decided.",
  ],
  ["article.withdrawReady", { version: 2 }, "Ana Silva took back that version 2 is ready to publish."],
  ["claim.bulkAccept", { changes: changed(1284) }, "Ana Silva accepted 1,284 claims."],
  [
    "fact.dismiss",
    { facts: [{ text: "CALC" }], reason: "not_asserted", note: "An invitation." },
    "Ana Silva left “CALC” outside claims, as nothing is asserted of it: “An invitation.”",
  ],
  [
    "fact.dismiss",
    { facts: [{ text: "68" }, { text: "Iraq" }, { text: "2017" }, { text: "2016" }], reason: "elsewhere", note: "" },
    "Ana Silva left “68”, “Iraq” and 2 more facts outside claims, as checked in another claim.",
  ],
  [
    "fact.restore",
    { facts: [{ text: "68" }, { text: "Iraq" }] },
    "Ana Silva took the dismissal of “68” and “Iraq” back.",
  ],
  [
    "member.remove",
    { member: "Tom Okafor", changes: changed(2) },
    "Ana Silva removed Tom Okafor from the newsroom; 2 claims have nobody assigned now.",
  ],
  [
    "claim.takeReading",
    { read: { new: 1, changed: 2, gone: 3 }, changes: changed(6) },
    "Ana Silva read the article again; 1 new claim, 2 claims read differently and 3 claims no longer found.",
  ],
  [
    "claim.takeReading",
    { read: { new: 0, changed: 1, gone: 0 }, changes: changed(1) },
    "Ana Silva read the article again; 1 claim read differently.",
  ],
  ["claim.bulkAssign", { assignee: "", changes: changed(1) }, "Ana Silva assigned 1 claim to nobody."],
  [
    "claim.undo",
    { undone: { seq: 4, command: "claim.bulkAccept" }, changes: changed(3) },
    "Ana Silva undid entry 4 (accept many), 3 claims.",
  ],
])("%s reads as a sentence", (command, data, expected) => {
  expect(read(command, data)).toBe(expected);
});

test("the number that the entry itself holds goes before the one known today", () => {
  expect(read("claim.accept", { changes: [{ claimId: "gone", number: 7, after: {} }] }, "gone")).toContain("claim 7");
  expect(read("claim.accept", {}, "gone")).toContain("a claim");
});

test.each<Json>([null, 3, "text", [], { changes: "none", fact: 7, source: [], reason: {}, voided: null, claims: {} }])(
  "data that no command writes (%j) still gives a sentence",
  (data) => {
    for (const command of [
      "claim.dismiss",
      "fact.tick",
      "note.add",
      "claim.bulkAccept",
      "article.import",
      "article.revise",
    ]) {
      expect(read(command, data)).toMatch(/^Ana Silva .+[.”]$/);
    }
  },
);

test("a command that came later than this screen is named plainly", () => {
  expect(commandLabel("claim.carryOver")).toBe("claim carry over");
  expect(read("claim.carryOver", {})).toBe("Ana Silva ran “claim carry over” on claim 12.");
});
