import { changeName } from "@/lib/people/commands";
import type { Actor } from "@/lib/platform/actor";
import { execute, executePublic } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { createToken, revokeToken, useToken } from "@/lib/tokens/commands";
import { loadTokens } from "@/lib/tokens/queries";
import { testDatabase } from "../../support/database";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();

let desk: Newsdesk;
let other: Newsdesk;
beforeAll(async () => {
  desk = await newsdesk(database.db);
  other = await newsdesk(database.db);
});

let calls = 0;
/** Come in with a token, each time from an address of one's own unless one is given. */
const enter = (token: string, address = `10.0.0.${++calls}`) => executePublic(useToken, { token, address });
async function entered(token: string): Promise<Actor> {
  const outcome = await enter(token);
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

test("a token is handed out once and only its hash is kept, in no table and no entry anything else", async () => {
  const { tokenId, token } = await run(createToken, desk.owner, { name: "Publishing system" });
  expect(token).toMatch(/^cdk_[A-Za-z0-9_-]{43}$/);
  const row = await database.db.apiToken.findUniqueOrThrow({ where: { id: tokenId } });
  expect(row.tokenHash).toBe(sha256(token));
  expect(JSON.stringify(row)).not.toContain(token.slice(4));
  const entries = await chain(database.db, `newsroom:${desk.newsroomId}`);
  expect(entries.at(-1)).toMatchObject({
    command: "token.create",
    subject: tokenId,
    data: { name: "Publishing system" },
  });
  expect(JSON.stringify(entries)).not.toContain(token.slice(4));
  expect(JSON.stringify(await loadTokens(desk.owner))).not.toContain(token.slice(4));
});

test("its bearer reads as a viewer of that newsroom, and no command runs for it", async () => {
  const { token } = await run(createToken, desk.owner, { name: "Reader" });
  const bearer = await entered(token);
  expect(bearer).toMatchObject({ newsroomId: desk.newsroomId, role: "viewer", name: "Reader" });
  // Every viewer may change their own name.
  expect(await execute(changeName, bearer, { name: "Somebody" })).toMatchObject({
    ok: false,
    refusal: { code: "forbidden", message: expect.stringContaining("only reads") },
  });
});

test("the list says who made it and when it was last used, to the minute", async () => {
  const { tokenId, token } = await run(createToken, desk.admin, { name: "Night desk" });
  const find = async () => (await loadTokens(desk.owner)).find(({ id }) => id === tokenId);
  expect(await find()).toMatchObject({ name: "Night desk", createdBy: { name: "Ada Admin" }, lastUsedAt: null });
  await entered(token);
  const first = (await find())?.lastUsedAt;
  expect(first).not.toBeNull();
  await entered(token);
  expect((await find())?.lastUsedAt).toBe(first);
  const earlier = new Date("2026-01-01T00:00:00Z");
  await database.db.apiToken.update({ where: { id: tokenId }, data: { lastUsedAt: earlier } });
  await entered(token);
  expect(Date.parse((await find())?.lastUsedAt ?? "")).toBeGreaterThan(earlier.getTime());
});

test("a revoked token lets nobody in, is not listed, and stands in the ledger", async () => {
  const { tokenId, token } = await run(createToken, desk.owner, { name: "Old system" });
  await entered(token);
  await run(revokeToken, desk.owner, { tokenId });
  expect(await enter(token)).toMatchObject({ ok: false, refusal: { code: "signed_out" } });
  expect((await loadTokens(desk.owner)).map(({ id }) => id)).not.toContain(tokenId);
  const entries = await chain(database.db, `newsroom:${desk.newsroomId}`);
  expect(entries.at(-1)).toMatchObject({ command: "token.revoke", data: { name: "Old system" } });
  expect((await refusal(revokeToken, desk.owner, { tokenId })).code).toBe("not_found");
});

test("another newsroom neither sees a token nor revokes it", async () => {
  const { tokenId, token } = await run(createToken, desk.owner, { name: "Ours" });
  expect((await loadTokens(other.owner)).map(({ id }) => id)).not.toContain(tokenId);
  expect((await refusal(revokeToken, other.owner, { tokenId })).code).toBe("not_found");
  expect(await entered(token)).toMatchObject({ newsroomId: desk.newsroomId });
});

test.each(["ana", "tom", "lena"] as const)(
  "%s, who does not run the newsroom, neither sees nor makes tokens",
  async (who) => {
    await expect(loadTokens(desk[who])).rejects.toMatchObject({ code: "forbidden" });
    expect((await refusal(createToken, desk[who], { name: "Mine" })).code).toBe("forbidden");
  },
);

test("wrong tokens close an address for a while; a right one passes, and other addresses stay open", async () => {
  const { token } = await run(createToken, desk.owner, { name: "Patient" });
  for (let i = 0; i < 60; i++) {
    expect(await enter(`cdk_wrong${i}`, "192.0.2.1")).toMatchObject({ refusal: { code: "signed_out" } });
  }
  expect(await enter("cdk_wrong", "192.0.2.1")).toMatchObject({ refusal: { code: "rate_limited" } });
  expect(await enter("cdk_wrong", "192.0.2.2")).toMatchObject({ refusal: { code: "signed_out" } });
  expect(await enter(token, "192.0.2.1")).toMatchObject({ ok: true });
});
