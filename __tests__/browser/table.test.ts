import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { demoArticle: true });
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const rows = (page: Page) => page.locator("[data-row]");
const line = (page: Page) => page.getByRole("status").filter({ hasText: /claim|chosen|Undone/ });

/** The number before "claims" in the line over the table. */
async function counted(page: Page): Promise<number> {
  const words = (await line(page).first().textContent()) ?? "";
  return Number(/([\d,]+) claims?/.exec(words)?.[1]?.replaceAll(",", ""));
}

/** Open a screen with a table and wait until its keys work: the live channel opens when they do. */
async function visit(page: Page, address: string): Promise<void> {
  const alive = page.waitForResponse((response) => response.url().includes("/api/live"));
  await page.goto(address);
  await alive;
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: (at: Document, options: object) => Promise<AxeResults> } }).axe.run(document, {
      iframes: false,
    }),
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

test("a reviewer finds the two billion dollar claim by searching, and the address keeps the search", async () => {
  const page = await newsroom.open("tom");
  await visit(page, "/claims");
  const all = await counted(page);
  // Fifty rows fill a page.
  const shown = Math.min(all, 50);
  expect(await rows(page).count()).toBe(shown);
  await page.keyboard.press("/");
  await page.keyboard.type("2 billion");
  await page.waitForURL(/text=2\+billion/);
  await page.getByText("match", { exact: false }).first().waitFor();
  expect(await counted(page)).toBeLessThan(all);
  await page
    .getByRole("link", { name: /\$2 billion/ })
    .first()
    .waitFor();
  await page.reload();
  expect(await page.getByRole("searchbox", { name: "Search claims" }).inputValue()).toBe("2 billion");
  await page.getByRole("link", { name: /Take away:.*2 billion/ }).click();
  await page.waitForURL((url) => url.search === "");
  await page.waitForFunction((count) => document.querySelectorAll("[data-row]").length === count, shown);
});

test("sorting, filtering and turning pages work before the page's programs have come", async () => {
  const page = await newsroom.open("lena", { programs: false });
  await page.goto("/claims?size=10");
  expect(await rows(page).count()).toBe(10);
  await page.getByRole("link", { name: "Next", exact: true }).click();
  expect(new URL(page.url()).searchParams.get("page")).toBe("2");
  await page.getByRole("columnheader", { name: "State" }).getByRole("link").click();
  expect(new URL(page.url()).searchParams.get("sort")).toBe("state");
  expect(await page.getByRole("columnheader", { name: "State" }).getAttribute("aria-sort")).toBe("ascending");
  await page.getByRole("button", { name: "State" }).click();
  await page
    .getByRole("dialog", { name: "State" })
    .getByRole("link", { name: /Detected/ })
    .click();
  expect(new URL(page.url()).searchParams.getAll("state")).toEqual(["detected"]);
  await page.getByRole("searchbox", { name: "Search claims" }).fill("Tillerson");
  await page.keyboard.press("Enter");
  await page.waitForURL(/text=Tillerson/);
  expect(new URL(page.url()).searchParams.getAll("state")).toEqual(["detected"]);
});

test("whatever stands in the address, a table is shown", async () => {
  const page = await newsroom.open("lena");
  await page.goto(
    "/claims?page=-4&size=99999&sort=%00&state=asleep&speaker=%F0%9F%98%80&columns=%3Cscript%3E&text=%27",
  );
  await page.getByRole("heading", { name: "Claims", level: 1 }).waitFor();
  await page.getByText("No claim matches these filters").waitFor();
  await page.goto("/claims?page=90000");
  expect(await rows(page).count()).toBeGreaterThan(0);
});

test("an editor accepts everything that matches from the keyboard, sees the tally, and takes it back", async () => {
  const page = await newsroom.open("ana");
  await visit(page, "/claims?state=detected&size=10");
  const matching = await counted(page);
  expect(matching).toBeGreaterThan(10);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await line(page).filter({ hasText: "1 chosen" }).waitFor();
  await page.keyboard.press("x");
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: `Select all ${matching} that match` }).click();
  await line(page)
    .filter({ hasText: `All ${matching} claims that match chosen` })
    .waitFor();
  await page.getByRole("button", { name: "Accept" }).click();
  await line(page)
    .filter({ hasText: `${matching} claims accepted.` })
    .waitFor();
  await page.getByText("No claim matches these filters").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await line(page).filter({ hasText: "Undone" }).waitFor();
  await rows(page).first().waitFor();
  await page.reload();
  expect(await counted(page)).toBe(matching);
});

test("a bulk step leaves out what can't take it, and says why", async () => {
  const page = await newsroom.open("ana");
  await visit(page, "/claims?state=dismissed");
  const dismissed = rows(page).filter({ hasText: "Dismissed" }).first();
  await dismissed.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Dismiss", exact: true }).click();
  await page.getByRole("radio", { name: "Opinion" }).check();
  await page.getByRole("button", { name: "Dismiss 1 claim" }).click();
  await line(page).filter({ hasText: "No claim was dismissed. 1 left as it was" }).waitFor();
});

test("a viewer reads the table and can choose nothing", async () => {
  const page = await newsroom.open("lena");
  await page.goto("/claims");
  expect(await page.getByRole("checkbox", { name: /Choose/ }).count()).toBe(0);
});

test("changes by others arrive as a quiet mark, own ones not, and nothing moves before it is pressed", async () => {
  const [mine, theirs] = [await newsroom.open("ana"), await newsroom.open("marek")];
  await visit(mine, "/claims?state=detected&size=10");
  const before = await counted(mine);
  await visit(theirs, "/claims?state=detected&size=10");
  await theirs
    .getByRole("checkbox", { name: /^Choose claim/ })
    .first()
    .check();
  await theirs.getByRole("button", { name: "Accept" }).click();
  await line(theirs).filter({ hasText: "1 claim accepted." }).waitFor();
  await mine.getByText("1 change by others").waitFor();
  expect(await theirs.getByText("by others").count()).toBe(0);
  expect(await counted(mine)).toBe(before);
  await mine.getByRole("button", { name: "Show", exact: true }).click();
  await line(mine)
    .filter({ hasText: new RegExp(`\\b${before - 1} claims?\\b`) })
    .first()
    .waitFor();
  await mine.getByText("by others").waitFor({ state: "detached" });
  await theirs.getByRole("button", { name: "Undo" }).click();
  await line(theirs).filter({ hasText: "Undone" }).waitFor();
});

test("chosen columns stay for the next visit", async () => {
  const page = await newsroom.open("lena");
  await page.goto("/claims");
  expect(await page.getByRole("columnheader", { name: "Score" }).count()).toBe(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("dialog", { name: "Columns" }).getByRole("link", { name: "Score" }).click();
  await page.getByRole("columnheader", { name: "Score" }).waitFor();
  await page.goto("/claims");
  expect(await page.getByRole("columnheader", { name: "Score" }).count()).toBe(1);
});

test("the ledger tells each entry as a sentence, verifies its chain, and filters", async () => {
  const page = await newsroom.open("lena");
  await page.goto(`/articles/${newsroom.articleId()}/ledger`);
  await page.getByText(/The chain is whole: \d+ entries/).waitFor();
  await page.getByText(/imported the article; \d+ claims found in it/).waitFor();
  await page.getByLabel("What was done").selectOption("article.import");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/command=article\.import/);
  await page.getByText("1 entry", { exact: true }).waitFor();
});

test("a source is added, found again, and changed by two people without losing a word", async () => {
  const page = await newsroom.open("tom");
  const title = `Budget of the coalition ${Date.now()}`;
  await page.goto("/sources?add=1");
  await page.getByLabel("Title, or the person’s name").fill(title);
  await page.getByLabel("Publisher").fill("Treasury");
  await page.getByRole("button", { name: "Add source" }).click();
  await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  const other = await newsroom.open("ana");
  await other.goto(page.url());
  for (const one of [page, other]) await one.getByRole("button", { name: "Edit", exact: true }).click();
  await other.getByLabel("Publisher").fill("Treasury of Iraq");
  await other.getByRole("button", { name: "Save source" }).click();
  await other.getByText(/· Treasury of Iraq/).waitFor();
  await page.getByLabel("Publisher").fill("Finance ministry");
  await page.getByRole("button", { name: "Save source" }).click();
  const merge = page.getByRole("group", { name: "Two versions" });
  await merge.getByText("Treasury of Iraq").waitFor();
  await merge.getByRole("radio", { name: /Keep mine/ }).check();
  await merge.getByRole("button", { name: "Save this version" }).click();
  await page.getByText(/· Finance ministry/).waitFor();
});

test("the report is shown in its frame, and each format can be saved", async () => {
  const page = await newsroom.open("lena");
  await page.goto(`/reports/${newsroom.articleId()}`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  await page.getByText(/claims are still open/).waitFor();
  for (const format of ["HTML", "Markdown", "CSV", "JSON"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: new RegExp(`^${format}`) }).click();
    expect((await saved).suggestedFilename()).toMatch(/^fact-check-.+\.(html|md|csv|json)$/);
  }
});

test.each(["/claims", "/claims?text=nothing-like-this", "/sources", "/sources?add=1", "/reports"])(
  "axe finds nothing serious on %s, and nothing sticks out sideways",
  async (address) => {
    const page = await newsroom.open("ana");
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(address);
      await page.locator("h1").waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(over)).toBe(0);
    }
  },
);
