import { compareValues } from "../values/compare-values";
import type { Bound, Value } from "../values/value";
import type { Finding } from "./comparison";

/** How two stated values stand to each other, and why; null when they measure different things. */
export type Judgement = Omit<Finding, "source"> | null;

/** What a value is called where it stands: the words as they are written. */
export interface Stated {
  readonly value: Value;
  readonly text: string;
}

/** A whole number below this, written without "million" and the like, is a count: no digit of it was rounded. */
const COUNT = 1_000;
/** From here on a figure is so far inside a limit that the limit says little. */
const FAR = 2;

/**
 * Compare what a claim states with what a source states. Equal: the same figure with the same limit. Compatible: inside a limit or a
 * range ("more than", "about" with a tenth to either side), a converted unit, or rounded to the digits that the rounder side gives,
 * of which there are at least two unless it hedges ("about"). Counts below a thousand are never taken for rounded.
 */
export function judge(claim: Stated, source: Stated): Judgement {
  const relation = compareValues(claim.value, source.value);
  if (relation === "not-comparable") return null;
  if (relation === "equal") return { outcome: "equal", why: "" };
  if (relation === "compatible") return { outcome: "compatible", why: whyCompatible(claim.value, source.value) };
  const rounded = roundedSide(claim, source);
  if (rounded) return { outcome: "compatible", why: `rounded in the ${rounded}` };
  return { outcome: "different", why: whyDifferent(claim.value, source.value) };
}

/** Return the amount that a value states, in its own unit; NaN for dates, durations and ranges' lack of one. */
export function amountOf(value: Value): number {
  if (value.kind === "money") return value.amount;
  return "value" in value ? value.value : Number.NaN;
}

/** Return how many times the greater of two amounts is the smaller one; 1 where there are none to compare. */
export function timesApart(a: Value, b: Value): number {
  const [x, y] = [Math.abs(amountOf(a)), Math.abs(amountOf(b))];
  if (Number.isNaN(x) || Number.isNaN(y) || x === y || !sameUnit(a, b)) return 1;
  return Math.max(x, y) / Math.min(x, y);
}

/** Tell whether two amounts have the same digits and only the zeros differ: a million for a billion. */
export function onlyZeros(times: number): boolean {
  const zeros = Math.log10(times);
  return Number.isFinite(zeros) && zeros > 0.5 && Math.abs(zeros - Math.round(zeros)) < 1e-9;
}

const limitOf = (value: Value): Bound | undefined => (value.kind === "ordinal" ? undefined : value.bound);
const unitOf = (value: Value): string => ("unit" in value ? value.unit : "");
const sameUnit = (a: Value, b: Value): boolean => a.kind === b.kind && unitOf(a) === unitOf(b);

function whyCompatible(claim: Value, source: Value): string {
  const [mine, theirs] = [limitOf(claim), limitOf(source)];
  const times = timesApart(claim, source);
  const far = times >= FAR && mine !== "~" && theirs !== "~" ? ", though far from it" : "";
  if (mine === "~" || theirs === "~") return "near enough for “about”";
  if (mine !== undefined && theirs !== undefined) return `both limits can hold${far}`;
  if (mine !== undefined) return `within the claim’s limit${far}`;
  if (theirs !== undefined) return `within the source’s limit${far}`;
  if (claim.kind === "date" && source.kind === "date") return whichIsExact(claim, source);
  return isRange(claim) || isRange(source) ? "within the range" : "converted and rounded";
}

const isRange = (value: Value): boolean =>
  ("valueTo" in value && value.valueTo !== undefined) || ("amountTo" in value && value.amountTo !== undefined);

/** Tell whether a value leaves more room than "about" does: a limit or a range. */
export function isOpen(value: Value): boolean {
  const bound = limitOf(value);
  return isRange(value) || (bound !== undefined && bound !== "~");
}

type Dated = Extract<Value, { readonly kind: "date" }>;

function whichIsExact(claim: Dated, source: Dated): string {
  const inside = (a: Dated, b: Dated) => a.from >= b.from && a.to <= b.to;
  if (inside(source, claim)) return "the source is more exact";
  return inside(claim, source) ? "the claim is more exact" : "the two periods overlap";
}

function whyDifferent(claim: Value, source: Value): string {
  const times = timesApart(claim, source);
  if (onlyZeros(times)) return `the same digits, ${inWords(times)} times apart`;
  const [a, b] = [amountOf(claim), amountOf(source)];
  if (a === b && sameUnit(claim, source)) return "just at the limit, which leaves it out";
  return times >= 10 ? `${inWords(times)} times apart` : "";
}

const inWords = (times: number): string => Math.round(times).toLocaleString("en");

/** The digits that a figure is written with, and what its last one stands for. */
interface Digits {
  readonly amount: number;
  readonly count: number;
  readonly step: number;
  readonly hedged: boolean;
}

/** Say which side gives the other's figure rounded to its own last digit; null when neither does. */
function roundedSide(claim: Stated, source: Stated): "claim" | "source" | null {
  if (!sameUnit(claim.value, source.value)) return null;
  const [a, b] = [digitsOf(claim), digitsOf(source)];
  if (a === null || b === null || a.step === b.step) return null;
  const [coarse, fine] = a.step > b.step ? [a, b] : [b, a];
  if (coarse.count < 2 && !coarse.hedged) return null;
  if (Math.abs(coarse.amount - fine.amount) > (coarse.step / 2) * (1 + 1e-9)) return null;
  return coarse === a ? "claim" : "source";
}

const ROUNDABLE: ReadonlySet<Value["kind"]> = new Set(["money", "number", "percent", "quantity"]);
const FIGURE = /\d+(?:,\d{3})*(?:\.\d+)?/;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\btrillions?\b/i, 1e12],
  [/\bbillions?\b/i, 1e9],
  [/\bmillions?\b/i, 1e6],
  [/\bthousands?\b/i, 1e3],
];

function digitsOf({ value, text }: Stated): Digits | null {
  const bound = limitOf(value);
  if (!ROUNDABLE.has(value.kind) || isRange(value) || (bound !== undefined && bound !== "~")) return null;
  const amount = amountOf(value);
  const step = stepOf(text, Math.abs(amount));
  if (step === null || !Number.isFinite(amount)) return null;
  return { amount, step, count: String(Math.round(Math.abs(amount) / step)).length, hedged: bound === "~" };
}

/** What the last written digit stands for: 10,000,000 in "$2.21 billion", 100 in "1,200", 1 in "68"; null when that can't be told. */
function stepOf(text: string, amount: number): number | null {
  const written = FIGURE.exec(text)?.[0];
  if (written === undefined) {
    const scale = SCALES.find(([word]) => word.test(text))?.[1] ?? 1;
    return Number.isInteger(amount / scale) ? scale : null;
  }
  const figure = Number(written.replace(/,/g, ""));
  const scale = figure === 0 ? 1 : amount / figure;
  if (Math.abs(Math.log10(scale) - Math.round(Math.log10(scale))) > 1e-9) return null;
  const decimals = written.split(".")[1]?.length ?? 0;
  if (decimals > 0) return scale * 10 ** -decimals;
  if (scale > 1.5) return scale;
  const zeros = /0*$/.exec(String(figure))?.[0].length ?? 0;
  return figure >= COUNT ? scale * 10 ** zeros : scale;
}
