import { importArticle } from "@/lib/articles/commands";
import { markClaim, respanClaim, undo } from "@/lib/claims/commands";
import { loadClaim, loadClaimPage, loadStrengths } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { ruleFeatures } from "@/lib/core/extraction/checkworthiness";
import { verifyChain } from "@/lib/core/ledger/chain";
import { changeWeights, renameNewsroom } from "@/lib/people/commands";
import { loadSettings } from "@/lib/people/queries";
import { newId, sha256 } from "@/lib/platform/random";
import { buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const STORY = `The city paid $3 million for the bridge. Mayor Ana Torres opened the bridge in 2016. Nobody liked it.`;
const rev = async () => (await loadSettings(desk.owner)).newsroom.rev;
const turn = async (weights: Readonly<Record<string, number>>, actor = desk.admin) =>
  run(changeWeights, actor, { rev: await rev(), feature: Object.keys(weights), weight: Object.values(weights) });
const imported = async () => (await run(importArticle, desk.ana, { title: "A bridge", text: STORY })).articleId;
const byScore = async (articleId: string) =>
  (await loadClaimPage(desk.ana, claimFilter.parse({ articleId, sort: "score", desc: true }))).rows;
const first = async (articleId: string) => (await byScore(articleId))[0]?.wording ?? "";

/** Weights under which names count for everything and money for nothing, and the other way round. */
const NAMES_FIRST = { money: -4, figure: -4, person: 4, date: 2 };
const MONEY_FIRST = { money: 4, person: -4, date: -2 };

test("turned weights order the claims that are there anew, with their reasons, and reset brings the old order back", async () => {
  const articleId = await imported();
  const before = await byScore(articleId);
  await turn(MONEY_FIRST);
  expect(await first(articleId)).toContain("$3 million");
  const { changed, left } = await turn(NAMES_FIRST);
  expect(changed).toBeGreaterThan(1);
  expect(left).toBe(0);
  const after = await byScore(articleId);
  expect(after[0]?.wording).toContain("Ana Torres");
  const top = await loadClaim(desk.ana, after[0]?.id ?? "");
  expect(top.reasons.find(({ feature }) => feature === "person")?.weight).toBeCloseTo(4, 0);
  await turn({});
  expect(await byScore(articleId)).toEqual(before);
});

test("an article that comes in later is scored by the newsroom's weights, and so is a claim that a person marks", async () => {
  await turn(NAMES_FIRST);
  const articleId = await imported();
  expect(await first(articleId)).toContain("Ana Torres");
  const { text, id, versionId } = desk.article;
  const start = text.indexOf("The bridge cost $3 million");
  const { claimId } = await run(markClaim, desk.ana, { articleId: id, versionId, start, end: start + 26 });
  const marked = await loadClaim(desk.ana, claimId);
  expect(marked.reasons.find(({ feature }) => feature === "money")?.weight).toBe(-4);
});

test("what other newsrooms have stays as it is", async () => {
  const other = await newsdesk(database.db);
  const { articleId } = await run(importArticle, other.ana, { title: "Theirs", text: STORY });
  const read = () => loadClaimPage(other.ana, claimFilter.parse({ articleId }));
  const before = await read();
  await turn(NAMES_FIRST);
  expect(await read()).toEqual(before);
});

test("no claim gets another rev, no sign-off falls, and a form that somebody has open can still be sent", async () => {
  const features = [{ name: "money", amount: 1, says: "states an amount of money", words: "$3 million" }];
  const signed = await buildVerifiedClaim(
    database.db,
    { proposer: desk.ana, signer: desk.marek },
    desk.article,
    "The bridge cost $3 million",
    { features },
  );
  const before = await loadClaim(desk.ana, signed.id);
  await turn({ money: 4 });
  const after = await loadClaim(desk.ana, signed.id);
  expect(after.score).toBeGreaterThan(before.score);
  expect(after.contentHash).toBe(before.contentHash);
  const { score: _, reasons: __, ...rest } = after;
  expect(before).toMatchObject(rest);
});

test("a claim from before its features were kept keeps its score, and the answer counts it", async () => {
  const old = await buildClaim(database.db, desk.ana, desk.article, "The ferry stopped in May", { score: 0.37 });
  const { left } = await turn({ date: 4 });
  expect(left).toBe(1);
  expect((await loadClaim(desk.ana, old.id)).score).toBe(0.37);
  expect(await loadStrengths(desk.ana, desk.article.id)).toMatchObject({
    left: 1,
    claims: [{ id: old.id, amounts: null }],
  });
});

test("a new place in the text gives a claim new features, and undoing it the old ones, scored by the weights of today", async () => {
  const { text, versionId } = desk.article;
  const place = (words: string) => ({ versionId, start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const input = { articleId: desk.article.id, ...place("The bridge cost $3 million") };
  const { claimId } = await run(markClaim, desk.ana, input);
  const moved = await run(respanClaim, desk.ana, { claimId, rev: 1, ...place("Nobody missed it") });
  expect((await loadClaim(desk.ana, claimId)).reasons.some(({ feature }) => feature === "money")).toBe(false);
  await turn({ money: 2.5 });
  const entries = await chain(database.db, `article:${moved.articleId}`);
  await run(undo, desk.ana, { articleId: moved.articleId, seq: entries.at(-1)?.seq ?? 0 });
  const back = await loadClaim(desk.ana, claimId);
  expect(back.reasons.find(({ feature }) => feature === "money")?.weight).toBe(2.5);
  await turn({ money: 0 });
  expect((await loadClaim(desk.ana, claimId)).score).toBeLessThan(back.score);
});

test("the newsroom's ledger holds what was turned, from what, and by whom, and settings say so", async () => {
  await imported();
  expect((await loadSettings(desk.lena)).newsroom.weights.changed).toBeNull();
  await turn({ money: 3 }, desk.owner);
  await turn({}, desk.admin);
  const entries = await chain(database.db, `newsroom:${desk.newsroomId}`);
  expect(verifyChain(entries, sha256)).toMatchObject({ ok: true });
  const [set, reset] = entries.filter(({ command }) => command === "newsroom.changeWeights");
  expect(set).toMatchObject({ actor: { name: "Ines Duarte" }, data: { before: {}, after: { money: 3 } } });
  expect(reset).toMatchObject({ data: { before: { money: 3 }, after: {} } });
  expect((await loadSettings(desk.lena)).newsroom.weights).toMatchObject({ turned: {}, changed: { by: "Ada Admin" } });
});

test("weights turned over other settings saved meanwhile, unknown features and weights out of bounds are refused in words", async () => {
  const seen = await rev();
  await run(renameNewsroom, desk.owner, { rev: seen, name: "Other name" });
  const late = await refusal(changeWeights, desk.admin, { rev: seen, feature: ["money"], weight: [2] });
  expect(late).toMatchObject({ code: "conflict", message: expect.stringContaining("Somebody else") });
  const now = await rev();
  const wrong = [
    [{ feature: ["moneys"], weight: [2] }, "no feature called “moneys”"],
    [{ feature: ["money"], weight: [40] }, "between −4 and 4"],
    [{ feature: ["money"], weight: [] }, "needs one weight"],
    [{ feature: ["money"], weight: ["much"] }, "A weight is a number."],
  ] as const;
  for (const [input, words] of wrong) {
    const answer = await refusal(changeWeights, desk.admin, {
      rev: now,
      feature: [...input.feature],
      weight: [...input.weight],
    });
    expect(answer).toMatchObject({ code: "invalid", message: expect.stringContaining(words) });
  }
  expect((await loadSettings(desk.owner)).newsroom.weights.turned).toEqual({});
});

test("the strongest claims of the article asked for come with what they are made of; without one, of the article changed last", async () => {
  const articleId = await imported();
  const asked = await loadStrengths(desk.lena, articleId);
  expect(asked.articleId).toBe(articleId);
  expect(asked.claims.map(({ score }) => score)).toEqual(
    [...asked.claims.map(({ score }) => score)].sort((a, b) => b - a),
  );
  const known = new Set(["word:*", ...ruleFeatures().map(({ name }) => name)]);
  for (const { amounts } of asked.claims) for (const [name] of amounts ?? []) expect(known).toContain(name);
  expect(await loadStrengths(desk.lena, null)).toEqual(asked);
  const other = await newsdesk(database.db);
  expect((await loadStrengths(other.lena, articleId)).articleId).toBe(other.article.id);
});

test("fifty thousand claims are scored anew within one save", async () => {
  const features = [
    { name: "money", amount: 1.3, says: "states an amount of money", words: "$3 million" },
    { name: "person", amount: 1, says: "names a person", words: "Ana Torres" },
    { name: "past", amount: 1, says: "tells what happened", words: "opened" },
    { name: "word:*", amount: 0.83, says: "uses telling words", words: "million, opened, bridge" },
  ];
  await database.db.$executeRaw`
    INSERT INTO "Claim" ("id", "newsroomId", "articleId", "number", "origin", "kind", "wording", "score", "reasons", "features")
    SELECT ${newId()} || n, ${desk.newsroomId}, ${desk.article.id}, n, 'machine', 'statistic', 'Claim ' || n, 0.5, '[]',
      ${JSON.stringify(features)}::jsonb
    FROM generate_series(1, 50000) n`;
  const { changed } = await turn({ money: 2 });
  expect(changed).toBe(50_000);
}, 60_000);
