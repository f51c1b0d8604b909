import {
  acceptClaim,
  addSourceNote,
  assignClaim,
  changeClaim,
  dismissClaim,
  proposeVerdict,
  reopenClaim,
  sendBack,
  signOff,
  startCheck,
} from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { buildClaim, buildClaimInReview } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { ledger, type Newsdesk, newsdesk, refusal, run } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const WORDS = "The bridge cost $3 million";
const base = { wording: WORDS, kind: "statement", speakerName: "", speakerTitle: "", viaName: "" } as const;
const claim = (more = {}) => buildClaim(database.db, desk.ana, desk.article, WORDS, more);
const view = (claimId: string) => loadClaim(desk.ana, claimId);
const NOTE = { stance: "supports", quote: "", locator: "", note: "Fits.", consultedOn: "2017-03-23" } as const;

describe("two people edit one claim", () => {
  test("different fields merge by themselves", async () => {
    const claimId = (await claim()).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, base, wording: "Ana's words" });
    await run(changeClaim, desk.marek, { claimId, rev: 1, base, ...base, speakerName: "Torres" });
    expect(await view(claimId)).toMatchObject({ wording: "Ana's words", speakerName: "Torres", rev: 3 });
  });

  test("the same field shows the second saver all three versions, and who was first", async () => {
    const claimId = (await claim()).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, base, wording: "Ana's words" });
    await run(assignClaim, desk.marek, { claimId, rev: 2, assigneeId: desk.tom.userId });
    const mine = { claimId, rev: 1, base, ...base, wording: "Marek's words", speakerName: "Torres" };
    const no = await refusal(changeClaim, desk.marek, mine);
    expect(no).toMatchObject({
      code: "conflict",
      message: "Ana Silva changed the wording while you were editing. Choose field by field what shall stand.",
    });
    expect(no.detail.conflict).toEqual({
      rev: 3,
      by: "Ana Silva",
      fields: [{ field: "wording", base: WORDS, mine: "Marek's words", theirs: "Ana's words" }],
    });
    expect(await view(claimId)).toMatchObject({ wording: "Ana's words", speakerName: "" });
  });

  test("sending the choice again with the new rev and theirs as the base saves it", async () => {
    const claimId = (await claim()).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, base, wording: "Ana's words" });
    const again = { claimId, rev: 2, base: { ...base, wording: "Ana's words" }, ...base, wording: "Marek's words" };
    await run(changeClaim, desk.marek, again);
    expect(await view(claimId)).toMatchObject({ wording: "Marek's words", rev: 3 });
  });

  test("equal edits agree, and the second writes nothing", async () => {
    const claimId = (await claim()).id;
    const edit = { claimId, rev: 1, base, wording: "The same words" };
    await run(changeClaim, desk.ana, edit);
    expect(await run(changeClaim, desk.marek, edit)).toMatchObject({ rev: 2 });
    expect(await ledger(database.db, desk.article.id)).toHaveLength(1);
  });

  test("without a base a stale edit never overwrites", async () => {
    const claimId = (await claim()).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, wording: "Ana's words" });
    expect(await refusal(changeClaim, desk.marek, { claimId, rev: 1, wording: "Mine" })).toMatchObject({
      code: "conflict",
    });
  });

  test("verdict and explanation merge, or show both", async () => {
    const { id: claimId } = await buildClaimInReview(database.db, desk.tom, desk.article, WORDS);
    const from = { verdict: "confirmed", explanation: "The budget bears it out.", authorsWordReason: "" };
    await run(proposeVerdict, desk.ana, { claimId, rev: 1, base: from, ...from, explanation: "Ana's reasons" });
    await run(proposeVerdict, desk.tom, { claimId, rev: 1, base: from, ...from, verdict: "corrected" });
    expect(await view(claimId)).toMatchObject({
      verdict: { id: "corrected" },
      explanation: "Ana's reasons",
      proposedBy: { name: "Tom Okafor" },
    });
    const no = await refusal(proposeVerdict, desk.marek, {
      claimId,
      rev: 1,
      base: from,
      ...from,
      explanation: "Marek's",
    });
    expect(no.detail.conflict).toMatchObject({
      rev: 3,
      by: "Ana Silva",
      fields: [{ field: "explanation", mine: "Marek's", theirs: "Ana's reasons" }],
    });
  });
});

describe("a step on a claim that moved on", () => {
  test("is a conflict that says who did what", async () => {
    const claimId = (await claim({ state: "open" })).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, wording: "Other words" });
    const no = await refusal(dismissClaim, desk.marek, { claimId, rev: 1, reason: "opinion" });
    expect(no).toMatchObject({ code: "conflict", detail: { conflict: { rev: 2, by: "Ana Silva", fields: [] } } });
    expect(no.message).toContain("Ana Silva was quicker: Changed the wording.");
  });

  test("is fine where its outcome stands already", async () => {
    const claimId = (await claim()).id;
    await run(acceptClaim, desk.ana, { claimId, rev: 1 });
    expect(await run(acceptClaim, desk.marek, { claimId, rev: 1 })).toMatchObject({ rev: 2 });
    await run(startCheck, desk.tom, { claimId, rev: 2 });
    expect(await run(startCheck, desk.marek, { claimId, rev: 2 })).toMatchObject({ rev: 3 });
    expect(await run(acceptClaim, desk.marek, { claimId, rev: 1 })).toMatchObject({ rev: 3 });
    const out = { claimId, rev: 3, reason: "trivial", note: "x" } as const;
    await run(dismissClaim, desk.ana, out);
    expect(await run(dismissClaim, desk.marek, out)).toMatchObject({ rev: 4 });
    expect(await refusal(dismissClaim, desk.marek, { ...out, reason: "opinion" })).toMatchObject({ code: "conflict" });
    const back = { claimId, rev: 4, reason: "y" };
    await run(reopenClaim, desk.ana, back);
    expect(await run(reopenClaim, desk.marek, back)).toMatchObject({ rev: 5 });
    expect(await ledger(database.db, desk.article.id)).toHaveLength(4);
  });

  test("an assignment only loses against another assignment", async () => {
    const claimId = (await claim({ state: "open" })).id;
    await run(changeClaim, desk.ana, { claimId, rev: 1, wording: "Other words" });
    await run(assignClaim, desk.marek, { claimId, rev: 1, assigneeId: desk.tom.userId });
    expect(await refusal(assignClaim, desk.ana, { claimId, rev: 1, assigneeId: desk.ana.userId })).toMatchObject({
      code: "conflict",
      detail: { conflict: { by: "Marek Novak" } },
    });
  });
});

describe("at the same moment", () => {
  test("of two sign-offs one wins, the other hears of it", async () => {
    const { id: claimId } = await buildClaimInReview(database.db, desk.tom, desk.article, WORDS);
    const { rev, contentHash } = await view(claimId);
    const input = { claimId, rev, contentHash };
    const outcomes = await Promise.allSettled([run(signOff, desk.ana, input), run(signOff, desk.marek, input)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect((await view(claimId)).signOffs).toHaveLength(1);
    expect(await ledger(database.db, desk.article.id)).toHaveLength(1);
  });

  test("signing off and sending back: one of them", async () => {
    const { id: claimId } = await buildClaimInReview(database.db, desk.tom, desk.article, WORDS);
    const { rev, contentHash } = await view(claimId);
    const outcomes = await Promise.allSettled([
      run(signOff, desk.ana, { claimId, rev, contentHash }),
      run(sendBack, desk.marek, { claimId, rev, reason: "No." }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state, signOffs } = await view(claimId);
    expect([state, signOffs.length]).toEqual(outcomes[0]?.status === "fulfilled" ? ["verified", 1] : ["in_check", 0]);
  });

  test("20 notes are all there, their one source once, and the chain is whole", async () => {
    const claimId = (await claim({ state: "open" })).id;
    const people = [desk.tom, desk.ana, desk.marek, desk.owner];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        run(addSourceNote, people[i % 4] ?? desk.tom, { claimId, ...NOTE, note: `Note ${i}`, sourceTitle: "Budget" }),
      ),
    );
    const { noteList, state, rev } = await view(claimId);
    expect(new Set(noteList.map(({ note }) => note)).size).toBe(20);
    expect(new Set(noteList.map(({ source }) => source.id)).size).toBe(1);
    expect([state, rev]).toEqual(["in_check", 21]);
    expect(await ledger(database.db, desk.article.id)).toHaveLength(20);
  });

  test("edits of different fields by many people all stand or are all told of", async () => {
    const claimId = (await claim()).id;
    const edits = (["wording", "speakerName", "speakerTitle", "viaName"] as const).map((field) =>
      run(changeClaim, desk.ana, { claimId, rev: 1, base, [field]: `new ${field}` }),
    );
    await Promise.all(edits);
    expect(await view(claimId)).toMatchObject({
      wording: "new wording",
      speakerName: "new speakerName",
      viaName: "new viaName",
      rev: 5,
    });
    await ledger(database.db, desk.article.id);
  });
});
