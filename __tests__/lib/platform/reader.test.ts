import { importArticle } from "@/lib/articles/commands";
import { loadArticle } from "@/lib/articles/queries";
import { extract } from "@/lib/core/extraction/extract";
import { checkText } from "@/lib/core/workflow/text-check";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, type Progress } from "@/lib/platform/command";
import { readText } from "@/lib/platform/read-text";
import { checkTextBeside, closeReader, readClaims } from "@/lib/platform/reader";
import { buildMember, buildNewsroom } from "@/seeds/builders";
import { readSeedArticle } from "@/seeds/desk";
import { testDatabase } from "../../support/database";

const database = testDatabase();
let LONG = "";
const DATE = { date: "2017-03-22" };

beforeAll(() => {
  LONG = `${readSeedArticle("reuters-zones-of-stability").trim()}\n\n`.repeat(12);
});
afterAll(closeReader);

async function editor(): Promise<Actor> {
  const { userId } = await buildMember(database.db, await buildNewsroom(database.db), "editor");
  const actor = await findActor(database.db, userId);
  if (!actor) throw new Error("no actor");
  return actor;
}

test("a long text is read as a short one is, and the process goes on with other work meanwhile", async () => {
  const stages: string[] = [];
  let other = 0;
  const timer = setInterval(() => other++, 1);
  const found = await readClaims(LONG, DATE, (stage) => stages.push(stage));
  clearInterval(timer);
  expect(found).toEqual(readText(LONG, DATE));
  expect(stages).toEqual(["sentences", "values", "names", "speakers", "claims"]);
  expect(other).toBeGreaterThan(5);
});

test("a long text is compared with the checked one as a short one is, meanwhile the process goes on", async () => {
  const other = LONG.replace("$2 billion", "$5 billion");
  const start = LONG.indexOf("The coalition has pledged");
  const claims = [{ id: "c1", number: 1, wording: "Pledged.", start, end: LONG.indexOf(".", start) }];
  let meanwhile = 0;
  const timer = setInterval(() => meanwhile++, 1);
  const [check, found] = await Promise.all([checkTextBeside(LONG, other, claims), readClaims(LONG, DATE)]);
  clearInterval(timer);
  expect(check).toEqual(checkText(LONG, other, claims));
  expect(check.touched).toMatchObject([{ outcome: "value-changed", reason: "$2 billion became $5 billion" }]);
  expect(found).toEqual(readText(LONG, DATE));
  expect(meanwhile).toBeGreaterThan(5);
});

test("more long texts than can wait are refused to be compared, and those that wait are answered", async () => {
  const text = LONG.slice(0, 10_500);
  const asked = Array.from({ length: 30 }, (_, i) => checkTextBeside(text, `${text} ${i}`, []));
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(9);
  expect(refused[0]).toMatchObject({ reason: { code: "rate_limited" } });
});

test("several long texts are read one after the other, each with its own claims", async () => {
  const texts = [LONG, `The bridge cost $3 million.\n\n${LONG}`, LONG.slice(0, 60_000)];
  const read = await Promise.all(texts.map((text) => readClaims(text, DATE)));
  expect(read).toEqual(texts.map((text) => readText(text, DATE)));
});

test("when the reader breaks down its text is refused with a sentence, and the next one is read", async () => {
  const broken = readClaims(LONG, DATE, () => void closeReader());
  await expect(broken).rejects.toMatchObject({
    code: "not_now",
    message: expect.stringMatching(/Nothing was changed/),
  });
  expect((await readClaims(LONG, DATE)).claims.length).toBeGreaterThan(100);
});

test("an import of a long article tells how far it has come, and stores nothing when the reader breaks down", async () => {
  const actor = await editor();
  const input = { title: "Long", text: LONG, publishedOn: DATE.date };
  const told: Progress[] = [];
  const outcome = await execute(importArticle, actor, input, (progress) => told.push(progress));
  if (!outcome.ok) throw outcome.refusal;
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  const { claims, progress } = await loadArticle(actor, outcome.output.articleId);
  expect(progress.total).toBe(extract(LONG, DATE).claims.length);
  expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1));
  const before = await database.db.article.count();
  const failed = await execute(importArticle, actor, input, () => void closeReader());
  expect(failed).toMatchObject({ ok: false, refusal: { code: "not_now" } });
  expect(await database.db.article.count()).toBe(before);
});
