import fc from "fast-check";
import { type CheckedClaim, checkText } from "@/lib/core/workflow/text-check";

const CHECKED = `The council will spend $2 billion on the bridge, Mayor Ana Torres said on Wednesday.

It was built in 2016 by 40 workers. “It is the longest bridge in the region,” she said.

The ferry did not stop in May.
`;

function claimOn(words: string, number: number): CheckedClaim {
  const start = CHECKED.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { id: `c${number}`, number, wording: words, start, end: start + words.length };
}

const CLAIMS = [
  claimOn("The ferry did not stop in May.", 3),
  claimOn("The council will spend $2 billion on the bridge", 1),
  claimOn("It was built in 2016 by 40 workers.", 2),
];

const check = (edit: (text: string) => string) => checkText(CHECKED, edit(CHECKED), CLAIMS);
const replacing = (from: string, to: string) => check((text) => text.replace(from, to));
const told = ({ touched }: ReturnType<typeof check>) =>
  touched.map(({ number, outcome, harmless }) => `${number} ${outcome}${harmless ? ", harmless" : ""}`);

test("the same text touches nothing", () => {
  expect(check((text) => text)).toEqual({ difference: "none", touched: [], untouched: 3 });
});

test("white space and typography are no other words", () => {
  const spaced = check((text) =>
    text.replaceAll("\n\n", "\n").replace(" on the bridge", "\u00a0 on the bridge").trim(),
  );
  const quoted = check((text) => text.replace("“", '"').replace("”", '"').replace("did not", "did\u00ad not"));
  for (const { difference, touched } of [spaced, quoted]) {
    expect(difference).toBe("typography");
    expect(touched.filter(({ harmless }) => !harmless)).toEqual([]);
  }
});

test.each([
  ["a figure", "$2 billion", "$5 billion", ["1 value-changed"]],
  ["a negation", "did not stop", "did stop", ["3 value-changed"]],
  ["a year", "2016", "2018", ["2 value-changed"]],
  ["the same figure in words", "$2 billion", "two billion dollars", ["1 reworded, harmless"]],
  ["a sentence that is gone", "The ferry did not stop in May.\n", "", ["3 lost"]],
  ["words outside every checked claim", "longest bridge", "tallest bridge", []],
] as const)("%s: what it touches is told", (_what, from, to, touched) => {
  const answer = replacing(from, to);
  expect(answer.difference).toBe("words");
  expect(told(answer)).toEqual(touched);
  expect(answer.untouched).toBe(CLAIMS.length - touched.length);
});

test("a touched claim has its words of then and of now, and why in words", () => {
  const [touched] = replacing("$2 billion", "$5 billion").touched;
  expect(touched).toMatchObject({
    id: "c1",
    number: 1,
    before: { exact: "The council will spend $2 billion on the bridge", start: 0 },
    after: { exact: "The council will spend $5 billion on the bridge", start: 0 },
    reason: "$2 billion became $5 billion",
  });
  expect(replacing("The ferry did not stop in May.\n", "").touched).toMatchObject([
    { after: null, reason: "Its words are gone from the text" },
  ]);
});

test("touched claims come in the order of the text", () => {
  const edited = check((text) =>
    text.replace("2 billion", "5 billion").replace("40", "50").replace("in May", "in June"),
  );
  expect(edited.touched.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test("any text gets an answer that counts every claim once, and quotes it rightly", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.lorem({ maxCount: 40 }).map((words) => CHECKED + words),
      ),
      (other) => {
        const { touched, untouched } = checkText(CHECKED, other, CLAIMS);
        expect(touched.length + untouched).toBe(CLAIMS.length);
        for (const { before, after } of touched) {
          expect(CHECKED.slice(before.start, before.end)).toBe(before.exact);
          if (after) expect(other.slice(after.start, after.end)).toBe(after.exact);
        }
      },
    ),
  );
});
