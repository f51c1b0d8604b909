import type { WeighedClaim } from "@/lib/core/extraction/kept-features";
import { planRevision } from "@/lib/revisions/plan";
import type { StandingRow } from "@/lib/revisions/store";

const SAID = "The bridge cost $3 million";
const FIRST = `${SAID}, Ana Torres said.`;

/** A signed claim on what was said, without who said it. */
const row: StandingRow = {
  id: "c1",
  number: 1,
  rev: 1,
  state: "verified",
  origin: "machine",
  wording: SAID,
  speakerName: "Ana Torres",
  speakerTitle: "",
  stateNote: "",
  dismissReason: null,
  assigneeId: null,
  assigneeName: null,
  touched: true,
  signed: true,
  versionId: "v1",
  exact: SAID,
  start: 0,
  end: SAID.length,
};

/** What the engine reads at the claim's place when `name` is the speaker; "" for nobody. */
const read = (name: string): WeighedClaim => ({
  start: 0,
  end: SAID.length,
  text: SAID,
  wording: SAID,
  kind: "statistic",
  score: 0.5,
  reasons: [],
  facts: [],
  features: [],
  ...(name === "" ? {} : { speaker: { name } }),
});

/** Say what becomes of the claim when one speaker stood beside its words and another one does now. */
function fate(was: string, is: string) {
  const base = { id: "v1", text: FIRST };
  const text = FIRST.replace("Ana Torres", is || "somebody");
  const texts = new Map([["v1", FIRST]]);
  const followed = { forward: new Map(), back: new Map() };
  const [claim] = planRevision({
    ...{ base, texts, text, rows: [row], before: [read(was)], after: [read(is)] },
    ...{ rewordedKeepsSignOff: true, followed },
  }).claims;
  return claim && { outcome: claim.outcome, reason: claim.reason, signOff: claim.signOff };
}

test("the same words of another speaker are another statement, though the claim does not hold the speaker", () => {
  const void_ = { outcome: "value-changed", signOff: "void" };
  expect(fate("Ana Torres", "Paul Berg")).toEqual({ ...void_, reason: "Ana Torres became Paul Berg" });
  expect(fate("Ana Torres", "")).toEqual({ ...void_, reason: "Ana Torres was taken out" });
});

test("a longer or a shorter form of the same name is the same speaker", () => {
  const kept = { outcome: "exact", reason: "", signOff: "kept" };
  expect([fate("Torres", "Ana Torres"), fate("Ana Torres", "Torres"), fate("", "")]).toEqual([kept, kept, kept]);
});
