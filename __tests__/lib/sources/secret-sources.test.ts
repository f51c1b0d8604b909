import { readdirSync } from "node:fs";
import path from "node:path";
import { addSourceNote, editSourceNote, proposeVerdict, removeSourceNote, startCheck } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import { KNOWN_SOURCE } from "@/lib/core/policy/secrecy";
import { FOR_THE_PUBLIC, IN_FULL } from "@/lib/core/report/options";
import { loadLedger, loadNewsroomLedger } from "@/lib/ledger/queries";
import { ledgerFilter } from "@/lib/ledger/schema";
import { type Actor, findTokenActor } from "@/lib/platform/actor";
import { newId, sha256 } from "@/lib/platform/random";
import { addSource, changeSource, setConfidentiality } from "@/lib/sources/commands";
import { loadSource, loadSources } from "@/lib/sources/queries";
import { createToken } from "@/lib/tokens/store";
import { buildClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { chain, type Newsdesk, newsdesk, refusal, run } from "../claims/newsdesk";

const database = testDatabase();
let desk: Newsdesk;
let claimId: string;
let sourceId: string;
let noteId: string;
let snapshotId: string;

/** Every word of the source, and of what was found in it, begins so: long enough that no hash or salt holds it by chance. */
const WORD = /quillon\w*/giu;
const SOURCE = {
  title: "Quillontitle Clerk of the Harbour",
  url: "https://quillonaddress.example/leak",
  publisher: "Quillonpublisher",
  author: "Quillonauthor",
  reliability: "Quillonreliable, has seen the books",
  medium: "person",
  kind: "primary",
  date: "2017-03-01",
  language: "en",
} as const;
const NOTE = {
  stance: "supports",
  quote: "Quillonquote",
  locator: "Quillonplace",
  note: "Quillonnote",
  consultedOn: "2017-03-20",
} as const;

/** Keep a copy of the source, in which the quote of Ana's note was put otherwise. */
async function keepCopy(): Promise<void> {
  snapshotId = newId();
  const bytes = Buffer.from("Quillonpage");
  const hash = sha256("Quillonpage");
  await database.db.blob.create({ data: { newsroomId: desk.newsroomId, sha256: hash, size: bytes.length, bytes } });
  const told = { url: SOURCE.url, finalUrl: SOURCE.url, name: "Quillonfile.html", mediaType: "text/html" };
  await database.db.snapshot.create({
    data: {
      ...{ ...told, id: snapshotId, newsroomId: desk.newsroomId, sourceId, sha256: hash, size: bytes.length },
      ...{ origin: "fetched", state: "done", text: "Quillontext", doneAt: new Date(), status: 200 },
      about: { title: "Quillonheadline", byline: "Quillonbyline" },
    },
  });
  const changes = [{ from: "Quillonquote", to: "Quillonother", kind: "word" }];
  const place = { noteId, snapshotId, outcome: "value-changed", start: 0, end: 11, changes, look: true };
  await database.db.quotePlace.create({ data: place });
}

/** Ana adds the source and a note while it is open, changes both, and only then makes it secret. */
beforeEach(async () => {
  desk = await newsdesk(database.db);
  const { id } = await buildClaim(database.db, desk.ana, desk.article, "The bridge cost $3 million", { state: "open" });
  claimId = id;
  await run(startCheck, desk.tom, { claimId, rev: 1 });
  ({ sourceId } = await run(addSource, desk.ana, { ...SOURCE, title: "Quillonfirst" }));
  await run(changeSource, desk.ana, { sourceId, rev: 1, ...SOURCE });
  ({ noteId } = await run(addSourceNote, desk.ana, { claimId, sourceId, ...NOTE, quote: "Quillonearlier" }));
  await run(editSourceNote, desk.ana, { noteId, rev: 1, ...NOTE });
  const gone = await run(addSourceNote, desk.ana, { claimId, sourceId, ...NOTE, note: "Quillonremoved" });
  await run(removeSourceNote, desk.ana, { noteId: gone.noteId, rev: 1 });
  await keepCopy();
  await run(setConfidentiality, desk.ana, { sourceId, rev: 2, confidentiality: "secret" });
});

// ---------------------------------------------------------------- every query there is

type Loader = (actor: Actor, ...more: unknown[]) => unknown;
const ROOT = path.resolve(__dirname, "../../../lib");
const loaders: readonly (readonly [name: string, load: Loader])[] = readdirSync(ROOT)
  .filter((noun) => readdirSync(path.join(ROOT, noun)).includes("queries.ts"))
  .flatMap((noun) => Object.entries<unknown>(jest.requireActual(`@/lib/${noun}/queries`)))
  .flatMap(([name, load]) => (name.startsWith("load") && typeof load === "function" ? [[name, load as Loader]] : []));

/** Whatever a loader takes after the actor: it is tried with everything that there is, and refuses what it can't read. */
function tries(): readonly (readonly unknown[])[] {
  const { id: articleId, versionId } = desk.article;
  const ids = [claimId, sourceId, noteId, snapshotId, articleId, versionId].map((id) => [id]);
  const filters = [{}, ledgerFilter.parse({}), claimFilter.parse({}), { text: "quillon" }, { text: "supports" }];
  return [
    [],
    ...ids,
    ...filters.map((filter) => [filter]),
    ...filters.map((filter) => [articleId, filter]),
    [articleId, versionId],
    [articleId, 1],
    [articleId, 1, 1],
    [articleId, IN_FULL],
    [articleId, FOR_THE_PUBLIC],
    [articleId, { id: versionId, number: 1, text: desk.article.text }],
  ];
}

async function answerOf(load: Loader, actor: Actor, more: readonly unknown[]): Promise<string> {
  try {
    const answer = await load(actor, ...more);
    return JSON.stringify(answer instanceof Map ? [...answer] : answer, inClear) ?? "";
  } catch {
    return "";
  }
}

/** Bytes are read as the text that they are. */
function inClear(_: string, value: unknown): unknown {
  const bytes = typeof value === "object" && value !== null && "data" in value ? value.data : value;
  if (bytes instanceof Uint8Array) return Buffer.from(bytes).toString();
  return Array.isArray(bytes) && bytes.length > 8 && bytes.every((one) => Number.isInteger(one))
    ? Buffer.from(bytes).toString()
    : value;
}

/** Read with every query all that a person may, and return the secret words found, with where. */
async function wordsTold(
  actor: Actor,
): Promise<{ readonly answered: readonly string[]; readonly words: readonly string[] }> {
  const answered = new Set<string>();
  const words: string[] = [];
  for (const [name, load] of loaders) {
    for (const more of tries()) {
      const answer = await answerOf(load, actor, more);
      if (answer !== "") answered.add(name);
      words.push(...(answer.match(WORD) ?? []).map((word) => `${name}: ${word}`));
    }
  }
  return { answered: [...answered], words: [...new Set(words)] };
}

async function token(): Promise<Actor> {
  const plain = { id: newId(), newsroomId: desk.newsroomId, name: "A program", tokenHash: sha256(newId()) };
  await createToken(database.db, { ...plain, createdById: desk.owner.userId, createdAt: new Date() });
  const actor = await findTokenActor(database.db, plain.tokenHash);
  if (!actor) throw new Error("The token lets nobody in.");
  return actor;
}

test("no query tells a viewer, a reviewer or a token a word of a secret source, nor of what was written before it was one", async () => {
  for (const reader of [desk.lena, desk.tom, await token()]) {
    const { answered, words } = await wordsTold(reader);
    expect(words).toEqual([]);
    expect(answered).toEqual(
      expect.arrayContaining(["loadSources", "loadSource", "loadClaim", "loadLedger", "loadDesk"]),
    );
  }
});

test("editors and owners are told all of it, so the test above can fail", async () => {
  for (const reader of [desk.ana, desk.marek, desk.owner]) {
    const { words } = await wordsTold(reader);
    expect(words).toEqual(
      expect.arrayContaining([
        "loadSources: Quillontitle",
        "loadSource: quillonaddress",
        "loadSource: Quillonreliable",
        "loadClaim: Quillonquote",
        "loadClaim: Quillonearlier",
        "loadLedger: Quillonremoved",
        "loadSnapshots: Quillonfile",
        "loadSnapshot: Quillontext",
        "loadSnapshotFile: Quillonpage",
        "loadLooks: Quillonother",
      ]),
    );
  }
  expect((await wordsTold(desk.owner)).words).toContain("loadNewsroomLedger: Quillonfirst");
});

// ---------------------------------------------------------------- what is told instead

test("everybody else reads that the newsroom knows it, with stance and date", async () => {
  const { noteList, history } = await loadClaim(desk.lena, claimId);
  expect(noteList).toHaveLength(1);
  expect(noteList[0]).toMatchObject({
    concealed: true,
    mayEdit: false,
    stance: "supports",
    consultedOn: "2017-03-20",
    quote: "",
    locator: "",
    note: "",
    source: { title: KNOWN_SOURCE, url: "", publisher: "", author: "", language: "", date: null, concealed: true },
    history: [{ stance: "supports", quote: "", locator: "", note: "" }],
  });
  expect(history.map(({ words }) => words)).toContain("Added a source note on a source known to the newsroom.");
});

test("the list shows it without a name, after the others, and no search finds it by its words", async () => {
  await run(addSource, desk.ana, {
    ...SOURCE,
    title: "Zz the last",
    url: "https://open.example/",
    author: "",
    publisher: "",
  });
  const all = await loadSources(desk.tom);
  expect(all.map(({ title }) => title)).toEqual(["Zz the last", KNOWN_SOURCE]);
  for (const text of ["quillontitle", "quillonaddress", "quillonpublisher", "quillonauthor", "harbour"]) {
    expect(await loadSources(desk.tom, { text })).toEqual([]);
    expect(await loadSources(desk.marek, { text })).toHaveLength(1);
  }
  expect(await loadSource(desk.tom, sourceId)).toMatchObject({ title: KNOWN_SOURCE, mayEdit: false, concealed: true });
});

test("the ledger stays whole, and withheld data is told by the hash that stands for it", async () => {
  const shown = await loadLedger(desk.lena, desk.article.id, ledgerFilter.parse({}));
  expect(shown.check.ok).toBe(true);
  const added = shown.entries.find(({ command }) => command === "note.add");
  expect(added).toMatchObject({ salt: null, withheld: { dataHash: expect.stringMatching(/^[0-9a-f]{64}$/u) } });
  expect(added?.data).toMatchObject({ source: { id: sourceId, title: KNOWN_SOURCE }, changes: expect.any(Array) });
  expect(shown.entries.find(({ command }) => command === "claim.startCheck")).not.toHaveProperty("withheld");
  const [plain] = (await loadLedger(desk.marek, desk.article.id, ledgerFilter.parse({ command: "note.add" }))).entries;
  expect(plain).not.toHaveProperty("withheld");
});

test("making a source secret, and open again, are entries of their own that name nobody", async () => {
  await run(setConfidentiality, desk.marek, { sourceId, rev: 3, confidentiality: "open" });
  const entries = (await chain(database.db, `newsroom:${desk.newsroomId}`)).filter(
    ({ command }) => command === "source.setConfidentiality",
  );
  expect(entries.map(({ data }) => data)).toEqual([
    { before: { confidentiality: "open" }, after: { confidentiality: "secret" } },
    { before: { confidentiality: "secret" }, after: { confidentiality: "open" } },
  ]);
  const { words } = await wordsTold(desk.lena);
  expect(words).toContain("loadSource: Quillontitle");
  const { entries: seen } = await loadNewsroomLedger(desk.admin, ledgerFilter.parse({}));
  expect(seen.map(({ command }) => command)).toContain("source.setConfidentiality");
});

// ---------------------------------------------------------------- who else knows it

test("whoever added it knows all of it, whatever their role", async () => {
  const own = await run(addSource, desk.tom, { ...SOURCE, url: "", title: "Quillonown", confidentiality: "secret" });
  await run(addSourceNote, desk.marek, { claimId, sourceId: own.sourceId, ...NOTE, note: "Quillonmarek" });
  expect(await loadSource(desk.tom, own.sourceId)).toMatchObject({ title: "Quillonown", mayEdit: true, mayOpen: true });
  expect(JSON.stringify(await loadClaim(desk.tom, claimId))).toContain("Quillonmarek");
  await run(changeSource, desk.tom, { sourceId: own.sourceId, rev: 1, ...SOURCE, url: "", title: "Quillonbetter" });
  expect(await loadSource(desk.lena, own.sourceId)).toMatchObject({ title: KNOWN_SOURCE });
});

test("whoever wrote a note on it knows the source and their own words, not those of others, and can't open it", async () => {
  await run(setConfidentiality, desk.ana, { sourceId, rev: 3, confidentiality: "open" });
  await run(addSourceNote, desk.tom, { claimId, sourceId, ...NOTE, quote: "", locator: "", note: "Quillontom" });
  await run(setConfidentiality, desk.ana, { sourceId, rev: 4, confidentiality: "secret" });
  const { noteList } = await loadClaim(desk.tom, claimId);
  expect(noteList.map(({ note, concealed, source }) => [note, concealed, source.title])).toEqual([
    ["Quillontom", false, SOURCE.title],
    ["", true, SOURCE.title],
  ]);
  expect(await refusal(setConfidentiality, desk.tom, { sourceId, rev: 5, confidentiality: "open" })).toMatchObject({
    code: "forbidden",
  });
});

// ---------------------------------------------------------------- no way in by trying

test("who does not know it can't change it, write on it or find out that they described it", async () => {
  const change = { sourceId, rev: 3, ...SOURCE, title: "Mine" };
  expect((await refusal(changeSource, desk.tom, change)).code).toBe("forbidden");
  const open = { sourceId, rev: 3, confidentiality: "open" } as const;
  expect((await refusal(setConfidentiality, desk.tom, open)).code).toBe("forbidden");
  expect((await refusal(addSourceNote, desk.tom, { claimId, sourceId, ...NOTE })).code).toBe("not_found");
  const guess = await run(addSource, desk.tom, { ...SOURCE, title: "A guess", reliability: "" });
  expect(guess.created).toBe(true);
  expect(guess.sourceId).not.toBe(sourceId);
  expect((await loadSource(desk.tom, sourceId)).title).toBe(KNOWN_SOURCE);
});

test("what is described as secret never lands on an open source with the same address", async () => {
  const page = { title: "A page", medium: "web", kind: "primary", url: "https://open.example/page" } as const;
  const open = await run(addSource, desk.ana, page);
  const secret = await run(addSource, desk.ana, { ...page, confidentiality: "secret" });
  expect(secret.created).toBe(true);
  expect(secret.sourceId).not.toBe(open.sourceId);
  expect(await run(addSource, desk.marek, { ...page, confidentiality: "secret" })).toMatchObject({
    sourceId: secret.sourceId,
    created: false,
  });
});

test("who was quicker on a claim is told without it", async () => {
  const verdict = { claimId, verdict: "confirmed", explanation: "As they say." };
  const { rev } = await loadClaim(desk.ana, claimId);
  await run(proposeVerdict, desk.ana, { ...verdict, rev, base: {} });
  await run(addSourceNote, desk.ana, { claimId, sourceId, ...NOTE, note: "Quillonlate" });
  const late = await refusal(startCheck, desk.tom, { claimId, rev });
  expect(late.message).toContain("Ana Silva was quicker: Added a source note on a source known to the newsroom.");
});
