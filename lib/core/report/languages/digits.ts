/** Write a whole number with `separator` between thousands, from `from` on: the same on every machine, whatever its locale data. */
export function groupDigits(value: number, separator: string, from = 1_000): string {
  const digits = String(value);
  return value < from ? digits : digits.replace(/\B(?=(\d{3})+$)/g, separator);
}
