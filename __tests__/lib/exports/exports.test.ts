import { NextRequest } from "next/server";
import { GET } from "@/app/api/exports/[exportId]/route";
import { exportReport } from "@/lib/cli/report";
import { IN_FULL, optionsQuery } from "@/lib/core/report/options";
import { requestExport } from "@/lib/exports/commands";
import { EXPORT_JOBS } from "@/lib/exports/jobs";
import { loadExport, loadExportFile, loadExports, writeDocument } from "@/lib/exports/queries";
import { removeMember } from "@/lib/people/commands";
import type { Actor } from "@/lib/platform/actor";
import { execute, type Outcome } from "@/lib/platform/command";
import type { RowJob, TimedJob } from "@/lib/platform/jobs";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { loadReport } from "@/lib/reports/queries";
import { testDatabase } from "../../support/database";
import { article, claim, member, must, newsroom, signOff, sourceNote } from "../reports/records";

const database = testDatabase();
const TEXT = "The bridge cost $3 million, Mayor Pat Lee said on Wednesday. 😀 It opened in 1950.";

const [writer, cleaner] = [
  EXPORT_JOBS.find((job): job is RowJob => "waiting" in job),
  EXPORT_JOBS.find((job): job is TimedJob => "schedule" in job),
];
if (!writer || !cleaner) throw new Error("The jobs are gone.");
const attempt = { attempt: 1, attempts: 3, signal: new AbortController().signal };

let owner: Actor;
let ada: Actor;
let newsroomId: string;
let articleId: string;

beforeAll(async () => {
  const { db } = database;
  newsroomId = await newsroom("The Bridge Desk");
  owner = await member(db, newsroomId, "owner", "Olga Owner");
  ada = await member(db, newsroomId, "editor", "Ada Okafor");
  const text = await article(db, ada, TEXT);
  articleId = text.articleId;
  const cost = await claim(db, ada, text, "The bridge cost $3 million", {
    number: 1,
    state: "verified",
    verdict: "confirmed",
    verdictById: owner.userId,
    verdictAt: new Date("2017-03-23T10:00:00Z"),
    explanation: "The invoice says so.",
  });
  await sourceNote(db, ada, cost, "The invoice", { quote: "three million dollars" });
  await signOff(db, ada, cost);
});

async function request(format: string, more: { readonly options?: string; readonly by?: Actor } = {}): Promise<string> {
  const { by = ada, ...rest } = more;
  return must(await execute(requestExport, by, { articleId, format, ...rest })).exportId;
}

const work = (id: string) => writer.work(id, attempt);
const text = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString("latin1");

async function refusal(of: Promise<unknown>): Promise<string> {
  return of.then(
    () => "not refused",
    (error: Error) => error.message,
  );
}

async function door(id: string, by: Actor | null, query = ""): Promise<Response> {
  const cookie = by ? `${sessionCookieName()}=${await sessionToken(by.userId)}` : "";
  const asked = new NextRequest(`http://localhost/api/exports/${id}${query}`, { headers: { cookie } });
  return GET(asked, { params: Promise.resolve({ exportId: id }) });
}

test("a PDF and a Word document are asked for, wait, are written and can be saved", async () => {
  for (const [format, magic] of [
    ["pdf", "%PDF-1.7"],
    ["docx", "PK"],
  ] as const) {
    const id = await request(format);
    expect(await loadExport(ada, id)).toMatchObject({ state: "waiting", progress: 0, format });
    expect((await writer.waiting(database.db)).map((row) => row.id)).toContain(id);
    expect(await refusal(loadExportFile(ada, id))).toMatch(/not written yet/);
    await work(id);
    const done = await loadExport(ada, id);
    expect(done).toMatchObject({ state: "done", progress: 1, failure: "" });
    const { name, bytes } = await loadExportFile(ada, id);
    expect(name).toBe(`fact-check-bridge-cost-3-million-mayor-says-v1.${format}`);
    expect(text(bytes, magic.length)).toBe(magic);
    expect(done.size).toBe(bytes.length);
    expect(await writer.waiting(database.db)).toEqual([]);
  }
});

test("asking again replaces what one asked for before; a second worker on the same row does nothing", async () => {
  const first = await request("pdf");
  const second = await request("pdf");
  expect((await loadExports(ada, articleId)).filter(({ format }) => format === "pdf").map(({ id }) => id)).toEqual([
    second,
  ]);
  await work(first);
  await work(second);
  const { requestedAt, size } = await loadExport(ada, second);
  await work(second);
  expect(await loadExport(ada, second)).toMatchObject({ requestedAt, size, state: "done" });
});

test("asking moves no article’s ledger on, so that the report stays the same; the newsroom’s ledger has it", async () => {
  const before = await loadReport(ada, articleId);
  await request("pdf");
  expect((await loadReport(ada, articleId)).ledger).toEqual(before.ledger);
  const entry = await database.db.ledgerEntry.findFirst({
    where: { command: "export.request", chain: `newsroom:${newsroomId}` },
    orderBy: { seq: "desc" },
  });
  expect(entry?.data).toMatchObject({ name: "Bridge cost $3 million, mayor says", after: { format: "pdf" } });
});

test("the report is written for whom it was asked: one for the newsroom only has it in its name", async () => {
  const id = await request("docx", { options: optionsQuery(IN_FULL) });
  await work(id);
  expect((await loadExportFile(ada, id)).name).toBe("fact-check-bridge-cost-3-million-mayor-says-v1-internal.docx");
});

test("choices that a report does not have are refused with a sentence", async () => {
  const wrong = { articleId, format: "pdf", options: "audience=everybody" };
  expect(await execute(requestExport, ada, wrong)).toMatchObject({
    ok: false,
    refusal: { code: "invalid", message: "Choose one of these audiences: public, internal." },
  });
});

test("an export belongs to whoever asked for it: to others, here and elsewhere, it is not there", async () => {
  const id = await request("pdf");
  await work(id);
  const stranger = await member(database.db, await newsroom("Elsewhere"), "owner", "Stan Stranger");
  for (const other of [owner, stranger]) {
    expect(await refusal(loadExport(other, id))).toBe("There is no such export.");
    expect(await refusal(loadExportFile(other, id))).toBe("There is no such export.");
    expect((await door(id, other, "?file=1")).status).toBe(404);
  }
  const elsewhere = (await execute(requestExport, stranger, { articleId, format: "pdf" })) as Outcome<unknown>;
  expect(elsewhere).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  expect((await door(id, null)).status).toBe(401);
});

test("the door tells how far it has come, and hands the file out as what it is", async () => {
  const id = await request("pdf");
  const waiting = await door(id, ada);
  expect(await waiting.json()).toMatchObject({ id, state: "waiting", progress: 0 });
  expect((await door(id, ada, "?file=1")).status).toBe(409);
  await work(id);
  const file = await door(id, ada, "?file=1");
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="fact-check-[a-z0-9-]+\.pdf"$/);
  expect(file.headers.get("cache-control")).toContain("no-store");
});

test("what can’t be written says why: at once when it is refused, after the last try when it broke", async () => {
  const leaving = await member(database.db, newsroomId, "viewer", "Vera Viewer");
  const id = await request("pdf", { by: leaving });
  const { id: membershipId, rev } = await database.db.membership.findFirstOrThrow({
    where: { userId: leaving.userId },
  });
  must(await execute(removeMember, owner, { membershipId, rev }));
  await work(id);
  const failed = await database.db.export.findUniqueOrThrow({ where: { id } });
  expect(failed).toMatchObject({ state: "failed", failure: "Whoever asked for this is no longer in the newsroom." });

  const broken = await request("docx");
  await writer.giveUp(broken, "the thread ended");
  expect(await loadExport(ada, broken)).toMatchObject({
    state: "failed",
    failure: "The document could not be written: the thread ended",
  });
});

test("what was asked for more than a day ago is cleared away, with bytes that nothing else holds", async () => {
  const { db } = database;
  const [old, young] = [await request("pdf"), await request("docx")];
  await work(old);
  await work(young);
  const { sha256 } = await db.export.findUniqueOrThrow({ where: { id: old } });
  await db.export.update({ where: { id: old }, data: { requestedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await cleaner.work();
  expect((await loadExports(ada, articleId)).map(({ id }) => id)).toEqual([young]);
  expect(await db.blob.findFirst({ where: { newsroomId, sha256: sha256 ?? "" } })).toBeNull();
  expect((await loadExportFile(ada, young)).bytes.length).toBeGreaterThan(1_000);
});

test("the command line writes documents at once, to a file or to another program", async () => {
  const bytes = await exportReport(ada, articleId, { format: "pdf", output: "-" });
  expect(
    Buffer.from(bytes ?? "")
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const again = await writeDocument(ada, articleId, "pdf");
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes ?? ""))).toBe(true);
});
