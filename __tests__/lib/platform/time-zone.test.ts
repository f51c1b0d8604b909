import { testDatabase } from "../../support/database";

const database = testDatabase();

test("a server that counts in another time zone changes no moment, not even one its clocks skip", async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.db.$executeRawUnsafe(`ALTER DATABASE "${name}" SET TimeZone = 'America/New_York'`);
  const client = database.another();
  const moment = new Date("2026-03-08T02:30:00.123Z");
  await client.newsroom.create({ data: { id: "n", name: "Desk", verdictScale: [], createdAt: moment } });
  const [row] = await client.$queryRaw<{ ms: number; createdAt: Date }[]>`
    SELECT (extract(epoch FROM "createdAt") * 1000)::float8 AS "ms", "createdAt" FROM "Newsroom"
    WHERE "createdAt" = ${moment}`;
  expect(row).toEqual({ ms: moment.getTime(), createdAt: moment });
  expect(await client.newsroom.findFirst({ select: { createdAt: true } })).toEqual({ createdAt: moment });
});
