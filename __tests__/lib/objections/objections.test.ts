import { contentHash } from "@/lib/claims/claim-record";
import { overrideSignOff, signOff } from "@/lib/claims/commands";
import { loadClaim, loadClaimPage, loadDesk } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { decideObjection, raiseObjection, withdrawObjection } from "@/lib/objections/commands";
import { buildClaim, buildClaimInReview, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { ledger, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const BUILT = "It was built in 2016 by 40 workers.";
const inReview = () => buildClaimInReview(database.db, desk.marek, desk.article, BUILT);
const objected = async () => {
  const claim = await inReview();
  const { objectionId } = await run(raiseObjection, desk.tom, { claimId: claim.id, words: "“Built” is too strong." });
  return { claim, objectionId };
};
const seen = (claimId: string, who = desk.ana) => loadClaim(who, claimId);
const why = async (who: typeof desk.tom) => (await loadDesk(who)).waitingOnMe.map((row) => row.why).join();

test("an objection stands on the claim, in its history, and on the desks of editors", async () => {
  const { claim } = await objected();
  const { objections, history, openObjections } = await seen(claim.id);
  expect(openObjections).toBe(1);
  expect(objections.list).toEqual([
    expect.objectContaining({ words: "“Built” is too strong.", decision: null, decide: { may: true } }),
  ]);
  expect(history[0]).toMatchObject({ by: "Tom Okafor", words: "Objected to the wording: “Built” is too strong." });
  // Not for a sign-off: that is not to be had while it is open.
  expect(await why(desk.ana)).toBe("An objection to the wording waits for a decision");
  expect(await why(desk.tom)).not.toContain("objection");
  expect((await loadDesk(desk.tom)).iWaitFor.map((row) => row.why)).toEqual([
    "Your objection to the wording waits for a decision",
  ]);
});

test("nobody signs off while it is open, also not past the four-eyes rule", async () => {
  const { claim, objectionId } = await objected();
  const approval = { claimId: claim.id, rev: claim.rev, contentHash: contentHash(claim) };
  expect(await refusal(signOff, desk.ana, approval)).toMatchObject({
    code: "not_now",
    message: "An objection to the wording is open. Decide it first: the wording stands, or is changed.",
  });
  expect((await seen(claim.id)).abilities.signOff).toMatchObject({ may: false });
  await database.db.claim.update({ where: { id: claim.id }, data: { verdictById: desk.owner.userId } });
  expect(await refusal(overrideSignOff, desk.owner, { ...approval, reason: "Deadline." })).toMatchObject({
    code: "not_now",
  });
  await run(decideObjection, desk.ana, { objectionId, decision: "stet", reason: "The plaque says “built”." });
  await run(signOff, desk.ana, approval);
  expect(await seen(claim.id)).toMatchObject({ state: "verified", openObjections: 0 });
});

test("stet needs a reason, and both stand in the history", async () => {
  const { claim, objectionId } = await objected();
  expect(await refusal(decideObjection, desk.ana, { objectionId, decision: "stet" })).toMatchObject({
    code: "invalid",
    detail: { fields: { reason: "Say why the wording stands." } },
  });
  await run(decideObjection, desk.ana, { objectionId, decision: "stet", reason: "The plaque says so" });
  const { objections, history } = await seen(claim.id);
  expect(objections.list[0]?.decision).toMatchObject({
    what: "stet",
    reason: "The plaque says so",
    by: { name: "Ana Silva" },
  });
  expect(history[0]?.words).toBe("Let the wording stand (stet): The plaque says so.");
  expect((await ledger(database.db, desk.article.id)).map(({ command }) => command)).toEqual([
    "objection.raise",
    "objection.decide",
  ]);
});

test("an accepted one needs no reason, and is decided once", async () => {
  const { objectionId } = await objected();
  await run(decideObjection, desk.ana, { objectionId, decision: "accepted" });
  expect(await refusal(decideObjection, desk.marek, { objectionId, decision: "stet", reason: "No." })).toMatchObject({
    code: "not_now",
  });
});

test("only its author withdraws it, and a reviewer decides none", async () => {
  const { claim, objectionId } = await objected();
  expect(await refusal(withdrawObjection, desk.ana, { objectionId })).toMatchObject({ code: "forbidden" });
  expect(await refusal(decideObjection, desk.tom, { objectionId, decision: "stet", reason: "No." })).toMatchObject({
    code: "forbidden",
  });
  await run(withdrawObjection, desk.tom, { objectionId });
  expect((await seen(claim.id)).objections.list[0]?.decision).toMatchObject({ what: "withdrawn" });
});

test("an objection to a verified claim voids nothing by itself", async () => {
  const people = { proposer: desk.tom, signer: desk.ana };
  const signed = await buildVerifiedClaim(database.db, people, desk.article, BUILT);
  await run(raiseObjection, desk.marek, { claimId: signed.id, words: "By whom?" });
  expect(await seen(signed.id)).toMatchObject({ state: "verified", openObjections: 1 });
});

test("a dismissed claim has no wording to object to", async () => {
  const { id } = await buildClaim(database.db, desk.ana, desk.article, BUILT, { state: "dismissed" });
  expect(await refusal(raiseObjection, desk.tom, { claimId: id, words: "Why?" })).toMatchObject({ code: "not_now" });
});

test("the table finds the claims with an open objection, and counts them", async () => {
  const { claim, objectionId } = await objected();
  const asking = () => loadClaimPage(desk.ana, claimFilter.parse({ asks: ["objection"] }));
  expect(await asking()).toMatchObject({
    rows: [{ id: claim.id, openObjections: 1 }],
    facets: { asks: [{ value: "objection", count: 1 }] },
  });
  await run(withdrawObjection, desk.tom, { objectionId });
  expect(await asking()).toMatchObject({ rows: [], total: 0, facets: { asks: [] } });
});
