import { changeArticle } from "@/lib/articles/commands";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { listen, type News, newsSince } from "@/lib/platform/live";
import { buildArticle, buildMember, buildNewsroom } from "@/seeds/builders";
import { testDatabase } from "../../support/database";

const database = testDatabase();

async function desk() {
  const newsroomId = await buildNewsroom(database.db);
  const editor = await buildMember(database.db, newsroomId, "editor", "Ana");
  const other = await buildMember(database.db, newsroomId, "editor", "Marek");
  const article = await buildArticle(database.db, editor, "The bridge cost 4 million euros.");
  return { editor, other, article };
}

let turns = 0;
async function change(actor: Actor, articleId: string): Promise<void> {
  const { rev } = await database.db.article.findUniqueOrThrow({ where: { id: articleId } });
  const details = { title: `Turn ${++turns}`, byline: "", publisher: "", url: "", publishedOn: "", language: "en" };
  const outcome = await execute(changeArticle, actor, { articleId, rev, ...details });
  if (!outcome.ok) throw outcome.refusal;
}

/** Everything a listener was told, and a way to wait for the next. */
function ear() {
  const told: (News | null)[] = [];
  const waiting: (() => void)[] = [];
  return {
    told,
    hear: (news: News | null) => {
      told.push(news);
      for (const tell of waiting.splice(0)) tell();
    },
    until: async (count: number) => {
      const late = Date.now() + 10_000;
      while (told.length < count && Date.now() < late) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setTimeout(resolve, 50);
        });
      }
      expect(told.length).toBeGreaterThanOrEqual(count);
    },
  };
}

const listening = () =>
  database.db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE application_name = 'claimdesk live' AND datname = current_database()`;

test("a command is told to its own newsroom, with the article and who ran it, and to no other newsroom", async () => {
  const [here, there] = [await desk(), await desk()];
  const [mine, theirs] = [ear(), ear()];
  const stops = [await listen(here.other, mine.hear), await listen(there.other, theirs.hear)];
  await change(here.editor, here.article.id);
  await mine.until(1);
  await change(there.editor, there.article.id);
  await theirs.until(1);
  expect(mine.told).toEqual([
    {
      id: `article:${here.article.id}#1`,
      newsroomId: here.editor.newsroomId,
      articleId: here.article.id,
      subject: here.article.id,
      by: here.editor.userId,
    },
  ]);
  expect(theirs.told.map((news) => news?.articleId)).toEqual([there.article.id]);
  for (const stop of stops) stop();
});

test("a refused command is told to nobody", async () => {
  const { editor, other, article } = await desk();
  const { hear, told, until } = ear();
  const stop = await listen(other, hear);
  const stale = { articleId: article.id, rev: 9, title: "Stale", language: "en" };
  expect((await execute(changeArticle, editor, stale)).ok).toBe(false);
  await change(editor, article.id);
  await until(1);
  expect(told).toHaveLength(1);
  stop();
});

test("all listeners share one connection, and the last to leave closes it", async () => {
  const { editor, other } = await desk();
  const stops = [await listen(editor, ear().hear), await listen(other, ear().hear)];
  expect(await listening()).toHaveLength(1);
  for (const stop of stops) stop();
  const late = Date.now() + 5_000;
  while ((await listening()).length > 0 && Date.now() < late) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await listening()).toHaveLength(0);
});

test("a lost connection is mended: listeners learn that something may be missing, and hear again", async () => {
  const { editor, other, article } = await desk();
  const { hear, told, until } = ear();
  const stop = await listen(other, hear);
  for (const { pid } of await listening()) await database.db.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
  await until(1);
  expect(told).toEqual([null]);
  await change(editor, article.id);
  await until(2);
  expect(told[1]?.articleId).toBe(article.id);
  stop();
});

test("what was missed is told by the ledger: since a moment, by others, oldest first", async () => {
  const { editor, other, article } = await desk();
  await change(editor, article.id);
  const since = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await change(editor, article.id);
  await change(other, article.id);
  await change(editor, article.id);
  const ids = async (actor: Actor, limit = 10) =>
    (await newsSince(actor, since, limit)).map(({ id }) => id.split("#")[1]);
  expect(await ids(other)).toEqual(["2", "4"]);
  expect(await ids(editor)).toEqual(["3"]);
  expect(await ids(other, 1)).toEqual(["2"]);
});
