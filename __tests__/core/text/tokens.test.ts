import fc from "fast-check";
import { tagTokens } from "@/lib/core/text/tag";
import { tokenise } from "@/lib/core/text/tokens";

const words = (text: string) => tokenise(text).map((token) => token.text);

test("words, figures and marks are cut as a reader would", () => {
  expect(words("Mr. Trump didn’t pay $2.5 billion.")).toEqual([
    "Mr.",
    "Trump",
    "did",
    "n’t",
    "pay",
    "$",
    "2.5",
    "billion",
    ".",
  ]);
  expect(words("U.S.-led forces of al-Abadi’s army")).toEqual(["U.S.-led", "forces", "of", "al-Abadi", "’s", "army"]);
  expect(words("He left. I stayed.")).toEqual(["He", "left", ".", "I", "stayed", "."]);
  expect(words("See https://example.org/a?b=1.")).toEqual(["See", "https://example.org/a?b=1", "."]);
  expect(words("((( “x”")).toEqual(["(((", "“", "x", "”"]);
});

test("every word gets a part of speech, whatever stands around it", () => {
  const tokens = tokenise("She said the naïve 😀 café lost 5,000 readers, didn’t it?");
  const tags = tagTokens(tokens);
  expect(tags).toHaveLength(tokens.length);
  const of = (word: string) => tags[tokens.findIndex((token) => token.text === word)];
  expect([of("She"), of("said"), of("the"), of("5,000"), of("readers")]).toEqual([
    "PRON",
    "VERB",
    "DET",
    "NUM",
    "NOUN",
  ]);
});

test("tokens stand at their offsets in order, cover all but white space, and are tagged one by one, on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const tokens = tokenise(text);
      let at = 0;
      for (const token of tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(text.slice(at, token.start).trim()).toBe("");
        at = token.end;
      }
      expect(text.slice(at).trim()).toBe("");
      expect(tagTokens(tokens)).toHaveLength(tokens.length);
    }),
    { numRuns: 200 },
  );
});
