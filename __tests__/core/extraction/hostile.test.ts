import fc from "fast-check";
import { extract } from "@/lib/core/extraction/extract";
import type { Span } from "@/lib/core/text/span";

const LENGTH = 100_000;
const repeated = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Pieces that make a reader look ahead, look back or wait for an end that never comes. A quadratic reader would need minutes. */
const PIECES = [
  ..."( ) \" ' “ ” ‘ ’ « “‘ ([{ a A 9 , . ? … - — $ € % # _ \n \t".split(" "),
  ..."A. |9 |123,|1-|1/2/|a.b.c.|a.b@c.d.|http://a.b/c |#a|a'|said |said that |he said |“no,” he said. |according to |and ".split(
    "|",
  ),
  ..."the first of |three days before |from 3 to |one |half a |twenty-|Mr. |U.S. |1. a |• |Smith |President of |best |because ".split(
    "|",
  ),
  "\u0301",
  "a\u0301",
  "😀",
  "👨‍👩‍👧‍👦",
  "שלום, ",
  "مرحبا بالعالم ",
  "\u202e",
  "中。",
  "\ud800",
  "\u0000",
  "\u200b",
];

test.each(PIECES)("100,000 characters of %j are read to the end", (piece) => {
  const text = repeated(piece);
  const { sentences } = extract(text, { date: "2017-03-22" });
  expect(sentences.length === 0).toBe(text.trim() === "");
});

test.each([
  ["white space before many stops", `${" ".repeat(LENGTH)}${"a. b".repeat(LENGTH / 4)}`],
  ["brackets before many wrapped lines", `${"(".repeat(LENGTH)}${"\nb".repeat(LENGTH / 2)}`],
  ["a quotation that never closes", `“${"word and word ".repeat(LENGTH / 14)}`],
])("%s: no sentence's head is read again for each of its lines", (_name, text) => {
  expect(extract(text).sentences.length).toBeGreaterThan(0);
});

/** Every span that an extraction names, wherever it stands. */
function spansOf({ sentences, claims, attributions, facts, values }: ReturnType<typeof extract>): Span[] {
  return [
    ...sentences,
    ...claims,
    ...claims.flatMap((claim) => claim.facts),
    ...attributions.flatMap(({ content, source, cue }) => [...content, ...source, ...cue]),
    ...facts,
    ...values,
  ];
}

const WORDS =
  "Jane Doe said|, “|,” he said.|the 😀 café|e\u0301|\r\n|\r\n\r\n|שלום עליכם|مرحبا|$2 billion|on Wednesday|more than 5 km|👨‍👩‍👧 |𝐀bc|. |! |ʼs|'s|of the|Iraq’s|and|first|never|\u202e|\ufeff|1,000".split(
    "|",
  );
const mixed = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", " ", "", "\n")), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(""));

test("no span of any output leaves the text, is empty, or cuts a surrogate pair", () => {
  fc.assert(
    fc.property(fc.oneof(mixed, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
      const cuts = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
      for (const { start, end } of spansOf(extract(text, { date: "2017-03-22" }))) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect([cuts(start), cuts(end)]).toEqual([false, false]);
      }
    }),
    { numRuns: 500 },
  );
});
