import {
  addSourceNote,
  bulkDismiss,
  editSourceNote,
  overrideSignOff,
  proposeVerdict,
  sendBack,
  signOff,
  tickFact,
} from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { type Report, standing } from "@/lib/core/report/report";
import { loadLedger } from "@/lib/ledger/queries";
import { ledgerFilter } from "@/lib/ledger/schema";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { loadReport } from "@/lib/reports/queries";
import { testDatabase } from "../../support/database";
import { article, claim, member, must, newsroom } from "./records";

const database = testDatabase();

const TEXT = "The coalition has pledged more than $2 billion. It met in Washington. The hall was splendid.";

interface Desk {
  readonly owner: Actor;
  readonly ada: Actor;
  readonly ben: Actor;
  readonly rita: Actor;
  readonly articleId: string;
  readonly pledged: string;
  readonly met: string;
  readonly splendid: string;
}

async function open(): Promise<Desk> {
  const { db } = database;
  const newsroomId = await newsroom("The Journey Desk");
  const [owner, ada, ben, rita] = [
    await member(db, newsroomId, "owner", "Olga Brandt"),
    await member(db, newsroomId, "editor", "Ada Okafor"),
    await member(db, newsroomId, "editor", "Ben Lindqvist"),
    await member(db, newsroomId, "reviewer", "Rita Moreau"),
  ];
  const text = await article(db, ada, TEXT);
  const place = async (words: string, number: number) => claim(db, ada, text, words, { number, state: "open" });
  const pledged = await place("The coalition has pledged more than $2 billion.", 1);
  const met = await place("It met in Washington.", 2);
  const splendid = await place("The hall was splendid.", 3);
  const { articleId, versionId } = text;
  await db.fact.create({
    data: {
      id: `f-${pledged}`,
      claimId: pledged,
      versionId,
      type: "money",
      start: 26,
      end: 46,
      text: "more than $2 billion",
      value: { kind: "money", amount: 2_000_000_000, currency: "USD", bound: ">" },
    },
  });
  return { owner, ada, ben, rita, articleId, pledged, met, splendid };
}

const sourced = {
  sourceTitle: "Remarks of the Secretary",
  sourceUrl: "https://state.example/remarks",
  sourceKind: "primary",
  sourceDate: "2017-03-22",
  stance: "supports",
  quote: "more than $2 billion for 2017",
  locator: "paragraph 9",
  note: "Counts all kinds of aid.",
  consultedOn: "2017-03-23",
};

async function propose(actor: Actor, claimId: string): Promise<void> {
  const { rev } = await loadClaim(actor, claimId);
  must(
    await execute(proposeVerdict, actor, {
      claimId,
      rev,
      verdict: "confirmed",
      explanation: "As the remarks have it.",
    }),
  );
}

async function approve(actor: Actor, claimId: string): Promise<void> {
  const { rev, contentHash } = await loadClaim(actor, claimId);
  must(await execute(signOff, actor, { claimId, rev, contentHash }));
}

const find = (report: Report, id: string) => {
  const found = report.claims.find((one) => one.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};

describe("from the first note to the report", () => {
  test("what reviewers and editors did stands in the report, under their names, with a ledger that verifies", async () => {
    const { owner, ada, ben, rita, articleId, pledged, met, splendid } = await open();
    must(await execute(addSourceNote, rita, { claimId: pledged, ...sourced }));
    must(await execute(tickFact, rita, { claimId: pledged, factId: `f-${pledged}`, ticked: true }));
    await propose(ada, pledged);
    await approve(ben, pledged);

    must(await execute(addSourceNote, owner, { claimId: met, ...sourced }));
    await propose(owner, met);
    const { rev, contentHash } = await loadClaim(owner, met);
    must(await execute(overrideSignOff, owner, { claimId: met, rev, contentHash, reason: "Nobody else was in." }));

    const selection = { ids: [splendid] };
    must(await execute(bulkDismiss, ada, { selection, reason: "opinion", note: "A matter of taste." }));

    const report = await loadReport(rita, articleId);
    expect(report.claims.map(standing)).toEqual(["signed", "signed", "dismissed"]);
    expect(find(report, pledged)).toMatchObject({
      facts: [{ normalised: "> 2,000,000,000 USD", ticked: { by: { name: "Rita Moreau" } } }],
      notes: [{ stance: "supports", quote: "more than $2 billion for 2017", author: { name: "Rita Moreau" } }],
      verdict: { label: "Confirmed", proposed: { by: { name: "Ada Okafor" } } },
      signOff: { by: { name: "Ben Lindqvist" }, overrideReason: null, intact: true },
    });
    expect(find(report, met).signOff).toMatchObject({ overrideReason: "Nobody else was in.", intact: true });
    expect(find(report, splendid).dismissal).toMatchObject({
      reason: "opinion",
      note: "A matter of taste.",
      by: { name: "Ada Okafor" },
    });
    expect(report.figures).toMatchObject({ claims: 3, kept: 2, signed: 2, overrides: 1, sameHand: 0 });
    expect(report.ledger.check).toEqual({ ok: true, length: report.ledger.seq, head: report.ledger.hash });
    // One source, however many notes lean on it.
    expect(report.sources).toMatchObject([{ number: 1, title: "Remarks of the Secretary", claims: [1, 2] }]);
  });

  test("a note edited after the sign-off voids it, and the report says so with the reason", async () => {
    const { ada, ben, rita, articleId, pledged } = await open();
    must(await execute(addSourceNote, rita, { claimId: pledged, ...sourced }));
    await propose(ada, pledged);
    await approve(ben, pledged);
    const [note] = (await loadClaim(rita, pledged)).noteList;
    if (!note) throw new Error("no note");
    const { stance, quote, locator, consultedOn } = note;
    const changed = {
      noteId: note.id,
      rev: note.rev,
      stance,
      quote,
      locator,
      consultedOn,
      note: "Humanitarian aid only.",
    };
    must(await execute(editSourceNote, rita, changed));
    const found = find(await loadReport(ada, articleId), pledged);
    expect(standing(found)).toBe("undecided");
    expect(found).toMatchObject({ state: "reopened", signOff: null, voided: [{ by: { name: "Ben Lindqvist" } }] });
    expect(found.voided[0]?.voidReason).not.toBe("");
    expect(found.notes).toMatchObject([{ note: "Humanitarian aid only.", editedAt: expect.any(String) }]);
  });

  test("what was sent back says why", async () => {
    const { ada, ben, rita, articleId, pledged } = await open();
    must(await execute(addSourceNote, rita, { claimId: pledged, ...sourced }));
    await propose(ada, pledged);
    const { rev } = await loadClaim(ben, pledged);
    must(await execute(sendBack, ben, { claimId: pledged, rev, reason: "Which year?" }));
    expect(find(await loadReport(ada, articleId), pledged)).toMatchObject({
      state: "in_check",
      stateNote: "Which year?",
      signOff: null,
    });
  });

  test("the ledger of one claim shows what was done to it, also among others", async () => {
    const { ada, rita, articleId, pledged, splendid, met } = await open();
    must(await execute(addSourceNote, rita, { claimId: pledged, ...sourced }));
    must(await execute(bulkDismiss, ada, { selection: { ids: [splendid, met] }, reason: "trivial" }));
    const commands = async (claimId: string) =>
      (await loadLedger(ada, articleId, ledgerFilter.parse({ claimId }))).entries.map(({ command }) => command);
    expect(await commands(pledged)).toEqual([addSourceNote.name]);
    expect(await commands(met)).toEqual([bulkDismiss.name]);
    expect(await commands(splendid)).toEqual([bulkDismiss.name]);
  });
});
