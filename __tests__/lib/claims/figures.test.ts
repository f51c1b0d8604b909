import { importArticle } from "@/lib/articles/commands";
import { changeClaim, dismissClaim, mergeClaims } from "@/lib/claims/commands";
import { loadClaimPage, loadFigures } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { valueParts } from "@/lib/core/values/value-parts";
import { buildArticle } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
let articleId: string;
beforeEach(async () => {
  desk = await newsdesk(database.db);
  const input = { title: "The bridge", text: STORY, publishedOn: "2017-03-22" };
  ({ articleId } = await run(importArticle, desk.ana, input));
});

const STORY = `The city pledged $2 billion for the new harbour bridge. About 45 percent of voters oppose the plan.

“The $2.5 billion that the city pledged for the harbour bridge is not enough,” said Ben Marsh on Tuesday.
`;
const figures = async (actor = desk.lena) => (await loadFigures(actor, articleId)).rows;
const claims = async () => (await loadClaimPage(desk.ana, claimFilter.parse({ articleId }))).rows;

test("every value of the article's claims is a row with its words, what they mean, and the claim that states it", async () => {
  const rows = await figures();
  expect(rows.map(({ text, value, number }) => [number, text, valueParts(value)])).toEqual([
    [1, "$2 billion", { bound: "", figure: "2,000,000,000", unit: "USD" }],
    [2, "About 45 percent", { bound: "about", figure: "45", unit: "%" }],
    [3, "Tuesday", { bound: "", figure: "2017-03-21", unit: "" }],
    [4, "$2.5 billion", { bound: "", figure: "2,500,000,000", unit: "USD" }],
  ]);
  const listed = await claims();
  for (const row of rows) {
    const claim = listed.find(({ id }) => id === row.claimId);
    expect(row).toMatchObject({ wording: claim?.wording, state: "detected", speakerName: claim?.speakerName });
    expect(STORY.slice(row.start, row.start + row.text.length)).toBe(row.text);
  }
});

test("a figure of a report and of what it reports is one row, the narrower claim's", async () => {
  const text = "Mayor Joana Prado said on Tuesday the dam cost $40 million.";
  const dam = await run(importArticle, desk.ana, { title: "The dam", text, publishedOn: "2017-03-22" });
  const { rows } = await loadFigures(desk.lena, dam.articleId);
  expect(rows.map(({ text: words, wording }) => [words, wording])).toEqual([
    ["Tuesday", "Mayor Joana Prado said on Tuesday [2017-03-21] the dam cost $40 million"],
    ["$40 million", "the dam cost $40 million"],
  ]);
});

test("an amount stated two ways says so on both sides, with the number of the other claim", async () => {
  const [two, , , half] = await figures();
  expect(two?.elsewhere).toEqual([
    { relation: "different", factId: half?.id, claimId: half?.claimId, number: 4, text: "$2.5 billion" },
  ]);
  expect(half?.elsewhere).toEqual([
    { relation: "different", factId: two?.id, claimId: two?.claimId, number: 1, text: "$2 billion" },
  ]);
});

test("the table follows the claims: their state and speaker, and claims that were merged away are gone", async () => {
  const [first, second, third, fourth] = await claims();
  const of = (claim: typeof first) => ({ claimId: claim?.id ?? "", rev: claim?.rev ?? 0 });
  await run(dismissClaim, desk.ana, { ...of(second), reason: "opinion" });
  await run(changeClaim, desk.ana, { ...of(first), speakerName: "Ana Torres" });
  expect((await figures()).slice(0, 2)).toMatchObject([{ speakerName: "Ana Torres" }, { state: "dismissed" }]);
  await run(mergeClaims, desk.ana, { claimIds: [first?.id ?? "", third?.id ?? "", fourth?.id ?? ""] });
  const merged = await figures();
  expect(new Set(merged.map(({ number }) => number))).toEqual(new Set([1, 2]));
});

test("an article without claims has no figures; one of another newsroom is not there", async () => {
  const other = await newsdesk(database.db);
  const empty = await buildArticle(database.db, desk.ana, "It cost $3 million.");
  expect(await loadFigures(desk.lena, empty.id)).toEqual({ articleId: empty.id, articleTitle: "The bridge", rows: [] });
  await expect(loadFigures(other.owner, articleId)).rejects.toMatchObject({ code: "not_found" });
});
