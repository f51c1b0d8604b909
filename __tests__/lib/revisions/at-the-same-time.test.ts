import { holdArticle } from "@/lib/articles/store";
import { addSourceNote, changeClaim, markClaim, signOff, splitClaim } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { reviseArticle } from "@/lib/revisions/commands";
import { loadVersions } from "@/lib/revisions/queries";
import { buildClaim, buildClaimInReview, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { ledger, type Newsdesk, newsdesk, TEXT } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const COST = "The bridge cost $3 million";
const NOTE = { stance: "supports", quote: "", locator: "", note: "Fits.", consultedOn: "2017-03-23" } as const;
const REVISED = TEXT.replace("$3 million", "$5 million");
const revision = () => ({ articleId: desk.article.id, base: desk.article.versionId, text: REVISED, note: "" });
const view = (claimId: string) => loadClaim(desk.ana, claimId);

/** Run a revision and another command at the same moment. */
async function both(command: Command, actor: Actor, input: object) {
  return Promise.all([execute(reviseArticle, desk.marek, revision()), execute(command, actor, input)]);
}

test("one revises while another saves a note on the same claim: the note is there and the sign-off fell", async () => {
  const claim = await buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, COST);
  const [revised, noted] = await both(addSourceNote, desk.tom, { claimId: claim.id, ...NOTE, sourceTitle: "Budget" });
  expect([revised.ok, noted.ok]).toEqual([true, true]);
  const after = await view(claim.id);
  expect(after.noteList.map(({ note }) => note)).toContain("Fits.");
  expect(after.signOffs.every(({ voided }) => voided !== null)).toBe(true);
  expect(after).toMatchObject({ anchored: "The bridge cost $5 million", versionNumber: 2 });
  expect(["reopened", "in_check"]).toContain(after.state);
  await ledger(database.db, desk.article.id);
});

test("a note that was begun before the new version is saved after it", async () => {
  const claim = await buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, COST);
  await execute(reviseArticle, desk.marek, revision());
  const noted = await execute(addSourceNote, desk.tom, { claimId: claim.id, ...NOTE, sourceTitle: "Budget" });
  expect(noted.ok).toBe(true);
  expect((await view(claim.id)).noteList.map(({ note }) => note)).toContain("Fits.");
});

test("one revises while another signs off the old words: either the signature falls or it is refused", async () => {
  const claim = await buildClaimInReview(database.db, desk.tom, desk.article, COST);
  const { rev, contentHash } = await view(claim.id);
  const [revised, signed] = await both(signOff, desk.ana, { claimId: claim.id, rev, contentHash });
  expect(revised.ok).toBe(true);
  const after = await view(claim.id);
  expect(after.state).toBe(signed.ok ? "reopened" : "in_check");
  expect(after.signOffs.filter(({ voided }) => voided === null)).toEqual([]);
});

test("one revises while another changes the wording: the other's words stay, with the new figure or their own", async () => {
  const claim = await buildClaim(database.db, desk.ana, desk.article, COST, { state: "open" });
  const input = { claimId: claim.id, rev: 1, base: { wording: COST }, wording: `${COST}, they say` };
  const [revised, changed] = await both(changeClaim, desk.ana, input);
  expect(revised.ok).toBe(true);
  const after = await view(claim.id);
  if (changed.ok) expect(after.wording).toMatch(/^The bridge cost \$[35] million, they say$/);
  else expect(changed.refusal.code).toBe("conflict");
});

test("one revises while another marks or splits a claim: no claim is left behind in the older version", async () => {
  const claim = await buildClaim(database.db, desk.ana, desk.article, "It was built in 2016 by 40 workers.", {
    number: 7,
  });
  const { versionId } = desk.article;
  const start = TEXT.indexOf("The ferry");
  const place = { articleId: desk.article.id, versionId, start, end: start + "The ferry stopped in May.".length };
  const mark = execute(markClaim, desk.ana, place);
  const at = (claim.place?.start ?? 0) + "It was built in 2016".length;
  const split = execute(splitClaim, desk.ana, { claimId: claim.id, rev: 1, versionId, at });
  const revised = await execute(reviseArticle, desk.marek, revision());
  const others = await Promise.all([mark, split]);
  for (const other of others) if (!other.ok) expect(["not_now", "conflict", "invalid"]).toContain(other.refusal.code);
  if (!revised.ok) expect(revised.refusal.code).toBe("conflict");
  const { versions } = await loadVersions(desk.ana, desk.article.id);
  const standing = await database.db.claim.count({ where: { articleId: desk.article.id, removedAt: null } });
  expect(versions[0]?.claims).toBe(standing);
});

test("two revise the same version at the same moment: one text is stored, the other is refused and nobody's claim is torn", async () => {
  const other = { ...revision(), text: `${TEXT}More.` };
  const [a, b] = await Promise.all([
    execute(reviseArticle, desk.marek, revision()),
    execute(reviseArticle, desk.ana, other),
  ]);
  expect([a.ok, b.ok].sort()).toEqual([false, true]);
  const refused = a.ok ? b : a;
  expect(refused.ok ? "" : refused.refusal.code).toBe("conflict");
  expect((await loadVersions(desk.ana, desk.article.id)).versions).toHaveLength(2);
});

test("a claim that comes in while a new version waits for the article is not left behind: the version is refused", async () => {
  const before = await buildClaim(database.db, desk.ana, desk.article, COST);
  const { revising } = await database.db.$transaction(async (tx) => {
    await holdArticle(tx, desk.newsroomId, desk.article.id);
    const revising = execute(reviseArticle, desk.marek, revision());
    await until(async () => (await waiting()) > 0);
    await buildClaim(tx, desk.ana, desk.article, "The ferry stopped in May.", { number: 9 });
    return { revising };
  });
  expect(await revising).toMatchObject({ ok: false, refusal: { code: "conflict" } });
  expect((await loadVersions(desk.ana, desk.article.id)).versions).toHaveLength(1);
  expect(await view(before.id)).toMatchObject({ state: "detected", anchored: COST });
});

test("a place chosen in the older text is refused once a new version is there", async () => {
  const revised = await execute(reviseArticle, desk.marek, revision());
  expect(revised.ok).toBe(true);
  const { id: articleId, versionId } = desk.article;
  const marked = await execute(markClaim, desk.ana, { articleId, versionId, start: 0, end: COST.length });
  expect(marked).toMatchObject({ ok: false, refusal: { code: "not_now" } });
});

/** Count the connections of this database that wait for a lock. */
async function waiting(): Promise<number> {
  const rows = await database.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity
    WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  return rows.length;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
