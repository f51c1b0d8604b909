import { changeClaim, dateClaim, undo } from "@/lib/claims/commands";
import { CLAIM_JOBS, expireArticle } from "@/lib/claims/jobs";
import { loadClaim, loadClaimPage, loadDesk } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const BUILT = "It was built in 2016 by 40 workers.";
const DAY = "2027-03-03";
const signed = async (expiresOn: string | null = DAY) => {
  const people = { proposer: desk.tom, signer: desk.ana };
  const claim = await buildVerifiedClaim(database.db, people, desk.article, BUILT);
  await database.db.claim.update({ where: { id: claim.id }, data: { expiresOn, assigneeId: desk.tom.userId } });
  return claim;
};
const seen = (claimId: string, today = DAY) => loadClaim(desk.ana, claimId, today);

describe("the days of a claim", () => {
  test("a reviewer sets them; a sign-off stays, for no day is signed", async () => {
    const claim = await signed(null);
    await run(dateClaim, desk.tom, { claimId: claim.id, rev: claim.rev, asOf: "2027-01-02", expiresOn: DAY });
    const view = await seen(claim.id, "2027-01-05");
    expect(view).toMatchObject({ state: "verified", asOf: "2027-01-02", expiresOn: DAY, expired: false });
    expect(view.history[0]?.words).toBe("Checked as of 2 January 2027, to be checked again on 3 March 2027.");
  });

  test("changes of two people merge, of the same day they clash", async () => {
    const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, { state: "open" });
    const start = { claimId: id, rev: 1, base: { asOf: "", expiresOn: "" } };
    await run(dateClaim, desk.tom, { ...start, asOf: "2027-01-02" });
    await run(dateClaim, desk.ana, { ...start, asOf: "", expiresOn: DAY });
    expect(await seen(id)).toMatchObject({ asOf: "2027-01-02", expiresOn: DAY });
    expect(await refusal(dateClaim, desk.ana, { ...start, asOf: "2027-01-09" })).toMatchObject({
      code: "conflict",
      detail: { conflict: { by: "Tom Okafor", fields: [expect.objectContaining({ theirs: "2027-01-02" })] } },
    });
  });

  test("it is checked again after the day up to which it was checked", async () => {
    const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, { state: "open" });
    const days = { asOf: DAY, expiresOn: DAY };
    expect(await refusal(dateClaim, desk.tom, { claimId: id, rev: 1, ...days })).toMatchObject({
      code: "invalid",
      detail: { fields: { expiresOn: expect.any(String) } },
    });
  });

  test("the change can be undone", async () => {
    const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, { state: "open" });
    await run(dateClaim, desk.ana, { claimId: id, rev: 1, expiresOn: DAY });
    await run(undo, desk.ana, { articleId: desk.article.id, seq: 1 });
    expect(await seen(id)).toMatchObject({ expiresOn: null });
  });
});

describe("a claim whose day has come", () => {
  test("goes back to its assignee, its sign-off void with the reason", async () => {
    const { id } = await signed();
    expect(await expireArticle(desk.article.id, DAY)).toBe(1);
    const view = await seen(id);
    expect(view).toMatchObject({
      state: "reopened",
      stateNote: "Expired on 3 March 2027",
      expired: true,
      assignee: { name: "Tom Okafor" },
      signOffs: [expect.objectContaining({ voided: expect.objectContaining({ reason: "Expired on 3 March 2027" }) })],
    });
    expect(view.history[0]).toMatchObject({
      by: "Claimdesk",
      words: expect.stringContaining("Expired on 3 March 2027"),
    });
    expect((await loadDesk(desk.tom, DAY)).waitingOnMe.map((row) => row.why).join()).toContain(
      "Expired on 3 March 2027",
    );
    const page = await loadClaimPage(desk.ana, claimFilter.parse({}), DAY);
    expect(page.rows.find((row) => row.id === id)).toMatchObject({ expired: true });
  });

  test("is recorded in a whole chain, by nobody", async () => {
    await signed();
    await expireArticle(desk.article.id, DAY);
    const entry = await lastEntry(database.db, desk.article.id);
    expect(entry).toMatchObject({ command: "claim.expire", actor: null, data: { expired: DAY } });
  });

  test("comes back once, however often the job runs", async () => {
    await signed();
    await expireArticle(desk.article.id, DAY);
    const before = (await ledger(database.db, desk.article.id)).length;
    expect(await expireArticle(desk.article.id, "2027-03-04")).toBe(0);
    expect(await ledger(database.db, desk.article.id)).toHaveLength(before);
  });

  test("not the day before, not without a day, and not when it was signed off on that day or later", async () => {
    const { id } = await signed();
    expect(await expireArticle(desk.article.id, "2027-03-02")).toBe(0);
    await database.db.claim.update({ where: { id }, data: { expiresOn: null } });
    expect(await expireArticle(desk.article.id, DAY)).toBe(0);
    await database.db.claim.update({ where: { id }, data: { expiresOn: DAY } });
    await database.db.signOff.updateMany({ where: { claimId: id }, data: { at: new Date(`${DAY}T09:00:00Z`) } });
    expect(await expireArticle(desk.article.id, "2027-04-01")).toBe(0);
    expect(await seen(id)).toMatchObject({ state: "verified" });
  });

  test("is found by the table until somebody checks it again", async () => {
    const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, {
      state: "reopened",
      expiresOn: "2017-04-01",
    });
    const asking = async () => (await loadClaimPage(desk.ana, claimFilter.parse({ asks: ["expired"] }))).rows;
    expect(await asking()).toMatchObject([{ id, expired: true }]);
    await database.db.claim.update({ where: { id }, data: { expiresOn: "2999-01-01" } });
    expect(await asking()).toEqual([]);
  });

  test("waits for the job by its article, and no longer once the job ran", async () => {
    const { id } = await signed("2017-04-01");
    await database.db.signOff.updateMany({ where: { claimId: id }, data: { at: new Date("2017-03-23T09:00:00Z") } });
    const [job] = CLAIM_JOBS.flatMap((kind) => ("waiting" in kind ? [kind] : []));
    const waiting = async () => (await job?.waiting(database.db))?.filter((row) => row.newsroomId === desk.newsroomId);
    expect(await waiting()).toEqual([{ id: desk.article.id, newsroomId: desk.newsroomId }]);
    const attempt = { attempt: 1, attempts: 4, signal: new AbortController().signal };
    await job?.work(desk.article.id, attempt);
    expect(await seen(id, "2017-04-02")).toMatchObject({ state: "reopened", stateNote: "Expired on 1 April 2017" });
    expect(await waiting()).toEqual([]);
    await job?.work(desk.article.id, attempt);
    expect(await seen(id, "2017-04-02")).toMatchObject({ rev: 2 });
  });
});

test("the speaker's page alone moves nothing and voids nothing", async () => {
  const claim = await signed(null);
  const speakerUrl = "https://www.wikidata.org/wiki/Q215";
  await run(changeClaim, desk.ana, { claimId: claim.id, rev: claim.rev, speakerUrl });
  const view = await seen(claim.id);
  expect(view).toMatchObject({ state: "verified", speakerUrl, signOffs: [expect.objectContaining({ voided: null })] });
  expect(view.history[0]?.words).toBe("Changed the speaker's page.");
  expect(await refusal(changeClaim, desk.ana, { claimId: claim.id, rev: 3, speakerUrl: "wikidata" })).toMatchObject({
    code: "invalid",
  });
});

test("a claim that counts up to now is offered days, until it has some", async () => {
  const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, { wording: "40 workers came so far." });
  expect((await seen(id)).aging).toEqual({
    words: "so far",
    why: "It says “so far”, which moves on.",
    asOf: DAY,
    expiresOn: "2027-06-03",
  });
  await run(dateClaim, desk.tom, { claimId: id, rev: 1, asOf: DAY });
  expect((await seen(id)).aging).toBeNull();
});
