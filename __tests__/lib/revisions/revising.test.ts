import { importArticle } from "@/lib/articles/commands";
import { loadArticle } from "@/lib/articles/queries";
import { dismissClaim, signOff as giveSignOff, markClaim, respanClaim } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { dismissFacts } from "@/lib/coverage/commands";
import { loadCoverage } from "@/lib/coverage/queries";
import { saveNewsroom } from "@/lib/people/store";
import { closeReader } from "@/lib/platform/reader";
import { glanceAtClaim, reviseArticle } from "@/lib/revisions/commands";
import { loadClaimVersions, loadComparison, loadVersion, loadVersions, previewRevision } from "@/lib/revisions/queries";
import { buildClaim, buildClaimInReview, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();

const COST = "The bridge cost $3 million";
const BUILT = "It was built in 2016 by 40 workers.";
const LONGEST = "“It is the longest bridge in the region,” she said.";
const FERRY = "The ferry stopped in May.";
const MISSED = "Nobody missed it.";
const TEXT = `${COST}, Mayor Ana Torres said on Wednesday. ${BUILT}

More than 68 countries have sent engineers to see it. ${LONGEST}

${FERRY} 😀 ${MISSED}
`;

afterAll(closeReader);

let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db, TEXT);
});

let number = 0;
beforeEach(() => {
  number = 0;
});
const verified = (words: string, more = {}) =>
  buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, words, {
    number: ++number,
    ...more,
  });
const view = (claimId: string) => loadClaim(desk.ana, claimId);
const current = async () => (await loadVersions(desk.ana, desk.article.id)).versions[0]?.id ?? "";
const input = async (text: string, note = "") => ({ articleId: desk.article.id, base: await current(), text, note });
const revise = async (text: string) => run(reviseArticle, desk.ana, await input(text));
const preview = async (text: string) => previewRevision(desk.ana, await input(text));

describe("a claim whose words stayed", () => {
  test("keeps its place, its sign-off and its rev, also where it moved", async () => {
    const claim = await verified(BUILT);
    const before = await view(claim.id);
    await revise(`A word before. ${TEXT}`);
    const after = await view(claim.id);
    expect(after).toMatchObject({ state: "verified", rev: before.rev, anchored: BUILT, versionNumber: 2 });
    expect(after.start).toBe(before.start + "A word before. ".length);
    expect(after.signOffs).toEqual([expect.objectContaining({ voided: null, versionNumber: 1 })]);
    expect(after.contentHash).toBe(before.contentHash);
  });

  test("keeps its facts with their ticks at their new places", async () => {
    const { newsroomId, ana, article } = desk;
    const marked = await run(markClaim, ana, {
      articleId: article.id,
      versionId: article.versionId,
      start: TEXT.indexOf(BUILT),
      end: TEXT.indexOf(BUILT) + BUILT.length,
      wording: "",
      kind: "statement",
      speakerName: "",
      speakerTitle: "",
    });
    const [fact] = (await view(marked.claimId)).factList;
    await database.db.fact.update({
      where: { id: fact?.id ?? "" },
      data: { tickedById: ana.userId, tickedAt: new Date() },
    });
    await revise(`😀 First. ${TEXT}`);
    const facts = (await view(marked.claimId)).factList;
    const { version } = await loadArticle(ana, article.id);
    expect(facts.map(({ start, end }) => version.text.slice(start, end))).toEqual(facts.map(({ text }) => text));
    expect(facts.map(({ text, ticked }) => [text, ticked !== null])).toEqual([
      ["2016", true],
      ["40 workers", false],
    ]);
    expect(newsroomId).toBe(ana.newsroomId);
  });
});

describe("a claim whose figure changed", () => {
  test("opens again to its assignee with the reason in words, its sign-off void, its wording with the new figure", async () => {
    const claim = await verified(COST, { assigneeId: desk.tom.userId });
    const result = await revise(TEXT.replace("$3 million", "$5 million"));
    expect(result).toMatchObject({ versionNumber: 2, reopened: 1, added: 0 });
    const after = await view(claim.id);
    expect(after).toMatchObject({
      state: "reopened",
      stateNote: "$3 million became $5 million in version 2",
      wording: "The bridge cost $5 million",
      anchored: "The bridge cost $5 million",
      assignee: { name: "Tom Okafor" },
    });
    expect(after.signOffs).toEqual([
      expect.objectContaining({
        versionNumber: 1,
        voided: expect.objectContaining({ reason: "$3 million became $5 million in version 2" }),
      }),
    ]);
    expect(after.history[0]?.words).toBe(
      "Changed with the text: $3 million became $5 million in version 2 — now reopened.",
    );
    expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
      command: "article.revise",
      data: { version: 2, counts: { "value-changed": 1, voided: 1 }, claims: [claim.id] },
    });
  });

  test("in review goes back to the check, and a signature for the words before comes too late", async () => {
    const claim = await buildClaimInReview(database.db, desk.tom, desk.article, COST);
    const { rev, contentHash } = await view(claim.id);
    await revise(TEXT.replace("$3 million", "€3 million"));
    expect(await view(claim.id)).toMatchObject({ state: "in_check" });
    expect(await refusal(giveSignOff, desk.marek, { claimId: claim.id, rev, contentHash })).toMatchObject({
      code: "conflict",
    });
  });

  test("is looked at again when it had been dismissed", async () => {
    const claim = await buildClaim(database.db, desk.ana, desk.article, COST, {
      state: "dismissed",
      dismissReason: "trivial",
    });
    await revise(TEXT.replace("$3 million", "$3 billion"));
    expect(await view(claim.id)).toMatchObject({ state: "reopened", dismissReason: null });
  });

  test("opens again when other people say the same words", async () => {
    const text = "Mayor Ana Torres spoke on Monday. The bridge cost $3 million, Torres said.\n";
    desk = await newsdesk(database.db, text);
    const { articleId, claims } = await importText(text);
    const claim = claims.find(({ speakerName, wording }) => speakerName !== "" && wording.includes("$3 million"));
    expect(claim?.speakerName).toBe("Ana Torres");
    const now = text.replace("Mayor Ana Torres spoke", "Mayor Ana Torres and Governor Paul Berg spoke");
    const { versionId } = await importedVersion(articleId);
    const asked = { articleId, base: versionId, text: now.replace("Torres said", "Berg said") };
    const seen = await previewRevision(desk.ana, asked);
    const fate = seen.fates.find(({ claimId }) => claimId === claim?.id);
    expect(fate).toMatchObject({ outcome: "value-changed" });
    expect(fate?.reason).toMatch(/Torres became .*Berg/);
  });
});

describe("a claim that is only reworded", () => {
  const REWORDED = TEXT.replace("40 workers", "forty workers");

  test("keeps its sign-off, to be glanced at", async () => {
    const claim = await verified(BUILT);
    const { rev } = await view(claim.id);
    await revise(REWORDED);
    const after = await view(claim.id);
    expect(after).toMatchObject({ state: "verified", anchored: BUILT.replace("40", "forty"), rev: rev + 1 });
    expect(after.wording).toBe(claim.wording);
    expect(after.signOffs).toEqual([expect.objectContaining({ voided: null })]);
    await run(glanceAtClaim, desk.marek, { claimId: claim.id, rev: after.rev });
    expect(await refusal(glanceAtClaim, desk.marek, { claimId: claim.id, rev: after.rev })).toMatchObject({
      code: "not_now",
    });
  });

  test("loses it where the newsroom wants so", async () => {
    await saveNewsroom(database.db, desk.newsroomId, 1, { rewordedKeepsSignOff: false });
    const claim = await verified(BUILT);
    await revise(REWORDED);
    expect(await view(claim.id)).toMatchObject({
      state: "reopened",
      stateNote: "“40” became “forty” in version 2",
    });
  });
});

describe("a claim whose words are gone", () => {
  test("stays with its work, without a place, until somebody gives it one", async () => {
    const claim = await verified(FERRY);
    await revise(TEXT.replace(`${FERRY} `, ""));
    const lost = await view(claim.id);
    expect(lost).toMatchObject({ state: "reopened", stateNote: "Its words are gone from the text in version 2" });
    const { version, claims } = await loadArticle(desk.ana, desk.article.id);
    expect(claims.map(({ id }) => id)).not.toContain(claim.id);
    const start = version.text.indexOf(MISSED);
    const place = { start, end: start + MISSED.length, versionId: version.id };
    await run(respanClaim, desk.ana, { claimId: claim.id, rev: lost.rev, ...place });
    expect(await view(claim.id)).toMatchObject({ anchored: MISSED });
  });

  test("finds its place again when its very words come back", async () => {
    const claim = await verified(FERRY);
    await revise(TEXT.replace(`${FERRY} `, ""));
    await revise(TEXT);
    expect(await view(claim.id)).toMatchObject({ state: "reopened", anchored: FERRY, versionNumber: 3 });
    expect(await loadClaimVersions(desk.ana, claim.id)).toMatchObject([
      { number: 3, exact: FERRY },
      { number: 2, exact: null, outcome: "lost" },
      { number: 1, exact: FERRY, outcome: null },
    ]);
  });

  test("goes with them when only the machine had found it", async () => {
    const claim = await buildClaim(database.db, desk.ana, desk.article, FERRY);
    await revise(TEXT.replace(`${FERRY} `, ""));
    expect(await view(claim.id)).toMatchObject({ removed: true });
  });

  test("can be dismissed as no longer in the text", async () => {
    const claim = await verified(FERRY);
    await revise(TEXT.replace(`${FERRY} `, ""));
    const { rev } = await view(claim.id);
    await run(dismissClaim, desk.ana, { claimId: claim.id, rev, reason: "gone", note: "" });
    expect(await view(claim.id)).toMatchObject({ state: "dismissed", dismissReason: "gone" });
  });
});

test("a sentence that is new is read into a claim of its own, in the version's ledger entry", async () => {
  const claim = await verified(COST);
  const result = await revise(`${TEXT}\nThe toll brings in $12 million a year.\n`);
  expect(result.added).toBe(1);
  const { claims } = await loadArticle(desk.ana, desk.article.id);
  const added = claims.find(({ id }) => id !== claim.id);
  expect(added).toMatchObject({ state: "detected", wording: expect.stringContaining("$12 million") });
  expect((await view(added?.id ?? "")).history.map(({ words }) => words)).toEqual([
    "Found in a sentence that is new in version 2.",
  ]);
});

test("a sentence that nobody claimed before is not offered when it stays", async () => {
  await revise(TEXT.replace("$3 million", "$5 million"));
  const { claims, version } = await loadArticle(desk.ana, desk.article.id);
  const end = version.text.indexOf(BUILT);
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter((claim) => claim.end > end)).toEqual([]);
});

describe("before anything is stored", () => {
  test("the preview says what will happen to each claim and writes nothing", async () => {
    const cost = await verified(COST);
    const built = await verified(BUILT);
    const ferry = await verified(FERRY);
    const text = TEXT.replace("$3 million", "$5 million").replace(`${FERRY} `, "");
    const seen = await preview(text);
    expect(seen.fates.map(({ claimId, outcome, next, signOff }) => [claimId, outcome, next, signOff])).toEqual([
      [cost.id, "value-changed", "reopened", "void"],
      [ferry.id, "lost", "reopened", "void"],
      [built.id, "exact", "verified", "kept"],
    ]);
    expect(seen.signOffs).toEqual({ kept: 1, glance: 0, void: 2 });
    expect(seen.fates[0]?.changes).toEqual([{ from: "$3 million", to: "$5 million", kind: "number" }]);
    expect((await loadVersions(desk.ana, desk.article.id)).versions).toHaveLength(1);
    expect(await view(cost.id)).toMatchObject({ state: "verified" });
  });

  test("the same text, also with other line ends, is refused", async () => {
    const same = await input(TEXT.replaceAll("\n", "\r\n"));
    expect(await refusal(reviseArticle, desk.ana, same)).toMatchObject({ code: "invalid" });
  });

  test("a text written over an older version is refused, and the first stays", async () => {
    const mine = await input(`${TEXT}Mine.`);
    await revise(`${TEXT}Theirs.`);
    expect(await refusal(reviseArticle, desk.marek, mine)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Version 2 came in meanwhile"),
    });
    expect((await loadArticle(desk.ana, desk.article.id)).version.text).toContain("Theirs.");
  });
});

describe("a fact that somebody left outside claims", () => {
  const dismissed = async () => (await loadCoverage(desk.ana, desk.article.id)).dismissed.map(({ text }) => text);
  const dismiss = (words: string) => {
    const start = TEXT.indexOf(words);
    const facts = [{ start, end: start + words.length }];
    const { id: articleId, versionId } = desk.article;
    return run(dismissFacts, desk.ana, { articleId, versionId, facts, reason: "common_knowledge" });
  };

  test("stays so where its words say the same, at their new place", async () => {
    await dismiss("40 workers");
    await revise(`A first line.\n\n${TEXT.replace("40 workers", "forty workers")}`);
    expect(await dismissed()).toEqual(["forty workers"]);
  });

  test("is bare again where they say something else", async () => {
    await dismiss("40 workers");
    await revise(TEXT.replace("40 workers", "90 workers"));
    expect(await dismissed()).toEqual([]);
  });
});

test("a long text is read and followed beside the server, with the same fates", async () => {
  const filler = Array.from({ length: 400 }, (_, n) => `Line ${n} of the annex says nothing of note.`).join("\n\n");
  desk = await newsdesk(database.db, `${TEXT}\n${filler}\n`);
  const cost = await verified(COST);
  const built = await verified(BUILT);
  await revise(`${filler}\n\n${TEXT.replace("$3 million", "$5 million")}`);
  expect(await view(cost.id)).toMatchObject({
    state: "reopened",
    stateNote: "$3 million became $5 million in version 2",
  });
  expect(await view(built.id)).toMatchObject({ state: "verified", anchored: BUILT });
});

test("every version stays readable with its own places, and any two can be compared", async () => {
  const claim = await verified(COST);
  await revise(TEXT.replace("$3 million", "$5 million"));
  await revise(`New first line.\n\n${TEXT.replace("$3 million", "$7 million")}`);
  const first = await loadVersion(desk.lena, desk.article.id, 1);
  expect(first).toMatchObject({ current: 3, version: { number: 1, text: TEXT } });
  expect(first.marks.map(({ start, end }) => first.version.text.slice(start, end))).toEqual([COST]);
  expect(first.marks[0]).toMatchObject({ signedHere: true, state: "reopened" });
  const { fates } = await loadComparison(desk.lena, desk.article.id, 3, 1);
  expect(fates).toMatchObject([
    { claimId: claim.id, outcome: "value-changed", reason: "$3 million became $7 million" },
  ]);
  const { versions } = await loadVersions(desk.lena, desk.article.id);
  expect(versions.map(({ number, fates }) => [number, fates["value-changed"]])).toEqual([
    [3, 1],
    [2, 1],
    [1, 0],
  ]);
});

async function importText(text: string) {
  const { articleId } = await run(importArticle, desk.ana, { title: "Said", text, publishedOn: "2017-03-22" });
  const { claims } = await loadArticle(desk.ana, articleId);
  return { articleId, claims };
}

async function importedVersion(articleId: string) {
  return { versionId: (await loadVersions(desk.ana, articleId)).versions[0]?.id ?? "" };
}
