import { loadArticle, loadArticles } from "@/lib/articles/queries";
import { addSourceNote, dismissClaim, reopenClaim } from "@/lib/claims/commands";
import { markReady, withdrawReady } from "@/lib/guard/commands";
import { checkText } from "@/lib/guard/queries";
import { verifyLedger } from "@/lib/ledger/queries";
import type { Actor } from "@/lib/platform/actor";
import { sha256 } from "@/lib/platform/random";
import { loadReport } from "@/lib/reports/queries";
import { reviseArticle } from "@/lib/revisions/commands";
import { type BuiltArticle, buildArticle, buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();

const TEXT = `The bridge cost $2 billion, Mayor Ana Torres said on Wednesday. It was built in 2016 by 40 workers.

The ferry did not stop in May. 😀 Nobody missed it.
`;
const COST = "The bridge cost $2 billion";
const FERRY = "The ferry did not stop in May.";
const BUILT = "It was built in 2016 by 40 workers.";

let desk: Newsdesk;
let stranger: Actor;
beforeAll(async () => {
  desk = await newsdesk(database.db, TEXT);
  stranger = (await newsdesk(database.db)).owner;
});

/** An article with two claims under a sign-off, and what it takes to mark it. */
async function checkedArticle() {
  const article = await buildArticle(database.db, desk.ana, TEXT);
  const hands = { proposer: desk.ana, signer: desk.marek };
  const ferry = await buildVerifiedClaim(database.db, hands, article, FERRY, { number: 2 });
  const cost = await buildVerifiedClaim(database.db, hands, article, COST, { number: 1 });
  return { article, cost, ferry };
}

const mark = (article: BuiltArticle, by = desk.ana, undecided = 0) =>
  run(markReady, by, { articleId: article.id, versionId: article.versionId, undecided });
const ready = async (article: BuiltArticle) => (await loadArticle(desk.lena, article.id)).ready.mark;
const badge = async (article: BuiltArticle) =>
  (await loadArticles(desk.lena)).find(({ id }) => id === article.id)?.ready ?? null;
const revise = (article: BuiltArticle, text: string) =>
  run(reviseArticle, desk.ana, { articleId: article.id, base: article.versionId, text });

describe("marking an article as ready to publish", () => {
  test("keeps the fingerprint of its text and its sign-offs, which anybody can compute from the report", async () => {
    const { article } = await checkedArticle();
    const { fingerprint } = await mark(article);
    expect(await ready(article)).toMatchObject({
      version: 1,
      fingerprint,
      by: { name: "Ana Silva" },
      undecided: 0,
      signOffs: 2,
      stands: true,
      why: [],
    });
    expect(await badge(article)).toEqual({ version: 1, stands: true });
    const report = await loadReport(desk.lena, article.id);
    const signOffs = report.claims
      .flatMap(({ id, number, signOff }) => (signOff ? [{ claimId: id, hash: signOff.hash, number }] : []))
      .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
    expect(sha256(JSON.stringify({ format: 1, signOffs, text: report.version.sha256 }))).toBe(fingerprint);
    expect(report.ready).toMatchObject({ version: 1, fingerprint, stands: true, by: { name: "Ana Silva" } });
  });

  test("is an entry in the article's ledger; marking the same again is none", async () => {
    const { article } = await checkedArticle();
    const { markId, fingerprint } = await mark(article);
    expect(await lastEntry(database.db, article.id)).toMatchObject({
      command: "article.markReady",
      seq: 1,
      data: { version: 1, sha256: sha256(TEXT), fingerprint, signOffs: 2, undecided: 0 },
    });
    expect(await mark(article, desk.marek)).toEqual({ markId, fingerprint });
    expect(await verifyLedger(desk.ana, article.id)).toMatchObject({ ok: true, length: 1 });
  });

  test("asks first when claims are not decided, and keeps how many there were", async () => {
    const { article } = await checkedArticle();
    const open = await buildClaim(database.db, desk.ana, article, BUILT, { number: 3, state: "open" });
    const input = { articleId: article.id, versionId: article.versionId };
    expect(await refusal(markReady, desk.ana, input)).toMatchObject({
      code: "not_now",
      message: "1 claim is not decided yet. Decide it, or say that the article is ready all the same.",
    });
    await buildClaim(database.db, desk.ana, article, "Nobody missed it.", { number: 4 });
    expect((await refusal(markReady, desk.ana, { ...input, undecided: 1 })).message).toMatch(/^2 claims are/u);
    await mark(article, desk.ana, 2);
    expect(await ready(article)).toMatchObject({ undecided: 2, stands: true });
    // What becomes of claims that nobody signed off does not touch what was said.
    await run(dismissClaim, desk.ana, { claimId: open.id, rev: 1, reason: "trivial" });
    expect(await ready(article)).toMatchObject({ stands: true });
  });

  test("is refused for a version that is not the current one any more", async () => {
    const { article } = await checkedArticle();
    await revise(article, `${TEXT}More.\n`);
    const input = { articleId: article.id, versionId: article.versionId };
    expect((await refusal(markReady, desk.ana, input)).message).toMatch(/^Version 2 came in meanwhile/u);
  });
});

describe("a mark falls by itself", () => {
  test("when a version comes in, and stands again when a later one has the same text", async () => {
    const { article } = await checkedArticle();
    await mark(article);
    const { versionId } = await revise(article, TEXT.replace("Nobody missed it.", "Somebody missed it."));
    expect(await ready(article)).toMatchObject({ version: 1, stands: false, why: ["Version 2 came in after it."] });
    expect(await badge(article)).toEqual({ version: 1, stands: false });
    await revise({ ...article, versionId }, TEXT);
    expect(await ready(article)).toMatchObject({ stands: true, why: [] });
    expect(await badge(article)).toEqual({ version: 1, stands: true });
  });

  test("when a sign-off is voided, given or given anew, and says of which claim", async () => {
    const { article, cost, ferry } = await checkedArticle();
    await mark(article);
    const { rev } = await database.db.claim.findUniqueOrThrow({ where: { id: ferry.id } });
    await run(reopenClaim, desk.ana, { claimId: ferry.id, rev, reason: "New figures." });
    expect(await ready(article)).toMatchObject({ stands: false, why: ["The sign-off of claim 2 fell."] });
    expect(await badge(article)).toEqual({ version: 1, stands: false });
    expect((await loadReport(desk.lena, article.id)).ready).toMatchObject({
      stands: false,
      why: ["The sign-off of claim 2 fell."],
    });
    const hands = { proposer: desk.ana, signer: desk.marek };
    await buildVerifiedClaim(database.db, hands, article, BUILT, { number: 3 });
    expect((await ready(article))?.why).toEqual(["The sign-off of claim 2 fell.", "Claim 3 was signed off after it."]);
    await run(addSourceNote, desk.tom, {
      claimId: cost.id,
      stance: "supports",
      quote: "",
      locator: "",
      note: "Another one.",
      consultedOn: "2017-03-23",
      sourceTitle: "Budget",
    });
    expect((await ready(article))?.why).toContain("The sign-offs of claims 1 and 2 fell.");
  });

  test("and a new one takes its place", async () => {
    const { article, ferry } = await checkedArticle();
    const first = await mark(article);
    const { rev } = await database.db.claim.findUniqueOrThrow({ where: { id: ferry.id } });
    await run(reopenClaim, desk.ana, { claimId: ferry.id, rev, reason: "New figures." });
    const second = await mark(article, desk.marek, 1);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(await ready(article)).toMatchObject({ id: second.markId, by: { name: "Marek Novak" }, stands: true });
  });
});

describe("withdrawing a mark", () => {
  test("leaves none, not the one before, and is in the ledger", async () => {
    const { article, ferry } = await checkedArticle();
    await mark(article);
    const { rev } = await database.db.claim.findUniqueOrThrow({ where: { id: ferry.id } });
    await run(reopenClaim, desk.ana, { claimId: ferry.id, rev, reason: "New figures." });
    const { markId } = await mark(article, desk.ana, 1);
    await run(withdrawReady, desk.marek, { articleId: article.id, markId });
    expect(await ready(article)).toBeNull();
    expect(await badge(article)).toBeNull();
    expect(await lastEntry(database.db, article.id)).toMatchObject({
      command: "article.withdrawReady",
      data: { version: 1 },
    });
    expect((await refusal(withdrawReady, desk.marek, { articleId: article.id, markId })).code).toBe("not_found");
  });
});

describe("checking a text", () => {
  test("the marked text is still the checked one, also with Windows line ends, a byte order mark and decomposed letters", async () => {
    const { article } = await checkedArticle();
    await mark(article);
    for (const text of [TEXT, `\ufeff${TEXT.replaceAll("\n", "\r\n")}`, TEXT.normalize("NFD")]) {
      expect(await checkText(desk.lena, article.id, text)).toMatchObject({
        article: { id: article.id },
        stillChecked: true,
        says: "This is the text of version 1, which Ana Silva marked as ready to publish.",
        ready: { version: 1, by: "Ana Silva", stands: true },
        checked: { version: 1, sha256: sha256(TEXT) },
        sameText: true,
        difference: "none",
        touched: [],
        untouched: 2,
      });
    }
    const typeset = TEXT.replace("\n\n", "\n \n").trim();
    expect(await checkText(desk.lena, article.id, typeset)).toMatchObject({
      stillChecked: true,
      sameText: false,
      difference: "typography",
    });
  });

  test("a changed figure is told with its claim, its places in code points and why", async () => {
    const { article, ferry } = await checkedArticle();
    await mark(article);
    const text = `😀 ${TEXT.replace("did not stop", "did stop").replace("Ana Torres", "Ana Torres herself")}`;
    const answer = await checkText(desk.lena, article.id, text);
    expect(answer).toMatchObject({
      stillChecked: false,
      sameText: false,
      difference: "words",
      says: "This is not the text of version 1, which was marked as ready: the change alters 1 checked claim.",
      untouched: 1,
      touched: [{ claimId: ferry.id, number: 2, outcome: "value-changed", harmless: false, before: { exact: FERRY } }],
    });
    const after = answer.touched[0]?.after;
    expect([...text].slice(after?.start, after?.end).join("")).toBe("The ferry did stop in May.");
    expect(after?.exact).toBe("The ferry did stop in May.");
    expect(answer.touched[0]?.reason).toContain("not");
  });

  test("the same words under a mark that fell are not the checked text", async () => {
    const { article, ferry } = await checkedArticle();
    await mark(article);
    const { rev } = await database.db.claim.findUniqueOrThrow({ where: { id: ferry.id } });
    await run(reopenClaim, desk.ana, { claimId: ferry.id, rev, reason: "New figures." });
    expect(await checkText(desk.lena, article.id, TEXT)).toMatchObject({
      stillChecked: false,
      sameText: true,
      ready: { stands: false, why: ["The sign-off of claim 2 fell."] },
      says: "This is the text of version 1, but its ready mark no longer stands: The sign-off of claim 2 fell.",
    });
  });

  test("a text is compared with the marked version, also when a later one has come in", async () => {
    const { article } = await checkedArticle();
    await mark(article);
    const later = TEXT.replace("$2 billion", "$5 billion");
    await revise(article, later);
    expect(await checkText(desk.lena, article.id, later)).toMatchObject({
      stillChecked: false,
      checked: { version: 1 },
      difference: "words",
    });
  });

  test("without a mark it is compared with the current version, and never called checked", async () => {
    const { article, cost } = await checkedArticle();
    expect(await checkText(desk.lena, article.id, TEXT)).toMatchObject({
      stillChecked: false,
      ready: null,
      sameText: true,
      says: "This is the text of version 1. Nobody has marked the article as ready to publish.",
    });
    expect(await checkText(desk.lena, article.id, TEXT.replace("$2 billion", "$5 billion"))).toMatchObject({
      touched: [{ claimId: cost.id, reason: "$2 billion became $5 billion" }],
    });
  });

  test("an article of another newsroom is not there", async () => {
    const { article } = await checkedArticle();
    await mark(article);
    const theirs = await checkText(stranger, article.id, TEXT).catch((error: unknown) => error);
    expect(theirs).toMatchObject({ code: "not_found" });
    expect(theirs).toEqual(await checkText(stranger, "no-such-article", TEXT).catch((error: unknown) => error));
    expect((await loadArticles(stranger)).every(({ ready: mark }) => mark === null)).toBe(true);
  });

  test("writes nothing", async () => {
    const { article } = await checkedArticle();
    await mark(article);
    await checkText(desk.lena, article.id, "Something else.");
    expect(await verifyLedger(desk.ana, article.id)).toMatchObject({ length: 1 });
  });
});
