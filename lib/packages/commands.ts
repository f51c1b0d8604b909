import { command } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { makeKeyInput, rotateKeyInput } from "./schema";
import { makeKey } from "./signing";
import * as store from "./store";

/** Make the newsroom's first signing key; with one there already nothing changes. */
export const makeSigningKey = command({
  name: "signingKey.make",
  input: makeKeyInput,
  action: "package.make",
  run: async ({ tx, actor, now }) => {
    const { newsroomId, userId } = actor;
    await store.lockKeys(tx, newsroomId);
    const current = await store.findCurrentKey(tx, newsroomId);
    if (current) return { output: { keyId: current.id, made: false }, entry: null };
    const key = makeKey(newsroomId);
    await store.createKey(tx, { ...key, createdById: userId, createdAt: now });
    const data = { keyId: key.id, publicKey: key.publicKey };
    return { output: { keyId: key.id, made: true }, entry: { newsroomId, subject: key.id, data } };
  },
});

/** Retire the present signing key and make a new one. What the old one signed can be checked as before. */
export const rotateSigningKey = command({
  name: "signingKey.rotate",
  input: rotateKeyInput,
  action: "settings.manage",
  run: async ({ tx, actor, now }, { keyId, reason }) => {
    const { newsroomId, userId } = actor;
    await store.lockKeys(tx, newsroomId);
    const before = await store.findKey(tx, newsroomId, keyId);
    if (!before) throw notFound("signing key");
    if (before.retiredAt !== null) {
      throw new Refusal("not_now", "Somebody has made a new key meanwhile. This one was retired already.");
    }
    await store.retireKeys(tx, newsroomId, now);
    const key = makeKey(newsroomId);
    await store.createKey(tx, { ...key, createdById: userId, createdAt: now });
    const data = { before: before.id, keyId: key.id, publicKey: key.publicKey, reason };
    return { output: { keyId: key.id }, entry: { newsroomId, subject: key.id, data } };
  },
});
