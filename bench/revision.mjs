#!/usr/bin/env node
// How long it takes to see what a new version would do and to store it: an article of 10,000 words with 2,000 claims, every one
// signed off, on an embedded PostgreSQL of its own with durable writes. Five versions, each over the one before: one sentence in
// twenty is edited (every other edit changes a figure), a paragraph is moved, a sentence is new.
// Beside it, in the same run, what can't be saved: reading both texts, finding the places again, and plain INSERTs of the same rows
// into tables with the same indexes, without foreign keys.
// Usage: node bench/revision.mjs
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import pg from "pg";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WORDS = 10_000;
const CLAIMS = 2_000;
const RUNS = 5;
/** The tables a new version writes rows of. */
const TABLES = ["Claim", "Anchor", "Fact", "Fate"];

const MODULES = {
  "lib/articles/commands": "importArticle",
  "lib/core/anchoring/relocate": "relocate",
  "lib/core/extraction/extract": "extract",
  "lib/people/commands": "addMember, createNewsroom",
  "lib/platform/actor": "findActor",
  "lib/platform/command": "execute, executePublic",
  "lib/platform/db": "db, disconnect",
  "lib/platform/embedded-postgres": "startEmbedded",
  "lib/platform/env": "adoptDatabase",
  "lib/platform/migrate": "migrate",
  "lib/platform/reader": "closeReader",
  "lib/revisions/commands": "reviseArticle",
  "lib/revisions/queries": "previewRevision",
};

/** Bundle what is measured and load it. */
async function loadProduct() {
  const outfile = path.join(root, "dist", "bench-revision.cjs");
  const contents = Object.entries(MODULES).map(([file, names]) => `export { ${names} } from "./${file}";`);
  await build({
    stdin: { contents: contents.join("\n"), resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
  try {
    return createRequire(import.meta.url)(outfile);
  } finally {
    fs.rmSync(outfile);
  }
}

const TITLES = ["Mayor", "Minister", "Senator", "Governor", "Professor", "Judge"];
const FIRST = ["Ana", "Ben", "Clara", "David", "Eva", "Felix", "Greta", "Hugo", "Ines", "Jonas"];
const LAST = ["Torres", "Lindqvist", "Fuentes", "Okafor", "Novak", "Silva", "Duarte", "Moreau", "Berg", "Haddad"];
const THINGS = ["bridge", "harbour", "tunnel", "school", "ferry", "stadium", "library", "clinic", "airport", "museum"];

/** Pick from a list so that neighbours differ, by the same steps every time. */
const pick = (list, n) => list[n % list.length];

/** The nth sentence, which is read as two claims: that somebody said it, and what was said. */
function sentence(n, figure = 3 + (n % 90)) {
  const speaker = `${pick(TITLES, n)} ${pick(FIRST, n * 7)} ${pick(LAST, n * 3)}`;
  return `${speaker} said the ${pick(THINGS, n * 11)} cost $${figure} million.`;
}

/** The sentences of the first version, in paragraphs of five. */
function firstText() {
  const sentences = [];
  for (let n = 0, words = 0; words < WORDS; n++) {
    sentences.push(sentence(n));
    words += sentences.at(-1).split(" ").length;
  }
  return Array.from({ length: Math.ceil(sentences.length / 5) }, (_, n) => sentences.slice(5 * n, 5 * n + 5));
}

/** The next version: one sentence in twenty edited, each time other ones; the first paragraph moved; a new sentence at the end. */
function nextText(paragraphs, run) {
  let n = 0;
  const edited = paragraphs.map((sentences) =>
    sentences.map((words) => {
      if (n++ % 20 !== run) return words;
      const changed =
        n % 40 < 20
          ? words.replace(/\$(\d+)/, (_, sum) => `$${Number(sum) + 100}`)
          : words.replace("said the", "said that the");
      return changed;
    }),
  );
  const [first, ...rest] = edited;
  const half = Math.floor(rest.length / 2);
  return [...rest.slice(0, half), first, ...rest.slice(half), [sentence(10_000 + run, 400 + run)]];
}

const written = (paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n\n");

function must(outcome) {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

/** Time on the clock, and the processor time of this process, its reader's thread included, PostgreSQL's not. */
async function timed(work) {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - begun, processor: (user + system) / 1000, result };
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const line = (name, times) =>
  console.log(
    `${name.padEnd(58)} ${(median(times) / 1000).toFixed(3)} s   (${times.map((ms) => (ms / 1000).toFixed(2)).join(", ")})`,
  );

/** Leave just so many claims standing, each signed off by somebody; what is signed is not looked at here. */
async function signOffAll(client, articleId, versionId, userId) {
  await client.query(
    `UPDATE "Claim" SET "removedAt" = now() WHERE "id" IN
      (SELECT "id" FROM "Claim" WHERE "articleId" = $1 ORDER BY "number" OFFSET $2)`,
    [articleId, CLAIMS],
  );
  await client.query(
    `UPDATE "Claim" SET "state" = 'verified', "verdict" = 'confirmed', "verdictById" = $2, "verdictAt" = now()
      WHERE "articleId" = $1 AND "removedAt" IS NULL`,
    [articleId, userId],
  );
  await client.query(
    `INSERT INTO "SignOff" ("id", "claimId", "versionId", "hash", "byId")
      SELECT 's' || "id", "id", $2, repeat('0', 64), $3 FROM "Claim" WHERE "articleId" = $1 AND "removedAt" IS NULL`,
    [articleId, versionId, userId],
  );
}

/** The rows that a version brought, by table, as JSON. */
async function rowsOf(client, articleId, versionId) {
  const rows = {};
  for (const table of TABLES) {
    const those =
      table === "Claim"
        ? `"articleId" = $2 AND "updatedAt" = (SELECT "createdAt" FROM "ArticleVersion" WHERE "id" = $1)`
        : `"versionId" = $1 AND $2::text IS NOT NULL`;
    const found = await client.query(
      `SELECT count(*)::int AS count, coalesce(jsonb_agg(to_jsonb(r)), '[]')::text AS json FROM "${table}" r WHERE ${those}`,
      [versionId, articleId],
    );
    rows[table] = found.rows[0];
  }
  return rows;
}

/** Insert the rows into empty tables of the same shape, with the same indexes, in one transaction: what storing them costs at least. */
async function insertPlainly(client, rows) {
  for (const table of TABLES) {
    await client.query(
      `DROP TABLE IF EXISTS "plain${table}"; CREATE TABLE "plain${table}" (LIKE "${table}" INCLUDING ALL)`,
    );
  }
  const { ms } = await timed(async () => {
    await client.query("BEGIN");
    for (const table of TABLES) {
      const from = `jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
      await client.query(`INSERT INTO "plain${table}" SELECT * FROM ${from}`, [rows[table].json]);
    }
    await client.query("COMMIT");
  });
  return ms;
}

const data = fs.mkdtempSync(path.join(os.tmpdir(), "claimdesk-bench-"));
fs.chmodSync(data, 0o755);
process.env.CLAIMDESK_ROOT = root;
const product = await loadProduct();
const cluster = await product.startEmbedded(data);
product.adoptDatabase(cluster.url, "a secret that only this benchmark uses");
const client = new pg.Client({ connectionString: cluster.url });
try {
  await product.migrate(cluster.url);
  await client.connect();
  const { newsroomId } = must(await product.executePublic(product.createNewsroom, { name: "The Bench" }));
  const member = {
    newsroomId,
    name: "Ana",
    role: "editor",
    email: "ana@claimdesk.test",
    password: "only for the bench",
  };
  const { userId } = must(await product.executePublic(product.addMember, member));
  const actor = await product.findActor(product.db(), userId);

  let paragraphs = firstText();
  const imported = {
    title: "The bench",
    text: written(paragraphs),
    publishedOn: "2017-03-22",
    byline: "",
    publisher: "",
    url: "",
    language: "en",
  };
  const { articleId } = must(await product.execute(product.importArticle, actor, imported));
  const first = await client.query(`SELECT "id", "words", "text" FROM "ArticleVersion" WHERE "articleId" = $1`, [
    articleId,
  ]);
  let [{ id: base, text }] = first.rows;
  await signOffAll(client, articleId, base, userId);
  await client.query("ANALYZE");
  const standing = await client.query(
    `SELECT count(*)::int AS n FROM "Claim" WHERE "articleId" = $1 AND "removedAt" IS NULL`,
    [articleId],
  );
  console.log(
    `${first.rows[0].words.toLocaleString("en")} words, ${standing.rows[0].n.toLocaleString("en")} claims, each signed off`,
  );

  const times = { preview: [], confirm: [], processor: [], stored: [], read: [], relocate: [], insert: [] };
  for (let run = 0; run < RUNS; run++) {
    paragraphs = nextText(paragraphs, run);
    const input = { articleId, base, text: written(paragraphs), note: "" };
    times.preview.push((await timed(() => product.previewRevision(actor, input))).ms);
    // What the command reports last is that it has read everything and follows the claims, in its transaction.
    let read = 0;
    const report = () => {
      read = performance.now();
    };
    const { ms, processor, result } = await timed(() => product.execute(product.reviseArticle, actor, input, report));
    times.confirm.push(ms);
    times.processor.push(processor);
    times.stored.push(performance.now() - read);
    const { versionId, reopened, added } = must(result);
    const rows = await rowsOf(client, articleId, versionId);
    const spans = await client.query(`SELECT "start", "end" FROM "Anchor" WHERE "versionId" = $1 ORDER BY "start"`, [
      base,
    ]);
    times.read.push((await timed(() => [product.extract(text, {}), product.extract(input.text, {})])).ms);
    times.relocate.push((await timed(() => product.relocate(text, input.text, spans.rows))).ms);
    times.insert.push(await insertPlainly(client, rows));
    const counts = TABLES.map((table) => `${rows[table].count.toLocaleString("en")} ${table}`).join(", ");
    console.log(`version ${run + 2}: ${reopened} claims reopened, ${added} added; rows ${counts}`);
    base = versionId;
    text = input.text;
  }
  console.log("");
  line("preview: what it would do, nothing stored", times.preview);
  line("confirm: the command, until it is stored", times.confirm);
  line("  its processor time, without PostgreSQL's", times.processor);
  line("  of it: the transaction, with relocate", times.stored);
  line("reading both texts alone", times.read);
  line("finding every place again alone (relocate)", times.relocate);
  line("plain INSERT of the same rows, one transaction", times.insert);
} finally {
  await client.end();
  await product.disconnect();
  await product.closeReader();
  await cluster.stop();
  fs.rmSync(data, { recursive: true, force: true });
}
