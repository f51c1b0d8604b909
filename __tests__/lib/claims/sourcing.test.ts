import { addSourceNote, overrideSignOff, proposeVerdict, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { storySignature } from "@/lib/core/evidence/same-story";
import { loadLedger } from "@/lib/ledger/queries";
import { ledgerFilter } from "@/lib/ledger/schema";
import { changeSourcingRule } from "@/lib/people/commands";
import { loadSettings } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { newId } from "@/lib/platform/random";
import { setConfidentiality } from "@/lib/sources/commands";
import { buildClaim } from "@/seeds/builders";
import { EDITED, OWN, WIRE } from "../../core/evidence/stories";
import { testDatabase } from "../../support/database";
import { lastEntry, type Newsdesk, newsdesk, refusal, run } from "./newsdesk";

const database = testDatabase();
let desk: Newsdesk;
let claimId: string;

beforeEach(async () => {
  desk = await newsdesk(database.db);
  const claim = await buildClaim(database.db, desk.ana, desk.article, "The bridge cost $3 million", {
    state: "in_check",
  });
  claimId = claim.id;
});

/** Leave a note on a page, and keep the page as it was fetched. */
async function note(
  actor: Actor,
  title: string,
  {
    text,
    wire = "",
    ...more
  }: { text?: string; wire?: string; stance?: "refutes" | "context"; sourceKind?: "primary" } = {},
): Promise<string> {
  const { sourceId } = await run(addSourceNote, actor, {
    claimId,
    sourceTitle: title,
    sourceUrl: `https://${title.toLowerCase()}.example/story`,
    stance: "supports",
    consultedOn: "2017-03-23",
    ...more,
  });
  if (text !== undefined) {
    const signature = [...storySignature(text)];
    const { newsroomId } = desk;
    const at = new Date();
    await database.db.snapshot.create({
      data: { id: newId(), newsroomId, sourceId, origin: "fetched", state: "done", text, wire, signature, doneAt: at },
    });
  }
  return sourceId;
}

async function rule(primary: number, independent: number): Promise<void> {
  const { rev } = (await loadSettings(desk.owner)).newsroom;
  await run(changeSourcingRule, desk.owner, { rev, primary, independent });
}

async function propose(actor: Actor): Promise<{ claimId: string; rev: number; contentHash: string }> {
  const { rev } = await loadClaim(actor, claimId);
  await run(proposeVerdict, actor, { claimId, rev, verdict: "confirmed", explanation: "Yes." });
  const claim = await loadClaim(actor, claimId);
  return { claimId, rev: claim.rev, contentHash: claim.contentHash };
}

// ---------------------------------------------------------------- what the claim shows

test("three links that carry one wire story are one independent source, and the claim says why", async () => {
  await note(desk.tom, "Post", { text: WIRE, wire: "Reuters" });
  await note(desk.tom, "Herald", { text: EDITED });
  const own = await note(desk.ana, "Globe", { text: OWN });
  await note(desk.ana, "Atlas", { stance: "context" });
  const { sourcing } = await loadClaim(desk.lena, claimId);
  expect(sourcing).toMatchObject({ links: 3, independent: 2, primary: 0, rule: null, lacks: null });
  expect(sourcing.shared.map(({ sources }) => sources.map(({ title }) => title))).toEqual([["Post", "Herald"]]);
  expect(sourcing.shared[0]?.why[0]).toMatch(/^“Post” and “Herald” carry the same text \(\d\d% of the shorter one\)$/u);
  await run(setConfidentiality, desk.ana, { sourceId: own, rev: 1, confidentiality: "secret" });
  expect((await loadClaim(desk.lena, claimId)).sourcing).toMatchObject({ links: 3, independent: 2 });
});

test("the newest finished snapshot counts, not one that failed since", async () => {
  const post = await note(desk.tom, "Post", { text: OWN });
  await note(desk.tom, "Herald", { text: EDITED });
  expect((await loadClaim(desk.lena, claimId)).sourcing.independent).toBe(2);
  const { newsroomId } = desk;
  const kept = { newsroomId, sourceId: post, origin: "fetched", text: WIRE } as const;
  const signature = [...storySignature(WIRE)];
  const later = new Date(Date.now() + 1_000);
  await database.db.snapshot.create({ data: { ...kept, id: newId(), state: "done", signature, doneAt: later } });
  await database.db.snapshot.create({ data: { ...kept, id: newId(), state: "failed", requestedAt: later } });
  expect((await loadClaim(desk.lena, claimId)).sourcing.independent).toBe(1);
});

test("which story a secret source tells is not told, only that it counts", async () => {
  const post = await note(desk.ana, "Post", { text: WIRE });
  await note(desk.ana, "Herald", { text: EDITED });
  await run(setConfidentiality, desk.ana, { sourceId: post, rev: 1, confidentiality: "secret" });
  expect((await loadClaim(desk.lena, claimId)).sourcing).toMatchObject({ links: 2, independent: 1, shared: [] });
  expect((await loadClaim(desk.marek, claimId)).sourcing.shared).toHaveLength(1);
});

// ---------------------------------------------------------------- the rule

test("the rule is the owner's to set, stands in the settings and the ledger, and can be taken back", async () => {
  expect((await loadSettings(desk.lena)).newsroom.sourcingRule).toBeNull();
  await rule(1, 2);
  expect((await loadSettings(desk.lena)).newsroom.sourcingRule).toEqual({ primary: 1, independent: 2 });
  await rule(0, 0);
  expect((await loadSettings(desk.lena)).newsroom.sourcingRule).toBeNull();
  const entries = await database.db.ledgerEntry.findMany({
    where: { chain: `newsroom:${desk.newsroomId}`, command: "newsroom.changeSourcingRule" },
    orderBy: { seq: "asc" },
  });
  expect(entries.map(({ data }) => data)).toEqual([
    { before: null, after: { primary: 1, independent: 2 } },
    { before: { primary: 1, independent: 2 }, after: null },
  ]);
  const { rev } = (await loadSettings(desk.owner)).newsroom;
  expect(await refusal(changeSourcingRule, desk.owner, { rev, primary: -1, independent: 10 })).toMatchObject({
    code: "invalid",
    detail: { fields: { primary: "Not below 0.", independent: "At most 9." } },
  });
});

test("with too few sources a sign-off is refused, says what is missing, and is given with a reason that stays", async () => {
  await rule(1, 2);
  await note(desk.tom, "Post", { text: WIRE });
  await note(desk.tom, "Herald", { text: EDITED });
  const approval = await propose(desk.tom);
  const lacks =
    "This newsroom asks for 1 primary source or 2 independent sources; this claim has 1 independent source, not primary.";
  const seen = await loadClaim(desk.ana, claimId);
  expect(seen.sourcing).toMatchObject({ rule: { primary: 1, independent: 2 }, lacks });
  expect(seen.abilities.signOff).toEqual({ may: true });
  const no = await refusal(signOff, desk.ana, approval);
  expect(no).toMatchObject({ code: "invalid", detail: { fields: { sourcingReason: expect.stringContaining(lacks) } } });
  await run(signOff, desk.ana, { ...approval, sourcingReason: "Both papers rest on the one reporter who was there." });
  const claim = await loadClaim(desk.lena, claimId);
  expect(claim.state).toBe("verified");
  expect(claim.signOffs[0]?.sourcingReason).toBe("Both papers rest on the one reporter who was there.");
  expect(claim.history[0]?.words).toBe(
    "Signed off, with fewer sources than the rule asks for: Both papers rest on the one reporter who was there. — now verified.",
  );
  const { data } = await lastEntry(database.db, desk.article.id);
  expect(data.sourcing).toEqual({ lacks, reason: "Both papers rest on the one reporter who was there." });
  const shown = await loadLedger(desk.lena, desk.article.id, ledgerFilter.parse({}));
  expect(shown.check.ok).toBe(true);
});

test("with enough sources no reason is asked, and one that was typed needlessly is not kept", async () => {
  await rule(1, 2);
  await note(desk.tom, "Post", { text: WIRE });
  await note(desk.tom, "Globe", { text: OWN, stance: "refutes" });
  const approval = await propose(desk.tom);
  expect((await loadClaim(desk.ana, claimId)).sourcing.lacks).toBeNull();
  await run(signOff, desk.ana, { ...approval, sourcingReason: "To be safe." });
  expect((await loadClaim(desk.lena, claimId)).signOffs[0]?.sourcingReason).toBe("");
});

test("one primary source is enough, and the rule of another day leaves sign-offs as they are", async () => {
  await rule(1, 2);
  await note(desk.tom, "Registry", { sourceKind: "primary" });
  const approval = await propose(desk.tom);
  await run(signOff, desk.ana, approval);
  await rule(2, 3);
  const claim = await loadClaim(desk.lena, claimId);
  expect(claim.state).toBe("verified");
  expect(claim.signOffs[0]).toMatchObject({ voided: null, sourcingReason: "" });
});

test("stepping past the four-eyes rule asks for both reasons", async () => {
  await rule(0, 2);
  await note(desk.owner, "Post");
  const approval = await propose(desk.owner);
  const reason = "Nobody else is on duty.";
  expect((await refusal(overrideSignOff, desk.owner, { ...approval, reason })).detail.fields).toHaveProperty(
    "sourcingReason",
  );
  await run(overrideSignOff, desk.owner, { ...approval, reason, sourcingReason: "It is the only page." });
  expect((await loadClaim(desk.lena, claimId)).signOffs[0]).toMatchObject({
    override: true,
    overrideReason: reason,
    sourcingReason: "It is the only page.",
  });
});
