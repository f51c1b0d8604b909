import { may, POLICY, type PolicyAction, ROLES, type Role, refusalWords } from "@/lib/core/policy/policy";

const ACTIONS = Object.keys(POLICY) as PolicyAction[];

/** The promise of the README, action by action. */
const PROMISE: Record<PolicyAction, string> = {
  "article.read": "owner admin editor reviewer viewer",
  "article.import": "owner admin editor",
  "article.edit": "owner admin editor",
  "article.revise": "owner admin editor",
  "article.markReady": "owner admin editor",
  "claim.correct": "owner admin editor",
  "claim.assign": "owner admin editor",
  "claim.check": "owner admin editor reviewer",
  "claim.reopen": "owner admin editor",
  "note.write": "owner admin editor reviewer",
  "contact.log": "owner admin editor reviewer",
  "objection.raise": "owner admin editor reviewer",
  "objection.decide": "owner admin editor",
  "source.edit": "owner admin editor reviewer",
  "source.secret": "owner admin editor",
  "verdict.propose": "owner admin editor reviewer",
  "signoff.give": "owner admin editor",
  "signoff.override": "owner admin",
  "report.export": "owner admin editor reviewer viewer",
  "report.publish": "owner admin editor",
  "package.make": "owner admin editor",
  "ledger.read": "owner admin editor reviewer viewer",
  "member.read": "owner admin editor reviewer viewer",
  "member.manage": "owner admin",
  "settings.manage": "owner admin",
  "self.manage": "owner admin editor reviewer viewer",
};

test.each(ACTIONS)("%s is for whom it was promised to", (action) => {
  expect(ROLES.filter((role) => may(role, action)).join(" ")).toBe(PROMISE[action]);
});

test("whoever stands higher may do everything that those below may", () => {
  const pairs = ROLES.slice(1).map((lower, i): [Role, Role] => [ROLES[i] ?? lower, lower]);
  for (const [higher, lower] of pairs) {
    for (const action of ACTIONS)
      if (may(lower, action)) expect([higher, action, may(higher, action)]).toEqual([higher, action, true]);
  }
});

test("a refusal says what, and whom to ask", () => {
  expect(refusalWords("viewer", "note.write")).toBe(
    "As viewer you can't write source notes. Ask someone with one of these roles: owner, admin, editor, reviewer.",
  );
});
