#!/usr/bin/env node
// Learns the weights of the check-worthiness model from labelled sentences and writes them where the product reads them.
//
//   node bench/train-checkworthiness.mjs [DATA] [--out FILE]
//
// DATA is JSON Lines, plain or .gz: {"id": …, "text": …, "label": 1 (check-worthy) or 0}; by default the training data in
// bench/data/ct24. Same data, same bytes: nothing is drawn at random. Only data whose licence allows the weights to be shipped
// may be used; see bench/README.md. To be run again whenever names, values or tags are read differently.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadModules, ROOT, readRows } from "./load.mjs";

const TARGET = "lib/core/extraction/checkworthiness-weights.json";
/** A word must stand in this many sentences to have a weight of its own. */
const LEAST_SENTENCES = 40;
/** How hard weights are pulled to nothing: single words ten times as hard, for they are what a debate's topic hides in. */
const PULL = 1;
const PULL_ON_WORDS = 10;
const STEPS = 20;
/** Folds are stretches of the data in the order of its ids, so that whole debates are held out together. */
const FOLDS = 6;
const LEAST_WEIGHT = 0.02;

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
const data = positionals[0] ?? join(ROOT, "bench/data/ct24/train.jsonl.gz");
const out = options.out ?? join(ROOT, TARGET);

const { sentenceFeatures } = await loadModules("lib/core/extraction/checkworthiness.ts");
const samples = readRows(data)
  .sort((a, b) => Number(a.id) - Number(b.id))
  .map(({ text, label }) => ({
    label: Number(label),
    features: sentenceFeatures(text, () => true).map(({ name, amount }) => [name, amount]),
  }));
if (samples.length < FOLDS || samples.every((s) => s.label === samples[0].label)) {
  console.error(`${data} must hold sentences of both labels, at least ${FOLDS} of them.`);
  process.exit(1);
}

// The threshold is set on debates the weights have not seen; the weights that are shipped have seen all.
const unseen = [];
for (let k = 0; k < FOLDS; k++) {
  const from = Math.floor((k * samples.length) / FOLDS);
  const to = Math.floor(((k + 1) * samples.length) / FOLDS);
  const model = learn(samples.filter((_, i) => i < from || i >= to));
  const fold = samples.slice(from, to).map((s) => ({ sum: sumOf(model, s), label: s.label }));
  console.log(`fold ${k + 1} of ${FOLDS}: average precision ${averagePrecision(fold).toFixed(3)}`);
  unseen.push(...fold);
}
const threshold = balancedThreshold(unseen);
const final = learn(samples);
writeFileSync(out, `${JSON.stringify(card(final, threshold), null, 2)}\n`);
console.log(
  `${samples.length} sentences, ${samples.filter((s) => s.label).length} check-worthy, ${final.weights.size} weights → ${out}`,
);

/** Weights of the named features and of the words that stand in enough sentences. */
function learn(list) {
  const counts = new Map();
  for (const { features } of list) for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([name, n]) => n >= LEAST_SENTENCES || !isWord(name)).map(([name]) => name);
  return regress(list, names.sort());
}

function isWord(name) {
  return name.startsWith("word:");
}

/** Logistic regression with an L2 penalty, by Newton's steps: the one best fit, whatever the order of the rows. */
function regress(list, names) {
  const index = new Map(names.map((name, i) => [name, i]));
  const size = names.length + 1;
  const bias = names.length;
  const rows = list.map(({ label, features }) => {
    const known = features.filter(([name]) => index.has(name));
    return {
      label,
      ids: [...known.map(([name]) => index.get(name)), bias],
      amounts: [...known.map(([, amount]) => amount), 1],
    };
  });
  const pull = Float64Array.from([...names.map((name) => (isWord(name) ? PULL_ON_WORDS : PULL)), 1e-6]);
  const weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => weight * pull[i]);
    const curve = new Float64Array(size * size);
    for (let i = 0; i < size; i++) curve[i * size + i] = pull[i];
    for (const row of rows) addRow(row, weights, slope, curve, size);
    const move = solve(curve, slope, size);
    for (let i = 0; i < size; i++) weights[i] -= move[i];
    if (move.every((x) => Math.abs(x) < 1e-6)) break;
  }
  return { bias: weights[bias], weights: new Map(names.map((name, i) => [name, weights[i]])) };
}

/** Add what one sentence says about the slope and (its lower triangle) the curve of the loss. */
function addRow({ label, ids, amounts }, weights, slope, curve, size) {
  let sum = 0;
  for (let k = 0; k < ids.length; k++) sum += weights[ids[k]] * amounts[k];
  const chance = 1 / (1 + Math.exp(-sum));
  const bend = Math.max(chance * (1 - chance), 1e-5);
  for (let k = 0; k < ids.length; k++) {
    slope[ids[k]] += (chance - label) * amounts[k];
    for (let m = 0; m < ids.length; m++)
      if (ids[m] <= ids[k]) curve[ids[k] * size + ids[m]] += bend * amounts[k] * amounts[m];
  }
}

/** Solve `matrix` × x = `right` by Cholesky's decomposition; `matrix` is symmetric, its lower triangle is overwritten. */
function solve(matrix, right, size) {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k] * matrix[j * size + k];
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * size + j];
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= matrix[i * size + k] * x[k];
    x[i] /= matrix[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= matrix[k * size + i] * x[k];
    x[i] /= matrix[i * size + i];
  }
  return x;
}

function sumOf(model, { features }) {
  let sum = model.bias;
  for (const [name, amount] of features) sum += (model.weights.get(name) ?? 0) * amount;
  return sum;
}

function averagePrecision(list) {
  let hits = 0;
  let total = 0;
  for (const [i, { label }] of [...list].sort((a, b) => b.sum - a.sum).entries()) {
    if (label) total += ++hits / (i + 1);
  }
  return total / Math.max(hits, 1);
}

/**
 * The sum at which both labels are told equally well: the mean of the share of the check-worthy found and the share of the
 * others left is highest. Unlike the best F1 it does not move with how many of the sentences are check-worthy, which is what
 * differs most from one kind of text to the next.
 */
function balancedThreshold(list) {
  const positives = list.filter((s) => s.label).length;
  const negatives = list.length - positives;
  let best = { value: -1, sum: 0 };
  let hits = 0;
  for (const [i, { sum, label }] of [...list].sort((a, b) => b.sum - a.sum).entries()) {
    hits += label;
    const value = (hits / positives + 1 - (i + 1 - hits) / negatives) / 2;
    if (value > best.value) best = { value, sum };
  }
  console.log(`unseen debates: balanced accuracy ${best.value.toFixed(3)}`);
  return best.sum;
}

function card(model, limit) {
  const round = (x) => Math.round(x * 1000) / 1000;
  const entries = [...model.weights].map(([name, weight]) => [name, round(weight)]);
  const named = entries.filter(([name]) => !isWord(name));
  const words = entries
    .filter(([name, weight]) => isWord(name) && Math.abs(weight) >= LEAST_WEIGHT)
    .map(([name, weight]) => [name.slice(5), weight]);
  const byWeight = (list) => Object.fromEntries(list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  return {
    about:
      "Logistic regression over readable features: the score is 1 / (1 + e^-(bias + sum of weight × amount)). Made by bench/train-checkworthiness.mjs.",
    trainedOn:
      "ClaimBuster (Arslan, Hassan, Li, Tremayne: A Benchmark Dataset of Check-Worthy Factual Claims, ICWSM 2020), doi 10.5281/zenodo.3609356, CC BY 4.0, in the labelling of CheckThat! 2024 Task 1 English, train split",
    // Moved so that the decision falls at one half: a reader takes 0.5 for the middle.
    bias: round(model.bias - limit),
    threshold: 0.5,
    weights: byWeight(named),
    words: byWeight(words),
  };
}
