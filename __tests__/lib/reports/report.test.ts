import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { NextRequest } from "next/server";
import { GET } from "@/app/api/articles/[articleId]/report/route";
import schema from "@/docs/report.schema.json";
import { exportReport } from "@/lib/cli/report";
import { REPORT_FORMATS, writeReport } from "@/lib/core/report/formats";
import { reportDocument } from "@/lib/core/report/json";
import { type Report, standing } from "@/lib/core/report/report";
import type { Actor } from "@/lib/platform/actor";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { loadReport } from "@/lib/reports/queries";
import { testDatabase } from "../../support/database";
import { article, claim, member, newsroom, note, signOff, sourceNote } from "./records";

const database = testDatabase();

const TEXT =
  "The bridge cost $3 million, Mayor Pat Lee said on Wednesday. It opened in 1950.\nCritics called it ugly. 😀 It carries 4,000 cars.";

interface Desk {
  readonly newsroomId: string;
  readonly ada: Actor;
  readonly ben: Actor;
  readonly rita: Actor;
  readonly articleId: string;
  readonly versionId: string;
  readonly cost: string;
  readonly opened: string;
  readonly ugly: string;
  readonly cars: string;
}
let desk: Desk;

/** A small desk: one claim signed off, one whose sign-off is void, one dismissed, one only found, one taken away. */
beforeAll(async () => {
  const { db } = database;
  const newsroomId = await newsroom("The Bridge Desk");
  const ada = await member(db, newsroomId, "editor", "Ada Okafor");
  const ben = await member(db, newsroomId, "editor", "Ben Lindqvist");
  const rita = await member(db, newsroomId, "reviewer", "Rita Moreau");
  const text = await article(db, ada, TEXT);
  const verdict = { verdict: "confirmed", verdictById: ada.userId, verdictAt: new Date("2017-03-23T10:00:00Z") };
  const cost = await claim(db, ada, text, "The bridge cost $3 million", {
    number: 1,
    kind: "statistic",
    state: "verified",
    speakerName: "Pat Lee",
    speakerTitle: "Mayor",
    explanation: "The invoice says so.",
    ...verdict,
  });
  await db.fact.create({
    data: {
      id: "f1",
      claimId: cost,
      versionId: text.versionId,
      type: "money",
      start: 16,
      end: 26,
      text: "$3 million",
      value: { kind: "money", amount: 3_000_000, currency: "USD" },
      tickedById: rita.userId,
      tickedAt: new Date("2017-03-23T09:00:00Z"),
    },
  });
  await sourceNote(db, rita, cost, "Invoice of the bridge", { quote: "Total: 3,000,000", locator: "p. 2", rev: 2 });
  await sourceNote(db, rita, cost, "A note taken back", { removedAt: new Date() });
  const voidedAt = new Date("2017-03-23T09:30:00Z");
  await signOff(db, ben, cost, {
    hash: "0".repeat(64),
    at: new Date("2017-03-23T09:20:00Z"),
    voidedAt,
    voidReason: "A note was added.",
  });
  await signOff(db, ben, cost, { override: true, overrideReason: "Deadline.", at: new Date("2017-03-23T11:00:00Z") });
  const opened = await claim(db, ada, text, "It opened in 1950.", {
    number: 2,
    state: "reopened",
    stateNote: "Which bridge?",
    ...verdict,
  });
  await signOff(db, ben, opened, { voidedAt, voidReason: "The claim was reopened." });
  const ugly = await claim(db, ada, text, "Critics called it ugly.", {
    number: 3,
    state: "dismissed",
    dismissReason: "opinion",
    stateNote: "Taste.",
  });
  await note(ada, text.articleId, text.articleId, {
    changes: [{ claimId: ugly, before: { state: "detected" }, after: { state: "dismissed" } }],
  });
  await claim(db, ada, text, "It carries", { number: 4, removedAt: new Date() });
  const cars = await claim(db, ada, text, "It carries 4,000 cars.", { number: 5, origin: "person" });
  await note(rita, text.articleId, cost, { noted: true });
  const { articleId, versionId } = text;
  desk = { newsroomId, ada, ben, rita, articleId, versionId, cost, opened, ugly, cars };
});

const find = (report: Report, id: string) => {
  const found = report.claims.find((one) => one.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};

describe("the report of an article", () => {
  test("tells everything the records know of a claim", async () => {
    const report = await loadReport(desk.ada, desk.articleId);
    expect(find(report, desk.cost)).toMatchObject({
      number: 1,
      kind: "statistic",
      state: "verified",
      speaker: { name: "Pat Lee", title: "Mayor", via: "" },
      place: { start: 0, end: 26, exact: "The bridge cost $3 million", sentence: { start: 0, end: 60 }, paragraph: 1 },
      facts: [
        {
          text: "$3 million",
          normalised: expect.stringContaining("3,000,000"),
          ticked: { by: { name: "Rita Moreau" } },
        },
      ],
      verdict: {
        label: "Confirmed",
        explanation: "The invoice says so.",
        proposed: { by: { name: "Ada Okafor" }, at: "2017-03-23T10:00:00.000Z" },
      },
      notes: [
        { quote: "Total: 3,000,000", locator: "p. 2", author: { name: "Rita Moreau" }, editedAt: expect.any(String) },
      ],
      signOff: {
        by: { name: "Ben Lindqvist" },
        at: "2017-03-23T11:00:00.000Z",
        overrideReason: "Deadline.",
        intact: true,
      },
      voided: [{ by: { name: "Ben Lindqvist" }, voidReason: "A note was added.", overrideReason: null }],
      dismissal: null,
    });
    expect(report.sources.map(({ number, title }) => `${number} ${title}`)).toEqual(["1 Invoice of the bridge"]);
    expect(report).toMatchObject({
      newsroom: { name: "The Bridge Desk" },
      article: { byline: "By Eve Reporter", publishedOn: "2017-03-22" },
      version: { number: 1, text: TEXT },
      ledger: { seq: 2, check: { ok: true, length: 2 } },
    });
    expect(report.asOf).toBe(report.ledger.at);
  });

  test("tells what is open, what is not checked and who said so, and leaves out what was taken away", async () => {
    const report = await loadReport(desk.ada, desk.articleId);
    expect(report.claims.map(({ number }) => number)).toEqual([1, 2, 3, 5]);
    expect(report.claims.map(standing)).toEqual(["signed", "undecided", "dismissed", "untouched"]);
    expect(find(report, desk.opened)).toMatchObject({
      signOff: null,
      stateNote: "Which bridge?",
      voided: [{ overrideReason: null }],
    });
    expect(find(report, desk.ugly)).toMatchObject({
      dismissal: { reason: "opinion", note: "Taste.", by: { name: "Ada Okafor" }, at: expect.stringMatching(/Z$/) },
      stateNote: "",
    });
  });

  test("fits its schema, with places in code points", async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats(ajv);
    const document = reportDocument(await loadReport(desk.ada, desk.articleId));
    ajv.validate(schema, document);
    expect(ajv.errors).toBeNull();
    const [, position] = document.claims.at(-1)?.target?.selector ?? [];
    expect(position).toMatchObject({
      start: [...TEXT].join("").length - 1 - "It carries 4,000 cars.".length,
      end: [...TEXT].length,
    });
  });

  test("has the same bytes each time and writes nothing", async () => {
    const counts = () =>
      Promise.all([database.db.ledgerEntry.count(), database.db.claim.count(), database.db.signOff.count()]);
    const before = await counts();
    for (const format of REPORT_FORMATS) {
      const first = writeReport(await loadReport(desk.ada, desk.articleId), format);
      expect(writeReport(await loadReport(desk.rita, desk.articleId), format)).toEqual(first);
    }
    expect(await counts()).toEqual(before);
  });

  test.each(["owner", "admin", "editor", "reviewer", "viewer"] as const)("is there for a %s", async (role) => {
    const reader = await member(database.db, desk.newsroomId, role, role);
    expect((await loadReport(reader, desk.articleId)).claims).toHaveLength(4);
  });

  test("does not exist for another newsroom, exactly as one that is not there", async () => {
    const stranger = await member(database.db, await newsroom("Elsewhere"), "owner", "Stranger");
    const theirs = await loadReport(stranger, desk.articleId).catch((error: unknown) => error);
    const nothing = await loadReport(stranger, "no-such-article").catch((error: unknown) => error);
    expect(theirs).toMatchObject({ code: "not_found" });
    expect(theirs).toEqual(nothing);
  });

  test("does not call signed what was changed behind the product's back", async () => {
    const { db } = database;
    const wording = "The bridge cost $3 million";
    await db.claim.update({ where: { id: desk.cost }, data: { wording: "The bridge cost $9 million" } });
    const report = await loadReport(desk.ada, desk.articleId);
    await db.claim.update({ where: { id: desk.cost }, data: { wording } });
    expect(find(report, desk.cost).signOff).toMatchObject({ intact: false });
    expect(report.figures.signed).toBe(0);
    expect((await loadReport(desk.ada, desk.articleId)).figures.signed).toBe(1);
  });

  test("speaks of the newest version: a claim without a place there has none", async () => {
    const text = await article(database.db, desk.ada, "One. Two.");
    const id = await claim(database.db, desk.ada, text, "One.", { number: 1 });
    const next = "Two.";
    await database.db.articleVersion.create({
      data: {
        id: "v-next",
        articleId: text.articleId,
        number: 2,
        text: next,
        sha256: "0".repeat(64),
        words: 1,
        createdById: desk.ada.userId,
      },
    });
    const report = await loadReport(desk.ada, text.articleId);
    expect(report.version).toMatchObject({ number: 2, text: "Two." });
    expect(find(report, id).place).toBeNull();
    expect(report.ledger).toMatchObject({ seq: 0, check: { ok: true, length: 0 } });
  });
});

describe("the download door", () => {
  const ask = async (query: string, actor: Actor | null, articleId = desk.articleId) => {
    const cookie = actor ? `${sessionCookieName()}=${await sessionToken(actor.userId)}` : "";
    const request = new NextRequest(`http://localhost/api/articles/${articleId}/report${query}`, {
      headers: { cookie },
    });
    return GET(request, { params: Promise.resolve({ articleId }) });
  };

  test.each([
    ["html", "text/html; charset=utf-8"],
    ["md", "text/markdown; charset=utf-8"],
    ["csv", "text/csv; charset=utf-8; header=present"],
    ["json", "application/json"],
  ] as const)("hands out %s as a file that runs nothing", async (format, mediaType) => {
    const answer = await ask(`?format=${format}`, desk.rita);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": mediaType,
      "content-disposition": `attachment; filename="fact-check-bridge-cost-3-million-mayor-says-v1.${format}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'; style-src 'unsafe-inline'/),
      "cache-control": "private, no-store",
    });
    const body = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    const printed = await exportReport(desk.rita, desk.articleId, { format });
    expect(body).toBe(Buffer.from(printed ?? "").toString("utf8"));
  });

  test("shows the HTML in a frame, and only the HTML", async () => {
    expect((await ask("?inline=1", desk.rita)).headers.get("content-disposition")).toMatch(/^inline/);
    expect((await ask("?format=csv&inline=1", desk.rita)).headers.get("content-disposition")).toMatch(/^attachment/);
  });

  test.each([
    ["nobody", "", null, 401, /signed out/i],
    ["an unknown format", "?format=exe", "rita", 400, /html, md, csv, json/],
  ] as const)("refuses %s with a sentence", async (_what, query, who, status, words) => {
    const answer = await ask(query, who === null ? null : desk.rita);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(words);
  });

  test("knows no article of another newsroom", async () => {
    const stranger = await member(database.db, await newsroom("Next door"), "owner", "Stranger");
    const theirs = await ask("", stranger);
    expect(theirs.status).toBe(404);
    expect(await theirs.text()).toBe(await (await ask("", stranger, "no-such-article")).text());
  });
});
