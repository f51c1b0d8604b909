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

const UNITS: readonly (readonly [a: string, b: string, expected: Comparison])[] = [
  ["2 tonnes", "2,000 kg", "equal"],
  ["16 ounces", "1 pound", "equal"],
  ["12 inches", "1 foot", "equal"],
  ["640 acres", "1 square mile", "equal"],
  ["1 hectare", "10,000 square metres", "equal"],
  ["1 cubic metre", "1,000 litres", "equal"],
  ["1 barrel", "42 gallons", "equal"],
  ["212 degrees Fahrenheit", "100 degrees Celsius", "equal"],
  ["0 kelvin", "-273.15 degrees Celsius", "equal"],
  ["36 km/h", "10 metres per second", "equal"],
  ["2 weeks", "14 days", "equal"],
  ["2 decades", "20 years", "equal"],
  ["1 gigabyte", "1,000 megabytes", "equal"],
  ["1 kWh", "3.6 megajoules", "equal"],
  ["1 watt", "1 joule", "not-comparable"],
  ["5 tons", "5 percent", "not-comparable"],
  ["5 percentage points", "500 basis points", "equal"],
  ["50 cents", "half a dollar", "equal"],
  ["$5", "£5", "not-comparable"],
  ["5 years old", "60 months old", "equal"],
];

const ROUNDED: readonly (readonly [a: string, b: string, expected: Comparison])[] = [
  ["10 miles", "16 km", "compatible"],
  ["10 miles", "17 km", "different"],
  ["16 km", "16.1 km", "different"],
  ["100 km/h", "62 mph", "compatible"],
  ["about 10 degrees Celsius", "50 degrees Fahrenheit", "compatible"],
  ["about 10 degrees Celsius", "20 degrees Celsius", "different"],
  ["about 0 degrees Celsius", "1 degree Celsius", "compatible"],
  ["about 0 degrees Celsius", "5 degrees Celsius", "different"],
];

test.each([...ROWS, ...UNITS, ...ROUNDED])("%s and %s are %s", (a, b, expected) => {
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
