import { randomBytes } from "node:crypto";
import { makeSigningKey, rotateSigningKey } from "@/lib/packages/commands";
import { findPublicKeys, loadKeys } from "@/lib/packages/queries";
import { keyName } from "@/lib/platform/ed25519";
import { adoptDatabase } from "@/lib/platform/env";
import { testDatabase } from "../../support/database";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";
import { packageOf } from "./packed-desk";

const database = testDatabase();

let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const secretIs = (secret: string) => {
  process.env.NEXTAUTH_SECRET = secret;
  adoptDatabase(database.url, secret);
};

test("the first key is made on first use, once, and its public half stands in the newsroom’s ledger", async () => {
  expect(await loadKeys(desk.lena)).toMatchObject({ current: null, retired: [], opens: true });
  expect(await findPublicKeys(desk.newsroomId)).toBeNull();
  const { keyId } = await run(makeSigningKey, desk.ana, {});
  expect(await run(makeSigningKey, desk.marek, {})).toEqual({ keyId, made: false });
  const { current } = await loadKeys(desk.lena);
  expect(current).toMatchObject({ id: keyId, createdBy: { name: "Ana Silva" }, retiredAt: null });
  expect(keyName(current?.publicKey ?? "")).toBe(keyId);
  const entries = await chain(database.db, `newsroom:${desk.newsroomId}`);
  expect(entries).toMatchObject([
    { command: "signingKey.make", subject: keyId, data: { keyId, publicKey: current?.publicKey } },
  ]);
});

test("the private half is kept sealed: neither the row nor the ledger nor what anybody is shown holds it", async () => {
  await run(makeSigningKey, desk.ana, {});
  const row = await database.db.signingKey.findFirstOrThrow({ where: { newsroomId: desk.newsroomId } });
  expect(row.sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
  // The form of a private key before its 32 bytes; see RFC 8410.
  expect(Buffer.from(row.sealed.split(".")[3] ?? "", "base64url").toString("hex")).not.toContain(
    "302e020100300506032b6570",
  );
  expect(JSON.stringify([await loadKeys(desk.owner), await findPublicKeys(desk.newsroomId)])).not.toContain(row.sealed);
});

test("a new key takes the place of the old one, with a reason; outsiders still find the old one", async () => {
  const { keyId: first } = await run(makeSigningKey, desk.ana, {});
  const { keyId: second } = await run(rotateSigningKey, desk.owner, {
    keyId: first,
    reason: "The old server was sold.",
  });
  expect(await loadKeys(desk.owner)).toMatchObject({
    current: { id: second },
    retired: [{ id: first }],
    mayRotate: true,
  });
  expect((await findPublicKeys(desk.newsroomId))?.keys).toMatchObject([
    { id: second, retiredAt: null },
    { id: first, retiredAt: expect.any(String) },
  ]);
  const entries = await chain(database.db, `newsroom:${desk.newsroomId}`);
  expect(entries.at(-1)).toMatchObject({
    command: "signingKey.rotate",
    data: { before: first, keyId: second, reason: "The old server was sold." },
  });
  expect((await refusal(rotateSigningKey, desk.ana, { keyId: second, reason: "I like it." })).code).toBe("forbidden");
  expect((await refusal(rotateSigningKey, desk.owner, { keyId: second, reason: " " })).message).toMatch(/^Say why/);
  // A second click, or a colleague's at the same moment.
  expect((await refusal(rotateSigningKey, desk.owner, { keyId: first, reason: "Again." })).code).toBe("not_now");
});

test("with another session secret the key does not open, and a sentence says what to do", async () => {
  const mine = process.env.NEXTAUTH_SECRET ?? "";
  const { keyId } = await run(makeSigningKey, desk.ana, {});
  secretIs(randomBytes(32).toString("base64url"));
  try {
    expect(await loadKeys(desk.owner)).toMatchObject({ opens: false });
    await expect(packageOf(desk.ana, desk.article.id)).rejects.toMatchObject({
      code: "not_now",
      message: expect.stringMatching(/can’t be opened.*make a new key in Settings/),
    });
    await run(rotateSigningKey, desk.owner, { keyId, reason: "The secret was lost." });
    expect((await packageOf(desk.ana, desk.article.id)).length).toBeGreaterThan(1000);
  } finally {
    secretIs(mine);
  }
});

test("another newsroom has another key", async () => {
  const other = await newsdesk(database.db);
  const { keyId } = await run(makeSigningKey, desk.ana, {});
  expect((await run(makeSigningKey, other.ana, {})).keyId).not.toBe(keyId);
  await expect(packageOf(other.ana, desk.article.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(packageOf(desk.tom, desk.article.id)).rejects.toMatchObject({ code: "forbidden" });
});
