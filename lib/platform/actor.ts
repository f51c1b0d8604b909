import type { PolicyAction, Role } from "@/lib/core/policy/policy";
import { may, refusalWords } from "@/lib/core/policy/policy";
import type { Tx } from "./db";
import { Refusal } from "./refusal";

declare const scoped: unique symbol;

/** A signed-in member in one newsroom. Only `findActor` makes one, so a query without a scope does not compile. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly newsroomId: string;
  readonly newsroomName: string;
  readonly role: Role;
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

/** Pass, or refuse with the sentence for this role. */
export function authorize(actor: Actor, action: PolicyAction): void {
  if (!may(actor.role, action)) throw new Refusal("forbidden", refusalWords(actor.role, action));
}
