/** Name whom a claim is assigned to in a list: the reader by "me", nobody as such. */
export function assigneeName(value: string, label: string, me: string): string {
  if (value === "none") return "Nobody";
  if (value === "me") return "Me";
  return value === me ? `${label} (me)` : label;
}

/** Count things in words: "1 claim", "1,284 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
