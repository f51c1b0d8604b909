import { formatNumber, formatValue } from "@/lib/core/values/format-value";
import type { Value } from "@/lib/core/values/value";

const ROWS: readonly (readonly [value: Value, written: string])[] = [
  [{ kind: "money", amount: 2e9, currency: "USD", bound: ">" }, "> 2,000,000,000 USD"],
  [{ kind: "money", amount: 5e10, currency: "USD", bound: "~" }, "≈ 50,000,000,000 USD"],
  [{ kind: "money", amount: 5, amountTo: 7.5, currency: "EUR" }, "5 – 7.5 EUR"],
  [{ kind: "number", value: 68 }, "68"],
  [{ kind: "number", value: -0.25, bound: "<=" }, "≤ -0.25"],
  [{ kind: "percent", value: 45 }, "45 %"],
  [{ kind: "percent", value: 1, points: true }, "1 percentage point"],
  [{ kind: "ordinal", value: 111 }, "111th"],
  [{ kind: "ordinal", value: 22 }, "22nd"],
  [{ kind: "quantity", value: 5, unit: "km" }, "5 km"],
  [{ kind: "age", value: 1, unit: "year" }, "1 year old"],
  [{ kind: "date", from: "2017-03-22", to: "2017-03-22" }, "2017-03-22"],
  [{ kind: "date", from: "2016-01-01", to: "2016-12-31" }, "2016"],
  [{ kind: "date", from: "2016-02-01", to: "2016-02-29" }, "2016-02"],
  [{ kind: "date", from: "2016-07-01", to: "2016-09-30" }, "2016 Q3"],
  [{ kind: "date", from: "1990-01-01", to: "1999-12-31" }, "1990s"],
  [{ kind: "date", from: "2011-01-01", to: "2011-12-31", bound: ">=" }, "since 2011"],
  [{ kind: "date", from: "2016-01-02", to: "2016-01-09" }, "2016-01-02 – 2016-01-09"],
  [{ kind: "date", from: "2014-01-01", to: "2018-01-01", timex: "2014/2018" }, "2014 – 2018"],
  [{ kind: "duration", timex: "P2W2D" }, "2 weeks 2 days"],
  [{ kind: "duration", timex: "PT1M" }, "1 minute"],
  [{ kind: "duration", timex: "nonsense" }, "nonsense"],
];

test.each(ROWS)("%j is written %s", (value, written) => {
  expect(formatValue(value)).toBe(written);
});

test("plain numbers keep twelve digits and no noise of binary fractions", () => {
  expect(formatNumber(0.1 + 0.2)).toBe("0.3");
  expect(formatNumber(1234567.891)).toBe("1,234,567.891");
  expect(formatNumber(1e21)).toBe("1e+21");
});
