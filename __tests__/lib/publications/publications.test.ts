import { dismissClaim, proposeVerdict, reopenClaim, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { checkPackage } from "@/lib/cli/package-file";
import { canonical, type Json } from "@/lib/core/ledger/canonical";
import type { Finding } from "@/lib/core/package/findings";
import { changeWords } from "@/lib/core/report/corrections";
import { sha256 } from "@/lib/platform/random";
import { correctReport, publishReport, withdrawReport } from "@/lib/publications/commands";
import { findFeed, findPublished, loadPublicationStatuses, loadPublications } from "@/lib/publications/queries";
import { testDatabase } from "../../support/database";
import { lastEntry, refusal, run } from "../claims/newsdesk";
import { type PackedDesk, packageOf, packedDesk, SECRETS } from "../packages/packed-desk";

const database = testDatabase();

let desk: PackedDesk;
beforeEach(async () => {
  desk = await packedDesk(database.db);
});

const publish = (indexable = true) => run(publishReport, desk.ana, { articleId: desk.articleId, indexable });

/** Reopen claim 1 and sign it off with another verdict. */
async function correctVerdict(verdict = "corrected", explanation = "The audit says $4 million."): Promise<void> {
  const [claimId = ""] = desk.claimIds;
  const rev = async () => (await loadClaim(desk.ana, claimId)).rev;
  await run(reopenClaim, desk.ana, { claimId, rev: await rev(), reason: "New figures." });
  await run(proposeVerdict, desk.ana, { claimId, rev: await rev(), verdict, explanation });
  const { contentHash } = await loadClaim(desk.marek, claimId);
  await run(signOff, desk.marek, { claimId, rev: await rev(), contentHash });
}

async function current() {
  const view = await loadPublications(desk.ana, desk.articleId);
  if (!view.current) throw new Error("Nothing is published.");
  return view.current;
}

async function correct(why = "The audit came out after we had published.") {
  const { id: publicationId, edition, changes } = await current();
  const key = changes.map((change) => change.key);
  return run(correctReport, desk.ana, { publicationId, edition: edition.number, key, why: key.map(() => why) });
}

async function published(slug: string) {
  const found = await findPublished(slug);
  if (!found || !("published" in found)) throw new Error("Nobody can read it.");
  return found.published;
}

test("a published report is frozen: what is done later does not change what the public reads", async () => {
  const { slug } = await publish();
  expect(slug).toMatch(/^the-bridge-[0-9a-z]{10}$/);
  const before = await published(slug);
  expect(before).toMatchObject({
    edition: { number: 1 },
    corrections: [],
    indexable: true,
    report: { newsroom: { name: "The Harbour Desk" } },
  });
  await correctVerdict();
  expect(await published(slug)).toEqual(before);
  expect(await lastEntry(database.db, desk.articleId)).toMatchObject({ command: "signoff.give" });
});

test("the edition's hash is over its canonical JSON, and stands in the ledger", async () => {
  const { publicationId } = await publish();
  const { report, sha256: hash } = await database.db.edition.findFirstOrThrow({ where: { publicationId } });
  expect(sha256(canonical(report as Json))).toBe(hash);
  expect(await lastEntry(database.db, desk.articleId)).toMatchObject({
    command: "report.publish",
    subject: publicationId,
    data: { edition: 1, sha256: hash },
  });
  await expect(database.db.edition.updateMany({ where: { publicationId }, data: { sha256: "0" } })).rejects.toThrow();
});

test("the newsroom sees what the records say otherwise, and publishes it with a reason for each change", async () => {
  const { slug } = await publish();
  expect((await current()).changes).toEqual([]);
  expect(await loadPublicationStatuses(desk.lena)).toEqual([
    { articleId: desk.articleId, slug, edition: 1, changes: 0 },
  ]);
  await correctVerdict();
  const { changes } = await current();
  expect(changes.map(changeWords)).toEqual(
    expect.arrayContaining([
      "Claim 1: verdict Confirmed → Corrected",
      "Claim 1: explanation The budget bears it out. → The audit says $4 million.",
    ]),
  );
  expect(await loadPublicationStatuses(desk.lena)).toMatchObject([{ changes: changes.length }]);
  expect(await correct()).toMatchObject({ edition: 2 });
  const now = await published(slug);
  expect(now.edition.number).toBe(2);
  expect(now.report.claims.find(({ number }) => number === 1)?.verdict?.label).toBe("Corrected");
  expect(now.corrections).toContainEqual(
    expect.objectContaining({
      edition: 2,
      claimNumber: 1,
      field: "verdict",
      before: "Confirmed",
      after: "Corrected",
      why: "The audit came out after we had published.",
    }),
  );
  expect((await current()).changes).toEqual([]);
  expect(await loadPublicationStatuses(desk.lena)).toMatchObject([{ edition: 2, changes: 0 }]);
  expect(await lastEntry(database.db, desk.articleId)).toMatchObject({
    command: "report.correct",
    data: { edition: 2, corrections: expect.arrayContaining([expect.objectContaining({ field: "verdict" })]) },
  });
});

test("no change goes out without its reason, and none that nobody saw", async () => {
  await publish();
  await correctVerdict();
  const { id: publicationId, changes } = await current();
  const key = changes.map((change) => change.key);
  const input = { publicationId, edition: 1, key, why: key.map(() => "An audit.") };
  expect((await refusal(correctReport, desk.ana, { ...input, why: input.why.map(() => " ") })).message).toMatch(
    /^Say why/,
  );
  expect((await refusal(correctReport, desk.ana, { ...input, key: key.slice(1), why: input.why.slice(1) })).code).toBe(
    "not_now",
  );
  expect((await refusal(correctReport, desk.ana, { ...input, why: input.why.slice(1) })).message).toMatch(/^Say why/);
  expect((await refusal(correctReport, desk.ana, { ...input, edition: 2 })).code).toBe("not_now");
  // Somebody changes the records after the list was shown.
  const third = desk.claimIds[2] ?? "";
  const { rev } = await loadClaim(desk.ana, third);
  await run(dismissClaim, desk.ana, { claimId: third, rev, reason: "trivial" });
  expect(await refusal(correctReport, desk.ana, input)).toMatchObject({
    code: "not_now",
    message: expect.stringContaining("changed while you wrote"),
  });
  expect((await current()).edition.number).toBe(1);
});

test("there is nothing to correct while the records say the same, and a report is published once", async () => {
  const { publicationId } = await publish();
  const nothing = { publicationId, edition: 1, key: ["x"], why: ["y"] };
  expect((await refusal(correctReport, desk.ana, nothing)).message).toMatch(/already says/);
  expect((await refusal(publishReport, desk.ana, { articleId: desk.articleId })).message).toMatch(/published already/);
});

test("a withdrawn report leaves who, when and why; what follows has another address", async () => {
  const { slug, publicationId } = await publish();
  await run(withdrawReport, desk.marek, { publicationId, reason: "The article was retracted." });
  expect(await findPublished(slug)).toMatchObject({
    tombstone: {
      newsroom: "The Harbour Desk",
      title: "The bridge",
      withdrawnBy: "Marek Novak",
      reason: "The article was retracted.",
    },
  });
  expect(JSON.stringify(await findPublished(slug))).not.toContain("$3 million");
  expect(await lastEntry(database.db, desk.articleId)).toMatchObject({ command: "report.withdraw" });
  expect((await refusal(withdrawReport, desk.ana, { publicationId, reason: "Again." })).code).toBe("not_now");
  expect(await loadPublications(desk.lena, desk.articleId)).toMatchObject({
    current: null,
    withdrawn: [{ slug, by: "Marek Novak" }],
    mayPublish: false,
  });
  const again = await publish();
  expect(again.slug).not.toBe(slug);
  expect(await findPublished(slug)).toHaveProperty("tombstone");
});

test("no secret source, note or contact is in what the public can read", async () => {
  const { slug } = await publish();
  await correctVerdict();
  await correct();
  const everything = JSON.stringify([await findPublished(slug), await findFeed(desk.newsroomId)]).toLowerCase();
  for (const secret of SECRETS) expect([secret, everything.includes(secret.toLowerCase())]).toEqual([secret, false]);
  expect(everything).toContain("city budget");
});

test("the feed lists what may be listed, and nothing of other newsrooms", async () => {
  const { slug } = await publish();
  const other = await packedDesk(database.db);
  await run(publishReport, other.ana, { articleId: other.articleId, indexable: false });
  expect((await findFeed(desk.newsroomId))?.reports.map((one) => one.slug)).toEqual([slug]);
  expect((await findFeed(other.newsroomId))?.reports).toEqual([]);
  expect(await findFeed("nobody")).toBeNull();
  expect(await findPublished("nothing-0000000000")).toBeNull();
});

test("a package holds the editions as they were frozen, and the corrections", async () => {
  const { slug } = await publish();
  await correctVerdict();
  await correct();
  const bytes = await packageOf(desk.ana, desk.articleId);
  expect(bytes.includes(`published/${slug}/edition-2.json`)).toBe(true);
  expect(bytes.toString("utf8")).toContain((await published(slug)).edition.sha256);
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const findings: Finding[] = [];
  for await (const finding of checkPackage({ size: bytes.length, read })) findings.push(finding);
  expect(findings.flatMap(({ faults }) => faults)).toEqual([]);
  expect(findings.find(({ check }) => check === "editions")?.says).toMatch(/^2 editions/);
});

test("a package whose edition is not the one that the ledger recorded does not hold, whoever signed it", async () => {
  const { publicationId } = await publish();
  // Behind the product's back, with the hash put right.
  const { db } = database;
  const { report } = await db.edition.findFirstOrThrow({ where: { publicationId } });
  const forged = JSON.parse(JSON.stringify(report).replace("bears it out", "denies it"));
  await db.$transaction([
    db.$executeRawUnsafe('ALTER TABLE "Edition" DISABLE TRIGGER USER'),
    db.edition.updateMany({ where: { publicationId }, data: { report: forged, sha256: sha256(canonical(forged)) } }),
    db.$executeRawUnsafe('ALTER TABLE "Edition" ENABLE TRIGGER USER'),
  ]);
  const bytes = await packageOf(desk.ana, desk.articleId);
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const faults: string[] = [];
  for await (const finding of checkPackage({ size: bytes.length, read })) {
    faults.push(...finding.faults.map(({ says }) => `${finding.check}: ${says}`));
  }
  expect(faults).toEqual(["editions: The ledger recorded another report as edition 1."]);
});

test("reviewers and viewers see what is published but publish nothing", async () => {
  expect((await refusal(publishReport, desk.tom, { articleId: desk.articleId })).code).toBe("forbidden");
  const { publicationId } = await publish();
  expect((await refusal(withdrawReport, desk.lena, { publicationId, reason: "x" })).code).toBe("forbidden");
  expect((await loadPublications(desk.tom, desk.articleId)).current?.id).toBe(publicationId);
});
