import { changeArticle, importArticle } from "@/lib/articles/commands";
import { dismissClaim, markClaim, undo } from "@/lib/claims/commands";
import { dismissFacts, restoreFacts } from "@/lib/coverage/commands";
import { loadCoverage, loadFactFigures } from "@/lib/coverage/queries";
import type { CoverageView } from "@/lib/coverage/schema";
import { execute } from "@/lib/platform/command";
import { closeReader } from "@/lib/platform/reader";
import { loadReport } from "@/lib/reports/queries";
import { reviseArticle } from "@/lib/revisions/commands";
import { buildArticle, buildClaim, buildMember, buildNewsroom, buildVerifiedClaim } from "@/seeds/builders";
import { DEMO_ARTICLE, readSeedArticle } from "@/seeds/desk";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
afterAll(closeReader);

const TEXT = "The bridge cost $3 million. It was built in 2016 by 40 workers. It is red.";
const COST = "The bridge cost $3 million";
const BUILT = "It was built in 2016 by 40 workers";

let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db, TEXT);
});

const load = () => loadCoverage(desk.ana, desk.article.id);
const figures = async () => (await loadFactFigures(desk.ana, [desk.article.id])).get(desk.article.id);
const wordsOf = ({ bare }: CoverageView, text = TEXT) =>
  bare.flatMap(({ facts }) => facts.map(({ start, end }) => text.slice(start, end)));
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const dismissal = (...words: string[]) => ({
  articleId: desk.article.id,
  versionId: desk.article.versionId,
  facts: words.map(at),
  reason: "common_knowledge" as const,
  note: "Everybody knows.",
});

test("facts stand as their claims do; those outside are listed with the sentence to mark", async () => {
  await buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, COST);
  await buildClaim(database.db, desk.ana, desk.article, "by 40 workers", { number: 2, state: "in_check" });
  const coverage = await load();
  expect(coverage.facts).toMatchObject({ facts: 3, decided: 1, verified: 1, open: 1, bare: 1 });
  expect(wordsOf(coverage)).toEqual(["2016"]);
  const [sentence] = coverage.bare;
  expect(sentence && TEXT.slice(sentence.place.start, sentence.place.end)).toBe("It was built in 2016");
  expect(coverage.words).toMatchObject({ words: 16, verified: 5, open: 3, bare: 8 });
});

test("marking the listed place as a claim covers its facts; undone, they are bare again", async () => {
  const [first] = (await load()).bare;
  if (!first) throw new Error("Nothing is bare.");
  const { id: articleId, versionId } = desk.article;
  await run(markClaim, desk.ana, { articleId, versionId, ...first.place });
  expect((await load()).facts).toMatchObject({ open: 1, bare: 2 });
  const { seq } = await lastEntry(database.db, articleId);
  await run(undo, desk.ana, { articleId, seq });
  expect((await load()).facts).toMatchObject({ open: 0, bare: 3 });
});

test("a fact is dismissed with a reason, and the dismissal is taken back; the ledger tells both", async () => {
  expect(await run(dismissFacts, desk.ana, dismissal("2016", "40 workers"))).toMatchObject({ facts: 2 });
  const coverage = await load();
  expect(coverage.facts).toMatchObject({ decided: 2, dismissedFacts: 2, bare: 1 });
  expect(coverage.dismissed).toEqual([
    expect.objectContaining({
      text: "2016",
      reason: "common_knowledge",
      by: { id: desk.ana.userId, name: "Ana Silva" },
    }),
    expect.objectContaining({ text: "40 workers", note: "Everybody knows." }),
  ]);
  expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
    command: "fact.dismiss",
    subject: desk.article.id,
    data: { version: 1, facts: [{ text: "2016" }, { text: "40 workers" }], reason: "common_knowledge" },
  });
  const ids = coverage.dismissed.slice(0, 1).map(({ id }) => id);
  await run(restoreFacts, desk.marek, { articleId: desk.article.id, ids });
  expect((await load()).facts).toMatchObject({ dismissedFacts: 1, bare: 2 });
  expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
    command: "fact.restore",
    data: { facts: [{ text: "2016" }] },
  });
  await ledger(database.db, desk.article.id);
});

test("only what is bare at this moment can be dismissed", async () => {
  const whole = { ...dismissal(), facts: [{ start: 0, end: TEXT.length }] };
  expect(await refusal(dismissFacts, desk.ana, whole)).toMatchObject({ code: "not_now" });
  expect(await refusal(dismissFacts, desk.ana, dismissal("red"))).toMatchObject({ code: "not_now" });
  await run(dismissFacts, desk.ana, dismissal("2016"));
  expect(await refusal(dismissFacts, desk.marek, dismissal("2016", "40 workers"))).toMatchObject({ code: "not_now" });
  await buildClaim(database.db, desk.ana, desk.article, COST);
  expect(await refusal(dismissFacts, desk.ana, dismissal("$3 million"))).toMatchObject({ code: "not_now" });
  expect((await load()).facts).toMatchObject({ dismissedFacts: 1, open: 1, bare: 1 });
});

test("two people dismiss the same fact at the same moment: one does, the other is told", async () => {
  const outcomes = await Promise.all(
    [desk.ana, desk.marek].map((actor) => execute(dismissFacts, actor, dismissal("2016"))),
  );
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await load()).dismissed).toHaveLength(1);
});

test("a dismissal needs a known reason, at least one fact, and a note that is not too long", async () => {
  const input = dismissal("2016");
  expect(await refusal(dismissFacts, desk.ana, { ...input, facts: [] })).toMatchObject({ code: "invalid" });
  expect(await refusal(dismissFacts, desk.ana, { ...input, note: "x".repeat(501) })).toMatchObject({ code: "invalid" });
  const unknown = await execute(dismissFacts, desk.ana, { ...input, reason: "because" });
  expect(unknown).toMatchObject({ ok: false, refusal: { code: "invalid", message: "Choose a reason." } });
});

test("what was dismissed in an older text can be neither dismissed nor taken back by who still reads it", async () => {
  await run(dismissFacts, desk.ana, dismissal("2016"));
  const before = await load();
  const { id: articleId, versionId } = desk.article;
  await run(reviseArticle, desk.marek, { articleId, base: versionId, text: TEXT.replace("red", "blue"), note: "" });
  expect(await refusal(dismissFacts, desk.ana, dismissal("40 workers"))).toMatchObject({ code: "not_now" });
  const ids = before.dismissed.map(({ id }) => id);
  expect(await refusal(restoreFacts, desk.ana, { articleId, ids })).toMatchObject({ code: "not_now" });
});

test("a new version keeps the dismissals whose words stay; sentences that changed come as claims", async () => {
  await run(dismissFacts, desk.ana, dismissal("$3 million", "40 workers"));
  const { id: articleId, versionId } = desk.article;
  const text = `Look at it! ${TEXT.replace("40 workers", "50 workers")}`;
  await run(reviseArticle, desk.marek, { articleId, base: versionId, text, note: "" });
  const coverage = await load();
  expect(coverage.dismissed.map((fact) => text.slice(fact.start, fact.end))).toEqual(["$3 million"]);
  expect(coverage.facts).toMatchObject({ facts: 3, dismissedFacts: 1, open: 2, bare: 0 });
  expect(await figures()).toEqual(coverage.facts);
});

test("the list of articles counts like the article, after every change", async () => {
  expect(await figures()).toBeUndefined();
  const same = async () => expect(await figures()).toEqual((await load()).facts);
  await load();
  await same();
  await run(dismissFacts, desk.ana, dismissal("2016"));
  await same();
  const { id: articleId, versionId } = desk.article;
  const { claimId } = await run(markClaim, desk.ana, { articleId, versionId, ...at(BUILT) });
  await same();
  expect(await figures()).toMatchObject({ open: 2, dismissedFacts: 0, bare: 1 });
  await run(dismissClaim, desk.ana, { claimId, rev: 1, reason: "opinion" });
  await same();
  expect(await figures()).toMatchObject({ dismissed: 2, decided: 2 });
});

test("an imported article is counted at once, and every fact that is read stands in a claim", async () => {
  const text = readSeedArticle("reuters-zones-of-stability");
  const { articleId } = await run(importArticle, desk.ana, { ...DEMO_ARTICLE, text });
  const listed = (await loadFactFigures(desk.ana, [articleId])).get(articleId);
  expect(listed).toEqual((await loadCoverage(desk.ana, articleId)).facts);
  expect(listed).toMatchObject({ bare: 0, decided: 0 });
  expect(listed?.facts).toBeGreaterThan(60);
});

test("when an article gets a date, days of the week are facts of its text", async () => {
  const text = "The harbour master left on Tuesday. The port is shut.";
  const { articleId } = await run(importArticle, desk.ana, { title: "Harbour", text });
  const before = await loadCoverage(desk.ana, articleId);
  await run(changeArticle, desk.ana, { articleId, rev: 1, title: "Harbour", publishedOn: "2026-11-26" });
  const after = await loadCoverage(desk.ana, articleId);
  expect(after.facts.facts).toBe(before.facts.facts + 1);
});

test("a long article is read beside the server, and counted from what is kept", async () => {
  const text = `${readSeedArticle("reuters-zones-of-stability").trim()}\n\n`.repeat(12);
  const long = await buildArticle(database.db, desk.ana, text);
  const first = await loadCoverage(desk.ana, long.id);
  expect(first.facts.bare).toBeGreaterThan(700);
  expect(await loadCoverage(desk.ana, long.id)).toEqual(first);
});

test("the report counts like the article, names who dismissed what, and writes nothing for it", async () => {
  await buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, COST);
  const unread = await loadReport(desk.ana, desk.article.id);
  expect(await database.db.versionFacts.count({ where: { versionId: desk.article.versionId } })).toBe(0);
  expect(unread.coverage.facts).toEqual((await load()).facts);
  await run(dismissFacts, desk.ana, dismissal("2016"));
  const { coverage } = await loadReport(desk.ana, desk.article.id);
  expect(coverage.facts).toMatchObject({ facts: 3, decided: 2, verified: 1, dismissedFacts: 1, bare: 1 });
  expect(coverage.dismissed).toEqual([
    expect.objectContaining({ text: "2016", by: expect.objectContaining({ name: "Ana Silva" }) }),
  ]);
});

test("a viewer reads the coverage; another newsroom has no such article", async () => {
  expect((await loadCoverage(desk.lena, desk.article.id)).facts.facts).toBe(3);
  const stranger = await buildMember(database.db, await buildNewsroom(database.db), "owner");
  await expect(loadCoverage(stranger, desk.article.id)).rejects.toMatchObject({ code: "not_found" });
  await load();
  expect(await loadFactFigures(stranger, [desk.article.id])).toEqual(new Map());
});
