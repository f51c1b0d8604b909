import fc from "fast-check";
import { spanToCodePoints, spanToCodeUnits, toCodePoint, toCodeUnit } from "@/lib/core/text/code-points";
import { normaliseText } from "@/lib/core/text/normalise";

test("line ends become LF, a leading byte order mark goes, letters are composed, and nothing else changes", () => {
  expect(normaliseText("\uFEFFa\r\nb\rc\n")).toBe("a\nb\nc\n");
  expect(normaliseText("cafe\u0301")).toBe("café");
  expect(normaliseText("  two  spaces\t“and” — tabs\u00a0 ")).toBe("  two  spaces\t“and” — tabs\u00a0 ");
  expect(normaliseText("in\uFEFFside")).toBe("in\uFEFFside");
});

test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }),
  );
});

test("an emoji is one code point and two code units", () => {
  const text = "a😀b";
  expect([0, 1, 3, 4].map((at) => toCodePoint(text, at))).toEqual([0, 1, 2, 3]);
  expect([0, 1, 2, 3].map((at) => toCodeUnit(text, at))).toEqual([0, 1, 3, 4]);
  expect(spanToCodePoints(text, { start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  expect(spanToCodeUnits(text, { start: 1, end: 2 })).toEqual({ start: 1, end: 3 });
});

test("offsets outside the text stop at its ends", () => {
  expect(toCodePoint("abc", 99)).toBe(3);
  expect(toCodePoint("abc", -1)).toBe(0);
  expect(toCodeUnit("a😀", 99)).toBe(3);
});

test("from code points to units and back is where it began, on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, points) => {
      const most = [...text].length;
      const wanted = Math.min(points, most);
      expect(toCodePoint(text, toCodeUnit(text, wanted))).toBe(wanted);
    }),
  );
});
