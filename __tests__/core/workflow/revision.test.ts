import type { Outcome } from "@/lib/core/anchoring/relocate";
import { afterRevision } from "@/lib/core/workflow/revision";
import { CLAIM_STATES, type ClaimState } from "@/lib/core/workflow/workflow";

const OUTCOMES: readonly Outcome[] = ["exact", "moved", "reworded", "value-changed", "ambiguous", "lost"];
const claim = (state: ClaimState) => ({ state, signed: state === "verified", touched: true });
const after = (outcome: Outcome, state: ClaimState, keeps = true) => afterRevision(outcome, claim(state), keeps);

test.each<[Outcome, boolean, string, ClaimState]>([
  ["exact", true, "kept", "verified"],
  ["moved", true, "kept", "verified"],
  ["reworded", true, "glance", "verified"],
  ["reworded", false, "void", "reopened"],
  ["value-changed", true, "void", "reopened"],
  ["ambiguous", true, "void", "reopened"],
  ["lost", true, "void", "reopened"],
])("a signed claim that is %s (reworded keeps: %s): sign-off %s, state %s", (outcome, keeps, signOff, next) => {
  expect(after(outcome, "verified", keeps)).toEqual({ next, signOff });
});

test("a verdict in review has to be proposed again when its words changed", () => {
  expect(OUTCOMES.map((outcome) => after(outcome, "in_review").next)).toEqual([
    "in_review",
    "in_review",
    "in_review",
    "in_check",
    "in_check",
    "in_check",
  ]);
});

test("a dismissed claim is looked at again only when a fact in it changed", () => {
  const reopened = OUTCOMES.filter((outcome) => after(outcome, "dismissed").next === "reopened");
  expect(reopened).toEqual(["value-changed"]);
});

test("only a machine's claim that nobody touched goes with its words", () => {
  const gone = CLAIM_STATES.flatMap((state) =>
    [true, false].flatMap((touched) =>
      OUTCOMES.filter((outcome) => afterRevision(outcome, { ...claim(state), touched }, true).next === null).map(
        (outcome) => [outcome, state, touched],
      ),
    ),
  );
  expect(gone).toEqual([["lost", "detected", false]]);
});

test("no claim is verified without a standing sign-off, whatever the text did", () => {
  for (const outcome of OUTCOMES) {
    for (const state of CLAIM_STATES) {
      for (const keeps of [true, false]) {
        const { next, signOff } = after(outcome, state, keeps);
        if (next === "verified") expect(["kept", "glance"]).toContain(signOff);
      }
    }
  }
});
