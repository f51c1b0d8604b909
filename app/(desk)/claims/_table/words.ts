import type { Ask } from "@/lib/claims/schema";

/** Name whom a claim is assigned to in a list: the reader by "me", nobody as such. */
export function assigneeName(value: string, label: string, me: string): string {
  if (value === "none") return "Nobody";
  if (value === "me") return "Me";
  return value === me ? `${label} (me)` : label;
}

/** What a claim asks for. */
export const ASK_LABELS: Record<Ask, string> = {
  objection: "A decision on an objection",
  expired: "Another check: it expired",
};

/** Name a band of scores by its least: "60 to 79". */
export function bandName(least: string): string {
  const from = Number(least);
  return `${from} to ${from === 80 ? 100 : from + 19}`;
}

/** Count things in words: "1 claim", "1,284 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
