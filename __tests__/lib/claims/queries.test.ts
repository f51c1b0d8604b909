import type { ClaimRecord } from "@/lib/claims/claim-record";
import { addSourceNote, changeClaim } from "@/lib/claims/commands";
import { loadClaim, loadClaimPage, loadDesk, loadGalleyClaims } from "@/lib/claims/queries";
import { type ClaimFilter, claimFilter, SORTS } from "@/lib/claims/schema";
import { newId } from "@/lib/platform/random";
import {
  buildArticle,
  buildClaim,
  buildClaimInReview,
  buildMember,
  buildNewsroom,
  buildVerifiedClaim,
} from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const claim = (words: string, more: Partial<ClaimRecord> = {}) =>
  buildClaim(database.db, desk.ana, desk.article, words, more);
const page = (more: Record<string, unknown> = {}, actor = desk.ana) => loadClaimPage(actor, claimFilter.parse(more));
const numbers = async (more: Record<string, unknown> = {}, actor = desk.ana) =>
  (await page(more, actor)).rows.map(({ number }) => number);

/** Seven claims that differ in everything that can be sorted or filtered. */
async function mixed() {
  const sentence = (number: number, more: Partial<ClaimRecord>) => claim(WORDS[number - 1] ?? "", { number, ...more });
  await sentence(1, { state: "open", kind: "statistic", speakerName: "Ana Torres", score: 0.9, priority: 3 });
  await sentence(2, { state: "detected", kind: "event", score: 0.1, dueOn: "2017-04-02" });
  await sentence(3, {
    state: "in_check",
    kind: "statement",
    speakerName: "ben",
    assigneeId: desk.tom.userId,
    score: 0.4,
  });
  await sentence(4, {
    state: "in_review",
    verdict: "cut",
    verdictById: desk.tom.userId,
    assigneeId: desk.ana.userId,
    score: 0.5,
  });
  await sentence(5, { state: "verified", verdict: "confirmed", verdictById: desk.tom.userId, score: 0.3, priority: 1 });
  await sentence(6, { state: "dismissed", kind: "opinion", dismissReason: "opinion", score: 0.2, dueOn: "2017-03-25" });
  await claim("Nobody missed it", { number: 7, removed: false, score: 0.6, wording: "100%_sure\\ it is" });
}
const WORDS = [
  "The bridge cost $3 million",
  "It was built in 2016",
  "40 workers",
  "More than 68 countries",
  "It is the longest bridge",
  "The ferry stopped in May",
];

describe("the claims table", () => {
  beforeEach(mixed);

  test.each([
    ["number", [1, 2, 3, 4, 5, 6, 7]],
    ["score", [2, 6, 5, 3, 4, 7, 1]],
    ["state", [2, 7, 1, 3, 4, 5, 6]],
    ["kind", [2, 6, 3, 4, 5, 7, 1]],
    ["speaker", [1, 3, 2, 4, 5, 6, 7]],
    ["assignee", [4, 3, 1, 2, 5, 6, 7]],
    ["due", [6, 2, 1, 3, 4, 5, 7]],
    ["priority", [5, 1, 2, 3, 4, 6, 7]],
    ["verdict", [5, 4, 1, 2, 3, 6, 7]],
  ])("sorts by %s, what is missing last, equal ones by number", async (sort, order) => {
    expect(await numbers({ sort })).toEqual(order);
  });

  test("sorts the other way round with what is missing still last", async () => {
    expect(await numbers({ sort: "due", desc: true })).toEqual([2, 6, 1, 3, 4, 5, 7]);
    expect(await numbers({ sort: "number", desc: true })).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test.each([
    ["state", { state: ["open", "in_check"] }, [1, 3]],
    ["kind", { kind: ["event", "opinion"] }, [2, 6]],
    ["verdict", { verdict: ["cut"] }, [4]],
    ["speaker", { speaker: ["ben"] }, [3]],
    ["a band of scores, its least score in it", { score: ["40"] }, [3, 4]],
    ["two bands of scores", { score: ["80", "0"] }, [1, 2]],
    ["several columns at once", { state: ["open"], kind: ["event"] }, []],
  ])("filters by %s", async (_, filter, wanted) => {
    expect(await numbers(filter)).toEqual(wanted);
  });

  test("filters by assignee: a person, me, nobody, or any of them", async () => {
    expect(await numbers({ assignee: [desk.tom.userId] })).toEqual([3]);
    expect(await numbers({ assignee: ["me"] }, desk.ana)).toEqual([4]);
    expect(await numbers({ assignee: ["none"] })).toEqual([1, 2, 5, 6, 7]);
    expect(await numbers({ assignee: ["me", desk.tom.userId] })).toEqual([3, 4]);
  });

  test.each([
    ["the wording, whatever the case", "THE BRIDGE COST", [1]],
    ["the anchored words", "missed", [7]],
    ["the speaker", "torres", [1]],
    ["a number", "#6", [6]],
    ["a per cent sign as itself", "100%", [7]],
    ["an underscore as itself", "%_s", [7]],
    ["a backslash as itself", "\\ it", [7]],
    ["quotes as themselves", "' OR 1=1 --", []],
    ["nothing that is there", "zeppelin", []],
  ])("searches %s", async (_, text, wanted) => {
    expect(await numbers({ text })).toEqual(wanted);
  });

  test("counts the values to filter by over the whole article, whatever is filtered", async () => {
    const { facets, total } = await page({ state: ["open"], articleId: desk.article.id });
    expect(total).toBe(1);
    expect(facets.state).toContainEqual({ value: "detected", count: 2 });
    expect(facets.state.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    expect(facets.kind).toEqual([
      { value: "statement", count: 4 },
      { value: "event", count: 1 },
      { value: "statistic", count: 1 },
      { value: "opinion", count: 1 },
    ]);
    expect(facets.speaker.map(({ value }) => value).sort()).toEqual(["Ana Torres", "ben"]);
    expect(facets.score).toEqual([
      { value: "80", count: 1 },
      { value: "60", count: 1 },
      { value: "40", count: 2 },
      { value: "20", count: 2 },
      { value: "0", count: 1 },
    ]);
    expect(facets.assignee).toContainEqual({ value: "none", label: "Nobody", count: 5 });
    expect(facets.assignee).toContainEqual({ value: desk.tom.userId, label: "Tom Okafor", count: 1 });
    expect([...facets.verdict].sort((a, b) => (a.value < b.value ? -1 : 1))).toEqual([
      { value: "confirmed", label: "Confirmed", count: 1 },
      { value: "cut", label: "Cut", count: 1 },
    ]);
  });

  test("tells what its reader may do with a selection", async () => {
    expect((await page({}, desk.ana)).may).toEqual({ correct: true, assign: true });
    expect((await page({}, desk.tom)).may).toEqual({ correct: false, assign: false });
  });
});

test("pages never lose or repeat a row, whatever the order", async () => {
  const rows = Array.from({ length: 47 }, (_, i) => ({ id: newId(), number: i + 1 }));
  const plain = { newsroomId: desk.newsroomId, articleId: desk.article.id, origin: "machine" as const, reasons: [] };
  await database.db.claim.createMany({
    data: rows.map((row) => ({ ...plain, ...row, kind: "statement", wording: "Same" })),
  });
  for (const sort of SORTS) {
    const seen: number[] = [];
    for (const at of [1, 2, 3, 4, 5]) seen.push(...(await numbers({ sort, page: at, pageSize: 10 })));
    expect([sort, [...seen].sort((a, b) => a - b)]).toEqual([sort, rows.map(({ number }) => number)]);
  }
  expect(await page({ page: 9, pageSize: 10 })).toMatchObject({ rows: [], total: 47, page: 9 });
});

test("a newsroom's table shows its articles one after the other, and nothing of another newsroom", async () => {
  const second = await buildArticle(database.db, desk.ana, TEXT, { title: "Second" });
  await claim("40 workers", { number: 2 });
  await claim("The bridge cost $3 million", { number: 1 });
  await buildClaim(database.db, desk.ana, second, "40 workers", { number: 1 });
  const stranger = await newsdesk(database.db);
  await buildClaim(database.db, stranger.ana, stranger.article, "40 workers", { number: 5 });
  const { rows } = await page();
  expect(rows.map(({ articleTitle, number }) => `${articleTitle} ${number}`)).toEqual([
    "Second 1",
    "The bridge 1",
    "The bridge 2",
  ]);
  expect((await page({ articleId: stranger.article.id })).rows).toEqual([]);
  expect((await page({ articleId: stranger.article.id })).facets.state).toEqual([]);
});

test("the galley has the standing claims in the order of their place, the longer one first, with their facts", async () => {
  const { versionId } = desk.article;
  const fact = {
    versionId,
    text: "$3 million",
    name: "",
    title: "",
    value: null,
    tickedById: null,
    tickedAt: null,
    type: "money" as const,
  };
  const start = TEXT.indexOf("$3 million");
  const facts = [{ ...fact, id: newId(), start, end: start + 10 }];
  await claim("It was built in 2016", { number: 1 });
  await claim("The bridge cost", { number: 2 });
  await claim("The bridge cost $3 million", { number: 3, facts });
  const galley = await loadGalleyClaims(desk.lena, desk.article.id, versionId);
  expect(galley.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(galley[0]?.factSpans).toEqual([{ id: facts[0]?.id, type: "money", start, end: start + 10, ticked: null }]);
  const stranger = await newsdesk(database.db);
  expect(await loadGalleyClaims(stranger.ana, desk.article.id, versionId)).toEqual([]);
});

test("a claim comes with the words around it, its abilities, the scale, who can be assigned and its history", async () => {
  const { id } = await claim("The ferry stopped in May", { state: "open" });
  await run(addSourceNote, desk.tom, {
    claimId: id,
    stance: "refutes",
    consultedOn: "2017-03-23",
    sourceTitle: "Timetable",
  });
  await run(changeClaim, desk.ana, { claimId: id, rev: 2, speakerName: "Torres" });
  const view = await loadClaim(desk.tom, id);
  expect(view.before + view.anchored + view.after).toBe(
    TEXT.slice(TEXT.indexOf(view.before), TEXT.indexOf(view.before) + 700),
  );
  expect(view.anchored).toBe("The ferry stopped in May");
  expect(view.members.map(({ name }) => name)).toEqual([
    "Ada Admin",
    "Ana Silva",
    "Ines Duarte",
    "Marek Novak",
    "Tom Okafor",
  ]);
  expect(view.scale.map(({ id: one }) => one)).toContain("confirmed");
  expect(view.abilities.note).toEqual({ may: true });
  expect(view.abilities.dismiss).toEqual({ may: false, why: expect.stringContaining("As reviewer you can't") });
  expect(view.history.map(({ words, undoSeq }) => [words, undoSeq])).toEqual([
    ["Changed the speaker.", null],
    ["Added a source note on Timetable — now in check.", null],
  ]);
  expect((await loadClaim(desk.ana, id)).history.map(({ undoSeq }) => undoSeq)).toEqual([2, null]);
});

describe("the desk", () => {
  const told = async (actor: Newsdesk["ana"]) => {
    const { waitingOnMe, iWaitFor } = await loadDesk(actor);
    return {
      mine: waitingOnMe.map(({ number, why }) => `${number} ${why}`),
      others: iWaitFor.map(({ number, why }) => `${number} ${why}`),
    };
  };

  test("shows what waits on me and what I wait for, the most urgent first", async () => {
    await claim("40 workers", { number: 1, state: "open", assigneeId: desk.tom.userId });
    await claim("It was built in 2016", {
      number: 2,
      state: "open",
      assigneeId: desk.tom.userId,
      priority: 3,
      dueOn: "2017-03-24",
    });
    await buildClaimInReview(database.db, desk.tom, desk.article, "More than 68 countries", { number: 3 });
    await claim("The ferry stopped in May", {
      number: 4,
      state: "in_check",
      verdict: "cut",
      verdictById: desk.tom.userId,
      stateNote: "Which ferry?",
    });
    await claim("Nobody missed it", { number: 5, state: "open", assigneeId: desk.marek.userId });
    const people = { proposer: desk.tom, signer: desk.marek };
    await buildVerifiedClaim(database.db, people, desk.article, "The bridge cost", {
      number: 6,
      assigneeId: desk.tom.userId,
    });
    expect(await told(desk.tom)).toEqual({
      mine: ["2 Assigned to you, due 2017-03-24", "1 Assigned to you", "4 Back with you: Which ferry?"],
      others: ["3 Your verdict waits for a sign-off"],
    });
    expect(await told(desk.ana)).toEqual({ mine: ["3 Waits for your sign-off"], others: [] });
    expect(await told(desk.lena)).toEqual({ mine: [], others: [] });
  });

  test("an editor's own verdict waits on others, unless the newsroom has no four-eyes rule", async () => {
    await buildClaimInReview(database.db, desk.ana, desk.article, "More than 68 countries");
    expect(await told(desk.ana)).toEqual({ mine: [], others: ["1 Your verdict waits for a sign-off"] });
    const lax = await buildNewsroom(database.db, { fourEyes: false });
    const editor = await buildMember(database.db, lax, "editor");
    const article = await buildArticle(database.db, editor, TEXT);
    await buildClaimInReview(database.db, editor, article, "More than 68 countries");
    expect((await told(editor)).mine).toEqual(["1 Waits for your sign-off"]);
  });
});

test("a filter from an address bar that makes no sense is read as the default", () => {
  expect(claimFilter.safeParse({ sort: "wording", page: -1 }).success).toBe(false);
  const plain: ClaimFilter = claimFilter.parse({});
  expect(plain).toMatchObject({ sort: "number", desc: false, page: 1, pageSize: 50, state: [] });
});
