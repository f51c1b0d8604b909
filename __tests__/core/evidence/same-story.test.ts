import fc from "fast-check";
import { likeness, sameStory, storySignature } from "@/lib/core/evidence/same-story";
import { BRIEF, EDITED, OWN, TRADE, WIRE } from "./stories";

const sign = storySignature;
const like = (a: string, b: string) => likeness(sign(a), sign(b));
const same = (a: string, b: string) => sameStory(sign(a), sign(b));

test("a signature is the same for the same words, whatever their case, spaces and marks", () => {
  const loud = WIRE.toUpperCase().replace(/[.,"]/g, " ").replace(/\s+/g, "\n");
  expect(sign(loud)).toEqual(sign(WIRE));
  expect(sign("The port of Arden Bay will stay closed").slice(0, 3)).toEqual([389487368, 1676506379, 3528084542]);
});

test("a signature keeps at most 256 hashes, in rising order, each once; a few words have none", () => {
  const long = sign(Array.from({ length: 5_000 }, (_, at) => `word${at}`).join(" "));
  expect(long).toHaveLength(256);
  expect([...long].sort((a, b) => a - b)).toEqual(long);
  expect(sign("again and again ".repeat(50))).toHaveLength(3);
  expect(sign("Only three words.")).toEqual([]);
  expect(sign("")).toEqual([]);
});

test("an edited copy of a wire story is the same story, far above the threshold", () => {
  expect(like(WIRE, EDITED).resemblance).toBeGreaterThan(0.4);
  expect(same(WIRE, EDITED)).toBe(true);
});

test("a shortened copy is the same story by what it contains, although it resembles little", () => {
  const { resemblance, containment } = like(WIRE, BRIEF);
  expect(resemblance).toBeLessThan(0.25);
  expect(containment).toBeGreaterThan(0.85);
  expect(same(WIRE, BRIEF)).toBe(true);
  expect(same(BRIEF, WIRE)).toBe(true);
});

test("other tellings of the same event are other stories, far below the threshold, quotes in common or not", () => {
  for (const [a, b] of [
    [WIRE, OWN],
    [WIRE, TRADE],
    [OWN, TRADE],
    [EDITED, OWN],
  ] as const) {
    const { resemblance, containment } = like(a, b);
    expect(resemblance).toBeLessThan(0.1);
    expect(containment).toBeLessThan(0.2);
    expect(same(a, b)).toBe(false);
  }
});

test("a sentence or a quote is not a story: alike or not, it says nothing", () => {
  const quote = "We have divers in the water and two tugs holding her off the rocks.";
  expect(same(quote, quote)).toBe(false);
  expect(same(quote, WIRE)).toBe(false);
  expect(same("", "")).toBe(false);
});

const word = fc.integer({ min: 0, max: 5_000 }).map((n) => `w${n}`);
const story = fc.array(word, { minLength: 150, maxLength: 1_200 });

test("likeness is the same from both sides, whole with itself and between 0 and 1", () => {
  fc.assert(
    fc.property(story, story, (a, b) => {
      const there = likeness(sign(a.join(" ")), sign(b.join(" ")));
      expect(likeness(sign(b.join(" ")), sign(a.join(" ")))).toEqual(there);
      expect(there.resemblance).toBeLessThanOrEqual(there.containment);
      expect(there.containment).toBeLessThanOrEqual(1);
      expect(likeness(sign(a.join(" ")), sign(a.join(" ")))).toEqual({ resemblance: 1, containment: 1 });
    }),
    { numRuns: 50 },
  );
});

test("the estimate lies near the true share, however long the texts", () => {
  const shingles = (words: readonly string[]) =>
    new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(" ")));
  fc.assert(
    fc.property(story, story, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (a, b, share) => {
      const kept = a.slice(0, Math.round(a.length * share));
      const other = [...kept, ...b];
      const [inA, inB] = [shingles(a), shingles(other)];
      const both = [...inA].filter((one) => inB.has(one)).length;
      const truth = both / (inA.size + inB.size - both);
      expect(Math.abs(like(a.join(" "), other.join(" ")).resemblance - truth)).toBeLessThan(0.13);
    }),
  );
});

test("the more words are changed, the less alike two texts are", () => {
  const words = WIRE.split(/\s+/);
  const changed = (every: number) => words.map((one, at) => (at % every === 0 ? `other${at}` : one)).join(" ");
  const shares = [40, 20, 10, 5, 3].map((every) => like(WIRE, changed(every)).resemblance);
  expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  expect(shares.at(-1)).toBeLessThan(0.1);
});

test("copies in scripts without spaces are found too", () => {
  const story =
    "阿登湾港将至少关闭至周五，此前一艘集装箱船失去动力并撞上主防波堤，港务局周三表示，防波堤被撞出约四十米的缺口。";
  expect(same(story, `${story}更多新闻请看本报网站。`)).toBe(true);
  expect(
    same(story, "渔业合作社表示，鲱鱼季节期间六十艘渔船被告知留在港内，社长说每一天都是我们一年收入的十分之一。"),
  ).toBe(false);
});
