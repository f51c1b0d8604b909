import { formatNumber, formatValue } from "./format-value";
import type { Bound, Value } from "./value";

/** A value in the parts of a table's columns: the bare figure, its limit in words, and its unit or currency ("" for none). */
export interface ValueParts {
  readonly figure: string;
  readonly bound: string;
  readonly unit: string;
}

const LIMITS: Readonly<Record<Bound, string>> = {
  ">": "more than",
  ">=": "at least",
  "<": "less than",
  "<=": "at most",
  "~": "about",
};
const TIMES: Readonly<Record<Bound, string>> = {
  ">": "after",
  ">=": "since",
  "<": "before",
  "<=": "until",
  "~": "about",
};

/** Return the parts of a value: "> 2,000,000,000 USD" is more than · 2,000,000,000 · USD. */
export function valueParts(value: Value): ValueParts {
  const limit = value.kind === "ordinal" ? undefined : value.bound;
  const bound = limit === undefined ? "" : (value.kind === "date" ? TIMES : LIMITS)[limit];
  return { bound, ...measure(value) };
}

function measure(value: Value): Pick<ValueParts, "figure" | "unit"> {
  switch (value.kind) {
    case "money":
      return { figure: range(value.amount, value.amountTo), unit: value.currency };
    case "number":
      return { figure: range(value.value, value.valueTo), unit: "" };
    case "percent":
      return { figure: range(value.value, value.valueTo), unit: value.points ? "% points" : "%" };
    case "quantity":
      return { figure: range(value.value, value.valueTo), unit: value.unit };
    case "age":
      return { figure: range(value.value, value.valueTo), unit: value.value === 1 ? value.unit : `${value.unit}s` };
    case "ordinal":
      return { figure: formatValue(value), unit: "" };
    case "date":
    case "duration": {
      const { bound: _, ...bare } = value;
      return { figure: formatValue(bare), unit: "" };
    }
  }
}

function range(from: number, to: number | undefined): string {
  return to === undefined ? formatNumber(from) : `${formatNumber(from)} – ${formatNumber(to)}`;
}
