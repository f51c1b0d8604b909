import type { PolicyAction, Role } from "@/lib/core/policy/policy";
import { may, refusalWords } from "@/lib/core/policy/policy";
import type { Tx } from "./db";
import { Refusal } from "./refusal";

declare const scoped: unique symbol;

/**
 * Who acts in one newsroom: a signed-in member, or another program that reads with a token. Only `findActor` and `findTokenActor`
 * make one, so a query without a scope does not compile.
 */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly newsroomId: string;
  readonly newsroomName: string;
  readonly role: Role;
  /** True of a token: whatever its role, no command runs for it. */
  readonly readsOnly?: true;
  readonly [scoped]: true;
}

/** Read who a user is now, and where; null when the user or every membership is gone. Asked anew on every request. */
export async function findActor(tx: Tx, userId: string, issuedAt?: Date): Promise<Actor | null> {
  const membership = await tx.membership.findFirst({
    where: { userId },
    orderBy: { createdAt: "asc" },
    include: { user: true, newsroom: { select: { name: true } } },
  });
  if (!membership) return null;
  const { user } = membership;
  if (issuedAt && issuedAt < user.sessionsValidFrom) return null;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    newsroomId: membership.newsroomId,
    newsroomName: membership.newsroom.name,
    role: membership.role,
  } as Actor;
}

/** Read which program a token lets in by the token's hash: as a viewer of its newsroom that only reads; null when it was revoked or never made. */
export async function findTokenActor(tx: Tx, tokenHash: string): Promise<Actor | null> {
  const token = await tx.apiToken.findFirst({
    where: { tokenHash, revokedAt: null },
    include: { newsroom: { select: { name: true } } },
  });
  if (!token) return null;
  return {
    userId: token.id,
    name: token.name,
    email: "",
    newsroomId: token.newsroomId,
    newsroomName: token.newsroom.name,
    role: "viewer",
    readsOnly: true,
  } as Actor;
}

/** Pass, or refuse with the sentence for this role. */
export function authorize(actor: Actor, action: PolicyAction): void {
  if (!may(actor.role, action)) throw new Refusal("forbidden", refusalWords(actor.role, action));
}
