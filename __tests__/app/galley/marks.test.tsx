import { type Mark, neighbour, paint, walk, wordingOf } from "@/app/(desk)/articles/[articleId]/_galley/marks";
import { stackTops } from "@/app/(desk)/articles/[articleId]/_galley/place-numbers";
import { snapToWords } from "@/app/(desk)/articles/[articleId]/_galley/words";
import type { ClaimState } from "@/lib/core/workflow/workflow";

const TEXT = "Ten ships sank.\nThe mayor said five sailors, two of them cooks, were saved.";

function mark(number: number, words: string, more: Partial<Mark> = {}): Mark {
  const start = TEXT.indexOf(words);
  const state: ClaimState = "open";
  return {
    id: `c${number}`,
    rev: 1,
    number,
    state,
    start,
    end: start + words.length,
    wording: "",
    speaker: "",
    verdict: "",
    untickedFacts: [],
    ...more,
  };
}

const fact = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** What a reader sees of a run: its words, facts in brackets, and the claims over it with their lines. */
function seen(marks: readonly Mark[]): string[] {
  return paint(TEXT, marks).flatMap(({ runs }) =>
    runs.map(({ layers, pieces }) => {
      const words = pieces.map((piece) => {
        const text = TEXT.slice(piece.start, piece.end);
        return piece.fact ? `[${text}]` : text;
      });
      return `${words.join("")}${layers.map(({ id, line }) => ` ${id}/${line}`).join("")}`;
    }),
  );
}

describe("painting the galley", () => {
  test("a claim's words are one run, its facts pieces of it", () => {
    expect(seen([mark(1, "Ten ships sank", { untickedFacts: [fact("Ten ships")] })])[0]).toBe("[Ten ships] sank c1/0");
  });

  test("overlapping claims stack their lines and share their words", () => {
    const outer = mark(2, "five sailors, two of them cooks, were saved");
    const inner = mark(3, "two of them cooks");
    expect(seen([outer, inner]).slice(1)).toEqual([
      "The mayor said ",
      "five sailors,  c2/0",
      "two of them cooks c2/0 c3/1",
      ", were saved c2/0",
      ".",
    ]);
  });

  test("facts of a dismissed claim have no line, overlapping facts have one", () => {
    const gone = mark(1, "Ten ships sank", { state: "dismissed", untickedFacts: [fact("Ten ships")] });
    expect(seen([gone])[0]).toBe("Ten ships sank c1/0");
    const doubled = mark(1, "Ten ships sank", { untickedFacts: [fact("Ten ships"), fact("ships sank")] });
    expect(seen([doubled])[0]).toBe("[Ten ships sank] c1/0");
  });

  test("a paragraph keeps its key until something in it changes", () => {
    const keys = (...marks: Mark[]) => paint(TEXT, marks).map(({ key }) => key);
    const [first, second] = keys(mark(1, "Ten ships sank"), mark(2, "The mayor"));
    const [sameFirst, otherSecond] = keys(mark(1, "Ten ships sank"), mark(2, "The mayor", { state: "verified" }));
    expect(sameFirst).toBe(first);
    expect(otherSecond).not.toBe(second);
  });

  test("a mark says the words of the text unless its wording differs", () => {
    expect(wordingOf(mark(1, "Ten ships sank"), TEXT)).toBe("Ten ships sank");
    expect(wordingOf(mark(1, "Ten ships sank", { wording: "10 ships sank" }), TEXT)).toBe("10 ships sank");
  });
});

describe("going from claim to claim", () => {
  const marks = [mark(1, "Ten ships sank"), mark(2, "five sailors"), mark(3, "were saved")];
  const [first, second, third] = marks;

  test("clicks walk from the innermost claim outwards and round again", () => {
    expect(walk(["in", "out"], null)).toBe("in");
    expect(walk(["in", "out"], "in")).toBe("out");
    expect(walk(["in", "out"], "out")).toBe("in");
    expect(walk(["in", "out"], "elsewhere")).toBe("in");
  });

  test("next and previous stay at the ends, and begin at one when nothing is selected", () => {
    expect(neighbour(marks, null, 1)).toBe(first);
    expect(neighbour(marks, null, -1)).toBe(third);
    expect(neighbour(marks, second ?? null, 1)).toBe(third);
    expect(neighbour(marks, third ?? null, 1)).toBe(third);
    expect(neighbour([], null, 1)).toBeNull();
  });

  test("from a claim that the filter hides the way goes on from its place", () => {
    const shown = marks.filter(({ number }) => number !== 2);
    expect(neighbour(shown, second ?? null, 1)).toBe(third);
    expect(neighbour(shown, second ?? null, -1)).toBe(first);
  });
});

describe("selected words", () => {
  test.each([
    ["n ships sa", "Ten ships sank"],
    [" ships ", "ships"],
    ["ailor", "sailors"],
    ["\n", null],
  ])("%j becomes %j", (selected, words) => {
    const start = TEXT.indexOf(selected);
    const span = snapToWords(TEXT, { start, end: start + selected.length });
    expect(span && TEXT.slice(span.start, span.end)).toBe(words);
  });

  test("accents belong to the word they stand on", () => {
    expect(snapToWords("Cafe\u0301s", { start: 1, end: 3 })).toEqual({ start: 0, end: 6 });
  });
});

test("margin numbers keep their order and never lie over one another", () => {
  expect(stackTops([0, 0, 5, 100, 110], 17)).toEqual([0, 17, 34, 100, 117]);
});
