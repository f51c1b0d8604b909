import type { Tx } from "@/lib/platform/db";

interface NewToken {
  readonly id: string;
  readonly newsroomId: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Keep a token; only its hash. */
export async function createToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.apiToken.create({ data: token });
}

/** List a newsroom's tokens that can be used, the newest first. */
export function listTokens(tx: Tx, newsroomId: string) {
  return tx.apiToken.findMany({
    where: { newsroomId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Count a newsroom's tokens that can be used. */
export function countTokens(tx: Tx, newsroomId: string): Promise<number> {
  return tx.apiToken.count({ where: { newsroomId, revokedAt: null } });
}

/** Revoke a token and return its name; null when there is none to revoke. */
export async function revokeToken(tx: Tx, newsroomId: string, tokenId: string, now: Date): Promise<string | null> {
  const token = await tx.apiToken.findFirst({ where: { id: tokenId, newsroomId, revokedAt: null } });
  const { count } = await tx.apiToken.updateMany({
    where: { id: tokenId, newsroomId, revokedAt: null },
    data: { revokedAt: now },
  });
  return token && count === 1 ? token.name : null;
}

/** Note that a token was used, at most once a minute: a busy program does not write with every question. */
export async function noteUse(tx: Tx, tokenId: string, now: Date): Promise<void> {
  await tx.apiToken.updateMany({
    where: { id: tokenId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - 60_000) } }] },
    data: { lastUsedAt: now },
  });
}
