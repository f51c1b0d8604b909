import { ruleFeatures, scoreSentence, sentenceFeatures } from "@/lib/core/extraction/checkworthiness";
import model from "@/lib/core/extraction/checkworthiness-weights.json";

const names = (text: string) => sentenceFeatures(text).map(({ name }) => name);

describe("what a sentence is scored by", () => {
  test("every weight of a named feature belongs to one that says what it means", () => {
    const known = ruleFeatures();
    expect(known.every(({ says }) => /^[a-z]/.test(says))).toBe(true);
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(model.weights)));
  });

  test.each([
    ["past", "The senator voted against the bill.", true],
    ["past", "We need more schools.", false],
    ["perfect", "They have already closed nine plants.", true],
    ["future", "We are going to build a road.", true],
    ["future", "He is going to Paris.", false],
    ["duty", "You have to read it.", true],
    ["mental", "I do not really think that it matters.", true],
    ["mental", "Most voters think that it matters.", false],
    ["imperative", "Let us begin.", true],
    ["imperative", "So take the train.", true],
    ["imperative", "Prices rose.", false],
    ["question", "“Is that so?”", true],
    ["question", "Is that so? Unemployment fell to 4 percent.", false],
    ["pointing", "And that is the reason.", true],
    ["noVerb", "A bridge over the river.", true],
  ])("%s: %s → %p", (name, text, there) => {
    expect(names(text).includes(name)).toBe(there);
  });
});

describe("the score", () => {
  test.each([
    ["Unemployment fell to 4.1 percent in 2017.", "I think we can do better than that."],
    ["The company paid $3 million in fines last year.", "The company should pay its fines."],
    ["Crime has doubled since 1990.", "Will crime double?"],
    ["He voted against the law in 2003.", "He will do what is right for our future."],
    ["More than 300 people were killed in the attack.", "Thank you all for coming tonight."],
  ])("“%s” is more worth checking than “%s”", (more, less) => {
    expect(scoreSentence(more).score).toBeGreaterThan(scoreSentence(less).score);
    expect(scoreSentence(more).checkworthy).toBe(true);
    expect(scoreSentence(less).checkworthy).toBe(false);
  });

  test("comes with its strongest reasons in words, and the words they lean on", () => {
    const { reasons } = scoreSentence("Unemployment fell to 4.1 percent in 2017.");
    expect(reasons[0]?.label).toBe("states a percentage: 4.1 percent");
  });

  test("of nothing is low, and nothing is an error", () => {
    expect(scoreSentence("").checkworthy).toBe(false);
    expect(scoreSentence("\u{1F600}\u0301 ((((").score).toBeLessThan(0.5);
  });
});
