import { addSourceNote, markClaim } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const WORDS = "The bridge cost $3 million, Mayor Ana Torres said on Wednesday.";
const NOTE = { stance: "refutes", consultedOn: "2017-03-23" } as const;

/** A claim on the bridge's cost with a note that quotes its source. */
async function noted(quote: string, source: object): Promise<string> {
  const start = TEXT.indexOf(WORDS);
  const at = { articleId: desk.article.id, versionId: desk.article.versionId, start, end: start + WORDS.length };
  const { claimId } = await run(markClaim, desk.ana, at);
  await run(addSourceNote, desk.ana, { claimId, ...NOTE, quote, sourceTitle: "City budget", ...source });
  return claimId;
}
const beside = async (claimId: string, who = desk.ana) => (await loadClaim(who, claimId)).noteList[0]?.comparison;

test("each note has the claim's facts beside its quote; the source's date tells which Wednesday is meant", async () => {
  const claimId = await noted("On Wednesday Torres put the cost at $3.4 million.", { sourceDate: "2017-03-24" });
  expect(await beside(claimId)).toEqual([
    expect.objectContaining({ claim: "$3 million", source: "$3.4 million", outcome: "different" }),
    expect.objectContaining({ claim: "Mayor Ana Torres", source: "Torres", outcome: "compatible" }),
    expect.objectContaining({ claim: "Wednesday", source: "Wednesday", outcome: "equal" }),
  ]);
});

test("a note without a quote has none", async () => {
  expect(await beside(await noted("", {}))).toEqual([]);
});

test("what a secret source says is compared only for those who may read it", async () => {
  const claimId = await noted("It cost $3.4 million.", { sourceConfidentiality: "secret" });
  expect(await beside(claimId)).not.toEqual([]);
  expect(await beside(claimId, desk.lena)).toEqual([]);
  expect(JSON.stringify(await loadClaim(desk.lena, claimId))).not.toContain("3.4 million");
});
