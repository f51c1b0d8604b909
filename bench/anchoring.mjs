#!/usr/bin/env node
// Measures how fast claims are found again in a revised text, beside the two libraries that web annotation tools use for it.
//
//   node bench/anchoring.mjs [--modules DIR]
//
// DIR holds a node_modules folder with approx-string-match and diff-match-patch (default: bench). A library that is not there is
// left out. The texts are made up by the same steps every time. Every figure is the median of nine runs (three where a run is long) after warm-up, in
// milliseconds of processor time, so that a busy machine does not change it much; compare figures of one run only.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const flag = process.argv.indexOf("--modules");
const modules = flag > 0 ? process.argv[flag + 1] : here;
if (process.argv.length > 2 && (flag !== 2 || process.argv.length !== 4)) {
  console.error("usage: node bench/anchoring.mjs [--modules DIR]");
  process.exit(2);
}

const { relocate } = await loadCore();
const approx = peer("approx-string-match");
const dmp = peer("diff-match-patch");

const quotes = makeRevision({ characters: 300_000, spans: 200 });
const claims = makeRevision({ characters: 74_000, spans: 2_000 });
const words = (text) => text.split(/\s+/).length.toLocaleString("en");

report(`200 edited quotes in a text of ${quotes.old.length.toLocaleString("en")} characters`, quotes, true);
report(`2,000 claims, 200 of them edited, in ${words(claims.old)} words`, claims, false);

console.log("\nGrowth: every fourth sentence edited, one claim for each sentence");
for (const characters of [50_000, 100_000, 200_000, 400_000, 800_000]) {
  const size = Math.round(characters / 80);
  const revision = makeRevision({ characters, spans: size, edits: Math.round(size / 4) });
  const time = median(() => relocate(revision.old, revision.now, revision.spans));
  line(`${characters.toLocaleString("en")} characters, ${revision.spans.length.toLocaleString("en")} claims`, time);
}

console.log("\nHostile texts of 500,000 characters, 20 claims");
for (const [name, old, now] of hostile(500_000)) {
  const spans = Array.from({ length: 20 }, (_, i) => ({ start: i * 20_000, end: i * 20_000 + 200 }));
  line(
    name,
    median(() => relocate(old, now, spans), 3),
  );
}

function report(title, { old, now, spans }, withPeers) {
  console.log(`\n${title}`);
  line(
    "claimdesk: relocate (place, outcome and changes)",
    median(() => relocate(old, now, spans)),
  );
  if (!withPeers) return;
  if (approx)
    line(
      "approx-string-match: search (place only)",
      median(() => searchAll(old, now, spans), 3),
    );
  if (dmp)
    line(
      "diff-match-patch: diff_main, diff_xIndex (place only)",
      median(() => diffOnce(old, now, spans), 3),
    );
}

/** As Hypothesis' quote matcher calls it: up to half of the quote, at most 256 characters, may be wrong. */
function searchAll(old, now, spans) {
  return spans.map(({ start, end }) => {
    const quote = old.slice(start, end);
    return approx.default(now, quote, Math.min(256, Math.floor(quote.length / 2)));
  });
}

function diffOnce(old, now, spans) {
  const engine = new dmp.diff_match_patch();
  engine.Diff_Timeout = 0;
  const diff = engine.diff_main(old, now);
  return spans.map(({ start, end }) => [engine.diff_xIndex(diff, start), engine.diff_xIndex(diff, end)]);
}

function line(name, ms) {
  console.log(`  ${name.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms`);
}

/** The median processor time of `runs` runs, in milliseconds, after three seconds or thirty runs of warm-up. */
function median(run, runs = 9) {
  const warm = process.cpuUsage().user;
  for (let i = 0; i < 30 && process.cpuUsage().user - warm < 3e6; i++) run();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

function peer(name) {
  try {
    return createRequire(join(resolve(modules), "package.json"))(name);
  } catch {
    console.log(`${name} is not installed in ${modules}: it is left out.`);
    return null;
  }
}

/** Numbers from 0 up to (not with) `n`, the same in every run (mulberry32). */
function drawer(seed) {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

/** A made-up text of sentences, its revision, and the places of sentences: the edited ones first, then others, evenly spread. */
function makeRevision({ characters, spans: count, edits = 200 }) {
  const draw = drawer(7);
  const sentences = [];
  for (let length = 0; length < characters; length += sentences.at(-1).length + 1) sentences.push(sentence(draw));
  const step = sentences.length / Math.min(edits, sentences.length);
  const edited = new Map();
  for (let k = 0; k < edits && k < sentences.length; k++) {
    const i = Math.floor(k * step);
    edited.set(i, edit(sentences[i], draw, k));
  }
  const places = [];
  let old = "";
  let now = "";
  for (const [i, text] of sentences.entries()) {
    const gap = i % 5 === 4 ? "\n" : " ";
    places.push({ start: old.length, end: old.length + text.length });
    old += text + gap;
    now += (edited.get(i) ?? text) + gap;
    if (i % 97 === 0) now += sentence(draw) + gap;
  }
  const rest = places.filter((_, i) => !edited.has(i));
  const chosen = [...edited.keys()].map((i) => places[i]);
  for (let k = 0; chosen.length < count && rest.length > 0; k++) chosen.push(rest[k % rest.length]);
  return { old, now, spans: chosen.slice(0, count) };
}

function sentence(draw) {
  const length = 8 + draw(14);
  const list = Array.from({ length }, () => word(draw));
  list[2 + draw(length - 3)] = String(2 + draw(9_000));
  const text = list.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** Few words are frequent, many are rare, as in any text. */
function word(draw) {
  const rank = Math.floor(3000 ** (draw(10_000) / 10_000));
  const common = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "for",
    "was",
    "on",
    "said",
    "by",
    "with",
    "from",
    "more",
  ];
  if (rank <= common.length) return common[rank - 1];
  const syllables = [
    "ba",
    "re",
    "mi",
    "son",
    "ter",
    "lo",
    "ka",
    "ven",
    "du",
    "pri",
    "sta",
    "ny",
    "gol",
    "er",
    "ish",
    "om",
  ];
  const parts = [];
  for (let n = rank; n > 0; n = Math.floor(n / 16)) parts.push(syllables[n % 16]);
  return parts.join("") + syllables[(rank * 7) % 16];
}

/** Change a figure, put in a word, leave one out, or change the typography, by turns. */
function edit(text, draw, turn) {
  const list = text.split(" ");
  const at = 1 + draw(list.length - 2);
  if (turn % 4 === 0) return text.replace(/\d+/, (figure) => String(Number(figure) + 1 + draw(50)));
  if (turn % 4 === 1) list.splice(at, 0, "also");
  if (turn % 4 === 2) list.splice(at, 1);
  if (turn % 4 === 3) list[at] = `${list[at]},`;
  return list.join(" ");
}

/** Old and new texts that make careless algorithms slow. */
function hostile(length) {
  const fill = (unit) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const draw = drawer(3);
  const letters = Array.from({ length }, () => "ab \n."[draw(5)]).join("");
  const other = Array.from({ length }, () => "ab \n."[draw(5)]).join("");
  return [
    ["one word, repeated", fill("word "), `x ${fill("word ")} x`],
    ["one sentence, repeated", fill("The same words again. "), `New. ${fill("The same words again. ")}`],
    ["one letter, no space", fill("a"), `${fill("a")}b`],
    ["opening quotation marks", fill("“ "), fill("“ a ")],
    ["figures", fill("1,000 "), fill("1,001 ")],
    ["letters, spaces and stops drawn at random", letters, other],
  ];
}

async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), "claimdesk-anchoring-"));
  try {
    const file = join(folder, "core.cjs");
    const entryPoints = [join(root, "lib/core/anchoring/relocate.ts")];
    await build({ entryPoints, bundle: true, platform: "node", format: "cjs", outfile: file, logLevel: "error" });
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
