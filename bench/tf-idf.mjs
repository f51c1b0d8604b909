// The plain baseline for check-worthiness: logistic regression over the words and pairs of words of a sentence, weighed by how rare they are.

const LEAST_SENTENCES = 2;
const PASSES = 4;
const RATE = 0.5;
const L2 = 1e-6;

/** Learn from rows `{text, label}` and return a function from a text to its score 0..1. Nothing is drawn at random. */
export function learnTfIdf(rows) {
  const counts = new Map();
  for (const { text } of rows) for (const term of new Set(termsOf(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const index = new Map();
  const rarity = [];
  for (const [term, n] of counts) {
    if (n < LEAST_SENTENCES) continue;
    index.set(term, rarity.length);
    rarity.push(Math.log((1 + rows.length) / (1 + n)) + 1);
  }
  const vectorOf = (text) => {
    const vector = new Map();
    for (const term of termsOf(text)) {
      const i = index.get(term);
      if (i !== undefined) vector.set(i, (vector.get(i) ?? 0) + 1);
    }
    let length = 0;
    for (const [i, n] of vector) {
      vector.set(i, (1 + Math.log(n)) * rarity[i]);
      length += vector.get(i) ** 2;
    }
    return [...vector].map(([i, x]) => [i, x / Math.sqrt(length)]);
  };
  const weights = new Float64Array(rarity.length + 1);
  const squares = new Float64Array(rarity.length + 1).fill(1e-6);
  const last = rarity.length;
  const sumOf = (vector) => vector.reduce((sum, [i, x]) => sum + weights[i] * x, weights[last]);
  const samples = rows.map(({ text, label }) => ({ vector: vectorOf(text), label: Number(label) }));
  // The rarer label weighs as much as the other one.
  const positives = samples.filter(({ label }) => label === 1).length;
  const weightOf = [samples.length / (2 * (samples.length - positives)), samples.length / (2 * positives)];
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { vector, label } of samples) {
      const slope = weightOf[label] * (1 / (1 + Math.exp(-sumOf(vector))) - label);
      for (const [i, x] of [...vector, [last, 1]]) {
        const g = slope * x + L2 * weights[i];
        squares[i] += g * g;
        weights[i] -= (RATE * g) / Math.sqrt(squares[i]);
      }
    }
  }
  return (text) => 1 / (1 + Math.exp(-sumOf(vectorOf(text))));
}

function termsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)];
}
