import { countWords, effectiveRule, lacksOf, ruleWords, type SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import { SCALE_PRESETS, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { ask, type ClaimFacts, sourcingLacks, take } from "@/lib/core/workflow/workflow";

const RULE = { primary: 1, independent: 2 };
const met = (primary: number, independent: number, rule: SourcingRule = RULE) =>
  lacksOf(rule, { primary, independent }) === null;

test("either way is enough, and a way that is not asked is none", () => {
  expect([met(0, 0), met(0, 1), met(0, 2), met(1, 1)]).toEqual([false, false, true, true]);
  const primaries = { primary: 2, independent: null };
  expect([met(1, 9, primaries), met(2, 2, primaries)]).toEqual([false, true]);
  const independents = { primary: null, independent: 3 };
  expect([met(2, 2, independents), met(0, 3, independents)]).toEqual([false, true]);
});

test("a rule that asks nothing is none, and without counts there are none", () => {
  expect(effectiveRule({ primary: 0, independent: 0 })).toBeNull();
  expect(effectiveRule({ primary: 0, independent: 2 })).toEqual({ primary: null, independent: 2 });
  expect(met(0, 0, { primary: 0, independent: 0 })).toBe(true);
  expect(lacksOf(null)).toBeNull();
  expect(lacksOf(RULE)).toBe("This newsroom asks for 1 primary source or 2 independent sources; this claim has none.");
});

test("what is asked and what is there read as sentences", () => {
  expect(ruleWords({ primary: 2, independent: 1 })).toBe("2 primary sources or 1 independent source");
  expect(ruleWords({ primary: null, independent: 2 })).toBe("2 independent sources");
  expect(countWords({ primary: 0, independent: 1 })).toBe("1 independent source, not primary");
  expect(countWords({ primary: 0, independent: 2 })).toBe("2 independent sources, none of them primary");
  expect(countWords({ primary: 1, independent: 1 })).toBe("1 independent source, which is primary");
  expect(countWords({ primary: 1, independent: 3 })).toBe("3 independent sources, 1 of them primary");
});

const scale: VerdictScale = SCALE_PRESETS.magazine;
const rules = { fourEyes: true, scale, sourcingRule: RULE };
const signer = { userId: "ana", role: "owner" } as const;
const claim: ClaimFacts = {
  state: "in_review",
  verdict: "confirmed",
  verdictById: "tom",
  authorsWordReason: "",
  notes: 1,
  sourcing: { primary: 0, independent: 1 },
};

test("a sign-off with fewer sources than asked for needs a reason, and with one it is given", () => {
  expect(ask("signOff", claim, signer, rules).ok).toBe(true);
  expect(take("signOff", claim, signer, rules, {})).toMatchObject({ ok: false, code: "needs-sources" });
  expect(take("signOff", claim, signer, rules, { sourcingReason: " \n" })).toMatchObject({ code: "needs-sources" });
  expect(take("signOff", claim, signer, rules, { sourcingReason: "Nobody else was there." })).toMatchObject({
    ok: true,
    next: "verified",
  });
});

test("stepping past the four-eyes rule does not step past the one on sources", () => {
  const own = { ...claim, verdictById: signer.userId };
  expect(take("overrideSignOff", own, signer, rules, { reason: "Night shift." })).toMatchObject({
    code: "needs-sources",
  });
  const both = { reason: "Night shift.", sourcingReason: "Nobody else was there." };
  expect(take("overrideSignOff", own, signer, rules, both).ok).toBe(true);
});

test("with enough sources nothing is asked, nor where there is no rule, nor where the author's word is the verdict", () => {
  expect(take("signOff", { ...claim, sourcing: { primary: 1, independent: 1 } }, signer, rules, {}).ok).toBe(true);
  expect(take("signOff", claim, signer, { ...rules, sourcingRule: null }, {}).ok).toBe(true);
  const word = scale.find(({ authorsWord }) => authorsWord)?.id ?? "";
  const onTheirWord = { ...claim, notes: 0, verdict: word, authorsWordReason: "She was there." };
  expect(sourcingLacks(onTheirWord, rules)).toBeNull();
  expect(take("signOff", onTheirWord, signer, rules, {}).ok).toBe(true);
});
