import { contains, overlaps, type Span } from "@/lib/core/text/span";
import { UNIT_NAMES } from "@/lib/core/values/units";

/** The files of Microsoft's Recognizers specifications that are compared, with the kinds of value each is about. */
export const SPECIFICATIONS = {
  CurrencyModel: ["money"],
  NumberModel: ["number"],
  PercentModel: ["percent"],
  NumberRangeModel: ["number"],
  OrdinalModel: ["ordinal"],
  DimensionModel: ["quantity"],
  AgeModel: ["age"],
  DateTimeModel: ["date", "duration"],
} as const;

export type Specification = keyof typeof SPECIFICATIONS;

/** A case as the specification writes it. `Start` and `End` are offsets, `End` that of the last letter. */
export interface SpecifiedCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results?: readonly SpecifiedResult[];
}

interface SpecifiedResult {
  readonly Text: string;
  readonly TypeName?: string;
  readonly Start?: number;
  readonly End?: number;
  readonly Resolution?: Resolution;
}

interface Resolution {
  readonly value?: string | null;
  readonly unit?: string;
  readonly isoCurrency?: string;
  readonly values?: readonly Reading[];
}

/** One reading of a date: several stand where the words may mean the past or the future. `end` is the day behind the last. */
interface Reading {
  readonly type?: string;
  readonly timex?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
  readonly Mod?: string;
}

/** A value found, whoever found it. */
export interface FoundValue extends Span {
  readonly kind: string;
  readonly amount?: number;
  readonly amountTo?: number;
  readonly currency?: string;
  readonly value?: number;
  readonly valueTo?: number;
  readonly unit?: string;
  readonly bound?: string;
  readonly from?: string;
  readonly to?: string;
  readonly timex?: string;
}

/** What a result says must be found: where, and whether a value found is the one. */
interface Wanted extends Span {
  readonly figure: number;
  readonly is: (found: FoundValue) => boolean;
}

/** Whether a case is judged at all, and whether the values found are exactly those it lists. */
export type Outcome = "right" | "wrong" | "left out";

/** Compare the values found in a case's text with the case: every result at its place with its value, and nothing else of its kind. */
export function judgeCase(file: Specification, specified: SpecifiedCase, found: readonly FoundValue[]): Outcome {
  const places = (specified.Results ?? []).map((result) => ({ result, span: placeOf(specified.Input, result) }));
  const wanted: Wanted[] = [];
  const unjudged: Span[] = [];
  for (const { result, span } of places) {
    const is = span.start < 0 ? null : meaningOf(file, result);
    if (is) wanted.push({ ...span, figure: Number(result.Resolution?.value), is });
    else unjudged.push(span);
  }
  if (unjudged.length > 0 && (file === "DateTimeModel" || wanted.length === 0)) return "left out";
  const kinds: readonly string[] = SPECIFICATIONS[file];
  const used = new Set<FoundValue>();
  const complete = wanted.every((item) => {
    const taken = take(file, specified.Input, item, found, used, kinds);
    if (taken && taken !== "elsewhere") used.add(taken);
    return taken !== null;
  });
  const besides = found.some(
    (item) =>
      kinds.includes(item.kind) &&
      !used.has(item) &&
      !unjudged.some((span) => overlaps(span, item)) &&
      (file !== "NumberRangeModel" || isRange(item)),
  );
  return complete && !besides ? "right" : "wrong";
}

function placeOf(text: string, result: SpecifiedResult): Span {
  const start = result.Start ?? text.toLowerCase().indexOf(result.Text.toLowerCase());
  return { start, end: result.End === undefined ? start + result.Text.length : result.End + 1 };
}

/** The value that answers a wanted one; "elsewhere" when a value of another kind speaks of it; null when none does. */
function take(
  file: Specification,
  text: string,
  wanted: Wanted,
  found: readonly FoundValue[],
  used: ReadonlySet<FoundValue>,
  kinds: readonly string[],
): FoundValue | "elsewhere" | null {
  const free = found.filter((item) => !used.has(item));
  if (file === "NumberRangeModel") return free.find((item) => overlaps(item, wanted) && wanted.is(item)) ?? null;
  const exact = free.find((item) => kinds.includes(item.kind) && samePlace(text, item, wanted) && wanted.is(item));
  if (exact) return exact;
  const around = found.filter((item) => contains(item, wanted));
  if (file === "OrdinalModel") return around.some((item) => item.kind === "date") ? "elsewhere" : null;
  if (file !== "NumberModel") return null;
  const larger = around.find((item) => item.kind !== "number" || item.valueTo !== undefined);
  if (!larger) return null;
  if (near(figureOf(larger), wanted.figure) || near(figureToOf(larger), wanted.figure)) return larger;
  return ["date", "duration", "ordinal"].includes(larger.kind) ? "elsewhere" : null;
}

// ---------------------------------------------------------------- places

const BEFORE = new RegExp(
  `^(?:(?:(?:a little|a bit|just|well|slightly|much) )?(?:${[
    "(?:more|less|fewer|greater|higher|lower|larger|smaller|bigger|better) than(?: or equal to)?",
    "at (?:the )?(?:least|most)",
    "up to",
    "as (?:many|much|few|little) as",
    "no (?:more|less|fewer) than",
    "about|around|approximately|roughly|nearly|almost|some|circa|an estimated|estimated",
    "over|under|above|below|exceeding|only|just|minimum of|maximum of|the|a total of|total of",
    "~|≈|[<>]=?|[≤≥]",
  ].join("|")})\\s*)+`,
  "i",
);
const BEHIND = /\s+or (?:more|less|fewer|greater|higher|above|over|under|below|so)$/i;

/** Words that compare may be marked with a value or left outside: "more than $2 billion", "$2 billion". */
function samePlace(text: string, found: Span, wanted: Span): boolean {
  if (found.start === wanted.start && found.end === wanted.end) return true;
  const written = text.slice(found.start, found.end);
  const before = BEFORE.exec(written)?.[0].length ?? 0;
  const behind = BEHIND.exec(written)?.[0].length ?? 0;
  if (before + behind >= written.length) return false;
  return found.start + before === wanted.start && found.end - behind === wanted.end;
}

// ---------------------------------------------------------------- values

const figureOf = (found: FoundValue) => (found.kind === "money" ? found.amount : found.value);
const figureToOf = (found: FoundValue) => (found.kind === "money" ? found.amountTo : found.valueTo);
const isRange = (found: FoundValue) =>
  figureToOf(found) !== undefined || (found.bound !== undefined && found.bound !== "~");

function near(a: number | undefined, b: number): boolean {
  return a !== undefined && Number.isFinite(a) && Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-30);
}

/** The test for a result's value, or null when it has none that can be compared. */
function meaningOf(file: Specification, result: SpecifiedResult): ((found: FoundValue) => boolean) | null {
  const resolution = result.Resolution ?? {};
  if (file === "DateTimeModel") return timeOf(resolution.values ?? []);
  if (file === "OrdinalModel" && result.TypeName !== "ordinal") return null;
  const written = resolution.value;
  if (written === null || written === undefined || written === "null") return null;
  const figure = Number(written.replace("%", ""));
  switch (file) {
    case "NumberModel":
      return (found) => near(found.value, figure) && found.valueTo === undefined;
    case "NumberRangeModel":
      return rangeOf(written);
    case "DimensionModel":
      return (found) => near(found.value, figure) && sameUnit(resolution.unit ?? "", found.unit ?? "");
    case "AgeModel":
      return (found) => near(found.value, figure) && found.unit?.toLowerCase() === resolution.unit?.toLowerCase();
    case "CurrencyModel":
      return moneyOf(figure, resolution);
    default:
      return (found) => near(found.value, figure);
  }
}

/** Units are given by name in the specification and by symbol or name in a value; to the specification a tonne is a ton, too. */
function sameUnit(name: string, found: string): boolean {
  const lower = name.toLowerCase();
  return found.toLowerCase() === lower || UNIT_NAMES.get(lower)?.symbol === found || (lower === "ton" && found === "t");
}

const DOLLARS = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD", "BBD"];
const POUNDS = ["GBP", "IEP", "EGP", "LBP"];

/** Units of money without a code in the specification: the codes they may be, and how much of the main unit one is. */
const UNCODED: Readonly<Record<string, readonly [codes: readonly string[], share: number]>> = {
  Dollar: [DOLLARS, 1],
  Cent: [[...DOLLARS, "EUR"], 0.01],
  Pound: [POUNDS, 1],
  Pence: [["GBP", "IEP"], 0.01],
  Penny: [["GBP", "IEP", ...DOLLARS], 0.01],
  Franc: [["FRF", "CHF", "BEF", "LUF", "XAF", "XOF"], 1],
  Rupee: [["INR", "PKR", "LKR", "NPR", "MUR"], 1],
  Peseta: [["ESP"], 1],
  "Finnish markka": [["FIM"], 1],
  "Netherlands guilder": [["NLG"], 1],
  Bitcoin: [["XBT", "BTC"], 1],
  Satoshi: [["XBT", "BTC"], 1e-8],
};

function moneyOf(figure: number, { isoCurrency, unit }: Resolution): ((found: FoundValue) => boolean) | null {
  const [codes, share] = isoCurrency ? [[isoCurrency], 1] : (UNCODED[unit ?? ""] ?? [null, 1]);
  if (!codes) return null;
  return (found) => near(found.amount, figure * share) && codes.includes(found.currency ?? "");
}

/** "(20,35]": one end may be open; whether both are in or out is not told apart. */
function rangeOf(written: string): ((found: FoundValue) => boolean) | null {
  const parts = /^([[(])([^,]*),([^,]*)([\])])$/.exec(written.replace(/\s/g, ""));
  if (!parts) return null;
  const [, open, low = "", high = "", close] = parts;
  const same = (found: FoundValue, stated: number | undefined, wanted: string) =>
    near(stated, Number(wanted)) ||
    (found.kind === "percent" && near(stated === undefined ? stated : stated / 100, Number(wanted)));
  return (found) => {
    const from = figureOf(found);
    const to = figureToOf(found);
    if (low !== "" && high !== "" && Number(low) !== Number(high))
      return same(found, from, low) && same(found, to, high);
    if (low !== "" && high !== "")
      return (
        same(found, from, low) &&
        (to === undefined || same(found, to, low)) &&
        found.bound !== "<" &&
        found.bound !== ">"
      );
    if (to !== undefined) return false;
    if (low !== "") return same(found, from, low) && found.bound === (open === "(" ? ">" : ">=");
    return same(found, from, high) && found.bound === (close === ")" ? "<" : "<=");
  };
}

// ---------------------------------------------------------------- dates and durations

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function timeOf(readings: readonly Reading[]): ((found: FoundValue) => boolean) | null {
  const first = readings[0];
  if (!first || readings.some((reading) => reading.Mod !== undefined)) return null;
  if (first.type === "duration") {
    const length = secondsOf(first.timex);
    if (readings.length > 1 || !(length > 0)) return null;
    return (found) =>
      found.kind === "duration" && (found.timex === first.timex || near(secondsOf(found.timex), length));
  }
  const periods = readings.map(periodOf);
  if (periods.some((period) => period === null)) return null;
  // "from 3 to 12 September": the day named last may count as inside.
  const named = readings.some((reading) => reading.timex?.startsWith("("));
  return (found) =>
    found.kind === "date" &&
    readings.some((reading, i) => {
      const period = periods[i];
      if (!period || found.from !== period.from) return false;
      return found.to === period.to || (named && reading.type === "daterange" && found.to === reading.end);
    });
}

/** A day or a stretch of days as its first and last day; null for times of day, sets and what is not resolved. */
function periodOf({ type, value, start, end }: Reading): { readonly from: string; readonly to: string } | null {
  if (type === "date" && value !== undefined && DAY.test(value)) return { from: value, to: value };
  if (type === "daterange" && start !== undefined && end !== undefined && DAY.test(start) && DAY.test(end))
    return { from: start, to: new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) };
  return null;
}

const DURATION =
  /^P(?=.)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;
const LENGTHS = [31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1];

/** The seconds of an ISO 8601 duration, a year being 365 days and a month 30; NaN when it is none. */
function secondsOf(timex: string | undefined): number {
  const parts = DURATION.exec(timex ?? "")?.slice(1);
  return parts ? LENGTHS.reduce((sum, length, i) => sum + length * Number(parts[i] ?? 0), 0) : Number.NaN;
}
