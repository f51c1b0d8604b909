import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { normaliseText } from "@/lib/core/text/normalise";

/** Return the text of a seed article as the product keeps it. */
export function readArticle(name: string): string {
  return normaliseText(readFileSync(join(process.cwd(), "seeds/articles", `${name}.txt`), "utf8")).trimEnd();
}

/**
 * Return the golden answer kept for `name`. With UPDATE_GOLDEN=1 `answer` is written first: read the difference before
 * committing it.
 */
export function golden(name: string, answer: unknown): unknown {
  const file = join(process.cwd(), "__tests__/core/golden", `${name}.json`);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, `${JSON.stringify(answer, null, 2)}\n`);
  return JSON.parse(readFileSync(file, "utf8"));
}
