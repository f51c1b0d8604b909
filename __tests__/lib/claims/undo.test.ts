import {
  acceptClaim,
  addSourceNote,
  assignClaim,
  bulkAccept,
  bulkAssign,
  bulkDismiss,
  changeClaim,
  dismissClaim,
  markClaim,
  mergeClaims,
  reopenClaim,
  respanClaim,
  splitClaim,
  startCheck,
  tickFact,
  undo,
} from "@/lib/claims/commands";
import { loadClaim, loadGalleyClaims } from "@/lib/claims/queries";
import type { ClaimView } from "@/lib/claims/schema";
import { buildClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const view = (claimId: string) => loadClaim(desk.ana, claimId);
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const place = (words: string) => ({ articleId: desk.article.id, versionId: desk.article.versionId, ...span(words) });
const NOTE = { stance: "supports", quote: "", locator: "", note: "Fits.", consultedOn: "2017-03-23" } as const;

async function undoLast(actor = desk.marek) {
  const { seq } = await lastEntry(database.db, desk.article.id);
  return run(undo, actor, { articleId: desk.article.id, seq });
}

/** What of a claim undoing has to bring back. */
function essence({ rev, updatedAt, history, abilities, ...kept }: ClaimView) {
  return kept;
}
const galley = async () =>
  (await loadGalleyClaims(desk.ana, desk.article.id, desk.article.versionId)).map(
    ({ rev, updatedAt, ...kept }) => kept,
  );

const SENTENCE = "It was built in 2016 by 40 workers.";

type Deed = (claim: ClaimView) => Promise<unknown>;
const DEEDS: readonly (readonly [string, Deed])[] = [
  [
    "claim.change",
    ({ id, rev }) =>
      run(changeClaim, desk.ana, { claimId: id, rev, wording: "Other", kind: "statistic", speakerName: "Jim" }),
  ],
  [
    "claim.respan",
    ({ id, rev, versionId }) =>
      run(respanClaim, desk.ana, { claimId: id, rev, versionId, ...span("built in 2016 by 40 workers") }),
  ],
  [
    "claim.split",
    ({ id, rev, versionId }) => run(splitClaim, desk.ana, { claimId: id, rev, versionId, at: TEXT.indexOf(" by 40") }),
  ],
  [
    "claim.merge",
    async ({ id }) => {
      const other = await run(markClaim, desk.ana, place("The ferry stopped in May."));
      await run(addSourceNote, desk.tom, { claimId: other.claimId, ...NOTE, sourceTitle: "Ferries" });
      await run(mergeClaims, desk.ana, { claimIds: [id, other.claimId] });
    },
  ],
  [
    "claim.dismiss",
    ({ id, rev }) => run(dismissClaim, desk.ana, { claimId: id, rev, reason: "trivial", note: "Small." }),
  ],
  [
    "claim.assign",
    ({ id, rev }) =>
      run(assignClaim, desk.ana, { claimId: id, rev, assigneeId: desk.tom.userId, priority: 2, dueOn: "2017-04-01" }),
  ],
  [
    "claim.bulkDismiss",
    ({ id }) => run(bulkDismiss, desk.ana, { selection: { ids: [id] }, reason: "opinion", note: "All." }),
  ],
  [
    "claim.bulkAssign",
    ({ id }) => run(bulkAssign, desk.ana, { selection: { ids: [id] }, assigneeId: desk.tom.userId }),
  ],
];

/** A marked claim with a note and a ticked fact. */
async function checkedClaim(): Promise<ClaimView> {
  const { claimId } = await run(markClaim, desk.ana, place(SENTENCE));
  await run(addSourceNote, desk.tom, { claimId, ...NOTE, sourceTitle: "Archive" });
  const factId = (await view(claimId)).factList[0]?.id ?? "";
  await run(tickFact, desk.tom, { claimId, factId, ticked: true });
  return view(claimId);
}

describe.each(DEEDS)("%s", (command, deed) => {
  test("is undone by anyone who may, as an entry of its own, and everything is as before", async () => {
    const before = await checkedClaim();
    await deed(before);
    const entry = await lastEntry(database.db, desk.article.id);
    expect(entry.command).toBe(command);
    expect((await view(before.id)).history.map(({ undoSeq }) => undoSeq)[0]).toBe(entry.seq);
    await undoLast();
    expect(essence(await view(before.id))).toEqual(essence(before));
    expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
      command: "claim.undo",
      actor: { name: "Marek Novak" },
      data: { undone: { seq: entry.seq, command } },
    });
  });

  test("undone twice stands again", async () => {
    const before = await checkedClaim();
    await deed(before);
    const [done, all] = [essence(await view(before.id)), await galley()];
    await undoLast();
    await undoLast(desk.ana);
    expect(essence(await view(before.id))).toEqual(done);
    expect(await galley()).toEqual(all);
  });

  test("is not undone over what somebody changed since", async () => {
    const before = await checkedClaim();
    await deed(before);
    const { seq } = await lastEntry(database.db, desk.article.id);
    const { rev, state } = await view(before.id);
    if (state === "dismissed") await run(reopenClaim, desk.marek, { claimId: before.id, rev, reason: "No." });
    else await run(changeClaim, desk.marek, { claimId: before.id, rev, viaName: "Somebody" });
    const standing = essence(await view(before.id));
    const no = await refusal(undo, desk.ana, { articleId: desk.article.id, seq });
    expect(no).toMatchObject({
      code: "not_now",
      message: "Marek Novak changed claim 1 since, so this can't be undone any more.",
    });
    expect(essence(await view(before.id))).toEqual(standing);
  });
});

test("accepting is undone", async () => {
  const { id } = await buildClaim(database.db, desk.ana, desk.article, SENTENCE);
  await run(acceptClaim, desk.ana, { claimId: id, rev: 1 });
  await undoLast();
  expect(await view(id)).toMatchObject({ state: "detected", rev: 3 });
});

test("marking is undone: the claim goes, its history stays, its number is not used again", async () => {
  const { claimId } = await run(markClaim, desk.ana, place(SENTENCE));
  await undoLast();
  expect(await galley()).toEqual([]);
  expect(await view(claimId)).toMatchObject({ removed: true });
  const next = await run(markClaim, desk.ana, place(SENTENCE));
  expect(await view(next.claimId)).toMatchObject({ number: 2 });
});

test("reopening a dismissed claim is undone", async () => {
  const { id } = await buildClaim(database.db, desk.ana, desk.article, SENTENCE, {
    state: "dismissed",
    dismissReason: "opinion",
    stateNote: "x",
  });
  await run(reopenClaim, desk.ana, { claimId: id, rev: 1, reason: "y" });
  await undoLast();
  expect(await view(id)).toMatchObject({ state: "dismissed", dismissReason: "opinion", stateNote: "x" });
});

test("a tick given since survives the undoing of a new place", async () => {
  const { claimId } = await run(markClaim, desk.ana, place(SENTENCE));
  const { versionId } = desk.article;
  await run(respanClaim, desk.ana, { claimId, rev: 1, versionId, ...span("It was built in 2016") });
  const { seq } = await lastEntry(database.db, desk.article.id);
  const factId = (await view(claimId)).factList[0]?.id ?? "";
  await run(tickFact, desk.tom, { claimId, factId, ticked: true });
  await run(undo, desk.ana, { articleId: desk.article.id, seq });
  const back = await view(claimId);
  expect(back.anchored).toBe(SENTENCE);
  expect(back.factList.find(({ id }) => id === factId)?.ticked?.by.name).toBe("Tom Okafor");
});

test("of a bulk change, what nobody touched since goes back, and the rest is counted", async () => {
  const claims = await Promise.all(
    ["The bridge cost $3 million", SENTENCE, "The ferry stopped in May."].map((words, i) =>
      buildClaim(database.db, desk.ana, desk.article, words, { number: i + 1 }),
    ),
  );
  const ids = claims.map(({ id }) => id);
  await run(bulkAccept, desk.ana, { selection: { ids } });
  const { seq } = await lastEntry(database.db, desk.article.id);
  await run(startCheck, desk.tom, { claimId: ids[1] ?? "", rev: 2 });
  const undone = await run(undo, desk.ana, { articleId: desk.article.id, seq });
  expect(undone).toMatchObject({ changed: 2, skipped: { "Changed since.": 1 } });
  expect((await galley()).map(({ state }) => state).sort()).toEqual(["detected", "detected", "in_check"]);
});

test("what no undo can take back is refused", async () => {
  const { id } = await buildClaim(database.db, desk.ana, desk.article, SENTENCE, { state: "open" });
  await run(startCheck, desk.tom, { claimId: id, rev: 1 });
  const { seq } = await lastEntry(database.db, desk.article.id);
  expect(await refusal(undo, desk.ana, { articleId: desk.article.id, seq })).toMatchObject({ code: "not_now" });
  expect(await refusal(undo, desk.ana, { articleId: desk.article.id, seq: 99 })).toMatchObject({ code: "not_found" });
});

test("another newsroom's ledger is not there", async () => {
  const other = await newsdesk(database.db);
  const { id } = await buildClaim(database.db, desk.ana, desk.article, SENTENCE);
  await run(acceptClaim, desk.ana, { claimId: id, rev: 1 });
  expect(await refusal(undo, other.owner, { articleId: desk.article.id, seq: 1 })).toMatchObject({ code: "not_found" });
  expect(await ledger(database.db, desk.article.id)).toHaveLength(1);
});
