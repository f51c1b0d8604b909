import { BIAS, ruleFeatures } from "@/lib/core/extraction/checkworthiness";
import type { Weights } from "@/lib/core/extraction/weights";
import { may, POLICY, type PolicyAction } from "@/lib/core/policy/policy";
import { publishingOf } from "@/lib/core/report/publishing";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { type Actor, authorize, findActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import type { InvitationView, SettingsView } from "./schema";
import * as store from "./store";

/** Load the settings page. Invitations are shown to those who manage members. */
export async function loadSettings(actor: Actor): Promise<SettingsView> {
  authorize(actor, "member.read");
  const manageMembers = may(actor.role, "member.manage");
  const [newsroom, members, inUse, changed, invitations] = await Promise.all([
    store.requireNewsroom(db(), actor.newsroomId),
    store.listMembers(db(), actor.newsroomId),
    store.verdictsInUse(db(), actor.newsroomId),
    store.findLast(db(), actor.newsroomId, "newsroom.changeWeights"),
    manageMembers ? store.listInvitations(db(), actor.newsroomId, new Date()) : [],
  ]);
  return {
    newsroom: {
      id: newsroom.id,
      name: newsroom.name,
      rev: newsroom.rev,
      fourEyes: newsroom.fourEyes,
      rewordedKeepsSignOff: newsroom.rewordedKeepsSignOff,
      sourcingRule: newsroom.sourcingRule as unknown as SourcingRule | null,
      weights: { features: ruleFeatures(), bias: BIAS, turned: newsroom.weights as Weights, changed },
      publishing: publishingOf(newsroom.publishing),
      scale: newsroom.verdictScale as unknown as VerdictScale,
      inUse,
    },
    members: members.map((member) => ({
      membershipId: member.id,
      rev: member.rev,
      userId: member.userId,
      name: member.user.name,
      email: member.user.email,
      role: member.role,
      since: member.createdAt.toISOString(),
      isMe: member.userId === actor.userId,
    })),
    invitations: invitations.map(({ id, role, email, createdAt, expiresAt }) => ({
      id,
      role,
      email,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    me: { name: actor.name, email: actor.email, role: actor.role },
    may: { manageMembers, manageSettings: may(actor.role, "settings.manage") },
    policy: (Object.keys(POLICY) as PolicyAction[]).map((action) => ({
      action,
      words: POLICY[action].words,
      roles: POLICY[action].roles,
    })),
  };
}

/** Return what an invitation link promises, or null when it can't be used. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const invitation = await store.findInvitation(db(), sha256(token), new Date());
  return invitation ? { newsroomName: invitation.newsroom.name, role: invitation.role, email: invitation.email } : null;
}

/** Tell whether nobody has created a newsroom yet. */
export async function needsSetup(): Promise<boolean> {
  return (await store.countNewsrooms(db())) === 0;
}

/**
 * Return the member that a command line acts for: the one with this address, else the first owner of the only newsroom.
 * Refuses when there is no such member, or when several newsrooms leave it open.
 */
export async function requireOperator(email?: string): Promise<Actor> {
  const user = email ? await store.findUser(db(), email.toLowerCase()) : null;
  if (email && !user) throw notFound("member");
  const actor = await findActor(db(), user?.id ?? (await onlyOwnerId()));
  if (!actor) throw notFound("member");
  return actor;
}

async function onlyOwnerId(): Promise<string> {
  const newsrooms = await store.listNewsrooms(db());
  const [first, second] = newsrooms;
  if (!first) throw new Refusal("not_found", "There is no newsroom yet. Start Claimdesk and set one up.");
  if (second) throw new Refusal("invalid", "There are several newsrooms: say whom you act for with --as E-MAIL.");
  const owner = (await store.listMembers(db(), first.id)).find((member) => member.role === "owner");
  if (!owner) throw new Refusal("not_found", "The newsroom has no owner: say whom you act for with --as E-MAIL.");
  return owner.userId;
}
