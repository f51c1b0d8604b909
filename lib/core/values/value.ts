import type { Span } from "../text/span";

/** How a stated figure limits the true one: "more than" `>`, "at least" `>=`, "less than" `<`, "up to" `<=`, "about" `~`. */
export type Bound = ">" | ">=" | "<" | "<=" | "~";

/** A normalised value. Amounts are plain numbers in the main unit; dates are inclusive ISO dates (YYYY-MM-DD). */
export type Value =
  | {
      readonly kind: "money";
      readonly amount: number;
      readonly amountTo?: number;
      readonly currency: string;
      readonly bound?: Bound;
    }
  | { readonly kind: "number"; readonly value: number; readonly valueTo?: number; readonly bound?: Bound }
  | {
      readonly kind: "percent";
      readonly value: number;
      readonly valueTo?: number;
      readonly bound?: Bound;
      readonly points?: true;
    }
  | { readonly kind: "ordinal"; readonly value: number }
  | {
      readonly kind: "quantity";
      readonly value: number;
      readonly valueTo?: number;
      readonly unit: string;
      readonly bound?: Bound;
    }
  | {
      readonly kind: "age";
      readonly value: number;
      readonly valueTo?: number;
      readonly unit: string;
      readonly bound?: Bound;
    }
  | {
      readonly kind: "date";
      readonly from: string;
      readonly to: string;
      readonly timex?: string;
      readonly bound?: Bound;
    }
  | { readonly kind: "duration"; readonly timex: string; readonly bound?: Bound };

/** The kinds of values. */
export type ValueKind = Value["kind"];

/** All kinds, in the order in which lists show them. */
export const VALUE_KINDS: readonly ValueKind[] = [
  "money",
  "number",
  "percent",
  "quantity",
  "age",
  "ordinal",
  "date",
  "duration",
];

/** A value where it stands in the text. */
export interface ValueMention extends Span {
  readonly value: Value;
}
