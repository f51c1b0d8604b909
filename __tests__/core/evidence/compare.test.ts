import { comparisonSentence } from "@/lib/core/evidence/compare";
import { compared } from "./compared";

const lines = (claim: string, quote: string, date?: string) => compared(claim, quote, date).map(comparisonSentence);
/** What is said of the fact with these words. */
const about = (words: string, claim: string, quote: string, date?: string) =>
  compared(claim, quote, date).find((one) => one.claim.includes(words));

test("a claim and a quote lie side by side with both spellings and a reason", () => {
  const claim = "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.";
  expect(lines(claim, "For 2017, members committed $2.21 billion to Iraq alone.")).toEqual([
    "claim: more than $2 billion; source: $2.21 billion → compatible (within the claim’s limit)",
    "claim: Iraq; source: Iraq → equal",
    "claim: Syria; source: nothing → missing",
    "claim: 2017; source: 2017 → equal",
  ]);
});

const MEETING = "He was addressing a meeting of 68 countries.";
const BRIDGE = (figure: string) => `The bridge cost ${figure}.`;
const SECRETARY = "Secretary of State Rex Tillerson said so.";
const BUSINESS = "“We are not in the business of nation building or reconstruction,” he said.";

type Case = readonly [claim: string, fact: string, quote: string, outcome: string, source: string, date?: string];
const CASES: readonly Case[] = [
  // Counts are paired by the noun they count.
  [MEETING, "68", "66 countries attended.", "different", "66 countries"],
  [MEETING, "68", "66", "different", "66"],
  [MEETING, "68", "Countries: 66", "different", "66"],
  [MEETING, "68", "Of the countries invited, 66 sent ministers and 40 ships.", "different", "66"],
  [MEETING, "68", "The coalition has 66 members.", "missing", ""],
  [MEETING, "68", "Forty ships and 68 nurses came from three countries.", "different", "three countries"],
  [MEETING, "68", "Sixty-eight countries came.", "equal", "Sixty-eight countries"],
  ["Between 20 and 30 people died.", "20", "25 people died.", "compatible", "25"],
  ["Between 20 and 30 people died.", "20", "31 people died.", "different", "31"],
  ["120 people died.", "120", "118 people died.", "different", "118"],
  // Limits.
  ["More than 68 countries joined.", "68", "70 countries joined.", "compatible", "70 countries"],
  ["More than 68 countries joined.", "68", "68 countries joined.", "different", "68 countries"],
  ["More than 68 countries joined.", "68", "67 countries joined.", "different", "67 countries"],
  ["At least 12 ships sailed.", "12", "12 ships sailed.", "compatible", "12 ships"],
  ["At least 12 ships sailed.", "12", "11 ships sailed.", "different", "11 ships"],
  [
    "Up to 70 percent of refugees returned.",
    "70",
    "75 percent of refugees returned.",
    "different",
    "75 percent of refugees",
  ],
  [
    "Up to 70 percent of refugees returned.",
    "70",
    "69 percent of refugees returned.",
    "compatible",
    "69 percent of refugees",
  ],
  ["12 ships sailed.", "12", "More than 15 ships sailed.", "different", "More than 15 ships"],
  // "About" allows a tenth.
  ["About 70 ships sailed.", "70", "76 ships sailed.", "compatible", "76 ships"],
  ["About 70 ships sailed.", "70", "90 ships sailed.", "different", "90 ships"],
  // Rounding: to the digits that the rounder side gives, at least two unless it hedges; small counts never.
  [BRIDGE("$2 billion"), "$2", BRIDGE("$2.21 billion"), "different", "$2.21 billion"],
  [BRIDGE("about $2 billion"), "$2", BRIDGE("$2.21 billion"), "compatible", "$2.21 billion"],
  [BRIDGE("$2.2 billion"), "$2.2", BRIDGE("$2.21 billion"), "compatible", "$2.21 billion"],
  [BRIDGE("$2.3 billion"), "$2.3", BRIDGE("$2.21 billion"), "different", "$2.21 billion"],
  [BRIDGE("$2.21 billion"), "$2.21", BRIDGE("$2.2 billion"), "compatible", "$2.2 billion"],
  ["The city has 1,200 officers.", "1,200", "The city has 1,213 officers.", "compatible", "1,213 officers"],
  ["The city has 1,200 officers.", "1,200", "The city has 1,271 officers.", "different", "1,271 officers"],
  ["Unemployment is 45 percent.", "45", "Unemployment stands at 45.3 percent.", "compatible", "45.3 percent"],
  ["Unemployment is 45 percent.", "45", "Unemployment stands at 45.6 percent.", "different", "45.6 percent"],
  // The same figure but for rounding or its unit is found among others, too.
  ["It cut 1,500 jobs.", "1,500", "Headcount fell by 1,478 and stands at 10,922.", "compatible", "1,478"],
  ["The bridge is 1.2 miles long and 90 feet wide.", "1.2", "Length 1,930 m; width 27 m.", "compatible", "1,930 m"],
  ["The bridge is 1.2 miles long and 90 feet wide.", "90", "Length 1,930 m; width 27 m.", "compatible", "27 m"],
  // Magnitudes, currencies, shares and points are never mixed.
  [BRIDGE("$2 billion"), "$2", BRIDGE("$2 million"), "different", "$2 million"],
  [BRIDGE("$2 billion"), "$2", BRIDGE("€2 billion"), "missing", ""],
  ["Unemployment rose 4.5 percent.", "4.5", "Unemployment rose by 4.5 percentage points.", "missing", ""],
  ["Unemployment rose 12 percent.", "12", "Unemployment rose by 12 people.", "missing", ""],
  ["45 percent of voters chose Ann.", "45", "54 percent of members chose Ann.", "missing", ""],
  [BRIDGE("$2 billion"), "$2", "The ambassador’s lunch was $34.", "missing", ""],
  // Several figures of one kind go by what stands beside them, whatever their order.
  [
    "37 percent chose Ann and 36 percent Ben.",
    "37",
    "Ann got 36 percent and Ben 37 percent.",
    "different",
    "36 percent",
  ],
  ["37 percent chose Ann and 36 percent Ben.", "37", "Ben: 36 percent, Ann: 37 percent.", "equal", "37 percent"],
  [
    "It cost $3 million; $1 million came from the state.",
    "$3",
    "The state paid $1 million. It cost $3.4 million.",
    "different",
    "$3.4 million",
  ],
  // Units are converted.
  ["The tunnel is 10 miles long.", "10", "The tunnel is 16 km long.", "compatible", "16 km"],
  ["The tunnel is 10 miles long.", "10", "The tunnel is 20 km long.", "different", "20 km"],
  ["The tunnel is 10 miles long.", "10", "The tunnel weighs 10 tonnes.", "missing", ""],
  // Dates, durations, ages, ranks.
  ["The bridge was built in 2016.", "2016", "The bridge was built in 2015.", "different", "2015"],
  ["The bridge was built in 2016.", "2016", "It was built on May 5, 2016.", "compatible", "May 5, 2016"],
  ["The bridge was built in 2016.", "2016", "The mayor was born in 1960.", "missing", ""],
  ["They met on Wednesday.", "Wednesday", "They met on Wednesday.", "equal", "Wednesday", "2017-03-23"],
  ["They met on Wednesday.", "Wednesday", "They met on Tuesday.", "different", "Tuesday", "2017-03-23"],
  ["The war lasted six years.", "six", "The war has lasted for five years.", "different", "five years"],
  ["A 12-year-old girl died.", "12", "The girl was 13 years old.", "different", "13 years old"],
  ["It was the third attack.", "third", "It was the second attack.", "different", "second attack"],
  ["It was the third attack.", "third", "It was the second election.", "missing", ""],
  // Names.
  [SECRETARY, "Tillerson", "It was Rex Tillerson.", "equal", "Rex Tillerson"],
  [SECRETARY, "Tillerson", "Mr. Tillerson said it.", "compatible", "Tillerson"],
  [SECRETARY, "Tillerson", "Rex W. Tillerson said it.", "compatible", "Rex W. Tillerson"],
  [SECRETARY, "Tillerson", "Jane Tillerson said it.", "different", "Jane Tillerson"],
  [SECRETARY, "Tillerson", "Secretary of State John Kerry said it.", "different", "Secretary of State John Kerry"],
  [SECRETARY, "Tillerson", "The secretary said it.", "missing", ""],
  [
    "The State Department paid.",
    "State Department",
    "The Department of State paid.",
    "compatible",
    "Department of State",
  ],
  ["The International Monetary Fund paid.", "Fund", "The IMF paid.", "compatible", "IMF"],
  ["Islamic State lost ground.", "Islamic State", "ISIS lost ground.", "compatible", "ISIS"],
  ["The United States would set up zones.", "United States", "The U.S. will set up zones.", "compatible", "U.S."],
  ["They were driven out of Syria.", "Syria", "They hold no Syrian towns.", "compatible", "Syrian"],
  // Quotations: word for word, marks and white space aside.
  [
    BUSINESS,
    "nation",
    "We are not in the business of nation-building\nor reconstruction",
    "equal",
    "We are not in the business of nation-building or reconstruction",
  ],
  [
    BUSINESS,
    "nation",
    "We are never in the business of nation building and reconstruction.",
    "different",
    "We are never in the business of nation building and reconstruction",
  ],
  [BUSINESS, "nation", "The weather was fine in the morning.", "missing", ""],
  [
    "“We are … in the business of reconstruction,” he said.",
    "We are",
    "We are still in the business of reconstruction.",
    "compatible",
    "We are still in the business of reconstruction",
  ],
];

const named = CASES.map((one) => ({ of: `“${one[0]}”: ${one[1]} beside “${one[2]}” is ${one[3]}`, one }));
test.each(named)("$of", ({ one: [claim, fact, quote, outcome, source, date] }) => {
  expect(about(fact, claim, quote, date)).toMatchObject({ outcome, source });
});

test("there are at least forty golden pairs", () => expect(CASES.length).toBeGreaterThanOrEqual(40));

describe("the reasons", () => {
  test.each([
    [BRIDGE("$2 billion"), BRIDGE("$2 million"), "the same digits, 1,000 times apart"],
    [BRIDGE("more than $2 billion"), BRIDGE("$900 billion"), "within the claim’s limit, though far from it"],
    [BRIDGE("$2.2 billion"), BRIDGE("$2.21 billion"), "rounded in the claim"],
    [MEETING, "The coalition has 66 members.", "the quote has 66 members"],
    [
      BRIDGE("$2 billion"),
      "It cost €2 billion, £1 billion and ¥3 billion.",
      "the quote has €2 billion, £1 billion and 1 more",
    ],
    ["More than 68 countries joined.", "68 countries joined.", "just at the limit, which leaves it out"],
  ])("claim “%s” beside “%s”: %s", (claim = "", quote = "", why = "") => {
    expect(compared(claim, quote)[0]?.why).toBe(why);
  });
});

test("a limit that stands apart from its figure is said in plain words before it", () => {
  expect(lines("The cost is in excess of $2 billion.", "The cost is $3 billion.")).toEqual([
    "claim: more than $2 billion; source: $3 billion → compatible (within the claim’s limit)",
  ]);
});

test("a note without a quote compares nothing", () => {
  expect(compared(MEETING, " \n ")).toEqual([]);
});
