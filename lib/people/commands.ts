import { z } from "zod";
import { countUnweighed, readWeights } from "@/lib/claims/score-store";
import { saveAll } from "@/lib/claims/selections";
import { lockAssigned, requireRules } from "@/lib/claims/store";
import { weighNewsroom } from "@/lib/claims/weighing";
import { ruleFeatures } from "@/lib/core/extraction/checkworthiness";
import { turnedWeights } from "@/lib/core/extraction/weights";
import type { Json } from "@/lib/core/ledger/canonical";
import type { Role } from "@/lib/core/policy/policy";
import { publishingOf, ratingFaults } from "@/lib/core/report/publishing";
import { mergeScales } from "@/lib/core/workflow/merge-scales";
import { effectiveRule, type SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import { SCALE_PRESETS, type Verdict, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { Actor } from "@/lib/platform/actor";
import { type Context, command, type Done, publicCommand } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { fitsPassword, hashPassword } from "@/lib/platform/password";
import { newSecret, sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import {
  acceptInvitationInput,
  addMemberInput,
  changeFourEyesInput,
  changeNameInput,
  changePasswordInput,
  changePublishingInput,
  changeRewordedInput,
  changeRoleInput,
  changeScaleInput,
  changeSourcingRuleInput,
  changeWeightsInput,
  createNewsroomInput,
  inviteMemberInput,
  removeMemberInput,
  renameNewsroomInput,
  revokeInvitationInput,
  setPasswordInput,
  setUpNewsroomInput,
  signInInput,
  signOutEverywhereInput,
} from "./schema";
import * as store from "./store";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Failed sign-ins that an account and an address may have within the window. */
const WINDOW = 15 * MINUTE;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 60;
const INVITATION_DAYS = 14;

// ---------------------------------------------------------------- coming in

/** Check e-mail and password; failures are counted per account and per address and slow both down. */
export const signIn = publicCommand({
  name: "person.signIn",
  input: signInInput,
  run: async (context, { email, password, address }) => {
    const { tx } = context;
    const user = await store.findUser(tx, email);
    const member = user !== null && user.memberships.length > 0;
    const wrong = new Refusal("invalid", "This e-mail address and password don't fit together.");
    const refusal = await tryPassword(context, { email, address }, wrong, async () => {
      const fits = await fitsPassword(user?.passwordHash ?? null, password);
      return fits && member;
    });
    if (refusal) return { refusal, entry: null };
    if (!user) throw wrong;
    return { output: { userId: user.id }, entry: null };
  },
});

/**
 * Try a password for an account. Failures are counted, tries for one account come one after the other (many at once would
 * slip past the count), and too many close it for a while. Returns the refusal, which the command has to return rather than
 * throw so that the count stays; null when the password fits.
 */
async function tryPassword(
  { tx, now }: Context<unknown>,
  { email, address = "" }: { readonly email: string; readonly address?: string },
  wrong: Refusal,
  fits: () => Promise<boolean>,
): Promise<Refusal | null> {
  const account = `account:${email}`;
  const keys = address === "" ? [account] : [account, `address:${address}`];
  await store.lockAttempts(tx, account);
  if (await isBlocked(tx, keys, now)) {
    return new Refusal("rate_limited", "Too many failed tries. Wait a quarter of an hour, then try again.");
  }
  if (await fits()) {
    await store.clearAttempts(tx, account);
    return null;
  }
  await store.recordAttempt(tx, keys, now, new Date(now.getTime() - DAY));
  return wrong;
}

async function isBlocked(tx: Tx, keys: readonly string[], now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW);
  for (const key of keys) {
    const limit = key.startsWith("account:") ? PER_ACCOUNT : PER_ADDRESS;
    if ((await store.countAttempts(tx, key, since)) >= limit) return true;
  }
  return false;
}

/** Join a newsroom by an invitation link, with a new account or an existing one and its password. */
export const acceptInvitation = publicCommand({
  name: "member.join",
  input: acceptInvitationInput,
  run: async (context, { token, name, email, password }) => {
    const { tx, now } = context;
    const invitation = await store.findInvitation(tx, sha256(token), now);
    if (!invitation)
      throw new Refusal("not_found", "This invitation was used, taken back or has run out. Ask for a new link.");
    if (invitation.email && invitation.email !== email) {
      throw invalidField("email", `This invitation is for ${invitation.email}.`);
    }
    const account = await accountFor(context, { name, email, password });
    if ("refusal" in account) return { refusal: account.refusal, entry: null };
    const { userId } = account;
    if (!(await store.spendInvitation(tx, invitation.id, now)))
      throw new Refusal("not_found", "This invitation was just used.");
    await store.createMembership(tx, {
      id: context.newId(),
      newsroomId: invitation.newsroomId,
      userId,
      role: invitation.role,
      now,
    });
    return {
      output: { userId },
      entry: {
        newsroomId: invitation.newsroomId,
        subject: userId,
        data: { invitation: invitation.id, name, email, role: invitation.role },
      },
    };
  },
});

/** Create the newsroom and its owner on a new database, with the code printed in the terminal. */
export const setUpNewsroom = publicCommand({
  name: "newsroom.setUp",
  input: setUpNewsroomInput,
  run: async (context, { code, newsroom, name, email, password }) => {
    const { tx, now, newId } = context;
    const fits = await store.spendSetupCode(tx, sha256(code.trim()), now);
    if ((await store.countNewsrooms(tx)) > 0)
      throw new Refusal("not_now", "This Claimdesk is set up already. Sign in.");
    if (!fits) throw invalidField("code", "This is not the code printed in the terminal.");
    const newsroomId = newId();
    await store.createNewsroom(tx, { id: newsroomId, name: newsroom, verdictScale: SCALE_PRESETS.magazine, now });
    const account = await accountFor(context, { name, email, password });
    if ("refusal" in account) throw account.refusal;
    const { userId } = account;
    await store.createMembership(tx, { id: newId(), newsroomId, userId, role: "owner", now });
    return {
      output: { userId },
      entry: { newsroomId, subject: newsroomId, data: { newsroom, owner: { name, email } } },
    };
  },
});

interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Return the account for a newcomer: a new one, or the one that exists when the password fits it; wrong ones count as failed sign-ins. */
async function accountFor(
  context: Context<unknown>,
  person: Newcomer,
): Promise<{ readonly userId: string } | { readonly refusal: Refusal }> {
  const existing = await store.findUser(context.tx, person.email);
  if (!existing) return { userId: await createAccount(context, person) };
  const wrong = invalidField("password", "There is an account with this address. Type its password.");
  const refusal = await tryPassword(context, person, wrong, () => fitsPassword(existing.passwordHash, person.password));
  if (refusal) return { refusal };
  if (existing.memberships.length > 0) {
    throw invalidField("email", "This address already belongs to a newsroom. Use another one.");
  }
  return { userId: existing.id };
}

async function createAccount(
  { tx, now, newId }: Context<unknown>,
  { name, email, password }: Newcomer,
): Promise<string> {
  const id = newId();
  await store.createUser(tx, { id, email, name, passwordHash: await hashPassword(password), now });
  return id;
}

// ---------------------------------------------------------------- from the terminal

/** Create a newsroom without members, from the command line or a seed. Not reachable from the web. */
export const createNewsroom = publicCommand({
  name: "newsroom.create",
  input: createNewsroomInput,
  run: async ({ tx, now, newId }, { name }) => {
    const newsroomId = newId();
    await store.createNewsroom(tx, { id: newsroomId, name, verdictScale: SCALE_PRESETS.magazine, now });
    return { output: { newsroomId }, entry: { newsroomId, subject: newsroomId, data: { name } } };
  },
});

/** Make the code that lets the first person in; only its hash is kept. Null when there is a newsroom. Not reachable from the web. */
export const makeSetupCode = publicCommand({
  name: "newsroom.makeSetupCode",
  input: z.object({}),
  run: async ({ tx, now, newId }): Promise<Done<{ readonly code: string | null }>> => {
    if ((await store.countNewsrooms(tx)) > 0) return { output: { code: null }, entry: null };
    const code = newId().replace(/(.{4})(?!$)/g, "$1-");
    await store.createSetupCode(tx, { id: newId(), codeHash: sha256(code), createdAt: now });
    return { output: { code }, entry: null };
  },
});

/** Add a member from the command line. Not reachable from the web: whoever may run it holds the machine. */
export const addMember = publicCommand({
  name: "member.add",
  input: addMemberInput,
  run: async (context, { newsroomId, name, email, password, role }) => {
    const { tx, now, newId } = context;
    if (await store.findUser(tx, email)) throw invalidField("email", `There is an account for ${email} already.`);
    const userId = await createAccount(context, { name, email, password });
    await store.createMembership(tx, { id: newId(), newsroomId, userId, role, now });
    return { output: { userId }, entry: { newsroomId, subject: userId, data: { name, email, role } } };
  },
});

/** Set a password from the command line; every session of the account ends. */
export const setPassword = publicCommand({
  name: "person.setPassword",
  input: setPasswordInput,
  run: async ({ tx, now }, { email, password }) => {
    const user = await store.findUser(tx, email);
    if (!user) throw new Refusal("not_found", `There is no account for ${email}.`);
    await store.updateUser(tx, user.id, {
      passwordHash: await hashPassword(password),
      sessionsValidFrom: justAfter(now),
    });
    await store.clearAttempts(tx, `account:${email}`);
    const newsroomId = user.memberships[0]?.newsroomId;
    return {
      output: { userId: user.id },
      entry: newsroomId ? { newsroomId, subject: user.id, data: { email } } : null,
    };
  },
});

// ---------------------------------------------------------------- members

/** Make an invitation link; its token is shown once and never stored. */
export const inviteMember = command({
  name: "member.invite",
  input: inviteMemberInput,
  action: "member.manage",
  run: async ({ tx, actor, now, newId }, { role, email }) => {
    refuseAboveOwnRole(actor, role);
    const token = newSecret();
    const id = newId();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY);
    await store.createInvitation(tx, {
      id,
      newsroomId: actor.newsroomId,
      role,
      email: email || null,
      tokenHash: sha256(token),
      createdById: actor.userId,
      createdAt: now,
      expiresAt,
    });
    return {
      output: { invitationId: id, token, expiresAt: expiresAt.toISOString() },
      entry: { newsroomId: actor.newsroomId, subject: id, data: { role, email: email || null } },
    };
  },
});

/** Take an invitation back. */
export const revokeInvitation = command({
  name: "member.revokeInvitation",
  input: revokeInvitationInput,
  action: "member.manage",
  run: async ({ tx, actor, now }, { invitationId }) => {
    if (!(await store.revokeInvitation(tx, actor.newsroomId, invitationId, now))) throw notFound("invitation");
    return { output: { invitationId }, entry: { newsroomId: actor.newsroomId, subject: invitationId, data: {} } };
  },
});

/** Give a member another role. A newsroom keeps at least one owner, and only owners make or change owners. */
export const changeRole = command({
  name: "member.changeRole",
  input: changeRoleInput,
  action: "member.manage",
  run: async ({ tx, actor }, { membershipId, rev, role }) => {
    const member = await requireMember(tx, actor, membershipId);
    refuseAboveOwnRole(actor, role);
    refuseAboveOwnRole(actor, member.role);
    if (member.role === role) return { output: { membershipId, role }, entry: null };
    if (member.role === "owner") await keepAnOwner(tx, actor);
    if (!(await store.saveRole(tx, membershipId, rev, role))) throw stale("membership");
    return {
      output: { membershipId, role },
      entry: {
        newsroomId: actor.newsroomId,
        subject: member.userId,
        data: { name: member.user.name, before: { role: member.role }, after: { role } },
      },
    };
  },
});

/**
 * Remove a member: out at once, and what they did stays. The claims they had are assigned to nobody, which the ledger of each
 * article records.
 */
export const removeMember = command({
  name: "member.remove",
  input: removeMemberInput,
  action: "member.manage",
  run: async (context, { membershipId, rev }) => {
    const { tx, actor, now } = context;
    const member = await requireMember(tx, actor, membershipId);
    refuseAboveOwnRole(actor, member.role);
    if (member.role === "owner") await keepAnOwner(tx, actor);
    if (!(await store.deleteMembership(tx, member, rev, justAfter(now)))) throw stale("membership");
    const { newsroomId } = actor;
    const { name, email } = member.user;
    const left = await lockAssigned(tx, newsroomId, member.userId);
    const changes = left.map((row) => ({ row, patch: { assigneeId: null } }));
    const unassigned = (await saveAll(context, changes, { member: name })) ?? [];
    const data = { name, email, role: member.role };
    return {
      output: { membershipId },
      entry: [{ newsroomId, subject: member.userId, data }, ...unassigned],
    };
  },
});

async function requireMember(tx: Tx, actor: Actor, membershipId: string) {
  const member = await store.findMembership(tx, actor.newsroomId, membershipId);
  if (!member) throw notFound("member");
  return member;
}

function refuseAboveOwnRole(actor: Actor, role: Role): void {
  if (role === "owner" && actor.role !== "owner")
    throw new Refusal("forbidden", "Only an owner can make or change an owner.");
}

async function keepAnOwner(tx: Tx, actor: Actor): Promise<void> {
  const owners = await store.lockOwners(tx, actor.newsroomId);
  if (owners < 2) throw new Refusal("not_now", "A newsroom needs an owner. Make somebody else owner first.");
}

// ---------------------------------------------------------------- the newsroom

/**
 * Change the verdict scale. Verdicts that claims bear can be renamed and moved, not removed. Edits of two people merge text by
 * text, and only a text that both changed is a conflict.
 */
export const changeScale = command({
  name: "newsroom.changeScale",
  input: changeScaleInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, base, scale: typed }) => {
    const newsroom = await store.lockNewsroom(tx, actor.newsroomId);
    const before = newsroom.verdictScale as unknown as VerdictScale;
    const scale = newsroom.rev === rev ? typed.map(withoutIdleFlag) : mergedScale(newsroom.rev, base, typed, before);
    const ids = scale.map((verdict) => verdict.id);
    if (new Set(ids).size < ids.length) throw new Refusal("invalid", "Two verdicts have the same id.");
    const labels = scale.map((verdict) => verdict.label.toLowerCase());
    if (new Set(labels).size < labels.length) throw new Refusal("invalid", "Two verdicts have the same label.");
    const lost = (await store.verdictsInUse(tx, actor.newsroomId)).filter((id) => !ids.includes(id));
    if (lost.length > 0)
      throw new Refusal("not_now", `${labelsOf(before, lost)} can't be removed: claims bear it. Rename it instead.`);
    await saveSettings(tx, actor, newsroom.rev, { verdictScale: scale });
    const { entry } = settingsEntry(actor, { before, after: scale });
    return { output: { newsroomId: actor.newsroomId, scale }, entry };
  },
});

type Typed = z.output<typeof changeScaleInput>["scale"];

const withoutIdleFlag = ({ authorsWord, ...verdict }: Typed[number]): Verdict =>
  authorsWord ? { ...verdict, authorsWord: true } : verdict;

function mergedScale(rev: number, base: Typed | undefined, typed: Typed, theirs: VerdictScale): VerdictScale {
  if (!base) throw stale("settings");
  const merge = mergeScales(base.map(withoutIdleFlag), typed.map(withoutIdleFlag), theirs);
  if (merge.ok) return merge.scale;
  throw new Refusal("conflict", "Somebody changed the scale while you edited it. Choose what shall stand.", {
    conflict: { rev, by: null, fields: merge.conflicts },
  });
}

function labelsOf(scale: VerdictScale, ids: readonly string[]): string {
  const labels = scale.filter((verdict) => ids.includes(verdict.id)).map((verdict) => `“${verdict.label}”`);
  return labels.join(", ") || ids.join(", ");
}

/** Turn the four-eyes rule on or off. */
export const changeFourEyes = command({
  name: "newsroom.changeFourEyes",
  input: changeFourEyesInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, fourEyes }) => {
    const newsroom = await store.requireNewsroom(tx, actor.newsroomId);
    await saveSettings(tx, actor, rev, { fourEyes });
    return settingsEntry(actor, { before: newsroom.fourEyes, after: fourEyes });
  },
});

/** Say whether a sign-off stays when a new version only rewords its claim; versions that are stored already keep what they did. */
export const changeReworded = command({
  name: "newsroom.changeReworded",
  input: changeRewordedInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, rewordedKeepsSignOff }) => {
    const newsroom = await store.requireNewsroom(tx, actor.newsroomId);
    await saveSettings(tx, actor, rev, { rewordedKeepsSignOff });
    return settingsEntry(actor, { before: newsroom.rewordedKeepsSignOff, after: rewordedKeepsSignOff });
  },
});

/**
 * Say what a sign-off asks of a claim's sources. It holds for sign-offs from now on: those that were given stay, whatever they
 * rest on.
 */
export const changeSourcingRule = command({
  name: "newsroom.changeSourcingRule",
  input: changeSourcingRuleInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, primary, independent }) => {
    const before = (await requireRules(tx, actor.newsroomId)).sourcingRule;
    const after = effectiveRule({ primary, independent });
    await saveSettings(tx, actor, rev, { sourcingRule: after });
    return settingsEntry(actor, { before: asJson(before), after: asJson(after) });
  },
});

/** A rule as the ledger keeps it. */
/**
 * Say what published reports and ClaimReview tell of the newsroom, and how each verdict is rated. Refused with a sentence when a rating
 * lies outside its scale; verdicts that are no longer on the scale are dropped.
 */
export const changePublishing = command({
  name: "newsroom.changePublishing",
  input: changePublishingInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, verdict, rating, ...plain }) => {
    const newsroom = await store.requireNewsroom(tx, actor.newsroomId);
    const scale = newsroom.verdictScale as unknown as VerdictScale;
    const given = new Map(verdict.map((id, at) => [id, rating[at] ?? null]));
    const ratings = scale.flatMap(({ id }) => (given.has(id) ? [[id, given.get(id) ?? null] as const] : []));
    const after = { ...plain, ratings: Object.fromEntries(ratings) };
    const [fault] = ratingFaults(scale, after).errors;
    if (fault) throw new Refusal("invalid", fault, { fields: { rating: fault } });
    await saveSettings(tx, actor, rev, { publishing: after });
    return settingsEntry(actor, { before: publishingOf(newsroom.publishing), after });
  },
});

const asJson = (rule: SourcingRule | null) => (rule === null ? null : { ...rule });

/**
 * Turn the weights that decide how much a claim is worth checking, and score every claim of the newsroom anew. No claim gets
 * another rev and no sign-off falls: a score is advice on what to look at first, and nobody signs it. Empty lists reset.
 */
export const changeWeights = command({
  name: "newsroom.changeWeights",
  input: changeWeightsInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, feature, weight }) => {
    const { newsroomId } = actor;
    const features = ruleFeatures();
    const unknown = feature.find((name) => !features.some((one) => one.name === name));
    if (unknown !== undefined) throw new Refusal("invalid", `Claimdesk knows no feature called “${unknown}”.`);
    const weights = turnedWeights(features, Object.fromEntries(feature.map((name, n) => [name, weight[n] ?? 0])));
    const before = await readWeights(tx, newsroomId);
    await saveSettings(tx, actor, rev, { weights });
    const changed = await weighNewsroom(tx, newsroomId, weights);
    const left = await countUnweighed(tx, newsroomId);
    return {
      output: { changed, left },
      entry: { newsroomId, subject: newsroomId, data: { before, after: weights, changed, left } },
    };
  },
});

/** Rename the newsroom. */
export const renameNewsroom = command({
  name: "newsroom.rename",
  input: renameNewsroomInput,
  action: "settings.manage",
  run: async ({ tx, actor }, { rev, name }) => {
    const newsroom = await store.requireNewsroom(tx, actor.newsroomId);
    await saveSettings(tx, actor, rev, { name });
    return settingsEntry(actor, { before: newsroom.name, after: name });
  },
});

async function saveSettings(
  tx: Tx,
  actor: Actor,
  rev: number,
  data: Parameters<typeof store.saveNewsroom>[3],
): Promise<void> {
  if (!(await store.saveNewsroom(tx, actor.newsroomId, rev, data))) throw stale("settings");
}

function settingsEntry(actor: Actor, change: { before: unknown; after: unknown }) {
  // Settings are plain JSON: a scale, a name or a yes.
  const data = JSON.parse(JSON.stringify(change)) as Json;
  return {
    output: { newsroomId: actor.newsroomId },
    entry: { newsroomId: actor.newsroomId, subject: actor.newsroomId, data },
  };
}

// ---------------------------------------------------------------- oneself

/** Change one's own name. */
export const changeName = command({
  name: "person.changeName",
  input: changeNameInput,
  action: "self.manage",
  run: async ({ tx, actor }, { name }) => {
    await store.updateUser(tx, actor.userId, { name });
    return {
      output: { name },
      entry: { newsroomId: actor.newsroomId, subject: actor.userId, data: { before: actor.name, after: name } },
    };
  },
});

/** Change one's own password; every session ends, the door opens a new one. */
export const changePassword = command({
  name: "person.changePassword",
  input: changePasswordInput,
  action: "self.manage",
  run: async (context, { current, next }) => {
    const { tx, actor, now } = context;
    const { email, passwordHash } = await store.requireUser(tx, actor.userId);
    const wrong = invalidField("current", "This is not your password.");
    const refusal = await tryPassword(context, { email }, wrong, () => fitsPassword(passwordHash, current));
    if (refusal) return { refusal, entry: null };
    await store.updateUser(tx, actor.userId, {
      passwordHash: await hashPassword(next),
      sessionsValidFrom: justAfter(now),
    });
    return {
      output: { userId: actor.userId },
      entry: { newsroomId: actor.newsroomId, subject: actor.userId, data: {} },
    };
  },
});

/** End every session of one's own, on every device. */
export const signOutEverywhere = command({
  name: "person.signOutEverywhere",
  input: signOutEverywhereInput,
  action: "self.manage",
  run: async ({ tx, actor, now }) => {
    await store.updateUser(tx, actor.userId, { sessionsValidFrom: justAfter(now) });
    return {
      output: { userId: actor.userId },
      entry: { newsroomId: actor.newsroomId, subject: actor.userId, data: {} },
    };
  },
});

/** Sessions count by the millisecond: one opened in this very one is to end, too. */
function justAfter(now: Date): Date {
  return new Date(now.getTime() + 1);
}

function invalidField(field: string, message: string): Refusal {
  return new Refusal("invalid", message, { fields: { [field]: message } });
}

function stale(what: string): Refusal {
  return new Refusal("conflict", `Somebody else changed the ${what} meanwhile. Look at what stands now and try again.`);
}
