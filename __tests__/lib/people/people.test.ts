import { assignClaim, markClaim } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Role } from "@/lib/core/policy/policy";
import {
  acceptInvitation,
  addMember,
  changeFourEyes,
  changePassword,
  changePublishing,
  changeReworded,
  changeRole,
  changeScale,
  createNewsroom,
  inviteMember,
  removeMember,
  revokeInvitation,
  setUpNewsroom,
  signIn,
  signOutEverywhere,
} from "@/lib/people/commands";
import { findInvitation, loadSettings, needsSetup, requireOperator } from "@/lib/people/queries";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, executePublic, type Outcome } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { testDatabase } from "../../support/database";
import { lastEntry, newsdesk, run } from "../claims/newsdesk";

const database = testDatabase();
const PASSWORD = "correct horse battery";

function must<Output>(outcome: Outcome<Output>): Output {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

function refusal(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error("expected a refusal");
  return outcome.refusal;
}

let count = 0;
async function member(role: Role, newsroomId: string): Promise<Actor> {
  const email = `${role}${++count}@example.org`;
  const { userId } = must(
    await executePublic(addMember, { newsroomId, name: `${role} ${count}`, email, password: PASSWORD, role }),
  );
  const actor = await findActor(database.db, userId);
  if (!actor) throw new Error("no actor");
  return actor;
}

async function newsroom(): Promise<string> {
  return must(await executePublic(createNewsroom, { name: `Newsroom ${++count}` })).newsroomId;
}

async function membershipOf(actor: Actor): Promise<{ membershipId: string; rev: number }> {
  const row = (await loadSettings(actor)).members.find((m) => m.userId === actor.userId);
  if (!row) throw new Error("no membership");
  return row;
}

describe("the first set-up", () => {
  test("takes the code from the terminal once, and makes its holder the owner", async () => {
    expect(await needsSetup()).toBe(true);
    await database.db.setupCode.create({ data: { id: "s", codeHash: sha256("ABCD-1234") } });
    const person = { newsroom: "The Desk", name: "Ines", email: "Ines@Example.org", password: PASSWORD };
    const wrong = refusal(await executePublic(setUpNewsroom, { ...person, code: "ABCD-0000" }));
    expect(wrong.detail.fields).toHaveProperty("code");
    expect(await needsSetup()).toBe(true);
    const { userId } = must(await executePublic(setUpNewsroom, { ...person, code: " ABCD-1234 " }));
    expect(await findActor(database.db, userId)).toMatchObject({
      role: "owner",
      newsroomName: "The Desk",
      email: "ines@example.org",
    });
    expect(await needsSetup()).toBe(false);
    expect(refusal(await executePublic(setUpNewsroom, { ...person, code: "ABCD-1234" })).code).toBe("not_now");
    expect(await requireOperator()).toMatchObject({ userId });
  });
});

describe("signing in", () => {
  test("takes the right password in any case of the address, and nothing else", async () => {
    const actor = await member("editor", await newsroom());
    expect(must(await executePublic(signIn, { email: actor.email.toUpperCase(), password: PASSWORD }))).toEqual({
      userId: actor.userId,
    });
    const wrong = refusal(await executePublic(signIn, { email: actor.email, password: "no" }));
    const nobody = refusal(await executePublic(signIn, { email: "nobody@example.org", password: "no" }));
    expect(wrong.message).toBe(nobody.message);
  });

  test("is closed for an account after ten failures, for others it stays open", async () => {
    const id = await newsroom();
    const [actor, other] = [await member("editor", id), await member("editor", id)];
    for (let i = 0; i < 10; i++) {
      expect(refusal(await executePublic(signIn, { email: actor.email, password: `wrong ${i}` })).code).toBe("invalid");
    }
    expect(refusal(await executePublic(signIn, { email: actor.email, password: PASSWORD })).code).toBe("rate_limited");
    must(await executePublic(signIn, { email: other.email, password: PASSWORD }));
  });

  test("many tries at once don't slip past the count", async () => {
    const actor = await member("editor", await newsroom());
    const tries = Array.from({ length: 24 }, (_, i) =>
      executePublic(signIn, { email: actor.email, password: `wrong ${i}` }),
    );
    const codes = (await Promise.all(tries)).map((outcome) => refusal(outcome).code);
    expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(14);
  });

  test("a password can't be guessed by way of an invitation or of the form for a new one either", async () => {
    const owner = await member("owner", await newsroom());
    const { token } = must(await execute(inviteMember, owner, { role: "viewer" }));
    const guess = { token, name: "Guesser", email: owner.email };
    for (let i = 0; i < 5; i++) {
      const wrong = refusal(await executePublic(acceptInvitation, { ...guess, password: `wrong guess ${i}` }));
      expect(wrong.detail.fields).toHaveProperty("password");
      refusal(await execute(changePassword, owner, { current: `wrong ${i}`, next: "another long one" }));
    }
    expect(refusal(await executePublic(acceptInvitation, { ...guess, password: PASSWORD })).code).toBe("rate_limited");
    const { code } = refusal(await execute(changePassword, owner, { current: PASSWORD, next: "another long one" }));
    expect(code).toBe("rate_limited");
    expect(await findInvitation(token)).not.toBeNull();
  });

  test("is closed for an address that tries many accounts", async () => {
    const actor = await member("editor", await newsroom());
    const address = "192.0.2.7";
    for (let i = 0; i < 60; i++)
      await executePublic(signIn, { email: `guess${i}@example.org`, password: "x", address });
    expect(refusal(await executePublic(signIn, { email: actor.email, password: PASSWORD, address })).code).toBe(
      "rate_limited",
    );
    must(await executePublic(signIn, { email: actor.email, password: PASSWORD, address: "192.0.2.8" }));
  }, 60_000);

  test("sessions from before “sign out everywhere” and before a new password are refused", async () => {
    const actor = await member("editor", await newsroom());
    const issued = new Date();
    expect(await findActor(database.db, actor.userId, issued)).not.toBeNull();
    must(await execute(signOutEverywhere, actor, {}));
    expect(await findActor(database.db, actor.userId, issued)).toBeNull();
    const wrong = refusal(await execute(changePassword, actor, { current: "not it", next: "another long one" }));
    expect(wrong.detail.fields).toHaveProperty("current");
    must(await execute(changePassword, actor, { current: PASSWORD, next: "another long one" }));
    must(await executePublic(signIn, { email: actor.email, password: "another long one" }));
    expect(refusal(await executePublic(signIn, { email: actor.email, password: PASSWORD })).code).toBe("invalid");
  });
});

describe("invitations", () => {
  test("bring one person in, once, with the role that was offered", async () => {
    const admin = await member("admin", await newsroom());
    const { token } = must(await execute(inviteMember, admin, { role: "reviewer" }));
    expect(await findInvitation(token)).toMatchObject({ role: "reviewer", newsroomName: admin.newsroomName });
    const person = { token, name: "Rita", email: "rita@example.org", password: PASSWORD };
    const { userId } = must(await executePublic(acceptInvitation, person));
    expect(await findActor(database.db, userId)).toMatchObject({ role: "reviewer", newsroomId: admin.newsroomId });
    expect(await findInvitation(token)).toBeNull();
    expect(refusal(await executePublic(acceptInvitation, { ...person, email: "again@example.org" })).code).toBe(
      "not_found",
    );
    const stored = await database.db.invitation.findFirstOrThrow({ where: { newsroomId: admin.newsroomId } });
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test("can be taken back, bound to an address, and never offer more than the inviter may give", async () => {
    const id = await newsroom();
    const [admin, stranger] = [await member("admin", id), await member("admin", await newsroom())];
    const bound = must(await execute(inviteMember, admin, { role: "viewer", email: "only@example.org" }));
    const wrong = await executePublic(acceptInvitation, {
      token: bound.token,
      name: "X",
      email: "x@example.org",
      password: PASSWORD,
    });
    expect(refusal(wrong).detail.fields).toHaveProperty("email");
    expect(refusal(await execute(revokeInvitation, stranger, { invitationId: bound.invitationId })).code).toBe(
      "not_found",
    );
    must(await execute(revokeInvitation, admin, { invitationId: bound.invitationId }));
    expect(await findInvitation(bound.token)).toBeNull();
    expect(refusal(await execute(inviteMember, admin, { role: "owner" })).code).toBe("forbidden");
  });
});

describe("members", () => {
  test("a removed member is out at once, and a changed role counts at once", async () => {
    const id = await newsroom();
    const [owner, editor] = [await member("owner", id), await member("editor", id)];
    const { membershipId, rev } = await membershipOf(editor);
    must(await execute(changeRole, owner, { membershipId, rev, role: "viewer" }));
    expect(await findActor(database.db, editor.userId)).toMatchObject({ role: "viewer" });
    expect(refusal(await execute(removeMember, owner, { membershipId, rev })).code).toBe("conflict");
    const issued = new Date();
    must(await execute(removeMember, owner, { membershipId, rev: rev + 1 }));
    expect(await findActor(database.db, editor.userId)).toBeNull();
    const { token } = must(await execute(inviteMember, owner, { role: "viewer" }));
    must(await executePublic(acceptInvitation, { token, name: "Back", email: editor.email, password: PASSWORD }));
    // Whoever comes back signs in anew: a browser that was left somewhere stays out.
    expect(await findActor(database.db, editor.userId, issued)).toBeNull();
    expect(await findActor(database.db, editor.userId, new Date())).toMatchObject({ role: "viewer" });
  });

  test("the claims of a removed member have nobody, and each article's ledger says why", async () => {
    const { ana, tom, owner, article } = await newsdesk(database.db);
    const place = { articleId: article.id, versionId: article.versionId };
    const { claimId } = await run(markClaim, ana, { ...place, start: 0, end: 26 });
    await run(assignClaim, ana, { claimId, rev: 1, assigneeId: tom.userId, priority: 1, dueOn: null });
    await run(removeMember, owner, await membershipOf(tom));
    const claim = await loadClaim(ana, claimId);
    expect(claim).toMatchObject({ assignee: null, rev: 3 });
    expect(claim.history[0]?.words).toBe("Removed Tom Okafor from the newsroom, so nobody has the claim now.");
    expect((await lastEntry(database.db, article.id)).data.changes).toMatchObject([
      { claimId, rev: { before: 2, after: 3 }, before: { assigneeId: tom.userId }, after: { assigneeId: null } },
    ]);
  });

  test("a newsroom keeps an owner, and an admin can't touch one", async () => {
    const id = await newsroom();
    const [owner, admin] = [await member("owner", id), await member("admin", id)];
    const mine = await membershipOf(owner);
    expect(refusal(await execute(changeRole, owner, { ...mine, role: "editor" })).code).toBe("not_now");
    expect(refusal(await execute(removeMember, admin, mine)).code).toBe("forbidden");
  });
});

describe("settings", () => {
  test("a scale can be renamed and reordered, but not lose a verdict that claims bear", async () => {
    const owner = await member("owner", await newsroom());
    const { newsroom: before } = await loadSettings(owner);
    const scale = [...before.scale].reverse().map((verdict) => ({ ...verdict, label: `${verdict.label}!` }));
    must(await execute(changeScale, owner, { rev: before.rev, scale }));
    const { newsroom: after } = await loadSettings(owner);
    expect(after.scale.map((verdict) => verdict.label)).toEqual(scale.map((verdict) => verdict.label));
    const { newsroomId } = owner;
    await database.db.article.create({
      data: { id: `a-${newsroomId}`, newsroomId, title: "A", createdById: owner.userId },
    });
    await database.db.claim.create({
      data: {
        id: `c-${newsroomId}`,
        newsroomId,
        articleId: `a-${newsroomId}`,
        number: 1,
        origin: "person",
        kind: "statement",
        wording: "W",
        reasons: [],
        verdict: "confirmed",
      },
    });
    const without = scale.filter((verdict) => verdict.id !== "confirmed");
    expect(refusal(await execute(changeScale, owner, { rev: after.rev, scale: without })).message).toMatch(
      /Confirmed!/,
    );
    expect(refusal(await execute(changeFourEyes, owner, { rev: before.rev, fourEyes: false })).code).toBe("conflict");
    must(await execute(changeFourEyes, owner, { rev: after.rev, fourEyes: false }));
    expect((await loadSettings(owner)).newsroom.fourEyes).toBe(false);
  });

  test("whether a sign-off stays on a reworded claim is the newsroom's to say, and stands in its ledger", async () => {
    const owner = await member("owner", await newsroom());
    const { rev, rewordedKeepsSignOff } = (await loadSettings(owner)).newsroom;
    expect(rewordedKeepsSignOff).toBe(true);
    must(await execute(changeReworded, owner, { rev, rewordedKeepsSignOff: "" }));
    expect((await loadSettings(owner)).newsroom.rewordedKeepsSignOff).toBe(false);
    const stale = await execute(changeReworded, owner, { rev, rewordedKeepsSignOff: "on" });
    expect(refusal(stale).code).toBe("conflict");
    const entry = await database.db.ledgerEntry.findFirstOrThrow({
      where: { command: "newsroom.changeReworded", newsroomId: owner.newsroomId },
    });
    expect(entry.data).toEqual({ before: true, after: false });
  });

  test("what published reports say of the newsroom is kept, with a number for each verdict that has one", async () => {
    const owner = await member("owner", await newsroom());
    const { rev, publishing } = (await loadSettings(owner)).newsroom;
    expect(publishing).toMatchObject({ url: "", best: 5, worst: 1, ratings: {} });
    const given = {
      url: "https://desk.example",
      logoUrl: "https://desk.example/logo.png",
      correctionsUrl: "",
      contact: "desk@desk.example",
      best: "10",
      worst: "1",
    };
    const lists = { verdict: ["confirmed", "cut", "gone"], rating: ["10", "", "4"] };
    must(await execute(changePublishing, owner, { rev, ...given, ...lists }));
    const after = { ...given, best: 10, worst: 1, ratings: { confirmed: 10, cut: null } };
    expect((await loadSettings(owner)).newsroom.publishing).toEqual(after);
    const entry = await database.db.ledgerEntry.findFirstOrThrow({
      where: { command: "newsroom.changePublishing", newsroomId: owner.newsroomId },
    });
    expect(entry.data).toEqual({ before: publishing, after });
  });

  test.each([
    ["an address that is none", { url: "desk.example" }, "url", /begins with http/],
    ["a contact that is none", { contact: "the desk" }, "contact", /e-mail address/],
    ["a scale that is none", { best: "1", worst: "1" }, "best", /higher than the worst/],
    ["a rating outside the scale", { verdict: ["confirmed"], rating: ["6"] }, "rating", /“Confirmed” has the rating 6/],
    ["a rating in words", { verdict: ["confirmed"], rating: ["best"] }, "rating.0", /A rating is a number/],
  ])("%s is refused at its field", async (_, wrong, field, sentence) => {
    const owner = await member("owner", await newsroom());
    const { rev } = (await loadSettings(owner)).newsroom;
    const { detail } = refusal(await execute(changePublishing, owner, { rev, best: 5, worst: 1, ...wrong }));
    expect(detail.fields?.[field]).toMatch(sentence);
  });

  test("two people's changes of the scale merge text by text; a text that both changed is asked about", async () => {
    const owner = await member("owner", await newsroom());
    const { rev, scale } = (await loadSettings(owner)).newsroom;
    const base = [...scale];
    const change = (id: string, texts: object) =>
      scale.map((verdict) => (verdict.id === id ? { ...verdict, ...texts } : verdict));
    must(await execute(changeScale, owner, { rev, base, scale: change("cut", { label: "Taken out" }) }));
    must(await execute(changeScale, owner, { rev, base, scale: change("confirmed", { meaning: "It holds." }) }));
    const now = (await loadSettings(owner)).newsroom;
    expect(now.scale.find(({ id }) => id === "cut")?.label).toBe("Taken out");
    expect(now.scale.find(({ id }) => id === "confirmed")?.meaning).toBe("It holds.");
    const late = refusal(await execute(changeScale, owner, { rev, base, scale: change("cut", { label: "Deleted" }) }));
    expect(late.detail.conflict).toEqual({
      rev: now.rev,
      by: null,
      fields: [{ field: "label:cut", base: "Cut", mine: "Deleted", theirs: "Taken out" }],
    });
    const unbased = { rev, scale: change("cut", { label: "Deleted" }) };
    expect(refusal(await execute(changeScale, owner, unbased)).code).toBe("conflict");
  });
});
