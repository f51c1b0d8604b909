import { writeReport } from "@/lib/core/report/formats";
import { standing } from "@/lib/core/report/report";
import { saveNewsroom } from "@/lib/people/store";
import { loadReport } from "@/lib/reports/queries";
import { reviseArticle } from "@/lib/revisions/commands";
import { loadVersions } from "@/lib/revisions/queries";
import { buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run, TEXT } from "../claims/newsdesk";

const database = testDatabase();

const COST = "The bridge cost $3 million";
const BUILT = "It was built in 2016 by 40 workers.";
const FERRY = "The ferry stopped in May.";

let desk: Newsdesk;
let claims: readonly string[] = [];
/** Three claims, each signed off on version 1. */
beforeEach(async () => {
  desk = await newsdesk(database.db);
  const build = (words: string, number: number) =>
    buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, words, { number });
  claims = [(await build(COST, 1)).id, (await build(BUILT, 2)).id, (await build(FERRY, 3)).id];
});

async function revise(text: string): Promise<void> {
  const [current] = (await loadVersions(desk.ana, desk.article.id)).versions;
  await run(reviseArticle, desk.ana, { articleId: desk.article.id, base: current?.id ?? "", text, note: "" });
}
const report = () => loadReport(desk.lena, desk.article.id);
const entry = async (at: number) => {
  const found = (await report()).claims.find(({ id }) => id === claims[at]);
  if (!found) throw new Error(`There is no claim ${at}.`);
  return found;
};

test("a sign-off is told with the version it was given on, and stays intact as the text moves on", async () => {
  expect((await entry(0)).signOff).toMatchObject({ versionNumber: 1, anchored: COST, intact: true });
  await revise(`A new first line.\n\n${TEXT}`);
  await revise(`Another one.\n\nA new first line.\n\n${TEXT}`);
  expect(await report()).toMatchObject({
    version: { number: 3 },
    figures: { signed: 3, carried: 3, carriedToOtherWords: 0 },
  });
  expect((await entry(0)).signOff).toMatchObject({ versionNumber: 1, anchored: COST, intact: true });
});

test("carried onto other words it is intact for the words it was given for, and both are told", async () => {
  await revise(TEXT.replace("40 workers", "forty workers"));
  const carried = await entry(1);
  expect(standing(carried)).toBe("signed");
  expect(carried.place?.exact).toBe(BUILT.replace("40", "forty"));
  expect(carried.signOff).toMatchObject({ versionNumber: 1, anchored: BUILT, intact: true });
  expect((await report()).figures).toMatchObject({ signed: 3, carried: 3, carriedToOtherWords: 1 });
  const { body } = writeReport(await report(), "md");
  expect(body).toContain(", given on version 1, carried to version 2");
  expect(body).toContain(`When it was signed off, the words in the article were “${BUILT}”.`);
});

test("carried onto other words it is not intact once the words it was given for were changed behind the product's back", async () => {
  await revise(TEXT.replace("40 workers", "forty workers"));
  const place = { claimId: claims[1] ?? "", versionId: desk.article.versionId };
  await database.db.anchor.update({ where: { claimId_versionId: place }, data: { exact: BUILT.replace("40", "50") } });
  expect(standing(await entry(1))).toBe("undecided");
  expect((await entry(1)).signOff).toMatchObject({ intact: false });
});

test("a sign-off that fell with a new version is told with the version it was given on", async () => {
  await saveNewsroom(database.db, desk.newsroomId, 1, { rewordedKeepsSignOff: false });
  await revise(TEXT.replace("$3 million", "$5 million").replace("40 workers", "forty workers"));
  for (const at of [0, 1]) {
    expect(await entry(at)).toMatchObject({ signOff: null, voided: [{ versionNumber: 1 }] });
  }
  expect((await entry(0)).voided[0]?.voidReason).toBe("$3 million became $5 million in version 2");
  expect((await report()).figures).toMatchObject({ signed: 1, carried: 1, carriedToOtherWords: 0 });
});
