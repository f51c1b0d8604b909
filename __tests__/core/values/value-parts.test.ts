import { orderValues } from "@/lib/core/values/compare-values";
import { findValues } from "@/lib/core/values/find-values";
import type { Value } from "@/lib/core/values/value";
import { valueParts } from "@/lib/core/values/value-parts";
import { WEDNESDAY } from "./read";

function only(text: string): Value {
  const [first, second] = findValues(text, { date: WEDNESDAY });
  if (first === undefined || second !== undefined) throw new Error(`not one value: ${text}`);
  return first.value;
}

test.each([
  ["more than $2 billion", "more than", "2,000,000,000", "USD"],
  ["between 5 and 7 boats", "", "5 – 7", ""],
  ["at least 45 percent", "at least", "45", "%"],
  ["3 percentage points", "", "3", "% points"],
  ["about 5 kilometres", "about", "5", "km"],
  ["45 years old", "", "45", "years"],
  ["the third meeting", "", "3rd", ""],
  ["since 2011", "since", "2011", ""],
  ["on March 3, 2017", "", "2017-03-03", ""],
  ["two weeks", "", "2 weeks", ""],
])("%s: %s · %s · %s", (text, bound, figure, unit) => {
  const parts = valueParts(only(text));
  expect(parts).toEqual({ bound, figure, unit });
});

test("values stand by kind, then by what they measure, then by size in one unit, whatever their limit", () => {
  const words = [
    "12 boats",
    "5 kilometres",
    "$3 million",
    "more than $2 million",
    "3 miles",
    "2 tons",
    "45 percent",
    "€1",
  ];
  const ordered = [...words].sort((a, b) => orderValues(only(a), only(b)));
  expect(ordered).toEqual([
    "€1",
    "more than $2 million",
    "$3 million",
    "12 boats",
    "45 percent",
    "3 miles",
    "5 kilometres",
    "2 tons",
  ]);
});
