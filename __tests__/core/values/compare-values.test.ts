import fc from "fast-check";
import { type Comparison, compareValues } from "@/lib/core/values/compare-values";
import { findValues } from "@/lib/core/values/find-values";
import type { Bound, Value } from "@/lib/core/values/value";
import { WEDNESDAY } from "./read";

function only(text: string): Value {
  const [first, second] = findValues(text, { date: WEDNESDAY });
  if (first === undefined || second !== undefined) throw new Error(`not one value: ${text}`);
  return first.value;
}

const ROWS: readonly (readonly [a: string, b: string, expected: Comparison])[] = [
  ["$2 billion", "2,000 million dollars", "equal"],
  ["$2 billion", "more than $2 billion", "different"],
  ["$2.3 billion", "more than $2 billion", "compatible"],
  ["$51 billion", "about $50 billion", "compatible"],
  ["$60 billion", "about $50 billion", "different"],
  ["$2 billion", "2 billion euros", "not-comparable"],
  ["$2 billion", "$3 billion", "different"],
  ["more than $2 billion", "more than $3 billion", "compatible"],
  ["68 countries", "sixty-eight nations", "equal"],
  ["68 countries", "86 countries", "different"],
  ["5 kilometres", "5,000 m", "equal"],
  ["32 degrees Fahrenheit", "0 degrees Celsius", "equal"],
  ["1 mile", "1 pound", "not-comparable"],
  ["45%", "45 percent", "equal"],
  ["45 percent", "45 percentage points", "not-comparable"],
  ["90 minutes", "one and a half hours", "equal"],
  ["between 5 and 7 boats", "6 boats", "compatible"],
  ["between 5 and 7 boats", "8 boats", "different"],
  ["at least 5 boats", "5 boats", "compatible"],
  ["at most 4 boats", "5 boats", "different"],
  ["on March 3", "in March", "compatible"],
  ["last year", "in 2016", "equal"],
  ["last year", "in 2015", "different"],
  ["in 2017", "since 2011", "compatible"],
  ["the third meeting", "the 3rd meeting", "equal"],
];

test.each(ROWS)("%s and %s are %s", (a, b, expected) => {
  expect(compareValues(only(a), only(b))).toBe(expected);
  expect(compareValues(only(b), only(a))).toBe(expected);
});

test("a value equals itself, whatever its limit", () => {
  const bound = fc.constantFrom<Bound | undefined>(undefined, ">", ">=", "<", "<=", "~");
  fc.assert(
    fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), bound, (value, limit) => {
      const number: Value = { kind: "number", value, ...(limit === undefined ? {} : { bound: limit }) };
      expect(compareValues(number, number)).toBe("equal");
    }),
  );
});
