import { importArticle } from "@/lib/articles/commands";
import { loadArticle } from "@/lib/articles/queries";
import { extract } from "@/lib/core/extraction/extract";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, type Progress } from "@/lib/platform/command";
import { readText } from "@/lib/platform/read-text";
import { closeReader, readClaims } from "@/lib/platform/reader";
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
