import { countAttempts, recordAttempt } from "@/lib/people/store";
import { findTokenActor } from "@/lib/platform/actor";
import { command, publicCommand } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { newToken } from "@/lib/platform/token";
import { createTokenInput, revokeTokenInput, useTokenInput } from "./schema";
import * as store from "./store";

/** Tokens that a newsroom can have at a time. */
const MOST = 50;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Wrong tokens that an address may send within the window, as many as wrong passwords. */
const WINDOW = 15 * MINUTE;
const PER_ADDRESS = 60;

/** Make a token for another program; it is shown once and never stored. */
export const createToken = command({
  name: "token.create",
  input: createTokenInput,
  action: "settings.manage",
  run: async ({ tx, actor, now, newId }, { name }) => {
    const { newsroomId, userId } = actor;
    if ((await store.countTokens(tx, newsroomId)) >= MOST) {
      throw new Refusal("not_now", `A newsroom has at most ${MOST} tokens. Revoke one that is no longer used.`);
    }
    const token = newToken();
    const id = newId();
    await store.createToken(tx, {
      id,
      newsroomId,
      name,
      tokenHash: sha256(token),
      createdById: userId,
      createdAt: now,
    });
    return { output: { tokenId: id, name, token }, entry: { newsroomId, subject: id, data: { name } } };
  },
});

/** Revoke a token: the next request with it is refused. */
export const revokeToken = command({
  name: "token.revoke",
  input: revokeTokenInput,
  action: "settings.manage",
  run: async ({ tx, actor, now }, { tokenId }) => {
    const name = await store.revokeToken(tx, actor.newsroomId, tokenId, now);
    if (name === null) throw notFound("token");
    return { output: { tokenId }, entry: { newsroomId: actor.newsroomId, subject: tokenId, data: { name } } };
  },
});

/**
 * Let in the bearer of a token. Wrong tokens are counted per address and slow that address down; a right one always passes, since
 * nobody comes upon 256 bits by trying.
 */
export const useToken = publicCommand({
  name: "token.use",
  input: useTokenInput,
  run: async ({ tx, now }, { token, address }) => {
    const actor = await findTokenActor(tx, sha256(token));
    if (actor) {
      await store.noteUse(tx, actor.userId, now);
      return { output: actor, entry: null };
    }
    const key = `token:${address}`;
    if ((await countAttempts(tx, key, new Date(now.getTime() - WINDOW))) >= PER_ADDRESS) {
      throw new Refusal("rate_limited", "Too many wrong tokens. Wait a quarter of an hour, then try again.");
    }
    await recordAttempt(tx, [key], now, new Date(now.getTime() - DAY));
    return { refusal: new Refusal("signed_out", "This token is wrong or was revoked."), entry: null };
  },
});
