#!/usr/bin/env node
// How long a report takes in each form, and how large it becomes: 2,000 claims with 6,000 source notes, each form in a process of its
// own, so that its memory is told apart. Beside each stands the ratio to the HTML of the same report, written in the same run.
// Nothing is read from a database: what is measured is writing.
// Usage: node bench/report.mjs [--claims N]
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const file = fileURLToPath(import.meta.url);
const root = path.dirname(path.dirname(file));
const outfile = path.join(root, "dist", "bench-report.cjs");
const argument = (name, usual) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? usual : process.argv[at + 1];
};
const CLAIMS = Number(argument("--claims", "2000"));
const NOTES = 3;
const FORMS = ["html", "json", "csv", "md", "webanno", "claimreview", "docx", "pdf"];

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const pick = (list, n) => list[n % list.length];
const PLACES = ["Aldery", "Brenford", "Carrow", "Dunmere", "Elstow", "Fenwick", "Garsdale"];
const THINGS = ["bridge", "harbour", "tunnel", "school", "ferry", "stadium", "library", "clinic"];

/** The nth sentence: one claim, with a figure and a place. */
const sentence = (n) =>
  `The ${pick(THINGS, n)} of ${pick(PLACES, n * 3)} cost $${3 + (n % 90)} million in ${1990 + (n % 35)}.`;

/** A report's records: every claim signed off, three notes each, on as many sources as there are claims. */
function records() {
  const sentences = Array.from({ length: CLAIMS }, (_, n) => sentence(n));
  const paragraphs = [];
  for (let at = 0; at < CLAIMS; at += 4) paragraphs.push(sentences.slice(at, at + 4).join(" "));
  const text = paragraphs.join("\n");
  const by = { id: "u1", name: "Ada Okafor" };
  const second = { id: "u2", name: "Ben Lindqvist" };
  const at = "2026-11-20T10:00:00.000Z";
  const hash = sha256("hash");
  let from = 0;
  const claims = sentences.map((wording, n) => {
    const start = text.indexOf(wording, from);
    const end = start + wording.length;
    from = end;
    const notes = Array.from({ length: NOTES }, (_, of) => ({
      id: `n${n}-${of}`,
      sourceId: `s${(n * NOTES + of) % CLAIMS}`,
      stance: pick(["supports", "context", "refutes"], n + of),
      quote: `The accounts put the whole at ${3 + (n % 90)} million dollars.`,
      locator: `p. ${1 + (n % 40)}`,
      note: "Read in the annual accounts; the figure agrees with the council’s minutes.",
      consultedOn: "2026-11-19",
      author: by,
      createdAt: at,
      editedAt: null,
      hash,
      salt: "salt",
      place: null,
      comparison: null,
    }));
    return {
      id: `c${n}`,
      number: n + 1,
      state: "verified",
      origin: "machine",
      kind: "statistic",
      wording,
      speaker: null,
      anchor: {
        start,
        end,
        exact: wording,
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      facts: [],
      notes,
      independence: { links: NOTES, independent: NOTES, primary: NOTES, stories: [] },
      contacts: [],
      objections: [],
      asOf: null,
      expiresOn: null,
      verdict: {
        id: "confirmed",
        explanation: "The accounts bear it out.",
        authorsWordReason: "",
        proposed: { by, at },
      },
      signOff: {
        by: second,
        at,
        hash,
        versionNumber: 1,
        anchored: wording,
        intact: true,
        overrideReason: null,
        sourcingReason: null,
        format: 2,
      },
      voided: [],
      dismissal: null,
      stateNote: "",
    };
  });
  const sources = Array.from({ length: CLAIMS }, (_, n) => ({
    id: `s${n}`,
    medium: "document",
    kind: "primary",
    title: `Accounts of the council of ${pick(PLACES, n)}, volume ${n + 1}`,
    publisher: "County archive",
    author: "",
    url: `https://archive.example/accounts/${n + 1}`,
    date: "2026-01-31",
    language: "en",
    reliability: "",
    confidentiality: "open",
    snapshot: null,
  }));
  return {
    newsroom: { id: "r1", name: "The Morning Desk" },
    article: {
      id: "a1",
      title: "What the county built",
      byline: "By Eve Reporter",
      publisher: "The Wire",
      url: "https://wire.example/county",
      publishedOn: "2026-11-18",
      language: "en",
    },
    version: { id: "v1", number: 1, sha256: sha256(text), createdAt: at, words: text.split(/\s+/).length, text },
    ready: null,
    publicPage: null,
    publishing: {
      url: "https://desk.example",
      logoUrl: "",
      correctionsUrl: "",
      contact: "",
      ratings: {},
      best: 5,
      worst: 1,
    },
    fourEyes: true,
    sourcingRule: null,
    scale: [{ id: "confirmed", label: "Confirmed", meaning: "The sources bear the claim out as it stands." }],
    claims,
    facts: [],
    dismissedFacts: [],
    sources,
    corrections: [],
    ledger: { chain: "article:a1", seq: 1, hash, at, check: { ok: true, length: 1, head: hash } },
  };
}

/** Write the report once in one form, in a process that does nothing else, and print what it took. */
async function measure(form) {
  const { composeReport, writeReport, renderDocx, renderTypst, typeset } = createRequire(import.meta.url)(outfile);
  const report = composeReport(records());
  const before = process.memoryUsage().rss;
  const spent = process.cpuUsage();
  const begun = performance.now();
  const write = {
    docx: () => renderDocx(report),
    pdf: async () => (await typeset((unset) => renderTypst(report, unset))).pdf,
  }[form];
  const body = write ? await write() : Buffer.from(writeReport(report, form).body, "utf8");
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(spent);
  const processor = (user + system) / 1e6;
  const peak = process.resourceUsage().maxRSS * 1_024;
  console.log(JSON.stringify({ form, seconds, processor, bytes: body.length, memory: Math.max(0, peak - before) }));
}

async function bundle() {
  const contents = [
    'export { composeReport } from "./lib/core/report/report";',
    'export { writeReport } from "./lib/core/report/formats";',
    'export { renderTypst } from "./lib/core/report/typst";',
    'export { renderDocx } from "./lib/exports/docx";',
    'export { typeset } from "./lib/platform/typst";',
  ].join("\n");
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
}

function printTable(rows) {
  const html = rows.find(({ form }) => form === "html")?.processor ?? 1;
  console.log(`${CLAIMS.toLocaleString("en")} claims, ${(CLAIMS * NOTES).toLocaleString("en")} source notes\n`);
  console.log(
    "| form | seconds | processor seconds | ratio of these to HTML | MB | memory it took, MB |\n|---|---|---|---|---|---|",
  );
  for (const { form, seconds, processor, bytes, memory } of rows) {
    console.log(
      `| ${form} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${(processor / html).toFixed(1)} | ${(bytes / 1e6).toFixed(1)} | ${Math.round(memory / 1e6)} |`,
    );
  }
}

const only = argument("--form", null);
if (only) await measure(only);
else {
  await bundle();
  try {
    const rows = FORMS.map((form) => {
      const flags = [file, "--form", form, "--claims", String(CLAIMS)];
      const { stdout, stderr, status } = spawnSync(process.execPath, flags, {
        encoding: "utf8",
        env: { ...process.env, CLAIMDESK_ROOT: root },
      });
      if (status !== 0) throw new Error(`${form}: ${stderr}`);
      return JSON.parse(stdout);
    });
    printTable(rows);
  } finally {
    fs.rmSync(outfile, { force: true });
  }
}
