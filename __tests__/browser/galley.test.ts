import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TEXT = [
  "# Harbour budget doubles",
  "The city council said on Tuesday it would spend $40 million on the harbour in 2024.",
  "Mayor Joana Prado said 12,000 jobs depend on the port, and that fares rose by 8 percent last year.",
  "The ferry company carried 3.1 million passengers in 2023, more than any other in the region.",
].join("\n");

async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

const file = (name: string, buffer: Buffer, mimeType = "text/plain") => ({ name, mimeType, buffer });

/** Bring an article in by file, and stand in its galley. */
async function importArticle(page: Page): Promise<string> {
  await page.goto("/articles/import");
  await page.locator("input[type=file]").setInputFiles(file("harbour.md", Buffer.from(TEXT)));
  await page.getByText("Read ", { exact: false }).waitFor();
  await page.getByLabel("Published on").fill("2024-05-07");
  await page.getByRole("button", { name: "Import and find the claims" }).click();
  await page.waitForURL(/\/articles\/(?!import)[a-z0-9]+$/u);
  await page.locator("[data-placed]").waitFor();
  return new URL(page.url()).pathname;
}

const inspector = (page: Page) => page.getByRole("complementary", { name: "Claim" });

/** Select the first claim and wait until all of it is there. */
async function selectClaim(page: Page, index = 0): Promise<string> {
  const number = page.locator(".galley-number").nth(index);
  await number.click();
  await inspector(page).getByText("Who stands for it").waitFor();
  return (await number.getAttribute("data-claim")) ?? "";
}

/** Wait until the margin holds so many numbers. */
async function numbered(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelectorAll(".galley-number").length === wanted, count);
}

/** Where words stand on the screen. */
async function boxOf(page: Page, words: string): Promise<{ left: number; right: number; y: number }> {
  return page.evaluate((wanted) => {
    for (const leaf of document.querySelectorAll(".galley-text [data-at]")) {
      const node = leaf.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (!node || at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
    throw new Error(`${wanted} is not in the galley`);
  }, words);
}

async function dragOver(page: Page, words: string): Promise<void> {
  const { left, right, y } = await boxOf(page, words);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, y, { steps: 3 });
  await page.mouse.move(right - 1, y, { steps: 3 });
  await page.mouse.up();
}

test("files that can't be read are refused in a sentence, and what was typed stays", async () => {
  const page = await newsroom.open("ana");
  await page.goto("/articles/import");
  await page.getByLabel("Byline").fill("Nadia Reyes");
  const picker = page.locator("input[type=file]");
  const said = (words: string) => page.getByRole("alert").filter({ hasText: words }).waitFor();
  await picker.setInputFiles(file("a.txt", Buffer.from([0x66, 0xff, 0xfe, 0x80])));
  await said("is not UTF-8 text");
  await picker.setInputFiles(file("../<img src=x onerror=alert(1)>.txt", Buffer.from("a\u0000b")));
  await said("is a binary file");
  await picker.setInputFiles(file("report.txt", Buffer.from("%PDF-1.7 …")));
  await said("is a PDF file");
  await picker.setInputFiles(file("empty.txt", Buffer.alloc(0)));
  await said("is empty");
  await picker.setInputFiles(file("long.txt", Buffer.alloc(4_100_000, "a ")));
  await said("at most 4.0 MB");
  expect(await page.getByLabel("Byline").inputValue()).toBe("Nadia Reyes");
  await picker.setInputFiles(file("harbour.md", Buffer.from(TEXT)));
  await page.getByText("Read ", { exact: false }).waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("Harbour budget doubles");
  await page.reload();
  await page.getByText("Draft kept").waitFor();
  expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe(TEXT);
});

test("keys alone: next claim, accept, dismiss with a reason, undo", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page);
  await page.keyboard.press("j");
  const head = inspector(page).getByRole("heading", { name: "Claim 1", exact: true }).locator("..");
  await head.getByText("Detected").waitFor();
  await inspector(page).getByText("Who stands for it").waitFor();
  await page.keyboard.press("a");
  await head.getByText("Open").waitFor();
  await page.keyboard.press("d");
  await page.getByText("Why is there nothing to check?").waitFor();
  await page.keyboard.press("4");
  await head.getByText("Dismissed").waitFor();
  await page.getByText("Claim 1 dismissed: trivial.").waitFor();
  await page.keyboard.press("u");
  await head.getByText("Open").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "This article" }).waitFor();
});

test("words are marked by hand, overlapping claims are all reached by clicking, and undo takes the mark back", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page);
  const numbers = page.locator(".galley-number");
  const before = await numbers.count();
  await dragOver(page, "depend on the port");
  await page.getByRole("button", { name: "Mark as claim" }).click();
  await page.getByText("Marked as a claim.").waitFor();
  await numbered(page, before + 1);
  await inspector(page).getByText("Hand, in the text").waitFor();
  const { left, y } = await boxOf(page, "depend on the");
  const heading = inspector(page).getByRole("heading", { level: 2 });
  await page.keyboard.press("Escape");
  await page.mouse.click(left + 4, y);
  await heading.filter({ hasText: `Claim ${before + 1}` }).waitFor();
  await page.mouse.click(left + 4, y);
  await heading.filter({ hasNotText: `Claim ${before + 1}` }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await page.getByText("Undone.").waitFor();
  await numbered(page, before);
});

test("words are marked by key: m, Shift and the arrows, Enter", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page);
  const before = await page.locator(".galley-number").count();
  await page.keyboard.press("m");
  for (let words = 0; words < 3; words++) await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("toolbar", { name: "Selected words" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Marked as a claim.").waitFor();
  await numbered(page, before + 1);
});

test("a claim is split in two and merged again", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page);
  const numbers = page.locator(".galley-number");
  const before = await numbers.count();
  await selectClaim(page);
  await page.getByRole("button", { name: "More for this claim" }).click();
  await page.getByRole("menuitem", { name: "Split in two…" }).click();
  await page
    .getByRole("group", { name: /second claim begin/ })
    .getByRole("button")
    .nth(1)
    .click();
  await page.getByRole("button", { name: "Split here" }).click();
  await page.getByText("split in two.").waitFor();
  await numbered(page, before + 1);
  await page.getByRole("button", { name: "More for this claim" }).click();
  await page.getByRole("menuitem", { name: "Merge with…" }).click();
  await page
    .getByRole("group", { name: /become part of/ })
    .getByRole("checkbox")
    .first()
    .check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByText("Claims merged.").waitFor();
  await numbered(page, before);
});

test("claims chosen together with Shift and a click, or by key, become one, and undo takes them apart", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page);
  const numbers = page.locator(".galley-number");
  const before = await numbers.count();
  await selectClaim(page);
  const bar = page.getByRole("toolbar", { name: "Chosen claims" });
  await numbers.nth(1).click({ modifiers: ["Shift"] });
  await bar.getByText("Claim 1 with 2").waitFor();
  await page.keyboard.press("Shift+J");
  await bar.getByText("Claim 1 with 2 and 3").waitFor();
  const second = await numbers.nth(1).getAttribute("data-claim");
  await page
    .locator(`.galley-run[data-ids^="${second}"]`)
    .first()
    .click({ modifiers: ["Shift"] });
  await bar.getByText("Claim 1 with 3").waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
  await page.keyboard.press("Shift+J");
  await bar.getByRole("button", { name: "Merge into claim 1" }).click();
  await page.getByText("Claims merged.").waitFor();
  await bar.waitFor({ state: "detached" });
  await numbered(page, before - 1);
  await page.keyboard.press("u");
  await page.getByText("Undone.").waitFor();
  await numbered(page, before);
});

test("two people change an article's details: what only one touched merges by itself, the rest is chosen side by side", async () => {
  const ana = await newsroom.open("ana");
  const path = await importArticle(ana);
  const marek = await newsroom.open("marek");
  const details = (page: Page) => page.getByRole("region", { name: "The article" });
  for (const page of [ana, marek]) {
    await page.goto(path);
    await details(page).getByRole("button", { name: "Edit" }).click();
  }
  await details(ana).getByLabel("Publisher").fill("The Courier");
  await details(ana).getByLabel("Byline").fill("Nadia Reyes");
  await details(ana).getByRole("button", { name: "Save" }).click();
  await details(ana).getByText("The Courier").waitFor();
  await details(marek).getByLabel("Publisher").fill("The Herald");
  await details(marek).getByLabel("Address").fill("https://example.org/harbour");
  await details(marek).getByRole("button", { name: "Save" }).click();
  const merge = marek.getByRole("group", { name: "Two versions" });
  await merge.getByText("The Courier").waitFor();
  await merge.getByRole("radio", { name: /Keep mine/ }).check();
  await merge.getByRole("button", { name: "Save this version" }).click();
  await details(marek).getByText("The Herald").waitFor();
  await details(marek).getByText("Nadia Reyes").waitFor();
  await details(marek).getByText("example.org/harbour").waitFor();
});

test("two people edit one claim: what only one touched merges by itself, the rest is chosen side by side", async () => {
  const ana = await newsroom.open("ana");
  const path = await importArticle(ana);
  const claim = await selectClaim(ana);
  const marek = await newsroom.open("marek");
  for (const page of [ana, marek]) {
    await page.goto(`${path}?claim=${claim}`);
    await inspector(page).getByRole("button", { name: "Edit", exact: true }).click();
  }
  await ana.getByLabel("Wording", { exact: true }).fill("Ana’s words");
  await ana.getByLabel("According to").fill("A letter");
  await ana.getByRole("button", { name: "Save", exact: true }).click();
  await inspector(ana).getByText("Ana’s words").first().waitFor();
  await marek.getByLabel("Wording", { exact: true }).fill("Marek’s words");
  await marek.getByLabel("Title").fill("Spokesman");
  await marek.getByRole("button", { name: "Save", exact: true }).click();
  const merge = marek.getByRole("group", { name: "Two versions" });
  await merge.getByText("Ana’s words").waitFor();
  await merge.getByText("Marek’s words").waitFor();
  await merge.getByText("Write a third version").click();
  await merge.getByLabel("Wording: the version that shall stand").fill("Both of their words");
  await merge.getByRole("button", { name: "Save this version" }).click();
  await inspector(marek).getByText("Both of their words").first().waitFor();
  await inspector(marek).getByText("Spokesman").first().waitFor();
  await inspector(marek).getByText("A letter").first().waitFor();
});

test("a source note being typed is there again after a reload, and is kept once it is saved", async () => {
  const page = await newsroom.open("tom");
  const editor = await newsroom.open("ana");
  const path = await importArticle(editor);
  const claim = await selectClaim(editor);
  await page.goto(`${path}?claim=${claim}`);
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Source", { exact: true }).fill("Minutes of the council");
  await form.getByLabel("Note").fill("Page 3 gives the sum.");
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByText("Draft kept").waitFor();
  await page.reload();
  await form.getByText("Draft kept").waitFor();
  expect(await form.getByLabel("Note").inputValue()).toBe("Page 3 gives the sum.");
  await form.getByRole("button", { name: "Add source note" }).click();
  await inspector(page).getByRole("link", { name: "Minutes of the council" }).waitFor();
  await inspector(page).getByText("In check").first().waitFor();
  await form.getByLabel("Note").and(page.locator(":placeholder-shown")).waitFor();
});

test("without scripts the marks are links and a claim opens beside the text", async () => {
  const scripted = await newsroom.open("ana");
  const path = await importArticle(scripted);
  const page = await newsroom.open("ana", { javaScriptEnabled: false });
  await page.goto(path);
  await page.locator(".galley-run").first().click();
  await inspector(page).getByRole("heading", { name: "Claim 1", exact: true }).waitFor();
  await inspector(page).getByText("What we found").waitFor();
});

test.each([
  [1440, "light"],
  [1440, "dark"],
  [1024, "light"],
  [390, "light"],
  [390, "dark"],
] as const)("at %i px, %s: nothing serious for axe, nothing wider than the screen", async (width, colorScheme) => {
  const page = await newsroom.open("ana", { viewport: { width, height: 844 }, colorScheme });
  const path = await importArticle(page);
  const findings: string[] = [];
  const look = async () => {
    // The line over the galley ends where the galley does, not under the inspector.
    const overhang = await page.evaluate(() => {
      const line = document.querySelector(".workbench > div > .sticky");
      return line ? line.scrollWidth - line.clientWidth : 0;
    });
    if (overhang > 0) findings.push(`the toolbar of ${page.url()} is ${overhang} px too wide`);
    // A page's title comes with its data, a moment after a change of address.
    await page.waitForFunction(() => document.title !== "");
    findings.push(...(await seriousFindings(page)));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) findings.push(`${page.url()} is ${over} px too wide`);
  };
  await look();
  const claim = await selectClaim(page);
  await look();
  for (const address of [`/claims/${claim}`, "/articles", "/articles/import"]) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look();
  }
  expect(findings).toEqual([]);
  expect(path).toMatch(/^\/articles\//u);
});
