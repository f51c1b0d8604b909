import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type WithAxe = { axe?: { run: (place: Document, options: RunOptions) => Promise<AxeResults> } };

/** Which rules are asked: all of them, or only those that a theme can break. */
export type Rules = "all" | "colours";

/** Return what axe finds serious or critical on the page as it stands, frames left out; one line for each rule. */
export async function seriousFindings(page: Page, rules: Rules = "all"): Promise<readonly string[]> {
  if (await page.evaluate(() => (window as WithAxe).axe === undefined)) await page.evaluate(axe);
  const violations = await page.evaluate(async (colours) => {
    const options: RunOptions = { iframes: false, resultTypes: ["violations"] };
    const only: RunOptions = colours ? { runOnly: ["color-contrast"] } : {};
    const results = await (window as WithAxe).axe?.run(document, { ...options, ...only });
    return results?.violations ?? [];
  }, rules === "colours");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 5)
          .map((node) => node.html)
          .join(" ")}`,
    );
}

/** Give the page another width and theme; without motion it is there at once. */
export async function lookAs(
  page: Page,
  {
    width,
    height,
    colorScheme,
  }: { readonly width: number; readonly height: number; readonly colorScheme: "light" | "dark" },
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** Return by how many CSS pixels the page is wider than its window; 0 when nobody has to scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
