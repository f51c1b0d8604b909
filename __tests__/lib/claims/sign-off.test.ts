import type { ClaimRecord } from "@/lib/claims/claim-record";
import {
  addSourceNote,
  assignClaim,
  changeClaim,
  editSourceNote,
  markClaim,
  mergeClaims,
  overrideSignOff,
  proposeVerdict,
  removeSourceNote,
  reopenClaim,
  respanClaim,
  signOff,
  splitClaim,
  tickFact,
  undo,
} from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { changeSource } from "@/lib/sources/commands";
import { buildClaim, buildClaimInReview, buildNote, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const WORDS = "The bridge cost $3 million";
const inReview = () => buildClaimInReview(database.db, desk.tom, desk.article, WORDS);
const verified = () => buildVerifiedClaim(database.db, { proposer: desk.tom, signer: desk.marek }, desk.article, WORDS);
const view = (claimId: string) => loadClaim(desk.ana, claimId);
const NOTE = { stance: "supports", quote: "", locator: "", note: "Fits.", consultedOn: "2017-03-23" } as const;

async function seen(claimId: string) {
  const { rev, contentHash } = await view(claimId);
  return { claimId, rev, contentHash };
}

describe("signing off", () => {
  test("verifies the claim and is bound to what the signer saw", async () => {
    const { id } = await inReview();
    const input = await seen(id);
    await run(signOff, desk.marek, input);
    const signed = await view(id);
    expect(signed).toMatchObject({ state: "verified", contentHash: input.contentHash });
    expect(signed.signOffs).toEqual([
      expect.objectContaining({ hash: input.contentHash, override: false, voided: null, versionNumber: 1 }),
    ]);
    expect(signed.signOffs[0]?.by.name).toBe("Marek Novak");
    expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
      command: "signoff.give",
      data: { signOff: { hash: input.contentHash } },
    });
  });

  test("a second click of the same person is fine, and writes nothing", async () => {
    const { id } = await inReview();
    const input = await seen(id);
    await run(signOff, desk.marek, input);
    await run(signOff, desk.marek, input);
    expect(await ledger(database.db, desk.article.id)).toHaveLength(1);
    expect((await view(id)).signOffs).toHaveLength(1);
  });

  test("the proposer is refused, and nothing is written", async () => {
    const { id } = await buildClaimInReview(database.db, desk.ana, desk.article, WORDS);
    expect(await refusal(signOff, desk.ana, await seen(id))).toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("another person"),
    });
    expect(await ledger(database.db, desk.article.id)).toEqual([]);
  });

  test("whoever rewords another's verdict becomes its proposer and is refused too", async () => {
    const { id } = await inReview();
    await run(proposeVerdict, desk.marek, { claimId: id, rev: 1, verdict: "confirmed", explanation: "Better words." });
    expect(await refusal(signOff, desk.marek, await seen(id))).toMatchObject({ code: "forbidden" });
    await run(signOff, desk.ana, await seen(id));
  });

  test("whoever rewrites the claim itself can't sign the verdict that was given for other words", async () => {
    const { id } = await inReview();
    await run(changeClaim, desk.marek, { claimId: id, rev: 1, wording: "The bridge did not cost $3 million" });
    expect(await refusal(signOff, desk.marek, await seen(id))).toMatchObject({ code: "not_now" });
  });

  test("who only wrote a source note may sign", async () => {
    const { id } = await inReview();
    await run(addSourceNote, desk.marek, { claimId: id, ...NOTE, sourceTitle: "Archive" });
    await run(signOff, desk.marek, await seen(id));
    expect(await view(id)).toMatchObject({ state: "verified" });
  });

  test("content that changed since it was read is a conflict", async () => {
    const { id } = await inReview();
    const input = await seen(id);
    await run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle: "Archive" });
    const no = await refusal(signOff, desk.marek, input);
    expect(no).toMatchObject({ code: "conflict", detail: { conflict: { rev: 2, by: "Tom Okafor" } } });
    expect(no.message).toContain("changed while you were reading");
    expect(no.message).toContain("Added a source note on Archive");
    const forged = { ...(await seen(id)), contentHash: input.contentHash };
    expect(await refusal(signOff, desk.marek, forged)).toMatchObject({ code: "conflict" });
  });

  test("a verdict without a standing note is not signed off", async () => {
    const { id } = await buildClaim(database.db, desk.tom, desk.article, WORDS, {
      state: "in_review",
      verdict: "confirmed",
      verdictById: desk.tom.userId,
    });
    expect(await refusal(signOff, desk.marek, await seen(id))).toMatchObject({ code: "invalid" });
  });
});

describe("stepping past the four-eyes rule", () => {
  test("is for owners and admins on their own verdict, with a reason that stays visible", async () => {
    const { id } = await buildClaimInReview(database.db, desk.owner, desk.article, WORDS);
    const input = { ...(await seen(id)), reason: "Deadline, nobody else here." };
    expect(await refusal(overrideSignOff, desk.ana, input)).toMatchObject({ code: "forbidden" });
    expect(await refusal(overrideSignOff, desk.admin, input)).toMatchObject({ code: "not_now" });
    expect(await refusal(overrideSignOff, desk.owner, { ...input, reason: " " })).toMatchObject({ code: "invalid" });
    await run(overrideSignOff, desk.owner, input);
    const signed = await view(id);
    expect(signed).toMatchObject({ state: "verified" });
    expect(signed.signOffs[0]).toMatchObject({ override: true, overrideReason: "Deadline, nobody else here." });
    expect(signed.history[0]?.words).toContain("Signed off past the four-eyes rule: Deadline, nobody else here.");
  });
});

// ---------------------------------------------------------------- what voids a sign-off

type Change = (claim: ClaimRecord) => Promise<unknown>;
const versionId = () => desk.article.versionId;
const noteId = (claim: ClaimRecord) => claim.notes[0]?.id ?? "";

const VOIDING: readonly (readonly [string, string, Change])[] = [
  [
    "another wording",
    "Wording changed by Ana Silva",
    ({ id }) => run(changeClaim, desk.ana, { claimId: id, rev: 1, wording: "The bridge cost $4 million" }),
  ],
  [
    "another speaker",
    "Speaker changed by Ana Silva",
    ({ id }) => run(changeClaim, desk.ana, { claimId: id, rev: 1, speakerName: "Jim" }),
  ],
  [
    "another speaker's title",
    "Speaker changed by Ana Silva",
    ({ id }) => run(changeClaim, desk.ana, { claimId: id, rev: 1, speakerTitle: "Mayor" }),
  ],
  [
    "another reporter",
    "Speaker changed by Ana Silva",
    ({ id }) => run(changeClaim, desk.ana, { claimId: id, rev: 1, viaName: "Jim" }),
  ],
  [
    "another place",
    "Place in the text changed by Ana Silva",
    ({ id }) => run(respanClaim, desk.ana, { claimId: id, rev: 1, versionId: versionId(), start: 0, end: 15 }),
  ],
  [
    "a new note",
    "Source note added by Tom Okafor",
    ({ id }) => run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle: "Archive" }),
  ],
  [
    "an edited note",
    "Source note edited by Tom Okafor",
    (claim) => run(editSourceNote, desk.tom, { noteId: noteId(claim), rev: 1, ...NOTE }),
  ],
  [
    "a removed note",
    "Source note removed by Tom Okafor",
    (claim) => run(removeSourceNote, desk.tom, { noteId: noteId(claim), rev: 1 }),
  ],
  [
    "a split",
    "Split by Ana Silva",
    ({ id }) => run(splitClaim, desk.ana, { claimId: id, rev: 1, versionId: versionId(), at: 10 }),
  ],
  [
    "a merge",
    "Merged by Ana Silva",
    async ({ id }) => {
      const other = await buildClaim(database.db, desk.ana, desk.article, "The ferry stopped in May.", { number: 2 });
      await run(mergeClaims, desk.ana, { claimIds: [id, other.id] });
    },
  ],
  [
    "reopening",
    "Reopened by Ana Silva: New figures.",
    ({ id }) => run(reopenClaim, desk.ana, { claimId: id, rev: 1, reason: "New figures." }),
  ],
];

test.each(VOIDING)("%s voids a sign-off visibly, and the claim is open again", async (_, why, change) => {
  const claim = await verified();
  const before = await view(claim.id);
  await change(claim);
  const after = await view(claim.id);
  expect(after.state).toBe("reopened");
  expect(after.signOffs).toEqual([expect.objectContaining({ voided: { at: expect.any(String), reason: why } })]);
  if (!why.startsWith("Reopened")) expect(after.contentHash).not.toBe(before.contentHash);
  expect((await lastEntry(database.db, desk.article.id)).data.voided).toBe(why);
  expect(after.history[0]?.words).toContain("The sign-off was voided");
});

const HARMLESS: readonly (readonly [string, Change])[] = [
  ["another kind", ({ id }) => run(changeClaim, desk.ana, { claimId: id, rev: 1, kind: "statistic" })],
  ["an assignment", ({ id }) => run(assignClaim, desk.ana, { claimId: id, rev: 1, assigneeId: desk.tom.userId })],
  [
    "another title of a source",
    ({ notes }) =>
      run(changeSource, desk.tom, {
        sourceId: notes[0]?.sourceId ?? "",
        rev: 1,
        title: "Budget 2016",
        medium: "document",
        kind: "primary",
      }),
  ],
  [
    "a claim marked over the same words",
    () => run(markClaim, desk.ana, { articleId: desk.article.id, versionId: versionId(), start: 0, end: WORDS.length }),
  ],
];

test.each(HARMLESS)("%s leaves a sign-off standing", async (_, change) => {
  const claim = await verified();
  const { contentHash } = await view(claim.id);
  await change(claim);
  const after = await view(claim.id);
  expect(after).toMatchObject({ state: "verified", contentHash });
  expect(after.signOffs).toEqual([expect.objectContaining({ voided: null, hash: contentHash })]);
});

test("a ticked fact leaves a sign-off standing", async () => {
  const start = TEXT.indexOf(WORDS);
  const place = { articleId: desk.article.id, versionId: versionId(), start, end: start + WORDS.length };
  const { claimId } = await run(markClaim, desk.ana, place);
  await buildNote(database.db, desk.tom, claimId);
  await run(proposeVerdict, desk.tom, { claimId, rev: 1, verdict: "confirmed" });
  await run(signOff, desk.marek, await seen(claimId));
  const factId = (await view(claimId)).factList[0]?.id ?? "";
  await run(tickFact, desk.tom, { claimId, factId, ticked: true });
  expect(await view(claimId)).toMatchObject({ state: "verified", factsTicked: 1 });
});

test("undoing never brings a sign-off back: the claim waits to be signed again, with the same content", async () => {
  const claim = await verified();
  const { contentHash } = await view(claim.id);
  await run(changeClaim, desk.ana, { claimId: claim.id, rev: 1, wording: "Something else" });
  const { seq } = await lastEntry(database.db, desk.article.id);
  await run(undo, desk.ana, { articleId: desk.article.id, seq });
  const after = await view(claim.id);
  expect(after).toMatchObject({ state: "in_review", contentHash, wording: WORDS });
  expect(after.signOffs[0]?.voided).toMatchObject({ reason: "Wording changed by Ana Silva" });
  await run(signOff, desk.marek, await seen(claim.id));
  expect(await view(claim.id)).toMatchObject({ state: "verified" });
});
