import fc from "fast-check";
import { ROLES, type Role } from "@/lib/core/policy/policy";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";
import {
  afterNoteRemoved,
  ask,
  askAssign,
  askTick,
  CLAIM_STATES,
  type ClaimFacts,
  type ClaimState,
  needsReason,
  type Refused,
  type Rules,
  restorable,
  STEPS,
  type Step,
  type StepInput,
  take,
  WORKFLOW,
} from "@/lib/core/workflow/workflow";

const rules: Rules = { fourEyes: true, scale: SCALE_PRESETS.magazine };
const lax: Rules = { ...rules, fourEyes: false };

/** A claim with a note and a verdict by Ana, which lacks nothing but its state. */
const claim = (state: ClaimState, more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  state,
  verdict: "confirmed",
  verdictById: "ana",
  authorsWordReason: "",
  notes: 1,
  ...more,
});
const marek = (role: Role) => ({ userId: "marek", role });
const ana = (role: Role) => ({ userId: "ana", role });
const input: StepInput = { reason: "because", verdict: "confirmed" };

/** Where each step leads from each state; a dot where it can't be taken. */
const TABLE: Record<Step, string> = {
  //              detected   open      in_check  in_review  verified  dismissed reopened
  accept: "        open      .         .         .          .         .         .         ",
  dismiss: "       dismissed dismissed dismissed dismissed  .         .         dismissed ",
  startCheck: "    .         in_check  .         .          .         .         in_check  ",
  note: "          in_check  in_check  in_check  in_review  reopened  .         in_check  ",
  correct: "       detected  open      in_check  in_check   reopened  .         reopened  ",
  proposeVerdict: ".         in_review in_review in_review  .         .         in_review ",
  signOff: "       .         .         .         verified   .         .         .         ",
  overrideSignOff: ".        .         .         verified   .         .         .         ",
  sendBack: "      .         .         .         in_check   .         .         .         ",
  reopen: "        .         .         .         .          reopened  reopened  .         ",
};
const MAY: Record<Step, readonly Role[]> = {
  accept: ["owner", "admin", "editor"],
  dismiss: ["owner", "admin", "editor"],
  startCheck: ["owner", "admin", "editor", "reviewer"],
  note: ["owner", "admin", "editor", "reviewer"],
  correct: ["owner", "admin", "editor"],
  proposeVerdict: ["owner", "admin", "editor", "reviewer"],
  signOff: ["owner", "admin", "editor"],
  overrideSignOff: ["owner", "admin"],
  sendBack: ["owner", "admin", "editor"],
  reopen: ["owner", "admin", "editor"],
};
/** Only the proposer needs to step past the four-eyes rule. */
const whoFor = (step: Step) => (step === "overrideSignOff" ? ana : marek);

describe.each(STEPS)("the step %s", (step) => {
  const row = TABLE[step].trim().split(/\s+/);
  const cells = CLAIM_STATES.map((state, i) => [state, row[i] ?? "missing"] as const);

  test.each(cells)("from %s leads to %s", (state, next) => {
    const result = take(step, claim(state), whoFor(step)("owner"), rules, input);
    if (next === ".") expect(result).toMatchObject({ ok: false, code: "state" });
    else expect(result).toEqual({ ok: true, next, voids: state === "verified" });
  });

  test.each(ROLES)("as %s is allowed as the policy says, from every state", (role) => {
    for (const [state, next] of cells) {
      const result = take(step, claim(state), whoFor(step)(role), rules, input);
      const expected = !MAY[step].includes(role) ? "role" : next === "." ? "state" : "ok";
      expect(result.ok ? "ok" : result.code).toBe(expected);
      if (!result.ok) expect(result.why).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe("what a step needs", () => {
  const refusal = (step: Step, facts: ClaimFacts, given: StepInput, by = marek("editor")): Refused["code"] | "ok" => {
    const result = take(step, facts, by, rules, given);
    return result.ok ? "ok" : result.code;
  };

  test.each(STEPS.filter(needsReason))("%s needs a reason of more than white space", (step) => {
    const from = WORKFLOW[step].from[0] ?? "open";
    const by = whoFor(step)("owner");
    expect(refusal(step, claim(from), { reason: " \n" }, by)).toBe("needs-reason");
    expect(refusal(step, claim(from), {}, by)).toBe("needs-reason");
    expect(refusal(step, claim(from), { reason: "x" }, by)).toBe("ok");
  });

  test("a verdict is one of the newsroom's", () => {
    expect(refusal("proposeVerdict", claim("in_check"), { verdict: "pants-on-fire" })).toBe("needs-verdict");
    expect(refusal("proposeVerdict", claim("in_check"), {})).toBe("needs-verdict");
  });

  test("a verdict rests on a source note, or on the author's word with a reason", () => {
    const bare = claim("in_check", { notes: 0 });
    expect(refusal("proposeVerdict", bare, { verdict: "confirmed" })).toBe("needs-note");
    expect(refusal("proposeVerdict", bare, { verdict: "on-authors-word" })).toBe("needs-reason");
    expect(refusal("proposeVerdict", bare, { verdict: "on-authors-word", authorsWordReason: "She was there." })).toBe(
      "ok",
    );
  });

  test("a verdict that lost its footing or its place on the scale is not signed off", () => {
    expect(refusal("signOff", claim("in_review", { notes: 0 }), {})).toBe("needs-note");
    expect(refusal("signOff", claim("in_review", { verdict: "gone" }), {})).toBe("needs-verdict");
    expect(refusal("signOff", claim("in_review", { verdict: null }), {})).toBe("needs-verdict");
    expect(refusal("signOff", claim("in_review", { verdict: "on-authors-word" }), {})).toBe("needs-reason");
  });
});

describe("four eyes", () => {
  test("the proposer does not sign off, whatever their role", () => {
    for (const role of MAY.signOff)
      expect(take("signOff", claim("in_review"), ana(role), rules, {})).toMatchObject({ ok: false, code: "four-eyes" });
  });

  test("without the rule the proposer signs off", () => {
    expect(take("signOff", claim("in_review"), ana("editor"), lax, {})).toMatchObject({ ok: true, next: "verified" });
  });

  test("an override is refused where it is not needed", () => {
    const other = take("overrideSignOff", claim("in_review"), marek("owner"), rules, input);
    const free = take("overrideSignOff", claim("in_review"), ana("owner"), lax, input);
    expect([other, free]).toEqual([
      expect.objectContaining({ code: "needless-override" }),
      expect.objectContaining({ code: "needless-override" }),
    ]);
  });
});

describe("beside the states", () => {
  test.each(CLAIM_STATES)("facts of a claim that is %s are ticked and it is assigned unless dismissed", (state) => {
    expect(askTick({ state }, marek("reviewer")).ok).toBe(state !== "dismissed");
    expect(askTick({ state }, marek("viewer"))).toMatchObject({ ok: false, code: "role" });
    expect(askAssign({ state }, marek("editor")).ok).toBe(state !== "dismissed");
    expect(askAssign({ state }, marek("reviewer"))).toMatchObject({ ok: false, code: "role" });
  });

  test("a verdict in review that lost its last note goes back to the check, one on the author's word stays", () => {
    const { scale } = rules;
    expect(afterNoteRemoved("in_review", claim("in_review", { notes: 0 }), scale)).toBe("in_check");
    expect(afterNoteRemoved("in_review", claim("in_review", { notes: 1 }), scale)).toBe("in_review");
    const onWord = { notes: 0, verdict: "on-authors-word", authorsWordReason: "She was there." };
    expect(afterNoteRemoved("in_review", claim("in_review", onWord), scale)).toBe("in_review");
    expect(afterNoteRemoved("reopened", claim("verified", { notes: 0 }), scale)).toBe("reopened");
  });

  test("undoing brings every state back but a sign-off", () => {
    expect(CLAIM_STATES.map(restorable)).toEqual(
      CLAIM_STATES.map((state) => (state === "verified" ? "in_review" : state)),
    );
  });
});

// ---------------------------------------------------------------- properties

const person = fc.record({ userId: fc.constantFrom("ana", "marek", "ines"), role: fc.constantFrom(...ROLES) });
const move = fc.record({
  step: fc.constantFrom(...STEPS),
  who: person,
  input: fc.record(
    {
      reason: fc.constantFrom("", "because"),
      verdict: fc.constantFrom("confirmed", "on-authors-word", "nonsense"),
      authorsWordReason: fc.constantFrom("", "She was there."),
    },
    { requiredKeys: [] },
  ),
});

/** What a command makes of a claim after a step it was allowed. */
function after(facts: ClaimFacts, step: Step, next: ClaimState, who: { userId: string }, given: StepInput): ClaimFacts {
  const moved = { ...facts, state: next };
  if (step === "note") return { ...moved, notes: facts.notes + 1 };
  if (step !== "proposeVerdict") return moved;
  const { verdict = null, authorsWordReason = "" } = given;
  return { ...moved, verdict, authorsWordReason, verdictById: who.userId };
}

const detected: ClaimFacts = { state: "detected", verdict: null, verdictById: null, authorsWordReason: "", notes: 0 };

test("no path verifies a claim but a sign-off by another person than the proposer, or an override with a reason", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let facts = detected;
      for (const { step, who, input: given } of moves) {
        const result = take(step, facts, who, rules, given);
        if (!result.ok) continue;
        if (result.next === "verified") {
          expect(["signOff", "overrideSignOff"]).toContain(step);
          expect(facts.state).toBe("in_review");
          if (step === "signOff") expect(facts.verdictById).not.toBe(who.userId);
          else expect([given.reason, who.role]).toEqual(["because", expect.stringMatching(/owner|admin/)]);
          expect(facts.notes > 0 || facts.authorsWordReason !== "").toBe(true);
        }
        if (result.voids) expect(result.next).toBe("reopened");
        facts = after(facts, step, result.next, who, given);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a viewer never moves a claim", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CLAIM_STATES), move, (state, { step, input: given }) => {
      expect(take(step, claim(state), { userId: "lena", role: "viewer" }, rules, given).ok).toBe(false);
    }),
  );
});

test("a button that is offered never fails for the state, the role or the four-eyes rule", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CLAIM_STATES), move, fc.boolean(), (state, { step, who, input: given }, strict) => {
      const bound = strict ? rules : lax;
      const asked = ask(step, claim(state), who, bound);
      const taken = take(step, claim(state), who, bound, given);
      if (!asked.ok) expect(taken).toEqual(asked);
      else if (taken.ok) expect(taken).toEqual(asked);
      else expect(taken.code).toMatch(/^needs-/);
    }),
    { numRuns: 1000 },
  );
});
