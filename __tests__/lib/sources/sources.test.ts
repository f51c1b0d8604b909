import { addSourceNote } from "@/lib/claims/commands";
import { addSource, changeSource } from "@/lib/sources/commands";
import { loadSource, loadSources } from "@/lib/sources/queries";
import { canonicalAddress } from "@/lib/sources/web-address";
import { buildClaim, buildNote, buildSource } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const PAGE = { title: "City budget", medium: "web", kind: "primary", url: "https://city.example/budget" } as const;

test("a source is added once: the same address, however written, is the same source", async () => {
  const first = await run(addSource, desk.tom, PAGE);
  const again = await run(addSource, desk.ana, {
    ...PAGE,
    title: "Budget!",
    url: "http://www.CITY.example/budget/?utm_source=mail#top",
  });
  expect(again).toEqual({ sourceId: first.sourceId, rev: 1, created: false });
  expect(await loadSources(desk.lena)).toHaveLength(1);
});

test("without an address, the same title, publisher and medium are the same source", async () => {
  const book = { title: "A History of Bridges", medium: "document", kind: "secondary", publisher: "Press" } as const;
  const first = await run(addSource, desk.tom, book);
  expect(await run(addSource, desk.ana, { ...book, title: "a history of bridges" })).toMatchObject({
    sourceId: first.sourceId,
  });
  expect(await run(addSource, desk.ana, { ...book, publisher: "Other Press" })).toMatchObject({ created: true });
  expect(await run(addSource, desk.ana, { ...book, medium: "person" })).toMatchObject({ created: true });
});

test("another newsroom's source is another one", async () => {
  const other = await newsdesk(database.db);
  await run(addSource, desk.tom, PAGE);
  expect(await run(addSource, other.tom, PAGE)).toMatchObject({ created: true });
  expect(await loadSources(desk.ana)).toHaveLength(1);
});

test("two people who add the same source at once share it", async () => {
  const people = [desk.tom, desk.ana, desk.marek, desk.owner];
  const added = await Promise.all(people.map((actor) => run(addSource, actor, PAGE)));
  expect(new Set(added.map(({ sourceId }) => sourceId)).size).toBe(1);
  expect(added.filter(({ created }) => created)).toHaveLength(1);
});

test("changes are in the newsroom's ledger, before and after", async () => {
  const { sourceId } = await run(addSource, desk.tom, PAGE);
  expect(await run(changeSource, desk.ana, { sourceId, rev: 1, ...PAGE, title: "City budget 2016" })).toEqual({
    sourceId,
    rev: 2,
  });
  const entries = (await chain(database.db, `newsroom:${desk.newsroomId}`)).filter(
    ({ subject }) => subject === sourceId,
  );
  expect(entries.map(({ command }) => command)).toEqual(["source.add", "source.change"]);
  expect(entries[1]?.data).toEqual({ before: { title: "City budget" }, after: { title: "City budget 2016" } });
});

test("of two changes the second sees both, unless they agree", async () => {
  const { sourceId } = await run(addSource, desk.tom, PAGE);
  const edit = { sourceId, rev: 1, ...PAGE, title: "Ana's title" };
  await run(changeSource, desk.ana, edit);
  expect(await run(changeSource, desk.marek, edit)).toEqual({ sourceId, rev: 2 });
  const no = await refusal(changeSource, desk.marek, { ...edit, title: "Marek's title" });
  expect(no).toMatchObject({
    code: "conflict",
    detail: {
      conflict: { rev: 2, by: "Ana Silva", fields: [{ field: "title", mine: "Marek's title", theirs: "Ana's title" }] },
    },
  });
});

test("two people who change different fields both keep their words, and what both changed shows where they started", async () => {
  const { sourceId } = await run(addSource, desk.tom, PAGE);
  const base = { ...PAGE, publisher: "" };
  await run(changeSource, desk.ana, { sourceId, rev: 1, base, ...PAGE, publisher: "The town hall" });
  const mine = { sourceId, rev: 1, base, ...PAGE, title: "Marek's title" };
  expect(await run(changeSource, desk.marek, mine)).toEqual({ sourceId, rev: 3 });
  expect(await loadSource(desk.tom, sourceId)).toMatchObject({ title: "Marek's title", publisher: "The town hall" });
  const no = await refusal(changeSource, desk.tom, { ...mine, title: "Tom's title" });
  expect(no?.detail.conflict?.fields).toEqual([
    { field: "title", base: PAGE.title, mine: "Tom's title", theirs: "Marek's title" },
  ]);
});

test("a source of another newsroom is neither shown nor changed", async () => {
  const other = await newsdesk(database.db);
  const sourceId = await buildSource(database.db, desk.ana);
  await expect(loadSource(other.ana, sourceId)).rejects.toMatchObject({ code: "not_found" });
  expect(await refusal(changeSource, other.ana, { sourceId, rev: 1, ...PAGE })).toMatchObject({ code: "not_found" });
});

test("a source shows each claim that leans on it with the notes, and counts only what stands", async () => {
  const sourceId = await buildSource(database.db, desk.ana);
  const leaning = await buildClaim(database.db, desk.ana, desk.article, "40 workers", { number: 1, state: "in_check" });
  const gone = await buildClaim(database.db, desk.ana, desk.article, "The ferry stopped", { number: 2 });
  await database.db.claim.update({ where: { id: gone.id }, data: { removedAt: new Date() } });
  await buildNote(database.db, desk.tom, leaning.id, { sourceId, note: "First" });
  await run(addSourceNote, desk.ana, {
    claimId: leaning.id,
    sourceId,
    stance: "context",
    consultedOn: "2017-03-24",
    note: "Second",
  });
  await buildNote(database.db, desk.tom, gone.id, { sourceId });
  const source = await loadSource(desk.tom, sourceId);
  expect(source).toMatchObject({ claims: 1, notes: 2, mayEdit: true, createdBy: { name: "Ana Silva" } });
  expect(
    source.leaning.map(({ claim, notes }) => [claim.number, notes.map(({ note, mayEdit }) => [note, mayEdit])]),
  ).toEqual([
    [
      1,
      [
        ["Second", false],
        ["First", true],
      ],
    ],
  ]);
  expect(await loadSource(desk.lena, sourceId)).toMatchObject({ mayEdit: false });
});

test("the list is by title and searched in title, publisher and address", async () => {
  await buildSource(database.db, desk.ana, { title: "zebra 100%", publisher: "Herald" });
  await buildSource(database.db, desk.ana, { title: "Apple", url: "https://fruit.example/a" });
  const titles = async (text?: string) =>
    (await loadSources(desk.ana, text === undefined ? {} : { text })).map(({ title }) => title);
  expect(await titles()).toEqual(["Apple", "zebra 100%"]);
  expect(await titles("HERALD")).toEqual(["zebra 100%"]);
  expect(await titles("fruit.ex")).toEqual(["Apple"]);
  expect(await titles("0%")).toEqual(["zebra 100%"]);
  expect(await titles("_")).toEqual([]);
});

test.each([
  ["https://a.example/x?b=2&a=1", "http://www.a.example/x/?a=1&b=2#part", true],
  ["https://a.example/", "https://a.example", true],
  ["https://a.example:443/x", "https://a.example/x", true],
  ["https://a.example/x?fbclid=1", "https://a.example/x", true],
  ["https://a.example/X", "https://a.example/x", false],
  ["https://a.example/x?page=1", "https://a.example/x?page=2", false],
  ["https://a.example:8080/", "https://a.example/", false],
  ["https://b.a.example/", "https://a.example/", false],
])("%s and %s: the same page? %s", (one, two, same) => {
  expect(canonicalAddress(one) === canonicalAddress(two)).toBe(same);
});

test("what is not a web address has no canonical form", () => {
  expect([
    canonicalAddress("ftp://a.example/x"),
    canonicalAddress("javascript:alert(1)"),
    canonicalAddress(""),
  ]).toEqual([null, null, null]);
});
