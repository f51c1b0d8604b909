import { may, ROLES } from "@/lib/core/policy/policy";
import { askObject, decideObjection } from "@/lib/core/workflow/objections";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";
import { ask, CLAIM_STATES, take } from "@/lib/core/workflow/workflow";

const TOM = { userId: "tom", role: "reviewer" } as const;
const ANA = { userId: "ana", role: "editor" } as const;
const RULES = { fourEyes: true, scale: SCALE_PRESETS.magazine };
const IN_REVIEW = {
  state: "in_review",
  verdict: "confirmed",
  verdictById: "tom",
  authorsWordReason: "",
  notes: 1,
} as const;
const open = { byId: "tom", decision: null };

test.each(CLAIM_STATES)("whoever checks claims may object to one that is %s, unless it is dismissed", (state) => {
  expect(askObject({ state }, TOM).ok).toBe(state !== "dismissed");
  expect(askObject({ state }, { userId: "lena", role: "viewer" }).ok).toBe(false);
});

test.each(ROLES)("as %s: decides if the policy says so, and withdraws only their own", (role) => {
  const who = { userId: "me", role };
  expect(decideObjection(open, "accepted", who).ok).toBe(may(role, "objection.decide"));
  expect(decideObjection(open, "withdrawn", who).ok).toBe(false);
  expect(decideObjection({ ...open, byId: "me" }, "withdrawn", who).ok).toBe(true);
});

test("stet needs a reason, but only once something is typed", () => {
  expect(decideObjection(open, "stet", ANA)).toEqual({ ok: true });
  expect(decideObjection(open, "stet", ANA, " ")).toMatchObject({ ok: false, code: "needs-reason" });
  expect(decideObjection(open, "stet", ANA, "The plaque says so.")).toEqual({ ok: true });
});

test("what is decided stays decided", () => {
  for (const decision of ["stet", "accepted", "withdrawn"] as const)
    expect(decideObjection({ byId: "ana", decision: "stet" }, decision, ANA, "Why not.")).toMatchObject({
      code: "state",
    });
});

test("an open objection bars both ways to sign off, for the button and for the command", () => {
  const claim = { ...IN_REVIEW, openObjections: 1 };
  const owner = { userId: "tom", role: "owner" } as const;
  expect(ask("signOff", claim, ANA, RULES)).toMatchObject({ ok: false, code: "objection" });
  expect(take("signOff", claim, ANA, RULES, {})).toMatchObject({ ok: false, code: "objection" });
  expect(take("overrideSignOff", claim, owner, RULES, { reason: "Deadline." })).toMatchObject({ code: "objection" });
  expect(ask("sendBack", claim, ANA, RULES)).toMatchObject({ ok: true });
  expect(ask("signOff", { ...IN_REVIEW, openObjections: 0 }, ANA, RULES)).toMatchObject({ ok: true, next: "verified" });
});
