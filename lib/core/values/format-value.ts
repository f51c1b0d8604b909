import { addMonths, civilOf, dayOf, isoOf, parseIso } from "./calendar";
import type { Bound, Value } from "./value";

const SIGNS: Readonly<Record<Bound, string>> = { ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ " };

/** Return a plain number with thousands separators and at most twelve significant digits: 2,000,000,000 · 0.5 · -3.25. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const written = String(Number(value.toPrecision(12)));
  if (written.includes("e")) return written;
  const [whole = "", decimals] = written.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

const range = (from: number, to: number | undefined): string =>
  to === undefined ? formatNumber(from) : `${formatNumber(from)} – ${formatNumber(to)}`;

function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${formatNumber(value)}${suffix}`;
}

/** Return the shortest name of a period: a day, a month, a quarter, a year, a decade, or its two ends. */
function period(from: string, to: string): string {
  const [lo, hi] = [parseIso(from), parseIso(to)];
  if (from === to || lo === undefined || hi === undefined) return from === to ? from : `${from} – ${to}`;
  const { year, month, day } = civilOf(lo);
  if (day === 1 && hi === addMonths(lo, 1) - 1) return from.slice(0, 7);
  if (day === 1 && month % 3 === 1 && hi === addMonths(lo, 3) - 1) return `${from.slice(0, 4)} Q${(month + 2) / 3}`;
  if (month === 1 && day === 1 && hi === dayOf(year, 12, 31)) return from.slice(0, 4);
  if (month === 1 && day === 1 && year % 10 === 0 && hi === dayOf(year + 9, 12, 31)) return `${from.slice(0, 4)}s`;
  const years = isoOf(hi).slice(4) === "-12-31" && month === 1 && day === 1;
  return years ? `${from.slice(0, 4)} – ${to.slice(0, 4)}` : `${from} – ${to}`;
}

const UNIT_WORDS: readonly (readonly [letter: string, one: string])[] = [
  ["Y", "year"],
  ["M", "month"],
  ["W", "week"],
  ["D", "day"],
];
const CLOCK_WORDS: readonly (readonly [letter: string, one: string])[] = [
  ["H", "hour"],
  ["M", "minute"],
  ["S", "second"],
];

/** Return an ISO 8601 duration in words: "2 weeks 2 days"; as it is when it is not one. */
function duration(timex: string): string {
  const [days = "", clock = ""] = timex.replace(/^P/, "").split("T");
  const words = (part: string, units: typeof UNIT_WORDS): string[] =>
    units.flatMap(([letter, one]) => {
      const count = new RegExp(`([\\d.]+)${letter}`).exec(part)?.[1];
      return count === undefined ? [] : [`${formatNumber(Number(count))} ${Number(count) === 1 ? one : `${one}s`}`];
    });
  const all = [...words(days, UNIT_WORDS), ...words(clock, CLOCK_WORDS)];
  return all.length === 0 ? timex : all.join(" ");
}

const plural = (count: number, unit: string): string => (count === 1 ? unit : `${unit}s`);

function body(v: Value): string {
  switch (v.kind) {
    case "money":
      return `${range(v.amount, v.amountTo)} ${v.currency}`;
    case "number":
      return range(v.value, v.valueTo);
    case "percent":
      return `${range(v.value, v.valueTo)} ${v.points ? plural(Math.abs(v.value), "percentage point") : "%"}`;
    case "ordinal":
      return ordinal(v.value);
    case "quantity":
      return `${range(v.value, v.valueTo)} ${v.unit}`;
    case "age":
      return `${range(v.value, v.valueTo)} ${plural(v.valueTo ?? v.value, v.unit)} old`;
    case "date":
      return v.timex?.includes("/") ? v.timex.replace("/", " – ") : period(v.from, v.to);
    case "duration":
      return duration(v.timex);
  }
}

const SINCE: Readonly<Record<Bound, string>> = {
  ">": "after ",
  ">=": "since ",
  "<": "before ",
  "<=": "until ",
  "~": "≈ ",
};

/** Return a value as people read it, normalised: "> 2,000,000,000 USD", "2017-03-22", "2016", "since 2011", "45 %", "5 hours". */
export function formatValue(v: Value): string {
  if (v.kind === "ordinal" || v.bound === undefined) return body(v);
  return (v.kind === "date" ? SINCE[v.bound] : SIGNS[v.bound]) + body(v);
}
