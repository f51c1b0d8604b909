import { type Attempt, type JobKind, type RowJob, runJobs } from "@/lib/platform/jobs";
import { newId } from "@/lib/platform/random";
import { buildMember, buildNewsroom, buildSource } from "@/seeds/builders";
import { testDatabase } from "../../support/database";

const database = testDatabase();
let newsroomId = "";
let sourceId = "";

beforeAll(async () => {
  newsroomId = await buildNewsroom(database.db);
  const actor = await buildMember(database.db, newsroomId, "editor");
  sourceId = await buildSource(database.db, actor);
});

/** A row that waits, as a command leaves it. */
async function waitingRow(): Promise<string> {
  const id = newId();
  await database.db.snapshot.create({ data: { id, newsroomId, sourceId, origin: "fetched" } });
  return id;
}

const stateOf = async (id: string) => (await database.db.snapshot.findUniqueOrThrow({ where: { id } })).state;
const become = (id: string, state: "working" | "done" | "failed", failure = "") =>
  database.db.snapshot.update({ where: { id }, data: { state, failure } });

function rowJob(work: RowJob["work"], more: Partial<RowJob> = {}): RowJob {
  return {
    name: `test.${newId()}`,
    waiting: (tx) =>
      tx.snapshot.findMany({ where: { state: "waiting" }, select: { id: true, newsroomId: true }, take: 100 }),
    work,
    giveUp: async (id, why) => void (await become(id, "failed", why)),
    retries: 2,
    retrySeconds: 1,
    expireSeconds: 60,
    atOnce: 2,
    ...more,
  };
}

async function until(what: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await what())) {
    if (Date.now() > end) throw new Error("It did not come to pass.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function during(kinds: readonly JobKind[], check: () => Promise<void>): Promise<void> {
  const { stop } = await runJobs(kinds);
  try {
    await check();
  } finally {
    await stop();
  }
}

test("rows that wait are worked on, those that come in meanwhile too, each once", async () => {
  const worked: string[] = [];
  const early = await waitingRow();
  const job = rowJob(async (id) => {
    worked.push(id);
    await become(id, "done");
  });
  await during([job], async () => {
    await until(async () => (await stateOf(early)) === "done");
    const late = await waitingRow();
    await until(async () => (await stateOf(late)) === "done");
    expect(worked).toEqual([early, late]);
  });
});

test("what fails is tried again; when no try is left, the row is told why", async () => {
  const attempts: Pick<Attempt, "attempt" | "attempts">[] = [];
  const id = await waitingRow();
  const job = rowJob(
    async (row, { attempt, attempts: all }) => {
      attempts.push({ attempt, attempts: all });
      await become(row, "working");
      throw new Error(`The server did not answer (${attempt}).`);
    },
    { retries: 1 },
  );
  await during([job], async () => {
    await until(async () => (await stateOf(id)) === "failed");
    expect(attempts).toEqual([
      { attempt: 1, attempts: 2 },
      { attempt: 2, attempts: 2 },
    ]);
    expect(await database.db.snapshot.findUnique({ where: { id } })).toMatchObject({
      failure: "The server did not answer (2).",
    });
  });
});

test("a try that was lost with its process is made again by another", async () => {
  const id = await waitingRow();
  const name = `test.${newId()}`;
  const hangs = rowJob(
    async (row, { signal }) => {
      await become(row, "working");
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    },
    { name },
  );
  await during([hangs], () => until(async () => (await stateOf(id)) === "working"));
  const job = rowJob(async (row) => void (await become(row, "done")), { name });
  await during([job], () => until(async () => (await stateOf(id)) === "done"));
});
