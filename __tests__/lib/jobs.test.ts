import { loadJobs } from "@/lib/jobs/queries";
import { runJobs } from "@/lib/platform/jobs";
import { newId } from "@/lib/platform/random";
import { buildMember, buildNewsroom, buildSource } from "@/seeds/builders";
import { testDatabase } from "../support/database";

const database = testDatabase();

/** A newsroom with a snapshot that waits. */
async function newsroomWithWork(title: string) {
  const { db } = database;
  const newsroomId = await buildNewsroom(db);
  const owner = await buildMember(db, newsroomId, "owner");
  const sourceId = await buildSource(db, owner, { title });
  const id = newId();
  await db.snapshot.create({ data: { id, newsroomId, sourceId, origin: "fetched" } });
  return { owner, newsroomId, sourceId, snapshotId: id };
}

test("before anybody worked: nothing is listed, and it says that nobody works", async () => {
  const { owner } = await newsroomWithWork("Report");
  expect(await loadJobs(owner)).toEqual({ seenAt: null, working: false, jobs: [], timed: [] });
});

test("admins see their own newsroom's jobs with what they are about, how often they were tried and why they failed", async () => {
  const { db } = database;
  await db.snapshot.deleteMany();
  const ours = await newsroomWithWork("Our report");
  const theirs = await newsroomWithWork("Their report");
  const ended = new Set<string>();
  const job = {
    name: "snapshot.fetch",
    waiting: () => db.snapshot.findMany({ where: { state: "waiting" }, select: { id: true, newsroomId: true } }),
    work: async (id: string) => {
      await db.snapshot.update({ where: { id }, data: { state: "working" } });
      if (id === ours.snapshotId) throw new Error("The server answered 503.");
    },
    giveUp: async (id: string) => void ended.add(id),
    retries: 0,
    retrySeconds: 1,
    expireSeconds: 60,
    atOnce: 1,
  };
  const timed = { name: "snapshot.recheck", schedule: "20 3 * * *", work: async () => undefined };
  const { stop } = await runJobs([job, timed]);
  const end = Date.now() + 60_000;
  while (!ended.has(ours.snapshotId) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  const view = await loadJobs(ours.owner);
  await stop();
  expect(view.jobs).toEqual([
    expect.objectContaining({
      name: "snapshot.fetch",
      state: "failed",
      about: { title: "Our report", href: `/sources/${ours.sourceId}` },
      tries: 1,
      triesAllowed: 1,
      error: "The server answered 503.",
    }),
  ]);
  expect(view.timed).toEqual([{ name: "snapshot.recheck", schedule: "20 3 * * *", lastAt: null, lastState: null }]);
  expect(view.working).toBe(true);
  expect((await loadJobs(ours.owner)).working).toBe(false);
  expect((await loadJobs(theirs.owner)).jobs).toMatchObject([{ about: { title: "Their report" } }]);
});

test.each(["editor", "reviewer", "viewer"] as const)("a %s does not see them", async (role) => {
  const { newsroomId } = await newsroomWithWork("Report");
  const member = await buildMember(database.db, newsroomId, role);
  await expect(loadJobs(member)).rejects.toMatchObject({ code: "forbidden" });
});
