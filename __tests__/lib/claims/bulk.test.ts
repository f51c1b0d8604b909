import { bulkAccept, bulkAssign, bulkDismiss, undo } from "@/lib/claims/commands";
import { loadClaimPage } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { newId } from "@/lib/platform/random";
import { type BuiltArticle, buildArticle, buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

/** Put `count` detected claims into an article, straight into the tables. */
async function fill(article: BuiltArticle, count: number): Promise<string[]> {
  const { newsroomId, id: articleId, versionId } = article;
  await database.db.$executeRaw`
    INSERT INTO "Claim" ("id", "newsroomId", "articleId", "number", "origin", "kind", "wording", "reasons")
    SELECT ${articleId} || '-' || i, ${newsroomId}, ${articleId}, i, 'machine', 'statement', 'Claim ' || i, '[]'
    FROM generate_series(1, ${count}::int) i`;
  await database.db.$executeRaw`
    INSERT INTO "Anchor" ("id", "claimId", "versionId", "start", "end", "exact", "prefix", "suffix")
    SELECT 'a-' || "id", "id", ${versionId}, 0, 10, 'The bridge', '', '' FROM "Claim" WHERE "articleId" = ${articleId}`;
  return Array.from({ length: count }, (_, i) => `${articleId}-${i + 1}`);
}
const states = async (articleId: string) => {
  const rows = await database.db.claim.groupBy({ by: ["state"], where: { articleId }, _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};
const everything = (more: Record<string, unknown> = {}) => ({ filter: claimFilter.parse(more) });

test("accepts the chosen ones, and counts the others with the reason", async () => {
  const [a = "", b = "", c = ""] = await fill(desk.article, 3);
  await run(bulkDismiss, desk.ana, { selection: { ids: [b] }, reason: "opinion" });
  await run(bulkAccept, desk.ana, { selection: { ids: [c] } });
  const done = await run(bulkAccept, desk.ana, { selection: { ids: [a, b, c] } });
  expect(done).toMatchObject({
    changed: 1,
    skipped: { "You can't accept a claim that is dismissed.": 1, "Accepted before.": 1 },
  });
  expect(await states(desk.article.id)).toEqual({ open: 2, dismissed: 1 });
});

test("is one entry in the ledger of its article, and tells where to undo it", async () => {
  const ids = await fill(desk.article, 4);
  const done = await run(bulkDismiss, desk.ana, { selection: { ids }, reason: "trivial", note: "Weather." });
  const entries = await ledger(database.db, desk.article.id);
  expect(entries).toHaveLength(1);
  expect(done.undo).toEqual([{ articleId: desk.article.id, seq: 1 }]);
  const { data } = await lastEntry(database.db, desk.article.id);
  expect(data).toMatchObject({ reason: "trivial", note: "Weather." });
  expect([...(data.claims ?? [])].sort()).toEqual([...ids].sort());
  expect(data.changes[0]).toMatchObject({
    before: { state: "detected", dismissReason: null, stateNote: "" },
    after: { state: "dismissed", dismissReason: "trivial", stateNote: "Weather." },
  });
});

test("over several articles each keeps its own whole chain", async () => {
  const other = await buildArticle(database.db, desk.ana, desk.article.text);
  await fill(desk.article, 2);
  await fill(other, 3);
  const done = await run(bulkAssign, desk.ana, { selection: everything(), assigneeId: desk.tom.userId });
  expect(done).toMatchObject({ changed: 5, skipped: {} });
  for (const [article, count] of [
    [desk.article, 2],
    [other, 3],
  ] as const) {
    expect(await ledger(database.db, article.id)).toHaveLength(1);
    expect((await lastEntry(database.db, article.id)).data.changes).toHaveLength(count);
  }
  expect((await loadClaimPage(desk.tom, claimFilter.parse({ assignee: ["me"] }))).total).toBe(5);
});

test("a filter means what matches now, and nothing else", async () => {
  await fill(desk.article, 12);
  await run(bulkDismiss, desk.ana, {
    selection: everything({ text: "Claim 1", articleId: desk.article.id }),
    reason: "trivial",
  });
  // 1, 10, 11 and 12
  expect(await states(desk.article.id)).toEqual({ detected: 8, dismissed: 4 });
});

test("a verified claim is skipped, its sign-off stands", async () => {
  const people = { proposer: desk.tom, signer: desk.marek };
  const { id } = await buildVerifiedClaim(database.db, people, desk.article, "The bridge cost $3 million");
  const done = await run(bulkDismiss, desk.ana, { selection: { ids: [id] }, reason: "trivial" });
  expect(done).toMatchObject({ changed: 0, skipped: { "You can't dismiss a claim that is verified.": 1 } });
  expect(await database.db.signOff.count({ where: { claimId: id, voidedAt: null } })).toBe(1);
  expect(await ledger(database.db, desk.article.id)).toEqual([]);
});

test("claims of another newsroom, or of none, silently don't exist", async () => {
  const other = await newsdesk(database.db);
  const theirs = await fill(other.article, 2);
  const [mine = ""] = await fill(desk.article, 1);
  const ids = [mine, ...theirs, newId()];
  expect(await run(bulkAccept, desk.ana, { selection: { ids } })).toMatchObject({ changed: 1, skipped: {} });
  await run(bulkAccept, desk.ana, { selection: everything() });
  await run(bulkAccept, desk.ana, { selection: everything({ articleId: other.article.id }) });
  expect(await states(other.article.id)).toEqual({ detected: 2 });
  expect(await ledger(database.db, other.article.id)).toEqual([]);
});

test("nobody who may not check can be given claims", async () => {
  const [id = ""] = await fill(desk.article, 1);
  const input = { selection: { ids: [id] }, assigneeId: desk.lena.userId };
  expect(await refusal(bulkAssign, desk.ana, input)).toMatchObject({ code: "invalid" });
});

test("more than 5,000 at once is refused with a sentence, and nothing is written", async () => {
  await fill(desk.article, 5_001);
  expect(await refusal(bulkAccept, desk.ana, { selection: everything() })).toMatchObject({
    code: "too_large",
    message: "More than 5,000 claims match. Narrow the filter.",
  });
  expect(await states(desk.article.id)).toEqual({ detected: 5_001 });
});

test("5,000 claims are accepted, and undone, in well under three seconds each", async () => {
  const ids = await fill(desk.article, 5_000);
  const took = { accept: Number.POSITIVE_INFINITY, undo: Number.POSITIVE_INFINITY };
  // The best of five: what else the machine does meanwhile is not ours to measure.
  for (let round = 0; round < 5 && Math.max(took.accept, took.undo) >= 3_000; round++) {
    const started = Date.now();
    expect(await run(bulkAccept, desk.ana, { selection: { ids } })).toMatchObject({ changed: 5_000 });
    const accepted = Date.now();
    const undone = await run(undo, desk.marek, { articleId: desk.article.id, seq: 2 * round + 1 });
    expect(undone).toMatchObject({ changed: 5_000, skipped: {} });
    took.accept = Math.min(took.accept, accepted - started);
    took.undo = Math.min(took.undo, Date.now() - accepted);
  }
  expect(took.accept).toBeLessThan(3_000);
  expect(took.undo).toBeLessThan(3_000);
  expect(await states(desk.article.id)).toEqual({ detected: 5_000 });
  await ledger(database.db, desk.article.id);
});

test("two people who accept the same claims at once share them, none is counted twice", async () => {
  const ids = await fill(desk.article, 200);
  const both = await Promise.all([
    run(bulkAccept, desk.ana, { selection: { ids } }),
    run(bulkAccept, desk.marek, { selection: { ids: [...ids].reverse() } }),
  ]);
  expect(both.reduce((sum, { changed }) => sum + changed, 0)).toBe(200);
  expect(await database.db.claim.count({ where: { articleId: desk.article.id, rev: 2 } })).toBe(200);
  await ledger(database.db, desk.article.id);
});

test("a claim marked by hand in between keeps out of a chosen selection", async () => {
  const ids = await fill(desk.article, 2);
  await buildClaim(database.db, desk.ana, desk.article, "The ferry stopped in May.", { number: 9 });
  await run(bulkAccept, desk.ana, { selection: { ids } });
  expect(await states(desk.article.id)).toEqual({ open: 2, detected: 1 });
});
