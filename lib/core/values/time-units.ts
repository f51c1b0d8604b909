/** A unit of time: how a duration writes it, and its rough length in seconds. */
export interface TimeUnit {
  readonly name: string;
  /** Letter of ISO 8601. */
  readonly letter: string;
  /** Part of that letter: a decade is ten years. */
  readonly times: number;
  /** Hours and below stand behind the T of a duration. */
  readonly clock: boolean;
  readonly seconds: number;
}

const ROWS: readonly (readonly [name: string, letter: string, times: number, seconds: number, forms: string])[] = [
  ["millisecond", "S", 0.001, 0.001, "millisecond milliseconds msec msecs"],
  ["second", "S", 1, 1, "second seconds sec secs"],
  ["minute", "M", 1, 60, "minute minutes min mins"],
  ["hour", "H", 1, 3600, "hour hours hr hrs"],
  ["day", "D", 1, 86400, "day days night nights"],
  ["week", "W", 1, 604800, "week weeks wk wks"],
  ["fortnight", "W", 2, 1209600, "fortnight fortnights"],
  ["month", "M", 1, 2592000, "month months mo mos"],
  ["quarter", "M", 3, 7776000, "quarter quarters"],
  ["year", "Y", 1, 31536000, "year years yr yrs"],
  ["decade", "Y", 10, 315360000, "decade decades"],
  ["century", "Y", 100, 3153600000, "century centuries"],
];

/** Units of time by word, in lower case. */
export const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  ROWS.flatMap(([name, letter, times, seconds, forms]) =>
    forms
      .split(" ")
      .map((form): [string, TimeUnit] => [form, { name, letter, times, clock: seconds < 86400, seconds }]),
  ),
);

/** Letters glued to digits: 3h, 2W, 3Y, by exact case where a metre or a million would be read. */
export const TIME_LETTERS: ReadonlyMap<string, string> = new Map([
  ["h", "hour"],
  ["H", "hour"],
  ["ms", "millisecond"],
  ["d", "day"],
  ["D", "day"],
  ["w", "week"],
  ["W", "week"],
  ["y", "year"],
  ["Y", "year"],
]);
