export const ROLES = ["owner", "admin", "editor", "reviewer", "viewer"] as const;

/** What a member is in a newsroom. */
export type Role = (typeof ROLES)[number];

const manage: readonly Role[] = ["owner", "admin"];
const edit: readonly Role[] = [...manage, "editor"];
const check: readonly Role[] = [...edit, "reviewer"];
const everybody: readonly Role[] = ROLES;

/** Who may do what. The one table: commands, queries, buttons and the settings page all read it. */
export const POLICY = {
  "article.read": { roles: everybody, words: "read articles, claims and reports" },
  "article.import": { roles: edit, words: "import articles" },
  "article.edit": { roles: edit, words: "change an article's details" },
  "article.revise": { roles: edit, words: "bring in new versions of an article" },
  "article.markReady": { roles: edit, words: "mark an article as ready to publish" },
  "claim.correct": { roles: edit, words: "mark, change, split, merge, accept and dismiss claims" },
  "claim.assign": { roles: edit, words: "assign claims" },
  "claim.check": { roles: check, words: "check claims and tick facts" },
  "claim.reopen": { roles: edit, words: "reopen claims" },
  "note.write": { roles: check, words: "write source notes" },
  "contact.log": { roles: check, words: "log whom they asked" },
  "objection.raise": { roles: check, words: "object to a wording" },
  "objection.decide": { roles: edit, words: "decide objections: let a wording stand, or have it changed" },
  "source.edit": { roles: check, words: "add and change sources" },
  "source.secret": { roles: edit, words: "see who secret sources are" },
  "verdict.propose": { roles: check, words: "propose verdicts" },
  "signoff.give": { roles: edit, words: "sign off and send back" },
  "signoff.override": { roles: manage, words: "step past the four-eyes rule, with a reason" },
  "report.export": { roles: everybody, words: "export reports" },
  "report.publish": { roles: edit, words: "publish, correct and withdraw reports" },
  "package.make": { roles: edit, words: "make backup packages" },
  "ledger.read": { roles: everybody, words: "read the ledger" },
  "member.read": { roles: everybody, words: "see who is in the newsroom" },
  "member.manage": { roles: manage, words: "invite and manage members" },
  "settings.manage": { roles: manage, words: "change the newsroom's settings" },
  "self.manage": { roles: everybody, words: "change their own name, password and sessions" },
} as const satisfies Record<string, { roles: readonly Role[]; words: string }>;

/** Something that a role may or may not do. */
export type PolicyAction = keyof typeof POLICY;

/** Tell whether a member with `role` may take `action`; what the state of things says comes on top. */
export function may(role: Role, action: PolicyAction): boolean {
  const roles: readonly Role[] = POLICY[action].roles;
  return roles.includes(role);
}

/** Say in a sentence why `role` may not take `action`. */
export function refusalWords(role: Role, action: PolicyAction): string {
  const allowed = POLICY[action].roles.join(", ");
  return `As ${role} you can't ${POLICY[action].words}. Ask someone with one of these roles: ${allowed}.`;
}
