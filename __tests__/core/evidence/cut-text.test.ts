import fc from "fast-check";
import { cutText, partAt, textParts } from "@/lib/core/evidence/cut-text";

test("a text is cut where marks begin and end and where pages begin", () => {
  const pages = [
    { start: 0, end: 10, label: "i" },
    { start: 12, end: 20, label: "1" },
  ];
  const marks = [
    { id: "a", start: 2, end: 14 },
    { id: "b", start: 5, end: 8 },
  ];
  expect(cutText({ start: 0, end: 20 }, marks, pages)).toEqual([
    { start: 0, end: 2, marks: [], page: "i", ends: [] },
    { start: 2, end: 5, marks: ["a"], page: null, ends: [] },
    { start: 5, end: 8, marks: ["a", "b"], page: null, ends: ["b"] },
    { start: 8, end: 12, marks: ["a"], page: null, ends: [] },
    { start: 12, end: 14, marks: ["a"], page: "1", ends: ["a"] },
    { start: 14, end: 20, marks: [], page: null, ends: [] },
  ]);
});

test("a long text is cut at line breaks, and every place is in one part", () => {
  const text = Array.from({ length: 100 }, (_, n) => `Line ${n} of the text.`).join("\n");
  const parts = textParts(text, 300);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
  for (const { start } of parts.slice(1)) expect(text[start - 1]).toBe("\n");
  expect(partAt(parts, text.indexOf("Line 99"))).toBe(parts.length - 1);
  expect(textParts("short")).toEqual([{ start: 0, end: 5 }]);
});

test("whatever the text and the marks, the stretches say the part from end to end, and no character is cut in two", () => {
  const place = fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.array(place),
      fc.integer({ min: 4, max: 50 }),
      (text, places, length) => {
        const marks = places.map(([start, size], n) => ({ id: String(n), start, end: start + size }));
        const parts = textParts(text, length);
        expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        for (const part of parts) {
          expect(text.slice(part.start, part.end).isWellFormed()).toBe(true);
          const stretches = part.start < part.end ? cutText(part, marks, []) : [];
          expect(stretches.map(({ start, end }) => text.slice(start, end)).join("")).toBe(
            text.slice(part.start, part.end),
          );
        }
      },
    ),
  );
});
