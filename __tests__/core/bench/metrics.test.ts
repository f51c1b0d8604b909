import { addArticle, newTally } from "@/bench/metrics/attributions";
import { averagePrecision, meanAveragePrecision, verdicts } from "@/bench/metrics/checkworthiness";
import { newsFigures } from "@/bench/metrics/news";
import { keepsRule } from "@/bench/metrics/sentences";
import { f1, median, precision, recall } from "@/bench/metrics/shares";
import { type FoundValue, judgeCase } from "@/bench/metrics/values";

const at = (start: number, end: number) => ({ start, end });

describe("shares", () => {
  test("precision, recall and F1 of 3 right, 1 surplus and 2 missed", () => {
    const counts = { hits: 3, surplus: 1, missed: 2 };
    expect(precision(counts)).toBe(0.75);
    expect(recall(counts)).toBe(0.6);
    expect(f1(counts)).toBeCloseTo(2 / 3);
  });

  test("nothing found of nothing is 0, not an error", () => {
    expect(f1({ hits: 0, surplus: 0, missed: 0 })).toBe(0);
  });

  test("the median of an even number is between the middle two", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
  });
});

describe("sentence rules", () => {
  const rule = { text: "Hello  World. My name is Jonas.", expect: ["Hello World.", "My name is Jonas."] };

  test("are kept whatever the white space", () => {
    expect(keepsRule(rule, [at(0, 13), at(14, 31)])).toBe(true);
  });

  test("are broken by one boundary too few or too many", () => {
    expect(keepsRule(rule, [at(0, 31)])).toBe(false);
    expect(keepsRule(rule, [at(0, 13), at(14, 21), at(22, 31)])).toBe(false);
  });
});

describe("check-worthiness", () => {
  const judged = (label: number, score: number, file = "a") => ({ label, score, checkworthy: score >= 0.5, file });

  test("average precision is the mean of the precision at each labelled one", () => {
    expect(averagePrecision([judged(1, 0.9), judged(0, 0.8), judged(1, 0.7)])).toBeCloseTo((1 + 2 / 3) / 2);
  });

  test("equal scores keep the order of the file", () => {
    expect(averagePrecision([judged(0, 0.5), judged(1, 0.5)])).toBe(0.5);
  });

  test("a file without a labelled line does not count in the mean", () => {
    expect(meanAveragePrecision([judged(1, 0.9), judged(0, 0.1), judged(0, 0.9, "b")])).toBe(1);
  });

  test("verdicts are counted against labels", () => {
    const counts = verdicts([judged(1, 0.9), judged(1, 0.1), judged(0, 0.9), judged(0, 0.1)]);
    expect(counts).toEqual({ hits: 1, surplus: 1, missed: 1, accuracy: 0.5 });
  });
});

describe("attributions", () => {
  const said = (start: number, end: number, who = at(0, 5)) => ({
    type: "indirect",
    content: [at(start, end)],
    source: [who],
  });

  test("match when half of both contents is shared, and each answer counts once", () => {
    const tally = newTally();
    addArticle(tally, [said(10, 20), said(10, 20)], [said(10, 18)]);
    expect(tally).toMatchObject({ hits: 1, missed: 1, surplus: 0 });
  });

  test("the speaker is right when a source found touches one that is marked", () => {
    const tally = newTally();
    addArticle(
      tally,
      [said(10, 20, at(0, 5)), said(30, 40, at(0, 5))],
      [said(10, 20, at(3, 8)), said(30, 40, at(5, 8))],
    );
    expect(tally).toMatchObject({ sourced: 2, sourceRight: 1 });
  });
});

describe("values", () => {
  const dollars = {
    Input: "It costs more than $5 million.",
    Results: [{ Text: "$5 million", Start: 19, End: 28, Resolution: { value: "5000000", unit: "Dollar" } }],
  };
  const money = (start: number, amount: number): FoundValue => ({
    start,
    end: 29,
    kind: "money",
    amount,
    currency: "USD",
  });

  test("are right with or without the words that compare", () => {
    expect(judgeCase("CurrencyModel", dollars, [money(19, 5e6)])).toBe("right");
    expect(judgeCase("CurrencyModel", dollars, [money(9, 5e6)])).toBe("right");
  });

  test("are wrong with another amount, at another place, or with one besides", () => {
    expect(judgeCase("CurrencyModel", dollars, [money(19, 5e3)])).toBe("wrong");
    expect(judgeCase("CurrencyModel", dollars, [money(20, 5e6)])).toBe("wrong");
    expect(judgeCase("CurrencyModel", dollars, [money(19, 5e6), { ...money(0, 1), end: 2 }])).toBe("wrong");
  });

  test("a range must have its bound on the right side", () => {
    const more = {
      Input: "more than 30",
      Results: [{ Text: "more than 30", Start: 0, End: 11, Resolution: { value: "(30,)" } }],
    };
    const number = { start: 0, end: 12, kind: "number", value: 30 };
    expect(judgeCase("NumberRangeModel", more, [{ ...number, bound: ">" }])).toBe("right");
    expect(judgeCase("NumberRangeModel", more, [{ ...number, bound: "<" }])).toBe("wrong");
  });

  test("of two readings of a date either will do, and times of day are left out", () => {
    const friday = (values: readonly { type: string; value: string }[]) => ({
      Input: "on Friday",
      Results: [{ Text: "Friday", Start: 3, End: 8, Resolution: { values } }],
    });
    const both = friday([
      { type: "date", value: "2016-11-04" },
      { type: "date", value: "2016-11-11" },
    ]);
    const found = (day: string) => [{ start: 3, end: 9, kind: "date", from: day, to: day }];
    expect(judgeCase("DateTimeModel", both, found("2016-11-11"))).toBe("right");
    expect(judgeCase("DateTimeModel", both, found("2016-11-12"))).toBe("wrong");
    expect(judgeCase("DateTimeModel", friday([{ type: "time", value: "08:00:00" }]), [])).toBe("left out");
  });

  test("the last day of a period is the one before the specification's end", () => {
    const year = {
      Input: "in 2016",
      Results: [
        {
          Text: "2016",
          Start: 3,
          End: 6,
          Resolution: { values: [{ type: "daterange", timex: "2016", start: "2016-01-01", end: "2017-01-01" }] },
        },
      ],
    };
    const found = { start: 3, end: 7, kind: "date", from: "2016-01-01", to: "2016-12-31" };
    expect(judgeCase("DateTimeModel", year, [found])).toBe("right");
    expect(judgeCase("DateTimeModel", year, [{ ...found, to: "2017-01-01" }])).toBe("wrong");
  });
});

describe("a labelled article", () => {
  const sentence = (start: number, label: "F" | "N", priority: number) => ({
    ...at(start, start + 10),
    label,
    priority,
    facts: [at(start, start + 4)],
  });
  const sentences = [sentence(0, "F", 3), sentence(10, "N", 0), sentence(20, "F", 2)];
  const claim = (start: number, score: number, toCheck = true) => ({ ...at(start, start + 9), score, toCheck });

  test("counts a sentence as found only by a claim to be checked", () => {
    const figures = newsFigures(sentences, [claim(0, 0.9), claim(10, 0.8), claim(20, 0.7, false)], []);
    expect(figures).toMatchObject({ recall: 0.5, precision: 0.5, important: 1 });
  });

  test("ranks sentences by their best claim, those without one last", () => {
    expect(newsFigures(sentences, [claim(20, 0.7), claim(10, 0.8)], []).important).toBeCloseTo(1 / 3);
  });

  test("a fact is found when one touches it", () => {
    expect(newsFigures(sentences, [], [at(2, 3), at(12, 14), at(26, 28)]).facts).toBeCloseTo(2 / 3);
  });
});
