import { BIAS, ruleFeatures, scoreFeatures, sentenceFeatures, weightOf } from "@/lib/core/extraction/checkworthiness";
import model from "@/lib/core/extraction/checkworthiness-weights.json";
import { extract } from "@/lib/core/extraction/extract";
import { keepFeatures, weighClaims } from "@/lib/core/extraction/kept-features";
import { NOTCH, notched, scoreOf, TOGETHER, turnedWeights } from "@/lib/core/extraction/weights";
import { readArticle } from "../golden/articles";

const text = readArticle("reuters-zones-of-stability");
const sentences = extract(text).sentences.map(({ start, end }) => text.slice(start, end));
const turned = { money: 3, person: -2, past: 0 };

test("what is kept with a claim gives the same score and reasons as its words did, as in the model and with turned weights", () => {
  expect(sentences.length).toBeGreaterThan(15);
  for (const sentence of sentences) {
    const features = sentenceFeatures(sentence);
    const kept = JSON.parse(JSON.stringify(keepFeatures(features)));
    expect(scoreFeatures(kept)).toEqual(scoreFeatures(features));
    expect(scoreFeatures(kept, turned)).toEqual(scoreFeatures(features, turned));
  }
});

test("a few features are kept, however many telling words a sentence has", () => {
  const kept = keepFeatures(sentenceFeatures(sentences.join(" ").replace(/[.?!]/gu, " ")));
  expect(kept.filter(({ name }) => name === TOGETHER).length).toBeLessThanOrEqual(2);
  expect(kept.length).toBeLessThan(ruleFeatures().length + 3);
  expect(JSON.stringify(kept).length).toBeLessThan(4_000);
});

test("the numbers alone give the same score as the words, so a screen can order claims by itself", () => {
  const weights = new Map([
    ...ruleFeatures().map(({ name, weight }) => [name, weight] as const),
    ["money", 3] as const,
  ]);
  for (const sentence of sentences) {
    const kept = keepFeatures(sentenceFeatures(sentence));
    const amounts = kept.map(({ name, amount }) => [name, amount] as const);
    expect(scoreOf(amounts, weights, BIAS)).toBe(scoreFeatures(kept, { money: 3 }).score);
  }
});

test("turning a weight moves the claims that have the feature, says so in their reasons, and leaves the others", () => {
  const extraction = extract(text, { date: "2017-03-22" });
  const before = weighClaims(extraction, {});
  const after = weighClaims(extraction, { money: 3 });
  expect(before.map(({ score }) => score)).toEqual(extraction.claims.map(({ score }) => score));
  const has = before.map(({ features }) => features.some(({ name }) => name === "money"));
  expect(has).toContain(true);
  for (const [n, claim] of after.entries()) {
    if (has[n]) expect(claim.score).toBeGreaterThan(before[n]?.score ?? 1);
    else expect(claim).toEqual(before[n]);
    if (has[n]) expect(claim.reasons[0]).toMatchObject({ feature: "money", weight: expect.closeTo(3, 0) });
  }
});

test("every named feature can be turned: each that the model weighs, with what it says in words", () => {
  const features = ruleFeatures();
  expect(features.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(model.weights)));
  for (const { name, says, weight } of features) {
    expect(says).toMatch(/^[a-z ,]{5,}$/u);
    expect(weight).toBe(weightOf(name));
  }
  const made = new Set(sentences.flatMap((sentence) => sentenceFeatures(sentence)).map(({ name }) => name));
  const listed = new Set(features.map(({ name }) => name));
  expect([...made].filter((name) => !name.startsWith("word:") && !listed.has(name))).toEqual([]);
});

test("only what differs from the model by a notch is kept as turned, and nothing unknown", () => {
  const features = [
    { name: "money", says: "states money", weight: 1.127 },
    { name: "past", says: "tells", weight: -0.04 },
  ];
  expect(turnedWeights(features, { money: 1.1, past: 0 })).toEqual({});
  expect(turnedWeights(features, { money: 1.2, past: -0.1, other: 2 })).toEqual({ money: 1.2, past: -0.1 });
  expect([notched(1.311), notched(-0.04), notched(0.3)]).toEqual([1.3, 0, 0.3]);
  expect(NOTCH).toBeGreaterThan(0);
});
