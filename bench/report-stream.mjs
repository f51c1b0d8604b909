#!/usr/bin/env node
// How much memory and time a report takes while it is sent as it is read: articles of 200, 2,000 and 10,000 claims, each claim with
// three source notes on sources with copies, signed off, on an embedded PostgreSQL of its own. Each report is read in a process of its
// own, which first sends a small one: what it holds then, after a collection, is its base. Beside it, in the same process, what can't
// be saved: reading the same rows with plain SQL. Usage: node bench/report-stream.mjs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import pg from "pg";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SIZES = [200, 2_000, 10_000];
const SMALL = 60;
const NOTES = 3;
const FORMATS = ["html", "json", "csv"];
const PUBLIC = {
  audience: "public",
  language: "en",
  only: { signed: false, states: [], verdicts: [], speakers: [], numbers: [] },
};
const outfile = path.join(root, "dist", "bench-report-stream.cjs");

const MODULES = {
  "lib/people/commands": "addMember, createNewsroom",
  "lib/platform/actor": "findActor",
  "lib/platform/command": "executePublic",
  "lib/platform/db": "db, disconnect",
  "lib/platform/embedded-postgres": "startEmbedded",
  "lib/platform/env": "adoptDatabase",
  "lib/platform/migrate": "migrate",
  "lib/reports/queries": "openReport",
};

/** Bundle what is measured. */
async function bundle() {
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
}

const load = () => createRequire(import.meta.url)(outfile);

function must(outcome) {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

/** The tables a report is read from, and how plain SQL finds the rows of one article in them. */
const ROWS = {
  Claim: `SELECT * FROM "Claim" WHERE "articleId" = $1`,
  Anchor: `SELECT a.* FROM "Anchor" a JOIN "Claim" c ON c."id" = a."claimId" WHERE c."articleId" = $1`,
  Fact: `SELECT f.* FROM "Fact" f JOIN "Claim" c ON c."id" = f."claimId" WHERE c."articleId" = $1`,
  SourceNote: `SELECT n.* FROM "SourceNote" n JOIN "Claim" c ON c."id" = n."claimId" WHERE c."articleId" = $1`,
  Source: `SELECT DISTINCT s.* FROM "Source" s JOIN "SourceNote" n ON n."sourceId" = s."id" JOIN "Claim" c ON c."id" = n."claimId" WHERE c."articleId" = $1`,
  Snapshot: `SELECT DISTINCT t."id", t."sourceId", t."sha256", t."doneAt", t."signature"::text FROM "Snapshot" t JOIN "SourceNote" n ON n."sourceId" = t."sourceId" JOIN "Claim" c ON c."id" = n."claimId" WHERE c."articleId" = $1`,
  QuotePlace: `SELECT q.* FROM "QuotePlace" q JOIN "SourceNote" n ON n."id" = q."noteId" JOIN "Claim" c ON c."id" = n."claimId" WHERE c."articleId" = $1`,
  SignOff: `SELECT s.* FROM "SignOff" s JOIN "Claim" c ON c."id" = s."claimId" WHERE c."articleId" = $1`,
};

/** Put an article with so many claims into the records: a sentence each, a fact, notes with quotes, a copy of each source, a sign-off. */
async function fill(client, { newsroomId, userId }, claims) {
  const article = `a${claims}`;
  const sentences = Array.from(
    { length: claims },
    (_, n) => `Minister number ${n} said the bridge cost $${3 + (n % 90)} million.`,
  );
  const starts = [];
  let text = "";
  for (const [n, sentence] of sentences.entries()) {
    starts.push(text.length);
    text += sentence + (n % 5 === 4 ? "\n\n" : " ");
  }
  text = text.trimEnd();
  const sha = createHash("sha256").update(text).digest("hex");
  await client.query(
    `INSERT INTO "Article" ("id","newsroomId","title","createdById","publishedOn") VALUES ($1,$2,$3,$4,'2017-03-22')`,
    [article, newsroomId, `An article of ${claims} claims`, userId],
  );
  await client.query(
    `INSERT INTO "ArticleVersion" ("id","articleId","number","text","sha256","words","createdById") VALUES ($1,$2,1,$3,$4,$5,$6)`,
    [`v-${article}`, article, text, sha, text.split(/\s+/).length, userId],
  );
  await client.query(`INSERT INTO "VersionFacts" ("versionId","dated","sentences") VALUES ($1,true,'[]')`, [
    `v-${article}`,
  ]);
  const spans = JSON.stringify(sentences.map((sentence, n) => ({ n: n + 1, start: starts[n], words: sentence })));
  const given = `(SELECT (e->>'n')::int AS n, (e->>'start')::int AS start, e->>'words' AS words FROM jsonb_array_elements($1::jsonb) e) g`;
  const id = `'${article}-' || g.n`;
  await client.query(
    `INSERT INTO "Claim" ("id","newsroomId","articleId","number","state","origin","kind","wording","speakerName","reasons","verdict","explanation","verdictById","verdictAt")
     SELECT ${id}, '${newsroomId}', '${article}', g.n, 'verified', 'machine', 'statistic', g.words, 'Minister ' || (g.n % 40), '[]', 'confirmed',
       'The accounts of the year give the figure as it stands, page ' || g.n || '.', '${userId}', now() FROM ${given}`,
    [spans],
  );
  await client.query(
    `INSERT INTO "Anchor" ("id","claimId","versionId","start","end","exact","prefix","suffix")
     SELECT ${id}, ${id}, 'v-${article}', g.start, g.start + length(g.words), g.words, '', '' FROM ${given}`,
    [spans],
  );
  await client.query(
    `INSERT INTO "Fact" ("id","claimId","versionId","type","start","end","text","value")
     SELECT ${id}, ${id}, 'v-${article}', 'money', g.start + position('$' in g.words) - 1, g.start + length(g.words) - 1,
       substring(g.words from position('$' in g.words) for length(g.words) - position('$' in g.words)),
       jsonb_build_object('kind','money','amount', (3 + (g.n - 1) % 90) * 1000000, 'currency', 'USD') FROM ${given}`,
    [spans],
  );
  // Each source serves notes of three claims.
  const sources = Math.max(NOTES, claims);
  await client.query(
    `INSERT INTO "Source" ("id","newsroomId","medium","kind","title","publisher","url","createdById")
     SELECT '${article}-s' || n, $1, 'web', 'secondary', 'Accounts of the works, part ' || n, 'The Treasury', 'https://treasury.example/${article}/' || n, $2
     FROM generate_series(0, ${sources - 1}) n`,
    [newsroomId, userId],
  );
  await client.query(
    `INSERT INTO "Snapshot" ("id","newsroomId","sourceId","origin","state","sha256","size","mediaType","finalUrl","doneAt","signature","text")
     SELECT '${article}-x' || n, $1, '${article}-s' || n, 'fetched', 'done', encode(sha256(n::text::bytea), 'hex'), 40000, 'text/html',
       'https://treasury.example/${article}/' || n, now(), (SELECT jsonb_agg(n * 1000 + k) FROM generate_series(1, 128) k), repeat('The bridge was paid for. ', 200)
     FROM generate_series(0, ${sources - 1}) n`,
    [newsroomId],
  );
  for (let k = 0; k < NOTES; k++) {
    await client.query(
      `INSERT INTO "SourceNote" ("id","claimId","sourceId","stance","quote","locator","note","consultedOn","authorId")
       SELECT ${id} || '-${k}', ${id}, '${article}-s' || ((g.n + ${k}) % ${sources}), 'supports',
         'In that year the bridge cost $' || (3 + (g.n - 1) % 90) || ' million, all told.', 'table ' || g.n, 'Read by two of us.', '2017-03-23', '${userId}' FROM ${given}`,
      [spans],
    );
    await client.query(
      `INSERT INTO "QuotePlace" ("noteId","snapshotId","outcome","start","end")
       SELECT ${id} || '-${k}', '${article}-x' || ((g.n + ${k}) % ${sources}), 'found', 10, 40 FROM ${given}`,
      [spans],
    );
  }
  await client.query(
    `INSERT INTO "SignOff" ("id","claimId","versionId","hash","format","byId")
     SELECT ${id}, ${id}, 'v-${article}', repeat('0', 64), 2, '${userId}' FROM ${given}`,
    [spans],
  );
  await client.query("ANALYZE");
}

// ---------------------------------------------------------------- one report, in a process of its own

async function measure([url, userId, claims, format]) {
  const product = load();
  product.adoptDatabase(url, "x".repeat(64));
  const actor = await product.findActor(product.db(), userId);
  const send = async (article, look = () => undefined) => {
    const { body } = await product.openReport(actor, article, PUBLIC, format);
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      look(bytes);
    }
    return bytes;
  };
  await send(`a${SMALL}`);
  const base0 = inUse();
  const base = process.memoryUsage().rss;
  let peak = base;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const bytes = { sent: 0 };
  const report = await timed(async () => {
    bytes.sent = await send(`a${claims}`);
  });
  clearInterval(watch);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let rows = 0;
  const plain = await timed(async () => {
    for (const sql of Object.values(ROWS)) rows += (await client.query(sql, [`a${claims}`])).rows.length;
  });
  await client.end();
  const held = live(base0);
  await send(`a${claims}`, held.look);
  await product.disconnect();
  process.stdout.write(
    JSON.stringify({ over: peak - base, held: held.most(), report, bytes: bytes.sent, plain, rows }),
  );
}

/** Milliseconds on the clock, and of this process's processor, PostgreSQL's not: the latter is what a busy machine leaves as it is. */
async function timed(work) {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - begun, processor: (user + system) / 1000 };
}

/** Bytes in use after a collection. */
function inUse() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Watch what is in use, over a base, at each half megabyte that was sent. */
function live(base) {
  let [next, most] = [0, 0];
  return {
    look: (bytes) => {
      if (bytes < next) return;
      next = bytes + 524_288;
      most = Math.max(most, inUse() - base);
    },
    most: () => most,
  };
}

const MB = (bytes) => `${(bytes / 1_048_576).toFixed(0)} MB`;

async function main() {
  await bundle();
  const product = load();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "claimdesk-bench-"));
  const cluster = await product.startEmbedded(data);
  try {
    await product.migrate(cluster.url);
    product.adoptDatabase(cluster.url, "x".repeat(64));
    const { newsroomId } = must(await product.executePublic(product.createNewsroom, { name: "The Bench" }));
    const member = {
      newsroomId,
      name: "Ada Okafor",
      email: "ada@bench.test",
      password: "correct horse battery",
      role: "editor",
    };
    const { userId } = must(await product.executePublic(product.addMember, member));
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    for (const claims of [SMALL, ...SIZES]) await fill(client, { newsroomId, userId }, claims);
    await client.end();
    for (const format of FORMATS) {
      for (const claims of SIZES) {
        const args = [
          "--expose-gc",
          fileURLToPath(import.meta.url),
          "measure",
          cluster.url,
          userId,
          String(claims),
          format,
        ];
        const { over, held, report, bytes, plain, rows } = JSON.parse(
          execFileSync(process.execPath, args, { encoding: "utf8" }),
        );
        const ratio = (report.processor / plain.processor).toFixed(1);
        console.log(
          `${format.padEnd(5)} ${String(claims).padStart(6)} claims ${MB(bytes).padStart(6)} | ${(report.ms / 1000).toFixed(2).padStart(6)} s, processor ${(report.processor / 1000).toFixed(2)} s, ${ratio} × plain SQL of ${rows} rows (${(plain.processor / 1000).toFixed(2)} s) | in use ${MB(held).padStart(5)}, resident ${MB(over).padStart(6)} over base`,
        );
      }
    }
    await product.disconnect();
  } finally {
    await cluster.stop();
    fs.rmSync(data, { recursive: true, force: true });
    fs.rmSync(outfile, { force: true });
  }
}

if (process.argv[2] === "measure") await measure(process.argv.slice(3));
else await main();
