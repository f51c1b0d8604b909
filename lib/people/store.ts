import type { Weights } from "@/lib/core/extraction/weights";
import type { Role } from "@/lib/core/policy/policy";
import type { Publishing } from "@/lib/core/report/publishing";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Find an account by its e-mail address (lower case). */
export function findUser(tx: Tx, email: string) {
  return tx.user.findUnique({ where: { email }, include: { memberships: true } });
}

/** Read an account by id; throws when it is gone. */
export function requireUser(tx: Tx, userId: string) {
  return tx.user.findUniqueOrThrow({ where: { id: userId } });
}

/** Count the failed sign-ins of a key since a moment. */
export function countAttempts(tx: Tx, key: string, since: Date): Promise<number> {
  return tx.signInAttempt.count({ where: { key, at: { gte: since } } });
}

/** Let one transaction at a time try a password for this key. */
export async function lockAttempts(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attempts:${key}`}, 0))`;
}

/** Remember a failed sign-in under each key, and forget what is older than `forget`. */
export async function recordAttempt(tx: Tx, keys: readonly string[], at: Date, forget: Date): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { at: { lt: forget } } });
  await tx.signInAttempt.createMany({ data: keys.map((key) => ({ key, at })) });
}

/** Forget the failed sign-ins of a key. */
export async function clearAttempts(tx: Tx, key: string): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { key } });
}

/** Add an account. */
export async function createUser(
  tx: Tx,
  user: { id: string; email: string; name: string; passwordHash: string; now: Date },
): Promise<void> {
  const { now, ...data } = user;
  await tx.user.create({ data: { ...data, createdAt: now, sessionsValidFrom: now } });
}

/** Change an account's name, password, or the moment before which its sessions are refused. */
export async function updateUser(
  tx: Tx,
  userId: string,
  data: { name?: string; passwordHash?: string; sessionsValidFrom?: Date },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data });
}

/** Add a newsroom with its scale. */
export async function createNewsroom(
  tx: Tx,
  newsroom: { id: string; name: string; verdictScale: VerdictScale; now: Date },
): Promise<void> {
  const { now, verdictScale, ...data } = newsroom;
  await tx.newsroom.create({
    data: { ...data, verdictScale: verdictScale as unknown as Prisma.InputJsonValue, createdAt: now },
  });
}

/** Read a newsroom; throws when it is gone. */
export function requireNewsroom(tx: Tx, newsroomId: string) {
  return tx.newsroom.findUniqueOrThrow({ where: { id: newsroomId } });
}

/** Read a newsroom and keep others from changing it until the transaction ends; throws when it is gone. */
export async function lockNewsroom(tx: Tx, newsroomId: string) {
  await tx.$queryRaw`SELECT "id" FROM "Newsroom" WHERE "id" = ${newsroomId} FOR NO KEY UPDATE`;
  return requireNewsroom(tx, newsroomId);
}

/** Keep the hash of a set-up code. */
export async function createSetupCode(tx: Tx, code: { id: string; codeHash: string; createdAt: Date }): Promise<void> {
  await tx.setupCode.create({ data: code });
}

/** Tell how many newsrooms there are. */
export function countNewsrooms(tx: Tx): Promise<number> {
  return tx.newsroom.count();
}

/** List newsrooms, oldest first. */
export function listNewsrooms(tx: Tx) {
  return tx.newsroom.findMany({ orderBy: { createdAt: "asc" }, take: 100 });
}

/** Save a newsroom's settings if it still has `rev`; false when somebody was quicker. */
export async function saveNewsroom(
  tx: Tx,
  newsroomId: string,
  rev: number,
  data: {
    name?: string;
    fourEyes?: boolean;
    rewordedKeepsSignOff?: boolean;
    verdictScale?: VerdictScale;
    weights?: Weights;
    sourcingRule?: SourcingRule | null;
    publishing?: Publishing;
  },
): Promise<boolean> {
  const { verdictScale, sourcingRule, publishing, ...plain } = data;
  const { count } = await tx.newsroom.updateMany({
    where: { id: newsroomId, rev },
    data: {
      ...plain,
      ...(verdictScale ? { verdictScale: verdictScale as unknown as Prisma.InputJsonValue } : {}),
      ...(sourcingRule === undefined
        ? {}
        : { sourcingRule: sourcingRule === null ? Prisma.DbNull : { ...sourcingRule } }),
      ...(publishing ? { publishing: publishing as unknown as Prisma.InputJsonValue } : {}),
      rev: { increment: 1 },
    },
  });
  return count === 1;
}

/** Find who did a command on the newsroom last, and when; null when nobody has. */
export async function findLast(tx: Tx, newsroomId: string, command: string) {
  const entry = await tx.ledgerEntry.findFirst({
    where: { chain: `newsroom:${newsroomId}`, command },
    orderBy: { seq: "desc" },
    select: { actorName: true, at: true },
  });
  return entry && { by: entry.actorName, at: entry.at.toISOString() };
}

/** List the verdict ids that standing claims bear. */
export async function verdictsInUse(tx: Tx, newsroomId: string): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: { newsroomId, removedAt: null, verdict: { not: null } },
    distinct: ["verdict"],
    select: { verdict: true },
  });
  return rows.flatMap((row) => (row.verdict === null ? [] : [row.verdict])).sort();
}

/** Make `userId` a member. */
export async function createMembership(
  tx: Tx,
  membership: { id: string; newsroomId: string; userId: string; role: Role; now: Date },
): Promise<void> {
  const { now, ...data } = membership;
  await tx.membership.create({ data: { ...data, createdAt: now } });
}

/** List a newsroom's members, oldest first. */
export function listMembers(tx: Tx, newsroomId: string) {
  return tx.membership.findMany({
    where: { newsroomId },
    include: { user: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Find one membership of a newsroom. */
export function findMembership(tx: Tx, newsroomId: string, membershipId: string) {
  return tx.membership.findFirst({ where: { id: membershipId, newsroomId }, include: { user: true } });
}

/** Count the owners of a newsroom, locking their rows so that two can't step down at once. */
export async function lockOwners(tx: Tx, newsroomId: string): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Membership" WHERE "newsroomId" = ${newsroomId} AND "role" = 'owner' FOR UPDATE`;
  return rows.length;
}

/** Give a member another role if the membership still has `rev`. */
export async function saveRole(tx: Tx, membershipId: string, rev: number, role: Role): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { id: membershipId, rev },
    data: { role, rev: { increment: 1 } },
  });
  return count === 1;
}

/** End a membership if it still has `rev`, and the sessions from before `validFrom`; false when somebody was quicker. */
export async function deleteMembership(
  tx: Tx,
  membership: { id: string; userId: string },
  rev: number,
  validFrom: Date,
): Promise<boolean> {
  const { count } = await tx.membership.deleteMany({ where: { id: membership.id, rev } });
  if (count !== 1) return false;
  await updateUser(tx, membership.userId, { sessionsValidFrom: validFrom });
  return true;
}

/** Keep an invitation; only the hash of its token. */
export async function createInvitation(
  tx: Tx,
  invitation: {
    id: string;
    newsroomId: string;
    role: Role;
    email: string | null;
    tokenHash: string;
    createdById: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.invitation.create({ data: invitation });
}

const standing = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** List a newsroom's invitations that can still be used. */
export function listInvitations(tx: Tx, newsroomId: string, now: Date) {
  return tx.invitation.findMany({ where: { newsroomId, ...standing(now) }, orderBy: { createdAt: "desc" } });
}

/** Find a usable invitation by the hash of its token. */
export function findInvitation(tx: Tx, tokenHash: string, now: Date) {
  return tx.invitation.findFirst({ where: { tokenHash, ...standing(now) }, include: { newsroom: true } });
}

/** Use up an invitation; false when it was used or revoked meanwhile. */
export async function spendInvitation(tx: Tx, invitationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id: invitationId, ...standing(now) },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Take an invitation back; false when there is none to take back. */
export async function revokeInvitation(tx: Tx, newsroomId: string, invitationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id: invitationId, newsroomId, ...standing(now) },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Use up the set-up code with this hash; false when there is no such unused code. Serialises first-time set-ups. */
export async function spendSetupCode(tx: Tx, codeHash: string, now: Date): Promise<boolean> {
  await tx.$executeRaw`LOCK TABLE "SetupCode" IN EXCLUSIVE MODE`;
  const { count } = await tx.setupCode.updateMany({ where: { codeHash, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}
