import fc from "fast-check";
import { cutRuns, layParagraphs, paragraphsOf, stackLines } from "@/lib/core/text/layers";
import type { Span } from "@/lib/core/text/span";

const named = (name: string, start: number, end: number) => ({ name, start, end });

/** Runs as a readable line: "0–4 a, 4–8 a+b@1". */
function read(runs: Readonly<ReturnType<typeof cutRuns<ReturnType<typeof named>>>>): string {
  return runs
    .map(({ start, end, layers }) => {
      const names = layers.map(({ item, line }) => (line === 0 ? item.name : `${item.name}@${line}`)).join("+");
      return `${start}–${end}${names && ` ${names}`}`;
    })
    .join(", ");
}

const textAndSpans = fc.string({ unit: fc.constantFrom("a", "é", " ", "\n", "“"), maxLength: 120 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 25 },
    ),
  }),
);

describe("lines of overlapping spans", () => {
  test("spans that follow one another share the first line", () => {
    expect(stackLines([named("a", 0, 5), named("b", 5, 9)]).map(({ line }) => line)).toEqual([0, 0]);
  });

  test("a span inside another takes the next line, and the line is free again behind it", () => {
    const layers = stackLines([named("inner", 2, 4), named("outer", 0, 9), named("later", 5, 7)]);
    expect(layers.map(({ item, line }) => `${item.name} ${line}`)).toEqual(["outer 0", "inner 1", "later 1"]);
  });

  test("empty spans are left out", () => {
    expect(stackLines([named("empty", 3, 3)])).toEqual([]);
  });

  test("no two spans that overlap share a line", () => {
    fc.assert(
      fc.property(textAndSpans, ({ spans }) => {
        const layers = stackLines(spans);
        for (const [index, a] of layers.entries()) {
          for (const b of layers.slice(index + 1)) {
            const overlap = a.item.start < b.item.end && b.item.start < a.item.end;
            expect(overlap && a.line === b.line).toBe(false);
          }
        }
      }),
    );
  });
});

describe("runs", () => {
  test("text without spans is one run", () => {
    expect(read(cutRuns({ start: 0, end: 8 }, []))).toBe("0–8");
  });

  test("partly overlapping spans make three runs", () => {
    expect(read(cutRuns({ start: 0, end: 12 }, stackLines([named("a", 1, 6), named("b", 4, 9)])))).toBe(
      "0–1, 1–4 a, 4–6 a+b@1, 6–9 b@1, 9–12",
    );
  });

  test("equal spans cover the same run on two lines", () => {
    expect(read(cutRuns({ start: 0, end: 4 }, stackLines([named("a", 0, 4), named("b", 0, 4)])))).toBe("0–4 a+b@1");
  });

  test("a span that crosses paragraphs covers its part of each, and begins once", () => {
    const paragraphs = layParagraphs("one two\n\nthree four", [named("a", 4, 14)]);
    expect(paragraphs.map(({ runs }) => read(runs))).toEqual(["0–4, 4–7 a", "9–14 a, 14–19"]);
    expect(paragraphs.map(({ beginning }) => beginning.length)).toEqual([1, 0]);
  });

  test("join up to every paragraph, each under exactly the spans that cover it", () => {
    fc.assert(
      fc.property(textAndSpans, ({ text, spans }) => {
        const paragraphs = layParagraphs(text, spans);
        expect(paragraphs.map(({ start, end }) => ({ start, end }))).toEqual(paragraphsOf(text));
        for (const paragraph of paragraphs) {
          expect(paragraph.runs.map((run) => text.slice(run.start, run.end)).join("")).toBe(
            text.slice(paragraph.start, paragraph.end),
          );
          for (const run of paragraph.runs) {
            const covering = spans.filter((span) => span.start <= run.start && span.end >= run.end);
            const touching = spans.filter(
              (span) => span.end > span.start && span.start < run.end && span.end > run.start,
            );
            expect(new Set(run.layers.map(({ item }) => item))).toEqual(new Set(covering));
            expect(touching.length).toBe(covering.length);
          }
        }
      }),
    );
  });

  test("nothing but line breaks and blank lines is outside the paragraphs", () => {
    fc.assert(
      fc.property(textAndSpans, ({ text }) => {
        const inside = paragraphsOf(text);
        const outside = [...text].filter((_, at) => !inside.some(({ start, end }) => at >= start && at < end));
        expect(outside.join("").trim()).toBe("");
      }),
    );
  });
});

test("two thousand claims over ten thousand words are laid in a blink", () => {
  const text = `${"word ".repeat(50)}\n`.repeat(200);
  const spans = Array.from({ length: 2000 }, (_, index) => ({ start: index * 25, end: index * 25 + 40 }));
  const began = performance.now();
  const paragraphs = layParagraphs(text, spans);
  expect(paragraphs).toHaveLength(200);
  expect(paragraphs.flatMap(({ runs }) => runs).length).toBeGreaterThan(2000);
  expect(performance.now() - began).toBeLessThan(1000);
});
