import fc from "fast-check";
import { findValues } from "@/lib/core/values/find-values";
import { formatValue } from "@/lib/core/values/format-value";
import { WEDNESDAY } from "./read";

const PIECES =
  "1 2 12 2017 1,000 1.5 0 - – / . , ' ’ $ € % ° ½ ( ) : one two twenty hundred million and a half third of the to from between in on last next this week month year weekend monday may March 3rd since more than at least km years old dollars per cent ago after before first quarter eid christmas pounds feet or less \u0000 \ud800 \u{1F600} é İ".split(
    " ",
  );

/** Texts made of what the grammar knows, glued or spaced, which reach far deeper than random characters. */
const grammatical = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", " ", "", "\n")), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(""));

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }), grammatical);
const anyDate = fc.option(fc.constantFrom(WEDNESDAY, "2016-02-29", "0001-01-01", "9999-12-31", "nonsense"), {
  nil: undefined,
});

const find = (text: string, date: string | undefined) => findValues(text, date === undefined ? {} : { date });

test("any text is read without an error, and every span lies inside it in order and without overlap", () => {
  fc.assert(
    fc.property(anyText, anyDate, (text, date) => {
      let free = 0;
      for (const { start, end } of find(text, date)) {
        expect(start).toBeGreaterThanOrEqual(free);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        free = end;
      }
    }),
    { numRuns: 1000 },
  );
});

test("every value is finite, every date real and in order, and each can be printed", () => {
  fc.assert(
    fc.property(anyText, anyDate, (text, date) => {
      for (const { value } of find(text, date)) {
        expect(formatValue(value)).not.toMatch(/NaN|Infinity|undefined/);
        if (value.kind !== "date") continue;
        for (const iso of [value.from, value.to])
          expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
        expect(value.from <= value.to).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("the same text is read the same way again, and a preface only moves the spans", () => {
  const preface = "He spoke. ";
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999 }), (n) => {
      const text = `There were ${n.toLocaleString("en-US")} boats and $${n} in notes.`;
      const alone = find(text, WEDNESDAY);
      expect(find(text, WEDNESDAY)).toEqual(alone);
      const moved = alone.map((v) => ({ ...v, start: v.start + preface.length, end: v.end + preface.length }));
      expect(find(preface + text, WEDNESDAY)).toEqual(moved);
    }),
  );
});

describe("hostile texts", () => {
  const UNITS =
    "1|12 |1,|1.|1-|1/|(|one |'|’|one hundred |one million and |a half and |between |from |1 to |$|march |last week of |first week of |weekend of |1 week after |Monday 1 week after |2 weeks from |end of |half a |twenty-|five point |1 123 |½|3 days and |2017-|more than 5 or |1 over |week of the |18 and |last 2 weeks of |\ud800|a|http://".split(
      "|",
    );
  // A reader that goes back over what it has read would need minutes here, more than any test may take.
  test.each(UNITS)("100,000 characters of %j are read to the end", (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(findValues(text, { date: WEDNESDAY }).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
  });

  test("half a million digits are one word that is no number", () => {
    expect(findValues("7".repeat(500_000), { date: WEDNESDAY })).toEqual([]);
  });
});
