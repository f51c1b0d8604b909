import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findValues } from "@/lib/core/values/find-values";
import { read } from "./read";

type Row = readonly [sentence: string, ...found: string[]];

const table = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    test.each(rows.map(([sentence, ...found]) => ({ sentence, found })))("$sentence", ({ sentence, found }) => {
      expect(read(sentence)).toEqual(found);
    });
  });
};

table("money", [
  ["They pledged more than $2 billion.", "more than $2 billion = > 2,000,000,000 USD"],
  ["It would cost about $50 billion.", "about $50 billion = ≈ 50,000,000,000 USD"],
  ["A fine of up to £1.5m was paid.", "up to £1.5m = ≤ 1,500,000 GBP"],
  ["He won 250,000 Swiss francs.", "250,000 Swiss francs = 250,000 CHF"],
  ["A C$3 toll and a HK$5 ticket.", "C$3 = 3 CAD", "HK$5 = 5 HKD"],
  ["The price is 20 EUR or USD 22.", "20 EUR = 20 EUR", "USD 22 = 22 USD"],
  ["It earned 3 million yen.", "3 million yen = 3,000,000 JPY"],
  ["Bread costs 80 cents.", "80 cents = 0.8 USD"],
  ["It was 3 dollars and 50 cents.", "3 dollars and 50 cents = 3.5 USD"],
  ["The deal is worth $1.5-2 billion.", "$1.5-2 billion = 1,500,000,000 – 2,000,000,000 USD"],
  ["Between $5 and $10 million was lost.", "Between $5 and $10 million = 5,000,000 – 10,000,000 USD"],
  ["It cost 5 pounds 50 pence.", "5 pounds 50 pence = 5.5 GBP"],
  ["It cost 20 thousand dollars and twenty cents.", "20 thousand dollars and twenty cents = 20,000.2 USD"],
  ["Half a million dollars vanished.", "Half a million dollars = 500,000 USD"],
  ["He paid 20 million pounds.", "20 million pounds = 20,000,000 GBP"],
  ["ALL 5 answers were wrong.", "5 = 5"],
  [
    "Sales rose from $5 million in 2015 to $7.5 million.",
    "$5 million = 5,000,000 USD",
    "2015 = 2015",
    "$7.5 million = 7,500,000 USD",
  ],
]);

table("numbers", [
  ["Delegates of 68 countries met.", "68 = 68"],
  ["Three separate forces advance.", "Three = 3"],
  ["There were 1,234,567 votes.", "1,234,567 = 1,234,567"],
  ["Some 2.5 million fled.", "Some 2.5 million = ≈ 2,500,000"],
  ["Two thirds of them left.", "Two thirds = 0.666666666667"],
  ["One hundred and sixty-one came.", "One hundred and sixty-one = 161"],
  ["At least 30 people died.", "At least 30 = ≥ 30"],
  ["No more than 3,000 stayed.", "No more than 3,000 = ≤ 3,000"],
  ["Between 5,000 and 7,000 marched.", "Between 5,000 and 7,000 = 5,000 – 7,000"],
  ["More than 10 and less than 20 voted.", "More than 10 and less than 20 = 10 – 20"],
  ["Two dozen boats, half a dozen ships.", "Two dozen = 24", "half a dozen = 6"],
  ["The population is 1 414 021 100.", "1 414 021 100 = 1,414,021,100"],
  ["Six or more were hurt.", "Six or more = ≥ 6"],
  ["5 to 10 million voted.", "5 to 10 million = 5,000,000 – 10,000,000"],
]);

table("what only looks like a number", [
  ["No one knows which one the one they want is."],
  ["One of the members, that one, refused."],
  ["COVID-19 and F-16 and the G20."],
  ["Call 555-123-4567 now."],
  ["See http://example.org/2017/45 there."],
  ["They work 24/7 on it."],
]);

table("percentages", [
  ["Turnout was 45%.", "45% = 45 %"],
  ["It grew 2.3 per cent a year.", "2.3 per cent = 2.3 %"],
  ["Nearly 5 percent lost work.", "Nearly 5 percent = ≈ 5 %"],
  ["A lead of 4 percentage points.", "4 percentage points = 4 percentage points"],
  ["It rose by 25 basis points.", "25 basis points = 0.25 percentage points"],
  ["A range of 0.75 to 1 percent.", "0.75 to 1 percent = 0.75 – 1 %"],
]);

table("ranks", [
  ["It was the 21st meeting, the eleventh here.", "21st = 21st", "eleventh = 11th"],
  ["It is the number one goal.", "number one = 1st"],
  ["The twenty-first and the 112th.", "twenty-first = 21st", "112th = 112th"],
]);

table("quantities and ages", [
  ["The camp lies 50 km (31 miles) away.", "50 km = 50 km", "31 miles = 31 mi"],
  ["A six-mile trip.", "six-mile = 6 mi"],
  ["He is 5 feet 2 inches tall.", "5 feet 2 inches = 5.16666666667 ft"],
  ["He is 6'3\" tall.", "6'3\" = 6.25 ft"],
  ["It was 35 degrees Celsius.", "35 degrees Celsius = 35 °C"],
  ["It burns 9.5 million barrels.", "9.5 million barrels = 9,500,000 bbl"],
  ["Winds of more than 120 mph.", "more than 120 mph = > 120 mph"],
  ["The 27-year-old won.", "27-year-old = 27 years old"],
  ["Maria Lopez, 34, said so.", "34 = 34 years old"],
  ["A baby ten months old.", "ten months old = 10 months old"],
]);

table("lengths of time", [
  ["It took one hour 20 minutes.", "one hour 20 minutes = 1 hour 20 minutes"],
  ["A five-day trial.", "five-day = 5 days"],
  ["The first time in two years.", "first = 1st", "two years = 2 years"],
  ["It lasted half an hour.", "half an hour = 0.5 hours"],
  ["They waited for a few weeks.", "a few weeks = ≈ 3 weeks"],
]);

table("dates, said on Wednesday 22 March 2017", [
  ["He said on Wednesday.", "Wednesday = 2017-03-22"],
  ["A Tuesday conversation.", "Tuesday = 2017-03-21"],
  ["They will meet on Friday.", "Friday = 2017-03-24"],
  ["The ministry said it would send 40 more engineers by June.", "40 = 40", "June = until 2017-06"],
  ["They met on Friday.", "Friday = 2017-03-17"],
  ["It was retaken last year.", "last year = 2016"],
  ["It is due in 2017.", "2017 = 2017"],
  ["It happened on March 3.", "March 3 = 2017-03-03"],
  ["He was born on May 5, 1960.", "May 5, 1960 = 1960-05-05"],
  ["Since March it has risen.", "March = since 2017-03"],
  ["In the third quarter of 2016 it fell.", "the third quarter of 2016 = 2016 Q3"],
  ["It closed on Tuesday, March 21, 2017.", "Tuesday, March 21, 2017 = 2017-03-21"],
  ["He served from 1994 to 2001.", "from 1994 to 2001 = 1994 – 2001"],
  ["The 2015-16 season.", "2015-16 = 2015 – 2016"],
  ["It was common in the 1970s.", "1970s = 1970s"],
  ["Passed in early 2003.", "early 2003 = 2003-01-01 – 2003-04-30"],
  ["They left yesterday.", "yesterday = 2017-03-21"],
  ["It was signed on 22/03/2016.", "22/03/2016 = 2016-03-22"],
  ["It was signed on 2016-03-22.", "2016-03-22 = 2016-03-22"],
  ["Christmas Eve 2016 was calm.", "Christmas Eve 2016 = 2016-12-24"],
  ["Two months ago it fell.", "Two months ago = ≈ 2017-01-22"],
  ["After the 9/11 attacks.", "9/11 = after 2001-09-11"],
  ["June 3-5, 2016 in Rome.", "June 3-5, 2016 = 2016-06-03 – 2016-06-05"],
  ["The meeting began at 5:30 p.m. sharp."],
  ["This may take longer."],
  ["It may be in May.", "May = 2017-05"],
]);

table("figures in other ways of writing", [
  ["It cost 30 000 Hungarian forints.", "30 000 Hungarian forints = 30,000 HUF"],
  ["A fine of Rs 4.5 crore.", "Rs 4.5 crore = 45,000,000 INR"],
  ["It cost 25 lakh rupees.", "25 lakh rupees = 2,500,000 INR"],
  ["It cost half a dollar.", "half a dollar = 0.5 USD"],
  ["They bought three and a half dozen eggs.", "three and a half dozen = 42"],
  ["It rose half a percent.", "half a percent = 0.5 %"],
  ["It rose a quarter of a percentage point.", "a quarter of a percentage point = 0.25 percentage points"],
]);

table("parts of months and decades, said on Wednesday 22 March 2017", [
  ["It meets on the first Monday in May.", "the first Monday in May = 2016-05-02"],
  ["It will meet on the first Monday in May.", "the first Monday in May = 2017-05-01"],
  ["It met on the last Friday of May 2015.", "the last Friday of May 2015 = 2015-05-29"],
  ["It met on the second Tuesday of last month.", "the second Tuesday of last month = 2017-02-14"],
  ["It was common in the late 80s.", "the late 80s = 1987 – 1989"],
  ["The music of the 90s.", "90s = 1990s"],
  ["She is in her late 80s."],
]);

test("without a reference date only complete dates are resolved", () => {
  const found = findValues("On Wednesday, March 3, and on May 5, 1960.", {});
  expect(found.map(({ value }) => value)).toEqual([{ kind: "date", from: "1960-05-05", to: "1960-05-05" }]);
});

test("the figures of the Reuters article are read as an editor would read them", () => {
  const path = join(__dirname, "../../../seeds/articles/reuters-zones-of-stability.txt");
  expect(read(readFileSync(path, "utf8"))).toEqual([
    "Wednesday = 2017-03-22",
    "68 = 68",
    "first = 1st",
    "three = 3",
    "Wednesday = 2017-03-22",
    "number one = 1st",
    "Wednesday = 2017-03-22",
    "first = 1st",
    "more than $2 billion = > 2,000,000,000 USD",
    "2017 = 2017",
    "last year = 2016",
    "Tuesday = 2017-03-21",
    "about $50 billion = ≈ 50,000,000,000 USD",
  ]);
});
