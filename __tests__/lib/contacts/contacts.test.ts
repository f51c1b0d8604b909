import { mergeClaims, undo } from "@/lib/claims/commands";
import { loadClaim, loadDesk } from "@/lib/claims/queries";
import { addContact, changeContact, removeContact } from "@/lib/contacts/commands";
import { loadLedger } from "@/lib/ledger/queries";
import { ledgerFilter } from "@/lib/ledger/schema";
import { buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { lastEntry, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
beforeEach(async () => {
  desk = await newsdesk(database.db);
});

const BUILT = "It was built in 2016 by 40 workers.";
const claim = (more = {}) => buildClaim(database.db, desk.ana, desk.article, BUILT, { state: "in_check", ...more });
const ASKED = { person: "Carla Reyes", role: "City Hall", channel: "email", askedOn: "2027-03-01" } as const;
const asked = async (more: object = {}, who = desk.tom) => {
  const { id } = await claim();
  return run(addContact, who, { claimId: id, ...ASKED, question: "Who built it?", deadline: "2027-03-04", ...more });
};
const log = async (claimId: string, who = desk.ana, today = "2027-03-03") =>
  (await loadClaim(who, claimId, today)).contactLog.contacts;

describe("logging whom one asked", () => {
  test("stands on the claim with who asked, and in its history in words", async () => {
    const { claimId } = await asked();
    expect(await log(claimId)).toEqual([
      expect.objectContaining({
        ...ASKED,
        question: "Who built it?",
        deadline: "2027-03-04",
        outcome: "waiting",
        by: { id: desk.tom.userId, name: "Tom Okafor" },
        overdue: false,
        concealed: false,
        mayChange: true,
        mayRemove: false,
      }),
    ]);
    const { history } = await loadClaim(desk.ana, claimId);
    expect(history[0]).toMatchObject({ by: "Tom Okafor", words: "Asked Carla Reyes." });
  });

  test("moves nothing and voids nothing: it is not part of what is signed", async () => {
    const signed = await buildVerifiedClaim(
      database.db,
      { proposer: desk.tom, signer: desk.ana },
      desk.article,
      "The ferry stopped in May.",
    );
    await run(addContact, desk.tom, { claimId: signed.id, ...ASKED });
    expect(await loadClaim(desk.ana, signed.id)).toMatchObject({
      state: "verified",
      rev: signed.rev,
      signOffs: [expect.objectContaining({ voided: null })],
    });
  });

  test("an answer in words is an answer", async () => {
    const { claimId } = await asked({ answer: "The city did.", answeredOn: "2027-03-02" });
    expect(await log(claimId)).toMatchObject([{ outcome: "answered", answer: "The city did." }]);
  });

  test.each([
    ["a person", { person: " " }, "person"],
    ["a deadline after the question", { deadline: "2027-02-28" }, "deadline"],
    ["an answer after the question", { answeredOn: "2027-02-28", outcome: "answered" }, "answeredOn"],
  ])("asks for %s", async (_, more, field) => {
    const { id } = await claim();
    const no = await refusal(addContact, desk.tom, { claimId: id, ...ASKED, ...more } as never);
    expect(no).toMatchObject({ code: "invalid", detail: { fields: { [field]: expect.any(String) } } });
  });

  test("a dismissed claim takes none", async () => {
    const { id } = await claim({ state: "dismissed" });
    expect(await refusal(addContact, desk.tom, { claimId: id, ...ASKED })).toMatchObject({ code: "not_now" });
  });
});

describe("changing a contact", () => {
  test("a colleague may note the answer", async () => {
    const { claimId, contactId } = await asked();
    await run(changeContact, desk.ana, { contactId, rev: 1, outcome: "declined" });
    expect(await log(claimId)).toMatchObject([{ rev: 2, outcome: "declined", deadline: "2027-03-04" }]);
    const { history } = await loadClaim(desk.ana, claimId);
    expect(history[0]?.words).toBe("Noted that Carla Reyes declined to answer.");
    expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
      data: { contact: { before: { outcome: "waiting" }, after: { outcome: "declined" } } },
    });
  });

  test("changes of two people to different fields merge, of the same field clash with both versions", async () => {
    const { claimId, contactId } = await asked();
    await run(changeContact, desk.ana, { contactId, rev: 1, base: { deadline: "2027-03-04" }, deadline: "2027-03-08" });
    await run(changeContact, desk.tom, {
      contactId,
      rev: 1,
      base: { question: "Who built it?" },
      question: "Who paid?",
    });
    expect(await log(claimId)).toMatchObject([{ deadline: "2027-03-08", question: "Who paid?" }]);
    const no = await refusal(changeContact, desk.marek, {
      contactId,
      rev: 1,
      base: { deadline: "2027-03-04" },
      deadline: "",
    });
    expect(no).toMatchObject({ code: "conflict", detail: { conflict: { rev: 3, by: "Tom Okafor" } } });
    expect(no.detail.conflict?.fields).toEqual([
      { field: "deadline", base: "2027-03-04", mine: null, theirs: "2027-03-08" },
    ]);
  });

  test("a day can be taken away", async () => {
    const { claimId, contactId } = await asked();
    await run(changeContact, desk.ana, { contactId, rev: 1, deadline: "" });
    expect(await log(claimId)).toMatchObject([{ deadline: null, channel: "email" }]);
  });
});

describe("removing a contact", () => {
  test("one's own goes, with its words in the ledger", async () => {
    const { claimId, contactId } = await asked();
    await run(removeContact, desk.tom, { contactId, rev: 1 });
    expect(await log(claimId)).toEqual([]);
    expect(await lastEntry(database.db, desk.article.id)).toMatchObject({
      command: "contact.remove",
      data: { contact: { before: { person: "Carla Reyes", question: "Who built it?" } } },
    });
  });

  test("another's stays", async () => {
    const { contactId } = await asked();
    expect(await refusal(removeContact, desk.owner, { contactId, rev: 1 })).toMatchObject({ code: "forbidden" });
  });
});

describe("a secret contact", () => {
  const SECRET = { confidentiality: "secret", answer: "Ask the harbour master." } as const;
  const WORDS = /Carla|Reyes|City Hall|Who built|harbour master/;

  test("is known to whoever logged it and to those who may see secret sources", async () => {
    const { claimId } = await asked(SECRET);
    for (const who of [desk.tom, desk.ana, desk.owner])
      expect(await log(claimId, who)).toMatchObject([{ person: "Carla Reyes", concealed: false }]);
  });

  test("tells nobody else more than the outcome and the dates: on the claim, in its history, in the ledger", async () => {
    const { claimId, contactId } = await asked(SECRET, desk.ana);
    await run(changeContact, desk.ana, { contactId, rev: 1, answer: "Ask the harbour master again." });
    for (const who of [desk.tom, desk.lena]) {
      const view = await loadClaim(who, claimId);
      expect(view.contactLog.contacts).toMatchObject([
        { person: "", role: "", question: "", answer: "", outcome: "answered", concealed: true, mayChange: false },
      ]);
      expect(JSON.stringify(view)).not.toMatch(WORDS);
      const ledger = await loadLedger(who, desk.article.id, ledgerFilter.parse({}));
      expect(ledger.entries.map(({ command }) => command)).toContain("contact.add");
      expect(JSON.stringify(ledger)).not.toMatch(WORDS);
    }
    expect(await refusal(changeContact, desk.tom, { contactId, rev: 2, outcome: "declined" })).toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a deadline that passes", () => {
  const why = async (who: typeof desk.tom, today: string) =>
    (await loadDesk(who, today)).waitingOnMe.map((row) => row.why).join();

  test("brings the claim to the desk of whoever asked, the day after", async () => {
    const { claimId } = await asked();
    expect(await why(desk.tom, "2027-03-04")).not.toContain("Carla Reyes");
    expect(await why(desk.tom, "2027-03-05")).toContain("You asked Carla Reyes; the answer was due 4 March 2027");
    expect(await why(desk.marek, "2027-03-05")).not.toContain("Carla Reyes");
    expect(await log(claimId, desk.ana, "2027-03-05")).toMatchObject([{ overdue: true }]);
  });

  test("not when an answer came", async () => {
    const { contactId } = await asked();
    await run(changeContact, desk.ana, { contactId, rev: 1, outcome: "answered" });
    expect(await why(desk.tom, "2027-03-05")).not.toContain("Carla Reyes");
  });
});

test("contacts of claims that are merged go with the claim that stays, and back when the merge is undone", async () => {
  const first = await claim({ number: 1 });
  const second = await buildClaim(database.db, desk.ana, desk.article, "The ferry stopped in May.", { number: 2 });
  await run(addContact, desk.tom, { claimId: second.id, ...ASKED });
  await run(mergeClaims, desk.ana, { claimIds: [first.id, second.id] });
  expect(await log(first.id)).toMatchObject([{ person: "Carla Reyes" }]);
  const { seq } = await lastEntry(database.db, desk.article.id);
  await run(undo, desk.ana, { articleId: desk.article.id, seq });
  expect(await log(first.id)).toEqual([]);
  expect(await log(second.id)).toMatchObject([{ person: "Carla Reyes" }]);
});
