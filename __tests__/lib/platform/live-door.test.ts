import { NextRequest } from "next/server";
import { GET } from "@/app/api/live/route";
import { changeArticle } from "@/lib/articles/commands";
import { removeMember, signOutEverywhere } from "@/lib/people/commands";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { buildArticle, buildMember, buildNewsroom } from "@/seeds/builders";
import { testDatabase } from "../../support/database";

const database = testDatabase();
const open: Listening[] = [];
afterEach(async () => {
  const left = open.splice(0);
  for (const one of left) one.leave();
  await Promise.allSettled(left.map(({ closed }) => closed));
});
afterAll(async () => {
  while ((await listeners()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
});

/** How many connections of this database listen for news. */
async function listeners(): Promise<number> {
  const rows = await database.db.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE application_name = 'claimdesk live' AND datname = current_database()`;
  return rows.length;
}

async function desk() {
  const newsroomId = await buildNewsroom(database.db);
  const owner = await buildMember(database.db, newsroomId, "owner", "Ines");
  const editor = await buildMember(database.db, newsroomId, "editor", "Ana");
  const article = await buildArticle(database.db, editor, "The bridge cost 4 million euros.");
  return { owner, editor, article };
}

function ask(token: string | null, signal?: AbortSignal): Promise<Response> {
  const headers = token === null ? {} : { cookie: `${sessionCookieName()}=${token}` };
  return GET(new NextRequest("http://desk.test/api/live", { headers, ...(signal && { signal }) }));
}

interface Listening {
  /** Everything heard so far. */
  readonly heard: () => string;
  readonly until: (words: string) => Promise<void>;
  /** Resolves when the server closed the answer. */
  readonly closed: Promise<void>;
  readonly leave: () => void;
}

async function listenAs(actor: Actor): Promise<Listening> {
  const leaving = new AbortController();
  const response = await ask(await sessionToken(actor.userId), leaving.signal);
  expect(response.status).toBe(200);
  let text = "";
  const closed = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk);
  })();
  const until = async (words: string) => {
    const late = Date.now() + 10_000;
    while (!text.includes(words) && Date.now() < late) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(text).toContain(words);
  };
  const listening = { heard: () => text, until, closed, leave: () => leaving.abort() };
  open.push(listening);
  await until("event: ready");
  return listening;
}

async function rename(actor: Actor, articleId: string, title: string): Promise<void> {
  const { rev } = await database.db.article.findUniqueOrThrow({ where: { id: articleId } });
  const details = { title, byline: "", publisher: "", url: "", publishedOn: "", language: "en" };
  const outcome = await execute(changeArticle, actor, { articleId, rev, ...details });
  if (!outcome.ok) throw outcome.refusal;
}

test.each([null, "", "not.a.token"])("without a session (%j) nothing is told", async (token) => {
  const response = await ask(token);
  expect(response.status).toBe(401);
});

test("others hear which article changed and nothing of what changed in it; the one who did it hears nothing", async () => {
  const { owner, editor, article } = await desk();
  const [theirs, mine] = [await listenAs(owner), await listenAs(editor)];
  await rename(editor, article.id, "A secret title");
  await theirs.until(`"articleId":"${article.id}"`);
  await rename(owner, article.id, "Another");
  await mine.until(`"articleId":"${article.id}"`);
  expect(theirs.heard().match(/data: \{/g)).toHaveLength(1);
  expect(mine.heard().match(/data: \{/g)).toHaveLength(1);
  expect(theirs.heard()).not.toMatch(/secret|Ana|subject/);
});

test("signing out everywhere ends the answer, and the browser is told not to come back", async () => {
  const { editor } = await desk();
  const listening = await listenAs(editor);
  // A session of the same second as the signing out would count as a new one.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await execute(signOutEverywhere, editor, {})).ok).toBe(true);
  await listening.closed;
  expect(listening.heard()).toMatch(/event: end\ndata:\n\n$/);
});

test("a member who is removed hears nothing more", async () => {
  const { owner, editor, article } = await desk();
  const listening = await listenAs(editor);
  const { id, rev } = await database.db.membership.findFirstOrThrow({ where: { userId: editor.userId } });
  expect(await execute(removeMember, owner, { membershipId: id, rev })).toMatchObject({ ok: true });
  await listening.closed;
  await rename(owner, article.id, "Later");
  expect(listening.heard()).not.toContain(article.id);
});

test("one person has at most eight answers open: the oldest makes room", async () => {
  const { editor } = await desk();
  const first = await listenAs(editor);
  const others = [];
  for (let count = 0; count < 8; count++) others.push(await listenAs(editor));
  await first.closed;
  expect(first.heard()).toContain("event: end");
  for (const one of others) expect(one.heard()).not.toContain("event: end");
});
