import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { addSourceNote, dismissClaim, editSourceNote, startCheck } from "@/lib/claims/commands";
import { loadClaim, loadDesk } from "@/lib/claims/queries";
import { verifyChain } from "@/lib/core/ledger/chain";
import { KNOWN_SOURCE } from "@/lib/core/policy/secrecy";
import { executeSystem } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { loadAttention } from "@/lib/revisions/queries";
import { fetchSource, lookAtQuote, storeFetched, uploadFile } from "@/lib/snapshots/commands";
import { fetchJob, recheckDue } from "@/lib/snapshots/jobs";
import { loadLooks, loadSnapshot, loadSnapshotFile, loadSnapshots } from "@/lib/snapshots/queries";
import { addSource, changeSource, setConfidentiality } from "@/lib/sources/commands";
import { buildClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { newsPage, startWebServer, type WebServer } from "../../support/web-server";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

process.env.CLAIMDESK_FETCH_ALLOW = "127.0.0.1/32";
const database = testDatabase();
let web: WebServer;
let desk: Newsdesk;
let claimId: string;

beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());

beforeEach(async () => {
  desk = await newsdesk(database.db);
  const claim = await buildClaim(database.db, desk.ana, desk.article, "The bridge cost $3 million", { state: "open" });
  claimId = claim.id;
  await run(startCheck, desk.tom, { claimId, rev: 1 });
});

// ---------------------------------------------------------------- what a test does

const COST = "The bridge cost the city $3 million, the treasurer wrote in the annual accounts.";
const OTHER = "It was opened on a rainy Wednesday in the presence of the engineers and of several hundred people.";
const article = (...paragraphs: string[]) => newsPage("The bridge", ...paragraphs);
const NOTE = { stance: "supports", consultedOn: "2017-03-20" } as const;

const attempt = (at = 1) => ({ attempt: at, attempts: 4, signal: new AbortController().signal });

/** Do all that waits to be fetched in this newsroom, as the job process would. */
async function fetchAll(at = 1): Promise<void> {
  for (const { id, newsroomId } of await fetchJob.waiting(database.db)) {
    if (newsroomId === desk.newsroomId) await fetchJob.work(id, attempt(at));
  }
}

async function sourceAt(path: string, more: object = {}): Promise<string> {
  const fields = { title: `Page ${path}`, url: `${web.origin}${path}`, medium: "web", kind: "secondary" } as const;
  return (await run(addSource, desk.tom, { ...fields, ...more })).sourceId;
}

async function noteOn(sourceId: string, quote: string, locator = "") {
  return run(addSourceNote, desk.tom, { claimId, sourceId, quote, locator, ...NOTE });
}

const snapshots = async (sourceId: string) => (await loadSnapshots(desk.tom, sourceId)).rows;
const newest = async (sourceId: string) => {
  const [row] = await snapshots(sourceId);
  if (!row) throw new Error("There is no copy.");
  return row;
};
const standing = async (noteId: string) => {
  const { quotes } = await loadClaim(desk.tom, claimId);
  return quotes.find((one) => one.noteId === noteId) ?? null;
};
const looks = async () => (await loadLooks(desk.ana, desk.article.id)).map(({ noteId }) => noteId);

/** Both ledgers are whole. */
async function ledgersHold(): Promise<void> {
  for (const name of [`newsroom:${desk.newsroomId}`, `article:${desk.article.id}`]) {
    expect(verifyChain(await chain(database.db, name), sha256)).toMatchObject({ ok: true });
  }
}

let pages = 0;
/** A path that no other test uses. */
const fresh = () => `/page-${++pages}`;

// ---------------------------------------------------------------- fetching

test("a web source is fetched by itself: its bytes, its headers, its text", async () => {
  const at = fresh();
  web.page(at, article(COST, OTHER));
  const sourceId = await sourceAt(at);
  expect(await newest(sourceId)).toMatchObject({
    state: "waiting",
    origin: "fetched",
    requestedBy: { name: desk.tom.name },
  });
  await fetchAll();
  const row = await newest(sourceId);
  expect(row).toMatchObject({
    state: "done",
    status: 200,
    mediaType: "text/html",
    attempts: 1,
    hasText: true,
    failure: "",
  });
  const snapshot = await loadSnapshot(desk.lena, row.id);
  expect(snapshot.text).toContain(COST);
  expect(snapshot.about.title).toBe("The bridge");
  expect(snapshot.headers).toContainEqual(["content-type", "text/html; charset=utf-8"]);
  const { bytes, mediaType } = await loadSnapshotFile(desk.lena, row.id);
  expect([Buffer.from(bytes).toString("utf8"), mediaType]).toEqual([article(COST, OTHER), "text/html"]);
  await ledgersHold();
});

test("a note that adds its source has it fetched, and its quote is placed when the copy comes", async () => {
  const at = fresh();
  web.page(at, article(COST, OTHER));
  const { noteId, sourceId } = await run(addSourceNote, desk.tom, {
    claimId,
    sourceUrl: `${web.origin}${at}`,
    quote: "the city $3 million",
    ...NOTE,
  });
  expect(await standing(noteId)).toBeNull();
  await fetchAll();
  expect(await standing(noteId)).toMatchObject({ outcome: "found", look: false, sourceId });
  const snapshot = await loadSnapshot(desk.tom, (await newest(sourceId)).id);
  expect(snapshot.quotes.map(({ start, end }) => snapshot.text.slice(start ?? 0, end ?? 0))).toEqual([
    "the city $3 million",
  ]);
  expect(snapshot.quotes[0]?.claim).toMatchObject({ id: claimId, number: 1 });
});

test("a note that is written later finds its quote at once, and an edited one anew", async () => {
  const at = fresh();
  web.page(at, article(COST, OTHER));
  const sourceId = await sourceAt(at);
  await fetchAll();
  const { noteId } = await noteOn(sourceId, "the city $4 million");
  expect(await standing(noteId)).toMatchObject({ outcome: "value-changed", look: true });
  await run(editSourceNote, desk.tom, { noteId, rev: 1, ...NOTE, quote: "the city $3 million", locator: "", note: "" });
  expect(await standing(noteId)).toMatchObject({ outcome: "found", look: false });
  await run(editSourceNote, desk.tom, { noteId, rev: 2, ...NOTE, quote: "", locator: "", note: "n" });
  expect(await standing(noteId)).toBeNull();
});

test("nobody is asked about a secret source until somebody wants it", async () => {
  const at = fresh();
  web.page(at, article(COST));
  const sourceId = (
    await run(addSource, desk.ana, {
      title: "Zq",
      url: `${web.origin}${at}`,
      medium: "web",
      kind: "primary",
      confidentiality: "secret",
    })
  ).sourceId;
  await fetchAll();
  expect(web.visits).not.toContain(at);
  await run(fetchSource, desk.ana, { sourceId });
  await fetchAll();
  expect(web.visits).toContain(at);
  const row = await loadSnapshots(desk.ana, sourceId);
  const snapshotId = row.rows[0]?.id ?? "";
  // Tom knows that the source is there, and nothing of what it says.
  expect(await loadSnapshots(desk.tom, sourceId)).toEqual({
    rows: [],
    busy: false,
    may: { fetch: false, upload: false },
  });
  await expect(loadSnapshot(desk.tom, snapshotId)).rejects.toThrow("no such copy");
  await expect(loadSnapshotFile(desk.tom, snapshotId)).rejects.toThrow("no such copy");
  expect((await refusal(fetchSource, desk.tom, { sourceId })).code).toBe("not_found");
  const file = new File(["text"], "a.txt");
  expect((await refusal(uploadFile, desk.tom, { sourceId, file })).code).toBe("not_found");
});

test("a fetch that is under way is not asked for twice", async () => {
  const at = fresh();
  web.page(at, article(COST));
  const sourceId = await sourceAt(at);
  const { snapshotId } = await run(fetchSource, desk.ana, { sourceId });
  expect((await snapshots(sourceId)).map(({ id }) => id)).toEqual([snapshotId]);
});

test("a source without an address can't be fetched", async () => {
  const { sourceId } = await run(addSource, desk.tom, { title: "A book", medium: "document", kind: "primary" });
  expect(await snapshots(sourceId)).toEqual([]);
  expect((await refusal(fetchSource, desk.tom, { sourceId })).message).toContain("no web address");
});

test("a source that gets another address is fetched from there", async () => {
  const [one, two] = [fresh(), fresh()];
  web.page(one, article(COST));
  web.page(two, article(OTHER));
  const sourceId = await sourceAt(one);
  await fetchAll();
  const fields = { title: "Page", medium: "web", kind: "secondary", url: `${web.origin}${two}` } as const;
  await run(changeSource, desk.tom, { sourceId, rev: 1, ...fields });
  await fetchAll();
  expect((await snapshots(sourceId)).map(({ url }) => url)).toEqual([`${web.origin}${two}`, `${web.origin}${one}`]);
});

// ---------------------------------------------------------------- failing

test("a page that is not there fails at once, with a reason", async () => {
  const sourceId = await sourceAt(fresh());
  await fetchAll();
  expect(await newest(sourceId)).toMatchObject({
    state: "failed",
    status: 404,
    failure: "The server says that there is no such page (404).",
  });
});

test("an address inside the newsroom's network is not fetched, and says why", async () => {
  const { sourceId } = await run(addSource, desk.tom, {
    title: "Inside",
    url: "http://169.254.169.254/latest",
    medium: "web",
    kind: "primary",
  });
  await fetchAll();
  expect(await newest(sourceId)).toMatchObject({
    state: "failed",
    failure: expect.stringContaining("not on the public Internet"),
  });
});

test("a server in trouble is tried again, the last reason is shown, and after the last try it has failed", async () => {
  const at = fresh();
  web.answer(at, (_, response) => response.writeHead(503).end());
  const sourceId = await sourceAt(at);
  await expect(fetchAll(1)).rejects.toThrow("The server has trouble (503).");
  expect(await newest(sourceId)).toMatchObject({
    state: "waiting",
    attempts: 1,
    attemptsAllowed: 4,
    failure: "The server has trouble (503).",
  });
  await fetchAll(4);
  expect(await newest(sourceId)).toMatchObject({
    state: "failed",
    attempts: 4,
    status: 503,
    failure: "The server has trouble (503).",
  });
  web.page(at, article(COST));
  await run(fetchSource, desk.tom, { sourceId });
  await fetchAll();
  expect(await newest(sourceId)).toMatchObject({ state: "done" });
});

test("a fetch whose last try was cut off has failed, too", async () => {
  const sourceId = await sourceAt(fresh());
  const { id } = await newest(sourceId);
  await fetchJob.giveUp(id, "The work was cut off.");
  expect(await newest(sourceId)).toMatchObject({ id, state: "failed", failure: "The work was cut off." });
});

test("storing what is stored already changes nothing: a job may come twice", async () => {
  const at = fresh();
  web.page(at, article(COST));
  const sourceId = await sourceAt(at);
  const { id } = await newest(sourceId);
  await fetchJob.work(id, attempt());
  const before = await chain(database.db, `newsroom:${desk.newsroomId}`);
  await fetchJob.work(id, attempt());
  await fetchJob.giveUp(id, "late");
  const bytes = new Uint8Array([1]);
  const content = { ...(await loadSnapshot(desk.tom, id)), unread: "", signature: [], sha256: "0".repeat(64) };
  await executeSystem(storeFetched, { snapshotId: id, attempts: 1, made: { bytes, content } });
  expect(await newest(sourceId)).toMatchObject({ id, state: "done" });
  expect(await chain(database.db, `newsroom:${desk.newsroomId}`)).toHaveLength(before.length);
});

// ---------------------------------------------------------------- looking again

async function quoted(...paragraphs: string[]) {
  const at = fresh();
  web.page(at, article(...paragraphs));
  const sourceId = await sourceAt(at);
  await fetchAll();
  const { noteId } = await noteOn(sourceId, COST);
  const again = async (...next: string[]) => {
    web.page(at, article(...next));
    await run(fetchSource, desk.ana, { sourceId });
    await fetchAll();
  };
  return { at, sourceId, noteId, again };
}

test("a page that says the same keeps one copy, which says when it was seen again", async () => {
  const { sourceId, again, noteId } = await quoted(COST, OTHER);
  const before = await newest(sourceId);
  await again(COST, OTHER);
  const rows = await snapshots(sourceId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: before.id, seenAt: expect.any(String) });
  expect(await standing(noteId)).toMatchObject({ outcome: "found", snapshotId: before.id });
});

test("a figure that changed asks for a look, in the claim, the article and on the desk, until somebody has looked", async () => {
  const { again, noteId } = await quoted(COST, OTHER);
  expect(await looks()).toEqual([]);
  await again(COST.replace("$3 million", "$5 million"), OTHER);
  const now = await standing(noteId);
  expect(now).toMatchObject({
    outcome: "value-changed",
    look: true,
    changes: [{ from: "$3 million", to: "$5 million" }],
  });
  expect(await looks()).toEqual([noteId]);
  const attention = await loadAttention(desk.ana, desk.article.id);
  expect(attention.looks.map((look) => look.claim.id)).toEqual([claimId]);
  // Tom has the claim because he started it; Ana may decide. Lena only reads.
  const desks = await Promise.all([desk.tom, desk.ana, desk.lena].map((actor) => loadDesk(actor)));
  expect(desks.map(({ waitingOnMe }) => waitingOnMe.filter(({ id }) => id === claimId).map(({ why }) => why))).toEqual([
    ["A quote changed in its source: $3 million became $5 million. Assigned to you"],
    ["A quote changed in its source: $3 million became $5 million"],
    [],
  ]);
  const claim = await loadClaim(desk.tom, claimId);
  expect(claim.history[0]).toMatchObject({ by: "Claimdesk", words: expect.stringContaining("$5 million") });
  expect((await refusal(lookAtQuote, desk.lena, { noteId, snapshotId: now?.snapshotId ?? "" })).code).toBe("forbidden");
  await run(lookAtQuote, desk.tom, { noteId, snapshotId: now?.snapshotId ?? "" });
  expect(await looks()).toEqual([]);
  expect((await loadDesk(desk.ana)).waitingOnMe).toEqual([]);
  expect(await standing(noteId)).toMatchObject({ outcome: "value-changed", look: false });
  await ledgersHold();
});

test("what somebody has looked at does not ask again, until it changes once more", async () => {
  const { again, noteId } = await quoted(COST, OTHER);
  await again(COST.replace("$3 million", "$5 million"), OTHER);
  const first = await standing(noteId);
  await run(lookAtQuote, desk.tom, { noteId, snapshotId: first?.snapshotId ?? "" });
  await again(COST.replace("$3 million", "$5 million"), `${OTHER} And it rained.`);
  const second = await standing(noteId);
  expect(second).toMatchObject({ outcome: "value-changed", look: false });
  expect(second?.snapshotId).not.toBe(first?.snapshotId);
  await again(COST.replace("$3 million", "$6 million"), OTHER);
  expect(await looks()).toEqual([noteId]);
  await again(COST, OTHER);
  expect(await looks()).toEqual([]);
  expect(await standing(noteId)).toMatchObject({ outcome: "found" });
});

test("other words, and other paragraphs around the quote, ask for nothing", async () => {
  const { again, noteId } = await quoted(COST, OTHER);
  await again("Somebody put a paragraph before it, which says nothing of costs at all.", COST, OTHER);
  expect(await standing(noteId)).toMatchObject({ outcome: "found", look: false });
  expect(await looks()).toEqual([]);
});

test("a page that is taken down takes its quotes with it, and one that comes back brings them", async () => {
  const { at, sourceId, noteId, again } = await quoted(COST, OTHER);
  web.answer(at, (_, response) => response.writeHead(410).end());
  await run(fetchSource, desk.ana, { sourceId });
  await fetchAll();
  expect(await newest(sourceId)).toMatchObject({ state: "failed", status: 410 });
  expect(await looks()).toEqual([noteId]);
  await again(COST, OTHER);
  expect(await looks()).toEqual([]);
});

test("a claim that was dismissed asks for no look", async () => {
  const { again } = await quoted(COST, OTHER);
  const { rev } = await loadClaim(desk.ana, claimId);
  await run(dismissClaim, desk.ana, { claimId, rev, reason: "trivial" });
  await again(OTHER);
  expect(await looks()).toEqual([]);
});

test("every night what is quoted is looked at again, and nothing else", async () => {
  const { sourceId, at } = await quoted(COST, OTHER);
  const unquoted = fresh();
  web.page(unquoted, article(OTHER));
  await sourceAt(unquoted);
  await fetchAll();
  const visits = web.visits.length;
  const [soon, tomorrow] = [new Date(), new Date(Date.now() + 86_400_000)];
  await recheckDue(soon);
  await fetchAll();
  expect(web.visits).toHaveLength(visits);
  await recheckDue(tomorrow);
  await recheckDue(tomorrow);
  expect((await newest(sourceId)).requestedBy).toBeNull();
  await fetchAll();
  expect(web.visits.slice(visits)).toEqual([at]);
  await run(setConfidentiality, desk.ana, { sourceId, rev: 1, confidentiality: "secret" });
  await recheckDue(new Date(Date.now() + 2 * 86_400_000));
  await fetchAll();
  expect(web.visits.slice(visits)).toEqual([at]);
});

test("a page that fails every night in the same way fills no list", async () => {
  const { sourceId, at } = await quoted(COST, OTHER);
  web.answer(at, (_, response) => response.writeHead(403).end());
  for (const day of [1, 2, 3]) {
    await recheckDue(new Date(Date.now() + day * 86_400_000));
    await fetchAll();
  }
  expect((await snapshots(sourceId)).map(({ state }) => state)).toEqual(["failed", "done"]);
});

// ---------------------------------------------------------------- the same source

test("a source is found again by the address that answered, and by the one the page calls its own", async () => {
  const [short, long] = [fresh(), fresh()];
  web.answer(short, (_, response) => response.writeHead(302, { location: long }).end());
  const own = `<html><head><link rel="canonical" href="${web.origin}/the-bridge"></head><body><p>${COST}</p></body></html>`;
  web.page(long, own);
  const sourceId = await sourceAt(short);
  await fetchAll();
  expect(await sourceAt(long)).toBe(sourceId);
  expect(await sourceAt("/the-bridge")).toBe(sourceId);
});

test("a page can't pass itself off as one of another host", async () => {
  const at = fresh();
  web.page(
    at,
    `<html><head><link rel="canonical" href="https://agency.example/story"></head><body><p>${COST}</p></body></html>`,
  );
  const sourceId = await sourceAt(at);
  await fetchAll();
  const { created } = await run(addSource, desk.tom, {
    title: "Agency",
    url: "https://agency.example/story",
    medium: "web",
    kind: "wire",
  });
  expect(created).toBe(true);
  expect(sourceId).not.toBe("");
});

// ---------------------------------------------------------------- files

const FOLDER = path.resolve(__dirname, "../../fixtures/documents");
const file = (name: string, as = name) => new File([readFileSync(path.join(FOLDER, name))], as);

async function paper(): Promise<string> {
  const fields = { title: "Annual report", medium: "document", kind: "primary" } as const;
  return (await run(addSource, desk.tom, fields)).sourceId;
}

test("a PDF is kept with its text, and a note on it is found on its page", async () => {
  const sourceId = await paper();
  const { noteId } = await noteOn(sourceId, "A total of 66 countries are members");
  const { snapshotId } = await run(uploadFile, desk.tom, {
    sourceId,
    file: file("pages.pdf", "C:\\papers\\report.pdf"),
  });
  expect(await newest(sourceId)).toMatchObject({
    origin: "uploaded",
    name: "report.pdf",
    mediaType: "application/pdf",
    state: "done",
  });
  expect(await standing(noteId)).toMatchObject({ outcome: "found", page: "p. 2", snapshotId, origin: "uploaded" });
  const { bytes } = await loadSnapshotFile(desk.lena, snapshotId);
  expect(Buffer.from(bytes).equals(readFileSync(path.join(FOLDER, "pages.pdf")))).toBe(true);
  await ledgersHold();
});

test("the same file is kept once, and says which source has it", async () => {
  const [one, two] = [
    await paper(),
    (await run(addSource, desk.tom, { title: "Other", medium: "document", kind: "primary" })).sourceId,
  ];
  const first = await run(uploadFile, desk.tom, { sourceId: one, file: file("pages.docx") });
  expect(await run(uploadFile, desk.ana, { sourceId: one, file: file("pages.docx", "again.docx") })).toEqual({
    snapshotId: first.snapshotId,
    already: true,
  });
  const no = await refusal(uploadFile, desk.tom, { sourceId: two, file: file("pages.docx") });
  expect(no.message).toContain("“Annual report”");
  await run(setConfidentiality, desk.ana, { sourceId: one, rev: 1, confidentiality: "secret" });
  // Marek may know secret sources; Tom added this one. A colleague who may not know it learns nothing.
  const reviewer = { ...desk.tom, userId: desk.lena.userId };
  expect(JSON.stringify(await run(uploadFile, reviewer, { sourceId: two, file: file("pages.docx") }))).not.toContain(
    KNOWN_SOURCE,
  );
});

test("a file is what its bytes are, whatever its name: a program is refused, and so are nothing and too much", async () => {
  const sourceId = await paper();
  const program = new File(
    [Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(100)])],
    "report.pdf",
  );
  const no = await refusal(uploadFile, desk.tom, { sourceId, file: program });
  expect(no.detail.fields?.file).toContain("application/x-elf");
  const zip = new File([gzipSync("x")], "a.csv");
  expect((await refusal(uploadFile, desk.tom, { sourceId, file: zip })).code).toBe("invalid");
  expect((await refusal(uploadFile, desk.tom, { sourceId, file: new File([], "a.txt") })).message).toContain("empty");
  const huge = new File([new Uint8Array(25 * 1024 * 1024 + 1)], "a.bin");
  expect((await refusal(uploadFile, desk.tom, { sourceId, file: huge })).message).toContain("larger than 25 MB");
  expect(await snapshots(sourceId)).toEqual([]);
});

test("a locked PDF is kept although nothing can be quoted from it", async () => {
  const sourceId = await paper();
  const { noteId } = await noteOn(sourceId, "A total of 66 countries are members");
  await run(uploadFile, desk.tom, { sourceId, file: file("locked.pdf") });
  expect(await newest(sourceId)).toMatchObject({
    state: "done",
    hasText: false,
    failure: expect.stringContaining("locked with a password"),
  });
  expect(await standing(noteId)).toBeNull();
});

test("a file that somebody uploaded is not unsaid by a page that does not show the words", async () => {
  const at = fresh();
  web.page(at, article("Subscribe to read on. Only members can read this page of our newspaper today."));
  const sourceId = await sourceAt(at);
  await run(uploadFile, desk.tom, { sourceId, file: new File([`${COST}\n\n${OTHER}`], "saved.txt") });
  const { noteId } = await noteOn(sourceId, COST);
  await fetchAll();
  expect(await standing(noteId)).toMatchObject({ outcome: "found", origin: "uploaded" });
  expect(await looks()).toEqual([]);
  web.page(at, article("Subscribe today, at half the price. Only members can read this page of our newspaper."));
  await run(fetchSource, desk.tom, { sourceId });
  await fetchAll();
  expect(await snapshots(sourceId)).toHaveLength(3);
  expect(await looks()).toEqual([]);
});

test("of two places of the same words the note's page decides", async () => {
  const sourceId = await paper();
  await run(uploadFile, desk.tom, { sourceId, file: file("table.csv") });
  const { noteId } = await noteOn(sourceId, "Malta;4", "row 3");
  expect(await standing(noteId)).toMatchObject({ outcome: "found", page: "row 3" });
});

test("a source may have several files: an annex does not unsay the report, whichever came first", async () => {
  const sourceId = await paper();
  const report = await run(uploadFile, desk.tom, {
    sourceId,
    file: new File([`${COST} Volume ${sourceId}.`], "report.txt"),
  });
  const { noteId } = await noteOn(sourceId, COST);
  await run(uploadFile, desk.tom, { sourceId, file: new File([`${OTHER} Annex of ${sourceId}.`], "annex.txt") });
  expect(await standing(noteId)).toMatchObject({ outcome: "found", snapshotId: report.snapshotId });
  const later = await noteOn(sourceId, "The bridge cost the city $3 million");
  expect(await standing(later.noteId)).toMatchObject({ outcome: "found", snapshotId: report.snapshotId });
  expect(await looks()).toEqual([]);
  // A new edition of the report, with another figure, is another matter.
  const edition = `${COST.replace("$3 million", "$5 million")} Volume ${sourceId}, second edition.`;
  await run(uploadFile, desk.tom, { sourceId, file: new File([edition], "report-2.txt") });
  expect((await looks()).sort()).toEqual([noteId, later.noteId].sort());
});
