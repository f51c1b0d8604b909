import { changeArticle, importArticle } from "@/lib/articles/commands";
import {
  acceptClaim,
  changeClaim,
  dismissClaim,
  markClaim,
  mergeClaims,
  takeReading,
  undo,
} from "@/lib/claims/commands";
import { loadClaim, loadRereading } from "@/lib/claims/queries";
import type { SuggestionView } from "@/lib/claims/schema";
import { changeWeights } from "@/lib/people/commands";
import { readSeedArticle } from "@/seeds/desk";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
let articleId: string;
beforeEach(async () => {
  desk = await newsdesk(database.db);
  const imported = await run(importArticle, desk.ana, { title: "The bridge", text: TEXT, publishedOn: "2017-03-23" });
  articleId = imported.articleId;
});

const suggested = async (): Promise<readonly SuggestionView[]> =>
  (await loadRereading(desk.ana, articleId)).suggestions;
const keys = (suggestions: readonly SuggestionView[]) => suggestions.map(({ key }) => key);
const take = (suggestions: readonly string[], actor = desk.ana) =>
  run(takeReading, actor, { articleId, suggestions: [...suggestions] });

/** Every claim that stands, with what people read of it. */
const standing = () =>
  database.db.claim.findMany({
    where: { articleId, removedAt: null },
    orderBy: { number: "asc" },
    select: { id: true, number: true, rev: true, state: true, wording: true, kind: true, speakerName: true },
  });
const withoutRev = async () => (await standing()).map(({ rev, ...kept }) => kept);

async function claimWith(words: string) {
  const found = (await standing()).find(({ wording }) => wording.includes(words));
  if (!found) throw new Error(`No claim says “${words}”.`);
  return found;
}

/** The article came out a week before what was typed at the import. */
async function correctTheDate(publishedOn = "2017-03-16"): Promise<void> {
  const { title, rev } = await database.db.article.findUniqueOrThrow({ where: { id: articleId } });
  await run(changeArticle, desk.ana, { articleId, rev, title, publishedOn });
}

test.each(["the bridge", "reuters"])("right after the import of %s nothing reads differently", async (which) => {
  if (which === "reuters") {
    const text = readSeedArticle("reuters-zones-of-stability");
    ({ articleId } = await run(importArticle, desk.ana, { title: "Zones", text, publishedOn: "2017-03-22" }));
  }
  expect((await standing()).length).toBeGreaterThan(3);
  expect(await loadRereading(desk.ana, articleId)).toMatchObject({ suggestions: [], total: 0, ofPeople: 0 });
});

test("after the date of publication was put right, “on Wednesday” is another day, and taking it says so", async () => {
  const before = await claimWith("Wednesday");
  await correctTheDate();
  const suggestions = await suggested();
  const [first] = suggestions;
  expect(first).toMatchObject({ what: "changed", claim: { number: before.number } });
  expect(first?.before?.wording).toContain("Wednesday [2017-03-22]");
  expect(first?.after?.wording).toContain("Wednesday [2017-03-15]");
  expect(first?.facts).toContainEqual(expect.objectContaining({ text: "Wednesday" }));
  expect(await take(keys(suggestions))).toMatchObject({
    taken: suggestions.length,
    said: expect.stringMatching(/taken\.$/),
  });
  const claim = await loadClaim(desk.ana, before.id);
  expect(claim).toMatchObject({ rev: 2, state: "detected", wording: expect.stringContaining("[2017-03-15]") });
  expect(claim.factList.find(({ text }) => text === "Wednesday")?.normalised).toContain("15");
  expect(claim.history[0]?.words).toBe("Read again with the article: other wording.");
  expect(await suggested()).toEqual([]);
});

test("is one entry in the article's whole ledger, and undo brings everything back", async () => {
  const before = await withoutRev();
  const entries = (await ledger(database.db, articleId)).length;
  await correctTheDate();
  const wanted = await suggested();
  const { undo: places } = await take(keys(wanted));
  expect(await ledger(database.db, articleId)).toHaveLength(entries + 2);
  const { data, command } = await lastEntry(database.db, articleId);
  expect(command).toBe("claim.takeReading");
  expect(data.read).toEqual({ new: 0, changed: wanted.length, gone: 0 });
  expect(await withoutRev()).not.toEqual(before);
  await run(undo, desk.marek, { articleId, seq: places?.[0]?.seq ?? 0 });
  expect(await withoutRev()).toEqual(before);
  expect((await suggested()).map(({ after }) => after)).toEqual(wanted.map(({ after }) => after));
});

test("what people did is never suggested to change", async () => {
  const accepted = await claimWith("Wednesday");
  await run(acceptClaim, desk.ana, { claimId: accepted.id, rev: 1 });
  const dismissed = await claimWith("ferry");
  await run(dismissClaim, desk.ana, { claimId: dismissed.id, rev: 1, reason: "trivial" });
  const reworded = await claimWith("68 countries");
  await run(changeClaim, desk.ana, { claimId: reworded.id, rev: 1, wording: "Engineers came from 69 countries." });
  const { versionId } = await loadClaim(desk.ana, accepted.id);
  const at = TEXT.indexOf("Nobody missed it");
  await run(markClaim, desk.ana, { articleId, versionId, start: at, end: at + 6 });
  const before = await standing();
  await correctTheDate();
  const rereading = await loadRereading(desk.ana, articleId);
  const touched = [accepted, dismissed, reworded].map(({ id }) => id);
  expect(rereading.suggestions.filter(({ claim }) => claim && touched.includes(claim.id))).toEqual([]);
  expect(rereading.suggestions.filter(({ what }) => what === "new")).toEqual([]);
  expect(rereading.ofPeople).toBe(4);
  if (rereading.total > 0) await take(keys(rereading.suggestions));
  const kept = (claims: typeof before) => claims.filter(({ id }) => touched.includes(id));
  expect(kept(await standing())).toEqual(kept(before));
});

test("what people accepted and took back is theirs, too", async () => {
  const claim = await claimWith("Wednesday");
  await run(acceptClaim, desk.ana, { claimId: claim.id, rev: 1 });
  const { seq } = await lastEntry(database.db, articleId);
  await run(undo, desk.ana, { articleId, seq });
  await correctTheDate();
  expect((await suggested()).filter((one) => one.claim?.id === claim.id)).toEqual([]);
});

/** Takes the engine's claim out of the article, as if it had not been found at the import. */
async function forget(claimId: string): Promise<void> {
  await database.db.fact.deleteMany({ where: { claimId } });
  await database.db.anchor.deleteMany({ where: { claimId } });
  await database.db.claim.delete({ where: { id: claimId } });
}

test("a claim that was not found before comes in, numbered after the others and scored under the newsroom's weights", async () => {
  const missing = await claimWith("68 countries");
  const { score, features } = await database.db.claim.findUniqueOrThrow({ where: { id: missing.id } });
  const last = Math.max(...(await standing()).map(({ number }) => number));
  await forget(missing.id);
  const { rev } = await database.db.newsroom.findUniqueOrThrow({ where: { id: desk.newsroomId } });
  await run(changeWeights, desk.owner, { rev, feature: ["figure"], weight: [3] });
  const [found, ...more] = await suggested();
  expect([found?.what, found?.claim, found?.after?.wording, more]).toEqual(["new", null, missing.wording, []]);
  const { undo: places } = await take([found?.key ?? ""]);
  const claim = await claimWith("68 countries");
  expect(claim).toMatchObject({ number: last + 1, state: "detected", wording: missing.wording });
  const row = await database.db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(row).toMatchObject({ origin: "machine", features });
  expect(row.score).not.toBe(score);
  expect((await loadClaim(desk.ana, claim.id)).factList.map(({ text }) => text)).toContain("More than 68 countries");
  expect((await loadClaim(desk.ana, claim.id)).history.map(({ words }) => words)).toEqual([
    "Found when the article was read again — now detected.",
  ]);
  await run(undo, desk.ana, { articleId, seq: places?.[0]?.seq ?? 0 });
  expect((await standing()).map(({ id }) => id)).not.toContain(claim.id);
  expect((await suggested()).map(({ what, after }) => [what, after?.wording])).toEqual([["new", missing.wording]]);
});

test("a claim that is no longer found is taken away, and comes back with undo", async () => {
  const claim = await claimWith("ferry");
  const before = await withoutRev();
  // Older engines found claims that this one does not: here a claim on words that are none.
  await database.db.anchor.updateMany({ where: { claimId: claim.id }, data: { start: 0, end: 3, exact: "The" } });
  const suggestions = await suggested();
  const gone = suggestions.find(({ what }) => what === "gone");
  expect(gone?.claim?.id).toBe(claim.id);
  const { undo: places } = await take([gone?.key ?? ""]);
  expect((await standing()).map(({ id }) => id)).not.toContain(claim.id);
  await run(undo, desk.ana, { articleId, seq: places?.[0]?.seq ?? 0 });
  expect(await withoutRev()).toEqual(before);
});

test("claims that people joined do not come back", async () => {
  const [first, second] = [await claimWith("built in 2016"), await claimWith("68 countries")];
  await run(mergeClaims, desk.ana, { claimIds: [first.id, second.id] });
  expect(await suggested()).toEqual([]);
});

describe("what changed while the list was read", () => {
  test("is left out, and said; the rest is taken", async () => {
    await correctTheDate();
    const missing = await claimWith("68 countries");
    await forget(missing.id);
    const claim = await claimWith("Wednesday");
    const wanted = keys(await suggested());
    expect(wanted.length).toBeGreaterThan(1);
    await run(acceptClaim, desk.marek, { claimId: claim.id, rev: claim.rev });
    const { taken, said } = await take(wanted);
    const left = wanted.length - taken;
    expect(left).toBeGreaterThan(0);
    expect(said).toMatch(/taken\. .+ left out, because the article or its claims changed meanwhile\.$/);
    expect(await loadClaim(desk.ana, claim.id)).toMatchObject({ state: "open", wording: claim.wording });
    expect((await claimWith("68 countries")).id).not.toBe(missing.id);
  });

  test("refuses when nothing of it is left, and writes nothing", async () => {
    await correctTheDate();
    const suggestions = keys(await suggested());
    await correctTheDate("2017-03-09");
    const before = await standing();
    const answer = await refusal(takeReading, desk.ana, { articleId, suggestions });
    expect([answer.code, answer.message]).toEqual(["conflict", expect.stringContaining("Nothing was taken")]);
    expect(await standing()).toEqual(before);
  });

  test("does not stop the undo of the other claims", async () => {
    const missing = await claimWith("68 countries");
    await forget(missing.id);
    await correctTheDate();
    const { undo: places, taken } = await take(keys(await suggested()));
    const found = await claimWith("68 countries");
    await run(acceptClaim, desk.marek, { claimId: found.id, rev: found.rev });
    const undone = await run(undo, desk.ana, { articleId, seq: places?.[0]?.seq ?? 0 });
    expect(undone).toMatchObject({ changed: taken - 1, skipped: { "Changed since.": 1 } });
    expect(await claimWith("68 countries")).toMatchObject({ id: found.id, state: "open" });
    expect((await claimWith("Wednesday")).wording).toContain("[2017-03-22]");
  });
});

test("two people who take the same suggestions at once get each claim once", async () => {
  const missing = await claimWith("68 countries");
  await forget(missing.id);
  const wanted = keys(await suggested());
  const both = await Promise.allSettled([take(wanted, desk.ana), take(wanted, desk.marek)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await standing()).filter(({ wording }) => wording === missing.wording)).toHaveLength(1);
});

test("only those who may correct claims read again; in another newsroom the article is not there", async () => {
  await expect(loadRereading(desk.tom, articleId)).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = await newsdesk(database.db);
  await expect(loadRereading(elsewhere.ana, articleId)).rejects.toMatchObject({ code: "not_found" });
});
