import { NextRequest } from "next/server";
import { GET } from "@/app/api/articles/[articleId]/report/route";
import { exportReport } from "@/lib/cli/report";
import { findingWords } from "@/lib/core/report/findings";
import { REPORT_FORMATS, type ReportFormat, writeReport } from "@/lib/core/report/formats";
import {
  ALL_CLAIMS,
  AUDIENCES,
  FOR_THE_PUBLIC,
  IN_FULL,
  optionsQuery,
  REPORT_LANGUAGES,
  type ReportOptions,
} from "@/lib/core/report/options";
import { noteHash, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
import type { Actor } from "@/lib/platform/actor";
import { newId, sha256 } from "@/lib/platform/random";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { loadReport, loadReportView, openReport } from "@/lib/reports/queries";
import { queryFields, reportOptions } from "@/lib/reports/schema";
import { testDatabase } from "../../support/database";
import { article, claim, member, newsroom, signOff, sourceNote } from "./records";

const database = testDatabase();

const TEXT =
  "The coalition pledged more than $2 billion in 2017. Sixty states took part. The minister was not asked. It rained.";
const SECRET = ["Qzsource", "Qzauthor", "Qzquote", "Qzlocator", "Qzwords", "Qzperson", "Qzanswer", "qzsecret.example"];

interface Desk {
  readonly newsroomId: string;
  readonly ada: Actor;
  readonly lena: Actor;
  readonly articleId: string;
  readonly pledged: string;
}
let desk: Desk;

beforeAll(async () => {
  const { db } = database;
  const newsroomId = await newsroom("The Evidence Desk");
  const ada = await member(db, newsroomId, "editor", "Ada Okafor");
  const ben = await member(db, newsroomId, "editor", "Ben Lindqvist");
  const rita = await member(db, newsroomId, "reviewer", "Rita Moreau");
  const lena = await member(db, newsroomId, "viewer", "Lena Weiss");
  const text = await article(db, ada, TEXT);
  const verdict = { verdict: "confirmed", verdictById: ada.userId, verdictAt: new Date("2017-03-23T10:00:00Z") };
  const pledged = await claim(db, ada, text, "The coalition pledged more than $2 billion in 2017.", {
    number: 1,
    state: "verified",
    speakerName: "Rex Tillerson",
    speakerUrl: "https://www.wikidata.org/wiki/Q331278",
    asOf: "2017-03-22",
    expiresOn: "2017-06-30",
    explanation: "As the remarks have it.",
    ...verdict,
  });
  await claim(db, ada, text, "Sixty states took part.", { number: 2, state: "open" });
  await claim(db, ada, text, "The minister was not asked.", {
    number: 3,
    state: "in_review",
    explanation: "Told to us by Jo Qzauthor.",
    ...verdict,
  });
  await claim(db, ada, text, "It rained.", { number: 4 });
  await db.fact.create({
    data: {
      id: newId(),
      claimId: pledged,
      versionId: text.versionId,
      type: "money",
      start: 22,
      end: 42,
      text: "more than $2 billion",
      value: { kind: "money", amount: 2_000_000_000, currency: "USD", bound: ">" },
    },
  });
  const quote = "pledged $2.21 billion this year";
  const open = await sourceNote(db, rita, pledged, "Remarks of the Secretary", { quote, note: "Internal words." });
  const secret = await sourceNote(db, rita, pledged, "Qzsource in the ministry", {
    quote: "Qzquote",
    locator: "Qzlocator",
    note: "Qzwords",
  });
  const sourceOf = async (noteId: string) =>
    (await db.sourceNote.findUniqueOrThrow({ where: { id: noteId } })).sourceId;
  const secretSource = await sourceOf(secret);
  await db.source.update({
    where: { id: secretSource },
    data: { confidentiality: "secret", author: "Jo Qzauthor", url: "https://qzsecret.example/a", medium: "person" },
  });
  const snapshot = async (sourceId: string, id: string, doneAt: string, state: "done" | "failed" = "done") => {
    const bytes = { sha256: sha256(id), size: 12, mediaType: "text/html", finalUrl: `https://state.example/${id}` };
    const pages = [
      { start: 0, end: 50, label: "1" },
      { start: 50, end: 500, label: "2" },
    ];
    await db.snapshot.create({
      data: { id, newsroomId, sourceId, origin: "fetched", state, doneAt: new Date(doneAt), pages, ...bytes },
    });
  };
  const openSource = await sourceOf(open);
  await snapshot(openSource, "x-old", "2017-03-22T10:00:00Z");
  await snapshot(openSource, "x-new", "2017-03-23T10:00:00Z");
  await snapshot(openSource, "x-failed", "2017-03-24T10:00:00Z", "failed");
  await snapshot(secretSource, "x-qzsecret", "2017-03-23T10:00:00Z");
  const changes = [{ from: "$2.1 billion", to: "$2.21 billion", kind: "value" }];
  await db.quotePlace.createMany({
    data: [
      { noteId: open, snapshotId: "x-old", outcome: "found", start: 10, end: 30 },
      { noteId: open, snapshotId: "x-new", outcome: "value-changed", start: 60, end: 90, changes },
      { noteId: secret, snapshotId: "x-qzsecret", outcome: "found", start: 1, end: 2 },
    ],
  });
  const at = (hour: number) => new Date(Date.UTC(2017, 2, 22, hour));
  const contact = { claimId: pledged, channel: "email", askedOn: "2017-03-22", byId: rita.userId };
  await db.contact.createMany({
    data: [
      {
        ...contact,
        id: newId(),
        createdAt: at(9),
        person: "Mark Toner",
        outcome: "answered",
        answer: "Yes.",
        answeredOn: "2017-03-23",
      },
      { ...contact, id: newId(), createdAt: at(10), person: "Qzperson", answer: "Qzanswer", confidentiality: "secret" },
      { ...contact, id: newId(), person: "Taken back", removedAt: new Date() },
    ],
  });
  await db.objection.create({
    data: {
      id: newId(),
      claimId: pledged,
      words: "Pledged is not paid.",
      byId: rita.userId,
      decision: "stet",
      decisionReason: "The text says so.",
      decidedById: ada.userId,
      decidedAt: new Date("2017-03-23T10:50:00Z"),
    },
  });
  await signOff(db, ben, pledged, { sourcingReason: "Only the department counts." });
  desk = { newsroomId, ada, lena, articleId: text.articleId, pledged };
});

const only = (more: Partial<ReportOptions["only"]>): ReportOptions => ({
  ...IN_FULL,
  only: { ...ALL_CLAIMS, ...more },
});

describe("the evidence of a claim", () => {
  test("is read with the newest finished copy, the place of the quote, comparison, contacts, objections and dates", async () => {
    const report = await loadReport(desk.ada, desk.articleId);
    const [found] = report.claims;
    expect(found).toMatchObject({
      asOf: "2017-03-22",
      expiresOn: "2017-06-30",
      speaker: { name: "Rex Tillerson", url: "https://www.wikidata.org/wiki/Q331278" },
      independence: { links: 2, independent: 2 },
      contacts: [
        { person: "Mark Toner", outcome: "answered", answer: "Yes." },
        { told: "known", person: "" },
      ],
      objections: [{ words: "Pledged is not paid.", decision: { decision: "stet", by: { name: "Ada Okafor" } } }],
      signOff: { sourcingReason: "Only the department counts.", format: 2, intact: true },
    });
    expect(found?.notes[0]).toMatchObject({
      place: {
        snapshotId: "x-new",
        outcome: "value-changed",
        page: "2",
        changes: [{ from: "$2.1 billion", to: "$2.21 billion" }],
      },
      comparison: [{ claim: "more than $2 billion", source: "$2.21 billion", outcome: "compatible" }],
    });
    expect(report.sources).toMatchObject([
      { title: "Remarks of the Secretary", snapshot: { id: "x-new", origin: "fetched" } },
    ]);
  });

  test("lets an outsider make the hash of the sign-off again, although a secret note is withheld", async () => {
    for (const options of [IN_FULL, FOR_THE_PUBLIC]) {
      const [found] = (await loadReport(desk.lena, desk.articleId, options)).claims;
      if (!found?.signOff || !found.verdict) throw new Error("claim 1 is signed off");
      const { name, title, via } = found.speaker ?? { name: "", title: "", via: "" };
      const { anchored, hash } = found.signOff;
      const { id: verdict, explanation, authorsWordReason } = found.verdict;
      const speaker = signedSpeaker({ speakerName: name, speakerTitle: title, viaName: via });
      const { wording, notes } = found;
      const content = { wording, anchored, speaker, verdict, explanation, authorsWordReason, notes };
      expect(signedHash(content, sha256)).toBe(hash);
      for (const note of notes) {
        if (note.salt === null || note.sourceId === null) continue;
        expect(noteHash({ ...note, sourceId: note.sourceId, salt: note.salt }, sha256)).toBe(note.hash);
      }
    }
  });
});

describe("whoever reads it", () => {
  test.each(AUDIENCES.flatMap((audience) => REPORT_FORMATS.map((format) => [audience, format] as const)))(
    "finds no word of a secret source or contact in the report for the %s as %s, be they viewer or editor",
    async (audience, format) => {
      // What somebody wrote into an explanation is theirs to put right; the finding says so.
      const filter = { ...ALL_CLAIMS, numbers: [{ from: 1, to: 2 }] };
      for (const actor of [desk.ada, desk.lena]) {
        const report = await loadReport(actor, desk.articleId, { ...IN_FULL, audience, only: filter });
        const { body } = writeReport(report, format);
        expect(SECRET.filter((word) => body.includes(word))).toEqual([]);
        expect(body).not.toContain("x-qzsecret");
      }
    },
  );

  test("is told before export where what people wrote names a secret source, if they may know", async () => {
    const { findings } = await loadReportView(desk.ada, desk.articleId, FOR_THE_PUBLIC);
    expect(findings.map(findingWords)).toEqual(["The explanation of claim 3 names a secret source."]);
    expect((await loadReportView(desk.lena, desk.articleId, FOR_THE_PUBLIC)).findings).toEqual([]);
    const without = { ...FOR_THE_PUBLIC, only: { ...ALL_CLAIMS, signed: true } };
    expect((await loadReportView(desk.ada, desk.articleId, without)).findings).toEqual([]);
  });

  test("sees who speaks in the article, whatever the filter", async () => {
    const { speakers, frame } = await loadReportView(desk.lena, desk.articleId, only({ states: ["open"] }));
    expect(speakers).toEqual(["Rex Tillerson"]);
    expect(frame).toMatchObject({ figures: { claims: 1 }, whole: { claims: 4, signed: 1 } });
  });
});

describe("a report that is sent while it is read", () => {
  const bytes = async (options: ReportOptions, format: ReportFormat) =>
    Buffer.from(await new Response((await openReport(desk.ada, desk.articleId, options, format)).body).arrayBuffer());

  test.each(REPORT_FORMATS)("has as %s the bytes that it has as a whole", async (format) => {
    const all = [
      IN_FULL,
      FOR_THE_PUBLIC,
      only({ signed: true }),
      ...REPORT_LANGUAGES.map((language) => ({ ...IN_FULL, language })),
    ];
    for (const options of all) {
      const { body } = writeReport(await loadReport(desk.ada, desk.articleId, options), format);
      expect((await bytes(options, format)).toString("utf8")).toBe(body);
    }
  });

  test("waits for its reader, and lets go of the records when they go away", async () => {
    const held = async () => {
      const [row] = await database.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`;
      return row?.n;
    };
    const becomes = async (wanted: number) => {
      for (let tries = 0; (await held()) !== wanted; tries++) {
        if (tries > 400) throw new Error(`${await held()} transactions are open, not ${wanted}.`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    };
    const { db } = database;
    const text = await article(db, desk.ada, "One. Two.");
    for (const [at, words] of ["One.", "Two."].entries()) {
      const id = await claim(db, desk.ada, text, words, { number: at + 1, state: "open" });
      // More than is written ahead of a reader.
      await sourceNote(db, desk.ada, id, "A long document", { note: "Every word of it. ".repeat(150_000) });
    }
    const { body } = await openReport(desk.ada, text.articleId, IN_FULL, "html");
    await becomes(1);
    const reader = body.getReader();
    expect((await reader.read()).done).toBe(false);
    await becomes(1);
    await reader.cancel();
    await becomes(0);
  });
});

describe("the download door", () => {
  const ask = async (query: string, actor = desk.lena) => {
    const cookie = `${sessionCookieName()}=${await sessionToken(actor.userId)}`;
    const address = `http://localhost/api/articles/${desk.articleId}/report?${query}`;
    const params = Promise.resolve({ articleId: desk.articleId });
    return GET(new NextRequest(address, { headers: { cookie } }), { params });
  };

  test("gives the public report when nobody says otherwise, as the command line does", async () => {
    const answer = await ask("format=json");
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({ audience: "public", language: "en" });
    expect(body).not.toContain("Internal words.");
    const printed = await exportReport(desk.lena, desk.articleId, { format: "json" });
    expect(Buffer.from(printed ?? "").toString("utf8")).toBe(body);
  });

  test("carries every option in its address", async () => {
    const options: ReportOptions = {
      audience: "internal",
      language: "fr",
      only: {
        signed: true,
        states: ["verified"],
        verdicts: ["confirmed"],
        speakers: ["Rex Tillerson"],
        numbers: [{ from: 1, to: 3 }],
      },
    };
    expect(reportOptions.parse(queryFields(new URLSearchParams(optionsQuery(options))))).toEqual(options);
    const answer = await ask(`format=html&${optionsQuery(options)}`);
    expect(answer.headers.get("content-disposition")).toMatch(/-internal\.html"$/);
    const body = await answer.text();
    expect(body).toContain("Rapport de vérification");
    expect(body).toContain("Internal words.");
    expect(body).toContain("Ce rapport montre 1 affirmation sur 4");
  });

  test.each([
    ["audience=everybody", /public, internal/],
    ["language=it", /en, de, fr, es/],
    ["numbers=9-2", /such as 1-12, 40/],
    ["state=gone", /detected, open/],
    ["only=mine", /signed/],
  ])("refuses %s with a sentence", async (query, words) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(words);
  });
});
