import {
  acceptClaim,
  addSourceNote,
  assignClaim,
  changeClaim,
  dismissClaim,
  editSourceNote,
  markClaim,
  mergeClaims,
  proposeVerdict,
  removeSourceNote,
  reopenClaim,
  respanClaim,
  sendBack,
  splitClaim,
  startCheck,
  tickFact,
} from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { newId } from "@/lib/platform/random";
import { buildArticle, buildClaim, buildClaimInReview, buildNote, buildSource } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, ledger, type Newsdesk, newsdesk, refusal, run, TEXT } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const claim = (words: string, more = {}) => buildClaim(database.db, desk.ana, desk.article, words, more);
const view = (claimId: string) => loadClaim(desk.ana, claimId);
const inText = () => ({ articleId: desk.article.id, versionId: desk.article.versionId });

describe("marking a claim", () => {
  test("takes the selected words without the white space around them, and the next number", async () => {
    await claim("The ferry stopped in May.", { number: 7 });
    const { start, end } = at(" It was built in 2016 by 40 workers.");
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), start, end });
    expect(await view(claimId)).toMatchObject({
      number: 8,
      state: "open",
      origin: "person",
      wording: "It was built in 2016 by 40 workers.",
      anchored: "It was built in 2016 by 40 workers.",
    });
  });

  test("reads the facts inside it, and a score with its reasons", async () => {
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), ...at("The bridge cost $3 million") });
    const marked = await view(claimId);
    expect(marked.factList).toEqual([
      expect.objectContaining({ type: "money", text: "$3 million", ...at("$3 million"), ticked: null }),
    ]);
    expect(marked.factList[0]?.normalised).toContain("3,000,000");
    expect(marked.score).toBeGreaterThan(0);
    expect(marked.reasons.length).toBeGreaterThan(0);
  });

  test("keeps the words before and after it, never cutting a character", async () => {
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), ...at("Nobody missed it") });
    const anchor = await database.db.anchor.findFirstOrThrow({ where: { claimId } });
    expect(anchor.prefix.endsWith("😀 ")).toBe(true);
    expect(anchor.suffix).toBe(".\n");
    expect(anchor.prefix.length).toBeLessThanOrEqual(32);
  });

  test.each([
    ["outside the text", { start: 0, end: TEXT.length + 1 }],
    ["upside down", { start: 20, end: 10 }],
    ["empty", { start: 5, end: 5 }],
    ["only white space", { start: TEXT.indexOf("\n\n"), end: TEXT.indexOf("\n\n") + 2 }],
    ["inside a character", { start: TEXT.indexOf("😀") + 1, end: TEXT.indexOf("😀") + 6 }],
  ])("refuses a place that is %s", async (_, place) => {
    expect(await refusal(markClaim, desk.ana, { ...inText(), ...place })).toMatchObject({ code: "invalid" });
    expect(await database.db.claim.count({ where: { articleId: desk.article.id } })).toBe(0);
  });

  test("refuses more than 5,000 characters", async () => {
    const article = await buildArticle(database.db, desk.ana, "word ".repeat(2_000));
    const input = { articleId: article.id, versionId: article.versionId, start: 0 };
    expect(await refusal(markClaim, desk.ana, { ...input, end: 5_003 })).toMatchObject({ code: "invalid" });
    await run(markClaim, desk.ana, { ...input, end: 5_000 });
  });

  test("refuses a version that is not the article's current one", async () => {
    const other = await buildArticle(database.db, desk.ana, TEXT);
    const input = { articleId: desk.article.id, versionId: other.versionId, start: 0, end: 10 };
    expect(await refusal(markClaim, desk.ana, input)).toMatchObject({ code: "not_now" });
  });

  test("lets places overlap", async () => {
    await run(markClaim, desk.ana, { ...inText(), ...at("The bridge cost $3 million") });
    await run(markClaim, desk.ana, { ...inText(), ...at("cost $3 million, Mayor Ana Torres said") });
    expect((await ledger(database.db, desk.article.id)).map(({ command }) => command)).toEqual([
      "claim.mark",
      "claim.mark",
    ]);
  });
});

describe("correcting a claim", () => {
  test("changing fields saves those, and the ledger holds them before and after", async () => {
    const { id } = await claim("The bridge cost $3 million");
    await run(changeClaim, desk.ana, {
      claimId: id,
      rev: 1,
      wording: "The bridge cost three million dollars.",
      kind: "statistic",
    });
    expect(await view(id)).toMatchObject({
      rev: 2,
      wording: "The bridge cost three million dollars.",
      kind: "statistic",
      state: "detected",
    });
    const entry = await lastEntry(database.db, desk.article.id);
    expect(entry).toMatchObject({ command: "claim.change", subject: id, actor: { name: "Ana Silva" } });
    expect(entry.data.changes).toEqual([
      {
        claimId: id,
        number: 1,
        rev: { before: 1, after: 2 },
        before: { wording: "The bridge cost $3 million", kind: "statement" },
        after: { wording: "The bridge cost three million dollars.", kind: "statistic" },
      },
    ]);
  });

  test("changing nothing writes nothing", async () => {
    const { id } = await claim("The bridge cost $3 million");
    expect(
      await run(changeClaim, desk.ana, { claimId: id, rev: 1, wording: "The bridge cost $3 million" }),
    ).toMatchObject({ rev: 1 });
    expect(await ledger(database.db, desk.article.id)).toEqual([]);
  });

  test("other words in review go back to the check: the verdict was given for the old ones", async () => {
    const { id } = await buildClaimInReview(database.db, desk.tom, desk.article, "The bridge cost $3 million");
    await run(changeClaim, desk.ana, { claimId: id, rev: 1, wording: "The bridge did not cost $3 million." });
    expect(await view(id)).toMatchObject({
      state: "in_check",
      stateNote: "Wording changed by Ana Silva",
      verdict: { id: "confirmed" },
      proposedBy: { name: "Tom Okafor" },
    });
  });

  test("another kind alone leaves the review standing", async () => {
    const { id } = await buildClaimInReview(database.db, desk.tom, desk.article, "The bridge cost $3 million");
    await run(changeClaim, desk.ana, { claimId: id, rev: 1, kind: "statistic" });
    expect(await view(id)).toMatchObject({ state: "in_review", kind: "statistic" });
  });

  test("a dismissed claim is not changed", async () => {
    const { id } = await claim("The bridge cost $3 million", { state: "dismissed" });
    expect(await refusal(changeClaim, desk.ana, { claimId: id, rev: 1, wording: "x" })).toMatchObject({
      code: "not_now",
    });
  });

  test("moving its place reads the facts again and keeps the ticks of the same words", async () => {
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), ...at("The bridge cost $3 million") });
    const [money] = (await view(claimId)).factList;
    await run(tickFact, desk.tom, { claimId, factId: money?.id ?? "", ticked: true });
    const wider = at("The bridge cost $3 million, Mayor Ana Torres said on Wednesday.");
    await run(respanClaim, desk.ana, { claimId, rev: 1, versionId: desk.article.versionId, ...wider });
    const moved = await view(claimId);
    expect(moved).toMatchObject({ rev: 2, ...wider });
    // The wording was the old words, so it follows.
    expect(moved.wording).toBe("The bridge cost $3 million, Mayor Ana Torres said on Wednesday.");
    expect(moved.factList.find(({ id }) => id === money?.id)?.ticked?.by.name).toBe("Tom Okafor");
    expect(moved.factList.length).toBeGreaterThan(1);
    expect(moved.factsTicked).toBe(1);
  });

  test("a wording of its own stays where the place moves", async () => {
    const { id } = await claim("cost $3 million", { wording: "The bridge was expensive." });
    await run(respanClaim, desk.ana, {
      claimId: id,
      rev: 1,
      versionId: desk.article.versionId,
      ...at("The bridge cost $3 million"),
    });
    expect(await view(id)).toMatchObject({
      wording: "The bridge was expensive.",
      anchored: "The bridge cost $3 million",
    });
  });
});

describe("splitting and merging", () => {
  const words = "It was built in 2016 by 40 workers.";

  test("the first part keeps number, notes and work, each part has its own facts", async () => {
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), ...at(words) });
    const [year] = (await view(claimId)).factList;
    await run(tickFact, desk.tom, { claimId, factId: year?.id ?? "", ticked: true });
    await run(addSourceNote, desk.tom, { claimId, ...NOTE, sourceTitle: "Report" });
    const { rev } = await view(claimId);
    const cut = TEXT.indexOf(" by 40 workers");
    const { newClaimId } = await run(splitClaim, desk.ana, {
      claimId,
      rev,
      versionId: desk.article.versionId,
      at: cut,
    });
    const [first, second] = [await view(claimId), await view(newClaimId)];
    expect(first).toMatchObject({ number: 1, anchored: "It was built in 2016", notes: 1, factsTicked: 1 });
    expect(second).toMatchObject({ number: 2, anchored: "by 40 workers.", notes: 0, state: "open" });
    expect(first.factList.map(({ text }) => text)).toEqual([year?.text]);
    expect(second.factList.every(({ start }) => start >= cut)).toBe(true);
    expect(second.factList.length).toBeGreaterThan(0);
  });

  test.each([
    ["at its beginning", at(words).start],
    ["at its end", at(words).end],
    ["outside", 0],
  ])("a claim is not split %s", async (_, point) => {
    const { id } = await claim(words);
    const input = { claimId: id, rev: 1, versionId: desk.article.versionId, at: point };
    expect(await refusal(splitClaim, desk.ana, input)).toMatchObject({ code: "invalid" });
  });

  test("merged claims become the first: it covers all, takes the notes, the others go", async () => {
    const first = await claim("The bridge cost $3 million", { number: 1, state: "open" });
    const second = await claim(words, { number: 2, state: "in_check" });
    await buildNote(database.db, desk.tom, second.id);
    await run(mergeClaims, desk.ana, { claimIds: [first.id, second.id] });
    const kept = await view(first.id);
    expect(kept).toMatchObject({ number: 1, state: "in_check", notes: 1, ...{ start: 0, end: at(words).end } });
    expect(kept.wording).toBe(`The bridge cost $3 million ${words}`);
    expect(kept.factList.length).toBeGreaterThan(1);
    const gone = await view(second.id);
    expect(gone).toMatchObject({ removed: true, notes: 0 });
    expect(gone.abilities.note).toEqual({ may: false, why: expect.stringContaining("taken away") });
    expect(gone.history[0]?.words).toContain("Merged claims 1, 2 into one");
    expect(await refusal(acceptClaim, desk.ana, { claimId: second.id, rev: 2 })).toMatchObject({ code: "not_now" });
  });

  test("claims of two articles are not merged", async () => {
    const other = await buildArticle(database.db, desk.ana, TEXT);
    const here = await claim(words);
    const there = await buildClaim(database.db, desk.ana, other, words);
    expect(await refusal(mergeClaims, desk.ana, { claimIds: [here.id, there.id] })).toMatchObject({ code: "invalid" });
  });

  test("a claim is not merged with itself, nor with a dismissed one", async () => {
    const one = await claim(words, { number: 1 });
    const out = await claim("The ferry stopped in May.", { number: 2, state: "dismissed" });
    expect(await refusal(mergeClaims, desk.ana, { claimIds: [one.id, one.id] })).toMatchObject({ code: "invalid" });
    expect(await refusal(mergeClaims, desk.ana, { claimIds: [one.id, out.id] })).toMatchObject({ code: "not_now" });
  });
});

const NOTE = {
  stance: "supports",
  quote: "Three million.",
  locator: "p. 12",
  note: "Fits.",
  consultedOn: "2017-03-23",
} as const;

describe("the steps of a claim", () => {
  test("accept, start, note, propose, send back: each is one entry, and the chain is whole", async () => {
    const { id } = await claim("The bridge cost $3 million");
    await run(acceptClaim, desk.ana, { claimId: id, rev: 1 });
    await run(startCheck, desk.tom, { claimId: id, rev: 2 });
    await run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle: "Budget" });
    await run(proposeVerdict, desk.tom, { claimId: id, rev: 4, verdict: "confirmed", explanation: "Fits." });
    await run(sendBack, desk.marek, { claimId: id, rev: 5, reason: "Which budget?" });
    const checked = await view(id);
    expect(checked).toMatchObject({
      state: "in_check",
      stateNote: "Which budget?",
      rev: 6,
      assignee: { name: "Tom Okafor" },
    });
    expect((await ledger(database.db, desk.article.id)).map(({ command }) => command)).toEqual([
      "claim.accept",
      "claim.startCheck",
      "note.add",
      "verdict.propose",
      "claim.sendBack",
    ]);
    expect(checked.history.map(({ words }) => words)).toEqual([
      "Sent back: Which budget? — now in check.",
      "Proposed the verdict “Confirmed” — now in review.",
      "Added a source note on Budget.",
      "Started checking — now in check.",
      "Accepted the claim — now open.",
    ]);
  });

  test("dismissed with a reason, reopened with a reason", async () => {
    const { id } = await claim("The bridge cost $3 million");
    await run(dismissClaim, desk.ana, { claimId: id, rev: 1, reason: "trivial", note: "Nobody cares." });
    expect(await view(id)).toMatchObject({ state: "dismissed", dismissReason: "trivial", stateNote: "Nobody cares." });
    await run(reopenClaim, desk.marek, { claimId: id, rev: 2, reason: "Somebody does." });
    expect(await view(id)).toMatchObject({ state: "reopened", dismissReason: null, stateNote: "Somebody does." });
  });

  test("steps the state does not allow are refused with the reason, and nothing is written", async () => {
    const { id } = await claim("The bridge cost $3 million");
    const no = await refusal(startCheck, desk.tom, { claimId: id, rev: 1 });
    expect(no).toMatchObject({ code: "not_now", message: "You can't start checking a claim that is detected." });
    expect(await ledger(database.db, desk.article.id)).toEqual([]);
    expect(await view(id)).toMatchObject({ rev: 1, state: "detected" });
  });

  test("ticks say who checked a fact and can be taken back; a second tick writes nothing", async () => {
    const { claimId } = await run(markClaim, desk.ana, { ...inText(), ...at("The bridge cost $3 million") });
    const factId = (await view(claimId)).factList[0]?.id ?? "";
    await run(tickFact, desk.tom, { claimId, factId, ticked: true });
    await run(tickFact, desk.marek, { claimId, factId, ticked: "on" });
    const ticked = await view(claimId);
    expect(ticked.factList[0]?.ticked?.by.name).toBe("Tom Okafor");
    expect(ticked).toMatchObject({ rev: 1, factsTicked: 1 });
    expect(ticked.history[0]?.words).toBe("Ticked “$3 million”.");
    await run(tickFact, desk.marek, { claimId, factId, ticked: false });
    expect((await view(claimId)).factList[0]?.ticked).toBeNull();
    expect(await ledger(database.db, desk.article.id)).toHaveLength(3);
    expect(await refusal(tickFact, desk.tom, { claimId, factId: newId(), ticked: true })).toMatchObject({
      code: "not_found",
    });
  });

  test("assigned to a member who may check, with priority and due date", async () => {
    const { id } = await claim("The bridge cost $3 million");
    const input = { claimId: id, rev: 1, priority: 3, dueOn: "2017-03-25" };
    await run(assignClaim, desk.ana, { ...input, assigneeId: desk.tom.userId });
    expect(await view(id)).toMatchObject({ assignee: { name: "Tom Okafor" }, priority: 3, dueOn: "2017-03-25" });
    const outsider = (await newsdesk(database.db)).tom;
    for (const [assigneeId, why] of [
      [desk.lena.userId, "Lena Vogt may not check claims."],
      [outsider.userId, "Choose a member of the newsroom."],
    ] as const) {
      const no = await refusal(assignClaim, desk.ana, { ...input, rev: 2, assigneeId });
      expect(no).toMatchObject({ code: "invalid", message: why });
    }
    await run(assignClaim, desk.ana, { ...input, rev: 2, assigneeId: "" });
    expect((await view(id)).assignee).toBeNull();
  });
});

describe("verdicts", () => {
  test("need a source note, or a reason for the author's word", async () => {
    const { id } = await claim("The bridge cost $3 million", { state: "in_check" });
    const bare = { claimId: id, rev: 1, verdict: "confirmed" };
    expect(await refusal(proposeVerdict, desk.tom, bare)).toMatchObject({
      code: "invalid",
      detail: { fields: { verdict: expect.stringContaining("source note") } },
    });
    const onWord = { claimId: id, rev: 1, verdict: "on-authors-word" };
    expect(await refusal(proposeVerdict, desk.tom, onWord)).toMatchObject({
      code: "invalid",
      detail: { fields: { authorsWordReason: expect.any(String) } },
    });
    await run(proposeVerdict, desk.tom, { ...onWord, authorsWordReason: "She was there." });
    expect(await view(id)).toMatchObject({
      state: "in_review",
      verdict: { label: "On the author's word" },
      authorsWordReason: "She was there.",
    });
  });

  test("whoever changed the verdict or its explanation last is the proposer", async () => {
    const { id } = await buildClaimInReview(database.db, desk.tom, desk.article, "The bridge cost $3 million");
    const same = { claimId: id, rev: 1, verdict: "confirmed", explanation: "The budget bears it out." };
    await run(proposeVerdict, desk.marek, same);
    expect(await view(id)).toMatchObject({ proposedBy: { name: "Tom Okafor" }, rev: 1 });
    await run(proposeVerdict, desk.marek, { ...same, explanation: "The budget bears it out, p. 12." });
    expect(await view(id)).toMatchObject({ proposedBy: { name: "Marek Novak" }, state: "in_review" });
    expect((await loadClaim(desk.marek, id)).abilities.signOff).toMatchObject({ may: false });
    expect((await loadClaim(desk.ana, id)).abilities.signOff).toEqual({ may: true });
  });

  test("a reason for the author's word does not hide behind another verdict", async () => {
    const { id } = await buildClaimInReview(database.db, desk.tom, desk.article, "The bridge cost $3 million");
    const input = { claimId: id, rev: 1, verdict: "cut", explanation: "Taken out.", authorsWordReason: "Hidden." };
    await run(proposeVerdict, desk.tom, input);
    expect(await view(id)).toMatchObject({ verdict: { id: "cut" }, authorsWordReason: "" });
  });
});

describe("source notes", () => {
  test("a described source is added once and found again by its address, however it is written", async () => {
    const { id } = await claim("The bridge cost $3 million");
    const add = (sourceUrl: string, sourceTitle = "Budget") =>
      run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle, sourceUrl });
    const one = await add("https://www.city.example/budget/?b=2&a=1&utm_source=x#p12");
    const two = await add("http://city.example/budget?a=1&b=2", "Another title");
    const three = await add("https://city.example/budget?a=2");
    expect(two.sourceId).toBe(one.sourceId);
    expect(three.sourceId).not.toBe(one.sourceId);
    expect((await view(id)).noteList.map(({ source }) => source.title)).toEqual(["Budget", "Budget", "Budget"]);
  });

  test("a source of another newsroom is not there", async () => {
    const other = await newsdesk(database.db);
    const sourceId = await buildSource(database.db, other.ana);
    const { id } = await claim("The bridge cost $3 million");
    expect(await refusal(addSourceNote, desk.tom, { claimId: id, sourceId, ...NOTE })).toMatchObject({
      code: "not_found",
    });
  });

  test("a note without a source is refused", async () => {
    const { id } = await claim("The bridge cost $3 million");
    expect(await refusal(addSourceNote, desk.tom, { claimId: id, ...NOTE })).toMatchObject({
      code: "invalid",
      detail: { fields: { sourceTitle: expect.any(String) } },
    });
  });

  test("only its author edits a note, and what it said before is kept", async () => {
    const { id } = await claim("The bridge cost $3 million", { state: "in_check" });
    const { noteId } = await run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle: "Budget" });
    const edit = { noteId, rev: 1, ...NOTE, stance: "refutes", note: "It does not fit." } as const;
    expect(await refusal(editSourceNote, desk.ana, edit)).toMatchObject({ code: "forbidden" });
    await run(editSourceNote, desk.tom, edit);
    const [note] = (await loadClaim(desk.tom, id)).noteList;
    expect(note).toMatchObject({ stance: "refutes", note: "It does not fit.", rev: 2, mayEdit: true });
    expect(note?.history).toEqual([
      expect.objectContaining({
        stance: "supports",
        note: "Fits.",
        by: expect.objectContaining({ name: "Tom Okafor" }),
      }),
    ]);
    expect((await view(id)).noteList[0]?.mayEdit).toBe(false);
    expect((await lastEntry(database.db, desk.article.id)).data).toMatchObject({
      note: {
        id: noteId,
        before: { stance: "supports", note: "Fits." },
        after: { stance: "refutes", note: "It does not fit." },
      },
    });
  });

  test("two windows of its author merge, the same field twice is a conflict", async () => {
    const { id } = await claim("The bridge cost $3 million", { state: "in_check" });
    const { noteId } = await run(addSourceNote, desk.tom, { claimId: id, ...NOTE, sourceTitle: "Budget" });
    const base = { ...NOTE };
    await run(editSourceNote, desk.tom, { noteId, rev: 1, base, ...NOTE, quote: "$3,000,000" });
    await run(editSourceNote, desk.tom, { noteId, rev: 1, base, ...NOTE, locator: "p. 13" });
    expect((await view(id)).noteList[0]).toMatchObject({ quote: "$3,000,000", locator: "p. 13", rev: 3 });
    const no = await refusal(editSourceNote, desk.tom, { noteId, rev: 1, base, ...NOTE, quote: "other" });
    expect(no).toMatchObject({
      code: "conflict",
      detail: {
        conflict: { rev: 3, fields: [{ field: "quote", base: "Three million.", mine: "other", theirs: "$3,000,000" }] },
      },
    });
  });

  test("a removed note is gone from the claim, its words stay in the ledger; the last one takes a verdict's footing", async () => {
    const built = await buildClaimInReview(database.db, desk.tom, desk.article, "The bridge cost $3 million");
    const noteId = built.notes[0]?.id ?? "";
    await run(removeSourceNote, desk.tom, { noteId, rev: 1 });
    expect(await view(built.id)).toMatchObject({
      notes: 0,
      state: "in_check",
      stateNote: "Source note removed by Tom Okafor",
    });
    expect((await lastEntry(database.db, desk.article.id)).data).toMatchObject({
      note: { before: { note: "The budget says so." } },
    });
    expect(await refusal(removeSourceNote, desk.tom, { noteId, rev: 2 })).toMatchObject({ code: "not_found" });
  });
});

test("nothing is taken from another newsroom, and nothing told of it", async () => {
  const other = await newsdesk(database.db);
  const { id } = await claim("The bridge cost $3 million");
  for (const actor of [other.owner, other.ana]) {
    const no = await refusal(acceptClaim, actor, { claimId: id, rev: 1 });
    const never = await refusal(acceptClaim, actor, { claimId: newId(), rev: 1 });
    expect([no.code, no.message]).toEqual([never.code, never.message]);
    await expect(loadClaim(actor, id)).rejects.toMatchObject({ code: "not_found" });
  }
});
