import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { loadSnapshots } from "@/lib/snapshots/queries";
import { addSource } from "@/lib/sources/commands";
import { testDatabase } from "../../support/database";
import { newsPage, startWebServer } from "../../support/web-server";
import { type Newsdesk, newsdesk, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
const children: ChildProcess[] = [];

beforeAll(async () => {
  desk = await newsdesk(database.db);
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Start the process that works in the background, as `npm start` does, on this test's database. */
function startJobs(): ChildProcess {
  const child = fork(path.resolve(__dirname, "../../../dist/jobs.cjs"), {
    env: { ...process.env, DATABASE_URL: database.url, CLAIMDESK_FETCH_ALLOW: "127.0.0.1/32", CLAIMDESK_LOG: "fatal" },
    execArgv: [],
  });
  children.push(child);
  return child;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error("It did not come to pass.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test("a fetch whose process is killed in the middle is done again by the next process, and stored once", async () => {
  const web = await startWebServer();
  let killed: Promise<void> | null = null;
  const first = startJobs();
  // The first visit is never answered: its process dies while it waits.
  web.answer("/page", () => {
    killed ??= new Promise((resolve) => {
      first.once("exit", () => resolve());
      first.kill("SIGKILL");
    });
  });
  const { sourceId } = await run(addSource, desk.tom, {
    title: "The bridge",
    url: `${web.origin}/page`,
    medium: "web",
    kind: "secondary",
  });
  const newest = async () => (await loadSnapshots(desk.tom, sourceId)).rows;
  await until(async () => killed !== null);
  await killed;
  expect(await newest()).toMatchObject([{ state: "working", attempts: 1 }]);
  web.page("/page", newsPage("The bridge", "It cost $3 million."));
  // A try counts as lost after three minutes; they pass at once.
  await database.db
    .$executeRaw`UPDATE "pgboss"."job" SET "started_on" = "started_on" - interval '10 minutes' WHERE "state" = 'active'`;
  startJobs();
  await until(async () => (await newest())[0]?.state === "done");
  expect(await newest()).toMatchObject([{ state: "done", attempts: 2, status: 200, hasText: true }]);
  expect(web.visits).toEqual(["/page", "/page"]);
  expect(
    await database.db.ledgerEntry.count({ where: { newsroomId: desk.newsroomId, command: "snapshot.store" } }),
  ).toBe(1);
  await web.close();
}, 200_000);
