import { loadArticle } from "@/lib/articles/queries";
import { addSourceNote, dismissClaim, proposeVerdict, respanClaim, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { glanceAtClaim, reviseArticle } from "@/lib/revisions/commands";
import { loadAttention } from "@/lib/revisions/queries";
import { buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run } from "../claims/newsdesk";

const database = testDatabase();

const BRIDGE = "The bridge cost $3 million and was built in 2016.";
const POLL = "About 40 percent of the voters like it.";
const TEXT = `${BRIDGE}\n\n${POLL}\n\nNobody missed the ferry.\n`;

let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db, TEXT);
});

const verified = (words: string, number: number) =>
  buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, words, { number });
const revise = async (text: string) => {
  const { version } = await loadArticle(desk.ana, desk.article.id);
  return run(reviseArticle, desk.ana, { articleId: desk.article.id, base: version.id, text });
};
const attention = () => loadAttention(desk.ana, desk.article.id);

test("an article with one version, and one whose words stayed, leave nothing to look at", async () => {
  await verified(BRIDGE, 1);
  expect(await attention()).toEqual({ unplaced: [], glances: [], looks: [], may: { glance: true, look: true } });
  await revise(`A word before.\n\n${TEXT}`);
  expect(await attention()).toEqual({ unplaced: [], glances: [], looks: [], may: { glance: true, look: true } });
});

test("a claim whose words are gone waits with its last words, over further versions, until it has a place again", async () => {
  const { id } = await verified(BRIDGE, 1);
  await revise(`${POLL}\n`);
  await revise(`${POLL}\n\nThe bridge was built for little money.\n`);
  const [lost, ...others] = (await attention()).unplaced;
  expect(others).toEqual([]);
  expect(lost).toMatchObject({
    claimId: id,
    number: 1,
    exact: BRIDGE,
    lastVersion: 1,
    ambiguous: false,
    state: "reopened",
  });

  const { version } = await loadArticle(desk.ana, desk.article.id);
  const start = version.text.indexOf("The bridge was built");
  const place = { versionId: version.id, start, end: version.text.indexOf("\n", start) };
  await run(respanClaim, desk.ana, { claimId: id, rev: lost?.rev ?? 0, ...place });
  expect((await attention()).unplaced).toEqual([]);
  expect(await loadClaim(desk.ana, id)).toMatchObject({
    anchored: "The bridge was built for little money.",
    versionNumber: 3,
  });
});

test("a claim dismissed without a place is still told of, as dismissed", async () => {
  const { id } = await verified(BRIDGE, 1);
  await revise(`${POLL}\n`);
  const { rev } = await loadClaim(desk.ana, id);
  await run(dismissClaim, desk.ana, { claimId: id, rev, reason: "trivial", note: "" });
  expect((await attention()).unplaced).toEqual([expect.objectContaining({ claimId: id, state: "dismissed" })]);
});

test("a claim that could stand in two places is told apart from one that is gone", async () => {
  const { id } = await verified(POLL, 1);
  // Away from its old place, and twice: nobody but a person can choose.
  const story = ["Opening words.", POLL, "More fresh words.", BRIDGE, "Nobody missed the ferry.", "Yet others.", POLL];
  await revise(story.join("\n\n"));
  expect((await attention()).unplaced).toEqual([
    expect.objectContaining({ claimId: id, ambiguous: true, exact: POLL }),
  ]);
});

test("a reworded claim waits for a glance with the words that were signed, and no longer after it", async () => {
  const { id } = await verified(POLL, 1);
  await revise(TEXT.replace("About 40 percent", "Around 40 percent"));
  const [glance] = (await attention()).glances;
  expect(glance).toMatchObject({ claimId: id, before: POLL, after: POLL.replace("About", "Around") });
  await run(glanceAtClaim, desk.marek, { claimId: id, rev: glance?.rev ?? 0 });
  expect((await attention()).glances).toEqual([]);
  expect((await loadClaim(desk.ana, id)).state).toBe("verified");
});

test("a sign-off given anew is a glance", async () => {
  const { id } = await verified(POLL, 1);
  await revise(TEXT.replace("About 40 percent", "Around 40 percent"));
  const source = { sourceTitle: "Another survey", sourceMedium: "document", sourceKind: "primary" } as const;
  const note = { stance: "supports", note: "It says so.", consultedOn: "2026-11-26" } as const;
  await run(addSourceNote, desk.tom, { claimId: id, ...source, ...note });
  expect((await attention()).glances).toEqual([]);
  const { rev } = await loadClaim(desk.tom, id);
  await run(proposeVerdict, desk.tom, { claimId: id, rev, verdict: "confirmed", explanation: "So it is." });
  const claim = await loadClaim(desk.marek, id);
  await run(signOff, desk.marek, { claimId: id, rev: claim.rev, contentHash: claim.contentHash });
  expect((await attention()).glances).toEqual([]);
});

test("an article of another newsroom is not there", async () => {
  const elsewhere = await newsdesk(database.db, TEXT);
  await expect(loadAttention(elsewhere.ana, desk.article.id)).rejects.toMatchObject({ code: "not_found" });
});
