#!/usr/bin/env node
// Learns the weights of the check-worthiness model from labelled sentences and writes them where the product reads them.
//
//   node bench/train-checkworthiness.mjs DATA [--out FILE]
//
// DATA is JSON Lines, plain or .gz: {"text": …, "label": 1 (check-worthy) or 0}. Same data, same weights: nothing is drawn
// at random. Only data whose licence allows the weights to be shipped may be used; see bench/README.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const TARGET = "lib/core/extraction/checkworthiness-weights.json";
/** A word must stand in this many sentences to be looked at, and this many words are kept. */
const LEAST_SENTENCES = 15;
const KEPT_WORDS = 1200;
const PASSES = 60;
const RATE = 0.5;
const L2 = 0.00012;

const [data, ...flags] = process.argv.slice(2);
if (!data) {
  console.error("usage: node bench/train-checkworthiness.mjs DATA [--out FILE]");
  process.exit(2);
}
const out = flags[0] === "--out" && flags[1] ? flags[1] : join(root, TARGET);

const { sentenceFeatures } = await loadEngine();
const rows = readRows(data);
const samples = rows.map(({ text, label }) => ({
  label: Number(label),
  features: sentenceFeatures(text, () => true).map(({ name, amount }) => [name, amount]),
}));
const fold = (keep) => samples.filter((_, i) => keep(i % 10));

// The threshold is set on sentences the weights have not seen; the weights that are shipped have seen all.
const trial = learn(fold((k) => k !== 9));
const threshold = bestThreshold(
  trial,
  fold((k) => k === 9),
);
const final = learn(samples);
writeFileSync(out, `${JSON.stringify(card(final, threshold), null, 2)}\n`);
console.log(
  `${samples.length} sentences, ${samples.filter((s) => s.label).length} check-worthy; threshold ${threshold.toFixed(3)} → ${out}`,
);

async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), "claimdesk-train-"));
  try {
    const file = join(folder, "engine.cjs");
    await build({
      entryPoints: [join(root, "lib/core/extraction/checkworthiness.ts")],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: file,
      logLevel: "error",
    });
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRows(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
}

/** Fit named features and all frequent words, keep the words that weigh most, and fit again with those. */
function learn(list) {
  const counts = new Map();
  for (const { features } of list) for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([name, n]) => n >= LEAST_SENTENCES || !name.startsWith("word:"))
    .map(([name]) => name);
  const first = regress(list, frequent.sort());
  const impact = (name) => Math.abs(first.weights.get(name) ?? 0) * Math.sqrt(counts.get(name) ?? 0);
  const kept = frequent
    .filter((name) => name.startsWith("word:"))
    .sort((a, b) => impact(b) - impact(a) || (a < b ? -1 : 1))
    .slice(0, KEPT_WORDS);
  return regress(list, [...frequent.filter((name) => !name.startsWith("word:")), ...kept].sort());
}

/** Logistic regression with an L2 penalty by AdaGrad over the rows in their order. */
function regress(list, names) {
  const index = new Map(names.map((name, i) => [name, i]));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const coded = list.map(({ label, features }) => {
    const known = features.filter(([name]) => index.has(name));
    return { label, ids: known.map(([name]) => index.get(name)), amounts: known.map(([, amount]) => amount) };
  });
  let bias = Math.log(list.filter((s) => s.label).length / list.filter((s) => !s.label).length);
  let biasSquares = 1e-6;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { label, ids, amounts } of coded) {
      let sum = bias;
      for (let k = 0; k < ids.length; k++) sum += weights[ids[k]] * amounts[k];
      const slope = 1 / (1 + Math.exp(-sum)) - label;
      biasSquares += slope * slope;
      bias -= (RATE / Math.sqrt(biasSquares)) * slope;
      for (let k = 0; k < ids.length; k++) {
        const id = ids[k];
        const g = slope * amounts[k] + L2 * list.length * 0.02 * weights[id];
        squares[id] += g * g;
        weights[id] -= (RATE / Math.sqrt(squares[id])) * g;
      }
    }
  }
  return { bias, weights: new Map(names.map((name, i) => [name, weights[i]])) };
}

function scoreOf(model, { features }) {
  let sum = model.bias;
  for (const [name, amount] of features) sum += (model.weights.get(name) ?? 0) * amount;
  return 1 / (1 + Math.exp(-sum));
}

/** The threshold with the best F1 of the class "check-worthy". */
function bestThreshold(model, list) {
  const scored = list.map((s) => [scoreOf(model, s), s.label]).sort((a, b) => b[0] - a[0]);
  const positives = scored.filter(([, label]) => label).length;
  let best = [0, 0.5];
  let hits = 0;
  for (const [i, [score, label]] of scored.entries()) {
    hits += label;
    const f1 = (2 * hits) / (i + 1 + positives);
    if (f1 > best[0]) best = [f1, score];
  }
  console.log(`held-out tenth: F1 ${best[0].toFixed(3)}`);
  return best[1];
}

function card(model, limit) {
  const round = (x) => Math.round(x * 1000) / 1000;
  const entries = [...model.weights].map(([name, weight]) => [name, round(weight)]);
  const named = entries.filter(([name]) => !name.startsWith("word:"));
  const words = entries
    .filter(([name, weight]) => name.startsWith("word:") && weight !== 0)
    .map(([name, weight]) => [name.slice(5), weight]);
  const byWeight = (list) => Object.fromEntries(list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  return {
    about:
      "Logistic regression over readable features: the score is 1 / (1 + e^-(bias + sum of weight × amount)). Made by bench/train-checkworthiness.mjs.",
    trainedOn:
      "ClaimBuster (Arslan, Hassan, Li, Tremayne: A Benchmark Dataset of Check-Worthy Factual Claims, ICWSM 2020), doi 10.5281/zenodo.3609356, CC BY 4.0, in the labelling of CheckThat! 2024 Task 1 English, train split",
    // Moved so that the decision falls at one half: a reader takes 0.5 for the middle.
    bias: round(model.bias - Math.log(limit / (1 - limit))),
    threshold: 0.5,
    weights: byWeight(named),
    words: byWeight(words),
  };
}
