import { ledgerVerdict } from "@/lib/cli/ledger";
import { GENESIS, type LedgerEntry, sealEntry } from "@/lib/core/ledger/chain";
import { loadLedger, loadNewsroomLedger, verifyLedger } from "@/lib/ledger/queries";
import { ledgerFilter } from "@/lib/ledger/schema";
import { changeName } from "@/lib/people/commands";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { newId, sha256 } from "@/lib/platform/random";
import { testDatabase } from "../../support/database";
import { article, member, newsroom, note, tamper } from "./records";

const database = testDatabase();
let ada: Actor;
let ben: Actor;

beforeAll(async () => {
  const newsroomId = await newsroom("The Ledger Desk");
  ada = await member(database.db, newsroomId, "editor", "Ada Okafor");
  ben = await member(database.db, newsroomId, "viewer", "Ben Lindqvist");
});

async function articleWith(entries: readonly (readonly [Actor, string, unknown])[]): Promise<string> {
  const { articleId } = await article(database.db, ada, "A text.");
  for (const [actor, subject, data] of entries) await note(actor, articleId, subject, data);
  return articleId;
}

const all = ledgerFilter.parse({});

describe("the ledger of the newsroom", () => {
  test("is read and verified by those who run it, and by nobody else; articles are not in it", async () => {
    const owner = await member(database.db, ada.newsroomId, "owner", "Ines Duarte");
    const before = await loadNewsroomLedger(owner, all);
    await articleWith([[ada, "c1", {}]]);
    expect((await execute(changeName, ada, { name: "Ada O." })).ok).toBe(true);
    const view = await loadNewsroomLedger(owner, all);
    expect(view.check).toMatchObject({ ok: true, length: before.total + 1 });
    expect(view.entries[0]).toMatchObject({ command: "person.changeName", data: { before: "Ada Okafor" } });
    expect(view.entries.every(({ chain }) => chain === `newsroom:${ada.newsroomId}`)).toBe(true);
    for (const actor of [ada, ben]) expect(() => loadNewsroomLedger(actor, all)).toThrow(/can't change the newsroom/u);
    const elsewhere = await member(database.db, await newsroom("Another Desk"), "owner", "Olga Brandt");
    expect((await loadNewsroomLedger(elsewhere, all)).entries.map(({ command }) => command)).not.toContain(
      "person.changeName",
    );
  });
});

describe("the ledger of an article", () => {
  test("lists its entries, newest first, as they were sealed, and verifies", async () => {
    const articleId = await articleWith([
      [ada, "c1", { wording: "naïve 😀", n: 1e21, list: [null, true] }],
      [ben, "c2", { z: 1, a: { b: 2 } }],
    ]);
    const view = await loadLedger(ada, articleId, all);
    expect(view).toMatchObject({
      total: 2,
      page: 1,
      entries: [
        { seq: 2, actor: { id: ben.userId, name: "Ben Lindqvist" }, command: "test.record", subject: "c2" },
        {
          seq: 1,
          actor: { name: "Ada Okafor" },
          data: { wording: "naïve 😀", n: 1e21, list: [null, true] },
          prevHash: GENESIS,
        },
      ],
      check: { ok: true, length: 2, head: view.head.hash },
      commands: [{ command: "test.record", count: 2 }],
    });
    expect(view.actors.map(({ name }) => name).sort()).toEqual(["Ada Okafor", "Ben Lindqvist"]);
  });

  test("of an article nothing happened to is whole and empty", async () => {
    const articleId = await articleWith([]);
    expect(await loadLedger(ben, articleId, all)).toMatchObject({
      entries: [],
      total: 0,
      check: { ok: true, length: 0, head: GENESIS },
    });
  });

  test("filters by person, and by claim also where a command changed several", async () => {
    const articleId = await articleWith([
      [ada, "c1", {}],
      [ben, "c2", {}],
      [ada, "bulk", { changes: [{ claimId: "c1" }, { claimId: "c3" }] }],
      [ben, "bulk", { claims: ["c4", "c1"] }],
    ]);
    const seqs = async (filter: object) =>
      (await loadLedger(ada, articleId, ledgerFilter.parse(filter))).entries.map(({ seq }) => seq);
    expect(await seqs({ actorId: ben.userId })).toEqual([4, 2]);
    expect(await seqs({ claimId: "c1" })).toEqual([4, 3, 1]);
    expect(await seqs({ claimId: "c3" })).toEqual([3]);
    expect(await seqs({ claimId: "c1", actorId: ada.userId })).toEqual([3, 1]);
    expect(await seqs({ command: "claim.dismiss" })).toEqual([]);
    expect(await seqs({ command: "", actorId: "", claimId: "", page: "1" })).toEqual([4, 3, 2, 1]);
  });

  test("comes in pages", async () => {
    const articleId = await articleWith(Array.from({ length: 53 }, (_, index) => [ada, `c${index}`, {}] as const));
    const second = await loadLedger(ada, articleId, ledgerFilter.parse({ page: "2" }));
    expect(second).toMatchObject({ total: 53, page: 2, pageSize: 50, check: { ok: true, length: 53 } });
    expect(second.entries.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });

  test("does not exist for another newsroom, exactly as one that is not there", async () => {
    const articleId = await articleWith([[ada, "c1", {}]]);
    const stranger = await member(database.db, await newsroom("Elsewhere"), "owner", "Stranger");
    const theirs = await loadLedger(stranger, articleId, all).catch((error: unknown) => error);
    expect(theirs).toMatchObject({ code: "not_found" });
    expect(await verifyLedger(stranger, "no-such-article").catch((error: unknown) => error)).toEqual(theirs);
  });
});

describe("verifying", () => {
  test("reads a chain of thousands of entries in batches", async () => {
    const { db } = database;
    const articleId = await articleWith([]);
    const chain = `article:${articleId}`;
    const entries: LedgerEntry[] = [];
    for (let seq = 1; seq <= 2_345; seq++) {
      const at = new Date(1_490_000_000_000 + seq).toISOString();
      const body = { chain, seq, at, actor: null, command: "test.record", subject: "c", data: { seq } };
      entries.push(sealEntry(body, entries.at(-1)?.hash ?? GENESIS, sha256));
    }
    const { newsroomId } = ada;
    await db.ledgerEntry.createMany({
      data: entries.map(({ actor: _, data, ...entry }) => ({
        ...entry,
        data: { seq: entry.seq },
        newsroomId,
        articleId,
        actorName: "",
      })),
    });
    const head = entries.at(-1)?.hash ?? "";
    await db.ledgerHead.create({ data: { chain, seq: 2_345, hash: head } });
    expect(await verifyLedger(ada, articleId)).toEqual({ ok: true, length: 2_345, head });
    await tamper(db, `UPDATE "LedgerEntry" SET "data" = '{"seq": 0}' WHERE "chain" = $1 AND "seq" = 1501`, chain);
    expect(await verifyLedger(ada, articleId)).toMatchObject({ ok: false, seq: 1501 });
  });

  test.each([
    ["changed data", `UPDATE "LedgerEntry" SET "data" = '{"forged": true}' WHERE "chain" = $1 AND "seq" = 2`, 2],
    ["another name", `UPDATE "LedgerEntry" SET "actorName" = 'Eve' WHERE "chain" = $1 AND "seq" = 3`, 3],
    ["another time", `UPDATE "LedgerEntry" SET "at" = "at" - interval '1 hour' WHERE "chain" = $1 AND "seq" = 1`, 1],
    ["a removed entry", `DELETE FROM "LedgerEntry" WHERE "chain" = $1 AND "seq" = 2`, 2],
    ["a cut-off end", `DELETE FROM "LedgerEntry" WHERE "chain" = $1 AND "seq" = 3`, 3],
    ["nothing left", `DELETE FROM "LedgerEntry" WHERE "chain" = $1`, 1],
    ["a head set back", `UPDATE "LedgerHead" SET "seq" = 2 WHERE "chain" = $1`, 3],
  ])("finds %s", async (_what, sql, seq) => {
    const articleId = await articleWith([
      [ada, "c1", {}],
      [ben, "c2", {}],
      [ada, "c3", {}],
    ]);
    expect((await ledgerVerdict(ada, articleId)).sentence).toMatch(
      /^The chain is whole: 3 entries, head [0-9a-f]{64}$/,
    );
    await tamper(database.db, sql, `article:${articleId}`);
    expect(await verifyLedger(ada, articleId)).toMatchObject({ ok: false, seq });
    const { ok, sentence } = await ledgerVerdict(ada, articleId);
    expect(ok).toBe(false);
    expect(sentence).toContain(`broken at entry ${seq}`);
  });

  test("the database itself refuses to rewrite an entry", async () => {
    const articleId = await articleWith([[ada, newId(), {}]]);
    const chain = `article:${articleId}`;
    await expect(database.db.ledgerEntry.updateMany({ where: { chain }, data: { subject: "x" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(database.db.ledgerEntry.deleteMany({ where: { chain } })).rejects.toThrow(/append-only/);
  });
});
